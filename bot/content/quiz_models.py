"""The models of quiz.toml and talk.toml: what the bot asks its members."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from bot.content.fields import EpisodeNumber, Id, Level, Localised, Model, Str60, Text160, Text250
from bot.content.models import Stated
from bot.domain.questions import Difficulty, QuizKind

Answer = Str60 | Localised[Str60]
"""An answer: one for all languages, or one for each. It stands on a button."""


class Question(Stated):
    """A quiz question. `visible_from` is what question, answers and explanation spoil together."""

    kind: QuizKind
    difficulty: Difficulty
    """1: whoever watched knows; 2: whoever paid attention; 3: for those who pause and rewind."""
    episode: EpisodeNumber | None = None
    """The episode whose evening it belongs to. A question that spoils nothing belongs to none."""
    question: Text160
    right: Answer
    wrong: Annotated[tuple[Answer, ...], Field(min_length=3, max_length=3)]
    """Plausible to who has seen as much as the question spoils, and no hint at what comes after."""
    explanation: Text250
    """What one learns with the answer: more than the question and the right answer say."""
    read_up: Id | None = None
    """The record that teaches the answer: a fact, a term, a recap, whatever has a page."""
    apart: tuple[Id, ...] = ()
    """Questions that stand in no round with this one, because one tells the other's answer in different words. (What
    tells it in the same words is found: see `quiz_telling`.)"""


class TalkingPoint(Model):
    """A question for the room of an episode. It asks for an opinion and states nothing, so it needs no sources."""

    level_keys: ClassVar[tuple[str, ...]] = ("visible_from", "episode")

    id: Id
    episode: EpisodeNumber
    visible_from: Level
    text: Text160
