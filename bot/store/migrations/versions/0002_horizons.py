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
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
