"""Members' time zones and reminders, watch parties with their seats, series, the party clock, and what was sent."""

from __future__ import annotations

from alembic import op

revision = "0004_parties"
down_revision = "0003_polls"

STATEMENTS = (
    "CREATE TABLE member_zones (user_id BIGINT PRIMARY KEY, zone TEXT NOT NULL, updated_at BIGINT NOT NULL)",
    # minutes: how long before, decimal numbers separated by spaces. Quiet hours are minutes of the member's own day.
    """
    CREATE TABLE reminder_choices (
        user_id BIGINT PRIMARY KEY,
        minutes TEXT NOT NULL,
        direct INTEGER NOT NULL DEFAULT 0,
        quiet_from INTEGER,
        quiet_to INTEGER,
        updated_at BIGINT NOT NULL
    )
    """,
    # The rule stands in wall time: instants are computed from it one at a time. weekdays: 0 (Monday) to 6, separated by
    # spaces. skips: ISO dates separated by spaces. made: how many of its dates have become parties; past: how many of
    # them an earlier rule made.
    """
    CREATE TABLE party_series (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        channel_id BIGINT NOT NULL,
        host_id BIGINT NOT NULL,
        zone TEXT NOT NULL,
        first_day TEXT NOT NULL,
        at_time TEXT NOT NULL,
        last_episode INTEGER NOT NULL DEFAULT 8,
        every TEXT NOT NULL,
        step INTEGER NOT NULL,
        weekdays TEXT NOT NULL,
        nth INTEGER,
        until TEXT,
        times INTEGER,
        skips TEXT NOT NULL DEFAULT '',
        made INTEGER NOT NULL DEFAULT 0,
        past INTEGER NOT NULL DEFAULT 0,
        sequence INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL,
        version INTEGER NOT NULL DEFAULT 0,
        created_at BIGINT NOT NULL
    )
    """,
    "CREATE INDEX party_series_by_guild ON party_series (guild_id)",
    # news: what those with a seat have still to be told. reminded_to: the due instant of the last reminder handled.
    """
    CREATE TABLE parties (
        id BIGINT PRIMARY KEY,
        guild_id BIGINT NOT NULL,
        channel_id BIGINT NOT NULL,
        host_id BIGINT NOT NULL,
        cohost_ids TEXT NOT NULL DEFAULT '',
        series_id BIGINT REFERENCES party_series (id) ON DELETE SET NULL,
        occurrence INTEGER,
        first_episode INTEGER NOT NULL CHECK (first_episode BETWEEN 1 AND 8),
        last_episode INTEGER NOT NULL CHECK (last_episode BETWEEN first_episode AND 8),
        starts_at BIGINT NOT NULL,
        zone TEXT NOT NULL,
        zone_sure INTEGER NOT NULL DEFAULT 1,
        voice_id BIGINT,
        seats INTEGER CHECK (seats >= 1),
        note TEXT,
        call_role_id BIGINT,
        seat_role_id BIGINT,
        closes_at BIGINT,
        minimum INTEGER,
        minimum_at BIGINT,
        length_minutes INTEGER,
        state TEXT NOT NULL,
        ended TEXT,
        sequence INTEGER NOT NULL DEFAULT 0,
        news TEXT,
        reminded_to BIGINT NOT NULL DEFAULT 0,
        message_id BIGINT,
        thread_id BIGINT,
        event_id BIGINT,
        mirror TEXT NOT NULL DEFAULT 'on',
        locale TEXT NOT NULL DEFAULT 'en',
        version INTEGER NOT NULL DEFAULT 0,
        created_at BIGINT NOT NULL
    )
    """,
    "CREATE INDEX parties_by_guild ON parties (guild_id, state, starts_at)",
    "CREATE UNIQUE INDEX parties_by_occurrence ON parties (series_id, occurrence)",
    "CREATE INDEX parties_by_event ON parties (event_id)",
    """
    CREATE TABLE party_people (
        party_id BIGINT NOT NULL REFERENCES parties (id) ON DELETE CASCADE,
        user_id BIGINT NOT NULL,
        answer TEXT NOT NULL,
        place TEXT NOT NULL,
        turn INTEGER NOT NULL DEFAULT 0,
        passed INTEGER NOT NULL DEFAULT 0,
        offer_until BIGINT,
        offer_told INTEGER NOT NULL DEFAULT 0,
        ready INTEGER NOT NULL DEFAULT 0,
        watched INTEGER NOT NULL DEFAULT 0,
        has_role INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (party_id, user_id)
    )
    """,
    "CREATE INDEX party_people_by_user ON party_people (user_id)",
    # The party clock: `position_ms` was shown at the instant `since`. before: what Undo goes back to, as JSON.
    """
    CREATE TABLE party_clocks (
        party_id BIGINT PRIMARY KEY REFERENCES parties (id) ON DELETE CASCADE,
        phase TEXT NOT NULL,
        episode INTEGER NOT NULL,
        position_ms BIGINT NOT NULL,
        since BIGINT NOT NULL,
        break_minutes INTEGER NOT NULL DEFAULT 0,
        before TEXT,
        presses INTEGER NOT NULL DEFAULT 0
    )
    """,
    # What was sent, or is being sent: never twice. message_id is empty until Discord has answered.
    """
    CREATE TABLE party_posts (
        party_id BIGINT NOT NULL REFERENCES parties (id) ON DELETE CASCADE,
        purpose TEXT NOT NULL,
        tried_at BIGINT NOT NULL,
        channel_id BIGINT,
        message_id BIGINT,
        PRIMARY KEY (party_id, purpose)
    )
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
