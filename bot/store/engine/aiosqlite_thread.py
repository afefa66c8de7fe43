"""The one private corner of aiosqlite that is used, checked at import."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar, cast

import aiosqlite

T = TypeVar("T")


def submit(connection: aiosqlite.Connection, function: Callable[[sqlite3.Connection], T]) -> asyncio.Future[T]:
    """Runs `function` with the raw connection on the connection's own thread; the future gets what comes out.

    aiosqlite has no public way to run more than one statement per hop between threads, and a hop costs more than a
    small statement. So this places (future, function) on the thread's queue, exactly as `Connection._execute` does,
    but without a coroutine around it: a batch must run on when the caller who happened to start it is cancelled.
    """
    inner = cast("Any", connection)
    future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    inner._tx.put_nowait((future, partial(function, inner._conn)))
    return future


def _check_aiosqlite() -> None:
    """Fails at import, with a reason, when a newer aiosqlite has changed what `submit` relies on."""
    connection: Any = aiosqlite.Connection(lambda: sqlite3.connect(":memory:"), 1)
    if not (hasattr(getattr(connection, "_tx", None), "put_nowait") and hasattr(aiosqlite.Connection, "_conn")):
        raise ImportError(
            f"bot.store.engine.aiosqlite_thread does not fit aiosqlite {aiosqlite.__version__}: see submit"
        )


_check_aiosqlite()
