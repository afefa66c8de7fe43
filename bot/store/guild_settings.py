"""What is settled for servers and channels, and the one read that every interaction begins with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.domain.automod import GuardMode
from bot.domain.guild_settings import GuildSettings
from bot.domain.instants import to_ms
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.readers import Asker, Audience, MayView, Reader, nothing_else
from bot.store import posts
from bot.store.engine.database import Row, Transaction, sql
from bot.store.jobs import schedule, schedule_by

GUARD_BY = timedelta(seconds=30)
STAND_COLUMNS = """
    reader.episode AS progress, reader.asked, server.locale AS server_locale, server.zone, server.titles_shown,
    COALESCE(own.horizon, parent.horizon, server.horizon, 0) AS horizon
"""
STAND_JOINS = """
    LEFT JOIN progress AS reader ON reader.user_id = :user_id
    LEFT JOIN guilds AS server ON server.guild_id = :guild_id
    LEFT JOIN channel_horizons AS own ON own.channel_id = :channel_id
    LEFT JOIN channel_horizons AS parent ON parent.channel_id = :parent_id
"""
"""With STAND_COLUMNS and `reader_of`: the same read as part of a larger one, where each statement counts."""


def reading_context(asker: Asker) -> Transaction[Reader]:
    """Who reads, and where, in one SELECT: progress, and the horizon of the thread, else of its parent, else of the
    server, else 0."""
    rows = yield sql(
        f"SELECT {STAND_COLUMNS} FROM (SELECT 1 AS one) AS here {STAND_JOINS}",
        user_id=asker.user_id,
        guild_id=asker.guild_id,
        channel_id=asker.channel_id,
        parent_id=asker.parent_id,
    )
    return reader_of(rows[0], channel_id=asker.channel_id, may_view=asker.may_view)


def load_audience(*, guild_id: int | None, channel_id: int | None, parent_id: int | None) -> Transaction[Audience]:
    """What holds in a channel or thread, whoever reads: the horizon, and the server's language if one was chosen."""
    rows = yield sql(
        f"SELECT {STAND_COLUMNS} FROM (SELECT 1 AS one) AS here {STAND_JOINS}",
        user_id=0,
        guild_id=guild_id,
        channel_id=channel_id,
        parent_id=parent_id,
    )
    return reader_of(rows[0], channel_id=channel_id).audience


def reader_of(row: Row, *, channel_id: int | None = None, may_view: MayView = nothing_else) -> Reader:
    """The STAND_COLUMNS of a row as a value."""
    return Reader(
        progress=row["progress"],
        asked=bool(row["asked"]),
        horizon=row["horizon"],
        locale=_locale(row["server_locale"]),
        zone=row["zone"],
        titles_shown=bool(row["titles_shown"]),
        channel_id=channel_id,
        may_view=may_view,
    )


_COLUMNS = (
    "locale, zone, horizon, titles_shown, host_role_ids, log_channel_id, party_channel_id, poll_channel_id, announce"
)


def load_guild(*, guild_id: int) -> Transaction[GuildSettings]:
    """The server's settings; the defaults when nothing is stored."""
    rows = yield sql(f"SELECT {_COLUMNS} FROM guilds WHERE guild_id = :guild_id", guild_id=guild_id)
    if not rows:
        return GuildSettings(guild_id=guild_id)
    row = rows[0]
    return GuildSettings(
        guild_id=guild_id,
        locale=_locale(row["locale"]),
        zone=row["zone"],
        horizon=row["horizon"],
        titles_shown=bool(row["titles_shown"]),
        host_role_ids=frozenset(map(int, row["host_role_ids"].split())),
        log_channel_id=row["log_channel_id"],
        party_channel_id=row["party_channel_id"],
        poll_channel_id=row["poll_channel_id"],
        announce=bool(row["announce"]),
    )


def save_guild(settings: GuildSettings, *, at: datetime) -> Transaction[None]:
    """Stores all of the server's settings."""
    yield sql(
        f"""
        INSERT INTO guilds (guild_id, {_COLUMNS}, updated_at)
        VALUES (:guild_id, :locale, :zone, :horizon, :titles_shown, :host_role_ids, :log_channel_id,
                :party_channel_id, :poll_channel_id, :announce, :at)
        ON CONFLICT (guild_id) DO UPDATE SET locale = excluded.locale, zone = excluded.zone,
            horizon = excluded.horizon, titles_shown = excluded.titles_shown,
            host_role_ids = excluded.host_role_ids, log_channel_id = excluded.log_channel_id,
            party_channel_id = excluded.party_channel_id, poll_channel_id = excluded.poll_channel_id,
            announce = excluded.announce, updated_at = excluded.updated_at
        """,
        guild_id=settings.guild_id,
        locale=settings.locale,
        zone=settings.zone,
        horizon=settings.horizon,
        titles_shown=int(settings.titles_shown),
        host_role_ids=" ".join(map(str, sorted(settings.host_role_ids))),
        log_channel_id=settings.log_channel_id,
        party_channel_id=settings.party_channel_id,
        poll_channel_id=settings.poll_channel_id,
        announce=int(settings.announce),
        at=to_ms(at),
    )


