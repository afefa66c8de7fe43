"""Servers made by chance, whose members write words that can be recognised, and a judge who knows by a rule of its own
who may ever receive them.

The rule is not the product's: what somebody wrote belongs to a channel and spoils up to an episode. Nobody receives it
who may not view that channel. Alone, they receive it when they have seen as much, or when it may stand openly in that
very channel and they ask there. In public it stands in its channel only, and only while the horizon there allows it;
a message that was veiled stands there covered.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.domain.locale import Locale
from bot.stage.interactions import Invocation
from bot.stage.payloads import Wire
from bot.stage.permissions import P
from bot.stage.watching import StageEvent
from bot.stage.world import EPHEMERAL, LOADING
from tests.leaks.house import House
from tests.support import visible
from tests.support.reading import walk
from tests.support.stage import StageMember

MARKED = re.compile(r"zq\d{6}x")
VIEW, SEND = P.VIEW_CHANNEL, P.SEND_MESSAGES
BEYOND = 9
EVERYWHERE = ""
"""Where words belong that may be read in every channel."""


class Received(AssertionError):
    """Somebody was given words that were not for them."""


@dataclass(slots=True, kw_only=True)
class Words:
    """What a member wrote: its marker, where it belongs, up to which episode it spoils. `veiled`: in a copy of a
    message; `open_to` is then the horizon at which moderators lifted the veil, None while it is drawn."""

    marker: str
    author_id: str
    channel_id: str
    level: int
    poll_id: str = ""
    party_id: str = ""
    message_id: str = ""
    veiled: bool = False
    open_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A server before anything happens: of each channel its horizon (None: the server's) and who is kept out (an
    index: 0 nobody, 1 all without the first role, 2 all without the second, 3 the third member); of each member their
    progress and roles."""

    server: int
    channels: tuple[tuple[int | None, int], ...]
    members: tuple[tuple[int | None, bool, bool], ...]


