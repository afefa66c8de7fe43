"""The end of a question: its time is up, and points are given for it, once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from bot.domain import quiz
from bot.domain.job_kinds import JobKind
from bot.domain.quiz_night import City, Night, NightState, points, season_of
from bot.store import jobs
from bot.store.engine.database import Transaction
from bot.store.quiz import nights as store
from bot.store.quiz import scores


def close(night: Night, now: datetime) -> Transaction[Night]:
    """End the question that is asked, give the points for it, and have its answer shown. Returns the night after it.

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
    yield from scores.add_scores(night_id=night.id, number=night.number, season=season_of(now))
    if night.cities:
        yield from _take_sides(night)
    told = replace(night, state=NightState.TELLING, told=False, closes_at=now)
    yield from store.save_night(told)
    return told


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
