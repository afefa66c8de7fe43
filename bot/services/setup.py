"""A server's choices, made one at a time: each is stored at once, so the set-up can be left and taken up again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.domain.guild_settings import GuildSettings
from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.services.zones import named_zone
from bot.store import guild_settings as places
from bot.store import lifecycle
from bot.store.engine.database import Database, Transaction

MOST_HOST_ROLES = 25


class SetupService:
    """Reading and changing what is settled for a server. Only who manages the server may."""

    def __init__(self, db: Database, clock: Clock, standing_version: int) -> None:
        self._db = db
        self._clock = clock
        self._standing = standing_version

    async def settings(self, guild_id: int) -> GuildSettings:
        """The server's settings, for whatever reads them on the server's behalf."""
        return await self._db.read(places.load_guild, guild_id=guild_id)

    async def locale(self, asker: Asker) -> Locale:
        """The language of what the bot posts for everybody where the asker is."""
        if asker.guild_id is None:
            return asker.locale
        return (await self.settings(asker.guild_id)).locale or asker.server_locale

    async def open(self, asker: Asker) -> GuildSettings:
        """The settings, for who may change them. Raises EtoileError."""
        return await self.settings(checked(asker))

    async def set_locale(self, asker: Asker, locale: Locale | None) -> GuildSettings:
        """The language of public messages; None follows Discord's setting of the server."""
        return await self._change(asker, locale=locale)

    async def set_zone(self, asker: Asker, name: str | None) -> GuildSettings:
        """The server's zone, by IANA name or city. Raises EtoileError("when-zone-unknown")."""
        return await self._change(asker, zone=None if name is None else named_zone(name))

    async def set_channels(self, asker: Asker, **channels: int | None) -> GuildSettings:
        """`party_channel_id`, `poll_channel_id` or both; None takes it back. (The log: `HorizonsService.log_to`.)"""
        return await self._change(asker, **channels)

    async def set_hosts(self, asker: Asker, role_ids: Collection[int]) -> GuildSettings:
        """Who may create parties and polls; nobody named means everybody."""
        return await self._change(asker, host_role_ids=frozenset(list(role_ids)[:MOST_HOST_ROLES]))

    async def use_usual(self, asker: Asker, *, zone: str, channel_id: int | None) -> GuildSettings:
        """Settle what is still open as most servers have it: this zone, and this channel for parties and polls. What
        was chosen stays; everything else has a usual choice already."""
        before = await self.open(asker)
        return await self._change(
            asker,
            zone=before.zone or named_zone(zone),
            party_channel_id=before.party_channel_id or channel_id,
            poll_channel_id=before.poll_channel_id or channel_id,
        )

    async def set_announce(self, asker: Asker, *, announce: bool) -> GuildSettings:
        """Whether the server wants to hear when the standing of the series changes. What stands now is not told."""
        return await self._change(asker, announce=announce)

    async def _change(self, asker: Asker, **values: Any) -> GuildSettings:
        return await self._db.write(self._changed, checked(asker), values, self._clock.now())

    def _changed(self, guild_id: int, values: dict[str, Any], now: datetime) -> Transaction[GuildSettings]:
        before, after = yield from places.change_guild(
            guild_id=guild_id, how=lambda settings: replace(settings, **values), at=now
        )
        if after.announce and not before.announce:
            yield from lifecycle.know_standing(guild_id=guild_id, version=self._standing)
        return after


def checked(asker: Asker) -> int:
    """The server of an asker who may set it up. Raises EtoileError."""
    if asker.guild_id is None:
        raise EtoileError("error-server-only")
    if not asker.manages_server:
        raise EtoileError("admin-not-yours")
    return asker.guild_id
