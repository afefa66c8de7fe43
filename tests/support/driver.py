"""One way to use the bot, over two worlds: SimCord's in-memory Discord, and the stage with the bot as a process.

Behaviour tests that are written against `Driver` run in both. What one of the worlds cannot do (French, direct
messages of user-installed apps) is tested in the other alone.
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import simcord

from bot.errors import EtoileError
from bot.rehearsal.process import BotProcess
from bot.stage.interactions import Invocation
from bot.stage.permissions import P
from bot.stage.world import EPHEMERAL
from tests.support import visible
from tests.support.reading import walk
from tests.support.stage import StageMember

Wire = dict[str, Any]
FRENCH, ENGLISH = "fr", "en-US"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A message of the bot. `private`: one member alone sees it. `pings`: how many it notifies."""

    wire: Wire
    private: bool
    pings: int
    handle: Any

    @property
    def seen(self) -> visible.Seen:
        """Its texts as Discord's client shows them."""
        return visible.message(self.wire)

    @property
    def open(self) -> str:
        """What is read without a click."""
        return "\n".join([*self.seen.pushed, *self.seen.open])

    @property
    def text(self) -> str:
        """All of it, opened."""
        return "\n".join([*self.seen.pushed, *self.seen.open, *self.seen.covered])

    @property
    def labels(self) -> list[str]:
        """What its enabled buttons say."""
        buttons = [part for part in walk(self.wire["components"]) if part["type"] == 2 and not part.get("disabled")]
        return [part.get("label") or part["emoji"]["name"] for part in buttons]

    @property
    def options(self) -> list[str]:
        """What its menus offer."""
        return [option["label"] for part in walk(self.wire["components"]) for option in part.get("options", [])]


class Driver(ABC):
    """A channel, members in it, and the bot."""

    @abstractmethod
    async def member(self, *, moderator: bool = False) -> Any:
        """Somebody new."""

    @abstractmethod
    async def slash(self, who: Any, words: str, /, **options: Any) -> Reply:
        """Use a command; its answer."""

    @abstractmethod
    async def press(self, who: Any, on: Reply, label: str) -> Reply:
        """Press the button that says `label`; what it answered, or the message that it redrew."""

    @abstractmethod
    async def choose(self, who: Any, on: Reply, label: str) -> Reply:
        """Choose in the message's one menu."""

    @abstractmethod
    async def type(self, who: Any, words: str, option: str, typed: str) -> list[str]:
        """Type into an option; the names that are offered."""

    @abstractmethod
    async def posts(self) -> list[Reply]:
        """What the bot has posted for everybody in the channel, oldest first."""

    @abstractmethod
    async def restart(self) -> None:
        """End the bot and start it anew over the same database."""

    @abstractmethod
    def assert_quiet(self) -> None:
        """Nothing went wrong but what members were told in a sentence."""

    async def pause(self) -> None:
        """As long as a member takes to read an answer: what the bot notes after answering is noted."""
        await asyncio.sleep(0)

    async def horizon(self, episode: int) -> None:
        """A moderator opens the channel up to an episode."""
        margot = await self.member(moderator=True)
        await self.slash(margot, "etoile-admin horizon", episode=str(episode))


class SimCordDriver(Driver):
    """In memory. `renew` closes the bot and the database and gives a new bot over the same file."""

    def __init__(self, env: simcord.Env, guild: Any, channel: Any, renew: Callable[[], Awaitable[Any]]) -> None:
        self._env, self._guild, self._channel, self._renew = env, guild, channel, renew
        self._count = 0

    async def member(self, *, moderator: bool = False) -> Any:
        self._count += 1
        role = [self._guild.create_role("Régie", permissions=_moderating())] if moderator else []
        return self._guild.add_member(self._env.create_user(f"guest{self._count}"), roles=role)

    async def slash(self, who: Any, words: str, /, **options: Any) -> Reply:
        return self._reply(await who.slash(self._channel, words, **options))

    async def press(self, who: Any, on: Reply, label: str) -> Reply:
        posted = len(await self.posts())
        done = await who.click(on.handle, custom_id=_custom_id(on, label))
        now = await self.posts()
        return now[-1] if len(now) > posted else self._reply(done, on)

    async def choose(self, who: Any, on: Reply, label: str) -> Reply:
        menu, value = _option(on, label)
        return self._reply(await who.select(on.handle, [value], custom_id=menu), on)

    async def type(self, who: Any, words: str, option: str, typed: str) -> list[str]:
        return [choice["name"] for choice in await who.autocomplete(self._channel, words, option, typed)]

    async def posts(self) -> list[Reply]:
        found = [message for message in self._channel.history() if message.author.bot and not message.flags.ephemeral]
        return [self._read(message.id, message) for message in found]

    async def restart(self) -> None:
        await self._env.restart_bot(await self._renew())

    def assert_quiet(self) -> None:
        for error in self._env.errors:
            assert isinstance(getattr(error, "original", error), EtoileError), repr(error)

    def _reply(self, done: simcord.InteractionResult, source: Reply | None = None) -> Reply:
        self.assert_quiet()
        shown = done.followups[-1] if done.followups else done.response
        if shown is None:
            assert source is not None, repr(done)
            return self._read(source.handle.id, source.handle)
        return self._read(shown.id, shown)

    def _read(self, message_id: int, handle: Any) -> Reply:
        message = self._env.backend.get_message(self._channel.id, message_id)
        wire = {"content": message.content, "embeds": message.embeds, "components": message.components}
        read = getattr(handle, "message", handle)
        pings = int(read.mention_everyone)  # SimCord counts every name in a panel, whatever is allowed
        return Reply(wire=wire, private=bool(message.flags & EPHEMERAL), pings=pings, handle=handle)


