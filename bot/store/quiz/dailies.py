"""Questions of the day: where they are asked, and at what time."""

from __future__ import annotations

from datetime import date, time

from bot.domain.locale import Locale
from bot.domain.quiz_daily import DESERTED, Daily
from bot.store.engine.database import Row, Statement, Transaction, sql

_COLUMNS = "id, guild_id, channel_id, parent_id, host_id, locale, zone, at_time, last_day, night_id"
_LOAD = f"SELECT {_COLUMNS} FROM quiz_dailies WHERE id = :id"


def load_daily(*, daily_id: int) -> Transaction[Daily | None]:
    """The question of the day, to be read."""
    rows = yield sql(_LOAD, id=daily_id)
    return _daily(rows[0]) if rows else None


def hold_daily(*, daily_id: int) -> Transaction[Daily | None]:
    """The question of the day, to be changed: whoever changes it as well waits."""
    rows = yield Statement(_LOAD, {"id": daily_id}, f"{_LOAD} FOR UPDATE")
    return _daily(rows[0]) if rows else None


def list_dailies(*, guild_id: int) -> Transaction[list[Daily]]:
    """Those of a server."""
    rows = yield sql(f"SELECT {_COLUMNS} FROM quiz_dailies WHERE guild_id = :guild_id ORDER BY id", guild_id=guild_id)
    return [_daily(row) for row in rows]


def save_daily(daily: Daily) -> Transaction[None]:
    """Stores all of it."""
    yield sql(
        f"""
        INSERT INTO quiz_dailies ({_COLUMNS})
        VALUES (:id, :guild_id, :channel_id, :parent_id, :host_id, :locale, :zone, :at_time, :last_day, :night_id)
        ON CONFLICT (id) DO UPDATE SET host_id = excluded.host_id, last_day = excluded.last_day,
            night_id = excluded.night_id
        """,
        id=daily.id,
        guild_id=daily.guild_id,
        channel_id=daily.channel_id,
        parent_id=daily.parent_id,
        host_id=daily.host_id,
        locale=daily.locale,
        zone=daily.zone,
        at_time=daily.at.strftime("%H:%M"),
        last_day=daily.last_day.isoformat(),
        night_id=daily.night_id,
    )


def delete_daily(*, daily_id: int) -> Transaction[None]:
    """Ends it."""
    yield sql("DELETE FROM quiz_dailies WHERE id = :id", id=daily_id)


def asked_daily(*, guild_id: int, channel_id: int) -> Transaction[list[str]]:
    """What was the question of the day in a channel, the oldest first."""
    rows = yield sql(
        """
        SELECT questions FROM quiz_nights WHERE guild_id = :guild_id AND channel_id = :channel_id
            AND daily_id IS NOT NULL ORDER BY id
        """,
        guild_id=guild_id,
        channel_id=channel_id,
    )
    return [row["questions"] for row in rows]


def is_deserted(*, daily_id: int) -> Transaction[bool]:
    """Whether nobody has answered any of its last questions."""
    rows = yield sql(
        """
        SELECT COUNT(*) AS asked, COUNT(CASE WHEN EXISTS (
            SELECT 1 FROM quiz_picks WHERE quiz_picks.night_id = last.id) THEN 1 END) AS played
        FROM (SELECT id FROM quiz_nights WHERE daily_id = :id ORDER BY id DESC LIMIT :most) AS last
        """,
        id=daily_id,
        most=DESERTED,
    )
    return rows[0]["asked"] == DESERTED and rows[0]["played"] == 0


def night_before(*, daily_id: int, night_id: int) -> Transaction[int | None]:
    """The night of the question that came before this one."""
    rows = yield sql(
        "SELECT id FROM quiz_nights WHERE daily_id = :daily_id AND id < :night_id ORDER BY id DESC LIMIT 1",
        daily_id=daily_id,
        night_id=night_id,
    )
    return rows[0]["id"] if rows else None


def forget_host(*, user_id: int) -> Transaction[None]:
    """The questions go on without the name of who began them."""
    yield sql("UPDATE quiz_dailies SET host_id = 0 WHERE host_id = :user_id", user_id=user_id)


def _daily(row: Row) -> Daily:
    return Daily(
        id=row["id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        parent_id=row["parent_id"],
        host_id=row["host_id"],
        locale=Locale(row["locale"]),
        zone=row["zone"],
        at=time.fromisoformat(row["at_time"]),
        last_day=date.fromisoformat(row["last_day"]),
        night_id=row["night_id"],
    )
