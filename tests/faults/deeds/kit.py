"""How deeds are got ready and looked at: what stands where others read it, what the bot says when it is asked."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeAlias

from bot.stage.attachments import walk
from bot.stage.interactions import Invocation
from bot.stage.payloads import Wire
from bot.stage.world import EPHEMERAL
from tests.process.deeds import Begin, Look, log_of, public
from tests.support.scene import Scene, begin, control
from tests.support.stage import StageMember, until, visible_text

Ready: TypeAlias = Callable[[Scene, StageMember], Awaitable[Begin]]


# -- looking


def cards(member: StageMember, part: str) -> list[Wire]:
    """The public messages in their channel that have `part` in a custom id."""
    return [one for one in public(member) if part in ids_on(one)]


def ids_on(message: Wire) -> str:
    """All custom ids on a message."""
    return " ".join(str(one.get("custom_id")) for one in walk(message["components"]))


def threads_of(member: StageMember) -> list[StageMember]:
    """The member, in each thread of their channel."""
    world = member.stage.world
    found = world.channels_of(world.channels[member.channel_id]["guild_id"])
    return [member.at(one["id"]) for one in found if one.get("parent_id") == member.channel_id]


def all_public(member: StageMember) -> list[Wire]:
    """What stands in their channel and its threads for everybody."""
    return [one for place in (member, *threads_of(member)) for one in public(place)]


def standing(part: str, count: int = 1) -> Look:
    """So many public messages carry such a control."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return sum(part in ids_on(one) for one in all_public(member)) == count

    return look


def saying(text: str, count: int = 1) -> Look:
    """So many public messages say this."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return sum(text in visible_text(one) for one in all_public(member)) == count

    return look


def written_directly(text: str, count: int = 1) -> Look:
    """So many direct messages from the bot say this."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return sum(text in visible_text(one) for one in member.at("dm").reads()) == count

    return look


def in_log(text: str, count: int = 1) -> Look:
    """So many lines of the moderators' log say this."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return sum(text in visible_text(one) for one in log_of(member).reads()) == count

    return look


def shows(words: str, text: str, **options: object) -> Look:
    """The bot says so when it is asked by this command."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return text in member.text(await member.slash(words, **options))

    return look


def offered(words: str, option: str, text: str) -> Look:
    """Who types this command is offered such a choice."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return any(text in one["name"] for one in await member.autocomplete(words, option, ""))

    return look


def kept(find: Callable[[dict[str, Any]], object]) -> Look:
    """It stands in the file of all that the bot keeps of the member."""

    async def look(scene: Scene, member: StageMember) -> bool:
        answer = member.answer(await member.slash("mydata export"))
        stored = member.stage.world.attachment(answer["attachments"][0]["id"])
        assert stored is not None
        return bool(find(json.loads(stored.data)))

    return look


def both(*looks: Look) -> Look:
    """All of these hold."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return all([await one(scene, member) for one in looks])

    return look


def either(*looks: Look) -> Look:
    """One of these holds at least."""

    async def look(scene: Scene, member: StageMember) -> bool:
        return any([await one(scene, member) for one in looks])

    return look


def no(look: Look) -> Look:
    """It does not hold."""

    async def turned(scene: Scene, member: StageMember) -> bool:
        return not await look(scene, member)

    return turned


# -- getting ready


def pressing(member: StageMember, message: Wire, part: str) -> Begin:
    """A press of the control on a message whose custom id has `part` in it."""
    return lambda: member.actor.press(message["id"], control(message, part))


def choosing(member: StageMember, message: Wire, part: str, values: Sequence[str]) -> Begin:
    """A choice in the menu of a message whose custom id has `part` in it."""
    return lambda: member.actor.select(message["id"], control(message, part), list(values))


def filling(member: StageMember, form: Invocation, *values: Any) -> Begin:
    """Sending a form; values in the order of its fields. None leaves a field as it is."""
    assert form.modal is not None, f"no form was shown but {form.as_wire()}"
    fields = [part["custom_id"] for part in walk(form.modal["components"]) if "custom_id" in part]
    given = {field: value for field, value in zip(fields, values, strict=False) if value is not None}
    return lambda: member.actor.submit(form.id, given)


async def settle(go: Begin) -> Invocation:
    """Do it, and wait for its answer."""
    return await go().settled()


async def opened(member: StageMember, message: Wire, part: str) -> Wire:
    """What a press of this control shows the member."""
    return member.answer(await settle(pressing(member, message, part)))


def now(member: StageMember, message: Wire) -> Wire:
    """A message as it is now."""
    return member.stage.world.find_message(message["id"])


async def standing_card(member: StageMember, part: str) -> Wire:
    """The one public message with such a control, once it is there."""
    found = await until(lambda: [one for one in all_public(member) if part in ids_on(one)], what=f"a card with {part}")
    return found[-1]


def command(words: str, **options: object) -> Ready:
    """A command before which nothing comes."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        return lambda: begin(member, words, **options)

    return ready


def neighbour(member: StageMember, name: str = "Neighbour") -> StageMember:
    """Somebody else on the member's server, in the same channel."""
    user = member.stage.add_user(name)
    member.stage.join(member.stage.world.channels[member.channel_id]["guild_id"], user["id"])
    return StageMember(member.stage, user["id"]).at(member.channel_id)


def idling(member: StageMember) -> Begin:
    """Something harmless: what is looked at happens by itself meanwhile."""
    return lambda: begin(member, "progress show")


def private(member: StageMember) -> list[Wire]:
    """All that only they see."""
    return [one for one in member.reads() if one["flags"] & EPHEMERAL]
