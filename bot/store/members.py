"""What is known of a member: how far they have watched, and whether the bot has asked."""

from __future__ import annotations

from datetime import datetime

from bot.domain.instants import to_ms
from bot.store.engine.database import Transaction, sql
from bot.store.ids import new_id


def load_progress(*, user_id: int) -> Transaction[int | None]:
    """The last episode that the member has finished; None when never told, taken back, or kept to themselves."""
    rows = yield sql("SELECT episode FROM progress WHERE user_id = :user_id", user_id=user_id)
    return rows[0]["episode"] if rows else None


def load_step(*, user_id: int) -> Transaction[tuple[int | None, int | None]]:
    """The member's progress before its last change, and now; None where nothing was told."""
    rows = yield sql("SELECT previous, episode FROM progress WHERE user_id = :user_id", user_id=user_id)
    return (rows[0]["previous"], rows[0]["episode"]) if rows else (None, None)


def save_progress(*, user_id: int, episode: int | None, at: datetime) -> Transaction[tuple[int | None, int]]:
    """Stores progress (None: would rather not say). Returns what it was before, and the stamp that undoes the change.

    Saving what is already so changes neither: a second press must not use up the Undo of the first.
    """
    stamp = new_id()
    rows = yield sql(
        """
        INSERT INTO progress (user_id, episode, asked, stamp, updated_at) VALUES (:user_id, :episode, 1, :stamp, :at)
        ON CONFLICT (user_id) DO UPDATE SET
            previous = CASE WHEN COALESCE(progress.episode, -1) = COALESCE(excluded.episode, -1)
                       THEN progress.previous ELSE progress.episode END,
            stamp = CASE WHEN COALESCE(progress.episode, -1) = COALESCE(excluded.episode, -1)
                    THEN progress.stamp ELSE excluded.stamp END,
            episode = excluded.episode, asked = 1, updated_at = excluded.updated_at
        RETURNING previous, stamp
        """,
        user_id=user_id,
        episode=episode,
        stamp=stamp,
        at=to_ms(at),
    )
    changed = rows[0]["stamp"] == stamp
    return (rows[0]["previous"] if changed else episode), rows[0]["stamp"]


def clear_progress(*, user_id: int, at: datetime) -> Transaction[tuple[int | None, int]]:
    """Forgets what was told; the bot may ask again. Returns what it was, and the stamp that undoes the change."""
    rows = yield sql(
        """
        UPDATE progress SET previous = episode, episode = NULL, asked = 0, stamp = :stamp, updated_at = :at
        WHERE user_id = :user_id RETURNING previous, stamp
        """,
        user_id=user_id,
        stamp=new_id(),
        at=to_ms(at),
    )
    return (rows[0]["previous"], rows[0]["stamp"]) if rows else (None, 0)


def undo_progress(*, user_id: int, stamp: int) -> Transaction[tuple[bool, int | None]]:
    """Takes back the change with this stamp, if nothing has changed since. Returns whether, and what holds now."""
    rows = yield sql(
        """
        UPDATE progress SET episode = previous, previous = episode, asked = 1, stamp = :fresh
        WHERE user_id = :user_id AND stamp = :stamp RETURNING episode
        """,
        user_id=user_id,
        stamp=stamp,
        fresh=new_id(),
    )
    if rows:
        return True, rows[0]["episode"]
    return False, (yield from load_progress(user_id=user_id))


def mark_asked(*, user_id: int, at: datetime) -> Transaction[bool]:
    """Remembers that "How far are you?" was put. True for the one call that was first, which may put it."""
    rows = yield sql(
        """
        INSERT INTO progress (user_id, asked, updated_at) VALUES (:user_id, 1, :at)
        ON CONFLICT (user_id) DO UPDATE SET asked = 1 WHERE progress.asked = 0 RETURNING user_id
        """,
        user_id=user_id,
        at=to_ms(at),
    )
    return bool(rows)


def forget_member(*, user_id: int) -> Transaction[None]:
    """Deletes the member's row: as if they had never been here."""
    yield sql("DELETE FROM progress WHERE user_id = :user_id", user_id=user_id)
