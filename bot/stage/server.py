"""The stage: world, gateway and REST behind one loopback port, and the handles by which a rehearsal or test uses it."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.rehearsal import seed as seeding
from bot.rehearsal.clock import StageClock
from bot.stage import threads
from bot.stage.actor import Actor
from bot.stage.faults import Faults
from bot.stage.gateway import MESSAGE_CONTENT, Gateway
from bot.stage.interactions import Interactions
from bot.stage.payloads import Wire
from bot.stage.rest import Rest
from bot.stage.routes import load
from bot.stage.routing import Call
from bot.stage.time_passing import pass_time
from bot.stage.world import TEXT, World

Hook = Callable[[Call], Awaitable[None]]
Seed = Callable[["Stage"], None]

HOST = "127.0.0.1"
HOSTS = frozenset({HOST, "localhost"})
LARGEST_REQUEST = 120 * 1024 * 1024
CALLS_KEPT = 1000
TICK = 1.0


class Stage:
    """A loopback Discord. ``seed`` fills the world; None leaves it empty but for the bot itself."""

    def __init__(self, seed: Seed | None = seeding.foyer, *, token: str | None = None) -> None:
        load()
        self.clock = StageClock()
        self.world = World(self.clock)
        self.token = token or f"stage.{secrets.token_urlsafe(24)}"
        """The bot's token, made anew for every stage: no page in a browser can guess it."""
        self.gateway = Gateway(self.world, self.token)
        self.interactions = Interactions(self.world)
        self.faults = Faults()
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.unknown_routes: list[str] = []
        self.violations: list[str] = []
        self.before_call: list[Hook] = []
        self.after_call: list[Hook] = []
        self.bucket_limit = 100_000
        self.global_per_second: int | None = None
        """Discord's 50 requests a second, when a test wants them."""
        self._second = (0, 0)
        self._rest = Rest(self)
        self._runner: web.ServerRunner | None = None
        self._ticking: asyncio.Task[None] | None = None
        self.application: Wire = seeding.the_bot(self)
        if seed is not None:
            seed(self)

    # --- life ----------------------------------------------------------------------------------------------------
    @property
    def url(self) -> str:
        """``http://127.0.0.1:PORT`` once started."""
        return self.world.url

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes any free one. Raises OSError when the port is taken."""
        runner = web.ServerRunner(
            web.Server(self._handle, request_factory=_request, access_log=None), shutdown_timeout=1.0
        )
        await runner.setup()
        site = web.TCPSite(runner, HOST, port)
        try:
            await site.start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self._ticking = asyncio.ensure_future(self._tick())
        self._move_files(f"http://{HOST}:{runner.addresses[0][1]}")

    def _move_files(self, url: str) -> None:
        """The seed may have stored files before the port was known."""
        before, self.world.url = self.world.url, url
        for channel in self.world.messages.values():
            for message in channel.values():
                for attachment in message["attachments"]:
                    for part in ("url", "proxy_url"):
                        attachment[part] = attachment[part].replace(before, url)

    async def stop(self) -> None:
        """Close every connection and stop listening."""
        self.gateway.drop()
        if self._ticking is not None:
            self._ticking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._ticking
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            pass_time(self.world)

    def skip(self, seconds: float) -> None:
        """Let time pass at once, for the stage only (BotProcess.skip tells the bot too)."""
        self.clock.move(seconds)
        pass_time(self.world)
        self.world.tell("clock", {"offset": self.clock.offset})

    async def __aenter__(self) -> Stage:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if "Origin" in request.headers or urlsplit(f"//{request.host}").hostname not in HOSTS:
            return web.Response(status=403, text="403: The stage is for the bot, not for browsers")
        if path.startswith("/api/"):
            return await self._rest.handle(request)
        if path == "/gateway" or path == "/gateway/":
            return await self.gateway.handle(request)
        if path.startswith("/cdn/attachments/") and (file := self.world.files.get(path.split("/")[4])) is not None:
            return web.Response(body=file.data, content_type=file.content_type.partition(";")[0])
        return web.Response(status=404, text="404: Not Found")

    # --- acting and looking --------------------------------------------------------------------------------------
    def member(self, name_or_id: str) -> Actor:
        """A user to act as, by id, display name or user name. KeyError when there is none."""
        if name_or_id in self.world.users:
            return Actor(self, name_or_id)
        for user_id, user in self.world.users.items():
            if name_or_id in (user.get("global_name"), user["username"]):
                return Actor(self, user_id)
        raise KeyError(name_or_id)

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
        user: Wire = {
            "id": self.world.snowflake(),
            "username": username or name.lower(),
            "discriminator": "0" if not bot else "0001",
            "global_name": None if bot else name,
            "avatar": None,
            "bot": bot,
            "public_flags": 0,
        }
        self.world.users[user["id"]] = user
        self.world.locales[user["id"]] = locale
        return user

    def add_guild(self, name: str, owner_id: str, *, locale: str = "en-US", with_bot: bool = True) -> Wire:
        """A new guild with @everyone, its owner and (usually) the bot with a role of its own."""
        guild = seeding.new_guild(self.world, name, owner_id, locale)
        self.join(guild["id"], owner_id)
        if with_bot:
            self.invite(guild["id"], owner_id)
        return guild

    def invite(self, guild_id: str, by: str) -> None:
        """The bot is added to a guild by a user, with the permissions of the invite link."""
        role = self.add_role(guild_id, name="Étoile", permissions=str(seeding.BOT_PERMISSIONS), managed=True)
        self.join(guild_id, self.world.bot_id, roles=[role["id"]])
        self.world.added_by[guild_id] = by
        self.gateway.joined(guild_id)

    def remove_bot(self, guild_id: str) -> None:
        """The bot is removed from a guild."""
        self.world.dispatch("GUILD_DELETE", {"id": guild_id}, guild_id)
        self.leave(guild_id, self.world.bot_id)

    def join(self, guild_id: str, user_id: str, *, roles: list[str] | None = None, nick: str | None = None) -> Wire:
        """Make a user a member of a guild."""
        member = seeding.new_member(self.world, user_id, roles or [], nick)
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
        role = seeding.new_role(self.world, guild_id, fields)
        self.world.dispatch("GUILD_ROLE_CREATE", {"guild_id": guild_id, "role": role}, guild_id)
        return role

    def add_channel(self, guild_id: str, *, name: str, type: int = TEXT, **fields: Any) -> Wire:  # noqa: A002  wire name
        """A new channel."""
        channel = seeding.new_channel(self.world, guild_id, name, type, fields)
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


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any, loop: Any = None) -> web.BaseRequest:
    """aiohttp's plain request, allowed to be as large as ten files are."""
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop or protocol._loop, client_max_size=LARGEST_REQUEST
    )
