"""What is done with a club: set up, begun, joined, paused, ended; its rooms and its nudges."""

from __future__ import annotations

import asyncio
import re

from bot.stage.payloads import Wire
from tests.faults.deeds.kit import (
    Begin,
    Look,
    Ready,
    both,
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
)
from tests.process.deeds import Deed, log_of, owner, write_down
from tests.support.scene import Scene, begin
from tests.support.stage import StageMember

DAY = 24 * 3600
BOARD = ":club:programme:"


async def set_up(member: StageMember, **options: object) -> Wire:
    """A club in the making; its panel."""
    await write_down(member)
    await member.slash("party zone", city="Paris")
    return member.answer(await member.slash("club start", **({"first": "in 60 hours"} | options)))


async def stepped(member: StageMember, step: str, **options: object) -> Wire:
    """One step of the set-up."""
    return await opened(member, await set_up(member, **options), f":step:{step}:")


def choice(step: str, part: str, find: str) -> Ready:
    """What is chosen in one step: a channel, by its name, or a role."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        panel = await stepped(member, step)
        world = member.stage.world
        guild_id = world.channels[member.channel_id]["guild_id"]
        if find == "role":
            chosen = member.stage.add_role(guild_id, name="Corps de ballet")["id"]
        elif find == "voice":
            chosen = member.stage.add_channel(guild_id, name="foyer", type=2)["id"]
        else:
            chosen = log_of(member).channel_id
        return choosing(member, panel, part, [chosen])

    return ready


async def choose_pieces(scene: Scene, member: StageMember) -> Begin:
    panel = await stepped(member, "where")
    panel = member.answer(await settle(choosing(member, panel, ":room-place:", [log_of(member).channel_id])))
    return choosing(member, await opened(member, panel, ":step:what:"), ":pieces:", ["pin"])


async def type_first(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    await member.slash("party zone", city="Paris")
    panel = member.answer(await member.slash("club start"))
    form = await settle(pressing(member, panel, ":club:when:"))
    return filling(member, form, "in 60 hours", "every week", "1", "")


async def ask_for_times(scene: Scene, member: StageMember) -> Begin:
    form = await settle(pressing(member, await set_up(member), ":club:times:"))
    return filling(member, form, "tomorrow 20:00 or tomorrow 21:00", "every week")


async def type_seats(scene: Scene, member: StageMember) -> Begin:
    return filling(member, await settle(pressing(member, await stepped(member, "who"), ":seats:")), "4")


async def drop(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await set_up(member), ":club:drop:")


async def begin_set_up(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    await member.slash("party zone", city="Paris")
    return lambda: begin(member, "club start", first="in 60 hours")


async def post(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await stepped(member, "preview"), ":post:")


async def begun(member: StageMember, **options: object) -> Wire:
    """A club that goes on; its board. The member holds it, and has a seat."""
    preview = await stepped(member, "preview", **options)
    await settle(pressing(member, preview, ":post:"))
    return await standing_card(member, BOARD)


async def post_board_anew(scene: Scene, member: StageMember) -> Begin:
    await begun(member)
    await asyncio.sleep(20)
    return lambda: begin(member, "club board")


def another(member: StageMember) -> StageMember:
    """Somebody who is asked of nothing else."""
    return neighbour(member, "Guest")


async def join_by_press(scene: Scene, member: StageMember) -> Begin:
    board = await begun(member)
    await member.slash("club leave")
    return pressing(member, board, ":club:join:1:")


async def join_by_command(scene: Scene, member: StageMember) -> Begin:
    await begun(member)
    await member.slash("club leave")
    return lambda: begin(member, "club join")


async def leave(scene: Scene, member: StageMember) -> Begin:
    await begun(member)
    return lambda: begin(member, "club leave")


async def be_nudged(scene: Scene, member: StageMember) -> Begin:
    await begun(member)
    return pressing(member, member.answer(await member.slash("club programme")), ":club:nudge:1:")


async def stop_asked(member: StageMember) -> Wire:
    await begun(member)
    return member.answer(await member.slash("club stop"))


async def stop(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await stop_asked(member), ":club:stop:")


PAUSE = {"first": "today", "until": "in 3 days"}


async def pause(scene: Scene, member: StageMember) -> Begin:
    await begun(member)
    return lambda: begin(member, "club pause", **PAUSE)


async def resume_by_command(scene: Scene, member: StageMember) -> Begin:
    await settle(await pause(scene, member))
    return lambda: begin(member, "club resume")


async def resume(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, member.answer(await settle(await pause(scene, member))), ":club:resume:")


async def moved_on(scene: Scene, member: StageMember) -> bool:
    """The first evening is more than five days away."""
    found = re.findall(r"<t:(\d+)", member.text(await member.slash("club programme")))
    return min(map(int, found)) * 1000 > member.stage.clock.ms() + 5 * DAY * 1000


# -- rooms


async def evening_over(member: StageMember) -> None:
    """The first evening has been watched; its room opens soon, in the club's own channel."""
    await member.slash("progress clear")
    panel = await stepped(member, "where", first="in 3 minutes", every="every day")
    panel = member.answer(await settle(choosing(member, panel, ":room-place:", [member.channel_id])))
    await settle(pressing(member, await opened(member, panel, ":step:preview:"), ":post:"))
    await standing_card(member, BOARD)
    await asyncio.sleep(200)
    party = (await member.autocomplete("party clock", "party", "Episode 1"))[0]["value"]
    await member.slash("party clock", party=party, do="go")
    await asyncio.sleep(50 * 60)
    await member.slash("party clock", party=party, do="end")


