"""The stage: world, gateway and REST behind one loopback port."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.stage.actor import Actor
from bot.stage.context import Context, StageBot
from bot.stage.rest import Rest
from bot.stage.routes import load
from bot.stage.time_passing import pass_time

Seed = Callable[[Context], None]

HOST = "127.0.0.1"
HOSTS = frozenset({HOST, "localhost"})
LARGEST_REQUEST = 120 * 1024 * 1024
TICK = 1.0


class Stage(Context):
    """A loopback Discord, served. `seed` fills the world; None leaves it empty but for the bot itself."""

    def __init__(self, bot: StageBot, seed: Seed | None = None, *, token: str | None = None) -> None:
        load()
        super().__init__(bot, token=token)
        self._rest = Rest(self)
        self._runner: web.ServerRunner | None = None
        self._ticking: asyncio.Task[None] | None = None
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

    def member(self, name_or_id: str) -> Actor:
        """A user to act as, by id, display name or user name. KeyError when there is none."""
        if name_or_id in self.world.users:
            return Actor(self, name_or_id)
        for user_id, user in self.world.users.items():
            if name_or_id in (user.get("global_name"), user["username"]):
                return Actor(self, user_id)
        raise KeyError(name_or_id)


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any, loop: Any = None) -> web.BaseRequest:
    """aiohttp's plain request, allowed to be as large as ten files are."""
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop or protocol._loop, client_max_size=LARGEST_REQUEST
    )
