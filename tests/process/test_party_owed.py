"""What Discord refuses to parties for a while: one failure is one recipient's, and what must be right is owed."""

from __future__ import annotations

from typing import Any

import pytest

from bot.rehearsal.process import BotProcess
from bot.stage.faults import Fault
from bot.stage.server import Stage
from tests.process.quick import idle
from tests.process.test_parties import LEASE, calls, newest, plan
from tests.process.test_party_losses import said, wants_direct_messages, with_log
from tests.support.scene import up
from tests.support.stage import StageMember, until, visible_text

FRIENDS = ("Noor", "Théo", "Margot")


@pytest.mark.parametrize(
    "fault",
    [
        Fault.refuse(403, 50007),
        Fault.refuse(403, 50278),
        Fault.refuse(400, 40003),
        Fault.refuse(403, 20026),
        Fault.failing(503),
        Fault.reset(),
    ],
    ids=lambda fault: f"{fault.kind}-{fault.code or fault.status}",
)
async def test_one_closed_door_is_nobody_elses(stage: Stage, bot: BotProcess, fault: Fault) -> None:
    direct = {name: await wants_direct_messages(stage, name) for name in FRIENDS}
    camille, thread = await plan(stage, "in 20 minutes", *FRIENDS)
    here = camille.at(thread)
    stage.faults.add("POST", f"/channels/{direct['Théo'].channel_id}/messages", fault, times=20)
    await bot.skip(5 * 60 + 2)
    await until(lambda: calls(here, "Théo"), what="the reminder of the one")
    for name in ("Noor", "Margot"):
        await until(lambda name=name: said(direct[name], "Start: "), what=f"the reminder of {name}")
    stage.faults.clear()
    await idle(bot)
    assert [len(said(direct[name], "Start: ")) for name in FRIENDS] == [1, 0, 1]
    assert len(calls(here, "Théo")) == 1
    assert len(calls(here, "Camille")) == 1


async def test_a_thread_that_fails_keeps_nobody_from_a_direct_message(stage: Stage, bot: BotProcess) -> None:
    noor = await wants_direct_messages(stage, "Noor")
    camille, thread = await plan(stage, "in 20 minutes", "Noor")
    stage.faults.add("POST", f"/channels/{thread}/messages", Fault.failing(503))
    await bot.skip(5 * 60 + 2)
    await until(lambda: said(noor, "Start: "), what="the direct message")
    await bot.skip(30)
    await until(lambda: calls(camille.at(thread), "Camille"), what="the reminder in the thread")
    await idle(bot)
    assert len(said(noor, "Start: ")) == 1


async def test_a_reminder_that_is_given_up_is_told_and_the_start_comes(stage: Stage, bot: BotProcess) -> None:
    log = await with_log(stage)
    noor = await wants_direct_messages(stage, "Noor")
    camille, thread = await plan(stage, "in 29 minutes", "Noor", "Théo")
    stage.faults.add("POST", f"/channels/{thread}/messages", Fault.failing(503), times=80)
    await bot.skip(14 * 60 + 2)
    left = 15 * 60
    while left > 60 and not said(log, "couldn’t remind everybody"):
        await idle(bot)
        await bot.skip(40)
        left -= 40
    stage.faults.clear()
    await until(lambda: said(log, "couldn’t remind everybody"), what="the line in the log")
    here = camille.at(thread)
    await until(lambda: [m for m in calls(here, "Camille") if "couldn’t remind" in m], what="telling the host")
    await bot.skip(max(left, 0) + 2)
    await until(lambda: [m for m in calls(here, "Théo") if "starts now" in m], what="the start")
    assert len(said(noor, "Start: ")) == 1
    assert len(said(log, "couldn’t remind everybody")) == 1


async def moved(camille: StageMember, when: str) -> None:
    (party,) = await camille.autocomplete("party edit", "party", "")
    asked = await camille.slash("party edit", party=party["value"], when=when)
    await camille.press(camille.answer(asked), "Change it")


async def test_thread_name_event_and_card_are_owed_over_a_restart(stage: Stage, bot: BotProcess) -> None:
    camille, thread = await plan(stage, "in 25 minutes", "Noor")
    await until(lambda: stage.world.events, what="the event")
    await idle(bot)
    before = stage.world.channels[thread]["name"]
    (event,) = stage.world.events.values()
    start, card = event["scheduled_start_time"], visible_text(newest(camille, "answer:going"))
    for method, path in (
        ("PATCH", f"/channels/{thread}"),
        ("PATCH", "/guilds/*/scheduled-events/*"),
        ("PATCH", "/channels/*/messages/*"),
    ):
        stage.faults.add(method, path, Fault.failing(503), times=3)
    await moved(camille, "in 50 hours")
    await until(lambda: len(stage.faults.happened) >= 3, what="the refusals")
    assert stage.world.channels[thread]["name"] == before
    await bot.kill()
    await up(bot)

    def right() -> Any:
        (now,) = stage.world.events.values()
        name, shown = stage.world.channels[thread]["name"], visible_text(newest(camille, "answer:going"))
        return name != before and now["scheduled_start_time"] != start and shown != card

    for _ in range(5):
        await bot.skip(LEASE)
        await idle(bot)
    await until(right, what="all of it")
    assert len(stage.world.events) == 1
