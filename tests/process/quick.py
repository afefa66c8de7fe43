"""The bot as a process of its own, up in half a second: nothing of ours is changed.

What is left out is what every process of every test would do and wait for alone. discord.py lets five seconds pass
between two sessions, because Discord asks for it, and calls itself ready when no further server has appeared for two
seconds; the stage asks for nothing, and tells of all its servers at once. A new SQLite file is put there with its
tables, and the show pack as it passed its checks. `test_facts_stage.py`, the end by SIGTERM in `test_kills.py` and the
browser's tests start the bot as it is shipped, over nothing.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from bot.rehearsal.process import BotProcess
from bot.stage.server import Stage
from tests.support.begun import FILE, begun

URL = "ETOILE_DATABASE_URL"


def quick(stage: Stage, *, env: Mapping[str, str] | None = None, state_dir: Path | None = None) -> BotProcess:
    """A bot on this stage, to be started; over a new SQLite file unless `env` names another database."""
    bot = BotProcess(
        stage, command=(sys.executable, "-m", "tests.process.quick_bot", "run"), env=env, state_dir=state_dir
    )
    for file in begun().iterdir():
        if file.name != FILE or URL not in bot.env:
            shutil.copy2(file, bot.state_dir)
    return bot


async def idle(bot: BotProcess, *, timeout: float = 20) -> None:
    """Wait until nothing is in hand, due, or due within a second: what is said of it, once or twice, has been said."""
    deadline = time.monotonic() + timeout
    while await _waiting(bot):
        assert time.monotonic() < deadline, f"there was still work after {timeout:g} s"
        await asyncio.sleep(0.02)


async def _waiting(bot: BotProcess) -> int:
    """How many jobs somebody has in hand, or can take up soon."""
    count = f"SELECT COUNT(*) FROM jobs WHERE lease IS NOT NULL OR wake_at <= {bot.stage.clock.ms() + 1000}"
    if URL not in bot.env:
        with closing(sqlite3.connect(bot.state_dir / FILE)) as connection:
            return connection.execute(count).fetchone()[0]
    import asyncpg

    server = await asyncpg.connect(bot.env[URL])
    try:
        return await server.fetchval(count)
    finally:
        await server.close()
