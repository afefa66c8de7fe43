"""What the jobs of parties need: who is to be called, what is to be posted, and that it is never posted twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Coroutine
from datetime import datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypedDict, TypeVar

from bot.domain.locale import Locale
from bot.domain.party import (
    REMINDER_MINUTES,
    News,
    Party,
    Person,
    ReminderChoice,
    Rsvp,
    SeatStatus,
    State,
    seated,
)
from bot.domain.walltime import wall_of
from bot.services.parties import due_transactions as transactions
from bot.services.parties.schedule import LATE
from bot.services.parties.service import PartiesService
from bot.services.parties.values import Call, RoleChanges, SeatsToTell
from bot.store.engine.database import Database, Transaction
from bot.store.parties import parties as store
from bot.store.parties import people as people_store

P = ParamSpec("P")
T = TypeVar("T")


class _Called(TypedDict):
    here: tuple[int, ...]
    direct: tuple[int, ...]
    locales: dict[int, Locale]


def _writes(
    transaction: Callable[P, Transaction[T]],
) -> Callable[Concatenate[PartyDueService, P], Coroutine[Any, Any, T]]:
    """A method that runs one transaction and nothing else."""

    async def run(self: PartyDueService, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self.db.write(transaction, *args, **kwargs)

    return run


class PartyDueService:
    """The rules behind the jobs. Each call may come again after a crash and then gives the same answer, or none."""

    def __init__(self, db: Database, parties: PartiesService, *, hold: timedelta) -> None:
        self.db = db
        self._parties = parties
        self._hold = hold

    draw_at = _writes(transactions.draw_at)

    # -- before the start

    async def remind(self, party_id: int, now: datetime) -> Call | None:
        """Whom to remind now. Reminders that were missed are one reminder. None: nobody, or it has begun."""
        view = await self._parties.find(party_id)
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

    async def ask(self, party_id: int, user_ids: Collection[int], now: datetime) -> Call | None:
        """Whom of these, who said that its time suits them, to ask whether they come. None: it isn’t ahead."""
        view = await self._parties.find(party_id)
        if view is None or view.party.state is not State.OPEN or now >= view.party.starts_at:
            return None
        answered = {person.user_id for person in view.people}
        people = [
            Person(user_id=user_id, answer=Rsvp.MAYBE, place=SeatStatus.NONE)
            for user_id in user_ids
            if user_id not in answered
        ]
        called = await self._called(view.party, people, now, wanted=None, quiet=False)
        return Call(view=view, purpose="ask", **called, late=False)

    mark_reminded = _writes(transactions.mark_reminded)

    async def begin(self, party_id: int, now: datetime) -> Call | None:
        """Start the ready check. None when the party is not ahead any more and has nothing to say."""
        speaks = await self.db.write(transactions.begin, party_id, now)
        view = await self._parties.find(party_id) if speaks else None
        if view is None:
            return None
        late = now - view.party.starts_at > LATE
        purpose = f"start:{int(view.party.starts_at.timestamp())}"
        coming = seated(list(view.people))
        deserted = not coming and view.party.state is State.LIVE
        if late or deserted:
            return Call(view=view, purpose=purpose, here=(), direct=(), late=late, deserted=deserted)
        called = await self._called(view.party, coming, now, wanted=None)
        return Call(view=view, purpose=purpose, **called, late=False)

    async def pass_on_seats(self, party_id: int, now: datetime) -> SeatsToTell | None:
        """Pass on what was held too long; returns whom to tell of a seat. None: nobody."""
        people = await self.db.write(transactions.pass_on_seats, party_id, now, hold=self._hold)
        view = await self._parties.find(party_id) if people else None
        return None if view is None else SeatsToTell(view=view, people=tuple(people))

    mark_offers_told = _writes(transactions.mark_offers_told)

    async def mark_offer_told(self, party_id: int, user_id: int) -> None:
        """The member knows that a seat is held for them."""
        await self.db.write(transactions.mark_people, party_id, [user_id], offer_told=True)

    check_minimum = _writes(transactions.check_minimum)

    async def remove_people(self, party_id: int, gone: Collection[int], now: datetime) -> None:
        """These members left the server: their seats are free."""
        await self.db.write(transactions.remove_people, party_id, gone, now, hold=self._hold)

    drop_draft = _writes(transactions.drop_draft)

    # -- during

    end_ready_check = _writes(transactions.end_ready_check)
    end_when_due = _writes(transactions.end_when_due)
    ask_again_later = _writes(transactions.ask_again_later)

    # -- after a change

    async def news(self, party_id: int, now: datetime) -> Call | None:
        """Whom to tell that the party moved or was called off; None when there is nothing to tell."""
        view = await self._parties.find(party_id)
        if view is None or view.party.news is None:
            return None
        party = view.party
        people = await self.db.read(transactions.list_concerned, party)
        given = [person for person in people if party.news is News.MOVED and person.has_untold_seat]
        people = [person for person in people if person not in given]
        if party.news is not News.MINIMUM:
            people = [person for person in people if person.user_id != party.host_id]
        called = await self._called(party, people, now, wanted=None, quiet=False)
        purpose = f"news:{party.sequence}"
        return Call(view=view, purpose=purpose, **called, late=False, given=tuple(given))

    async def mark_news_told(self, call: Call) -> None:
        """Everybody whom the news concern knows them, and whoever came to a seat knows that too."""
        await self.db.write(transactions.mark_news_told, call.view.party, [person.user_id for person in call.given])

    async def roles(self, party_id: int) -> RoleChanges | None:
        """Who has to get the attendee role and who has to lose it. None: the party is gone or has no such role."""
        view = await self._parties.find(party_id)
        if view is None or view.party.seat_role_id is None:
            return None
        over = view.party.state in (State.OVER, State.CANCELLED)
        holds = {person.user_id for person in view.people if person.place is SeatStatus.SEAT and not over}
        give = [person.user_id for person in view.people if person.user_id in holds and not person.has_role]
        take = [person.user_id for person in view.people if person.user_id not in holds and person.has_role]
        return RoleChanges(party=view.party, give=tuple(give), take=tuple(take))

    async def mark_role(self, party_id: int, user_id: int, *, has_role: bool) -> None:
        """The member got or lost the attendee role."""
        await self.db.write(transactions.mark_people, party_id, [user_id], has_role=has_role)

    # -- the mirror among the server's events

    forget_left_cards = _writes(transactions.forget_left_cards)
    set_event = _writes(transactions.set_event)
    mirror_soon = _writes(transactions.mirror_soon)
    event_removed = _writes(transactions.event_removed)

    async def may_mirror(self, party_id: int) -> bool:
        """Whether it is this party's turn: of a series only the next date is mirrored."""
        return await self.db.read(transactions.is_next_of_series, party_id)

    async def find_by_event(self, event_id: int) -> Party | None:
        """The party that one of the server's events mirrors."""
        return await self.db.read(store.find_by_event, event_id=event_id)

    async def _called(
        self, party: Party, people: list[Person], now: datetime, *, wanted: list[int] | None, quiet: bool = True
    ) -> _Called:
        """Who of these wants to be called, in the thread and directly. `wanted` None: at any of their times."""
        chosen = await self.db.read(people_store.load_choices, user_ids=[person.user_id for person in people])
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
