"""A poll that its author is still writing. It is kept as it was typed, so that nothing typed is ever lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.locale import Locale
from bot.domain.member_text import Channel
from bot.domain.poll import QUESTION_LENGTH, check_answers, check_closing
from bot.domain.show import Results
from bot.errors import EtoileError


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the form holds. `labels` are the answers, one a line; `most` 0 means as many answers as there are.

    `closes` is the end as it was typed, `closes_at` what it was understood as (None: no end, or not understood).
    `cleared` is what its words seem to spoil although its author says that they give nothing away; 0 when they did not.
    A shipped poll (`preset_id`) brings its texts along; then `question` and `labels` are empty.
    """

    id: int
    author_id: int
    guild_id: int
    channel_id: int
    parent_id: int | None
    locale: Locale
    preset_id: str | None = None
    arc: bool = False
    question: str = ""
    labels: str = ""
    most: int = 1
    results: Results = "live"
    closes: str = ""
    closes_at: datetime | None = None
    gate: int = 0
    lowest_gate: int = 0
    cleared: int = 0
    anonymous: bool = True
    role_ids: tuple[int, ...] = ()

    @property
    def answers(self) -> list[str]:
        """The answers that were typed, without empty lines."""
        return [line for line in self.labels.split("\n") if line.strip()]

    def check(self, *, now: datetime) -> None:
        """Raises EtoileError for the first thing that keeps this from being posted."""
        if self.preset_id is None:
            check_question(self.question)
            check_answers(self.answers)
        if self.closes and self.closes_at is None:
            raise EtoileError("when-not-understood")
        check_closing(self.closes_at, now=now)

    @property
    def channel(self) -> Channel:
        """Where the poll is to stand."""
        return Channel(self.channel_id, self.parent_id)


def check_question(question: str) -> None:
    """Raises EtoileError for an empty question, or one that is too long."""
    if not question.strip():
        raise EtoileError("poll-no-question")
    if len(question) > QUESTION_LENGTH:
        raise EtoileError("poll-question-long", most=QUESTION_LENGTH)
