"""Clubs: a series of parties with a board and rooms."""

from __future__ import annotations

from alembic import op

revision = "0021_clubs"
down_revision = "0020_time_searches"

STATEMENTS = (
    """
    CREATE TABLE clubs (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        channel_id BIGINT NOT NULL,
        host_id BIGINT NOT NULL,
        series_id BIGINT REFERENCES party_series (id) ON DELETE SET NULL,
        room_place_id BIGINT,
        locale TEXT NOT NULL,
        state TEXT NOT NULL,
        pieces TEXT NOT NULL,
        board_id BIGINT,
        boards INTEGER NOT NULL DEFAULT 0,
        touched_at BIGINT NOT NULL
    )
    """,
    "CREATE INDEX clubs_in ON clubs (guild_id, state)",
    "CREATE INDEX clubs_of ON clubs (series_id)",
    # The rooms of its evenings. level: up to which episode one may talk there openly.
    """
    CREATE TABLE club_rooms (
        party_id BIGINT PRIMARY KEY REFERENCES parties (id) ON DELETE CASCADE,
        club_id BIGINT NOT NULL REFERENCES clubs (id) ON DELETE CASCADE,
        level INTEGER NOT NULL,
        thread_id BIGINT
    )
    """,
    "CREATE INDEX club_rooms_of ON club_rooms (club_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
