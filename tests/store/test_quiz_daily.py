"""The question of the day on both databases: once a day, whatever happens to the bot, its channel and its level."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.quiz_night import Night, NightState
from bot.errors import EtoileError
from bot.services.quiz.daily import DailyView
from bot.store.engine.database import Database
from bot.store.engine.opening import open_database
from tests.store.test_quiz_nights import pick
from tests.support.house import CAMILLE, FOYER, MARGOT, PROJECTION, THEO, House, discord_id, member


async def begun(house: House, at: str = "18:00", channel_id: int = FOYER) -> DailyView:
    return await house.app.quiz_daily.begin(member(MARGOT), channel_id=channel_id, parent_id=None, at=at)


async def nights(house: House) -> list[int]:
    return [row["id"] for row in sorted(await house.rows("quiz_nights"), key=lambda row: row["id"])]


async def asked(house: House, night_id: int) -> Night:
    """The message of the newest question is sent."""
    step = await house.app.quiz_course.step(night_id)
    assert step is not None
    assert step.do == "ask"
    await house.app.quiz_course.asked(night_id, 1, discord_id(house.now))
    return step.night


async def next_day(house: House, view: DailyView) -> Night | None:
    """The next question comes, and the one before is answered."""
    before = await nights(house)
    house.now = view.daily.on(house.now.date() + timedelta(days=int(house.now >= view.daily.on(house.now.date()))))
    step = await house.app.quiz_daily.step(view.daily.id)
    if step is None or step.do == "farewell":
        return None
    if before:
        told = await house.app.quiz_course.step(before[-1])
        if told is not None and told.do == "tell":
            await house.app.quiz_course.told(before[-1], 1)
    new = [night_id for night_id in await nights(house) if night_id not in before]
    return await asked(house, new[0]) if new else None


async def test_one_question_a_day_with_the_answer_and_the_count_of_the_day_before(db: Database) -> None:
    house = House(db)
    view = await begun(house)
    assert (view.next_at - house.now) == timedelta(hours=6)
    seen: list[str] = []
    before: Night | None = None
    for _ in range(4):
        night = await next_day(house, view)
        assert night is not None
        card = await house.app.quiz_course.card(night.id)
        assert card is not None
        if before is not None:
            assert card.before is not None
            assert card.before.question is not None
            assert card.before.question.id == before.question_id
            assert (card.before.had, card.before.answered) == (1, 2)
            old = await house.app.quiz_course.card(before.id)
            assert old is not None
            assert old.right is not None
        await pick(house, night, CAMILLE, 1, right=True)
        await pick(house, night, THEO, 1, right=False)
        seen.append(night.question_id or "")
        before = night
    assert len(set(seen)) == 4
    assert [(row["user_id"], row["points"], row["answered"]) for row in await house.rows("quiz_scores")] == [
        (CAMILLE, 300, 3),
        (THEO, 0, 3),
    ]


async def test_a_step_may_be_taken_any_number_of_times(db: Database) -> None:
    house = House(db)
    view = await begun(house)
    house.now += timedelta(hours=6)
    for _ in range(3):
        await house.app.quiz_daily.step(view.daily.id)
    (night_id,) = await nights(house)
    await asked(house, night_id)
    house.now += timedelta(hours=3)
    await house.app.quiz_daily.step(view.daily.id)
    assert await nights(house) == [night_id]


async def test_after_two_weeks_without_players_it_takes_leave_once(db: Database) -> None:
    house = House(db)
    view = await begun(house)
    assert await next_day(house, view) is not None
    night = await next_day(house, view)
    assert night is not None
    await pick(house, night, CAMILLE, 1, right=True)
    for _ in range(14):
        assert await next_day(house, view) is not None
    house.now += timedelta(days=1)
    for _ in range(2):
        step = await house.app.quiz_daily.step(view.daily.id)
        assert step is not None
        assert step.do == "farewell"
    await house.app.quiz_daily.ended(view.daily.id)
    assert await house.app.quiz_daily.step(view.daily.id) is None
    assert await house.rows("quiz_dailies") == []
    assert JobKind.QUIZ_DAILY not in {row["kind"] for row in await house.rows("jobs")}


async def test_a_day_that_the_bot_missed_is_left_out_and_never_made_up_in_a_burst(db: Database) -> None:
    house = House(db)
    view = await begun(house)
    first = await next_day(house, view)
    assert first is not None
    house.now += timedelta(days=3, hours=10)
    step = await house.app.quiz_daily.step(view.daily.id)
    assert step is not None
    assert await nights(house) == [first.id]
    (job,) = [row for row in await house.rows("jobs") if row["kind"] == JobKind.QUIZ_DAILY]
    assert job["due_at"] == int((house.now + timedelta(hours=14)).timestamp() * 1000)
    house.now += timedelta(hours=15)
    await house.app.quiz_daily.step(view.daily.id)
    assert len(await nights(house)) == 2


async def test_a_question_that_could_not_be_put_all_day_is_dropped(db: Database) -> None:
    house = House(db)
    view = await begun(house)
    house.now += timedelta(hours=6)
    await house.app.quiz_daily.step(view.daily.id)
    (night_id,) = await nights(house)
    house.now += timedelta(hours=25)
    assert await house.app.quiz_course.step(night_id) is None
    assert {row["state"] for row in await house.rows("quiz_nights")} == {NightState.OVER}


@pytest.mark.parametrize("horizon", [0, 3, 8])
async def test_it_asks_at_the_level_of_the_place_and_tells_less_when_that_falls(db: Database, horizon: int) -> None:
    house = House(db)
    margot = member(MARGOT, manages=True)
    await house.app.horizons.move(margot, channel_id=FOYER, parent_id=None, episode=horizon)
    view = await begun(house)
    night = await next_day(house, view)
    assert night is not None
    assert night.level == horizon
    assert night.question_id in house.app.pack.view(horizon, Locale.EN).questions
    await house.app.horizons.move(margot, channel_id=FOYER, parent_id=None, episode=0)
    following = await next_day(house, view)
    assert following is not None
    assert following.level == 0
    card = await house.app.quiz_course.card(following.id)
    assert card is not None
    assert card.before is not None
    assert (card.before.question is None) == (horizon > 0)


async def test_it_is_stopped_by_who_may_and_its_last_answer_is_shown(db: Database) -> None:
    house = House(db)
    await house.app.setup.set_hosts(member(MARGOT, manages=True), [5])
    with pytest.raises(EtoileError, match="quiz-hosts-only"):
        await begun(house)
    host = member(MARGOT, roles=frozenset({5}))
    view = await house.app.quiz_daily.begin(host, channel_id=FOYER, parent_id=None, at="18:00")
    night = await next_day(house, view)
    assert night is not None
    await pick(house, night, CAMILLE, 1, right=True)
    assert [each.may_stop for each in await house.app.quiz_daily.listed(member(THEO))] == [False]
    with pytest.raises(EtoileError, match="quiz-not-host"):
        await house.app.quiz_daily.stop(member(THEO), view.daily.id)
    await house.app.quiz_daily.stop(host, view.daily.id)
    step = await house.app.quiz_course.step(night.id)
    assert step is not None
    assert step.do == "tell"
    assert await house.app.quiz_daily.listed(host) == []
    with pytest.raises(EtoileError, match="quiz-daily-gone"):
        await house.app.quiz_daily.stop(host, view.daily.id)


async def test_a_channel_has_one_and_a_server_a_few(db: Database) -> None:
    house = House(db)
    await begun(house)
    await begun(house, at="19:00")
    assert [str(view.daily.at) for view in await house.app.quiz_daily.listed(member(THEO))] == ["19:00:00"]
    for number in range(1, 5):
        await begun(house, channel_id=PROJECTION + number)
    with pytest.raises(EtoileError, match="quiz-daily-too-many"):
        await begun(house, channel_id=PROJECTION + 9)
    for typed in ("", "tomorrow 18:00"):
        with pytest.raises(EtoileError, match="quiz-daily-no-time"):
            await begun(house, at=typed)
    with pytest.raises(EtoileError, match="when-"):
        await begun(house, at="teatime")


async def test_two_processes_ask_one_question(postgres: object) -> None:
    url = postgres.fresh()  # type: ignore[attr-defined]
    databases = [await open_database(url) for _ in range(2)]
    houses = [House(db) for db in databases]
    view = await begun(houses[0])
    for house in houses:
        house.now += timedelta(hours=6)
    await asyncio.gather(*(house.app.quiz_daily.step(view.daily.id) for house in houses * 3))
    assert len(await nights(houses[1])) == 1
    for db in databases:
        await db.close()
