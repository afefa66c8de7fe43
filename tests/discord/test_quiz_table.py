"""`/quiz table`, as members read it."""

from __future__ import annotations

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.errors import EtoileError
from cogs.ui.quiz.refresh import night_drawer_of
from tests.discord.conftest import World
from tests.discord.test_quiz_nights import newest, question_in, text, told


@pytest.fixture(autouse=True)
def quick(world: World, simcord_bot: EtoileBot) -> None:
    """Messages rest for a moment only: SimCord waits for every timer."""
    night_drawer_of(simcord_bot).redraws.window = 0.01


async def one_question(world: World, app: App) -> None:
    """Camille is right, Théo is not; the answer is shown."""
    await world.margot.slash(world.foyer, "quiz night", questions=3, seconds=10, speed=False)
    await world.env.advance_time(1)
    card = await newest(world)
    question = question_in(card, app)
    await world.camille.click(card, label=question.right)
    await world.theo.click(card, label=question.wrong[0])
    await world.env.advance_time(11)


async def test_my_place_both_tables_and_nobody_yet(world: World, app: App) -> None:
    empty = await world.camille.slash(world.foyer, "quiz table")
    assert empty.ephemeral
    assert "Nobody is on it yet" in told(empty)
    await one_question(world, app)
    shown = await world.theo.slash(world.foyer, "quiz table")
    assert f"🥇 <@{world.camille.id}> · **100** · 1 of 1 right" in told(shown)
    assert "Your place: **2** of 2" in told(shown)
    ever = await world.theo.click(shown.followups[-1] if shown.followups else shown.response, label="All time")
    assert "everything ever played here" in told(ever)
    direct = await world.env.create_user("noor").slash("quiz table")
    assert "only works on a server" in told(direct)
    simcord.assert_error(world.env, EtoileError, contains="error-server-only")


async def test_who_will_not_be_named_is_somebody_at_once_everywhere(world: World, app: App) -> None:
    await one_question(world, app)
    assert f"<@{world.camille.id}>" in text(await newest(world))
    shown = await world.camille.slash(world.foyer, "quiz table")
    mine = shown.followups[-1] if shown.followups else shown.response
    await world.camille.click(mine, label="Don’t name me")
    await world.env.advance_time(1)
    assert f"<@{world.camille.id}>" not in text(await newest(world))
    assert "🥇 Somebody" in text(await newest(world))
    others = await world.theo.slash(world.foyer, "quiz table")
    assert "🥇 Somebody" in told(others)
    await world.margot.slash(world.foyer, "quiz stop")
    await world.env.advance_time(1)
    assert "🥇 Somebody" in text(await newest(world))


async def test_who_has_left_the_server_is_off_the_table_at_once(world: World, app: App) -> None:
    await one_question(world, app)
    await world.env.bot.http.kick(world.camille.id, world.guild.id)
    shown = await world.theo.slash(world.foyer, "quiz table")
    assert f"<@{world.camille.id}>" not in told(shown)
    assert "Your place: **1** of 1" in told(shown)
