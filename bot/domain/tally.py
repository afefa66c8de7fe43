"""Counts: what was chosen how often, who leads, and how an arc bends over the season."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from bot.domain.poll import MOST_ANSWERS, SECRET_BELOW
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE

NO_COUNTS = (0,) * MOST_ANSWERS


@dataclass(frozen=True, slots=True)
class Tally:
    """How many voted, and how often each answer was chosen (always ten; unused ones are 0)."""

    voters: int = 0
    counts: tuple[int, ...] = NO_COUNTS

    def share(self, option: int) -> float:
        """The part of the voters, 0 to 1, who chose this answer. With several answers each, parts exceed 1 in sum."""
        return self.counts[option] / self.voters if self.voters else 0.0

    @property
    def leaders(self) -> tuple[int, ...]:
        """The answers with most votes: more than one is a tie, none means that nobody voted."""
        most = max(self.counts)
        return tuple(option for option, count in enumerate(self.counts) if count == most) if most else ()

    def __add__(self, other: Tally) -> Tally:
        counts = tuple(mine + theirs for mine, theirs in zip(self.counts, other.counts, strict=True))
        return Tally(self.voters + other.voters, counts)


Tallies: TypeAlias = Mapping[tuple[int, bool], Tally]
"""Counts by episode (0 but in an arc) and whether of newcomers."""


def total(tallies: Tallies, episode: int | None = None) -> Tally:
    """All ballots, or those of one episode, newcomers' or not."""
    return sum((tally for (at, _), tally in tallies.items() if episode in (None, at)), Tally())


@lru_cache(maxsize=1 << MOST_ANSWERS)
def to_mask(choices: frozenset[int]) -> int:
    """Choices as bits."""
    return sum(1 << option for option in choices)


@lru_cache(maxsize=1 << MOST_ANSWERS)
def from_mask(mask: int) -> frozenset[int]:
    """The choices of such bits."""
    return frozenset(option for option in range(MOST_ANSWERS) if mask >> option & 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArcPoint:
    """One episode of an arc: all ballots, or None when they are too few to be shown.

    `newcomers` had seen just this episode when they voted, `returning` had seen more; both None unless each group is
    large enough to be told apart.
    """

    episode: int
    tally: Tally | None
    newcomers: Tally | None
    returning: Tally | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """Episodes 1 to `upto`, as far as the reader may see them."""

    points: tuple[ArcPoint, ...]

    @property
    def known(self) -> tuple[ArcPoint, ...]:
        """The episodes that have a result."""
        return tuple(point for point in self.points if point.tally is not None)

    @property
    def split(self) -> bool:
        """Whether first-timers and re-watchers can be told apart anywhere."""
        return any(point.newcomers is not None for point in self.points)


def arc_of(tallies: Tallies, *, upto: int) -> Arc:
    """The arc for a reader who has finished episode `upto`. `tallies` are by episode and whether of newcomers."""
    points: list[ArcPoint] = []
    for episode in range(FIRST_EPISODE, min(upto, LAST_EPISODE) + 1):
        newcomers = tallies.get((episode, True), Tally())
        returning = tallies.get((episode, False), Tally())
        together = newcomers + returning
        split = newcomers.voters >= SECRET_BELOW and returning.voters >= SECRET_BELOW
        points.append(
            ArcPoint(
                episode=episode,
                tally=together if together.voters >= SECRET_BELOW else None,
                newcomers=newcomers if split else None,
                returning=returning if split else None,
            )
        )
    return Arc(points=tuple(points))
