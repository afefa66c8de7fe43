"""New York and Paris on one card, also in the weeks in which only one of them has changed its clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.cities import NEW_YORK, PARIS, two_cities


@pytest.mark.parametrize(
    ("new_york", "paris", "hours"),
    [
        ("2026-12-04 20:00", "2026-12-05 02:00", 6),
        ("2026-03-07 20:00", "2026-03-08 02:00", 6),
        ("2026-03-08 20:00", "2026-03-09 01:00", 5),
        ("2026-03-28 20:00", "2026-03-29 01:00", 5),
        ("2026-03-29 20:00", "2026-03-30 02:00", 6),
        ("2026-10-24 18:00", "2026-10-25 00:00", 6),
        ("2026-10-25 20:00", "2026-10-26 01:00", 5),
        ("2026-10-31 20:00", "2026-11-01 01:00", 5),
        ("2026-11-01 20:00", "2026-11-02 02:00", 6),
        ("2027-03-13 20:00", "2027-03-14 02:00", 6),
        ("2027-03-14 20:00", "2027-03-15 01:00", 5),
        ("2027-03-27 20:00", "2027-03-28 01:00", 5),
        ("2027-03-28 20:00", "2027-03-29 02:00", 6),
        ("2027-10-30 18:00", "2027-10-31 00:00", 6),
        ("2027-10-31 20:00", "2027-11-01 01:00", 5),
        ("2027-11-06 20:00", "2027-11-07 01:00", 5),
        ("2027-11-07 20:00", "2027-11-08 02:00", 6),
    ],
)
def test_the_two_clocks(new_york: str, paris: str, hours: int) -> None:
    instant = datetime.fromisoformat(new_york).replace(tzinfo=ZoneInfo(NEW_YORK)).astimezone(UTC)
    both = two_cities(instant)
    assert both.new_york == datetime.fromisoformat(new_york)
    assert both.paris == datetime.fromisoformat(paris)
    assert both.apart == timedelta(hours=hours)
    assert both.usual is (hours == 6)


def test_both_readings_are_of_the_same_instant() -> None:
    instant = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    both = two_cities(instant)
    assert both.paris.replace(tzinfo=ZoneInfo(PARIS)).astimezone(UTC) == instant
