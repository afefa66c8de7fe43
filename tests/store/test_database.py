"""What both databases promise: all or nothing, one's own failure only, and nothing lost by a caller who goes away."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.errors import EtoileError, StoreUnavailable
from bot.store import meta
from bot.store.engine.database import ConstraintViolated, Database, Statement, Transaction, sql
from bot.store.engine.opening import open_database
from bot.store.engine.postgres import _numbered  # pyright: ignore[reportPrivateUsage]
from bot.store.ids import new_id


def put(key: str, value: str) -> Transaction[None]:
    yield sql("INSERT INTO meta (key, value) VALUES (:key, :value)", key=key, value=value)


def everything() -> Transaction[dict[str, str]]:
    rows = yield sql("SELECT key, value FROM meta")
    return {row["key"]: row["value"] for row in rows}


def put_both_or_refuse(first: str, second: str, *, refuse: bool) -> Transaction[str]:
    yield from put(first, "1")
    yield from put(second, "2")
    if refuse:
        raise EtoileError("refused", who=first)
    return first


def add_one(key: str) -> Transaction[int]:
    rows = yield sql("UPDATE meta SET value = value WHERE key = :key RETURNING value", key=key)
    value = int(rows[0]["value"]) + 1
    yield sql("UPDATE meta SET value = :value WHERE key = :key", value=str(value), key=key)
    return value


async def test_a_work_that_raises_leaves_nothing_and_tells_only_its_caller(db: Database) -> None:
    works = (db.write(put_both_or_refuse, f"a{n}", f"b{n}", refuse=n % 3 == 0) for n in range(200))
    answers = await asyncio.gather(*works, return_exceptions=True)
    for number, answer in enumerate(answers):
        if number % 3 == 0:
            assert isinstance(answer, EtoileError)
            assert answer.values == {"who": f"a{number}"}
        else:
            assert answer == f"a{number}"
    kept = await db.read(everything)
    assert kept == {f"{letter}{n}": value for n in range(200) if n % 3 for letter, value in (("a", "1"), ("b", "2"))}


async def test_concurrent_works_do_not_lose_each_others_changes(db: Database) -> None:
    await db.write(put, "count", "0")
    answers = await asyncio.gather(*(db.write(add_one, "count") for _ in range(100)))
    assert sorted(answers) == list(range(1, 101))
    assert await db.read(everything) == {"count": "100"}


async def test_a_broken_constraint_is_told_as_one_and_spares_the_neighbours(db: Database) -> None:
    await db.write(put, "taken", "1")
    answers = await asyncio.gather(
        *(db.write(put, key, "2") for key in ("free", "taken", "also free")), return_exceptions=True
    )
    assert [type(answer) for answer in answers] == [type(None), ConstraintViolated, type(None)]
    assert await db.read(everything) == {"taken": "1", "free": "2", "also free": "2"}


async def test_a_wrong_statement_is_the_programmers_error_and_not_an_outage(db: Database) -> None:
    def wrong() -> Transaction[None]:
        yield sql("SELECT x FROM nowhere")

    for verb in (db.read, db.write):
        with pytest.raises(Exception, match="nowhere") as caught:
            await verb(wrong)
        assert not isinstance(caught.value, EtoileError)
    await db.write(put, "still", "here")


async def test_an_argument_of_the_wrong_type_is_the_programmers_error_too(db: Database) -> None:
    def wrong() -> Transaction[None]:
        yield Statement("SELECT value FROM meta WHERE key = :key", {"key": object()})  # pyright: ignore[reportArgumentType]

    with pytest.raises(Exception) as caught:  # each driver has its own
        await db.read(wrong)
    assert not isinstance(caught.value, EtoileError)


async def test_a_member_of_the_work_sees_its_own_changes_and_others_only_when_done(db: Database) -> None:
    def write_then_look() -> Transaction[tuple[int, int]]:
        before = yield sql("SELECT COUNT(*) AS n FROM meta")
        yield from put("mine", "1")
        after = yield sql("SELECT COUNT(*) AS n FROM meta")
        return before[0]["n"], after[0]["n"]

    assert await db.write(write_then_look) == (0, 1)


async def test_who_waits_and_goes_away_harms_nobody(db: Database) -> None:
    tasks = [asyncio.create_task(db.write(put_both_or_refuse, f"a{n}", f"b{n}", refuse=False)) for n in range(60)]
    await asyncio.sleep(0)
    for number, task in enumerate(tasks):
        if number % 2 == 0:
            task.cancel()
        if number % 10 == 0:
            await asyncio.sleep(0)
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(answer == f"a{n}" for n, answer in enumerate(answers) if n % 2)
    kept = await db.read(everything)
    assert all((f"a{n}" in kept) == (f"b{n}" in kept) for n in range(60)), "a cancelled work was done by half"
    assert all(f"a{n}" in kept for n in range(60) if n % 2)
    await db.write(put, "after", "all")


async def test_a_closed_database_says_so_instead_of_hanging(url: str) -> None:
    db = await open_database(url)
    accepted = [asyncio.create_task(db.write(put, str(n), "1")) for n in range(20)]
    await asyncio.sleep(0)
    await db.close()
    await db.close()
    answers = await asyncio.gather(*accepted, return_exceptions=True)
    for verb in (db.read, db.write):
        with pytest.raises(StoreUnavailable):
            await verb(everything)
    again = await open_database(url)
    kept = await again.read(everything)
    await again.close()
    assert all((str(n) in kept) == (answer is None) for n, answer in enumerate(answers)), "an answer was not true"


async def test_small_facts_are_replaced(db: Database) -> None:
    assert await db.read(meta.load, "commands") is None
    await db.write(meta.save, "commands", "one")
    await db.write(meta.save, "commands", "two")
    assert await db.read(meta.load, "commands") == "two"


@hypothesis_settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.booleans(), st.booleans()), max_size=40))
def test_any_mixture_equals_one_after_the_other(
    migrated_file: Path, tmp_path_factory: pytest.TempPathFactory, works: list[tuple[str, bool, bool]]
) -> None:
    """Works presented in bursts end as if they had been done one at a time, in the order of their coming."""

    def append(key: str, letter: str, fail: bool) -> Transaction[str]:
        rows = yield sql(
            """
            INSERT INTO meta (key, value) VALUES (:key, :letter)
            ON CONFLICT (key) DO UPDATE SET value = meta.value || excluded.value RETURNING value
            """,
            key=key,
            letter=letter,
        )
        if fail:
            raise EtoileError("no")
        return rows[0]["value"]

    async def run() -> tuple[list[object], dict[str, str]]:
        path = tmp_path_factory.mktemp("mixture") / "etoile.sqlite3"
        path.write_bytes(migrated_file.read_bytes())
        db = await open_database(str(path))
        try:
            tasks: list[asyncio.Task[str]] = []
            for number, (key, fail, pause) in enumerate(works):
                tasks.append(asyncio.create_task(db.write(append, key, chr(65 + number), fail)))
                if pause:
                    await asyncio.sleep(0)
            answers = await asyncio.gather(*tasks, return_exceptions=True)
            return list(answers), await db.read(everything)
        finally:
            await db.close()

    answers, kept = asyncio.run(run())
    model: dict[str, str] = {}
    for number, ((key, fail, _), answer) in enumerate(zip(works, answers, strict=True)):
        if fail:
            assert isinstance(answer, EtoileError)
        else:
            model[key] = model.get(key, "") + chr(65 + number)
            assert answer == model[key]
    assert kept == model


def test_names_become_numbers_but_not_in_strings_casts_and_comments() -> None:
    text = "SELECT ':no', \":no\", x::bigint, :a, :b_2, :a -- :no\nFROM t /* :no */ WHERE y = ':''no' AND z = :b_2"
    expected = "SELECT ':no', \":no\", x::bigint, $1, $2, $1 -- :no\nFROM t /* :no */ WHERE y = ':''no' AND z = $2"
    assert _numbered(text) == (expected, ("a", "b_2"))


def test_ids_rise_never_repeat_and_fit_into_64_bits() -> None:
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(set(ids))
    assert all(0 < one < 2**63 for one in ids)
