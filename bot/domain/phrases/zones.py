"""Zones as people type them: offsets, letters, cities and countries, IANA names, flags.

Sources of the letters: the abbreviations of the time-zone database, and Canada's official French ones (HNE, HAE, …).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bot.domain.phrases.elements import Zoned
from bot.domain.phrases.line import Line
from bot.domain.phrases.tables import listed, ways, words
from bot.domain.zone_names import MOVED, every_zone, names

_NEW_YORK, _CHICAGO, _DENVER, _LA = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"
_FIXED = """
est -05:00 America/New_York|edt -04:00 America/New_York|cdt -05:00 America/Chicago|mst -07:00 America/Denver
mdt -06:00 America/Denver|pst -08:00 America/Los_Angeles|pdt -07:00 America/Los_Angeles|akst -09:00 America/Anchorage
akdt -08:00 America/Anchorage|hst -10:00|adt -03:00 America/Halifax|nst -03:30 America/St_Johns
ndt -02:30 America/St_Johns|hne -05:00 America/Toronto|hae -04:00 America/Toronto|hnc -06:00 America/Winnipeg
hac -05:00 America/Winnipeg|hnr -07:00 America/Edmonton|har -06:00 America/Edmonton|hnp -08:00 America/Vancouver
hap -07:00 America/Vancouver|hna -04:00 America/Halifax|haa -03:00 America/Halifax|hnt -03:30 America/St_Johns
hat -02:30 America/St_Johns|wet +00:00 Europe/Lisbon|west +01:00 Europe/Lisbon|cet +01:00 Europe/Paris
cest +02:00 Europe/Paris|eet +02:00 Europe/Athens|eest +03:00 Europe/Athens|msk +03:00|sast +02:00|eat +03:00
wat +01:00|cat +02:00|pkt +05:00|npt +05:45|ict +07:00|wib +07:00|wita +08:00|wit +09:00|sgt +08:00|myt +08:00
hkt +08:00|pht +08:00|jst +09:00|kst +09:00|awst +08:00|acst +09:30 Australia/Adelaide
acdt +10:30 Australia/Adelaide|aest +10:00 Australia/Sydney|aedt +11:00 Australia/Sydney
nzst +12:00 Pacific/Auckland|nzdt +13:00 Pacific/Auckland|brt -03:00|art -03:00|clt -04:00 America/Santiago
clst -03:00 America/Santiago|cot -05:00|pet -05:00|vet -04:00|uyt -03:00|trt +03:00|idt +03:00 Asia/Jerusalem
irst +03:30|uzt +05:00|chst +10:00|pyt -03:00|bot -04:00|nct +11:00|ret +04:00|mut +04:00|hkst +09:00
"""
_SEVERAL: dict[str, tuple[str, ...]] = {
    "cst": ("UTC-06:00@America/Chicago", "Asia/Shanghai"),
    "ist": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
    "bst": ("UTC+01:00@Europe/London", "Asia/Dhaka"),
    "ast": ("UTC-04:00@America/Halifax", "Asia/Riyadh"),
    "gst": ("Asia/Dubai", "Atlantic/South_Georgia"),
    "sst": ("Asia/Singapore", "Pacific/Pago_Pago"),
    "ect": ("America/Guayaquil", "Europe/Paris"),
    "amt": ("America/Manaus", "Asia/Yerevan"),
    "act": ("Australia/Adelaide", "America/Rio_Branco"),
    "wst": ("Australia/Perth", "Pacific/Apia"),
}
_BY_DATE: dict[str, str] = {
    name: zone
    for zone, called in (
        (_NEW_YORK, "et|eastern|us eastern|east coast|cote est|la cote est|eastern standard|eastern daylight|ny"),
        (_CHICAGO, "ct|central|us central|central standard|central daylight"),
        (_DENVER, "mt|mountain|us mountain|mountain standard|mountain daylight"),
        (_LA, "pt|pacific|us pacific|west coast|cote ouest|la cote ouest|pacific standard|pacific daylight|la"),
        ("America/Anchorage", "akt"),
        ("America/Halifax", "atlantic|l atlantique"),
        ("America/Toronto", "l est|quebecoise"),
        ("America/Winnipeg", "centre"),
        ("America/Edmonton", "rocheuses"),
        ("America/Vancouver", "pacifique"),
        ("Australia/Sydney", "aet"),
        ("Asia/Tokyo", "japonaise"),
        ("Europe/Paris", "central european|fr|french|francaise|metropole|la metropole"),
        ("Europe/London", "british|anglaise|london uk"),
        ("Europe/Brussels", "belge"),
        ("Europe/Zurich", "suisse|swiss"),
        ("Europe/Berlin", "allemande"),
    )
    for name in called.split("|")
}
_AFTER_A_TIME = frozenset(words("et cat eat wit art pet cot act bot hat west wet"))
"""Letters that are words too: they name a zone only right behind a time of day."""
_US_ZONES = frozenset({"eastern", "central", "mountain", "pacific"})
_BEHIND_A_TIME = _US_ZONES | {"ny"}
_MARKED_ONLY = _US_ZONES | listed(
    "pacifique|rocheuses|centre|atlantic|french|francaise|british|belge|suisse|swiss|quebecoise|japonaise|anglaise"
    "|allemande|la|fr|l est|l atlantique|metropole|la metropole|ny|us|dc|kl|sf|hk|nice|troll|casey|davis|knox|nome"
    "|easter|male|jordan|chad|georgia|jersey|victoria|reading|split|tours|nancy|brest|cork|bergen|java|cali|rio|sucre"
    "|douglas|cambridge|florence|maurice|hamilton|kingston|stanley|salvador|austin|charlotte|orlando|metz|dili"
    "|virginia|maine|virginie|lima|saint denis|vienne|dominique|dominica|grenade|midway|wake|queensland|tasmania"
)
"""Names that are words or people's names too: they name a zone only with "time", "heure de" or "in" beside them."""
_SPARED = frozenset(
    {"christmas", "north", "south", "west", "east", "center", "current", "act", "yap", "truk", "virgin"}
)
_BEFORE = ways("heure locale de|heure de|heure du|heure d|heure des|heure|in|a|au|aux|en|de|sur")
_BEHIND_ONLY = {("de",), ("sur",)}
"""They lead to a zone only right behind a time: "21h de Paris"."""
_AFTER = ways("local time|time zone|timezone|standard time|daylight time|time|tz")
_OWN = ways("my time|my timezone|local time|heure locale|mon heure|chez moi")
_TIME_ENDS = frozenset(
    words("am pm h a p hrs oclock heures heure morning afternoon evening night matin soir midi noon")
)


