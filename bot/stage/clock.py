"""The stage's clock: the machine's time plus an offset that a rehearsal can move forwards."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class StageClock:
    """What time it is on the stage. The bot, a process of its own, is told the same offset by its own channel."""

    __slots__ = ("offset",)

    def __init__(self, offset: float = 0.0) -> None:
        self.offset = offset
        """Seconds by which the stage is ahead of the machine."""

    def ms(self) -> int:
        """Milliseconds since 1970, UTC."""
        return int((time.time() + self.offset) * 1000)  # noqa: TID251  the stage's own source of time

    def now(self) -> datetime:
        """The stage's present instant, aware, in UTC."""
        return datetime.fromtimestamp(self.ms() / 1000, UTC)

    def move(self, seconds: float) -> None:
        """Let ``seconds`` pass at once; never backwards, because snowflakes must keep growing."""
        if seconds < 0:
            raise ValueError("the stage's clock only moves forwards")
        self.offset += seconds
