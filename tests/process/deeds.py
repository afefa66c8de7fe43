"""What members and moderators do, one deed for each thing that a feature can do: got ready, begun without waiting, so
that a fault can be put in its way, and looked at afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.stage.attachments import Upload, walk
from bot.stage.interactions import Invocation
from bot.stage.payloads import Wire
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL
from tests.support import visible
from tests.support.scene import Scene, begin, control, guest
from tests.support.stage import StageMember, visible_text

Begin: TypeAlias = Callable[[], Invocation]
Look: TypeAlias = Callable[[Scene, StageMember], Awaitable[bool]]
SECRET = "Gabin takes the train at midnight"
RADIO, TEXT_INPUT = 21, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that a member does once, what they are shown for it, and whether it was done (exactly once)."""

    name: str
    ready: Callable[[Scene, StageMember], Awaitable[Begin]]
    """All that comes before it. May be called again by the same member, who then tries once more."""
    shown: str
    done: Look
    who: Callable[[Stage, str], StageMember] = guest
    untouched: Look | None = None
    """Given for what Discord hears of before it is begun: if that is not heard, nothing has been done."""
    stored: Look | None = None
    """What the bot itself knows, where that can be so although Discord has taken what showed it away."""
    also: Mapping[str, Look] = field(default_factory=dict)
    """What else comes right, by the place where it stands: unless it is refused there for good."""
    keeps: bool = False
    """It only shows something, and `done` is how everything stays."""
    takes: float = 60
    """Seconds until all of it has happened."""
    places: tuple[str, ...] = ()
    """Where faults are put in its way; empty: wherever it calls Discord."""

    async def once(self, scene: Scene, member: StageMember) -> Invocation:
        """From its beginning to its end."""
        return await (await self.ready(scene, member))().settled()


def seen(member: StageMember, invocation: Invocation) -> str:
    """All that the answer shows: a message, or a form."""
    if invocation.modal is not None:
        return "\n".join(visible.form(invocation.modal).everything())
    return member.text(invocation)


async def nothing(scene: Scene, member: StageMember) -> bool:
    """What only shows something leaves nothing to look for."""
    return True


def at_once(go: Callable[[Scene, StageMember], Invocation]) -> Callable[[Scene, StageMember], Awaitable[Begin]]:
    """Nothing comes before it."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        return lambda: go(scene, member)

    return ready


# -- telling, voting, coming


async def told(scene: Scene, member: StageMember) -> bool:
    return "episodes 1 to 5" in member.text(await member.slash("progress show"))


async def voted(scene: Scene, member: StageMember) -> bool:
    return await scene.ballot_of(member) == 0  # a second press would have taken it back


async def seated(scene: Scene, member: StageMember) -> bool:
    return (await scene.people()).count(f"<@{member.id}>") == 1


# -- the veil


def alone(stage: Stage, name: str) -> StageMember:
    """A member in a channel where nobody else writes."""
    channel = stage.add_channel(stage.world.guild_id, name="salon")
    return guest(stage, name).at(channel["id"])


def public(member: StageMember) -> list[Wire]:
    """What stands in the channel for everybody."""
    return [one for one in member.reads() if not one["flags"] & EPHEMERAL]


def in_menu(member: StageMember, message: Wire, name: str) -> Begin:
    """The command that begins with this name, in the menu of a message."""
    offered = member.actor.message_commands(member.channel_id)
    (command,) = [one for one in offered if one["name"].startswith(name)]
    return lambda: member.actor.message_command(command["id"], message["id"])


async def open_form(scene: Scene, member: StageMember) -> Begin:
    return in_menu(member, next(iter(public(member)), None) or member.send(SECRET), "Veil")


async def fill_form(scene: Scene, member: StageMember) -> Begin:
    form = await (await open_form(scene, member))().settled()
    return lambda: fill(member, form)


def fill(member: StageMember, form: Invocation) -> Invocation:
    """Send the form of the veil back."""
    return member.actor.submit(form.id, {_field(form, RADIO): "3"})


async def lift(scene: Scene, member: StageMember) -> Begin:
    if not public(member):
        assert "Veiled." in member.text(await (await fill_form(scene, member))().settled())
    (copy,) = public(member)
    return in_menu(member, copy, "Unveil")


async def standing_openly(scene: Scene, member: StageMember) -> bool:
    return [one["content"] for one in public(member)] == [SECRET]


async def veiled(scene: Scene, member: StageMember) -> bool:
    """One copy, closed, and no original."""
    copies = [visible.message(one) for one in public(member)]
    return len(copies) == 1 and copies[0].covered == [SECRET] and SECRET not in "".join(copies[0].uncovered())


async def unveiled(scene: Scene, member: StageMember) -> bool:
    copies = [visible.message(one) for one in public(member)]
    return len(copies) == 1 and SECRET in copies[0].open


def _field(shown: Invocation, kind: int) -> str:
    """The custom id of a form's one field of that kind."""
    assert shown.modal is not None, shown.as_wire()
    return next(str(part["custom_id"]) for part in walk(shown.modal["components"]) if part["type"] == kind)


# -- what moderators do, each on a server of their own


