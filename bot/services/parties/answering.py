"""One member's answer to an invitation, as a transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import seats
from bot.domain.job_kinds import JobKind
from bot.domain.party import AHEAD, CURRENT, Person, Rsvp, SeatStatus, may_know, may_take_seat, roles_of
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.services.parties.drafts import hold_until
from bot.services.parties.schedule import COALESCE, schedule_redraw
from bot.services.parties.values import Answered
from bot.store.engine.database import Transaction
from bot.store.jobs import schedule, schedule_by
from bot.store.parties import parties as store
from bot.store.parties import people as people_store
from bot.store.parties import series as series_store
from bot.store.parties.people import AtStake


def record_answer(
    asker: Asker, party_id: int, answer: Rsvp, now: datetime, *, hold: timedelta
) -> Transaction[Answered]:
    """Stores the answer, and tells what it led to. `hold`: how long a freed seat is kept for
    the next in the line. Raises EtoileError for a party that is over, closed, or not theirs to know of."""
    party = yield from store.lock_party(party_id=party_id)
    if party is None or party.guild_id != asker.guild_id:
        raise EtoileError("party-gone")
    me = yield from people_store.load_person(party_id=party_id, user_id=asker.user_id)
    if me is None and not may_know(party, asker):
        raise EtoileError("party-gone")
    if party.state not in CURRENT:
        raise EtoileError("party-closed")
    if answer.comes and not party.open_to(now) and (me is None or me.place not in (SeatStatus.SEAT, SeatStatus.OFFER)):
        raise EtoileError("party-answers-closed")
    has_part = me is not None and me.place is not SeatStatus.NONE
    if answer.comes and not has_part and not may_take_seat(party, asker):
        raise EtoileError("party-for-roles", roles=roles_of(party))
    if me is not None and seats.moves_nobody(me, answer):
        stake = AtStake(people={me.user_id: me}, seats=1, turn=me.turn)
    else:
        stake = yield from people_store.load_at_stake(party_id=party_id, user_id=asker.user_id, seats=party.seats)
    after = seats.answered(
        stake.people, stake.seats, user_id=asker.user_id, answer=answer, turn=stake.turn, now=now,
        hold_until=hold_until(party, now, hold),
    )  # fmt: skip
    me = after[asker.user_id]
    if me.turn == 0:
        me = after[asker.user_id] = replace(me, turn=stake.turn)
    yield from people_store.save_people(party_id=party_id, before=stake.people, after=after)
    yield from schedule_redraw(party, now, mirror=False)
    if party.state in AHEAD and any(_untold(person) for person in after.values()):
        yield from schedule(kind=JobKind.PARTY_OFFER, subject_id=party.id, due_at=now)
    if any(person.offer_until is not None for person in stake.people.values()):  # what was said of it may be done with
        yield from schedule_by(kind=JobKind.PARTY_TIDY, subject_id=party.id, due_at=now + COALESCE)
    waiting = 0
    if me.place is SeatStatus.LINE:
        waiting = yield from people_store.count_before(party_id=party_id, turn=me.turn)
    offer_until = me.offer_until if me.place is SeatStatus.OFFER else None
    return Answered(party=party, place=me.place, waiting=waiting, offer_until=offer_until)


def record_regular(asker: Asker, party_id: int, now: datetime, *, comes: bool, hold: timedelta) -> Transaction[None]:
    """The member comes to this party and to all that follow in its series, or no longer by itself."""
    party = yield from store.load_party(party_id=party_id)
    if party is None or not may_know(party, asker):
        raise EtoileError("party-gone")
    if party.series_id is None:
        raise EtoileError("party-no-series")
    yield from series_store.set_regular(series_id=party.series_id, user_id=asker.user_id, comes=comes)
    if not comes:
        return
    for each in (yield from store.list_series(series_id=party.series_id, states=AHEAD)):
        if each.starts_at >= party.starts_at and each.open_to(now):
            yield from record_answer(asker, each.id, Rsvp.GOING, now, hold=hold)


def _untold(person: Person) -> bool:
    """Whether the member has been given something that they do not know of yet."""
    return (
        person.offer_until is not None and not person.offer_told and person.place in (SeatStatus.SEAT, SeatStatus.OFFER)
    )
