"""In which time zone a member lives: told once, found by the name of a city, else the server's."""

from __future__ import annotations

from dataclasses import dataclass

from bot.clock import Clock
from bot.domain.readers import Asker
from bot.domain.zone_names import MOVED, is_zone, zones_named
from bot.errors import EtoileError
from bot.store import zones
from bot.store.engine.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """A member's own zone and the server's."""

    own: str | None
    server: str | None

    @property
    def used(self) -> str | None:
        """The zone in which what the member types is read."""
        return self.own or self.server


class ZonesService:
    """Members' zones. They belong to the member and are the same on every server."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def of(self, asker: Asker) -> Zones:
        """Both zones, each None where nobody chose."""
        own, server = await self._db.read(zones.load_zone, user_id=asker.user_id, guild_id=asker.guild_id)
        return Zones(own=own, server=server)

    async def zone_of(self, asker: Asker) -> str | None:
        """The member's own zone, else the server's, else None: then it has to be asked."""
        return (await self.of(asker)).used

    async def tell(self, user_id: int, text: str) -> str:
        """Set the member's zone, by its IANA name or by a city that names one zone only. Returns the zone.

        Raises EtoileError("when-zone-unknown").
        """
        zone = named_zone(text)
        await self._db.write(zones.save_zone, user_id=user_id, zone=zone, at=self._clock.now())
        return zone

    async def clear(self, user_id: int) -> None:
        """Forget the member's zone."""
        await self._db.write(zones.forget_zone, user_id=user_id)


def named_zone(text: str) -> str:
    """The zone of an IANA name, or of a city or country that has one only. Raises EtoileError("when-zone-unknown")."""
    for part in (text, *(part.strip() for part in text[:200].split("·"))):  # a label has the name among its parts
        if is_zone(part):
            return MOVED.get(part, part)
    found = zones_named(text[:100])
    if len(found) != 1:
        raise EtoileError("when-zone-unknown")
    return found[0]
