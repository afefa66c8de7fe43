"""What only a file can do to us: shared commits, kills, full disks, locks, and files that are none of ours."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import aiosqlite
import pytest

from bot.errors import EtoileError, StartupError, StoreUnavailable
from bot.store import meta
from bot.store.engine import aiosqlite_thread, schema
from bot.store.engine import sqlite as sqlite_module
from bot.store.engine.database import Transaction, sql
from bot.store.engine.opening import open_database
from bot.store.engine.sqlite import SqliteDatabase


@pytest.fixture
def path(tmp_path: Path, migrated_file: Path) -> Path:
    return Path(shutil.copy(migrated_file, tmp_path / "etoile.sqlite3"))


@pytest.fixture
async def file_db(path: Path) -> AsyncIterator[SqliteDatabase]:
    db = await SqliteDatabase.open(path)
    yield db
    await db.close()


def put(key: str, value: str = "x") -> Transaction[None]:
    yield sql("INSERT INTO meta (key, value) VALUES (:key, :value)", key=key, value=value)


def keys_in(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    try:
        return {row[0] for row in connection.execute("SELECT key FROM meta")}
    finally:
        connection.close()


# -- shared commits


async def test_works_that_wait_together_share_a_commit(file_db: SqliteDatabase) -> None:
    await asyncio.gather(*(file_db.write(put, f"key{n}") for n in range(200)))
    assert file_db.commits <= 5


async def test_works_that_come_in_while_one_commits_share_the_next(file_db: SqliteDatabase) -> None:
    async def press(number: int) -> None:
        for _ in range(number % 5):
            await asyncio.sleep(0)
        await file_db.write(put, f"key{number}")

    await asyncio.gather(*(press(n) for n in range(200)))
    assert file_db.commits < 50


async def test_what_was_acknowledged_is_there_after_a_kill(path: Path) -> None:
    """A process acknowledges on its output whatever it stored, and is killed in the middle of it."""
    script = f"""
import asyncio
from bot.store.engine.database import sql
from bot.store.engine.opening import open_database
def put(key):
    yield sql("INSERT INTO meta (key, value) VALUES (:key, 'x')", key=key)
async def press(db, number):
    for count in range(100_000):
        await db.write(put, f"{{number}}-{{count}}")
        print(f"{{number}}-{{count}}", flush=True)
async def main():
    db = await open_database({str(path)!r})
    await asyncio.gather(*(press(db, number) for number in range(16)))
asyncio.run(main())
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        acknowledged = [child.stdout.readline().strip() for _ in range(1_000)]
        child.send_signal(signal.SIGKILL)
        acknowledged += child.stdout.read().split("\n")[:-1]  # a last line without its end was cut off by the kill
    assert len(acknowledged) >= 1_000
    db = await open_database(str(path))  # takes back what the dead process left in its log
    await db.close()
    assert set(acknowledged) <= keys_in(path)


async def test_every_commit_of_the_writer_is_synced(file_db: SqliteDatabase) -> None:
    """Power loss cannot be tried here; the setting that guards against it can be looked at."""

    def settings() -> Transaction[tuple[str, int, int]]:
        mode = yield sql("PRAGMA journal_mode")
        synchronous = yield sql("PRAGMA synchronous")
        keys = yield sql("PRAGMA foreign_keys")
        return mode[0]["journal_mode"], synchronous[0]["synchronous"], keys[0]["foreign_keys"]

    assert await file_db.write(settings) == ("wal", 2, 1)


async def test_a_reader_cannot_write(file_db: SqliteDatabase, path: Path) -> None:
    with pytest.raises(TypeError, match="given to `read`"):
        await file_db.read(put, "key")
    assert "key" not in keys_in(path)


def value(key: str) -> Transaction[str]:
    rows = yield sql("SELECT value FROM meta WHERE key = :key", key=key)
    return rows[0]["value"]


async def test_reads_that_wait_together_get_each_their_own_answer(file_db: SqliteDatabase) -> None:
    await asyncio.gather(*(file_db.write(put, f"key{n}", str(n)) for n in range(50)))
    keys = [f"key{n}" for n in range(50)] + ["none"]
    found = await asyncio.gather(*(file_db.read(value, key) for key in keys), return_exceptions=True)
    assert found[:50] == [str(n) for n in range(50)]
    assert isinstance(found[50], IndexError), "what one of them raises is told to its caller alone"


