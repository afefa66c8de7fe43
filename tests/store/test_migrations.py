"""From nothing, and from every earlier revision, to the newest, on both databases, without losing anything."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from bot.domain.tally import Tally
from bot.errors import StartupError
from bot.store import meta, transfer
from bot.store.engine import opening, schema
from bot.store.engine.database import Database, Transaction, sql
from bot.store.engine.opening import open_database
from bot.store.migrations import runner
from bot.store.polls import cards as poll_cards
from bot.store.polls import polls
from tests.unit.test_poll_rules import POLL


def upgrade_to(url: str, revision: str) -> None:
    if url.startswith("sqlite"):
        runner.upgrade_sqlite(schema.sqlite_path(url), revision)
    else:
        runner.upgrade_postgres(url, revision)


def revision_of(db: Database) -> Transaction[str]:
    rows = yield sql(schema.READ_REVISION)
    return rows[0]["version_num"]


def columns(db: Database) -> Transaction[set[tuple[str, str]]]:
    """Every column of every table of ours."""
    if db.kind == "sqlite":
        rows = yield sql(
            """
            SELECT t.name AS table_name, c.name AS column_name FROM sqlite_master AS t, pragma_table_info(t.name) AS c
            WHERE t.type = 'table'
            """
        )
    else:
        rows = yield sql("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'")
    return {(row["table_name"], row["column_name"]) for row in rows}


def put(key: str, value: str) -> Transaction[None]:
    yield sql("INSERT INTO meta (key, value) VALUES (:key, :value)", key=key, value=value)


def test_the_list_of_revisions_is_the_chain_of_files() -> None:
    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    scripts = ScriptDirectory.from_config(config)
    chain = tuple(script.revision for script in reversed(list(scripts.walk_revisions())))
    assert scripts.get_heads() == [schema.HEAD]
    assert chain == schema.REVISIONS
    files = {path.stem for path in (Path(runner.__file__).parent / "versions").glob("0*.py")}
    assert files == set(schema.REVISIONS)


async def test_an_empty_database_gets_everything(empty_url: str) -> None:
    db = await open_database(empty_url)
    assert await db.read(revision_of, db) == schema.HEAD
    await db.write(put, "works", "yes")
    await db.close()
    assert await opening.migrate(empty_url) is False, "a second time there is nothing to do"


@pytest.mark.parametrize("revision", schema.REVISIONS[:-1])
async def test_every_earlier_revision_comes_up_with_its_data(empty_url: str, url: str, revision: str) -> None:
    await asyncio.to_thread(upgrade_to, empty_url, revision)
    with pytest.raises(StartupError) as caught:
        await open_database(empty_url, migrate=False)
    assert caught.value.key == "store-behind"

    earlier = await open_database_as_it_is(empty_url)
    await earlier.write(put, "kept", "from before")
    await earlier.close()

    assert await opening.migrate(empty_url) is True
    db, reference = await open_database(empty_url, migrate=False), await open_database(url, migrate=False)
    assert await db.read(revision_of, db) == schema.HEAD
    assert await db.read(meta.load, "kept") == "from before"
    assert await db.read(columns, db) == await reference.read(columns, reference)
    await db.close()
    await reference.close()
    if db.kind == "sqlite":
        path = schema.sqlite_path(empty_url)
        copy = sqlite3.connect(path.with_name(f"{path.name}.before-{schema.HEAD}"))
        assert copy.execute(schema.READ_REVISION).fetchone() == (revision,)
        assert copy.execute("SELECT value FROM meta WHERE key = 'kept'").fetchone() == ("from before",)
        copy.close()


async def test_cards_that_stood_before_they_were_noted_count_as_drawn(empty_url: str) -> None:
    await asyncio.to_thread(upgrade_to, empty_url, "0005_care")
    earlier = await open_database_as_it_is(empty_url)
    for number, message_id in ((1, 77), (2, None)):
        await earlier.write(insert_old_poll, number, message_id)
        await earlier.write(transfer.insert_tally, poll_id=number, episode=0, newcomer=False, tally=Tally())
    await earlier.close()
    db = await open_database(empty_url)
    assert await db.read(poll_cards.list_stale) == []
    for number in (1, 2):
        await db.write(polls.touch_poll, poll_id=number)
    assert await db.read(poll_cards.list_stale) == [(1, POLL.guild_id)]
    await db.close()


def insert_old_poll(number: int, message_id: int | None) -> Transaction[None]:
    """A poll as the first version stored it."""
    yield sql(
        """
        INSERT INTO polls (id, guild_id, channel_id, message_id, author_id, locale, arc, question, answers, most,
            results, anonymous, gate, role_ids, opened_at, state)
        VALUES (:id, :guild_id, 2, :message_id, 1, 'en', 0, 'Who?', '[]', 1, 'live', 1, 0, '', 0, 'open')
        """,
        id=number,
        guild_id=POLL.guild_id,
        message_id=message_id,
    )


async def open_database_as_it_is(url: str) -> Database:
    """Opens a database of an earlier revision, which the front door refuses."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "is_behind", lambda *args, **kwargs: False)
        return await open_database(url)


