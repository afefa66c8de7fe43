"""Runs due work: claims it from the store, hands it to whoever registered for its kind, and marks what became of it.

At least once, never lost: a job is deleted only after its handler returned. A handler re-reads what it is about, does
nothing when that no longer holds, and may therefore be run again at any time. Several processes may run on one
database; leases keep them apart. The loop that calls `run_due` at the right instants lives with the Discord client.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.clock import Clock
from bot.errors import StoreUnavailable
from bot.store import jobs as store
from bot.store.database import Database
from bot.store.jobs import Job

__all__ = ["Handler", "Job", "JobRunner", "Late", "retry_delay"]

log = logging.getLogger(__name__)

BATCH = 200
CONCURRENT = 64
LEASE = timedelta(minutes=2)
PATIENCE = LEASE * 0.8
"""How long a handler may take. Less than the lease, so that nobody else starts on a job that is still in hand."""
TRIES = 8
STRANGER_DELAY = timedelta(minutes=10)

Handler: TypeAlias = Callable[[Job, datetime], Awaitable[None]]
"""Does one job, told the present instant. Raising means: not done, try again later."""
GivenUp: TypeAlias = Callable[[Job], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """What to do instead when a job is taken up more than `after` past its due instant."""

    after: timedelta
    handler: Handler


def retry_delay(attempts: int) -> timedelta:
    """How long to wait after the given number of failed tries: 5 s, doubling, at most 15 minutes."""
    return min(timedelta(seconds=5) * 2 ** min(max(attempts, 1) - 1, 16), timedelta(minutes=15))


class JobRunner:
    """The runner of due work. `given_up(job)` is called once for a job that failed `TRIES` times, before it goes."""

    def __init__(self, db: Database, clock: Clock, *, given_up: GivenUp | None = None) -> None:
        self.on_earlier: Callable[[], None] | None = None
        """Set by the ticker: called when something may have become due earlier than it expects."""
        self._db = db
        self._clock = clock
        self._given_up = given_up
        self._handlers: dict[str, tuple[Handler, Late | None]] = {}
        self._done: list[Job] = []
        self._marking = False

    def handle(self, kind: str, handler: Handler, *, late: Late | None = None) -> None:
        """Registers who does jobs of this kind, instead of whoever did."""
        self._handlers[kind] = (handler, late)

    def nudge(self) -> None:
        """To be called after a commit that may have scheduled something earlier than all that waits."""
        if self.on_earlier is not None:
            self.on_earlier()

    async def next_due(self) -> datetime | None:
        """When `run_due` next has something to do, or None. Raises StoreUnavailable."""
        return await self._db.read(store.next_due())

    async def run_due(self) -> int:
        """Does everything that is due now, in batches, and tells how many jobs were taken up. Never raises."""
        taken = 0
        try:
            while (due := await self.next_due()) is not None and due <= self._clock.now():
                now = self._clock.now()
                claim = store.claim_due(now=now, limit=BATCH, lease_seconds=LEASE.total_seconds())
                batch = await self._db.write(claim)
                if not batch:  # another process was faster
                    break
                taken += len(batch)
                gate = asyncio.Semaphore(CONCURRENT)
                await asyncio.gather(*(self._run(job, now, gate) for job in batch))
        except StoreUnavailable:
            log.warning("due work waits: the database does not answer")
        except Exception:
            log.exception("due work stopped; the next tick tries again")
        return taken

    async def _run(self, job: Job, now: datetime, gate: asyncio.Semaphore) -> None:
        registered = self._handlers.get(job.kind)
        if registered is None:
            log.warning("nobody handles jobs of kind %s", job.kind)
            await self._push_back(job, STRANGER_DELAY)
            return
        handler, late = registered
        if late is not None and now - job.due_at > late.after:
            handler = late.handler
        try:
            async with gate, asyncio.timeout(PATIENCE.total_seconds()):
                await handler(job, now)
        except Exception as error:
            await self._failed(job, error)
        else:
            await self._mark_done(job)

    async def _mark_done(self, job: Job) -> None:
        """Deletes the job together with all others that finish at about the same time, in one transaction."""
        self._done.append(job)
        if self._marking:
            return
        self._marking = True
        try:
            while self._done:
                done, self._done = self._done, []
                await self._db.write(store.finish(done))
        except StoreUnavailable:
            log.warning("finished work could not be marked; it will be done again when its lease ends")
        finally:
            self._marking = False

    async def _failed(self, job: Job, error: Exception) -> None:
        # The error's own text may hold what members wrote; the traceback shows where, which is what is needed.
        where = error.__traceback__
        while where is not None and where.tb_next is not None:
            where = where.tb_next
        spot = f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where is not None else "?"
        told = (job.kind, job.subject_id, job.attempts, type(error).__name__, spot)
        if job.attempts < TRIES:
            log.warning("job %s of %d failed (try %d): %s at %s", *told)
            await self._push_back(job, retry_delay(job.attempts))
            return
        log.error("job %s of %d is given up (try %d): %s at %s", *told)
        if self._given_up is not None:
            try:
                await self._given_up(job)
            except Exception as second:
                log.error("nobody could be told about it: %s", type(second).__name__)
        await self._mark_done(job)

    async def _push_back(self, job: Job, delay: timedelta) -> None:
        try:
            await self._db.write(store.retry(job, at=self._clock.now() + delay))
        except StoreUnavailable:
            log.warning("job %s of %d comes back when its lease ends", job.kind, job.subject_id)
