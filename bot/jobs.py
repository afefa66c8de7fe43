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
from typing import NamedTuple, ParamSpec, TypeAlias

from bot.clock import Clock
from bot.errors import StoreUnavailable
from bot.logs import place_of
from bot.store import jobs as store
from bot.store.engine.database import Database, Transaction
from bot.store.jobs import Job

__all__ = ["Handler", "Job", "JobRunner", "Late", "retry_delay"]

P = ParamSpec("P")
log = logging.getLogger(__name__)

CONCURRENT = 64
"""Handlers at work at once: enough to keep Discord's 50 requests a second busy."""
LEASE = timedelta(seconds=60)
PATIENCE = timedelta(seconds=45)
"""How long a handler may take. Less than the lease, so that nobody else starts on a job that is still in hand."""
LOOK_AGAIN_SECONDS = 0.5
"""How often to look for newly due jobs while handlers are at work: a slow one must not hold up the others."""
TRIES = 8
STRANGER_DELAY = timedelta(minutes=10)
BUSY_DELAY = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(minutes=15)
"""Between two tries of a job that fails."""

Handler: TypeAlias = Callable[[Job, datetime], Awaitable[None]]
"""Does one job, told the present instant. Raising means: not done, try again later."""
GivenUp: TypeAlias = Callable[[Job], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """What to do instead when a job is taken up more than `after` past its due instant."""

    after: timedelta
    handler: Handler


def retry_delay(attempts: int) -> timedelta:
    """How long to wait after the given number of failed tries: 5 s, doubling, at most `LONGEST_PAUSE`."""
    return min(timedelta(seconds=5) * 2 ** min(max(attempts, 1) - 1, 16), LONGEST_PAUSE)


class _Registered(NamedTuple):
    """Who does the jobs of one kind."""

    handler: Handler
    late: Late | None
    given_up: GivenUp | None
    owed: bool


class JobRunner:
    """The runner of due work.

    `alone`: no other process runs jobs on this database, so leases found at the start are a dead process's and end at
    once. It is assumed of SQLite.
    """

    def __init__(self, db: Database, clock: Clock, *, alone: bool | None = None) -> None:
        self.on_earlier: Callable[[], None] | None = None
        """Set by the ticker: called when something may have become due before it would look again."""
        self.on_ended: Callable[[str, str, float], None] | None = None
        """Told of every try: the kind, "done", "again" or "given up", and how many seconds after it was due."""
        self._db = db
        self._clock = clock
        self._orphans = db.kind == "sqlite" if alone is None else alone
        self._handlers: dict[str, _Registered] = {}
        self._at_work: set[tuple[str, int]] = set()
        self._done: list[Job] = []
        self._marking = False
        self._running = 0
        db.on_scheduled = self._nudge

    def handle(
        self,
        kind: str,
        handler: Handler,
        *,
        late: Late | None = None,
        given_up: GivenUp | None = None,
        owed: bool = False,
    ) -> None:
        """Registers who does jobs of this kind, instead of whoever did.

        `owed`: it is never given up, but tried again every quarter of an hour in the end.
        `given_up(job)` is called once for a job that failed `TRIES` times, before it goes: tell whoever waits for it.
        """
        self._handlers[kind] = _Registered(handler, late, given_up, owed)

    def _nudge(self) -> None:
        """Called by the database after a commit that may have scheduled something earlier than all that waits.

        While `run_due` is at work it looks by itself; waking the ticker would cancel the handlers under way.
        """
        if self.on_earlier is not None and not self._running:
            self.on_earlier()

    async def next_due(self) -> datetime | None:
        """When `run_due` next has something to do, or None. Raises StoreUnavailable."""
        return await self._db.read(store.next_due)

    async def clock_stepped(self) -> None:
        """To be called when the machine's clock was set: what became due by it is looked for at once, and what was
        leased or put off on the clock as it was before is not waited for. Raises StoreUnavailable."""
        await self._db.write(
            store.release_unreachable,
            now=self._clock.now(),
            lease_seconds=LEASE.total_seconds(),
            pause_seconds=LONGEST_PAUSE.total_seconds(),
            at_work=frozenset(self._at_work),
        )
        self._nudge()

    async def run_due(self) -> int:
        """Does everything that is due now or becomes due meanwhile, and tells how many jobs were taken up.

        Never raises but for its own cancellation, which gives back what was in hand.
        """
        taken = 0
        tasks: set[asyncio.Task[None]] = set()
        least = 1  # claim for this many free places or more: in batches, not one for each handler that ends
        self._running += 1
        try:
            while True:
                room = CONCURRENT - len(tasks)
                claimed = await self._claim(room) if room >= least else []
                taken += len(claimed)
                tasks |= {asyncio.create_task(self._run(job)) for job in claimed}
                if not tasks:
                    return taken
                ended, tasks = await asyncio.wait(
                    tasks, timeout=LOOK_AGAIN_SECONDS, return_when=asyncio.FIRST_COMPLETED
                )
                least = CONCURRENT // 4 if ended and tasks else 1
        finally:
            self._running -= 1
            for task in tasks:
                task.cancel()
            if tasks:
                await asyncio.wait(tasks)

    async def _claim(self, room: int) -> list[Job]:
        """Jobs that are due, at most `room`; none when the database does not answer."""
        try:
            now = self._clock.now()
            if self._orphans:
                await self._db.write(store.release_leases, now=now, lease_seconds=LEASE.total_seconds())
                self._orphans = False
            due = await self.next_due()  # a read, so that an idle tick writes nothing
            if due is None or due > now:
                return []
            return await self._db.write(store.claim_due, now=now, limit=room, lease_seconds=LEASE.total_seconds())
        except StoreUnavailable:
            log.warning("due work waits: the database does not answer")
        except Exception:
            log.exception("due work cannot be claimed")
        return []

    async def _run(self, job: Job) -> None:
        now = self._clock.now()
        subject = (job.kind, job.subject_id)
        registered = self._handlers.get(job.kind)
        if registered is None:
            log.warning("nobody handles jobs of kind %s", job.kind)
            await self._store(store.give_back, job, at=now + STRANGER_DELAY)
        elif subject in self._at_work:  # scheduled anew, and due, while its handler still runs: one after the other
            await self._store(store.give_back, job, at=now + BUSY_DELAY)
        else:
            self._at_work.add(subject)
            try:
                await self._handle(job, now, registered)
            finally:
                self._at_work.discard(subject)

    async def _handle(self, job: Job, now: datetime, registered: _Registered) -> None:
        handler, late, given_up, owed = registered
        if late is not None and now - job.due_at > late.after:
            handler = late.handler
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                await handler(job, now)
        except asyncio.CancelledError:  # the process ends: whoever comes next need not wait for the lease
            await self._store(store.give_back, job, at=now)
            raise
        except Exception as error:
            await self._failed(job, error, given_up, owed=owed)
        else:
            self._ended(job, "done")
            await self._mark_done(job)

    def _ended(self, job: Job, outcome: str) -> None:
        if self.on_ended is not None:
            self.on_ended(job.kind, outcome, (self._clock.now() - job.due_at).total_seconds())

    async def _mark_done(self, job: Job) -> None:
        """Deletes the job together with all others that finish at about the same time, in one transaction."""
        self._done.append(job)
        if self._marking:
            return
        self._marking = True
        try:
            while self._done:
                done, self._done = self._done, []
                await self._store(store.finish, done)
        finally:
            self._marking = False

    async def _failed(self, job: Job, error: Exception, given_up: GivenUp | None, *, owed: bool) -> None:
        code = getattr(error, "code", None)  # Discord's, where it was Discord that refused
        what = type(error).__name__ if code is None else f"{type(error).__name__} {code}"
        told = (job.kind, job.subject_id, job.attempts, what, place_of(error))
        if owed or job.attempts < TRIES:
            pause = retry_delay(job.attempts)
            log.warning("job %s of %d failed (try %d): %s at %s; again in %d s", *told, pause.total_seconds())
            self._ended(job, "again")
            await self._store(store.retry, job, at=self._clock.now() + pause)
            return
        log.error("job %s of %d is given up (try %d): %s at %s", *told)
        self._ended(job, "given up")
        if given_up is not None:
            try:
                await given_up(job)
            except Exception as second:
                log.error("nobody could be told that it was given up: %s", type(second).__name__)
        await self._mark_done(job)

    async def _store(self, transaction: Callable[P, Transaction[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Marks what became of jobs. When that fails the lease runs out, and they are done again."""
        try:
            await self._db.write(transaction, *args, **kwargs)
        except Exception as error:
            log.warning("a job could not be marked; it comes back when its lease ends: %s", type(error).__name__)
