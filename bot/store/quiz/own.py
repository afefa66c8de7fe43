"""Questions that servers wrote themselves."""

from __future__ import annotations

import json
from collections.abc import Collection

from bot.domain.member_text import WHOLE_SERVER, MemberText
from bot.domain.own_question import OwnQuestion, key_of
from bot.store.engine.database import Row, Transaction, sql

_COLUMNS = "id, guild_id, author_id, question, answers, explanation, said, level, active"


def save_own(own: OwnQuestion) -> Transaction[None]:
    """Stores all of a question."""
    yield sql(
        f"""
        INSERT INTO quiz_own ({_COLUMNS})
        VALUES (:id, :guild_id, :author_id, :question, :answers, :explanation, :said, :level, :active)
        ON CONFLICT (id) DO UPDATE SET question = excluded.question, answers = excluded.answers,
            explanation = excluded.explanation, said = excluded.said, level = excluded.level,
            active = excluded.active
        """,
        id=own.id,
        guild_id=own.guild_id,
        author_id=own.author_id,
        question=own.question.to_store(),
        answers=json.dumps([answer.to_store() for answer in own.answers], ensure_ascii=False),
        explanation="" if own.explanation is None else own.explanation.to_store(),
        said=own.said,
        level=own.level,
        active=int(own.active),
    )


def load_own(*, question_id: int, guild_id: int) -> Transaction[OwnQuestion | None]:
    """One question of a server."""
    rows = yield sql(
        f"SELECT {_COLUMNS} FROM quiz_own WHERE id = :id AND guild_id = :guild_id", id=question_id, guild_id=guild_id
    )
    return _own(rows[0]) if rows else None


def list_own(*, guild_id: int) -> Transaction[list[OwnQuestion]]:
    """All of a server, the oldest first."""
    rows = yield sql(f"SELECT {_COLUMNS} FROM quiz_own WHERE guild_id = :guild_id ORDER BY id", guild_id=guild_id)
    return [_own(row) for row in rows]


def delete_own(*, question_id: int, guild_id: int) -> Transaction[bool]:
    """Deletes a question, and what its players have of it. Whether it was still there."""
    rows = yield sql(
        "DELETE FROM quiz_own WHERE id = :id AND guild_id = :guild_id RETURNING id", id=question_id, guild_id=guild_id
    )
    if rows:
        yield sql("DELETE FROM quiz_boxes WHERE question_id = :key", key=key_of(question_id))
    return bool(rows)


def count_own(*, guild_id: int) -> Transaction[int]:
    """How many a server has."""
    rows = yield sql("SELECT COUNT(*) AS many FROM quiz_own WHERE guild_id = :guild_id", guild_id=guild_id)
    return rows[0]["many"]


def forget_author(*, user_id: int) -> Transaction[None]:
    """The member's questions stay the server's, without their name."""
    yield sql("UPDATE quiz_own SET author_id = 0 WHERE author_id = :user_id", user_id=user_id)


def _own(row: Row) -> OwnQuestion:
    def text(words: str) -> MemberText:
        return MemberText(words, row["level"], WHOLE_SERVER)

    answers: Collection[str] = json.loads(row["answers"])
    return OwnQuestion(
        id=row["id"],
        guild_id=row["guild_id"],
        author_id=row["author_id"],
        question=text(row["question"]),
        answers=tuple(text(answer) for answer in answers),
        explanation=text(row["explanation"]) if row["explanation"] else None,
        said=row["said"],
        active=bool(row["active"]),
    )
