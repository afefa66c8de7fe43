"""What is done with polls."""

from __future__ import annotations

import asyncio

from bot.stage.payloads import Wire
from tests.faults.deeds.kit import (
    Begin,
    Look,
    Ready,
    both,
    cards,
    choosing,
    either,
    filling,
    idling,
    in_log,
    kept,
    neighbour,
    no,
    opened,
    pressing,
    saying,
    settle,
    shows,
    standing,
    standing_card,
    written_directly,
)
from tests.process.deeds import Deed, owner, write_down
from tests.support.scene import Scene, begin, control
from tests.support.stage import StageMember, until, visible_text

DRAFTED = kept(lambda data: len(data["poll_drafts"]) == 1)
VOTED = kept(lambda data: len(data["ballots"]) == 1)


async def preset(member: StageMember, typed: str) -> str:
    """The value of a shipped poll, for somebody who has seen everything."""
    await write_down(member)
    await member.slash("progress set", episode=8)
    return str((await member.autocomplete("poll preset", "name", typed))[0]["value"])


async def preview_poll(scene: Scene, member: StageMember) -> Begin:
    name = await preset(member, "New York")
    return pressing(member, member.answer(await member.slash("poll preset", name=name, closes="in 72 hours")), ":post:")


async def posted_poll(member: StageMember, typed: str = "New York") -> str:
    """A shipped poll stands in the member's channel; its id."""
    name = await preset(member, typed)
    shown = member.answer(await member.slash("poll preset", name=name, closes="in 72 hours"))
    await settle(pressing(member, shown, ":post:"))
    return control(await standing_card(member, ":sheet:"), ":sheet:").split(":")[3]


async def own_draft(member: StageMember, closes: str = "") -> Wire:
    """The preview of a question of one's own."""
    await write_down(member)
    form = await member.slash("poll create")
    return member.answer(await settle(filling(member, form, "Tea or coffee?", "Tea\nCoffee", None, None, closes)))


async def own_poll(member: StageMember, closes: str = "") -> str:
    """A question of one's own stands in the member's channel; its id."""
    await settle(pressing(member, await own_draft(member, closes), ":post:"))
    return control(await standing_card(member, ":vote:"), ":vote:").split(":")[3]


# -- drafting


async def draft_preset(scene: Scene, member: StageMember) -> Begin:
    name = await preset(member, "New York")
    return lambda: begin(member, "poll preset", name=name)


async def draft_arc(scene: Scene, member: StageMember) -> Begin:
    await member.slash("progress set", episode=8)
    name = (await member.autocomplete("poll arc", "preset", ""))[0]["value"]
    return lambda: begin(member, "poll arc", preset=name)


async def write_poll(scene: Scene, member: StageMember) -> Begin:
    form = await member.slash("poll create")
    return filling(member, form, "Tea or coffee?", "Tea\nCoffee")


async def rewrite_draft(scene: Scene, member: StageMember) -> Begin:
    draft = await own_draft(member)
    return filling(member, await settle(pressing(member, draft, ":edit:")), "Tea or milk?")


async def name_names(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await own_draft(member), ":names:")


async def gate_draft(scene: Scene, member: StageMember) -> Begin:
    return choosing(member, await own_draft(member), ":gate:", ["7"])


async def limit_draft(scene: Scene, member: StageMember) -> Begin:
    guild_id = member.stage.world.channels[member.channel_id]["guild_id"]
    role = member.stage.add_role(guild_id, name="Corps de ballet")
    return choosing(member, await own_draft(member), ":roles:", [role["id"]])


async def drop_draft(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await own_draft(member), ":drop:")


# -- voting


async def vote(scene: Scene, member: StageMember) -> Begin:
    await posted_poll(member)
    return pressing(member, cards(member, ":vote:")[0], ":vote:")


async def pick(scene: Scene, member: StageMember) -> Begin:
    await posted_poll(member)
    return pressing(member, await opened(member, cards(member, ":sheet:")[0], ":sheet:"), ":pick:")


