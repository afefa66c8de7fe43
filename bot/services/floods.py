"""How much one member may do in how short a time. In memory, per process: a restart forgives everybody.

A bucket holds `burst` presses and refills steadily. Who empties it is told once, and then not answered until it has
refilled a little: an answer to each press of a flood would itself be the flood.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.clock import Clock
from bot.errors import EtoileError

KEPT = 20_000
"""Buckets kept before full ones are dropped: bounds the memory that many members can cost."""


class Flooded(Exception):
    """The member goes on after being told: nothing is done and nothing is answered."""


class Floods:
    """A token bucket for each member: `burst` uses at once, refilled within `refill`. A burst of 0 means no limit."""

    def __init__(self, clock: Clock, *, burst: int, refill: timedelta, key: str = "error-too-fast") -> None:
        self._clock = clock
        self._burst = float(burst)
        self._per_second = burst / refill.total_seconds()
        self._key = key
        self._buckets: dict[int, tuple[float, datetime, bool]] = {}

    def use(self, user_id: int, cost: float = 1.0) -> None:
        """Count one use. Raises EtoileError for the first that is too many, Flooded for those right after it."""
        if not self._burst:
            return
        now = self._clock.now()
        tokens, since, told = self._buckets.get(user_id, (self._burst, now, False))
        tokens = min(self._burst, tokens + max((now - since).total_seconds(), 0.0) * self._per_second)
        told = told and tokens < self._burst / 2  # one flood, one sentence
        if tokens >= cost:
            self._keep(user_id, (tokens - cost, now, told), now)
            return
        self._keep(user_id, (tokens, now, True), now)
        if told:
            raise Flooded
        raise EtoileError(self._key)

    def _keep(self, user_id: int, bucket: tuple[float, datetime, bool], now: datetime) -> None:
        if len(self._buckets) >= KEPT and user_id not in self._buckets:
            full = timedelta(seconds=self._burst / self._per_second)
            self._buckets = {each: kept for each, kept in self._buckets.items() if now - kept[1] < full}
            if len(self._buckets) >= KEPT:
                self._buckets = {}
        self._buckets[user_id] = bucket

    def forget(self, user_id: int) -> None:
        """Forget the member, who asked for it."""
        self._buckets.pop(user_id, None)
