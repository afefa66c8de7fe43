"""`/progress`, as members use it."""

from __future__ import annotations

import pytest
import simcord

from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.support.reading import walk


async def test_telling_then_undoing_leaves_nothing_told(world: World) -> None:
    told = await world.camille.slash(world.foyer, "progress set", episode=4)
    assert told.ephemeral
    assert "episodes 1 to 4" in text_of(told)

    undone = await world.camille.click(told.response, label="Undo")
    assert "You haven’t told me" in text_of(undone)


async def test_undo_does_not_take_back_a_newer_change(world: World) -> None:
    first = await world.camille.slash(world.foyer, "progress set", episode=3)
    await world.camille.slash(world.foyer, "progress set", episode=5)

    await world.camille.click(first.response, label="Undo")

    simcord.assert_error(world.env, EtoileError, contains="progress-undo-late")
    assert "episodes 1 to 5" in text_of(await world.camille.slash(world.foyer, "progress show"))


async def test_setting_back_says_that_it_hides_again(world: World) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=8)
    back = await world.camille.slash(world.foyer, "progress set", episode=2)
    assert "hidden again" in text_of(back)


@pytest.mark.parametrize("label", ["4", "All 8", "Not started", "I’d rather not say"])
async def test_one_press_tells(world: World, label: str) -> None:
    shown = await world.camille.slash(world.foyer, "progress show")
    pressed = await world.camille.click(shown.response, label=label)
    said = {"4": "1 to 4", "All 8": "all eight", "Not started": "haven’t started", "I’d rather not say": "Fine."}
    assert said[label] in text_of(pressed)


async def test_where_one_is_is_marked_and_nothing_else_has_a_colour(world: World) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=4)
    shown = await world.camille.slash(world.foyer, "progress show")
    assert shown.response is not None
    buttons = [part for part in walk(shown.response.components) if part["type"] == 2]
    assert [part["label"] for part in buttons if part["style"] != 2] == ["4"]


async def test_nobody_else_sees_it(world: World) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=8)
    theirs = await world.theo.slash(world.foyer, "progress show")
    assert "You haven’t told me" in text_of(theirs)
    assert world.foyer.history() == []


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer."""
    from tests.support.reading import all_text

    assert result.response is not None
    return all_text(result.response.components, result.response.content)
