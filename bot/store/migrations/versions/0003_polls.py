"""Polls, their ballots, the counts that are kept beside them, and what authors have not posted yet."""

from __future__ import annotations

from alembic import op

revision = "0003_polls"
down_revision = "0002_horizons"

STATEMENTS = (
    # `answers` and `draft` are JSON: they are only ever read and written whole. `version` rises with every change of
    # the poll. `round` counts how often the poll was reopened, so that each end is announced once.
    # `announced_at` is when sending the result was first tried; `result_message_id` 0 means that it cannot be posted.
    """
    CREATE TABLE polls (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        channel_id BIGINT NOT NULL,
        parent_id BIGINT,
        message_id BIGINT,
        author_id BIGINT NOT NULL,
        locale TEXT NOT NULL,
        preset_id TEXT,
        arc INTEGER NOT NULL,
        question TEXT NOT NULL,
        answers TEXT NOT NULL,
        most INTEGER NOT NULL CHECK (most BETWEEN 1 AND 10),
        results TEXT NOT NULL,
        anonymous INTEGER NOT NULL,
        gate INTEGER NOT NULL CHECK (gate BETWEEN 0 AND 8),
        role_ids TEXT NOT NULL,
        opened_at BIGINT NOT NULL,
        closes_at BIGINT,
        closed_at BIGINT,
        state TEXT NOT NULL,
        round INTEGER NOT NULL DEFAULT 0,
        version BIGINT NOT NULL DEFAULT 1,
        announced_at BIGINT,
        result_message_id BIGINT
    )
    """,
    "CREATE INDEX polls_by_guild ON polls (guild_id, state, id)",
    # `voter` is the member's id in a named poll, a keyed hash in an anonymous one. `episode` is 0 but in an arc.
    # `choices` has bit n set for answer n. `newcomer`: had seen exactly this episode when voting (arcs only).
    """
    CREATE TABLE poll_ballots (
        poll_id BIGINT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
        voter TEXT NOT NULL,
        episode INTEGER NOT NULL,
        choices INTEGER NOT NULL,
        newcomer INTEGER NOT NULL,
        cast_at BIGINT NOT NULL,
        PRIMARY KEY (poll_id, voter, episode)
    )
    """,
    # The counts, changed in the same transaction as the ballot: reading a result never counts ballots. `changes` only
    # ever rises; added to the poll's version it tells an older card from a newer one.
    """
    CREATE TABLE poll_tallies (
        poll_id BIGINT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
        episode INTEGER NOT NULL,
        newcomer INTEGER NOT NULL,
        changes BIGINT NOT NULL,
        voters BIGINT NOT NULL,
        c0 BIGINT NOT NULL, c1 BIGINT NOT NULL, c2 BIGINT NOT NULL, c3 BIGINT NOT NULL, c4 BIGINT NOT NULL,
        c5 BIGINT NOT NULL, c6 BIGINT NOT NULL, c7 BIGINT NOT NULL, c8 BIGINT NOT NULL, c9 BIGINT NOT NULL,
        PRIMARY KEY (poll_id, episode, newcomer)
    )
    """,
    """
    CREATE TABLE poll_drafts (
        id BIGINT PRIMARY KEY,
        author_id BIGINT NOT NULL,
        draft TEXT NOT NULL,
        touched_at BIGINT NOT NULL
    )
    """,
    "CREATE INDEX poll_drafts_by_author ON poll_drafts (author_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
