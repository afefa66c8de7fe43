"""Watch parties with the bot as a process of its own: killed, away. Everybody is called once, or told why not."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.rehearsal.process import BotProcess
from bot.stage.attachments import walk
from bot.stage.routing import Call
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL
from tests.process.quick import idle
from tests.support.scene import up
from tests.support.stage import StageMember, until, visible_text

LEASE = 125
"""Seconds after which a job that a killed process had in hand is taken up again, if nobody does so earlier."""
MESSAGES = "/channels/{channel_id}/messages"


def has(message: dict[str, Any], part: str) -> bool:
    return any(part in str(component.get("custom_id")) for component in walk(message["components"]))


def newest(member: StageMember, part: str) -> dict[str, Any]:
    found = [m for m in member.reads() if has(m, part) and not m["flags"] & EPHEMERAL]
    assert found, f"nothing here has {part}"
    return found[-1]


async def steer(member: StageMember, clock: dict[str, Any], label: str) -> Any:
    """One of the hosts' controls."""
    return await member.press(member.answer(await member.press(clock, "Host controls")), label)


async def plan(stage: Stage, when: str, *guests: str, **options: Any) -> tuple[StageMember, str]:
    """Camille hosts, the guests come. Camille, and the id of the party's thread."""
    camille = StageMember(stage, "Camille")
    threads = set(thread_ids(stage))
    draft = await camille.slash("party schedule", when=when, episode=5, **options)
    await camille.press(camille.answer(draft), "Post")
    await until(lambda: any(has(m, "answer:going") for m in camille.reads()), what="the card")
    card = newest(camille, "answer:going")
    for name in guests:
        await StageMember(stage, name).press(card, "Going")
    await until(lambda: set(thread_ids(stage)) - threads, what="the thread")
    return camille, (set(thread_ids(stage)) - threads).pop()


def thread_ids(stage: Stage) -> list[str]:
    return [channel["id"] for channel in stage.world.channels.values() if channel["type"] == 11]


def calls(member: StageMember, *names: str) -> list[str]:
    """The messages of a place that call all of these members."""
    ids = [StageMember(member.stage, name).id for name in names]
    return [m["content"] for m in member.reads() if all(f"<@{one}>" in m["content"] for one in ids)]


async def strike_at(stage: Stage, bot: BotProcess, *, arrives: bool) -> None:
    """Kill the bot at its next message, before or after Discord has it; then start it and let the lease end."""

    async def strike(call: Call) -> None:
        if call.template == MESSAGES and call.method == "POST" and bot.running:
            await bot.kill()
            if not arrives:
                raise ConnectionResetError

    hooks = stage.after_call if arrives else stage.before_call
    hooks.append(strike)
    await until(lambda: not bot.running, what="the kill")
    hooks.remove(strike)
    await up(bot)


@pytest.mark.parametrize("arrives", [True, False])
async def test_killed_at_a_reminder_it_still_comes_exactly_once(stage: Stage, bot: BotProcess, arrives: bool) -> None:
    camille, thread = await plan(stage, "in 20 minutes", "Noor")
    here = camille.at(thread)
    striking = asyncio.ensure_future(strike_at(stage, bot, arrives=arrives))
    await bot.skip(5 * 60 + 5)
    await striking
    await bot.skip(LEASE)
    await until(lambda: calls(here, "Camille", "Noor"), what="the reminder")
    await idle(bot)
    assert len(calls(here, "Camille", "Noor")) == 1
    assert "I was offline" not in calls(here, "Camille", "Noor")[0]


@pytest.mark.parametrize("arrives", [True, False])
async def test_killed_at_the_start_it_still_calls_exactly_once(stage: Stage, bot: BotProcess, arrives: bool) -> None:
    camille, thread = await plan(stage, "in 2 minutes", "Noor")
    here = camille.at(thread)
    striking = asyncio.ensure_future(strike_at(stage, bot, arrives=arrives))
    await bot.skip(2 * 60 + 5)
    await striking
    await bot.skip(LEASE)
    await until(lambda: any(has(m, ":hosts:") for m in here.reads()), what="the clock")
    await idle(bot)
    assert len(calls(here, "Camille", "Noor")) == 1
    assert sum(has(m, ":hosts:") for m in here.reads()) == 1


