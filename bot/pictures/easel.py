"""Where pictures are drawn: in one thread of its own, one after another, away from the event loop.

One thread keeps what drawing takes bounded, however many ask at once: about ten megabytes and half a core. The same
picture asked for again is taken from what was drawn last (the drawing functions remember it).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

LONGEST_QUEUE = 40
"""So many wait for about a second; Discord takes an answer within three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG. `alt` says what it shows, or nothing of the show where everybody could read it."""

    png: bytes
    alt: str


class Easel:
    """Draws pictures one after another. Make one; its thread starts with the first picture."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._waiting = 0

    async def draw(self, picture: Callable[[], bytes]) -> bytes | None:
        """What `picture` returns; None when so many wait that an answer is better given without one."""
        if self._waiting >= LONGEST_QUEUE:
            return None
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, picture)
        finally:
            self._waiting -= 1


EASEL = Easel()
"""For the whole process: the processor that drawing takes is the whole process's, too."""
