"""What a supervisor asks: is the process alive, is it ready, and how is it doing. Off unless a port is set.

It listens on 127.0.0.1 unless the operator names another address (in containers, that of the inner network, so that a
Prometheus beside the bot can read).
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from math import isfinite

from aiohttp import web

from bot.client import EtoileBot
from bot.errors import StartupError, StoreUnavailable
from bot.metrics import Metrics

LATE = 60
"""Seconds without a heartbeat answered from which the connection counts as lost."""


@asynccontextmanager
async def serving_health(bot: EtoileBot, host: str, port: int) -> AsyncGenerator[int]:
    """Serve /healthz, /readyz and /metrics while the block runs, on this port of `host` (0: not at all).

    Yields the port. Raises StartupError("run-port-taken").
    """
    if not port:
        yield 0
        return
    async with listening(bot, host, port) as bound:
        yield bound


@asynccontextmanager
async def listening(bot: EtoileBot, host: str, port: int) -> AsyncGenerator[int]:
    """As `serving_health`, where a port of 0 takes any free one."""
    metrics = Metrics(bot)
    app = web.Application()
    app.router.add_get("/healthz", _alive)
    app.router.add_get("/readyz", _Ready(bot).answer)
    app.router.add_get("/metrics", _Measured(metrics).answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise StartupError("run-port-taken", port=str(port)) from error
        metrics.begin()
        yield runner.addresses[0][1]
    finally:
        await metrics.end()
        await runner.cleanup()


async def _alive(request: web.Request) -> web.Response:
    """The event loop turns; nothing more is asked, so that a lost network does not get the process killed."""
    return web.Response(text="ok\n")


class _Ready:
    """Whether presses would be answered: connected to Discord, and the database answers."""

    def __init__(self, bot: EtoileBot) -> None:
        self._bot = bot

    async def answer(self, request: web.Request) -> web.Response:
        problems: list[str] = []
        if not self._bot.is_ready() or self._bot.is_closed():
            problems.append("gateway: not connected")
        elif not isfinite(self._bot.latency) or self._bot.latency > LATE:
            problems.append("gateway: no heartbeat is answered")
        try:
            await self._bot.app.lifecycle.overall()
        except StoreUnavailable:
            problems.append("database: does not answer")
        text = "\n".join(problems or ["ready"])
        return web.Response(text=text + "\n", status=503 if problems else 200)


class _Measured:
    """The metrics, as whoever scrapes them gets them."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    async def answer(self, request: web.Request) -> web.Response:
        body, kind = await self._metrics.exposition()
        return web.Response(body=body, headers={"Content-Type": kind})
