"""All reach into discord.py's inside, written for one version; what it relies on is looked for at import."""

from bot.discordpy.verify import verify

verify()
