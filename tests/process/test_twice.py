"""Each interaction counts once: when Discord sends it twice, and when two processes of one token both get it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StartupError
from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage.server import Stage
from bot.store.engine import alone
from tests.process.quick import quick
from tests.support.postgres import Postgres
from tests.support.scene import guest, set_up, up


async def test_an_interaction_that_is_sent_twice_counts_once(bot: BotProcess, stage: Stage) -> None:
    scene = await set_up(stage)
    voter, once = guest(stage, "Twice"), stage.world.dispatch

    def twice(event: str, data: Any, guild_id: str | None) -> None:
        for _ in range(2 if event == "INTERACTION_CREATE" else 1):
            once(event, data, guild_id)

    stage.world.dispatch = twice
    await scene.vote(voter).settled()
    stage.world.dispatch = once
    assert await scene.ballot_of(voter) == 0


async def test_two_processes_of_one_token_take_each_interaction_up_once(postgres: Postgres) -> None:
    shared = {"ETOILE_DATABASE_URL": await asyncio.to_thread(postgres.fresh), "ETOILE_BALLOT_KEY": "k" * 40}
    async with foyer_stage() as stage:
        one, other = quick(stage, env=shared), quick(stage, env=shared)
        await up(one)
        scene = await set_up(stage)
        await up(other)
        assert len(stage.gateway.connected) == 2
        voters = [guest(stage, f"Voter {number}") for number in range(8)]
        for voter in voters:
            await scene.vote(voter).settled()
        assert [await scene.ballot_of(voter) for voter in voters] == [0] * len(voters)
        await one.stop()
        await other.stop()


async def test_a_second_process_on_one_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alone, "PATIENCE_SECONDS", 0.4)
    url = f"sqlite:///{tmp_path / 'etoile.sqlite3'}"
    async with alone.alone_on(url):
        with pytest.raises(StartupError, match="store-in-use"):
            async with alone.alone_on(url):
                pass
    async with alone.alone_on(url):
        pass
