"""Nobody is forgotten: threads, channels, permissions, hosts and roles that go away while a party is ahead or on.

Whoever wants to be called is called in the next best place, once; the host and the moderators' log learn what happened.
"""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.rehearsal.process import BotProcess
from bot.stage import threads
from bot.stage.permissions import P
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL
from tests.process.quick import idle
from tests.process.test_parties import LEASE, calls, has, newest, plan, steer, strike_at
from tests.process.test_party_lines import begun, starts
from tests.support.scene import up
from tests.support.stage import StageMember, until, visible_text


async def with_log(stage: Stage) -> StageMember:
    """Margot, in the moderators' log, which she has just chosen."""
    margot = StageMember(stage, "Margot")
    await margot.slash("etoile-admin log", channel=stage.channel_named("coulisses")["id"])
    return margot.at("coulisses")


def said(member: StageMember, part: str) -> list[str]:
    return [m["content"] for m in member.reads() if part in m["content"]]


async def wants_direct_messages(stage: Stage, name: str) -> StageMember:
    """The member, in their direct messages with the bot, in which they want to be reminded."""
    member = StageMember(stage, name)
    panel = await member.slash("party remind")
    await member.press(member.answer(panel), "Send reminders by direct message")
    return member.at("dm")


def take_away(stage: Stage, channel: str, *bits: int) -> None:
    """Take permissions from everybody, and from the bot, in a channel."""
    place = stage.channel_named(channel)
    role = stage.world.members[place["guild_id"]][stage.world.bot_id]["roles"][0]
    deny = str(sum(bits))
    overwrites = [{"id": one, "type": 0, "allow": "0", "deny": deny} for one in (place["guild_id"], role)]
    stage.world.channels[place["id"]] = place | {"permission_overwrites": overwrites}
    threads.announce(stage.world, "update", stage.world.channels[place["id"]])


async def test_a_deleted_thread_is_told_at_once_and_everybody_called_in_the_channel(
    stage: Stage, bot: BotProcess
) -> None:
    log = await with_log(stage)
    camille, thread = await plan(stage, "in 20 minutes", "Noor")
    await idle(bot)
    stage.delete_channel(thread)
    await until(lambda: said(log, "was deleted. I’ll write in"), what="the line in the log")
    await until(lambda: [m for m in calls(camille, "Camille") if "was deleted" in m], what="telling the host")
    await bot.skip(5 * 60 + 5)
    await until(lambda: calls(camille, "Camille", "Noor"), what="the reminder")
    await bot.skip(15 * 60)
    await until(lambda: len(calls(camille, "Camille", "Noor")) == 2, what="the start")
    await until(lambda: any(has(m, ":hosts:") for m in camille.reads()), what="the clock")
    await idle(bot)
    assert [("Start: " in m, "starts now" in m) for m in calls(camille, "Camille", "Noor")] == [
        (True, False),
        (False, True),
    ]
    assert len(said(log, "was deleted. I’ll write in")) == 1
    assert "Open the thread" not in visible_text(newest(camille, "v1:party:more"))


@pytest.mark.parametrize("arrives", [True, False])
async def test_of_a_thread_that_was_deleted_meanwhile_a_killed_bot_learns_when_it_calls(
    stage: Stage, bot: BotProcess, arrives: bool
) -> None:
    log = await with_log(stage)
    camille, thread = await plan(stage, "in 20 minutes", "Noor")
    await idle(bot)
    await bot.kill()
    stage.delete_channel(thread)
    await up(bot)
    striking = asyncio.ensure_future(strike_at(stage, bot, arrives=arrives))
    await bot.skip(5 * 60 + 5)
    await striking
    await bot.skip(LEASE)
    await until(lambda: calls(camille, "Camille", "Noor"), what="the reminder")
    await until(lambda: said(log, "was deleted. I’ll write in"), what="the line in the log")
    await until(lambda: [m for m in calls(camille, "Camille") if "was deleted" in m], what="telling the host")
    await idle(bot)
    assert len(calls(camille, "Camille", "Noor")) == 1
    assert len(said(log, "was deleted. I’ll write in")) == 1
    assert len([m for m in calls(camille, "Camille") if "was deleted" in m]) == 1


@pytest.mark.parametrize("archived", [True, False])
async def test_in_a_locked_thread_nobody_is_called_but_in_the_channel(
    stage: Stage, bot: BotProcess, archived: bool
) -> None:
    log = await with_log(stage)
    camille, thread = await plan(stage, "in 20 minutes", "Noor")
    take_away(stage, "foyer", P.MANAGE_THREADS)
    threads.change(stage.world, stage.world.channels[thread], {"locked": True, "archived": archived})
    await bot.skip(5 * 60 + 5)
    await until(lambda: calls(camille, "Camille", "Noor"), what="the reminder")
    await until(lambda: said(log, "is locked. I’ll write in"), what="the line in the log")
    await bot.skip(15 * 60)
    await until(lambda: len(calls(camille, "Camille", "Noor")) == 2, what="the start")
    assert len(said(log, "is locked")) == 1


