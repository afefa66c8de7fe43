"""The moderators' log: one line for each thing that moderators want to find again.

A line names who did what where, never what a text said: a log channel is read by members at every point of the season.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, outcome_of, told
from bot.domain.delivery import DeliveryKey
from bot.domain.locale import Locale
from bot.domain.log_note import LogNote
from bot.errors import StoreUnavailable
from bot.text import Words
from cogs.ui.kit.controls import Press
from cogs.ui.kit.delivery import Letter, send

_log = logging.getLogger(__name__)

_posting: dict[int, asyncio.Task[None]] = {}
"""By the server's id."""


@asynccontextmanager
async def noting(interaction: Press, line: Callable[[Words, Any], str | None]) -> AsyncGenerator[LogNote | None]:
    """What the log is to be told of a change that a member makes, to be handed to the service that makes it: the line
    is stored with the change, and posted afterwards, again and again until it stands there.

    `line(words, result)`: the sentence, in the server's language; `result` is what the transaction of the change
    returns. It holds neither plot nor anything that a member wrote. None: there is nothing to tell.
    """
    bot, guild_id = interaction.client, interaction.guild_id
    if guild_id is None:
        yield None
        return
    words = await server_words(bot, guild_id)
    yield LogNote(guild_id=guild_id, line=lambda result: line(words, result), at=bot.app.clock.now())
    post_soon(bot, guild_id)


async def log_line(bot: EtoileBot, guild_id: int, sentence: str, *, once: DeliveryKey | None = None) -> None:
    """Have one line posted to the server's log, if it has one: what the bot itself has to say. It only stores the line,
    which is posted beside, and again until it stands there. Pings nobody. What a member does is told with `noting`.

    `sentence` is in the server's language (`server_words`) and holds neither plot nor anything that a member wrote.
    `once`: nothing happens when a line was kept under this key before; for jobs, which may run again.
    """
    log = bot.app.moderator_log
    if await log.channel_of(guild_id) is not None and await log.owe(guild_id, sentence, once=once):
        post_soon(bot, guild_id)


def post_soon(bot: EtoileBot, guild_id: int) -> None:
    """Post beside what a server's log is owed, after what is being posted there already."""
    task = asyncio.create_task(_post_now(bot, guild_id, _posting.get(guild_id)))
    _posting[guild_id] = task
    task.add_done_callback(lambda done: _posting.pop(guild_id) if _posting.get(guild_id) is done else None)


async def _post_now(bot: EtoileBot, guild_id: int, before: asyncio.Task[None] | None) -> None:
    """The first try. What fails is tried again by a job."""
    if before is not None:
        await asyncio.wait([before])
    try:
        await post_owed(bot, guild_id)
    except (*UNANSWERED, StoreUnavailable) as error:
        _log.warning("lines of the log of server %s have to wait: %s", guild_id, told(error))


async def post_owed(bot: EtoileBot, guild_id: int) -> None:
    """Post what the server's log lacks, the oldest first. Raises what Discord answers: to be called again later."""
    log = bot.app.moderator_log
    owed = await log.owed(guild_id)
    channel_id = await log.channel_of(guild_id) if owed else None
    for line_id, line in owed:
        if channel_id is not None:
            await _post(bot, channel_id, line_id, line)
        await log.settle(line_id)


async def _post(bot: EtoileBot, channel_id: int, line_id: int, line: str) -> None:
    """Post a line that is owed. A channel that cannot be written to is an outcome. Raises what else Discord answers."""
    channel = bot.get_partial_messageable(channel_id)
    try:
        await send(channel, Letter(content=line, silent=True), nonce=f"log-{line_id}"[:25])
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise
        _log.warning("cannot write to log channel %s: %s", channel_id, told(error))


async def write(bot: EtoileBot, channel_id: int, sentence: str) -> bool:
    """Post one line to a channel now; whether that was possible."""
    channel = bot.get_partial_messageable(channel_id)
    letter = Letter(content=sentence, silent=True)
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