def change_guild(
    *, guild_id: int, how: Callable[[GuildSettings], GuildSettings], at: datetime
) -> Transaction[tuple[GuildSettings, GuildSettings]]:
    """Changes some of the server's settings, as they are at this moment. Returns them before and after."""
    yield sql("UPDATE guilds SET updated_at = :at WHERE guild_id = :guild_id", guild_id=guild_id, at=to_ms(at))
    before = yield from load_guild(guild_id=guild_id)
    after = how(before)
    if after != before:
        yield from save_guild(after, at=at)
    if (after.horizon, after.titles_shown) != (before.horizon, before.titles_shown):
        yield from posts.place_changed(guild_id=guild_id, channel_id=None, at=at)
        yield from guard_follows(guild_id, at)
    return before, after


def set_guild_horizon(*, guild_id: int, horizon: int, at: datetime) -> Transaction[None]:
    """Sets the server's horizon and leaves its other settings alone."""
    yield sql(
        """
        INSERT INTO guilds (guild_id, horizon, updated_at) VALUES (:guild_id, :horizon, :at)
        ON CONFLICT (guild_id) DO UPDATE SET horizon = excluded.horizon, updated_at = excluded.updated_at
        """,
        guild_id=guild_id,
        horizon=horizon,
        at=to_ms(at),
    )
    yield from posts.place_changed(guild_id=guild_id, channel_id=None, at=at)
    yield from guard_follows(guild_id, at)


def set_guild_titles(*, guild_id: int, shown: bool, at: datetime) -> Transaction[None]:
    """Says whether episode titles count as harmless on this server, and leaves its other settings alone."""
    yield sql(
        """
        INSERT INTO guilds (guild_id, titles_shown, updated_at) VALUES (:guild_id, :shown, :at)
        ON CONFLICT (guild_id) DO UPDATE SET titles_shown = excluded.titles_shown, updated_at = excluded.updated_at
        """,
        guild_id=guild_id,
        shown=int(shown),
        at=to_ms(at),
    )
    yield from posts.place_changed(guild_id=guild_id, channel_id=None, at=at)


def set_guild_log(*, guild_id: int, channel_id: int | None, at: datetime) -> Transaction[None]:
    """Sets the moderators' log channel (None: no log), and leaves the other settings alone."""
    yield sql(
        """
        INSERT INTO guilds (guild_id, log_channel_id, updated_at) VALUES (:guild_id, :channel_id, :at)
        ON CONFLICT (guild_id) DO UPDATE SET log_channel_id = excluded.log_channel_id, updated_at = excluded.updated_at
        """,
        guild_id=guild_id,
        channel_id=channel_id,
        at=to_ms(at),
    )
    yield from guard_follows(guild_id, at)


def set_channel_horizon(*, channel_id: int, guild_id: int, horizon: int | None, at: datetime) -> Transaction[None]:
    """Gives a channel or thread a horizon of its own, or (None) takes it away."""
    if horizon is None:
        yield sql("DELETE FROM channel_horizons WHERE channel_id = :channel_id", channel_id=channel_id)
    else:
        yield sql(
            """
            INSERT INTO channel_horizons (channel_id, guild_id, horizon, updated_at)
            VALUES (:channel_id, :guild_id, :horizon, :at)
            ON CONFLICT (channel_id) DO UPDATE SET horizon = excluded.horizon, updated_at = excluded.updated_at
            """,
            channel_id=channel_id,
            guild_id=guild_id,
            horizon=horizon,
            at=to_ms(at),
        )
    yield from posts.place_changed(guild_id=guild_id, channel_id=channel_id, at=at)
    yield from guard_follows(guild_id, at)


def list_channel_horizons(*, guild_id: int) -> Transaction[dict[int, int]]:
    """The horizons of the server's channels and threads that have their own, by channel id."""
    rows = yield sql(
        "SELECT channel_id, horizon FROM channel_horizons WHERE guild_id = :guild_id ORDER BY channel_id",
        guild_id=guild_id,
    )
    return {row["channel_id"]: row["horizon"] for row in rows}


def load_guard(*, guild_id: int) -> Transaction[GuardMode]:
    """What AutoMod is to do on a server."""
    rows = yield sql("SELECT guard FROM guilds WHERE guild_id = :guild_id", guild_id=guild_id)
    return GuardMode(rows[0]["guard"]) if rows else GuardMode.OFF


def set_guard(*, guild_id: int, mode: GuardMode, at: datetime) -> Transaction[None]:
    """Says what AutoMod is to do on a server, and leaves its other settings alone. Whoever says so brings the
    rules into step; a job does, if they could not by then."""
    yield sql(
        """
        INSERT INTO guilds (guild_id, guard, updated_at) VALUES (:guild_id, :guard, :at)
        ON CONFLICT (guild_id) DO UPDATE SET guard = excluded.guard, updated_at = excluded.updated_at
        """,
        guild_id=guild_id,
        guard=mode,
        at=to_ms(at),
    )
    yield from schedule(kind=JobKind.CARE_GUARD, subject_id=guild_id, due_at=at + GUARD_BY)


def guard_follows(guild_id: int, at: datetime) -> Transaction[None]:
    """Where AutoMod is used, its rules follow a change of horizons, channels or the log."""
    if (yield from load_guard(guild_id=guild_id)) is not GuardMode.OFF:
        yield from schedule_by(kind=JobKind.CARE_GUARD, subject_id=guild_id, due_at=at)


def _locale(value: str | None) -> Locale | None:
    return None if value is None else Locale(value)
