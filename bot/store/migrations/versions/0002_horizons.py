"""A server's further choices, and the messages that were veiled."""

from __future__ import annotations

from alembic import op

revision = "0002_horizons"
down_revision = "0001_core"

STATEMENTS = (
    # host_role_ids: decimal ids separated by spaces; none means that everybody may host.
    "ALTER TABLE guilds ADD COLUMN host_role_ids TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE guilds ADD COLUMN log_channel_id BIGINT",
    "ALTER TABLE guilds ADD COLUMN party_channel_id BIGINT",
    "ALTER TABLE guilds ADD COLUMN poll_channel_id BIGINT",
    # announce: hear of it once when the standing of the series changes in a newer show pack.
    "ALTER TABLE guilds ADD COLUMN announce INTEGER NOT NULL DEFAULT 0",
    # One row per veiled message; its text stands in the copies alone. `posted` 0: somebody is about to post them.
    # author_id and veiled_by are NULL once that member asked to be forgotten.
    """
    CREATE TABLE veils (
        id BIGINT PRIMARY KEY,
        original_id BIGINT NOT NULL UNIQUE,
        guild_id BIGINT NOT NULL,
        channel_id BIGINT NOT NULL,
        author_id BIGINT,
        veiled_by BIGINT,
        episode INTEGER NOT NULL CHECK (episode BETWEEN 1 AND 8),
        posted INTEGER NOT NULL DEFAULT 0,
        opened INTEGER NOT NULL DEFAULT 0,
        created_at BIGINT NOT NULL
    )
    """,
    "CREATE INDEX veils_by_guild ON veils (guild_id)",
    "CREATE INDEX veils_by_author ON veils (author_id)",
    # A long text is copied into several messages, in this order.
    """
    CREATE TABLE veil_copies (
        message_id BIGINT PRIMARY KEY,
        veil_id BIGINT NOT NULL REFERENCES veils (id) ON DELETE CASCADE,
        position INTEGER NOT NULL
    )
    """,
    "CREATE INDEX veil_copies_by_veil ON veil_copies (veil_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