async def test_an_interrupted_migration_leaves_what_was_there(
    empty_url: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process stops after the new tables were made and before the last step: none of it is to be seen."""
    await asyncio.to_thread(upgrade_to, empty_url, "0001_core")
    db = await open_database_as_it_is(empty_url)
    await db.write(put, "kept", "from before")
    before = await db.read(columns, db)
    await db.close()

    def stop_at_the_end(connection: object, revision: str) -> None:
        finish(connection, revision)  # pyright: ignore[reportArgumentType]
        raise OSError(28, "No space left on device")

    finish = runner._upgrade  # pyright: ignore[reportPrivateUsage]
    with monkeypatch.context() as patch:
        patch.setattr(runner, "_upgrade", stop_at_the_end)
        with pytest.raises(StartupError):
            await open_database(empty_url)

    db = await open_database_as_it_is(empty_url)
    assert await db.read(revision_of, db) == "0001_core"
    assert await db.read(columns, db) == before
    assert await db.read(meta.load, "kept") == "from before"
    await db.close()

    db = await open_database(empty_url)
    assert await db.read(revision_of, db) == schema.HEAD
    assert await db.read(meta.load, "kept") == "from before"
    await db.close()


async def test_a_migration_that_is_killed_leaves_what_was_there(empty_url: str) -> None:
    """As above, but the process dies by SIGKILL with the transaction open."""
    await asyncio.to_thread(upgrade_to, empty_url, "0001_core")
    script = f"""
import asyncio, os, signal
from bot.store.engine import opening
from bot.store.migrations import runner
from tests.unit.test_poll_rules import POLL
finish = runner._upgrade
def die(connection, revision):
    finish(connection, revision)
    os.kill(os.getpid(), signal.SIGKILL)
runner._upgrade = die
asyncio.run(opening.migrate({empty_url!r}))
"""
    done = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", script], capture_output=True, timeout=60)
    assert done.returncode == -9, done.stderr
    db = await open_database_as_it_is(empty_url)
    assert await db.read(revision_of, db) == "0001_core"
    await db.close()
    assert await opening.migrate(empty_url) is True


async def test_processes_that_start_at_once_migrate_once(empty_url: str) -> None:
    script = f"""
import asyncio
from bot.store.engine.opening import open_database
async def main():
    db = await open_database({empty_url!r})
    await db.close()
asyncio.run(main())
"""
    children = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", script, stderr=asyncio.subprocess.PIPE)
        for _ in range(3)
    ]
    outputs = await asyncio.gather(*(child.communicate() for child in children))
    assert [child.returncode for child in children] == [0, 0, 0], outputs
    db = await open_database(empty_url, migrate=False)
    assert await db.read(revision_of, db) == schema.HEAD
    await db.close()


async def test_a_newer_database_is_refused_and_left_alone(url: str) -> None:
    def from_the_future() -> Transaction[None]:
        yield sql("UPDATE alembic_version SET version_num = '9999_future'")

    db = await open_database(url)
    await db.write(from_the_future)
    await db.close()
    for verb in (open_database, opening.migrate):
        with pytest.raises(StartupError) as caught:
            await verb(url)
        assert caught.value.key == "store-newer"
        assert caught.value.values["found"] == "9999_future"


async def test_an_empty_database_is_refused_when_data_is_expected(empty_url: str) -> None:
    with pytest.raises(StartupError) as caught:
        await open_database(empty_url, expect_data=True)
    assert caught.value.key == "store-empty"


def test_a_normal_start_loads_neither_alembic_nor_sqlalchemy(migrated_file: Path) -> None:
    script = f"""
import asyncio, sys
from bot.store.engine.opening import open_database
async def main():
    db = await open_database({str(migrated_file)!r})
    await db.close()
asyncio.run(main())
print(*[name for name in ("alembic", "sqlalchemy", "asyncpg") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
