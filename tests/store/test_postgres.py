"""What only a server can do to us: be gone, come back, say no, and have somebody else at work on the same rows."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path

import pytest

from bot.errors import EtoileError, StartupError, StoreUnavailable
from bot.store import meta
from bot.store.engine.database import Transaction, sql
from bot.store.engine.opening import open_database
from bot.store.engine.postgres import PostgresDatabase
from tests.support.postgres import Postgres, SmallDisk
from tests.support.stage import until


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    """A server of this file's own: it is stopped here, while the tests of other workers use the shared one."""
    server = Postgres()
    yield server
    server.remove()


@pytest.fixture
async def server_db(postgres: Postgres) -> AsyncIterator[PostgresDatabase]:
    db = await PostgresDatabase.open(postgres.fresh())
    yield db
    await db.close()


def everything() -> Transaction[set[str]]:
    rows = yield sql("SELECT key FROM meta")
    return {row["key"] for row in rows}


async def refusal(url: str) -> StartupError:
    with pytest.raises(StartupError) as caught:
        await open_database(url)
    return caught.value


async def test_works_that_lock_each_other_out_are_both_done(server_db: PostgresDatabase) -> None:
    """A deadlock: PostgreSQL ends one of the two, which is then done again from its beginning."""
    await server_db.write(meta.save, "a", "0")
    await server_db.write(meta.save, "b", "0")
    begun: list[str] = []

    def cross(first: str, second: str) -> Transaction[str]:
        begun.append(first)
        for key in (first, second):
            yield sql("UPDATE meta SET value = value || :mark WHERE key = :key", mark=first, key=key)
            yield sql("SELECT pg_sleep(0.3)")
        return first

    assert await asyncio.gather(server_db.write(cross, "a", "b"), server_db.write(cross, "b", "a")) == ["a", "b"]
    assert len(begun) == 3, "there was no deadlock, so nothing was tested"
    for key in ("a", "b"):
        assert sorted(await server_db.read(meta.load, key) or "") == ["0", "a", "b"]


async def test_a_server_that_restarts_loses_nothing_that_was_acknowledged(
    server_db: PostgresDatabase, postgres: Postgres
) -> None:
    acknowledged: set[str] = set()
    refused = 0
    stopped = asyncio.Event()

    async def press(number: int) -> None:
        nonlocal refused
        count = 0
        while not stopped.is_set():
            count += 1
            try:
                await server_db.write(meta.save, f"{number}-{count}", "x")
                acknowledged.add(f"{number}-{count}")
            except StoreUnavailable:
                refused += 1

    pressing = [asyncio.create_task(press(number)) for number in range(6)]
    await asyncio.sleep(0.3)
    await asyncio.to_thread(postgres.stop)
    before = len(acknowledged)
    await until(lambda: refused, "the refusal")  # else members were left waiting
    await asyncio.to_thread(postgres.start)
    await asyncio.sleep(0.5)
    stopped.set()
    await asyncio.gather(*pressing)
    assert 0 < before < len(acknowledged), "it did not recover by itself"
    assert acknowledged <= await server_db.read(everything)


async def test_an_outage_is_told_before_discord_gives_up(server_db: PostgresDatabase, postgres: Postgres) -> None:
    await server_db.write(meta.save, "before", "x")
    await asyncio.to_thread(postgres.stop)
    begun = time.monotonic()
    try:
        works = (verb(meta.load, "before") for verb in (server_db.read, server_db.write))
        answers = await asyncio.gather(*works, return_exceptions=True)
        assert [type(answer) for answer in answers] == [StoreUnavailable] * 2
        assert time.monotonic() - begun < 2.9
    finally:
        await asyncio.to_thread(postgres.start)
    assert await server_db.read(meta.load, "before") == "x"


async def test_a_connection_that_is_cut_is_replaced_without_anyone_noticing(
    server_db: PostgresDatabase, postgres: Postgres
) -> None:
    for number in range(5):
        await server_db.write(meta.save, "count", str(number))
        postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'etoile'")
        assert await server_db.read(meta.load, "count") == str(number)


async def test_a_commit_that_is_not_confirmed_is_not_said_to_have_changed_nothing(
    server_db: PostgresDatabase, postgres: Postgres
) -> None:
    """The server has committed and waits for another that does not exist; the connection is lost meanwhile."""
    await server_db.write(meta.save, "before", "x")
    postgres.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
    postgres.execute("SELECT pg_reload_conf()")
    await _taken_up(server_db, "nobody")
    try:
        writing = asyncio.create_task(server_db.write(meta.save, "during", "x"))
        waiting = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        while not writing.done():
            postgres.execute(waiting)
            await asyncio.sleep(0.05)
    finally:
        postgres.execute("ALTER SYSTEM RESET synchronous_standby_names")
        postgres.execute("SELECT pg_reload_conf()")
    with pytest.raises(StoreUnavailable) as caught:
        await writing
    assert await server_db.read(meta.load, "during") == "x", "it was committed, after all"
    assert caught.value.key == "store-unknown"


