"""What one row of elements means: its instants, or why it means none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from bot.domain.phrases.context import Context
from bot.domain.phrases.covers import Cover
from bot.domain.phrases.elements import Clock, Dated, Later, Part, Same, Weekday, Zoned
from bot.domain.phrases.hours import hours_meant, window
from bot.domain.phrases.instants import Moment, local_now, moments, zone_names
from bot.domain.phrases.which_day import DAY_ELEMENTS, Days, Today, days_meant, later_day
from bot.errors import EtoileError

FARTHEST = timedelta(days=731)
"""So far ahead is planned."""

Pair = tuple[Clock, Zoned | None]


@dataclass(frozen=True, slots=True)
class Meant:
    """One instant that a row of elements can mean, the day and hour on the clock that was meant, and that row."""

    moment: Moment
    wall: datetime
    row: Cover
    clash: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the rows of one text came to. `no_time`: days that were named without a time of day."""

    meant: tuple[Meant, ...] = ()
    no_time: tuple[date, ...] = ()
    refused: tuple[str, ...] = ()


def meaning(row: Cover, context: Context, *, sundays: bool) -> Found:
    """Every instant that this row can mean, those that have passed as well."""
    clocks = [each for each in row if isinstance(each, Clock)]
    later = next((each for each in row if isinstance(each, Later)), None)
    parts = tuple(each for each in row if isinstance(each, Part))
    try:
        if later is not None and (not _goes_with(later, row) or (later.bare and context.base is not None)):
            return Found()
        if not _same(row, context) or (later is not None and later.moved and context.base is None):
            return Found()
        if later is not None and later.minutes is not None:
            return Found(meant=tuple(_span(row, later, context)))
        if not clocks:
            return _without_time(row, later, parts, context, sundays=sundays)
        if len(clocks) > 1 and any(each.style == "bare" for each in clocks):
            return Found()
        if any(isinstance(each, Dated) and each.iso for each in row):
            row = tuple(
                replace(each, open=False, loose=each.open or each.loose) if isinstance(each, Clock) else each
                for each in row
            )
        return _with_time(row, parts, context, sundays=sundays)
    except EtoileError as error:
        return Found(refused=(error.key,))
    except OverflowError:
        return Found(refused=("when-too-far",))


def _same(row: Cover, context: Context) -> bool:
    """Whether "the same day" and "the same time" can stand there: in an edit, where the other is typed."""
    for each in row:
        if isinstance(each, Same):
            taken = (Clock, Part) if each.what == "time" else (*DAY_ELEMENTS, Later)
            if context.base is None or len(row) == 1 or any(isinstance(other, taken) for other in row):
                return False
    return True


def _goes_with(later: Later, row: Cover) -> bool:
    """Whether the span can stand beside the rest: one of hours alone, one of days with a time and a day of the week."""
    others = [each for each in row if each is not later and not isinstance(each, Zoned)]
    if later.minutes is not None:
        return not others
    if later.bare or later.added or later.moved:
        return not any(isinstance(each, DAY_ELEMENTS) for each in others)
    return not any(isinstance(each, DAY_ELEMENTS) and not isinstance(each, Weekday) for each in others)


def _span(row: Cover, later: Later, context: Context) -> list[Meant]:
    """Hours and minutes from now; days before them keep the time on the clock. In an edit "+1h" counts from both, and
    "an hour later" from what stands."""
    starts = [context.wall]
    if later.moved and context.base is not None:
        starts = [context.base]
    elif later.added and context.base is not None:
        starts.append(context.base)
    found: list[Meant] = []
    for start in starts:
        wall = datetime.combine(later_day(later, start.date()), start.time())
        instant = wall.replace(tzinfo=ZoneInfo(context.zone))
        if not (later.days or later.months) and start == context.wall:
            instant = context.now
        passed = timedelta(minutes=-(later.minutes or 0) if later.ago else later.minutes or 0)
        moment = Moment(instant.astimezone(context.now.tzinfo) + passed, context.zone)
        found.append(Meant(moment, wall + passed, row))
    return found


def _without_time(
    row: Cover, later: Later | None, parts: tuple[Part, ...], context: Context, *, sundays: bool
) -> Found:
    """A day alone. In an edit the time stays; so many days from now keep the hour that it is now."""
    zones = [each for each in row if isinstance(each, Zoned)]
    today = _today(context, context.zone, sundays=sundays)
    days = days_meant(tuple(each for each in row if isinstance(each, (*DAY_ELEMENTS, Later))), today)
    if days is None:
        return Found()
    at: time | None = None
    if context.base is not None and not zones and (not parts or context.base.hour in _hours_of(parts)):
        at = context.base.time()
    elif later is not None and not parts and context.base is None:
        at = context.wall.time().replace(second=0, microsecond=0)
    if at is None:
        return Found(no_time=() if days.clash else days.days)
    if later is not None and days.clash:
        return Found()
    shifts = (0, -1) if later is not None and later.fortnight else (0,)
    walls = [datetime.combine(day, at) + timedelta(days=shift) for day in days.days for shift in shifts]
    return Found(
        meant=tuple(Meant(moment, wall, row, days.clash) for wall in walls for moment in moments(wall, context.zone))
    )


def _hours_of(parts: tuple[Part, ...]) -> set[int]:
    return {hour for hour in range(24) if hours_meant(Clock(hour=hour), parts, named=True)}


