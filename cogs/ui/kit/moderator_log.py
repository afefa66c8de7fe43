"""The moderators' log: one line for each thing that moderators want to find again.

A line names who did what where, never what a text said: a log channel is read by members at every point of the season.
"""

from __future__ import annotations

import logging
import secrets

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import UNANSWERED, told
from bot.discordpy.retry import again
from bot.domain.locale import Locale
from bot.text import Words

_log = logging.getLogger(__name__)

LONGEST = 2000


async def log_line(bot: EtoileBot, guild_id: int, sentence: str) -> None:
    """Post one line to the server's log channel, if it has one. Pings nobody; what cannot be posted is let go.

    `sentence` is in the server's language (`server_words`) and holds neither plot nor anything that a member wrote.
    """
    settings = await bot.app.horizons.settings(guild_id)
    if settings.log_channel_id is not None:
        await write(bot, settings.log_channel_id, sentence)


async def write(bot: EtoileBot, channel_id: int, sentence: str) -> bool:
    """Post one line to a channel; whether that was possible."""
    channel, nobody, nonce = (
        bot.get_partial_messageable(channel_id),
        discord.AllowedMentions.none(),
        secrets.randbits(63),
    )
    line = sentence[:LONGEST]
    try:
        await again(lambda: channel.send(line, allowed_mentions=nobody, suppress_embeds=True, silent=True, nonce=nonce))
    except UNANSWERED as error:  # a log that cannot be written must not undo what it tells of
        _log.warning("cannot write to log channel %s: %s", channel_id, told(error))
    else:
        return True
    return False


async def server_words(bot: EtoileBot, guild_id: int) -> Words:
    """The sentences in the language of a server: the one that was set, else the one that Discord reports."""
    settings = await bot.app.horizons.settings(guild_id)
    guild = bot.get_guild(guild_id)
    reported = Locale.of(guild.preferred_locale.value if guild is not None else None)
    return bot.app.text.words(settings.locale or reported)
