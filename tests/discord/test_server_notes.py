"""Notes of a server beside the pages of `/etoile`: who puts them there, who sees them, and from when on."""

from __future__ import annotations

from typing import Any

import discord
import simcord

from bot.app import App
from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.services.transfer.importing import Here
from tests.discord.conftest import World
from tests.support.reading import all_text, walk


def text_of(found: Any) -> str:
    """All text of an answer, or of a message as Discord holds it."""
    message = getattr(found, "response", found)
    return all_text(message.components, message.content)


async def test_a_note_stands_beside_the_status_marked_as_the_servers(world: World) -> None:
    added = await world.margot.slash(
        world.foyer, "etoile-admin note", text="A petition is running", link="https://example.org/petition"
    )
    assert added.ephemeral and "Noted." in text_of(added)
    status = text_of(await world.camille.slash(world.foyer, "etoile status"))
    assert "A note from this server:** A petition is running [example.org](<https://example.org/petition>)" in status
    elsewhere = text_of(await world.camille.slash(world.foyer, "etoile facts", about="fact/fact-why"))
    assert "petition is running" not in elsewhere


async def test_what_a_note_gives_away_is_for_those_who_have_got_there(world: World, app: App) -> None:
    await app.progress.tell(world.theo.id, 8)
    await app.progress.tell(world.camille.id, 3)
    await world.margot.slash(world.foyer, "etoile-admin note", text="The last scene was shot twice", spoils="8")
    assert "shot twice" in text_of(await world.theo.slash(world.foyer, "etoile status"))
    assert "shot twice" not in text_of(await world.camille.slash(world.foyer, "etoile status"))
    shared = await world.theo.slash(world.foyer, "etoile status")
    await world.theo.click(shared.response, label="Share")
    public = world.env.backend.get_message(world.foyer.id, world.foyer.history()[-1].id)
    assert "shot twice" not in text_of(public)


async def test_watchwords_raise_a_note_until_its_moderator_says_that_they_give_nothing_away(
    world: World, app: App
) -> None:
    words = "The restaurant is full of lookalikes"
    level = app.pack.level_of_text(words)
    assert level > 0
    added = await world.margot.slash(world.foyer, "etoile-admin note", text=words)
    assert f"belong to episode {level}" in text_of(added)
    assert words not in text_of(await world.camille.slash(world.foyer, "etoile status"))
    await world.margot.click(added.response, label="It gives nothing away")
    assert words in text_of(await world.camille.slash(world.foyer, "etoile status"))


async def test_a_moderator_who_is_behind_sees_that_a_note_is_there_and_not_what_it_says(world: World, app: App) -> None:
    role = world.guild.create_role("Régie bis", permissions=discord.Permissions(manage_guild=True))
    lucie = world.guild.add_member(world.env.create_user("lucie"), roles=[role])
    await world.margot.slash(world.foyer, "etoile-admin note", text="Who goes where in the end", spoils="8")
    assert "Who goes where" in text_of(await world.margot.slash(world.foyer, "etoile-admin notes"))  # she wrote it
    listed = await lucie.slash(world.foyer, "etoile-admin notes")
    assert "Who goes where" not in text_of(listed) and "holding back what it says" in text_of(listed)
    await app.progress.tell(lucie.id, 8)
    assert "Who goes where" in text_of(await lucie.slash(world.foyer, "etoile-admin notes"))


async def test_notes_are_changed_and_removed_in_their_list(world: World) -> None:
    added = await world.margot.slash(world.foyer, "etoile-admin note", text="Old news")
    form = await world.margot.click(added.response, label="Change…")
    assert form.modal is not None
    field = next(part["custom_id"] for part in walk(form.modal["components"]) if part.get("type") == 4)
    await world.margot.submit_modal(form, {field: "New news"})
    assert "New news" in text_of(await world.camille.slash(world.foyer, "etoile status"))
    await world.margot.click(added.response, label="Remove")
    assert "New news" not in text_of(await world.camille.slash(world.foyer, "etoile status"))
    assert "There are none yet" in text_of(await world.margot.slash(world.foyer, "etoile-admin notes"))


async def test_a_note_goes_by_itself_after_its_last_day(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin note", text="Screening in Lyon", until="today")
    assert "Screening in Lyon" in text_of(await world.camille.slash(world.foyer, "etoile status"))
    for _ in range(5):
        await world.env.advance_time(5 * 3600)
    assert "Screening in Lyon" not in text_of(await world.camille.slash(world.foyer, "etoile status"))


async def test_what_cannot_be_noted_is_said_and_the_text_handed_back(world: World) -> None:
    for typed in ({"link": "javascript:alert(1)"}, {"about": "xyzzy plugh"}, {"until": "when pigs fly"}):
        refused = text_of(await world.margot.slash(world.foyer, "etoile-admin note", text="Keep me", **typed))
        assert "Nothing was noted" in refused and "Keep me" in refused
        simcord.assert_error(world.env, EtoileError, contains="note-handed-back")
    assert "none yet" in text_of(await world.margot.slash(world.foyer, "etoile-admin notes"))


async def test_notes_come_back_from_an_export(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "etoile-admin note", text="Keep me", spoils="8", link="https://example.org")
    asker = Asker(
        user_id=world.margot.id, guild_id=world.guild.id, channel_id=world.foyer.id, parent_id=None,
        locale=Locale.EN, server_locale=Locale.EN, manages_server=True,
    )  # fmt: skip
    document = await app.transfer.export(asker)
    added = await world.margot.slash(world.foyer, "etoile-admin notes")
    await world.margot.click(added.response, label="Remove")
    here = Here(channels=frozenset({world.foyer.id}), roles=frozenset(), channel_id=world.foyer.id)
    checked = await app.transfer.check(asker, document, here)
    assert checked.plan is not None and checked.plan.notes == 1
    await app.transfer.apply(asker, checked.import_id, here)
    (found,) = await app.server_notes.listed(asker)
    assert (found.note.text.level, found.note.link, found.note.author_id) == (8, "https://example.org", 0)
