"""A club: a season that runs itself."""
