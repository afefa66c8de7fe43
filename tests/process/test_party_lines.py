"""The lines of the party clock: each press has one at the foot of the chat, and the one before it goes."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.rehearsal.process import BotProcess
from bot.stage.routing import Call
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL
from tests.process.quick import idle
from tests.process.test_parties import LEASE, has, newest, plan, steer, strike_at
from tests.support.scene import up
from tests.support.stage import StageMember, until, visible_text


async def clock_of(stage: Stage, bot: BotProcess, *guests: str, **options: Any) -> tuple[StageMember, dict[str, Any]]:
    """A party in its ready check: Camille in its thread, and the clock."""
    camille, thread = await plan(stage, "in 1 minute", *guests, **options)
    here = camille.at(thread)
    await bot.skip(65)
    await until(lambda: any(has(m, ":hosts:") for m in here.reads()), what="the clock")
    return here, newest(here, ":hosts:")


async def begun(stage: Stage, bot: BotProcess, *guests: str, **options: Any) -> tuple[StageMember, dict[str, Any]]:
    """The same, with the countdown on."""
    here, clock = await clock_of(stage, bot, *guests, **options)
    await steer(here, clock, "Start without the others")
    await says(here, "press play at")
    return here, clock


def lines(member: StageMember) -> list[dict[str, Any]]:
    """The lines that say what the clock was told last."""
    return [m for m in member.reads() if m["content"] and has(m, ":where:") and not m["flags"] & EPHEMERAL]


def starts(member: StageMember) -> list[dict[str, Any]]:
    """Those of them that say when everybody presses play."""
    said = ("press play at", "goes on at")
    return [m for m in lines(member) if any(part in m["content"] for part in said)]


async def says(member: StageMember, part: str) -> dict[str, Any]:
    """Wait until one line alone stands there, and says this."""
    await until(lambda: [part in m["content"] for m in lines(member)] == [True], what=f"the one line: {part}")
    return lines(member)[0]


async def ended(here: StageMember, clock: dict[str, Any]) -> dict[str, Any]:
    """End the party; the end card."""
    sure = await steer(here, clock, "End")
    await here.press(here.answer(sure), "Yes, it is over")
    await until(lambda: any(has(m, ":watched:") for m in here.reads()), what="the end card")
    return newest(here, ":watched:")


async def test_each_press_has_one_line_below_a_busy_chat(stage: Stage, bot: BotProcess) -> None:
    here, clock = await begun(stage, bot, "Noor")
    noor = StageMember(stage, "Noor", here.channel_id)
    await bot.skip(600)
    line = clock
    for label, part in (
        ("Pause", "Paused. Everybody stops at **00:09:4"),
        ("Resume", "press play at"),
        ("Back 10 s", "Back 10 s: it was at **00:"),
        ("5 min break", "goes on at"),
        ("Undo", "The last press was undone: it plays on"),
        ("Pause", "Paused. Everybody stops at"),
    ):
        if label == "Back 10 s":
            await bot.skip(60)
        chat = [noor.send(f"What a scene {number}") for number in range(8)][-1]
        await steer(here, clock, label)
        line = await says(here, part)
        assert int(line["id"]) > int(chat["id"])
        assert "<@" not in line["content"]
    told = await noor.press(line, "Where are we?")
    assert "Paused at" in noor.text(told)
    await here.press(here.answer(await here.press(line, "Host controls")), "Resume")
    await says(here, "press play at")


@pytest.mark.parametrize("label", ["Pause", "5 min break", "Next episode", "End"])
async def test_a_start_that_does_not_come_is_taken_away(stage: Stage, bot: BotProcess, label: str) -> None:
    here, clock = await begun(stage, bot, to=6)
    (first,) = starts(here)
    if label == "End":
        await ended(here, clock)
    else:
        await steer(here, clock, label)
    await until(lambda: first["id"] not in [m["id"] for m in here.reads()], what="taking it away")
    if label == "5 min break":
        await says(here, "goes on at")
        await steer(here, clock, "Resume")
        await says(here, "press play at")
    await idle(bot)
    assert len(starts(here)) == (1 if label == "5 min break" else 0)


async def test_what_is_jumped_to_in_a_countdown_stands_in_its_line(stage: Stage, bot: BotProcess) -> None:
    here, clock = await begun(stage, bot)
    form = await steer(here, clock, "Jump…")
    await here.submit_fields(form, {"Position": "17:42"})
    await says(here, "from **00:17:42** of the episode")


@pytest.mark.parametrize("typed", ["62:03", "50:00"])
async def test_a_jump_to_the_end_or_beyond_is_refused_with_the_length(
    stage: Stage, bot: BotProcess, typed: str
) -> None:
    here, clock = await begun(stage, bot, length=50)
    await bot.skip(60)
    form = await steer(here, clock, "Jump…")
    refused = await here.submit_fields(form, {"Position": typed})
    assert "only 00:50:00 long" in here.text(refused)
    assert "Try again" in here.text(refused)
    refused = await here.slash("party clock", do="jump", position=typed)
    assert "only 00:50:00 long" in here.text(refused)


async def test_of_two_episodes_the_second_is_announced_and_counted_only_when_it_was_begun(
    stage: Stage, bot: BotProcess
) -> None:
    here, clock = await begun(stage, bot, to=6, length=10)
    await bot.skip(60)
    await steer(here, clock, "Next episode")
    await says(here, "**Episode 6** is next")
    assert "Episode 6 · Not started" in here.text(await here.press(clock, "Where are we?"))
    await steer(here, clock, "Undo")
    await says(here, "it plays on")
    assert "Episode 5 · **00:00:4" in here.text(await here.press(clock, "Where are we?"))
    await bot.skip(10 * 60)
    await says(here, "**Episode 6** is next")
    shown = stage.world.find_message
    await until(lambda: "About to start" in visible_text(shown(clock["id"])), what="the clock at the beginning")
    assert "Count episode 5 as watched" in visible_text(await ended(here, clock))


async def test_an_end_by_mistake_is_taken_back_from_the_end_card(stage: Stage, bot: BotProcess) -> None:
    here, clock = await begun(stage, bot, "Noor")
    await bot.skip(600)
    first = await ended(here, clock)
    noor = StageMember(stage, "Noor", here.channel_id)
    assert "Only the hosts" in noor.text(await noor.press(first, "It is not over"))
    await here.press(first, "It is not over")
    await says(here, "Paused. Everybody stops at")
    await until(lambda: not any(has(m, ":watched:") for m in here.reads()), what="the end card going")
    again = await ended(here, clock)
    await bot.skip(31 * 60)
    assert "stays over" in here.text(await here.press(again, "It is not over"))


async def test_a_line_that_a_moderator_deleted_stays_away(stage: Stage, bot: BotProcess) -> None:
    here, clock = await begun(stage, bot)
    await bot.skip(600)
    await steer(here, clock, "5 min break")
    line = await says(here, "goes on at")
    StageMember(stage, "Margot").actor.delete(line["id"])
    await steer(here, clock, "Undo")
    await says(here, "it plays on")


@pytest.mark.parametrize("arrives", [True, False])
async def test_killed_while_it_announces_a_break_only_what_holds_is_left(
    stage: Stage, bot: BotProcess, arrives: bool
) -> None:
    """The kill leaves it unknown whether the line arrived; the undo comes before anything is tried again."""
    here, clock = await begun(stage, bot)
    await bot.skip(600)
    striking = asyncio.ensure_future(strike_at(stage, bot, arrives=arrives))
    await steer(here, clock, "5 min break")
    await striking
    await steer(here, clock, "Undo")
    await bot.skip(LEASE)
    await steer(here, clock, "Back 10 s")
    await says(here, "Back 10 s")
    await idle(bot)
    assert len(lines(here)) == 1


async def test_killed_while_it_takes_a_line_away_it_does_so_afterwards(stage: Stage, bot: BotProcess) -> None:
    here, clock = await begun(stage, bot)

    async def strike(call: Call) -> None:
        if call.method == "DELETE" and bot.running:
            await bot.kill()
            raise ConnectionResetError

    stage.before_call.append(strike)
    await steer(here, clock, "Pause")
    await until(lambda: not bot.running, what="the kill")
    stage.before_call.remove(strike)
    assert len(lines(here)) == 2
    await up(bot)
    await bot.skip(LEASE)
    await says(here, "has not started")
