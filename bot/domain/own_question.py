"""Questions of the quiz that a server wrote itself. They are played there alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.member_text import Channel, MemberText
from bot.domain.questions import Question
from bot.domain.visibility import may_see

MOST_QUESTIONS = 100
"""Questions of one server."""
QUESTION_LENGTH, ANSWER_LENGTH, EXPLANATION_LENGTH = 160, 60, 250
WRONG = 3
_PREFIX = "own-"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A question as it is stored.

    Of its answers the first is right. All of its texts have one level: never less than `said`, which its author gave
    it. `explanation` is None where nobody wrote one. `active`: it is asked. `author_id` is 0 when its author was
    forgotten.
    """

    id: int
    guild_id: int
    author_id: int
    question: MemberText
    answers: tuple[MemberText, ...]
    explanation: MemberText | None
    said: int
    active: bool

    @property
    def level(self) -> int:
        """The episode up to which it may spoil."""
        return self.question.level

    @property
    def key(self) -> str:
        """Its id among the questions of the quiz."""
        return key_of(self.id)


@dataclass(frozen=True, slots=True)
class UpTo:
    """Whoever reads as far as an episode: for questions that the quiz asks at a level."""

    level: int

    def may_read(self, level: int, channel: Channel) -> bool:
        """Whether a text of this level is for them."""
        return may_see(self.level, level)


def key_of(question_id: int) -> str:
    """The id that a server's own question has among the questions of the quiz."""
    return f"{_PREFIX}{question_id}"


def id_of(key: str) -> int | None:
    """Which of a server's own questions a question of the quiz is; None for a shipped one."""
    number = key.removeprefix(_PREFIX)
    return int(number) if number != key and number.isdecimal() else None


def is_own(key: str) -> bool:
    """Whether a question of the quiz is one that a server wrote."""
    return id_of(key) is not None


def asked(own: OwnQuestion, level: int) -> Question | None:
    """The question as the quiz asks it at a level; None where it would spoil."""
    viewer = UpTo(level)
    question, answers = own.question.opened(viewer), [each.opened(viewer) for each in own.answers]
    told = [answer for answer in answers if answer is not None]
    if question is None or len(told) != WRONG + 1:
        return None
    explanation = None if own.explanation is None else own.explanation.opened(viewer)
    return Question(
        id=own.key,
        level=own.level,
        standing="stands",
        as_of=date.min,
        sources=(),
        note=None,
        confidence=None,
        kind="own",
        difficulty=1,
        episode=None,
        question=question,
        right=told[0],
        wrong=tuple(told[1:]),
        explanation=explanation or "",
        read_up=None,
    )
