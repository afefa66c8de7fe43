"""AutoMod for who wants it: which rules a server is to have, so that what its horizons forbid is told or stopped."""

from __future__ import annotations

from collections.abc import Iterable

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.automod import MOST_RULES, GuardMode, Plan, plan
from bot.domain.log_note import LogNote
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.services.horizons import HorizonsService
from bot.store import guild_settings as places
from bot.store.engine.database import Database
from bot.store.log_lines import noted


class GuardService:
    """What is asked for by members asks for Manage Server, and raises EtoileError("admin-not-yours") otherwise."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, horizons: HorizonsService) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._horizons = horizons

    async def mode(self, guild_id: int) -> GuardMode:
        """What AutoMod is to do on a server."""
        return await self._db.read(places.load_guard, guild_id=guild_id)

    async def check(self, asker: Asker, mode: GuardMode) -> int:
        """The server's id. Raises EtoileError("guard-needs-log") where alerts would go nowhere."""
        guild_id = self._horizons.authorise(asker)
        settings = await self._horizons.settings(guild_id)
        if mode is GuardMode.TELL and settings.log_channel_id is None:
            raise EtoileError("guard-needs-log")
        return guild_id

    async def set_mode(self, guild_id: int, mode: GuardMode, note: LogNote | None = None) -> None:
        """Remember what AutoMod is to do; whoever calls this brings the rules into step, or a job does."""
        await self._db.write(noted(places.set_guard, note), guild_id=guild_id, mode=mode, at=self._clock.now())

    async def follow(self, guild_id: int) -> None:
        """A channel was made: where AutoMod is used, the rules have to know whether they hold in it."""
        await self._db.write(places.guard_follows, guild_id, self._clock.now())

    async def plan(self, guild_id: int, channel_ids: Iterable[int], *, others: int) -> Plan:
        """The rules for a server with these channels, in which somebody else made `others` of the same kind."""
        settings = await self._horizons.settings(guild_id)
        own = await self._db.read(places.list_channel_horizons, guild_id=guild_id)
        horizons = {channel_id: own.get(channel_id, settings.horizon) for channel_id in channel_ids}
        return plan(self._pack.watch, horizons, most=max(MOST_RULES - others, 0))
