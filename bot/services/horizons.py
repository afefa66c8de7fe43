"""What moderators settle about spoilers: the horizons of places, episode titles, and where changes are written down.

Discord shows these commands to members with Manage Server only, but a server can hand them to anybody; so every change
is checked here as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.domain.guessing import horizons_for
from bot.domain.guild_settings import GuildSettings
from bot.domain.log_note import LogNote
from bot.domain.readers import Asker
from bot.domain.visibility import NOTHING, is_level
from bot.errors import EtoileError
from bot.store import guild_settings as places
from bot.store.engine.database import Database, Transaction
from bot.store.log_lines import noted

SHEET = 12
"""How many places one sheet of the list holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What became of a horizon.

    `channel_id` is None for the server's own. `before` and `now` are what holds there, inherited or not; `inherits`
    says that the place has none of its own now.
    """

    channel_id: int | None
    before: int
    now: int
    inherits: bool

    @property
    def lowered(self) -> bool:
        """Whether what was posted openly may spoil more than the place now allows."""
        return self.now < self.before

    @property
    def raised(self) -> bool:
        """Whether more may be said openly than before."""
        return self.now > self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizons:
    """One sheet of a server's horizons: its own, and those of channels and threads that have one, by channel id."""

    server: int
    places: tuple[tuple[int, int], ...]
    sheet: int
    sheets: int


class HorizonsService:
    """Everything here asks for Manage Server, and raises EtoileError("admin-not-yours") for anybody else."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def settings(self, guild_id: int) -> GuildSettings:
        """What is settled for a server; the defaults when nothing is."""
        return await self._db.read(places.load_guild, guild_id=guild_id)

    async def move(
        self,
        asker: Asker,
        *,
        channel_id: int | None,
        parent_id: int | None,
        episode: int | None,
        note: LogNote | None = None,
    ) -> Moved:
        """Set the horizon of a channel or thread (`channel_id` None: of the server); `episode` None inherits.

        `parent_id` is the channel that a thread belongs to. A server that inherits has nothing above it: 0.
        """
        guild_id = _server_of(asker)
        if episode is not None and not is_level(episode):
            raise EtoileError("admin-no-such-episode")
        return await self._db.write(noted(_moving, note), guild_id, channel_id, parent_id, episode, self._clock.now())

    async def listed(self, asker: Asker, sheet: int) -> Horizons:
        """One sheet (from 0) of the server's horizons, the most open places first; beyond the last: the last."""
        guild_id = _server_of(asker)
        settings = await self.settings(guild_id)
        own = await self._db.read(places.list_channel_horizons, guild_id=guild_id)
        ordered = sorted(own.items(), key=lambda item: (-item[1], item[0]))
        sheets = max(-(-len(ordered) // SHEET), 1)
        sheet = min(max(sheet, 0), sheets - 1)
        part = tuple(ordered[sheet * SHEET : (sheet + 1) * SHEET])
        return Horizons(server=settings.horizon, places=part, sheet=sheet, sheets=sheets)

    async def proposed(self, asker: Asker, names: Mapping[int, str]) -> dict[int, int]:
        """Of channels by id and name, those that seem to be meant for more than holds there, with the horizon that
        their names ask for."""
        guild_id = _server_of(asker)
        settings = await self.settings(guild_id)
        own = await self._db.read(places.list_channel_horizons, guild_id=guild_id)
        return horizons_for(names, dict(own), settings.horizon)

    async def show_titles(self, asker: Asker, *, shown: bool, note: LogNote | None = None) -> None:
        """Say whether episode titles may be read on this server by who has not reached them."""
        change = noted(places.set_guild_titles, note)
        await self._db.write(change, guild_id=_server_of(asker), shown=shown, at=self._clock.now())

    async def log_to(self, asker: Asker, channel_id: int | None) -> None:
        """Set the moderators' log channel; None turns the log off."""
        await self._db.write(
            places.set_guild_log, guild_id=_server_of(asker), channel_id=channel_id, at=self._clock.now()
        )

    def authorise(self, asker: Asker) -> int:
        """The server's id for somebody who may moderate it; raises for anybody else."""
        return _server_of(asker)


def _moving(
    guild_id: int, channel_id: int | None, parent_id: int | None, episode: int | None, now: datetime
) -> Transaction[Moved]:
    before = yield from _holds(guild_id, channel_id, parent_id)
    if channel_id is None:
        yield from places.set_guild_horizon(guild_id=guild_id, horizon=episode or NOTHING, at=now)
    else:
        yield from places.set_channel_horizon(channel_id=channel_id, guild_id=guild_id, horizon=episode, at=now)
    after = yield from _holds(guild_id, channel_id, parent_id)
    return Moved(channel_id=channel_id, before=before, now=after, inherits=episode is None)


def _holds(guild_id: int, channel_id: int | None, parent_id: int | None) -> Transaction[int]:
    """The horizon that holds in a place, whoever reads."""
    audience = yield from places.load_audience(guild_id=guild_id, channel_id=channel_id, parent_id=parent_id)
    return audience.horizon


def _server_of(asker: Asker) -> int:
    if asker.guild_id is None:
        raise EtoileError("error-server-only")
    if not asker.manages_server:
        raise EtoileError("admin-not-yours")
    return asker.guild_id
