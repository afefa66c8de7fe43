"""Clubs and their rooms."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.club import Club, ClubState, Piece
from bot.domain.instants import to_ms
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.store.engine.database import Row, Statement, Transaction, sql
from bot.store.jobs import schedule_by

_NAMES = "id, guild_id, channel_id, host_id, series_id, room_place_id, locale, state, pieces, board_id, boards"
_COLUMNS = f"{_NAMES}, arc_id, season_id"
_LOAD = f"SELECT {_COLUMNS} FROM clubs WHERE id = :id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The room of an evening; `thread_id` is None until it is open."""

    party_id: int
    club_id: int
    level: int
    thread_id: int | None


def save_club(club: Club, *, at: datetime) -> Transaction[None]:
    """Stores all of a club but the messages that came of it: its arc and its season have statements of their own."""
    yield sql(
        f"""
        INSERT INTO clubs ({_NAMES}, touched_at)
        VALUES (:id, :guild_id, :channel_id, :host_id, :series_id, :room_place_id, :locale, :state, :pieces, :board_id,
                :boards, :at)
        ON CONFLICT (id) DO UPDATE SET channel_id = excluded.channel_id, host_id = excluded.host_id,
            series_id = excluded.series_id, room_place_id = excluded.room_place_id, state = excluded.state,
            pieces = excluded.pieces, board_id = excluded.board_id, boards = excluded.boards,
            touched_at = excluded.touched_at
        """,
        id=club.id,
        guild_id=club.guild_id,
        channel_id=club.channel_id,
        host_id=club.host_id,
        series_id=club.series_id,
        room_place_id=club.room_place_id,
        locale=club.locale,
        state=club.state,
        pieces=" ".join(sorted(club.pieces)),
        board_id=club.board_id,
        boards=club.boards,
        at=to_ms(at),
    )


def set_board(*, club_id: int, board_id: int | None, boards: int) -> Transaction[None]:
    """Stores where the board stands, and how often it was posted."""
    yield sql(
        "UPDATE clubs SET board_id = :board_id, boards = :boards WHERE id = :id",
        id=club_id,
        board_id=board_id,
        boards=boards,
    )


def set_arc(*, club_id: int, poll_id: int) -> Transaction[None]:
    """Stores which poll is asked after every evening."""
    yield sql("UPDATE clubs SET arc_id = :poll_id WHERE id = :id", id=club_id, poll_id=poll_id)


def set_season(*, club_id: int, message_id: int) -> Transaction[None]:
    """Stores which message looks back on the season."""
    yield sql("UPDATE clubs SET season_id = :message_id WHERE id = :id", id=club_id, message_id=message_id)


def load_club(*, club_id: int) -> Transaction[Club | None]:
    """The club, to be read."""
    rows = yield sql(_LOAD, id=club_id)
    return _club(rows[0]) if rows else None


def hold_club(*, club_id: int) -> Transaction[Club | None]:
    """The club, which nobody else can change until this transaction is done."""
    rows = yield Statement(_LOAD, {"id": club_id}, f"{_LOAD} FOR UPDATE")
    return _club(rows[0]) if rows else None


def find_draft(*, guild_id: int, host_id: int) -> Transaction[Club | None]:
    """What a host left unfinished on a server."""
    rows = yield sql(
        f"""
        SELECT {_COLUMNS} FROM clubs WHERE guild_id = :guild_id AND host_id = :host_id AND state = 'draft'
        ORDER BY id DESC LIMIT 1
        """,
        guild_id=guild_id,
        host_id=host_id,
    )
    return _club(rows[0]) if rows else None


def find_of_series(*, series_id: int) -> Transaction[Club | None]:
    """The club that a series belongs to."""
    rows = yield sql(f"SELECT {_COLUMNS} FROM clubs WHERE series_id = :series_id", series_id=series_id)
    return _club(rows[0]) if rows else None


def list_clubs(*, guild_id: int) -> Transaction[list[Club]]:
    """The clubs of a server that were posted, the newest first."""
    rows = yield sql(
        f"SELECT {_COLUMNS} FROM clubs WHERE guild_id = :guild_id AND state = 'open' ORDER BY id DESC",
        guild_id=guild_id,
    )
    return list(map(_club, rows))


def delete_club(*, club_id: int) -> Transaction[None]:
    """Deletes a club with what is known of its rooms."""
    yield sql("DELETE FROM clubs WHERE id = :id", id=club_id)


