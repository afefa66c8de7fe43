"""A stage and the bot on it, for tests that want both anew."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage.server import Stage
from tests.process.quick import quick
from tests.support.scene import up


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    async with foyer_stage() as opened:
        yield opened
        assert opened.unknown_routes == []
        # A test that skips time may skip over a start before the event for it is made: Discord then refuses the event.
        assert [refused for refused in opened.violations if "SCHEDULE_PAST" not in refused] == []


@pytest_asyncio.fixture
async def bot(stage: Stage) -> AsyncIterator[BotProcess]:
    child = quick(stage)
    await up(child)
    yield child
    log = child.log_path.read_text("utf-8", errors="replace")
    await child.stop()
    assert "Traceback" not in log, log[log.index("Traceback") - 500 :][:4000]
