"""Series keep their wall time over every clock change, and fall on the days that a calendar shows."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.series import Rule
from bot.services.parties.recurrence import occurrences

LAST_DAY = date(2030, 12, 31)
ZONES = ("America/New_York", "Europe/Paris")


def first(rule: Rule, count: int) -> list[datetime]:
    return [each.instant for each in islice(occurrences(rule), count)]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        # Fridays at 21:00 in Paris over 29 March 2026 (21:00 is 20:00 UTC in winter, 19:00 UTC in summer).
        (
            Rule(zone="Europe/Paris", first_day=date(2026, 3, 20), at=time(21)),
            ["2026-03-20 20:00", "2026-03-27 20:00", "2026-04-03 19:00"],
        ),
        (
            Rule(zone="Europe/Paris", first_day=date(2026, 10, 16), at=time(21)),
            ["2026-10-16 19:00", "2026-10-23 19:00", "2026-10-30 20:00"],
        ),
        # Fridays at 20:00 in New York over 8 March and 1 November 2026.
        (
            Rule(zone="America/New_York", first_day=date(2026, 2, 27), at=time(20)),
            ["2026-02-28 01:00", "2026-03-07 01:00", "2026-03-14 00:00"],
        ),
        (
            Rule(zone="America/New_York", first_day=date(2026, 10, 30), at=time(20)),
            ["2026-10-31 00:00", "2026-11-07 01:00"],
        ),
        (
            Rule(zone="Europe/Paris", first_day=date(2027, 3, 26), at=time(21)),
            ["2027-03-26 20:00", "2027-04-02 19:00"],
        ),
        (
            Rule(zone="America/New_York", first_day=date(2027, 11, 5), at=time(20)),
            ["2027-11-06 00:00", "2027-11-13 01:00"],
        ),
        # 02:30 does not exist on 29 March 2026 in Paris: it is 03:30 (01:30 UTC) that night.
        (
            Rule(zone="Europe/Paris", first_day=date(2026, 3, 22), at=time(2, 30)),
            ["2026-03-22 01:30", "2026-03-29 01:30", "2026-04-05 00:30"],
        ),
        # 01:30 comes twice on 1 November 2026 in New York: the first (05:30 UTC) counts.
        (
            Rule(zone="America/New_York", first_day=date(2026, 10, 25), at=time(1, 30)),
            ["2026-10-25 05:30", "2026-11-01 05:30", "2026-11-08 06:30"],
        ),
        # The last Friday of the month.
        (
            Rule(zone="Europe/Paris", first_day=date(2026, 12, 4), at=time(21), every="month", nth=-1,
                 weekdays=frozenset({4})),
            ["2026-12-25 20:00", "2027-01-29 20:00", "2027-02-26 20:00", "2027-03-26 20:00", "2027-04-30 19:00"],
        ),
        # Every second week, Mondays and Fridays.
        (
            Rule(zone="Europe/Paris", first_day=date(2026, 12, 4), at=time(21), step=2, weekdays=frozenset({0, 4})),
            ["2026-12-04 20:00", "2026-12-14 20:00", "2026-12-18 20:00", "2026-12-28 20:00"],
        ),
        # Christmas and New Year's Day are skipped and do not count.
        (
            Rule(zone="Europe/Paris", first_day=date(2026, 12, 18), at=time(21), times=3,
                 skips=frozenset({date(2026, 12, 25), date(2027, 1, 1)})),
            ["2026-12-18 20:00", "2027-01-08 20:00", "2027-01-15 20:00"],
        ),
    ],
)  # fmt: skip
def test_hand_checked_dates(rule: Rule, expected: list[str]) -> None:
    assert first(rule, len(expected)) == [utc(text) for text in expected]


def test_the_policy_for_odd_hours_is_marked() -> None:
    paris = list(islice(occurrences(Rule(zone="Europe/Paris", first_day=date(2026, 3, 22), at=time(2, 30))), 3))
    assert [each.moved for each in paris] == [False, True, False]
    york = list(islice(occurrences(Rule(zone="America/New_York", first_day=date(2026, 10, 25), at=time(1, 30))), 3))
    assert [each.twice for each in york] == [False, True, False]


def test_it_ends_where_it_was_told_to() -> None:
    weekly = Rule(zone="Europe/Paris", first_day=date(2026, 12, 4), at=time(21), until=date(2026, 12, 25))
    assert len(list(occurrences(weekly))) == 4
    season = Rule(zone="Europe/Paris", first_day=date(2026, 12, 4), at=time(21), times=8)
    assert [each.index for each in occurrences(season)] == list(range(8))


rules = st.builds(
    lambda zone, start, minute, every, step, days, nth, skips: Rule(
        zone=zone,
        first_day=date(2026, 1, 1) + timedelta(days=start),
        at=time(minute // 60, minute % 60),
        every=every,
        step=step,
        weekdays=days,
        nth=nth if every == "month" else None,
        until=LAST_DAY,
        skips=frozenset(date(2026, 1, 1) + timedelta(days=day) for day in skips),
    ),
    zone=st.sampled_from(ZONES),
    start=st.integers(0, 700),
    minute=st.one_of(st.integers(0, 1439), st.integers(55, 185)),
    every=st.sampled_from(["week", "month"]),
    step=st.integers(1, 4),
    days=st.frozensets(st.integers(0, 6), min_size=1, max_size=4),
    nth=st.sampled_from([1, 2, 3, 4, 5, -1]),
    skips=st.frozensets(st.integers(0, 1800), max_size=40),
)


def candidates(wall: datetime) -> list[datetime]:
    """The instants that a wall time can be in either city."""
    return [wall.replace(tzinfo=UTC) + timedelta(hours=hours) for hours in (-2, -1, 4, 5)]


def walked(rule: Rule) -> list[datetime]:
    """The same dates by walking over every day of the calendar."""
    found: list[datetime] = []
    here = ZoneInfo(rule.zone)
    day = rule.first_day
    while day <= LAST_DAY:
        if day.weekday() in rule.weekdays and day not in rule.skips and _is_turn(rule, day):
            wall = datetime.combine(day, rule.at)
            # The earliest instant at which the clock shows this; when none does, it is an hour later.
            shown = [at for at in candidates(wall) if at.astimezone(here).replace(tzinfo=None) == wall]
            later = wall + timedelta(hours=1)
            found.append(
                min(shown)
                if shown
                else next(at for at in candidates(later) if at.astimezone(here).replace(tzinfo=None) == later)
            )
        day += timedelta(days=1)
    return found


def _is_turn(rule: Rule, day: date) -> bool:
    if rule.every == "week":
        monday = rule.first_day - timedelta(days=rule.first_day.weekday())
        return (day - monday).days // 7 % rule.step == 0
    months = (day.year - rule.first_day.year) * 12 + day.month - rule.first_day.month
    if months % rule.step:
        return False
    if rule.nth == -1:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == rule.nth


@settings(max_examples=200, deadline=None)
@given(rules)
def test_the_dates_equal_those_of_a_walk_over_the_calendar(rule: Rule) -> None:
    assert [each.instant for each in occurrences(rule)] == walked(rule)
