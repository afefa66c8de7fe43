"""One member uses the whole product, has everything deleted, and is looked for in all that the database holds.

    python -m tests.faults.forgetting [--url postgresql://…]

Whatever a deed begins (see `deeds`), the same member begins, on servers of their own. So a new command is in it, or
`covered` complains; and a table in which nothing of them is ever found has to be named below, with its reason.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import asyncpg

from bot.ballot_key import BallotKey, open_ballot_key
from bot.stage.faults import Fault
from bot.stage.server import Stage
from bot.store.engine.database import Database, Row, Transaction, sql
from bot.store.engine.postgres import PostgresDatabase
from bot.store.engine.sqlite import SqliteDatabase
from tests.faults.deeds import DEEDS
from tests.faults.deeds.kit import choosing, ids_on, pressing, settle
from tests.faults.playing import Play, in_virtual_time, playing
from tests.process.deeds import Deed, log_of, owner, write_down
from tests.support.stage import StageMember
from tests.support.virtual_time import VirtualLoop

NAME = "Gabin"
OF_NOBODY = {
    "alembic_version": "the revision",
    "channel_horizons": "what may be said where",
    "club_named": "no deed puts anybody there yet",
    "club_rooms": "where rooms are",
    "flags": "which message somebody flagged, and what became of it",
    "guild_care": "what a server was greeted with",
    "guilds": "what a server chose",
    "handled": "which interactions were taken up",
    "happenings": "counts",
    "jobs": "what is due, for which party, poll or server",
    "meta": "what the process remembers of itself",
    "party_clocks": "where a party is in its episode",
    "poll_cards": "how far cards are drawn",
    "poll_tallies": "counts",
    "quiz_sides": "which side won",
    "veil_copies": "where copies stand",
}
"""Tables that hold nothing of any member."""
FIRST = ("say whose time", "pass the gate", "vote at the gate", "tell below an answer", "take that back",
         "choose direct messages")  # fmt: skip
"""What is asked of those alone who have told nothing yet."""
LAST = ("forget me",)


def in_order(deeds: tuple[Deed, ...]) -> list[Deed]:
    """As one member can do them, one after the other."""
    return sorted(deeds, key=lambda deed: (deed.name not in FIRST, deed.name in LAST))


class Traces:
    """All by which the member can be known: their id in every spelling, their ballots' names, their direct channel."""

    def __init__(self, key: BallotKey, user_id: int, direct: int, poll_ids: list[int]) -> None:
        self.words = {str(user_id), f"{user_id:x}", str(direct)}
        self.words |= {key.voter(poll_id, user_id) for poll_id in poll_ids}
        numbers = (user_id, direct)
        self.raw = {word.encode() for word in self.words}
        self.raw |= {number.to_bytes(8, order) for number in numbers for order in ("big", "little")}

    def within(self, value: object) -> bool:
        return any(word in str(value) for word in self.words)


async def live(play: Play) -> StageMember:
    """The member does everything that can be done; they, in the foyer."""
    stage = play.stage
    user_id = stage.add_user(NAME)["id"]
    stage.join(stage.world.guild_id, user_id)
    for deed in in_order(DEEDS):
        if deed.name in LAST:
            continue
        member = (own_server if deed.who is owner else own_channel)(stage, user_id)
        if deed.name in FIRST:
            await member.slash("progress clear")
        else:
            await want_no_direct_messages(member)
        try:
            await _do(play, deed, member)
        except Exception as error:
            raise AssertionError(f"{NAME} could not do this: {deed.name}") from error
    await owe_a_line(own_server(stage, user_id))
    return StageMember(stage, user_id)


async def owe_a_line(member: StageMember) -> None:
    """The moderators' log of a server of theirs takes nothing while they are forgotten: a line about them is owed."""
    await write_down(member)
    log = f"/channels/{log_of(member).channel_id}/*"
    member.stage.faults.add("*", log, Fault.failing(500), times=10**6)
    await member.slash("etoile-admin titles", titles=1)


async def want_no_direct_messages(member: StageMember) -> None:
    """They want to be reminded where the party is."""
    panel = member.answer(await member.slash("party remind"))
    if ":direct:0" in ids_on(panel):
        await settle(pressing(member, panel, ":direct:0"))
    await settle(choosing(member, panel, ":minutes", ["15"]))


