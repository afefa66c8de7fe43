"""What members and moderators do that others see: to be met by every fault, each in a place of its own.

Add a row for each feature that writes or posts: how it is got ready, begun, what its member then reads, how it looks
when it was done exactly once, and how when it was not done at all.
"""

from __future__ import annotations

from bot.stage.attachments import walk
from bot.stage.payloads import Wire
from tests.process.deeds import (
    DEEDS as SHOWN_BEFORE,
)
from tests.process.deeds import (
    Begin,
    Deed,
    Look,
    alone,
    chosen,
    nothing,
    owner,
    public,
    write_down,
)
from tests.support.scene import Scene, begin, control
from tests.support.stage import StageMember, until, visible_text


def cards(member: StageMember, part: str) -> list[Wire]:
    """The public messages in their channel that have `part` in a custom id."""
    return [one for one in public(member) if any(part in str(c.get("custom_id")) for c in walk(one["components"]))]


def standing(part: str, count: int = 1) -> Look:
    """So many public messages carry such a control."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return len(cards(member, part)) == count

    return look


def saying(text: str, count: int = 1) -> Look:
    """So many public messages say this."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return sum(text in visible_text(one) for one in public(member)) == count

    return look


def both(*looks: Look) -> Look:
    """All of these hold."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return all([await one(scene, member) for one in looks])

    return look


def pressing(member: StageMember, message: Wire, part: str) -> Begin:
    """A press of the control on a message whose custom id has `part` in it."""
    return lambda: member.actor.press(message["id"], control(message, part))


# -- polls


async def preview_poll(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    await member.slash("progress set", episode=8)
    name = (await member.autocomplete("poll preset", "name", "New York"))[0]["value"]
    shown = member.answer(await member.slash("poll preset", name=name, closes="in 72 hours"))
    return pressing(member, shown, ":post:")


async def posted_poll(scene: Scene, member: StageMember) -> str:
    """A poll stands in the member's channel; its id."""
    await (await preview_poll(scene, member))().settled()
    (card,) = await until(lambda: cards(member, ":vote:"), what="the card")
    return control(card, ":vote:").split(":")[3]


async def close_poll(scene: Scene, member: StageMember) -> Begin:
    poll_id = await posted_poll(scene, member)
    return lambda: begin(member, "poll close", poll=poll_id)


async def reopen_poll(scene: Scene, member: StageMember) -> Begin:
    poll_id = await posted_poll(scene, member)
    await member.slash("poll close", poll=poll_id)
    await until(lambda: not cards(member, ":vote:"), what="the end")
    return lambda: begin(member, "poll reopen", poll=poll_id)


async def delete_poll(scene: Scene, member: StageMember) -> Begin:
    poll_id = await posted_poll(scene, member)
    asked = member.answer(await member.slash("poll delete", poll=poll_id))
    return pressing(member, asked, f":delete:{poll_id}:1")


async def vote(scene: Scene, member: StageMember) -> Begin:
    await posted_poll(scene, member)
    (card,) = cards(member, ":vote:")
    return pressing(member, card, ":vote:")


async def voted_once(scene: Scene, member: StageMember) -> bool:
    return "1 vote" in await _card_text(member) or "1 ballot" in await _card_text(member)


async def not_voted(scene: Scene, member: StageMember) -> bool:
    return not await voted_once(scene, member)


async def _card_text(member: StageMember) -> str:
    return "\n".join(visible_text(one) for one in cards(member, ":vote:"))


async def show_deleted_poll(scene: Scene, member: StageMember) -> Begin:
    poll_id = await posted_poll(scene, member)
    member.actor.delete(cards(member, ":vote:")[0]["id"])
    return lambda: begin(member, "poll show", poll=poll_id)


# -- parties


