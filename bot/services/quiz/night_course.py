"""The course of a night: what the job that carries it on asks. Every method may be called any number of times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.own_question import is_own
from bot.domain.post import PostKind
from bot.domain.questions import Question
from bot.domain.quiz_night import CALLED, PAUSE, Night, NightState, city_points, season_of, winner
from bot.domain.visibility import NOTHING, may_see
from bot.services.quiz.night import answers_of, language_of
from bot.services.quiz.night_values import Hard, NightCard, NightEnd, Yesterday
from bot.services.quiz.pool import find_question
from bot.services.quiz.scoring import close, is_open, later
from bot.store import jobs
from bot.store.engine.database import Database, Transaction
from bot.store.guild_settings import load_audience
from bot.store.posts import begin_post
from bot.store.quiz import dailies, guests, scores
from bot.store.quiz import nights as store

BEST = 5
HARDEST = 3
ABANDONED = 3
"""After so many questions that nobody answered, a night ends by itself."""
MISSED_START = timedelta(hours=1)
"""A night whose start is longer ago than that, because I was away, is called off."""

Do = Literal["call", "ask", "tell", "end", "wait"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is to be done now: call those who come, put the question, show its answer, tell the end, or nothing."""

    do: Do
    night: Night


class NightCourse:
    """What comes when. A night changes only here and by its hosts; the row says at any instant what is still owed."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack

    async def step(self, night_id: int) -> Step | None:
        """Move the night on by what is due, and say what is still to be done for it; None when it is gone or over."""
        return await self._db.write(self._step, night_id, self._clock.now())

    async def guests(self, night_id: int) -> list[int]:
        """Who wants to be called before it begins."""
        return await self._db.read(guests.list_guests, night_id=night_id)

    async def announced(self, night: Night) -> None:
        """It was announced: it goes on when those who come are called."""
        await self._db.write(later, night, max(night.starts_at - CALLED, self._clock.now()))

    async def called(self, night: Night) -> None:
        """They were called: it goes on when it begins."""
        await self._db.write(later, night, night.starts_at)

    async def asked(self, night_id: int, number: int, message_id: int) -> None:
        """The question stands there: its time runs from now."""
        await self._db.write(self._asked, night_id, number, message_id, self._clock.now())

    async def told(self, night_id: int, number: int) -> None:
        """Its answer is shown: the next question comes after a pause."""
        await self._db.write(self._told, night_id, number, self._clock.now())

    async def ended(self, night_id: int, message_id: int) -> None:
        """The end was told in this message; 0 where that was not possible."""
        await self._db.write(_ended, night_id, message_id, self._clock.now())

    async def lost(self, night_id: int) -> Night | None:
        """The channel cannot be written to any more: the night ends, and the question of the day that it belongs to.
        Returns it, once, with the host who is to be told."""
        return await self._db.write(_lost, night_id)

    async def card(self, night_id: int) -> NightCard | None:
        """The question as everybody may see it now; None where there is none."""
        return await self._db.read(self._card, night_id)

    async def end(self, night_id: int) -> NightEnd | None:
        """How it ended, as everybody in its channel may know it."""
        return await self._db.read(self._end, night_id)

    # -- transactions

    def _step(self, night_id: int, now: datetime) -> Transaction[Step | None]:
        night = yield from store.hold_night(night_id=night_id)
        if night is None:
            return None
        if night.state == NightState.PLANNED and night.starts_at > now:
            return Step(do="call", night=night)
        if night.state == NightState.PLANNED:
            if now - night.starts_at > MISSED_START:
                night = replace(night, state=NightState.OVER)
            elif (yield from store.running_in(guild_id=night.guild_id, channel_id=night.channel_id)) is not None:
                yield from later(night, now + PAUSE)
                return Step(do="wait", night=night)
            else:
                night = yield from self._onward(night)
            yield from store.save_night(night)
        elif night.daily_id is not None and night.asked_id is None and _was_missed(night, now):
            night = replace(night, state=NightState.OVER, end_id=0)
            yield from store.save_night(night)
        elif night.state == NightState.ASKING and night.closes_at is not None and night.closes_at <= now:
            night = yield from close(night, now)
        elif night.state == NightState.TELLING and night.told and not night.paused and _is_due(night, now):
            ends = night.last or (yield from _is_abandoned(night))
            night = replace(night, state=NightState.OVER) if ends else (yield from self._onward(night))
            yield from store.save_night(night)
        return Step(do=_owed(night), night=night) if night.end_id is None else None

    def _onward(self, night: Night) -> Transaction[Night]:
        """The night at its next question; what was deleted meanwhile is left out, and after the last it is over."""
        while not night.last:
            night = _next(night)
            question_id = night.question_id or ""
            found = yield from find_question(self._pack, night.guild_id, question_id, night.level, night.locale)
            if found is not None:
                return night
            night = replace(night, skipped=night.skipped | {night.number})
        return replace(night, state=NightState.OVER)

    def _asked(self, night_id: int, number: int, message_id: int, now: datetime) -> Transaction[None]:
        night = yield from store.hold_night(night_id=night_id)
        if night is None or (night.state, night.number) != (NightState.ASKING, number) or night.closes_at is not None:
            return
        closes_at = (night.starts_at if night.daily_id else now) + timedelta(seconds=night.seconds)
        yield from store.save_night(replace(night, asked_id=message_id, closes_at=closes_at))
        yield from _note_post(night, message_id, now)
        yield from later(night, closes_at)

    def _told(self, night_id: int, number: int, now: datetime) -> Transaction[None]:
        night = yield from store.hold_night(night_id=night_id)
        if night is None or (night.state, night.number) != (NightState.TELLING, number) or night.told:
            return
        if night.daily_id is not None:
            yield from store.save_night(replace(night, told=True, state=NightState.OVER, end_id=0))
            return
        closes_at = now + PAUSE
        yield from store.save_night(replace(night, told=True, closes_at=closes_at))
        yield from later(night, closes_at)

    def _card(self, night_id: int) -> Transaction[NightCard | None]:
        night = yield from store.load_night(night_id=night_id)
        if night is None or night.question_id is None:
            return None
        audience = yield from load_audience(
            guild_id=night.guild_id, channel_id=night.channel_id, parent_id=night.parent_id
        )
        locale = language_of(night, audience.locale)
        known = yield from find_question(self._pack, night.guild_id, night.question_id, night.level, locale)
        answers = () if known is None else answers_of(night, known)
        asking = night.state == NightState.ASKING
        answered, had = yield from store.count_picks(night_id=night.id, number=night.number)
        opened = may_see(audience.horizon, night.level)
        no_table = asking or not opened or night.daily_id is not None
        players = [] if no_table else (yield from store.list_players(night_id=night.id))
        before = yield from self._before(night, audience.horizon, locale)
        return NightCard(
            night=night,
            question=known if opened else None,
            answers=answers,
            right=None if asking or known is None else answers.index(known.right),
            answered=answered,
            had=had,
            players=tuple(players[:BEST]),
            locale=locale,
            before=before,
        )

    def _before(self, night: Night, horizon: int, locale: Locale) -> Transaction[Yesterday | None]:
        """How the question of the day before went, as far as may be said beside tonight's."""
        if night.daily_id is None:
            return None
        before_id = yield from dailies.night_before(daily_id=night.daily_id, night_id=night.id)
        before = None if before_id is None else (yield from store.load_night(night_id=before_id))
        if before is None or before.question_id is None or before.asked_id is None:
            return None
        answered, had = yield from store.count_picks(night_id=before.id, number=before.number)
        readable = may_see(min(horizon, night.level), before.level)
        known = None
        if readable:
            known = yield from find_question(self._pack, night.guild_id, before.question_id, before.level, locale)
        return Yesterday(question=known, answered=answered, had=had)

    def _end(self, night_id: int) -> Transaction[NightEnd | None]:
        night = yield from store.load_night(night_id=night_id)
        if night is None:
            return None
        audience = yield from load_audience(
            guild_id=night.guild_id, channel_id=night.channel_id, parent_id=night.parent_id
        )
        locale = language_of(night, audience.locale)
        players = yield from store.list_players(night_id=night.id)
        hardest = yield from store.list_hardest(night, most=HARDEST)
        opened = may_see(audience.horizon, night.level)
        named: dict[str, Question | None] = {}
        for one in hardest if opened else ():
            named[one.question_id] = yield from find_question(
                self._pack, night.guild_id, one.question_id, night.level, locale
            )
        return NightEnd(
            night=night,
            players=tuple(players),
            hardest=tuple(
                Hard(
                    number=one.number,
                    question=named.get(one.question_id),
                    right=one.right,
                    answered=one.answered,
                )
                for one in hardest
            ),
            cities=city_points(players) if night.cities else None,
            locale=locale,
            named=opened,
        )


