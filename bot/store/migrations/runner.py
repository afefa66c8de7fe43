"""Runs Alembic. Imported only when a database is behind, because it loads SQLAlchemy.

Everything from the present revision to the head happens in one transaction on both databases: an interrupted
migration leaves what was there before.
"""

# asyncpg describes only part of its own types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownLambdaType=false

from __future__ import annotations

import asyncio
import logging
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.store.engine.schema import HEAD

log = logging.getLogger(__name__)


def upgrade_sqlite(path: Path, revision: str = HEAD) -> None:
    """Migrates the file. Raises sqlite3.Error."""
    engine = create_engine("sqlite://", creator=lambda: _connect(path), poolclass=NullPool)
    # The driver's own habit is to commit behind one's back; with isolation_level=None it leaves that to us, and
    # IMMEDIATE makes a second process wait here instead of failing halfway.
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            _upgrade(connection, revision)
    except DBAPIError as error:
        raise error.orig or error from error
    finally:
        engine.dispose()


def upgrade_postgres(url: str, revision: str = HEAD) -> None:
    """Migrates the database at `url` with an event loop of its own. Raises asyncpg's errors."""
    asyncio.run(_upgrade_postgres(url, revision))


async def _upgrade_postgres(url: str, revision: str) -> None:
    import asyncpg

    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(url), poolclass=NullPool
    )
    try:
        async with engine.begin() as connection:
            # Two processes that start at once: the second waits here and then finds nothing left to do.
            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": 0x45746F696C65})
            await connection.run_sync(_upgrade, revision)
    except DBAPIError as error:
        raise getattr(error.orig, "__cause__", None) or error from error
    finally:
        await engine.dispose()


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _upgrade(connection: Connection, revision: str) -> None:
    log.info("bringing the database up to %s", revision)
    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
