"""Which version of each poll its card shows, so that a card that a dying process left behind is drawn again."""

from __future__ import annotations

from alembic import op

revision = "0006_poll_cards"
down_revision = "0005_care"

STATEMENTS = (
    # A table of its own: noting a drawing must not wait for the row of the poll, which every press locks. `drawn` is
    # at most the version that was drawn last, because it is noted later and for many cards at once.
    """
    CREATE TABLE poll_cards (
        poll_id BIGINT PRIMARY KEY REFERENCES polls (id) ON DELETE CASCADE,
        drawn BIGINT NOT NULL
    )
    """,
    """
    INSERT INTO poll_cards (poll_id, drawn)
    SELECT id, version + COALESCE((SELECT SUM(changes) FROM poll_tallies WHERE poll_id = polls.id), 0)
    FROM polls WHERE message_id IS NOT NULL AND state = 'open'
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
