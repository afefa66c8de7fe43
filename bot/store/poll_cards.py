"""Which version of a poll its card shows, and which cards show an older one than the store holds."""

from __future__ import annotations

from collections.abc import Mapping

from bot.store.database import Work, sql


def note_drawn(drawn: Mapping[int, int]) -> Work[None]:
    """Remembers at which version each of these polls was drawn; never an older one than is known."""
    for poll_id, version in sorted(drawn.items()):
        yield sql(
            """
            INSERT INTO poll_cards (poll_id, drawn) SELECT id, CAST(:version AS BIGINT) FROM polls WHERE id = :poll_id
            ON CONFLICT (poll_id) DO UPDATE SET drawn = excluded.drawn WHERE excluded.drawn > poll_cards.drawn
            """,
            poll_id=poll_id,
            version=version,
        )


def list_stale() -> Work[list[tuple[int, int]]]:
    """The polls of which something changed after their card was drawn, and their servers; the newest first."""
    rows = yield sql(
        """
        SELECT p.id, p.guild_id FROM polls AS p JOIN poll_cards AS c ON c.poll_id = p.id
        WHERE p.message_id IS NOT NULL AND c.drawn < p.version
            + COALESCE((SELECT SUM(t.changes) FROM poll_tallies AS t WHERE t.poll_id = p.id), 0)
        ORDER BY p.id DESC
        """
    )
    return [(row["id"], row["guild_id"]) for row in rows]
