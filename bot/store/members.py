"""What is known of a member: how far they have watched, and whether the bot has asked."""

from __future__ import annotations

from datetime import datetime

from bot.domain.instants import to_ms
from bot.domain.progress import Progress
from bot.store.database import Row, Work, sql


def load_progress(*, user_id: int) -> Work[Progress]:
    """What the member has told; `Progress()` when nothing is stored."""
    rows = yield sql("SELECT episode, previous, asked FROM progress WHERE user_id = :user_id", user_id=user_id)
    return _progress(rows)


def set_progress(*, user_id: int, episode: int | None, at: datetime) -> Work[Progress]:
    """Stores progress (None: takes it back, or would rather not say) and returns it with what it replaced.

    Setting what is already set keeps `previous`, so that a second press does not spoil the Undo.
    """
    rows = yield sql(
        """
        INSERT INTO progress (user_id, episode, previous, asked, updated_at) VALUES (:user_id, :episode, NULL, 1, :at)
        ON CONFLICT (user_id) DO UPDATE SET
            previous = CASE WHEN COALESCE(progress.episode, -1) = COALESCE(excluded.episode, -1)
                       THEN progress.previous ELSE progress.episode END,
            episode = excluded.episode, asked = 1, updated_at = excluded.updated_at
        RETURNING episode, previous, asked
        """,
        user_id=user_id,
        episode=episode,
        at=to_ms(at),
    )
    return _progress(rows)


def undo_progress(*, user_id: int, at: datetime) -> Work[Progress]:
    """Swaps present and previous progress; doing it twice changes nothing."""
    rows = yield sql(
        """
        UPDATE progress SET episode = previous, previous = episode, updated_at = :at WHERE user_id = :user_id
        RETURNING episode, previous, asked
        """,
        user_id=user_id,
        at=to_ms(at),
    )
    return _progress(rows)


def mark_asked(*, user_id: int, at: datetime) -> Work[bool]:
    """Remembers that "How far are you?" was asked. True for the one call that was first: that one may ask."""
    rows = yield sql(
        """
        INSERT INTO progress (user_id, asked, updated_at) VALUES (:user_id, 1, :at)
        ON CONFLICT (user_id) DO NOTHING RETURNING user_id
        """,
        user_id=user_id,
        at=to_ms(at),
    )
    return bool(rows)


def forget_progress(*, user_id: int) -> Work[None]:
    """Deletes the row: as if the member had never been here."""
    yield sql("DELETE FROM progress WHERE user_id = :user_id", user_id=user_id)


def _progress(rows: list[Row]) -> Progress:
    if not rows:
        return Progress()
    row = rows[0]
    return Progress(episode=row["episode"], previous=row["previous"], asked=bool(row["asked"]))
