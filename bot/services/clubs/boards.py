"""Which message is the board of a club, and which one is to be taken away: as transactions."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.club import Club
from bot.domain.delivery import DeliveryKey
from bot.domain.job_kinds import JobKind
from bot.store import clubs as store
from bot.store import deliveries
from bot.store.engine.database import Transaction
from bot.store.jobs import schedule

POSTED_BY = timedelta(seconds=30)
"""Whoever has a board posted anew posts it; a job does, if they could not by then."""


def replaced_board(club: Club) -> DeliveryKey:
    """Under which name it is on record which board of a club is to be taken away."""
    return DeliveryKey(guild_id=club.guild_id, subject_id=club.id, purpose="board:replaced")


def board_posted(club_id: int, message_id: int) -> Transaction[None]:
    """Remembers where the board stands."""
    rows = yield from store.hold_club(club_id=club_id)
    if rows is not None:
        yield from store.set_board(club_id=club_id, board_id=message_id, boards=rows.boards)


def next_board(club_id: int, now: datetime) -> Transaction[None]:
    """Has the board posted anew, by a job if nobody does at once."""
    club = yield from store.hold_club(club_id=club_id)
    if club is not None:
        if club.board_id is not None:  # to be taken away once the next one stands
            away = replaced_board(club)
            yield from deliveries.begin_delivery(away, at=now)
            yield from deliveries.end_delivery(away, channel_id=club.channel_id, message_id=club.board_id)
        yield from store.set_board(club_id=club_id, board_id=None, boards=club.boards + 1)
        yield from schedule(kind=JobKind.CLUB_BOARD, subject_id=club_id, due_at=now + POSTED_BY)


def lost_board(club_id: int, now: datetime) -> Transaction[bool]:
    """The board was deleted: has it posted again, once. Whether it is."""
    club = yield from store.hold_club(club_id=club_id)
    if club is None or club.boards > 0:
        return False
    yield from store.set_board(club_id=club_id, board_id=None, boards=club.boards + 1)
    yield from schedule(kind=JobKind.CLUB_BOARD, subject_id=club_id, due_at=now)
    return True
