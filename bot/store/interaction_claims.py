"""Which interactions have been taken up. An interaction's id names no member."""

from __future__ import annotations

from datetime import datetime

from bot.domain.instants import to_ms
from bot.store.engine.database import Transaction, sql


def claim(interaction_id: int, *, at: datetime) -> Transaction[bool]:
    """Whether whoever asks is the first to take this interaction up."""
    rows = yield sql(
        """
        INSERT INTO handled (interaction_id, at) VALUES (:interaction_id, :at)
        ON CONFLICT (interaction_id) DO NOTHING RETURNING interaction_id
        """,
        interaction_id=interaction_id,
        at=to_ms(at),
    )
    return bool(rows)


def purge_claims(*, before: datetime) -> Transaction[None]:
    """Forgets what was taken up before an instant: its token has run out."""
    yield sql("DELETE FROM handled WHERE at < :before", before=to_ms(before))
