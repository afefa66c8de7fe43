"""The veil, as authors, moderators and others use it."""

from __future__ import annotations

from typing import Any

import simcord
from simcord.enums import MessageType

from bot.app import App
from bot.client import EtoileBot
from bot.errors import EtoileError
from bot.store.engine.database import Transaction, sql
from tests.discord.conftest import World
from tests.support.reading import all_text, walk
from tests.support.visible import message as seen

VEIL, UNVEIL = "Veil as spoiler…", "Unveil"
SECRET = "Gabin takes the train at midnight"
LONG = "*_`|~" * 399
DELETE = ("DELETE", "/channels/*/messages/*")
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


async def veil(world: World, member: Any, message: Any, episode: int = 3) -> simcord.InteractionResult:
    """Veil a message through the menu and the form."""
    shown = await member.context_menu(world.foyer, VEIL, message)
    assert shown.modal is not None
    return await member.submit_modal(shown, {field_of(shown): str(episode)})


def field_of(shown: simcord.InteractionResult) -> str:
    assert shown.modal is not None
    return next(part["custom_id"] for part in walk(shown.modal["components"]) if part["type"] == 21)


async def test_the_author_covers_their_own_message(world: World) -> None:
    original = await world.camille.send(world.foyer, SECRET)
    done = await veil(world, world.camille, original)
    assert done.ephemeral
    (copy,) = world.foyer.history()
    shown = seen(wire_of(world, copy))
    assert SECRET not in " ".join(shown.uncovered())
    assert SECRET in " ".join(shown.covered)
    assert "spoils episodes 1 to 3" in " ".join(shown.open)
    assert f"<@{world.camille.id}>" in " ".join(shown.open)


async def test_the_form_suggests_the_episode_after_the_horizon(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="4")
    original = await world.camille.send(world.foyer, SECRET)
    shown = await world.camille.context_menu(world.foyer, VEIL, original)
    assert shown.modal is not None
    radio = next(part for part in walk(shown.modal["components"]) if part["type"] == 21)
    assert [option["value"] for option in radio["options"] if option.get("default")] == ["5"]


async def test_somebody_else_may_neither_veil_nor_unveil(world: World) -> None:
    original = await world.camille.send(world.foyer, SECRET)
    await world.theo.context_menu(world.foyer, VEIL, original)
    simcord.assert_error(world.env, EtoileError, contains="veil-not-yours")

    await veil(world, world.camille, original)
    (copy,) = world.foyer.history()
    refused = await world.theo.context_menu(world.foyer, "Unveil", copy)
    simcord.assert_error(world.env, EtoileError, contains="veil-not-yours-to-lift")
    assert refused.response is not None
    assert "To read it yourself, open the covered part" in refused.response.content
    assert covered(world) == [True]


async def test_a_moderators_veil_is_told_to_the_author(world: World) -> None:
    original = await world.camille.send(world.foyer, SECRET)
    await veil(world, world.margot, original)
    (copy,) = world.foyer.history()
    (told,) = world.camille.user.dm_channel.history()
    assert "A moderator covered" in told.content
    assert copy.jump_url in told.content
    assert SECRET not in told.content


async def test_what_veils_also_unveils_after_a_restart(world: World, app: App) -> None:
    original = await world.camille.send(world.foyer, SECRET, attachments=[("kiss.png", PNG), ("notes.txt", b"x")])
    await veil(world, world.camille, original)
    await world.env.restart_bot(EtoileBot(app))
    (copy,) = world.foyer.history()

    await world.camille.context_menu(world.foyer, "Unveil", copy)
    assert covered(world) == [False]
    opened = seen(wire_of(world, copy))
    assert SECRET in " ".join(opened.open)
    assert len(copy.attachments) == 2

    await world.margot.click(copy, label="Veil again")
    assert covered(world) == [True]
    await world.margot.context_menu(world.foyer, "Unveil", copy)
    assert covered(world) == [False]


