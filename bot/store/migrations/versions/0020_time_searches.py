"""Searches for a party's time, and which moments suit whom."""

from __future__ import annotations

from alembic import op

revision = "0020_time_searches"
down_revision = "0019_guard"

STATEMENTS = (
    # slots: milliseconds, separated by spaces. party_id: the draft for which a time is wanted.
    """
    CREATE TABLE time_searches (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        channel_id BIGINT NOT NULL,
        host_id BIGINT NOT NULL,
        party_id BIGINT REFERENCES parties (id) ON DELETE SET NULL,
        first_episode INTEGER NOT NULL,
        last_episode INTEGER NOT NULL,
        locale TEXT NOT NULL,
        zone TEXT NOT NULL,
        slots TEXT NOT NULL,
        state TEXT NOT NULL,
        closes_at BIGINT NOT NULL,
        chosen BIGINT,
        message_id BIGINT,
        replaced INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX time_searches_of ON time_searches (party_id)",
    "CREATE INDEX time_searches_in ON time_searches (guild_id, state)",
    # slots: those of the search that suit the member, none where no moment does.
    """
    CREATE TABLE time_ticks (
        search_id BIGINT NOT NULL REFERENCES time_searches (id) ON DELETE CASCADE,
        user_id BIGINT NOT NULL,
        slots TEXT NOT NULL,
        PRIMARY KEY (search_id, user_id)
    )
    """,
    "CREATE INDEX time_ticks_of ON time_ticks (user_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
