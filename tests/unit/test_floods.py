"""One member's flood: refused, told once, forgiven soon; nobody else notices."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import FunctionClock
from bot.errors import EtoileError
from bot.services.floods import KEPT, Flooded, Floods


class Presses:
    def __init__(self, burst: int = 20) -> None:
        self.now = datetime(2026, 3, 6, tzinfo=UTC)
        self.floods = Floods(FunctionClock(lambda: self.now), burst=burst, refill=timedelta(seconds=10))

    def press(self, user_id: int = 1, cost: float = 1.0) -> str:
        try:
            self.floods.use(user_id, cost)
        except EtoileError as error:
            return error.key
        except Flooded:
            return "silence"
        return "fine"

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def test_twenty_at_once_are_fine_then_one_sentence_then_silence() -> None:
    presses = Presses()
    assert [presses.press() for _ in range(23)] == ["fine"] * 20 + ["error-too-fast", "silence", "silence"]
    assert presses.press(user_id=2) == "fine"


def test_after_ten_seconds_all_is_forgotten() -> None:
    presses = Presses()
    for _ in range(40):
        presses.press()
    presses.later(10)
    assert [presses.press() for _ in range(21)] == ["fine"] * 20 + ["error-too-fast"]


def test_a_flood_that_goes_on_is_told_once_and_held_to_two_a_second() -> None:
    presses, outcomes = Presses(), list[str]()
    for _ in range(600):  # ten a second for a minute
        outcomes.append(presses.press())
        presses.later(0.1)
    assert outcomes.count("error-too-fast") == 1
    assert 130 <= outcomes.count("fine") <= 145


def test_a_steady_hand_is_never_refused() -> None:
    presses = Presses()
    for _ in range(300):
        assert presses.press() == "fine"
        presses.later(0.5)


def test_typing_costs_little() -> None:
    presses = Presses()
    assert {presses.press(cost=0.2) for _ in range(99)} == {"fine"}


def test_no_limit_is_no_limit() -> None:
    presses = Presses(burst=0)
    assert {presses.press() for _ in range(500)} == {"fine"}


def test_a_clock_that_goes_back_gives_nothing_away() -> None:
    presses = Presses()
    for _ in range(20):
        presses.press()
    presses.later(-3600)
    assert presses.press() == "error-too-fast"


def test_members_without_end_cost_no_memory_without_end() -> None:
    presses = Presses()
    for user_id in range(KEPT * 2 + 5):
        presses.press(user_id)
        presses.later(0.01)
    assert len(presses.floods._buckets) <= KEPT


def test_who_is_forgotten_starts_anew() -> None:
    presses = Presses()
    for _ in range(25):
        presses.press()
    presses.floods.forget(1)
    assert presses.press() == "fine"
    with pytest.raises(KeyError):
        _ = presses.floods._buckets[2]
