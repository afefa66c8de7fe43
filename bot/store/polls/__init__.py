"""Tables of polls."""
