"""Changing parties: edited, called off, skipped, for one date or for all that follow; and series that go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.domain import seats
from bot.domain.job_kinds import JobKind
from bot.domain.party import CURRENT, Party, State, may_manage
from bot.domain.reading import Asker
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.services.parties import transitions as party_moves
from bot.services.parties.drafts import MAX_SEATS, hold_until
from bot.services.parties.schedule import changed, seated_changed
from bot.services.parties.series_dates import following as following_dates
from bot.services.parties.values import Edit
from bot.store import guild_settings
from bot.store.engine.database import Database, Work
from bot.store.jobs import schedule
from bot.store.parties import parties as store
from bot.store.parties import people as people_store
from bot.store.parties import series as series_store
from bot.store.parties.series import Series


class PartyChangesService:
    """What the host, co-hosts and whoever may manage events can do to a party. Checked here at every call."""

    def __init__(self, db: Database, clock: Clock, *, hold: timedelta) -> None:
        self._db = db
        self._clock = clock
        self._hold = hold

    async def edit(self, asker: Asker, party_id: int, edit: Edit, *, following: bool = False) -> None:
        """Change a party, or it and all that follow in its series. Raises EtoileError."""
        now = self._clock.now()
        if edit.starts_at is not None and edit.starts_at <= now:
            raise EtoileError("when-past")
        if edit.seats is not None and not 0 <= edit.seats <= MAX_SEATS:
            raise EtoileError("party-seats-wrong", most=MAX_SEATS)
        await self._db.write(self._edit, asker, party_id, edit, following, now)

    async def amend_draft(self, asker: Asker, party_id: int, edit: Edit, *, zone: str | None = None) -> None:
        """Change a draft. With `zone`, what was typed was meant on the clock of that zone."""
        now = self._clock.now()
        if edit.seats is not None and not 0 <= edit.seats <= MAX_SEATS:
            raise EtoileError("party-seats-wrong", most=MAX_SEATS)
        await self._db.write(party_moves.amended, asker, party_id, edit, zone, now)

    async def cancel(self, asker: Asker, party_id: int, *, following: bool = False) -> None:
        """Call a party off, or it and all that follow. Those with a seat are told, once."""
        await self._db.write(self._cancel, asker, party_id, following, self._clock.now())

    async def skip(self, asker: Asker, party_id: int) -> None:
        """Leave out this date of a series: the episode and all that follow move to the next date."""
        await self._db.write(self._skip, asker, party_id, self._clock.now())

    async def mirror_again(self, asker: Asker, party_id: int) -> None:
        """Mirror the party to the server's events again, after its event was cancelled there."""
        now = self._clock.now()
        await self._db.write(self._mirror_again, asker, party_id, now)

    async def advance(self, series_id: int, now: datetime) -> None:
        """Make the next dates of a series parties, and announce the next one when none is announced."""
        await self._db.write(party_moves.advanced, series_id, now)

    # -- works

    def _targets(self, asker: Asker, party_id: int, following: bool) -> Work[tuple[Series | None, list[Party]]]:
        """The locked series (if all that follow are meant) and the locked parties to change, this one first."""
        party = yield from store.load_party(party_id=party_id)
        if party is None:
            raise EtoileError("party-gone")
        if not may_manage(party, asker):
            raise EtoileError("party-may-not-manage")
        if not following or party.series_id is None:
            party = yield from store.lock_party(party_id=party_id)
            if party is None or party.state not in CURRENT:
                raise EtoileError("party-closed")
            return None, [party]
        series = yield from series_store.lock_series(series_id=party.series_id)
        ahead = yield from store.list_series(series_id=party.series_id, states=CURRENT, lock=True)
        later = [each for each in ahead if (each.occurrence or 0) >= (party.occurrence or 0)]
        if not later or later[0].id != party_id:
            raise EtoileError("party-closed")
        return series, later

    def _edit(self, asker: Asker, party_id: int, edit: Edit, following: bool, now: datetime) -> Work[None]:
        series, targets = yield from self._targets(asker, party_id, following)
        first = targets[0]
        if edit.starts_at is not None and first.state is State.LIVE:
            raise EtoileError("party-has-begun")
        if edit.starts_at is not None and series is not None:
            series, targets = yield from self._anchor_anew(series, targets, edit.starts_at, now)
        elif edit.starts_at is not None:
            targets = [party_moves.moved(first, edit.starts_at, now)]
        audience = yield from guild_settings.load_audience(
            guild_id=first.guild_id, channel_id=first.channel_id, parent_id=None
        )
        shift = 0 if edit.first_episode is None else edit.first_episode - first.first_episode
        for party in targets:
            changed_party = party_moves.edited(party, edit, shift, horizon=audience.horizon)
            if edit.seats is not None:
                yield from self._resize(changed_party, now)
            yield from store.save_party(changed_party)
            yield from party_moves.tell(changed_party, now)
        if series is not None:
            yield from series_store.save_series(replace(series, sequence=series.sequence + 1))
            yield from schedule(kind=JobKind.PARTY_SERIES, subject_id=series.id, due_at=now)

    def _resize(self, party: Party, now: datetime) -> Work[None]:
        people = yield from people_store.load_people(party_id=party.id)
        until = hold_until(party, now, self._hold)
        after = seats.resized(people, party.seats, now=now, hold_until=until)
        yield from people_store.save_people(party_id=party.id, before=people, after=after)
        yield from seated_changed(party, now)

    def _anchor_anew(
        self, series: Series, targets: list[Party], start: datetime, now: datetime
    ) -> Work[tuple[Series, list[Party]]]:
        """The series with a rule that begins at this party's new start, and its parties on their new dates."""
        first = targets[0]
        wall = wall_of(start, series.rule.zone)
        rule = party_moves.anchored(series.rule, wall, wall_of(first.starts_at, series.rule.zone))
        series = replace(series, rule=rule, past=first.occurrence or 0)
        yield from series_store.save_series(series)
        return series, party_moves.replanned(series, targets, now)

    def _cancel(self, asker: Asker, party_id: int, following: bool, now: datetime) -> Work[None]:
        series, targets = yield from self._targets(asker, party_id, following)
        if targets[0].state is State.LIVE:
            raise EtoileError("party-has-begun")
        if series is not None and (len(targets) > 1 or following_dates(series, targets[0])):
            yield from party_moves.all_cancelled(targets, now)
        else:
            yield from party_moves.cancelled(targets[0], "host", now)
        if series is not None:
            yield from series_store.save_series(replace(series, state="cancelled", sequence=series.sequence + 1))

    def _skip(self, asker: Asker, party_id: int, now: datetime) -> Work[None]:
        series, targets = yield from self._targets(asker, party_id, True)
        if series is None:
            raise EtoileError("party-no-series")
        first = targets[0]
        if first.state is State.LIVE:
            raise EtoileError("party-has-begun")
        day = party_moves.day_of(series, first.occurrence or 0) or wall_of(first.starts_at, series.rule.zone).date()
        rule = replace(series.rule, skips=series.rule.skips | {day})
        series = replace(series, rule=rule, sequence=series.sequence + 1)
        yield from series_store.save_series(series)
        for party in party_moves.replanned(series, targets, now):
            yield from store.save_party(party)
            yield from party_moves.tell(party, now)
        yield from schedule(kind=JobKind.PARTY_SERIES, subject_id=series.id, due_at=now)

    def _mirror_again(self, asker: Asker, party_id: int, now: datetime) -> Work[None]:
        _, targets = yield from self._targets(asker, party_id, False)
        party = replace(targets[0], mirror="on", event_id=None)
        yield from store.save_party(party)
        yield from changed(party, now)
