"""The store on PostgreSQL: a pool of asyncpg, one transaction per write, and a second try where that is safe."""

# asyncpg describes only part of its own types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownParameterType=false, reportMissingTypeStubs=false

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast
from urllib.parse import urlsplit

import asyncpg

from bot.errors import EtoileError, StartupError, StoreUnavailable
from bot.store.engine import schema
from bot.store.engine.database import WAKE, ConstraintViolated, Kind, Row, Transaction

T = TypeVar("T")
P = ParamSpec("P")
log = logging.getLogger(__name__)

POOL = 8
CONNECT_SECONDS = 5
ANSWER_SECONDS = 10
RETRY_SECONDS = 2.0  # below Discord's three, so that a member gets a sentence and not a dead press
PAUSE_SECONDS = 0.02
LOCK_MS = 2_100  # waiting for somebody's lock: once, and not again within RETRY_SECONDS

_CLASHES = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError)
_BROKEN = (
    OSError,  # TimeoutError as well
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # what a connection that is being cut may answer
    asyncpg.PostgresConnectionError,
)
GONE = (
    *_BROKEN,
    asyncpg.OperatorInterventionError,  # the server is being shut down, has crashed, or is starting
    asyncpg.InsufficientResourcesError,  # full disk, too many connections
    asyncpg.LockNotAvailableError,
    asyncpg.ReadOnlySQLTransactionError,  # a standby that took over, not yet promoted
)
REFUSED = (*GONE, asyncpg.PostgresError, ValueError)


