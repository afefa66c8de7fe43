"""*This spoils me*: readers flag a message, three who have seen as far decide, or a moderator does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.domain.locale import Locale
from bot.errors import EtoileError
from bot.store.engine.database import Transaction, sql
from tests.discord.conftest import World
from tests.discord.test_veil import PNG, SECRET, field_of, text_of, wire_of
from tests.support.house import member
from tests.support.visible import message as seen

FLAG, UNVEIL = "This spoils me", "Unveil"
LONG_AGO = "2025-01-01T00:00:00+00:00"
YES, NO = "It spoils that", "It doesn’t"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """A server with a log and a channel for all of the season, and five members who have seen it: `three` of them, and
    two more who are another author and another reader. Théo, who flags, has seen nothing."""

    world: World
    app: App
    log: Any
    three: tuple[Any, Any, Any]
    more: tuple[Any, Any]

    async def flag(self, message: Any, *, by: Any = None, episode: int = 5) -> simcord.InteractionResult:
        """Somebody (else: Théo) says in the menu that a message of the foyer spoils."""
        who = by or self.world.theo
        shown = await who.context_menu(self.world.foyer, FLAG, message)
        assert shown.modal is not None
        return await who.submit_modal(shown, {field_of(shown): str(episode)})

    async def post(self, text: str = SECRET, **more: Any) -> Any:
        return await self.world.camille.send(self.world.foyer, text, **more)

    @property
    def question(self) -> Any:
        """What readers are asked in #after-the-finale: the newest."""
        return self.world.finale.history()[-1]

    async def judge(self, *members: Any, label: str = YES) -> list[simcord.InteractionResult]:
        return [await each.click(self.question, label=label) for each in members]

    async def due(self) -> None:
        await self.world.env.advance_time(20)

    def copies(self) -> list[Any]:
        """The veiled messages of the foyer, as they are seen."""
        return [seen(wire_of(self.world, one)) for one in self.world.foyer.history()]

    def logged(self) -> str:
        return "\n".join(message.content for message in self.log.history())


@pytest.fixture
async def readers(world: World, app: App) -> Readers:
    log = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=log)
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="8", channel=world.finale)
    names = ("anna", "bea", "cleo", "dora", "emil")
    people = [world.guild.add_member(world.env.create_user(name)) for name in names]
    for each in people:
        await app.progress.tell(each.id, 8)
    for known in world.guild._guild.members.values():
        known.joined_at = LONG_AGO
    return Readers(world=world, app=app, log=log, three=tuple(people[:3]), more=tuple(people[3:]))


async def test_three_who_have_seen_as_far_have_it_veiled_and_nobody_is_named(readers: Readers) -> None:
    world, message = readers.world, await readers.post()
    done = await readers.flag(message)
    assert done.ephemeral and "Nobody learns that it was you" in text_of(done)
    asked = seen(wire_of(world, readers.question))
    assert SECRET in asked.covered and SECRET not in " ".join(asked.uncovered())
    assert f"{world.foyer.mention} spoils episodes 1 to 5" in " ".join(asked.open)
    assert str(world.theo.id) not in str(wire_of(world, readers.question))

    await readers.judge(*readers.three[:2])
    await readers.due()
    assert [one.content for one in world.foyer.history()] == [SECRET]  # two are not enough
    await readers.judge(readers.three[2])
    await readers.due()
    (copy,) = readers.copies()
    assert copy.covered == [SECRET]
    assert "Veiled by readers who agreed on it" in " ".join(copy.open)
    (told,) = world.camille.user.dm_channel.history()
    assert "Readers covered a message of yours" in told.content and "/veil write" in told.content
    assert "is covered" in " ".join(seen(wire_of(world, readers.question)).open)
    assert SECRET not in str(wire_of(world, readers.question))
    everything = readers.logged() + told.content + str(wire_of(world, readers.question))
    assert "Readers agreed" in readers.logged()
    assert not [one for one in (world.theo, *readers.three) if str(one.id) in everything]


