"""docs/hours.md says what is understood; here every line of its tables is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.locale import Locale
from bot.domain.phrases import Asked, Context, read_moment

PARIS = ZoneInfo("Europe/Paris")
CONTEXT = Context(now=datetime(2026, 11, 25, 17, 0, tzinfo=UTC), zone="Europe/Paris")
DOCUMENT = Path(__file__).parents[2] / "docs" / "hours.md"


def examples() -> Iterator[tuple[str, Locale, list[str]]]:
    """Each phrase of the tables, in which language it stands there, and what it is said to mean."""
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        cells = [re.findall(r"`([^`]+)`", cell) for cell in line.strip("|").split(" | ")]
        if line.startswith("|") and len(cells) == 4 and cells[3]:
            for cell, locale in ((cells[1], Locale.EN), (cells[2], Locale.FR)):
                yield cell[0], locale, cells[3]


@pytest.mark.parametrize(("text", "locale", "expected"), list(examples()))
def test_the_document_says_what_is_understood(text: str, locale: Locale, expected: list[str]) -> None:
    found = read_moment(text, CONTEXT, locale=locale)
    readings = found.readings if isinstance(found, Asked) else (found,)
    assert [f"{each.instant.astimezone(PARIS):%Y-%m-%d %H:%M}" for each in readings] == expected


def test_the_tables_are_not_empty() -> None:
    assert len(list(examples())) > 70
