"""What is done with watch parties before their evening."""

from __future__ import annotations

import asyncio

from bot.stage.payloads import Wire
from tests.faults.deeds.kit import (
    Begin,
    Look,
    Ready,
    all_public,
    both,
    choosing,
    command,
    either,
    filling,
    idling,
    ids_on,
    kept,
    neighbour,
    no,
    offered,
    opened,
    pressing,
    saying,
    settle,
    shows,
    standing,
    standing_card,
    written_directly,
)
from tests.process.deeds import Deed, log_of, nothing, owner, write_down
from tests.support.scene import Scene, begin, control
from tests.support.stage import StageMember, until

DRAFTED = kept(lambda data: [one for one in data["parties_hosted"] if one["state"] == "draft"])
MIRRORED = "the server"


async def draft(member: StageMember, words: str = "party schedule", **options: object) -> Wire:
    """The preview of a party, of somebody who has told everything that is asked for."""
    if options.pop("log", True):
        await write_down(member)
    await member.slash("progress set", episode=8)
    await member.slash("party zone", city="Paris")
    wish: dict[str, object] = {"when": "in 48 hours", "episode": 3, "seats": 9} | options
    if words == "party series":
        wish["first"] = wish.pop("when")
    return member.answer(await member.slash(words, **wish))


async def posted(member: StageMember, words: str = "party schedule", **options: object) -> str:
    """A party stands in the member's channel; its id."""
    await settle(pressing(member, await draft(member, words, **options), ":post:"))
    card = await standing_card(member, ":answer:")
    if options.get("event"):
        await until(lambda: events(member), what="the event")
    return control(card, ":answer:").split(":")[-1]


async def card(member: StageMember) -> Wire:
    """The card of the one party."""
    return await standing_card(member, ":answer:")


def events(member: StageMember) -> list[Wire]:
    """The events of the member's server."""
    guild_id = member.stage.world.channels[member.channel_id]["guild_id"]
    return [one for one in member.stage.world.events.values() if one["guild_id"] == guild_id]


async def mirrored(scene: Scene, member: StageMember) -> bool:
    """The party is among the server's events, once."""
    return len(events(member)) == 1


async def not_mirrored(scene: Scene, member: StageMember) -> bool:
    return not events(member)


async def schedule(scene: Scene, member: StageMember) -> Begin:
    await member.slash("party zone", city="Paris")
    return lambda: begin(member, "party schedule", when="in 48 hours", episode=3)


async def plan_series(scene: Scene, member: StageMember) -> Begin:
    await member.slash("party zone", city="Paris")
    return lambda: begin(member, "party series", first="in 48 hours", every="week", episode=3)


async def choose_zone(scene: Scene, member: StageMember) -> Begin:
    asked = member.answer(await member.slash("party schedule", when="friday 9pm", episode=3))
    return choosing(member, asked, ":zone:", ["Europe/Paris"])


async def discard(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await draft(member), ":discard:")


async def rewrite_draft(scene: Scene, member: StageMember) -> Begin:
    preview = await draft(member)
    return filling(member, await settle(pressing(member, preview, ":edit:")), None, "5", "Bring tea")


def posting(words: str = "party schedule", **options: object) -> Ready:
    """The press that posts what was planned."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        return pressing(member, await draft(member, words, **options), ":post:")

    return ready


def answering(said: str) -> Ready:
    """An answer on the card, of somebody who could not come before."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        await posted(member)
        await settle(pressing(member, await card(member), ":answer:no:"))
        return pressing(member, await card(member), f":answer:{said}:")

    return ready


async def answer_behind_more(scene: Scene, member: StageMember) -> Begin:
    await posted(member)
    return pressing(member, await opened(member, await card(member), ":more:"), ":answer:late:")


async def answer_by_command(scene: Scene, member: StageMember) -> Begin:
    party_id = await posted(member)
    return lambda: begin(member, "party answer", party=party_id, come="maybe")


async def come_to_all(scene: Scene, member: StageMember) -> Begin:
    await posted(member, "party series", every="week")
    return pressing(member, await opened(member, await card(member), ":more:"), ":to-all:1:")


