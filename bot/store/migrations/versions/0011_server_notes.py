"""Notes that moderators put beside pages of the show pack."""

from __future__ import annotations

from alembic import op

revision = "0011_server_notes"
down_revision = "0010_member_texts"

STATEMENTS = (
    # about: "status", or kind and record of a page. said: the level its author gave it; level: what its words spoil.
    """
    CREATE TABLE server_notes (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        about TEXT NOT NULL,
        text TEXT NOT NULL,
        said INTEGER NOT NULL,
        level INTEGER NOT NULL,
        link TEXT,
        until_at BIGINT,
        author_id BIGINT NOT NULL,
        made_at BIGINT NOT NULL
    )
    """,
    "CREATE INDEX server_notes_about ON server_notes (guild_id, about)",
    "CREATE INDEX server_notes_author ON server_notes (author_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
