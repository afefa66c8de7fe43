"""When people mean: what they type, in English or French or as Discord's own timestamp, becomes an instant.

What can mean two things is asked, never guessed, and the past is refused. Our own grammar (`bot.domain.phrases`) reads
the usual phrases. dateparser, which knows many more, is asked only where it gives the same answer however it is asked;
it is loaded when first needed, and runs in a thread because it can take a tenth of a second.
"""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.locale import Locale
from bot.domain.phrases import fits, folded, understand, understand_day, understand_weekdays
from bot.domain.walltime import readings
from bot.errors import EtoileError

FARTHEST = timedelta(days=731)
LONGEST_TEXT = 100

_STAMP = re.compile(r"<t:(-?\d{1,13})(?::[A-Za-z])?>")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?")
_ZONES = (
    (re.compile(r"(?:\s|^)\(?(?:utc|gmt)\)?$"), "UTC"),
    (re.compile(r"\s\(?(?:in |a |heure de |)paris(?: time)?\)?$"), "Europe/Paris"),
    (re.compile(r"\s\(?(?:in |a |heure de |)new[ -]york(?: time)?\)?$"), "America/New_York"),
)
_LETTERS = re.compile(r"\s\(?(?:[ecmp][sd]?t|bst|cest|cet|wet|west|ist|aest|(?:utc|gmt)\s?[+-]\s?\d{1,2})\)?$")


async def parse_when(text: str, *, now: datetime, zone: str, locale: Locale) -> datetime:
    """The instant (aware, UTC) that `text` means to somebody whose wall clock is in the IANA `zone`.

    Raises EtoileError when the text is not understood, means two things, lies in the past ("when-past") or more than
    two years ahead ("when-too-far"). The sentence says what to type instead.
    """
    if len(text) > LONGEST_TEXT:
        raise EtoileError("when-not-understood")
    instant = _exact(text) or await _read(text, now=now, zone=zone, locale=locale)
    instant = instant.replace(microsecond=0)
    if instant <= now:
        raise EtoileError("when-past")
    if instant - now > FARTHEST:
        raise EtoileError("when-too-far")
    return instant


def parse_day(text: str, *, now: datetime, zone: str) -> date:
    """The calendar day that `text` means to somebody in `zone`: "25 december", "4/12/2026", "2026-12-04".

    Raises EtoileError when it is not understood or means two days.
    """
    day = understand_day(text[:LONGEST_TEXT], now=now.astimezone(ZoneInfo(zone)).replace(tzinfo=None))
    if day is None:
        raise EtoileError("when-no-day")
    return day


def parse_weekdays(text: str) -> frozenset[int]:
    """The days of the week that `text` lists, 0 is Monday. Raises EtoileError("when-no-weekdays")."""
    days = understand_weekdays(text[:LONGEST_TEXT])
    if days is None:
        raise EtoileError("when-no-weekdays")
    return days


def _exact(text: str) -> datetime | None:
    """An instant that depends on no zone: Discord's timestamp, or ISO with an offset."""
    if (stamp := _STAMP.fullmatch(text.strip())) is not None:
        try:
            return datetime.fromtimestamp(int(stamp[1]), UTC)
        except (OverflowError, ValueError, OSError):
            raise EtoileError("when-too-far") from None
    if (iso := _ISO.fullmatch(folded(text))) is not None and iso[3]:
        offset = "+00:00" if iso[3] in {"z", "utc", "gmt"} else iso[3]
        try:
            return datetime.fromisoformat(f"{iso[1]}T{iso[2]}{offset}").astimezone(UTC)
        except (ValueError, OverflowError):
            raise EtoileError("when-no-such-day") from None
    return None


async def _read(text: str, *, now: datetime, zone: str, locale: Locale) -> datetime:
    plain = folded(text)
    for pattern, named in _ZONES:
        if (found := pattern.search(plain)) is not None:
            plain, zone = plain[: found.start()], named
            break
    else:
        if _LETTERS.search(plain):
            raise EtoileError("when-zone-letters")
    wall_now = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    iso = _ISO.fullmatch(plain)
    if iso is not None:  # who writes the year first counts to 24
        phrase = understand(f"{iso[1]} {iso[2]}", now=wall_now, locale=Locale.FR)
    else:
        phrase = understand(plain, now=wall_now, locale=locale)
    if phrase is not None and phrase.span is not None:
        return now + phrase.span
    wall = phrase.wall if phrase is not None else await asyncio.to_thread(_foreign, plain, wall_now)
    if wall is None:
        raise EtoileError("when-not-understood")
    return _instant(wall, zone)


def _instant(wall: datetime, zone: str) -> datetime:
    """The one instant of a wall time. Raises EtoileError when the clock skips it or shows it twice."""
    try:
        first, second = readings(wall, zone)
    except OverflowError:
        raise EtoileError("when-too-far") from None
    if first == second:
        return first
    here = ZoneInfo(zone)
    if first.astimezone(here).replace(tzinfo=None) != wall:
        raise EtoileError(
            "when-skipped", first=f"{second.astimezone(here):%H:%M}", second=f"{first.astimezone(here):%H:%M}"
        )
    early, late = first.astimezone(here), second.astimezone(here)
    raise EtoileError(
        "when-twice", first=early.isoformat(timespec="minutes"), second=late.isoformat(timespec="minutes")
    )


def _foreign(text: str, wall_now: datetime) -> datetime | None:
    """What dateparser makes of `text`, if it makes the same of it at another hour and in the other order of numbers,
    and if that agrees with the time of day and the weekday that we read in it.

    Runs in a thread. A text without a letter or without a digit is left alone: dateparser finds dates in anything.
    """
    if not (re.search(r"\d", text) and re.search(r"[a-z]", text)):
        return None
    import dateparser

    found: set[datetime | None] = set()
    for order, base in (("DMY", wall_now), ("MDY", wall_now), ("DMY", wall_now.replace(hour=(wall_now.hour + 5) % 24))):
        found.add(
            dateparser.parse(
                text,
                languages=["en", "fr"],
                settings={
                    "RELATIVE_BASE": base,
                    "PREFER_DATES_FROM": "future",
                    "DATE_ORDER": order,
                    "STRICT_PARSING": False,
                    "REQUIRE_PARTS": ["day", "month"],
                    "RETURN_AS_TIMEZONE_AWARE": False,
                    "PARSERS": ["absolute-time"],
                },
            )
        )
    one = found.pop() if len(found) == 1 else None
    return one if one is not None and fits(text, one) else None
