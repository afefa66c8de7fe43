"""When the question of the day comes: once on every day, whatever the clocks do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.locale import Locale
from bot.domain.quiz_daily import Daily
from bot.domain.walltime import wall_of

DAILY = Daily(
    id=1, guild_id=2, channel_id=3, parent_id=None, host_id=4, locale=Locale.EN, zone="Europe/Paris", at=time(2, 30),
    last_day=date(2026, 3, 27),
)  # fmt: skip

zones = st.sampled_from(["UTC", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"])
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
steps = st.lists(st.integers(0, 200), max_size=25)


def test_an_hour_that_is_skipped_or_comes_twice() -> None:
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    assert DAILY.on(spring) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # half past three, behind the gap
    assert DAILY.on(autumn) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the first half past two
    long = replace(DAILY, at=time(18, 0))
    assert long.on(date(2026, 3, 29)) - long.on(date(2026, 3, 28)) == timedelta(hours=23)
    assert long.on(date(2026, 10, 25)) - long.on(date(2026, 10, 24)) == timedelta(hours=25)


@given(zones, times, steps)
def test_once_a_day_and_no_day_twice(zone: str, at: time, hours: list[int]) -> None:
    daily, now = replace(DAILY, zone=zone, at=at), datetime(2026, 3, 27, 12, tzinfo=UTC)
    asked: list[date] = []
    for step in hours:
        now += timedelta(hours=step)
        day = daily.due(now)
        if day is not None:
            assert daily.on(day) <= now
            asked.append(day)
            daily = replace(daily, last_day=day)
        assert daily.due(now) is None
        following = daily.next_at(now)
        assert following > now
        assert daily.due(following) == wall_of(following, zone).date() or daily.due(following) is not None
    assert asked == sorted(set(asked))


@given(zones, times, st.integers(1, 100))
def test_a_clock_that_is_set_back_asks_nothing_again(zone: str, at: time, back: int) -> None:
    now = datetime(2026, 3, 29, 12, tzinfo=UTC)
    daily = replace(DAILY, zone=zone, at=at)
    daily = replace(daily, last_day=daily.due(now) or daily.last_day)
    earlier = now - timedelta(hours=back)
    assert daily.due(earlier) is None
    assert daily.next_at(earlier) > earlier
    assert daily.due(daily.next_at(earlier)) not in (None, daily.last_day)