async def test_voices_of_those_who_have_not_seen_it_or_just_came_do_not_count(readers: Readers) -> None:
    world = readers.world
    await readers.flag(await readers.post())
    await readers.judge(*readers.three[:2])
    await readers.judge(world.theo)
    simcord.assert_error(world.env, EtoileError, contains="flag-not-reached")
    fresh = world.guild.add_member(world.env.create_user("fresh"))
    await readers.app.progress.tell(fresh.id, 8)
    await readers.judge(fresh)
    simcord.assert_error(world.env, EtoileError, contains="flag-new-here")
    await readers.app.progress.tell(world.camille.id, 8)
    await readers.judge(world.camille)
    simcord.assert_error(world.env, EtoileError, contains="flag-own")
    await readers.judge(readers.three[0])  # the same voice once more
    await readers.due()
    assert [one.content for one in world.foyer.history()] == [SECRET]


async def test_one_moderator_decides_either_way(readers: Readers) -> None:
    world = readers.world
    await readers.flag(await readers.post())
    await readers.judge(world.margot)
    await readers.due()
    (copy,) = readers.copies()
    assert copy.covered == [SECRET]
    assert "Veiled by a moderator" in " ".join(copy.open)
    assert f"<@{world.margot.id}> says that a message" in readers.logged()

    await readers.flag(await readers.post("Swans again"), by=readers.more[0])
    await readers.judge(world.margot, label=NO)
    await readers.due()
    assert "stays as it is" in " ".join(seen(wire_of(world, readers.question)).open)
    assert world.foyer.history()[-1].content == "Swans again"


async def test_a_moderator_who_flags_veils(readers: Readers) -> None:
    world, message = readers.world, await readers.post()
    await readers.flag(message)
    await readers.flag(message, by=world.margot)
    await readers.due()
    (copy,) = readers.copies()
    assert copy.covered == [SECRET] and "Veiled by a moderator" in " ".join(copy.open)
    assert "is covered" in " ".join(seen(wire_of(world, readers.question)).open)


async def test_three_who_see_nothing_in_it_leave_it(readers: Readers) -> None:
    await readers.flag(await readers.post("Swans again"))
    await readers.judge(*readers.three, label=NO)
    await readers.due()
    assert "does not spoil episode 5" in readers.logged()
    await readers.flag(readers.world.foyer.history()[-1], by=readers.more[0])
    simcord.assert_error(readers.world.env, EtoileError, contains="flag-settled")


async def test_those_who_flag_it_too_are_voices(readers: Readers) -> None:
    message = await readers.post()
    for each in readers.three:
        await readers.flag(message, by=each)
    await readers.due()
    (copy,) = readers.copies()
    assert copy.covered == [SECRET]


async def test_files_and_a_restart_while_readers_are_asked(readers: Readers) -> None:
    world = readers.world
    await readers.flag(await readers.post(SECRET, attachments=[("gabin.png", PNG)]))
    await readers.judge(*readers.three[:2])
    await world.env.restart_bot(EtoileBot(readers.app))
    await readers.judge(readers.three[2])
    await readers.due()
    (copy,) = world.foyer.history()
    assert [file.filename for file in copy.attachments] == ["SPOILER_1.png"]
    assert await copy.attachments[0].read() == PNG
    assert not wire_of(world, readers.question)["attachments"]


async def test_without_an_open_channel_the_log_is_asked(readers: Readers) -> None:
    world = readers.world
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="2", channel=world.finale)
    await readers.flag(await readers.post())
    assert SECRET in seen(wire_of(world, readers.log.history()[-1])).covered
    await world.margot.click(readers.log.history()[-1], label=YES)
    await readers.due()
    (copy,) = readers.copies()
    assert copy.covered == [SECRET]


async def test_a_message_in_a_hidden_channel_is_shown_nowhere_else(readers: Readers) -> None:
    world = readers.world
    corps = world.guild.create_role("Corps")
    shut, let_in = (discord.PermissionOverwrite(view_channel=views) for views in (False, True))
    hidden = world.guild.create_text_channel("loge", overwrites={world.guild.default_role: shut, corps: let_in})
    author, reader = (world.guild.add_member(world.env.create_user(name), roles=[corps]) for name in ("fay", "gus"))
    shown = await reader.context_menu(hidden, FLAG, await author.send(hidden, SECRET))
    assert shown.modal is not None
    await reader.submit_modal(shown, {field_of(shown): "5"})
    assert not world.finale.history()
    assert SECRET not in str([wire_of(world, one) for one in readers.log.history()])
    assert "A reader says that a message" in readers.logged()


