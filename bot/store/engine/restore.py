"""Putting a backup in the place of the database, with the bot stopped: checked first, and never without a way back."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from bot.errors import StartupError
from bot.store.engine import schema

SIDE_FILES = ("-wal", "-shm", "-journal")


def restore(url: str, backup: Path, *, force: bool) -> Path | None:
    """Replace the database at `url` by the file `backup`; returns the copy that was kept of what was there before.

    Refuses, as StartupError, what is not a sound database of Étoile, a database that is there already (but for
    `force`), one that is in use, and PostgreSQL. An older revision is fine: the next start migrates it.
    """
    if url.startswith(("postgresql://", "postgres://")):
        raise StartupError("store-restore-postgres")
    target = schema.sqlite_path(url)
    _check(backup)
    kept: Path | None = None
    if target.exists():
        if not force:
            raise StartupError("store-restore-there", place=str(target))
        _check_unused(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        part.unlink(missing_ok=True)
        schema.copy_sqlite(backup, part)
        if target.exists():
            kept = _aside(target)
        for suffix in SIDE_FILES:  # those of the old file must not be read with the new one
            target.with_name(target.name + suffix).unlink(missing_ok=True)
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        if kept is not None and not target.exists():
            kept.replace(target)
        raise StartupError("store-restore-failed", reason=str(error)) from error
    return kept


def _check(backup: Path) -> None:
    """That the file is a sound database of ours, of a revision that this version knows."""
    path = str(backup)
    if not backup.is_file():
        raise StartupError("store-restore-missing", path=path)
    try:
        with contextlib.closing(sqlite3.connect(f"file:{backup.resolve().as_posix()}?mode=ro", uri=True)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            if ("alembic_version",) not in tables or ("progress",) not in tables:
                raise StartupError("store-restore-foreign", path=path)
            row = connection.execute(schema.READ_REVISION).fetchone()
            if row is None or row[0] not in schema.REVISIONS:
                found = "-" if row is None else str(row[0])
                raise StartupError("store-restore-newer", path=path, found=found)
            sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            raise StartupError("store-restore-foreign", path=path) from error
        raise StartupError("store-restore-damaged", path=path, reason=str(error)) from error
    if sound != "ok":
        raise StartupError("store-restore-damaged", path=path, reason=sound)


def _check_unused(target: Path) -> None:
    """That nobody has the database open. In WAL mode every connection holds a lock for as long as it lives."""
    try:
        with contextlib.closing(sqlite3.connect(target, isolation_level=None, timeout=0.5)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise StartupError("store-restore-busy", place=str(target)) from error
        # Whatever else is wrong with the old file is no reason to keep it: it is moved aside, not deleted.


def _aside(target: Path) -> Path:
    """Move the old file away, under the first free name, and return that."""
    number = 1
    while (kept := target.with_name(f"{target.name}.replaced-{number}")).exists():
        number += 1
    target.replace(kept)
    return kept