@cache
def _letters() -> dict[str, tuple[str, ...]]:
    found = dict(_SEVERAL)
    for entry in _FIXED.replace("\n", "|").split("|"):
        if entry:
            letters, offset, *mate = entry.split(" ")
            found[letters] = (f"UTC{offset}@{mate[0]}" if mate else f"UTC{offset}",)
    return found


@cache
def _named() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Every name of a zone in words, by its first word."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    everything = {name: meant for name, meant in names().items() if name not in _SPARED}
    everything |= {name: (zone,) for name, zone in _BY_DATE.items()}
    for name, meant in everything.items():
        if not any(char.isdigit() for char in name):
            named = tuple(name.split())
            table.setdefault(named[0], []).append((named, meant))
    return table


@cache
def iana_names() -> dict[str, str]:
    """The IANA names with a slash, in lower case, and as they are spelt now."""
    everything = (zone for zone in every_zone() if "/" in zone)
    return {zone.casefold(): MOVED.get(zone, zone) for zone in everything if not zone.startswith(("posix/", "right/"))}


@cache
def first_words() -> frozenset[str]:
    """Letters and names of one word."""
    return frozenset(_letters()) | {named[0] for rows in _named().values() for named, _ in rows if len(named) == 1}


def zoned(line: Line, at: int, *, home: str) -> Iterator[tuple[int, Zoned]]:
    """Every zone that can begin at this token, and where it ends. `home`: the zone of whoever types."""
    if line.kind(at) == "iana":
        yield at + 1, Zoned((iana_names()[line.word(at)],))
        return
    yield from _offset(line, at)
    for own in _OWN:
        if line.says(at, *own):
            yield at + len(own), Zoned((home,), own=True)
    letters = line.word(at)
    meant = _letters().get(letters)
    after_time = line.kind(at - 1) == "number" or line.word(at - 1) in _TIME_ENDS
    if meant is not None and (letters not in _AFTER_A_TIME or after_time):
        if letters == "est" and home.startswith("Australia/"):
            meant = (*meant, "Australia/Sydney")
        yield at + 1, Zoned(meant, letters)
        if line.says(at + 1, "time"):
            yield at + 2, Zoned(meant, letters)
    yield from _by_name(line, at, after_time=after_time)


