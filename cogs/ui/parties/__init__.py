"""Panels, controls and jobs of watch parties."""
