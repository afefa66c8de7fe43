"""Calls to Discord that are made once more when nobody knows what became of them.

discord.py repeats what Discord answers with most errors of its own, but gives up when the connection is reset, and then
nobody knows whether the call was applied. So only what may be applied twice is called this way: an edit, a deletion,
a message with a nonce, of which Discord keeps one, or an interaction's first answer, of which Discord takes one.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import discord

from bot.discordpy.codes import LOST, told

T = TypeVar("T")
PAUSES = (0.2, 0.2)
"""Seconds before each further try, where somebody waits for the answer."""
LONGEST_CALL = 40.0
"""Seconds after which a call that brings nothing back counts as lost. discord.py's own tries take 25 of them."""

_log = logging.getLogger(__name__)


async def again(call: Callable[[], Awaitable[T]], *, pauses: Sequence[float] = PAUSES) -> T:
    """What the call gives, tried once more after each of `pauses` (seconds) while the connection is lost, or Discord is
    not there (503). Raises what the last try raised, and at once whatever else Discord itself answers."""
    for pause in pauses:
        try:
            return await _bounded(call)
        except LOST as error:
            _log.info("the connection to Discord was lost (%s) in %s; trying again", told(error), _name(call))
        except discord.DiscordServerError as error:
            if error.status != 503:
                raise
            _log.info("Discord is not there (503) in %s; trying again", _name(call))
        await asyncio.sleep(pause)
    return await _bounded(call)


def _name(call: Callable[[], Awaitable[object]]) -> str:
    """What is called, as "cogs.ui.kit.delivery.send"."""
    name = getattr(call, "__qualname__", "") or type(call).__name__
    return f"{getattr(call, '__module__', None) or '?'}.{name.partition('.<locals>')[0]}"


async def _bounded(call: Callable[[], Awaitable[T]]) -> T:
    async with asyncio.timeout(LONGEST_CALL):
        return await call()
