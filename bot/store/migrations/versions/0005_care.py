"""The servers that the bot is on and what was told to them, and imports that wait for their confirmation."""

from __future__ import annotations

from alembic import op

revision = "0005_care"
down_revision = "0004_parties"

STATEMENTS = (
    # The roster: a row for every server that the bot is on, or left less than the grace period ago (`left_at`).
    # greeted_at: when the hello was first tried. standing: the last version of the series' standing that the server
    # knows of. standing_tried_at: when telling it of a newer one was first tried, until that is done.
    """
    CREATE TABLE guild_care (
        guild_id BIGINT PRIMARY KEY,
        greeted_at BIGINT,
        left_at BIGINT,
        standing INTEGER,
        standing_tried_at BIGINT
    )
    """,
    # A checked import file between its dry run and its confirmation.
    """
    CREATE TABLE guild_imports (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        user_id BIGINT NOT NULL,
        document TEXT NOT NULL,
        made_at BIGINT NOT NULL
    )
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