async def test_away_over_the_start_for_minutes_it_calls_once(stage: Stage, bot: BotProcess) -> None:
    camille, thread = await plan(stage, "in 2 minutes", "Noor")
    await bot.kill()
    await bot.skip(5 * 60)
    await up(bot)
    here = camille.at(thread)
    await until(lambda: any(has(m, ":hosts:") for m in here.reads()), what="the clock")
    assert len(calls(here, "Camille", "Noor")) == 1


async def test_away_over_reminder_and_start_it_says_so_and_calls_nobody(stage: Stage, bot: BotProcess) -> None:
    camille, thread = await plan(stage, "in 20 minutes", "Noor")
    await bot.kill()
    await bot.skip(45 * 60)
    await up(bot)
    here = camille.at(thread)
    await until(lambda: any(has(m, ":hosts:") for m in here.reads()), what="the clock")
    await idle(bot)
    said = [m["content"] for m in here.reads() if "offline" in m["content"]]
    assert len(said) == 1
    assert "so I pinged nobody" in said[0]
    assert calls(here, "Noor") == []


async def test_away_over_a_reminder_it_comes_late_and_says_so(stage: Stage, bot: BotProcess) -> None:
    camille, thread = await plan(stage, "in 29 minutes", "Noor")
    await bot.kill()
    await bot.skip(26 * 60)
    await up(bot)
    here = camille.at(thread)
    await until(lambda: calls(here, "Noor"), what="the reminder")
    (said,) = calls(here, "Noor")
    assert "I was offline" in said
    await bot.skip(4 * 60)
    await until(lambda: len(calls(here, "Noor")) == 2, what="the start")


async def test_away_for_the_whole_evening_it_apologises_once(stage: Stage, bot: BotProcess) -> None:
    camille, thread = await plan(stage, "in 2 minutes", "Noor")
    await bot.kill()
    await bot.skip(5 * 3600)
    await up(bot)
    here = camille.at(thread)
    await until(lambda: any("for too long" in m["content"] for m in here.reads()), what="the apology")
    assert calls(here, "Noor") == []


async def test_the_clock_goes_on_over_a_kill(stage: Stage, bot: BotProcess) -> None:
    camille, thread = await plan(stage, "in 1 minute", length=52)
    here = camille.at(thread)
    await bot.skip(65)
    await until(lambda: any(has(m, ":hosts:") for m in here.reads()), what="the clock")
    clock = newest(here, ":hosts:")
    await steer(here, clock, "Start without the others")
    await bot.skip(15 + 600)
    await bot.kill()
    await bot.skip(400)
    await up(bot)
    told = await here.press(clock, "Where are we?")
    position = here.text(told)
    assert "00:16:4" in position or "00:16:5" in position, position
    await bot.skip(36 * 60)
    await until(lambda: any(has(m, ":watched:") for m in here.reads()), what="the end card")
    await bot.skip(1)
    assert sum(has(m, ":watched:") for m in here.reads()) == 1
    noor = StageMember(stage, "Noor", thread)
    counted = await noor.press(newest(here, ":watched:"), "Count episode 5 as watched")
    assert "episodes 1 to 5" in noor.text(counted)


async def test_an_event_that_was_cancelled_by_hand_asks_the_organiser(stage: Stage, bot: BotProcess) -> None:
    camille, _ = await plan(stage, "in 25 minutes", "Noor")
    await until(lambda: stage.world.events, what="the event")
    (event,) = stage.world.events.values()
    assert event["name"] == "Watch party · Episode 5"
    await idle(bot)  # it knows what it made
    stage.member("Margot").cancel_event(event["id"])
    await until(lambda: any(has(m, "v1:party:mirror") for m in camille.reads()), what="the question")
    question = newest(camille, "v1:party:mirror")
    assert camille.id in question["content"]
    await camille.press(question, "Keep the party")
    await until(lambda: len(stage.world.events) == 2 or any(e["status"] == 1 for e in stage.world.events.values()),
                timeout=60, what="the new event")  # fmt: skip


async def test_who_left_frees_the_seat_and_is_not_called(stage: Stage, bot: BotProcess) -> None:
    camille, thread = await plan(stage, "in 20 minutes", "Noor", "Théo", seats=3)
    noor_id = StageMember(stage, "Noor").id
    stage.leave(stage.world.guild_id, noor_id)
    await bot.skip(5 * 60 + 5)
    here = camille.at(thread)
    await until(lambda: calls(here, "Camille", "Théo"), what="the reminder")
    assert noor_id not in calls(here, "Camille", "Théo")[0]
    card = newest(camille, "answer:going")
    await until(lambda: "Coming (2 of 3)" in visible_text(newest(camille, "answer:going")), what="the card")
    assert card


