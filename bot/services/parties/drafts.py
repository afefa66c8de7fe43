"""From a wish to a draft, from a draft to a party: the transactions behind planning."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.job_kinds import JobKind
from bot.domain.member_text import Channel, MemberText
from bot.domain.party import AHEAD, MAX_SEATS, NOTE_LENGTH, Mirror, Party, Person, Rsvp, SeatStatus, State
from bot.domain.readers import Asker
from bot.domain.series import Series, SeriesState
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.errors import EtoileError
from bot.services.clubs.links import opened_for
from bot.services.parties.schedule import DRAFT_KEPT, schedule_jobs
from bot.services.parties.search_links import chosen_for, dropped_for
from bot.services.parties.thread_horizon import open_what_was_watched
from bot.services.parties.values import Wish
from bot.store.engine.database import Transaction
from bot.store.ids import new_id
from bot.store.jobs import schedule, unschedule
from bot.store.parties import parties as store
from bot.store.parties import people as people_store
from bot.store.parties import series as series_store

MAX_AHEAD = 100


def hold_until(party: Party, now: datetime, hold: timedelta) -> datetime:
    """Until when a seat that frees itself now is held: never beyond the start."""
    return min(now + hold, party.starts_at)


def check_wish(wish: Wish, now: datetime) -> None:
    """Raises EtoileError for a wish that cannot be."""
    if not FIRST_EPISODE <= wish.first_episode <= wish.last_episode <= LAST_EPISODE:
        raise EtoileError("party-no-such-episode", last=LAST_EPISODE)
    if wish.seats is not None and not 1 <= wish.seats <= MAX_SEATS:
        raise EtoileError("party-seats-wrong", most=MAX_SEATS)
    if wish.starts_at <= now:
        raise EtoileError("when-past")
    for before in (wish.closes_before, wish.minimum_before if wish.minimum else None):
        if before is not None and wish.starts_at - timedelta(minutes=before) <= now:
            raise EtoileError("party-limit-past")


def party_of(wish: Wish, asker: Asker, note_level: int, now: datetime) -> Party:
    """The draft that a wish describes, with a note that may spoil so much."""
    closes_at = None if wish.closes_before is None else wish.starts_at - timedelta(minutes=wish.closes_before)
    minimum_at = None if wish.minimum is None else wish.starts_at - timedelta(minutes=wish.minimum_before)
    return Party(
        id=new_id(),
        guild_id=asker.guild_id or 0,
        channel_id=wish.channel_id,
        host_id=asker.user_id,
        cohost_ids=frozenset(),
        series_id=None if wish.rule is None else new_id(),
        occurrence=None if wish.rule is None else 0,
        first_episode=wish.first_episode,
        last_episode=wish.last_episode if wish.rule is None else last_of_first(wish),
        starts_at=wish.starts_at,
        zone=wish.zone,
        zone_sure=wish.zone_sure,
        voice_id=wish.voice_id,
        seats=wish.seats,
        note=note_of(wish.note or "", wish.channel_id, note_level),
        call_role_id=wish.call_role_id,
        seat_role_id=wish.seat_role_id,
        closes_at=closes_at,
        minimum=wish.minimum,
        minimum_at=minimum_at,
        length_minutes=wish.length_minutes,
        state=State.DRAFT,
        ended=None,
        sequence=0,
        news=None,
        message_id=None,
        thread_id=None,
        event_id=None,
        mirror=Mirror.ON if wish.mirror else Mirror.OFF,
        locale=wish.locale,
        reminded_to=now,
        role_ids=wish.role_ids,
        wait_pauses=wish.wait_pauses,
    )


def last_of_first(wish: Wish) -> int:
    """The last episode of a series' first evening."""
    return min(wish.first_episode + wish.per_evening - 1, wish.last_episode)


def note_of(written: str, channel_id: int, level: int) -> MemberText | None:
    """What a host wrote, as a text that may spoil so much: what may be said where it will stand, or what the guarded
    words in it say. None for nothing."""
    written = written.strip()[:NOTE_LENGTH]
    return MemberText(written, level=level, channel=Channel(channel_id)) if written else None


