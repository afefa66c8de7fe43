"""What has to happen when: the jobs of a party, set in the transaction of the change that they follow from."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.job_kinds import JobKind
from bot.domain.party import AHEAD, REMINDER_MINUTES, Mirror, Party, State
from bot.domain.playback import Phase, Playback
from bot.services.clubs.links import ended_for, nudge_before, over_for
from bot.services.parties.thread_horizon import open_what_was_watched
from bot.store import clubs
from bot.store.engine.database import Transaction
from bot.store.jobs import schedule, schedule_by, unschedule

COALESCE = timedelta(seconds=3)
BOARD_AFTER = timedelta(seconds=10)
"""Cards first: a club's board counts what they show."""
TIDY_AFTER = timedelta(minutes=1)
"""When what holds no longer is tidied up: everybody is to be called first."""
THREAD_BEFORE = timedelta(minutes=30)
ARCHIVE_AFTER = timedelta(hours=12)
DRAFT_KEPT = timedelta(hours=24)
ASK_AFTER = timedelta(minutes=75)
"""When the length is not known: how long after the last press the host is asked whether it is over."""
ASK_AGAIN = timedelta(minutes=45)
IDLE = timedelta(hours=3)
LATE = timedelta(minutes=10)
"""From when on a ping is late: it is dropped and said so."""

_BEFORE_START = (
    JobKind.PARTY_REMIND,
    JobKind.PARTY_THREAD,
    JobKind.PARTY_MINIMUM,
    JobKind.PARTY_CLOSE,
    JobKind.PARTY_START,
    JobKind.PARTY_OFFER,
)
_DURING = (JobKind.PARTY_READY, JobKind.PARTY_GO, JobKind.PARTY_END, "party.tick")


def next_slot(party: Party, after: datetime) -> datetime | None:
    """The next instant at which somebody may want to be reminded, None when there is none left."""
    due = (party.starts_at - timedelta(minutes=minutes) for minutes in REMINDER_MINUTES)
    return min((at for at in due if at > after), default=None)


def schedule_jobs(party: Party, now: datetime) -> Transaction[None]:
    """Sets every job of a party that is ahead and announced."""
    start = party.starts_at
    wanted = {
        JobKind.PARTY_REMIND: next_slot(party, party.reminded_to),
        JobKind.PARTY_THREAD: now if party.thread_id else max(now, start - THREAD_BEFORE),
        JobKind.PARTY_MINIMUM: party.minimum_at if party.minimum else None,
        JobKind.PARTY_CLOSE: party.closes_at,
        JobKind.PARTY_START: start,
    }
    for kind, due_at in wanted.items():
        if due_at is None:
            yield from unschedule(kind=kind, subject_id=party.id)
        else:
            yield from schedule(kind=kind, subject_id=party.id, due_at=due_at)
    yield from nudge_before(party, now)
    yield from schedule_redraw(party, now)


def schedule_redraw(party: Party, now: datetime, *, mirror: bool = True) -> Transaction[None]:
    """Whatever shows the party has to be drawn anew."""
    yield from schedule_by(kind=JobKind.PARTY_CARD, subject_id=party.id, due_at=now + COALESCE)
    if mirror and party.mirror is Mirror.ON:
        yield from schedule_by(kind=JobKind.PARTY_MIRROR, subject_id=party.id, due_at=now)
    if party.series_id is not None:
        yield from clubs.board_changed(series_id=party.series_id, at=now + BOARD_AFTER)
    if party.seat_role_id is not None:
        yield from schedule_by(kind=JobKind.PARTY_ROLES, subject_id=party.id, due_at=now)


def schedule_after_seating(party: Party, now: datetime) -> Transaction[None]:
    """Seats changed hands: offers have to be told, roles given, the card drawn."""
    yield from schedule_redraw(party, now, mirror=False)
    if party.state in AHEAD:
        yield from schedule(kind=JobKind.PARTY_OFFER, subject_id=party.id, due_at=now)


def schedule_after_end(party: Party, now: datetime) -> Transaction[None]:
    """The party is over or called off: nothing that lies ahead happens any more."""
    for kind in (*_BEFORE_START, *_DURING):
        yield from unschedule(kind=kind, subject_id=party.id)
    yield from schedule_redraw(party, now)
    if party.news is not None:
        yield from schedule(kind=JobKind.PARTY_NEWS, subject_id=party.id, due_at=now)
    yield from schedule_by(kind=JobKind.PARTY_TIDY, subject_id=party.id, due_at=now + TIDY_AFTER)
    if party.state is State.OVER:
        yield from schedule(kind=JobKind.PARTY_OVER, subject_id=party.id, due_at=now)
        yield from over_for(party, now)
    yield from ended_for(party, now)
    yield from schedule(kind=JobKind.PARTY_ARCHIVE, subject_id=party.id, due_at=now + ARCHIVE_AFTER)
    if party.series_id is not None:
        yield from schedule(kind=JobKind.PARTY_SERIES, subject_id=party.series_id, due_at=now)


def schedule_clock(party: Party, before: Playback | None, clock: Playback, now: datetime) -> Transaction[None]:
    """The clock was pressed: when it ends, what is announced, and what shows it."""
    length = None if party.length_minutes is None else timedelta(minutes=party.length_minutes)
    phase = clock.phase(now)
    if phase is Phase.READY:
        yield from schedule(kind=JobKind.PARTY_READY, subject_id=party.id, due_at=clock.ready_until)
    else:
        yield from unschedule(kind=JobKind.PARTY_READY, subject_id=party.id)
    ends_at = clock.ends_at(length)
    if ends_at is None:
        ends_at = max(clock.since, now) + (IDLE if phase in (Phase.PAUSED, Phase.WAITING) else ASK_AFTER)
    if phase is not Phase.READY:
        yield from schedule(kind=JobKind.PARTY_END, subject_id=party.id, due_at=ends_at)
    if before is not None:
        yield from open_what_was_watched(party, clock, now, before=before)
        yield from schedule(kind=JobKind.PARTY_GO, subject_id=party.id, due_at=now)
    tidy_at = now + (TIDY_AFTER if before is None else COALESCE)
    yield from schedule_by(kind=JobKind.PARTY_TIDY, subject_id=party.id, due_at=tidy_at)
    yield from schedule(kind=JobKind.PARTY_CARD, subject_id=party.id, due_at=now)
