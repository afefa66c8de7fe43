"""What a supervisor asks: is the process alive, is it ready, and how is it doing. Off unless a port is set.

It listens on 127.0.0.1 only, in a container too (its health check runs inside). prometheus-client is imported only
here, so a bot without the port does not pay for it; what is counted is counted by listeners, outside the path of a
press. No value carries a name, an id or a text of a member or a server.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from math import isfinite
from typing import Any

import discord
from aiohttp import web

from bot.client import EtoileBot
from bot.errors import StartupError, StoreUnavailable

HOST = "127.0.0.1"
LATE = 60
"""Seconds without a heartbeat answered from which the connection counts as lost."""


@asynccontextmanager
async def serving_health(bot: EtoileBot, port: int) -> AsyncGenerator[int]:
    """Serve /healthz, /readyz and /metrics while the block runs, on this port of 127.0.0.1 (0: not at all).

    Yields the port. Raises StartupError("run-port-taken").
    """
    if not port:
        yield 0
        return
    async with listening(bot, port) as bound:
        yield bound


@asynccontextmanager
async def listening(bot: EtoileBot, port: int) -> AsyncGenerator[int]:
    """As `serving_health`, where a port of 0 takes any free one."""
    metrics = _Metrics(bot)
    app = web.Application()
    app.router.add_get("/healthz", _alive)
    app.router.add_get("/readyz", _Ready(bot).answer)
    app.router.add_get("/metrics", metrics.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, HOST, port).start()
        except OSError as error:
            raise StartupError("run-port-taken", port=str(port)) from error
        metrics.begin()
        yield runner.addresses[0][1]
    finally:
        metrics.end()
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


class _Metrics:
    """Counts interactions and warnings, and looks up the rest when it is asked for."""

    def __init__(self, bot: EtoileBot) -> None:
        from prometheus_client import CollectorRegistry, Counter, Gauge

        self._bot = bot
        self._registry = CollectorRegistry()
        self._interactions = Counter("etoile_interactions", "Interactions received", ["kind"], registry=self._registry)
        self._logged = Counter("etoile_log_records", "Warnings and errors logged", ["level"], registry=self._registry)
        self._guilds = Gauge("etoile_guilds", "Servers that this process serves", registry=self._registry)
        self._latency = Gauge("etoile_gateway_latency_seconds", "Heartbeat latency", registry=self._registry)
        self._waiting = Gauge("etoile_jobs_waiting", "Jobs whose time has not come", registry=self._registry)
        self._overdue = Gauge("etoile_jobs_overdue", "Jobs whose time has come", registry=self._registry)
        self._commits = Gauge("etoile_database_commits", "Commits since the start (SQLite)", registry=self._registry)
        self._handler = _CountingHandler(self._logged)

    def begin(self) -> None:
        """Start counting."""
        self._bot.add_listener(self._on_interaction, "on_interaction")
        logging.getLogger().addHandler(self._handler)

    def end(self) -> None:
        """Stop counting."""
        self._bot.remove_listener(self._on_interaction, "on_interaction")
        logging.getLogger().removeHandler(self._handler)

    async def _on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        self._interactions.labels(interaction.type.name).inc()

    async def answer(self, request: web.Request) -> web.Response:
        from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

        self._guilds.set(len(self._bot.guilds))
        latency = self._bot.latency
        self._latency.set(latency if isfinite(latency) else -1)
        try:
            waiting, overdue = await self._bot.app.lifecycle.overall()
        except StoreUnavailable:
            waiting = overdue = -1
        self._waiting.set(waiting)
        self._overdue.set(overdue)
        self._commits.set(getattr(self._bot.app.db, "commits", 0))
        return web.Response(body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


class _CountingHandler(logging.Handler):
    """Counts what is logged, and keeps nothing of it."""

    def __init__(self, counter: Any) -> None:
        super().__init__(logging.WARNING)
        self._counter = counter

    def emit(self, record: logging.LogRecord) -> None:
        self._counter.labels(record.levelname.lower()).inc()