def _next(night: Night) -> Night:
    """The night at its next question, which is still to be sent."""
    return replace(night, state=NightState.ASKING, number=night.number + 1, asked_id=None, closes_at=None, told=False)


def _was_missed(night: Night, now: datetime) -> bool:
    """Whether the next question of the day has come before this one could be put."""
    return night.state == NightState.ASKING and now >= night.starts_at + timedelta(seconds=night.seconds)


def _is_due(night: Night, now: datetime) -> bool:
    return night.closes_at is None or night.closes_at <= now


def _owed(night: Night) -> Do:
    """What the row says is still to be done."""
    if night.state == NightState.OVER:
        return "end"
    if night.state == NightState.ASKING and night.closes_at is None:
        return "ask"
    return "tell" if night.state == NightState.TELLING and not night.told else "wait"


def _ended(night_id: int, message_id: int, now: datetime) -> Transaction[None]:
    night = yield from store.hold_night(night_id=night_id)
    if night is not None and night.end_id is None:
        yield from store.save_night(replace(night, end_id=message_id))
        players = yield from store.list_players(night_id=night.id)
        counts = night.cities and players and (yield from is_open(night))
        if counts and (won := winner(city_points(players))) is not None:
            yield from scores.add_win(guild_id=night.guild_id, season=season_of(now), city=won)
        if message_id:
            yield from _note_post(night, message_id, now)


