"""`/mydata`, as members use it: on a server, in direct messages, after a restart."""

from __future__ import annotations

import json

import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.domain.locale import Locale
from bot.domain.party import ReminderChoice
from bot.domain.readers import Asker
from bot.store.engine.database import Row, Transaction, sql
from tests.discord.conftest import World
from tests.support.reading import all_text


async def test_who_told_nothing_is_told_that_there_is_nothing(world: World) -> None:
    shown = await world.camille.slash(world.foyer, "mydata show")
    assert shown.ephemeral
    assert "Nothing. I keep nothing about you." in text_of(shown)


async def test_everything_is_shown_handed_over_and_deleted(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=5)
    await app.zones.tell(world.camille.id, "Paris")
    shown = await world.camille.slash(world.foyer, "mydata show")
    assert "Episodes 1 to 5" in text_of(shown)
    assert "Europe/Paris" in text_of(shown)

    file = await world.camille.click(shown.response, label="Save as a file")
    assert file.ephemeral
    assert file.response is not None
    document = json.loads(await file.response.attachments[0].read())
    assert (document["user_id"], document["progress"]["episode"]) == (str(world.camille.id), 5)

    asked = await world.camille.click(shown.response, label="Delete all of it…")
    kept = await world.camille.click(asked.response, label="Keep it")
    assert "Nothing was changed" in text_of(kept)
    assert await app.progress.show(world.camille.id) == 5

    asked = await world.camille.slash(world.foyer, "mydata delete")
    await world.env.restart_bot(EtoileBot(app))
    done = await world.camille.click(asked.response, label="Delete everything")
    assert "I keep nothing about you any more" in text_of(done)
    assert await app.progress.show(world.camille.id) is None
    assert "Nothing. I keep nothing" in text_of(await world.camille.slash(world.foyer, "mydata show"))


async def test_reminders_are_shown_as_they_were_chosen(world: World, app: App) -> None:
    await app.parties.choose_reminders(
        world.camille.id, ReminderChoice(minutes=frozenset({15, 10080}), direct=True, quiet_from=None, quiet_to=None)
    )
    shown = text_of(await world.camille.slash(world.foyer, "mydata show"))
    assert "15 minutes before, 1 week before · by direct message" in shown
    none = ReminderChoice(minutes=frozenset(), direct=True, quiet_from=None, quiet_to=None)
    await app.parties.choose_reminders(world.camille.id, none)
    shown = text_of(await world.camille.slash(world.foyer, "mydata show"))
    assert "No reminder" in shown
    assert "before" not in shown


async def test_one_members_deletion_leaves_the_others_alone(world: World, app: App) -> None:
    for member in (world.camille, world.theo):
        await member.slash(world.foyer, "progress set", episode=3)
    asked = await world.camille.slash(world.foyer, "mydata delete")
    await world.camille.click(asked.response, label="Delete everything")
    assert await app.progress.show(world.theo.id) == 3


async def test_it_works_in_a_direct_message(world: World, app: App) -> None:
    user = world.env.create_user("noor")
    world.guild.add_member(user)
    await app.progress.tell(user.id, 2)
    assert "Episodes 1 to 2" in text_of(await user.slash("mydata show"))


async def test_a_long_page_turns(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "progress set", episode=8)
    for _ in range(30):
        await app.polls.drafts.from_form(
            asker(world), draft_id=None, question="Tea or coffee, and why? " * 4, labels="a\nb", most=1,
            results="live", closes="",
        )  # fmt: skip
    for draft in await drafts(app):
        await app.polls.post(asker(world), draft)
    first = await world.margot.slash(world.foyer, "mydata show")
    assert "Page 1 of 2" in text_of(first)
    assert "Page 2 of 2" in text_of(await world.margot.click(first.response, label="▶"))


async def drafts(app: App) -> list[int]:
    def look() -> Transaction[list[Row]]:
        return (yield sql("SELECT id FROM poll_drafts"))

    return [row["id"] for row in await app.db.read(look)]


def asker(world: World) -> Asker:
    return Asker(
        user_id=world.margot.id, guild_id=world.guild.id, channel_id=world.foyer.id, parent_id=None,
        locale=Locale.EN, server_locale=Locale.EN,
    )  # fmt: skip


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer."""
    assert result.response is not None
    return all_text(result.response.components, result.response.content)
