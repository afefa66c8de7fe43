"""Calendar dates in words. Instants are shown as Discord timestamps instead, in each reader's own zone."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.show import PartialDate
from bot.text import Words


def day(words: Words, when: date) -> str:
    """A calendar day: "6 June 2025", « 6 juin 2025 »."""
    month = words(f"date-month-{when.month}")
    if when.day == 1:
        return words("date-first", month=month, year=str(when.year))
    return words("date-day", day=str(when.day), month=month, year=str(when.year))


def partial(words: Words, when: PartialDate) -> str:
    """A day, a month or a year, as exactly as it is known."""
    if when.day:
        return day(words, when.first_day)
    if when.month:
        return words("date-month", month=words(f"date-month-{when.month}"), year=str(when.year))
    return str(when.year)


def stamp(when: datetime, style: str = "F") -> str:
    """Discord's markup for an instant, which every client shows in its reader's zone and language."""
    return f"<t:{int(when.timestamp())}:{style}>"
