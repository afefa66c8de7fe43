"""What was sent, or is being sent: noted before and after, so that nothing is sent twice."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from bot.domain.delivery import Delivery, DeliveryKey
from bot.domain.instants import from_ms, to_ms
from bot.store.engine.database import Row, Transaction, sql

_DELIVERY = "purpose, tried_at, channel_id, message_id, user_id"
_IS_IT = "subject_id = :subject_id AND purpose = :purpose AND user_id = :user_id"


def begin_delivery(key: DeliveryKey, *, at: datetime) -> Transaction[Delivery | None]:
    """Notes that a message is about to be sent. None for the first try; later ones are told what became of it."""
    rows = yield sql(
        """
        INSERT INTO deliveries (guild_id, subject_id, purpose, user_id, tried_at)
        VALUES (:guild_id, :subject_id, :purpose, :user_id, :at)
        ON CONFLICT (subject_id, purpose, user_id) DO NOTHING RETURNING purpose
        """,
        guild_id=key.guild_id,
        subject_id=key.subject_id,
        purpose=key.purpose,
        user_id=key.user_id,
        at=to_ms(at),
    )
    if rows:
        return None
    return (yield from load_delivery(subject_id=key.subject_id, purpose=key.purpose, user_id=key.user_id))


def end_delivery(key: DeliveryKey, *, channel_id: int, message_id: int) -> Transaction[None]:
    """Notes that a message was sent."""
    yield sql(
        f"UPDATE deliveries SET channel_id = :channel_id, message_id = :message_id WHERE {_IS_IT}",
        subject_id=key.subject_id,
        purpose=key.purpose,
        user_id=key.user_id,
        channel_id=channel_id,
        message_id=message_id,
    )


def mark_reached(key: DeliveryKey, user_ids: Collection[int], *, at: datetime, message_id: int) -> Transaction[None]:
    """Notes that each of these was reached for the purpose, by a message that named several."""
    for user_id in user_ids:
        yield sql(
            """
            INSERT INTO deliveries (guild_id, subject_id, purpose, user_id, tried_at, message_id)
            VALUES (:guild_id, :subject_id, :purpose, :user_id, :at, :message_id)
            ON CONFLICT (subject_id, purpose, user_id) DO UPDATE SET message_id = excluded.message_id
            """,
            guild_id=key.guild_id,
            subject_id=key.subject_id,
            purpose=key.purpose,
            user_id=user_id,
            at=to_ms(at),
            message_id=message_id,
        )


def list_reached(*, subject_id: int, purpose: str) -> Transaction[frozenset[int]]:
    """Who was reached for this purpose, alone or with others."""
    rows = yield sql(
        """
        SELECT user_id FROM deliveries
        WHERE subject_id = :subject_id AND purpose = :purpose AND user_id <> 0 AND message_id IS NOT NULL
        """,
        subject_id=subject_id,
        purpose=purpose,
    )
    return frozenset(row["user_id"] for row in rows)


def load_delivery(*, subject_id: int, purpose: str, user_id: int = 0) -> Transaction[Delivery | None]:
    """What is known of the message for this purpose; None when none was tried."""
    rows = yield sql(
        f"SELECT {_DELIVERY} FROM deliveries WHERE {_IS_IT}", subject_id=subject_id, purpose=purpose, user_id=user_id
    )
    return _delivery(rows[0]) if rows else None


def is_on_record(*, message_id: int) -> Transaction[bool]:
    """Whether a message is known as one that was sent for some purpose, or that somebody shared."""
    rows = yield sql(
        """
        SELECT 1 FROM deliveries WHERE message_id = :message_id
        UNION ALL SELECT 1 FROM posts WHERE message_id = :message_id
        """,
        message_id=message_id,
    )
    return bool(rows)


def list_deliveries(*, subject_id: int, like: str) -> Transaction[list[Delivery]]:
    """What was tried for the purposes that are like this pattern of SQL's ("go:%"), the oldest first."""
    rows = yield sql(
        f"""
        SELECT {_DELIVERY} FROM deliveries WHERE subject_id = :subject_id AND purpose LIKE :like
        ORDER BY tried_at, purpose
        """,
        subject_id=subject_id,
        like=like,
    )
    return [_delivery(row) for row in rows]


def forget_delivery(*, subject_id: int, purpose: str, user_id: int = 0) -> Transaction[None]:
    """Forgets what was noted for this purpose."""
    yield sql(f"DELETE FROM deliveries WHERE {_IS_IT}", subject_id=subject_id, purpose=purpose, user_id=user_id)


def forget_recipient(*, user_id: int) -> Transaction[None]:
    """Forgets what was sent to a member, and where."""
    yield sql("DELETE FROM deliveries WHERE user_id = :user_id", user_id=user_id)


def purge_deliveries(*, before: datetime) -> Transaction[None]:
    """Forgets whom messages reached that were tried before an instant, and what belongs to nothing any more."""
    yield sql("DELETE FROM deliveries WHERE user_id <> 0 AND tried_at < :before", before=to_ms(before))
    yield sql(
        """
        DELETE FROM deliveries WHERE tried_at < :before AND subject_id <> guild_id
            AND NOT EXISTS (SELECT 1 FROM parties WHERE parties.id = deliveries.subject_id)
            AND NOT EXISTS (SELECT 1 FROM polls WHERE polls.id = deliveries.subject_id)
        """,
        before=to_ms(before),
    )


def _delivery(row: Row) -> Delivery:
    return Delivery(
        purpose=row["purpose"],
        tried_at=from_ms(row["tried_at"]),
        channel_id=row["channel_id"],
        message_id=row["message_id"],
        user_id=row["user_id"],
    )