def _with_time(row: Cover, parts: tuple[Part, ...], context: Context, *, sundays: bool) -> Found:
    """A time of day, with the day that was named, or without one."""
    (clock, zone), *more = _pairs(row)
    spare = [each for each in row if isinstance(each, Zoned)] if not more else []
    found: list[Meant] = []
    fits = False
    for name in _possible(zone, context):
        days, named = _days(row, name, context, sundays=sundays)
        for hour in hours_meant(clock, parts, named=named):
            fits = True
            for day, clash in days:
                wall = _wall(day, hour, clock)
                if name not in zone_names(zone, wall, context.zone):
                    continue
                at = [Meant(moment, wall, row, clash) for moment in moments(wall, name)]
                found.extend(at)
                if not named and any(each.moment.instant > context.now for each in at):
                    break
    if not fits and zone is not None and not zone.own and parts:
        found = list(_by_own_day(row, (clock, zone), parts, context, sundays=sundays))
        fits = bool(found)
    if not fits:
        return Found(refused=("when-part-wrong",))
    for other in more:
        found = [each for each in found if _agrees(each.moment.instant, other, context)]
    for other in spare[1:]:
        found = [each for each in found if _agrees(each.moment.instant, (clock, other), context)]
    if not found and (more or spare[1:]):
        return Found(refused=("when-times-differ",))
    return Found(meant=tuple(found))


def _by_own_day(
    row: Cover, typed: tuple[Clock, Zoned], parts: tuple[Part, ...], context: Context, *, sundays: bool
) -> Iterator[Meant]:
    """ "Tonight 3pm New York time", typed in Paris: the time is of the other clock, the evening of the writer's own."""
    clock, zone = typed
    own, named = _days(row, context.zone, context, sundays=sundays)
    evenings = {
        datetime.combine(day, time()) + timedelta(hours=hour): clash
        for day, clash in own
        for hour in range(30)
        if all(hour in window(part) for part in parts)
    }
    for name in _possible(zone, context):
        around = {day + timedelta(days=shift) for day, _ in own for shift in (-1, 0, 1)}
        for day, hour in product(sorted(around), hours_meant(clock, (), named=named)):
            wall = _wall(day, hour, clock)
            if name in zone_names(zone, wall, context.zone):
                for moment in moments(wall, name):
                    here = local_now(moment.instant, context.zone).replace(minute=0, second=0)
                    if here in evenings and hour < 24:
                        yield Meant(moment, wall, row, evenings[here])


def _possible(zone: Zoned | None, context: Context) -> tuple[str, ...]:
    return (context.zone,) if zone is None or zone.own else tuple(dict.fromkeys((*zone.names, context.zone)))


def _wall(day: date, hour: int, clock: Clock) -> datetime:
    return datetime.combine(day, time(hour % 24, clock.minute, clock.second)) + timedelta(days=hour // 24)


def _days(row: Cover, zone: str, context: Context, *, sundays: bool) -> tuple[list[tuple[date, bool]], bool]:
    """The days that were meant, whether they clash with a part of what was typed, and whether a day was named.

    "Tomorrow" is counted on the clock that was named and on the reader's own: where it is already another day, both
    can be meant. Without a day it is the one that stands so far, else any from yesterday (whose night goes on) on.
    """
    elements = tuple(each for each in row if isinstance(each, (*DAY_ELEMENTS, Later)))
    found: dict[tuple[date, bool], None] = {}
    for counted in dict.fromkeys((zone, context.zone)):
        today = _today(context, counted, sundays=sundays)
        days = days_meant(elements, today)
        if days is None and today.edited is not None:
            days = Days(days=(today.edited,))
        if days is None:
            day = local_now(context.now, zone).date()
            return [(day + timedelta(days=shift), False) for shift in (-1, 0, 1, 2)], False
        spans = [each for each in elements if isinstance(each, Later)]
        if not (days.clash and spans):
            shifts = (0, -1) if any(each.fortnight for each in spans) else (0,)
            found.update(dict.fromkeys((day + timedelta(days=s), days.clash) for day in days.days for s in shifts))
    return list(found), True


def _today(context: Context, zone: str, *, sundays: bool) -> Today:
    edited = None
    if context.base is not None:
        stands = context.base.replace(tzinfo=ZoneInfo(context.zone))
        edited = local_now(stands, zone).date()
    return Today(day=local_now(context.now, zone).date(), edited=edited, sundays=sundays)


def _pairs(row: Cover) -> list[Pair]:
    """Each time of day with its zone: the one that stands next to it."""
    parts = [each for each in row if isinstance(each, (Clock, Zoned))]
    clocks = [each for each in parts if isinstance(each, Clock)]
    zones = [each for each in parts if isinstance(each, Zoned)]
    if len(clocks) == 1:
        return [(clocks[0], zones[0] if zones else None)]
    if len(zones) == len(clocks):
        return list(zip(clocks, zones, strict=True))
    if len(clocks) > 2:  # each has the zone right behind it
        behind = [*parts[1:], None]
        return [
            (each, after if isinstance(after, Zoned) else None)
            for each, after in zip(parts, behind, strict=True)
            if isinstance(each, Clock)
        ]
    if zones and isinstance(parts[1], Zoned):
        return [(clocks[0], zones[0]), (clocks[1], None)]
    return [(clocks[0], None), (clocks[1], zones[0] if zones else None)]


def _agrees(instant: datetime, other: Pair, context: Context) -> bool:
    """Whether the instant is also the other time that was typed, on the other clock."""
    clock, zone = other
    hours = {hour % 24 for hour in hours_meant(clock, (), named=True)}
    for name in _possible(zone, context) if zone is not None else (context.zone,):
        if name == context.zone and zone is not None and not zone.own and name not in zone.names:
            continue
        around = local_now(instant, name)
        for day in (around.date() + timedelta(days=shift) for shift in (-1, 0, 1)):
            for hour in hours:
                if any(each.instant == instant for each in moments(_wall(day, hour, clock), name)):
                    return True
    return False
