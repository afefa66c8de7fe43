"""What an export is made of, what an import needs to know first, and the import that waits for its confirmation."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.domain.club import Club
from bot.domain.guild_settings import GuildSettings
from bot.domain.instants import to_ms
from bot.domain.own_question import OwnQuestion
from bot.domain.party import Party, State
from bot.domain.poll import Poll
from bot.domain.series import Series
from bot.domain.server_note import ServerNote
from bot.domain.tally import Tallies, Tally
from bot.store import guild_settings as places
from bot.store.clubs import list_clubs
from bot.store.engine.database import Param, Transaction, sql
from bot.store.ids import new_id
from bot.store.parties import parties
from bot.store.parties import series as party_series
from bot.store.polls import ballots, polls
from bot.store.quiz import own
from bot.store.server_notes import list_notes

Table = Literal["polls", "parties", "party_series", "server_notes", "quiz_own", "clubs"]
WAITS = timedelta(hours=24)
"""How long an import can be confirmed."""
_PIECE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """All of a server that an export holds. `coming` counts the seats of each party; `tallies` those of each poll."""

    settings: GuildSettings
    horizons: dict[int, int]
    polls: list[Poll]
    tallies: dict[int, Tallies]
    series: list[Series]
    parties: list[Party]
    coming: dict[int, int]
    notes: list[ServerNote]
    questions: list[OwnQuestion]
    clubs: list[Club]


def load_stored(*, guild_id: int, most_parties: int, now: datetime) -> Transaction[Stored]:
    """Everything that an export holds, the newest parties where there are too many."""
    settings = yield from places.load_guild(guild_id=guild_id)
    horizons = yield from places.list_channel_horizons(guild_id=guild_id)
    found = yield from polls.list_polls(guild_id=guild_id)
    tallies: dict[int, Tallies] = {}
    for poll in found:
        tallies[poll.id] = yield from ballots.load_tallies(poll_id=poll.id)
    series = yield from party_series.list_open_series(guild_id=guild_id)
    ahead = yield from parties.list_parties(
        guild_id=guild_id, states=(State.PLANNED, State.OPEN, State.LIVE), limit=most_parties
    )
    past = yield from parties.list_parties(guild_id=guild_id, states=(State.OVER, State.CANCELLED), limit=most_parties)
    rows = yield sql(
        """
        SELECT p.id, COUNT(*) AS coming FROM parties AS p JOIN party_people AS s ON s.party_id = p.id
        WHERE p.guild_id = :guild_id AND s.place = 'seat' GROUP BY p.id
        """,
        guild_id=guild_id,
    )
    notes = yield from list_notes(guild_id=guild_id, now=now)
    return Stored(
        settings=settings,
        horizons=horizons,
        polls=found,
        tallies=tallies,
        series=series,
        parties=[*ahead, *past][:most_parties],
        coming={row["id"]: row["coming"] for row in rows},
        notes=notes,
        questions=(yield from own.list_own(guild_id=guild_id)),
        clubs=(yield from list_clubs(guild_id=guild_id)),
    )


def taken_ids(table: Table, ids: Collection[int]) -> Transaction[set[int]]:
    """Which of these ids are in use, on whatever server."""
    found: set[int] = set()
    wanted = sorted(ids)
    for start in range(0, len(wanted), _PIECE):
        params: dict[str, Param] = {f"i{n}": each for n, each in enumerate(wanted[start : start + _PIECE])}
        names = ", ".join(f":{name}" for name in params)
        rows = yield sql(f"SELECT id FROM {table} WHERE id IN ({names})", **params)
        found |= {row["id"] for row in rows}
    return found


def insert_tally(*, poll_id: int, episode: int, newcomer: bool, tally: Tally) -> Transaction[None]:
    """Stores the counts of a poll that has no ballots here."""
    yield sql(
        """
        INSERT INTO poll_tallies (poll_id, episode, newcomer, changes, voters, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9)
        VALUES (:poll_id, :episode, :newcomer, 1, :voters, :c0, :c1, :c2, :c3, :c4, :c5, :c6, :c7, :c8, :c9)
        """,
        poll_id=poll_id,
        episode=episode,
        newcomer=int(newcomer),
        voters=tally.voters,
        **{f"c{place}": count for place, count in enumerate(tally.counts)},
    )


def settle_imported(*, poll_id: int, closed_at: datetime) -> Transaction[None]:
    """An imported poll is closed, and its end was told where it came from."""
    yield sql(
        "UPDATE polls SET closed_at = :at, announced_at = :at, result_message_id = 0 WHERE id = :id",
        id=poll_id,
        at=to_ms(closed_at),
    )


def keep_import(*, guild_id: int, user_id: int, document: str, at: datetime) -> Transaction[int]:
    """Keeps a checked document for its confirmation, instead of any other of that server. Returns its id."""
    yield sql(
        "DELETE FROM guild_imports WHERE guild_id = :guild_id OR made_at < :before",
        guild_id=guild_id,
        before=to_ms(at - WAITS),
    )
    import_id = new_id()
    yield sql(
        """
        INSERT INTO guild_imports (id, guild_id, user_id, document, made_at)
        VALUES (:id, :guild_id, :user_id, :document, :at)
        """,
        id=import_id,
        guild_id=guild_id,
        user_id=user_id,
        document=document,
        at=to_ms(at),
    )
    return import_id


def take_import(*, import_id: int, guild_id: int, user_id: int, after: datetime) -> Transaction[str | None]:
    """The document that this member left for confirmation after an instant; it is there no longer then."""
    rows = yield sql(
        """
        DELETE FROM guild_imports WHERE id = :id AND guild_id = :guild_id AND user_id = :user_id
        RETURNING document, made_at
        """,
        id=import_id,
        guild_id=guild_id,
        user_id=user_id,
    )
    return rows[0]["document"] if rows and rows[0]["made_at"] >= to_ms(after) else None
