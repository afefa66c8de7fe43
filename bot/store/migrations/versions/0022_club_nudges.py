"""Who wants to be told, two days before an evening of a club, what they have yet to watch; and pauses."""

from __future__ import annotations

from alembic import op

revision = "0022_club_nudges"
down_revision = "0021_clubs"

STATEMENTS = (
    """
    CREATE TABLE club_nudges (
        club_id BIGINT NOT NULL REFERENCES clubs (id) ON DELETE CASCADE,
        user_id BIGINT NOT NULL,
        locale TEXT NOT NULL,
        PRIMARY KEY (club_id, user_id)
    )
    """,
    "CREATE INDEX club_nudges_of ON club_nudges (user_id)",
    # The days that its pauses leave out: ISO dates, separated by spaces.
    "ALTER TABLE clubs ADD COLUMN paused TEXT NOT NULL DEFAULT ''",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
