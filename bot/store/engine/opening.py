"""Opening a database: check it, bring it up to the newest revision, hand out the engine that fits its address.

A normal start reads one row and imports neither Alembic nor SQLAlchemy; `bot.store.migrations` does the moving.
"""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

from bot.errors import StartupError
from bot.store.engine import schema
from bot.store.engine.database import Database
from bot.store.engine.sqlite import SqliteDatabase

OLDEST_SQLITE = (3, 35)  # the first with RETURNING


async def open_database(url: str, *, migrate: bool = True, expect_data: bool = False) -> Database:
    """Opens the database of a setting such as `var/etoile.sqlite`, `sqlite:///path` or `postgresql://user@host/name`.

    Brings it up to the newest revision first (`migrate=False`: refuses one that is behind). With `expect_data` an
    empty or missing database is refused instead of created. Raises StartupError with a sentence for the operator.
    """
    if _is_postgres(url):
        from bot.store.engine.postgres import PostgresDatabase  # asyncpg is loaded only where it is used

        await _prepare_postgres(url, migrate=migrate, expect_data=expect_data)
        return await PostgresDatabase.open(url)
    path = schema.sqlite_path(url)
    await asyncio.to_thread(_prepare_sqlite, path, migrate=migrate, expect_data=expect_data)
    return await SqliteDatabase.open(path)


async def migrate(url: str) -> bool:
    """Brings the database at `url` up to HEAD (`etoile db upgrade`). True when there was something to do."""
    if _is_postgres(url):
        return await _prepare_postgres(url, migrate=True, expect_data=False)
    return await asyncio.to_thread(_prepare_sqlite, schema.sqlite_path(url), migrate=True, expect_data=False)


async def is_current(url: str) -> bool:
    """Whether the database at `url` stands at the newest revision. False also when it is missing or cannot be read:
    opening it says why."""
    try:
        if _is_postgres(url):
            from bot.store.engine import postgres  # asyncpg is loaded only where it is used

            return await postgres.stored_revision(url) == schema.HEAD
        path = schema.sqlite_path(url)
        return path.exists() and await asyncio.to_thread(_sqlite_revision, path) == schema.HEAD
    except (StartupError, sqlite3.Error, OSError):
        return False


def _is_postgres(url: str) -> bool:
    return url.startswith(("postgresql://", "postgres://"))


def _prepare_sqlite(path: Path, *, migrate: bool, expect_data: bool) -> bool:
    """Checks the file at `path`, makes it when missing and migrates it. True when it was behind."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StartupError("store-sqlite-old", found=sqlite3.sqlite_version)
    if expect_data and not path.exists():
        raise StartupError("store-empty", place=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        schema.make_private(path)
        revision = _sqlite_revision(path)
        if not schema.is_behind(revision, migrate=migrate, expect_data=expect_data, place=str(path)):
            return False
        if revision is not None:
            _keep_copy(path, path.with_name(f"{path.name}.before-{schema.HEAD}"))
        from bot.store.migrations import runner  # loads Alembic and SQLAlchemy, only when there is work for them

        runner.upgrade_sqlite(path)
    except (sqlite3.Error, OSError) as error:
        raise schema.cannot_open(path, error) from error
    return True


def _sqlite_revision(path: Path) -> str | None:
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    try:
        # Reads the header (is it a database?) and asks for the write lock (may we write here?), changing nothing.
        connection.execute("BEGIN IMMEDIATE")
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        if ("alembic_version",) not in tables:
            if tables:
                raise StartupError("store-foreign", place=str(path))
            return None
        row = connection.execute(schema.READ_REVISION).fetchone()
        return None if row is None else str(row[0])
    finally:
        connection.close()


def _keep_copy(source: Path, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    schema.copy_sqlite(source, part)
    part.replace(target)


async def _prepare_postgres(url: str, *, migrate: bool, expect_data: bool) -> bool:
    """Checks the database at `url` and migrates it. True when it was behind."""
    from bot.store.engine import postgres  # asyncpg is loaded only where it is used

    revision = await postgres.stored_revision(url)
    if not schema.is_behind(revision, migrate=migrate, expect_data=expect_data, place=postgres.place_of(url)):
        return False
    from bot.store.migrations import runner  # loads Alembic and SQLAlchemy, only when there is work for them

    try:
        await asyncio.to_thread(runner.upgrade_postgres, url)
    except postgres.REFUSED as error:
        raise postgres.cannot_open(url, error) from error
    return True
