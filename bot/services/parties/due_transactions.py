"""The transactions behind the jobs of parties."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import playback, seats
from bot.domain.job_kinds import JobKind
from bot.domain.party import AHEAD, Ended, Mirror, News, Party, Person, SeatStatus, State, seated
from bot.domain.playback import Phase
from bot.services.parties.clock import end, length_of
from bot.services.parties.drafts import hold_until
from bot.services.parties.schedule import ASK_AGAIN, COALESCE, IDLE, next_slot, schedule_clock, schedule_redraw
from bot.services.parties.search_links import dropped_for
from bot.services.parties.transitions import cancel_party
from bot.store.engine.database import Transaction
from bot.store.jobs import schedule, schedule_by
from bot.store.parties import parties as store
from bot.store.parties import people as people_store
from bot.store.parties import series as series_store


def mark_reminded(party_id: int, now: datetime) -> Transaction[None]:
    """Reminders up to now are out: the next slot."""
    party = yield from store.lock_party(party_id=party_id)
    if party is None or party.state is not State.OPEN:
        return
    party = replace(party, reminded_to=max(now, party.reminded_to))
    yield from store.save_party(party)
    slot = next_slot(party, now)
    if slot is not None:
        yield from schedule(kind=JobKind.PARTY_REMIND, subject_id=party_id, due_at=slot)


def mark_offers_told(party_id: int, now: datetime) -> Transaction[None]:
    """Comes back when the first held seat has to pass on; at once for who was offered one since the last look."""
    # Not before they are told: scheduling a job anew lets go of it, and a crash would then lose the telling.
    party = yield from store.lock_party(party_id=party_id)
    if party is None:
        return
    people = yield from people_store.load_people(party_id=party_id)
    untold = [now for person in people.values() if is_to_be_told(party, person)]
    ends = [one.offer_until for one in people.values() if one.place is SeatStatus.OFFER and one.offer_until is not None]
    if untold or ends:
        yield from schedule(kind=JobKind.PARTY_OFFER, subject_id=party_id, due_at=min(untold or ends))


def is_to_be_told(party: Party, person: Person) -> bool:
    """Whether the member has to be told of a seat now. Who came to one as the party moved learns both from the news."""
    if person.has_untold_seat:
        return party.news is not News.MOVED
    return person.place is SeatStatus.OFFER and not person.offer_told


def check_minimum(party_id: int, now: datetime) -> Transaction[Party | None]:
    """Calls the party off when too few come, and returns it as it is then; None when it is not off for that."""
    party = yield from store.lock_party(party_id=party_id)
    if party is not None and party.state is State.OPEN and party.minimum and now < party.starts_at:
        people = yield from people_store.load_people(party_id=party_id)
        if len(seated(list(people.values()))) < party.minimum:
            yield from cancel_party(party, Ended.MINIMUM, now)
            party = yield from store.load_party(party_id=party_id)
    return party if party is not None and party.ended is Ended.MINIMUM else None


def end_ready_check(party_id: int, now: datetime) -> Transaction[None]:
    """Starts with those who are ready; waits while nobody is, and gives up in the end."""
    party = yield from store.lock_party(party_id=party_id)
    clock = yield from people_store.load_clock(party_id=party_id)
    if party is None or clock is None or party.state is not State.LIVE or clock.phase(now) is not Phase.READY:
        return
    people = yield from people_store.load_people(party_id=party_id)
    if any(person.ready for person in people.values()):
        after = playback.resumed(clock, now)
        yield from people_store.save_clock(after, party_id=party_id)
        yield from schedule_clock(party, clock, after, now)
    elif now - clock.since > IDLE:
        yield from end(party, clock, Ended.IDLE, now)
    else:
        yield from schedule(kind=JobKind.PARTY_READY, subject_id=party_id, due_at=now + timedelta(minutes=30))


def end_when_due(party_id: int, now: datetime) -> Transaction[bool]:
    """Ends or goes on when the length is over; True when nobody can know, and the host must be asked."""
    party = yield from store.lock_party(party_id=party_id)
    clock = yield from people_store.load_clock(party_id=party_id)
    if party is None or clock is None or party.state is not State.LIVE:
        return False
    length = length_of(party)
    phase = clock.phase(now, length=length)
    if phase is Phase.ENDED and length is not None:
        if clock.episode >= party.last_episode:
            yield from end(party, clock, Ended.LENGTH, now)
        else:
            after = playback.next_episode(clock, now, last=party.last_episode)
            yield from people_store.save_clock(after, party_id=party_id)
            yield from schedule_clock(party, clock, after, now)
        return False
    ends_at = clock.ends_at(length)
    if ends_at is not None and ends_at > now:
        yield from schedule(kind=JobKind.PARTY_END, subject_id=party_id, due_at=ends_at)
        return False
    if now - clock.since > IDLE * 2:
        yield from end(party, clock, Ended.IDLE, now)
        return False
    return True


def ask_again_later(party_id: int, now: datetime) -> Transaction[None]:
    """The host was asked whether it is over: ask again later."""
    yield from schedule(kind=JobKind.PARTY_END, subject_id=party_id, due_at=now + ASK_AGAIN)


def draw_at(party_id: int, at: datetime) -> Transaction[None]:
    """Draws the card and the clock anew at that instant."""
    yield from schedule(kind=JobKind.PARTY_TICK, subject_id=party_id, due_at=at)


def mirror_soon(party_id: int, now: datetime) -> Transaction[None]:
    """Puts the party's event right: somebody changed it."""
    yield from schedule(kind=JobKind.PARTY_MIRROR, subject_id=party_id, due_at=now)


