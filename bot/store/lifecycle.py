"""The roster of servers, what was told to them once, what is deleted when, and how the due work stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.domain.instants import from_ms, to_ms
from bot.domain.job_kinds import JobKind
from bot.store.engine.database import Transaction, sql
from bot.store.jobs import schedule, unschedule

GUILD_TABLES = (
    "guilds",
    "channel_horizons",
    "polls",
    "parties",
    "party_series",
    "guild_imports",
    "guild_care",
    "veils",
    "flags",
    "deliveries",
    "log_lines",
    "quiz_nights",
    "quiz_dailies",
    "quiz_scores",
    "quiz_sides",
    "quiz_own",
    "time_searches",
    "clubs",
    "server_notes",
    "posts",
)
"""Every table with a `guild_id`; what belongs to their rows goes with them. A test holds this against the schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The servers on record: `here` and `gone` (left, but not purged yet)."""

    here: frozenset[int]
    gone: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWork:
    """How a server's due work stands: jobs ahead, jobs overdue, and when something was last sent for a party."""

    waiting: int
    overdue: int
    last_sent: datetime | None


# -- the roster


def load_roster() -> Transaction[Roster]:
    """All servers on record."""
    rows = yield sql("SELECT guild_id, left_at FROM guild_care")
    here = frozenset(row["guild_id"] for row in rows if row["left_at"] is None)
    return Roster(here=here, gone=frozenset(row["guild_id"] for row in rows) - here)


def enrol(guild_ids: Collection[int], *, greeted_at: datetime) -> Transaction[None]:
    """Puts servers on record that were there before there was a roster: they get no hello any more."""
    for guild_id in guild_ids:
        yield sql(
            "INSERT INTO guild_care (guild_id, greeted_at) VALUES (:guild_id, :at) ON CONFLICT (guild_id) DO NOTHING",
            guild_id=guild_id,
            at=to_ms(greeted_at),
        )


def arrive(*, guild_id: int, hello_at: datetime | None = None) -> Transaction[bool]:
    """The bot is on this server (again): nothing of it is to be deleted. At `hello_at` hello is said, unless it was
    ever before. Returns whether it will be."""
    rows = yield sql(
        """
        INSERT INTO guild_care (guild_id) VALUES (:guild_id)
        ON CONFLICT (guild_id) DO UPDATE SET left_at = NULL RETURNING greeted_at
        """,
        guild_id=guild_id,
    )
    yield from unschedule(kind=JobKind.CARE_PURGE, subject_id=guild_id)
    if hello_at is None or rows[0]["greeted_at"] is not None:
        return False
    yield from schedule(kind=JobKind.CARE_HELLO, subject_id=guild_id, due_at=hello_at)
    return True


def leave(*, guild_id: int, at: datetime, purge_at: datetime) -> Transaction[None]:
    """The bot is no longer on this server: what is stored of it goes at `purge_at`."""
    yield sql(
        """
        INSERT INTO guild_care (guild_id, left_at) VALUES (:guild_id, :at)
        ON CONFLICT (guild_id) DO UPDATE SET left_at = COALESCE(guild_care.left_at, excluded.left_at)
        """,
        guild_id=guild_id,
        at=to_ms(at),
    )
    yield from schedule(kind=JobKind.CARE_PURGE, subject_id=guild_id, due_at=purge_at)


def has_left(*, guild_id: int) -> Transaction[bool]:
    """Whether the server is on record as left."""
    rows = yield sql("SELECT left_at FROM guild_care WHERE guild_id = :guild_id", guild_id=guild_id)
    return bool(rows) and rows[0]["left_at"] is not None


def may_greet(*, guild_id: int) -> Transaction[bool]:
    """Whether the bot is on this server and has not said hello there."""
    rows = yield sql(
        "SELECT 1 AS it FROM guild_care WHERE guild_id = :guild_id AND left_at IS NULL AND greeted_at IS NULL",
        guild_id=guild_id,
    )
    return bool(rows)


def mark_greeted(*, guild_id: int, at: datetime) -> Transaction[None]:
    """Hello was said on this server."""
    yield sql("UPDATE guild_care SET greeted_at = :at WHERE guild_id = :guild_id", guild_id=guild_id, at=to_ms(at))


