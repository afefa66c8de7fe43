"""Days without a time, lists of them, and days of the week, as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.locale import Locale
from bot.errors import EtoileError
from bot.when import AskedDay, parse_day, parse_days, parse_weekdays

# A Wednesday evening in Paris.
NOW = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
EN, FR = Locale.EN, Locale.FR


def day(text: str, locale: Locale = EN) -> date:
    return parse_day(text, now=NOW, zone="Europe/Paris", locale=locale)


def days(text: str, locale: Locale = EN) -> list[str]:
    return [each.isoformat() for each in sorted(parse_days(text, now=NOW, zone="Europe/Paris", locale=locale))]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("25 december", EN, "2026-12-25"),
        ("december 25th, 2027", EN, "2027-12-25"),
        ("2026-12-25", EN, "2026-12-25"),
        ("25/12", EN, "2026-12-25"),
        ("01/02/2027", FR, "2027-02-01"),
        ("friday", EN, "2026-11-27"),
        ("vendredi 4 décembre", FR, "2026-12-04"),
        ("in 2 months", EN, "2027-01-25"),
        ("dans trois semaines", FR, "2026-12-16"),
        ("christmas", EN, "2026-12-25"),
        ("la Saint-Valentin", FR, "2027-02-14"),
        ("today", EN, "2026-11-25"),
        ("le 31", FR, "2026-12-31"),
        ("« 25 décembre »", FR, "2026-12-25"),
    ],
)
def test_a_day_is_read(text: str, locale: Locale, expected: str) -> None:
    assert day(text, locale) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01/02/2027", ["2027-01-02", "2027-02-01"]),
        ("next friday", ["2026-11-27", "2026-12-04"]),
        ("thursday 25 december", ["2026-12-24", "2026-12-25"]),
    ],
)
def test_a_day_that_can_be_two_is_asked_with_days_and_no_times(text: str, expected: list[str]) -> None:
    with pytest.raises(AskedDay) as asked:
        day(text)
    assert [each.isoformat() for each in asked.value.days] == expected
    assert [day(each.isoformat()).isoformat() for each in asked.value.days] == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("yesterday", "when-day-past"),
        ("2026-11-24", "when-day-past"),
        ("30 february", "when-no-such-day"),
        ("friday 9pm", "when-no-day"),
        ("25 december or so", "when-no-day"),
        ("", "when-no-day"),
    ],
)
def test_what_is_no_day_ahead_is_refused(text: str, key: str) -> None:
    with pytest.raises(EtoileError) as refused:
        day(text)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("December 25, 2026, January 1, 2027", EN, ["2026-12-25", "2027-01-01"]),
        ("25 december, 1 january", EN, ["2026-12-25", "2027-01-01"]),
        ("4, 11 and 18 december", EN, ["2026-12-04", "2026-12-11", "2026-12-18"]),
        ("december 4, 11 and 18", EN, ["2026-12-04", "2026-12-11", "2026-12-18"]),
        ("le 4, le 11 et le 18 décembre", FR, ["2026-12-04", "2026-12-11", "2026-12-18"]),
        ("24/12; 31/12", FR, ["2026-12-24", "2026-12-31"]),
        ("2026-12-25 & 2027-01-01", EN, ["2026-12-25", "2027-01-01"]),
        ("Noël et jour de l’an", FR, ["2026-12-25", "2027-01-01"]),
        ("tomorrow", EN, ["2026-11-26"]),
        ("", EN, []),
    ],
)
def test_a_list_of_days_is_read(text: str, locale: Locale, expected: list[str]) -> None:
    assert days(text, locale) == expected


def test_a_list_with_one_day_that_cannot_be_read_is_refused_whole() -> None:
    for text in ("25 december, banana", "25 december or 26 december", "yesterday, tomorrow"):
        with pytest.raises(EtoileError):
            days(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mon thu", [0, 3]),
        ("mon, wed, fri", [0, 2, 4]),
        ("Mondays and Thursdays", [0, 3]),
        ("sat & sun", [5, 6]),
        ("mon-fri", [0, 1, 2, 3, 4]),
        ("mon–fri", [0, 1, 2, 3, 4]),
        ("monday to friday", [0, 1, 2, 3, 4]),
        ("fri-mon", [0, 4, 5, 6]),
        ("weekend", [5, 6]),
        ("weekdays", [0, 1, 2, 3, 4]),
        ("every day", [0, 1, 2, 3, 4, 5, 6]),
        ("lu ma je", [0, 1, 3]),
        ("sa di", [5, 6]),
        ("lundi et mardi", [0, 1]),
        ("du lundi au jeudi", [0, 1, 2, 3]),
        ("lun.-ven.", [0, 1, 2, 3, 4]),
        ("le week-end et lundi", [0, 5, 6]),
        ("en semaine", [0, 1, 2, 3, 4]),
        ("tous les jours", [0, 1, 2, 3, 4, 5, 6]),
        ("mar je", [1, 3]),
        ("thrusday, vendrdi", [3, 4]),
    ],
)
def test_days_of_the_week_are_read(text: str, expected: list[int]) -> None:
    assert sorted(parse_weekdays(text)) == expected


@pytest.mark.parametrize("text", ["", "banana", "mon banana", "not monday", "m t w", "mon-wed-fri"])
def test_what_is_no_list_of_weekdays_is_refused_whole(text: str) -> None:
    with pytest.raises(EtoileError) as refused:
        parse_weekdays(text)
    assert refused.value.key == "when-no-weekdays"
