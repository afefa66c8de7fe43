"""Time zones are found by the names of cities, as people type them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from bot.domain.zone_names import find_zones
from bot.errors import EtoileError
from bot.services.zones import named_zone


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Paris", "Europe/Paris"),
        ("pari", "Europe/Paris"),
        ("New York", "America/New_York"),
        ("new_york", "America/New_York"),
        ("newyork", "America/New_York"),
        ("Montréal", "America/Toronto"),
        ("montreal", "America/Toronto"),
        ("Londres", "Europe/London"),
        ("Genève", "Europe/Zurich"),
        ("bruxeles", "Europe/Brussels"),
        ("san francisco", "America/Los_Angeles"),
        ("são paulo", "America/Sao_Paulo"),
        ("Europe/Par", "Europe/Paris"),
        ("utc", "UTC"),
    ],
)
def test_a_city_is_found_first(typed: str, zone: str) -> None:
    found = find_zones(typed)
    assert found[0] == zone
    assert len(found) <= 25


def test_an_empty_query_offers_both_cities_first() -> None:
    assert find_zones("")[:2] == ["America/New_York", "Europe/Paris"]


def test_nonsense_finds_nothing_and_is_refused() -> None:
    assert find_zones("qqqqzzzzxxxx") == []
    with pytest.raises(EtoileError):
        named_zone("qqqqzzzzxxxx")
    with pytest.raises(EtoileError):
        named_zone("../../etc/passwd")


def test_everything_that_is_found_is_a_zone() -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for zone in find_zones(letter):
            ZoneInfo(zone)
            assert named_zone(zone) == zone
