"""The parts of which a phrase is made: times of day, days, spans, zones. A phrase is read as a row of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PartName = Literal["morning", "afternoon", "evening", "night"]
Which = Literal["plain", "this", "coming", "next", "last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day. `hour` is 0 to 24.

    `half`: "am" or "pm" was typed, and `hour` counts it already. `open`: by the number alone it can be either half.
    `loose`: counted to 24 by habit, so that "in the evening" may still add twelve. `style` "h" is "21h", "bare" a
    number alone; "dotted" and "year" are written so that they could be a date as well.
    """

    hour: int
    minute: int = 0
    second: int = 0
    half: Literal["am", "pm"] | None = None
    open: bool = False
    loose: bool = False
    midnight: bool = False
    style: Literal["h", "dotted", "year", "bare", "other"] = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day."""

    name: PartName


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many days from today: 0 is today, -1 is yesterday."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week (0 is Monday). `weeks`: so many weeks after the coming one."""

    number: int
    which: Which = "plain"
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Week:
    """The week in which a weekday lies: 0 this one, 1 the next."""

    ahead: int


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday of this week's end (0) or of the next (1)."""

    ahead: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day of a month. `iso`: the year stands first, and who writes so counts to 24."""

    day: int
    month: int
    year: int | None = None
    iso: bool = False


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month that is not named: "the 4th"."""

    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMonth:
    """The `nth` (-1: the last) such day of the week of a month, and so many days after it."""

    nth: int
    weekday: int
    month: int
    plus: int = 0


@dataclass(frozen=True, slots=True)
class FromEaster:
    """So many days after Easter Sunday."""

    days: int


@dataclass(frozen=True, slots=True)
class Same:
    """In an edit: the time, or the day, is the one that stands."""

    what: Literal["time", "day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A span from now. `minutes` is None for one of whole days. `fortnight`: French counts both ends of 8 and 15 days.

    `bare`: typed without "in". `added`: typed with a plus. `letter`: its last unit of days is a single letter.
    `moved`: counted from what stands, in an edit ("an hour later", "une heure plus tôt").
    """

    months: int = 0
    days: int = 0
    minutes: int | None = None
    bare: bool = False
    added: bool = False
    letter: bool = False
    fortnight: bool = False
    mixed: bool = False
    ago: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Zoned:
    """A zone that was typed, with every zone that it can mean.

    Each is an IANA name, or "UTC+05:30", or both joined by "@" for letters that name a fixed offset of a zone which
    changes its clocks: "UTC-05:00@America/New_York". `own`: the reader's own ("my time").
    """

    names: tuple[str, ...]
    letters: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Filler:
    """A word that says nothing by itself: "at", "le"."""


Element = (
    Clock
    | Part
    | Ahead
    | Weekday
    | Week
    | Weekend
    | Dated
    | MonthDay
    | OfMonth
    | FromEaster
    | Same
    | Later
    | Zoned
    | Filler
)
