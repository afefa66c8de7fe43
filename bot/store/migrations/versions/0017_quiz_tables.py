"""The question of the day, the tables of servers, who is not named in them, servers' own questions, and who comes to a
planned night."""

from __future__ import annotations

from alembic import op

revision = "0017_quiz_tables"
down_revision = "0016_quiz_nights"

STATEMENTS = (
    # at_time: "18:00" on the clock of the zone; last_day: the last day there on which a question was due
    """
    CREATE TABLE quiz_dailies (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        channel_id BIGINT NOT NULL,
        parent_id BIGINT,
        host_id BIGINT NOT NULL,
        locale TEXT NOT NULL,
        zone TEXT NOT NULL,
        at_time TEXT NOT NULL,
        last_day TEXT NOT NULL,
        night_id BIGINT
    )
    """,
    "CREATE INDEX quiz_dailies_in ON quiz_dailies (guild_id)",
    # every question of the day is a night of one question
    "ALTER TABLE quiz_nights ADD COLUMN daily_id BIGINT",
    "CREATE INDEX quiz_nights_daily ON quiz_nights (daily_id, id)",
    # season: the year and which quarter of it, "2026-4"
    """
    CREATE TABLE quiz_scores (
        guild_id BIGINT NOT NULL,
        season TEXT NOT NULL,
        user_id BIGINT NOT NULL,
        points BIGINT NOT NULL,
        had INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        PRIMARY KEY (guild_id, season, user_id)
    )
    """,
    "CREATE INDEX quiz_scores_of ON quiz_scores (user_id)",
    """
    CREATE TABLE quiz_sides (
        guild_id BIGINT NOT NULL,
        season TEXT NOT NULL,
        city TEXT NOT NULL,
        won INTEGER NOT NULL,
        PRIMARY KEY (guild_id, season, city)
    )
    """,
    "CREATE TABLE quiz_unnamed (user_id BIGINT PRIMARY KEY)",
    # answers: a JSON list, the right one first. said: the level its author gave it; level: what its words spoil.
    """
    CREATE TABLE quiz_own (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        author_id BIGINT NOT NULL,
        question TEXT NOT NULL,
        answers TEXT NOT NULL,
        explanation TEXT NOT NULL,
        said INTEGER NOT NULL,
        level INTEGER NOT NULL,
        active INTEGER NOT NULL
    )
    """,
    "CREATE INDEX quiz_own_of ON quiz_own (guild_id, id)",
    "CREATE INDEX quiz_own_author ON quiz_own (author_id)",
    """
    CREATE TABLE quiz_guests (
        night_id BIGINT NOT NULL REFERENCES quiz_nights (id) ON DELETE CASCADE,
        user_id BIGINT NOT NULL,
        PRIMARY KEY (night_id, user_id)
    )
    """,
    "CREATE INDEX quiz_guests_of ON quiz_guests (user_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
