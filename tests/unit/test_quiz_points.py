"""What an answer of a quiz night is worth."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.quiz_night import LONGEST, QUICK, RIGHT, SHORTEST, City, Standing, city_points, points

seconds = st.integers(SHORTEST, LONGEST)
elapsed = st.integers(-5_000, 120_000)


@given(elapsed, seconds, st.booleans())
def test_wrong_is_nothing_and_right_is_a_hundred_to_a_hundred_and_fifty(ms: int, long: int, quick: bool) -> None:
    assert points(right=False, elapsed_ms=ms, seconds=long, quick=quick) == 0
    worth = points(right=True, elapsed_ms=ms, seconds=long, quick=quick)
    assert RIGHT <= worth <= RIGHT + QUICK
    assert quick or worth == RIGHT


@given(elapsed, elapsed, seconds)
def test_whoever_was_quicker_has_no_less(one: int, other: int, long: int) -> None:
    first, second = sorted((one, other))
    assert points(right=True, elapsed_ms=first, seconds=long, quick=True) >= points(
        right=True, elapsed_ms=second, seconds=long, quick=True
    )


@given(st.lists(st.tuples(st.integers(0, 1500), st.sampled_from(City)), max_size=30))
def test_a_side_has_what_its_players_have_on_average(given_points: list[tuple[int, City]]) -> None:
    players = [Standing(user_id=n, points=each, right=0, city=city) for n, (each, city) in enumerate(given_points)]
    for city, total in city_points(players).items():
        mine = [each for each, side in given_points if side == city]
        assert total == (sum(mine) / len(mine) if mine else 0)
        assert not mine or min(mine) <= total <= max(mine)
