"""A case: one member in one place, who uses the bot, and the ears that judge all that is shown meanwhile."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.domain.locale import Locale
from bot.stage import direct_messages as direct
from bot.stage.attachments import Upload
from bot.stage.interactions import Invocation
from bot.stage.payloads import Wire
from bot.stage.watching import StageEvent
from bot.stage.world import EPHEMERAL, LOADING
from tests.support import visible
from tests.support.oracle import oracle
from tests.support.reading import walk
from tests.support.stage import PATIENCE, StageMember

if TYPE_CHECKING:
    from tests.leaks.house import House

DIRECT = (1, 3)
SUPPRESS_EMBEDS = 1 << 2
OWN_WORDS = "zyxwort"
"""Part of everything that the scenarios' members write themselves: it must never reach a log line."""
ERROR = "ERROR "
_EPISODES = re.compile(r"(?i)\bepisodes?\D{0,12}(\d)(?:\D{1,6}(\d))?|\bépisodes?\D{0,12}(\d)(?:\D{1,6}(\d))?")


class LeakError(AssertionError):
    """Something was shown that its reader must not see."""


@dataclass(slots=True, kw_only=True)
class Place:
    """A server with one channel of a known horizon."""

    guild_id: str
    channel_id: str
    log_id: str
    owner_id: str
    horizon: int
    locale: Locale
    titles_shown: bool
    beginner_id: str = ""
    covers: int = 0
    """Up to which level what is covered here may go, beyond what its poster was shown: members' own words in a veil,
    the end of a poll."""


