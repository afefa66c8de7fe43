"""An event loop whose time passes only while there is nothing to do: what takes a minute is over in a moment.

Sockets of this machine and threads work as ever. As soon as nothing has come from them for `QUIET` real seconds, the
loop's time jumps to whatever is due next.
"""

from __future__ import annotations

import asyncio
import selectors
from typing import Any

QUIET = 0.03


class _Impatient(selectors.DefaultSelector):
    """Waits for sockets for a moment only, and tells how much of the wait was skipped."""

    skipped = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None or timeout <= QUIET:
            return super().select(timeout)
        found = super().select(QUIET)
        if not found:
            self.skipped += timeout - QUIET
        return found


class VirtualLoop(asyncio.SelectorEventLoop):
    """The loop; `loop.time()` is virtual, and so is everything that sleeps by it."""

    def __init__(self) -> None:
        self._impatient = _Impatient()
        super().__init__(self._impatient)

    def time(self) -> float:
        return super().time() + self._impatient.skipped
