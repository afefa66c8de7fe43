"""Which hours a time of day can mean, given the part of the day that was named."""

from __future__ import annotations

from bot.domain.phrases.elements import Clock, Part, PartName

_WINDOWS: dict[PartName, range] = {
    "morning": range(12),
    "afternoon": range(12, 20),
    "evening": range(16, 27),
    "night": range(17, 29),
}
"""The hours of each part, counted from the day's beginning: the night goes on after midnight."""


def window(part: Part) -> range:
    """The hours of this part of the day, counted from the day's beginning."""
    return _WINDOWS[part.name]


def hours_meant(clock: Clock, parts: tuple[Part, ...], *, named: bool) -> tuple[int, ...]:
    """The hours, counted from the beginning of the day, that the clock can mean; 24 is the midnight that ends it.

    `named`: a day was named. Empty when the time and the part of the day do not fit together.
    """
    if len(parts) > 1:  # "cette nuit à 2h du matin": the night says which, the morning agrees
        first, second = sorted(parts, key=lambda part: part.name == "morning")
        agreed = {hour % 24 for hour in hours_meant(clock, (second,), named=named)}
        return tuple(hour for hour in hours_meant(clock, (first,), named=named) if hour % 24 in agreed)
    if not parts:
        if clock.midnight:
            return (0, 24) if named else (0,)
        if not clock.open:
            return (clock.hour,)
        if clock.hour == 12:
            return (0, 12, 24) if named else (0, 12)
        return (clock.hour, clock.hour + 12)
    part = parts[0]
    hours = window(part)
    hour = clock.hour % 24
    found = {hour, hour + 24}
    if (clock.open or clock.loose) and clock.half is None and 0 < hour <= 12:
        found.add(hour + 12)
        if hour == 12:
            found.add(24)
            found.discard(36)
    fitting = {each for each in found if each in hours}
    if part.name == "morning" and clock.open and hour == 12:
        return ()
    if part.name in {"evening", "night"} and 0 < hour < 5 and not fitting & {hour + 12}:
        fitting.add(hour)  # "friday night 1am": the night to Saturday, to most
    return tuple(sorted(fitting))