async def _do(play: Play, deed: Deed, member: StageMember) -> None:
    go = await deed.ready(play.scene, member)
    await asyncio.sleep(20)
    invocation = go()
    await invocation.outcome()
    assert invocation.answered, invocation.as_wire()
    await asyncio.sleep(deed.takes)


def own_server(stage: Stage, user_id: str) -> StageMember:
    """They, on one more server of theirs."""
    guild = stage.add_guild("Maison", user_id)
    salon = stage.add_channel(guild["id"], name="salon")
    stage.add_channel(guild["id"], name="coulisses")
    return StageMember(stage, user_id).at(salon["id"])


def own_channel(stage: Stage, user_id: str) -> StageMember:
    """They, in one more channel of the foyer's server."""
    return StageMember(stage, user_id).at(stage.add_channel(stage.world.guild_id, name="salon")["id"])


async def forget(member: StageMember) -> None:
    """They have it all deleted."""
    asked = member.answer(await member.slash("mydata delete"))
    done = await member.press(asked, "Delete everything")
    assert "I keep nothing about you any more" in member.text(done), member.text(done)


async def cells(db: Database) -> list[tuple[str, str, object]]:
    """(table, column, value) of all that is stored."""
    named = (
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        if db.kind == "sqlite"
        else "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
    )
    found: list[tuple[str, str, object]] = []
    for table in sorted(row["name"] for row in await db.read(_rows, named)):
        for row in await db.read(_rows, f"SELECT * FROM {table}"):
            found += [(table, name, row[name]) for name in row.keys() if row[name] is not None]  # noqa: SIM118
        found.append((table, "", ""))
    return found


def _rows(query: str) -> Transaction[list[Row]]:
    return (yield sql(query))


async def play_out(folder: Path, url: str | None) -> dict[str, object]:
    """Live, forget, and search; what is wrong."""
    settings: dict[str, Any] = {} if url is None else {"database_url": url, "ballot_key": "f" * 40}
    if url is not None:
        _wait_for_postgres()
    async with playing(folder, **settings) as play:
        db = play.app.db
        member = await live(play)
        polls = [int(str(value)) for table, name, value in await cells(db) if (table, name) == ("polls", "id")]
        direct = int(member.actor.open_dm()["id"])
        traces = Traces(await open_ballot_key(play.settings, db), int(member.id), direct, polls)
        before = await cells(db)
        tables = {table for table, _, _ in before}
        held = {table for table, _, value in before if traces.within(value)}
        await forget(member)
        await asyncio.sleep(5)
        after = {f"{table}.{name}" for table, name, value in await cells(db) if traces.within(value)}
        raw = _raw(db, traces)
        await asyncio.sleep(3 * 24 * 3600)  # nothing that was begun before brings them back
        later = {f"{table}.{name}" for table, name, value in await cells(db) if traces.within(value)}
    return {
        "tables in which nothing of them was found": sorted(tables - held - set(OF_NOBODY)),
        "tables that are said to hold nothing of members": sorted(set(OF_NOBODY) & held),
        "left in the tables": sorted(after),
        "left in the files": raw,
        "left after three days": sorted(later),
    }


def _raw(db: Database, traces: Traces) -> list[str]:
    """What is left in the files of the database, deleted pages and all."""
    if not isinstance(db, SqliteDatabase):
        return []
    files = [db.path, db.path.with_name(db.path.name + "-wal")]
    return [
        f"{file.name[-4:]}: {trace!r}"
        for file in files
        if file.exists()
        for trace in traces.raw
        if trace in file.read_bytes()
    ]


def _wait_for_postgres() -> None:
    """No virtual time passes while a database server is at work."""

    def waited(call: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def waiting(*args: Any, **options: Any) -> Any:
            loop = asyncio.get_running_loop()
            assert isinstance(loop, VirtualLoop)
            done = loop.create_future()
            loop.wait_for_thread(done)
            try:
                return await call(*args, **options)
            finally:
                done.set_result(None)

        return waiting

    for name in ("connect", "create_pool"):
        setattr(asyncpg, name, waited(getattr(asyncpg, name)))
    for name in ("read", "write", "scrub", "close"):
        setattr(PostgresDatabase, name, waited(getattr(PostgresDatabase, name)))


def main() -> int:
    """Print what is wrong, as JSON; 1 where anything is."""
    reader = argparse.ArgumentParser(prog="python -m tests.faults.forgetting")
    reader.add_argument("--url")
    options = reader.parse_args()
    found = in_virtual_time(lambda folder: play_out(folder, options.url))
    print(json.dumps(found, indent=1))
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main())
