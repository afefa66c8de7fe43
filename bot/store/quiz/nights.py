"""Nights of the quiz, what was answered in them, and what each player has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from bot.domain.instants import from_ms, to_ms
from bot.domain.locale import Locale
from bot.domain.questions import QuizKind
from bot.domain.quiz_night import City, Hardest, Night, NightState, Sides, Standing
from bot.store.engine.database import Row, Statement, Transaction, sql

_COLUMNS = """
    id, guild_id, channel_id, parent_id, host_id, locale, level, kind, seconds, quick, cities, state, starts_at,
    questions, number, asked_id, closes_at, told, paused, skipped, end_id, daily_id
"""
_LOAD = f"SELECT {_COLUMNS} FROM quiz_nights WHERE id = :id"
RECENT = 10
"""The questions of so many nights of a server come last in its next one."""


def load_night(*, night_id: int) -> Transaction[Night | None]:
    """The night, to be read."""
    rows = yield sql(_LOAD, id=night_id)
    return _night(rows[0]) if rows else None


def hold_night(*, night_id: int) -> Transaction[Night | None]:
    """The night, to be changed: whoever changes it as well, or answers in it, waits."""
    rows = yield Statement(_LOAD, {"id": night_id}, f"{_LOAD} FOR UPDATE")
    return _night(rows[0]) if rows else None


def share_night(*, night_id: int) -> Transaction[Night | None]:
    """The night, to be answered in: many may at once, but nobody may change it meanwhile."""
    rows = yield Statement(_LOAD, {"id": night_id}, f"{_LOAD} FOR SHARE")
    return _night(rows[0]) if rows else None


def save_night(night: Night) -> Transaction[None]:
    """Stores all of a night."""
    yield sql(
        f"""
        INSERT INTO quiz_nights ({_COLUMNS})
        VALUES (:id, :guild_id, :channel_id, :parent_id, :host_id, :locale, :level, :kind, :seconds, :quick, :cities,
                :state, :starts_at, :questions, :number, :asked_id, :closes_at, :told, :paused, :skipped, :end_id,
                :daily_id)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, starts_at = excluded.starts_at,
            questions = excluded.questions, number = excluded.number, asked_id = excluded.asked_id,
            closes_at = excluded.closes_at, told = excluded.told, paused = excluded.paused,
            skipped = excluded.skipped, end_id = excluded.end_id
        """,
        id=night.id,
        guild_id=night.guild_id,
        channel_id=night.channel_id,
        parent_id=night.parent_id,
        host_id=night.host_id,
        locale=night.locale,
        level=night.level,
        kind=night.kind,
        seconds=night.seconds,
        quick=int(night.quick),
        cities=int(night.cities),
        state=night.state,
        starts_at=to_ms(night.starts_at),
        questions=" ".join(night.question_ids),
        number=night.number,
        asked_id=night.asked_id,
        closes_at=None if night.closes_at is None else to_ms(night.closes_at),
        told=int(night.told),
        paused=int(night.paused),
        skipped=" ".join(map(str, sorted(night.skipped))),
        end_id=night.end_id,
        daily_id=night.daily_id,
    )


def running_in(*, guild_id: int, channel_id: int) -> Transaction[int | None]:
    """The night that is on in a channel, None where none is."""
    rows = yield sql(
        """
        SELECT id FROM quiz_nights WHERE guild_id = :guild_id AND channel_id = :channel_id
            AND daily_id IS NULL AND state IN ('asking', 'telling') ORDER BY id DESC LIMIT 1
        """,
        guild_id=guild_id,
        channel_id=channel_id,
    )
    return rows[0]["id"] if rows else None


def steered_in(*, guild_id: int, channel_id: int) -> Transaction[int | None]:
    """The night of a channel that can still be stopped: the one that is on, else the next planned one."""
    rows = yield sql(
        """
        SELECT id FROM quiz_nights WHERE guild_id = :guild_id AND channel_id = :channel_id
            AND daily_id IS NULL AND state <> 'over'
        ORDER BY CASE WHEN state = 'planned' THEN 1 ELSE 0 END, starts_at LIMIT 1
        """,
        guild_id=guild_id,
        channel_id=channel_id,
    )
    return rows[0]["id"] if rows else None


def asked_lately(*, guild_id: int) -> Transaction[frozenset[str]]:
    """The questions of the last nights of a server."""
    rows = yield sql(
        """
        SELECT questions FROM quiz_nights WHERE guild_id = :guild_id AND daily_id IS NULL AND number > 0
        ORDER BY id DESC LIMIT :most
        """,
        guild_id=guild_id,
        most=RECENT,
    )
    return frozenset(question_id for row in rows for question_id in str(row["questions"]).split())


def save_pick(*, night_id: int, number: int, user_id: int, place: int, elapsed_ms: int) -> Transaction[int]:
    """Stores an answer instead of the one before it. Returns how often it was given: 0 when it was that already."""
    rows = yield sql(
        """
        INSERT INTO quiz_picks (night_id, number, user_id, place, elapsed, changes)
        VALUES (:night_id, :number, :user_id, :place, :elapsed, 1)
        ON CONFLICT (night_id, number, user_id) DO UPDATE
        SET place = excluded.place, elapsed = excluded.elapsed, changes = quiz_picks.changes + 1
        WHERE quiz_picks.place <> excluded.place
        RETURNING changes
        """,
        night_id=night_id,
        number=number,
        user_id=user_id,
        place=place,
        elapsed=elapsed_ms,
    )
    return rows[0]["changes"] if rows else 0


def load_picks(*, night_id: int, number: int) -> Transaction[list[tuple[int, int, int]]]:
    """The answers to one question: (member, place, milliseconds)."""
    rows = yield sql(
        "SELECT user_id, place, elapsed FROM quiz_picks WHERE night_id = :id AND number = :number ORDER BY user_id",
        id=night_id,
        number=number,
    )
    return [(row["user_id"], row["place"], row["elapsed"]) for row in rows]


def count_picks(*, night_id: int, number: int) -> Transaction[tuple[int, int]]:
    """How many answered a question, and how many of them have it right (0 before it was marked)."""
    rows = yield sql(
        """
        SELECT COUNT(*) AS answered, COUNT(CASE WHEN points > 0 THEN 1 END) AS had FROM quiz_picks
        WHERE night_id = :id AND number = :number
        """,
        id=night_id,
        number=number,
    )
    return rows[0]["answered"], rows[0]["had"]


def mark_picks(*, night_id: int, number: int, marks: Sequence[tuple[int, int, int]]) -> Transaction[None]:
    """Gives points for one question: (member, points, milliseconds). To be called once for each question."""
    for user_id, points, elapsed in marks:
        yield sql(
            """
            UPDATE quiz_picks SET points = :points
            WHERE night_id = :id AND number = :number AND user_id = :user_id
            """,
            id=night_id,
            number=number,
            user_id=user_id,
            points=points,
        )
        yield sql(
            """
            INSERT INTO quiz_players (night_id, user_id, points, had, elapsed)
            VALUES (:id, :user_id, :points, :had, :ms)
            ON CONFLICT (night_id, user_id) DO UPDATE SET points = quiz_players.points + excluded.points,
                had = quiz_players.had + excluded.had, elapsed = quiz_players.elapsed + excluded.elapsed
            """,
            id=night_id,
            user_id=user_id,
            points=points,
            had=int(points > 0),
            ms=elapsed,
        )


def drop_picks(*, night_id: int, number: int) -> Transaction[None]:
    """Forgets the answers to a question that was skipped."""
    yield sql("DELETE FROM quiz_picks WHERE night_id = :id AND number = :number", id=night_id, number=number)


def load_city(*, night_id: int, user_id: int) -> Transaction[City | None]:
    """The side of a player; None while they have none."""
    rows = yield sql(
        "SELECT city FROM quiz_players WHERE night_id = :id AND user_id = :user_id", id=night_id, user_id=user_id
    )
    return City(rows[0]["city"]) if rows and rows[0]["city"] else None


def save_city(*, night_id: int, user_id: int, city: City) -> Transaction[None]:
    """Puts a player on a side."""
    yield sql(
        """
        INSERT INTO quiz_players (night_id, user_id, city, points, had, elapsed) VALUES (:id, :user_id, :city, 0, 0, 0)
        ON CONFLICT (night_id, user_id) DO UPDATE SET city = excluded.city
        """,
        id=night_id,
        user_id=user_id,
        city=city,
    )


def list_players(*, night_id: int) -> Transaction[list[Standing]]:
    """Everybody who has played, the best first; of those with the same points whoever was quicker."""
    rows = yield sql(
        """
        SELECT p.user_id, p.points, p.had, p.city, CASE WHEN u.user_id IS NULL THEN 1 ELSE 0 END AS named
        FROM quiz_players AS p LEFT JOIN quiz_unnamed AS u ON u.user_id = p.user_id
        WHERE p.night_id = :id ORDER BY p.points DESC, p.elapsed, p.user_id
        """,
        id=night_id,
    )
    return [
        Standing(
            user_id=row["user_id"],
            points=row["points"],
            right=row["had"],
            city=City(row["city"]) if row["city"] else None,
            named=bool(row["named"]),
        )
        for row in rows
    ]


def played_now(*, user_id: int) -> Transaction[list[int]]:
    """The nights that are on in which a member has played."""
    rows = yield sql(
        """
        SELECT n.id FROM quiz_players AS p JOIN quiz_nights AS n ON n.id = p.night_id
        WHERE p.user_id = :user_id AND n.state IN ('asking', 'telling') ORDER BY n.id
        """,
        user_id=user_id,
    )
    return [row["id"] for row in rows]


def list_hardest(night: Night, *, most: int) -> Transaction[list[Hardest]]:
    """The questions that the fewest had right, of those that anybody answered."""
    rows = yield sql(
        """
        SELECT number, COUNT(*) AS answered, COUNT(CASE WHEN points > 0 THEN 1 END) AS had FROM quiz_picks
        WHERE night_id = :id AND points IS NOT NULL GROUP BY number
        """,
        id=night.id,
    )
    found = [
        Hardest(
            number=row["number"],
            question_id=night.question_ids[int(row["number"]) - 1],
            right=row["had"],
            answered=row["answered"],
        )
        for row in rows
        if row["number"] <= len(night.question_ids)
    ]
    return sorted(found, key=lambda one: (one.right / one.answered, one.number))[:most]


def forget_player(*, user_id: int) -> Transaction[None]:
    """Deletes everything of a member, and takes their name off the nights that they held."""
    yield sql("DELETE FROM quiz_picks WHERE user_id = :user_id", user_id=user_id)
    yield sql("DELETE FROM quiz_players WHERE user_id = :user_id", user_id=user_id)
    yield sql("UPDATE quiz_nights SET host_id = 0 WHERE host_id = :user_id", user_id=user_id)


def _night(row: Row) -> Night:
    return Night(
        id=row["id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        parent_id=row["parent_id"],
        host_id=row["host_id"],
        locale=Locale(row["locale"]),
        level=row["level"],
        kind=cast("QuizKind | None", row["kind"]),
        seconds=row["seconds"],
        quick=bool(row["quick"]),
        cities=Sides(row["cities"]),
        state=NightState(row["state"]),
        starts_at=from_ms(row["starts_at"]),
        question_ids=tuple(row["questions"].split()),
        number=row["number"],
        asked_id=row["asked_id"],
        closes_at=None if row["closes_at"] is None else from_ms(row["closes_at"]),
        told=bool(row["told"]),
        paused=bool(row["paused"]),
        skipped=frozenset(map(int, row["skipped"].split())),
        end_id=row["end_id"],
        daily_id=row["daily_id"],
    )


def purge_nights(*, before: datetime) -> Transaction[None]:
    """Deletes nights that are over and began before an instant, with what was answered in them."""
    yield sql("DELETE FROM quiz_nights WHERE state = 'over' AND starts_at < :before", before=to_ms(before))
