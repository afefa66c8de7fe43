"""Finding a time: the moments that a host offers for a party, and which of them suit whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.locale import Locale
from bot.domain.member_text import Channel
from bot.domain.readers import Asker

MOST_SLOTS = 12
FEWEST_SLOTS = 2
OPEN_FOR = timedelta(days=3)
"""How long members can tick, unless the last moment comes sooner."""
TO_CHOOSE = timedelta(hours=1)
"""So long before the last moment its host can still choose it."""


class SearchState(StrEnum):
    """`CLOSED`: nobody ticks any more, and its host can still choose. `DONE`: the party has its time. `OVER`: given up,
    or nobody is left to choose."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    DONE = "done"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSearch:
    """One search. `slots` and `chosen` are aware UTC, the earliest first; `zone` is that of the host's clock.

    `party_id`: the draft for which a time is wanted, None once that is gone. `replaced`: its message was deleted, and
    was posted again once.
    """

    id: int
    guild_id: int
    channel_id: int
    host_id: int
    party_id: int | None
    first_episode: int
    last_episode: int
    locale: Locale
    zone: str
    slots: tuple[datetime, ...]
    state: SearchState
    closes_at: datetime
    chosen: datetime | None = None
    message_id: int | None = None
    replaced: bool = False

    @property
    def channel(self) -> Channel:
        """Where its message stands."""
        return Channel(self.channel_id)

    def ahead(self, now: datetime) -> tuple[datetime, ...]:
        """The moments that have not passed."""
        return tuple(slot for slot in self.slots if slot > now)

    def open_at(self, now: datetime) -> bool:
        """Whether somebody can tick."""
        return self.state is SearchState.OPEN and now < self.closes_at and bool(self.ahead(now))


def closing_of(slots: Sequence[datetime], now: datetime) -> datetime:
    """Until when members can tick: some days, but no longer than leaves its host time to choose the last moment."""
    return min(now + OPEN_FOR, max(slots[-1] - TO_CHOOSE, now + (slots[-1] - now) / 2))


def may_see_search(search: TimeSearch, asker: Asker) -> bool:
    """Whether `asker` may know of a search: a member of its server who may view its channel."""
    if asker.guild_id != search.guild_id:
        return False
    here = search.channel_id in (asker.channel_id, asker.parent_id)
    return here or asker.manages_events or asker.user_id == search.host_id or asker.may_view(search.channel)


def may_steer_search(search: TimeSearch, asker: Asker) -> bool:
    """Whether `asker` may see who fits when in full, and end the search: its host, and who may manage events."""
    return asker.guild_id == search.guild_id and (asker.user_id == search.host_id or asker.manages_events)