def board_changed(*, series_id: int, at: datetime) -> Transaction[None]:
    """Something that the board of a series' club shows has changed. Nothing happens when it belongs to none."""
    rows = yield sql("SELECT id FROM clubs WHERE series_id = :series_id AND state = 'open'", series_id=series_id)
    for row in rows:
        yield from schedule_by(kind=JobKind.CLUB_BOARD, subject_id=row["id"], due_at=at)


def boards_changed(*, at: datetime, arc_ids: Collection[int] = (), player_id: int | None = None) -> Transaction[None]:
    """The arcs of some clubs were voted in, or somebody on the quiz table of their servers is named otherwise."""
    found: set[int] = set()
    for poll_id in arc_ids:
        rows = yield sql("SELECT id FROM clubs WHERE arc_id = :poll_id AND state = 'open'", poll_id=poll_id)
        found.update(row["id"] for row in rows)
    if player_id is not None:
        rows = yield sql(
            """
            SELECT DISTINCT c.id FROM clubs AS c JOIN quiz_scores AS s ON s.guild_id = c.guild_id
            WHERE s.user_id = :user_id AND c.state = 'open'
            """,
            user_id=player_id,
        )
        found.update(row["id"] for row in rows)
    for club_id in sorted(found):
        yield from schedule_by(kind=JobKind.CLUB_BOARD, subject_id=club_id, due_at=at)


def count_coming(*, series_id: int) -> Transaction[dict[int, int]]:
    """How many have a seat at each party of a series."""
    rows = yield sql(
        """
        SELECT p.id, COUNT(*) AS coming FROM parties AS p JOIN party_people AS s ON s.party_id = p.id
        WHERE p.series_id = :series_id AND s.place = 'seat' GROUP BY p.id
        """,
        series_id=series_id,
    )
    return {row["id"]: row["coming"] for row in rows}


def load_paused(*, club_id: int) -> Transaction[frozenset[date]]:
    """The days that the pauses of a club leave out."""
    rows = yield sql("SELECT paused FROM clubs WHERE id = :id", id=club_id)
    return frozenset(map(date.fromisoformat, rows[0]["paused"].split())) if rows else frozenset()


def set_paused(*, club_id: int, days: Collection[date]) -> Transaction[None]:
    """Stores the days that the pauses of a club leave out."""
    written = " ".join(day.isoformat() for day in sorted(days))
    yield sql("UPDATE clubs SET paused = :paused WHERE id = :id", id=club_id, paused=written)


# -- rooms


def save_room(room: Room) -> Transaction[None]:
    """Stores the room of an evening."""
    yield sql(
        """
        INSERT INTO club_rooms (party_id, club_id, level, thread_id) VALUES (:party_id, :club_id, :level, :thread_id)
        ON CONFLICT (party_id) DO UPDATE SET level = excluded.level, thread_id = excluded.thread_id
        """,
        party_id=room.party_id,
        club_id=room.club_id,
        level=room.level,
        thread_id=room.thread_id,
    )


def load_room(*, party_id: int) -> Transaction[Room | None]:
    """The room of an evening."""
    rows = yield sql(
        "SELECT party_id, club_id, level, thread_id FROM club_rooms WHERE party_id = :party_id", party_id=party_id
    )
    return _room(rows[0]) if rows else None


def list_rooms(*, club_id: int) -> Transaction[dict[int, Room]]:
    """The rooms of a club, by their party."""
    rows = yield sql(
        "SELECT party_id, club_id, level, thread_id FROM club_rooms WHERE club_id = :club_id", club_id=club_id
    )
    return {row["party_id"]: _room(row) for row in rows}


def forget_room(*, thread_id: int) -> Transaction[list[int]]:
    """The thread of a room is gone. Returns the clubs that it belonged to."""
    rows = yield sql(
        "UPDATE club_rooms SET thread_id = NULL WHERE thread_id = :thread_id RETURNING club_id", thread_id=thread_id
    )
    return [row["club_id"] for row in rows]


# -- nudges


def set_nudge(*, club_id: int, user_id: int, locale: Locale, wanted: bool) -> Transaction[None]:
    """Remembers, or forgets, that a member wants to be nudged, and in which language."""
    if wanted:
        yield sql(
            """
            INSERT INTO club_nudges (club_id, user_id, locale) VALUES (:club_id, :user_id, :locale)
            ON CONFLICT (club_id, user_id) DO UPDATE SET locale = excluded.locale
            """,
            club_id=club_id,
            user_id=user_id,
            locale=locale,
        )
    else:
        yield sql(
            "DELETE FROM club_nudges WHERE club_id = :club_id AND user_id = :user_id", club_id=club_id, user_id=user_id
        )


