"""`/quiz write`: a server's own questions, as hosts keep them and members are asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.errors import EtoileError
from bot.store.engine.database import Transaction, sql
from bot.store.quiz import nights, own
from cogs.ui.quiz.refresh import night_drawer_of
from tests.discord.conftest import World
from tests.discord.test_quiz_nights import newest, text, told
from tests.support.reading import walk

TEA = ("Who brings the **tea**?", "Lucie", "Nobody\nThe cat\nAll of us", "Always @everyone.", "0")


@pytest.fixture(autouse=True)
def quick(world: World, simcord_bot: EtoileBot) -> None:
    """Messages rest for a moment only: SimCord waits for every timer."""
    night_drawer_of(simcord_bot).redraws.window = 0.01


async def fill(who: Any, form: simcord.InteractionResult, values: tuple[str, ...]) -> simcord.InteractionResult:
    """Send the form; values in the order of its fields."""
    assert form.modal is not None
    fields = [part["custom_id"] for part in walk(form.modal["components"]) if part.get("type") in (3, 4)]
    given: dict[str, Any] = dict(zip(fields, values, strict=True))
    given[fields[-1]] = [values[-1]]
    return await who.submit_modal(form, given)


async def write(world: World, values: tuple[str, ...] = TEA) -> simcord.InteractionResult:
    """Margot writes a question; returns the list with which it is answered."""
    listed = await world.margot.slash(world.foyer, "quiz write")
    assert listed.ephemeral
    return await fill(world.margot, await world.margot.click(listed.response, label="Write a question"), values)


async def test_a_question_is_written_listed_changed_switched_off_and_deleted(world: World) -> None:
    await write(world)
    listed = await world.margot.slash(world.foyer, "quiz write")
    assert "One question" in told(listed)
    assert "Who brings the \\*\\*tea\\*\\*?" in told(listed)
    form = await world.margot.click(listed.response, label="Edit")
    await fill(world.margot, form, ("Who brings cake?", *TEA[1:]))
    assert "Who brings cake?" in told(await world.margot.slash(world.foyer, "quiz write"))
    await world.margot.click(listed.response, label="Switch off")
    assert "switched off" in told(await world.margot.slash(world.foyer, "quiz write"))
    others = await world.theo.slash(world.foyer, "quiz write")
    assert "Delete" not in told(others)
    await world.margot.click(listed.response, label="Delete")
    assert "None yet" in told(await world.margot.slash(world.foyer, "quiz write"))


async def test_what_is_no_question_comes_back_with_all_that_was_typed(world: World) -> None:
    refused = await write(world, ("Who?", "Lucie", "Nobody\nThe cat", "Because.", "0"))
    assert "three wrong answers" in told(refused)
    for typed in ("Who?", "Lucie", "The cat", "Because."):
        assert typed in told(refused)
    simcord.assert_error(world.env, EtoileError, contains="quiz-own-handed-back")


def _begin_with_own(guild_id: int) -> Transaction[None]:
    """The planned night of a server begins with the question that it wrote."""
    (question,) = yield from own.list_own(guild_id=guild_id)
    rows = yield sql("SELECT id FROM quiz_nights WHERE guild_id = :guild_id", guild_id=guild_id)
    night = yield from nights.load_night(night_id=rows[0]["id"])
    assert night is not None
    yield from nights.save_night(replace(night, question_ids=(question.key, *night.question_ids)))


async def test_it_is_played_in_a_night_without_markup_and_pings_nobody(world: World, app: App) -> None:
    await write(world)
    await world.margot.slash(world.foyer, "quiz night", when="in 2 minutes", questions=3, seconds=10)
    await app.db.write(_begin_with_own, world.guild.id)
    await world.env.advance_time(121)
    card = await newest(world)
    assert "From this server" in text(card)
    assert "\\*\\*tea\\*\\*" in text(card)
    picked = await world.camille.click(card, label="Lucie")
    assert "Recorded: **Lucie**" in told(picked)
    await world.env.advance_time(11)
    card = await newest(world)
    assert "It’s **Lucie**" in text(card)
    assert "Always" in text(card)
    assert "@everyone" not in text(card)
    assert "Written on this server" in text(card)
