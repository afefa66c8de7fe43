"""Which version of a poll its card shows, and which cards show an older one than the store holds.

Only of polls that are open, and of others until they are drawn: looking through them at a start costs as little after
years as on the first day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.store.engine.database import Transaction, sql


def note_drawn(drawn: Mapping[int, int]) -> Transaction[None]:
    """Remembers at which version each of these polls was drawn; never an older one than is known."""
    for poll_id, version in sorted(drawn.items()):
        yield sql(
            """
            INSERT INTO poll_cards (poll_id, drawn)
            SELECT id, CAST(:version AS BIGINT) FROM polls WHERE id = :poll_id AND state = 'open'
            ON CONFLICT (poll_id) DO UPDATE SET drawn = excluded.drawn WHERE excluded.drawn > poll_cards.drawn
            """,
            poll_id=poll_id,
            version=version,
        )
        yield sql(
            """
            DELETE FROM poll_cards
            WHERE poll_id = :poll_id AND NOT EXISTS (SELECT 1 FROM polls WHERE id = :poll_id AND state = 'open')
            """,
            poll_id=poll_id,
        )


def note_stale(poll_ids: Iterable[int]) -> Transaction[None]:
    """Remembers that these cards have to be drawn anew, if they stand anywhere."""
    for poll_id in poll_ids:
        yield sql(
            """
            INSERT INTO poll_cards (poll_id, drawn) SELECT id, -1 FROM polls
            WHERE id = :poll_id AND message_id IS NOT NULL
            ON CONFLICT (poll_id) DO UPDATE SET drawn = -1
            """,
            poll_id=poll_id,
        )


def list_stale(*, guild_id: int | None = None) -> Transaction[list[tuple[int, int]]]:
    """The polls (of one server, or all) of which something changed after their card was drawn, and their servers; the
    newest first."""
    rows = yield sql(
        """
        SELECT p.id, p.guild_id FROM polls AS p JOIN poll_cards AS c ON c.poll_id = p.id
        WHERE p.message_id IS NOT NULL AND (CAST(:guild_id AS BIGINT) IS NULL OR p.guild_id = :guild_id)
            AND c.drawn < p.version
            + COALESCE((SELECT SUM(t.changes) FROM poll_tallies AS t WHERE t.poll_id = p.id), 0)
        ORDER BY p.id DESC
        """,
        guild_id=guild_id,
    )
    return [(row["id"], row["guild_id"]) for row in rows]
