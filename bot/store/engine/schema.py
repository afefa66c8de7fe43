"""Which revisions there are, which one this code needs, and where the file of a SQLite database lies."""

from __future__ import annotations

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
    "0008_deliveries",
    "0009_party_rooms",
    "0010_member_texts",
    "0011_server_notes",
    "0012_posts",
    "0013_quiz",
    "0014_handled",
    "0015_party_roles",
    "0016_quiz_nights",
    "0017_quiz_tables",
    "0018_party_waits",
    "0019_guard",
    "0020_time_searches",
    "0021_clubs",
    "0022_club_nudges",
    "0023_club_seasons",
    "0024_flags",
)
"""Every revision, oldest first. A test holds them against the files in migrations/versions."""
HEAD = REVISIONS[-1]

READ_REVISION = "SELECT version_num FROM alembic_version"


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


# -- files of SQLite (blocking: call it in a thread)


def sqlite_path(url: str) -> Path:
    """The file of `sqlite:///relative`, `sqlite:////absolute` or a plain path. StartupError for any other URL."""
    text = url.removeprefix("sqlite:///")
    if not text or "://" in text:
        raise StartupError("store-url-unknown", scheme=url.split(":", 1)[0])
    return Path(text).expanduser()


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