async def room_opens(scene: Scene, member: StageMember) -> Begin:
    await evening_over(member)
    return idling(member)


async def seen_at_the_door(scene: Scene, member: StageMember) -> Begin:
    await evening_over(member)
    await member.slash("progress clear")
    await asyncio.sleep(150)
    room = await standing_card(member, ":let-in:")
    return pressing(member, await opened(member, room, ":let-in:"), ":club:seen:")


def previewed(text: str) -> Look:
    """Who takes the set-up up again reads it."""
    return shows("club start", text)


CLUB = kept(lambda data: data["clubs_hosted"])
NUDGED = kept(lambda data: data["club_nudges"])
COMING = shows("club programme", "you’re coming")
BEGUN = both(standing(BOARD), standing(":answer:"))
BOARD_LOST = in_log("I can’t show the club’s board")
ROOM_LOST = in_log("I can’t open the club’s rooms")
WATCHED = shows("progress show", "episode 1")
LOG = "the log"
DEEDS = (
    Deed(name="begin a club", ready=begin_set_up, shown="8 evenings", done=CLUB, who=owner),
    Deed(name="type a first evening", ready=type_first, shown="8 evenings", done=previewed("The club: 8 evenings"),
         who=owner),
    Deed(name="ask for a club’s time", ready=ask_for_times, shown="When can you?", who=owner,
         done=kept(lambda data: data["times_asked"])),
    Deed(name="choose a club’s place", ready=choice("where", ":place:", "log"), shown="where", who=owner,
         done=no(previewed("nothing")), keeps=True),
    Deed(name="choose a place for rooms", ready=choice("where", ":room-place:", "log"), shown="where", who=owner,
         done=previewed("a room opens in")),
    Deed(name="choose a voice channel", ready=choice("where", ":voice:", "voice"), shown="where", who=owner,
         done=previewed("🔊")),
    Deed(name="choose a club’s pieces", ready=choose_pieces, shown="what", who=owner, done=previewed("No rooms")),
    Deed(name="choose a club’s roles", ready=choice("who", ":club:roles:", "role"), shown="who", who=owner,
         done=previewed("Only for")),
    Deed(name="choose a club’s seats", ready=type_seats, shown="4 seats", who=owner, done=previewed("4 seats")),
    Deed(name="drop a club", ready=drop, shown="Discarded", done=no(CLUB), who=owner),
    Deed(name="start a club", ready=post, shown="", done=BEGUN, who=owner,
         untouched=both(standing(BOARD, 0), standing(":answer:", 0))),
    Deed(name="post a board anew", ready=post_board_anew, shown="The board is in", done=standing(BOARD), who=owner,
         keeps=True),
    Deed(name="join a club", ready=join_by_press, shown="coming to every evening", who=owner, done=COMING),
    Deed(name="join a club by command", ready=join_by_command, shown="coming to every evening", who=owner,
         done=COMING),
    Deed(name="leave a club", ready=leave, shown="no longer", who=owner,
         done=shows("club programme", "Coming to all")),
    Deed(name="be nudged", ready=be_nudged, shown="two days before", who=owner, done=NUDGED),
    Deed(name="stop a club", ready=stop, shown="The club has ended", who=owner,
         stored=shows("party list", "Nothing is planned"),
         done=either(saying("This club has ended"), BOARD_LOST),
         untouched=both(saying("This club has ended", 0), no(BOARD_LOST)), also={LOG: in_log("ended the club")}),
    Deed(name="pause a club", ready=pause, shown="", who=owner, done=moved_on, also={LOG: in_log("paused the club")}),
    Deed(name="end a pause", ready=resume, shown="", who=owner, done=no(moved_on),
         also={LOG: in_log("ended the club’s pause")}),
    Deed(name="end a pause by command", ready=resume_by_command, shown="", who=owner, done=no(moved_on),
         also={LOG: in_log("ended the club’s pause")}),
    Deed(name="a room opens", ready=room_opens, shown="", who=owner, takes=300, places=("the channel",),
         done=either(standing(":let-in:"), ROOM_LOST)),
    Deed(name="seen at the door", ready=seen_at_the_door, shown="", who=owner, done=WATCHED),
)  # fmt: skip
