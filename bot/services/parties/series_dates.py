"""The dates of a series and the parties that stand on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice, takewhile

from bot.domain.party import Mirror, Party, State
from bot.domain.series import Evening, Occurrence, Rule, Series, SeriesState
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.services.parties.recurrence import occurrences
from bot.store.ids import new_id

FOLLOWING = 3


def first_date(rule: Rule, now: datetime) -> datetime:
    """The instant of the first date of a rule. Raises EtoileError when it has none, or it is past."""
    first = next(occurrences(rule), None)
    if first is None:
        raise EtoileError("party-series-empty")
    if first.instant <= now:
        raise EtoileError("when-past")
    return first.instant


def idle_skips(rule: Rule) -> tuple[date, ...]:
    """The days to leave out on which the rule has no date at all, the earliest first."""
    if not rule.skips:
        return ()
    last = max(rule.skips)
    dates = (each.wall.date() for each in occurrences(replace(rule, skips=frozenset())))
    hit = set(takewhile(lambda day: day <= last, dates))
    return tuple(sorted(rule.skips - hit))


def following(series: Series, party: Party) -> tuple[Occurrence, ...]:
    """The next dates of the series after this party, as far as there are episodes for them."""
    if party.occurrence is None or series.state is SeriesState.CANCELLED:
        return ()
    return tuple(each.occurrence for each in islice(evenings_after(series, party), FOLLOWING))


def evenings_after(series: Series, party: Party) -> Iterator[Evening]:
    """The dates of the series after this party, with their episodes, as far as there are episodes for them."""
    episode = party.last_episode + 1
    for place in occurrences(series.rule):
        if place.index + series.past <= (party.occurrence or 0):
            continue
        if episode > series.last_episode:
            return
        last = min(episode + series.per_evening - 1, series.last_episode)
        yield Evening(occurrence=place, first_episode=episode, last_episode=last)
        episode = last + 1


def all_evenings(series: Series, first: Party) -> tuple[Evening, ...]:
    """The dates of a series from its `first` party on, with their episodes."""
    start = Occurrence(index=0, wall=wall_of(first.starts_at, series.rule.zone), instant=first.starts_at)
    beginning = Evening(occurrence=start, first_episode=first.first_episode, last_episode=first.last_episode)
    return (beginning, *evenings_after(series, first))


def skipped_ahead(series: Series, now: datetime) -> tuple[Occurrence, ...]:
    """The dates that the series leaves out and that have not passed: those that can be brought back."""
    if series.state is SeriesState.CANCELLED or not series.rule.skips:
        return ()
    last = max(series.rule.skips)
    dates = takewhile(lambda each: each.wall.date() <= last, occurrences(replace(series.rule, skips=frozenset())))
    return tuple(each for each in dates if each.wall.date() in series.rule.skips and each.instant > now)


def next_of(template: Party, series: Series, place: Occurrence, now: datetime) -> Party:
    """The next party of a series: like the one before it, with the next episodes."""

    def shifted(at: datetime | None) -> datetime | None:
        return None if at is None else at + (place.instant - template.starts_at)

    return replace(
        template,
        id=new_id(),
        occurrence=place.index + series.past,
        first_episode=template.last_episode + 1,
        last_episode=min(template.last_episode + series.per_evening, series.last_episode),
        starts_at=place.instant,
        closes_at=shifted(template.closes_at),
        minimum_at=shifted(template.minimum_at),
        state=State.PLANNED,
        ended=None,
        sequence=series.sequence,
        news=None,
        message_id=None,
        thread_id=None,
        event_id=None,
        left_cards=(),
        mirror=Mirror.OFF if template.mirror is Mirror.OFF else Mirror.ON,
        reminded_to=now,
    )


def to_come(series: Series, made: Sequence[Party], now: datetime) -> list[Party]:
    """The parties that a series has beyond those that are made: for calendars, never stored. Calendars may know dates
    that will not come any more, of a series that was called off or has become shorter: those are among them, called
    off."""
    found: list[Party] = []
    if series.state is SeriesState.DRAFT or not made:
        return found
    template = made[-1]
    off = series.state is SeriesState.CANCELLED
    for place in occurrences(series.rule):
        if place.index + series.past < series.made:
            continue
        if template.last_episode >= series.last_episode:
            break
        template = next_of(template, series, place, now)
        found.append(_called_off(template, series) if off else template)
    known = {party.occurrence for party in (*made, *found)}
    gone = [number for number in range(series.handed) if number not in known]
    return found + [_called_off(replace(template, occurrence=number), series) for number in gone]


def _called_off(party: Party, series: Series) -> Party:
    return replace(party, state=State.CANCELLED, sequence=series.sequence + 1)
