"""The end of a question: its time is up, and points are given for it, once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from bot.domain import quiz
from bot.domain.job_kinds import JobKind
from bot.domain.quiz_night import City, Night, NightState, points, season_of
from bot.domain.visibility import may_see
from bot.store import jobs
from bot.store.engine.database import Transaction
from bot.store.guild_settings import load_audience
from bot.store.quiz import nights as store
from bot.store.quiz import scores


def close(night: Night, now: datetime) -> Transaction[Night]:
    """End the question that is asked, give the points for it, and have its answer shown. Returns the night after it.
    They also count on the server's table, where everybody may know who played.

    To be called with the night held, while it is `ASKING`."""
    order = quiz.order_of(night.id, night.question_id or "")
    picks = yield from store.load_picks(night_id=night.id, number=night.number)
    marks = [
        (
            user_id,
            points(right=order[place] == 0, elapsed_ms=elapsed, seconds=night.seconds, quick=night.quick),
            elapsed,
        )
        for user_id, place, elapsed in picks
    ]
    yield from store.mark_picks(night_id=night.id, number=night.number, marks=marks)
    if (yield from is_open(night)):
        yield from scores.add_scores(night_id=night.id, number=night.number, season=season_of(now))
    if night.cities:
        yield from _take_sides(night)
    told = replace(night, state=NightState.TELLING, told=False, closes_at=now)
    yield from store.save_night(told)
    return told


def is_open(night: Night) -> Transaction[bool]:
    """Whether all that it asks may be discussed in its channel. Of any other nobody learns who played, from no table
    either: who played has seen as much."""
    audience = yield from load_audience(guild_id=night.guild_id, channel_id=night.channel_id, parent_id=night.parent_id)
    return may_see(audience.horizon, night.level)


def _take_sides(night: Night) -> Transaction[None]:
    """Who has chosen no side goes to the smaller one."""
    players = yield from store.list_players(night_id=night.id)
    sides = Counter(player.city for player in players)
    for player in players:
        if player.city is None:
            city = min(City, key=lambda each: sides[each])
            sides[city] += 1
            yield from store.save_city(night_id=night.id, user_id=player.user_id, city=city)


def later(night: Night, at: datetime) -> Transaction[None]:
    """Have the night go on at an instant."""
    yield from jobs.schedule(kind=JobKind.QUIZ_STEP, subject_id=night.id, due_at=at)
