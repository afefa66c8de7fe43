"""A loopback Discord: gateway and REST on 127.0.0.1. It knows nothing of this bot."""
