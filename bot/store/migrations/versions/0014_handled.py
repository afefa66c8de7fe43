"""Which interactions are being answered: where several processes run with one token, each is answered by one."""

from __future__ import annotations

from alembic import op

revision = "0014_handled"
down_revision = "0013_quiz"

STATEMENTS = (
    "CREATE TABLE handled (interaction_id BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)",
    "CREATE INDEX handled_at ON handled (at)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
