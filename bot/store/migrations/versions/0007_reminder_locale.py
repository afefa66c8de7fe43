"""In which language a member chose their reminders, so that direct messages speak it."""

from __future__ import annotations

from alembic import op

revision = "0007_reminder_locale"
down_revision = "0006_poll_cards"

# NULL: chosen before it was kept.
STATEMENTS = ("ALTER TABLE reminder_choices ADD COLUMN locale TEXT",)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
