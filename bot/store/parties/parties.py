"""Watch parties: one row each. A change starts with `lock_party`, so that two processes cannot decide on old rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from bot.domain.instants import from_ms, to_ms
from bot.domain.locale import Locale
from bot.domain.member_text import Channel, MemberText
from bot.domain.party import Ended, Mirror, News, Party, State
from bot.store.engine.database import Param, Row, Transaction, sql

_NAMES = (
    "id guild_id channel_id host_id cohost_ids series_id occurrence first_episode last_episode starts_at zone "
    "zone_sure voice_id seats note note_level call_role_id seat_role_id closes_at minimum minimum_at length_minutes "
    "state ended sequence news message_id thread_id event_id mirror locale reminded_to role_ids left_cards wait_pauses"
)
_FIELDS = tuple(_NAMES.split())
_LIST = ", ".join(_FIELDS)
_INSTANTS = {"starts_at", "closes_at", "minimum_at", "reminded_to"}
_INSERT = f"INSERT INTO parties ({_LIST}, created_at) VALUES ({', '.join(f':{name}' for name in _FIELDS)}, :created_at)"
_UPDATE = f"UPDATE parties SET {', '.join(f'{name} = :{name}' for name in _FIELDS[1:])} WHERE id = :id"


def insert_party(party: Party, *, at: datetime) -> Transaction[None]:
    """Stores a new party."""
    yield sql(_INSERT, **_params(party), created_at=to_ms(at))


def save_party(party: Party) -> Transaction[None]:
    """Stores a party that was read with `lock_party` in the same transaction."""
    yield sql(_UPDATE, **_params(party))


def load_party(*, party_id: int) -> Transaction[Party | None]:
    """The party; None when there is none of that id."""
    rows = yield sql(f"SELECT {_LIST} FROM parties WHERE id = :id", id=party_id)
    return _party(rows[0]) if rows else None


def lock_party(*, party_id: int) -> Transaction[Party | None]:
    """The party, which nobody else can change until this transaction is done."""
    rows = yield sql(f"UPDATE parties SET version = version + 1 WHERE id = :id RETURNING {_LIST}", id=party_id)
    return _party(rows[0]) if rows else None


def delete_party(*, party_id: int) -> Transaction[None]:
    """Deletes the party with everything that belongs to it."""
    yield sql("DELETE FROM parties WHERE id = :id", id=party_id)
    yield sql("DELETE FROM deliveries WHERE subject_id = :id", id=party_id)


def list_parties(*, guild_id: int, states: Iterable[State], limit: int = 100) -> Transaction[list[Party]]:
    """The server's parties in these states, the earliest first."""
    wanted, params = _among(states)
    rows = yield sql(
        f"""
        SELECT {_LIST} FROM parties WHERE guild_id = :guild_id AND state IN ({wanted})
        ORDER BY starts_at, id LIMIT :limit
        """,
        guild_id=guild_id,
        limit=limit,
        **params,
    )
    return [_party(row) for row in rows]


def list_series(*, series_id: int, states: Iterable[State], lock: bool = False) -> Transaction[list[Party]]:
    """The parties of a series in these states, in the order of the series. `lock` keeps others from changing them."""
    wanted, params = _among(states)
    if lock:
        yield sql(
            f"UPDATE parties SET version = version + 1 WHERE series_id = :series_id AND state IN ({wanted})",
            series_id=series_id,
            **params,
        )
    rows = yield sql(
        f"SELECT {_LIST} FROM parties WHERE series_id = :series_id AND state IN ({wanted}) ORDER BY occurrence",
        series_id=series_id,
        **params,
    )
    return [_party(row) for row in rows]


def find_clashes(*, guild_id: int, start: datetime, end: datetime, besides: int) -> Transaction[list[Party]]:
    """Other parties of the server that are ahead and overlap with these hours (none is taken to last over 8 hours)."""
    rows = yield sql(
        f"""
        SELECT {_LIST} FROM parties
        WHERE guild_id = :guild_id AND state IN ('open', 'planned', 'live') AND id <> :besides
          AND starts_at < :end AND starts_at > :earliest
        ORDER BY starts_at LIMIT 20
        """,
        guild_id=guild_id,
        besides=besides,
        end=to_ms(end),
        earliest=to_ms(start) - 8 * 3600 * 1000,
    )
    return [party for party in map(_party, rows) if party.starts_at + party.length > start]


def find_by_event(*, event_id: int) -> Transaction[Party | None]:
    """The party that a Discord event mirrors."""
    rows = yield sql(f"SELECT {_LIST} FROM parties WHERE event_id = :event_id", event_id=event_id)
    return _party(rows[0]) if rows else None


def find_joined(*, user_id: int, guild_id: int) -> Transaction[set[int]]:
    """The parties of the server that the member comes to."""
    rows = yield sql(
        """
        SELECT p.party_id FROM party_people AS p JOIN parties ON parties.id = p.party_id
        WHERE p.user_id = :user_id AND parties.guild_id = :guild_id AND p.place <> 'none'
        """,
        user_id=user_id,
        guild_id=guild_id,
    )
    return {row["party_id"] for row in rows}


def _among(states: Iterable[State]) -> tuple[str, dict[str, Param]]:
    """The placeholders and parameters of `state IN (…)`."""
    names = {f"state_{number}": state.value for number, state in enumerate(states)}
    return ", ".join(f":{name}" for name in names), {**names}


def spaced(ids: Collection[int]) -> str:
    """Ids as they stand in a column: decimal, separated by spaces."""
    return " ".join(map(str, sorted(ids)))


def _params(party: Party) -> dict[str, Param]:
    params: dict[str, Any] = {name: getattr(party, name) for name in _FIELDS if name != "note_level"}
    params["note"] = None if party.note is None else party.note.to_store()
    params["note_level"] = 0 if party.note is None else party.note.level
    for name in _INSTANTS:
        params[name] = None if params[name] is None else to_ms(params[name])
    params["zone_sure"], params["wait_pauses"] = int(party.zone_sure), int(party.wait_pauses)
    params["cohost_ids"] = spaced(party.cohost_ids)
    params["role_ids"] = spaced(party.role_ids)
    params["left_cards"] = " ".join(f"{channel_id}/{message_id}" for channel_id, message_id in party.left_cards)
    for name in ("state", "locale", "mirror", "ended", "news"):
        params[name] = None if params[name] is None else params[name].value
    return params


def _party(row: Row) -> Party:
    values: dict[str, Any] = {name: row[name] for name in _FIELDS}
    level = values.pop("note_level")
    if values["note"] is not None:
        values["note"] = MemberText(values["note"], level=level, channel=Channel(values["channel_id"]))
    for name in _INSTANTS:
        values[name] = None if values[name] is None else from_ms(values[name])
    values["zone_sure"], values["wait_pauses"] = bool(values["zone_sure"]), bool(values["wait_pauses"])
    values["cohost_ids"] = frozenset(map(int, values["cohost_ids"].split()))
    values["role_ids"] = frozenset(map(int, values["role_ids"].split()))
    values["left_cards"] = tuple(_place(written) for written in values["left_cards"].split())
    values["state"], values["locale"] = State(values["state"]), Locale(values["locale"])
    values["mirror"] = Mirror(values["mirror"])
    values["ended"] = None if values["ended"] is None else Ended(values["ended"])
    values["news"] = None if values["news"] is None else News(values["news"])
    return Party(**values)


def _place(written: str) -> tuple[int, int]:
    channel_id, _, message_id = written.partition("/")
    return int(channel_id), int(message_id)
