"""The database on its bad days: nothing acknowledged is lost, members get a sentence, the bot recovers by itself."""

from __future__ import annotations

import asyncio
import contextlib
import resource
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage.interactions import Invocation
from tests.process.quick import quick
from tests.support.postgres import Postgres, SmallDisk
from tests.support.scene import LONG, Scene, begin, guest, last_private, set_up, up
from tests.support.stage import StageMember, until

SENTENCE = "I can’t reach my memory right now"
UNKNOWN = "I lost touch with my memory"
"""What is said when nobody knows whether it was done."""
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on_sqlite() -> AsyncIterator[tuple[BotProcess, Scene]]:
    async with foyer_stage() as stage:
        process = quick(stage)
        await up(process)
        yield process, await set_up(stage)
        log = process.log_path.read_text("utf-8", errors="replace")
        await process.stop()
        assert "Traceback" not in log, log[-4000:]


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    postgres = Postgres()
    yield postgres
    postgres.remove()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on_postgres(server: Postgres) -> AsyncIterator[tuple[BotProcess, Scene]]:
    async with foyer_stage() as stage:
        env = {"ETOILE_DATABASE_URL": server.fresh(), "ETOILE_BALLOT_KEY": "k" * 40}
        process = quick(stage, env=env)
        await up(process)
        yield process, await set_up(stage)
        log = process.log_path.read_text("utf-8", errors="replace")
        await process.stop()
        assert "Traceback" not in log, log[-4000:]


def writes(scene: Scene, member: StageMember) -> list[Invocation]:
    """One change in every feature that stores what members do."""
    return [begin(member, "progress set", episode=5), scene.vote(member), scene.come(member)]


async def answers(scene: Scene, member: StageMember) -> list[str]:
    """What the member reads when they change something in every feature at once."""
    under_way = [await one.settled() for one in writes(scene, member)]
    assert all(one.answered for one in under_way), [one.as_wire() for one in under_way]
    return [member.text(one) for one in under_way]


def failed(told: str) -> bool:
    """Whether the member was told that it could not be stored, or that this is not known."""
    return SENTENCE in told or UNKNOWN in told


async def stored(scene: Scene, member: StageMember) -> tuple[bool, bool, bool]:
    """Whether progress, ballot and seat of the member are there."""
    return (
        "episodes 1 to 5" in member.text(await member.slash("progress show")),
        await scene.ballot_of(member) == 0,
        (await scene.people()).count(f"<@{member.id}>") == 1,
    )


async def all_is_well(scene: Scene, name: str) -> None:
    member = guest(scene.stage, name)
    assert not any(failed(each) for each in await answers(scene, member))
    assert await stored(scene, member) == (True, True, True)


# -- SQLite


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program writes, and takes its time."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


async def test_a_locked_file_is_said_and_nothing_is_half_done(on_sqlite: tuple[BotProcess, Scene]) -> None:
    bot, scene = on_sqlite
    member = guest(scene.stage, "Locked")
    with locked(bot.state_dir / "etoile.sqlite3"):
        assert all(SENTENCE in each for each in await answers(scene, member))
        assert "Cancelled" in member.text(await member.slash("etoile status")), "reading goes on"
    assert await stored(scene, member) == (False, False, False)
    await all_is_well(scene, "After the lock")


async def test_a_slow_file_is_waited_for(on_sqlite: tuple[BotProcess, Scene]) -> None:
    bot, scene = on_sqlite
    member = guest(scene.stage, "Slow")
    with locked(bot.state_dir / "etoile.sqlite3"):
        under_way = writes(scene, member)
        await asyncio.sleep(1)
    for one in under_way:
        await one.settled()
        assert SENTENCE not in member.text(one)
    assert await stored(scene, member) == (True, True, True)


@pytest.mark.skipif(sys.platform != "linux", reason="limits another process's files")
async def test_a_full_disk_is_said_and_nothing_is_lost(on_sqlite: tuple[BotProcess, Scene]) -> None:
    bot, scene = on_sqlite
    before, member = guest(scene.stage, "Before"), guest(scene.stage, "Full")
    await answers(scene, before)
    assert bot.pid is not None
    nothing_more = (4096, resource.RLIM_INFINITY)  # writing beyond it fails as on a full disk
    resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, nothing_more)
    try:
        assert all(SENTENCE in each for each in await answers(scene, member))
    finally:
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert await stored(scene, member) == (False, False, False)
    assert await stored(scene, before) == (True, True, True)
    await all_is_well(scene, "After the disk")


# -- PostgreSQL


