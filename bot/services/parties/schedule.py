"""What has to happen when: the jobs of a party, set in the transaction of the change that they follow from.

| kind | what it does |
| --- | --- |
| party.card | draws the card and the clock anew (coalesced: many changes, one edit) |
| party.tick | draws them anew at an instant that is known: a countdown or an intermission ends |
| party.remind | calls those who want to be called before the start |
| party.thread | opens the thread |
| party.minimum | calls the party off when too few come |
| party.close | draws the card anew once nobody can join any more |
| party.offer | passes held seats on, and tells who is offered one |
| party.start | begins the ready check |
| party.ready | ends the ready check |
| party.go | announces the common start, and takes back what was announced and no longer holds |
| party.end | ends it when its length is over, or asks |
| party.over | posts the end card |
| party.news | tells those with a seat that it moved or was called off |
| party.mirror | makes the server's event like the party |
| party.roles | gives and takes the attendee role |
| party.archive | archives the thread |
| party.draft | deletes a draft that nobody posted |
| party.series | makes the next dates of a series parties, and announces the next one |
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.party import AHEAD, REMINDER_MINUTES, Party, State
from bot.domain.playback import Phase, Playback
from bot.services.parties.thread_horizon import open_what_was_watched
from bot.store.engine.database import Work
from bot.store.jobs import schedule, schedule_by, unschedule

COALESCE = timedelta(seconds=3)
THREAD_BEFORE = timedelta(minutes=30)
ARCHIVE_AFTER = timedelta(hours=12)
DRAFT_KEPT = timedelta(hours=24)
ASK_AFTER = timedelta(minutes=75)
"""When the length is not known: how long after the last press the host is asked whether it is over."""
ASK_AGAIN = timedelta(minutes=45)
IDLE = timedelta(hours=3)
LATE = timedelta(minutes=10)
"""From when on a ping is late: it is dropped and said so."""

_BEFORE_START = ("party.remind", "party.thread", "party.minimum", "party.close", "party.start", "party.offer")
_DURING = ("party.ready", "party.go", "party.end", "party.tick")


def next_slot(party: Party, after: datetime) -> datetime | None:
    """The next instant at which somebody may want to be reminded, None when there is none left."""
    due = (party.starts_at - timedelta(minutes=minutes) for minutes in REMINDER_MINUTES)
    return min((at for at in due if at > after), default=None)


def planned(party: Party, now: datetime) -> Work[None]:
    """Sets every job of a party that is ahead and announced."""
    start = party.starts_at
    wanted = {
        "party.remind": next_slot(party, party.reminded_to),
        "party.thread": None if party.thread_id else max(now, start - THREAD_BEFORE),
        "party.minimum": party.minimum_at if party.minimum else None,
        "party.close": party.closes_at,
        "party.start": start,
    }
    for kind, due_at in wanted.items():
        if due_at is None:
            yield from unschedule(kind=kind, subject_id=party.id)
        else:
            yield from schedule(kind=kind, subject_id=party.id, due_at=due_at)
    yield from changed(party, now)


def changed(party: Party, now: datetime, *, mirror: bool = True) -> Work[bool]:
    """Whatever shows the party has to be drawn anew. Returns whether a job had to be set for that."""
    new = yield from schedule_by(kind="party.card", subject_id=party.id, due_at=now + COALESCE)
    if mirror and party.mirror == "on":
        new |= yield from schedule_by(kind="party.mirror", subject_id=party.id, due_at=now)
    if party.seat_role_id is not None:
        new |= yield from schedule_by(kind="party.roles", subject_id=party.id, due_at=now)
    return new


def seated_changed(party: Party, now: datetime) -> Work[None]:
    """Seats changed hands: offers have to be told, roles given, the card drawn."""
    yield from changed(party, now, mirror=False)
    if party.state in AHEAD:
        yield from schedule(kind="party.offer", subject_id=party.id, due_at=now)


def finished(party: Party, now: datetime) -> Work[None]:
    """The party is over or called off: nothing that lies ahead happens any more."""
    for kind in (*_BEFORE_START, *_DURING):
        yield from unschedule(kind=kind, subject_id=party.id)
    yield from changed(party, now)
    if party.news is not None:
        yield from schedule(kind="party.news", subject_id=party.id, due_at=now)
    if party.state is State.OVER:
        yield from schedule(kind="party.over", subject_id=party.id, due_at=now)
    yield from schedule(kind="party.archive", subject_id=party.id, due_at=now + ARCHIVE_AFTER)
    if party.series_id is not None:
        yield from schedule(kind="party.series", subject_id=party.series_id, due_at=now)


def clock_pressed(party: Party, before: Playback | None, clock: Playback, now: datetime) -> Work[None]:
    """The clock was pressed: when it ends, what is announced, and what shows it."""
    length = None if party.length_minutes is None else timedelta(minutes=party.length_minutes)
    phase = clock.phase(now)
    if phase is Phase.READY:
        yield from schedule(kind="party.ready", subject_id=party.id, due_at=clock.ready_until)
    else:
        yield from unschedule(kind="party.ready", subject_id=party.id)
    ends_at = clock.ends_at(length)
    if ends_at is None:
        ends_at = max(clock.since, now) + (IDLE if phase in (Phase.PAUSED, Phase.WAITING) else ASK_AFTER)
    if phase is not Phase.READY:
        yield from schedule(kind="party.end", subject_id=party.id, due_at=ends_at)
    if before is not None:
        yield from open_what_was_watched(party, clock, now, before=before)
        yield from schedule(kind="party.go", subject_id=party.id, due_at=now)
    yield from schedule(kind="party.card", subject_id=party.id, due_at=now)
