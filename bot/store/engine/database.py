"""The one door to the database: units of work as generators, run unchanged on SQLite and on PostgreSQL.

A transaction is a generator function that yields statements and is sent their rows:

    def rename(*, poll_id: int, title: str) -> Transaction[bool]:
        rows = yield sql("UPDATE polls SET title = :title WHERE id = :id RETURNING id", id=poll_id, title=title)
        return bool(rows)

    renamed = await db.write(rename, poll_id=1, title="…")

Transactions compose with `yield from`. Why generators: SQLite lives in a thread of its own, and a whole batch of
transactions (each with its decisions between statements) runs there in a single hop; on PostgreSQL the same code is
driven by the event loop. A transaction must be pure but for its statements: no awaiting, no clock, no sending, because
it runs in another thread, and because PostgreSQL may ask for it a second time (deadlock, lost connection).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any, Literal, NamedTuple, ParamSpec, Protocol, TypeAlias, TypeVar

T = TypeVar("T")
P = ParamSpec("P")

Param: TypeAlias = int | float | str | bytes | None
Kind: TypeAlias = Literal["sqlite", "postgresql"]


class Statement(NamedTuple):
    """One SQL statement with `:name` parameters. `postgres` replaces `text` there, where the dialects must differ."""

    text: str
    params: dict[str, Param]
    postgres: str | None = None


class Row(Protocol):
    """A row of a result, read by column name. (`sqlite3.Row` and `asyncpg.Record` both are one.)"""

    def __getitem__(self, key: str, /) -> Any: ...

    def keys(self) -> Iterable[str]: ...


Transaction: TypeAlias = Generator[Statement, list[Row], T]
"""A unit of work with a result of type T."""

WAKE = Statement("-- wake the runner of due work", {})
"""Yielded by a transaction that scheduled something: once it is committed, `Database.on_scheduled` is called. Sent to
no database."""


class ConstraintViolated(Exception):
    """A statement broke a UNIQUE, CHECK, NOT NULL or FOREIGN KEY rule; its transaction was rolled back."""


def sql(text: str, /, **params: Param) -> Statement:
    """A statement for both databases. Values go in by `:name` only, never into the text."""
    return Statement(text, params)


class Database(Protocol):
    """An open database.

    Errors of both verbs: what the transaction itself raises, `ConstraintViolated`, and `StoreUnavailable` when the
    database is locked, full or gone (nothing was stored then, and a later call may well succeed).
    """

    on_scheduled: Callable[[], None] | None
    """Called on the event loop after the commit of whatever yielded `WAKE`: set by the runner of due work."""

    @property
    def kind(self) -> Kind: ...

    async def read(self, transaction: Callable[P, Transaction[T]], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs a transaction that only reads. Each of its statements sees its own snapshot: join what must agree."""
        ...

    async def write(self, transaction: Callable[P, Transaction[T]], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs a transaction and returns when its changes survive a crash. An exception rolls it back.

        A caller that is cancelled while it waits does not know the outcome: it is done wholly or not at all.
        """
        ...

    async def scrub(self) -> None:
        """Leave nothing of what was deleted in files of the database that are not rewritten by themselves. On a server
        that is its own business (autovacuum). Never raises: what cannot be done now is done the next time."""
        ...

    async def size(self) -> int:
        """Bytes on the disk."""
        ...

    async def faults(self) -> list[str]:
        """What the database finds wrong with itself. PostgreSQL checks its pages as it reads them."""
        ...

    async def backup(self, path: Path) -> None:
        """Writes a consistent copy to `path`, which must not exist. EtoileError where that is not possible."""
        ...

    async def close(self) -> None:
        """Finishes what was accepted and lets go of the database. Later calls raise StoreUnavailable."""
        ...
