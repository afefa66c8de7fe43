"""How fast ballots are: 64 members press at once on one poll, through the service with its gate and its tally, against
one plain transaction per ballot on one open connection; and whether many stored ballots make the next one slower.

    python -m pytest tests/bench/test_ballots.py -o addopts=
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import aiosqlite
import pytest

from bot.store.engine.database import Database, Transaction, sql
from bot.store.engine.opening import open_database
from tests.support.polls import Polls, asker

AT_ONCE = 64
ROUNDS = 30
FASTER = 3.0


@pytest.fixture(autouse=True)
def only_when_asked_for(request: pytest.FixtureRequest) -> None:
    """Times are no gate: a busy machine would fail a build that is right."""
    if request.config.getoption("benchmark_skip"):
        pytest.skip("a benchmark")


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_database(f"sqlite:///{tmp_path / 'etoile.sqlite3'}")
    yield database
    await database.close()


async def timed(*works: Callable[[int], Awaitable[object]]) -> list[float]:
    """The median seconds for 64 calls of each work made at once; in turns, so that a busy machine troubles all."""
    took: list[list[float]] = [[] for _ in works]
    for number in range(ROUNDS):
        for work, times in zip(works, took, strict=True):
            start = time.perf_counter()
            await asyncio.gather(*(work(number * AT_ONCE + each) for each in range(AT_ONCE)))
            times.append(time.perf_counter() - start)
    return [statistics.median(times) for times in took]


async def plain(path: Path) -> Callable[[int], Awaitable[object]]:
    """One transaction per ballot on one open connection: WAL, synchronous=FULL, the upsert that the store uses."""
    connection = await aiosqlite.connect(path)
    await connection.execute("PRAGMA journal_mode = WAL")
    await connection.execute("PRAGMA synchronous = FULL")
    await connection.execute(
        "CREATE TABLE IF NOT EXISTS plain (poll_id BIGINT, voter TEXT, episode INTEGER, choices INTEGER,"
        " newcomer INTEGER, cast_at BIGINT, PRIMARY KEY (poll_id, voter, episode))"
    )
    await connection.commit()
    turn = asyncio.Lock()

    async def ballot(member: int) -> None:
        async with turn:
            await connection.execute(
                "INSERT INTO plain VALUES (1, ?, 0, ?, 0, 0) ON CONFLICT (poll_id, voter, episode)"
                " DO UPDATE SET choices = excluded.choices",
                (str(member), 1 << member % 2),
            )
            await connection.commit()

    ballot.close = connection.close  # type: ignore[attr-defined]
    return ballot


async def test_64_ballots_at_once_beat_plain_transactions(db: Database, tmp_path: Path, capsys) -> None:
    polls = Polls(db)
    poll = await polls.make_preset("jack-or-genevieve")
    baseline = await plain(tmp_path / "plain.sqlite3")
    ours, theirs = await timed(lambda member: polls.voting.press(asker(1000 + member), poll.id, member % 2), baseline)
    await baseline.close()  # type: ignore[attr-defined]
    with capsys.disabled():
        print(f"\nballots per second: {AT_ONCE / ours:,.0f} (plain transactions: {AT_ONCE / theirs:,.0f})")
    assert theirs / ours >= FASTER


def stuff(poll_id: int, first: int, last: int) -> Transaction[None]:
    """Ballots of many others, written straight into the table, with their count."""
    yield sql(
        """
        WITH RECURSIVE n(i) AS (SELECT :first UNION ALL SELECT i + 1 FROM n WHERE i < :last)
        INSERT INTO poll_ballots SELECT :poll_id, 'x' || i, 0, 1, 0, 0 FROM n
        """,
        poll_id=poll_id,
        first=first,
        last=last,
    )
    yield sql(
        "UPDATE poll_tallies SET voters = voters + :more, c0 = c0 + :more WHERE poll_id = :poll_id",
        more=last - first + 1,
        poll_id=poll_id,
    )


async def test_a_million_stored_ballots_do_not_slow_the_next(db: Database, capsys) -> None:
    polls = Polls(db)
    poll = await polls.make()
    costs: dict[int, float] = {}
    stored = 1
    await polls.voting.press(asker(1), poll.id, 0)
    for size in (10, 1_000, 100_000, 1_000_000):
        await db.write(stuff, poll.id, stored, size)
        stored = size + 1
        (took,) = await timed(lambda member: polls.voting.press(asker(10**9 + member), poll.id, 0))
        costs[size] = took / AT_ONCE
    with capsys.disabled():
        print("\n" + "; ".join(f"{size:,} stored: {cost * 1e6:.0f} µs" for size, cost in costs.items()))
    assert costs[1_000_000] < 2 * costs[10]