async def test_files_go_along_without_their_names(world: World) -> None:
    original = await world.camille.send(
        world.foyer, "", attachments=[("gabin-leaves.png", PNG), ("the-ending.txt", b"he leaves")]
    )
    await veil(world, world.camille, original)
    (copy,) = world.foyer.history()
    assert [file.filename for file in copy.attachments] == ["SPOILER_1.png", "SPOILER_2.txt"]
    assert [await file.read() for file in copy.attachments] == [PNG, b"he leaves"]
    parts = wire_of(world, copy)["components"]
    (gallery,) = [part for part in walk(parts) if part["type"] == 12]
    (file,) = [part for part in walk(parts) if part["type"] == 13]
    assert gallery["items"][0]["spoiler"] and file["spoiler"]
    assert not any("gabin" in text or "ending" in text for text in seen(wire_of(world, copy)).everything())


async def test_a_long_text_goes_on_in_further_copies_and_all_of_them_open(world: World) -> None:
    original = await world.camille.send(world.foyer, LONG)
    await veil(world, world.camille, original)
    copies = world.foyer.history()
    assert len(copies) == 2
    assert "part 1 of 2" in " ".join(seen(wire_of(world, copies[0])).open)
    assert all_plain(world) == LONG.replace(" ", "")

    await world.camille.context_menu(world.foyer, "Unveil", copies[0])
    assert covered(world) == [False, False]


async def test_mentions_neither_ping_nor_stay_numbers(world: World) -> None:
    original = await world.camille.send(world.foyer, f"@everyone {world.theo.mention} dies || at `once")
    await veil(world, world.camille, original)
    (copy,) = world.foyer.history()
    assert world.theo.id not in [user.id for user in copy.mentions]
    assert not copy.mention_everyone
    assert "theo" in " ".join(seen(wire_of(world, copy)).covered)


async def test_without_the_permission_to_delete_the_author_is_told_how(world: World) -> None:
    world.env.inject_error(*DELETE, status=403, code=50013, times=None)
    original = await world.camille.send(world.foyer, SECRET)
    own = await veil(world, world.camille, original)
    assert "please delete it yourself" in text_of(own)
    assert len(world.foyer.history()) == 2

    other = await world.theo.send(world.foyer, SECRET)
    theirs = await veil(world, world.margot, other)
    assert "the original can still be read" in text_of(theirs)
    (told,) = world.theo.user.dm_channel.history()
    assert "I’m not allowed to delete the original" in told.content


async def test_the_original_stays_when_its_copy_cannot_be_posted(world: World) -> None:
    original = await world.camille.send(world.foyer, SECRET)
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    await veil(world, world.camille, original)
    simcord.assert_error(world.env, EtoileError, contains="veil-cannot-post")
    assert [message.content for message in world.foyer.history()] == [SECRET]

    await veil(world, world.camille, original)
    assert covered(world) == [True]


async def test_copies_that_cannot_be_recorded_are_taken_back(world: World, app: App) -> None:
    original = await world.camille.send(world.foyer, LONG)
    await app.db.write(_break_records)
    await veil(world, world.camille, original)
    assert [message.content for message in world.foyer.history()] == [LONG]
    (error,) = world.env.errors
    assert "veil_copies" in str(error.__cause__ or error)
    world.env.errors.clear()


async def test_a_message_that_was_edited_meanwhile_is_left_alone(world: World) -> None:
    original = await world.camille.send(world.foyer, SECRET)
    shown = await world.camille.context_menu(world.foyer, VEIL, original)
    await world.camille.edit(original, "Something harmless")
    await world.camille.submit_modal(shown, {field_of(shown): "3"})
    simcord.assert_error(world.env, EtoileError, contains="veil-edited")
    assert [message.content for message in world.foyer.history()] == ["Something harmless"]


async def test_two_at_once_make_one_copy(world: World) -> None:
    original = await world.camille.send(world.foyer, SECRET)
    world.env.inject_error(*DELETE, status=403, code=50013, times=None)
    await veil(world, world.camille, original)
    await veil(world, world.margot, original)
    simcord.assert_error(world.env, EtoileError, contains="veil-already")
    assert len(world.foyer.history()) == 2


