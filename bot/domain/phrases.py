"""The grammar of instants as people type them in English and French: "friday 9pm", "4 décembre 20 h 30", "in 3 days".

It reads what can mean one thing only. What can mean two is refused with both readings, what is no date at all is left
to whoever calls. Wall time throughout: the zone is the caller's business.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.locale import Locale
from bot.errors import EtoileError


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What a text means: a wall time, or a span from now. Exactly one of them is set."""

    wall: datetime | None = None
    span: timedelta | None = None


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
_WEEKDAYS = {
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
_DAYS_AHEAD = {
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
_EVENINGS = ("tonight", "evening", "night", "soir")
_UNITS = {
    **dict.fromkeys(("minutes", "minute", "mins", "min", "mn"), "minute"),
    **dict.fromkeys(("hours", "hour", "hrs", "hr", "heures", "heure", "h"), "hour"),
    **dict.fromkeys(("days", "day", "jours", "jour", "j", "d"), "day"),
    **dict.fromkeys(("weeks", "week", "semaines", "semaine"), "week"),
}
_ONE = {"a": 1, "an": 1, "one": 1, "un": 1, "une": 1}

_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = "(?P<weekday>" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_PART = r"(?:\s*(?P<part>in the morning|du matin|in the evening|at night|du soir|in the afternoon|de l'apres-midi))?"
_TIMES = (
    re.compile(r"(?<![\d:/.-])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.?|p\.m\.?)(?!\w)"),
    re.compile(r"(?<![\d:/.-])(?P<hour>\d{1,2})\s*(?P<french>h|heures?)(?:\s*(?P<minute>\d{2}))?(?!\w)" + _PART),
    re.compile(r"(?<![\d:/.-])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?(?![\d:])" + _PART),
    re.compile(r"(?<!\w)(?P<word>noon|midday|midnight|midi|minuit)(?!\w)"),
    re.compile(r"(?<!\S)(?:at |a )(?P<hour>\d{1,2})(?!\S)" + _PART),
    re.compile(r"^(?P<hour>\d{1,2})$"),
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_MONTH = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?(?: of)? {_MONTH}(?: (?P<year>\d{{4}}))?")
_MONTH_DAY = re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<year>\d{{4}}))?")
_NUMBERS = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})(?:[/.-](?P<year>\d{4}))?\.?")
_DAY_ONLY = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)|le (?P<le>\d{1,2})(?:er)?")
_OF_WEEK = re.compile(
    rf"(?P<before>next week|next|this|coming|ce|prochain)? ?{_WEEKDAY}"
    r" ?(?P<after>next week|de la semaine prochaine|semaine prochaine|prochain|qui vient|en huit)?"
)
_SPAN = re.compile(r"(?:in|dans|d'ici) (?P<amounts>.+)")
_AMOUNT = re.compile(
    r"(?P<count>\d{1,4}|an?|one|une?)\s*(?P<unit>[a-z]+)(?:\s*(?P<rest>\d{2})(?![\d\w]))?(?: et | and |, ?| )?"
)


