"""When people mean: what they type becomes an instant or a day, a question with every reading, or a refusal.

`bot.domain.phrases` reads; here its questions become errors, so that a caller that can show buttons catches `Asked` or
`AskedDay` and goes on with the chosen reading, and for every other caller the sentence says what to type instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from bot.domain import phrases
from bot.domain.locale import Locale
from bot.domain.phrases import Context, Reading, Rhythm, Why
from bot.errors import EtoileError

__all__ = [
    "Asked",
    "AskedDay",
    "Reading",
    "Rhythm",
    "parse_day",
    "parse_days",
    "parse_rhythm",
    "parse_slots",
    "parse_weekdays",
    "parse_when",
]


class Asked(EtoileError):
    """What was typed can mean two moments or more, the earliest first; `why` says in what they differ.

    Each reading has its instant, and a text that, typed into the same field, means exactly that instant.
    """

    def __init__(self, why: Why, readings: tuple[Reading, ...]) -> None:
        super().__init__(f"when-asked-{why}", choices=_choices(reading.text for reading in readings))
        self.why = why
        self.readings = readings


class AskedDay(EtoileError):
    """What was typed can mean two days or more, the earliest first."""

    def __init__(self, days: tuple[date, ...]) -> None:
        super().__init__("when-asked-which-day", choices=_choices(day.isoformat() for day in days))
        self.days = days


def parse_when(text: str, *, now: datetime, zone: str, locale: Locale, base: datetime | None = None) -> Reading:
    """What `text` means to somebody whose clock is in the IANA `zone`; its `instant` is aware, UTC, after `now`.

    In an edit, `base` is the wall time (naive, in `zone`, which is then the party's) that stands so far: the day or the
    time that is not typed stays as it is there. Raises Asked when two moments can be meant, EtoileError when none can.
    """
    found = phrases.read_moment(text, Context(now=now, zone=zone, base=base), locale=locale)
    if isinstance(found, phrases.Asked):
        raise Asked(found.why, found.readings)
    return found


def parse_day(text: str, *, now: datetime, zone: str, locale: Locale = Locale.EN) -> date:
    """The calendar day, today or later in `zone`, that `text` means. Raises AskedDay or EtoileError."""
    return _one(phrases.read_day(text[: phrases.LONGEST], Context(now=now, zone=zone), locale=locale))


def parse_days(text: str, *, now: datetime, zone: str, locale: Locale = Locale.EN) -> frozenset[date]:
    """The calendar days that `text` lists: "December 25, 2026, January 1, 2027". Raises AskedDay or EtoileError."""
    found = phrases.read_days(text[:1000], Context(now=now, zone=zone), locale=locale)
    return frozenset(_one(day) for day in found)


def parse_slots(text: str, *, now: datetime, zone: str, locale: Locale) -> tuple[datetime, ...]:
    """The moments that `text` lists, aware, UTC, after `now`, the earliest first, each once: "sat or sun 20h Paris".

    Raises Asked for a moment that can be two, EtoileError for a list with a piece that says none.
    """
    found = phrases.read_slots(text, phrases.Context(now=now, zone=zone), locale=locale)
    for each in found:
        if isinstance(each, phrases.Asked):
            raise Asked(each.why, each.readings)
    return tuple(sorted({each.instant for each in found if not isinstance(each, phrases.Asked)}))


def parse_weekdays(text: str) -> frozenset[int]:
    """The days of the week that `text` lists, 0 is Monday. Raises EtoileError("when-no-weekdays")."""
    return phrases.read_weekdays(text[: phrases.LONGEST])


def parse_rhythm(text: str) -> Rhythm:
    """How often: "every 10 days", "third friday of the month". Raises EtoileError("when-no-rhythm")."""
    return phrases.read_rhythm(text[: phrases.LONGEST])


def _one(found: date | phrases.AskedDay) -> date:
    if isinstance(found, phrases.AskedDay):
        raise AskedDay(found.days)
    return found


def _choices(texts: Iterable[str]) -> str:
    return " · ".join(f"`{text}`" for text in texts)
