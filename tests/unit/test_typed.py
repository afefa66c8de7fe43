"""What people type, more than two thousand phrases: read rightly, fairly asked, or refused; never silently wrong.

The phrases stand in `typed/`, each file with what it is; their meaning was worked out by hand before any was run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.locale import Locale
from bot.domain.playback import position_of
from bot.errors import EtoileError
from bot.when import Asked, AskedDay, parse_days, parse_rhythm, parse_weekdays, parse_when

NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
STANDS = datetime(2026, 12, 4, 20, 30)
ZONES = {"en": "America/New_York", "fr": "Europe/Paris"}


def lines(name: str) -> Iterator[str]:
    for line in (Path(__file__).parent / "typed" / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line


def meanings(read: Callable[[], str]) -> str:
    try:
        return read()
    except (Asked, AskedDay):
        return "ASK"
    except EtoileError:
        return "REFUSE"


def wrong(name: str, read: Callable[[str], str]) -> list[str]:
    """The phrases of a file of lists ("one|another = right") that are read as anything else."""
    found: list[str] = []
    for line in lines(name):
        typed, right = line.rsplit(" = ", 1)
        for phrase in typed.split("|"):
            meant = meanings(lambda phrase=phrase: read(phrase))
            if meant not in right.split("|"):
                found.append(f"{phrase}: {meant}, not {right}")
    return found


def test_a_phrase_means_what_its_writer_means() -> None:
    found: list[str] = []
    for line in lines("moments.tsv"):
        locale, phrase, right = line.split("\t")
        here = ZoneInfo(ZONES[locale])

        def read(phrase: str = phrase, locale: str = locale, here: ZoneInfo = here) -> str:
            meant = parse_when(phrase, now=NOW, zone=ZONES[locale], locale=Locale(locale))
            return meant.instant.astimezone(here).strftime("%Y-%m-%d %H:%M")

        if (meant := meanings(read)) not in right.split("|"):
            found.append(f"{locale} {phrase}: {meant}, not {right}")
    assert found == []


def test_what_is_typed_on_discord_means_what_its_writer_means() -> None:
    found: list[str] = []
    locale, zone, now = "", "", NOW
    for line in lines("discord.txt"):
        if line.startswith("@@"):
            locale, zone, at = line.split()[1:]
            now = datetime.fromisoformat(at).replace(tzinfo=UTC)
            continue
        phrase, right = line.rsplit(" = ", 1)

        def read(phrase: str = phrase, locale: str = locale, zone: str = zone, now: datetime = now) -> str:
            instant = parse_when(phrase, now=now, zone=zone, locale=Locale(locale)).instant
            return f"{instant.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}|{instant:%Y-%m-%d %H:%MZ}"

        meant = meanings(read)
        if not set(meant.split("|")) & set(right.split("|")):
            found.append(f"{locale} {zone} {phrase}: {meant}, not {right}")
    assert found == []


def test_an_edit_keeps_what_is_not_typed() -> None:
    found: list[str] = []
    locale, zone = "", ""
    for line in lines("edits.txt"):
        if line.startswith("@@"):
            locale, zone = line.split()[1:]
            continue
        phrase, right = line.rsplit(" = ", 1)

        def read(phrase: str = phrase, locale: str = locale, zone: str = zone) -> str:
            meant = parse_when(phrase, now=NOW, zone=zone, locale=Locale(locale), base=STANDS)
            return f"{meant.instant.astimezone(ZoneInfo(zone)):%m-%d %H:%M}"

        if (meant := meanings(read)) not in right.split("|"):
            found.append(f"{locale} {phrase}: {meant}, not {right}")
    assert found == []


def test_rhythms() -> None:
    assert wrong("rhythms.txt", lambda typed: parse_rhythm(typed).code) == []


def test_days_of_the_week() -> None:
    found = wrong("weekdays.txt", lambda typed: "".join(sorted(map(str, parse_weekdays(typed)))))
    assert found == []


def test_days_to_leave_out() -> None:
    found: list[str] = []
    for line in lines("days.txt"):
        locale, rest = line.split(" ", 1)
        typed, right = rest.split(" = ")
        for phrase in typed.split("|"):

            def read(phrase: str = phrase, locale: str = locale) -> str:
                days = parse_days(phrase, now=NOW, zone="Europe/Paris", locale=Locale(locale))
                return " ".join(sorted(day.isoformat() for day in days))

            if (meant := meanings(read)) not in right.split("|"):
                found.append(f"{locale} {phrase}: {meant}, not {right}")
    assert found == []


def test_places_in_an_episode() -> None:
    def read(typed: str) -> str:
        position = position_of(typed)
        if position is None:
            return "-"
        return "{}:{:02}".format(*divmod(int(position.total_seconds()), 60))

    assert wrong("positions.txt", read) == []
