"""The rule of a series of parties: wall time, one zone, and on which days. Instants follow from it, never the reverse.

Policy, printed on the card: an hour that the clocks skip is moved behind the gap; of an hour that comes twice it is the
first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal

Every = Literal["day", "week", "month"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Every `step` days; or every `step` weeks on these weekdays (0 is Monday); or every `step` months on their `nth`
    (-1: last) weekdays.

    It begins on or after `first_day`. It ends after `until` (a day in the zone) or after `times` occurrences, whichever
    comes first. Days in `skips` do not take place and do not count.
    """

    zone: str
    first_day: date
    at: time
    every: Every = "week"
    step: int = 1
    weekdays: frozenset[int] = field(default_factory=frozenset[int])
    nth: int | None = None
    until: date | None = None
    times: int | None = None
    skips: frozenset[date] = field(default_factory=frozenset[date])

    def __post_init__(self) -> None:
        if self.step < 1 or (self.every == "month") != (self.nth is not None):
            raise ValueError("a rule needs a step, and the nth weekday exactly when it is monthly")
        if self.every == "day":
            object.__setattr__(self, "weekdays", frozenset(range(7)))
        elif not self.weekdays:
            object.__setattr__(self, "weekdays", frozenset({self.first_day.weekday()}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One date of a series: its number from 0, the wall time of the rule, and the instant (UTC) that it is.

    `moved`: the clocks skip that hour, so it takes place after the gap. `twice`: it comes twice, the first counts.
    """

    index: int
    wall: datetime
    instant: datetime
    moved: bool = False
    twice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """A date of a series with what is watched on it."""

    occurrence: Occurrence
    first_episode: int
    last_episode: int


class SeriesState(StrEnum):
    """Where a series is: not posted yet, going on, or called off. One that ran to its end stays `OPEN`."""

    DRAFT = "draft"
    OPEN = "open"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series: its rule, and whose it is. `made` dates have become parties, `past` of them by an earlier rule, so that
    the rule's first date is number `past`. `per_evening` episodes stand on one date. `handed`: so many of its dates
    have been in a calendar file, which keeps them for ever."""

    id: int
    guild_id: int
    channel_id: int
    host_id: int
    rule: Rule
    last_episode: int
    made: int
    past: int
    sequence: int
    state: SeriesState
    per_evening: int = 1
    handed: int = 0
