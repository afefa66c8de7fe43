"""Changes of parties that were asked for and wait for a yes: they outlive a restart, and nobody waits for them long."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain.instants import to_ms
from bot.store.engine.database import Transaction, sql

KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingEdit:
    """What somebody asked for: `changes` are plain values by the names of what they change."""

    id: int
    party_id: int
    user_id: int
    following: bool
    changes: dict[str, Any]


def save_edit(edit: PendingEdit, *, at: datetime) -> Transaction[None]:
    """Stores a change, and forgets those that nobody confirmed."""
    yield sql("DELETE FROM party_edits WHERE created_at < :before", before=to_ms(at - KEPT))
    yield sql(
        """
        INSERT INTO party_edits (id, party_id, user_id, following, changes, created_at)
        VALUES (:id, :party_id, :user_id, :following, :changes, :at)
        ON CONFLICT (id) DO UPDATE SET changes = excluded.changes
        """,
        id=edit.id,
        party_id=edit.party_id,
        user_id=edit.user_id,
        following=int(edit.following),
        changes=json.dumps(edit.changes),
        at=to_ms(at),
    )


def load_edit(*, edit_id: int, user_id: int) -> Transaction[PendingEdit | None]:
    """A member's pending change; None when it was done, dropped, or is somebody else's."""
    rows = yield sql(
        "SELECT id, party_id, user_id, following, changes FROM party_edits WHERE id = :id AND user_id = :user_id",
        id=edit_id,
        user_id=user_id,
    )
    if not rows:
        return None
    row = rows[0]
    return PendingEdit(
        id=row["id"],
        party_id=row["party_id"],
        user_id=row["user_id"],
        following=bool(row["following"]),
        changes=json.loads(row["changes"]),
    )


def delete_edit(*, edit_id: int) -> Transaction[None]:
    """Forgets a change: it was done, or dropped."""
    yield sql("DELETE FROM party_edits WHERE id = :id", id=edit_id)
