"""The store on SQLite: one writer, a few readers, and commits that concurrent transactions share.

Every acknowledged write is on the disk (WAL with synchronous=FULL: one fsync per commit). A fsync costs far more than
a ballot, so transactions that wait at the same time share one commit, each under a savepoint of its own. There is no
background task: the first transaction asks for a batch at the end of this turn of the event loop, and each finished
batch starts the next with whatever has come in meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeAlias, TypeVar, cast

import aiosqlite

from bot.errors import EtoileError, StoreUnavailable
from bot.store.engine import schema
from bot.store.engine.aiosqlite_thread import submit
from bot.store.engine.database import WAKE, ConstraintViolated, Kind, Row, Transaction

T = TypeVar("T")
P = ParamSpec("P")
Make: TypeAlias = Callable[[], Transaction[Any]]
"""Makes a transaction, on the thread that runs it."""
log = logging.getLogger(__name__)

READERS = 2
# A press may have to wait for the batch before it and then for its own: both together stay below Discord's three
# seconds, so that a member gets a sentence and not a dead press.
BUSY_TIMEOUT_MS = 1_200
OPENING_TIMEOUT_MS = 10_000
OPENING_PAUSE_MS = 50
"""At the start nobody waits for an answer yet: another process may be starting or ending on the same file."""
STATEMENTS = 512  # prepared statements kept per connection: more than the whole bot has
SCRUB_TRIES = 5
READ_TOGETHER = 16  # reads in one hop at most: a long one must not hold up many others
BATCH = 256  # transactions per commit at most: bounds how long the last of a flood waits for the first

# Result codes (low byte) that mean "not now" rather than "wrong statement".
_UNAVAILABLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)


class _Pending(NamedTuple):
    make: Make
    answer: asyncio.Future[Any]


class _Outcome(NamedTuple):
    value: Any
    error: BaseException | None
    scheduled: bool = False


class SqliteDatabase:
    """A file of SQLite, opened by `open`."""

    kind: Kind = "sqlite"

    def __init__(self, path: Path, writer: aiosqlite.Connection, readers: list[aiosqlite.Connection]) -> None:
        self.path = path
        self.on_scheduled: Callable[[], None] | None = None
        self.commits = 0
        """Commits so far; far fewer than transactions under load."""
        self._writer = writer
        self._readers = readers
        self._turns = itertools.cycle(readers)
        self._loop = asyncio.get_running_loop()
        self._reading: list[_Pending] = []
        self._pending: list[_Pending] = []
        self._busy = False
        self._idle: asyncio.Future[None] | None = None  # what `close` waits for
        self._closed = False

    @classmethod
    async def open(cls, path: Path) -> SqliteDatabase:
        """A file that is at the newest revision. StartupError where it cannot be opened."""
        opened: list[aiosqlite.Connection] = []
        try:
            for number in range(1 + READERS):
                connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=STATEMENTS)
                opened.append(connection)
                await submit(connection, partial(_configure, reading=number > 0))
        except BaseException as error:
            for connection in opened:  # an open one keeps the process from ending
                await connection.close()
            if isinstance(error, sqlite3.Error):
                raise schema.cannot_open(path, error) from error
            raise
        return cls(path, opened[0], opened[1:])

    async def read(self, transaction: Callable[P, Transaction[T]], /, *args: P.args, **kwargs: P.kwargs) -> T:
        if self._closed:
            raise StoreUnavailable
        answer: asyncio.Future[T] = self._loop.create_future()
        self._reading.append(_Pending(partial(transaction, *args, **kwargs), answer))
        if len(self._reading) == 1:
            self._loop.call_soon(self._hand_out)
        return await answer

    def _hand_out(self) -> None:
        """Hands what is to be read to the readers in turn: what came in together goes over in one hop, because a hop
        costs more than a small read. Never awaits, so a cancelled caller cannot stop it."""
        waiting, self._reading = self._reading, []
        for start in range(0, len(waiting), READ_TOGETHER):
            batch = waiting[start : start + READ_TOGETHER]
            future = submit(next(self._turns), partial(_read, [pending.make for pending in batch]))
            future.add_done_callback(partial(_tell, batch))

    async def write(self, transaction: Callable[P, Transaction[T]], /, *args: P.args, **kwargs: P.kwargs) -> T:
        if self._closed:
            raise StoreUnavailable
        answer: asyncio.Future[T] = self._loop.create_future()
        self._pending.append(_Pending(partial(transaction, *args, **kwargs), answer))
        if not self._busy:
            self._busy = True
            # Not at once: whatever else is presented in this turn of the loop shares the commit.
            self._loop.call_soon(self._next_batch)
        return await answer

    def _next_batch(self) -> None:
        """Hands what waits to the writer's thread. Never awaits, so a cancelled caller cannot stop it."""
        batch = [pending for pending in self._pending[:BATCH] if not pending.answer.done()]
        del self._pending[:BATCH]
        if batch:
            future = submit(self._writer, partial(_commit, [pending.make for pending in batch]))
            future.add_done_callback(partial(self._answer, batch))
        elif self._pending:
            self._loop.call_soon(self._next_batch)
        else:
            self._busy = False
            if self._idle is not None:
                self._idle.set_result(None)

    def _answer(self, batch: list[_Pending], done: asyncio.Future[list[_Outcome]]) -> None:
        """Tells each caller what became of its transaction, then starts the next batch."""
        if done.exception() is None:
            self.commits += 1
        _tell(batch, done)
        if self.on_scheduled is not None and not done.exception() and any(one.scheduled for one in done.result()):
            self.on_scheduled()
        self._next_batch()

    async def scrub(self) -> None:
        """Take the write-ahead log back into the file, whose deleted parts are overwritten (`secure_delete`)."""
        if self._closed:
            return
        for _ in range(SCRUB_TRIES):
            if await submit(self._writer, _truncate_log):
                return
            await asyncio.sleep(OPENING_PAUSE_MS / 1000)
        log.info("the write-ahead log is in use; it is emptied another time")

    async def size(self) -> int:
        return sum(file.stat().st_size for file in self.path.parent.glob(f"{self.path.name}*") if file.is_file())

    async def faults(self) -> list[str]:
        return await asyncio.to_thread(_faults, self.path)

    async def backup(self, path: Path) -> None:
        await asyncio.to_thread(_backup, self.path, path)

    async def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        self._hand_out()
        if self._busy:
            self._idle = self._loop.create_future()
            await self._idle
        for connection in (*self._readers, self._writer):  # the writer last: it takes the WAL back into the file
            await connection.close()