async def _taken_up(db: PostgresDatabase, standby: str) -> None:
    """Until every connection of the pool goes by the new setting: each learns of it when it is used next."""

    def setting() -> Transaction[str]:
        rows = yield sql("SELECT current_setting('synchronous_standby_names') AS value")
        return rows[0]["value"]

    async with asyncio.timeout(60):
        while {await each for each in [asyncio.create_task(db.read(setting)) for _ in range(20)]} != {standby}:
            await asyncio.sleep(0.02)


# -- a full disk


async def put_much(db: PostgresDatabase, names: Iterable[str]) -> set[str]:
    """Stores 100 kB under each name, all at once, and tells which were acknowledged."""
    acknowledged: set[str] = set()

    async def put(name: str) -> None:
        with contextlib.suppress(StoreUnavailable):
            await db.write(meta.save, name, secrets.token_hex(50_000))
            acknowledged.add(name)

    await asyncio.gather(*map(put, names))
    return acknowledged


async def test_a_full_disk_acknowledges_nothing_and_passes() -> None:
    """The server refuses what needs more room, and lives."""
    disk = SmallDisk()
    server = Postgres(disk.directory)
    try:
        db = await PostgresDatabase.open(server.fresh())
        there_before = await db.read(everything)
        before = await put_much(db, [f"before{number}" for number in range(4)])
        disk.fill()
        begun = time.monotonic()
        full = await put_much(db, [f"full{number}" for number in range(4)])
        assert time.monotonic() - begun < 2.9, "Discord has given up"
        assert (len(before), len(full) < 4) == (4, True)
        assert await db.read(everything) - there_before == before | full, "reading goes on"
        assert server.server.get_postmaster_info().is_running()
        disk.clear()
        assert await put_much(db, ["after"]) == {"after"}
        assert await db.read(everything) - there_before == before | full | {"after"}
        await db.close()
    finally:
        server.stop()
        disk.remove()


async def test_what_a_server_says_of_its_full_disk_is_an_outage(
    server_db: PostgresDatabase, postgres: Postgres
) -> None:
    """As above, for where no disk can be mounted: a trigger raises what the server raises."""
    say = """
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON meta EXECUTE FUNCTION full_disk()
    """
    name = await server_db.read(database_name)
    postgres.execute(say, name)
    with pytest.raises(StoreUnavailable):
        await server_db.write(meta.save, "during", "x")
    postgres.execute("DROP TRIGGER full_disk ON meta", name)
    await server_db.write(meta.save, "after", "x")
    assert "during" not in await server_db.read(everything)


def database_name() -> Transaction[str]:
    rows = yield sql("SELECT current_database() AS name")
    return rows[0]["name"]


# -- opening


async def test_nobody_listens(tmp_path: Path) -> None:
    for url in (f"postgresql://etoile@/etoile?host={tmp_path}", "postgresql://etoile:secret@127.0.0.1:1/etoile"):
        error = await refusal(url)
        assert error.key == "store-unreachable"
        assert "secret" not in str(error)


async def test_there_is_no_such_database(postgres: Postgres) -> None:
    assert (await refusal(postgres.url("nowhere"))).key == "store-no-such-database"


async def test_the_user_may_not_make_tables(postgres: Postgres) -> None:
    url = postgres.fresh(migrated=False)
    postgres.execute("CREATE ROLE guest LOGIN")
    assert (await refusal(url.replace("postgres:@", "guest:@", 1))).key == "store-not-allowed"


async def test_the_password_is_wrong(postgres: Postgres) -> None:
    url = postgres.fresh()
    postgres.execute("CREATE ROLE locked LOGIN PASSWORD 'right'")
    rules = postgres.directory / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text("local all locked scram-sha-256\n" + before)
    try:
        postgres.execute("SELECT pg_reload_conf()")
        await asyncio.sleep(0.3)
        error = await refusal(url.replace("postgres:@", "locked:wrong@", 1))
    finally:
        rules.write_text(before)
        postgres.execute("SELECT pg_reload_conf()")
    assert error.key == "store-password"
    assert "wrong" not in str(error)


async def test_an_address_that_cannot_be_read() -> None:
    assert (await refusal("postgresql://etoile@host:port/etoile")).key == "store-url-wrong"


async def test_a_backup_is_left_to_the_servers_own_tool(server_db: PostgresDatabase, tmp_path: Path) -> None:
    with pytest.raises(EtoileError) as caught:
        await server_db.backup(tmp_path / "copy")
    assert caught.value.key == "store-backup-postgres"
    assert not (tmp_path / "copy").exists()
