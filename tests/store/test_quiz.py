"""A member's own quiz over days, on both databases: what rests, what comes back, days in a row, and forgetting."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.services.quiz.solo import Answered, Asked, Finished, NothingLeft, View
from bot.store.engine.database import Database
from tests.support.house import CAMILLE, THEO, House, member


async def play(house: House, who: Asker, view: View, *, right: bool = True) -> View:
    """Answer all that is asked; returns the end."""
    quiz = house.app.quiz
    while isinstance(view, Asked):
        place = view.answers.index(view.question.right)
        told = await quiz.answer(who, view.round.id, view.round.number, place if right else (place + 1) % 4)
        assert isinstance(told, Answered)
        view = await quiz.go_on(who, view.round.id)
    return view


async def test_what_is_known_rests_and_days_in_a_row_are_counted(db: Database) -> None:
    house, who = House(db), member(CAMILLE)
    pool = len(house.app.pack.view(0, Locale.EN).questions)
    for day in range(4):
        view = await house.app.quiz.begin(who, length=20, anyway=True)
        end = await play(house, who, view)
        assert isinstance(end, Finished)
        assert end.streak == day + 1
        house.now += timedelta(days=1)
    assert pool >= 4
    house.now += timedelta(days=1)
    end = await play(house, who, await house.app.quiz.begin(who, length=3, anyway=True))
    assert isinstance(end, Finished)
    assert end.streak == 1


async def test_a_question_that_was_known_comes_back_the_next_day_and_a_missed_one_at_once(db: Database) -> None:
    house, known, missing = House(db), member(CAMILLE), member(THEO)
    pool = len(house.app.pack.view(0, Locale.EN).questions)
    for who, right in ((known, True), (missing, False)):
        for _ in range(-(-pool // 3)):
            await play(house, who, await house.app.quiz.begin(who, length=3), right=right)
    rests = await house.app.quiz.begin(known)
    assert isinstance(rests, NothingLeft)
    assert rests.known == pool
    assert rests.back_at is not None
    assert rests.back_at <= house.now + timedelta(days=1)
    assert isinstance(await house.app.quiz.begin(missing), Asked)
    house.now += timedelta(days=1, minutes=1)
    assert isinstance(await house.app.quiz.begin(known), Asked)


async def test_two_presses_at_once_count_once(db: Database) -> None:
    house, who = House(db), member(CAMILLE)
    view = await house.app.quiz.begin(who, length=3)
    assert isinstance(view, Asked)
    presses = [house.app.quiz.answer(who, view.round.id, 1, place) for place in range(4)]
    found = await asyncio.gather(*presses)
    assert sum(isinstance(one, Answered) for one in found) == 1
    assert len(await house.rows("quiz_boxes")) == 1


async def test_setting_back_hides_what_was_asked_in_the_export(db: Database) -> None:
    house, who = House(db), member(CAMILLE)
    await house.app.progress.tell(CAMILLE, 8)
    while not isinstance(view := await play(house, who, await house.app.quiz.begin(who, length=20)), NothingLeft):
        assert isinstance(view, Finished)
    export = (await house.app.mydata.export(who)).decode()
    beyond = [one for one in house.app.pack.view(8, Locale.EN).questions.values() if one.level > 0]
    assert all(one.question in export for one in beyond)
    await house.app.progress.tell(CAMILLE, 0)
    export = (await house.app.mydata.export(who)).decode()
    assert not any(one.question in export or one.id in export for one in beyond)
