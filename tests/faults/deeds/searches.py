"""What is done while a time is looked for."""

from __future__ import annotations

import asyncio

from bot.stage.attachments import walk
from bot.stage.payloads import Wire
from tests.faults.deeds.kit import (
    Begin,
    Ready,
    both,
    choosing,
    either,
    filling,
    in_log,
    kept,
    neighbour,
    no,
    opened,
    pressing,
    saying,
    settle,
    standing,
    standing_card,
    written_directly,
)
from tests.faults.deeds.parties import DRAFTED
from tests.process.deeds import Deed, owner, write_down
from tests.support.scene import Scene, begin
from tests.support.stage import StageMember

TIMES = "in 20 hours; in 30 hours; in 40 hours"
TICK = ":find-tick:"


async def draft(member: StageMember, times: str = TIMES) -> Wire:
    """The moments as they were read."""
    await write_down(member)
    await member.slash("party zone", city="Paris")
    return member.answer(await member.slash("party find", times=times, episode=5))


async def find(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    await member.slash("party zone", city="Paris")
    return lambda: begin(member, "party find", times=TIMES, episode=5)


async def type_others(scene: Scene, member: StageMember) -> Begin:
    form = await settle(pressing(member, await draft(member), ":find-times:"))
    return filling(member, form, "in 50 hours; in 60 hours")


async def drop(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await draft(member), ":find-drop:")


async def post(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await draft(member), ":find-post:")


async def asked(member: StageMember, times: str = TIMES) -> Wire:
    """The question to everybody."""
    await settle(pressing(member, await draft(member, times), ":find-post:"))
    return await standing_card(member, TICK)


async def own_list(member: StageMember, times: str = TIMES) -> Wire:
    """The member's own list of the moments."""
    return await opened(member, await asked(member, times), TICK)


def moments(message: Wire) -> list[str]:
    """The moments that a menu offers."""
    return [option["value"] for part in walk(message["components"]) for option in part.get("options", ())]


async def tick_one(member: StageMember) -> Wire:
    """The first moment suits the member; the question."""
    mine = await own_list(member)
    await settle(choosing(member, mine, ":find-mine:", moments(mine)[:1]))
    await asyncio.sleep(10)
    return await standing_card(member, TICK)


async def tick(scene: Scene, member: StageMember) -> Begin:
    mine = await own_list(member)
    return choosing(member, mine, ":find-mine:", moments(mine)[:1])


async def tick_all(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await own_list(member), ":find-whole:all:")


async def take_back(scene: Scene, member: StageMember) -> Begin:
    card = await tick_one(member)
    return pressing(member, await opened(member, card, TICK), ":find-whole:back:")


def hosting(part: str, *, other: bool = False) -> Ready:
    """A press of the host's, once somebody has ticked."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        panel = await opened(member, await tick_one(member), ":find-host:")
        return choosing(member, panel, part, moments(panel)[-1:]) if other else pressing(member, panel, part)

    return ready


async def give_up(scene: Scene, member: StageMember) -> Begin:
    panel = await opened(member, await tick_one(member), ":find-host:")
    return pressing(member, await opened(member, panel, ":find-end:"), ":find-end:")


async def ask_who_ticked(scene: Scene, member: StageMember) -> Begin:
    guest, card = neighbour(member), await tick_one(member)
    await settle(pressing(guest, await opened(guest, card, TICK), ":find-whole:all:"))
    taken = await opened(member, await opened(member, card, ":find-host:"), ":find-take:")
    return pressing(member, taken, ":post:")


ASKED = kept(lambda data: data["times_asked"])
TICKED = kept(lambda data: data["times_ticked"])
LOST = in_log("I can’t ask for a time")
DEEDS = (
    Deed(name="look for a time", ready=find, shown="When can you?", done=ASKED, who=owner),
    Deed(name="offer other times", ready=type_others, shown="When can you?", who=owner, done=ASKED, keeps=True),
    Deed(name="drop a search", ready=drop, shown="Discarded", done=no(ASKED), who=owner),
    Deed(name="ask everybody", ready=post, shown="I’m asking in", who=owner,
         done=either(standing(TICK), both(LOST, standing(TICK, 0))), untouched=both(no(LOST), standing(TICK, 0))),
    Deed(name="tick a time", ready=tick, shown="", who=owner, stored=TICKED,
         done=either(saying("1 has answered"), LOST),
         untouched=both(saying("Nobody has answered"), no(LOST))),
    Deed(name="tick all times", ready=tick_all, shown="", who=owner, stored=TICKED,
         done=either(saying("1 has answered"), LOST),
         untouched=both(saying("Nobody has answered"), no(LOST))),
    Deed(name="take ticks back", ready=take_back, shown="Your answer is gone", who=owner, stored=no(TICKED),
         done=either(saying("Nobody has answered"), LOST), untouched=both(saying("1 has answered"), no(LOST))),
    Deed(name="take the best time", ready=hosting(":find-take:"), shown="Only you see this", who=owner, done=DRAFTED,
         keeps=True),
    Deed(name="take another time", ready=hosting(":find-other:", other=True), shown="Only you see this", who=owner,
         done=DRAFTED, keeps=True),
    Deed(name="stop asking", ready=hosting(":find-end:"), shown="Give it up", who=owner,
         done=either(saying("The answers are in."), LOST), untouched=both(standing(TICK), no(LOST))),
    Deed(name="give a search up", ready=give_up, shown="", who=owner,
         done=saying("This search for a time is over"), untouched=saying("The answers are in.")),
    Deed(name="ask who ticked", ready=ask_who_ticked, shown="", who=owner, takes=150,
         done=either(saying("a time that you ticked"), written_directly("a time that you ticked")),
         untouched=both(saying("a time that you ticked", 0), standing(":answer:", 0))),
)  # fmt: skip
