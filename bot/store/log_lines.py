"""Lines of the moderators' log that are still to be posted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import ParamSpec, TypeVar

from bot.domain.instants import to_ms
from bot.domain.job_kinds import JobKind
from bot.domain.log_note import LogNote
from bot.store.engine.database import Transaction, sql
from bot.store.guild_settings import load_guild
from bot.store.ids import new_id
from bot.store.jobs import schedule_by

T = TypeVar("T")
P = ParamSpec("P")
AGAIN_AFTER = timedelta(seconds=30)
"""When a line that was not posted at once is tried again; then with growing pauses."""
LONGEST = 2000
"""Characters of a line."""


def noted(transaction: Callable[P, Transaction[T]], note: LogNote | None) -> Callable[P, Transaction[T]]:
    """A change that also keeps the line that the server's log is owed for it, where the server has a log."""

    def both(*args: P.args, **kwargs: P.kwargs) -> Transaction[T]:
        result = yield from transaction(*args, **kwargs)
        line = None if note is None else note.line(result)
        if note is not None and line is not None and (yield from load_guild(guild_id=note.guild_id)).log_channel_id:
            yield from owe_line(guild_id=note.guild_id, sentence=line, at=note.at)
        return result

    return both


def owe_line(*, guild_id: int, sentence: str, at: datetime) -> Transaction[None]:
    """Keeps a line until it is posted: a job sees to it, if nobody has after `AGAIN_AFTER`."""
    yield sql(
        "INSERT INTO log_lines (id, guild_id, sentence, made_at) VALUES (:id, :guild_id, :sentence, :at)",
        id=new_id(),
        guild_id=guild_id,
        sentence=sentence[:LONGEST],
        at=to_ms(at),
    )
    yield from schedule_by(kind=JobKind.CARE_LOG, subject_id=guild_id, due_at=at + AGAIN_AFTER)


def list_owed(*, guild_id: int) -> Transaction[list[tuple[int, str]]]:
    """The lines that a server's log lacks, as (id, sentence), the oldest first."""
    rows = yield sql("SELECT id, sentence FROM log_lines WHERE guild_id = :guild_id ORDER BY id", guild_id=guild_id)
    return [(row["id"], row["sentence"]) for row in rows]


def settle_line(*, line_id: int) -> Transaction[None]:
    """The line is posted, or can be posted nowhere."""
    yield sql("DELETE FROM log_lines WHERE id = :id", id=line_id)


def forget_named(*, user_id: int) -> Transaction[None]:
    """Drops the lines that name a member."""
    yield sql("DELETE FROM log_lines WHERE sentence LIKE :pattern", pattern=f"%{user_id}%")


def purge_lines(*, before: datetime) -> Transaction[None]:
    """Drops the lines that could not be posted since before an instant."""
    yield sql("DELETE FROM log_lines WHERE made_at < :before", before=to_ms(before))