def folded(text: str) -> str:
    """`text` in lower case, without accents and curly apostrophes, with single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'"))
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def understand(text: str, *, now: datetime, locale: Locale) -> Phrase | None:
    """What `text` means at the wall time `now` (naive); None when this grammar does not read it.

    Raises EtoileError for what has two meanings, no time of day, or names a day that does not exist.
    """
    rest = folded(text).replace(",", " ").replace(" the ", " ").removeprefix("the ").strip()
    span = _span(rest, now)
    if span is not None:
        return span
    rest, clock = _take_time(rest, locale)
    day_text = re.sub(
        r"\s+", " ", re.sub(r"(?<!\S)(?:at|a|on|from|around|about|vers|environ|des|@)(?!\S)", " ", rest)
    ).strip()
    evening = any(day_text.endswith(word) for word in _EVENINGS)
    day_text_known = day_text in _DAYS_AHEAD
    if evening and not day_text_known:  # "friday evening", "vendredi soir"
        day_text = day_text.rsplit(" ", 1)[0]
    day = _day(day_text, now, clock, evening=evening)
    if day is None and day_text:
        return None
    if clock is None:
        if day is None:
            return None
        raise EtoileError("when-no-time", day=day.isoformat())
    at = _clock(clock, day=day, evening=evening)
    if clock.midnight and (day is None or (evening and day == now.date())):
        return Phrase(wall=datetime.combine(now.date() + timedelta(days=1), time()))
    if day is None:
        day = now.date()
    return Phrase(wall=datetime.combine(day, at))


def understand_day(text: str, *, now: datetime) -> date | None:
    """The day that `text` names, without a time; None when it names none. Raises EtoileError like `understand`."""
    plain = folded(text).replace(",", " ").removeprefix("the ").strip()
    return _day(plain, now, None, evening=False)


def understand_weekdays(text: str) -> frozenset[int] | None:
    """The days of the week that `text` lists (0 is Monday): "mon wed fri", "lundi, mercredi"; None if it is none."""
    days: set[int] = set()
    for word in re.split(r"[\s,;/&+]+", folded(text)):
        name = word.removesuffix(".")
        if name in {"and", "et", ""}:
            continue
        number = 1 if name == "mar" else _WEEKDAYS.get(name, _WEEKDAYS.get(name.removesuffix("s")))
        if number is None:
            return None
        days.add(number)
    return frozenset(days) or None


def fits(text: str, wall: datetime) -> bool:
    """Whether a reading of `text` by somebody else agrees with what is certain: its time of day and its weekday."""
    plain = folded(text)
    _, clock = _take_time(plain, Locale.EN)
    if clock is None or not clock.sure or clock.midnight or (clock.hour, clock.minute) != (wall.hour, wall.minute):
        return False
    named = {_WEEKDAYS[word] for word in re.findall(r"[a-z]+", plain) if word in _WEEKDAYS}
    return named <= {wall.weekday()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clock:
    """A time of day as typed. `sure`: it can only mean one half of the day."""

    hour: int
    minute: int
    sure: bool
    midnight: bool = False
    morning: bool = False


def _take_time(text: str, locale: Locale) -> tuple[str, _Clock | None]:
    """The text without its time of day, and that time."""
    for pattern in _TIMES:
        if (found := pattern.search(text)) is not None:
            break
    else:
        return text, None
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
    groups = found.groupdict()
    if word := groups.get("word"):
        midnight = word in {"midnight", "minuit"}
        return rest, _Clock(hour=0 if midnight else 12, minute=0, sure=True, midnight=midnight)
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    part = groups.get("part") or ""
    half = (groups.get("half") or "").replace(".", "")
    if half or part:
        late = half == "pm" or any(word in part for word in ("evening", "night", "soir", "afternoon", "apres-midi"))
        if half and not 1 <= hour <= 12:
            raise EtoileError("when-not-understood")
        if hour == 12 and half:
            hour = 12 if late else 0
        elif late and hour < 12:
            hour += 12
        return rest, _checked(hour, minute, sure=True, morning=not late)
    bare = "minute" not in groups or groups["minute"] is None
    french = bool(groups.get("french"))
    leading_zero = found.group("hour").startswith("0")
    sure = french or leading_zero or hour == 0 or hour > 12
    if not bare and not sure:
        sure = locale is Locale.FR or hour == 12  # who writes French counts to 24
    if bare and not french and hour > 12 and not found.group().startswith(("at ", "a ")):
        raise EtoileError("when-not-understood")
    return rest, _checked(hour, minute, sure=sure)


def _checked(hour: int, minute: int, *, sure: bool, morning: bool = False) -> _Clock:
    if hour == 24 and minute == 0:
        raise EtoileError("when-midnight")
    if hour > 23 or minute > 59:
        raise EtoileError("when-not-understood")
    return _Clock(hour=hour, minute=minute, sure=sure, morning=morning)


def _clock(clock: _Clock, *, day: date | None, evening: bool) -> time:
    """The time of day that is meant, given whether an evening was named."""
    if clock.midnight and day is not None and not evening:
        raise EtoileError("when-midnight")
    if evening and not clock.midnight:
        if clock.morning or clock.hour == 0:
            raise EtoileError("when-midnight")
        if clock.hour < 12:
            return time(clock.hour + 12, clock.minute)
    if not clock.sure:
        other = clock.hour + 12 if clock.hour < 12 else 0
        early, late = sorted((clock.hour % 24, other % 24))
        raise EtoileError(
            "when-which-half", first=f"{early:02}:{clock.minute:02}", second=f"{late:02}:{clock.minute:02}"
        )
    return time(clock.hour, clock.minute)


def _span(text: str, now: datetime) -> Phrase | None:
    """ "in 3 days", "dans 1 h 30", "in 2 days at 21:00"."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    amounts, _, tail = re.sub(r" (?:at|a) (?=\d)", " @ ", found["amounts"]).partition(" @ ")
    if amounts in {"half an hour", "une demi-heure"}:
        return Phrase(span=timedelta(minutes=30))
    minutes = days = position = 0
    while position < len(amounts):
        amount = _AMOUNT.match(amounts, position)
        unit = _UNITS.get(amount["unit"]) if amount else None
        if amount is None or unit is None:
            return None
        count = _ONE.get(amount["count"]) or int(amount["count"])
        minutes += {"minute": count, "hour": count * 60}.get(unit, 0) + int(amount["rest"] or 0)
        days += {"day": count, "week": count * 7}.get(unit, 0)
        position = amount.end()
    if tail:
        if minutes:
            return None
        _, clock = _take_time(tail, Locale.EN)
        day = now.date() + timedelta(days=days)
        return None if clock is None else Phrase(wall=datetime.combine(day, _clock(clock, day=day, evening=False)))
    if days and not minutes:
        return Phrase(wall=(now + timedelta(days=days)).replace(second=0, microsecond=0))
    return Phrase(span=timedelta(days=days, minutes=minutes))


def _day(text: str, now: datetime, clock: _Clock | None, *, evening: bool) -> date | None:
    """The day that `text` names; None when it names none."""
    today = now.date()
    if text in _DAYS_AHEAD:
        return today + timedelta(days=_DAYS_AHEAD[text])
    if (found := _ISO.fullmatch(text)) is not None:
        return _real(int(found[1]), int(found[2]), int(found[3]))
    text = text.removeprefix("le ") if re.match(r"le [a-z]", text) else text
    weekday = re.match(
        _WEEKDAY + r" (?=(?:le )?\d)|" + _WEEKDAY.replace("weekday", "other") + r" (?=[a-z]+\.? \d)", text
    )
    if weekday is not None and (day := _dated(text[weekday.end() :].removeprefix("le "), today)) is not None:
        if day.weekday() != _WEEKDAYS[weekday["weekday"] or weekday["other"]]:
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


def _of_week(found: re.Match[str], now: datetime, clock: _Clock | None, *, evening: bool) -> date:
    """The weekday that is meant. "next friday" while this week's is still ahead has two meanings."""
    today = now.date()
    ahead = (_WEEKDAYS[found["weekday"]] - today.weekday()) % 7
    day = today + timedelta(days=ahead)
    before, after = found["before"] or "", found["after"] or ""
    if before == "next week" or after in {"next week", "de la semaine prochaine", "semaine prochaine"}:
        return today + timedelta(days=7 - today.weekday() + _WEEKDAYS[found["weekday"]])
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
