"""Calls to Discord that are made once more when the connection is lost meanwhile.

discord.py repeats what Discord answers with an error of its own, but gives up when the connection is reset, and then
nobody knows whether the call was applied. So only what may be applied twice is called this way: an edit, a deletion,
or a message with a nonce, of which Discord keeps one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp

T = TypeVar("T")
TRIES = 3
PAUSE_SECONDS = 0.2


async def again(call: Callable[[], Awaitable[T]]) -> T:
    """What the call gives. Raises aiohttp.ClientConnectionError when the connection is lost each time."""
    for _ in range(TRIES - 1):
        try:
            return await call()
        except aiohttp.ClientConnectionError:
            await asyncio.sleep(PAUSE_SECONDS)
    return await call()
