"""What a season of a club was: who came how often, and what was asked in its channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.instants import to_ms
from bot.domain.locale import Locale
from bot.store.engine.database import Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that was asked in a channel, with how many answered it and had it right, all nights together."""

    question_id: str
    level: int
    locale: Locale
    right: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where and when nights of the quiz belong to a season: in a channel and its threads, up to a level."""

    guild_id: int
    channel_id: int
    since: datetime
    until: datetime
    level: int


_NIGHTS = """
    n.guild_id = :guild_id AND (n.channel_id = :channel_id OR n.parent_id = :channel_id)
    AND n.starts_at >= :since AND n.starts_at < :until AND n.level <= :level AND k.points IS NOT NULL
"""


def _values(span: Span) -> dict[str, int]:
    return {
        "guild_id": span.guild_id,
        "channel_id": span.channel_id,
        "since": to_ms(span.since),
        "until": to_ms(span.until),
        "level": span.level,
    }


def count_came(*, series_id: int) -> Transaction[dict[int, int]]:
    """At how many evenings that are over each member had a seat."""
    rows = yield sql(
        """
        SELECT s.user_id, COUNT(*) AS came FROM parties AS p JOIN party_people AS s ON s.party_id = p.id
        WHERE p.series_id = :series_id AND p.state = 'over' AND s.place = 'seat' GROUP BY s.user_id ORDER BY s.user_id
        """,
        series_id=series_id,
    )
    return {row["user_id"]: row["came"] for row in rows}


def list_came(*, series_id: int, user_id: int) -> Transaction[frozenset[int]]:
    """The evenings that are over at which a member had a seat."""
    rows = yield sql(
        """
        SELECT p.id FROM parties AS p JOIN party_people AS s ON s.party_id = p.id
        WHERE p.series_id = :series_id AND p.state = 'over' AND s.place = 'seat' AND s.user_id = :user_id
        """,
        series_id=series_id,
        user_id=user_id,
    )
    return frozenset(row["id"] for row in rows)


def list_asked(span: Span) -> Transaction[list[Asked]]:
    """The questions that were asked and answered within a season."""
    rows = yield sql(
        f"""
        SELECT n.questions, n.level, n.locale, k.number, COUNT(*) AS answered,
               COUNT(CASE WHEN k.points > 0 THEN 1 END) AS had
        FROM quiz_nights AS n JOIN quiz_picks AS k ON k.night_id = n.id
        WHERE {_NIGHTS} GROUP BY n.id, n.questions, n.level, n.locale, k.number ORDER BY n.id, k.number
        """,
        **_values(span),
    )
    found: dict[str, Asked] = {}
    for row in rows:
        ids: list[str] = str(row["questions"]).split()
        number: int = row["number"]
        if number > len(ids):
            continue
        question_id = ids[number - 1]
        before = found.get(question_id)
        found[question_id] = Asked(
            question_id=question_id,
            level=row["level"],
            locale=Locale(row["locale"]),
            right=row["had"] + (0 if before is None else before.right),
            answered=row["answered"] + (0 if before is None else before.answered),
        )
    return list(found.values())


def count_answered(span: Span, *, user_id: int) -> Transaction[tuple[int, int]]:
    """How many questions of a season a member answered, and how many of them they had right."""
    rows = yield sql(
        f"""
        SELECT COUNT(*) AS answered, COUNT(CASE WHEN k.points > 0 THEN 1 END) AS had
        FROM quiz_nights AS n JOIN quiz_picks AS k ON k.night_id = n.id WHERE {_NIGHTS} AND k.user_id = :user_id
        """,
        user_id=user_id,
        **_values(span),
    )
    return rows[0]["answered"], rows[0]["had"]
