"""The boxes in which a member's questions rest, the order in which they come, and days in a row."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.quiz import ANSWERS, LAST_BOX, RESTS, Box, Streak, draw, moved, next_due, order_of

NOW = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
POOL = [f"q{number}" for number in range(12)]

answers = st.lists(st.booleans(), max_size=60)
pools = st.lists(st.sampled_from(POOL), unique=True, min_size=1)
hours = st.integers(0, 24 * 60)
boxes = st.dictionaries(
    st.sampled_from(POOL),
    st.builds(lambda box, ago: Box(box=box, asked_at=NOW - timedelta(hours=ago)), st.integers(0, LAST_BOX), hours),
)


@given(answers)
def test_right_answers_rest_longer_and_a_miss_comes_back_at_once(given_answers: list[bool]) -> None:
    box: int | None = None
    for right in given_answers:
        after = moved(box, right=right)
        assert after == (min((box or 0) + 1, LAST_BOX) if right else 0)
        rests = Box(box=after, asked_at=NOW).due_at - NOW
        assert rests == RESTS[after]
        assert (rests == timedelta(0)) == (not right)
        box = after
    assert list(RESTS) == sorted(RESTS)


@given(pools, boxes, st.integers(1, 9), st.booleans())
def test_nothing_repeats_until_the_rest_was_asked(
    pool: list[str], known: dict[str, Box], user_id: int, anyway: bool
) -> None:
    drawn = draw(pool, known, user_id=user_id, now=NOW, anyway=anyway)
    fresh = set(pool) - set(known)
    if fresh:
        assert drawn in fresh
    elif drawn is None:
        assert not anyway
        assert all(known[each].due_at > NOW for each in pool)
        assert next_due(pool, known) == min(known[each].due_at for each in pool)
    else:
        assert known[drawn].due_at == min(known[each].due_at for each in pool)


@given(pools, boxes, st.integers(1, 9))
def test_a_round_asks_nothing_twice(pool: list[str], known: dict[str, Box], user_id: int) -> None:
    asked: list[str] = []
    while (drawn := draw(pool, known, user_id=user_id, now=NOW, without=asked, anyway=True)) is not None:
        assert drawn not in asked
        asked.append(drawn)
    assert sorted(asked) == sorted(pool)


@given(pools, boxes, st.sets(st.sampled_from(POOL)), st.booleans())
def test_what_would_not_be_fair_comes_only_where_nothing_else_is_left(
    pool: list[str], known: dict[str, Box], unfair: set[str], anyway: bool
) -> None:
    drawn = draw(pool, known, user_id=1, now=NOW, anyway=anyway, fair=lambda each: each not in unfair)
    before = draw(pool, known, user_id=1, now=NOW, anyway=anyway)
    assert (drawn is None) == (before is None)
    fresh = set(pool) - set(known)
    left = fresh or {each for each in pool if anyway or known[each].due_at <= NOW}
    assert drawn is None or drawn in (left - unfair or left)


@given(st.integers(0, 2**63 - 1), st.sampled_from(POOL))
def test_the_answers_stand_in_an_order_of_the_rounds_own(seed: int, question_id: str) -> None:
    assert sorted(order_of(seed, question_id)) == list(range(ANSWERS))
    assert order_of(seed, question_id) == order_of(seed, question_id)


def test_the_right_answer_stands_everywhere_about_as_often() -> None:
    places = [order_of(seed, "q").index(0) for seed in range(4000)]
    assert all(800 < places.count(place) < 1200 for place in range(ANSWERS))


@given(st.lists(st.integers(0, 3), max_size=40))
def test_a_streak_counts_days_and_a_gap_begins_it_anew(gaps: list[int]) -> None:
    streak, today, days = Streak(), date(2026, 3, 1), 0
    for gap in gaps:
        today += timedelta(days=gap)
        days = days if gap == 0 and days else days + 1 if gap == 1 and days else 1
        streak = streak.after(today)
        assert (streak.days, streak.on(today), streak.on(today + timedelta(days=1))) == (days, days, days)
        assert streak.on(today + timedelta(days=2)) == 0
