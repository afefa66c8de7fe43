"""An event loop whose time passes only while there is nothing to do: what takes a minute is over in a moment.

Sockets of this machine and threads work as ever. As soon as nothing has come from them for `QUIET` real seconds and no
thread is at work, the loop's time jumps to whatever is due next.
"""

from __future__ import annotations

import asyncio
import selectors
import threading
from pathlib import Path
from typing import Any

QUIET = 0.03


class _Impatient(selectors.DefaultSelector):
    """Waits for sockets for a moment only, and tells how much of the wait was skipped."""

    skipped = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None or timeout <= QUIET:
            return super().select(timeout)
        found = super().select(QUIET)
        while not found and _another_thread_works():
            found = super().select(QUIET)
        if not found:
            self.skipped += timeout - QUIET
        return found


def _another_thread_works() -> bool:
    """Whether a thread of this process, as the database's, runs or waits for the disk. Only Linux tells."""
    own = str(threading.get_native_id())
    tasks = Path("/proc/self/task").glob("[0-9]*")
    return any(task.name != own and _state(task) in ("R", "D") for task in tasks)


def _state(task: Path) -> str:
    try:
        return (task / "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""  # it has just ended


class VirtualLoop(asyncio.SelectorEventLoop):
    """The loop; `loop.time()` is virtual, and so is everything that sleeps by it."""

    def __init__(self) -> None:
        self._impatient = _Impatient()
        super().__init__(self._impatient)

    def time(self) -> float:
        return super().time() + self._impatient.skipped