async def comes_to_all(scene: Scene, member: StageMember) -> bool:
    return ":to-all:0:" in ids_on(await opened(member, await card(member), ":more:"))


# -- changing


def on_card(text: str) -> Look:
    """Who looks at the party alone reads it."""

    async def look(scene: Scene, member: StageMember) -> bool:
        parties = await member.autocomplete("party show", "party", "")
        for _ in range(2):  # the first one posts the card again, if it is gone
            if parties and text in member.text(await member.slash("party show", party=parties[0]["value"])):
                return True
        return False

    return look


async def cancel(scene: Scene, member: StageMember) -> Begin:
    party_id = await posted(member, event=True)
    return pressing(member, member.answer(await member.slash("party cancel", party=party_id)), ":cancel:")


async def revive(scene: Scene, member: StageMember) -> Begin:
    await settle(await cancel(scene, member))
    offered = await until(lambda: [one for one in member.reads() if ":revive:" in ids_on(one)], what="the way back")
    return pressing(member, offered[-1], ":revive:")


async def revive_by_command(scene: Scene, member: StageMember) -> Begin:
    await settle(await cancel(scene, member))
    lost = (await member.autocomplete("party revive", "party", ""))[0]["value"]
    return lambda: begin(member, "party revive", party=lost)


async def cancel_series(scene: Scene, member: StageMember) -> Begin:
    party_id = await posted(member, "party series", every="week")
    return pressing(member, member.answer(await member.slash("party cancel", party=party_id)), ":cancel:all:")


async def revive_series(scene: Scene, member: StageMember) -> Begin:
    await settle(await cancel_series(scene, member))
    offered = await until(lambda: [one for one in member.reads() if ":revive-all:" in ids_on(one)], what="the way back")
    return pressing(member, offered[-1], ":revive-all:")


async def skip(scene: Scene, member: StageMember) -> Begin:
    party_id = await posted(member, "party series", every="week")
    return pressing(member, member.answer(await member.slash("party skip", party=party_id)), ":skip:")


async def unskip(scene: Scene, member: StageMember) -> Begin:
    await settle(await skip(scene, member))
    offered = await until(lambda: [one for one in member.reads() if ":unskip:" in ids_on(one)], what="the way back")
    return pressing(member, offered[-1], ":unskip:")


def editing(**changes: object) -> Ready:
    """The press that confirms a change."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        party_id = await posted(member)
        options = {name: value(member) if callable(value) else value for name, value in changes.items()}
        shown = member.answer(await member.slash("party edit", party=party_id, **options))
        return pressing(member, shown, ":edit-apply:")

    return ready


async def edit_by_form(scene: Scene, member: StageMember) -> Begin:
    await posted(member)
    managed = await opened(member, await opened(member, await card(member), ":more:"), ":manage:")
    return filling(member, await settle(pressing(member, managed, ":edit:")), None, "5", "Bring tea")


async def drop_edit(scene: Scene, member: StageMember) -> Begin:
    party_id = await posted(member)
    shown = member.answer(await member.slash("party edit", party=party_id, note="Bring tea"))
    return pressing(member, shown, ":edit-drop:")


async def elsewhere(scene: Scene, member: StageMember) -> bool:
    """The card stands in the other channel, and the old one says so."""
    there = [one for one in all_public(log_of(member)) if ":answer:" in ids_on(one)]
    return len(there) == 1 and await saying("has moved to")(scene, member)


async def still_here(scene: Scene, member: StageMember) -> bool:
    there = [one for one in all_public(log_of(member)) if ":answer:" in ids_on(one)]
    return not there and await saying("has moved to", 0)(scene, member)


async def give_seat(scene: Scene, member: StageMember) -> Begin:
    party_id, guest = await posted(member), neighbour(member)
    return lambda: begin(member, "party seat", party=party_id, give=guest.id)


async def give_seat_by_form(scene: Scene, member: StageMember) -> Begin:
    await posted(member)
    managed = await opened(member, await opened(member, await card(member), ":more:"), ":manage:")
    return filling(member, await settle(pressing(member, managed, ":seat:")), [neighbour(member).id])


async def take_seat(scene: Scene, member: StageMember) -> Begin:
    """Of somebody who wants direct messages: they are told so."""
    party_id, guest = await posted(member), neighbour(member)
    await want_direct_messages(guest)
    await settle(pressing(guest, await card(member), ":answer:going:"))
    return lambda: begin(member, "party seat", party=party_id, take=guest.id)


async def event_cancelled(scene: Scene, member: StageMember) -> Begin:
    await posted(member, event=True)

    def go() -> object:
        member.actor.cancel_event(events(member)[0]["id"])
        return idling(member)()

    return go  # type: ignore[return-value]


async def mirror_again(scene: Scene, member: StageMember) -> Begin:
    await posted(member, event=True)
    await asyncio.sleep(10)
    member.actor.cancel_event(events(member)[0]["id"])
    return pressing(member, await standing_card(member, ":mirror:"), ":mirror:")


async def show_deleted_party(scene: Scene, member: StageMember) -> Begin:
    party_id = await posted(member)
    await asyncio.sleep(30)
    member.actor.delete((await card(member))["id"])
    return lambda: begin(member, "party show", party=party_id)


async def calendar(scene: Scene, member: StageMember) -> Begin:
    await posted(member)
    return lambda: begin(member, "party calendar")


# -- one's own reminders


async def want_direct_messages(member: StageMember) -> None:
    """They want to be reminded directly, unless they do already."""
    panel = member.answer(await member.slash("party remind"))
    if ":direct:1" in ids_on(panel):
        await settle(pressing(member, panel, ":direct:1"))


def reminding(part: str, *values: str) -> Ready:
    """A choice on the panel of one's own reminders."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        panel = member.answer(await member.slash("party remind"))
        return choosing(member, panel, part, values) if values else pressing(member, panel, part)

    return ready


