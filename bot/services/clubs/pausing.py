"""A pause of a club: dates that are left out, all later evenings move, and those with a seat hear of it once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import takewhile

from bot.clock import Clock
from bot.domain.club import Club
from bot.domain.job_kinds import JobKind
from bot.domain.log_note import LogNote
from bot.domain.party import AHEAD, News
from bot.domain.readers import Asker
from bot.domain.series import Rule, Series, SeriesState
from bot.errors import EtoileError
from bot.services.clubs.service import ClubsService
from bot.services.clubs.values import ClubView
from bot.services.parties.recurrence import occurrences
from bot.services.parties.transitions import replanned, schedule_after_change
from bot.store import clubs as store
from bot.store.engine.database import Database, Transaction
from bot.store.jobs import schedule
from bot.store.log_lines import noted
from bot.store.parties import parties as party_store
from bot.store.parties import series as series_store


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """What became of a pause: how many dates were left out, or came back, and the club as it is then."""

    dates: int
    view: ClubView


class PausingService:
    """For whoever may run a club."""

    def __init__(self, db: Database, clock: Clock, clubs: ClubsService) -> None:
        self._db = db
        self._clock = clock
        self._clubs = clubs

    async def pause(self, asker: Asker, first: date, last: date, note: LogNote | None = None) -> Paused:
        """Leave out the dates of the club from one day to another, both included.

        Raises EtoileError for who may not, for days in the wrong order, and where no date falls into the pause.
        """
        if last < first:
            raise EtoileError("club-pause-order")
        view = await self._clubs.run_by(asker)
        days = await self._db.write(noted(_pause, note), view.club, first, last, self._clock.now())
        return Paused(dates=days, view=await self._clubs.run_by(asker, view.club.id))

    async def resume(self, asker: Asker, club_id: int | None = None, note: LogNote | None = None) -> Paused:
        """Bring back the dates of a pause that have not passed. Raises EtoileError where there are none."""
        view = await self._clubs.run_by(asker, club_id)
        days = await self._db.write(noted(_resume, note), view.club, self._clock.now())
        return Paused(dates=days, view=await self._clubs.run_by(asker, view.club.id))


def _pause(club: Club, first: date, last: date, now: datetime) -> Transaction[int]:
    def left_out(rule: Rule) -> frozenset[date]:
        dates = takewhile(lambda each: each.wall.date() <= last, occurrences(rule))
        return frozenset(each.wall.date() for each in dates if each.wall.date() >= first and each.instant > now)

    series, days = yield from _held(club, left_out)
    if not days:
        raise EtoileError("club-pause-idle")
    yield from store.set_paused(club_id=club.id, days=days | (yield from store.load_paused(club_id=club.id)))
    yield from _replan(replace(series, rule=replace(series.rule, skips=series.rule.skips | days)), now)
    return len(days)


def _resume(club: Club, now: datetime) -> Transaction[int]:
    paused = yield from store.load_paused(club_id=club.id)

    def coming_back(rule: Rule) -> frozenset[date]:
        if not paused:
            return frozenset()
        whole = occurrences(replace(rule, skips=rule.skips - paused))
        dates = takewhile(lambda each: each.wall.date() <= max(paused), whole)
        return frozenset(each.wall.date() for each in dates if each.wall.date() in paused and each.instant > now)

    series, days = yield from _held(club, coming_back)
    if not days:
        raise EtoileError("club-not-paused")
    yield from store.set_paused(club_id=club.id, days=frozenset())
    yield from _replan(replace(series, rule=replace(series.rule, skips=series.rule.skips - days)), now)
    return len(days)


def _held(club: Club, days: Callable[[Rule], frozenset[date]]) -> Transaction[tuple[Series, frozenset[date]]]:
    """The locked series of a club that goes on, and the days of its rule that are meant."""
    series = None if club.series_id is None else (yield from series_store.lock_series(series_id=club.series_id))
    if series is None or series.state is not SeriesState.OPEN:
        raise EtoileError("club-over")
    return series, days(series.rule)


def _replan(series: Series, now: datetime) -> Transaction[None]:
    """Moves all that is ahead to the dates that the rule gives now. The first that moved tells of it, for all."""
    series = replace(series, sequence=series.sequence + 1)
    yield from series_store.save_series(series)
    ahead = yield from party_store.list_series(series_id=series.id, states=AHEAD, lock=True)
    told = False
    for party in replanned(series, ahead, now) if ahead else []:
        party = replace(party, news=None) if told and party.news is News.MOVED else party
        told = told or party.news is not None
        yield from party_store.save_party(party)
        yield from schedule_after_change(party, now)
    yield from schedule(kind=JobKind.PARTY_SERIES, subject_id=series.id, due_at=now)