async def test_a_restarted_server_is_found_again(server: Postgres, on_postgres: tuple[BotProcess, Scene]) -> None:
    """Gone for a while (a minute, in the long form): sentences meanwhile, and all that was acknowledged is there."""
    _, scene = on_postgres
    before, member = guest(scene.stage, "Before"), guest(scene.stage, "Meanwhile")
    await answers(scene, before)
    await asyncio.to_thread(server.stop)
    try:
        status = begin(member, "etoile status")
        assert all(SENTENCE in each for each in await answers(scene, member))
        assert SENTENCE in member.text(await status.settled())
        await asyncio.sleep(60 if LONG else 1)
        assert all(SENTENCE in each for each in await answers(scene, member))
    finally:
        await asyncio.to_thread(server.start)
    assert await stored(scene, before) == (True, True, True)
    assert await stored(scene, member) == (False, False, False)
    await all_is_well(scene, "After the restart")


async def test_what_is_acknowledged_during_a_restart_is_there_afterwards(
    server: Postgres, on_postgres: tuple[BotProcess, Scene]
) -> None:
    """Members go on pressing while the server goes down and comes up: each told "noted" is noted."""
    _, scene = on_postgres
    members = [guest(scene.stage, f"Presser {number}") for number in range(24)]

    async def press(number: int, member: StageMember) -> tuple[StageMember, str]:
        await asyncio.sleep(number * 0.1)
        return member, member.text(await begin(member, "progress set", episode=5).settled())

    pressing = [asyncio.ensure_future(press(number, member)) for number, member in enumerate(members)]
    await asyncio.sleep(0.5)
    await asyncio.to_thread(server.stop)
    await asyncio.sleep(0.5)
    await asyncio.to_thread(server.start)
    told = await asyncio.gather(*pressing)
    assert any("Noted" in text for _, text in told)
    for member, text in told:
        stands = "episodes 1 to 5" in member.text(await member.slash("progress show"))
        assert stands or "Noted" not in text
        assert not stands or SENTENCE not in text, "it said that nothing was changed"


async def test_a_locked_table_is_said_and_waited_for_no_longer(
    server: Postgres, on_postgres: tuple[BotProcess, Scene]
) -> None:
    bot, scene = on_postgres
    other = await asyncpg.connect(bot.env["ETOILE_DATABASE_URL"])
    member = guest(scene.stage, "Blocked")
    try:
        async with other.transaction():
            await other.execute("LOCK TABLE progress IN ACCESS EXCLUSIVE MODE")
            blocked = await begin(member, "progress set", episode=5).outcome()
            assert SENTENCE in member.text(blocked)
    finally:
        await other.close()
    assert await stored(scene, member) == (False, False, False)
    await all_is_well(scene, "After the table")


async def test_autocomplete_offers_nothing_instead_of_an_error(
    server: Postgres, on_postgres: tuple[BotProcess, Scene]
) -> None:
    _, scene = on_postgres
    member = guest(scene.stage, "Typist")
    await asyncio.to_thread(server.stop)
    try:
        assert await member.autocomplete("etoile facts", "about", "ren") == []
    finally:
        await asyncio.to_thread(server.start)
    assert await member.autocomplete("etoile facts", "about", "ren")
    assert last_private(member) == ""


@pytest.fixture
def cramped() -> Iterator[tuple[SmallDisk, Postgres]]:
    """A server that has a small disk to itself."""
    disk = SmallDisk()
    server = Postgres(disk.directory)
    yield disk, server
    server.stop()
    disk.remove()


async def test_a_server_whose_disk_is_full_is_waited_for_and_keeps_what_was_acknowledged(
    cramped: tuple[SmallDisk, Postgres],
) -> None:
    """PostgreSQL goes on while it has room in files that it made before. Then it ends, and starts again only when
    somebody has made room and started it: the bot finds it by itself."""
    disk, server = cramped
    async with foyer_stage() as stage:
        process = quick(stage, env={"ETOILE_DATABASE_URL": server.fresh(), "ETOILE_BALLOT_KEY": "k" * 40})
        await up(process)
        scene = await set_up(stage)
        before, at_last, meanwhile = (guest(stage, name) for name in ("Before", "At last", "Meanwhile"))
        assert not any(failed(each) for each in await answers(scene, before))
        disk.fill()
        noted = [not failed(each) for each in await answers(scene, at_last)]
        with contextlib.suppress(asyncpg.PostgresError, OSError):  # it may end at once
            server.execute("SELECT pg_switch_wal()")  # what it writes next needs a new file
        told = await answers(scene, meanwhile)
        assert all(failed(each) for each in told)
        await until(lambda: not server.server.get_postmaster_info().is_running(), "the end of the server")
        disk.clear()
        await asyncio.to_thread(server.start)
        assert await stored(scene, before) == (True, True, True)
        assert await stored(scene, at_last) == tuple(noted)
        for there, sentence in zip(await stored(scene, meanwhile), told, strict=True):
            assert UNKNOWN in sentence or not there
        await all_is_well(scene, "After the disk")
        log = process.log_path.read_text("utf-8", errors="replace")
        await process.stop()
        assert "Traceback" not in log, log[-4000:]
