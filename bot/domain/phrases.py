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
from bot.domain.phrase_days import DAYS_AHEAD, WEEKDAYS, day_named
from bot.domain.phrase_times import take_time, time_of
from bot.errors import EtoileError


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What a text means: a wall time, or a span from now. Exactly one of them is set."""

    wall: datetime | None = None
    span: timedelta | None = None


_EVENINGS = ("tonight", "evening", "night", "soir")
_UNITS = {
    **dict.fromkeys(("minutes", "minute", "mins", "min", "mn"), "minute"),
    **dict.fromkeys(("hours", "hour", "hrs", "hr", "heures", "heure", "h"), "hour"),
    **dict.fromkeys(("days", "day", "jours", "jour", "j", "d"), "day"),
    **dict.fromkeys(("weeks", "week", "semaines", "semaine"), "week"),
}
_ONE = {"a": 1, "an": 1, "one": 1, "un": 1, "une": 1}

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
    rest, clock = take_time(rest, locale)
    day_text = re.sub(
        r"\s+", " ", re.sub(r"(?<!\S)(?:at|a|on|from|around|about|vers|environ|des|@)(?!\S)", " ", rest)
    ).strip()
    evening = any(day_text.endswith(word) for word in _EVENINGS)
    day_text_known = day_text in DAYS_AHEAD
    if evening and not day_text_known:  # "friday evening", "vendredi soir"
        day_text = day_text.rsplit(" ", 1)[0]
    day = day_named(day_text, now, clock, evening=evening)
    if day is None and day_text:
        return None
    if clock is None:
        if day is None:
            return None
        raise EtoileError("when-no-time", day=day.isoformat())
    at = time_of(clock, day=day, evening=evening)
    if clock.midnight and (day is None or (evening and day == now.date())):
        return Phrase(wall=datetime.combine(now.date() + timedelta(days=1), time()))
    if day is None:
        day = now.date()
    return Phrase(wall=datetime.combine(day, at))


def understand_day(text: str, *, now: datetime) -> date | None:
    """The day that `text` names, without a time; None when it names none. Raises EtoileError like `understand`."""
    plain = folded(text).replace(",", " ").removeprefix("the ").strip()
    return day_named(plain, now, None, evening=False)


def understand_weekdays(text: str) -> frozenset[int] | None:
    """The days of the week that `text` lists (0 is Monday): "mon wed fri", "lundi, mercredi"; None if it is none."""
    days: set[int] = set()
    for word in re.split(r"[\s,;/&+]+", folded(text)):
        name = word.removesuffix(".")
        if name in {"and", "et", ""}:
            continue
        number = 1 if name == "mar" else WEEKDAYS.get(name, WEEKDAYS.get(name.removesuffix("s")))
        if number is None:
            return None
        days.add(number)
    return frozenset(days) or None


def fits(text: str, wall: datetime) -> bool:
    """Whether a reading of `text` by somebody else agrees with what is certain: its time of day and its weekday."""
    plain = folded(text)
    _, clock = take_time(plain, Locale.EN)
    if clock is None or not clock.sure or clock.midnight or (clock.hour, clock.minute) != (wall.hour, wall.minute):
        return False
    named = {WEEKDAYS[word] for word in re.findall(r"[a-z]+", plain) if word in WEEKDAYS}
    return named <= {wall.weekday()}


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
        _, clock = take_time(tail, Locale.EN)
        day = now.date() + timedelta(days=days)
        return None if clock is None else Phrase(wall=datetime.combine(day, time_of(clock, day=day, evening=False)))
    if days and not minutes:
        return Phrase(wall=(now + timedelta(days=days)).replace(second=0, microsecond=0))
    return Phrase(span=timedelta(days=days, minutes=minutes))
