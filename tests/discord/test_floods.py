"""Presses without end: one sentence, then silence, for commands and for buttons alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
import simcord

from bot.errors import EtoileError
from bot.settings import Settings
from tests.discord.conftest import World
from tests.discord.test_polls import FORM, by_id
from tests.support.reading import all_text


@pytest.fixture
def app_settings(app_settings: Settings) -> Settings:
    return replace(app_settings, flood_limit=5)


async def test_commands_and_buttons_share_one_limit(world: World) -> None:
    shown = await world.camille.slash(world.foyer, "etoile timeline")
    for label in ("▶", "◀", "▶", "◀"):
        assert (await world.camille.click(shown.response, label=label)).acknowledged
    refused = await world.camille.slash(world.foyer, "progress show")
    simcord.assert_error(world.env, EtoileError, contains="error-too-fast")
    assert refused.response is not None
    assert "Not so fast" in refused.response.content
    silent = await world.camille.click(shown.response, label="▶")
    assert not silent.acknowledged

    assert (await world.theo.slash(world.foyer, "progress show")).acknowledged


async def test_after_a_while_all_is_well_again(world: World) -> None:
    for _ in range(6):
        await world.camille.slash(world.foyer, "progress show")
    simcord.assert_error(world.env, EtoileError, contains="error-too-fast")
    await world.env.advance_time(10)
    assert (await world.camille.slash(world.foyer, "progress show")).acknowledged


async def test_of_forms_that_are_never_sent_only_the_last_few_are_kept(world: World) -> None:
    oldest, *_, newest = [await world.camille.slash(world.foyer, "poll create") for _ in range(4)]
    written = FORM | {"Question": "Tea?"}
    handed_back = await world.camille.submit_modal(oldest, by_id(oldest, written))
    assert handed_back.response is not None
    assert "you have opened others since" in handed_back.response.content
    assert "Tea?" in handed_back.response.content
    taken = await world.camille.submit_modal(newest, by_id(newest, written))
    assert taken.response is not None
    assert "Preview" in all_text(taken.response.components, taken.response.content)


async def test_typing_is_cheap_and_refused_without_a_word(world: World) -> None:
    for _ in range(24):
        assert await world.camille.autocomplete(world.foyer, "etoile cast", "who", "jack")
    for _ in range(2):
        refused = await world.camille.autocomplete(world.foyer, "etoile cast", "who", "jack")
    assert refused == []
    simcord.assert_error(world.env, EtoileError, contains="error-too-fast")
