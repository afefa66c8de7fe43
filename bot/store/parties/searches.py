"""Searches for a party's time, and which moments suit whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.domain.instants import from_ms, to_ms
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.time_search import SearchState, TimeSearch
from bot.store.engine.database import Row, Statement, Transaction, sql
from bot.store.jobs import schedule_by

_COLUMNS = """
    id, guild_id, channel_id, host_id, party_id, first_episode, last_episode, locale, zone, slots, state, closes_at,
    chosen, message_id, replaced
"""
_LOAD = f"SELECT {_COLUMNS} FROM time_searches WHERE id = :id"
Ticks = dict[int, tuple[datetime, ...]]
"""Which moments suit whom, by member; none where no moment does."""


def load_search(*, search_id: int) -> Transaction[TimeSearch | None]:
    """The search, to be read."""
    rows = yield sql(_LOAD, id=search_id)
    return _search(rows[0]) if rows else None


def hold_search(*, search_id: int) -> Transaction[TimeSearch | None]:
    """The search, to be changed: whoever changes it or ticks as well, waits."""
    rows = yield Statement(_LOAD, {"id": search_id}, f"{_LOAD} FOR UPDATE")
    return _search(rows[0]) if rows else None


def find_search(*, party_id: int) -> Transaction[TimeSearch | None]:
    """The search for the time of this draft."""
    rows = yield sql(f"SELECT {_COLUMNS} FROM time_searches WHERE party_id = :party_id", party_id=party_id)
    return _search(rows[0]) if rows else None


def list_standing_in(*, guild_id: int, channel_id: int) -> Transaction[list[TimeSearch]]:
    """The searches of a channel of which something is still wanted."""
    rows = yield sql(
        f"""
        SELECT {_COLUMNS} FROM time_searches
        WHERE guild_id = :guild_id AND channel_id = :channel_id AND state IN ('open', 'closed')
        """,
        guild_id=guild_id,
        channel_id=channel_id,
    )
    return list(map(_search, rows))


def count_open(*, guild_id: int) -> Transaction[int]:
    """How many searches of a server are open."""
    rows = yield sql(
        "SELECT COUNT(*) AS found FROM time_searches WHERE guild_id = :guild_id AND state = 'open'", guild_id=guild_id
    )
    return rows[0]["found"]


def save_search(search: TimeSearch) -> Transaction[None]:
    """Stores all of a search."""
    yield sql(
        f"""
        INSERT INTO time_searches ({_COLUMNS})
        VALUES (:id, :guild_id, :channel_id, :host_id, :party_id, :first_episode, :last_episode, :locale, :zone, :slots,
                :state, :closes_at, :chosen, :message_id, :replaced)
        ON CONFLICT (id) DO UPDATE SET host_id = excluded.host_id, party_id = excluded.party_id,
            zone = excluded.zone, slots = excluded.slots, state = excluded.state, closes_at = excluded.closes_at,
            chosen = excluded.chosen, message_id = excluded.message_id, replaced = excluded.replaced
        """,
        id=search.id,
        guild_id=search.guild_id,
        channel_id=search.channel_id,
        host_id=search.host_id,
        party_id=search.party_id,
        first_episode=search.first_episode,
        last_episode=search.last_episode,
        locale=search.locale,
        zone=search.zone,
        slots=_written(search.slots),
        state=search.state,
        closes_at=to_ms(search.closes_at),
        chosen=None if search.chosen is None else to_ms(search.chosen),
        message_id=search.message_id,
        replaced=int(search.replaced),
    )


def delete_search(*, search_id: int) -> Transaction[None]:
    """Deletes a search with what was ticked."""
    yield sql("DELETE FROM time_searches WHERE id = :id", id=search_id)


def save_ticks(*, search_id: int, user_id: int, slots: Iterable[datetime]) -> Transaction[None]:
    """Stores which moments suit a member, instead of what they said before."""
    yield sql(
        """
        INSERT INTO time_ticks (search_id, user_id, slots) VALUES (:search_id, :user_id, :slots)
        ON CONFLICT (search_id, user_id) DO UPDATE SET slots = excluded.slots
        """,
        search_id=search_id,
        user_id=user_id,
        slots=_written(slots),
    )


def drop_ticks(*, search_id: int, user_id: int) -> Transaction[None]:
    """Forgets what a member said."""
    yield sql(
        "DELETE FROM time_ticks WHERE search_id = :search_id AND user_id = :user_id",
        search_id=search_id,
        user_id=user_id,
    )


def load_ticks(*, search_id: int) -> Transaction[Ticks]:
    """Which moments suit whom."""
    rows = yield sql("SELECT user_id, slots FROM time_ticks WHERE search_id = :id ORDER BY user_id", id=search_id)
    return {row["user_id"]: _read(row["slots"]) for row in rows}


def load_member(*, user_id: int, most: int) -> Transaction[dict[str, list[Row]]]:
    """What a member ticked, and the searches that they hold: at most so many of each."""
    ticked = yield sql(
        """
        SELECT s.guild_id, s.id, s.closes_at, t.slots FROM time_ticks AS t
        JOIN time_searches AS s ON s.id = t.search_id
        WHERE t.user_id = :user_id ORDER BY s.closes_at DESC, s.id LIMIT :most
        """,
        user_id=user_id,
        most=most,
    )
    asked = yield sql(
        """
        SELECT guild_id, id, closes_at, slots, state FROM time_searches WHERE host_id = :user_id
        ORDER BY id LIMIT :most
        """,
        user_id=user_id,
        most=most,
    )
    return {"times_ticked": ticked, "times_asked": asked}


def forget_member(*, user_id: int, at: datetime) -> Transaction[None]:
    """Deletes what a member ticked, and ends the searches that they held, without a name. The messages that show
    something else then are drawn."""
    rows = yield sql("DELETE FROM time_ticks WHERE user_id = :user_id RETURNING search_id", user_id=user_id)
    held = yield sql(
        """
        UPDATE time_searches SET host_id = 0,
            state = CASE WHEN state IN ('draft', 'open', 'closed') THEN 'over' ELSE state END
        WHERE host_id = :user_id RETURNING id
        """,
        user_id=user_id,
    )
    for search_id in sorted({row["search_id"] for row in rows} | {row["id"] for row in held}):
        yield from schedule_by(kind=JobKind.SEARCH_CARD, subject_id=search_id, due_at=at)


def purge_searches(*, before: datetime) -> Transaction[None]:
    """Deletes searches that closed before an instant."""
    yield sql("DELETE FROM time_searches WHERE closes_at < :before", before=to_ms(before))


def _written(slots: Iterable[datetime]) -> str:
    return " ".join(str(to_ms(slot)) for slot in sorted(slots))


def _read(written: str) -> tuple[datetime, ...]:
    return tuple(from_ms(int(each)) for each in written.split())


def _search(row: Row) -> TimeSearch:
    names = ("id", "guild_id", "channel_id", "host_id", "party_id", "first_episode", "last_episode", "message_id")
    plain: dict[str, Any] = {name: row[name] for name in names}
    return TimeSearch(
        **plain,
        locale=Locale(row["locale"]),
        zone=row["zone"],
        slots=_read(row["slots"]),
        state=SearchState(row["state"]),
        closes_at=from_ms(row["closes_at"]),
        chosen=None if row["chosen"] is None else from_ms(row["chosen"]),
        replaced=bool(row["replaced"]),
    )
