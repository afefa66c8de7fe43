"""Étoile: the companion bot of the communities around the series."""