async def preview_party(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    await member.slash("progress set", episode=8)
    shown = member.answer(await member.slash("party schedule", when="in 48 hours", episode=3, seats=9, event=True))
    return pressing(member, shown, ":post:")


async def posted_party(scene: Scene, member: StageMember) -> str:
    """A party stands in the member's channel, with its event; its id."""
    await (await preview_party(scene, member))().settled()
    (card,) = await until(lambda: cards(member, ":answer:"), what="the card")
    await until(lambda: events(member), what="the event")
    return control(card, ":answer:").split(":")[-1]


def events(member: StageMember) -> list[Wire]:
    """The events of the member's server."""
    guild_id = member.stage.world.channels[member.channel_id]["guild_id"]
    return [one for one in member.stage.world.events.values() if one["guild_id"] == guild_id]


async def no_second_event(scene: Scene, member: StageMember) -> bool:
    return len(events(member)) <= 1  # a refusal is an outcome: the party goes on without


async def come(scene: Scene, member: StageMember) -> Begin:
    await posted_party(scene, member)
    return pressing(member, cards(member, ":answer:")[0], ":answer:maybe:")


async def cancel_party(scene: Scene, member: StageMember) -> Begin:
    party_id = await posted_party(scene, member)
    asked = member.answer(await member.slash("party cancel", party=party_id))
    return pressing(member, asked, ":cancel:one:" if "cancel:one:" in str(asked) else ":cancel:")


async def show_deleted_party(scene: Scene, member: StageMember) -> Begin:
    party_id = await posted_party(scene, member)
    member.actor.delete(cards(member, ":answer:")[0]["id"])
    return lambda: begin(member, "party show", party=party_id)


async def calendar(scene: Scene, member: StageMember) -> Begin:
    await posted_party(scene, member)
    return lambda: begin(member, "party calendar")


# -- what moderators settle, and what is shared or forgotten


def logged(do: str, **options: object) -> Begin | object:
    """A command of moderators, on a server with a log."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        await write_down(member)
        return lambda: begin(member, do, **options)

    return ready


async def test_card(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    panel = member.answer(await member.slash("etoile-admin setup"))
    await member.choose(panel, "check", menu="v1:setup:go")
    return pressing(member, member.stage.world.find_message(panel["id"]), "setup:test")


async def share(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, member.answer(await member.slash("etoile status")), "facts:share:")


async def share_recap(scene: Scene, member: StageMember) -> Begin:
    await member.slash("progress set", episode=8)
    return pressing(member, member.answer(await member.slash("recap episode", number=1)), "recaps:share:")


async def forget(scene: Scene, member: StageMember) -> Begin:
    await member.slash("progress set", episode=5)
    return pressing(member, member.answer(await member.slash("mydata delete")), "mydata:delete")


async def forgotten(scene: Scene, member: StageMember) -> bool:
    return "Nothing. I keep nothing" in member.text(await member.slash("mydata show"))


async def remembered(scene: Scene, member: StageMember) -> bool:
    return not await forgotten(scene, member)


POLLS = (
    Deed(name="post a poll", ready=preview_poll, shown="Posted", done=standing(":vote:"), who=owner,
         untouched=standing(":vote:", 0)),
    Deed(name="vote", ready=vote, shown="", done=voted_once, who=owner, untouched=not_voted),
    Deed(name="close a poll", ready=close_poll, shown="", who=owner,
         done=both(standing(":vote:", 0), saying("The poll has ended")), untouched=standing(":vote:")),
    Deed(name="reopen a poll", ready=reopen_poll, shown="open again", done=standing(":vote:"), who=owner,
         untouched=standing(":vote:", 0)),
    Deed(name="delete a poll", ready=delete_poll, shown="eleted", done=standing(":vote:", 0), who=owner,
         untouched=standing(":vote:")),
    Deed(name="show a deleted poll", ready=show_deleted_poll, shown="", done=standing(":vote:"), who=owner,
         untouched=standing(":vote:", 0)),
)  # fmt: skip
PARTIES = (
    Deed(name="post a party", ready=preview_party, shown="", who=owner,
         done=both(standing(":answer:"), no_second_event), untouched=standing(":answer:", 0)),
    Deed(name="come", ready=come, shown="", done=saying("Maybe (1)"), who=owner, untouched=saying("Maybe (1)", 0)),
    Deed(name="cancel a party", ready=cancel_party, shown="alled off", done=standing(":answer:", 0), who=owner,
         untouched=standing(":answer:")),
    Deed(name="show a deleted party", ready=show_deleted_party, shown="", done=standing(":answer:"), who=owner,
         untouched=standing(":answer:", 0)),
    Deed(name="calendar", ready=calendar, shown=".ics", done=nothing, who=owner),
)  # fmt: skip
OTHERS = (
    Deed(name="share an answer", ready=share, shown="", done=saying("shares the answer"), who=alone,
         untouched=saying("shares the answer", 0)),
    Deed(name="share a recap", ready=share_recap, shown="", done=standing("recaps:mine:"), who=alone,
         untouched=standing("recaps:mine:", 0)),
    Deed(name="horizon", ready=logged("etoile-admin horizon", episode="3", server=True), shown="", done=chosen,
         who=owner),
    Deed(name="titles", ready=logged("etoile-admin titles", titles=1), shown="", done=nothing, who=owner),
    Deed(name="test card", ready=test_card, shown="", done=standing("setup:remove"), who=owner,
         untouched=standing("setup:remove", 0)),
    Deed(name="forget me", ready=forget, shown="any more", done=forgotten, who=alone, untouched=remembered),
)  # fmt: skip
OWN = ("facts", "progress", "recaps", "mydata", "the form of the veil", "veil", "unveil", "setup", "export", "import",
       "report", "dry run")  # fmt: skip
"""Deeds of `tests.process.deeds` that happen in places of their own."""
NO_CHANGE = ("the form of the veil", "dry run", "show a deleted party")
"""Those that leave everything as it is, or do what happens by itself as well."""
DEEDS = (*(deed for deed in SHOWN_BEFORE if deed.name in OWN), *POLLS, *PARTIES, *OTHERS)
