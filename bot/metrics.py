"""What operators measure: how presses are answered, how Discord takes our calls, how late due work is, how the process
is. Names follow Prometheus' conventions; no value carries a name, an id or a text of a member or a server.

prometheus-client is imported only when somebody measures. What is counted is counted beside the path of a press.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from math import isfinite
from typing import Any

import discord

from bot.bounded import Bounded
from bot.client import EtoileBot
from bot.discordpy.traffic import Call
from bot.errors import StoreUnavailable

LOOK_SECONDS = 1.0
"""How often the event loop's lag is looked at."""
WAITING_KEPT = 4096
"""Interactions whose first answer is waited for; what is never answered falls out."""
ANSWERED = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)
"""Seconds. Discord waits three for a first answer."""
LATE = (1.0, 5.0, 30.0, 60.0, 300.0, 1800.0, 7200.0, 86_400.0)
LAGS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)


class Metrics:
    """Counts while it is begun, and looks up the rest when it is asked for."""

    def __init__(self, bot: EtoileBot) -> None:
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

        self._bot = bot
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._interactions = Counter(
            "etoile_interactions", "Interactions received", ["kind", "what"], registry=registry
        )
        self._answers = Histogram(
            "etoile_answer_seconds", "From an interaction to its first answer", ["kind"], buckets=ANSWERED,
            registry=registry,
        )  # fmt: skip
        self._calls = Counter(
            "etoile_discord_calls", "Calls to Discord by route and status (0: no answer came)", ["route", "status"],
            registry=registry,
        )  # fmt: skip
        self._jobs = Counter(
            "etoile_jobs", "Jobs by kind and what became of them", ["kind", "outcome"], registry=registry
        )
        self._late = Histogram(
            "etoile_job_late_seconds", "From when a job was due to when it was done", ["kind"], buckets=LATE,
            registry=registry,
        )  # fmt: skip
        self._lag = Histogram(
            "etoile_event_loop_lag_seconds", "How late the event loop turns", buckets=LAGS, registry=registry
        )
        self._logged = Counter("etoile_log_records", "Warnings and errors logged", ["level"], registry=registry)
        self._guilds = Gauge("etoile_guilds", "Servers that this process serves", registry=registry)
        self._latency = Gauge("etoile_gateway_latency_seconds", "Heartbeat latency", registry=registry)
        self._waiting = Gauge("etoile_jobs_waiting", "Jobs whose time has not come", registry=registry)
        self._overdue = Gauge("etoile_jobs_overdue", "Jobs whose time has come", registry=registry)
        self._read = Gauge("etoile_database_read_seconds", "How long a small read took just now", registry=registry)
        self._commits = Gauge("etoile_database_commits", "Commits since the start (SQLite)", registry=registry)
        self._handler = _CountingHandler(self._logged)
        self._begun: Bounded[int, tuple[str, float]] = Bounded(WAITING_KEPT)
        self._looking: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Start counting."""
        self._bot.add_listener(self._on_interaction, "on_interaction")
        self._bot.traffic.listener = self._on_call
        self._bot.app.jobs.on_ended = self._on_job
        logging.getLogger().addHandler(self._handler)
        self._looking = asyncio.get_running_loop().create_task(self._look())

    async def end(self) -> None:
        """Stop counting."""
        self._bot.remove_listener(self._on_interaction, "on_interaction")
        self._bot.traffic.listener = self._bot.app.jobs.on_ended = None
        logging.getLogger().removeHandler(self._handler)
        if self._looking is not None:
            self._looking.cancel()
            with suppress(asyncio.CancelledError):
                await self._looking

    async def _on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        kind = interaction.type.name
        self._interactions.labels(kind, what_of(interaction)).inc()
        self._begun[interaction.id] = kind, asyncio.get_running_loop().time()

    def _on_call(self, call: Call) -> None:
        self._calls.labels(call.route, call.status).inc()
        begun = self._begun.pop(call.interaction_id, None) if call.interaction_id else None
        if begun is not None and 200 <= call.status < 300:
            self._answers.labels(begun[0]).observe(asyncio.get_running_loop().time() - begun[1])

    def _on_job(self, kind: str, outcome: str, late: float) -> None:
        self._jobs.labels(kind, outcome).inc()
        if outcome == "done":
            self._late.labels(kind).observe(max(late, 0.0))

    async def _look(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            before = loop.time()
            await asyncio.sleep(LOOK_SECONDS)
            self._lag.observe(max(loop.time() - before - LOOK_SECONDS, 0.0))

    async def exposition(self) -> tuple[bytes, str]:
        """All of it now, in Prometheus' text format, and the content type of that."""
        from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

        self._guilds.set(len(self._bot.guilds))
        latency = self._bot.latency
        self._latency.set(latency if isfinite(latency) else -1)
        before = asyncio.get_running_loop().time()
        try:
            waiting, overdue = await self._bot.app.lifecycle.overall()
            self._read.set(asyncio.get_running_loop().time() - before)
        except StoreUnavailable:
            waiting = overdue = -1
            self._read.set(-1)
        self._waiting.set(waiting)
        self._overdue.set(overdue)
        self._commits.set(getattr(self._bot.app.db, "commits", 0))
        return generate_latest(self._registry), CONTENT_TYPE_LATEST


def what_of(interaction: discord.Interaction[Any]) -> str:
    """The command, or the control by the words of its route: of "v1:poll:vote:123:0" that is "poll:vote"."""
    if interaction.command is not None:
        return interaction.command.qualified_name
    custom_id = str((interaction.data or {}).get("custom_id", ""))
    words = custom_id.split(":")[1:3] if custom_id.startswith("v1:") else ["form"]
    return ":".join(word for word in words if word.replace("-", "").isalpha())[:40]


class _CountingHandler(logging.Handler):
    """Counts what is logged, and keeps nothing of it."""

    def __init__(self, counter: Any) -> None:
        super().__init__(logging.WARNING)
        self._counter = counter

    def emit(self, record: logging.LogRecord) -> None:
        self._counter.labels(record.levelname.lower()).inc()
