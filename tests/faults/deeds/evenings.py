"""The evening of a party: who is called when, the clock, and the end. Much of it happens by itself."""

from __future__ import annotations

import asyncio

from bot.stage.interactions import Invocation
from bot.stage.payloads import Wire
from tests.faults.deeds.kit import (
    Begin,
    Look,
    Ready,
    all_public,
    filling,
    idling,
    neighbour,
    opened,
    pressing,
    saying,
    settle,
    shows,
    standing,
    standing_card,
)
from tests.faults.deeds.parties import card, on_card, posted, want_direct_messages
from tests.process.deeds import Deed, owner
from tests.support.scene import Scene, begin, control
from tests.support.stage import StageMember

WHERE_IT_TALKS = ("the channel", "the thread", "the members")


async def planned(member: StageMember, minutes: int, **options: object) -> str:
    """A party in so many minutes, to which its host comes; its id."""
    party_id = await posted(member, when=f"in {minutes} minutes", **options)
    await settle(pressing(member, await card(member), ":answer:going:"))
    return party_id


async def began(member: StageMember, *guests: StageMember) -> Wire:
    """The clock of a party in its ready check."""
    await planned(member, 2)
    for guest in guests:
        await settle(pressing(guest, await card(member), ":answer:going:"))
    await asyncio.sleep(130)
    return await standing_card(member, ":hosts:")


async def running(member: StageMember) -> Wire:
    """The clock of a party that plays."""
    clock = await began(member)
    await steer(member, clock, ":steer:go:")
    await asyncio.sleep(60)
    return clock


async def steer(member: StageMember, clock: Wire, part: str) -> Wire:
    """Press one of the hosts' controls; what it shows."""
    return await opened(member, await opened(member, clock, ":hosts:"), part)


async def reminder(scene: Scene, member: StageMember) -> Begin:
    await planned(member, 17)
    await asyncio.sleep(60)
    return idling(member)


async def direct_reminder(scene: Scene, member: StageMember) -> Begin:
    await want_direct_messages(member)
    return await reminder(scene, member)


async def start(scene: Scene, member: StageMember) -> Begin:
    await planned(member, 3)
    await asyncio.sleep(120)
    return idling(member)


def moved(*, directly: bool) -> Ready:
    """Somebody else's party is moved: the member has a seat, and wants to be told of it here or directly."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        host = neighbour(member)
        party_id = await posted(host, log=False, when="in 48 hours")
        if directly:
            await want_direct_messages(member)
        await settle(pressing(member, await card(member), ":answer:going:"))
        move = pressing(
            host, host.answer(await host.slash("party edit", party=party_id, when="in 72 hours")), ":edit-apply:"
        )

        def go() -> Invocation:
            move()
            return idling(member)()

        return go

    return ready


async def offer(scene: Scene, member: StageMember) -> Begin:
    """The one seat is given back, and somebody waits for it."""
    await planned(member, 48 * 60, seats=1)
    await settle(pressing(neighbour(member), await card(member), ":answer:going:"))
    return pressing(member, await card(member), ":answer:no:")


async def take(scene: Scene, member: StageMember) -> Begin:
    await planned(member, 48 * 60, seats=1)
    guest = neighbour(member)
    await settle(pressing(guest, await card(member), ":answer:no:"))
    await settle(pressing(member, await card(member), ":answer:no:"))
    await settle(pressing(guest, await card(member), ":answer:going:"))
    await settle(pressing(member, await card(member), ":answer:going:"))
    await settle(pressing(guest, await card(member), ":answer:no:"))
    return pressing(member, await standing_card(member, ":take:going:"), ":take:going:")


async def still_coming(scene: Scene, member: StageMember) -> Begin:
    await planned(member, 17)
    await asyncio.sleep(150)
    return pressing(member, await standing_card(member, ":still:"), ":still:no:")


# -- the clock


async def get_ready(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await began(member, neighbour(member)), ":ready:")


def steering(what: str) -> Ready:
    """A press of one of the hosts' controls while it plays."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        return pressing(member, await opened(member, await running(member), ":hosts:"), f":steer:{what}:")

    return ready


async def start_together(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await opened(member, await began(member), ":hosts:"), ":steer:go:")


async def steer_by_command(scene: Scene, member: StageMember) -> Begin:
    clock = await running(member)
    party_id = control(clock, ":hosts:").split(":")[-1]
    return lambda: begin(member, "party clock", party=party_id, do="pause")


async def ask_to_wait(scene: Scene, member: StageMember) -> Begin:
    await running(member)
    return pressing(member, await standing_card(member, ":wait:"), ":wait:")