async def test_in_a_thread_that_was_only_archived_everybody_is_called_there(stage: Stage, bot: BotProcess) -> None:
    camille, thread = await plan(stage, "in 20 minutes", "Noor")
    threads.change(stage.world, stage.world.channels[thread], {"archived": True})
    await bot.skip(5 * 60 + 5)
    await until(lambda: calls(camille.at(thread), "Camille", "Noor"), what="the reminder")
    assert calls(camille, "Noor") == []


async def test_with_the_channel_gone_those_who_chose_direct_messages_are_called(stage: Stage, bot: BotProcess) -> None:
    log = await with_log(stage)
    noor = await wants_direct_messages(stage, "Noor")
    camille, _ = await plan(stage, "in 20 minutes", "Noor", "Théo")
    stage.delete_channel(stage.channel_named("foyer")["id"])
    await until(lambda: said(log, "The channel of the watch party"), what="the line in the log")
    host = camille.at("dm")
    await until(lambda: said(host, "The channel of the watch party"), what="telling the host, the only way left")
    await bot.skip(5 * 60 + 5)
    await until(lambda: said(noor, "Start: "), what="the reminder")
    await bot.skip(15 * 60)
    await until(lambda: said(noor, "starts now"), what="the start")
    await idle(bot)
    assert [len(said(noor, part)) for part in ("Start: ", "starts now")] == [1, 1]
    assert len(said(log, "The channel of the watch party")) == 1
    assert len(said(host, "The channel of the watch party")) == 1


@pytest.mark.parametrize("arrives", [True, False])
async def test_without_the_right_to_write_those_who_chose_direct_messages_are_called_and_the_host_learns(
    stage: Stage, bot: BotProcess, arrives: bool
) -> None:
    log = await with_log(stage)
    noor = await wants_direct_messages(stage, "Noor")
    camille, _ = await plan(stage, "in 20 minutes", "Noor")
    take_away(stage, "foyer", P.SEND_MESSAGES, P.SEND_IN_THREADS)
    striking = asyncio.ensure_future(strike_at(stage, bot, arrives=arrives))
    await bot.skip(5 * 60 + 5)
    await striking
    await bot.skip(LEASE)
    await until(lambda: said(noor, "Start: "), what="the reminder")
    await until(lambda: said(log, "Give me View Channel and Send Messages"), what="the line in the log")
    host = camille.at("dm")
    await until(lambda: said(host, "Give me View Channel and Send Messages"), what="telling the host")
    await idle(bot)
    assert len(said(noor, "Start: ")) == 1
    assert len(said(host, "Give me View Channel")) == 1


async def test_without_the_right_to_open_threads_all_happens_in_the_channel(stage: Stage, bot: BotProcess) -> None:
    log = await with_log(stage)
    take_away(stage, "foyer", P.CREATE_PUBLIC_THREADS)
    camille = StageMember(stage, "Camille")
    draft = await camille.slash("party schedule", when="in 20 minutes", episode=5)
    await camille.press(camille.answer(draft), "Post")
    await until(lambda: said(log, "Give me Create Public Threads"), what="the line in the log")
    await bot.skip(5 * 60 + 5)
    await until(lambda: [m for m in calls(camille, "Camille") if "Start: " in m], what="the reminder")


async def test_a_host_who_left_is_told_of_and_the_others_are_called(stage: Stage, bot: BotProcess) -> None:
    log = await with_log(stage)
    camille, thread = await plan(stage, "in 20 minutes", "Noor")
    (party,) = await camille.autocomplete("party edit", "party", "")
    asked = await camille.slash("party edit", party=party["value"], add_host=StageMember(stage, "Noor").id)
    await camille.press(camille.answer(asked), "Change it")
    stage.leave(stage.world.guild_id, camille.id)
    await bot.skip(5 * 60 + 5)
    noor = StageMember(stage, "Noor", thread)
    await until(lambda: [m for m in calls(noor, "Noor") if "Start: " in m], what="the reminder")
    await until(lambda: [m for m in calls(noor, "Noor") if "has left the server" in m], what="telling the co-host")
    await until(lambda: said(log, "has left the server"), what="the line in the log")


