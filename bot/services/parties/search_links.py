"""What becomes of a search for a time when the draft that it is for is posted or dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.job_kinds import JobKind
from bot.domain.party import Party
from bot.domain.time_search import SearchState
from bot.store.engine.database import Transaction
from bot.store.jobs import schedule, unschedule
from bot.store.parties import searches as store

ASK_AFTER = timedelta(seconds=3)
"""The card is posted first, so that whoever is asked finds it."""


def chosen_for(party: Party, now: datetime) -> Transaction[None]:
    """The draft for which a time was wanted is posted: the search is done, and those whom the time suits are asked."""
    search = yield from store.find_search(party_id=party.id)
    if search is None:
        return
    if search.message_id is None:  # it was never posted: nobody ticked
        yield from store.delete_search(search_id=search.id)
        return
    yield from store.save_search(replace(search, state=SearchState.DONE, chosen=party.starts_at))
    yield from unschedule(kind=JobKind.SEARCH_CLOSE, subject_id=search.id)
    yield from schedule(kind=JobKind.SEARCH_CARD, subject_id=search.id, due_at=now)
    yield from schedule(kind=JobKind.SEARCH_ASK, subject_id=party.id, due_at=now + ASK_AFTER)


def dropped_for(party_id: int, now: datetime) -> Transaction[None]:
    """The draft for which a time was wanted is dropped: the search is over."""
    search = yield from store.find_search(party_id=party_id)
    if search is not None and search.message_id is None:
        yield from store.delete_search(search_id=search.id)
    elif search is not None:
        yield from store.save_search(replace(search, state=SearchState.OVER, party_id=None))
        yield from unschedule(kind=JobKind.SEARCH_CLOSE, subject_id=search.id)
        yield from schedule(kind=JobKind.SEARCH_CARD, subject_id=search.id, due_at=now)
