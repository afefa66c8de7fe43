"""A typed moment, read whole or not at all: one instant, a question with every instant that it can be, or a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.locale import Locale
from bot.domain.phrases.context import Asked, Context, Reading, Why, text_of
from bot.domain.phrases.covers import Cover, covers, line_of
from bot.domain.phrases.elements import Clock, Dated, Later, Zoned
from bot.domain.phrases.line import Line
from bot.domain.phrases.meaning import FARTHEST, Found, Meant, meaning
from bot.errors import EtoileError

LONGEST = 100
"""So many characters are read; what is longer is no date."""
_STAMP = re.compile(r"<t:(-?\d{1,13})(?::[A-Za-z])?>")
_EPOCH = re.compile(r"\s*(?:unix|epoch|t:)?\s*(\d{10})(?:\d{3})?\s*", re.ASCII)
"""Seconds, or milliseconds, since 1970, as clocks for programmers show them."""
_FIRST_TOLD = ("when-past", "when-no-such-day", "when-too-far", "when-times-differ", "when-part-wrong")


def read_moment(text: str, context: Context, *, locale: Locale) -> Reading | Asked:
    """What `text` means. `locale` is that of whoever typed it.

    Raises EtoileError: "when-past", "when-too-far", "when-no-time" (with the day), "when-no-such-day",
    "when-part-wrong" ("tomorrow morning 8pm"), "when-times-differ" (two times that are not the same instant), and
    "when-not-understood" for everything that is not read to its last word.
    """
    if len(text) > LONGEST:
        raise EtoileError("when-not-understood")
    if (stamps := set(_STAMP.findall(text))) and not line_of(_STAMP.sub(" ", text), locale).tokens:
        return _stamped(stamps, context)
    if stamps:
        raise EtoileError("when-not-understood")
    if (epoch := _EPOCH.fullmatch(text)) is not None:
        return _stamped({epoch[1]}, context)
    line = line_of(text, locale)
    sundays = not line.french
    rows = _preferred(covers(line, home=context.zone), line, editing=context.base is not None)
    found = [meaning(row, context, sundays=sundays) for row in rows]
    meant = _as_the_french_write(line, [each for one in found for each in one.meant])
    ahead = [each for each in meant if context.now < each.moment.instant <= context.now + FARTHEST]
    chosen = [each for each in ahead if not each.clash] or ahead
    no_time = [day for one in found for day in one.no_time if day >= context.wall.date()]
    near = [day for day in no_time if day <= context.wall.date() + FARTHEST]
    if near and (not chosen or all(_could_be_a_date(each.row) for each in chosen)):
        raise EtoileError("when-no-time", day=min(near).isoformat())
    if not chosen:
        raise _refusal(found, meant, context)
    return _answer(chosen, context)


def _stamped(stamps: set[str], context: Context) -> Reading:
    """Discord's own timestamp, alone but for decoration; the same one twice ("<t:…:F> (<t:…:R>)") is one."""
    if len(stamps) > 1:
        raise EtoileError("when-times-differ")
    try:
        instant = datetime.fromtimestamp(int(stamps.pop()), UTC)
    except (OverflowError, ValueError, OSError):
        raise EtoileError("when-too-far") from None
    if instant <= context.now:
        raise EtoileError("when-past")
    if instant - context.now > FARTHEST:
        raise EtoileError("when-too-far")
    return Reading(instant=instant, text=text_of(instant, context.zone), zone=context.zone)


def _preferred(rows: list[Cover], line: Line, *, editing: bool) -> list[Cover]:
    """The rows without those that nobody means: "21h" in French is no span, "2h" in English no time of day."""
    spans = [row for row in rows if _later(row) is not None]
    clocks = [row for row in rows if _h_clock(row) is not None]
    if not spans or not clocks:
        return rows
    dropped: set[Cover] = set()
    for row in spans:
        later = _later(row)
        assert later is not None
        if later.minutes is None or _h_clock(row) is not None:
            continue
        for other in clocks:
            clock = _h_clock(other)
            assert clock is not None
            if later.mixed:
                small = clock.hour <= 12
                if later.letter and small:
                    dropped.add(other)
                elif not later.letter and line.french and clock.hour >= 8:
                    dropped.add(row)
            elif later.bare and (line.french or editing):
                dropped.add(row)
            elif later.bare and clock.hour <= 12 and not clock.minute and _later(other) is None and len(other) == 1:
                dropped.add(other)
    return [row for row in rows if row not in dropped]


