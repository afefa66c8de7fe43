"""What parties learned: notes know what they may spoil, series how much of them an evening holds, and edits are shown
before they happen."""

from __future__ import annotations

from alembic import op

revision = "0009_party_rooms"
down_revision = "0008_deliveries"

STATEMENTS = (
    # The episode up to which a note may spoil: the horizon of its channel when it was written.
    "ALTER TABLE parties ADD COLUMN note_level INTEGER NOT NULL DEFAULT 0",
    """
    UPDATE parties SET note_level = COALESCE(
        (SELECT horizon FROM channel_horizons WHERE channel_horizons.channel_id = parties.channel_id),
        (SELECT horizon FROM guilds WHERE guilds.guild_id = parties.guild_id),
        0
    )
    """,
    # A thread was open for its party's episodes before anybody had watched them.
    """
    DELETE FROM channel_horizons WHERE channel_id IN (
        SELECT thread_id FROM parties WHERE state <> 'over' AND thread_id IS NOT NULL
    )
    """,
    # per_evening: how many episodes one date holds. handed: how many of its dates a calendar file has ever held.
    "ALTER TABLE party_series ADD COLUMN per_evening INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE party_series ADD COLUMN handed INTEGER NOT NULL DEFAULT 0",
    # Who comes to all of a series, also to the dates that are not parties yet.
    """
    CREATE TABLE series_regulars (
        series_id BIGINT NOT NULL REFERENCES party_series (id) ON DELETE CASCADE,
        user_id BIGINT NOT NULL,
        PRIMARY KEY (series_id, user_id)
    )
    """,
    "CREATE INDEX series_regulars_by_user ON series_regulars (user_id)",
    # A change that was asked for and waits for a yes. asked: the starts it may mean, one of which has to be chosen.
    """
    CREATE TABLE party_edits (
        id BIGINT PRIMARY KEY,
        party_id BIGINT NOT NULL REFERENCES parties (id) ON DELETE CASCADE,
        user_id BIGINT NOT NULL,
        following INTEGER NOT NULL DEFAULT 0,
        changes TEXT NOT NULL,
        created_at BIGINT NOT NULL
    )
    """,
    "CREATE INDEX party_edits_by_party ON party_edits (party_id)",
    "CREATE INDEX party_edits_by_user ON party_edits (user_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
