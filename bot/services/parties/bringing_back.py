"""Bringing back what was called off or skipped, as long as it is ahead: as transactions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.job_kinds import JobKind
from bot.domain.party import CURRENT, Ended, News, Party, State, may_know, may_manage
from bot.domain.readers import Asker
from bot.domain.series import SeriesState
from bot.errors import EtoileError
from bot.services.parties.series_dates import skipped_ahead
from bot.services.parties.transitions import replanned, schedule_after_change
from bot.store.engine.database import Transaction
from bot.store.jobs import schedule, unschedule
from bot.store.parties import parties as store
from bot.store.parties import series as series_store


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What can be brought back: a party that was called off or, with a `day`, that skipped date of the party's series,
    which is at the instant `at`."""

    party: Party
    at: datetime
    day: date | None = None


def find_lost(asker: Asker, now: datetime) -> Transaction[list[Lost]]:
    """What the asker may bring back on their server, the earliest first."""
    guild_id = asker.guild_id or 0
    off = yield from store.list_parties(guild_id=guild_id, states=(State.CANCELLED,), limit=300)
    found = [Lost(party=party, at=party.starts_at) for party in off if party.starts_at > now]
    current = yield from store.list_parties(guild_id=guild_id, states=CURRENT)
    firsts = {party.series_id: party for party in reversed(current) if party.series_id is not None}
    for series in (yield from series_store.list_open_series(guild_id=guild_id)):
        first = firsts.get(series.id)
        if first is not None:
            skipped = skipped_ahead(series, now)
            found += [Lost(party=first, at=each.instant, day=each.wall.date()) for each in skipped]
    theirs = [one for one in found if may_manage(one.party, asker) and may_know(one.party, asker)]
    return sorted(theirs, key=lambda one: one.at)


def revive_party(asker: Asker, party_id: int, now: datetime, *, following: bool) -> Transaction[Party]:
    """Brings back a party that was called off; with `following`, also those that were called off together with it, and
    the series goes on. Raises EtoileError."""
    party = yield from store.load_party(party_id=party_id)
    if party is None:
        raise EtoileError("party-gone")
    if not may_manage(party, asker):
        raise EtoileError("party-may-not-manage")
    series = None
    if following and party.series_id is not None:
        series = yield from series_store.lock_series(series_id=party.series_id)
    party = yield from store.lock_party(party_id=party_id)
    if party is None or party.state is not State.CANCELLED or party.starts_at <= now:
        raise EtoileError("party-not-called-off")
    yield from _revive(party, State.OPEN, now)
    if series is not None:
        off = yield from store.list_series(series_id=series.id, states=(State.CANCELLED,), lock=True)
        for each in off:
            if each.ended is Ended.SERIES and each.starts_at > party.starts_at:
                yield from _revive(each, State.PLANNED if each.message_id is None else State.OPEN, now)
        yield from series_store.save_series(replace(series, state=SeriesState.OPEN, sequence=series.sequence + 1))
        yield from schedule(kind=JobKind.PARTY_SERIES, subject_id=series.id, due_at=now)
    return party


def _revive(party: Party, state: State, now: datetime) -> Transaction[None]:
    ahead = party.minimum_at is not None and party.minimum_at > now
    party = replace(
        party, state=state, ended=None, news=News.BACK, sequence=party.sequence + 1, event_id=None, reminded_to=now,
        minimum=party.minimum if ahead else None, minimum_at=party.minimum_at if ahead else None,
    )  # fmt: skip
    yield from store.save_party(party)
    yield from unschedule(kind=JobKind.PARTY_ARCHIVE, subject_id=party.id)
    yield from schedule_after_change(party, now)


def unskip_date(asker: Asker, party_id: int, day: date, now: datetime) -> Transaction[datetime]:
    """Puts a skipped date of the party's series back, so that what follows moves up to it; returns its instant.

    Raises EtoileError when that date was not skipped, or has passed.
    """
    party = yield from store.load_party(party_id=party_id)
    if party is None:
        raise EtoileError("party-gone")
    if not may_manage(party, asker):
        raise EtoileError("party-may-not-manage")
    if party.series_id is None:
        raise EtoileError("party-no-series")
    series = yield from series_store.lock_series(series_id=party.series_id)
    back = [each for each in skipped_ahead(series, now) if each.wall.date() == day] if series is not None else []
    if series is None or not back:
        raise EtoileError("party-not-skipped")
    instant = back[0].instant
    rule = replace(series.rule, skips=series.rule.skips - {day})
    series = replace(series, rule=rule, sequence=series.sequence + 1)
    yield from series_store.save_series(series)
    ahead = yield from store.list_series(series_id=series.id, states=CURRENT, lock=True)
    later = [each for each in ahead if each.starts_at > instant and each.state is not State.LIVE]
    for each in replanned(series, later, now) if later else []:
        yield from store.save_party(each)
        yield from schedule_after_change(each, now)
    yield from schedule(kind=JobKind.PARTY_SERIES, subject_id=series.id, due_at=now)
    return instant
