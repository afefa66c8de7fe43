"""What the bot asks its members, as a view of the show pack gives it out: plain strings in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.show import Kind, Record

QuizKind = Literal["story", "cast", "making", "music_and_dance", "ballet", "cities"]
Difficulty = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadUp:
    """What teaches the answer: a record on one of the shelves, and its name in the reader's language."""

    kind: Kind
    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """A quiz question with its right answer and three wrong ones, in no order that may be shown: shuffle them.

    Question and answers fit on buttons and hold no markdown; the explanation may hold *italics*. `episode` is the one
    whose evening the question belongs to, None for what belongs to no evening. `level` covers all of it: whoever may
    see the question may see its answers and the explanation. `kind` "own": members of a server wrote it, so that its
    texts may hold any markup, and the explanation may be empty. `apart`: the ids of questions that must not
    stand in one round with it, as somebody has written down; most such pairs are found by their words.
    """

    kind: QuizKind | Literal["own"]
    difficulty: Difficulty
    episode: int | None
    question: str
    right: str
    wrong: tuple[str, ...]
    explanation: str
    read_up: ReadUp | None
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkingPoint:
    """A question that has no right answer, for the room of `episode` once it is open. `level` is what it spoils."""

    id: str
    level: int
    episode: int
    text: str
