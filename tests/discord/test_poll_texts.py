"""What members write in polls: who reads it where, and what becomes of it when the place changes."""

from __future__ import annotations

from typing import Any

import discord

from tests.discord.conftest import World
from tests.discord.test_polls import FORM, by_id
from tests.support.reading import all_text

MARKER = "VENUSKISS"


async def ask(world: World, channel: Any) -> Any:
    """Margot, who has seen everything, asks about the marker in a channel. Its card."""
    await world.margot.slash(channel, "progress set", episode=8)
    shown = await world.margot.slash(channel, "poll create")
    preview = await world.margot.submit_modal(shown, by_id(shown, FORM | {"Question": f"{MARKER}?"}))
    await world.margot.click(preview.response, label="Post")
    return channel.history()[-1]


def text(message: Any) -> str:
    return all_text([component.to_dict() for component in message.components])


async def everything(world: World) -> str:
    """All that Camille gets of the polls and the status in the foyer, also what she shares there."""
    heard: list[str] = []
    for command in ("poll list", "etoile status"):
        result = await world.camille.slash(world.foyer, command)
        heard.append(all_text(result.response.components))
    shown = await world.camille.slash(world.foyer, "etoile status")
    await world.camille.click(shown.response, label="Share")
    heard += [text(message) for message in world.foyer.history()]
    heard.append(str(await world.camille.autocomplete(world.foyer, "poll show", "poll", "")))
    return "\n".join(heard)


async def test_a_question_of_an_open_channel_is_for_those_who_have_seen_as_much(world: World) -> None:
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="8")
    card = await ask(world, world.finale)
    assert MARKER in text(card)
    heard = await everything(world)
    assert MARKER not in heard
    assert f"A poll in <#{world.finale.id}>" in heard, "that there is one may be known by whoever views the channel"
    await world.camille.slash(world.foyer, "progress set", episode=8)
    assert MARKER in str(await world.camille.autocomplete(world.foyer, "poll show", "poll", ""))


async def test_a_poll_of_a_channel_that_one_may_not_view_does_not_exist(world: World) -> None:
    hidden = world.guild.create_text_channel(
        "moderators",
        overwrites={
            world.guild.default_role: discord.PermissionOverwrite(view_channel=False),
            world.guild.me: discord.PermissionOverwrite(view_channel=True),
            world.margot: discord.PermissionOverwrite(view_channel=True),
        },
    )
    await ask(world, hidden)
    await world.camille.slash(world.foyer, "progress set", episode=8)
    heard = await everything(world)
    assert MARKER not in heard
    assert f"<#{hidden.id}>" not in heard
    seen_by_moderators = await world.margot.autocomplete(world.foyer, "poll show", "poll", "")
    assert MARKER in str(seen_by_moderators)


async def test_a_card_is_covered_when_the_horizon_of_its_channel_falls(world: World) -> None:
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="8")
    card = await ask(world, world.finale)
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="0")
    await world.env.advance_time(10)
    now = next(message for message in world.finale.history() if message.id == card.id)
    assert MARKER not in text(now)
