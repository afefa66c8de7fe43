"""The health port of a real process: alive, ready, measured; on this machine only; off by default."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import psutil

from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage.server import Stage
from tests.process.quick import quick
from tests.support.stage import StageMember


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def running(port: int) -> AsyncIterator[tuple[Stage, BotProcess]]:
    """A bot on a stage with its health port set."""
    stage = foyer_stage()
    await stage.start()
    bot = quick(stage, env={"ETOILE_HEALTH_PORT": str(port)})
    try:
        await bot.start()
        await bot.ready()
        yield stage, bot
    finally:
        await bot.stop()
        await stage.stop()


async def ask(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.text()


async def until_ready(port: int) -> None:
    async with asyncio.timeout(60):
        while (await ask(port, "/readyz"))[0] != 200:
            await asyncio.sleep(0.05)


async def test_alive_ready_and_measured() -> None:
    port = free_port()
    async with running(port) as (stage, _):
        await until_ready(port)
        assert await ask(port, "/healthz") == (200, "ok\n")
        await StageMember(stage, "Camille").slash("progress show")
        status, metrics = await ask(port, "/metrics")
        assert status == 200
        assert 'etoile_interactions_total{kind="application_command",what="progress show"} 1.0' in metrics
        assert 'etoile_answer_seconds_count{kind="application_command"} 1.0' in metrics
        assert 'etoile_discord_calls_total{route="POST /interactions/{id}/{token}/callback",status="2' in metrics
        assert 'etoile_jobs_total{kind="care.sweep",outcome="done"}' in metrics
        assert "process_resident_memory_bytes" in metrics and "etoile_event_loop_lag_seconds_count" in metrics
        assert "etoile_guilds 1.0" in metrics
        assert "etoile_jobs_overdue 0.0" in metrics
        for member in stage.world.users.values():  # no value names anybody
            assert member["id"] not in metrics
            assert member["username"] not in metrics


async def test_not_ready_once_discord_is_gone_but_alive() -> None:
    port = free_port()
    async with running(port) as (stage, _):
        await until_ready(port)
        await stage.stop()
        async with asyncio.timeout(60):
            while (await ask(port, "/readyz"))[0] != 503:
                await asyncio.sleep(0.1)
        assert (await ask(port, "/healthz"))[0] == 200


async def test_it_listens_on_this_machine_only_and_by_default_not_at_all() -> None:
    port = free_port()
    async with running(port) as (_, bot):
        assert listening(bot) == {("127.0.0.1", port)}
    async with running(0) as (_, bot):
        assert listening(bot) == set()


def listening(bot: BotProcess) -> set[tuple[str, int]]:
    """Where the process takes connections."""
    found = psutil.Process(bot.pid).net_connections(kind="tcp")
    return {(each.laddr.ip, each.laddr.port) for each in found if each.status == psutil.CONN_LISTEN}
