"""Finding a time for a party: offered by its host, ticked by members, chosen with one press."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.domain.job_kinds import JobKind
from bot.domain.party import Party, may_take_seat, roles_of
from bot.domain.readers import Asker
from bot.domain.time_search import (
    FEWEST_SLOTS,
    MOST_SLOTS,
    SearchState,
    TimeSearch,
    closing_of,
    may_see_search,
    may_steer_search,
)
from bot.errors import EtoileError
from bot.services.parties.editing import PartyChangesService
from bot.services.parties.service import PartiesService
from bot.services.parties.values import Edit, Preview, Wish
from bot.store.engine.database import Database, Transaction
from bot.store.ids import new_id
from bot.store.jobs import schedule, schedule_by, unschedule
from bot.store.parties import parties as party_store
from bot.store.parties import searches as store
from bot.store.parties.searches import Ticks

MOST_OPEN = 20
"""So many searches of one server are open at once."""
COALESCE = timedelta(seconds=3)
POSTED_BY = timedelta(seconds=30)
"""Whoever posts a search posts its message; a job does, if they could not by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A moment, and how many it suits."""

    at: datetime
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """A search as everybody may see it. `never`: how many cannot come at any of the moments, for its host alone."""

    search: TimeSearch
    slots: tuple[Slot, ...]
    voters: int
    never: int
    role_ids: frozenset[int] = frozenset()

    def best(self, now: datetime) -> Slot | None:
        """The moment ahead that suits the most, the earlier of two; None when nobody can come at any."""
        ahead = [slot for slot in self.slots if slot.at > now and slot.count]
        return max(ahead, key=lambda slot: (slot.count, -slot.at.timestamp()), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTicks:
    """What one member ticked; None: they said nothing yet."""

    view: SearchView
    slots: tuple[datetime, ...] | None


class TimeSearchService:
    """What hosts and members do with a search."""

    def __init__(self, db: Database, clock: Clock, parties: PartiesService, changes: PartyChangesService) -> None:
        self._db = db
        self._clock = clock
        self._parties = parties
        self._changes = changes

    # -- the host, before it is posted

    async def propose(self, asker: Asker, wish: Wish, slots: Sequence[datetime]) -> TimeSearch:
        """Keep the party that somebody wants to host, and the moments that they offer, as drafts.

        Raises EtoileError for who may not host here, for too many moments, and for a wish that cannot be.
        """
        check_slots(slots)
        now = self._clock.now()
        draft = (await self._parties.draft(asker, replace(wish, starts_at=slots[0]))).view.party
        search = TimeSearch(
            id=new_id(),
            guild_id=draft.guild_id,
            channel_id=draft.channel_id,
            host_id=asker.user_id,
            party_id=draft.id,
            first_episode=draft.first_episode,
            last_episode=draft.last_episode,
            locale=draft.locale,
            zone=draft.zone,
            slots=tuple(slots),
            state=SearchState.DRAFT,
            closes_at=closing_of(slots, now),
        )
        await self._db.write(store.save_search, search)
        return search

    async def draft(self, asker: Asker, search_id: int) -> TimeSearch:
        """A search that is not posted yet, for its host. Raises EtoileError("party-find-gone")."""
        search = await self._db.read(store.load_search, search_id=search_id)
        if search is None or search.host_id != asker.user_id or search.state is not SearchState.DRAFT:
            raise EtoileError("party-find-gone")
        return search

    async def offer_instead(self, asker: Asker, search_id: int, slots: Sequence[datetime]) -> TimeSearch:
        """Offer other moments, before it is posted. Raises EtoileError."""
        check_slots(slots)
        search = await self.draft(asker, search_id)
        search = replace(search, slots=tuple(slots), closes_at=closing_of(slots, self._clock.now()))
        await self._db.write(store.save_search, search)
        return search

    async def post(self, asker: Asker, search_id: int) -> TimeSearch:
        """Let members tick from now on. Raises EtoileError, also when all moments have passed."""
        return await self._db.write(_open, asker, search_id, self._clock.now())

    async def discard(self, asker: Asker, search_id: int) -> None:
        """Drop a search that is not posted, with the draft of its party."""
        search = await self.draft(asker, search_id)
        await self._db.write(_discard, search)

    # -- members

    async def look(self, asker: Asker, search_id: int) -> OwnTicks:
        """The search with what the asker ticked. Raises EtoileError("party-find-gone")."""
        view, ticks = await self._db.read(_look, search_id, asker)
        return OwnTicks(view=view, slots=ticks.get(asker.user_id))

    async def tick(self, asker: Asker, search_id: int, slots: Collection[datetime] | None) -> OwnTicks:
        """Say which moments suit the asker, instead of what they said before: none at all, or (None) nothing any more.

        Raises EtoileError when nobody can tick any more, and for who could not take a seat anyway.
        """
        await self._db.write(_tick, asker, search_id, slots, self._clock.now())
        return await self.look(asker, search_id)

    # -- the host, while it runs

    async def steered(self, asker: Asker, search_id: int) -> SearchView:
        """The search, for who may steer it. Raises EtoileError."""
        view, _ = await self._db.read(_look, search_id, asker)
        if not may_steer_search(view.search, asker):
            raise EtoileError("party-find-not-host")
        return view

    async def choose(self, asker: Asker, search_id: int, slot: datetime) -> Preview:
        """Make this moment the start of the draft: the preview, as after planning. For its host alone.

        Raises EtoileError for anybody else, for a moment that was not offered, and when the draft is gone.
        """
        search = (await self.steered(asker, search_id)).search
        if search.host_id != asker.user_id:
            raise EtoileError("party-find-host-chooses", host=f"<@{search.host_id}>")
        if search.party_id is None or search.state not in (SearchState.OPEN, SearchState.CLOSED):
            raise EtoileError("party-find-over")
        if slot not in search.slots:
            raise EtoileError("error-button-gone")
        await self._changes.amend_draft(asker, search.party_id, Edit(starts_at=slot))
        return await self._parties.preview(asker, search.party_id)

    async def end(self, asker: Asker, search_id: int) -> SearchView:
        """Let nobody tick any more; pressed again, give the search up, with the draft of its party. Raises EtoileError
        for who may not."""
        await self.steered(asker, search_id)
        await self._db.write(_end, search_id, self._clock.now())
        return await self.steered(asker, search_id)

    # -- what happens by itself

    async def find(self, search_id: int) -> SearchView | None:
        """The search as everybody may see it, None when it is gone."""
        try:
            view, _ = await self._db.read(_look, search_id, None)
        except EtoileError:
            return None
        return view

    async def standing_in(self, guild_id: int, channel_id: int) -> list[TimeSearch]:
        """The searches of a channel of which something is still wanted."""
        return await self._db.read(store.list_standing_in, guild_id=guild_id, channel_id=channel_id)

    async def close_when_due(self, search_id: int) -> SearchView | None:
        """Close a search whose time is up. Returns it while its host has to hear of that, also after a crash."""
        return await self._db.write(_close_when_due, search_id, self._clock.now())

    async def give_up(self, search_id: int) -> TimeSearch | None:
        """Its channel is lost: end it. Returns it when it was on until now."""
        return await self._db.write(_give_up, search_id)

    async def posted(self, search_id: int, message_id: int, *, replaced: bool) -> None:
        """Remember where its message stands."""
        await self._db.write(_posted, search_id, message_id, replaced)

    async def ticked(self, party: Party) -> tuple[int, ...]:
        """Whom the start of a party suits, of those who ticked in the search for it; its host aside."""
        return await self._db.read(_ticked, party)


# -- transactions


def check_slots(slots: Sequence[datetime]) -> None:
    """Raises EtoileError for more moments than can be offered, and for one alone."""
    if len(slots) > MOST_SLOTS:
        raise EtoileError("party-find-many", count=len(slots), most=MOST_SLOTS)
    if len(slots) < FEWEST_SLOTS:
        raise EtoileError("party-find-few")


def _look(search_id: int, asker: Asker | None) -> Transaction[tuple[SearchView, Ticks]]:
    search = yield from store.load_search(search_id=search_id)
    if search is None or (asker is not None and not may_see_search(search, asker)):
        raise EtoileError("party-find-gone")
    return (yield from _counted(search))


def _counted(search: TimeSearch) -> Transaction[tuple[SearchView, Ticks]]:
    ticks = yield from store.load_ticks(search_id=search.id)
    draft = None if search.party_id is None else (yield from party_store.load_party(party_id=search.party_id))
    slots = tuple(Slot(at=at, count=sum(at in own for own in ticks.values())) for at in search.slots)
    never = sum(not own for own in ticks.values())
    roles = frozenset[int]() if draft is None else draft.role_ids
    return SearchView(search=search, slots=slots, voters=len(ticks), never=never, role_ids=roles), ticks


def _open(asker: Asker, search_id: int, now: datetime) -> Transaction[TimeSearch]:
    search = yield from store.hold_search(search_id=search_id)
    if search is None or search.host_id != asker.user_id or search.party_id is None:
        raise EtoileError("party-find-gone")
    if search.state is not SearchState.DRAFT:
        return search
    if len(search.ahead(now)) < FEWEST_SLOTS:
        raise EtoileError("when-past")
    if (yield from store.count_open(guild_id=search.guild_id)) >= MOST_OPEN:
        raise EtoileError("party-find-too-many", most=MOST_OPEN)
    search = replace(search, state=SearchState.OPEN, closes_at=closing_of(search.slots, now))
    yield from store.save_search(search)
    yield from schedule(kind=JobKind.SEARCH_CARD, subject_id=search.id, due_at=now + POSTED_BY)
    yield from schedule(kind=JobKind.SEARCH_CLOSE, subject_id=search.id, due_at=search.closes_at)
    # The draft waits as long as a moment is ahead.
    yield from schedule(kind=JobKind.PARTY_DRAFT, subject_id=search.party_id or 0, due_at=search.slots[-1])
    return search


def _discard(search: TimeSearch) -> Transaction[None]:
    yield from store.delete_search(search_id=search.id)
    if search.party_id is not None:
        yield from party_store.delete_party(party_id=search.party_id)
        yield from unschedule(kind=JobKind.PARTY_DRAFT, subject_id=search.party_id)


def _tick(asker: Asker, search_id: int, slots: Collection[datetime] | None, now: datetime) -> Transaction[None]:
    search = yield from store.hold_search(search_id=search_id)
    if search is None or not may_see_search(search, asker):
        raise EtoileError("party-find-gone")
    if not search.open_at(now):
        raise EtoileError("party-find-closed")
    draft = None if search.party_id is None else (yield from party_store.load_party(party_id=search.party_id))
    if draft is not None and not may_take_seat(draft, asker):
        raise EtoileError("party-for-roles", roles=roles_of(draft))
    if slots is None:
        yield from store.drop_ticks(search_id=search_id, user_id=asker.user_id)
    else:
        wanted = [slot for slot in search.ahead(now) if slot in slots]
        yield from store.save_ticks(search_id=search_id, user_id=asker.user_id, slots=wanted)
    yield from schedule_by(kind=JobKind.SEARCH_CARD, subject_id=search_id, due_at=now + COALESCE)


def _end(search_id: int, now: datetime) -> Transaction[None]:
    search = yield from store.hold_search(search_id=search_id)
    if search is None or search.state not in (SearchState.OPEN, SearchState.CLOSED):
        raise EtoileError("party-find-over")
    closed = search.state is SearchState.OPEN
    search = replace(search, state=SearchState.CLOSED if closed else SearchState.OVER)
    yield from store.save_search(search)
    yield from unschedule(kind=JobKind.SEARCH_CLOSE, subject_id=search_id)
    yield from schedule(kind=JobKind.SEARCH_CARD, subject_id=search_id, due_at=now)
    if not closed and search.party_id is not None:
        yield from party_store.delete_party(party_id=search.party_id)


def _close_when_due(search_id: int, now: datetime) -> Transaction[SearchView | None]:
    search = yield from store.hold_search(search_id=search_id)
    if search is None or search.state not in (SearchState.OPEN, SearchState.CLOSED) or search.closes_at > now:
        return None
    if search.state is SearchState.OPEN:
        search = replace(search, state=SearchState.CLOSED)
        yield from store.save_search(search)
        yield from schedule(kind=JobKind.SEARCH_CARD, subject_id=search_id, due_at=now)
    view, _ = yield from _counted(search)
    return view


def _give_up(search_id: int) -> Transaction[TimeSearch | None]:
    search = yield from store.hold_search(search_id=search_id)
    if search is None or search.state not in (SearchState.OPEN, SearchState.CLOSED):
        return None
    yield from store.save_search(replace(search, state=SearchState.OVER))
    yield from unschedule(kind=JobKind.SEARCH_CLOSE, subject_id=search_id)
    return search


def _posted(search_id: int, message_id: int, replaced: bool) -> Transaction[None]:
    search = yield from store.hold_search(search_id=search_id)
    if search is not None:
        yield from store.save_search(replace(search, message_id=message_id, replaced=search.replaced or replaced))


def _ticked(party: Party) -> Transaction[tuple[int, ...]]:
    search = yield from store.find_search(party_id=party.id)
    if search is None or search.chosen != party.starts_at:
        return ()
    ticks = yield from store.load_ticks(search_id=search.id)
    return tuple(user_id for user_id, own in ticks.items() if search.chosen in own and user_id != party.host_id)
