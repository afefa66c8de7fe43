"""What members do for themselves, and what they share."""

from __future__ import annotations

from bot.stage.payloads import Wire
from bot.stage.server import Stage
from tests.faults.deeds.kit import (
    Begin,
    Ready,
    all_public,
    command,
    filling,
    ids_on,
    in_log,
    kept,
    neighbour,
    opened,
    pressing,
    saying,
    settle,
    shows,
    standing,
    standing_card,
)
from tests.process.deeds import (
    SECRET,
    Deed,
    Look,
    alone,
    in_menu,
    lift,
    log_of,
    owner,
    public,
    standing_openly,
    unveiled,
    veiled,
    write_down,
)
from tests.support.scene import Scene
from tests.support.stage import StageMember, visible_text

FIVE, TWO = shows("progress show", "episodes 1 to 5"), shows("progress show", "episodes 1 and 2")
UNTOLD = shows("progress show", "You haven’t told me")


async def clear(scene: Scene, member: StageMember) -> Begin:
    await member.slash("progress set", episode=5)
    return await command("progress clear")(scene, member)


async def tell(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, member.answer(await member.slash("progress show")), ":tell:5")


async def undo(scene: Scene, member: StageMember) -> Begin:
    await member.slash("progress set", episode=2)
    return pressing(member, member.answer(await member.slash("progress set", episode=5)), ":undo:")


async def tell_below(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, member.answer(await member.slash("etoile cast", who="Cheyenne")), "facts:told:5:")


async def untell_below(scene: Scene, member: StageMember) -> Begin:
    shown = member.answer(await member.slash("etoile cast", who="Cheyenne"))
    return pressing(member, await opened(member, shown, "facts:told:5:"), "facts:untold:")


# -- sharing, covering


async def share(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, member.answer(await member.slash("etoile status")), "facts:share:")


async def recap(member: StageMember) -> Wire:
    await member.slash("progress set", episode=8)
    return member.answer(await member.slash("recap episode", number=1))


async def share_recap(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await recap(member), "recaps:share:")


