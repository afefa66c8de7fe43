"""Time zones are found by the names of cities, capitals and countries, as people type them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.domain.zone_names import MOVED, find_zones, names, zones_named
from bot.domain.zone_names.countries import COUNTRIES
from bot.errors import EtoileError
from bot.services.zones import named_zone

AREAS = {"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Paris", "Europe/Paris"),
        ("pari", "Europe/Paris"),
        ("New York", "America/New_York"),
        ("new_york", "America/New_York"),
        ("newyork", "America/New_York"),
        ("new yrok", "America/New_York"),
        ("Montréal", "America/Toronto"),
        ("montreal", "America/Toronto"),
        ("Londres", "Europe/London"),
        ("Genève", "Europe/Zurich"),
        ("bruxeles", "Europe/Brussels"),
        ("san francisco", "America/Los_Angeles"),
        ("são paulo", "America/Sao_Paulo"),
        ("Europe/Par", "Europe/Paris"),
        ("utc", "UTC"),
        ("Istanbul", "Europe/Istanbul"),
        ("Istamboul", "Europe/Istanbul"),
        ("Naples", "Europe/Rome"),
        ("Wellington", "Pacific/Auckland"),
        ("tokio", "Asia/Tokyo"),
        ("Hô-Chi-Minh-Ville", "Asia/Ho_Chi_Minh"),
        ("La Havane", "America/Havana"),
        ("N'Djamena", "Africa/Ndjamena"),
        ("France", "Europe/Paris"),
        ("Allemagne", "Europe/Berlin"),
        ("Royaume-Uni", "Europe/London"),
        ("UK", "Europe/London"),
        ("Nouvelle-Zélande", "Pacific/Auckland"),
        ("japan", "Asia/Tokyo"),
        ("Belgique", "Europe/Brussels"),
        ("La Réunion", "Indian/Reunion"),
        ("USA", "America/New_York"),
    ],
)
def test_a_place_is_found_first(typed: str, zone: str) -> None:
    found = find_zones(typed)
    assert found[0] == zone
    assert len(found) <= 25


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("istanbul", "Europe/Istanbul"), ("Buenos Aires", "America/Argentina/Buenos_Aires"), ("Japon", "Asia/Tokyo")],
)
def test_a_place_that_has_one_zone_sets_it(typed: str, zone: str) -> None:
    assert named_zone(typed) == zone


def test_a_zone_of_an_old_name_becomes_the_one_of_today() -> None:
    assert named_zone("Asia/Calcutta") == "Asia/Kolkata"
    assert "Asia/Calcutta" not in find_zones("calcutta")


def test_every_city_that_names_a_zone_finds_it() -> None:
    summer, winter = datetime(2027, 7, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    missed: list[str] = []
    for zone in available_timezones():
        if zone.split("/")[0] in AREAS and "/" in zone and zone not in MOVED:
            found = zones_named(zone.rsplit("/", 1)[-1])
            shown = [[at.astimezone(ZoneInfo(each)).utcoffset() for at in (summer, winter)] for each in (zone, *found)]
            if shown[0] not in shown[1:]:
                missed.append(zone)
    assert missed == []


def test_every_capital_and_every_country_finds_its_zone_in_both_languages() -> None:
    for line in filter(None, COUNTRIES.split("\n")):
        head, called, capitals = line.split("|")
        zone = head.split(" ")[1]
        for capital in capitals.split(","):
            assert zone.removeprefix("*") in find_zones(capital)[:3], capital
        for country in called.split(","):
            assert zone.removeprefix("*") in zones_named(country), country
            if not zone.startswith("*"):
                assert named_zone(country) == zone or len(zones_named(country)) > 1, country


def test_every_name_means_zones_that_exist() -> None:
    for name, meant in names().items():
        assert meant, name
        for zone in meant:
            ZoneInfo(zone)


def test_a_country_with_several_zones_is_asked() -> None:
    for country in ("United States", "Canada", "Australie", "Brésil"):
        assert len(find_zones(country)) > 3
        with pytest.raises(EtoileError):
            named_zone(country)


def test_an_empty_query_offers_both_cities_first() -> None:
    assert find_zones("")[:2] == ["America/New_York", "Europe/Paris"]


def test_a_far_guess_is_not_offered() -> None:
    for typed in ("qqqqzzzzxxxx", "Xanadu", "Gotham", "Berlino Nuovo"):
        assert find_zones(typed) == []


def test_nonsense_is_refused() -> None:
    for typed in ("qqqqzzzzxxxx", "../../etc/passwd", "", "x" * 5000):
        with pytest.raises(EtoileError):
            named_zone(typed)


def test_everything_that_is_found_is_a_zone() -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for zone in find_zones(letter):
            ZoneInfo(zone)
            assert named_zone(zone) == zone
