"""The rooms of a club: one for each evening, as open as that evening got, opened when it is over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.club import Club, ClubState, Piece
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.party import Party, State
from bot.domain.playback import Playback
from bot.domain.readers import Asker
from bot.domain.visibility import level_of, may_see
from bot.errors import EtoileError
from bot.services.parties.thread_horizon import ended_episode
from bot.store import clubs as store
from bot.store import guild_settings, members
from bot.store.clubs import Room
from bot.store.engine.database import Database, Transaction
from bot.store.jobs import schedule_by
from bot.store.parties import parties as party_store
from bot.store.parties import people as people_store

BOARD_AFTER = timedelta(seconds=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomDue:
    """A room that is to be open. `level`: up to which episode one may talk there. `points`: what to talk about, of the
    evening's episodes as far as that. `thread_id`: it is open already."""

    club: Club
    party: Party
    place_id: int
    level: int
    locale: Locale
    points: tuple[str, ...]
    thread_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What a member finds before a room: how far they are, and which episodes of it they have not watched."""

    party: Party
    thread_id: int | None
    missing: tuple[int, ...]


class RoomsService:
    """Rooms are opened by a job, lowered when the end of an evening is taken back, and never raised by planning."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack

    async def due(self, party_id: int) -> RoomDue | None:
        """The room of an evening that is over, where its club has rooms; None otherwise."""
        found = await self._db.read(_due, party_id, self._clock.now())
        if found is None:
            return None
        view = self._pack.view(found.level, found.locale)
        told = [episode for episode in found.party.episodes if may_see(found.level, episode)]
        points = tuple(point.text for episode in told for point in view.to_talk_about(episode))
        return replace(found, points=points)

    async def opened(self, found: RoomDue, thread_id: int) -> None:
        """Its thread is there: nothing may be said there beyond what the evening reached."""
        await self._db.write(_opened, found, thread_id, self._clock.now())

    async def door(self, asker: Asker, party_id: int) -> Door:
        """What stands between the asker and a room. Raises EtoileError("club-no-room")."""
        return await self._db.read(_door, asker, party_id)

    async def place_gone(self, guild_id: int, thing_id: int) -> list[Club]:
        """A thread or a channel was deleted: rooms that it was are no longer linked. Returns the clubs whose rooms have
        no place any more."""
        return await self._db.write(_place_gone, guild_id, thing_id, self._clock.now())


def _due(party_id: int, now: datetime) -> Transaction[RoomDue | None]:
    party = yield from party_store.load_party(party_id=party_id)
    if party is None or party.state is not State.OVER or party.series_id is None:
        return None
    club = yield from store.find_of_series(series_id=party.series_id)
    if club is None or club.state is not ClubState.OPEN or club.room_place_id is None or Piece.ROOMS not in club.pieces:
        return None
    clock = yield from people_store.load_clock(party_id=party_id)
    room = yield from store.load_room(party_id=party_id)
    place = yield from guild_settings.load_audience(
        guild_id=club.guild_id, channel_id=club.room_place_id, parent_id=None
    )
    return RoomDue(
        club=club,
        party=party,
        place_id=club.room_place_id,
        level=_level(party, clock, place.horizon, now),
        locale=place.locale or club.locale,
        points=(),
        thread_id=None if room is None else room.thread_id,
    )


def _level(party: Party, clock: Playback | None, place: int, now: datetime) -> int:
    """As far as the evening got; where nobody used the clock no further than before it, and than its place."""
    reached = None if clock is None else ended_episode(party, clock, now)
    return min(place, party.first_episode - 1) if reached is None else reached


def _opened(found: RoomDue, thread_id: int, now: datetime) -> Transaction[None]:
    club, party = found.club, found.party
    yield from store.save_room(Room(party_id=party.id, club_id=club.id, level=found.level, thread_id=thread_id))
    yield from guild_settings.set_channel_horizon(
        channel_id=thread_id, guild_id=club.guild_id, horizon=found.level, at=now
    )
    yield from schedule_by(kind=JobKind.CLUB_BOARD, subject_id=club.id, due_at=now + BOARD_AFTER)


def _door(asker: Asker, party_id: int) -> Transaction[Door]:
    party = yield from party_store.load_party(party_id=party_id)
    if party is None or party.guild_id != asker.guild_id or party.state is not State.OVER:
        raise EtoileError("club-no-room")
    room = yield from store.load_room(party_id=party_id)
    progress = level_of((yield from members.load_progress(user_id=asker.user_id)))
    missing = tuple(range(progress + 1, party.last_episode + 1))
    return Door(party=party, thread_id=None if room is None else room.thread_id, missing=missing)


def _place_gone(guild_id: int, thing_id: int, now: datetime) -> Transaction[list[Club]]:
    for club_id in (yield from store.forget_room(thread_id=thing_id)):
        yield from schedule_by(kind=JobKind.CLUB_BOARD, subject_id=club_id, due_at=now + BOARD_AFTER)
    lost: list[Club] = []
    for club in (yield from store.list_clubs(guild_id=guild_id)):
        if club.room_place_id == thing_id:
            yield from store.save_club(replace(club, room_place_id=None), at=now)
            lost.append(club)
    return lost
