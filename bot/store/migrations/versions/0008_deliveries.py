"""One record of everything that is sent once, in which members stand in a column of their own and can be forgotten;
and lines of the moderators' log that are still to be posted."""

from __future__ import annotations

import re

from alembic import op
from sqlalchemy import text

revision = "0008_deliveries"
down_revision = "0007_reminder_locale"

STATEMENTS = (
    # subject_id: the party, poll or server that a message is about. user_id: whom it concerns alone, else 0.
    """
    CREATE TABLE deliveries (
        guild_id BIGINT NOT NULL,
        subject_id BIGINT NOT NULL,
        purpose TEXT NOT NULL,
        user_id BIGINT NOT NULL DEFAULT 0,
        tried_at BIGINT NOT NULL,
        channel_id BIGINT,
        message_id BIGINT,
        PRIMARY KEY (subject_id, purpose, user_id)
    )
    """,
    "CREATE INDEX deliveries_by_guild ON deliveries (guild_id)",
    "CREATE INDEX deliveries_by_user ON deliveries (user_id)",
    # Gone once it is posted.
    """
    CREATE TABLE log_lines (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        sentence TEXT NOT NULL,
        made_at BIGINT NOT NULL
    )
    """,
    "CREATE INDEX log_lines_by_guild ON log_lines (guild_id, id)",
)
_MEMBER = re.compile(r"(?P<purpose>(?:offer|remind|start|news)(?::.+?)?):(?P<user_id>[0-9]{15,20})(?P<rest>:.*)?")
"""A purpose that names a member, as earlier releases wrote it: offer:MEMBER:…, remind:INSTANT:MINUTES:MEMBER."""


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
    connection = op.get_bind()
    posts = connection.execute(
        text(
            "SELECT p.guild_id, o.party_id, o.purpose, o.tried_at, o.channel_id, o.message_id "
            "FROM party_posts AS o JOIN parties AS p ON p.id = o.party_id"
        )
    ).fetchall()
    insert = text(
        "INSERT INTO deliveries (guild_id, subject_id, purpose, user_id, tried_at, channel_id, message_id) "
        "VALUES (:guild_id, :subject_id, :purpose, :user_id, :tried_at, :channel_id, :message_id) "
        "ON CONFLICT (subject_id, purpose, user_id) DO NOTHING"
    )
    for guild_id, party_id, named, tried_at, channel_id, message_id in posts:
        member = _MEMBER.fullmatch(named)
        purpose = named if member is None else member["purpose"] + (member["rest"] or "")
        user_id = 0 if member is None else int(member["user_id"])
        connection.execute(
            insert,
            {
                "guild_id": guild_id,
                "subject_id": party_id,
                "purpose": purpose,
                "user_id": user_id,
                "tried_at": tried_at,
                "channel_id": channel_id,
                "message_id": message_id,
            },
        )
    op.execute("DROP TABLE party_posts")
