"""`/quiz daily`, as a channel plays it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.domain.job_kinds import JobKind
from bot.errors import EtoileError
from bot.store import jobs
from bot.store.engine.database import Transaction
from bot.store.quiz import dailies
from cogs.ui.quiz.refresh import night_drawer_of
from tests.discord.conftest import World
from tests.discord.test_quiz_nights import question_in, text, told

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def quick(world: World, simcord_bot: EtoileBot) -> None:
    """Messages rest for a moment only: SimCord waits for every timer."""
    night_drawer_of(simcord_bot).redraws.window = 0.01


async def next_day(world: World, app: App) -> None:
    """A day passes: the next question is due."""
    await app.db.write(_a_day_earlier, world.guild.id)
    await world.env.advance_time(1)


def _a_day_earlier(guild_id: int) -> Transaction[None]:
    for daily in (yield from dailies.list_dailies(guild_id=guild_id)):
        yield from dailies.save_daily(replace(daily, last_day=daily.last_day - timedelta(days=1)))
        yield from jobs.schedule(kind=JobKind.QUIZ_DAILY, subject_id=daily.id, due_at=EPOCH)


async def begun(world: World, app: App) -> None:
    """The first question stands in #foyer."""
    await world.margot.slash(world.foyer, "quiz daily", time="in 2 minutes")
    await world.env.advance_time(2 * 60 + 1)


def cards(world: World) -> list[Any]:
    """The questions of the day in #foyer, the oldest first."""
    return [message for message in world.foyer.history() if "Question of the day" in text(message)]


async def test_a_question_every_day_with_the_answer_to_the_one_before(world: World, app: App) -> None:
    answered = await world.margot.slash(world.foyer, "quiz daily", time="in 2 minutes")
    assert answered.ephemeral
    assert "every day" in told(answered)
    await world.env.advance_time(2 * 60 + 1)
    (first,) = cards(world)
    question = question_in(first, app)
    assert question.explanation not in text(first)
    picked = await world.camille.click(first, label=question.right)
    assert f"Recorded: **{question.right}**" in told(picked)
    await world.theo.click(first, label=question.wrong[0])
    await world.env.restart_bot(EtoileBot(app))
    night_drawer_of(world.env.bot).redraws.window = 0.01
    await next_day(world, app)
    first, second = cards(world)
    assert question.explanation in text(first)
    assert "1 of 2 got it right" in text(first)
    assert "The previous question" in text(second)
    assert question.question in text(second)
    assert "1 of 2 got it right" in text(second)


async def test_it_is_seen_and_stopped(world: World, app: App) -> None:
    await begun(world, app)
    listed = await world.theo.slash(world.foyer, "quiz daily")
    assert f"<#{world.foyer.id}>" in told(listed)
    assert "Stop" not in told(listed)
    (card,) = cards(world)
    await world.theo.click(card, label="For the host")
    simcord.assert_error(world.env, EtoileError, contains="quiz-not-host")
    mine = await world.margot.click(card, label="For the host")
    stopped = await world.margot.click(mine.response, label="Stop")
    assert "Stopped" in told(stopped)
    await world.env.advance_time(1)
    assert question_in(card, app).explanation in text(cards(world)[0])
    await world.env.advance_time(60)
    assert len(cards(world)) == 1
    nothing = await world.margot.slash(world.foyer, "quiz daily")
    assert "No channel of this server has one" in told(nothing)


async def test_quiz_stop_ends_it_where_no_night_is_on(world: World) -> None:
    await world.margot.slash(world.foyer, "quiz daily", time="in 2 hours")
    stopped = await world.margot.slash(world.foyer, "quiz stop")
    assert "no more questions of the day" in told(stopped)
    await world.margot.slash(world.foyer, "quiz stop")
    simcord.assert_error(world.env, EtoileError, contains="quiz-night-none")


async def test_a_channel_that_is_deleted_ends_it_and_the_log_learns_of_it(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.finale)
    await world.margot.slash(world.foyer, "quiz daily", time="in 2 minutes")
    await world.env.bot.http.delete_channel(world.foyer.id)
    await world.env.advance_time(2 * 60 + 1)
    assert any("question of the day" in message.content for message in world.finale.history())
    listed = await world.margot.slash(world.finale, "quiz daily")
    assert "No channel of this server has one" in told(listed)


async def test_after_two_weeks_without_players_it_says_so_once_and_stops(world: World, app: App) -> None:
    await begun(world, app)
    for _ in range(16):
        await next_day(world, app)
    assert len(cards(world)) == 14
    farewells = [message for message in world.foyer.history() if "for two weeks" in message.content]
    assert len(farewells) == 1


async def test_below_a_horizon_that_fell_it_says_nothing_of_the_question(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="8")
    await begun(world, app)
    question = question_in(cards(world)[0], app)
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="0")
    await next_day(world, app)
    first, second = cards(world)
    for card in (first, second):
        assert question.explanation not in text(card)
    refused = await world.theo.click(first, label="Show me the answer")
    assert question.question not in told(refused)
    simcord.assert_error(world.env, EtoileError, contains="quiz-night-not-reached")
