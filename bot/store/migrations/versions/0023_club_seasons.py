"""The arc of a club, the message that looks back on its season, and who agreed to be named in it."""

from __future__ import annotations

from alembic import op

revision = "0023_club_seasons"
down_revision = "0022_club_nudges"

STATEMENTS = (
    "ALTER TABLE clubs ADD COLUMN arc_id BIGINT",
    "ALTER TABLE clubs ADD COLUMN season_id BIGINT",
    # What earlier clubs did by themselves goes on; a poll is started by none that was not asked.
    "UPDATE clubs SET pieces = TRIM(pieces || ' quiz season')",
    """
    CREATE TABLE club_named (
        club_id BIGINT NOT NULL REFERENCES clubs (id) ON DELETE CASCADE,
        user_id BIGINT NOT NULL,
        PRIMARY KEY (club_id, user_id)
    )
    """,
    "CREATE INDEX club_named_of ON club_named (user_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
