"""Which calendar days a phrase can mean, on a given day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.phrases.elements import (
    Ahead,
    Dated,
    Element,
    FromEaster,
    Later,
    MonthDay,
    OfMonth,
    Week,
    Weekday,
    Weekend,
)
from bot.errors import EtoileError

WEEK = timedelta(days=7)
DAY_ELEMENTS = (Ahead, Weekday, Week, Weekend, Dated, MonthDay, OfMonth, FromEaster)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days that a phrase can mean. `clash`: no day fits all that was typed; these fit a part of it each."""

    days: tuple[date, ...]
    clash: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The day from which is counted. `edited`: the day of what is edited, None when nothing is.

    `sundays`: whoever types may begin the week on a Sunday.
    """

    day: date
    edited: date | None = None
    sundays: bool = False


def days_meant(elements: tuple[Element, ...], today: Today) -> Days | None:
    """The days that these elements mean together; None when they name no day.

    Raises EtoileError: "when-no-such-day" for a date that no calendar has, "when-past" for one whose day of the week
    says that it is the last that is meant.
    """
    weekday = next((each for each in elements if isinstance(each, Weekday)), None)
    week = next((each for each in elements if isinstance(each, Week)), None)
    sets = [set(found) for each in elements if (found := _days_of(each, today)) is not None]
    if weekday is not None:
        return _with_weekday(weekday, week, sets, elements, today)
    if week is not None:
        return Days(days=(), clash=True)
    if not sets:
        return None
    if len(sets) == 1 and any(isinstance(each, MonthDay) for each in elements):
        later = sorted(day for day in sets[0] if day >= today.day)
        edited = {day for day in sets[0] if today.edited is not None and _month(day) == _month(today.edited)}
        return Days(days=tuple(sorted({*later[:1], *edited})))
    return _together(sets)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _together(sets: list[set[date]]) -> Days:
    """The days that are in all of the sets; where there are none, those of each."""
    common = sets[0].intersection(*sets[1:])
    return (
        Days(days=tuple(sorted(common))) if common else Days(days=tuple(sorted(set[date]().union(*sets))), clash=True)
    )


def _with_weekday(
    weekday: Weekday, week: Week | None, sets: list[set[date]], elements: tuple[Element, ...], today: Today
) -> Days:
    """The days that a day of the week means beside what else was typed. It settles what that leaves open."""
    later = next((each for each in elements if isinstance(each, Later)), None)
    if later is not None and not later.months and later.days % 7 == 0 and len(elements) == 2:
        return Days(days=tuple(sorted(_weeks_later(weekday, later.days, today.day))))
    if not sets:
        return Days(days=tuple(sorted(_of_weekday(weekday, week, today))))
    both = _together(sets)
    if both.clash:
        return both
    fitting = tuple(day for day in both.days if day.weekday() == weekday.number)
    if fitting and week is None and weekday.which != "last" and not weekday.weeks:
        return Days(days=fitting)
    first = both.days[0]
    yearless = any(isinstance(each, Dated) and each.year is None for each in elements)
    if yearless and _was(first, weekday.number, today.day):
        raise EtoileError("when-past")
    ahead = (weekday.number - first.weekday() + 3) % 7 - 3
    return Days(days=tuple(sorted({first, first + timedelta(days=ahead)})), clash=True)


def _was(day: date, weekday: int, today: date) -> bool:
    """Whether the date has just been, and on this day of the week."""
    try:
        before = day.replace(year=day.year - 1)
    except ValueError:
        return False
    return before.weekday() == weekday and today - before < timedelta(days=90)


def _weeks_later(weekday: Weekday, days: int, day: date) -> set[date]:
    """ "friday in 2 weeks": so long after the coming one, or in the week that it is then."""
    then = day + timedelta(days=days)
    coming = day + timedelta(days=(weekday.number - day.weekday()) % 7)
    return {coming + timedelta(days=days), then + timedelta(days=weekday.number - then.weekday())}


def _days_of(element: Element, today: Today) -> list[date] | None:
    """The days that one element names by itself, a day of the week left aside."""
    if isinstance(element, Ahead):
        return [today.day + timedelta(days=element.days)]
    if isinstance(element, Dated):
        return _of_date(element, today.day)
    if isinstance(element, MonthDay):
        return _of_month(element.day, today)
    if isinstance(element, Later):
        if not element.moved:
            return [later_day(element, today.day)]
        return None if today.edited is None else [later_day(element, today.edited)]
    if isinstance(element, (OfMonth, FromEaster)):
        return _moving_feast(element, today.day)
    if isinstance(element, Weekend):
        saturday = today.day + timedelta(days=5 - today.day.weekday()) + WEEK * element.ahead
        return [saturday, saturday + timedelta(days=1)]
    return None


def later_day(span: Later, day: date) -> date:
    """The day so many months and days later; the last of the month where it has no such day."""
    sign = -1 if span.ago else 1
    months = day.year * 12 + day.month - 1 + sign * span.months
    year, month = divmod(months, 12)
    if not 1 <= year <= 9000:
        raise EtoileError("when-too-far")
    moved = date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    try:
        return moved + timedelta(days=sign * span.days)
    except OverflowError:
        raise EtoileError("when-too-far") from None


def _of_date(dated: Dated, today: date) -> list[date]:
    """The day in the year that was typed, else the next from today on; 29 February in the next year that has one."""
    if dated.year is not None:
        if not 1 <= dated.year <= 9000 or dated.day > calendar.monthrange(dated.year, dated.month)[1]:
            raise EtoileError("when-no-such-day")
        return [date(dated.year, dated.month, dated.day)]
    for year in range(today.year, today.year + 9):
        if dated.day <= calendar.monthrange(year, dated.month)[1]:
            found = date(year, dated.month, dated.day)
            if found >= today:
                return [found]
    raise EtoileError("when-no-such-day")


def _moving_feast(element: OfMonth | FromEaster, today: date) -> list[date]:
    """The next day of a rule that names another date each year, from today on."""
    for year in (today.year, today.year + 1, today.year + 2):
        found = easter(year) + timedelta(days=element.days) if isinstance(element, FromEaster) else _nth(element, year)
        if found is not None and found >= today:
            return [found]
    raise EtoileError("when-no-such-day")


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth(rule: OfMonth, year: int) -> date | None:
    """The day of this rule in a year; None when the month has no fifth such day of the week."""
    last = calendar.monthrange(year, rule.month)[1]
    days = [day for day in range(1, last + 1) if date(year, rule.month, day).weekday() == rule.weekday]
    if rule.nth > len(days):
        return None
    return date(year, rule.month, days[rule.nth - 1 if rule.nth > 0 else rule.nth]) + timedelta(days=rule.plus)


def _of_month(number: int, today: Today) -> list[date]:
    """The next two days with this number, and the one in the month of what is edited."""
    found: list[date] = []
    year, month = today.day.year, today.day.month
    while len(found) < 2:
        if number <= calendar.monthrange(year, month)[1] and (year, month, number) >= today.day.timetuple()[:3]:
            found.append(date(year, month, number))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    edited = today.edited
    if edited is not None and number <= calendar.monthrange(edited.year, edited.month)[1]:
        found.append(edited.replace(day=number))
    return found


def _of_weekday(weekday: Weekday, week: Week | None, today: Today) -> set[date]:
    """The days that a day of the week can mean. "next friday" while this week's is still ahead has two meanings."""
    day = today.day
    ahead = (weekday.number - day.weekday()) % 7
    coming = day + timedelta(days=ahead)
    if week is not None:
        found = {day + timedelta(days=weekday.number - day.weekday()) + WEEK * week.ahead}
        if today.sundays:
            sunday = day - timedelta(days=(day.weekday() + 1) % 7)
            found.add(sunday + timedelta(days=(weekday.number + 1) % 7) + WEEK * week.ahead)
        return found
    if weekday.weeks:
        return {coming + WEEK * weekday.weeks}
    if weekday.which == "last":
        return {coming - WEEK}
    if weekday.which == "this":
        return {coming}
    if weekday.which == "coming":
        return {coming if ahead else coming + WEEK}
    if weekday.which == "next":
        if ahead == 0:
            return {coming + WEEK}
        same = coming.isocalendar()[:2] == day.isocalendar()[:2] or (today.sundays and day.weekday() == 6)
        return {coming, coming + WEEK} if same else {coming}
    found = {coming, coming + WEEK} if ahead == 0 else {coming}
    if today.edited is not None:
        found.add(today.edited + timedelta(days=weekday.number - today.edited.weekday()))
    return found