@dataclass(slots=True, kw_only=True)
class Town:
    """A server by a plan, with what was written on it so far."""

    house: House
    guild_id: str
    owner: str
    channels: list[str]
    members: list[str]
    server: int
    horizons: dict[str, int | None]
    progress: dict[str, int]
    written: dict[str, Words] = field(default_factory=dict[str, Words])
    told: list[str] = field(default_factory=list[str])
    """What happened, for whoever reads a failure."""

    # --- what is true -------------------------------------------------------------------------------------------------
    def horizon(self, channel_id: str) -> int:
        """What may be said openly there."""
        world = self.house.stage.world
        for place in (channel_id, world.channels.get(channel_id, {}).get("parent_id") or ""):
            if (own := self.horizons.get(place)) is not None:
                return own
        return self.server

    def views(self, user_id: str, channel_id: str) -> bool:
        """Whether somebody may view a channel."""
        return channel_id == EVERYWHERE or self.at(user_id, channel_id).actor.may(channel_id, VIEW)

    def may_receive(self, words: Words, user_id: str, asked_in: str) -> bool:
        """Whether somebody may be shown this alone, where they ask."""
        if user_id == words.author_id:
            return True
        if not self.views(user_id, words.channel_id) or words.veiled:
            return False
        if self.progress[user_id] >= words.level:
            return True
        return asked_in == (words.channel_id or asked_in) and self.horizon(asked_in) >= words.level

    def may_stand(self, words: Words, channel_id: str, *, covered: bool) -> bool:
        """Whether this may stand in a public message there."""
        if channel_id != (words.channel_id or channel_id):
            return False
        if not words.veiled:
            return self.horizon(channel_id) >= words.level
        return covered or (words.open_to is not None and self.horizon(channel_id) >= words.open_to)

    # --- judging ------------------------------------------------------------------------------------------------------
    def judge(self, happened: Iterable[StageEvent]) -> None:
        """Everything that was shown to anybody meanwhile."""
        for each in happened:
            kind, _, verb = each.kind.partition(".")
            if verb not in ("create", "update"):
                continue
            channel = self.house.stage.world.channels.get(each.channel_id or "", {})
            if (each.guild_id or channel.get("guild_id")) not in (None, self.guild_id):
                continue  # another town's, where time passes too
            if kind == "message":
                self.judge_message(each.data)
            elif found := self._in(json.dumps(each.data)):
                raise Received(f"{each.kind} names {found[0]}\n{self.story}")
        lines, self.house.lines[:] = list(self.house.lines), []
        for line in lines:
            if MARKED.search(line):
                raise Received(f"a log line: {line[:300]}\n{self.story}")

    def judge_message(self, wire: Wire) -> None:
        """One message of the bot's, as it stands now."""
        world = self.house.stage.world
        if wire["author"]["id"] != world.bot_id or wire["flags"] & LOADING:
            return
        seen = visible.message(wire)
        for attachment in wire["attachments"]:
            stored = world.attachment(attachment["id"])
            if stored is not None:
                seen.add(visible.file(stored.filename, stored.content_type, stored.data, stored.description))
        uncovered = self._in("\n".join(seen.uncovered()))
        all_of_it = self._in("\n".join(seen.everything()) + json.dumps(wire["components"]))
        owner = world.owner_of_ephemeral.get(wire["id"])
        for words in all_of_it:
            if owner is not None:
                if not self.may_receive(words, owner, wire["channel_id"]):
                    raise Received(
                        f"{self.name(owner)} alone in {self.name(wire['channel_id'])}: {words}\n{self.story}"
                    )
            elif not self.may_stand(words, wire["channel_id"], covered=words not in uncovered):
                raise Received(f"in public in {self.name(wire['channel_id'])}: {words}\n{self.story}")

    def judge_private(self, shown: Any, user_id: str, channel_id: str) -> None:
        """Choices and forms."""
        for words in self._in(json.dumps(shown)):
            if not self.may_receive(words, user_id, channel_id):
                raise Received(f"{self.name(user_id)} is offered {words}\n{self.story}")

    def look_around(self) -> None:
        """Everything that stands anywhere on the server."""
        world = self.house.stage.world
        for channel_id, messages in list(world.messages.items()):
            if world.channels.get(channel_id, {}).get("guild_id") == self.guild_id:
                for message in list(messages.values()):
                    if not message["flags"] & EPHEMERAL:
                        self.judge_message(message)

    def _in(self, text: str) -> list[Words]:
        return [self.written[marker] for marker in sorted(set(MARKED.findall(text))) if marker in self.written]

    def name(self, some_id: str) -> str:
        """What an id stands for."""
        if some_id in self.channels:
            return f"channel {self.channels.index(some_id)} (horizon {self.horizon(some_id)})"
        if some_id in self.members:
            return f"member {self.members.index(some_id)} (at {self.progress[some_id]})"
        return "the owner" if some_id == self.owner else some_id

    @property
    def story(self) -> str:
        """What happened so far."""
        return "\n".join(self.told)

    # --- doing --------------------------------------------------------------------------------------------------------
    def at(self, user_id: str, channel_id: str) -> StageMember:
        """Somebody in a channel."""
        return StageMember(self.house.stage, user_id, channel_id)

    async def do(self, what: str, user_id: str, act: Any) -> Invocation:
        """Let somebody use the bot, and judge what it shows."""
        self.told.append(f"{self.name(user_id)}: {what}")
        with self.house.stage.world.watch() as watcher:
            used: Invocation = act()
            invocation = await used.settled()
            await self.house.quiet()
            happened: list[StageEvent] = []
            while not watcher._queue.empty():
                happened.append(watcher._queue.get_nowait())
        if invocation.state == "failed":
            raise AssertionError(f"{what}: {invocation.error}\n{self.story}")
        if invocation.modal is not None:
            self.judge_private(invocation.modal, user_id, invocation.channel_id)
        self.judge(happened)
        return invocation

    async def slash(self, user_id: str, channel_id: str, words: str, **options: Any) -> Invocation:
        """Use a command."""
        from bot.rehearsal.preparation import find

        who = self.at(user_id, channel_id)
        found = find(who.actor, channel_id, words)
        assert found is not None, f"/{words} is not offered"
        shown = f"/{words} {options} in {self.name(channel_id)}"
        return await self.do(shown, user_id, lambda: who.actor.slash(channel_id, found.command_id, found.path, options))

    async def press(
        self, user_id: str, message_id: str, control: str, values: list[str] | None = None
    ) -> Invocation | None:
        """Press a control by the beginning of its id (or choose in it); None where it is not there."""
        world = self.house.stage.world
        message = world.find_message(message_id)
        ids = [part["custom_id"] for part in walk(message["components"]) if _is(part, control)]
        if not ids:
            return None
        actor = self.at(user_id, message["channel_id"]).actor
        if values is None:
            return await self.do(f"presses {control}", user_id, lambda: actor.press(message_id, ids[0]))
        return await self.do(
            f"chooses {values} in {control}", user_id, lambda: actor.select(message_id, ids[0], values)
        )

    async def fill(self, user_id: str, shown: Invocation, values: list[Any]) -> Invocation:
        """Send a form, in the order of its fields."""
        assert shown.modal is not None
        fields = [part for part in walk(shown.modal["components"]) if "custom_id" in part]
        given = {part["custom_id"]: value for part, value in zip(fields, values, strict=False) if value is not None}
        actor = self.at(user_id, shown.channel_id).actor
        return await self.do("sends the form", user_id, lambda: actor.submit(shown.id, given))

    async def type(self, user_id: str, channel_id: str, words: str, option: str) -> None:
        """Type into an option."""
        self.told.append(f"{self.name(user_id)} types into /{words} in {self.name(channel_id)}")
        found = await self.at(user_id, channel_id).autocomplete(words, option, "")
        self.judge_private(found, user_id, channel_id)

    async def pass_time(self, seconds: float) -> None:
        """Let time pass, and whatever is due happen."""
        self.told.append(f"{seconds} seconds pass")
        with self.house.stage.world.watch() as watcher:
            self.house.stage.skip(seconds)
            self.house.clock.offset += timedelta(seconds=seconds)
            for _ in range(6):
                await self.house.app.jobs.run_due()
                await self.house.quiet()
            happened: list[StageEvent] = []
            while not watcher._queue.empty():
                happened.append(watcher._queue.get_nowait())
        self.judge(happened)

    def newest(self, channel_id: str) -> str:
        """The bot's newest public message in a channel."""
        world = self.house.stage.world
        found = [
            message["id"]
            for message in world.messages[channel_id].values()
            if message["author"]["id"] == world.bot_id and not message["flags"] & EPHEMERAL
        ]
        return found[-1] if found else ""


