"""Changing parties: edited, called off, skipped, for one date or for all that follow; and series that go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.clock import Clock
from bot.domain import seats
from bot.domain.job_kinds import JobKind
from bot.domain.log_note import LogNote
from bot.domain.party import CURRENT, Ended, Mirror, Party, SeatStatus, State, may_know, may_manage
from bot.domain.readers import Asker
from bot.domain.series import Series, SeriesState
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.services.parties import bringing_back, transitions
from bot.services.parties.bringing_back import Lost
from bot.services.parties.drafts import hold_until
from bot.services.parties.edit_plan import changes_of, check_edit, edit_of, plan_edit
from bot.services.parties.hand_seats import seat_by_hand
from bot.services.parties.loading import note_spoils
from bot.services.parties.schedule import schedule_after_seating, schedule_redraw
from bot.services.parties.series_dates import following as following_dates
from bot.services.parties.values import Edit, Proposal
from bot.store import guild_settings
from bot.store.engine.database import Database, Transaction
from bot.store.ids import new_id
from bot.store.jobs import schedule
from bot.store.log_lines import noted
from bot.store.parties import edits as edits_store
from bot.store.parties import parties as store
from bot.store.parties import people as people_store
from bot.store.parties import series as series_store
from bot.store.parties.edits import PendingEdit


class PartyChangesService:
    """What the host, co-hosts and whoever may manage events can do to a party. Checked here at every call."""

    def __init__(self, db: Database, clock: Clock, spoken: Callable[[str], int], *, hold: timedelta) -> None:
        """`spoken`: up to which episode the guarded words in a text spoil."""
        self._db = db
        self._clock = clock
        self._spoken = spoken
        self._hold = hold

    async def propose(self, asker: Asker, party_id: int, edit: Edit, *, following: bool = False) -> Proposal:
        """Keep a change that was asked for, and tell what it would do. Nothing happens yet. Raises EtoileError."""
        pending = await self.keep(asker, party_id, edit, following=following)
        return await self._db.read(self._propose, asker, pending, self._clock.now())

    async def keep(self, asker: Asker, party_id: int, edit: Edit, *, following: bool) -> PendingEdit:
        """Keep a change of which something is still asked: its start. Raises EtoileError."""
        check_edit(edit, self._clock.now())
        pending = PendingEdit(
            id=new_id(), party_id=party_id, user_id=asker.user_id, following=following, changes=changes_of(edit)
        )
        await self._db.write(self._keep, asker, pending, self._clock.now())
        return pending

    async def choose_start(self, asker: Asker, edit_id: int, start: datetime) -> Proposal:
        """Give a change that was kept its start. Raises EtoileError."""
        now = self._clock.now()
        pending = await self._pending(asker, edit_id)
        edit = replace(edit_of(pending.changes), starts_at=start)
        check_edit(edit, now)
        pending = replace(pending, changes=changes_of(edit))
        await self._db.write(self._keep, asker, pending, now)
        return await self._db.read(self._propose, asker, pending, now)

    async def confirm(self, asker: Asker, edit_id: int, note: LogNote | None = None) -> Proposal:
        """Make the change happen, and tell what it did. Raises EtoileError."""
        now = self._clock.now()
        pending = await self._pending(asker, edit_id)
        proposal = await self._db.read(self._propose, asker, pending, now)
        edit, told = edit_of(pending.changes), None if note is None else note.about(proposal)
        await self.edit(asker, pending.party_id, edit, following=pending.following, note=told)
        await self._db.write(edits_store.delete_edit, edit_id=edit_id)
        return proposal

    async def drop(self, asker: Asker, edit_id: int) -> None:
        """Leave everything as it is."""
        pending = await self._pending(asker, edit_id)
        await self._db.write(edits_store.delete_edit, edit_id=pending.id)

    async def edit(
        self, asker: Asker, party_id: int, edit: Edit, *, following: bool = False, note: LogNote | None = None
    ) -> None:
        """Change a party, or it and all that follow in its series. Raises EtoileError."""
        now = self._clock.now()
        check_edit(edit, now)
        await self._db.write(noted(self._edit, note), asker, party_id, edit, following, now)

    async def amend_draft(self, asker: Asker, party_id: int, edit: Edit, *, zone: str | None = None) -> None:
        """Change a draft. With `zone`, what was typed was meant on the clock of that zone."""
        now = self._clock.now()
        check_edit(edit, now)
        await self._db.write(transitions.change_draft, asker, party_id, edit, zone, now, spoken=self._spoken)

    async def cancel(
        self, asker: Asker, party_id: int, *, following: bool = False, note: LogNote | None = None
    ) -> Party:
        """Call a party off, or it and all that follow; returns it. Those with a seat are told, once."""
        return await self._db.write(noted(self._cancel, note), asker, party_id, following, self._clock.now())

    async def skip(self, asker: Asker, party_id: int, note: LogNote | None = None) -> tuple[Party, date]:
        """Leave out this date of a series: the episode and all that follow move to the next date. Returns the party as
        it was, and the day that is left out."""
        return await self._db.write(noted(self._skip, note), asker, party_id, self._clock.now())

    async def revive(
        self, asker: Asker, party_id: int, *, following: bool = False, note: LogNote | None = None
    ) -> Party:
        """Bring back a party that was called off and has not begun, or it and all that were called off with it; those
        with a seat are told. Raises EtoileError."""
        return await self._db.write(
            noted(bringing_back.revive_party, note), asker, party_id, self._clock.now(), following=following
        )

    async def unskip(self, asker: Asker, party_id: int, day: date, note: LogNote | None = None) -> datetime:
        """Put a skipped date of the party's series back; what follows moves up. Returns its instant.

        Raises EtoileError when the series does not leave that date out, or it has passed.
        """
        return await self._db.write(noted(bringing_back.unskip_date, note), asker, party_id, day, self._clock.now())

    async def lost(self, asker: Asker) -> list[Lost]:
        """What the asker can bring back: parties that were called off, and dates that were skipped."""
        return await self._db.read(bringing_back.find_lost, asker, self._clock.now())

    async def seat(
        self, asker: Asker, party_id: int, *, give: int | None, take: int | None, note: LogNote | None = None
    ) -> Party:
        """Give a member a seat, take one away, or hand it from one to the other. Raises EtoileError."""
        return await self._db.write(
            noted(seat_by_hand, note), asker, party_id, give, take, self._clock.now(), hold=self._hold
        )

    async def mirror_again(self, asker: Asker, party_id: int) -> None:
        """Mirror the party to the server's events again, after its event was cancelled there."""
        now = self._clock.now()
        await self._db.write(self._mirror_again, asker, party_id, now)

    async def advance(self, series_id: int, now: datetime) -> None:
        """Make the next dates of a series parties, and announce the next one when none is announced."""
        await self._db.write(transitions.advance_series, series_id, now)

    # -- works

    def _targets(
        self, asker: Asker, party_id: int, following: bool, *, lock: bool = True
    ) -> Transaction[tuple[Series | None, list[Party]]]:
        """The series (if all that follow are meant) and the parties to change, this one first; locked for a change."""
        party = yield from store.load_party(party_id=party_id)
        if party is None:
            raise EtoileError("party-gone")
        if not may_manage(party, asker):
            raise EtoileError("party-may-not-manage")
        if not following or party.series_id is None:
            party = (yield from store.lock_party(party_id=party_id)) if lock else party
            if party is None or party.state not in CURRENT:
                raise EtoileError("party-closed")
            return None, [party]
        load_series = series_store.lock_series if lock else series_store.load_series
        series = yield from load_series(series_id=party.series_id)
        ahead = yield from store.list_series(series_id=party.series_id, states=CURRENT, lock=lock)
        later = [each for each in ahead if (each.occurrence or 0) >= (party.occurrence or 0)]
        if not later or later[0].id != party_id:
            raise EtoileError("party-closed")
        return series, later

    def _edit(self, asker: Asker, party_id: int, edit: Edit, following: bool, now: datetime) -> Transaction[None]:
        series, targets = yield from self._targets(asker, party_id, following)
        series, changed_parties = yield from plan_edit(series, targets, edit, now, spoken=self._spoken)
        if series is not None:
            yield from series_store.save_series(replace(series, sequence=series.sequence + 1))
        for party in changed_parties:
            if edit.seats is not None:
                yield from self._resize(party, now)
            yield from store.save_party(party)
            yield from transitions.schedule_after_change(party, now)
        if series is not None:
            yield from schedule(kind=JobKind.PARTY_SERIES, subject_id=series.id, due_at=now)

    async def _pending(self, asker: Asker, edit_id: int) -> PendingEdit:
        pending = await self._db.read(edits_store.load_edit, edit_id=edit_id, user_id=asker.user_id)
        if pending is None:
            raise EtoileError("party-edit-gone")
        return pending

    def _keep(self, asker: Asker, pending: PendingEdit, now: datetime) -> Transaction[None]:
        party = yield from store.load_party(party_id=pending.party_id)
        if party is None:
            raise EtoileError("party-gone")
        if not may_manage(party, asker):
            raise EtoileError("party-may-not-manage")
        if party.state not in CURRENT:
            raise EtoileError("party-closed")
        yield from edits_store.save_edit(pending, at=now)

    def _propose(self, asker: Asker, pending: PendingEdit, now: datetime) -> Transaction[Proposal]:
        series, targets = yield from self._targets(asker, pending.party_id, pending.following, lock=False)
        _, after = yield from plan_edit(series, targets, edit_of(pending.changes), now, spoken=self._spoken)
        reader = yield from guild_settings.reading_context(asker)
        first = after[0]
        audience = yield from guild_settings.load_audience(
            guild_id=first.guild_id, channel_id=first.channel_id, parent_id=None
        )
        clashes: list[Party] = []
        if first.starts_at != targets[0].starts_at:
            end = first.starts_at + first.length
            found = yield from store.find_clashes(
                guild_id=first.guild_id, start=first.starts_at, end=end, besides=first.id
            )
            clashes = [
                party for party in found if party.id not in {each.id for each in after} and may_know(party, asker)
            ]
        told: set[int] = set()
        for before, then in zip(targets, after, strict=True):
            if then.starts_at != before.starts_at and then.state in (State.OPEN, State.PLANNED):
                people = yield from people_store.load_people(party_id=before.id)
                told |= {person.user_id for person in people.values() if person.place is not SeatStatus.NONE}
        return Proposal(
            id=pending.id,
            before=targets[0],
            after=first,
            note_before=None if targets[0].note is None else targets[0].note.opened(reader),
            note_after=None if first.note is None else first.note.opened(reader),
            along=len(targets) - 1,
            dropped=sum(party.state is State.CANCELLED for party in after),
            told=len(told - {asker.user_id}),
            clashes=tuple(clashes),
            note_spoils=note_spoils(first, audience),
        )

    def _resize(self, party: Party, now: datetime) -> Transaction[None]:
        people = yield from people_store.load_people(party_id=party.id)
        until = hold_until(party, now, self._hold)
        after = seats.resized(people, party.seats, now=now, hold_until=until)
        yield from people_store.save_people(party_id=party.id, before=people, after=after)
        yield from schedule_after_seating(party, now)

    def _cancel(self, asker: Asker, party_id: int, following: bool, now: datetime) -> Transaction[Party]:
        series, targets = yield from self._targets(asker, party_id, following)
        if targets[0].state is State.LIVE:
            raise EtoileError("party-has-begun")
        if series is not None and (len(targets) > 1 or following_dates(series, targets[0])):
            yield from transitions.cancel_all(targets, now)
        else:
            yield from transitions.cancel_party(targets[0], Ended.HOST, now)
        if series is not None:
            yield from series_store.save_series(
                replace(series, state=SeriesState.CANCELLED, sequence=series.sequence + 1)
            )
        return targets[0]

    def _skip(self, asker: Asker, party_id: int, now: datetime) -> Transaction[tuple[Party, date]]:
        series, targets = yield from self._targets(asker, party_id, True)
        if series is None:
            raise EtoileError("party-no-series")
        first = targets[0]
        if first.state is State.LIVE:
            raise EtoileError("party-has-begun")
        day = transitions.day_of(series, first.occurrence or 0) or wall_of(first.starts_at, series.rule.zone).date()
        rule = replace(series.rule, skips=series.rule.skips | {day})
        series = replace(series, rule=rule, sequence=series.sequence + 1)
        yield from series_store.save_series(series)
        for party in transitions.replanned(series, targets, now):
            yield from store.save_party(party)
            yield from transitions.schedule_after_change(party, now)
        yield from schedule(kind=JobKind.PARTY_SERIES, subject_id=series.id, due_at=now)
        return first, day

    def _mirror_again(self, asker: Asker, party_id: int, now: datetime) -> Transaction[None]:
        _, targets = yield from self._targets(asker, party_id, False)
        party = replace(targets[0], mirror=Mirror.ON, event_id=None)
        yield from store.save_party(party)
        yield from schedule_redraw(party, now)