class StageDriver(Driver):
    """The bot as a process of its own, over sockets. Members' Discord speaks `language`, their server English."""

    def __init__(self, bot: BotProcess, *, language: str = ENGLISH) -> None:
        self.bot, self.stage, self.language = bot, bot.stage, language
        self._count = len(self.stage.world.users)
        self.channel_id: str = self.stage.add_channel(self.stage.world.guild_id, name=f"salon-{self._count}")["id"]
        self._read_log = len(bot.log_path.read_text("utf-8"))

    async def member(self, *, moderator: bool = False, channel: str | None = None) -> StageMember:
        self._count += 1
        guild_id = self.stage.world.guild_id
        user = self.stage.add_user(f"Guest {self._count}", locale=self.language)
        roles = [self.stage.add_role(guild_id, name="Régie", permissions=str(int(P.MANAGE_GUILD)))] if moderator else []
        self.stage.join(guild_id, user["id"], roles=[role["id"] for role in roles])
        return StageMember(self.stage, user["id"], channel or self.channel_id)

    async def slash(self, who: StageMember, words: str, /, **options: Any) -> Reply:
        return self._reply(await who.slash(words, **options))

    async def press(self, who: StageMember, on: Reply, label: str) -> Reply:
        return self._reply(await who.press(on.wire, _custom_id(on, label)))

    async def choose(self, who: StageMember, on: Reply, label: str) -> Reply:
        menu, _ = _option(on, label)
        return self._reply(await who.choose(on.wire, label, menu=menu))

    async def type(self, who: StageMember, words: str, option: str, typed: str) -> list[str]:
        return [choice["name"] for choice in await who.autocomplete(words, option, typed)]

    async def posts(self, channel_id: str | None = None) -> list[Reply]:
        world = self.stage.world
        messages = world.messages[channel_id or self.channel_id].values()
        mine = [message for message in messages if message["author"]["id"] == world.bot_id]
        return [_of_wire(message) for message in mine if not message["flags"] & EPHEMERAL]

    async def pause(self) -> None:
        await asyncio.sleep(0.2)

    async def restart(self) -> None:
        await self.bot.kill()
        await self.bot.start()
        await self.bot.ready()

    def assert_quiet(self) -> None:
        log = self.bot.log_path.read_text("utf-8")[self._read_log :]
        assert "ERROR" not in log, log
        assert "Traceback" not in log, log
        assert self.stage.violations == [], self.stage.violations
        assert self.stage.unknown_routes == [], self.stage.unknown_routes

    def _reply(self, done: Invocation) -> Reply:
        assert done.state != "failed", done.error
        followups = [self.stage.world.find_message(message_id) for message_id in done.followup_ids]
        message_id = done.message_id or done.source_message_id
        assert message_id is not None
        return _of_wire(followups[-1] if followups else self.stage.world.find_message(message_id))


def _of_wire(message: Wire) -> Reply:
    pings = len(message["mentions"]) + len(message["mention_roles"]) + int(message["mention_everyone"])
    return Reply(wire=message, private=bool(message["flags"] & EPHEMERAL), pings=pings, handle=message)


def _custom_id(on: Reply, label: str) -> str:
    buttons = [part for part in walk(on.wire["components"]) if part["type"] == 2]
    fitting = [
        part["custom_id"]
        for part in buttons
        if label in (part.get("label") or "") or label == (part.get("emoji") or {}).get("name")
    ]
    exact = [part["custom_id"] for part in buttons if part.get("label") == label]
    found = exact or fitting
    assert len(found) == 1, f"{len(found)} buttons say {label!r}: {on.labels}"
    return str(found[0])


def _option(on: Reply, label: str) -> tuple[str, str]:
    (found,) = [
        (part["custom_id"], option["value"])
        for part in walk(on.wire["components"])
        for option in part.get("options", [])
        if option["label"] == label
    ]
    return found


def _moderating() -> Any:
    import discord

    return discord.Permissions(manage_guild=True)
