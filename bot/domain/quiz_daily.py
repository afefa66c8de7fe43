"""The question of the day: when it comes, by the clock of a zone, and when it stops by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.locale import Locale
from bot.domain.member_text import Channel
from bot.domain.walltime import instant_of, wall_of

MOST_DAILIES = 5
"""Channels of one server that may have one."""
DESERTED = 14
"""After so many questions in a row that nobody answered, it stops by itself."""
MISSED = timedelta(hours=6)
"""A question that is later than that, because I was away, is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """A channel's question of the day.

    It comes `at` on the clock of the IANA `zone`. `last_day` is the last day there on which one was due, and
    `night_id` the night of one question that it is; None before the first.
    """

    id: int
    guild_id: int
    channel_id: int
    parent_id: int | None
    host_id: int
    locale: Locale
    zone: str
    at: time
    last_day: date
    night_id: int | None = None

    @property
    def channel(self) -> Channel:
        """Where it is asked."""
        return Channel(self.channel_id, self.parent_id)

    def on(self, day: date) -> datetime:
        """The instant (UTC) at which it comes on a day: an hour that the clocks skip is moved behind the gap, of one
        that comes twice it is the first."""
        return instant_of(datetime.combine(day, self.at), self.zone)

    def due(self, now: datetime) -> date | None:
        """The newest day whose question is due and was not asked; None when all of them were."""
        day = wall_of(now, self.zone).date()
        if self.on(day) > now:
            day -= timedelta(days=1)
        return day if day > self.last_day else None

    def next_at(self, now: datetime) -> datetime:
        """When the next question comes after `now`: never twice on one day, even when a clock was set back."""
        day = max(self.last_day, wall_of(now, self.zone).date() - timedelta(days=1)) + timedelta(days=1)
        return self.on(day) if self.on(day) > now else self.on(day + timedelta(days=1))