def _as_the_french_write(line: Line, meant: list[Meant]) -> list[Meant]:
    """Without "dimanche à 6 heures", where an edit's "dimanche 6" is a date: in French hours have their letter."""
    dates = [each for each in meant if not each.clash and not any(isinstance(one, Clock) for one in each.row)]
    if not (line.french and dates):
        return meant
    return [each for each in meant if not any(isinstance(one, Clock) and one.style == "bare" for one in each.row)]


def _later(row: Cover) -> Later | None:
    return next((each for each in row if isinstance(each, Later)), None)


def _h_clock(row: Cover) -> Clock | None:
    return next((each for each in row if isinstance(each, Clock) and each.style == "h"), None)


def _could_be_a_date(row: Cover) -> bool:
    """Whether the time in this row is written as a date or a year could be: "21.12", "december 4 2027"."""
    return any(isinstance(each, Clock) and each.style in {"dotted", "year"} for each in row)


def _refusal(found: list[Found], meant: list[Meant], context: Context) -> EtoileError:
    """Why nothing that is ahead was meant."""
    reasons = {key for one in found for key in one.refused}
    if any(day < context.wall.date() for one in found for day in one.no_time):
        reasons.add("when-past")
    for each in meant:
        reasons.add("when-past" if each.moment.instant <= context.now else "when-too-far")
    if not reasons and any(one.no_time for one in found):
        reasons.add("when-too-far")
    return EtoileError(next((key for key in _FIRST_TOLD if key in reasons), "when-not-understood"))


def _answer(chosen: list[Meant], context: Context) -> Reading | Asked:
    by_instant: dict[datetime, Meant] = {}
    for each in chosen:
        by_instant.setdefault(each.moment.instant, each)
    instants = sorted(by_instant)
    readings = tuple(_reading(by_instant[instant], context) for instant in instants)
    if len(readings) == 1:
        return readings[0]
    return Asked(why=_why([by_instant[instant] for instant in instants]), readings=readings)


def _reading(meant: Meant, context: Context) -> Reading:
    instant = meant.moment.instant.astimezone(UTC).replace(microsecond=0)
    here = ZoneInfo(context.zone)
    named = any(not isinstance(each, (Clock, Zoned)) for each in meant.row) or context.base is not None
    later = instant.astimezone(here).date() > context.wall.date()
    return Reading(
        instant=instant, text=text_of(instant, context.zone), zone=meant.moment.zone, tomorrow=later and not named
    )


def _why(meant: list[Meant]) -> Why:
    """What the readings differ in."""
    if any(each.clash for each in meant):
        return "weekday"
    changes = {each.moment.change for each in meant}
    if changes == {"twice"} or changes == {"skipped"}:
        return "twice" if "twice" in changes else "skipped"
    if any(_later(each.row) for each in meant):
        hours = {later is not None and later.minutes is not None for later in map(_later, (each.row for each in meant))}
        return "span" if len(hours) > 1 or not all(_later(each.row) for each in meant) or _added(meant) else "day"
    if len({each.wall for each in meant}) == 1:
        return "zone"
    dates = {_dates(each.row) for each in meant}
    if len(dates) > 1 and len({frozenset(pair) for pair in dates}) == 1:
        return "order"
    if len({each.moment.zone for each in meant}) > 1:
        return "zone"
    return _by_the_clock(meant)


def _added(meant: Iterable[Meant]) -> bool:
    return any((later := _later(each.row)) is not None and later.added for each in meant)


def _dates(row: Cover) -> tuple[int, ...]:
    """The numbers of the date in this row, in the order of day and month."""
    return next(((each.day, each.month) for each in row if isinstance(each, Dated)), ())


def _by_the_clock(meant: list[Meant]) -> Why:
    midnight = any(isinstance(each, Clock) and each.midnight for one in meant for each in one.row)
    if midnight:
        return "midnight"
    times = {each.wall.time() for each in meant}
    if len(times) == 1:
        return "day"
    days = {each.wall.date() for each in meant}
    gap = meant[-1].wall - meant[0].wall
    return "half" if len(days) == 1 or (len(meant) == 2 and gap <= timedelta(hours=24)) else "several"
