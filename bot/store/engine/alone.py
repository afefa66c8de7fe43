"""One process to a SQLite file: a second one is refused with a sentence, instead of answering everything twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import IO

from bot.errors import StartupError
from bot.store.engine import schema

PATIENCE_SECONDS = 10.0
"""How long the next process waits for the one before it to end."""
PAUSE_SECONDS = 0.2


@asynccontextmanager
async def alone_on(url: str) -> AsyncGenerator[None]:
    """Holds the database of a setting for this process; does nothing for a PostgreSQL server, which many may share.

    The mark is a lock on a file beside it, which ends with the process, however that ends. Raises StartupError where
    another process has it.
    """
    if url.startswith(("postgresql://", "postgres://")):
        yield
        return
    path = schema.sqlite_path(url)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        held = path.with_name(path.name + ".lock").open("a")
    except OSError as error:
        raise schema.cannot_open(path, error) from error
    with held:
        for _ in range(round(PATIENCE_SECONDS / PAUSE_SECONDS)):
            if _lock(held):
                break
            await asyncio.sleep(PAUSE_SECONDS)
        else:
            raise StartupError("store-in-use", place=str(path))
        yield


def _lock(file: IO[str]) -> bool:
    """Whether the file is ours now. Where the system has no such locks, nobody is refused."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
