"""Seats and the line: never more seats than there are, nobody overtakes, nobody is thrown out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.party import Rsvp, SeatStatus
from bot.domain.seats import People, answered, free, left, line, resized, settled

NOW = datetime(2026, 12, 4, 18, 0, tzinfo=UTC)
HOLD = timedelta(minutes=30)


class Table:
    """A party at which members press buttons."""

    def __init__(self, seats: int | None) -> None:
        self.seats = seats
        self.people: People = {}
        self.now = NOW
        self.turn = 0

    def press(self, user_id: int, answer: Rsvp) -> SeatStatus:
        self.turn += 1
        self.people = answered(
            self.people, self.seats, user_id=user_id, answer=answer, turn=self.turn, now=self.now,
            hold_until=self.now + HOLD,
        )  # fmt: skip
        return self.people[user_id].place

    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.people = settled(self.people, self.seats, now=self.now, hold_until=self.now + HOLD)

    def resize(self, seats: int | None) -> None:
        self.seats = seats
        self.people = resized(self.people, seats, now=self.now, hold_until=self.now + HOLD)

    def leave(self, *gone: int) -> None:
        self.people = left(self.people, self.seats, set(gone), now=self.now, hold_until=self.now + HOLD)

    def places(self) -> dict[int, str]:
        return {user_id: person.place.value for user_id, person in sorted(self.people.items())}


def test_a_freed_seat_is_held_for_the_next_and_then_passed_on() -> None:
    table = Table(2)
    for user_id in (1, 2, 3, 4, 5):
        table.press(user_id, Rsvp.GOING)
    assert table.places() == {1: "seat", 2: "seat", 3: "line", 4: "line", 5: "line"}
    table.press(1, Rsvp.NO)
    assert table.places()[3] == "offer"
    assert table.press(6, Rsvp.GOING) is SeatStatus.LINE  # nobody slips in while it is held
    table.wait(29)
    assert table.places()[3] == "offer"
    table.wait(1)
    assert (table.places()[3], table.places()[4]) == ("line", "offer")
    assert table.press(4, Rsvp.LATE) is SeatStatus.SEAT
    table.press(2, Rsvp.MAYBE)
    assert table.places()[5] == "offer"  # 3 let one go by and is not asked again before the others


def test_who_let_a_seat_go_by_can_still_take_it_when_nobody_else_waits() -> None:
    table = Table(1)
    table.press(1, Rsvp.GOING)
    table.press(2, Rsvp.GOING)
    table.press(1, Rsvp.NO)
    table.wait(31)
    assert table.places()[2] == "line"
    assert table.press(2, Rsvp.GOING) is SeatStatus.SEAT


def test_saying_no_to_an_offer_passes_it_on_at_once() -> None:
    table = Table(1)
    for user_id in (1, 2, 3):
        table.press(user_id, Rsvp.GOING)
    table.press(1, Rsvp.NO)
    table.press(2, Rsvp.NO)
    assert table.places() == {1: "none", 2: "none", 3: "offer"}


def test_raising_the_seats_seats_the_line_and_lowering_throws_nobody_out() -> None:
    table = Table(1)
    for user_id in (1, 2, 3, 4):
        table.press(user_id, Rsvp.GOING)
    table.resize(3)
    assert table.places() == {1: "seat", 2: "seat", 3: "seat", 4: "line"}
    table.resize(1)
    assert table.places() == {1: "seat", 2: "seat", 3: "seat", 4: "line"}
    table.press(1, Rsvp.NO)
    assert table.places()[4] == "line"  # two are still more than one
    table.resize(None)
    assert table.places()[4] == "seat"


def test_who_left_the_server_frees_the_seat() -> None:
    table = Table(1)
    table.press(1, Rsvp.GOING)
    table.press(2, Rsvp.GOING)
    table.leave(1)
    assert table.places() == {2: "offer"}


def test_no_seat_is_held_once_the_party_has_begun() -> None:
    table = Table(1)
    table.press(1, Rsvp.GOING)
    table.press(2, Rsvp.GOING)
    table.press(1, Rsvp.NO)
    people = settled(table.people, 1, now=NOW + HOLD, hold_until=NOW + HOLD)
    assert people[2].place is SeatStatus.LINE
    later = answered(people, 1, user_id=9, answer=Rsvp.GOING, turn=99, now=NOW + HOLD, hold_until=NOW + HOLD)
    assert later[9].place is SeatStatus.SEAT  # who is there, watches


presses = st.lists(
    st.one_of(
        st.tuples(st.just("press"), st.integers(1, 12), st.sampled_from(list(Rsvp))),
        st.tuples(st.just("wait"), st.integers(1, 40), st.none()),
        st.tuples(st.just("resize"), st.integers(1, 6), st.none()),
        st.tuples(st.just("leave"), st.integers(1, 12), st.none()),
    ),
    max_size=60,
)


@given(st.integers(1, 5), presses)
def test_whatever_is_pressed_seats_and_line_hold(seats: int, steps: list[tuple[str, int, Rsvp | None]]) -> None:
    table = Table(seats)
    for what, number, answer in steps:
        before = {person.user_id: person for person in table.people.values()}
        taken_before = sum(
            person.place is not SeatStatus.NONE and person.place is not SeatStatus.LINE for person in before.values()
        )
        waiting_before = [person.user_id for person in line(table.people)]
        if what == "press":
            assert answer is not None
            table.press(number, answer)
        elif what == "wait":
            table.wait(number)
        elif what == "resize":
            table.resize(number)
        else:
            table.leave(number)
        held = sum(person.place in (SeatStatus.SEAT, SeatStatus.OFFER) for person in table.people.values())
        assert held <= max(table.seats or 0, taken_before)
        for user_id, person in before.items():  # a seat is lost by one's own press or by leaving only
            if person.place is SeatStatus.SEAT and not (what in ("press", "leave") and user_id == number):
                assert table.people[user_id].place is SeatStatus.SEAT
            if person.place is SeatStatus.LINE and not (what in ("press", "leave") and user_id == number):
                assert table.people[user_id].place is not SeatStatus.NONE
        still = [
            user_id
            for user_id in waiting_before
            if table.people.get(user_id) and table.people[user_id].place is SeatStatus.LINE
        ]
        if what != "press":
            order = [person.user_id for person in line(table.people) if person.user_id in still]
            assert order == still
        turns = [person.turn for person in line(table.people)]
        assert len(set(turns)) == len(turns)
        assert not (free(table.people, table.seats) and any(not one.passed for one in line(table.people)))


def test_who_says_late_instead_of_going_keeps_their_place_in_the_line() -> None:
    table = Table(1)
    for user_id in (1, 2, 3):
        table.press(user_id, Rsvp.GOING)
    assert table.press(2, Rsvp.LATE) is SeatStatus.LINE
    assert [person.user_id for person in line(table.people)] == [2, 3]
    table.press(1, Rsvp.NO)
    assert table.places() == {1: "none", 2: "offer", 3: "line"}


def test_a_seat_that_everybody_in_the_line_let_go_by_is_free_for_whoever_comes() -> None:
    table = Table(1)
    table.press(1, Rsvp.GOING)
    table.press(2, Rsvp.GOING)
    table.press(1, Rsvp.NO)
    table.wait(30)
    assert table.places()[2] == "line"
    assert table.press(3, Rsvp.GOING) is SeatStatus.SEAT


def test_raising_the_seats_by_just_those_that_are_held_seats_them_all() -> None:
    table = Table(2)
    for user_id in (1, 2, 3, 4, 5):
        table.press(user_id, Rsvp.GOING)
    table.press(1, Rsvp.NO)
    table.press(2, Rsvp.NO)
    assert table.places() == {1: "none", 2: "none", 3: "offer", 4: "offer", 5: "line"}
    table.resize(2)
    assert table.places() == {1: "none", 2: "none", 3: "seat", 4: "seat", 5: "line"}


def test_lowering_the_seats_below_those_that_are_held_holds_them_still() -> None:
    table = Table(2)
    for user_id in (1, 2, 3, 4):
        table.press(user_id, Rsvp.GOING)
    table.press(1, Rsvp.NO)
    table.press(2, Rsvp.NO)
    table.resize(1)
    assert table.places() == {1: "none", 2: "none", 3: "offer", 4: "offer"}
    assert free(table.people, table.seats) == 0


def test_raising_the_seats_asks_nobody_anew_who_let_one_go_by() -> None:
    table = Table(1)
    for user_id in (1, 2, 3):
        table.press(user_id, Rsvp.GOING)
    table.press(1, Rsvp.NO)
    table.wait(30)
    assert table.places() == {1: "none", 2: "line", 3: "offer"}
    table.resize(2)
    assert table.places() == {1: "none", 2: "line", 3: "seat"}
    table.resize(None)
    assert table.places() == {1: "none", 2: "seat", 3: "seat"}


def test_a_place_that_was_held_is_forgotten_with_the_answer() -> None:
    table = Table(1)
    table.press(1, Rsvp.GOING)
    table.press(2, Rsvp.GOING)
    table.press(1, Rsvp.NO)
    assert table.people[2].offer_until == table.now + HOLD
    table.press(2, Rsvp.MAYBE)
    assert (table.people[2].place, table.people[2].offer_until, table.people[2].passed) == (
        SeatStatus.NONE,
        None,
        False,
    )
