"""Writing something veiled from the start, and what is said when a text reads as if it spoiled more."""

from __future__ import annotations

from typing import Any

import discord
import simcord

from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.discord.test_polls import FORM, by_id
from tests.discord.test_veil import wire_of
from tests.support.reading import all_text, walk
from tests.support.visible import message as seen

HARMLESS = "I hummed || all the way home, `really`"
TELLING = "Gabin wants to throw a rock through that window"
"""Reads as if it spoiled episode 6."""


def text_of(message: Any) -> str:
    """What stands in a message, or in an answer."""
    return all_text([part if isinstance(part, dict) else part.to_dict() for part in message.components])


async def write(world: World, member: Any, text: str, episode: int, channel: Any = None) -> simcord.InteractionResult:
    """Write something under a veil, through the form."""
    shown = await member.slash(channel or world.foyer, "veil write")
    assert shown.modal is not None
    field = {part["type"]: part["custom_id"] for part in walk(shown.modal["components"]) if "custom_id" in part}
    return await member.submit_modal(shown, {field[4]: text, field[21]: str(episode)})


async def test_what_is_written_stands_in_a_closed_box_from_the_start(world: World) -> None:
    done = await write(world, world.camille, HARMLESS, 3)
    assert done.ephemeral
    (copy,) = world.foyer.history()
    shown = seen(wire_of(world, copy))
    assert "hummed" in " ".join(shown.covered) and "hummed" not in " ".join(shown.uncovered())
    assert "spoils episodes 1 to 3" in " ".join(shown.open)
    assert f"<@{world.camille.id}>" in " ".join(shown.open)


async def test_its_author_lifts_it_and_somebody_else_does_not(world: World) -> None:
    await write(world, world.camille, HARMLESS, 3)
    (copy,) = world.foyer.history()
    await world.theo.context_menu(world.foyer, "Unveil", copy)
    simcord.assert_error(world.env, EtoileError, contains="veil-not-yours-to-lift")
    await world.camille.context_menu(world.foyer, "Unveil", copy)
    assert "hummed" in " ".join(seen(wire_of(world, copy)).uncovered())


async def test_a_text_that_reads_as_more_says_more_until_its_author_says_no(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.finale)
    done = await write(world, world.camille, TELLING, 1)
    assert "reads as if it spoiled episode 6" in text_of(done.response)
    (copy,) = world.foyer.history()
    assert "spoils episodes 1 to 6" in " ".join(seen(wire_of(world, copy)).open)

    await world.camille.click(done.response, label="No, only episode 1")
    assert "spoils episode 1" in " ".join(seen(wire_of(world, copy)).open)
    lines = [message.content for message in world.finale.history()]
    assert any(f"<@{world.camille.id}> says that a veiled text" in line and "episode 6" in line for line in lines)
    assert not any("rock" in line for line in lines)


async def test_the_same_holds_for_a_message_that_its_author_veils_later(world: World) -> None:
    original = await world.camille.send(world.foyer, TELLING)
    shown = await world.camille.context_menu(world.foyer, "Veil as spoiler…", original)
    assert shown.modal is not None
    radio = next(part["custom_id"] for part in walk(shown.modal["components"]) if part["type"] == 21)
    done = await world.camille.submit_modal(shown, {radio: "2"})
    (copy,) = world.foyer.history()
    assert "spoils episodes 1 to 6" in " ".join(seen(wire_of(world, copy)).open)
    await world.camille.click(done.response, label="No, only episode 2")
    assert "spoils episodes 1 and 2" in " ".join(seen(wire_of(world, copy)).open)


async def test_a_text_that_cannot_be_posted_is_handed_back(world: World) -> None:
    shown = await world.camille.slash(world.foyer, "veil write")
    assert shown.modal is not None
    field = {part["type"]: part["custom_id"] for part in walk(shown.modal["components"]) if "custom_id" in part}
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    refused = await world.camille.submit_modal(shown, {field[4]: TELLING, field[21]: "2"})
    simcord.assert_error(world.env, EtoileError, contains="veil-handed-back")
    assert refused.response is not None
    assert TELLING in refused.response.content and refused.ephemeral
    assert world.foyer.history() == []


async def test_who_may_not_write_in_a_channel_may_not_write_there_under_a_veil(world: World) -> None:
    shut = discord.PermissionOverwrite(send_messages=False)
    channel = world.guild.create_text_channel("news", overwrites={world.guild.default_role: shut})
    refused = await world.camille.slash(channel, "veil write")
    assert refused.modal is None
    simcord.assert_error(world.env, EtoileError, contains="error-may-not-write")


async def test_a_polls_author_may_say_that_its_words_give_nothing_away(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.finale)
    shown = await world.margot.slash(world.foyer, "poll create")
    preview = await world.margot.submit_modal(shown, by_id(shown, FORM | {"Question": f"{TELLING}?"}))
    assert "reads as if it spoiled episode 6" in text_of(preview.response)
    await world.margot.click(preview.response, label="It gives nothing away")
    await world.margot.click(preview.response, label="Post")
    card = next(
        message
        for message in world.foyer.history()
        if "rock" in all_text([part.to_dict() for part in message.components])
    )
    assert card.author.id != world.margot.id
    lines = [message.content for message in world.finale.history()]
    assert any("says that a poll gives nothing away" in line and "episode 6" in line for line in lines)


async def test_a_poll_is_gated_in_one_press_where_its_words_read_as_a_spoiler(world: World) -> None:
    shown = await world.margot.slash(world.foyer, "poll create")
    preview = await world.margot.submit_modal(shown, by_id(shown, FORM | {"Question": f"{TELLING}?"}))
    await world.margot.click(preview.response, label="Post as spoiling 1 to 6")
    assert not any(
        "rock" in all_text([part.to_dict() for part in message.components]) for message in world.foyer.history()
    )
