"""Everything that is stored of one member, in every table and on every server: read, and deleted.

Ballots are not here: they lie under names that only `bot.services.polls.voting` can compute. A test goes through every
column of every table, so that a new one cannot be forgotten here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.instants import from_ms
from bot.store import clubs as club_store
from bot.store import deliveries, flags, log_lines, members, posts, server_notes, veils
from bot.store.engine.database import Row, Transaction, sql
from bot.store.parties import people as party_people
from bot.store.parties import searches
from bot.store.parties import series as party_series
from bot.store.polls import polls
from bot.store.quiz import dailies as quiz_dailies
from bot.store.quiz import member as quiz_member
from bot.store.quiz import nights as quiz_nights
from bot.store.quiz import own as quiz_own
from bot.store.quiz import scores as quiz_scores
from bot.store.quiz import solo as quiz

_INSTANTS = ("at", "updated_at", "starts_at", "touched_at", "made_at", "opened_at", "created_at", "tried_at",
             "asked_at", "closes_at", "said_at")  # fmt: skip
_SINGLE = frozenset({"quiz_round", "quiz_streak", "quiz_unnamed"})
_MOST = 1000
"""Rows of each kind that one answer shows; the deletion takes all."""

Record = Mapping[str, Any]
"""A row with readable instants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """The rows that carry a member's id. None or empty where there is nothing."""

    progress: Record | None
    zone: Record | None
    reminders: Record | None
    answers: tuple[Record, ...]
    hosted: tuple[Record, ...]
    series: tuple[Record, ...]
    regular: tuple[Record, ...]
    edits: tuple[Record, ...]
    polls: tuple[Record, ...]
    drafts: tuple[Record, ...]
    imports: tuple[Record, ...]
    veils: tuple[Record, ...]
    messages: tuple[Record, ...]
    notes: tuple[Record, ...]
    shares: tuple[Record, ...]
    quiz_round: Record | None
    quiz_streak: Record | None
    quiz_boxes: tuple[Record, ...]
    quiz_played: tuple[Record, ...]
    quiz_hosted: tuple[Record, ...]
    quiz_dailies: tuple[Record, ...]
    quiz_scores: tuple[Record, ...]
    quiz_written: tuple[Record, ...]
    quiz_reminders: tuple[Record, ...]
    quiz_unnamed: Record | None
    times_ticked: tuple[Record, ...]
    times_asked: tuple[Record, ...]
    clubs: tuple[Record, ...]
    club_nudges: tuple[Record, ...]
    club_named: tuple[Record, ...]
    flags: tuple[Record, ...]