async def jump(scene: Scene, member: StageMember) -> Begin:
    hosts = await opened(member, await running(member), ":hosts:")
    return filling(member, await settle(pressing(member, hosts, ":jump:")), "17:42")


async def end(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await steer(member, await running(member), ":end:"), ":end:1:")


async def watched(scene: Scene, member: StageMember) -> Begin:
    await settle(await end(scene, member))
    over = await standing_card(member, ":watched:")
    await member.slash("progress set", episode=2)
    return pressing(member, over, ":watched:")


async def count_all(scene: Scene, member: StageMember) -> Begin:
    await settle(await end(scene, member))
    over = await standing_card(member, ":watched:")
    await member.slash("progress set", episode=0)
    return pressing(member, await opened(member, over, ":watched:"), ":watched-all:")


def called(text: str, count: int = 1) -> Look:
    """The member was called so often, by name, with these words."""

    async def look(scene: Scene, member: StageMember) -> bool:
        mark = f"<@{member.id}>"
        return sum(mark in one["content"] and text in one["content"] for one in all_public(member)) == count

    return look


def line_saying(text: str, count: int = 1) -> Look:
    """So many plain messages say this."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return sum(text in one["content"] for one in all_public(member)) == count

    return look


def once_in_all(text: str) -> Look:
    """They read it once: where the party talks, or directly."""

    async def look(scene: Scene, member: StageMember) -> bool:
        here = sum(f"<@{member.id}>" in one["content"] and text in one["content"] for one in all_public(member))
        alone = sum(text in one["content"] for one in member.at("dm").reads())
        return here + alone == 1

    return look


PAUSED, NOT_PAUSED = saying("Paused. Everybody stops at"), saying("Paused. Everybody stops at", 0)
DEEDS = (
    Deed(name="a reminder", ready=reminder, shown="", takes=150, done=called("Start: "), who=owner,
         places=WHERE_IT_TALKS),
    Deed(name="a direct reminder", ready=direct_reminder, shown="", takes=150, done=once_in_all("Start: "), who=owner,
         places=("their direct messages",)),
    Deed(name="a start", ready=start, shown="", takes=150, done=called("starts now"), who=owner,
         places=WHERE_IT_TALKS),
    Deed(name="a new start", ready=moved(directly=False), shown="", done=once_in_all("has a new start"), who=owner,
         places=("the channel", "the members")),
    Deed(name="a new start, directly", ready=moved(directly=True), shown="", done=once_in_all("has a new start"),
         who=owner, places=("their direct messages",)),
    Deed(name="an offered seat", ready=offer, shown="", done=saying("is yours until"), who=owner,
         untouched=saying("is yours until", 0)),
    Deed(name="take a seat that is offered", ready=take, shown="You have a seat", done=saying("Coming (1 of 1)"),
         stored=on_card("Coming (1 of 1)"),
         who=owner, untouched=saying("Coming (1 of 1)", 0)),
    Deed(name="no longer coming", ready=still_coming, shown="", done=saying("can’t make it"), who=owner,
         untouched=saying("can’t make it", 0)),
    Deed(name="get ready", ready=get_ready, shown="", done=saying("Ready (1 of 2)", 2), who=owner,
         untouched=saying("Ready (1 of 2)", 0), places=("the first answer", "what follows it", "the channel")),
    Deed(name="start together", ready=start_together, shown="", done=saying("press play at"), who=owner,
         untouched=saying("press play at", 0)),
    Deed(name="pause", ready=steering("pause"), shown="", done=PAUSED, who=owner, untouched=NOT_PAUSED),
    Deed(name="pause by command", ready=steer_by_command, shown="Paused", done=PAUSED, who=owner, untouched=NOT_PAUSED),
    Deed(name="ask to wait", ready=ask_to_wait, shown="I asked the hosts", done=saying("asks for a pause"), who=owner,
         untouched=saying("asks for a pause", 0)),
    Deed(name="jump", ready=jump, shown="", done=line_saying("17:42"), who=owner,
         untouched=line_saying("17:42", 0)),
    Deed(name="end a party", ready=end, shown="It’s over", done=standing(":watched:", 2), who=owner,
         stored=shows("party list", "Nothing is planned"),
         untouched=standing(":watched:", 0)),
    Deed(name="count as watched", ready=watched, shown="", done=shows("progress show", "episodes 1 to 3"), who=owner),
    Deed(name="count all as watched", ready=count_all, shown="", done=shows("progress show", "episodes 1 to 3"),
         who=owner),
)  # fmt: skip
