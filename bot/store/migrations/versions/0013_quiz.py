"""What a member was asked in the quiz, and how far they have come with it."""

from __future__ import annotations

from alembic import op

revision = "0013_quiz"
down_revision = "0012_posts"

STATEMENTS = (
    """
    CREATE TABLE quiz_rounds (
        user_id BIGINT PRIMARY KEY,
        round_id BIGINT NOT NULL,
        length INTEGER NOT NULL,
        kind TEXT,
        first_episode INTEGER,
        last_episode INTEGER,
        anyway INTEGER NOT NULL,
        done TEXT NOT NULL,
        asked TEXT,
        updated_at BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE quiz_boxes (
        user_id BIGINT NOT NULL,
        question_id TEXT NOT NULL,
        box INTEGER NOT NULL,
        asked_at BIGINT NOT NULL,
        PRIMARY KEY (user_id, question_id)
    )
    """,
    "CREATE TABLE quiz_streaks (user_id BIGINT PRIMARY KEY, days INTEGER NOT NULL, last_day TEXT NOT NULL)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
