"""Due work: never lost, never in two hands, and what is scheduled anew meanwhile survives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from functools import partial

import pytest

from bot.clock import FunctionClock
from bot.errors import EtoileError
from bot.jobs import CONCURRENT, LEASE, PATIENCE, TRIES, Job, JobRunner, Late, retry_delay
from bot.store import jobs
from bot.store.engine.database import Database, Transaction
from bot.store.engine.opening import open_database

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def second(url: str) -> AsyncIterator[Database]:
    """The same database, as another process opens it."""
    database = await open_database(url)
    yield database
    await database.close()


class Hands:
    """A clock that the test moves, and a handler that notes what it was given."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.clock = FunctionClock(lambda: self.now)
        self.done: list[int] = []

    async def handle(self, job: Job, now: datetime) -> None:
        self.done.append(job.subject_id)


@pytest.fixture
def hands(now: datetime) -> Hands:
    return Hands(now)


def many(count: int, due_at: datetime, kind: str = "remind") -> Transaction[None]:
    for number in range(count):
        yield from jobs.schedule(kind=kind, subject_id=number, due_at=due_at)


def claim(now: datetime, limit: int = 10, lease_seconds: float = 60) -> Transaction[list[Job]]:
    return jobs.claim_due(now=now, limit=limit, lease_seconds=lease_seconds)


# -- the table


async def test_a_job_is_due_at_its_instant_and_not_before(db: Database, now: datetime) -> None:
    assert await db.read(jobs.next_due) is None
    await db.write(jobs.schedule, kind="close", subject_id=7, due_at=now)
    assert await db.read(jobs.next_due) == now
    assert await db.write(claim, now - timedelta(milliseconds=1)) == []
    (job,) = await db.write(claim, now)
    assert (job.kind, job.subject_id, job.due_at, job.attempts) == ("close", 7, now, 1)
    assert await db.write(claim, now) == []
    await db.write(jobs.finish, [job])
    assert await db.read(jobs.next_due) is None


async def test_there_is_one_job_of_a_kind_for_a_subject(db: Database, now: datetime) -> None:
    for minutes in (5, 1, 3):
        await db.write(jobs.schedule, kind="close", subject_id=7, due_at=now + minutes * MINUTE)
    await db.write(jobs.schedule, kind="open", subject_id=7, due_at=now)
    first = await db.write(claim, now + 2 * MINUTE)
    await db.write(jobs.finish, first)
    second = await db.write(claim, now + 3 * MINUTE)
    assert [(job.kind, job.due_at) for job in first + second] == [("open", now), ("close", now + 3 * MINUTE)]


async def test_a_job_can_be_taken_back(db: Database, now: datetime) -> None:
    await db.write(many, 2, now)
    assert await db.read(jobs.count_waiting, now=now) == (2, 2)
    for _ in range(2):
        await db.write(jobs.unschedule, kind="remind", subject_id=0)
    assert await db.read(jobs.count_waiting, now=now - MINUTE) == (1, 0)


async def test_two_who_claim_at_once_never_get_the_same(db: Database, second: Database, now: datetime) -> None:
    await db.write(many, 300, now)
    claims = await asyncio.gather(*(one.write(claim, now, limit=25) for one in (db, second) for _ in range(8)))
    claimed = [job.subject_id for batch in claims for job in batch]
    assert len(claimed) == len(set(claimed))
    while batch := await db.write(claim, now, limit=50):
        claimed += [job.subject_id for job in batch]
    assert sorted(claimed) == list(range(300))


async def test_a_lease_ends_and_the_late_owner_can_no_longer_mark(db: Database, now: datetime) -> None:
    await db.write(jobs.schedule, kind="close", subject_id=7, due_at=now)
    (first,) = await db.write(claim, now)
    assert await db.write(claim, now + timedelta(seconds=59)) == []
    assert await db.read(jobs.next_due) == now + timedelta(seconds=60)
    (again,) = await db.write(claim, now + timedelta(seconds=60))
    assert (again.attempts, again.due_at) == (2, now)
    await db.write(jobs.finish, [first])
    await db.write(jobs.retry, first, at=now)
    assert await db.read(jobs.next_due) == now + timedelta(seconds=120)
    await db.write(jobs.finish, [again])
    assert await db.read(jobs.next_due) is None


