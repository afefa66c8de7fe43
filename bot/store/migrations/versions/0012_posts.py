"""Where the bot's own posts stand that may tell plot, so that they can be covered."""

from __future__ import annotations

from alembic import op

revision = "0012_posts"
down_revision = "0011_server_notes"

STATEMENTS = (
    """
    CREATE TABLE posts (
        id BIGINT NOT NULL PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        channel_id BIGINT NOT NULL,
        parent_id BIGINT,
        message_id BIGINT UNIQUE,
        kind TEXT NOT NULL,
        subject_id BIGINT NOT NULL DEFAULT 0,
        author_id BIGINT,
        level INTEGER NOT NULL,
        titled INTEGER NOT NULL,
        state TEXT NOT NULL,
        made_at BIGINT NOT NULL
    )
    """,
    "CREATE INDEX posts_open ON posts (guild_id, state, made_at)",
    "CREATE INDEX posts_subject ON posts (subject_id, kind)",
    "CREATE INDEX posts_author ON posts (author_id)",
    # Results that stand already. An arc's tell how the season went.
    """
    INSERT INTO posts (id, guild_id, channel_id, parent_id, message_id, kind, subject_id, level, titled, state, made_at)
    SELECT result_message_id, guild_id, channel_id, parent_id, result_message_id, 'result', id,
        CASE WHEN arc = 1 THEN 8 WHEN gate > level THEN gate ELSE level END,
        CASE WHEN arc = 1 THEN 8 WHEN gate > level THEN gate ELSE level END,
        'open', COALESCE(closed_at, opened_at)
    FROM polls WHERE result_message_id > 0
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
