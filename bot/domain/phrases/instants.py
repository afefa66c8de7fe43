"""From a wall time and a zone as typed to instants: offsets, letters, and the hours in which clocks are changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain.phrases.elements import Zoned
from bot.domain.walltime import readings


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant (UTC), the zone in which it was meant, and whether the clocks are changed just then."""

    instant: datetime
    zone: str
    change: Literal["", "twice", "skipped"] = ""


def local_now(now: datetime, zone: str) -> datetime:
    """What the clock of a zone as typed shows (naive)."""
    fixed, _, mate = zone.partition("@")
    name = mate or fixed
    return now.astimezone(_offset(name) if name.startswith("UTC") else ZoneInfo(name)).replace(tzinfo=None)


def moments(wall: datetime, zone: str) -> Iterator[Moment]:
    """The instants that the naive `wall` time can be in a zone as typed (see `Zoned`). Raises OverflowError.

    Letters that are out of season ("EST" in July) can mean the offset that they name, or what the clocks show there.
    """
    fixed, _, mate = zone.partition("@")
    if not fixed.startswith("UTC"):
        yield from _in_zone(wall, fixed)
        return
    instant = wall.replace(tzinfo=_offset(fixed)).astimezone(UTC)
    if not mate:
        yield Moment(instant, fixed)
        return
    local = list(_in_zone(wall, mate))
    if any(each.instant == instant for each in local):
        yield Moment(instant, mate)
    else:
        yield Moment(instant, fixed)
        yield from local


def zone_names(zoned: Zoned | None, wall: datetime, home: str) -> tuple[str, ...]:
    """The zones that were meant by what was typed. Letters that the reader's own clock bears mean the reader's own."""
    if zoned is None or zoned.own:
        return (home,)
    here = ZoneInfo(home)
    if zoned.letters and (wall.replace(tzinfo=here).tzname() or "").casefold() == zoned.letters:
        if wall.replace(tzinfo=here, fold=1).utcoffset() == wall.replace(tzinfo=here).utcoffset():
            return (home,)
        return tuple(name for name in zoned.names if name.endswith(home)) or zoned.names  # they say which of the two
    return zoned.names


def _in_zone(wall: datetime, zone: str) -> Iterator[Moment]:
    first, second = readings(wall, zone)
    if first == second:
        yield Moment(first, zone)
        return
    shown = first.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    change: Literal["twice", "skipped"] = "twice" if shown == wall else "skipped"
    yield Moment(min(first, second), zone, change)
    yield Moment(max(first, second), zone, change)


def _offset(name: str) -> timezone:
    """The fixed offset of "UTC", "UTC+05:30"."""
    if name == "UTC":
        return UTC
    sign = -1 if name[3] == "-" else 1
    return timezone(sign * timedelta(hours=int(name[4:6]), minutes=int(name[7:9])))