def purge_guild(*, guild_id: int) -> Transaction[None]:
    """Deletes everything that is stored of a server, with the jobs of what is deleted."""
    for table in ("polls", "parties", "party_series", "quiz_nights", "quiz_dailies", "time_searches", "clubs", "flags"):
        yield sql(
            f"DELETE FROM jobs WHERE subject_id IN (SELECT id FROM {table} WHERE guild_id = :guild_id)",
            guild_id=guild_id,
        )
    yield sql(
        "DELETE FROM jobs WHERE subject_id = :guild_id AND kind <> :purge", guild_id=guild_id, purge=JobKind.CARE_PURGE
    )
    for table in GUILD_TABLES:
        yield sql(f"DELETE FROM {table} WHERE guild_id = :guild_id", guild_id=guild_id)


# -- telling of a changed standing, once


def know_standing(*, guild_id: int, version: int) -> Transaction[None]:
    """From now on the server is told of what comes after this version."""
    yield sql(
        """
        INSERT INTO guild_care (guild_id, standing) VALUES (:guild_id, :version)
        ON CONFLICT (guild_id) DO UPDATE SET standing = excluded.standing
        """,
        guild_id=guild_id,
        version=version,
    )


def schedule_standings(*, version: int, at: datetime) -> Transaction[int]:
    """Schedules the telling for every server that asked for it and knows an older version. Returns how many."""
    rows = yield sql(
        """
        SELECT c.guild_id FROM guild_care AS c JOIN guilds AS g ON g.guild_id = c.guild_id
        WHERE g.announce = 1 AND c.left_at IS NULL AND c.standing < :version ORDER BY c.guild_id
        """,
        version=version,
    )
    for row in rows:
        yield from schedule(kind=JobKind.CARE_STANDING, subject_id=row["guild_id"], due_at=at)
    return len(rows)


def lacks_standing(*, guild_id: int, version: int) -> Transaction[bool]:
    """Whether the bot is on this server and has not told it of `version`."""
    rows = yield sql(
        "SELECT 1 AS it FROM guild_care WHERE guild_id = :guild_id AND standing < :version AND left_at IS NULL",
        guild_id=guild_id,
        version=version,
    )
    return bool(rows)


# -- retention


def purge_past(*, before: datetime) -> Transaction[int]:
    """Deletes parties that began before an instant and are over or called off, then cancelled series that have no
    party any more. Returns how many parties."""
    rows = yield sql(
        "DELETE FROM parties WHERE state IN ('over', 'cancelled') AND starts_at < :before RETURNING id",
        before=to_ms(before),
    )
    yield sql(
        """
        DELETE FROM party_series WHERE state <> 'open' AND created_at < :before
            AND NOT EXISTS (SELECT 1 FROM parties WHERE parties.series_id = party_series.id)
        """,
        before=to_ms(before),
    )
    return len(rows)


def purge_unfinished(*, drafts_before: datetime, imports_before: datetime) -> Transaction[None]:
    """Deletes drafts of polls and unconfirmed imports that were last touched before these instants."""
    yield sql("DELETE FROM poll_drafts WHERE touched_at < :before", before=to_ms(drafts_before))
    yield sql("DELETE FROM guild_imports WHERE made_at < :before", before=to_ms(imports_before))


# -- how it goes


def due_work(*, guild_id: int, now: datetime) -> Transaction[DueWork]:
    """How the server's polls, parties and series stand in the table of jobs."""
    rows = yield sql(
        """
        SELECT COUNT(*) AS waiting, COUNT(CASE WHEN wake_at <= :now THEN 1 END) AS overdue FROM jobs
        WHERE subject_id IN (
            SELECT id FROM polls WHERE guild_id = :guild_id AND state = 'open'
            UNION SELECT id FROM parties WHERE guild_id = :guild_id
            UNION SELECT id FROM party_series WHERE guild_id = :guild_id
            UNION SELECT id FROM quiz_nights WHERE guild_id = :guild_id
            UNION SELECT id FROM quiz_dailies WHERE guild_id = :guild_id
            UNION SELECT id FROM time_searches WHERE guild_id = :guild_id
            UNION SELECT id FROM clubs WHERE guild_id = :guild_id
        )
        """,
        guild_id=guild_id,
        now=to_ms(now),
    )
    sent = yield sql(
        """
        SELECT MAX(tried_at) AS at FROM deliveries WHERE guild_id = :guild_id AND message_id IS NOT NULL
        """,
        guild_id=guild_id,
    )
    last = sent[0]["at"]
    return DueWork(
        waiting=rows[0]["waiting"],
        overdue=rows[0]["overdue"],
        last_sent=None if last is None else from_ms(last),
    )
