"""Tables of watch parties."""
