"""Whoever plays, whoever hosts, whatever the room: nothing of a question lies beyond its reader, as quiz.toml says."""

from __future__ import annotations

import tomllib
from dataclasses import replace

from bot.domain.questions import Question
from bot.errors import EtoileError
from bot.resources import data_path
from bot.services.quiz.solo import Answered, Asked
from bot.store.engine.database import Database
from tests.store.test_quiz_nights import WISH, begun
from tests.support.house import FOYER, MARGOT, NOOR, House, member

LEVELS = {
    each["id"]: each["visible_from"]
    for each in tomllib.loads((data_path() / "show" / "quiz.toml").read_text(encoding="utf-8"))["question"]
}


def beyond(question: Question, level: int) -> bool:
    """Whether a question, which is one with its answers and its explanation, spoils more than that."""
    return LEVELS[question.id] > level


async def test_nobody_is_asked_alone_what_lies_beyond_them(db: Database) -> None:
    house, noor = House(db), member(NOOR)
    for level in range(9):
        await house.app.progress.tell(NOOR, level)
        asked: set[int] = set()
        for kind in ("story", None):
            view = await house.app.quiz.begin(noor, length=20, kind=kind, anyway=True)
            while isinstance(view, Asked):
                assert not beyond(view.question, level)
                asked.add(LEVELS[view.question.id])
                told = await house.app.quiz.answer(noor, view.round.id, view.round.number, 0)
                assert isinstance(told, Answered)
                assert not beyond(told.question, level)
                view = await house.app.quiz.go_on(noor, view.round.id)
        assert asked, level


async def test_a_night_shows_its_channel_and_each_reader_only_what_they_may_know(db: Database) -> None:
    house, margot, noor = House(db), member(MARGOT, manages=True), member(NOOR)
    await house.app.progress.tell(MARGOT, 8)
    for horizon in (0, 4, 8):
        await house.app.horizons.move(margot, channel_id=FOYER, parent_id=None, episode=horizon)
        for wanted in (None, 0, 8):
            night = await begun(house, replace(WISH, level=wanted))
            card = await house.app.quiz_course.card(night.id)
            assert card is not None
            assert card.question is None or not beyond(card.question, horizon)
            assert (card.question is None) == (night.level > horizon)
            for progress in range(9):
                await house.app.progress.tell(NOOR, progress)
                try:
                    sheet = await house.app.quiz_nights.sheet(noor, night.id, 1)
                except EtoileError as refused:
                    assert refused.key == "quiz-night-not-reached"
                    assert progress < night.level
                else:
                    assert not beyond(sheet.question, progress)
            await house.app.quiz_nights.stop(margot, night.id)
            step = await house.app.quiz_course.step(night.id)
            assert step is not None
            await house.app.quiz_course.ended(night.id, 77)
