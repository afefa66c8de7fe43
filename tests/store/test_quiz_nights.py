"""A quiz night on both databases: nothing is asked twice, no point is lost, whoever dies when."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.locale import Locale
from bot.domain.quiz_night import PAUSE, Night, NightState, Sides
from bot.errors import EtoileError
from bot.services.quiz.night_values import Wish
from bot.store.engine.database import Database
from bot.store.engine.opening import open_database
from tests.support.house import CAMILLE, FOYER, MARGOT, THEO, House, discord_id, member

WISH = Wish(
    when="", length=3, seconds=20, level=0, kind=None, quick=True, cities=Sides.NONE, channel_id=FOYER, parent_id=None
)


async def begun(house: House, wish: Wish = WISH) -> Night:
    """A night whose first question stands in its channel."""
    night = await house.app.quiz_nights.begin(member(MARGOT), wish)
    step = await house.app.quiz_course.step(night.id)
    assert step is not None
    assert step.do == "ask"
    await house.app.quiz_course.asked(night.id, 1, discord_id(house.now))
    return night


async def pick(house: House, night: Night, user_id: int, number: int, *, right: bool, after: float = 5) -> str:
    """Answer a question, so many seconds after it was put."""
    sheet = await house.app.quiz_nights.sheet(member(user_id), night.id, number)
    place = sheet.answers.index(sheet.question.right)
    press = discord_id(house.now + timedelta(seconds=after))
    chosen = place if right else (place + 1) % 4
    return (await house.app.quiz_nights.pick(member(user_id), night.id, number, chosen, press_id=press)).outcome


async def test_a_night_goes_its_course_and_every_step_may_be_taken_twice(db: Database) -> None:
    house = House(db)
    night, course = await begun(house), house.app.quiz_course
    asked: list[str | None] = []
    for number in (1, 2, 3):
        assert await pick(house, night, CAMILLE, number, right=False) == "recorded"
        assert await pick(house, night, CAMILLE, number, right=True) == "changed"
        assert await pick(house, night, CAMILLE, number, right=True) == "unchanged"
        await pick(house, night, THEO, number, right=number == 2, after=20)
        house.now += timedelta(seconds=20)
        for _ in range(2):  # the one that told it may die before it says so
            step = await course.step(night.id)
            assert step is not None
            assert (step.do, step.night.number) == ("tell", number)
        asked.append(step.night.question_id)
        card = await course.card(night.id)
        assert card is not None
        assert (card.answered, card.had) == (2, 2 if number == 2 else 1)
        for _ in range(2):
            await course.told(night.id, number)
        house.now += PAUSE
        for _ in range(2):
            step = await course.step(night.id)
            assert step is not None
            assert step.do == ("ask" if number < 3 else "end")
        if number < 3:
            await course.asked(night.id, number + 1, discord_id(house.now))
    assert len(set(asked)) == 3
    end = await course.end(night.id)
    assert end is not None
    quick = round(50 * 15 / 20)
    assert [(one.user_id, one.points, one.right) for one in end.players] == [
        (CAMILLE, 3 * (100 + quick), 3),
        (THEO, 100, 1),
    ]
    assert {one.number for one in end.hardest} == {1, 2, 3}
    assert end.hardest[-1].right == 2
    await course.ended(night.id, 77)
    assert await course.step(night.id) is None


async def test_a_press_after_the_time_is_refused_and_changes_nothing(db: Database) -> None:
    house = House(db)
    night = await begun(house)
    with pytest.raises(EtoileError, match="quiz-time-is-up"):
        await pick(house, night, CAMILLE, 1, right=True, after=22)
    with pytest.raises(EtoileError, match="quiz-time-is-up"):
        await house.app.quiz_nights.pick(member(CAMILLE), night.id, 2, 0, press_id=discord_id(house.now))
    assert await house.rows("quiz_picks") == []


@pytest.mark.parametrize("level", range(9))
async def test_nothing_that_is_drawn_lies_beyond_the_level_whoever_hosts(db: Database, level: int) -> None:
    house = House(db)
    await house.app.progress.tell(MARGOT, 8)
    night = await house.app.quiz_nights.begin(member(MARGOT), replace(WISH, level=level, length=20))
    allowed = house.app.pack.view(level, Locale.EN).questions
    assert night.question_ids
    assert set(night.question_ids) <= set(allowed)
    step = await house.app.quiz_course.step(night.id)
    assert step is not None
    card = await house.app.quiz_course.card(night.id)
    assert card is not None
    assert (card.question is None) == (level > 0)  # the channel's horizon is 0
    for progress in range(9):
        await house.app.progress.tell(CAMILLE, progress)
        if progress < level:
            with pytest.raises(EtoileError, match="quiz-night-not-reached"):
                await house.app.quiz_nights.sheet(member(CAMILLE), night.id, 1)
            with pytest.raises(EtoileError, match="quiz-night-not-reached"):
                await house.app.quiz_nights.pick(member(CAMILLE), night.id, 1, 0, press_id=discord_id(house.now))
        else:
            assert (await house.app.quiz_nights.sheet(member(CAMILLE), night.id, 1)).question.level <= level


async def test_without_a_level_it_is_as_high_as_the_place(db: Database) -> None:
    house = House(db)
    await house.app.horizons.move(member(MARGOT, manages=True), channel_id=FOYER, parent_id=None, episode=3)
    night = await house.app.quiz_nights.begin(member(MARGOT), replace(WISH, level=None))
    assert night.level == 3


async def test_what_was_asked_here_lately_comes_last(db: Database) -> None:
    house = House(db)
    first = await house.app.quiz_nights.begin(member(MARGOT), replace(WISH, length=20))
    await house.app.quiz_course.step(first.id)
    await house.app.quiz_nights.stop(member(MARGOT), first.id)
    second = await house.app.quiz_nights.begin(member(MARGOT), replace(WISH, length=20))
    pool = house.app.pack.view(0, Locale.EN).questions
    assert len(set(first.question_ids) | set(second.question_ids)) == min(40, len(pool))


async def test_pause_skip_and_stop_are_the_hosts_and_the_moderators(db: Database) -> None:
    house = House(db)
    await house.app.setup.set_hosts(member(MARGOT, manages=True), [5])
    wish, host = WISH, member(MARGOT, roles=frozenset({5}))
    night = await house.app.quiz_nights.begin(host, wish)
    await house.app.quiz_course.step(night.id)
    await house.app.quiz_course.asked(night.id, 1, discord_id(house.now))
    await pick(house, night, CAMILLE, 1, right=True)
    nights = house.app.quiz_nights
    for refused in (nights.skip(member(THEO), night.id), nights.pause(member(THEO), night.id, paused=True)):
        with pytest.raises(EtoileError, match="quiz-not-host"):
            await refused
    await nights.skip(host, night.id)
    assert await house.rows("quiz_picks") == []
    await house.app.quiz_course.told(night.id, 1)
    await nights.pause(host, night.id, paused=True)
    house.now += PAUSE * 2
    step = await house.app.quiz_course.step(night.id)
    assert step is not None
    assert step.do == "wait"
    await nights.pause(host, night.id, paused=False)
    step = await house.app.quiz_course.step(night.id)
    assert step is not None
    assert (step.do, step.night.number) == ("ask", 2)
    stopped = await nights.stop_here(replace(member(THEO), manages_messages=True))
    assert stopped is not None
    assert stopped.state == NightState.OVER


async def test_it_goes_on_when_its_host_is_forgotten(db: Database) -> None:
    house = House(db)
    night = await begun(house)
    await pick(house, night, CAMILLE, 1, right=True)
    await house.app.mydata.delete(member(MARGOT))
    await house.app.mydata.delete(member(CAMILLE))
    house.now += timedelta(seconds=20)
    step = await house.app.quiz_course.step(night.id)
    assert step is not None
    assert step.do == "tell"
    assert await house.rows("quiz_players") == []


async def test_three_hundred_answer_at_once_and_all_of_them_count(db: Database) -> None:
    house = House(db)
    night = await begun(house)
    outcomes = await asyncio.gather(*(pick(house, night, 9000 + n, 1, right=n % 3 == 0) for n in range(300)))
    assert outcomes == ["recorded"] * 300
    house.now += timedelta(seconds=20)
    steps = await asyncio.gather(*(house.app.quiz_course.step(night.id) for _ in range(3)))
    assert all(step is not None and step.do == "tell" for step in steps)
    card = await house.app.quiz_course.card(night.id)
    assert card is not None
    assert (card.answered, card.had) == (300, 100)
    end = await house.app.quiz_course.end(night.id)
    assert end is not None
    assert len(end.players) == 300
    assert {one.points for one in end.players} == {0, 100 + round(50 * 15 / 20)}


async def test_two_processes_share_a_night(postgres: object) -> None:
    url = postgres.fresh()  # type: ignore[attr-defined]
    databases = [await open_database(url) for _ in range(2)]
    houses = [House(db) for db in databases]
    night = await begun(houses[0])
    await asyncio.gather(*(pick(houses[n % 2], night, 9000 + n, 1, right=True) for n in range(60)))
    for house in houses:
        house.now += timedelta(seconds=20)
    await asyncio.gather(*(house.app.quiz_course.step(night.id) for house in houses * 4))
    end = await houses[1].app.quiz_course.end(night.id)
    assert end is not None
    assert {one.right for one in end.players} == {1}
    assert len(end.players) == 60
    for db in databases:
        await db.close()


async def test_a_start_that_was_missed_by_hours_is_called_off(db: Database) -> None:
    house = House(db)
    night = await house.app.quiz_nights.begin(member(MARGOT), replace(WISH, when="in 2 hours"))
    house.now += timedelta(hours=5)
    step = await house.app.quiz_course.step(night.id)
    assert step is not None
    assert (step.do, step.night.number) == ("end", 0)
    with pytest.raises(EtoileError, match="quiz-night-far"):
        await house.app.quiz_nights.begin(member(MARGOT), replace(WISH, when="in 90 days"))
