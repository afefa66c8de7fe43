"""How parties move, end and follow each other: the works behind every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from bot.domain import seats
from bot.domain.job_kinds import JobKind
from bot.domain.member_text import Channel
from bot.domain.party import CURRENT, IN_THREAD, Ended, Mirror, News, Party, Rsvp, State
from bot.domain.readers import Asker
from bot.domain.series import Rule, Series, SeriesState
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.domain.walltime import instant_of, wall_of
from bot.errors import EtoileError
from bot.services.parties.drafts import host_seat, note_of
from bot.services.parties.recurrence import occurrences
from bot.services.parties.schedule import TIDY_AFTER, schedule_after_end, schedule_jobs, schedule_redraw
from bot.services.parties.series_dates import first_date, next_of
from bot.services.parties.values import Edit
from bot.store import guild_settings
from bot.store.engine.database import Transaction
from bot.store.jobs import schedule, schedule_by
from bot.store.parties import parties as store
from bot.store.parties import people as people_store
from bot.store.parties import series as series_store

MADE_AHEAD = 3
"""How many dates of a series are parties already, so that they can be answered and changed one by one."""
ANNOUNCED_BEFORE = timedelta(hours=24)
MAX_COHOSTS = 10
MINIMUM_BEFORE = timedelta(minutes=60)


def change_draft(
    asker: Asker, party_id: int, edit: Edit, zone: str | None, now: datetime, *, spoken: Callable[[str], int]
) -> Transaction[None]:
    """Changes a draft; with `zone`, what was typed was meant on the clock there. `spoken`: as in `edited`."""
    party = yield from store.lock_party(party_id=party_id)
    if party is None or party.state is not State.DRAFT or party.host_id != asker.user_id:
        raise EtoileError("party-draft-gone")
    start = edit.starts_at or party.starts_at
    if zone is not None:
        start = instant_of(wall_of(start, party.zone), zone)
    if party.series_id is not None:
        series = yield from series_store.lock_series(series_id=party.series_id)
        if series is not None:
            rule = replace(series.rule, zone=zone or series.rule.zone)
            if edit.starts_at is not None:
                wall = wall_of(start, rule.zone)
                rule = anchored(rule, wall, wall_of(party.starts_at, rule.zone), draft=True)
            start = first_date(rule, now)
            yield from series_store.save_series(replace(series, rule=rule))
    if start <= now:
        raise EtoileError("when-past")
    audience = yield from guild_settings.load_audience(
        guild_id=party.guild_id, channel_id=edit.channel_id or party.channel_id, parent_id=None
    )
    edited_party = edited(moved(party, start, now), edit, 0, horizon=audience.horizon, spoken=spoken)
    party = replace(edited_party, sequence=0, news=None)
    if zone is not None:
        party = replace(party, zone=zone, zone_sure=True)
    yield from store.save_party(party)


def edited(party: Party, edit: Edit, shift: int, *, horizon: int, spoken: Callable[[str], int]) -> Party:
    """The party with everything of the edit but the start, its episodes `shift` later. `horizon`: of its channel;
    `spoken`: up to which episode the guarded words in a text spoil."""
    first = party.first_episode + shift
    last = party.last_episode + shift if edit.last_episode is None else edit.last_episode
    if not FIRST_EPISODE <= first <= last <= LAST_EPISODE:
        raise EtoileError("party-no-such-episode", last=LAST_EPISODE)
    cohosts = party.cohost_ids
    if edit.add_cohost is not None:
        cohosts |= {edit.add_cohost}
    if edit.remove_cohost is not None:
        cohosts -= {edit.remove_cohost}
    if len(cohosts) > MAX_COHOSTS:
        raise EtoileError("party-cohosts-many", most=MAX_COHOSTS)

    def changed_to(value: int | None, old: int | None) -> int | None:
        return old if value is None else value or None

    closes_at, minimum_at = party.closes_at, party.minimum_at
    if edit.closes_before is not None:
        closes_at = party.starts_at - timedelta(minutes=edit.closes_before) if edit.closes_before else None
    if edit.minimum is not None:
        minimum_at = party.starts_at - MINIMUM_BEFORE if edit.minimum else None
    mirror = party.mirror
    if edit.mirror is not None and edit.mirror is (party.mirror is Mirror.OFF):
        mirror = Mirror.ON if edit.mirror else Mirror.OFF
    note, channel_id = party.note, edit.channel_id or party.channel_id
    if note is not None:
        note = replace(note, channel=Channel(channel_id)).raised(horizon)
    if edit.note is not None and not (note.is_just(edit.note.strip()) if note is not None else not edit.note.strip()):
        note = note_of(edit.note, channel_id, max(horizon, spoken(edit.note)))
    return replace(
        party if channel_id == party.channel_id else _elsewhere(party, channel_id),
        seats=changed_to(edit.seats, party.seats),
        note=note,
        first_episode=first,
        last_episode=last,
        length_minutes=changed_to(edit.length_minutes, party.length_minutes),
        voice_id=changed_to(edit.voice_id, party.voice_id),
        call_role_id=changed_to(edit.call_role_id, party.call_role_id),
        seat_role_id=changed_to(edit.seat_role_id, party.seat_role_id),
        closes_at=closes_at,
        minimum=changed_to(edit.minimum, party.minimum),
        minimum_at=minimum_at,
        mirror=mirror,
        wait_pauses=party.wait_pauses if edit.wait_pauses is None else edit.wait_pauses,
        role_ids=party.role_ids if edit.role_ids is None else frozenset(edit.role_ids),
        cohost_ids=cohosts,
        sequence=party.sequence + 1,
    )


def _elsewhere(party: Party, channel_id: int) -> Party:
    """The party in another channel, where its card has yet to be posted; the old one will say so. A thread cannot move:
    a new one opens at its time."""
    if party.state is State.LIVE:
        raise EtoileError("party-has-begun")
    left = party.left_cards
    if party.message_id is not None:
        left = (*left, (party.channel_id, party.message_id))
    if party.thread_id is not None:
        left = (*left, (party.thread_id, IN_THREAD))
    return replace(party, channel_id=channel_id, message_id=None, thread_id=None, left_cards=left)


def moved(party: Party, start: datetime, now: datetime) -> Party:
    """The party at another start; what hangs on the start moves along."""
    by = start - party.starts_at
    if not by:
        return party
    return replace(
        party,
        starts_at=start,
        closes_at=None if party.closes_at is None else party.closes_at + by,
        minimum_at=None if party.minimum_at is None else party.minimum_at + by,
        sequence=party.sequence + 1,
        news=News.MOVED,
        reminded_to=now,
    )


def schedule_after_change(party: Party, now: datetime) -> Transaction[None]:
    """After a change: the jobs of an announced party, and news for those with a seat."""
    if party.state is State.CANCELLED:
        yield from schedule_after_end(party, now)
        return
    if party.state is State.OPEN:
        yield from schedule_jobs(party, now)
    elif party.state is State.LIVE:
        yield from schedule_redraw(party, now)
    if party.news is not None:
        yield from schedule_by(kind=JobKind.PARTY_TIDY, subject_id=party.id, due_at=now + TIDY_AFTER)
        yield from schedule(kind=JobKind.PARTY_NEWS, subject_id=party.id, due_at=now)


def cancel_party(party: Party, why: Ended, now: datetime) -> Transaction[None]:
    """Calls a locked party off."""
    party = _called_off(party, why)
    yield from store.save_party(party)
    yield from schedule_after_end(party, now)


def cancel_all(parties: list[Party], now: datetime) -> Transaction[None]:
    """Calls locked parties of a series off, and with them all that were to follow. The first tells everybody."""
    for number, party in enumerate(parties):
        off = _called_off(party, Ended.SERIES)
        yield from store.save_party(off)
        yield from schedule_after_end(off if number == 0 else replace(off, news=None), now)


def _called_off(party: Party, why: Ended) -> Party:
    news = News.CANCELLED if why is Ended.HOST else News(why)
    return replace(party, state=State.CANCELLED, ended=why, sequence=party.sequence + 1, news=news)


def anchored(rule: Rule, wall: datetime, before: datetime, *, draft: bool = False) -> Rule:
    """The rule, beginning at `wall` instead of `before`. Raises EtoileError when it holds several days a week, unless
    it is that of a `draft`, which keeps its days."""
    weekdays, nth = rule.weekdays, rule.nth
    if wall.date() != before.date() and rule.every != "day" and not (draft and len(weekdays) > 1):
        if len(weekdays) > 1:
            raise EtoileError("party-series-days")
        weekdays = frozenset({wall.weekday()})
        if nth is not None:
            nth = -1 if (wall + timedelta(days=7)).month != wall.month else (wall.day - 1) // 7 + 1
    return replace(rule, first_day=wall.date(), at=wall.time().replace(second=0), weekdays=weekdays, nth=nth)


def replanned(series: Series, parties: list[Party], now: datetime) -> list[Party]:
    """The parties on the dates that the rule gives them now; those without a date left are called off."""
    last = max((party.occurrence or 0) for party in parties) - series.past
    dates = {each.index + series.past: each for each in islice(occurrences(series.rule), last + 1)}
    found: list[Party] = []
    for party in parties:
        place = dates.get(party.occurrence or 0)
        if party.state is State.LIVE:
            found.append(party)
        elif place is None:
            found.append(_called_off(party, Ended.HOST))
        else:
            found.append(moved(party, place.instant, now))
    return found


def relaid(series: Series, parties: list[Party], first_episode: int) -> list[Party]:
    """The parties with the series' episodes one after the other, from `first_episode` on; those for which none are left
    are called off."""
    found: list[Party] = []
    for party in parties:
        last = min(first_episode + series.per_evening - 1, series.last_episode)
        if first_episode > series.last_episode:
            found.append(_called_off(party, Ended.HOST))
        else:
            found.append(replace(party, first_episode=first_episode, last_episode=last))
        first_episode = last + 1
    return found


def day_of(series: Series, occurrence: int) -> date | None:
    """The day that the rule gives this date of the series."""
    found = (each.wall.date() for each in occurrences(series.rule) if each.index + series.past == occurrence)
    return next(found, None)


def advance_series(series_id: int, now: datetime) -> Transaction[None]:
    """Makes the next dates of a series parties, and announces what is next."""
    series = yield from series_store.lock_series(series_id=series_id)
    if series is None or series.state is not SeriesState.OPEN:
        return
    parties = yield from store.list_series(series_id=series_id, states=tuple(State), lock=True)
    if not parties:
        return
    current = [party for party in parties if party.state in CURRENT]
    dates = (each for each in occurrences(series.rule) if each.index + series.past >= series.made)
    template = parties[-1]
    for place in dates:
        if len(current) >= MADE_AHEAD or template.last_episode >= series.last_episode:
            break
        series = replace(series, made=place.index + series.past + 1)
        if place.instant <= now:
            continue  # the bot was away over that date; the episode goes to the next one
        template = next_of(template, series, place, now)
        yield from store.insert_party(template, at=now)
        people = yield from _first_people(template, series, now)
        yield from people_store.save_people(party_id=template.id, before={}, after=people)
        current.append(template)
    yield from series_store.save_series(series)
    yield from _announce(series, current, now)


def _first_people(party: Party, series: Series, now: datetime) -> Transaction[seats.People]:
    """Who comes to a new date of a series without a press: its host, and those who come to all."""
    people: seats.People = {series.host_id: host_seat(series.host_id)}
    for turn, user_id in enumerate((yield from series_store.list_regulars(series_id=series.id)), start=2):
        if user_id not in people:
            people = seats.answered(
                people, party.seats, user_id=user_id, answer=Rsvp.GOING, turn=turn, now=now, hold_until=now
            )
            people[user_id] = replace(people[user_id], turn=turn)
    return people


def _announce(series: Series, current: list[Party], now: datetime) -> Transaction[None]:
    """Opens the next planned party when no other of the series is open, and those that are near."""
    waiting = [party for party in current if party.state is State.PLANNED]
    busy = any(party.state in (State.OPEN, State.LIVE) for party in current)
    for number, party in enumerate(waiting):
        if (number == 0 and not busy) or party.starts_at - ANNOUNCED_BEFORE <= now:
            opened = replace(party, state=State.OPEN, reminded_to=now)
            yield from store.save_party(opened)
            yield from schedule_jobs(opened, now)
        else:
            yield from schedule(
                kind=JobKind.PARTY_SERIES, subject_id=series.id, due_at=party.starts_at - ANNOUNCED_BEFORE
            )
            return
