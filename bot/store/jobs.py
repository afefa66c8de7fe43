"""Due work as rows: what must happen when. Scheduled in the transaction of the change that it belongs to.

A claim hands a job out under a lease. `finish` and `retry` say which lease they mean, so a job that was scheduled anew
while its handler ran (which clears the lease) is left alone, and so is one whose lease ran out and went to another
process.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.instants import from_ms, to_ms
from bot.store.engine.database import WAKE, Row, Statement, Transaction, sql
from bot.store.ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A claimed job: `attempts` counts this try too; `due_at` is when it was meant for, whatever the try."""

    id: int
    kind: str
    subject_id: int
    due_at: datetime
    attempts: int
    lease: int


def schedule(*, kind: str, subject_id: int, due_at: datetime) -> Transaction[None]:
    """Sets the one job of this kind for this subject, instead of the one that was there."""
    yield sql(
        """
        INSERT INTO jobs (id, kind, subject_id, due_at, wake_at) VALUES (:id, :kind, :subject_id, :due_at, :due_at)
        ON CONFLICT (kind, subject_id) DO UPDATE
        SET due_at = excluded.due_at, wake_at = excluded.due_at, attempts = 0, lease = NULL
        """,
        id=new_id(),
        kind=kind,
        subject_id=subject_id,
        due_at=to_ms(due_at),
    )
    yield WAKE


def schedule_by(*, kind: str, subject_id: int, due_at: datetime) -> Transaction[bool]:
    """Sees to it that the job of this kind for this subject comes at that instant or sooner: one that waits for an
    earlier one stays as it is. For what many changes in a row ask for. Returns whether anything had to be set."""
    rows = yield sql(
        """
        INSERT INTO jobs (id, kind, subject_id, due_at, wake_at) VALUES (:id, :kind, :subject_id, :due_at, :due_at)
        ON CONFLICT (kind, subject_id) DO UPDATE
        SET due_at = excluded.due_at, wake_at = excluded.due_at, attempts = 0, lease = NULL
        WHERE jobs.lease IS NOT NULL OR jobs.wake_at > excluded.wake_at
        RETURNING id
        """,
        id=new_id(),
        kind=kind,
        subject_id=subject_id,
        due_at=to_ms(due_at),
    )
    if rows:
        yield WAKE
    return bool(rows)


def unschedule(*, kind: str, subject_id: int) -> Transaction[None]:
    """Takes the job back; nothing happens when there is none."""
    yield sql("DELETE FROM jobs WHERE kind = :kind AND subject_id = :subject_id", kind=kind, subject_id=subject_id)


_CLAIM = """
UPDATE jobs SET lease = :lease, wake_at = :until, attempts = attempts + 1
WHERE id IN (SELECT id FROM jobs WHERE wake_at <= :now ORDER BY wake_at LIMIT :count)
RETURNING id, kind, subject_id, due_at, attempts, lease
"""
# PostgreSQL lets several processes claim at once: each skips the rows that another has just locked. MATERIALIZED
# keeps the planner from running the locking part more than once.
_CLAIM_POSTGRES = """
WITH due AS MATERIALIZED (
    SELECT id FROM jobs WHERE wake_at <= :now ORDER BY wake_at LIMIT :count FOR UPDATE SKIP LOCKED
)
UPDATE jobs SET lease = :lease, wake_at = :until, attempts = attempts + 1 FROM due
WHERE jobs.id = due.id
RETURNING jobs.id, jobs.kind, jobs.subject_id, jobs.due_at, jobs.attempts, jobs.lease
"""


def claim_due(*, now: datetime, limit: int, lease_seconds: float) -> Transaction[list[Job]]:
    """Leases up to `limit` jobs that are due, the longest waiting first. The lease ends by itself."""
    until = to_ms(now + timedelta(seconds=lease_seconds))
    params = {"lease": new_id(), "until": until, "now": to_ms(now), "count": limit}
    rows = yield Statement(_CLAIM, {**params}, _CLAIM_POSTGRES)
    return sorted((_job(row) for row in rows), key=lambda job: (job.due_at, job.id))


