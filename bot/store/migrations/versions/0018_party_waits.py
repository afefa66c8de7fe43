"""Whether whoever comes to a party may pause its clock."""

from __future__ import annotations

from alembic import op

revision = "0018_party_waits"
down_revision = "0017_quiz_tables"

STATEMENTS = ("ALTER TABLE parties ADD COLUMN wait_pauses BIGINT NOT NULL DEFAULT 0",)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
