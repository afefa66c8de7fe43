"""In which time zone a member lives: told once, found by the name of a city, else the server's."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

from bot.clock import Clock
from bot.domain.reading import Asker
from bot.errors import EtoileError
from bot.store import zones
from bot.store.engine.database import Database

_NO_CITIES = ("Etc/", "US/", "Canada/", "Mexico/", "Brazil/", "Chile/", "SystemV/", "posix/", "right/")
_OTHER_NAMES = {
    "America/New_York": "Boston Washington Philadelphie Philadelphia Miami Atlanta",
    "America/Los_Angeles": "San_Francisco Seattle San_Diego Las_Vegas Hollywood",
    "America/Chicago": "Dallas Houston Austin Nouvelle-Orleans New_Orleans",
    "America/Denver": "Salt_Lake_City",
    "America/Toronto": "Montreal Quebec Ottawa",
    "Europe/Paris": "Lyon Marseille Toulouse Lille Nice Bordeaux Nantes Strasbourg",
    "Europe/London": "Londres Manchester Edinburgh Edimbourg",
    "Europe/Brussels": "Bruxelles Liege Anvers",
    "Europe/Zurich": "Geneve Geneva Lausanne Bale",
    "Europe/Lisbon": "Lisbonne",
    "Europe/Berlin": "Munich Hambourg Hamburg Francfort Frankfurt Cologne",
    "Europe/Rome": "Milan",
    "Europe/Madrid": "Barcelona Barcelone",
    "Europe/Warsaw": "Varsovie",
    "Europe/Vienna": "Vienne",
    "Europe/Moscow": "Moscou",
    "Europe/Copenhagen": "Copenhague",
    "Europe/Athens": "Athenes",
    "Africa/Algiers": "Alger",
    "Africa/Cairo": "Le_Caire",
    "Asia/Tokyo": "Osaka",
    "Asia/Kolkata": "Mumbai Delhi Bangalore",
    "Asia/Shanghai": "Beijing Pekin",
    "Asia/Singapore": "Singapour",
    "Asia/Beirut": "Beyrouth",
    "Indian/Reunion": "Saint-Denis",
    "Australia/Sydney": "Canberra",
    "America/Mexico_City": "Mexico",
    "America/Sao_Paulo": "Rio_de_Janeiro",
}
FEATURED: tuple[str, ...] = (
    "America/New_York",
    "Europe/Paris",
    "Europe/London",
    "America/Toronto",
    "America/Los_Angeles",
    "UTC",
)


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
    """The zone of an IANA name, or of a city typed in full. Raises EtoileError("when-zone-unknown")."""
    if text in _zones():
        return text
    wanted = _folded(text)
    found = {zone for name, zone in _cities() if name == wanted}
    if len(found) != 1:
        raise EtoileError("when-zone-unknown")
    return found.pop()


def find_zones(query: str, limit: int = 25) -> list[str]:
    """The zones that `query` (a city, or part of a zone's name) can mean, best first. For an empty one, the usual."""
    wanted = _folded(query[:60])
    if not wanted:
        return list(FEATURED)[:limit]
    from rapidfuzz import fuzz, process

    cities = _cities()
    names = [name for name, _ in cities]
    scored: dict[str, float] = {}
    for name, score, position in process.extract(wanted, names, scorer=fuzz.ratio, score_cutoff=60, limit=200):
        zone = cities[position][1]
        scored[zone] = max(scored.get(zone, 0.0), score - (0 if name[0] == wanted[0] else 20))
    for name, zone in cities:
        if name.startswith(wanted):
            scored[zone] = max(scored.get(zone, 0.0), 101.0 + (10 if name == wanted else 0))
        elif wanted in f"{name} {_folded(zone)}":
            scored[zone] = max(scored.get(zone, 0.0), 75.0)
    ranked = sorted(scored, key=lambda zone: (-scored[zone], zone not in FEATURED, zone))
    return [zone for zone in ranked if scored[zone] >= 60][:limit]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join(kept.split())


@cache
def _zones() -> frozenset[str]:
    return frozenset(
        zone for zone in available_timezones() if zone == "UTC" or ("/" in zone and not zone.startswith(_NO_CITIES))
    )


@cache
def _cities() -> list[tuple[str, str]]:
    """(folded name of a city, zone), the zone's own city first."""
    own = [(_folded(zone.rsplit("/", 1)[-1]), zone) for zone in sorted(_zones())]
    other = [(_folded(name), zone) for zone, names in _OTHER_NAMES.items() for name in names.split()]
    named = {name for name, _ in other}
    return [pair for pair in own if pair[0] not in named] + other
