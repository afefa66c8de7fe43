"""Times of day as people type them: "9pm", "20 h 30", "midnight"; and which of two halves of the day is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from bot.domain.locale import Locale
from bot.errors import EtoileError

_PART = r"(?:\s*(?P<part>in the morning|du matin|in the evening|at night|du soir|in the afternoon|de l'apres-midi))?"
_TIMES = (
    re.compile(r"(?<![\d:/.-])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.?|p\.m\.?)(?!\w)"),
    re.compile(r"(?<![\d:/.-])(?P<hour>\d{1,2})\s*(?P<french>h|heures?)(?:\s*(?P<minute>\d{2}))?(?!\w)" + _PART),
    re.compile(r"(?<![\d:/.-])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?(?![\d:])" + _PART),
    re.compile(r"(?<!\w)(?P<word>noon|midday|midnight|midi|minuit)(?!\w)"),
    re.compile(r"(?<!\S)(?:at |a )(?P<hour>\d{1,2})(?!\S)" + _PART),
    re.compile(r"^(?P<hour>\d{1,2})$"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay:
    """A time of day as typed. `sure`: it can only mean one half of the day."""

    hour: int
    minute: int
    sure: bool
    midnight: bool = False
    morning: bool = False


def take_time(text: str, locale: Locale) -> tuple[str, TimeOfDay | None]:
    """The text without its time of day, and that time."""
    for pattern in _TIMES:
        if (found := pattern.search(text)) is not None:
            break
    else:
        return text, None
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
    groups = found.groupdict()
    if word := groups.get("word"):
        midnight = word in {"midnight", "minuit"}
        return rest, TimeOfDay(hour=0 if midnight else 12, minute=0, sure=True, midnight=midnight)
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    part = groups.get("part") or ""
    half = (groups.get("half") or "").replace(".", "")
    if half or part:
        late = half == "pm" or any(word in part for word in ("evening", "night", "soir", "afternoon", "apres-midi"))
        if half and not 1 <= hour <= 12:
            raise EtoileError("when-not-understood")
        if hour == 12 and half:
            hour = 12 if late else 0
        elif late and hour < 12:
            hour += 12
        return rest, _checked(hour, minute, sure=True, morning=not late)
    bare = "minute" not in groups or groups["minute"] is None
    french = bool(groups.get("french"))
    leading_zero = found.group("hour").startswith("0")
    sure = french or leading_zero or hour == 0 or hour > 12
    if not bare and not sure:
        sure = locale is Locale.FR or hour == 12  # who writes French counts to 24
    if bare and not french and hour > 12 and not found.group().startswith(("at ", "a ")):
        raise EtoileError("when-not-understood")
    return rest, _checked(hour, minute, sure=sure)


def _checked(hour: int, minute: int, *, sure: bool, morning: bool = False) -> TimeOfDay:
    if hour == 24 and minute == 0:
        raise EtoileError("when-midnight")
    if hour > 23 or minute > 59:
        raise EtoileError("when-not-understood")
    return TimeOfDay(hour=hour, minute=minute, sure=sure, morning=morning)


def time_of(clock: TimeOfDay, *, day: date | None, evening: bool) -> time:
    """The time of day that is meant, given whether an evening was named."""
    if clock.midnight and day is not None and not evening:
        raise EtoileError("when-midnight")
    if evening and not clock.midnight:
        if clock.morning or clock.hour == 0:
            raise EtoileError("when-midnight")
        if clock.hour < 12:
            return time(clock.hour + 12, clock.minute)
    if not clock.sure:
        other = clock.hour + 12 if clock.hour < 12 else 0
        early, late = sorted((clock.hour % 24, other % 24))
        raise EtoileError(
            "when-which-half", first=f"{early:02}:{clock.minute:02}", second=f"{late:02}:{clock.minute:02}"
        )
    return time(clock.hour, clock.minute)
