"""Calendar files, read back by two libraries that did not write them."""

from __future__ import annotations

import warnings
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.calendar_files import Entry, calendar_file

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what the reading library's own dependencies warn about
    import ics
    import vobject

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
PARTY = Entry(
    uid="party-1@etoile-bot",
    title="Soirée Étoile · Épisode 5",
    text="Dis si tu viens : https://discord.com/channels/1/2/3, à bientôt ; merci\nÉtoile",
    start=datetime(2026, 12, 4, 20, 0, tzinfo=UTC),
    end=datetime(2026, 12, 4, 21, 0, tzinfo=UTC),
    sequence=0,
    cancelled=False,
    place="Discord",
    link="https://discord.com/channels/1/2/3",
)


def read(data: bytes) -> dict[str, ics.Event]:
    """The entries of a file by their uid, as a calendar would take them in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {event.uid: event for event in ics.Calendar(data.decode()).events}


def sequence(event: ics.Event) -> int:
    return next(int(line.value) for line in event.extra if line.name == "SEQUENCE")


def test_everything_arrives() -> None:
    event = read(calendar_file([PARTY], name="Étoile", now=NOW))[PARTY.uid]
    assert event.name == PARTY.title
    assert event.description == PARTY.text
    assert (event.begin.datetime, event.end.datetime) == (PARTY.start, PARTY.end)
    assert (event.status, event.url, event.location) == ("CONFIRMED", PARTY.link, "Discord")


def test_a_second_import_updates_what_moved_and_what_was_called_off() -> None:
    other = replace(PARTY, uid="series-7-2@etoile-bot")
    mine = read(calendar_file([PARTY, other], name="Étoile", now=NOW))
    moved = replace(PARTY, start=PARTY.start + timedelta(days=1), end=PARTY.end + timedelta(days=1), sequence=1)
    off = replace(other, cancelled=True, sequence=2)
    for uid, event in read(calendar_file([moved, off], name="Étoile", now=NOW)).items():
        assert sequence(event) > sequence(mine[uid])
        mine[uid] = event
    assert len(mine) == 2
    assert mine[PARTY.uid].begin.datetime == moved.start
    assert mine[other.uid].status == "CANCELLED"


@pytest.mark.parametrize("text", ["a" * 300, "é" * 200, "a;b,c\\d\nBEGIN:VEVENT", "🩰" * 60])
def test_odd_texts_survive_folding_and_cannot_forge_an_entry(text: str) -> None:
    (event,) = read(calendar_file([replace(PARTY, text=text)], name="x", now=NOW)).values()
    assert event.description == text
    assert all(len(line) <= 75 for line in calendar_file([replace(PARTY, text=text)], name="x", now=NOW).split(b"\r\n"))


def test_another_library_reads_the_same() -> None:
    off = replace(PARTY, uid="series-7-2@etoile-bot", cancelled=True, sequence=3, busy=True)
    coming = replace(PARTY, uid="series-7-3@etoile-bot", busy=True, text="a;b,c\\d\n" + "é🩰" * 90)
    data = calendar_file([PARTY, off, coming], name="Étoile", now=NOW)
    read_by_one = read(data)
    reader: Any = vobject
    calendar: Any = reader.readOne(data.decode())
    assert (calendar.method.value, calendar.x_wr_calname.value) == ("PUBLISH", "Étoile")
    assert len(calendar.vevent_list) == len(read_by_one) == 3
    for event in calendar.vevent_list:
        other = read_by_one[event.uid.value]
        assert (event.summary.value, event.description.value) == (other.name, other.description)
        assert (event.dtstart.value, event.dtend.value) == (other.begin.datetime, other.end.datetime)
        assert (event.status.value, int(event.sequence.value)) == (other.status, sequence(other))
        assert event.organizer.value.startswith("mailto:")
        assert event.transp.value == ("OPAQUE" if event.uid.value == coming.uid else "TRANSPARENT")
