"""A member's own quiz: the boxes in which questions rest, which one comes next, and the days in a row.

The boxes are Leitner's: what was answered right moves on by one box and rests longer, what was missed goes back to
the first. Nothing comes again before everything else was asked once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import blake2s

from bot.domain.questions import QuizKind

ANSWERS = 4
"""So many answers does a question have."""
SHORTEST, USUAL, LONGEST = 3, 10, 20
"""How many questions a round may have; and how many it has when nobody says."""
AFTER_AN_EVENING = 5
"""How many a round about tonight's episode has."""
RESTS = (timedelta(0), timedelta(days=1), timedelta(days=3), timedelta(days=7), timedelta(days=21))
"""How long a question rests in each box. In the first lies what was missed: it is due at once."""
LAST_BOX = len(RESTS) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where a question lies for a member, and when they were asked it last (aware UTC)."""

    box: int
    asked_at: datetime

    @property
    def due_at(self) -> datetime:
        """From when on it may be asked again."""
        return self.asked_at + RESTS[min(max(self.box, 0), LAST_BOX)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One answered question of a round."""

    question_id: str
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A member's round. There is one for each member: a new one takes the place of the last.

    `kind` and `episodes` (first and last) say what it is about, None for everything. `current` is the question that
    waits for its answer, None between two. `anyway`: asked also what still rests.
    """

    id: int
    user_id: int
    length: int
    kind: QuizKind | None = None
    episodes: tuple[int, int] | None = None
    anyway: bool = False
    done: tuple[Done, ...] = ()
    current: str | None = None

    @property
    def number(self) -> int:
        """The number of the question that waits, or that was answered last; from 1."""
        return len(self.done) + (self.current is not None)

    @property
    def right(self) -> int:
        """How many were answered right."""
        return sum(done.right for done in self.done)

    @property
    def over(self) -> bool:
        """Whether nothing more is asked in it."""
        return self.current is None and len(self.done) >= self.length

    def answered(self, right: bool) -> Round:
        """The round after the answer to the question that waits."""
        if self.current is None:
            return self
        return replace(self, done=(*self.done, Done(question_id=self.current, right=right)), current=None)


def moved(box: int | None, *, right: bool) -> int:
    """The box in which a question lies after an answer; `box` is None for one that was never asked."""
    return min((box or 0) + 1, LAST_BOX) if right else 0


def draw(
    pool: Collection[str],
    boxes: Mapping[str, Box],
    *,
    user_id: int,
    now: datetime,
    without: Collection[str] = (),
    anyway: bool = False,
    fair: Callable[[str], bool] = lambda _: True,
) -> str | None:
    """The question of `pool` that comes next for a member, None when all of them rest.

    What they were never asked comes first, in an order of their own; then what is due, the longest due first; with
    `anyway` also what still rests. Never one of `without`; one that is not `fair` only where nothing else is left.
    """
    left = [question_id for question_id in pool if question_id not in without]
    fresh = [question_id for question_id in left if question_id not in boxes]
    if fresh:
        in_order = sorted(fresh, key=lambda question_id: lot(user_id, question_id))
    else:
        due = [question_id for question_id in left if anyway or boxes[question_id].due_at <= now]
        in_order = sorted(due, key=lambda question_id: (boxes[question_id].due_at, question_id))
    return next(filter(fair, in_order), next(iter(in_order), None))


def next_due(pool: Collection[str], boxes: Mapping[str, Box]) -> datetime | None:
    """When the first question of `pool` that rests comes again; None when none rests."""
    return min((boxes[question_id].due_at for question_id in pool if question_id in boxes), default=None)


def order_of(seed: int, question_id: str) -> tuple[int, ...]:
    """In which order the answers of a question stand: always the same for one seed. 0 is the right one."""
    return tuple(sorted(range(ANSWERS), key=lambda place: lot(seed, f"{question_id}/{place}")))


def lot(seed: int, name: str) -> bytes:
    """A number drawn by lot: always the same for one seed and name."""
    return blake2s(f"{seed}:{name}".encode(), digest_size=8).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """On how many days in a row a member has played, up to `last` (a day in their own zone)."""

    days: int = 0
    last: date | None = None

    def after(self, today: date) -> Streak:
        """The streak once something was answered today."""
        if self.last is not None and self.last >= today:
            return self
        unbroken = self.last == today - timedelta(days=1)
        return Streak(days=self.days + 1 if unbroken else 1, last=today)

    def on(self, today: date) -> int:
        """How long it is today: a day that is not over yet does not break it."""
        return self.days if self.last is not None and today - self.last <= timedelta(days=1) else 0