def finish(jobs: Sequence[Job]) -> Transaction[None]:
    """Deletes jobs that are done, except those that meanwhile were scheduled anew or went to somebody else."""
    for job in jobs:
        yield sql("DELETE FROM jobs WHERE id = :id AND lease = :lease", id=job.id, lease=job.lease)


def retry(job: Job, *, at: datetime) -> Transaction[None]:
    """Gives a job back after a failed try, to be taken again at `at`, unless the lease is no longer ours."""
    yield from _return(job, at=at, attempts=job.attempts)


def give_back(job: Job, *, at: datetime) -> Transaction[None]:
    """Gives a job back that was not tried at all: as `retry`, but the claim does not count as a try."""
    yield from _return(job, at=at, attempts=job.attempts - 1)


def _return(job: Job, *, at: datetime, attempts: int) -> Transaction[None]:
    yield sql(
        "UPDATE jobs SET wake_at = :at, attempts = :attempts, lease = NULL WHERE id = :id AND lease = :lease",
        at=to_ms(at),
        attempts=attempts,
        id=job.id,
        lease=job.lease,
    )


def release_leases(*, now: datetime, lease_seconds: float) -> Transaction[None]:
    """Makes every leased job due at once: for a process that knows that it is the only one, after a crash."""
    yield sql(
        "UPDATE jobs SET wake_at = :now, lease = NULL WHERE wake_at > :now AND wake_at <= :until AND lease IS NOT NULL",
        now=to_ms(now),
        until=to_ms(now + timedelta(seconds=lease_seconds)),
    )


def release_unreachable(
    *, now: datetime, lease_seconds: float, pause_seconds: float, at_work: frozenset[tuple[str, int]]
) -> Transaction[int]:
    """Makes what waits longer than anything can due at once: leases and pauses that were taken before the machine's
    clock was set back. `at_work`: kinds and subjects that this process has in hand, which stay. Returns how many."""
    rows = yield sql(
        """
        SELECT id, kind, subject_id FROM jobs
        WHERE (lease IS NOT NULL AND wake_at > :lease_end)
           OR (lease IS NULL AND wake_at > due_at AND wake_at > :pause_end)
        """,
        lease_end=to_ms(now + timedelta(seconds=lease_seconds)),
        pause_end=to_ms(now + timedelta(seconds=pause_seconds)),
    )
    released = [row["id"] for row in rows if (row["kind"], row["subject_id"]) not in at_work]
    for job_id in released:
        yield sql("UPDATE jobs SET wake_at = :now, lease = NULL WHERE id = :id", now=to_ms(now), id=job_id)
    return len(released)


def next_due() -> Transaction[datetime | None]:
    """When the next job may be taken: due, to be tried again, or its lease run out. None when there is none."""
    rows = yield sql("SELECT wake_at FROM jobs ORDER BY wake_at LIMIT 1")
    return from_ms(rows[0]["wake_at"]) if rows else None


def oldest_overdue(*, now: datetime) -> Transaction[datetime | None]:
    """Since when the oldest job that is overdue could have been done; None when none is."""
    rows = yield sql("SELECT MIN(wake_at) AS at FROM jobs WHERE wake_at <= :now", now=to_ms(now))
    return None if rows[0]["at"] is None else from_ms(rows[0]["at"])


def count_waiting(*, now: datetime) -> Transaction[tuple[int, int]]:
    """How many jobs there are, and how many of them are overdue."""
    rows = yield sql(
        "SELECT COUNT(*) AS waiting, COUNT(CASE WHEN wake_at <= :now THEN 1 END) AS overdue FROM jobs",
        now=to_ms(now),
    )
    return rows[0]["waiting"], rows[0]["overdue"]


def _job(row: Row) -> Job:
    return Job(
        id=row["id"],
        kind=row["kind"],
        subject_id=row["subject_id"],
        due_at=from_ms(row["due_at"]),
        attempts=row["attempts"],
        lease=row["lease"],
    )
