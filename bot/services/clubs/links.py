"""What becomes of a club when the series that it is about is posted, and when one of its evenings is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.club import ClubState, Piece
from bot.domain.job_kinds import JobKind
from bot.domain.party import Party
from bot.store import clubs as store
from bot.store.engine.database import Transaction
from bot.store.jobs import schedule, unschedule

NUDGE_BEFORE = timedelta(days=2)
NUDGE_LATEST = timedelta(hours=3)
"""Later than so long before an evening nobody has the time to watch what they have to go."""
ROOM_AFTER = timedelta(minutes=2)
"""An end by mistake is mostly taken back sooner."""
SEASON_AFTER = timedelta(minutes=5)
"""The room and the end card first."""


def opened_for(party: Party, now: datetime) -> Transaction[None]:
    """The first evening of a series is posted: the club that it belongs to is open, and its board is due."""
    if party.series_id is None:
        return
    club = yield from store.find_of_series(series_id=party.series_id)
    if club is not None and club.state is ClubState.DRAFT:
        club = replace(club, state=ClubState.OPEN, channel_id=party.channel_id)
        yield from store.save_club(club, at=now)
        yield from schedule(kind=JobKind.CLUB_BOARD, subject_id=club.id, due_at=now)
        yield from nudge_before(party, now)


def over_for(party: Party, now: datetime) -> Transaction[None]:
    """An evening is over: its room is due, where its club has rooms."""
    if party.series_id is None:
        return
    club = yield from store.find_of_series(series_id=party.series_id)
    if club is not None and club.state is ClubState.OPEN and club.room_place_id and Piece.ROOMS in club.pieces:
        yield from schedule(kind=JobKind.CLUB_ROOM, subject_id=party.id, due_at=now + ROOM_AFTER)


def ended_for(party: Party, now: datetime) -> Transaction[None]:
    """An evening is over or called off: it may have been the last, and then its season is looked back on."""
    if party.series_id is None:
        return
    club = yield from store.find_of_series(series_id=party.series_id)
    if club is not None and club.state is ClubState.OPEN and Piece.SEASON in club.pieces:
        yield from schedule(kind=JobKind.CLUB_SEASON, subject_id=club.id, due_at=now + SEASON_AFTER)


def nudge_before(party: Party, now: datetime) -> Transaction[None]:
    """An evening has a start: the nudge is due two days before, or at once where it was announced later than that. Who
    was nudged before this start is not nudged again."""
    if party.series_id is None:
        return
    club = yield from store.find_of_series(series_id=party.series_id)
    if club is None:
        return
    if party.starts_at - now > NUDGE_LATEST and Piece.NUDGES in club.pieces:
        due_at = max(now, party.starts_at - NUDGE_BEFORE)
        yield from schedule(kind=JobKind.CLUB_NUDGE, subject_id=party.id, due_at=due_at)
    else:
        yield from unschedule(kind=JobKind.CLUB_NUDGE, subject_id=party.id)
