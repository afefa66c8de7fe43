"""Nights of the quiz in a channel."""

from __future__ import annotations

from alembic import op

revision = "0016_quiz_nights"
down_revision = "0015_party_roles"

STATEMENTS = (
    """
    CREATE TABLE quiz_nights (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        channel_id BIGINT NOT NULL,
        parent_id BIGINT,
        host_id BIGINT NOT NULL,
        locale TEXT NOT NULL,
        level INTEGER NOT NULL,
        kind TEXT,
        seconds INTEGER NOT NULL,
        quick INTEGER NOT NULL,
        cities INTEGER NOT NULL,
        state TEXT NOT NULL,
        starts_at BIGINT NOT NULL,
        questions TEXT NOT NULL,
        number INTEGER NOT NULL,
        asked_id BIGINT,
        closes_at BIGINT,
        told INTEGER NOT NULL,
        paused INTEGER NOT NULL,
        skipped TEXT NOT NULL,
        end_id BIGINT
    )
    """,
    "CREATE INDEX quiz_nights_in ON quiz_nights (guild_id, channel_id, state)",
    """
    CREATE TABLE quiz_picks (
        night_id BIGINT NOT NULL REFERENCES quiz_nights (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        user_id BIGINT NOT NULL,
        place INTEGER NOT NULL,
        elapsed INTEGER NOT NULL,
        changes INTEGER NOT NULL,
        points INTEGER,
        PRIMARY KEY (night_id, number, user_id)
    )
    """,
    "CREATE INDEX quiz_picks_of ON quiz_picks (user_id)",
    """
    CREATE TABLE quiz_players (
        night_id BIGINT NOT NULL REFERENCES quiz_nights (id) ON DELETE CASCADE,
        user_id BIGINT NOT NULL,
        city TEXT,
        points INTEGER NOT NULL,
        had INTEGER NOT NULL,
        elapsed BIGINT NOT NULL,
        PRIMARY KEY (night_id, user_id)
    )
    """,
    "CREATE INDEX quiz_players_of ON quiz_players (user_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
