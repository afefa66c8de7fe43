"""Five hundred phrases as people type them: read rightly, fairly asked, or refused; never silently wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.locale import Locale
from bot.errors import EtoileError
from bot.when import Asked, parse_when

NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
ZONES = {"en": "America/New_York", "fr": "Europe/Paris"}
LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "typed.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("locale", "phrase", "right"), LINES)
def test_a_phrase_means_what_its_writer_means(locale: str, phrase: str, right: str) -> None:
    zone = ZONES[locale]
    try:
        read = parse_when(phrase, now=NOW, zone=zone, locale=Locale(locale))
        meant = read.instant.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
    except Asked:
        meant = "ASK"
    except EtoileError:
        meant = "REFUSE"
    assert meant in right.split("|")