async def take_back(scene: Scene, member: StageMember) -> Begin:
    await posted_poll(member)
    await settle(pressing(member, cards(member, ":vote:")[0], ":vote:"))
    return pressing(member, await opened(member, cards(member, ":sheet:")[0], ":sheet:"), ":back:")


async def voted_once(scene: Scene, member: StageMember) -> bool:
    text = "\n".join(visible_text(one) for one in cards(member, ":vote:"))
    return "1 vote" in text or "1 ballot" in text


async def at_the_gate(scene: Scene, member: StageMember) -> Begin:
    await member.slash("etoile-admin horizon", episode="8", server=True)
    await posted_poll(member, "triangle")
    await member.slash("progress clear")
    return pressing(member, await opened(member, cards(member, ":vote:")[0], ":vote:"), ":seen-for:")


async def open_gate(scene: Scene, member: StageMember) -> Begin:
    await posted_poll(member, "triangle")
    await member.slash("progress clear")
    return pressing(member, await opened(member, cards(member, ":sheet:")[0], ":sheet:"), ":seen:")


async def share_results(scene: Scene, member: StageMember) -> Begin:
    await posted_poll(member)
    card = cards(member, ":vote:")[0]
    for who in (member, neighbour(member), neighbour(member)):
        await settle(pressing(who, card, ":vote:"))
    return pressing(member, await opened(member, cards(member, ":results:")[0], ":results:"), ":share:")


# -- looking after one


async def close_poll(scene: Scene, member: StageMember) -> Begin:
    poll_id = await posted_poll(member)
    return lambda: begin(member, "poll close", poll=poll_id)


async def reopen_poll(scene: Scene, member: StageMember) -> Begin:
    poll_id = await posted_poll(member)
    await member.slash("poll close", poll=poll_id)
    await until(lambda: not cards(member, ":vote:"), what="the end")
    return lambda: begin(member, "poll reopen", poll=poll_id)


async def delete_poll(scene: Scene, member: StageMember) -> Begin:
    poll_id = await posted_poll(member)
    asked = member.answer(await member.slash("poll delete", poll=poll_id))
    return pressing(member, asked, f":delete:{poll_id}:1")


async def show_deleted_poll(scene: Scene, member: StageMember) -> Begin:
    poll_id = await posted_poll(member)
    member.actor.delete(cards(member, ":vote:")[0]["id"])
    return lambda: begin(member, "poll show", poll=poll_id)


async def poll_ends(scene: Scene, member: StageMember) -> Begin:
    await own_poll(member, "in 10 minutes")
    await asyncio.sleep(9.75 * 60)
    return idling(member)