# -- what goes wrong meanwhile


async def test_what_is_edited_or_deleted_while_it_is_judged_is_not_judged_any_more(readers: Readers) -> None:
    world, message = readers.world, await readers.post()
    await readers.flag(message)
    await readers.judge(*readers.three[:2])
    await world.env.advance_time(1)
    await world.camille.edit(message, "Swans again")
    await readers.judge(readers.three[2])
    simcord.assert_error(world.env, EtoileError, contains="flag-gone")
    await readers.due()
    assert "Nothing was decided" in " ".join(seen(wire_of(world, readers.question)).open)
    assert [one.content for one in world.foyer.history()] == ["Swans again"]

    await readers.flag(message, by=readers.more[0])  # as it is now
    await world.camille.delete(message)
    await readers.judge(readers.three[0])
    simcord.assert_error(world.env, EtoileError, contains="flag-gone")
    await readers.due()
    assert SECRET not in str([wire_of(world, one) for one in world.finale.history()])


async def test_an_author_who_left_is_veiled_all_the_same(readers: Readers) -> None:
    await readers.flag(await readers.post())
    readers.world.guild.remove_member(readers.world.camille)
    await readers.judge(*readers.three)
    await readers.due()
    assert SECRET in readers.copies()[0].covered
    assert SECRET not in [one.content for one in readers.world.foyer.history()]


async def test_without_the_right_to_write_there_moderators_are_told(readers: Readers) -> None:
    world = readers.world
    await readers.flag(await readers.post())
    world.env.inject_error("POST", f"/channels/{world.foyer.id}/messages", status=403, code=50013, times=None)
    await readers.judge(*readers.three)
    await readers.due()
    assert "could not be covered" in readers.logged()
    assert [one.content for one in world.foyer.history()] == [SECRET]


async def test_when_the_question_was_deleted_moderators_are_told(readers: Readers) -> None:
    message = await readers.post()
    await readers.flag(message)
    await readers.judge(*readers.three[:2])
    role = readers.world.guild.create_role("Ouvreuse", permissions=discord.Permissions(manage_messages=True))
    usher = readers.world.guild.add_member(readers.world.env.create_user("usher"), roles=[role])
    await usher.delete(readers.question)
    await readers.flag(message, by=readers.three[2])
    await readers.due()
    assert "could not be covered" in readers.logged()


async def test_nobody_is_asked_for_more_than_two_days(readers: Readers) -> None:
    await readers.flag(await readers.post())
    await readers.app.db.write(_earlier, "flags", "created_at", timedelta(days=2))
    await readers.app.db.write(_earlier, "jobs", "wake_at", timedelta(days=2))
    await readers.world.env.advance_time(3600)
    assert "too few answered" in " ".join(seen(wire_of(readers.world, readers.question)).open)
    assert SECRET not in str(wire_of(readers.world, readers.question))


# -- abuse


async def test_nobody_flags_more_than_three_messages_an_hour(readers: Readers) -> None:
    for number in range(4):
        await readers.flag(await readers.post(f"Swans {number}"))
    simcord.assert_error(readers.world.env, EtoileError, contains="flag-often")
    assert len(readers.world.finale.history()) == 3


