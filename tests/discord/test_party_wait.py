"""Wait!: whoever comes asks for a pause, or makes one, as the party has it."""

from __future__ import annotations

from typing import Any

import simcord
from discord import app_commands

from bot.errors import EtoileError
from cogs.parties import Parties
from tests.discord.conftest import World
from tests.discord.test_parties import planned, posted, steer, text_of, words


async def playing(world: World, **options: Any) -> Any:
    """A party of Camille and Théo that plays; its thread."""
    card = await planned(world, when="in 2 minutes", **options)
    await world.theo.click(card, label="Going")
    await world.env.advance_time(125)
    (thread,) = world.foyer.threads
    await steer(world.camille, posted(thread, "Ready check"), "Start without the others")
    await world.env.advance_time(60)
    return thread


async def test_it_asks_the_hosts(world: World) -> None:
    thread = await playing(world)
    asked = await world.theo.click(posted(thread, "Playing"), label="Wait!")
    assert text_of(asked) == "I asked the hosts to pause."
    line = posted(thread, "asks for a pause")
    assert str(world.camille.id) in words(line)
    assert "Pause" in words(line)


async def test_it_pauses_by_itself_where_the_party_lets_it(world: World) -> None:
    thread = await playing(world, wait=True)
    asked = await world.theo.click(posted(thread, "Playing"), label="Wait!")
    assert "I paused for you" in text_of(asked)
    line = posted(thread, "needs a moment, so I paused")
    assert f"<@{world.theo.id}>" in words(line)
    await world.env.advance_time(2)
    assert posted(thread, "Paused. Everybody stops at")
    await world.camille.click(line, label="Resume")
    await world.env.advance_time(20)
    assert posted(thread, "Playing")


async def test_who_does_not_come_pauses_nothing(world: World) -> None:
    thread = await playing(world, wait=True)
    await world.margot.click(posted(thread, "Playing"), label="Wait!")
    simcord.assert_error(world.env, EtoileError, contains="party-wait-seated")
    assert not [message for message in thread.history() if "so I paused" in words(message)]


async def test_it_can_be_set_in_a_series_and_changed(world: World) -> None:
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(world.foyer, "party series", first="in 2 days", every="weekly", wait=True)
    assert "Anybody with a seat can pause with **Wait!**" in text_of(draft)
    await world.camille.click(draft.response, label="Post")
    await world.env.advance_time(5)
    for choice in (await world.camille.autocomplete(world.foyer, "party edit", "party", ""))[:2]:
        asked = await world.camille.slash(world.foyer, "party edit", party=choice["value"], wait=False)
        assert "**Wait! pauses by itself:** yes → **no**" in text_of(asked)


def test_what_one_party_can_have_a_series_and_a_search_can_have_and_an_edit_can_change() -> None:
    """By the options of the commands: only a series' own dates are named otherwise there."""

    def parameters(name: str) -> dict[str, Any]:
        found = [each for each in Parties.__cog_app_commands__ if isinstance(each, app_commands.Command)]
        return {option.name: option for each in found if each.name == name for option in each.parameters}

    def options(name: str) -> set[str]:
        return set(parameters(name))

    one = options("schedule")
    assert one - options("series") == {"when", "to"}  # its first evening, its last episode and the episodes an evening
    assert {"first", "last", "per_evening"} <= options("series")
    assert one <= options("edit")
    assert one - options("find") == {"when"}
    for other in ("series", "find"):
        shared = one & options(other) - {"episode"}
        left_out = [name for name in shared if parameters(other)[name].default != parameters("schedule")[name].default]
        assert left_out == [], f"/party {other} takes something else where these are left out"