def _is(part: Wire, control: str) -> bool:
    return str(part.get("custom_id") or "").startswith(f"v1:{control}") and not part.get("disabled")


async def build(house: House, plan: Plan) -> Town:
    """The server of a plan."""
    stage = house.stage
    house._count += 1
    number = house._count
    owner = stage.add_user(f"Mayor {number}")["id"]
    guild_id = stage.add_guild(f"Town {number}", owner)["id"]
    roles = [stage.add_role(guild_id, name=f"role {each}", permissions="0")["id"] for each in range(2)]
    members: list[str] = []
    for index, (_, first, second) in enumerate(plan.members):
        user = stage.add_user(f"Citizen {number} {index}")["id"]
        held = [role for role, has in zip(roles, (first, second), strict=True) if has]
        stage.join(guild_id, user, roles=held)
        members.append(user)
    channels: list[str] = []
    for index, (_, kept) in enumerate(plan.channels):
        overwrites = _overwrites(kept, guild_id, roles, members, stage.world.bot_id)
        made = stage.add_channel(guild_id, name=f"place-{number}-{index}", permission_overwrites=overwrites)
        channels.append(made["id"])
        await house._known(guild_id, made["id"])
    house.ignored.add(guild_id)
    town = Town(
        house=house,
        guild_id=guild_id,
        owner=owner,
        channels=channels,
        members=members,
        server=0,
        horizons=dict.fromkeys(channels),
        progress=dict.fromkeys([owner, *members], 0),
    )
    await town.pass_time(0)  # the bot says hello
    await town.slash(owner, channels[0], "etoile-admin horizon", episode=str(plan.server), server=True)
    town.server = plan.server
    for channel_id, (horizon, _) in zip(channels, plan.channels, strict=True):
        if horizon is not None:
            await town.slash(owner, channel_id, "etoile-admin horizon", episode=str(horizon))
            town.horizons[channel_id] = horizon
    for user, (progress, *_) in zip(members, plan.members, strict=True):
        if progress is not None:
            await house.app.progress.tell(int(user), progress)
            town.progress[user] = progress
    await house.app.db.write(_speak_english, int(guild_id), house.clock.now())
    return town


def _overwrites(kept: int, guild_id: str, roles: list[str], members: list[str], bot_id: str) -> list[Wire]:
    bits = str(VIEW | SEND)
    shut = {"id": guild_id, "type": 0, "allow": "0", "deny": str(VIEW)}
    bot = {"id": bot_id, "type": 1, "allow": bits, "deny": "0"}
    if kept in (1, 2):
        return [shut, {"id": roles[kept - 1], "type": 0, "allow": bits, "deny": "0"}, bot]
    if kept == 3 and len(members) > 2:
        return [{"id": members[2], "type": 1, "allow": "0", "deny": str(VIEW)}, bot]
    return []


def _speak_english(guild_id: int, now: Any) -> Any:
    from dataclasses import replace

    from bot.store import guild_settings as places

    yield from places.change_guild(guild_id=guild_id, how=lambda old: replace(old, locale=Locale.EN), at=now)
