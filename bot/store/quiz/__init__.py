"""Tables of the quiz."""