async def test_what_is_being_read_when_the_database_closes_is_answered(file_db: SqliteDatabase) -> None:
    await file_db.write(put, "key", "here")
    reading = [asyncio.create_task(file_db.read(value, "key")) for _ in range(40)]
    await asyncio.sleep(0)
    await file_db.close()
    async with asyncio.timeout(60):
        assert await asyncio.gather(*reading) == ["here"] * 40


async def test_only_its_owner_reads_the_database_and_its_copies(tmp_path: Path) -> None:
    path = tmp_path / "new" / "etoile.sqlite3"
    db = await open_database(str(path))
    await db.write(put, "key")
    await db.backup(tmp_path / "copy.sqlite3")
    files = [*path.parent.iterdir(), tmp_path / "copy.sqlite3"]
    assert len(files) >= 3, "the database, its log, the copy"
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    await db.close()


# -- faults, and coming back from them


async def test_a_full_disk_acknowledges_nothing_and_passes(file_db: SqliteDatabase, path: Path) -> None:
    """The disk is "full" when the file may not grow; that is the same SQLITE_FULL to the code above."""
    await file_db.write(put, "before")

    def limit(pages: int) -> Transaction[int]:
        rows = yield sql(f"PRAGMA max_page_count = {pages}")
        return rows[0]["max_page_count"]

    await file_db.write(limit, 1)  # at least as many as there are
    answers = await asyncio.gather(
        *(file_db.write(put, f"big{n}", "x" * 100_000) for n in range(20)), return_exceptions=True
    )
    assert any(isinstance(answer, StoreUnavailable) for answer in answers)
    assert all(answer is None or isinstance(answer, StoreUnavailable) for answer in answers)
    assert keys_in(path) == {"before"} | {f"big{n}" for n, answer in enumerate(answers) if answer is None}

    await file_db.write(limit, 1_000_000)
    await file_db.write(put, "after", "x" * 100_000)
    assert await file_db.read(meta.load, "before") == "x"


async def test_a_disk_that_fills_up_under_a_running_process(path: Path) -> None:
    """As above, but the operating system refuses: a child process may write only so many bytes to a file."""
    script = f"""
import asyncio, resource, signal
from bot.errors import StoreUnavailable
from bot.store.engine.database import sql
from bot.store.engine.opening import open_database
def put(key, value):
    yield sql("INSERT INTO meta (key, value) VALUES (:key, :value)", key=key, value=value)
async def main():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    db = await open_database({str(path)!r})
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, resource.RLIM_INFINITY))
    refused = 0
    for number in range(30):
        try:
            await db.write(put, f"big{{number}}", "x" * 50_000)
            print(f"big{{number}}", flush=True)
        except StoreUnavailable:
            refused += 1
    assert refused > 5, refused
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    await db.write(put, "after", "x")
    print("after", flush=True)
    await db.close()
asyncio.run(main())
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    acknowledged = set(done.stdout.split())
    assert "after" in acknowledged
    assert acknowledged == keys_in(path)


async def test_a_lock_held_by_another_program_is_an_outage_that_passes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_module, "BUSY_TIMEOUT_MS", 50)
    db = await open_database(str(path))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answers = await asyncio.gather(*(db.write(put, f"key{n}") for n in range(10)), return_exceptions=True)
    assert all(isinstance(answer, StoreUnavailable) for answer in answers)
    assert await db.read(meta.load, "key0") is None, "reading goes on meanwhile"
    other.execute("ROLLBACK")
    other.close()
    await db.write(put, "after")
    await db.close()
    assert keys_in(path) == {"after"}


# -- opening


@pytest.mark.parametrize("url", ["mysql://host/name", "sqlite:///", ""])
async def test_an_unknown_address_is_refused(url: str) -> None:
    with pytest.raises(StartupError) as caught:
        await open_database(url)
    assert caught.value.key == "store-url-unknown"


async def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "diary.txt"
    path.write_text("Dear diary, today I danced. " * 100)
    before = path.read_bytes()
    with pytest.raises(StartupError) as caught:
        await open_database(str(path))
    assert caught.value.key == "store-not-a-database"
    assert path.read_bytes() == before


async def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE songs (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StartupError) as caught:
        await open_database(str(path))
    assert caught.value.key == "store-foreign"
    assert path.read_bytes() == before


async def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """Root may write everywhere, so the place is one that nobody can write in: below a file, and a directory."""
    (tmp_path / "file").write_text("")
    (tmp_path / "directory").mkdir()
    for path in (tmp_path / "file" / "etoile.sqlite3", tmp_path / "directory"):
        with pytest.raises(StartupError) as caught:
            await open_database(str(path))
        assert caught.value.key == "store-not-writable"


async def test_a_read_only_directory_is_refused(path: Path) -> None:
    """Root may write to what is read-only, so a child process gives up being root first."""
    with tempfile.TemporaryDirectory() as name:
        volume = Path(name)
        shutil.move(path, volume / "etoile.sqlite3")
        (volume / "etoile.sqlite3").chmod(0o444)
        volume.chmod(0o555)
        script = f"""
