"""A server's table of the quiz: this season and ever, and who is named in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.domain.quiz_night import City, Score, season_of
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.store import clubs
from bot.store.engine.database import Database, Transaction
from bot.store.quiz import nights
from bot.store.quiz import scores as store

SHEET = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet of a server's table, numbered from 0. `season` is "2026-4", None for ever. `mine` is the asker's own row,
    None while they have not played; `named` says whether they are named. `wins`: nights that each side has won."""

    season: str | None
    sheet: int
    sheets: int
    players: int
    rows: tuple[Score, ...]
    mine: Score | None
    named: bool
    wins: dict[City, int]


class QuizTable:
    """Tables are of one server each: there is none across servers."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def show(self, asker: Asker, *, ever: bool, sheet: int) -> Table:
        """A sheet of the table of this season, or of all that was ever played here. Raises EtoileError."""
        season = None if ever else season_of(self._clock.now())
        return await self._db.read(_show, asker, season, sheet)

    async def left(self, guild_id: int, user_ids: Collection[int]) -> None:
        """These are no longer on the server: they go off its table."""
        await self._db.write(_left, guild_id, user_ids)

    async def set_named(self, asker: Asker, *, named: bool) -> list[int]:
        """Whether the asker is named in tables and on podiums, everywhere. Returns the nights whose table changes."""
        return await self._db.write(_set_named, asker.user_id, named, self._clock.now())


def _show(asker: Asker, season: str | None, sheet: int) -> Transaction[Table]:
    if asker.guild_id is None:
        raise EtoileError("error-server-only")
    players = yield from store.count_scores(guild_id=asker.guild_id, season=season)
    sheets = max(-(-players // SHEET), 1)
    at = min(max(sheet, 0), sheets - 1)
    rows = yield from store.list_scores(guild_id=asker.guild_id, season=season, skip=at * SHEET, most=SHEET)
    return Table(
        season=season,
        sheet=at,
        sheets=sheets,
        players=players,
        rows=tuple(rows),
        mine=(yield from store.load_score(guild_id=asker.guild_id, season=season, user_id=asker.user_id)),
        named=(yield from store.is_named(user_id=asker.user_id)),
        wins=(yield from store.load_wins(guild_id=asker.guild_id, season=season)),
    )


def _left(guild_id: int, user_ids: Collection[int]) -> Transaction[None]:
    for user_id in user_ids:
        yield from store.drop_scores(guild_id=guild_id, user_id=user_id)


def _set_named(user_id: int, named: bool, now: datetime) -> Transaction[list[int]]:
    yield from store.set_named(user_id=user_id, named=named)
    yield from clubs.boards_changed(player_id=user_id, at=now)
    return (yield from nights.played_now(user_id=user_id))