def load_member(*, user_id: int) -> Transaction[Member]:
    """All of it but the ballots."""
    progress = yield sql(
        "SELECT episode, previous, asked, updated_at FROM progress WHERE user_id = :user_id", user_id=user_id
    )
    zone = yield sql("SELECT zone, updated_at FROM member_zones WHERE user_id = :user_id", user_id=user_id)
    reminders = yield sql(
        """
        SELECT minutes, direct, quiet_from, quiet_to, locale, updated_at FROM reminder_choices
        WHERE user_id = :user_id
        """,
        user_id=user_id,
    )
    answers = yield sql(
        """
        SELECT p.guild_id, p.id, p.starts_at, p.first_episode, p.last_episode, s.answer, s.place, s.ready, s.watched,
               s.has_role
        FROM party_people AS s JOIN parties AS p ON p.id = s.party_id
        WHERE s.user_id = :user_id ORDER BY p.starts_at DESC, p.id LIMIT :most
        """,
        user_id=user_id,
        most=_MOST,
    )
    hosted = yield sql(
        """
        SELECT guild_id, id, starts_at, first_episode, last_episode, state, note,
               CASE WHEN host_id = :user_id THEN 'host' ELSE 'co-host' END AS part
        FROM parties WHERE host_id = :user_id OR ' ' || cohost_ids || ' ' LIKE :pattern
        ORDER BY starts_at DESC, id LIMIT :most
        """,
        user_id=user_id,
        pattern=f"% {user_id} %",
        most=_MOST,
    )
    series = yield sql(
        "SELECT guild_id, id, zone, first_day, at_time, state FROM party_series WHERE host_id = :user_id ORDER BY id",
        user_id=user_id,
    )
    written = yield sql(
        """
        SELECT guild_id, id, question, preset_id, gate, state, opened_at FROM polls WHERE author_id = :user_id
        ORDER BY id DESC LIMIT :most
        """,
        user_id=user_id,
        most=_MOST,
    )
    drafts = yield sql(
        "SELECT id, draft, touched_at FROM poll_drafts WHERE author_id = :user_id ORDER BY id", user_id=user_id
    )
    imports = yield sql(
        "SELECT guild_id, id, made_at FROM guild_imports WHERE user_id = :user_id ORDER BY id", user_id=user_id
    )
    veiled = yield sql(
        """
        SELECT guild_id, channel_id, episode, created_at,
               CASE WHEN author_id = :user_id THEN 'author' ELSE 'veiled it' END AS part
        FROM veils WHERE author_id = :user_id OR veiled_by = :user_id ORDER BY created_at DESC, id LIMIT :most
        """,
        user_id=user_id,
        most=_MOST,
    )
    messages = yield sql(
        """
        SELECT guild_id, purpose, tried_at, channel_id FROM deliveries WHERE user_id = :user_id
        ORDER BY tried_at DESC, purpose LIMIT :most
        """,
        user_id=user_id,
        most=_MOST,
    )
    notes = yield sql(
        """
        SELECT guild_id, id, about, text, made_at FROM server_notes WHERE author_id = :user_id
        ORDER BY id DESC LIMIT :most
        """,
        user_id=user_id,
        most=_MOST,
    )
    shares = yield sql(
        """
        SELECT guild_id, channel_id, message_id, made_at FROM posts WHERE author_id = :user_id
        ORDER BY made_at DESC, id LIMIT :most
        """,
        user_id=user_id,
        most=_MOST,
    )
    more: dict[str, Any] = yield from club_store.load_member(user_id=user_id, most=_MOST)
    more |= yield from searches.load_member(user_id=user_id, most=_MOST)
    more |= yield from party_series.load_member(user_id=user_id, most=_MOST)
    more["flags"] = yield from flags.load_member(user_id=user_id, most=_MOST)
    more |= yield from quiz_member.load_member(user_id=user_id, most=_MOST)
    more = {name: _first(rows) if name in _SINGLE else _all(rows) for name, rows in more.items()}
    return Member(
        progress=_first(progress),
        zone=_first(zone),
        reminders=_first(reminders),
        answers=_all(answers),
        hosted=_all(hosted),
        series=_all(series),
        polls=_all(written),
        drafts=_all(drafts),
        imports=_all(imports),
        veils=_all(veiled),
        messages=_all(messages),
        notes=_all(notes),
        shares=_all(shares),
        **more,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What a forgotten member leaves behind: the parties in which they held a place, the attendee roles that Discord
    still shows on them, as (server, role), and the nights of the quiz that are on and whose table names them."""

    parties: tuple[int, ...]
    roles: tuple[tuple[int, int], ...]
    nights: tuple[int, ...]


def places_of(*, user_id: int) -> Transaction[Left]:
    """Where the member holds a place, or a role for one, or stands on a table."""
    rows = yield sql(
        """
        SELECT p.id, p.guild_id, p.seat_role_id, s.has_role
        FROM party_people AS s JOIN parties AS p ON p.id = s.party_id
        WHERE s.user_id = :user_id ORDER BY p.id
        """,
        user_id=user_id,
    )
    roles = {(row["guild_id"], row["seat_role_id"]) for row in rows if row["has_role"] and row["seat_role_id"]}
    nights = yield from quiz_nights.played_now(user_id=user_id)
    return Left(parties=tuple(row["id"] for row in rows), roles=tuple(sorted(roles)), nights=tuple(nights))


def forget_member(*, user_id: int, now: datetime) -> Transaction[None]:
    """Deletes every row of the member, and takes their name off what others still need: their polls and parties stay,
    without an author or a host (a co-host takes over where there is one). A series without a host ends."""
    yield from members.forget_member(user_id=user_id)
    yield from party_people.forget_member(user_id=user_id)
    yield from polls.forget_author(user_id=user_id)
    yield from veils.forget_member(user_id=user_id)
    yield from flags.forget_member(user_id=user_id)
    yield from posts.forget_author(user_id=user_id)
    yield from club_store.boards_changed(player_id=user_id, at=now)
    yield from quiz.forget_player(user_id=user_id)
    yield from quiz_nights.forget_player(user_id=user_id)
    yield from quiz_scores.forget_player(user_id=user_id)
    yield from quiz_dailies.forget_host(user_id=user_id)
    yield from quiz_own.forget_author(user_id=user_id)
    yield from searches.forget_member(user_id=user_id, at=now)
    yield from _leave_parties(user_id)
    yield from club_store.forget_host(user_id=user_id, at=now)
    yield sql("DELETE FROM guild_imports WHERE user_id = :user_id", user_id=user_id)
    yield sql("DELETE FROM jobs WHERE subject_id = :user_id", user_id=user_id)
    yield from deliveries.forget_recipient(user_id=user_id)
    yield from log_lines.forget_named(user_id=user_id)
    yield from server_notes.forget_author(user_id=user_id)


def _leave_parties(user_id: int) -> Transaction[None]:
    yield sql("DELETE FROM parties WHERE host_id = :user_id AND state = 'draft'", user_id=user_id)
    yield sql("DELETE FROM party_series WHERE host_id = :user_id AND state = 'draft'", user_id=user_id)
    rows = yield sql(
        """
        UPDATE parties SET version = version + 1
        WHERE host_id = :user_id OR ' ' || cohost_ids || ' ' LIKE :pattern
        RETURNING id, host_id, cohost_ids, series_id, state
        """,
        user_id=user_id,
        pattern=f"% {user_id} %",
    )
    heirs: dict[int, int] = {}
    for row in rows:
        cohosts = [int(each) for each in row["cohost_ids"].split() if int(each) != user_id]
        host_id = row["host_id"]
        if host_id == user_id:
            host_id = cohosts.pop(0) if cohosts else 0
            if host_id and row["series_id"] and row["state"] in ("planned", "open", "live"):
                heirs[row["series_id"]] = host_id
        yield sql(
            "UPDATE parties SET host_id = :host_id, cohost_ids = :cohosts WHERE id = :id",
            id=row["id"],
            host_id=host_id,
            cohosts=" ".join(map(str, cohosts)),
        )
    for series_id, host_id in heirs.items():
        yield sql(
            "UPDATE party_series SET host_id = :host_id, version = version + 1 WHERE id = :id AND host_id = :user_id",
            id=series_id,
            host_id=host_id,
            user_id=user_id,
        )
    yield sql(
        "UPDATE party_series SET host_id = 0, state = 'cancelled', version = version + 1 WHERE host_id = :user_id",
        user_id=user_id,
    )


def _first(rows: list[Row]) -> Record | None:
    return _record(rows[0]) if rows else None


def _all(rows: list[Row]) -> tuple[Record, ...]:
    return tuple(_record(row) for row in rows)


def _record(row: Row) -> Record:
    return {
        name: from_ms(row[name]) if name in _INSTANTS and row[name] is not None else row[name]
        for name in row.keys()  # noqa: SIM118  (a row is no dict)
    }
