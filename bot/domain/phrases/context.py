"""What a phrase is read against, and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

Why = Literal["half", "day", "order", "zone", "midnight", "span", "twice", "skipped", "weekday", "several"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """`now` is aware. `zone` is the IANA zone of the clock on which the text is read: the reader's, or in an edit the
    party's. `base`: in an edit, the wall time in `zone` that stands so far; what is not typed stays as it is there."""

    now: datetime
    zone: str
    base: datetime | None = None

    @property
    def wall(self) -> datetime:
        """What the clock in `zone` shows (naive)."""
        return self.now.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One instant that a text means.

    `instant` is aware, UTC. `text`, typed into the same field, means exactly this instant. `zone`: where the clock
    stands that was meant, as an IANA name or as "UTC+05:30". `tomorrow`: no day was typed, and today that time has
    passed.
    """

    instant: datetime
    text: str
    zone: str
    tomorrow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text with two or more readings, the earliest first, and what they differ in.

    "half": morning or evening; "day": which week or month; "order": day or month first; "zone": whose letters;
    "midnight": which night; "span": a span or a time of day; "twice" and "skipped": the clocks are changed just then;
    "weekday": the day of the week and the date do not fit together; "several": something else.
    """

    why: Why
    readings: tuple[Reading, ...]


def text_of(instant: datetime, zone: str) -> str:
    """The instant as a text that means exactly it, typed by somebody in `zone`: "2026-12-04 20:30"."""
    here = ZoneInfo(zone)
    local = instant.astimezone(here)
    wall = local.replace(tzinfo=None)
    text = f"{wall:%Y-%m-%d %H:%M:%S}" if wall.second else f"{wall:%Y-%m-%d %H:%M}"
    if wall.replace(tzinfo=here, fold=0).astimezone(UTC) == wall.replace(tzinfo=here, fold=1).astimezone(UTC):
        return text
    offset = f"{local:%z}"
    return f"{text} {offset[:3]}:{offset[3:5]}"