def insert_draft(party: Party, wish: Wish, now: datetime) -> Transaction[None]:
    """Stores a draft, with its series if it has one; nobody posts it within a day, and it goes."""
    ahead = yield from store.list_parties(guild_id=party.guild_id, states=AHEAD, limit=MAX_AHEAD)
    if len(ahead) >= MAX_AHEAD:
        raise EtoileError("party-too-many", most=MAX_AHEAD)
    if wish.rule is not None and party.series_id is not None:
        series = Series(
            id=party.series_id,
            guild_id=party.guild_id,
            channel_id=party.channel_id,
            host_id=party.host_id,
            rule=wish.rule,
            last_episode=wish.last_episode,
            made=1,
            past=0,
            sequence=0,
            state=SeriesState.DRAFT,
            per_evening=wish.per_evening,
        )
        yield from series_store.insert_series(series, at=now)
    yield from store.insert_party(party, at=now)
    yield from schedule(kind=JobKind.PARTY_DRAFT, subject_id=party.id, due_at=now + DRAFT_KEPT)


def lock_draft(party_id: int, user_id: int) -> Transaction[Party]:
    """The locked draft. Raises EtoileError when it is not theirs or no draft any more."""
    party = yield from store.lock_party(party_id=party_id)
    if party is None or party.state is not State.DRAFT or party.host_id != user_id:
        raise EtoileError("party-draft-gone")
    return party


def delete_draft(party_id: int, user_id: int, now: datetime) -> Transaction[None]:
    """Deletes a draft with its series."""
    party = yield from lock_draft(party_id, user_id)
    yield from dropped_for(party_id, now)
    yield from store.delete_party(party_id=party_id)
    if party.series_id is not None:
        yield from series_store.delete_series(series_id=party.series_id)
    yield from unschedule(kind=JobKind.PARTY_DRAFT, subject_id=party_id)


def open_draft(party_id: int, user_id: int, now: datetime) -> Transaction[None]:
    """Makes a draft a party that is open, with its host on the first seat, and sets its jobs."""
    party = yield from lock_draft(party_id, user_id)
    if party.starts_at <= now:
        raise EtoileError("when-past")
    if not party.zone_sure:
        raise EtoileError("party-zone-first")
    party = replace(party, state=State.OPEN, reminded_to=now)
    yield from store.save_party(party)
    yield from people_store.save_people(party_id=party_id, before={}, after={user_id: host_seat(user_id)})
    yield from unschedule(kind=JobKind.PARTY_DRAFT, subject_id=party_id)
    if party.series_id is not None:
        series = yield from series_store.lock_series(series_id=party.series_id)
        if series is not None:
            yield from series_store.save_series(replace(series, state=SeriesState.OPEN))
            yield from schedule(kind=JobKind.PARTY_SERIES, subject_id=series.id, due_at=now)
    yield from schedule_jobs(party, now)
    yield from chosen_for(party, now)
    yield from opened_for(party, now)


def host_seat(user_id: int) -> Person:
    """Whoever hosts a party has its first seat."""
    return Person(user_id=user_id, answer=Rsvp.GOING, place=SeatStatus.SEAT, turn=1)


def set_messages(party_id: int, message_id: int | None, thread_id: int | None, now: datetime) -> Transaction[None]:
    """Stores where the card or the thread stands, and what hangs on that."""
    party = yield from store.lock_party(party_id=party_id)
    if party is not None:
        party = replace(party, message_id=message_id or party.message_id, thread_id=thread_id or party.thread_id)
        yield from store.save_party(party)
        if message_id is not None and party.state is State.OPEN:  # event and thread hang on the card
            yield from schedule_jobs(party, now)
        if thread_id is not None and (clock := (yield from people_store.load_clock(party_id=party_id))) is not None:
            yield from open_what_was_watched(party, clock, now)
