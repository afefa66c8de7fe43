"""Calendar files (.ics): the parties for any calendar, with stable ids, so that a second import updates the first.

Neutral like everything that stands outside a spoiler: episode numbers, never titles or plot. Times are instants in UTC,
which every calendar shows in its owner's zone. icalendar is loaded when the first file is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One party in a calendar. `sequence` rises with every change of it; `link` leads back to its card. `busy`: whoever
    asked for the file comes."""

    uid: str
    title: str
    text: str
    start: datetime
    end: datetime
    sequence: int
    cancelled: bool
    place: str
    link: str
    busy: bool = False


ORGANIZER = "mailto:noreply@etoile-bot.invalid"
"""RFC 5546 wants an organizer in what is published; nobody is named, and mail to it goes nowhere."""


def google_url(entry: Entry) -> str:
    """The address at which Google's calendar offers to keep the entry."""
    hours = f"{entry.start.astimezone(UTC):%Y%m%dT%H%M%SZ}/{entry.end.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    query = {"action": "TEMPLATE", "text": entry.title, "dates": hours, "details": entry.text, "location": entry.place}
    return f"https://calendar.google.com/calendar/render?{urlencode(query)}"


def calendar_file(entries: Sequence[Entry], *, name: str, now: datetime) -> bytes:
    """The text of an .ics file with these entries, which say that they were made in this minute.

    Takes a millisecond and more for each entry that nobody asked for in this minute: call it in a thread.
    """
    import icalendar

    head = {"prodid": "-//Étoile bot//watch parties//EN", "version": "2.0", "method": "PUBLISH", "x-wr-calname": name}
    calendar = _text(icalendar.Calendar(), head).removesuffix(END)
    minute = now.replace(second=0, microsecond=0)
    return calendar + b"".join(_event(entry, minute) for entry in entries) + END


END = b"END:VCALENDAR\r\n"


@lru_cache(maxsize=512)
def _event(entry: Entry, now: datetime) -> bytes:
    """One entry. Remembered, because a whole server asks for the same ones when its parties are announced."""
    import icalendar

    values = {
        "uid": entry.uid,
        "dtstamp": now,
        "last-modified": now,
        "dtstart": entry.start,
        "dtend": entry.end,
        "summary": entry.title,
        "description": entry.text,
        "location": entry.place,
        "url": entry.link,
        "sequence": entry.sequence,
        "status": "CANCELLED" if entry.cancelled else "CONFIRMED",
        "transp": "OPAQUE" if entry.busy and not entry.cancelled else "TRANSPARENT",
        "organizer": ORGANIZER,
    }
    return _text(icalendar.Event(), values)


def _text(component: Any, values: dict[str, Any]) -> bytes:
    for name, value in values.items():
        component.add(name, value)
    return component.to_ical()