@dataclass(slots=True, kw_only=True)
class Case:
    """One member in one place, and the ears."""

    house: House
    place: Place
    member: StageMember
    progress: int | None
    locale: Locale
    heard: int = 0

    # --- who --------------------------------------------------------------------------------------------------------
    @property
    def host(self) -> StageMember:
        """The server's owner, who has seen everything."""
        return StageMember(self.house.stage, self.place.owner_id, self.place.channel_id)

    @property
    def beginner(self) -> StageMember:
        """Somebody who has not started."""
        return StageMember(self.house.stage, self.place.beginner_id, self.place.channel_id)

    async def another(self, progress: int | None) -> StageMember:
        """One more member of this server."""
        member = self.house._person(self.place, self.locale)
        if progress is not None:
            await self.house.app.progress.tell(int(member.id), progress)
        return member

    def between_users(self) -> StageMember:
        """The member in a conversation with the beginner, where the app is there only because they installed it."""
        world = self.house.stage.world
        world.installed_for.add(self.member.id)
        return self.member.at(direct.between(world, self.member.id, self.beginner.id)["id"])

    async def thread(self, horizon: int | None = None) -> StageMember:
        """The member in a new thread of the channel, which a moderator gives a horizon of its own (or not)."""
        made = self.host.actor.create_thread(self.place.channel_id, f"fil {len(self.house.places):b}")
        async with asyncio.timeout(PATIENCE):
            while self.house.bot.get_guild(int(self.place.guild_id)).get_thread(int(made["id"])) is None:  # type: ignore[union-attr]
                await asyncio.sleep(0.002)
        if horizon is not None:
            self.house.places[made["id"]] = replace(self.place, channel_id=made["id"], horizon=horizon)
            await self.slash("etoile-admin horizon", by=self.host.at(made["id"]), episode=str(horizon))
        return self.member.at(made["id"])

    @property
    def level(self) -> int:
        """What the member may see at the beginning of the case."""
        return self.progress or 0

    # --- doing ------------------------------------------------------------------------------------------------------
    async def slash(self, words: str, /, by: StageMember | None = None, **options: Any) -> Invocation:
        """Use a slash command."""
        return await self._do(words, by, lambda who: who.slash(words, **options))

    async def menu(self, message: Wire, name: str, by: StageMember | None = None) -> Invocation:
        """Use a command of a message's menu."""
        return await self._do(name, by, lambda who: who.menu(message, name))

    async def user_menu(self, name: str, on: StageMember, by: StageMember | None = None) -> Invocation:
        """Use a command of a user's menu."""

        async def use(who: StageMember) -> Invocation:
            (command,) = [c for c in who.actor.user_commands(who.channel_id) if name in (c["name"],)]
            return await who.actor.user_command(who.channel_id, command["id"], on.id).settled()

        return await self._do(name, by, use)

    async def type(
        self, words: str, option: str, typed: str, /, by: StageMember | None = None, **options: Any
    ) -> list[Wire]:
        """Type into an option and read what is offered. A choice that is what was typed ("Ask: …") tells nothing."""
        who = by or self.member
        with self.house.stage.world.watch() as watcher:
            found = await who.autocomplete(words, option, typed, **options)
            await self.house.quiet()
            assert not watcher.lost
        told = [choice for choice in found if choice["value"] != typed]
        self._judge(visible.choices(told).everything(), await self._level_of(who.id), f"choices of /{words} {option}")
        self._judge_log()
        return found

    async def press(self, on: Wire | Invocation, control: str, by: StageMember | None = None) -> Invocation:
        """Press the button whose custom id begins with this route ("facts:share"); the first if there are several."""
        message = self.message(on)
        custom_id = self._find(message, control)
        return await self._do(
            self.house.class_of(custom_id) or custom_id,
            by,
            lambda who: self._settled(who.actor.press(message["id"], custom_id)),
            source=message,
            grant=self._announced(message, custom_id) if "anyway" in control else None,
        )

    async def choose(
        self, on: Wire | Invocation, control: str, values: Sequence[str] | None = None, by: StageMember | None = None
    ) -> Invocation:
        """Choose in the menu of this route; without `values` the first option."""
        message = self.message(on)
        custom_id = self._find(message, control)
        menu = next(part for part in walk(message["components"]) if part.get("custom_id") == custom_id)
        chosen = list(values) if values is not None else [menu["options"][0]["value"]]
        return await self._do(
            self.house.class_of(custom_id) or custom_id,
            by,
            lambda who: self._settled(who.actor.select(message["id"], custom_id, chosen)),
            source=message,
        )

    async def submit(self, shown: Invocation, by: StageMember | None = None, **values: Any) -> Invocation:
        """Send a form; values by label or custom id."""
        source = shown.source_message_id
        message = self.house.stage.world.find_message(source) if source else None
        return await self._do("form", by, lambda who: who.submit(shown, **values), source=message)

    async def fill(self, shown: Invocation, values: Sequence[Any], by: StageMember | None = None) -> Invocation:
        """Send a form; values in the order of its fields. None leaves a field as it is."""
        assert shown.modal is not None, f"no form was shown but {shown.state}"
        fields = [part for part in walk(shown.modal["components"]) if "custom_id" in part]
        given = {part["custom_id"]: value for part, value in zip(fields, values, strict=False) if value is not None}
        source = shown.source_message_id
        message = self.house.stage.world.find_message(source) if source else None
        return await self._do("form", by, lambda who: self._settled(who.actor.submit(shown.id, given)), source=message)

    async def skip(self, seconds: float) -> None:
        """Let time pass, and whatever is due happen."""
        with self.house.stage.world.watch() as watcher:
            self.house.stage.skip(seconds)
            self.house.clock.offset += timedelta(seconds=seconds)
            for _ in range(8):  # what is due may make other things due
                await self.house.app.jobs.run_due()
                await self.house.quiet()
            await self._hear(_drained(watcher), shown=self.place.horizon)

    async def say(self, words: str, by: StageMember | None = None, files: list[Upload] | None = None) -> Wire:
        """A member writes a message."""
        return (by or self.member).send(words, files)

    # --- looking ----------------------------------------------------------------------------------------------------
    def message(self, on: Wire | Invocation) -> Wire:
        """The message that an invocation was answered with or redrew, as it is now; or the message itself."""
        if isinstance(on, Invocation):
            message_id = on.message_id or on.source_message_id
            assert message_id is not None, f"no answer: {on.as_wire()}"
            return self.house.stage.world.find_message(message_id)
        return self.house.stage.world.find_message(on["id"])

    def posted(self, channel_id: str | None = None) -> Wire:
        """The bot's newest public message in the channel; its hello on a new server may come at any time."""
        world = self.house.stage.world
        found = [
            message
            for message in world.messages[channel_id or self.place.channel_id].values()
            if message["author"]["id"] == world.bot_id
            and not message["flags"] & EPHEMERAL
            and not self.has(message, "setup:page:start")
        ]
        assert found, "nothing was posted"
        return found[-1]

    def newest(self, control: str) -> Wire:
        """The bot's newest public message on this server that has an enabled control of this route."""
        world = self.house.stage.world
        channels = [c["id"] for c in world.channels.values() if c.get("guild_id") == self.place.guild_id]
        found = [
            message
            for channel_id in channels
            for message in world.messages[channel_id].values()
            if not message["flags"] & EPHEMERAL and self.has(message, control)
        ]
        assert found, f"nothing on this server has {control}"
        return max(found, key=lambda message: int(message["id"]))

    def has(self, on: Wire | Invocation, control: str) -> bool:
        """Whether the message has an enabled control of this route."""
        return any(_is(part, control) and not part.get("disabled") for part in walk(self.message(on)["components"]))

    def options(self, on: Wire | Invocation, control: str) -> list[str]:
        """The values that a menu of this route offers."""
        message = self.message(on)
        custom_id = self._find(message, control)
        menu = next(part for part in walk(message["components"]) if part.get("custom_id") == custom_id)
        return [option["value"] for option in menu["options"]]

    async def look_around(self) -> None:
        """Read all that stands in the channel once more, as its horizon is now."""
        for message in list(self.house.stage.world.messages[self.place.channel_id].values()):
            if not message["flags"] & EPHEMERAL:
                await self._hear_message(message, self.level)

    # --- hearing ----------------------------------------------------------------------------------------------------
    async def _do(
        self,
        name: str,
        by: StageMember | None,
        act: Callable[[StageMember], Any],
        *,
        source: Wire | None = None,
        grant: int | None = None,
    ) -> Invocation:
        who = by or self.member
        before = await self._level_of(who.id)
        with self.house.stage.world.watch() as watcher:
            invocation: Invocation = await act(who)
            await self.house.quiet()
            assert not watcher.lost
            happened = _drained(watcher)
        if invocation.state == "failed":
            raise AssertionError(f"{name}: {invocation.error}")
        self.house.used.add(name)
        had = self.house.granted.get(source["id"], 0) if source is not None and source["flags"] & EPHEMERAL else 0
        shown = max(before, await self._level_of(who.id), had, grant or 0)
        for message_id in (invocation.message_id, invocation.source_message_id, *invocation.followup_ids):
            if message_id is not None and message_id in self.house.stage.world.owner_of_ephemeral:
                self.house.granted[message_id] = max(grant or 0, had)
        if invocation.modal is not None:
            self._judge(visible.form(invocation.modal).everything(), shown, f"form of {name}")
        await self._hear(happened, shown=shown)
        return invocation

    async def _hear(self, happened: list[StageEvent], *, shown: int) -> None:
        for each in happened:
            kind, _, verb = each.kind.partition(".")
            channel = self.house.stage.world.channels.get(each.channel_id or "", {})
            if verb not in ("create", "update") or {each.guild_id, channel.get("guild_id")} & self.house.ignored:
                continue
            if kind == "message":
                await self._hear_message(each.data, shown)
            elif kind == "event":
                self._judge(visible.event(each.data).everything(), 0, "event")
            elif kind in ("thread", "channel"):
                self._judge([str(each.data.get(part) or "") for part in ("name", "topic")], 0, f"name of a {kind}")
            elif kind == "voice":
                self._judge([str(each.data.get("status") or "")], 0, "status of a voice channel")
        self._judge_log()

    async def _hear_message(self, wire: Wire, shown: int) -> None:
        world = self.house.stage.world
        if wire["author"]["id"] != world.bot_id or wire["flags"] & LOADING:
            return
        seen = visible.message(wire)
        for attachment in wire["attachments"]:
            stored = world.attachment(attachment["id"])
            if stored is not None:
                seen.add(visible.file(stored.filename, stored.content_type, stored.data, stored.description))
        if owner := world.owner_of_ephemeral.get(wire["id"]):
            allowed = max(await self._level_of(owner), self.house.granted.get(wire["id"], 0))
            self._judge(seen.everything(), allowed, "ephemeral answer")
            return
        channel = world.channels[wire["channel_id"]]
        if channel["type"] in DIRECT and world.bot_id in world.direct_members(channel):
            (recipient,) = world.direct_members(channel) - {world.bot_id}
            self._judge(seen.everything(), await self._level_of(recipient), "direct message")
            return
        place = self._place_of(channel)
        horizon = place.horizon if place is not None else 0
        titled = place is not None and place.titles_shown
        locale = place.locale if place is not None else self.locale
        votes = any(
            _is(part, "poll:vote") or _is(part, "poll:ballot") or _is(part, "quiz:pick")
            for part in walk(wire["components"])
        )
        self._judge([*seen.pushed, *seen.open], horizon, "public message, open", titled, locale)
        # The answers of a poll or a quiz stand on its buttons: where it spoils no more than the horizon, they may.
        self._judge(seen.named, horizon if votes else 0, "public message, controls and names", titled, locale)
        covers = place.covers if place is not None else 0
        self._judge(seen.covered, max(shown, horizon, covers), "public message, covered", titled, locale)
        self._judge_links(wire)
        if any(oracle().leaks_in(text, horizon, locale.value, titles_shown=titled) for text in seen.covered):
            self._judge_files(wire)

    def _judge_files(self, wire: Wire) -> None:
        """Beside covered plot, a file is covered too: by its name, and in the component that shows it."""
        media = [item for part in walk(wire["components"]) for item in [*part.get("items", []), part]]
        shown = [item for item in media if "media" in item or "file" in item]
        named = [attachment["filename"] for attachment in wire["attachments"]]
        if not all(name.startswith("SPOILER_") for name in named) or not all(item.get("spoiler") for item in shown):
            raise LeakError(f"a file beside covered plot is open: {named}")

    def _judge_links(self, wire: Wire) -> None:
        """Links unfold below plain content unless that is suppressed; what they would unfold, nobody has checked."""
        bare = re.sub(r"<https?://[^\s>]+>", "", wire.get("content") or "")
        if re.search(r"https?://(?!127\.0\.0\.1)", bare) and not wire["flags"] & SUPPRESS_EMBEDS:
            raise LeakError(f"a link that unfolds: {wire['content'][:300]!r}")

    def _place_of(self, channel: Wire) -> Place | None:
        return self.house.places.get(channel["id"]) or self.house.places.get(channel.get("parent_id") or "")

    async def _level_of(self, user_id: str) -> int:
        return await self.house.app.progress.show(int(user_id)) or 0

    def _judge(
        self, texts: Sequence[str], level: int, what: str, titled: bool | None = None, locale: Locale | None = None
    ) -> None:
        self.heard += len(texts)
        shown = self.place.titles_shown if titled is None else titled
        read_in = locale or self.locale
        for text in texts:
            leaks = oracle().leaks_in(text, level, read_in.value, titles_shown=shown)
            if leaks:
                raise LeakError(f"{what}, level {level}, {read_in}: {leaks[:4]} in {text[:400]!r}")

    def _judge_log(self) -> None:
        lines, self.house.lines[:] = list(self.house.lines), []
        for line in lines:
            leaks = [leak for locale in ("en", "fr") for leak in oracle().leaks_in(line, 0, locale)]
            if OWN_WORDS in line:
                leaks.append("a member's own words")
            if line.startswith(ERROR):
                raise AssertionError(f"an error was logged: {line}")
            if leaks:
                raise LeakError(f"log line: {leaks[:4]} in {line[:400]!r}")

    def _announced(self, message: Wire, custom_id: str) -> int:
        """Up to which episode the press says that it will spoil: on its label, else where it stands."""
        label = next(
            part.get("label") or "" for part in walk(message["components"]) if part.get("custom_id") == custom_id
        )
        seen = visible.message(message)
        for text in (label, "\n".join([*seen.open, *seen.pushed])):
            if numbers := [int(n) for found in _EPISODES.findall(text) for n in found if n]:
                return max(numbers)
        raise LeakError(f"nothing says what {label!r} will spoil")

    def _find(self, message: Wire, control: str) -> str:
        fitting = [part for part in walk(message["components"]) if _is(part, control) and not part.get("disabled")]
        has = [part.get("custom_id") for part in walk(message["components"]) if part.get("custom_id")]
        assert fitting, f"no {control} on the message, but {has}"
        return fitting[0]["custom_id"]

    async def _settled(self, invocation: Invocation) -> Invocation:
        return await invocation.settled()


def _drained(watcher: Any) -> list[StageEvent]:
    found: list[StageEvent] = []
    while not watcher._queue.empty():
        found.append(watcher._queue.get_nowait())
    return found


def _is(part: Wire, control: str) -> bool:
    custom_id = str(part.get("custom_id") or "")
    return custom_id == control or custom_id.removeprefix("v1:").startswith(control)
