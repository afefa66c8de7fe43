"""Seats and the line for them: pure functions from everybody's places to everybody's places.

Nobody is thrown out, nobody overtakes. A seat that frees itself is offered to the first in the line and held for them
a while; who lets it go by keeps their place in the line but is not asked again until they press. Raising the seats
gives them out at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.party import Person, Rsvp, SeatStatus

People = dict[int, Person]
"""Everybody who answered, by user id."""


def free(people: People, seats: int | None) -> int:
    """How many seats are neither taken nor held; a large number when there is no limit."""
    if seats is None:
        return 1 << 30
    return max(0, seats - sum(person.place in (SeatStatus.SEAT, SeatStatus.OFFER) for person in people.values()))


def line(people: People) -> list[Person]:
    """Who waits, the first in the line first."""
    return sorted((person for person in people.values() if person.place is SeatStatus.LINE), key=lambda one: one.turn)


def answered(
    people: People, seats: int | None, *, user_id: int, answer: Rsvp, turn: int, now: datetime, hold_until: datetime
) -> People:
    """Everybody's places after a member's answer. `turn` is a number that nobody has had before.

    A held seat is taken by saying that one comes, and passed on by anything else.
    """
    people = settled(people, seats, now=now, hold_until=hold_until)
    me = people.get(user_id, Person(user_id=user_id, answer=answer, place=SeatStatus.NONE))
    if not answer.comes:
        people[user_id] = replace(
            me, answer=answer, place=SeatStatus.NONE, passed=False, offer_until=None, offer_told=False
        )
        return settled(people, seats, now=now, hold_until=hold_until)
    if me.place in (SeatStatus.SEAT, SeatStatus.OFFER):
        people[user_id] = _sat(me, answer)
        return people
    others = [one for one in line(people) if not one.passed and one.user_id != user_id]
    if free(people, seats) > 0 and (not others or hold_until <= now):
        people[user_id] = _sat(me, answer)
        return people
    place_in_line = me.turn if me.place is SeatStatus.LINE else turn
    people[user_id] = replace(me, answer=answer, place=SeatStatus.LINE, turn=place_in_line, passed=False)
    return settled(people, seats, now=now, hold_until=hold_until)


def moves_nobody(me: Person, answer: Rsvp) -> bool:
    """Whether this answer leaves the member where they are, and with that everybody else."""
    return me.place is (SeatStatus.SEAT if answer.comes else SeatStatus.NONE)


def settled(people: People, seats: int | None, *, now: datetime, hold_until: datetime) -> People:
    """Everybody's places once offers that ran out have passed on and free seats are offered to the first in the line.

    With `hold_until` not ahead of `now` (the party has begun) nothing is offered any more: first come, first served.
    """
    people = dict(people)
    for person in list(people.values()):
        if person.place is SeatStatus.OFFER and (person.offer_until is None or person.offer_until <= now):
            people[person.user_id] = _back_in_line(person)
    waiting = [person for person in line(people) if not person.passed]
    if seats is None:
        for person in line(people):
            people[person.user_id] = _sat(person, person.answer)
        return people
    if hold_until > now:
        for person in waiting[: free(people, seats)]:
            people[person.user_id] = replace(person, place=SeatStatus.OFFER, offer_until=hold_until, offer_told=False)
    return people


def resized(people: People, seats: int | None, *, now: datetime, hold_until: datetime) -> People:
    """Everybody's places after the number of seats was changed to `seats`: more seats are given to the line at once,
    held ones first; fewer throw nobody out."""
    people = dict(people)
    held = [person for person in people.values() if person.place is SeatStatus.OFFER]
    taken = sum(person.place is SeatStatus.SEAT for person in people.values())
    room = (1 << 30) if seats is None else max(0, seats - taken)
    order = held + [one for one in line(people) if not one.passed]
    if room >= len(held):  # otherwise it was lowered: what is held stays held
        for person in order[:room]:  # the instant says that they have yet to be told
            people[person.user_id] = replace(_sat(person, person.answer), offer_until=hold_until)
    return settled(people, seats, now=now, hold_until=hold_until)


def has_seat(people: People, user_id: int) -> bool:
    """Whether the member has a seat."""
    person = people.get(user_id)
    return person is not None and person.place is SeatStatus.SEAT


def given(people: People, seats: int | None, *, user_id: int, turn: int, now: datetime, hold_until: datetime) -> People:
    """Everybody's places after a host gave this member a seat: one that is neither taken nor held for somebody else.
    Without such a seat, they stay where they are. They have yet to be told."""
    people = settled(people, seats, now=now, hold_until=hold_until)
    me = people.get(user_id)
    if free(people, seats) == 0 and (me is None or me.place is not SeatStatus.OFFER):
        return people
    return people | {user_id: _unasked(me, user_id, turn, hold_until)}


def taken_away(people: People, seats: int | None, *, user_id: int, now: datetime, hold_until: datetime) -> People:
    """Everybody's places after a host took this member's seat away, which goes to the waitlist."""
    people = people | {user_id: _without(people[user_id])}
    return settled(people, seats, now=now, hold_until=hold_until)


def handed_over(people: People, *, giver: int, taker: int, turn: int, hold_until: datetime) -> People:
    """Everybody's places after a host gave the seat of one member to another, who has yet to be told."""
    return people | {giver: _without(people[giver]), taker: _unasked(people.get(taker), taker, turn, hold_until)}


def _without(person: Person) -> Person:
    return replace(
        person, answer=Rsvp.NO, place=SeatStatus.NONE, passed=False, offer_until=None, offer_told=False, ready=False
    )


def _unasked(person: Person | None, user_id: int, turn: int, hold_until: datetime) -> Person:
    """The member on a seat to which they came without a press of their own: the instant says so."""
    person = person or Person(user_id=user_id, answer=Rsvp.GOING, place=SeatStatus.NONE, turn=turn)
    seated = _sat(person, person.answer if person.answer.comes else Rsvp.GOING)
    return replace(seated, turn=person.turn or turn, offer_until=hold_until)


def left(people: People, seats: int | None, gone: set[int], *, now: datetime, hold_until: datetime) -> People:
    """Everybody's places after these members left the server."""
    kept = {user_id: person for user_id, person in people.items() if user_id not in gone}
    return settled(kept, seats, now=now, hold_until=hold_until)


def _sat(person: Person, answer: Rsvp) -> Person:
    return replace(person, answer=answer, place=SeatStatus.SEAT, passed=False, offer_until=None, offer_told=False)


def _back_in_line(person: Person) -> Person:
    return replace(person, place=SeatStatus.LINE, passed=True, offer_until=None, offer_told=False)
