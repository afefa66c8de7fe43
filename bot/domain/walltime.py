"""Wall time and instants: what a clock in a zone shows, also in the hours that are skipped or shown twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def readings(wall: datetime, zone: str) -> tuple[datetime, datetime]:
    """Both instants (UTC) that the naive `wall` time can be read as in `zone`: by the offset before and after a change.

    They are equal on ordinary days. When the clock shows the time twice, the first is the earlier one. When it skips
    the time, the first lies after the gap (what a clock that was not put forward would mean) and the second before it.
    """
    here = ZoneInfo(zone)
    first = wall.replace(tzinfo=here, fold=0).astimezone(UTC)
    second = wall.replace(tzinfo=here, fold=1).astimezone(UTC)
    return first, second


def instant_of(wall: datetime, zone: str) -> datetime:
    """The instant (UTC) of a wall time by our policy: skipped, then as much later; shown twice, then the first."""
    return readings(wall, zone)[0]


def wall_of(instant: datetime, zone: str) -> datetime:
    """What the clock in `zone` shows at `instant`, as a naive datetime."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def clocks_change(instant: datetime, zone: str) -> bool:
    """Whether the clocks of a zone change within a week of an instant (aware)."""
    here, week = ZoneInfo(zone), timedelta(days=7)
    return (instant - week).astimezone(here).utcoffset() != (instant + week).astimezone(here).utcoffset()
