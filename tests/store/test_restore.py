"""`etoile db restore`: from a backup back to a running bot, and everything that it refuses."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import run
from bot.errors import StartupError
from bot.store.engine.database import Database
from bot.store.engine.opening import open_database
from bot.store.engine.restore import restore
from bot.store.members import load_progress, save_progress

NOW = datetime(2026, 3, 6, tzinfo=UTC)


def with_progress(path: Path, episode: int) -> Path:
    """A database in which member 1 has finished this episode."""

    async def make() -> None:
        db = await open_database(f"sqlite:///{path}")
        await db.write(save_progress, user_id=1, episode=episode, at=NOW)
        await db.close()

    asyncio.run(make())
    return path


def progress_in(path: Path) -> int | None:
    async def look() -> int | None:
        db = await open_database(f"sqlite:///{path}")
        try:
            return await db.read(load_progress, user_id=1)
        finally:
            await db.close()

    return asyncio.run(look())


def test_a_backup_of_a_running_bot_comes_back(tmp_path: Path) -> None:
    target, backup = tmp_path / "etoile.sqlite3", tmp_path / "backup.sqlite3"

    async def live() -> None:
        db: Database = await open_database(f"sqlite:///{target}")
        await db.write(save_progress, user_id=1, episode=3, at=NOW)
        await db.backup(backup)
        await db.write(save_progress, user_id=1, episode=8, at=NOW)
        await db.close()

    asyncio.run(live())
    kept = restore(f"sqlite:///{target}", backup, force=True)
    assert progress_in(target) == 3
    assert kept is not None
    assert progress_in(kept) == 8
    assert progress_in(backup) == 3


def test_an_empty_place_needs_no_force(tmp_path: Path) -> None:
    backup = with_progress(tmp_path / "backup.sqlite3", 5)
    target = tmp_path / "deep" / "etoile.sqlite3"
    assert restore(f"sqlite:///{target}", backup, force=False) is None
    assert progress_in(target) == 5


def test_a_database_that_is_there_is_not_replaced_without_force(tmp_path: Path) -> None:
    backup, target = with_progress(tmp_path / "backup.sqlite3", 5), with_progress(tmp_path / "etoile.sqlite3", 2)
    with pytest.raises(StartupError, match="store-restore-there"):
        restore(f"sqlite:///{target}", backup, force=False)
    assert progress_in(target) == 2


def test_a_database_in_use_is_not_replaced_even_with_force(tmp_path: Path) -> None:
    backup, target = with_progress(tmp_path / "backup.sqlite3", 5), with_progress(tmp_path / "etoile.sqlite3", 2)

    async def while_running() -> None:
        db = await open_database(f"sqlite:///{target}")
        try:
            with pytest.raises(StartupError, match="store-restore-busy"):
                await asyncio.to_thread(restore, f"sqlite:///{target}", backup, force=True)
            assert await db.read(load_progress, user_id=1) == 2
        finally:
            await db.close()

    asyncio.run(while_running())


def test_what_is_no_database_of_ours_is_refused(tmp_path: Path) -> None:
    target = with_progress(tmp_path / "etoile.sqlite3", 2)
    foreign, text, newer, torn = (tmp_path / name for name in ("foreign", "text", "newer", "torn"))
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    text.write_text("hello " * 1000)
    with_progress(newer, 1)
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_later'")
    connection.close()
    with_progress(torn, 1)
    raw = torn.read_bytes()
    torn.write_bytes(raw[: len(raw) // 2])
    refused = {
        tmp_path / "nowhere": "store-restore-missing",
        foreign: "store-restore-foreign",
        text: "store-restore-foreign",
        newer: "store-restore-newer",
        torn: "store-restore-damaged",
    }
    for file, key in refused.items():
        with pytest.raises(StartupError, match=key):
            restore(f"sqlite:///{target}", file, force=True)
        assert progress_in(target) == 2
    with pytest.raises(StartupError, match="store-restore-postgres"):
        restore("postgresql://nobody@nowhere/none", target, force=True)


def test_the_command_says_what_it_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = with_progress(tmp_path / "backup.sqlite3", 6)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ETOILE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("LANG", "en")
    assert run(["db", "restore", str(backup)]) == 0
    assert "is the database now" in capsys.readouterr().out
    assert run(["db", "restore", str(backup)]) == 1
    assert "--force" in capsys.readouterr().err
    assert run(["db", "restore", str(backup), "--force"]) == 0
    assert "replaced-1" in capsys.readouterr().out
    assert progress_in(tmp_path / "state" / "etoile.sqlite3") == 6
