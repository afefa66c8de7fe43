"""The pace of calls that a crowd makes necessary: looking up and writing to hundreds, without using up all that Discord
allows in a second."""

from __future__ import annotations

import asyncio

PER_SECOND = 40
"""Discord allows fifty requests a second in all; presses have to be answered meanwhile."""
AT_ONCE = 8
"""So many may begin at once after a pause."""


class Pace:
    """When the next call may begin. One for each client: everything that calls crowds takes turns."""

    def __init__(self) -> None:
        self._due = 0.0

    async def turn(self) -> None:
        """Wait until one more call may be made."""
        now = asyncio.get_running_loop().time()
        self._due = max(self._due, now - AT_ONCE / PER_SECOND) + 1 / PER_SECOND
        if self._due > now:
            await asyncio.sleep(self._due - now)