class PostgresDatabase:
    """A database on a server, opened by `open`."""

    kind: Kind = "postgresql"

    def __init__(self, pool: asyncpg.Pool) -> None:
        self.on_scheduled: Callable[[], None] | None = None
        self._pool = pool
        self._closed = False

    @classmethod
    async def open(cls, url: str) -> PostgresDatabase:
        """A database that is at the newest revision. StartupError where it cannot be reached."""
        try:
            pool = await asyncpg.create_pool(
                url,
                min_size=0,  # a floor would be restored in the background, with a traceback in the log at each failure
                max_size=POOL,
                timeout=CONNECT_SECONDS,
                command_timeout=ANSWER_SECONDS,
                statement_cache_size=512,
                reset=_reset,
                server_settings={"application_name": "etoile", "lock_timeout": str(LOCK_MS)},
            )
        except REFUSED as error:
            raise cannot_open(url, error) from error
        return cls(pool)

    async def read(self, transaction: Callable[P, Transaction[T]], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._with_retries(partial(transaction, *args, **kwargs), self._read_once)

    async def write(self, transaction: Callable[P, Transaction[T]], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._with_retries(partial(transaction, *args, **kwargs), self._write_once)

    async def _with_retries(
        self, make: Callable[[], Transaction[T]], attempt: Callable[[Transaction[T]], Awaitable[T]]
    ) -> T:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + RETRY_SECONDS
        while not self._closed:
            try:
                return await attempt(make())
            except asyncpg.IntegrityConstraintViolationError as error:
                raise ConstraintViolated(str(error)) from error
            except (_OutcomeUnknown, *_CLASHES, *GONE) as error:
                if isinstance(error, asyncpg.InterfaceError) and "clos" not in str(error):
                    raise  # a wrong argument is reported as one of these too
                unknown = isinstance(error, _OutcomeUnknown)
                if unknown or loop.time() > deadline:
                    log.warning("the database refused: %s", type(error).__name__)
                    raise StoreUnavailable(unknown=unknown) from error
            await asyncio.sleep(PAUSE_SECONDS)
        raise StoreUnavailable

    @asynccontextmanager
    async def _connection(self) -> AsyncGenerator[Any, None]:
        """A connection of the pool, which gets it back unless it turned out to be broken."""
        async with self._pool.acquire(timeout=CONNECT_SECONDS) as connection:
            try:
                yield connection
            except _BROKEN:
                with suppress(asyncpg.InterfaceError):  # the pool may have noticed first
                    connection.terminate()
                raise

    async def _read_once(self, transaction: Transaction[T]) -> T:
        async with self._connection() as connection:
            return (await _drive(connection, transaction))[0]

    async def _write_once(self, transaction: Transaction[T]) -> T:
        async with self._connection() as connection:
            own = connection.transaction()
            await own.start()
            try:
                value, scheduled = await _drive(connection, transaction)
            except BaseException as error:
                if not isinstance(error, _BROKEN):
                    with suppress(*GONE):
                        await own.rollback()
                raise  # _reset sees to the rest
            try:
                await own.commit()
            except _CLASHES:
                raise  # the server rolled back and said so
            except GONE as error:
                raise _OutcomeUnknown from error
            if scheduled and self.on_scheduled is not None:
                self.on_scheduled()
            return value

    async def scrub(self) -> None:
        """The server's own business."""

    async def size(self) -> int:
        async with self._connection() as connection:
            return int(await connection.fetchval("SELECT pg_database_size(current_database())"))

    async def faults(self) -> list[str]:
        return []

    async def backup(self, path: Path) -> None:
        raise EtoileError("store-backup-postgres", path=str(path))

    async def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        try:
            await asyncio.wait_for(self._pool.close(), ANSWER_SECONDS)
        except (TimeoutError, asyncpg.InterfaceError, OSError):
            self._pool.terminate()


class _OutcomeUnknown(Exception):
    """The connection broke during COMMIT: it may have happened, so it must not be tried again."""


async def _drive(connection: Any, transaction: Transaction[T]) -> tuple[T, bool]:
    """Runs a transaction to its end: its result, and whether it scheduled something."""
    scheduled = False
    try:
        statement = next(transaction)
        while True:
            if statement is WAKE:
                scheduled = True
                statement = transaction.send([])
                continue
            text, names = _numbered(statement.postgres or statement.text)
            params = statement.params
            rows = await connection.fetch(text, *[params[name] for name in names])
            statement = transaction.send(cast("list[Row]", rows))
    except StopIteration as stop:
        return stop.value, scheduled
    finally:
        transaction.close()


async def _reset(connection: Any) -> None:
    """Between two users of a connection: nothing to undo but a transaction that a cancelled caller left open.

    asyncpg's own reset costs a round trip each time and undoes settings that nothing here changes.
    """
    if connection.is_in_transaction():
        await connection.execute("ROLLBACK")


# -- `:name` becomes `$1`: the one place

_TOKEN = re.compile(
    r"""
      '(?:[^']|'')*'          # a string
    | "[^"]*"                 # a quoted name
    | --[^\n]*                # a comment
    | /\*.*?\*/               # another
    | ::                      # a cast
    | :([A-Za-z_][A-Za-z0-9_]*)
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=1024)
def _numbered(text: str) -> tuple[str, tuple[str, ...]]:
    """The statement with `$n` for each `:name`, and the names in the order of their numbers."""
    names: list[str] = []

    def number(match: re.Match[str]) -> str:
        name = match.group(1)
        if name is None:
            return match.group(0)
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    return _TOKEN.sub(number, text), tuple(names)


# -- opening


async def stored_revision(url: str) -> str | None:
    """The revision of the database at `url`; None when it is empty. StartupError where it cannot be reached."""
    try:
        connection = await asyncpg.connect(url, timeout=CONNECT_SECONDS)
        try:
            known = await connection.fetchval("SELECT to_regclass('alembic_version') IS NOT NULL")
            return await connection.fetchval(schema.READ_REVISION) if known else None
        finally:
            await connection.close()
    except REFUSED as error:
        raise cannot_open(url, error) from error


def place_of(url: str) -> str:
    """Where the database is, without user and password."""
    parts = urlsplit(url)
    return parts.netloc.rpartition("@")[2] + parts.path


def cannot_open(url: str, error: Exception) -> StartupError:
    """The sentence for why the server refused. Never holds the password."""
    place = place_of(url)
    if isinstance(error, asyncpg.InvalidAuthorizationSpecificationError):
        return StartupError("store-password", place=place)
    if isinstance(error, asyncpg.InvalidCatalogNameError):
        return StartupError("store-no-such-database", place=place)
    if isinstance(error, asyncpg.InsufficientPrivilegeError):
        return StartupError("store-not-allowed", place=place)
    if isinstance(error, asyncpg.DiskFullError):
        return StartupError("store-full", place=place)
    if isinstance(error, asyncpg.ClientConfigurationError | ValueError):
        return StartupError("store-url-wrong", place=place)
    if isinstance(error, GONE):
        return StartupError("store-unreachable", place=place)
    return StartupError("store-broken", place=place, reason=type(error).__name__)