DIRECT = shows("party remind", "I’ll send you a direct message")
SKIPPED = offered("party revive", "party", "Skipped date")
AHEAD = shows("party list", "Episode 3")
TEST_MESSAGE = "This is how I’ll remind you"
DEEDS = (
    Deed(name="plan a party", ready=schedule, shown="Only you see this", done=DRAFTED, who=owner),
    Deed(name="plan a series", ready=plan_series, shown="Only you see this", done=DRAFTED, who=owner),
    Deed(name="say whose time", ready=choose_zone, shown="", done=shows("party zone", "Europe/Paris"), who=owner),
    Deed(name="discard a party", ready=discard, shown="Discarded", done=no(DRAFTED), who=owner),
    Deed(name="rewrite a party", ready=rewrite_draft, shown="Bring tea", who=owner,
         done=kept(lambda data: data["parties_hosted"][0]["note"])),
    Deed(name="post a party", ready=posting(event=True), shown="", who=owner, done=standing(":answer:"),
         untouched=standing(":answer:", 0), also={MIRRORED: mirrored}),
    Deed(name="post a series", ready=posting("party series", every="week", event=True), shown="", who=owner,
         done=standing(":answer:"), untouched=standing(":answer:", 0), also={MIRRORED: mirrored}),
    Deed(name="come", ready=answering("going"), shown="", done=saying("Coming (1 of 9)"), who=owner,
         untouched=saying("Coming (1 of 9)", 0)),
    Deed(name="come perhaps", ready=answering("maybe"), shown="", done=saying("Maybe (1)"), who=owner,
         untouched=saying("Maybe (1)", 0)),
    Deed(name="come late", ready=answer_behind_more, shown="you’ll be late", done=saying("(late)"), who=owner,
         stored=on_card("(late)"),
         untouched=saying("(late)", 0)),
    Deed(name="come by command", ready=answer_by_command, shown="", done=saying("Maybe (1)"), who=owner,
         untouched=saying("Maybe (1)", 0)),
    Deed(name="come to all", ready=come_to_all, shown="", done=comes_to_all, who=owner),
    Deed(name="cancel a party", ready=cancel, shown="alled off", done=standing(":answer:", 0), who=owner,
         stored=no(AHEAD),
         untouched=standing(":answer:"), also={MIRRORED: not_mirrored}),
    Deed(name="revive a party", ready=revive, shown="It’s back", stored=AHEAD, done=standing(":answer:"), who=owner,
         untouched=standing(":answer:", 0), also={MIRRORED: mirrored}),
    Deed(name="revive by command", ready=revive_by_command, shown="It’s back", stored=AHEAD, who=owner,
         done=standing(":answer:"), untouched=standing(":answer:", 0), also={MIRRORED: mirrored}),
    Deed(name="cancel a series", ready=cancel_series, shown="with all that follow", done=standing(":answer:", 0),
         stored=no(AHEAD),
         who=owner, untouched=standing(":answer:")),
    Deed(name="revive a series", ready=revive_series, shown="They are back", stored=AHEAD, who=owner,
         done=standing(":answer:"), untouched=standing(":answer:", 0)),
    Deed(name="skip a date", ready=skip, shown="Skipped: ", who=owner,
         done=SKIPPED, untouched=no(SKIPPED)),
    Deed(name="bring a date back", ready=unskip, shown="is back", who=owner,
         done=no(SKIPPED), untouched=SKIPPED),
    Deed(name="change a party", ready=editing(note="Bring tea"), shown="Changed", done=saying("Bring tea"), who=owner,
         stored=on_card("Bring tea"),
         untouched=saying("Bring tea", 0)),
    Deed(name="move a card", ready=editing(channel=lambda member: log_of(member).channel_id), shown="Changed",
         done=elsewhere, who=owner, untouched=still_here),
    Deed(name="propose a change", ready=edit_by_form, shown="Change", done=saying("Bring tea", 0), who=owner,
         keeps=True),
    Deed(name="drop a change", ready=drop_edit, shown="stays as it is", done=saying("Bring tea", 0), who=owner,
         keeps=True),
    Deed(name="give a seat", ready=give_seat, shown="has a seat now", who=owner,
         stored=on_card("Coming (2 of 9)"),
         done=both(saying("Coming (2 of 9)"), either(saying("is now yours"), written_directly("not allowed to write"),
                                                     written_directly("is closed"))),
         untouched=both(saying("Coming (2 of 9)", 0), saying("is now yours", 0))),
    Deed(name="give a seat by form", ready=give_seat_by_form, shown="has a seat now", who=owner,
         stored=on_card("Coming (2 of 9)"),
         done=both(saying("Coming (2 of 9)"), either(saying("is now yours"), written_directly("not allowed to write"),
                                                     written_directly("is closed"))),
         untouched=both(saying("Coming (2 of 9)", 0), saying("is now yours", 0))),
    Deed(name="take a seat", ready=take_seat, shown="no longer has a seat", who=owner,
         stored=on_card("Coming (1 of 9)"), done=saying("Coming (1 of 9)"), untouched=saying("Coming (2 of 9)")),
    Deed(name="an event is cancelled", ready=event_cancelled, shown="", who=owner, places=("the channel",),
         done=saying("Is the party itself off?")),
    Deed(name="mirror a party again", ready=mirror_again, shown="I’ll put it back", done=nothing, who=owner,
         also={MIRRORED: mirrored}),
    Deed(name="show a deleted party", ready=show_deleted_party, shown="", done=standing(":answer:"), who=owner,
         untouched=standing(":answer:", 0)),
    Deed(name="calendar", ready=calendar, shown=".ics", done=nothing, who=owner),
    Deed(name="choose reminders", ready=reminding(":minutes", "60"), shown="", who=owner,
         done=kept(lambda data: data["reminders"] and data["reminders"]["minutes"] == "60")),
    Deed(name="choose quiet hours", ready=reminding(":quiet", "23-7"), shown="Quiet from 23:00", who=owner,
         done=shows("party remind", "Quiet from 23:00")),
    Deed(name="choose direct messages", ready=reminding(":direct:1"), shown="I’ll send you a direct message", who=owner,
         done=both(DIRECT, written_directly(TEST_MESSAGE)), untouched=no(DIRECT)),
    Deed(name="stop reminders", ready=reminding(":stop"), shown="I won’t ping you", who=owner,
         done=shows("party remind", "I won’t ping you")),
    Deed(name="tell a zone", ready=command("party zone", city="Paris"), shown="Europe/Paris", who=owner,
         done=shows("party zone", "Europe/Paris")),
)  # fmt: skip
