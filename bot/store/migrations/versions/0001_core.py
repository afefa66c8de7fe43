"""Members' progress, servers' settings, horizons of channels, due work, and facts about the database itself."""

from __future__ import annotations

from alembic import op

revision = "0001_core"
down_revision = None

STATEMENTS = (
    # A member without a row was never asked. episode NULL: asked, took it back, or would rather not say. `stamp` names
    # the last change, so that an old Undo button cannot take back a newer one.
    """
    CREATE TABLE progress (
        user_id BIGINT PRIMARY KEY,
        episode INTEGER CHECK (episode BETWEEN 0 AND 8),
        previous INTEGER CHECK (previous BETWEEN 0 AND 8),
        asked INTEGER NOT NULL,
        stamp BIGINT NOT NULL DEFAULT 0,
        updated_at BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE guilds (
        guild_id BIGINT PRIMARY KEY,
        locale TEXT,
        zone TEXT,
        horizon INTEGER NOT NULL DEFAULT 0 CHECK (horizon BETWEEN 0 AND 8),
        titles_shown INTEGER NOT NULL DEFAULT 0,
        updated_at BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE channel_horizons (
        channel_id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        horizon INTEGER NOT NULL CHECK (horizon BETWEEN 0 AND 8),
        updated_at BIGINT NOT NULL
    )
    """,
    "CREATE INDEX channel_horizons_by_guild ON channel_horizons (guild_id)",
    # due_at is when the work was meant for. wake_at is when it may next be taken: due_at at first, the end of the
    # lease while somebody has it, the next try after a failure; so one index answers every question about time.
    """
    CREATE TABLE jobs (
        id BIGINT PRIMARY KEY,
        kind TEXT NOT NULL,
        subject_id BIGINT NOT NULL,
        due_at BIGINT NOT NULL,
        wake_at BIGINT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        lease BIGINT,
        UNIQUE (kind, subject_id)
    )
    """,
    "CREATE INDEX jobs_by_wake ON jobs (wake_at)",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
