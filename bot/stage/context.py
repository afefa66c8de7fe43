"""What every part of the stage works on: the world, the gateway, the interactions, and the ways to change the world."""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.stage import building, threads
from bot.stage.call import Call
from bot.stage.clock import StageClock
from bot.stage.faults import InjectedFaults
from bot.stage.gateway import MESSAGE_CONTENT, Gateway
from bot.stage.interactions import Interactions
from bot.stage.payloads import Wire, stamp
from bot.stage.world import TEXT, World

Hook = Callable[[Call], Awaitable[None]]
CALLS_KEPT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class StageBot:
    """The bot that the stage is for: its name, and the permissions that its invite link asks for."""

    name: str
    permissions: int


class Context:
    """A Discord in memory. `bot` is whom it serves; `token` its token, made anew unless given."""

    def __init__(self, bot: StageBot, *, token: str | None = None) -> None:
        self.bot = bot
        self.clock = StageClock()
        self.world = World(self.clock)
        self.token = token or f"stage.{secrets.token_urlsafe(24)}"
        """The bot's token, made anew for every stage: no page in a browser can guess it."""
        self.gateway = Gateway(self.world, self.token)
        self.interactions = Interactions(self.world)
        self.faults = InjectedFaults()
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.unknown_routes: list[str] = []
        self.violations: list[str] = []
        self.before_call: list[Hook] = []
        self.after_call: list[Hook] = []
        self.bucket_limit = 100_000
        self.global_per_second: int | None = None
        """Discord's 50 requests a second, when a test wants them."""
        self._second = (0, 0)
        self.application: Wire = building.new_application(self.world, bot.name)

    def channel_named(self, name: str) -> Wire:
        """The first channel or thread of that name. KeyError when there is none."""
        for channel in self.world.channels.values():
            if channel.get("name") == name:
                return channel
        raise KeyError(name)

    def as_bot_reads(self, message: Wire) -> Wire:
        """A message over REST: without the message content intent the words of others are blank."""
        if any(session.intents & MESSAGE_CONTENT for session in self.gateway.sessions.values()):
            return message
        return self.gateway.without_content(message)

    def over_global_limit(self) -> float | None:
        """Seconds to wait when this call is over the global limit, else None."""
        if self.global_per_second is None:
            return None
        now = time.monotonic()
        second, used = self._second
        used = used + 1 if int(now) == second else 1
        self._second = (int(now), used)
        return 1.0 - now % 1.0 if used > self.global_per_second else None

    # --- building the world --------------------------------------------------------------------------------------
    def add_user(self, name: str, *, username: str | None = None, locale: str = "en-US", bot: bool = False) -> Wire:
        """A new user; the display name is ``name``."""
        user = building.new_user(self.world.snowflake(), name, username=username or name.lower(), bot=bot)
        self.world.users[user["id"]] = user
        self.world.locales[user["id"]] = locale
        return user

    def add_guild(self, name: str, owner_id: str, *, locale: str = "en-US", with_bot: bool = True) -> Wire:
        """A new guild with @everyone, its owner and (usually) the bot with a role of its own."""
        guild = building.new_guild(self.world, name, owner_id, locale)
        self.join(guild["id"], owner_id)
        if with_bot:
            self.invite(guild["id"], owner_id, lately=False)
        return guild

    def invite(self, guild_id: str, by: str, *, lately: bool = True) -> None:
        """The bot is added to a guild by a user, with the permissions of the invite link: now, unless it is to have
        been there for long."""
        role = self.add_role(guild_id, name=self.bot.name, permissions=str(self.bot.permissions), managed=True)
        member = self.join(guild_id, self.world.bot_id, roles=[role["id"]])
        if lately:
            member["joined_at"] = stamp(self.clock.now())
        self.world.added_by[guild_id] = by
        self.gateway.joined(guild_id)

    def remove_bot(self, guild_id: str) -> None:
        """The bot is removed from a guild."""
        self.world.dispatch("GUILD_DELETE", {"id": guild_id}, guild_id)
        self.leave(guild_id, self.world.bot_id)

    def join(self, guild_id: str, user_id: str, *, roles: list[str] | None = None, nick: str | None = None) -> Wire:
        """Make a user a member of a guild."""
        member = building.new_member(self.world, user_id, roles or [], nick)
        self.world.members[guild_id][user_id] = member
        self.world.dispatch("GUILD_MEMBER_ADD", member | {"guild_id": guild_id}, guild_id)
        return member

    def leave(self, guild_id: str, user_id: str) -> None:
        """A member leaves the guild (or is removed)."""
        member = self.world.members[guild_id].pop(user_id)
        self.world.tell("member.remove", member | {"guild_id": guild_id}, guild_id=guild_id)
        self.world.dispatch("GUILD_MEMBER_REMOVE", {"guild_id": guild_id, "user": member["user"]}, guild_id)

    def add_role(self, guild_id: str, **fields: Any) -> Wire:
        """A new role below those that are there (the bot's stays on top of new ones)."""
        role = building.new_role(self.world, guild_id, fields)
        self.world.dispatch("GUILD_ROLE_CREATE", {"guild_id": guild_id, "role": role}, guild_id)
        return role

    def add_channel(self, guild_id: str, *, name: str, type: int = TEXT, **fields: Any) -> Wire:  # noqa: A002  wire name
        """A new channel."""
        channel = building.new_channel(self.world, guild_id, name, type, fields)
        threads.announce(self.world, "create", channel)
        return channel

    def delete_channel(self, channel_id: str) -> None:
        """Remove a channel or thread with its messages and, for a channel, its threads."""
        world = self.world
        for thread in [
            c for c in world.channels.values() if c.get("parent_id") == channel_id and "thread_metadata" in c
        ]:
            self.delete_channel(thread["id"])
        channel = world.channels[channel_id]
        threads.announce(world, "delete", channel)
        del world.channels[channel_id]
        world.guild_channels[channel["guild_id"]].pop(channel_id, None)
        for message_id in world.messages.pop(channel_id, {}):
            world.message_channel.pop(message_id, None)