async def test_a_role_that_is_gone_is_not_pinged_and_told_of(stage: Stage, bot: BotProcess) -> None:
    log = await with_log(stage)
    role = stage.add_role(stage.world.guild_id, name="Ciné", permissions="0", mentionable=True)
    camille, thread = await plan(stage, "in 20 minutes", "Noor", call=role["id"])
    stage.world.roles[stage.world.guild_id].pop(role["id"])
    gone = {"guild_id": stage.world.guild_id, "role_id": role["id"]}
    stage.world.dispatch("GUILD_ROLE_DELETE", gone, stage.world.guild_id)
    await until(lambda: said(log, "was to ping was deleted"), what="the line in the log")
    await bot.skip(20 * 60 + 5)
    here = camille.at(thread)
    await until(lambda: [m for m in calls(here, "Noor") if "starts now" in m], what="the start")
    assert all(role["id"] not in m["content"] for m in here.reads())


async def test_a_role_that_nobody_may_mention_any_more_is_told_of(stage: Stage, bot: BotProcess) -> None:
    log = await with_log(stage)
    role = stage.add_role(stage.world.guild_id, name="Ciné", permissions="0", mentionable=True)
    take_away(stage, "foyer", P.MENTION_EVERYONE)
    await plan(stage, "in 20 minutes", "Noor", call=role["id"])
    changed = stage.world.roles[stage.world.guild_id][role["id"]] = role | {"mentionable": False}
    stage.world.dispatch("GUILD_ROLE_UPDATE", {"guild_id": role.get("guild_id") or stage.world.guild_id,
                                               "role": changed}, stage.world.guild_id)  # fmt: skip
    await bot.skip(20 * 60 + 5)
    await until(lambda: said(log, "can’t mention the role"), what="the line in the log")


async def test_a_voice_channel_that_is_gone_leaves_the_card_and_is_told_of(stage: Stage, bot: BotProcess) -> None:
    log = await with_log(stage)
    voice = stage.channel_named("Loge 5")["id"]
    camille, _ = await plan(stage, "in 20 minutes", voice=voice)
    assert voice in visible_text(newest(camille, "answer:going"))
    stage.delete_channel(voice)
    await until(lambda: said(log, "voice channel of the watch party"), what="the line in the log")
    await until(lambda: voice not in visible_text(newest(camille, "answer:going")), what="the card", timeout=60)


async def test_a_deleted_card_is_posted_again_once_and_then_only_told_of(stage: Stage, bot: BotProcess) -> None:
    log = await with_log(stage)
    camille, _ = await plan(stage, "in 25 minutes")
    first = newest(camille, "answer:going")
    StageMember(stage, "Margot").actor.delete(first["id"])
    await StageMember(stage, "Noor").slash("party answer", party="Episode 5", come="going")
    await until(lambda: any("Coming (2)" in visible_text(m) for m in camille.reads()), what="the card anew")
    await until(lambda: said(log, "so I posted it again"), what="the line in the log")
    second = newest(camille, "answer:going")
    assert second["id"] != first["id"]
    StageMember(stage, "Margot").actor.delete(second["id"])
    await StageMember(stage, "Théo").slash("party answer", party="Episode 5", come="going")
    await until(lambda: said(log, "was deleted once more"), what="the second line")
    await idle(bot)
    assert not any(has(m, "answer:going") for m in camille.reads())
    await camille.slash("party show", party="Episode 5")
    assert "Coming (3)" in visible_text(newest(camille, "answer:going"))


async def test_a_thread_that_goes_while_it_plays_takes_nothing_along(stage: Stage, bot: BotProcess) -> None:
    here, clock = await begun(stage, bot, "Noor")
    camille = here.at("foyer")
    await idle(bot)
    stage.delete_channel(clock["channel_id"])
    await until(lambda: any(has(m, ":hosts:") for m in camille.reads()), what="the clock in the channel")
    await bot.skip(60)
    await steer(camille, newest(camille, ":hosts:"), "5 min break")
    await until(lambda: starts(camille), what="the line in the channel")
    assert sum(has(m, ":hosts:") and not m["content"] for m in camille.reads() if not m["flags"] & 64) == 1


@pytest.mark.parametrize("locked", [True, False])
async def test_a_clock_whose_thread_is_closed_goes_on(stage: Stage, bot: BotProcess, locked: bool) -> None:
    here, clock = await begun(stage, bot, "Noor")
    camille, noor = here.at("foyer"), StageMember(stage, "Noor")
    take_away(stage, "foyer", P.MANAGE_THREADS)
    threads.change(stage.world, stage.world.channels[clock["channel_id"]], {"locked": locked, "archived": True})
    await bot.skip(60)
    await camille.slash("party clock", do="pause", party="Episode 5")
    place = camille if locked else here

    def shows_it() -> Any:
        shown = [m for m in place.reads() if has(m, ":hosts:") and not m["content"] and not m["flags"] & EPHEMERAL]
        return [m for m in shown if "Paused at" in visible_text(m)]

    await until(shows_it, what="the clock")
    assert "Paused" in noor.text(await noor.slash("party clock", party="Episode 5"))