def list_nudges(*, club_id: int) -> Transaction[list[tuple[int, Locale]]]:
    """Who wants to be nudged, and in which language."""
    rows = yield sql("SELECT user_id, locale FROM club_nudges WHERE club_id = :id ORDER BY user_id", id=club_id)
    return [(row["user_id"], Locale(row["locale"])) for row in rows]


# -- who may be named when the season is over


def set_named(*, club_id: int, user_id: int, named: bool) -> Transaction[None]:
    """Remembers, or forgets, that a member agreed to be named among the most faithful of a club."""
    if named:
        yield sql(
            "INSERT INTO club_named (club_id, user_id) VALUES (:club_id, :user_id) ON CONFLICT DO NOTHING",
            club_id=club_id,
            user_id=user_id,
        )
    else:
        yield sql(
            "DELETE FROM club_named WHERE club_id = :club_id AND user_id = :user_id", club_id=club_id, user_id=user_id
        )


def list_named(*, club_id: int) -> Transaction[frozenset[int]]:
    """Who agreed to be named."""
    rows = yield sql("SELECT user_id FROM club_named WHERE club_id = :id", id=club_id)
    return frozenset(row["user_id"] for row in rows)


# -- what is stored of one member


def load_member(*, user_id: int, most: int) -> Transaction[dict[str, list[Row]]]:
    """The clubs that a member hosts, and those in which they are nudged and may be named: at most so many of each."""
    hosted = yield sql(
        "SELECT guild_id, id, channel_id, state FROM clubs WHERE host_id = :user_id ORDER BY id LIMIT :most",
        user_id=user_id,
        most=most,
    )
    nudged = yield sql(
        """
        SELECT c.guild_id, c.id FROM club_nudges AS n JOIN clubs AS c ON c.id = n.club_id
        WHERE n.user_id = :user_id ORDER BY c.id LIMIT :most
        """,
        user_id=user_id,
        most=most,
    )
    named = yield sql(
        """
        SELECT c.guild_id, c.id FROM club_named AS n JOIN clubs AS c ON c.id = n.club_id
        WHERE n.user_id = :user_id ORDER BY c.id LIMIT :most
        """,
        user_id=user_id,
        most=most,
    )
    return {"clubs": hosted, "club_nudges": nudged, "club_named": named}


# -- forgetting


def forget_host(*, user_id: int, at: datetime) -> Transaction[None]:
    """Drops what a member left unfinished, and takes their name off clubs: who hosts the series hosts the club."""
    yield sql("DELETE FROM club_nudges WHERE user_id = :user_id", user_id=user_id)
    named = yield sql("DELETE FROM club_named WHERE user_id = :user_id RETURNING club_id", user_id=user_id)
    yield sql("DELETE FROM clubs WHERE host_id = :user_id AND state = 'draft'", user_id=user_id)
    rows = yield sql(
        """
        UPDATE clubs SET host_id = COALESCE((SELECT host_id FROM party_series WHERE id = clubs.series_id), 0)
        WHERE host_id = :user_id RETURNING id
        """,
        user_id=user_id,
    )
    for club_id in sorted({row["id"] for row in rows} | {row["club_id"] for row in named}):
        yield from schedule_by(kind=JobKind.CLUB_BOARD, subject_id=club_id, due_at=at)


def purge_clubs(*, before: datetime) -> Transaction[None]:
    """Deletes drafts that were last touched before an instant, and clubs whose series is gone."""
    yield sql("DELETE FROM clubs WHERE state = 'draft' AND touched_at < :before", before=to_ms(before))
    yield sql("DELETE FROM clubs WHERE state = 'open' AND series_id IS NULL")


def _club(row: Row) -> Club:
    names = (
        "id", "guild_id", "channel_id", "host_id", "series_id", "room_place_id", "board_id", "boards", "arc_id",
        "season_id",
    )  # fmt: skip
    plain: dict[str, Any] = {name: row[name] for name in names}
    return Club(
        **plain,
        locale=Locale(row["locale"]),
        state=ClubState(row["state"]),
        pieces=frozenset(map(Piece, row["pieces"].split())),
    )


def _room(row: Row) -> Room:
    return Room(party_id=row["party_id"], club_id=row["club_id"], level=row["level"], thread_id=row["thread_id"])
