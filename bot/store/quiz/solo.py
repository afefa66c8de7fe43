"""A member's own quiz: their round, the boxes of the questions that they were asked, and their days in a row."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import cast

from bot.domain.instants import from_ms, to_ms
from bot.domain.questions import QuizKind
from bot.domain.quiz import Box, Done, Round, Streak
from bot.store.engine.database import Row, Statement, Transaction, sql

_ROUND = """
SELECT user_id, round_id, length, kind, first_episode, last_episode, anyway, done, asked FROM quiz_rounds
WHERE user_id = :user_id
"""


def load_round(*, user_id: int) -> Transaction[Round | None]:
    """The member's round. In a transaction that writes, whoever else changes it waits."""
    rows = yield Statement(_ROUND, {"user_id": user_id}, f"{_ROUND} FOR NO KEY UPDATE")
    return _round(rows[0]) if rows else None


def save_round(round_: Round, *, at: datetime) -> Transaction[None]:
    """Stores the round, instead of the one that the member had."""
    first, last = round_.episodes or (None, None)
    yield sql(
        """
        INSERT INTO quiz_rounds
            (user_id, round_id, length, kind, first_episode, last_episode, anyway, done, asked, updated_at)
        VALUES (:user_id, :round_id, :length, :kind, :first, :last, :anyway, :done, :asked, :at)
        ON CONFLICT (user_id) DO UPDATE SET round_id = excluded.round_id, length = excluded.length,
            kind = excluded.kind, first_episode = excluded.first_episode, last_episode = excluded.last_episode,
            anyway = excluded.anyway, done = excluded.done, asked = excluded.asked, updated_at = excluded.updated_at
        """,
        user_id=round_.user_id,
        round_id=round_.id,
        length=round_.length,
        kind=round_.kind,
        first=first,
        last=last,
        anyway=int(round_.anyway),
        done=" ".join(f"{done.question_id}:{int(done.right)}" for done in round_.done),
        asked=round_.current,
        at=to_ms(at),
    )


def load_boxes(*, user_id: int, question_ids: Collection[str] | None = None) -> Transaction[dict[str, Box]]:
    """Where the questions lie that the member was asked (of `question_ids`), by their ids."""
    rows = yield sql("SELECT question_id, box, asked_at FROM quiz_boxes WHERE user_id = :user_id", user_id=user_id)
    return {
        row["question_id"]: Box(box=row["box"], asked_at=from_ms(row["asked_at"]))
        for row in rows
        if question_ids is None or row["question_id"] in question_ids
    }


def save_box(box: Box, *, user_id: int, question_id: str) -> Transaction[None]:
    """Stores where a question lies now."""
    yield sql(
        """
        INSERT INTO quiz_boxes (user_id, question_id, box, asked_at) VALUES (:user_id, :question_id, :box, :at)
        ON CONFLICT (user_id, question_id) DO UPDATE SET box = excluded.box, asked_at = excluded.asked_at
        """,
        user_id=user_id,
        question_id=question_id,
        box=box.box,
        at=to_ms(box.asked_at),
    )


def load_streak(*, user_id: int) -> Transaction[Streak]:
    """The member's days in a row."""
    rows = yield sql("SELECT days, last_day FROM quiz_streaks WHERE user_id = :user_id", user_id=user_id)
    return Streak(days=rows[0]["days"], last=date.fromisoformat(rows[0]["last_day"])) if rows else Streak()


def save_streak(streak: Streak, *, user_id: int) -> Transaction[None]:
    """Stores them."""
    yield sql(
        """
        INSERT INTO quiz_streaks (user_id, days, last_day) VALUES (:user_id, :days, :last)
        ON CONFLICT (user_id) DO UPDATE SET days = excluded.days, last_day = excluded.last_day
        """,
        user_id=user_id,
        days=streak.days,
        last=None if streak.last is None else streak.last.isoformat(),
    )


def forget_player(*, user_id: int) -> Transaction[None]:
    """Deletes everything of a member."""
    for table in ("quiz_rounds", "quiz_boxes", "quiz_streaks"):
        yield sql(f"DELETE FROM {table} WHERE user_id = :user_id", user_id=user_id)


def _round(row: Row) -> Round:
    done = (part.rpartition(":") for part in row["done"].split())
    first, last = row["first_episode"], row["last_episode"]
    return Round(
        id=row["round_id"],
        user_id=row["user_id"],
        length=row["length"],
        kind=cast("QuizKind | None", row["kind"]),
        episodes=None if first is None else (first, last),
        anyway=bool(row["anyway"]),
        done=tuple(Done(question_id=question_id, right=right == "1") for question_id, _, right in done),
        current=row["asked"],
    )