async def test_who_was_wrong_twice_neither_flags_nor_judges_for_a_week(readers: Readers) -> None:
    world, gang = readers.world, readers.three
    for number in range(2):
        await readers.flag(await readers.post(f"Swans {number}"), by=gang[0])
        await readers.judge(*gang[1:])
        await readers.due()
        copy = world.foyer.history()[-1]
        await world.margot.context_menu(world.foyer, UNVEIL, copy)
        await readers.due()
        assert "a moderator lifted the veil" in " ".join(seen(wire_of(world, readers.question)).open)
    message = await readers.post("Swans once more")
    await gang[0].context_menu(world.foyer, FLAG, message)
    simcord.assert_error(world.env, EtoileError, contains="flag-wrong")
    await readers.flag(message, by=readers.more[0])
    for each in gang[1:]:
        await readers.judge(each)
        simcord.assert_error(world.env, EtoileError, contains="flag-wrong")
    await readers.app.db.write(_earlier, "flags", "decided_at", timedelta(days=7))
    await readers.app.db.write(_earlier, "flag_voices", "said_at", timedelta(days=7))
    await readers.flag(message, by=gang[0])
    await readers.judge(gang[1])
    await readers.due()
    assert "Swans once more" in readers.copies()[-1].covered


def _earlier(table: str, column: str, by: timedelta) -> Transaction[None]:
    """As if it had been so long ago."""
    yield sql(f"UPDATE {table} SET {column} = {column} - :by", by=int(by.total_seconds() * 1000))


async def test_a_gang_has_five_messages_a_day_veiled_at_most(readers: Readers) -> None:
    world, gang = readers.world, readers.three
    beginner = world.guild.add_member(world.env.create_user("beginner"))
    for number in range(6):
        await readers.flag(await readers.post(f"Swans {number}"), by=(world.theo, beginner)[number % 2])
        await readers.judge(*gang)
        await readers.due()
    simcord.assert_error(world.env, EtoileError, contains="flag-enough")
    assert world.foyer.history()[-1].content == "Swans 5"


async def test_moderators_close_the_door(readers: Readers) -> None:
    world, message = readers.world, await readers.post()
    await readers.flag(message)
    panel = await world.margot.slash(world.foyer, "etoile-admin guard")
    await world.margot.click(panel.response, label="Moderators alone decide")
    assert "only moderators decide" in readers.logged()
    await readers.judge(readers.three[0])
    simcord.assert_error(world.env, EtoileError, contains="flag-off")
    await readers.three[1].context_menu(world.foyer, FLAG, message)
    simcord.assert_error(world.env, EtoileError, contains="flag-off")
    await readers.judge(world.margot)
    await readers.due()
    assert readers.copies()[0].covered == [SECRET]


async def test_what_may_be_talked_about_is_no_spoiler_and_ones_own_is_veiled(readers: Readers) -> None:
    world = readers.world
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="5", channel=world.foyer)
    message = await readers.post()
    await readers.flag(message, episode=5)
    simcord.assert_error(world.env, EtoileError, contains="flag-allowed-here")
    await world.camille.context_menu(world.foyer, FLAG, message)
    simcord.assert_error(world.env, EtoileError, contains="flag-own")


async def test_without_a_place_to_ask_nothing_is_kept(world: World, app: App) -> None:
    message = await world.camille.send(world.foyer, SECRET)
    shown = await world.theo.context_menu(world.foyer, FLAG, message)
    await world.theo.submit_modal(shown, {field_of(shown): "5"})
    simcord.assert_error(world.env, EtoileError, contains="flag-nowhere")
    shown = await world.theo.slash(world.foyer, "mydata show")
    assert "Nothing. I keep nothing" in text_of(shown)


async def test_who_judged_finds_it_in_their_data_and_has_it_deleted(readers: Readers) -> None:
    world = readers.world
    await readers.flag(await readers.post())
    assert "One message that you said" in text_of(await world.theo.slash(world.foyer, "mydata show"))
    asked = await world.theo.slash(world.foyer, "mydata delete")
    await world.theo.click(asked.response, label="Delete everything")
    assert "Nothing. I keep nothing" in text_of(await world.theo.slash(world.foyer, "mydata show"))


async def test_in_french(readers: Readers) -> None:
    world = readers.world
    await readers.app.setup.set_locale(member(world.margot.id, guild_id=world.guild.id, manages=True), Locale.FR)
    await readers.flag(await readers.post())
    await readers.judge(*readers.three, label="Oui, ça dévoile")
    await readers.due()
    assert "Voilé par des membres" in " ".join(readers.copies()[0].open)
    (told,) = world.camille.user.dm_channel.history()
    assert "Rien de grave" in told.content