async def test_what_cannot_be_copied_gets_a_sentence(world: World) -> None:
    theirs = await world.guild.add_member(world.env.create_user("musicbox", bot=True)).send(world.foyer, SECRET)
    await world.margot.context_menu(world.foyer, VEIL, theirs)
    simcord.assert_error(world.env, EtoileError, contains="veil-bot")

    joined = world.guild.create_system_message(world.foyer, MessageType.NEW_MEMBER, author=world.theo)
    await world.margot.context_menu(world.foyer, VEIL, joined)
    simcord.assert_error(world.env, EtoileError, contains="veil-system")

    forwarded = await world.camille.forward(await world.camille.send(world.finale, SECRET), world.foyer)
    await world.camille.context_menu(world.foyer, VEIL, forwarded)
    simcord.assert_error(world.env, EtoileError, contains="veil-forward")

    await world.margot.context_menu(world.foyer, "Unveil", theirs)
    simcord.assert_error(world.env, EtoileError, contains="veil-none")


async def test_veils_are_written_down_without_what_was_said(world: World) -> None:
    log = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=log)
    original = await world.camille.send(world.foyer, SECRET)
    await veil(world, world.margot, original)
    (copy,) = world.foyer.history()
    await world.margot.context_menu(world.foyer, "Unveil", copy)

    lines = [message.content for message in log.history()]
    assert "veiled a message of" in lines[-2]
    assert "lifted a veil" in lines[-1]
    assert all(copy.jump_url in line for line in lines[-2:])
    await veil(world, world.theo, await world.theo.send(world.foyer, SECRET))
    lines = [message.content for message in log.history()]
    assert f"<@{world.theo.id}> veiled their own message" in lines[-1]
    assert SECRET not in " ".join(lines)


def _break_records() -> Transaction[None]:
    yield sql("DROP TABLE veil_copies")


def covered(world: World) -> list[bool]:
    """Of each box in #foyer, whether it is closed."""
    boxes = [part for copy in world.foyer.history() for part in walk(wire_of(world, copy)["components"])]
    return [bool(part.get("spoiler")) for part in boxes if part["type"] == 17]


def wire_of(world: World, message: Any) -> dict[str, Any]:
    """A posted message as Discord holds it now."""
    held = world.env.backend.get_message(message.channel.id, message.id)
    return {"content": held.content, "components": held.components, "attachments": held.attachments}


def all_plain(world: World) -> str:
    """All covered text of the channel without spaces, as read after opening."""
    return "".join("".join(seen(wire_of(world, copy)).covered).replace(" ", "") for copy in world.foyer.history())


def text_of(result: simcord.InteractionResult) -> str:
    assert result.response is not None
    return all_text(result.response.components, result.response.content)


async def test_a_moderators_veil_is_lifted_by_moderators_and_its_author_may_ask_once(world: World) -> None:
    log = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=log)
    await veil(world, world.margot, await world.camille.send(world.foyer, SECRET))
    (copy,) = world.foyer.history()
    asked = await world.camille.context_menu(world.foyer, "Unveil", copy)
    assert "asked them to look again" in text_of(asked)
    again = await world.camille.context_menu(world.foyer, "Unveil", copy)
    assert "asked them already" in text_of(again)
    assert covered(world) == [True]
    assert sum("asks you to look again" in message.content for message in log.history()) == 1


async def test_unveiling_opens_nothing_that_its_author_had_covered(world: World) -> None:
    original = await world.camille.send(world.foyer, "||VENUSKISS|| and more", attachments=[("SPOILER_a.png", PNG)])
    await veil(world, world.camille, original)
    (copy,) = world.foyer.history()
    await world.camille.context_menu(world.foyer, "Unveil", copy)
    assert covered(world) == [True, False]
    assert "VENUSKISS" not in " ".join(seen(wire_of(world, copy)).open)
