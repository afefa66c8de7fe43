"""`/etoile-admin`, as moderators use it and as others try to."""

from __future__ import annotations

from typing import Any

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.support.reading import all_text


async def test_a_channels_horizon_comes_before_the_servers(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="3", server=True)
    raised = await world.margot.slash(world.foyer, "etoile-admin horizon", episode="8", channel=world.finale)
    assert raised.ephemeral
    assert "The whole season" in text_of(raised)

    shown = text_of(await world.margot.slash(world.foyer, "etoile-admin horizons"))
    assert "else** · episodes 1 to 3" in shown
    assert f"<#{world.finale.id}> · the whole season" in shown


async def test_left_out_the_channel_is_the_one_it_was_said_in(world: World) -> None:
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="5")
    shown = text_of(await world.margot.slash(world.foyer, "etoile-admin horizons"))
    assert f"<#{world.finale.id}> · episodes 1 to 5" in shown
    assert "none of the plot" in shown


async def test_moving_down_warns_and_inheriting_says_what_holds(world: World) -> None:
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="8")
    lowered = text_of(await world.margot.slash(world.finale, "etoile-admin horizon", episode="2"))
    assert "Check what members wrote here" in lowered
    assert "up to episode 8" in lowered

    inherits = text_of(await world.margot.slash(world.finale, "etoile-admin horizon", episode="inherit"))
    assert "no horizon of its own" in inherits
    assert "None of the plot" in inherits


async def test_a_refused_spoiler_mark_is_said_and_the_horizon_stays(world: World) -> None:
    raised = await world.margot.slash(world.finale, "etoile-admin horizon", episode="8")
    refused = await world.margot.click(raised.response, label="Mark as spoiler channel")
    assert "didn’t let me" in text_of(refused)
    assert "the whole season" in text_of(await world.margot.slash(world.foyer, "etoile-admin horizons"))


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("horizon", {"episode": "8", "server": True}),
        ("horizons", {}),
        ("titles", {"titles": 1}),
        ("log", {}),
    ],
)
async def test_who_does_not_manage_the_server_is_refused_on_our_side_too(
    world: World, app: App, command: str, options: dict[str, object]
) -> None:
    await offer_to(world, world.camille)
    await world.camille.slash(world.foyer, f"etoile-admin {command}", **options)
    simcord.assert_error(world.env, EtoileError, contains="admin-not-yours")
    settings = await app.horizons.settings(world.guild.id)
    assert (settings.horizon, settings.titles_shown, settings.log_channel_id) == (0, False, None)


async def test_the_log_is_turned_off_by_a_press(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.finale)
    shown = await world.margot.slash(world.foyer, "etoile-admin log")
    await world.margot.click(shown.response, label="Turn it off")
    assert (await app.horizons.settings(world.guild.id)).log_channel_id is None
    assert any(f"<@{world.margot.id}> turned the moderators’ log off" in line for line in lines_of(world.finale))


async def test_a_log_that_moves_says_so_where_it_was(world: World) -> None:
    other = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.finale)
    await world.margot.slash(world.foyer, "etoile-admin log", channel=other)
    assert len([line for line in lines_of(world.finale) if "moved the moderators’ log" in line]) == 1
    assert len([line for line in lines_of(other) if "chose this channel" in line]) == 1


async def test_changes_are_written_down_where_moderators_read(world: World) -> None:
    log = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=log)
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="4")
    await world.margot.slash(world.foyer, "etoile-admin titles", titles=1)

    lines = [message.content for message in log.history()]
    assert len(lines) == 3
    assert any(f"<#{world.foyer.id}> · before: none of the plot · now: episodes 1 to 4" in line for line in lines)


async def test_titles_are_shown_once_the_server_says_so(world: World) -> None:
    async def episode() -> str:
        return text_of(await world.camille.slash(world.foyer, "etoile episode", number=4))

    hidden = await episode()
    await world.margot.slash(world.foyer, "etoile-admin titles", titles=1)
    assert "“" in await episode()
    assert "“" not in hidden


async def test_a_long_list_is_paged_and_the_pages_turn_after_a_restart(world: World, app: App) -> None:
    for number in range(15):
        channel = world.guild.create_text_channel(f"salle-{number}")
        await world.margot.slash(world.foyer, "etoile-admin horizon", episode="4", channel=channel)
    first = await world.margot.slash(world.foyer, "etoile-admin horizons")
    assert "Page 1 of 2" in text_of(first)
    await world.env.restart_bot(EtoileBot(app))
    second = await world.margot.click(first.response, label="▶")
    assert "Page 2 of 2" in text_of(second)


def lines_of(channel: Any) -> list[str]:
    """What stands in a channel."""
    return [message.content for message in channel.history()]


async def offer_to(world: World, member: Any) -> None:
    """What a careless server does: hands the moderators' commands to somebody."""
    commands = {command.name: command for command in await world.env.bot.tree.fetch_commands()}
    world.guild.set_command_permissions(commands["etoile-admin"], {member: True})


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer."""
    assert result.response is not None
    return all_text(result.response.components, result.response.content)
