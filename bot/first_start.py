"""What comes before a first start, or the first one after an upgrade, in a process of its own.

Moving a database and reading the show pack need libraries (SQLAlchemy, Alembic, pydantic) that take 45 MB and are never
needed again while the bot runs: their memory goes with the process.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from bot.content.pack_cache import is_kept, kept_pack
from bot.content.problems import PackError
from bot.errors import StartupError
from bot.resources import data_path
from bot.settings import Settings
from bot.store.engine.opening import is_current, open_database


async def prepare_apart(settings: Settings) -> None:
    """Bring the database up to date and keep the show pack ready, where either is due.

    Whatever fails there is left to opening, which tries again and says why.
    """
    if is_kept(data_path() / "show", settings.state_dir) and await is_current(settings.database):
        return
    told = (str(settings.state_dir), settings.database, settings.expect_data)
    try:
        apart = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.first_start",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
    except OSError:
        return
    await apart.communicate(json.dumps(told).encode())


async def _prepare(state_dir: str, database: str, expect_data: bool) -> None:
    kept_pack(data_path() / "show", Path(state_dir))
    db = await open_database(database, expect_data=expect_data)
    await db.close()


if __name__ == "__main__":
    try:
        asyncio.run(_prepare(*json.load(sys.stdin)))  # not as arguments: an address may hold a password
    except (StartupError, PackError):
        sys.exit(1)
