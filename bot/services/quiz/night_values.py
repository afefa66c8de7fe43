"""What the service of quiz nights is asked and answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.locale import Locale
from bot.domain.questions import Question, QuizKind
from bot.domain.quiz_night import City, Night, Sides, Standing
from bot.services.quiz.sides import Voted


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a host asked for. `level` None: the horizon of the place. `when` as typed, empty for now."""

    when: str
    length: int
    seconds: int
    level: int | None
    kind: QuizKind | None
    quick: bool
    cities: Sides
    channel_id: int
    parent_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A planned night, and how many want to be called when it begins; whether the asker does."""

    night: Night
    guests: int
    coming: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Yesterday:
    """The question of the day before: how many answered, how many had it right. `question` is None where the channel
    may not read it."""

    question: Question | None
    answered: int
    had: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NightCard:
    """A question of a night as everybody in its channel may see it.

    `question` is None where the channel's horizon does not reach it: then it is shown to each reader alone. `right` is
    the place of the right answer, None while it is asked. `players` are the best, none where there is no question: who
    plays has seen as much. `answered` and `had` count answers. `before`: with a question of the day, that of the day
    before.
    """

    night: Night
    question: Question | None
    answers: tuple[str, ...]
    right: int | None
    answered: int
    had: int
    players: tuple[Standing, ...]
    locale: Locale
    before: Yesterday | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NightSheet:
    """A question of a night for one reader who may see it. `mine`: what they have so far, and `place`, from 1, where
    that puts them among `players`; None for who has not played."""

    night: Night
    question: Question
    answers: tuple[str, ...]
    right: int | None
    mine: Standing | None = None
    place: int = 0
    players: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What was recorded: the answer, and whether it changed one. `city_open`: the player has no side yet.
    `voted`: for which side their ballot is, where sides go by the poll and they had none before this press.

    `answer` is None for who has not watched as far: they press what stands openly there, and it is not said again.
    `own`: members wrote it.
    """

    night: Night
    answer: str | None
    own: bool
    place: int
    outcome: Literal["recorded", "changed", "unchanged"]
    city_open: bool
    voted: Voted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hard:
    """One of the hardest questions, None where the channel may not read it."""

    number: int
    question: Question | None
    right: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NightEnd:
    """How a night ended. `players` are all of them, the best first; `cities` what each side has, if there are sides.

    Not `named`: it asked of more than may be discussed there, so who played has seen as much, which nobody learns."""

    night: Night
    players: tuple[Standing, ...]
    hardest: tuple[Hard, ...]
    cities: dict[City, float] | None
    locale: Locale
    named: bool = True