def list_concerned(party: Party) -> Transaction[list[Person]]:
    """Everybody whom the news of a party concern, once: also those of the parties that were called off with it."""
    found: dict[int, Person] = {}
    for each in [party, *(yield from _list_called_off_with(party))]:
        people = yield from people_store.load_people(party_id=each.id)
        found = {user_id: person for user_id, person in people.items() if person.place is not SeatStatus.NONE} | found
    return list(found.values())


def _list_called_off_with(party: Party, *, lock: bool = False) -> Transaction[list[Party]]:
    """The parties that were called off together, as long as nobody was told."""
    if party.news is not News.SERIES or party.series_id is None:
        return []
    found = yield from store.list_series(series_id=party.series_id, states=(State.CANCELLED,), lock=lock)
    return [each for each in found if each.news is News.SERIES]


def mark_news_told(told: Party, given: list[int]) -> Transaction[None]:
    """Forgets the news of a party, and of those that were called off with it, if there are none newer. `given`: who
    was told of a seat as well."""
    if told.series_id is not None:  # before the parties, as everywhere
        yield from series_store.lock_series(series_id=told.series_id)
    yield from mark_people(told.id, given, offer_told=True)
    party = yield from store.load_party(party_id=told.id)
    if party is not None and party.sequence == told.sequence:
        for each in (yield from _list_called_off_with(party, lock=True)) or [party]:
            yield from store.save_party(replace(each, news=None))


def mark_people(party_id: int, user_ids: list[int], **marks: bool) -> Transaction[None]:
    """Marks these members, where they still have a part."""
    yield from store.lock_party(party_id=party_id)
    people = yield from people_store.load_people(party_id=party_id)
    after = dict(people)
    for user_id in user_ids:
        if user_id in people:
            after[user_id] = replace(people[user_id], **marks)  # pyright: ignore[reportArgumentType]
    yield from people_store.save_people(party_id=party_id, before=people, after=after)


def set_event(party_id: int, *, event_id: int | None, mirror: Mirror) -> Transaction[None]:
    """Stores what became of the mirror."""
    party = yield from store.lock_party(party_id=party_id)
    if party is not None:
        yield from store.save_party(replace(party, event_id=event_id, mirror=mirror))


def event_removed(party_id: int, now: datetime) -> Transaction[None]:
    """Somebody removed the party's event: it is not made again by itself, and the host is asked what holds."""
    party = yield from store.lock_party(party_id=party_id)
    if party is not None:
        yield from store.save_party(replace(party, mirror=Mirror.OFF))
        yield from schedule(kind=JobKind.PARTY_ASK, subject_id=party_id, due_at=now)