@pytest.mark.parametrize("mark", ["finish", "retry", "give_back"])
async def test_what_is_scheduled_anew_while_its_handler_runs_survives(db: Database, now: datetime, mark: str) -> None:
    await db.write(jobs.schedule, kind="close", subject_id=7, due_at=now)
    (job,) = await db.write(claim, now)
    await db.write(jobs.schedule, kind="close", subject_id=7, due_at=now + MINUTE)
    works = {
        "finish": partial(jobs.finish, [job]),
        "retry": partial(jobs.retry, job, at=now),
        "give_back": partial(jobs.give_back, job, at=now),
    }
    await db.write(works[mark])
    assert await db.write(claim, now) == []
    (moved,) = await db.write(claim, now + MINUTE)
    assert (moved.due_at, moved.attempts) == (now + MINUTE, 1)


async def test_a_job_belongs_to_the_transaction_of_its_change(db: Database, now: datetime) -> None:
    def change() -> Transaction[None]:
        yield from jobs.schedule(kind="close", subject_id=7, due_at=now)
        raise EtoileError("changed-my-mind")

    with pytest.raises(EtoileError):
        await db.write(change)
    assert await db.read(jobs.next_due) is None


async def test_a_clock_that_is_set_back_leaves_no_job_waiting_for_the_time_before(db: Database, now: datetime) -> None:
    """One is leased, one put off after a failed try, one is meant for later: only the last waits."""
    await db.write(many, 2, now)
    await db.write(jobs.schedule, kind="later", subject_id=9, due_at=now + 60 * MINUTE)
    leased, failed = await db.write(claim, now)
    await db.write(jobs.retry, failed, at=now + MINUTE)
    earlier = now - 30 * MINUTE
    unreachable = partial(jobs.release_unreachable, now=earlier, lease_seconds=60, pause_seconds=900)
    assert await db.write(unreachable, at_work=frozenset({(leased.kind, leased.subject_id)})) == 1
    assert await db.write(unreachable, at_work=frozenset()) == 1
    assert {job.id for job in await db.write(claim, earlier)} == {leased.id, failed.id}
    assert await db.read(jobs.next_due) == earlier + MINUTE


# -- the runner


async def test_everything_due_is_done_once_and_the_rest_waits(db: Database, hands: Hands) -> None:
    runner = JobRunner(db, hands.clock)
    runner.handle("remind", hands.handle)
    await db.write(many, 1_000, hands.now)
    await db.write(jobs.schedule, kind="remind", subject_id=5_000, due_at=hands.now + MINUTE)
    assert await runner.run_due() == 1_000
    assert sorted(hands.done) == list(range(1_000))
    assert await runner.next_due() == hands.now + MINUTE
    assert await runner.run_due() == 0


async def test_two_processes_do_everything_once(db: Database, second: Database, hands: Hands) -> None:
    async def slowly(job: Job, now: datetime) -> None:
        await asyncio.sleep(0.001)
        await hands.handle(job, now)

    runners = [JobRunner(one, hands.clock, alone=False) for one in (db, second)]
    for runner in runners:
        runner.handle("remind", slowly)
    await db.write(many, 400, hands.now)
    assert sum(await asyncio.gather(*(runner.run_due() for runner in runners))) == 400
    assert sorted(hands.done) == list(range(400))


