"""Lines of the moderators' log that are still to be posted."""

from __future__ import annotations

from datetime import datetime

from bot.domain.instants import to_ms
from bot.domain.job_kinds import JobKind
from bot.store.engine.database import Transaction, sql
from bot.store.ids import new_id
from bot.store.jobs import schedule_by


def owe_line(*, guild_id: int, sentence: str, at: datetime, again_at: datetime) -> Transaction[int]:
    """Keeps a line until it is posted; at `again_at` a job sees to it. Returns its id."""
    line_id = new_id()
    yield sql(
        "INSERT INTO log_lines (id, guild_id, sentence, made_at) VALUES (:id, :guild_id, :sentence, :at)",
        id=line_id,
        guild_id=guild_id,
        sentence=sentence,
        at=to_ms(at),
    )
    yield from schedule_by(kind=JobKind.CARE_LOG, subject_id=guild_id, due_at=again_at)
    return line_id


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
