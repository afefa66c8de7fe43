"""Series of parties: the rule, in wall time, and how many of its dates have become parties."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from bot.domain.instants import to_ms
from bot.domain.series import Rule, Series, SeriesState
from bot.store.engine.database import Param, Row, Transaction, sql

_NAMES = (
    "id guild_id channel_id host_id zone first_day at_time last_episode every step weekdays nth until times "
    "skips made past sequence state per_evening handed"
)
_FIELDS = tuple(_NAMES.split())
_LIST = ", ".join(_FIELDS)
_INSERT = (
    f"INSERT INTO party_series ({_LIST}, created_at) VALUES ({', '.join(f':{name}' for name in _FIELDS)}, :created_at)"
)
_UPDATE = f"UPDATE party_series SET {', '.join(f'{name} = :{name}' for name in _FIELDS[1:])} WHERE id = :id"


def insert_series(series: Series, *, at: datetime) -> Transaction[None]:
    """Stores a new series."""
    yield sql(_INSERT, **_params(series), created_at=to_ms(at))


def save_series(series: Series) -> Transaction[None]:
    """Stores a series that was read with `lock_series` in the same transaction."""
    yield sql(_UPDATE, **_params(series))


def lock_series(*, series_id: int) -> Transaction[Series | None]:
    """The series, which nobody else can change until this transaction is done."""
    rows = yield sql(f"UPDATE party_series SET version = version + 1 WHERE id = :id RETURNING {_LIST}", id=series_id)
    return _series(rows[0]) if rows else None


def load_series(*, series_id: int) -> Transaction[Series | None]:
    """The series; None when there is none of that id."""
    rows = yield sql(f"SELECT {_LIST} FROM party_series WHERE id = :id", id=series_id)
    return _series(rows[0]) if rows else None


def delete_series(*, series_id: int) -> Transaction[None]:
    """Deletes the series; its parties stay."""
    yield sql("DELETE FROM party_series WHERE id = :id", id=series_id)


def list_open_series(*, guild_id: int) -> Transaction[list[Series]]:
    """The server's series that go on."""
    rows = yield sql(
        f"SELECT {_LIST} FROM party_series WHERE guild_id = :guild_id AND state = :open ORDER BY id",
        guild_id=guild_id,
        open=SeriesState.OPEN.value,
    )
    return [_series(row) for row in rows]


def _params(series: Series) -> dict[str, Param]:
    rule = series.rule
    return {
        "id": series.id,
        "guild_id": series.guild_id,
        "channel_id": series.channel_id,
        "host_id": series.host_id,
        "zone": rule.zone,
        "first_day": rule.first_day.isoformat(),
        "at_time": rule.at.isoformat(timespec="minutes"),
        "last_episode": series.last_episode,
        "every": rule.every,
        "step": rule.step,
        "weekdays": " ".join(map(str, sorted(rule.weekdays))),
        "nth": rule.nth,
        "until": None if rule.until is None else rule.until.isoformat(),
        "times": rule.times,
        "skips": " ".join(day.isoformat() for day in sorted(rule.skips)),
        "made": series.made,
        "past": series.past,
        "sequence": series.sequence,
        "state": series.state.value,
        "per_evening": series.per_evening,
        "handed": series.handed,
    }


def _series(row: Row) -> Series:
    values: dict[str, Any] = {name: row[name] for name in _FIELDS}
    rule = Rule(
        zone=values["zone"],
        first_day=date.fromisoformat(values["first_day"]),
        at=time.fromisoformat(values["at_time"]),
        every=values["every"],
        step=values["step"],
        weekdays=frozenset(map(int, values["weekdays"].split())),
        nth=values["nth"],
        until=None if values["until"] is None else date.fromisoformat(values["until"]),
        times=values["times"],
        skips=frozenset(map(date.fromisoformat, values["skips"].split())),
    )
    values["state"] = SeriesState(values["state"])
    kept = (
        "id",
        "guild_id",
        "channel_id",
        "host_id",
        "last_episode",
        "made",
        "past",
        "sequence",
        "state",
        "per_evening",
        "handed",
    )
    return Series(rule=rule, **{name: values[name] for name in kept})


def note_handed(*, series_id: int, dates: int) -> Transaction[None]:
    """Remembers that a calendar file held so many dates of a series."""
    yield sql("UPDATE party_series SET handed = :dates WHERE id = :id AND handed < :dates", id=series_id, dates=dates)


def set_regular(*, series_id: int, user_id: int, comes: bool) -> Transaction[None]:
    """Remembers, or forgets, that a member comes to every evening of a series."""
    if comes:
        yield sql(
            """
            INSERT INTO series_regulars (series_id, user_id) VALUES (:series_id, :user_id)
            ON CONFLICT (series_id, user_id) DO NOTHING
            """,
            series_id=series_id,
            user_id=user_id,
        )
    else:
        yield sql(
            "DELETE FROM series_regulars WHERE series_id = :series_id AND user_id = :user_id",
            series_id=series_id,
            user_id=user_id,
        )


def list_regulars(*, series_id: int) -> Transaction[list[int]]:
    """Who comes to every evening of a series."""
    rows = yield sql(
        "SELECT user_id FROM series_regulars WHERE series_id = :series_id ORDER BY user_id", series_id=series_id
    )
    return [row["user_id"] for row in rows]


def load_member(*, user_id: int, most: int) -> Transaction[dict[str, list[Row]]]:
    """The series of which a member comes to every evening, and the changes to parties that they have not confirmed: at
    most so many of each."""
    regular = yield sql(
        """
        SELECT s.guild_id, s.id, s.zone, s.first_day, s.at_time, s.state
        FROM series_regulars AS r JOIN party_series AS s ON s.id = r.series_id
        WHERE r.user_id = :user_id ORDER BY s.id DESC LIMIT :most
        """,
        user_id=user_id,
        most=most,
    )
    edits = yield sql(
        """
        SELECT p.guild_id, e.party_id, e.changes, e.created_at
        FROM party_edits AS e JOIN parties AS p ON p.id = e.party_id
        WHERE e.user_id = :user_id ORDER BY e.id DESC LIMIT :most
        """,
        user_id=user_id,
        most=most,
    )
    return {"regular": regular, "edits": edits}
