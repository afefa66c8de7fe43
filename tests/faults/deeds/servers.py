"""What moderators settle, each on a server of their own."""

from __future__ import annotations

import asyncio

from bot.stage.payloads import Wire
from bot.stage.permissions import P
from tests.faults.deeds.kit import (
    Begin,
    Ready,
    all_public,
    both,
    choosing,
    either,
    filling,
    ids_on,
    in_log,
    no,
    pressing,
    saying,
    settle,
    shows,
    standing,
    standing_card,
)
from tests.process.deeds import Deed, chosen, log_of, owner, write_down
from tests.support.scene import Scene, begin
from tests.support.stage import StageMember, visible_text


def logged(words: str, **options: object) -> Ready:
    """A command of moderators, on a server with a log."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        await write_down(member)
        return lambda: begin(member, words, **options)

    return ready


async def choose_log(scene: Scene, member: StageMember) -> Begin:
    return lambda: begin(member, "etoile-admin log", channel=log_of(member).channel_id)


async def end_log(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    return pressing(member, member.answer(await member.slash("etoile-admin log")), ":log-off")


async def lower(scene: Scene, member: StageMember) -> Begin:
    """Less may be said than before, where an answer was shared that says more."""
    await write_down(member)
    await member.slash("progress set", episode=8)
    await member.slash("etoile-admin horizon", episode="8", server=True)
    await settle(pressing(member, member.answer(await member.slash("recap episode", number=5)), "recaps:share:"))
    await standing_card(member, "recaps:mine:")
    return lambda: begin(member, "etoile-admin horizon", episode="0", server=True)


async def covered(scene: Scene, member: StageMember) -> bool:
    shared = [one for one in all_public(member) if "recaps:mine:" in ids_on(one)]
    return len(shared) == 1 and "Covered" in visible_text(shared[0])


async def not_covered(scene: Scene, member: StageMember) -> bool:
    return not await covered(scene, member) and await standing("recaps:mine:")(scene, member)


LOWERED = shows("etoile-admin horizons", "Everywhere else** · none of the plot")


# -- notes


async def noted(member: StageMember) -> Wire:
    """The list with one note."""
    await write_down(member)
    await member.slash("etoile-admin note", text="A petition is running")
    return member.answer(await member.slash("etoile-admin notes"))


async def reword_note(scene: Scene, member: StageMember) -> Begin:
    return filling(member, await settle(pressing(member, await noted(member), ":note-edit:")), "Two petitions")


async def open_note(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    await member.slash("progress set", episode=8)
    await member.slash("etoile-admin note", text="The restaurant of lookalikes")
    return pressing(member, member.answer(await member.slash("etoile-admin notes")), ":note-open:")


async def remove_note(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await noted(member), ":note-remove:")


# -- the wizard


async def page(member: StageMember, name: str) -> Wire:
    """A page of the wizard."""
    await write_down(member)
    panel = member.answer(await member.slash("etoile-admin setup"))
    if name != "start":
        await member.choose(panel, name, menu="v1:setup:go")
    return member.stage.world.find_message(panel["id"])


def wizard(name: str, part: str, *values: str) -> Ready:
    """A choice, or a press, on a page of the wizard."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        panel = await page(member, name)
        return choosing(member, panel, part, values) if values else pressing(member, panel, part)

    return ready


