"""Messages that readers say spoil, who says so, and whether a server has readers decide."""

from __future__ import annotations

from alembic import op

revision = "0024_flags"
down_revision = "0023_club_seasons"

STATEMENTS = (
    # edited_at: milliseconds, 0 where the text was never edited. question_ids: separated by spaces.
    """
    CREATE TABLE flags (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        channel_id BIGINT NOT NULL,
        message_id BIGINT NOT NULL,
        edited_at BIGINT NOT NULL,
        episode INTEGER NOT NULL,
        state TEXT NOT NULL,
        by_moderator INTEGER NOT NULL DEFAULT 0,
        question_channel_id BIGINT,
        question_ids TEXT NOT NULL DEFAULT '',
        veil_id BIGINT,
        created_at BIGINT NOT NULL,
        decided_at BIGINT,
        UNIQUE (message_id, edited_at)
    )
    """,
    "CREATE INDEX flags_in ON flags (guild_id)",
    "CREATE INDEX flags_of_veil ON flags (veil_id)",
    # agrees: 1 yes, 0 no. counts: it decides with others. flagged: they said so in the menu of the message.
    """
    CREATE TABLE flag_voices (
        flag_id BIGINT NOT NULL REFERENCES flags (id) ON DELETE CASCADE,
        user_id BIGINT NOT NULL,
        agrees INTEGER NOT NULL,
        counts INTEGER NOT NULL,
        flagged INTEGER NOT NULL,
        said_at BIGINT NOT NULL,
        PRIMARY KEY (flag_id, user_id)
    )
    """,
    "CREATE INDEX flag_voices_of ON flag_voices (user_id, said_at)",
    "ALTER TABLE guilds ADD COLUMN flags INTEGER NOT NULL DEFAULT 1",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
