"""The party clock in use: who is ready, what the hosts press, where everybody should be, and who has watched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.domain import playback, seats
from bot.domain.job_kinds import JobKind
from bot.domain.party import (
    Ended,
    Party,
    Rsvp,
    SeatStatus,
    State,
    may_know,
    may_manage,
    may_take_seat,
    roles_of,
    seated,
)
from bot.domain.playback import ClockPress, Cue, Phase, Playback, spelled
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.services.parties.schedule import schedule_after_end, schedule_after_seating, schedule_clock
from bot.services.parties.service import PartiesService
from bot.services.parties.thread_horizon import open_what_was_watched
from bot.services.parties.values import PartyView
from bot.services.progress import Change, ProgressService
from bot.store.engine.database import Database, Transaction
from bot.store.jobs import schedule, unschedule
from bot.store.parties import parties as store
from bot.store.parties import people as people_store

BREAK = timedelta(minutes=5)
END_UNDONE = timedelta(minutes=30)
"""For how long an end can be taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where everybody should be, computed at `now`. `cue` is there while it plays."""

    view: PartyView
    phase: Phase
    position: timedelta
    since: datetime
    cue: Cue | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What counting a party's episode as watched came to: all from `from_episode` to `episode`. `change` is None while
    the member has to say first that they mean those before the party as well."""

    episode: int
    from_episode: int
    change: Change | None


