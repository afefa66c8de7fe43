"""An event loop whose time passes only while there is nothing to do: what takes a minute is over in a moment, and a
busy machine makes nothing late.

Sockets of this machine and threads work as ever, and no time passes meanwhile. As soon as no thread is at work and
nothing has come from a socket for `QUIET` real seconds, the loop's time jumps to whatever is due next.
"""

from __future__ import annotations

import asyncio
import selectors
from queue import SimpleQueue
from typing import Any

import aiosqlite.core

QUIET = 0.03
"""Enough for another process on a busy machine to answer. Where both ends of every socket are in this process, what was
sent can be read at once, and next to nothing is enough."""
_BEYOND = 1e-6
"""So that what is due at an instant is not taken for due a moment later."""


class _Impatient(selectors.DefaultSelector):
    """Waits for sockets for a moment only, and tells how much time was skipped."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.at_work: set[asyncio.Future[Any]] = set()
        """What threads are doing."""

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None or timeout <= 0:
            return super().select(timeout)
        found = super().select(None if self.at_work else QUIET)
        if not found:
            self.now += timeout + _BEYOND
        return found


class _Watched(SimpleQueue[Any]):
    """What the thread of a database connection has to do."""

    def put_nowait(self, item: Any) -> None:
        future = item[0]
        if future is not None and isinstance(loop := future.get_loop(), VirtualLoop):
            loop.wait_for_thread(future)
        super().put_nowait(item)


class VirtualLoop(asyncio.SelectorEventLoop):
    """The loop; `loop.time()` is virtual, and so is everything that sleeps by it."""

    def __init__(self) -> None:
        self._impatient = _Impatient()
        super().__init__(self._impatient)
        aiosqlite.core.SimpleQueue = _Watched  # type: ignore[misc]

    def time(self) -> float:
        return self._impatient.now

    def wait_for_thread(self, future: asyncio.Future[Any]) -> None:
        """No time passes until this is done: a thread is at work on it."""
        self._impatient.at_work.add(future)
        future.add_done_callback(self._impatient.at_work.discard)

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> Any:
        future = super().run_in_executor(executor, func, *args)
        self.wait_for_thread(future)
        return future
