"""Which revision a database has, which one this code needs, and the way from one to the other.

A normal start reads one row and imports neither Alembic nor SQLAlchemy; `bot.store.migrations` does the moving.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from pathlib import Path

from bot.errors import StartupError

REVISIONS = (
    "0001_core",
    "0002_horizons",
    "0003_polls",
    "0004_parties",
    "0005_care",
    "0006_poll_cards",
    "0007_reminder_locale",
)
"""Every revision, oldest first. A test holds them against the files in migrations/versions."""
HEAD = REVISIONS[-1]

READ_REVISION = "SELECT version_num FROM alembic_version"
OLDEST_SQLITE = (3, 35)  # the first with RETURNING


async def migrate(url: str) -> bool:
    """Brings the database at `url` up to HEAD (`etoile db upgrade`). True when there was something to do."""
    if url.startswith(("postgresql://", "postgres://")):
        from bot.store.engine.postgres import prepare_postgres

        return await prepare_postgres(url, migrate=True, expect_data=False)
    return await asyncio.to_thread(prepare_sqlite, sqlite_path(url), migrate=True, expect_data=False)


def is_behind(revision: str | None, *, migrate: bool, expect_data: bool, place: str) -> bool:
    """Whether a database with this stored revision (None: an empty one) must be migrated before use.

    StartupError when it is newer than the code, empty though data is expected, or behind and not to be migrated.
    """
    if revision is None and expect_data:
        raise StartupError("store-empty", place=place)
    if revision is not None and revision not in REVISIONS:
        raise StartupError("store-newer", place=place, found=revision, known=HEAD)
    if revision == HEAD:
        return False
    if not migrate:
        raise StartupError("store-behind", place=place, found=revision or "-", known=HEAD)
    return True


# -- SQLite (blocking: call it in a thread)


def sqlite_path(url: str) -> Path:
    """The file of `sqlite:///relative`, `sqlite:////absolute` or a plain path. StartupError for any other URL."""
    text = url.removeprefix("sqlite:///")
    if not text or "://" in text:
        raise StartupError("store-url-unknown", scheme=url.split(":", 1)[0])
    return Path(text).expanduser()


def prepare_sqlite(path: Path, *, migrate: bool, expect_data: bool) -> bool:
    """Checks the file at `path`, makes it when missing and migrates it. True when it was behind."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StartupError("store-sqlite-old", found=sqlite3.sqlite_version)
    if expect_data and not path.exists():
        raise StartupError("store-empty", place=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        make_private(path)
        revision = _sqlite_revision(path)
        if not is_behind(revision, migrate=migrate, expect_data=expect_data, place=str(path)):
            return False
        if revision is not None:
            _keep_copy(path, path.with_name(f"{path.name}.before-{HEAD}"))
        from bot.store.migrations import runner  # loads Alembic and SQLAlchemy, only when there is work for them

        runner.upgrade_sqlite(path)
    except (sqlite3.Error, OSError) as error:
        raise cannot_open(path, error) from error
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
        row = connection.execute(READ_REVISION).fetchone()
        return None if row is None else str(row[0])
    finally:
        connection.close()


def _keep_copy(source: Path, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    copy_sqlite(source, part)
    part.replace(target)


def make_private(path: Path) -> None:
    """Makes an empty file that only its owner can read, where there is none: it will hold what members said of
    themselves. SQLite gives its side files the same mode."""
    if not path.exists():
        path.touch(mode=0o600)


def copy_sqlite(source: Path, target: Path) -> None:
    """Writes a consistent copy of a database that may be in use to the new file `target`, on the disk when done."""
    make_private(target)
    connection = sqlite3.connect(source, isolation_level=None, timeout=10)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
    with target.open("rb") as copy:
        os.fsync(copy.fileno())


def cannot_open(path: Path, error: Exception) -> StartupError:
    """The sentence for why SQLite or the file system refused."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    place = str(path)
    if code == sqlite3.SQLITE_NOTADB:
        return StartupError("store-not-a-database", place=place)
    if code == sqlite3.SQLITE_FULL or getattr(error, "errno", None) in {28, 122}:  # ENOSPC, EDQUOT
        return StartupError("store-full", place=place)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StartupError("store-locked", place=place)
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM} or isinstance(error, OSError):
        return StartupError("store-not-writable", place=place)
    return StartupError("store-broken", place=place, reason=str(error))
