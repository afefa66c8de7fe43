"""Whether a server has AutoMod look for spoilers, and what it does then."""

from __future__ import annotations

from alembic import op

revision = "0019_guard"
down_revision = "0018_party_waits"

STATEMENTS = ("ALTER TABLE guilds ADD COLUMN guard TEXT NOT NULL DEFAULT 'off'",)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
