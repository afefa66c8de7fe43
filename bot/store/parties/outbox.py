"""What was sent for a party, or is being sent: noted before and after, so that nothing is sent twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.instants import from_ms, to_ms
from bot.store.engine.database import Row, Work, sql

_POST = "purpose, tried_at, channel_id, message_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message for a purpose: when it was first tried; where it stands, when it is known to have arrived."""

    purpose: str
    tried_at: datetime
    channel_id: int | None
    message_id: int | None


def begin_post(*, party_id: int, purpose: str, at: datetime) -> Work[Post | None]:
    """Notes that a message is about to be sent. None for the first try; later ones are told what became of it."""
    rows = yield sql(
        """
        INSERT INTO party_posts (party_id, purpose, tried_at) VALUES (:party_id, :purpose, :at)
        ON CONFLICT (party_id, purpose) DO NOTHING RETURNING purpose
        """,
        party_id=party_id,
        purpose=purpose,
        at=to_ms(at),
    )
    if rows:
        return None
    return (yield from load_post(party_id=party_id, purpose=purpose))


def end_post(*, party_id: int, purpose: str, channel_id: int, message_id: int) -> Work[None]:
    """Notes that a message was sent."""
    yield sql(
        """
        UPDATE party_posts SET channel_id = :channel_id, message_id = :message_id
        WHERE party_id = :party_id AND purpose = :purpose
        """,
        party_id=party_id,
        purpose=purpose,
        channel_id=channel_id,
        message_id=message_id,
    )


def load_post(*, party_id: int, purpose: str) -> Work[Post | None]:
    """What is known of the message for this purpose; None when none was tried."""
    rows = yield sql(
        f"SELECT {_POST} FROM party_posts WHERE party_id = :party_id AND purpose = :purpose",
        party_id=party_id,
        purpose=purpose,
    )
    return _post(rows[0]) if rows else None


def list_posts(*, party_id: int, like: str) -> Work[list[Post]]:
    """What was tried for the purposes that are like this pattern of SQL's ("go:%"), the oldest first."""
    rows = yield sql(
        f"SELECT {_POST} FROM party_posts WHERE party_id = :party_id AND purpose LIKE :like ORDER BY tried_at, purpose",
        party_id=party_id,
        like=like,
    )
    return [_post(row) for row in rows]


def forget_post(*, party_id: int, purpose: str) -> Work[None]:
    """Forgets what was noted for this purpose."""
    yield sql(
        "DELETE FROM party_posts WHERE party_id = :party_id AND purpose = :purpose", party_id=party_id, purpose=purpose
    )


def _post(row: Row) -> Post:
    return Post(
        purpose=row["purpose"],
        tried_at=from_ms(row["tried_at"]),
        channel_id=row["channel_id"],
        message_id=row["message_id"],
    )
