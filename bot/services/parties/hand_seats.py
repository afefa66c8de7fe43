"""Seats that a host gives, takes away or hands over, as a transaction. What was promised to the waitlist is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import seats
from bot.domain.party import CURRENT, Party, may_manage
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.services.parties.drafts import hold_until
from bot.services.parties.schedule import schedule_after_seating
from bot.store.engine.database import Transaction
from bot.store.parties import parties as store
from bot.store.parties import people as people_store


def seat_by_hand(
    asker: Asker, party_id: int, give: int | None, take: int | None, now: datetime, *, hold: timedelta
) -> Transaction[Party]:
    """Gives the member `give` a seat and takes that of the member `take` away; with both, hands it from one to the
    other. Who is given one is told of it by the job that tells of offers.

    Raises EtoileError when the asker may not, no seat is free, or nothing would change.
    """
    party = yield from store.lock_party(party_id=party_id)
    if party is None:
        raise EtoileError("party-gone")
    if not may_manage(party, asker):
        raise EtoileError("party-may-not-manage")
    if party.state not in CURRENT:
        raise EtoileError("party-closed")
    before = yield from people_store.load_people(party_id=party_id)
    turn = max((person.turn for person in before.values()), default=0) + 1
    until = hold_until(party, now, hold)
    people: seats.People = before
    if take is not None and not seats.has_seat(before, take):
        raise EtoileError("party-seat-not-theirs", who=f"<@{take}>")
    if give is not None and seats.has_seat(before, give):
        raise EtoileError("party-seat-already", who=f"<@{give}>")
    if give is not None and take is not None:
        people = seats.handed_over(people, taker=give, giver=take, turn=turn, hold_until=until)
    elif give is not None:
        people = seats.given(people, party.seats, user_id=give, turn=turn, now=now, hold_until=until)
        if not seats.has_seat(people, give):
            raise EtoileError("party-seat-none-free")
    elif take is not None:
        people = seats.taken_away(people, party.seats, user_id=take, now=now, hold_until=until)
    else:
        raise EtoileError("party-seat-nobody")
    if give is not None and give == asker.user_id:  # nobody has to be told what they did themselves
        people = people | {give: replace(people[give], offer_told=True)}
    yield from people_store.save_people(party_id=party_id, before=before, after=people)
    yield from schedule_after_seating(party, now)
    return party