def _tell(batch: list[_Pending], done: asyncio.Future[list[_Outcome]]) -> None:
    """Gives each caller of a batch what became of its transaction."""
    failure = done.exception()
    outcomes = done.result() if failure is None else [_Outcome(None, failure)] * len(batch)
    for (_, answer), (value, error, _) in zip(batch, outcomes, strict=True):
        if answer.done():  # its caller was cancelled meanwhile
            continue
        if error is None:
            answer.set_result(value)
        else:
            answer.set_exception(_translated(error))


# -- what runs on the database's threads


def _configure(raw: sqlite3.Connection, *, reading: bool) -> None:
    raw.row_factory = sqlite3.Row
    raw.execute(f"PRAGMA busy_timeout = {OPENING_TIMEOUT_MS}")
    _use_wal(raw)
    raw.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA secure_delete = ON")
    raw.execute("PRAGMA temp_store = MEMORY")
    raw.execute("PRAGMA cache_size = -8192")
    if reading:
        raw.execute("PRAGMA query_only = ON")


def _use_wal(raw: sqlite3.Connection) -> None:
    """Write-ahead logging. SQLite answers "busy" at once, whatever the timeout, while another process that starts or
    ends on the file holds it for itself; so this waits by itself."""
    for tries_left in reversed(range(OPENING_TIMEOUT_MS // OPENING_PAUSE_MS)):
        try:
            raw.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or not tries_left:
                raise
            time.sleep(OPENING_PAUSE_MS / 1000)


def _truncate_log(raw: sqlite3.Connection) -> bool:
    """Whether the write-ahead log could be emptied: not while somebody reads from it."""
    try:
        return raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    except sqlite3.Error:
        return False


def _drive(raw: sqlite3.Connection, make: Make) -> _Outcome:
    """Runs a transaction to its end on this thread's connection and returns what it came to. Raises what it raises."""
    execute = raw.execute
    transaction = make()
    scheduled = False
    try:
        statement = next(transaction)
        while True:
            if statement is WAKE:
                scheduled = True
                statement = transaction.send([])
                continue
            rows = execute(statement.text, statement.params).fetchall()
            statement = transaction.send(cast("list[Row]", rows))
    except StopIteration as stop:
        return _Outcome(stop.value, None, scheduled)
    finally:
        transaction.close()


def _read(transactions: list[Make], raw: sqlite3.Connection) -> list[_Outcome]:
    """Runs transactions that only read, each for itself."""
    outcomes: list[_Outcome] = []
    for transaction in transactions:
        try:
            outcomes.append(_drive(raw, transaction))
        except Exception as error:
            outage = getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_READONLY
            outcomes.append(
                _Outcome(None, error if outage else TypeError("a transaction that writes was given to `read`"))
            )
    return outcomes


def _commit(transactions: list[Make], raw: sqlite3.Connection) -> list[_Outcome]:
    """Runs the batch under one commit. Raises when the batch as a whole failed: nothing is stored then."""
    try:
        raw.execute("BEGIN IMMEDIATE")
        outcomes = [_attempt(raw, transaction) for transaction in transactions]
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                raw.execute("ROLLBACK")
        raise
    return outcomes


def _attempt(raw: sqlite3.Connection, transaction: Make) -> _Outcome:
    """Runs one transaction of a batch under a savepoint, so that its failure undoes only its own changes."""
    raw.execute("SAVEPOINT attempt")
    try:
        outcome = _drive(raw, transaction)
    except Exception as error:
        # A full disk can end the whole batch behind our back: then all its transactions fail, not only this.
        if not raw.in_transaction:
            raise
        raw.execute("ROLLBACK TO attempt")
        outcome = _Outcome(None, error)
    raw.execute("RELEASE attempt")
    return outcome


def _faults(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(f"file:{path.resolve().as_posix()}?mode=ro", uri=True)) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA quick_check")]
    return [] if found == ["ok"] else found


def _backup(source: Path, target: Path) -> None:
    if target.exists():
        raise EtoileError("store-backup-exists", path=str(target))
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        schema.copy_sqlite(source, part)
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise EtoileError("store-backup-failed", path=str(target), reason=str(error)) from error


# -- errors


def _translated(error: BaseException) -> BaseException:
    """The error that a caller is to see for what SQLite raised."""
    if isinstance(error, sqlite3.IntegrityError):
        return ConstraintViolated(str(error))
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, sqlite3.Error) and code is not None and code & 0xFF in _UNAVAILABLE:
        log.warning("the database refused: %s", error.sqlite_errorname)
        return StoreUnavailable()
    return error
