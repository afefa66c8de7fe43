"""Export and import of a server's state."""