def shared(part: str) -> Ready:
    """One of the presses of whoever may do something with a shared answer."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        await write_down(member)
        await member.slash("etoile-admin horizon", episode="8", server=True)
        await settle(await share_recap(scene, member))
        offered = await settle(in_menu(member, await standing_card(member, "recaps:mine:"), "Veil"))
        return pressing(member, member.answer(offered), part)

    return ready


async def covered(scene: Scene, member: StageMember) -> bool:
    found = [one for one in all_public(member) if "recaps:mine:" in ids_on(one)]
    return len(found) == 1 and "Covered" in visible_text(found[0])


async def veil_again(scene: Scene, member: StageMember) -> Begin:
    await settle(await lift(scene, member))
    return pressing(member, await standing_card(member, "veil:close:"), "veil:close:")


async def write_veiled(scene: Scene, member: StageMember) -> Begin:
    return filling(member, await member.slash("veil write"), SECRET, "3")


async def lower_veil(scene: Scene, member: StageMember) -> Begin:
    """Its words read as if they spoiled more than was said, and its author says no."""
    words = "Gabin wants to throw a rock through that window"
    shown = member.answer(await settle(filling(member, await member.slash("veil write"), words, "1")))
    return pressing(member, shown, "veil:lower:")


# -- what readers flag


def reader(stage: Stage, name: str) -> StageMember:
    """A member of a server that somebody else owns, in its channel."""
    user = stage.add_user(name)
    guild = stage.add_guild(f"Where {name} reads", stage.add_user(f"Host of {name}")["id"])
    stage.join(guild["id"], user["id"])
    salon = stage.add_channel(guild["id"], name="salon")
    stage.add_channel(guild["id"], name="coulisses")
    return StageMember(stage, user["id"]).at(salon["id"])


async def flag(scene: Scene, member: StageMember) -> Begin:
    world = member.stage.world
    host = StageMember(member.stage, world.guilds[world.channels[member.channel_id]["guild_id"]]["owner_id"])
    await write_down(host.at(member.channel_id))
    message = next(iter(public(member)), None) or host.at(member.channel_id).send(SECRET)
    return filling(member, await settle(in_menu(member, message, "This spoils me")), "3")


async def judge(scene: Scene, member: StageMember) -> Begin:
    """A moderator does, of what somebody else flagged: they are asked in a channel that is open for all of it."""
    stage, guild_id = member.stage, member.stage.world.channels[member.channel_id]["guild_id"]
    room = member.at(stage.add_channel(guild_id, name="after")["id"])
    await member.slash("etoile-admin horizon", episode="8", channel=room.channel_id)
    message = next(iter(public(member)), None) or neighbour(member, "Author").send(SECRET)
    flagging = neighbour(member, "Reader")
    await settle(filling(flagging, await settle(in_menu(flagging, message, "This spoils me")), "3"))
    question = await standing_card(room, "v1:flag:voice:")
    return pressing(room, question, ":1")


def asked(count: int = 1) -> Look:
    """So many questions stand in the log."""

    async def look(scene: Scene, member: StageMember) -> bool:
        world = member.stage.world
        found = world.messages[log_of(member).channel_id].values()
        return sum("v1:flag:voice:" in ids_on(one) for one in found) == count

    return look


async def forget(scene: Scene, member: StageMember) -> Begin:
    await member.slash("progress set", episode=5)
    return pressing(member, member.answer(await member.slash("mydata delete")), "mydata:delete")


FORGOTTEN = shows("mydata show", "Nothing. I keep nothing")
DEEDS = (
    Deed(name="forget my progress", ready=clear, shown="Forgotten", done=UNTOLD, who=alone),
    Deed(name="tell", ready=tell, shown="Noted", done=FIVE, who=alone),
    Deed(name="undo", ready=undo, shown="Undone", done=TWO, who=alone, untouched=FIVE),
    Deed(name="tell below an answer", ready=tell_below, shown="", done=FIVE, who=alone, untouched=UNTOLD),
    Deed(name="take that back", ready=untell_below, shown="", done=UNTOLD, who=alone, untouched=FIVE),
    Deed(name="share an answer", ready=share, shown="", done=saying("shares the answer"), who=alone,
         untouched=saying("shares the answer", 0)),
    Deed(name="share a recap", ready=share_recap, shown="", done=standing("recaps:mine:"), who=alone,
         untouched=standing("recaps:mine:", 0)),
    Deed(name="cover a shared answer", ready=shared("posts:cover:"), shown="covered now", who=owner,
         done=covered, also={"the log": in_log("covered a post of mine")}),
    Deed(name="remove a shared answer", ready=shared("posts:remove:"), shown="That post is gone", who=owner,
         stored=kept(lambda data: not data["shares"]), done=standing("recaps:mine:", 0),
         untouched=standing("recaps:mine:"),
         also={"the log": in_log("removed a post of mine")}),
    Deed(name="veil again", ready=veil_again, shown="Veiled again", done=veiled, who=alone, untouched=unveiled),
    Deed(name="write under a veil", ready=write_veiled, shown="Veiled", done=veiled, who=alone,
         untouched=saying(SECRET, 0)),
    Deed(name="lower a veil", ready=lower_veil, shown="", done=saying("spoils episode 1"), who=alone,
         untouched=saying("spoils episode 1", 0)),
    Deed(name="flag a message", ready=flag, shown="Thank you", done=asked(), who=reader, untouched=asked(0)),
    Deed(name="judge a flagged message", ready=judge, shown="That settles it", done=veiled, who=owner,
         untouched=standing_openly),
    Deed(name="forget me", ready=forget, shown="any more", done=FORGOTTEN, who=alone),
)  # fmt: skip
