"""Who may sign up for a party, and where its card stood before its channel was changed."""

from __future__ import annotations

from alembic import op

revision = "0015_party_roles"
down_revision = "0014_handled"

STATEMENTS = (
    # Only who has one of these roles can take a seat; empty: everybody.
    "ALTER TABLE parties ADD COLUMN role_ids TEXT NOT NULL DEFAULT ''",
    # Cards in other channels, "channel/message", which have yet to say where the party is now.
    "ALTER TABLE parties ADD COLUMN left_cards TEXT NOT NULL DEFAULT ''",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