def managing(part: str, *values: str) -> Ready:
    """A form that is opened from the panel of whoever may manage the poll, filled in."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        panel = member.answer(await member.slash("poll edit", poll=await own_poll(member)))
        return filling(member, await settle(pressing(member, panel, part)), *values)

    return ready


async def gate_poll(scene: Scene, member: StageMember) -> Begin:
    panel = member.answer(await member.slash("poll edit", poll=await own_poll(member)))
    return choosing(member, panel, ":spoils:", ["7"])


def in_ballot(text: str) -> Look:
    """Who looks at the poll alone reads it."""

    async def look(scene: Scene, member: StageMember) -> bool:
        polls = await member.autocomplete("poll show", "poll", "")
        for _ in range(2):  # the first one posts the card again, if it is gone
            if text in member.text(await member.slash("poll show", poll=polls[0]["value"])):
                return True
        return False

    return look


ENDED = saying("The poll has ended")
TOLD_OTHERWISE = both(in_log("couldn’t post its result"), written_directly("couldn’t post its result"))
OPEN = shows("poll list", "1 open")
DEEDS = (
    Deed(name="draft a poll", ready=draft_preset, shown="Preview", done=DRAFTED, who=owner),
    Deed(name="draft an arc", ready=draft_arc, shown="Preview", done=DRAFTED, who=owner),
    Deed(name="write a poll", ready=write_poll, shown="Preview", done=DRAFTED, who=owner),
    Deed(name="rewrite a draft", ready=rewrite_draft, shown="Tea or milk?", who=owner,
         done=kept(lambda data: data["poll_drafts"][0]["draft"]["question"] == "Tea or milk?")),
    Deed(name="name names", ready=name_names, shown="names shown", who=owner,
         done=kept(lambda data: data["poll_drafts"][0]["draft"]["anonymous"] is False)),
    Deed(name="gate a draft", ready=gate_draft, shown="", who=owner,
         done=kept(lambda data: data["poll_drafts"][0]["draft"]["gate"] == 7)),
    Deed(name="limit a draft", ready=limit_draft, shown="Who may vote", who=owner,
         done=kept(lambda data: data["poll_drafts"][0]["draft"]["role_ids"])),
    Deed(name="drop a draft", ready=drop_draft, shown="Discarded.", done=no(DRAFTED), who=owner),
    Deed(name="post a poll", ready=preview_poll, shown="Posted", done=standing(":vote:"), who=owner,
         untouched=standing(":vote:", 0)),
    Deed(name="vote", ready=vote, shown="", done=both(voted_once, VOTED), who=owner, stored=VOTED,
         untouched=both(no(voted_once), no(VOTED))),
    Deed(name="pick", ready=pick, shown="Recorded", done=both(voted_once, VOTED), who=owner, stored=VOTED,
         untouched=both(no(voted_once), no(VOTED))),
    Deed(name="take a ballot back", ready=take_back, shown="Taken back", who=owner, stored=no(VOTED),
         done=both(no(voted_once), no(VOTED)), untouched=both(voted_once, VOTED)),
    Deed(name="vote at the gate", ready=at_the_gate, shown="", who=owner,
         done=both(VOTED, shows("progress show", "You’ve seen")),
         untouched=both(no(VOTED), shows("progress show", "You haven’t told me"))),
    Deed(name="pass the gate", ready=open_gate, shown="", done=shows("progress show", "You’ve seen"), who=owner),
    Deed(name="share results", ready=share_results, shown="", done=saying("shares how it stands"), who=owner,
         untouched=saying("shares how it stands", 0)),
    Deed(name="close a poll", ready=close_poll, shown="", who=owner, stored=no(OPEN),
         done=both(standing(":vote:", 0), either(ENDED, TOLD_OTHERWISE)), untouched=standing(":vote:")),
    Deed(name="reopen a poll", ready=reopen_poll, shown="pen again", done=standing(":vote:"), who=owner, stored=OPEN,
         untouched=standing(":vote:", 0)),
    Deed(name="delete a poll", ready=delete_poll, shown="eleted", done=standing(":vote:", 0), who=owner,
         stored=shows("poll list", "There are none yet"), untouched=standing(":vote:")),
    Deed(name="show a deleted poll", ready=show_deleted_poll, shown="", done=standing(":vote:"), who=owner,
         untouched=standing(":vote:", 0)),
    Deed(name="a poll ends", ready=poll_ends, shown="", who=owner, takes=150, places=("the channel",),
         done=both(no(OPEN), either(ENDED, TOLD_OTHERWISE))),
    Deed(name="add an answer", ready=managing(":add:", "Milk"), shown="Added", done=saying("Milk"), who=owner,
         stored=in_ballot("Milk"), untouched=saying("Milk", 0)),
    Deed(name="reword a poll", ready=managing(":reword:", "Tea or milk?", "Tea\nMilk"), shown="Reworded", who=owner,
         done=saying("Tea or milk?"), stored=shows("poll list", "Tea or milk?"), untouched=saying("Tea or coffee?")),
    Deed(name="move an end", ready=managing(":end:", "in 3 days"), shown="It ends on", who=owner, done=saying("<t:"),
         stored=shows("poll list", "<t:"), untouched=saying("<t:", 0)),
    Deed(name="say what a poll spoils", ready=gate_poll, shown="", who=owner, done=saying("episodes 1 to 7"),
         stored=shows("poll list", "1 to 7"), untouched=saying("episodes 1 to 7", 0)),
)  # fmt: skip
