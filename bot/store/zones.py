"""Members' time zones. Bots cannot learn a member's zone from Discord, so it is asked once and kept here."""

from __future__ import annotations

from datetime import datetime

from bot.domain.instants import to_ms
from bot.store.engine.database import Transaction, sql


def load_zone(*, user_id: int, guild_id: int | None) -> Transaction[tuple[str | None, str | None]]:
    """The member's own zone and the server's; None where nobody chose."""
    rows = yield sql(
        """
        SELECT m.zone AS own, g.zone AS server FROM (SELECT 1 AS one) AS here
        LEFT JOIN member_zones AS m ON m.user_id = :user_id
        LEFT JOIN guilds AS g ON g.guild_id = :guild_id
        """,
        user_id=user_id,
        guild_id=guild_id,
    )
    return rows[0]["own"], rows[0]["server"]


def save_zone(*, user_id: int, zone: str, at: datetime) -> Transaction[None]:
    """Stores the member's zone."""
    yield sql(
        """
        INSERT INTO member_zones (user_id, zone, updated_at) VALUES (:user_id, :zone, :at)
        ON CONFLICT (user_id) DO UPDATE SET zone = excluded.zone, updated_at = excluded.updated_at
        """,
        user_id=user_id,
        zone=zone,
        at=to_ms(at),
    )


def forget_zone(*, user_id: int) -> Transaction[None]:
    """Deletes the member's zone."""
    yield sql("DELETE FROM member_zones WHERE user_id = :user_id", user_id=user_id)
