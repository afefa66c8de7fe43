"""What members' texts spoil, and who asked for another look at a veil."""

from __future__ import annotations

from alembic import op

revision = "0010_member_texts"
down_revision = "0009_party_rooms"

_HORIZON = """
    COALESCE(
        (SELECT horizon FROM channel_horizons WHERE channel_id = polls.channel_id),
        (SELECT horizon FROM channel_horizons WHERE channel_id = polls.parent_id),
        (SELECT horizon FROM guilds WHERE guild_id = polls.guild_id),
        0
    )
"""

STATEMENTS = (
    # What a poll's own words spoil: at least what may be discussed where it stands. A shipped poll knows it itself.
    "ALTER TABLE polls ADD COLUMN level INTEGER NOT NULL DEFAULT 0",
    "UPDATE polls SET level = gate",
    f"UPDATE polls SET level = {_HORIZON} WHERE preset_id IS NULL AND gate < {_HORIZON}",
    "CREATE INDEX polls_listed ON polls (guild_id, state, id)",
    # When the author of a message that somebody else veiled asked the moderators to look again; once.
    "ALTER TABLE veils ADD COLUMN review_at BIGINT",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
