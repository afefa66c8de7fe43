"""A quiz for a whole channel: its course, who may steer it, and what an answer is worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum, StrEnum

from bot.domain.locale import Locale
from bot.domain.member_text import Channel
from bot.domain.questions import QuizKind

FEWEST, USUAL, MOST = 3, 10, 20
"""How many questions a night may have; and how many when nobody says."""
SHORTEST, USUAL_SECONDS, LONGEST = 10, 20, 60
"""For how many seconds a question stands."""
PAUSE = timedelta(seconds=8)
"""How long an answer stands before the next question comes."""
GRACE_MS = 1000
"""A press on its way when the time was up still counts."""
FURTHEST = timedelta(days=60)
CALLED = timedelta(minutes=5)
"""So long before a planned night those are called who want to be."""
RIGHT, QUICK = 100, 50
"""Points for a right answer, and how many more at most for a quick one."""


class NightState(StrEnum):
    """Where a night is. The names stand in the database."""

    PLANNED = "planned"
    ASKING = "asking"
    TELLING = "telling"
    OVER = "over"


class City(StrEnum):
    """The two sides."""

    NEW_YORK = "new-york"
    PARIS = "paris"


class Sides(IntEnum):
    """Whether New York plays against Paris, and how one comes to a side. The numbers stand in the database."""

    NONE = 0
    CHOSEN = 1
    """At the first press."""
    BY_POLL = 2
    """By one's ballot in the server's poll of the two cities; who has none chooses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """A night. Instants are aware UTC.

    `number` is the question that is asked or told, from 1; 0 before the first. `asked_id` is the message in which it
    stands, None while it is still to be sent; `closes_at` is when its time is up, while it is told when the next one
    comes. `told`: the message shows the answer. `paused`: nothing comes after this question until the host says so.
    `daily_id`: it is one question of the day, which stands until the next one comes, and has no end of its own.
    """

    id: int
    guild_id: int
    channel_id: int
    parent_id: int | None
    host_id: int
    locale: Locale
    level: int
    kind: QuizKind | None
    seconds: int
    quick: bool
    cities: Sides
    state: NightState
    starts_at: datetime
    question_ids: tuple[str, ...]
    number: int = 0
    asked_id: int | None = None
    closes_at: datetime | None = None
    told: bool = False
    paused: bool = False
    skipped: frozenset[int] = frozenset()
    end_id: int | None = None
    daily_id: int | None = None

    @property
    def channel(self) -> Channel:
        """Where it takes place."""
        return Channel(self.channel_id, self.parent_id)

    @property
    def question_id(self) -> str | None:
        """The question that is asked or told; None before the first."""
        return self.question_ids[self.number - 1] if 0 < self.number <= len(self.question_ids) else None

    @property
    def last(self) -> bool:
        """Whether no question comes after this one."""
        return self.number >= len(self.question_ids)


def points(*, right: bool, elapsed_ms: int, seconds: int, quick: bool) -> int:
    """What an answer is worth that was given `elapsed_ms` after the question stood there for `seconds`."""
    if not right:
        return 0
    if not quick:
        return RIGHT
    left = 1 - min(max(elapsed_ms, 0), seconds * 1000) / (seconds * 1000)
    return RIGHT + round(QUICK * left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a player stands in a night: points, and how many answers were right. `named`: they may be named there."""

    user_id: int
    points: int
    right: int
    city: City | None
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Hardest:
    """A question of a night, and how many of those who answered had it right."""

    number: int
    question_id: str
    right: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A row of a table. Who has as many points as another has the same place."""

    user_id: int
    place: int
    points: int
    right: int
    answered: int
    named: bool


def city_points(players: list[Standing]) -> dict[City, float]:
    """What each side has: the points of its players, divided by their number, so that the larger one has no start."""
    found: dict[City, float] = {}
    for city in City:
        mine = [player.points for player in players if player.city == city]
        found[city] = sum(mine) / len(mine) if mine else 0.0
    return found


def season_of(instant: datetime) -> str:
    """Which season of the table an instant belongs to: the quarter of the year in UTC, "2026-4"."""
    at = instant.astimezone(UTC)
    return f"{at.year}-{(at.month - 1) // 3 + 1}"


def winner(cities: dict[City, float]) -> City | None:
    """The side that has won, counted in whole points; None for a draw."""
    new_york, paris = round(cities[City.NEW_YORK]), round(cities[City.PARIS])
    return None if new_york == paris else City.NEW_YORK if new_york > paris else City.PARIS


def length_of(night: Night) -> timedelta:
    """About how long a night takes."""
    return len(night.question_ids) * (timedelta(seconds=night.seconds) + PAUSE)