import asyncio, concurrent.futures.thread, os  # all that root alone may read here is read before
import bot.store.engine.sqlite
from bot.errors import StartupError
from bot.store.engine.opening import open_database
if os.geteuid() == 0:
    os.setuid(65534)
try:
    asyncio.run(open_database({str(volume / "etoile.sqlite3")!r}))
except StartupError as error:
    print(error.key)
"""
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
        volume.chmod(0o755)
    assert done.stdout.strip() == "store-not-writable", done.stderr


def test_what_sqlite_says_becomes_the_right_sentence(tmp_path: Path) -> None:
    """The refusals that cannot be brought about as root."""
    for code, key in (
        (sqlite3.SQLITE_READONLY_DIRECTORY, "store-not-writable"),
        (sqlite3.SQLITE_FULL, "store-full"),
        (sqlite3.SQLITE_BUSY, "store-locked"),
        (sqlite3.SQLITE_CORRUPT, "store-broken"),
    ):
        error = sqlite3.OperationalError("no")
        error.sqlite_errorcode = code
        assert schema.cannot_open(tmp_path, error).key == key
    assert schema.cannot_open(tmp_path, OSError(28, "No space left on device")).key == "store-full"


async def test_an_empty_volume_is_refused_when_data_is_expected(tmp_path: Path) -> None:
    missing = tmp_path / "volume" / "etoile.sqlite3"
    with pytest.raises(StartupError) as caught:
        await open_database(str(missing), expect_data=True)
    assert caught.value.key == "store-empty"
    assert not missing.parent.exists()


def test_a_changed_aiosqlite_is_noticed_at_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(aiosqlite.Connection, "_conn")
    with pytest.raises(ImportError, match="does not fit aiosqlite"):
        aiosqlite_thread._check_aiosqlite()  # pyright: ignore[reportPrivateUsage]


# -- backup


async def test_a_backup_taken_under_load_is_whole(file_db: SqliteDatabase, tmp_path: Path) -> None:
    def both(number: int) -> Transaction[None]:
        yield from put(f"left{number}")
        yield from put(f"right{number}")

    under_way = asyncio.Event()

    async def press(start: int) -> None:
        for number in range(start, start + 40):
            await file_db.write(both, number)
            under_way.set()

    load = [asyncio.create_task(press(start)) for start in range(0, 400, 40)]
    await under_way.wait()
    copy = tmp_path / "copy.sqlite3"
    await file_db.backup(copy)
    await asyncio.gather(*load)
    kept = keys_in(copy)
    assert kept
    assert all((f"left{n}" in kept) == (f"right{n}" in kept) for n in range(400))
    restored = await open_database(str(copy), expect_data=True)
    await restored.close()


async def test_a_backup_never_overwrites_and_says_why_it_failed(file_db: SqliteDatabase, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("precious")
    with pytest.raises(EtoileError) as caught:
        await file_db.backup(tmp_path / "taken")
    assert caught.value.key == "store-backup-exists"
    assert (tmp_path / "taken").read_text() == "precious"
    with pytest.raises(EtoileError) as caught:
        await file_db.backup(tmp_path / "nowhere" / "copy")
    assert caught.value.key == "store-backup-failed"