async def test_a_draft_outlives_a_kill(stage: Stage, bot: BotProcess) -> None:
    camille = StageMember(stage, "Camille")
    draft = camille.answer(await camille.slash("party schedule", when="in 3 hours", episode=5))
    await bot.kill()
    await up(bot)
    await camille.press(draft, "Post")
    assert "Coming (1)" in visible_text(newest(camille, "answer:going"))


@pytest.mark.parametrize("arrives", [True, False])
async def test_killed_while_it_tells_of_a_new_start_it_tells_once(stage: Stage, bot: BotProcess, arrives: bool) -> None:
    camille, thread = await plan(stage, "in 28 minutes", "Noor")
    here = camille.at(thread)
    (party,) = await camille.autocomplete("party edit", "party", "")
    asked = await camille.slash("party edit", party=party["value"], when="in 5 hours")
    striking = asyncio.ensure_future(strike_at(stage, bot, arrives=arrives))
    editing = asyncio.ensure_future(camille.press(camille.answer(asked), "Change it"))
    await striking
    editing.cancel()
    await bot.skip(LEASE)
    await until(lambda: calls(here, "Noor"), what="the news")
    await idle(bot)
    (said,) = calls(here, "Noor")
    assert "has a new start" in said
    question = [m for m in here.reads() if m["content"] == said][-1]
    noor = StageMember(stage, "Noor", thread)
    assert noor.text(await noor.press(question, "Can’t make it")) == "Noted."


async def test_direct_messages_only_after_opting_in_and_back_to_the_thread_when_they_bounce(
    stage: Stage, bot: BotProcess
) -> None:
    camille, thread = await plan(stage, "in 20 minutes", "Noor", "Théo")
    noor, theo = StageMember(stage, "Noor"), StageMember(stage, "Théo")
    for member in (noor, theo):
        panel = await member.slash("party remind")
        await member.press(member.answer(panel), "Send reminders by direct message")
        assert any("This is how I’ll remind you" in visible_text(m) for m in member.at("dm").reads())
    stage.world.closed_dms.add(theo.id)
    await bot.skip(5 * 60 + 2)
    here = camille.at(thread)
    await until(lambda: calls(here, "Théo"), what="the reminder in the thread")
    await until(lambda: any("Start: " in visible_text(m) for m in noor.at("dm").reads()), what="the direct message")
    assert calls(here, "Noor") == []
    panel = theo.text(await theo.slash("party remind"))
    assert "in the party’s thread" in panel


async def test_the_attendee_role_is_given_and_taken_back(stage: Stage, bot: BotProcess) -> None:
    role = stage.add_role(stage.world.guild_id, name="Au balcon")
    margot = StageMember(stage, "Margot")
    draft = await margot.slash("party schedule", when="in 3 hours", episode=5, seat_role=role["id"])
    await margot.press(margot.answer(draft), "Post")
    card = newest(margot, "answer:going")
    noor = StageMember(stage, "Noor")

    def has_role(member: StageMember) -> bool:
        return role["id"] in stage.world.members[stage.world.guild_id][member.id]["roles"]

    await noor.press(card, "Going")
    await until(lambda: has_role(noor) and has_role(margot), what="the role")
    await noor.press(card, "Can’t")
    await until(lambda: not has_role(noor), what="taking it back")
    more = await margot.press(card, "More")
    managed = await margot.press(margot.answer(more), "Manage")
    asked = await margot.press(margot.answer(managed), "Call off…")
    await margot.press(margot.answer(asked), "Call off this one")
    await until(lambda: not has_role(margot), what="taking it back at the end")


async def test_a_role_that_opens_doors_is_refused(stage: Stage, bot: BotProcess) -> None:
    camille, margot = StageMember(stage, "Camille"), StageMember(stage, "Margot")
    harmless = stage.add_role(stage.world.guild_id, name="Au balcon")
    powerful = stage.add_role(stage.world.guild_id, name="Clés", permissions=str(1 << 13))
    refused = await camille.slash("party schedule", when="in 3 hours", episode=5, seat_role=harmless["id"])
    assert "need Manage Roles" in camille.text(refused)
    refused = await margot.slash("party schedule", when="in 3 hours", episode=5, seat_role=powerful["id"])
    assert "grants permissions" in margot.text(refused)
    refused = await camille.slash("party schedule", when="in 3 hours", episode=5, call=harmless["id"])
    assert "can’t ping that role" in camille.text(refused)
