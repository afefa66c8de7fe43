"""A server's own questions on both databases: who may write them, where and to whom they are asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.locale import Locale
from bot.domain.own_question import MOST_QUESTIONS
from bot.domain.quiz import Box
from bot.errors import EtoileError
from bot.services.quiz.own import OwnWish
from bot.services.quiz.solo import Asked, Finished
from bot.services.transfer.importing import Here
from bot.store.engine.database import Database
from bot.store.quiz import solo
from tests.store.test_quiz_nights import WISH
from tests.support.house import CAMILLE, FOYER, GUILD, MARGOT, OTHER_GUILD, THEO, House, discord_id, member

TEA = OwnWish(
    question="Who brings the tea?", right="Lucie", wrong=("Nobody", "The cat", "All of us"), explanation="Always her.",
    said=0,
)  # fmt: skip
BOSS = member(MARGOT, manages=True)


async def only_own(house: House) -> None:
    """Whatever the show pack asks rests for Camille, on every server."""
    await house.app.progress.tell(CAMILLE, 8)
    for question_id in house.app.pack.view(8, Locale.EN).questions:
        box = Box(box=4, asked_at=house.now)
        await house.db.write(solo.save_box, box, user_id=CAMILLE, question_id=question_id)


@pytest.mark.parametrize("said", range(9))
async def test_it_is_asked_on_its_server_alone_and_only_of_who_has_seen_as_much(db: Database, said: int) -> None:
    house = House(db)
    own = await house.app.quiz_own.add(BOSS, replace(TEA, said=said))
    await only_own(house)
    for progress in range(9):
        await house.app.progress.tell(CAMILLE, progress)
        view = await house.app.quiz.begin(member(CAMILLE))
        asked = view.question.id if isinstance(view, Asked) else None
        assert (asked == own.key) == (progress >= said)
        elsewhere = await house.app.quiz.begin(member(CAMILLE, guild_id=OTHER_GUILD))
        direct = await house.app.quiz.begin(member(CAMILLE, guild_id=None))
        assert not isinstance(elsewhere, Asked)
        assert not isinstance(direct, Asked)
    for level in range(9):
        night = await house.app.quiz_nights.begin(BOSS, replace(WISH, level=level, length=20, when="in 2 hours"))
        assert own.key not in night.question_ids or level >= said


async def test_guarded_words_propose_its_level_and_a_host_may_say_otherwise(db: Database) -> None:
    house = House(db)
    telling = "Geneviève and Jack kiss: Cheyenne leaves, Mishi dances, Gabin wins, Tobias walks out in Barcelona"
    text = next(
        each.explanation
        for each in house.app.pack.view(8, Locale.EN).questions.values()
        if house.app.pack.level_of_text(each.explanation) > 0
    )
    own = await house.app.quiz_own.add(BOSS, replace(TEA, explanation=text))
    assert own.level > own.said == 0
    opened = await house.app.quiz_own.open_earlier(BOSS, own.id)
    assert opened.level == 0
    changed = await house.app.quiz_own.reword(BOSS, own.id, replace(TEA, question=telling[:80], said=3))
    assert changed.level >= 3


async def test_rounds_nights_and_days_ask_it_until_it_is_switched_off_or_deleted(db: Database) -> None:
    house = House(db)
    own = await house.app.quiz_own.add(BOSS, TEA)
    await only_own(house)
    view = await house.app.quiz.begin(member(CAMILLE))
    assert isinstance(view, Asked)
    done = await house.app.quiz.answer(member(CAMILLE), view.round.id, 1, view.answers.index("Nobody"))
    finished = await house.app.quiz.go_on(member(CAMILLE), done.round.id)
    assert isinstance(finished, Finished)
    assert [question.id for question in finished.missed] == [own.key]
    await house.app.quiz_own.switch(BOSS, own.id, active=False)
    assert not isinstance(await house.app.quiz.begin(member(CAMILLE)), Asked)
    await house.app.quiz_own.switch(BOSS, own.id, active=True)
    again = await house.app.quiz.begin(member(CAMILLE))
    assert isinstance(again, Asked)
    await house.app.quiz_own.remove(BOSS, own.id)
    assert not isinstance(await house.app.quiz.go_on(member(CAMILLE), again.round.id), Asked)
    assert own.key not in {row["question_id"] for row in await house.rows("quiz_boxes")}


async def test_one_that_is_deleted_in_the_middle_of_a_night_is_left_out(db: Database) -> None:
    house = House(db)
    owns = [await house.app.quiz_own.add(BOSS, replace(TEA, question=f"Question {n}?")) for n in range(100)]
    night = await house.app.quiz_nights.begin(BOSS, replace(WISH, length=20))
    kept = [key for key in night.question_ids if not key.startswith("own-")]
    for own in owns:
        if own.key in night.question_ids:
            await house.app.quiz_own.remove(BOSS, own.id)
    assert len(kept) < 20
    asked: list[str | None] = []
    course = house.app.quiz_course
    for _ in range(60):
        step = await course.step(night.id)
        assert step is not None
        if step.do == "end":
            break
        if step.do == "ask":
            asked.append(step.night.question_id)
            await course.asked(night.id, step.night.number, discord_id(house.now))
            sheet = await house.app.quiz_nights.sheet(member(CAMILLE), night.id, step.night.number)
            press = discord_id(house.now)
            await house.app.quiz_nights.pick(member(CAMILLE), night.id, step.night.number, 0, press_id=press)
            assert sheet.question.kind != "own"
        elif step.do == "tell":
            await course.told(night.id, step.night.number)
        house.now += timedelta(seconds=30)
    assert asked == kept


async def test_hosts_write_and_authors_and_moderators_change(db: Database) -> None:
    house = House(db)
    await house.app.setup.set_hosts(BOSS, [5])
    service, host = house.app.quiz_own, member(CAMILLE, roles=frozenset({5}))
    for refused in (service.add(member(THEO), TEA), service.listed(member(THEO))):
        with pytest.raises(EtoileError, match="quiz-own-hosts-only"):
            await refused
    own = await service.add(host, replace(TEA, said=6))
    listed = await service.listed(BOSS)
    assert [(each.shown is None, each.mine) for each in listed] == [(True, True)]
    with pytest.raises(EtoileError, match="quiz-own-hidden"):
        await service.written(BOSS, own.id)
    assert (await service.written(host, own.id)).question == TEA.question
    with pytest.raises(EtoileError, match="quiz-own-gone"):
        await service.remove(member(CAMILLE, guild_id=OTHER_GUILD, manages=True), own.id)
    await house.app.setup.set_hosts(BOSS, [])
    with pytest.raises(EtoileError, match="quiz-own-not-yours"):
        await service.remove(member(THEO), own.id)
    await house.app.mydata.delete(member(CAMILLE))
    assert {row["author_id"] for row in await house.rows("quiz_own")} == {0}


async def test_what_is_no_question_is_refused(db: Database) -> None:
    house = House(db)
    wrong = {
        "quiz-own-empty": replace(TEA, question=""),
        "quiz-own-three": replace(TEA, wrong=("one", "two")),
        "quiz-own-long": replace(TEA, right="x" * 61),
        "quiz-own-same": replace(TEA, wrong=("lucie", "two", "three")),
    }
    for key, wish in wrong.items():
        with pytest.raises(EtoileError, match=key):
            await house.app.quiz_own.add(BOSS, wish)
    for number in range(MOST_QUESTIONS):
        await house.app.quiz_own.add(BOSS, replace(TEA, question=f"Question {number}?"))
    with pytest.raises(EtoileError, match="quiz-own-too-many"):
        await house.app.quiz_own.add(BOSS, TEA)


async def test_they_are_exported_and_come_back(db: Database) -> None:
    house = House(db)
    own = await house.app.quiz_own.add(BOSS, replace(TEA, said=2))
    await house.app.quiz_own.switch(BOSS, own.id, active=False)
    raw, before = await house.app.transfer.export(BOSS), await house.rows("quiz_own")
    here = Here(channels=frozenset({FOYER}), roles=frozenset(), channel_id=FOYER)
    for boss in (BOSS, member(MARGOT, guild_id=OTHER_GUILD, manages=True)):
        if boss is BOSS:
            await house.app.quiz_own.remove(BOSS, own.id)
        checked = await house.app.transfer.check(boss, raw, here)
        assert checked.plan is not None
        assert checked.plan.questions == 1
        await house.app.transfer.apply(boss, checked.import_id, here)
        again = await house.app.transfer.check(boss, raw, here)
        assert again.plan is not None
        assert again.plan.questions == 0
    back = {row["guild_id"]: row for row in await house.rows("quiz_own")}
    for name in ("question", "answers", "explanation", "said", "level", "active"):
        assert back[GUILD][name] == back[OTHER_GUILD][name] == before[0][name]