class PartyClockService:
    """Every press is stored before it is shown; positions are computed whenever somebody asks."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        parties: PartiesService,
        progress: ProgressService,
    ) -> None:
        self._db = db
        self._clock = clock
        self._parties = parties
        self._progress = progress

    async def ready(self, asker: Asker, party_id: int) -> bool:
        """Say that one is ready, or no longer. Who had not answered takes a seat. When all are, it starts by itself.

        Returns whether the member is ready now. Raises EtoileError when there is no seat, or it has started.
        """
        return await self._db.write(self._ready, asker, party_id, self._clock.now())

    async def press(self, asker: Asker, party_id: int, what: ClockPress, *, to: timedelta | None = None) -> PartyView:
        """Steer the clock. `to`: the position to jump to, or how long the break is.

        Raises EtoileError for whoever may not, when the clock stands so already, and for a jump beyond the length.
        """
        await self._db.write(_press, asker, party_id, what, to, self._clock.now())
        return await self._parties.view(party_id)

    async def ask_to_wait(self, asker: Asker, party_id: int) -> PartyView:
        """Somebody who comes wants a pause: the party as it stands then, paused already where its hosts let "Wait!"
        do that. Raises EtoileError for whoever has no seat, or when nothing plays."""
        await self._db.write(_wait, asker, party_id, self._clock.now())
        return await self._parties.here(asker, party_id)

    async def where(self, asker: Asker, party_id: int) -> Where:
        """Where everybody should be now. Raises EtoileError before the start, or when it was called off."""
        view = await self._parties.here(asker, party_id)
        if view.clock is None:
            off = view.party.state is State.CANCELLED
            raise EtoileError("party-closed" if off else "party-not-begun")
        return where_of(view, view.clock, self._clock.now())

    async def count_as_watched(self, asker: Asker, party_id: int, *, sure: bool = False) -> Counted:
        """Count what was watched: progress rises to the party's last episode, and never falls.

        Not `sure`: nothing happens when that would count episodes from before the party as well.
        """
        first, last = await self._db.read(_watched_episodes, asker, party_id)
        before = await self._progress.show(asker.user_id) or 0
        if not sure and before < first - 1:
            return Counted(episode=last, from_episode=before + 1, change=None)
        change = await self._progress.tell(asker.user_id, max(before, last))
        return Counted(episode=last, from_episode=min(before + 1, last), change=change)

    def _ready(self, asker: Asker, party_id: int, now: datetime) -> Transaction[bool]:
        party, clock = yield from _live(asker, party_id)
        if clock.phase(now) is not Phase.READY:
            raise EtoileError("party-started")
        people = yield from people_store.load_people(party_id=party_id)
        after = dict(people)
        me = people.get(asker.user_id)
        if me is None or me.place is not SeatStatus.SEAT:
            if not may_take_seat(party, asker):
                raise EtoileError("party-for-roles", roles=roles_of(party))
            turn = max((person.turn for person in people.values()), default=0) + 1
            after = seats.answered(
                people, party.seats, user_id=asker.user_id, answer=Rsvp.GOING, turn=turn, now=now, hold_until=now
            )
            me = replace(after[asker.user_id], turn=after[asker.user_id].turn or turn)
            if me.place is not SeatStatus.SEAT:
                raise EtoileError("party-full")
            yield from schedule_after_seating(party, now)
        me = replace(me, ready=not me.ready)
        after[asker.user_id] = me
        yield from people_store.save_people(party_id=party_id, before=people, after=after)
        if all(person.ready for person in seated(list(after.values()))):
            yield from _store(party, clock, playback.resumed(clock, now), now)
        else:
            yield from schedule_after_seating(party, now)
        return me.ready


def where_of(view: PartyView, clock: Playback, now: datetime) -> Where:
    """Where everybody should be at `now`."""
    length = length_of(view.party)
    phase = clock.phase(now, length=length)
    return Where(
        view=view,
        phase=phase,
        position=clock.at(now, length=length),
        since=clock.since,
        cue=playback.cue(clock, now, length=length) if phase is Phase.PLAYING else None,
    )


def length_of(party: Party) -> timedelta | None:
    """How long one episode of the party takes, None when nobody said."""
    return None if party.length_minutes is None else timedelta(minutes=party.length_minutes)


def _live(asker: Asker, party_id: int) -> Transaction[tuple[Party, Playback]]:
    party = yield from store.lock_party(party_id=party_id)
    if party is None or party.guild_id != asker.guild_id:
        raise EtoileError("party-gone")
    clock = yield from people_store.load_clock(party_id=party_id)
    if clock is None or party.state in (State.OPEN, State.PLANNED, State.DRAFT):
        raise EtoileError("party-not-begun")
    if party.state is not State.LIVE:
        raise EtoileError("party-closed")
    return party, clock


def _press(asker: Asker, party_id: int, what: ClockPress, to: timedelta | None, now: datetime) -> Transaction[None]:
    if what is ClockPress.UNDO and (yield from _reopen(asker, party_id, now)):
        return
    party, clock = yield from _live(asker, party_id)
    if not may_manage(party, asker):
        raise EtoileError("party-may-not-steer")
    if what is ClockPress.END:
        yield from end(party, clock, Ended.HOST, now)
        return
    if clock.phase(now) is Phase.READY and what is not ClockPress.GO:
        raise EtoileError("party-not-started")
    length = length_of(party)
    if what is ClockPress.JUMP and length is not None and to is not None and to >= length:
        raise EtoileError("party-beyond-length", length=spelled(length))
    after = _pressed(party, clock, what, to, now)
    if after == clock:
        raise EtoileError("party-clock-so-already")
    yield from _store(party, clock, after, now)


def _wait(asker: Asker, party_id: int, now: datetime) -> Transaction[None]:
    party, clock = yield from _live(asker, party_id)
    if not may_know(party, asker):
        raise EtoileError("party-gone")
    people = yield from people_store.load_people(party_id=party_id)
    me = people.get(asker.user_id)
    if me is None or me.place is not SeatStatus.SEAT:
        raise EtoileError("party-wait-seated")
    if clock.phase(now) not in (Phase.PLAYING, Phase.COUNTDOWN):
        raise EtoileError("party-wait-stands")
    if party.wait_pauses:
        yield from _store(party, clock, playback.paused(clock, now), now)


def _pressed(party: Party, clock: Playback, what: ClockPress, to: timedelta | None, now: datetime) -> Playback:
    """The clock after a press; the same one when the press changes nothing."""
    match what:
        case ClockPress.JUMP:
            return playback.jumped(clock, now, to or timedelta())
        case ClockPress.BREAK:
            return playback.intermission(clock, now, int((to or BREAK).total_seconds() // 60))
        case ClockPress.NEXT:
            return playback.next_episode(clock, now, last=party.last_episode)
        case ClockPress.UNDO:
            return playback.undone(clock)
        case ClockPress.PAUSE:
            return playback.paused(clock, now)
        case ClockPress.BACK:
            return playback.back(clock, now)
        case ClockPress.GO | ClockPress.RESUME:
            return playback.resumed(clock, now)
        case ClockPress.END:
            return playback.ended(clock, now)


def _reopen(asker: Asker, party_id: int, now: datetime) -> Transaction[bool]:
    """Takes back that a party was ended. Returns whether it was over. Raises EtoileError when that was too long ago."""
    party = yield from store.lock_party(party_id=party_id)
    if party is None or party.guild_id != asker.guild_id or party.state is not State.OVER:
        return False
    if not may_manage(party, asker):
        raise EtoileError("party-may-not-steer")
    clock = yield from people_store.load_clock(party_id=party_id)
    after = None if clock is None or now - clock.since > END_UNDONE else playback.reopened(clock, now)
    if clock is None or after is None:
        raise EtoileError("party-end-stands")
    party = replace(party, state=State.LIVE, ended=None)
    yield from store.save_party(party)
    for kind in (JobKind.PARTY_OVER, JobKind.PARTY_ARCHIVE):
        yield from unschedule(kind=kind, subject_id=party_id)
    yield from _store(party, clock, after, now)
    return True


def _store(party: Party, before: Playback, clock: Playback, now: datetime) -> Transaction[None]:
    yield from people_store.save_clock(clock, party_id=party.id)
    yield from schedule_clock(party, before, clock, now)


def end(party: Party, clock: Playback | None, why: Ended, now: datetime) -> Transaction[None]:
    """Ends a locked party."""
    if clock is not None:
        stopped = playback.ended(clock, now)
        yield from people_store.save_clock(stopped, party_id=party.id)
        yield from open_what_was_watched(party, stopped, now, before=clock)
    over = replace(party, state=State.OVER, ended=why)
    yield from store.save_party(over)
    yield from schedule_after_end(over, now)
    if clock is not None:  # what was announced does not come any more
        yield from schedule(kind=JobKind.PARTY_GO, subject_id=party.id, due_at=now)


def _watched_episodes(asker: Asker, party_id: int) -> Transaction[tuple[int, int]]:
    """The first and the last episode that were watched at a party that is over."""
    party = yield from store.load_party(party_id=party_id)
    if party is None or not may_know(party, asker):
        raise EtoileError("party-gone")
    if party.state is not State.OVER:
        raise EtoileError("party-not-over")
    clock = yield from people_store.load_clock(party_id=party_id)
    return party.first_episode, party.last_episode if clock is None else clock.watched(party.first_episode)
