"""Which messages were veiled, by whom, and where their copies stand. What they said stands in Discord alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.instants import to_ms
from bot.domain.veil import ABANDONED, Original, Veil
from bot.store.engine.database import Row, Transaction, sql
from bot.store.ids import new_id

_COLUMNS = "id, guild_id, channel_id, author_id, veiled_by, episode, opened"


def begin_veil(
    *, original: Original, guild_id: int, veiled_by: int, episode: int, at: datetime
) -> Transaction[int | None]:
    """Claims a message for veiling and returns the veil's id; None when somebody else is at it, or did it already."""
    rows = yield sql(
        """
        INSERT INTO veils (id, original_id, guild_id, channel_id, author_id, veiled_by, episode, created_at)
        VALUES (:id, :original_id, :guild_id, :channel_id, :author_id, :veiled_by, :episode, :at)
        ON CONFLICT (original_id) DO UPDATE SET id = excluded.id, veiled_by = excluded.veiled_by,
            episode = excluded.episode, created_at = excluded.created_at
        WHERE veils.posted = 0 AND veils.created_at < :abandoned
        RETURNING id
        """,
        id=new_id(),
        original_id=original.message_id,
        guild_id=guild_id,
        channel_id=original.channel_id,
        author_id=original.author_id,
        veiled_by=veiled_by,
        episode=episode,
        at=to_ms(at),
        abandoned=to_ms(at - ABANDONED),
    )
    return rows[0]["id"] if rows else None


def finish_veil(*, veil_id: int, message_ids: Sequence[int]) -> Transaction[bool]:
    """Records the copies. False when the claim was lost meanwhile; nothing is recorded then."""
    rows = yield sql("UPDATE veils SET posted = 1 WHERE id = :id AND posted = 0 RETURNING id", id=veil_id)
    if not rows:
        return False
    for position, message_id in enumerate(message_ids):
        yield sql(
            "INSERT INTO veil_copies (message_id, veil_id, position) VALUES (:message_id, :veil_id, :position)",
            message_id=message_id,
            veil_id=veil_id,
            position=position,
        )
    return True


def is_claimed(*, veil_id: int) -> Transaction[bool]:
    """Whether a claim still holds whose copies are not posted yet."""
    return bool((yield sql("SELECT 1 AS it FROM veils WHERE id = :id AND posted = 0", id=veil_id)))


def abandon_veil(*, veil_id: int) -> Transaction[None]:
    """Gives a claim back whose copies could not be posted."""
    yield sql("DELETE FROM veils WHERE id = :id AND posted = 0", id=veil_id)


def load_veil(*, veil_id: int) -> Transaction[Veil | None]:
    """A veil with its copies."""
    rows = yield sql(f"SELECT {_COLUMNS} FROM veils WHERE id = :id AND posted = 1", id=veil_id)
    if not rows:
        return None
    return (yield from _with_copies(rows[0]))


def find_veil(*, message_id: int) -> Transaction[Veil | None]:
    """The veil that a message is a copy of."""
    rows = yield sql(
        f"SELECT {_COLUMNS} FROM veils WHERE id = (SELECT veil_id FROM veil_copies WHERE message_id = :message_id)",
        message_id=message_id,
    )
    if not rows:
        return None
    return (yield from _with_copies(rows[0]))


def set_opened(*, veil_id: int, opened: bool) -> Transaction[None]:
    """Remembers that a veil was lifted, or drawn again."""
    yield sql("UPDATE veils SET opened = :opened WHERE id = :id", id=veil_id, opened=int(opened))


def set_episode(*, veil_id: int, episode: int) -> Transaction[None]:
    """Remembers what a veiled text spoils."""
    yield sql("UPDATE veils SET episode = :episode WHERE id = :id", id=veil_id, episode=episode)


def mark_review(*, veil_id: int, author_id: int, at: datetime) -> Transaction[bool]:
    """Remembers that the author asked for another look. Whether it was the first time."""
    rows = yield sql(
        """
        UPDATE veils SET review_at = :at WHERE id = :id AND author_id = :author_id AND review_at IS NULL RETURNING id
        """,
        id=veil_id,
        author_id=author_id,
        at=to_ms(at),
    )
    return bool(rows)


def forget_member(*, user_id: int) -> Transaction[None]:
    """Takes a member out of all veils. The copies stay covered; then only moderators can lift them."""
    yield sql("UPDATE veils SET author_id = NULL WHERE author_id = :user_id", user_id=user_id)
    yield sql("UPDATE veils SET veiled_by = NULL WHERE veiled_by = :user_id", user_id=user_id)


def _with_copies(row: Row) -> Transaction[Veil]:
    copies = yield sql("SELECT message_id FROM veil_copies WHERE veil_id = :id ORDER BY position", id=row["id"])
    return Veil(
        id=row["id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        author_id=row["author_id"],
        veiled_by=row["veiled_by"],
        episode=row["episode"],
        opened=bool(row["opened"]),
        message_ids=tuple(copy["message_id"] for copy in copies),
    )
