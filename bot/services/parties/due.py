"""What the jobs of parties need: who is to be called, what is to be posted, and that it is never posted twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypedDict

from bot.clock import Clock
from bot.domain import playback, seats
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.party import (
    AHEAD,
    REMINDER_MINUTES,
    Ended,
    Mirror,
    News,
    Party,
    Person,
    ReminderChoice,
    SeatStatus,
    State,
    seated,
)
from bot.domain.walltime import wall_of
from bot.services.parties import due_transactions as works
from bot.services.parties.clock import end
from bot.services.parties.drafts import hold_until
from bot.services.parties.schedule import ASK_AGAIN, IDLE, LATE, changed, clock_pressed
from bot.services.parties.service import PartiesService
from bot.services.parties.values import Call, PartyView
from bot.store.engine.database import Database, Transaction
from bot.store.jobs import schedule
from bot.store.parties import parties as store
from bot.store.parties import people as people_store


class _Called(TypedDict):
    here: tuple[int, ...]
    direct: tuple[int, ...]
    locales: dict[int, Locale]


class PartyDueService:
    """The rules behind the jobs. Each call may come again after a crash and then gives the same answer, or none."""

    def __init__(self, db: Database, clock: Clock, parties: PartiesService, *, hold: timedelta) -> None:
        self._db = db
        self._clock = clock
        self._parties = parties
        self._hold = hold

    async def exists(self, party_id: int) -> bool:
        """Whether the party is still stored: jobs outlive what was deleted."""
        return await self._db.read(store.load_party, party_id=party_id) is not None

    async def draw_at(self, party_id: int, at: datetime) -> None:
        """Draw the card and the clock anew at that instant."""
        await self._db.write(schedule, kind=JobKind.PARTY_TICK, subject_id=party_id, due_at=at)

    # -- before the start

    async def remind(self, party_id: int, now: datetime) -> Call | None:
        """Whom to remind now. Reminders that were missed are one reminder. None: nobody, or it has begun."""
        view = await self._view(party_id)
        if view is None or view.party.state is not State.OPEN or now >= view.party.starts_at:
            return None
        party = view.party
        missed = [m for m in REMINDER_MINUTES if party.reminded_to < party.starts_at - timedelta(minutes=m) <= now]
        if not missed:
            return None
        nearest = min(missed)
        called = await self._called(party, seated(list(view.people)), now, wanted=missed)
        late = now - (party.starts_at - timedelta(minutes=nearest)) > LATE
        purpose = f"remind:{int(party.starts_at.timestamp())}:{nearest}"
        return Call(view=view, purpose=purpose, **called, late=late)

    async def reminded(self, party_id: int, now: datetime) -> None:
        """The reminders up to now are out: wait for the next."""
        await self._db.write(works.reminded, party_id, now)

    async def begin(self, party_id: int, now: datetime) -> Call | None:
        """Start the ready check. None when the party is not ahead any more and has nothing to say."""
        speaks = await self._db.write(self._begin, party_id, now)
        view = await self._view(party_id)
        if view is None or not speaks:
            return None
        late = now - view.party.starts_at > LATE
        purpose = f"start:{int(view.party.starts_at.timestamp())}"
        coming = seated(list(view.people))
        deserted = not coming and view.party.state is State.LIVE
        if late or deserted:
            return Call(view=view, purpose=purpose, here=(), direct=(), late=late, deserted=deserted)
        called = await self._called(view.party, coming, now, wanted=None)
        return Call(view=view, purpose=purpose, **called, late=False)

    async def offers(self, party_id: int, now: datetime) -> tuple[PartyView, list[Person]] | None:
        """Pass on what was held too long; returns whom to tell that a seat is held for them."""
        told = await self._db.write(self._offers, party_id, now)
        view = await self._view(party_id)
        return None if view is None or not told else (view, told)

    async def offers_told(self, party_id: int, now: datetime) -> None:
        """Everybody who is offered a seat knows: come back when the first of them has let it pass."""
        await self._db.write(works.offers_told, party_id, now)

    async def offer_told(self, party_id: int, user_id: int) -> None:
        """The member knows that a seat is held for them."""
        await self._db.write(works.mark, party_id, [user_id], offer_told=True)

    async def check_minimum(self, party_id: int, now: datetime) -> Party | None:
        """Call the party off when too few come: then the party, also when this is asked again."""
        return await self._db.write(works.check_minimum, party_id, now)

    async def departed(self, party_id: int, gone: Iterable[int], now: datetime) -> None:
        """These members left the server: their seats are free."""
        await self._db.write(self._departed, party_id, set(gone), now)

    # -- during

    async def ready_over(self, party_id: int, now: datetime) -> None:
        """The time for getting ready is over: start with those who are. Nobody is: wait, and give up in the end."""
        await self._db.write(works.ready_over, party_id, now)

    async def end_due(self, party_id: int, now: datetime) -> bool:
        """The episode's length is over, or it is time to ask: whether the host must be asked."""
        return await self._db.write(works.end_due, party_id, now)

    async def asked(self, party_id: int, now: datetime) -> None:
        """The host was asked whether it is over: ask again later."""
        await self._db.write(schedule, kind=JobKind.PARTY_END, subject_id=party_id, due_at=now + ASK_AGAIN)

    # -- after a change

    async def news(self, party_id: int, now: datetime) -> Call | None:
        """Whom to tell that the party moved or was called off; None when there is nothing to tell."""
        view = await self._view(party_id)
        if view is None or view.party.news is None:
            return None
        party = view.party
        people = await self._db.read(works.concerned, party)
        given = [person for person in people if party.news is News.MOVED and person.has_untold_seat]
        people = [person for person in people if person not in given]
        if party.news is not News.MINIMUM:
            people = [person for person in people if person.user_id != party.host_id]
        called = await self._called(party, people, now, wanted=None, quiet=False)
        purpose = f"news:{party.sequence}"
        return Call(view=view, purpose=purpose, **called, late=False, given=tuple(given))

    async def news_told(self, call: Call) -> None:
        """Everybody whom the news concern knows them, and who came to a seat knows that too."""
        await self._db.write(works.news_told, call.view.party, [person.user_id for person in call.given])

    async def roles(self, party_id: int) -> tuple[PartyView, list[int], list[int]] | None:
        """Who has to get the attendee role and who has to lose it."""
        view = await self._view(party_id)
        if view is None or view.party.seat_role_id is None:
            return None
        over = view.party.state in (State.OVER, State.CANCELLED)
        holds = {person.user_id for person in view.people if person.place is SeatStatus.SEAT and not over}
        give = [person.user_id for person in view.people if person.user_id in holds and not person.has_role]
        take = [person.user_id for person in view.people if person.user_id not in holds and person.has_role]
        return view, give, take

    async def role_changed(self, party_id: int, user_id: int, *, has_role: bool) -> None:
        """The member got or lost the attendee role."""
        await self._db.write(works.mark, party_id, [user_id], has_role=has_role)

    async def mirrored(self, party_id: int, *, event_id: int | None, mirror: Mirror) -> None:
        """What became of the party's mirror among the server's events."""
        await self._db.write(works.mirrored, party_id, event_id, mirror)

    async def may_mirror(self, party_id: int) -> bool:
        """Whether it is this party's turn: of a series only the next date is mirrored."""
        return await self._db.read(works.is_next, party_id)

    async def by_event(self, event_id: int) -> Party | None:
        """The party that one of the server's events mirrors."""
        return await self._db.read(store.find_by_event, event_id=event_id)

    async def mirror_soon(self, party: Party, now: datetime) -> None:
        """Somebody changed the event: put it right."""
        await self._db.write(schedule, kind=JobKind.PARTY_MIRROR, subject_id=party.id, due_at=now)

    async def drop_draft(self, party_id: int) -> None:
        """Delete a draft that nobody posted."""
        await self._db.write(works.drop_draft, party_id)

    # -- works and helpers

    async def _view(self, party_id: int) -> PartyView | None:
        if await self._db.read(store.load_party, party_id=party_id) is None:
            return None
        return await self._parties.view(party_id)

    async def _called(
        self, party: Party, people: list[Person], now: datetime, *, wanted: list[int] | None, quiet: bool = True
    ) -> _Called:
        """Who of these wants to be called, in the thread and directly. `wanted` None: at any of their times."""
        chosen = await self._db.read(people_store.load_choices, user_ids=[person.user_id for person in people])
        here: list[int] = []
        direct: list[int] = []
        locales: dict[int, Locale] = {}
        for person in sorted(people, key=lambda one: one.user_id):
            choice, zone = chosen.get(person.user_id, (ReminderChoice(), None))
            if not choice.minutes or (wanted is not None and not choice.minutes & set(wanted)):
                continue
            wall = wall_of(now, zone or party.zone)
            if quiet and choice.quiet_at(wall.hour * 60 + wall.minute):
                continue
            (direct if choice.direct else here).append(person.user_id)
            if choice.locale is not None:
                locales[person.user_id] = choice.locale
        return {"here": tuple(here), "direct": tuple(direct), "locales": locales}

    def _begin(self, party_id: int, now: datetime) -> Transaction[bool]:
        """Whether something is to be said: that it begins, also again after a crash, or that it was missed."""
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
        yield from clock_pressed(party, None, clock, now)
        return True

    def _offers(self, party_id: int, now: datetime) -> Transaction[list[Person]]:
        party = yield from store.lock_party(party_id=party_id)
        if party is None or party.state not in AHEAD:
            return []
        people = yield from people_store.load_people(party_id=party_id)
        until = hold_until(party, now, self._hold)
        after = seats.settled(people, party.seats, now=now, hold_until=until)
        yield from people_store.save_people(party_id=party_id, before=people, after=after)
        if after != people:
            yield from changed(party, now, mirror=False)
        untold = [one for one in after.values() if works.is_to_be_told(party, one)]
        return sorted(untold, key=lambda one: one.turn)

    def _departed(self, party_id: int, gone: set[int], now: datetime) -> Transaction[None]:
        party = yield from store.lock_party(party_id=party_id)
        if party is None or not gone:
            return
        people = yield from people_store.load_people(party_id=party_id)
        until = hold_until(party, now, self._hold)
        after = seats.left(people, party.seats, gone, now=now, hold_until=until)
        yield from people_store.save_people(party_id=party_id, before=people, after=after)
        if party.state in AHEAD:
            yield from schedule(kind=JobKind.PARTY_OFFER, subject_id=party_id, due_at=now)
        yield from changed(party, now, mirror=False)
