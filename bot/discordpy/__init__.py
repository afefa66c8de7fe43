"""What reaches into discord.py's inside: written for one version, checked once at import."""
