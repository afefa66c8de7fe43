"""Use cases of the quiz."""