def owner(stage: Stage, name: str) -> StageMember:
    """Somebody who manages a server of their own, in its channel. Its other channel is for the log."""
    user = stage.add_user(name)
    guild = stage.add_guild(f"House of {name}", user["id"])
    salon = stage.add_channel(guild["id"], name="salon")
    stage.add_channel(guild["id"], name="coulisses")
    return StageMember(stage, user["id"]).at(salon["id"])


def log_of(member: StageMember) -> StageMember:
    """The owner, in the channel for the log."""
    world = member.stage.world
    (channel,) = [
        one for one in world.channels_of(world.channels[member.channel_id]["guild_id"]) if one["name"] == "coulisses"
    ]
    return member.at(channel["id"])


async def write_down(member: StageMember) -> None:
    """Give the server its log."""
    await member.slash("etoile-admin log", channel=log_of(member).channel_id)


async def choose_in_the_wizard(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    panel = member.answer(await member.slash("etoile-admin setup"))
    await member.choose(panel, "spoilers", menu="v1:setup:go")
    return lambda: member.actor.select(panel["id"], "v1:setup:horizon", ["3"])


async def chosen(scene: Scene, member: StageMember) -> bool:
    return "episodes 1 to 3" in member.text(await member.slash("etoile-admin setup"))


async def unchanged(scene: Scene, member: StageMember) -> bool:
    return not await chosen(scene, member)


async def bring_in(scene: Scene, member: StageMember) -> Begin:
    """The server's own export, with another horizon."""
    await write_down(member)
    exported = member.answer(await member.slash("etoile-admin export"))
    stored = member.stage.world.attachment(exported["attachments"][0]["id"])
    assert stored is not None
    document = json.loads(stored.data)
    document["settings"]["horizon"] = 3
    file = Upload(filename="etoile.json", data=json.dumps(document).encode())
    return lambda: begin(member, "etoile-admin import", file=file)


async def confirm(scene: Scene, member: StageMember) -> Begin:
    dry = member.answer(await (await bring_in(scene, member))().settled())
    return lambda: member.actor.press(dry["id"], control(dry, "setup:apply:"))


async def open_report(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    short = member.answer(await member.slash("etoile status"))
    answer = member.answer(await member.press(short, "⋯"))
    return lambda: member.actor.press(answer["id"], control(answer, "care:report:"))


async def report(scene: Scene, member: StageMember) -> Begin:
    form = await (await open_report(scene, member))().settled()
    return lambda: member.actor.submit(form.id, {_field(form, TEXT_INPUT): SECRET})


def reports(member: StageMember) -> int:
    """How many reports the moderators have."""
    return sum("something is wrong" in visible_text(one) for one in log_of(member).reads())


async def reported(scene: Scene, member: StageMember) -> bool:
    return reports(member) == 1


async def not_reported(scene: Scene, member: StageMember) -> bool:
    return reports(member) == 0


FORM = Deed(name="the form of the veil", ready=open_form, shown="does it spoil", done=standing_openly, who=alone)
VEIL = Deed(name="veil", ready=fill_form, shown="Veiled.", done=veiled, who=alone, untouched=standing_openly)
UNVEIL = Deed(name="unveil", ready=lift, shown="Unveiled", done=unveiled, who=alone, untouched=veiled)
SETUP = Deed(name="setup", ready=choose_in_the_wizard, shown="Already saved", done=chosen, who=owner)
STATUS = Deed(
    name="status",
    ready=at_once(lambda _, member: begin(member, "etoile-admin status")),
    shown="How I’m doing here",
    done=nothing,
    who=owner,
)
EXPORT = Deed(
    name="export",
    ready=at_once(lambda _, member: begin(member, "etoile-admin export")),
    shown="SPOILER_etoile-",
    done=nothing,
    who=owner,
)
DRY_RUN = Deed(name="dry run", ready=bring_in, shown="What this file would change", done=unchanged, who=owner)
IMPORT = Deed(name="import", ready=confirm, shown="Done", done=chosen, who=owner)
REPORT_FORM = Deed(name="the form of a report", ready=open_report, shown="What is it?", done=not_reported, who=owner)
REPORT = Deed(
    name="report", ready=report, shown="The moderators have it", done=reported, who=owner, untouched=not_reported
)
DEEDS = (
    Deed(name="facts", ready=at_once(lambda _, m: begin(m, "etoile status")), shown="Cancelled", done=nothing),
    Deed(
        name="progress",
        ready=at_once(lambda _, member: begin(member, "progress set", episode=5)),
        shown="episodes 1 to 5",
        done=told,
    ),
    Deed(name="recaps", ready=at_once(lambda _, m: begin(m, "recap episode", number=1)), shown="Recap", done=nothing),
    Deed(name="polls", ready=at_once(lambda scene, member: scene.vote(member)), shown="New York", done=voted),
    Deed(name="parties", ready=at_once(lambda scene, member: scene.come(member)), shown="", done=seated),
    Deed(name="mydata", ready=at_once(lambda _, m: begin(m, "mydata show")), shown="keep", done=nothing),
    FORM,
    VEIL,
    UNVEIL,
    SETUP,
    STATUS,
    EXPORT,
    DRY_RUN,
    IMPORT,
    REPORT_FORM,
    REPORT,
)