def place(use: str) -> Ready:
    """The channel for cards is chosen."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        return choosing(member, await page(member, "channels"), f":place:{use}", [log_of(member).channel_id])

    return ready


async def place_of_log(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    panel = await page(member, "log")
    return choosing(member, panel, ":place:log", [member.channel_id])


async def choose_hosts(scene: Scene, member: StageMember) -> Begin:
    guild_id = member.stage.world.channels[member.channel_id]["guild_id"]
    role = member.stage.add_role(guild_id, name="Corps de ballet")
    return choosing(member, await page(member, "hosts"), ":hosts", [role["id"]])


async def type_city(scene: Scene, member: StageMember) -> Begin:
    return filling(member, await settle(pressing(member, await page(member, "zone"), ":city")), "Lyon")


async def propose(scene: Scene, member: StageMember) -> Begin:
    guild_id = member.stage.world.channels[member.channel_id]["guild_id"]
    member.stage.add_channel(guild_id, name="ep-3-talk")
    return pressing(member, await page(member, "start"), ":proposed")


async def test_card(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await page(member, "check"), "setup:test")


async def remove_test_card(scene: Scene, member: StageMember) -> Begin:
    await settle(await test_card(scene, member))
    return pressing(member, await standing_card(member, "setup:remove"), "setup:remove")


# -- AutoMod


def rules_of(member: StageMember) -> list[Wire]:
    """AutoMod's rules on the member's server."""
    world = member.stage.world
    return list(world.automod[world.channels[member.channel_id]["guild_id"]].values())


async def guarded(scene: Scene, member: StageMember) -> bool:
    """Each rule stands there once, and tells."""
    names = [rule["name"] for rule in rules_of(member)]
    return bool(names) and len(set(names)) == len(names) and all(rule["enabled"] for rule in rules_of(member))


async def unguarded(scene: Scene, member: StageMember) -> bool:
    return not rules_of(member)


async def switch_guard_on(scene: Scene, member: StageMember) -> Begin:
    """The bot may make rules of AutoMod here."""
    world = member.stage.world
    guild_id = world.channels[member.channel_id]["guild_id"]
    role = world.roles[guild_id][world.members[guild_id][world.bot_id]["roles"][0]]
    role["permissions"] = str(int(role["permissions"]) | P.MANAGE_GUILD)
    return await logged("etoile-admin guard", mode="tell")(scene, member)


async def switch_guard_off(scene: Scene, member: StageMember) -> Begin:
    await settle(await switch_guard_on(scene, member))
    return lambda: begin(member, "etoile-admin guard", mode="off")


async def mend_guard(scene: Scene, member: StageMember) -> Begin:
    await settle(await switch_guard_on(scene, member))
    await asyncio.sleep(120)
    rules_of(member)[0]["enabled"] = False
    return pressing(member, member.answer(await member.slash("etoile-admin guard")), ":guard:mend")


def start_page(text: str) -> object:
    """The first page of the wizard says so."""
    return shows("etoile-admin setup", text)


LOG = "the log"
GUARD = shows("etoile-admin guard", "AutoMod reports")
DEEDS = (
    Deed(name="horizon", ready=logged("etoile-admin horizon", episode="3", server=True), shown="", who=owner,
         done=chosen, also={LOG: in_log("moved a horizon")}),
    Deed(name="lower a horizon", ready=lower, shown="", who=owner, stored=LOWERED,
         done=both(LOWERED, either(covered, in_log("I could not cover a post of mine"))),
         untouched=both(no(LOWERED), not_covered)),
    Deed(name="titles", ready=logged("etoile-admin titles", titles=1), shown="From now on", who=owner,
         done=start_page("titles shown to everybody"), also={LOG: in_log("opened episode titles")}),
    Deed(name="begin a log", ready=choose_log, shown="From now on", who=owner,
         done=shows("etoile-admin log", "I keep the moderators’ log")),
    Deed(name="end a log", ready=end_log, shown="I’ll note nothing from now on", who=owner,
         done=shows("etoile-admin log", "I’m not keeping a log yet")),
    Deed(name="move a log", ready=place_of_log, shown="", who=owner,
         done=saying("chose this channel for the moderators"),
         untouched=saying("chose this channel for the moderators", 0)),
    Deed(name="switch AutoMod on", ready=switch_guard_on, shown="AutoMod reports", who=owner,
         done=both(GUARD, guarded), untouched=both(no(GUARD), unguarded), also={LOG: in_log("set AutoMod to report")}),
    Deed(name="switch AutoMod off", ready=switch_guard_off, shown="AutoMod is off", who=owner,
         done=both(no(GUARD), either(unguarded, shows("etoile-admin guard", "Some of my rules are still there"))),
         untouched=both(GUARD, guarded), also={LOG: in_log("switched AutoMod off")}),
    Deed(name="mend AutoMod", ready=mend_guard, shown="", who=owner, done=guarded),
    Deed(name="note", ready=logged("etoile-admin note", text="A petition is running"), shown="Noted", who=owner,
         done=shows("etoile-admin notes", "A petition"), also={LOG: in_log("put a note from this server")}),
    Deed(name="reword a note", ready=reword_note, shown="Two petitions", who=owner,
         done=shows("etoile-admin notes", "Two petitions"), also={LOG: in_log("changed a note")}),
    Deed(name="open a note", ready=open_note, shown="", who=owner,
         done=no(shows("etoile-admin notes", "Some of its words")), also={LOG: in_log("opened a note")}),
    Deed(name="remove a note", ready=remove_note, shown="none yet", who=owner,
         done=shows("etoile-admin notes", "none yet"), also={LOG: in_log("removed a note")}),
    Deed(name="use the usual", ready=wizard("start", ":usual"), shown="", who=owner,
         done=start_page("America/New_York"),
         untouched=start_page("○ **Time zone**")),
    Deed(name="set what is proposed", ready=propose, shown="", who=owner,
         done=shows("etoile-admin horizons", "1 to 3"), also={LOG: in_log("moved a horizon")},
         untouched=shows("etoile-admin horizons", "No channel")),
    Deed(name="choose a language", ready=wizard("language", ":locale", "fr"), shown="Already saved", who=owner,
         done=start_page("Français")),
    Deed(name="choose a zone", ready=wizard("zone", ":zone", "Europe/Paris"), shown="Already saved", who=owner,
         done=start_page("Paris")),
    Deed(name="type a city", ready=type_city, shown="Already saved", who=owner, done=start_page("Paris")),
    Deed(name="choose a channel", ready=place("parties"), shown="Already saved", who=owner,
         done=start_page("**Channels** · parties")),
    Deed(name="choose hosts", ready=choose_hosts, shown="Already saved", who=owner, done=no(start_page("Everybody"))),
    Deed(name="choose titles", ready=wizard("spoilers", ":titles", "shown"), shown="Already saved", who=owner,
         done=start_page("titles shown to everybody")),
    Deed(name="choose news", ready=wizard("news", ":news:1"), shown="Already saved", who=owner,
         done=start_page("but there is no channel")),
    Deed(name="test card", ready=test_card, shown="", done=standing("setup:remove"), who=owner,
         untouched=standing("setup:remove", 0)),
    Deed(name="remove a test card", ready=remove_test_card, shown="", done=standing("setup:remove", 0), who=owner,
         untouched=standing("setup:remove")),
)  # fmt: skip
