"""/etoile and /progress in SimCord: the behaviours that hold in every world."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import discord
import pytest
import simcord

from bot.app import open_app
from bot.client import EtoileBot
from bot.clock import FunctionClock
from bot.settings import Settings
from tests.discord.conftest import World
from tests.support.behaviour import BEHAVIOURS, Behaviour
from tests.support.driver import SimCordDriver
from tests.support.reading import all_text


@pytest.fixture
async def driver(world: World, app_settings: Settings) -> AsyncIterator[SimCordDriver]:
    """The bot in memory; a restart opens the same database anew."""
    async with AsyncExitStack() as stack:

        async def renew() -> Any:
            clock = FunctionClock(discord.utils.utcnow)  # noqa: TID251  (SimCord moves it)
            return EtoileBot(await stack.enter_async_context(open_app(app_settings, clock)))

        yield SimCordDriver(world.env, world.guild, world.foyer, renew)


@pytest.mark.parametrize("behaviour", BEHAVIOURS, ids=lambda behaviour: behaviour.__name__.replace("_", " "))
async def test_in_memory(driver: SimCordDriver, behaviour: Behaviour) -> None:
    await behaviour(driver)
    driver.assert_quiet()


async def test_what_is_on_in_a_server_is_not_told_of_in_a_direct_message(world: World) -> None:
    """Also where somebody of the same progress and language asked on a server a moment before, and the other way."""
    for _ in range(2):
        assert "Nothing yet" in text_of(await world.camille.slash(world.foyer, "etoile status"))
        direct = text_of(await world.camille.user.slash("etoile status"))
        assert "Cancelled" in direct
        assert "Nothing yet" not in direct


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("how do I vote", "/poll list"),
        ("how do I hide a spoiler", "/veil write"),
        ("how do i plan a wach party", "/party schedule"),
        ("comment on fait une soirée", "/party schedule"),
    ],
)
async def test_questions_about_the_bot_lead_to_what_does_it(world: World, asked: str, said: str) -> None:
    answer = text_of(await world.camille.slash(world.foyer, "etoile ask", question=asked))

    assert said in answer
    assert "Ask the moderators" not in answer


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer."""
    assert result.response is not None
    return all_text(result.response.components, result.response.content)