def _by_name(line: Line, at: int, *, after_time: bool) -> Iterator[tuple[int, Zoned]]:
    """ "paris", "heure de paris", "in tokyo", "pacific time", "8pm ET"."""
    before = next((marks for marks in _BEFORE if line.says(at, *marks)), ())
    if before in _BEHIND_ONLY and not after_time:
        before = ()
    for skip in {0, len(before)}:
        start = at + skip
        for named, meant in _named().get(line.word(start), ()):
            if not line.says(start, *named):
                continue
            end, name = start + len(named), " ".join(named)
            if name in _AFTER_A_TIME and not (skip == 0 and _beside_time(line, start, end, after_time=after_time)):
                continue
            after = next((marks for marks in _AFTER if line.says(end, *marks)), ())
            marked = skip or after or name not in _MARKED_ONLY or (after_time and name in _BEHIND_A_TIME)
            if marked and not (skip and before == ("heure",) and name not in _BY_DATE):
                yield end + len(after), Zoned(meant)


def _beside_time(line: Line, start: int, end: int, *, after_time: bool) -> bool:
    """Whether the letters stand beside a time. In French "et" is "and" where something follows that it could join."""
    if line.says(start, "et"):
        joins = line.kind(end) == "number" or line.word(end) in {"demie", "demi", "quart", "un", "une"}
        return not line.french or (after_time and not joins)
    return after_time or line.kind(end) == "number"


def _offset(line: Line, at: int) -> Iterator[tuple[int, Zoned]]:
    """ "UTC", "GMT+2", "UTC-05:30", "+01:00" behind a time, "Z" glued to one."""
    if line.word(at) in {"utc", "gmt"} or (line.says(at, "heure") and line.word(at + 1) in {"utc", "gmt"}):
        after = at + (2 if line.says(at, "heure") else 1)
        if line.word(after) in {"+", "-"}:
            yield from _signed(line, after, short=True)
        else:
            yield after, Zoned(("UTC",))
            if line.says(after, "time"):
                yield after + 1, Zoned(("UTC",))
    elif line.says(at, "temps", "universel"):
        yield at + 2, Zoned(("UTC",))
    elif line.word(at) in {"zulu", "tu", "z"} and _is_utc(line, at):
        yield at + 1, Zoned(("UTC",))
    elif line.word(at) in {"+", "-"} and line.glued(at + 1):
        behind_time = line.kind(at - 1) == "number" or line.word(at - 1) in _TIME_ENDS
        apart = line.says(at, "+") or not line.glued(at) or line.glued_iso(at)
        whole = line.says(at, "+") and (line.is_number(at + 1, 4, 4) or line.says(at + 2, ":"))
        if (behind_time and apart) or whole:
            yield from _signed(line, at, short=False)


def _is_utc(line: Line, at: int) -> bool:
    """Whether "Z", glued to a time, or "Zulu" and "TU" behind one stand there."""
    if line.says(at, "z"):
        return line.glued(at) and line.kind(at - 1) == "number"
    return line.kind(at - 1) == "number" or line.word(at - 1) in _TIME_ENDS


def _signed(line: Line, at: int, *, short: bool) -> Iterator[tuple[int, Zoned]]:
    """A sign with hours, and minutes perhaps; one or two digits without minutes only behind "UTC"."""
    sign, digits, end = line.word(at), line.word(at + 1), at + 2
    if line.kind(at + 1) != "number":
        return
    minutes = 0
    if line.says(end, ":") and line.is_number(end + 1, 2, 2) and len(digits) <= 2:
        minutes, end = int(line.word(end + 1)), end + 2
    elif len(digits) == 4:
        digits, minutes = digits[:2], int(digits[2:])
    elif not short and len(digits) != 2:
        return
    if len(digits) <= 2 and int(digits) <= (14 if sign == "+" else 12) and minutes in {0, 15, 30, 45}:
        if not short and sign == "-" and int(digits) > 9 and not line.glued_iso(at):
            return  # "10:00 -12:00" is from ten to noon
        yield end, Zoned((f"UTC{sign}{int(digits):02}:{minutes:02}",))
