"""Panels, controls and jobs of the quiz."""