async def test_a_failing_job_is_tried_again_later_and_then_given_up_loudly(
    db: Database, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    given_up: list[Job] = []

    async def fail(job: Job, now: datetime) -> None:
        hands.done.append(job.attempts)
        raise RuntimeError("what the member wrote")

    async def note(job: Job) -> None:
        given_up.append(job)

    runner = JobRunner(db, hands.clock)
    runner.handle("remind", fail, given_up=note)
    await db.write(many, 1, hands.now)
    for attempt in range(1, TRIES + 1):
        assert await runner.run_due() == 1
        if attempt < TRIES:
            due = await runner.next_due()
            assert due == hands.now + retry_delay(attempt)
            hands.now = due
    assert hands.done == list(range(1, TRIES + 1))
    assert [job.subject_id for job in given_up] == [0]
    assert await runner.next_due() is None
    assert any(record.levelname == "ERROR" for record in caplog.records)
    assert "member wrote" not in caplog.text
    assert "test_jobs.py" in caplog.text


async def test_what_is_owed_is_never_given_up(db: Database, hands: Hands) -> None:
    async def fail(job: Job, now: datetime) -> None:
        hands.done.append(job.attempts)
        if job.attempts < 3 * TRIES:
            raise RuntimeError

    runner = JobRunner(db, hands.clock)
    runner.handle("remind", fail, owed=True)
    await db.write(many, 1, hands.now)
    while (due := await runner.next_due()) is not None:
        hands.now = max(due, hands.now)
        await runner.run_due()
    assert hands.done == list(range(1, 3 * TRIES + 1))


async def test_one_failure_does_not_touch_the_others(db: Database, hands: Hands) -> None:
    async def sometimes(job: Job, now: datetime) -> None:
        if job.subject_id % 10 == 0:
            raise RuntimeError
        await hands.handle(job, now)

    runner = JobRunner(db, hands.clock)
    runner.handle("remind", sometimes)
    await db.write(many, 100, hands.now)
    assert await runner.run_due() == 100
    assert len(hands.done) == 90
    assert await db.read(jobs.count_waiting, now=hands.now) == (10, 0)


async def test_a_slow_handler_does_not_hold_up_what_becomes_due_meanwhile(db: Database, hands: Hands) -> None:
    release = asyncio.Event()

    async def slow(job: Job, now: datetime) -> None:
        await release.wait()

    async def quick(job: Job, now: datetime) -> None:
        await hands.handle(job, now)
        release.set()

    runner = JobRunner(db, hands.clock)
    runner.handle("slow", slow)
    runner.handle("remind", quick)
    await db.write(many, CONCURRENT - 1, hands.now, kind="slow")
    running = asyncio.create_task(runner.run_due())
    await asyncio.sleep(0.1)
    await db.write(jobs.schedule, kind="remind", subject_id=1, due_at=hands.now)
    assert await asyncio.wait_for(running, 60) == CONCURRENT
    assert hands.done == [1]


async def test_a_job_scheduled_anew_never_runs_beside_itself(db: Database, hands: Hands) -> None:
    at_once = 0

    async def handler(job: Job, now: datetime) -> None:
        nonlocal at_once
        at_once += 1
        assert at_once == 1
        if not hands.done:
            await db.write(jobs.schedule, kind="remind", subject_id=1, due_at=hands.now)
            await asyncio.sleep(0.8)
        await hands.handle(job, now)
        at_once -= 1

    runner = JobRunner(db, hands.clock)
    runner.handle("remind", handler)
    await db.write(jobs.schedule, kind="remind", subject_id=1, due_at=hands.now)
    await runner.run_due()
    hands.now += 2 * MINUTE
    await runner.run_due()
    assert hands.done == [1, 1]
    assert await runner.next_due() is None


async def test_a_late_job_goes_to_who_handles_lateness(db: Database, hands: Hands) -> None:
    async def apologise(job: Job, now: datetime) -> None:
        hands.done.append(-job.subject_id)

    runner = JobRunner(db, hands.clock)
    runner.handle("start", hands.handle, late=Late(after=10 * MINUTE, handler=apologise))
    await db.write(jobs.schedule, kind="start", subject_id=1, due_at=hands.now - 11 * MINUTE)
    await db.write(jobs.schedule, kind="start", subject_id=2, due_at=hands.now - 10 * MINUTE)
    await runner.run_due()
    assert sorted(hands.done) == [-1, 2]


async def test_a_kind_that_nobody_handles_waits_for_a_newer_version(db: Database, hands: Hands) -> None:
    runner = JobRunner(db, hands.clock)
    await db.write(many, 1, hands.now, kind="from.the.future")
    for _ in range(TRIES + 2):
        assert await runner.run_due() == 1
        hands.now += timedelta(hours=1)
    runner.handle("from.the.future", hands.handle)
    await runner.run_due()
    assert hands.done == [0]


async def test_a_process_that_stops_gives_back_what_it_had_in_hand(db: Database, hands: Hands) -> None:
    async def never(job: Job, now: datetime) -> None:
        await asyncio.sleep(3600)

    runner = JobRunner(db, hands.clock)
    runner.handle("remind", never)
    await db.write(many, 5, hands.now)
    running = asyncio.create_task(runner.run_due())
    await asyncio.sleep(0.1)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    again = await db.write(claim, hands.now)
    assert [job.attempts for job in again] == [1] * 5


async def test_leases_of_a_dead_process_end_at_once_where_there_can_be_no_other(db: Database, hands: Hands) -> None:
    await db.write(many, 3, hands.now)
    await db.write(claim, hands.now, lease_seconds=LEASE.total_seconds())
    runner = JobRunner(db, hands.clock)
    runner.handle("remind", hands.handle)
    assert await runner.run_due() == (3 if db.kind == "sqlite" else 0)
    hands.now += LEASE
    await runner.run_due()
    assert sorted(hands.done) == [0, 1, 2]


async def test_while_the_database_is_gone_nothing_is_raised_and_nothing_lost(url: str, hands: Hands) -> None:
    db = await open_database(url)
    await db.write(many, 3, hands.now)
    await db.close()
    assert await JobRunner(db, hands.clock).run_due() == 0
    again = await open_database(url)
    runner = JobRunner(again, hands.clock)
    runner.handle("remind", hands.handle)
    assert await runner.run_due() == 3
    await again.close()


async def test_the_ticker_is_woken_for_what_comes_earlier_but_not_while_jobs_run(db: Database, hands: Hands) -> None:
    woken: list[str] = []
    runner = JobRunner(db, hands.clock)

    async def nudging(job: Job, now: datetime) -> None:
        await db.write(jobs.schedule, kind="later", subject_id=1, due_at=now + MINUTE)

    runner.on_earlier = lambda: woken.append("woken")
    runner.handle("remind", nudging)
    await db.write(many, 1, hands.now)
    assert woken == ["woken"]
    await runner.run_due()
    assert woken == ["woken"], "waking the ticker would have cancelled the handler"
    await db.write(jobs.schedule_by, kind="later", subject_id=1, due_at=hands.now)
    assert woken == ["woken"] * 2
    await db.write(jobs.schedule_by, kind="later", subject_id=1, due_at=hands.now)
    await db.write(jobs.unschedule, kind="later", subject_id=1)
    assert woken == ["woken"] * 2, "nothing comes sooner than it was going to"


def test_waiting_for_the_next_try_grows_and_stays_bounded() -> None:
    delays = [retry_delay(attempt) for attempt in range(50)]
    assert delays == sorted(delays)
    assert (delays[1], delays[-1]) == (timedelta(seconds=5), timedelta(minutes=15))


async def test_a_handler_that_hangs_is_let_go_before_its_lease_ends(
    db: Database, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert PATIENCE < LEASE
    monkeypatch.setattr("bot.jobs.PATIENCE", timedelta(milliseconds=20))
    runner = JobRunner(db, hands.clock)

    async def hang(job: Job, now: datetime) -> None:
        await asyncio.Event().wait()

    runner.handle("hang", hang)
    runner.handle("remind", hands.handle)
    await db.write(many, 1, hands.now, "hang")
    await db.write(many, 3, hands.now)
    async with asyncio.timeout(60):
        assert await runner.run_due() == 4
    assert sorted(hands.done) == [0, 1, 2]
    assert await runner.next_due() == hands.now + retry_delay(1)
