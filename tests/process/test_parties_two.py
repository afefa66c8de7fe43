"""Two bot processes on one PostgreSQL: seats are never given twice, and nobody is called twice."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from bot.rehearsal.process import BotProcess
from bot.stage.server import Stage
from tests.process.quick import idle, quick
from tests.process.test_parties import calls, has, newest, plan
from tests.support.postgres import Postgres
from tests.support.stage import StageMember, until


@pytest_asyncio.fixture
async def both(stage: Stage, postgres: Postgres) -> AsyncIterator[tuple[BotProcess, BotProcess]]:
    """Two processes, each with one of two shards, on one database."""
    url = postgres.fresh()
    settings = {"ETOILE_DATABASE_URL": url, "ETOILE_BALLOT_KEY": "0123456789abcdef" * 4}
    found = tuple(quick(stage, env=settings | {"ETOILE_SHARDS": f"{shard}/2"}) for shard in (0, 1))
    for child in found:
        await child.start()
        await child.ready(timeout=40)
    await until(lambda: stage.world.commands, what="the commands")
    yield found[0], found[1]
    for child in found:
        log = child.log_tail()
        await child.stop()
        assert "Traceback" not in log, log


async def skip(both: tuple[BotProcess, BotProcess], seconds: float) -> None:
    """Let time pass for the stage and both processes."""
    await both[0].skip(seconds)
    await both[1].skip(0)


async def test_reminder_and_start_call_each_member_once(stage: Stage, both: tuple[BotProcess, BotProcess]) -> None:
    camille, thread = await plan(stage, "in 20 minutes", "Noor", "Théo")
    here = camille.at(thread)
    await skip(both, 5 * 60 + 2)
    await until(lambda: calls(here, "Camille", "Noor", "Théo"), what="the reminder")
    await skip(both, 15 * 60)
    await until(lambda: any(has(m, ":hosts:") for m in here.reads()), what="the clock")
    await idle(both[0])
    assert len(calls(here, "Camille", "Noor", "Théo")) == 2
    assert sum(has(m, ":hosts:") for m in here.reads()) == 1


async def test_one_of_them_dies_and_the_other_goes_on(stage: Stage, both: tuple[BotProcess, BotProcess]) -> None:
    camille, thread = await plan(stage, "in 20 minutes", "Noor", "Théo", seats=2)
    here = camille.at(thread)
    # The shard of this guild stays, the other process dies; due work belongs to whoever lives.
    shard = (int(stage.world.guild_id) >> 22) % 2
    await both[1 - shard].kill()
    await skip(both, 5 * 60 + 2)
    await until(lambda: calls(here, "Camille", "Noor"), what="the reminder")
    await StageMember(stage, "Noor").press(newest(camille, "answer:going"), "Can’t")
    await until(lambda: calls(here, "Théo"), what="the offer")
    await idle(both[shard])
    assert len(calls(here, "Théo")) == 1
