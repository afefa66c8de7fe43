"""New York against Paris by the server's poll, as members play it."""

from __future__ import annotations

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.errors import EtoileError
from cogs.ui.quiz.refresh import night_drawer_of
from tests.discord.conftest import World
from tests.discord.test_polls import wire
from tests.discord.test_quiz_nights import newest, question_in, told
from tests.support.reading import beside


@pytest.fixture(autouse=True)
def quick(world: World, simcord_bot: EtoileBot) -> None:
    """Messages rest for a moment only: SimCord waits for every timer."""
    night_drawer_of(simcord_bot).redraws.window = 0.01


async def first_press(world: World, app: App, *, named: bool) -> simcord.InteractionResult:
    """Camille votes for Paris in the server's poll, then answers the first question of a night by it."""
    preview = await world.margot.slash(world.foyer, "poll preset", name="jack-or-genevieve")
    if named:
        preview = await world.margot.click(preview.response, label="Make it named")
    await world.margot.click(preview.response, label="Post")
    poll = await newest(world)
    await world.camille.click(poll, custom_id=beside(wire(poll), "Paris: Geneviève"))
    await world.margot.slash(world.foyer, "quiz night", questions=3, seconds=10, sides="poll")
    await world.env.advance_time(1)
    card = await newest(world)
    return await world.camille.click(card, label=question_in(card, app).right)


async def test_a_secret_ballot_is_offered_to_its_voter_alone_and_shows_nowhere_until_chosen(
    world: World, app: App
) -> None:
    picked = await first_press(world, app, named=False)
    assert picked.ephemeral
    assert "Your ballot says Paris" in told(picked)
    other = await world.theo.click(await newest(world), label=question_in(await newest(world), app).right)
    assert "Which side" in told(other)
    assert "ballot" not in told(other)
    joined = await world.camille.click(picked.response, label="New York")
    assert "You dance for New York" in told(joined)


async def test_a_ballot_that_everybody_may_read_puts_its_voter_on_that_side(world: World, app: App) -> None:
    picked = await first_press(world, app, named=True)
    assert "You dance for Paris tonight, as you voted" in told(picked)
    changed = await world.camille.click(await newest(world), label=question_in(await newest(world), app).wrong[0])
    assert "side" not in told(changed)


async def test_without_such_a_poll_there_are_no_sides_by_it(world: World) -> None:
    refused = await world.margot.slash(world.foyer, "quiz night", questions=3, sides="poll")
    assert "/poll arc" in told(refused)
    simcord.assert_error(world.env, EtoileError, contains="quiz-no-poll")
    assert world.foyer.history() == []