def _is_abandoned(night: Night) -> Transaction[bool]:
    """Whether nobody answered the last questions; one that its host skipped shows that somebody is there."""
    last = range(night.number - ABANDONED + 1, night.number + 1)
    if last.start < 1 or night.skipped.intersection(last):
        return False
    for number in last:
        answered, _ = yield from store.count_picks(night_id=night.id, number=number)
        if answered:
            return False
    return True


def _note_post(night: Night, message_id: int, now: datetime) -> Transaction[None]:
    """Remembers what stands openly in a message, to be covered when less may be said there."""
    audience = yield from load_audience(guild_id=night.guild_id, channel_id=night.channel_id, parent_id=night.parent_id)
    if night.level == NOTHING or not may_see(audience.horizon, night.level):
        return  # there is nothing in it, or it is told to those alone who have seen as much
    yield from begin_post(
        guild_id=night.guild_id,
        channel_id=night.channel_id,
        parent_id=night.parent_id,
        kind=PostKind.WRITTEN if any(map(is_own, night.question_ids)) else PostKind.SHARE,
        level=night.level,
        subject_id=night.id,
        message_id=message_id,
        at=now,
    )


def _lost(night_id: int) -> Transaction[Night | None]:
    night = yield from store.hold_night(night_id=night_id)
    if night is None or night.end_id is not None:
        return None
    yield from store.save_night(replace(night, state=NightState.OVER, end_id=0))
    if night.daily_id is None:
        return night
    daily = yield from dailies.hold_daily(daily_id=night.daily_id)
    yield from dailies.delete_daily(daily_id=night.daily_id)
    yield from jobs.unschedule(kind=JobKind.QUIZ_DAILY, subject_id=night.daily_id)
    return replace(night, host_id=0 if daily is None else daily.host_id)
