"""Who comes to a planned night, and is called when it begins."""

from __future__ import annotations

from bot.store.engine.database import Transaction, sql


def list_guests(*, night_id: int) -> Transaction[list[int]]:
    """Their ids, in order."""
    rows = yield sql("SELECT user_id FROM quiz_guests WHERE night_id = :id ORDER BY user_id", id=night_id)
    return [row["user_id"] for row in rows]


def toggle_guest(*, night_id: int, user_id: int) -> Transaction[bool]:
    """Puts a member on the list, or takes them off it. Whether they are on it now."""
    gone = yield sql(
        "DELETE FROM quiz_guests WHERE night_id = :night_id AND user_id = :user_id RETURNING user_id",
        night_id=night_id,
        user_id=user_id,
    )
    if gone:
        return False
    yield sql(
        """
        INSERT INTO quiz_guests (night_id, user_id) VALUES (:night_id, :user_id)
        ON CONFLICT (night_id, user_id) DO NOTHING
        """,
        night_id=night_id,
        user_id=user_id,
    )
    return True
