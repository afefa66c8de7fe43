"""Panels, controls and jobs of polls."""
