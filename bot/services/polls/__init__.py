"""Use cases of polls."""