def forget_left_cards(party_id: int, told: Collection[tuple[int, int]]) -> Transaction[None]:
    """Forgets these cards in channels that the party left."""
    party = yield from store.lock_party(party_id=party_id)
    if party is not None:
        left = tuple(card for card in party.left_cards if card not in told)
        yield from store.save_party(replace(party, left_cards=left))


def is_next_of_series(party_id: int) -> Transaction[bool]:
    """Whether it is the first of its series that is on or ahead."""
    party = yield from store.load_party(party_id=party_id)
    if party is None or party.series_id is None:
        return party is not None
    ahead = yield from store.list_series(series_id=party.series_id, states=(State.OPEN, State.LIVE))
    return not ahead or ahead[0].id == party_id or party.state in (State.OVER, State.CANCELLED)


def drop_draft(party_id: int, now: datetime) -> Transaction[None]:
    """Deletes the party if it still is a draft, with its series."""
    party = yield from store.lock_party(party_id=party_id)
    if party is not None and party.state is State.DRAFT:
        yield from dropped_for(party_id, now)
        yield from store.delete_party(party_id=party_id)
        if party.series_id is not None:
            yield from series_store.delete_series(series_id=party.series_id)


def begin(party_id: int, now: datetime) -> Transaction[bool]:
    """Starts the ready check. Returns whether something is to be said: that it begins, also again after a crash, or
    that it was missed."""
    party = yield from store.lock_party(party_id=party_id)
    if party is not None and party.state is State.OVER and party.ended is Ended.IDLE:
        return (yield from people_store.load_clock(party_id=party_id)) is None
    if party is None or party.state not in (State.OPEN, State.LIVE) or now < party.starts_at:
        return False
    if party.state is State.LIVE:
        return True
    if now - party.starts_at > IDLE:
        yield from end(replace(party, state=State.LIVE), None, Ended.IDLE, now)
        return True
    people = yield from people_store.load_people(party_id=party_id)
    after = seats.settled(people, party.seats, now=now, hold_until=now)
    yield from people_store.save_people(party_id=party_id, before=people, after=after)
    party = replace(party, state=State.LIVE)
    yield from store.save_party(party)
    clock = playback.ready_check(episode=party.first_episode, now=now)
    yield from people_store.save_clock(clock, party_id=party_id)
    yield from schedule_clock(party, None, clock, now)
    return True


def pass_on_seats(party_id: int, now: datetime, *, hold: timedelta) -> Transaction[list[Person]]:
    """Passes on what was held too long. Returns whom to tell of a seat, in the order of the line."""
    party = yield from store.lock_party(party_id=party_id)
    if party is None or party.state not in AHEAD:
        return []
    people = yield from people_store.load_people(party_id=party_id)
    until = hold_until(party, now, hold)
    after = seats.settled(people, party.seats, now=now, hold_until=until)
    yield from people_store.save_people(party_id=party_id, before=people, after=after)
    if after != people:
        yield from schedule_redraw(party, now, mirror=False)
        yield from schedule_by(kind=JobKind.PARTY_TIDY, subject_id=party.id, due_at=now + COALESCE)
    untold = [one for one in after.values() if is_to_be_told(party, one)]
    return sorted(untold, key=lambda one: one.turn)


def remove_people(party_id: int, gone: Collection[int], now: datetime, *, hold: timedelta) -> Transaction[None]:
    """Frees the seats of those who left the server."""
    party = yield from store.lock_party(party_id=party_id)
    if party is None or not gone:
        return
    people = yield from people_store.load_people(party_id=party_id)
    until = hold_until(party, now, hold)
    after = seats.left(people, party.seats, set(gone), now=now, hold_until=until)
    yield from people_store.save_people(party_id=party_id, before=people, after=after)
    if party.state in AHEAD:
        yield from schedule(kind=JobKind.PARTY_OFFER, subject_id=party_id, due_at=now)
    yield from schedule_redraw(party, now, mirror=False)
