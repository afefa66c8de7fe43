"""Time zones by the names that people use: cities, capitals and countries, in English and in French."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from zoneinfo import available_timezones

from bot.domain.slips import letters_apart
from bot.domain.zone_names.cities import CITIES, FEATURED, MOVED
from bot.domain.zone_names.countries import COUNTRIES, SEVERAL

__all__ = [
    "FEATURED",
    "MOVED",
    "every_zone",
    "find_zones",
    "folded_name",
    "is_zone",
    "names",
    "zones",
    "zones_named",
]

_NO_CITIES = ("Etc/", "US/", "Canada/", "Mexico/", "Brazil/", "Chile/", "SystemV/", "posix/", "right/")


def folded_name(name: str) -> str:
    """A name in lower case, without accents, its words parted by single spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l").replace("ø", "o"))
    kept = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join(kept.split())


@cache
def every_zone() -> frozenset[str]:
    """Every zone of the database, old names as well. The first call looks at some six hundred files."""
    return frozenset(available_timezones())


@cache
def zones() -> frozenset[str]:
    """Every zone that a city gives its name, and UTC."""
    return frozenset(
        zone for zone in every_zone() if zone == "UTC" or ("/" in zone and not zone.startswith(_NO_CITIES))
    )


def is_zone(name: str) -> bool:
    """Whether this is the IANA name of a zone that we keep."""
    return name in zones()


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """Every known name (folded) with the zones that it can mean, the likeliest first."""
    found: dict[str, list[str]] = {}

    def add(name: str, *meant: str) -> None:
        known = found.setdefault(folded_name(name), [])
        known.extend(zone for zone in meant if zone not in known)

    for line in CITIES.split("\n"):
        zone, _, cities = line.partition("|")
        for name in filter(None, cities.split(",")):
            add(name, zone)
    for line in filter(None, COUNTRIES.split("\n")):
        head, called, capitals = line.split("|")
        code, zone = head.split(" ")
        several = SEVERAL[code] if zone.startswith("*") else (zone,)
        for name in capitals.split(","):
            add(name, zone.removeprefix("*"))
        for name in called.split(","):
            if folded_name(name) not in found or several != (zone,):
                add(name, *several)
        add(f"flag{code}", *several)
    for zone in sorted(zones()):
        name = folded_name(zone.rsplit("/", 1)[-1])
        if name not in found or zone not in MOVED:
            add(name, MOVED.get(zone, zone))
    return {name: tuple(zones) for name, zones in found.items()}


@cache
def _whole_names() -> dict[str, str]:
    """The zones that are suggested, with their folded IANA names."""
    return {zone: folded_name(zone) for zone in zones() if zone not in MOVED}


def zones_named(name: str) -> tuple[str, ...]:
    """The zones that a city, a capital or a country of this name can mean; none for an unknown name."""
    return names().get(folded_name(name), ())


def find_zones(query: str, limit: int = 25) -> list[str]:
    """The zones that a name, or its beginning, can mean, best first. For an empty query, the usual ones.

    Misspelt names are found as well, when they are nearly right: a far guess helps nobody.
    """
    wanted = folded_name(query[:60])
    if not wanted:
        return list(FEATURED)[:limit]
    scored: dict[str, float] = {}
    tight = wanted.replace(" ", "")
    for name, meant in names().items():
        score = 0.0 if name.startswith("flag") else _score(name, wanted, tight)
        for place, zone in enumerate(meant):
            scored[zone] = max(scored.get(zone, 0.0), score - place / 100 if score else 0.0)
    for zone, name in _whole_names().items():
        if wanted in name:
            scored[zone] = max(scored.get(zone, 0.0), 70.0)
    if not any(scored.values()) and len(wanted) >= 4:
        for name, meant in names().items():
            if name[0] == wanted[0] and abs(len(name) - len(wanted)) <= 2:
                scored[meant[0]] = max(scored.get(meant[0], 0.0), _slip(name, wanted))
    ranked = sorted(
        (zone for zone, score in scored.items() if score > 0),
        key=lambda zone: (-scored[zone], FEATURED.index(zone) if zone in FEATURED else len(FEATURED), zone),
    )
    return ranked[:limit]


def _score(name: str, wanted: str, tight: str) -> float:
    """How well `name` fits what was typed: 110 the same, 100 its beginning, 80 one of its words."""
    if name == wanted or name.replace(" ", "") == tight:
        return 110.0
    if name.startswith(wanted):
        return 100.0
    if any(word.startswith(wanted) for word in name.split()):
        return 80.0
    return 0.0


def _slip(name: str, wanted: str) -> float:
    """60 to 70 for one wrong, missing, added or swapped letter, and two in a long name; 0 for more."""
    wrong = letters_apart(name, wanted)
    return 70.0 - 4 * wrong if wrong <= (2 if len(wanted) > 6 else 1) else 0.0
