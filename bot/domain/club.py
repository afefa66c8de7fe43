"""A club: a series of parties with a board, rooms, and what happens by itself around each evening."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.locale import Locale
from bot.domain.member_text import Channel
from bot.domain.party import State
from bot.domain.readers import Asker

MOST_CLUBS = 5
"""Open clubs of one server."""


class ClubState(StrEnum):
    """`DRAFT`: not posted. `OPEN` until its season is over or it was stopped, which its series knows."""

    DRAFT = "draft"
    OPEN = "open"


class Piece(StrEnum):
    """What a host can switch off."""

    PIN = "pin"
    ROOMS = "rooms"
    NUDGES = "nudges"
    QUIZ = "quiz"
    ARC = "arc"
    SEASON = "season"


@dataclass(frozen=True, slots=True, kw_only=True)
class Club:
    """One club. `channel_id`: where its board and the cards of its evenings stand. `room_place_id`: the forum, or the
    text channel, in which its rooms open; None: none do. `boards`: how often its board was posted; the last is
    `board_id`. `arc_id`: the poll that is asked after every evening; `season_id`: the message that looks back."""

    id: int
    guild_id: int
    channel_id: int
    host_id: int
    series_id: int | None
    room_place_id: int | None
    locale: Locale
    state: ClubState
    pieces: frozenset[Piece] = field(default_factory=lambda: frozenset(Piece))
    board_id: int | None = None
    boards: int = 0
    arc_id: int | None = None
    season_id: int | None = None

    @property
    def channel(self) -> Channel:
        """Where its board stands."""
        return Channel(self.channel_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClubEvening:
    """An evening of a club: a party, or a date that is none yet (`party_id` None). `coming`: how many have a seat.
    `message_id`: its card. `room_id`: its room, once it is open."""

    first_episode: int
    last_episode: int
    at: datetime
    state: State
    party_id: int | None = None
    message_id: int | None = None
    coming: int = 0
    room_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningPieces:
    """What stands on a party that is over: the quiz about it, and the poll that its club asks after every evening. A
    party of no club has the quiz."""

    quiz: bool = True
    arc_id: int | None = None


NO_CLUB = EveningPieces()


def pieces_after(club: Club | None) -> EveningPieces:
    """What a club wants on its evenings that are over."""
    if club is None or club.state is not ClubState.OPEN:
        return NO_CLUB
    return EveningPieces(quiz=Piece.QUIZ in club.pieces, arc_id=club.arc_id if Piece.ARC in club.pieces else None)


def may_know_club(club: Club, asker: Asker) -> bool:
    """Whether `asker` may know of a club: a member of its server who may view its channel, or who runs it, also when
    the channel is gone."""
    if asker.guild_id != club.guild_id:
        return False
    stands_here = club.channel_id in (asker.channel_id, asker.parent_id)
    return stands_here or may_run_club(club, asker) or asker.may_view(club.channel)


def may_run_club(club: Club, asker: Asker) -> bool:
    """Whether `asker` may post its board anew and stop it: its host, and who may manage events."""
    return asker.guild_id == club.guild_id and (asker.user_id == club.host_id or asker.manages_events)
