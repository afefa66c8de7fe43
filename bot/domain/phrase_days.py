"""Days as people type them, in folded words: "tomorrow", "4 decembre", "next friday"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from bot.domain.phrase_times import TimeOfDay
from bot.errors import EtoileError

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv",
            "february feb fevrier fevr fev",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug aout",
            "september sept sep septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec decembre",
        ),
        start=1,
    )
    for name in names.split()
}
# Without "mar": a month to some, a Tuesday to others.
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon lundi lun",
            "tuesday tues tue mardi",
            "wednesday wed mercredi mer",
            "thursday thurs thur thu jeudi jeu",
            "friday fri vendredi ven",
            "saturday sat samedi sam",
            "sunday sun dimanche dim",
        )
    )
    for name in names.split()
}
DAYS_AHEAD = {
    "today": 0,
    "tonight": 0,
    "this evening": 0,
    "aujourd'hui": 0,
    "ce soir": 0,
    "tomorrow": 1,
    "demain": 1,
    "tomorrow evening": 1,
    "tomorrow night": 1,
    "demain soir": 1,
    "day after tomorrow": 2,
    "apres-demain": 2,
    "apres demain": 2,
}

_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = "(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_MONTH = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?(?: of)? {_MONTH}(?: (?P<year>\d{{4}}))?")
_MONTH_DAY = re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<year>\d{{4}}))?")
_NUMBERS = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})(?:[/.-](?P<year>\d{4}))?\.?")
_DAY_ONLY = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)|le (?P<le>\d{1,2})(?:er)?")
_OF_WEEK = re.compile(
    rf"(?P<before>next week|next|this|coming|ce|prochain)? ?{_WEEKDAY}"
    r" ?(?P<after>next week|de la semaine prochaine|semaine prochaine|prochain|qui vient|en huit)?"
)


def day_named(text: str, now: datetime, clock: TimeOfDay | None, *, evening: bool) -> date | None:
    """The day that `text` names; None when it names none."""
    today = now.date()
    if text in DAYS_AHEAD:
        return today + timedelta(days=DAYS_AHEAD[text])
    if (found := _ISO.fullmatch(text)) is not None:
        return _real(int(found[1]), int(found[2]), int(found[3]))
    text = text.removeprefix("le ") if re.match(r"le [a-z]", text) else text
    weekday = re.match(
        _WEEKDAY + r" (?=(?:le )?\d)|" + _WEEKDAY.replace("weekday", "other") + r" (?=[a-z]+\.? \d)", text
    )
    if weekday is not None and (day := _dated(text[weekday.end() :].removeprefix("le "), today)) is not None:
        if day.weekday() != WEEKDAYS[weekday["weekday"] or weekday["other"]]:
            raise EtoileError("when-weekday-wrong", day=day.isoformat())
        return day
    if (day := _dated(text.removeprefix("le ") if not _DAY_ONLY.fullmatch(text) else text, today)) is not None:
        return day
    if (found := _OF_WEEK.fullmatch(text.removeprefix("le "))) is not None:
        return _of_week(found, now, clock, evening=evening)
    return None


def _dated(text: str, today: date) -> date | None:
    """A day of a month, in words or numbers."""
    if (found := _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text)) is not None:
        return _in_year(found["year"], _MONTHS[found["month"]], int(found["day"]), today)
    if (found := _NUMBERS.fullmatch(text)) is not None:
        first, second = int(found["first"]), int(found["second"])
        if first == second or first > 12 or second > 12:
            day, month = (first, second) if second <= 12 else (second, first)
            return _in_year(found["year"], month, day, today)
        raise EtoileError(
            "when-ambiguous",
            first=_in_year(found["year"], second, first, today).isoformat(),
            second=_in_year(found["year"], first, second, today).isoformat(),
        )
    if (found := _DAY_ONLY.fullmatch(text)) is not None:
        return _next_day(int(found["day"] or found["le"]), today)
    return None


def _real(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise EtoileError("when-no-such-day") from None


def _in_year(year: str | None, month: int, day: int, today: date) -> date:
    """The day in the given year, else the next one from today on; 29 February in the next year that has one."""
    if year:
        return _real(int(year), month, day)
    _real(2028, month, day)  # a leap year: 30 February exists in no year
    for candidate in range(today.year, today.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise EtoileError("when-no-such-day")


def _next_day(day: int, today: date) -> date:
    """The next day of a month with this number, today included."""
    _real(2028, 1, day)
    found = today
    while found.day != day:
        found += timedelta(days=1)
    return found


def _of_week(found: re.Match[str], now: datetime, clock: TimeOfDay | None, *, evening: bool) -> date:
    """The weekday that is meant. "next friday" while this week's is still ahead has two meanings."""
    today = now.date()
    ahead = (WEEKDAYS[found["weekday"]] - today.weekday()) % 7
    day = today + timedelta(days=ahead)
    before, after = found["before"] or "", found["after"] or ""
    if before == "next week" or after in {"next week", "de la semaine prochaine", "semaine prochaine"}:
        return today + timedelta(days=7 - today.weekday() + WEEKDAYS[found["weekday"]])
    if after == "en huit":
        return day + timedelta(days=7)
    later = day + timedelta(days=7)
    if before == "next" or after == "prochain" or before == "prochain":
        if ahead == 0:
            return later
        if day.isocalendar()[:2] == today.isocalendar()[:2]:
            raise EtoileError("when-ambiguous", first=day.isoformat(), second=later.isoformat())
        return day
    if ahead == 0 and before not in {"this", "ce"} and clock is not None:
        hour = clock.hour + 12 if evening and clock.hour < 12 else clock.hour
        if time(hour, clock.minute) <= now.time():
            return later
        raise EtoileError("when-ambiguous", first=today.isoformat(), second=later.isoformat())
    return day
