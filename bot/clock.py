"""The only place that reads the clock. Everything else is handed an aware UTC `now`."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


def wall_seconds() -> float:
    """The machine's wall clock in seconds since 1970, to be held against the monotonic one."""
    return time.time()  # noqa: TID251  (this is the place)


class Clock(Protocol):
    """Tells the present instant as an aware datetime in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's clock, moved by `offset` (zero outside a rehearsal, where a viewer may skip ahead)."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset  # noqa: TID251  (this is the place)


class FunctionClock:
    """A clock that asks a function, for tests that own time."""

    def __init__(self, read: Callable[[], datetime]) -> None:
        self._read = read

    def now(self) -> datetime:
        return self._read()
