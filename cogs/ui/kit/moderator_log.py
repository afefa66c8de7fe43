"""The moderators' log: one line for each thing that moderators want to find again.

A line names who did what where, never what a text said: a log channel is read by members at every point of the season.
"""

from __future__ import annotations

import asyncio
import logging
import secrets

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, outcome_of, told
from bot.domain.delivery import DeliveryKey
from bot.domain.locale import Locale
from bot.errors import StoreUnavailable
from bot.text import Words
from cogs.ui.kit.delivery import Letter, send

_log = logging.getLogger(__name__)

LONGEST = 2000
_posting: set[asyncio.Task[None]] = set()


async def log_line(bot: EtoileBot, guild_id: int, sentence: str, *, once: DeliveryKey | None = None) -> None:
    """Have one line posted to the server's log channel, if it has one. Pings nobody. Call it with the change itself,
    before the member is answered: it only stores the line, which is posted beside, and again until it stands there.

    `sentence` is in the server's language (`server_words`) and holds neither plot nor anything that a member wrote.
    `once`: nothing happens when a line was kept under this key before; for jobs, which may run again.
    """
    log = bot.app.moderator_log
    channel_id = await log.channel_of(guild_id)
    if channel_id is None:
        return
    line = sentence[:LONGEST]
    line_id = await log.owe(guild_id, line, once=once)
    if line_id is None:
        return
    task = asyncio.create_task(_post_now(bot, channel_id, line_id, line))
    _posting.add(task)
    task.add_done_callback(_posting.discard)


async def _post_now(bot: EtoileBot, channel_id: int, line_id: int, line: str) -> None:
    """The first try. What fails is tried again by a job."""
    try:
        await _post(bot, channel_id, line_id, line)
    except (*UNANSWERED, StoreUnavailable) as error:
        _log.warning("a line of the log in channel %s has to wait: %s", channel_id, told(error))


async def _post(bot: EtoileBot, channel_id: int, line_id: int, line: str) -> None:
    """Post a line that is owed. A channel that cannot be written to is an outcome. Raises what else Discord answers."""
    channel = bot.get_partial_messageable(channel_id)
    try:
        await send(channel, Letter(content=line, silent=True), nonce=f"log-{line_id}"[:25])
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise
        _log.warning("cannot write to log channel %s: %s", channel_id, told(error))
    await bot.app.moderator_log.settle(line_id)


async def post_owed(bot: EtoileBot, guild_id: int) -> None:
    """Post what the server's log lacks, the oldest first. Raises what Discord answers: to be called again later."""
    channel_id = await bot.app.moderator_log.channel_of(guild_id)
    for line_id, line in await bot.app.moderator_log.owed(guild_id):
        if channel_id is None:
            await bot.app.moderator_log.settle(line_id)
        else:
            await _post(bot, channel_id, line_id, line)


async def write(bot: EtoileBot, channel_id: int, sentence: str) -> bool:
    """Post one line to a channel now; whether that was possible."""
    channel = bot.get_partial_messageable(channel_id)
    letter = Letter(content=sentence[:LONGEST], silent=True)
    try:
        await send(channel, letter, nonce=str(secrets.randbits(63)))
    except UNANSWERED as error:
        _log.warning("cannot write to log channel %s: %s", channel_id, told(error))
        return False
    return True


async def server_words(bot: EtoileBot, guild_id: int) -> Words:
    """The sentences in the language of a server: the one that was set, else the one that Discord reports."""
    settings = await bot.app.horizons.settings(guild_id)
    guild = bot.get_guild(guild_id)
    reported = Locale.of(guild.preferred_locale.value if guild is not None else None)
    return bot.app.text.words(settings.locale or reported)
