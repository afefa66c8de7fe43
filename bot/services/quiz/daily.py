"""The question of the day: begun, seen, stopped, and put when it is due.

Each one is a night of one question, which stands until the next comes: what is answered, shown and counted is the
night's (`night`, `night_course`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from bot.clock import Clock
from bot.content import ShowPack
from bot.content.quiz_telling import meets_all
from bot.domain import quiz
from bot.domain.hosting import may_host, may_manage_poll, may_moderate
from bot.domain.job_kinds import JobKind
from bot.domain.quiz_daily import MISSED, MOST_DAILIES, Daily
from bot.domain.quiz_night import Night, NightState, Sides
from bot.domain.readers import Asker
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.services.quiz.pool import own_at, pool_of
from bot.services.quiz.scoring import close, later
from bot.store import jobs, zones
from bot.store.engine.database import Database, Transaction
from bot.store.guild_settings import load_audience, load_guild
from bot.store.ids import new_id
from bot.store.quiz import dailies as store
from bot.store.quiz import nights
from bot.when import parse_when

DEFAULT_ZONE = "UTC"
ONE_DAY = timedelta(hours=25)
"""The longest day: one on which the clocks are put back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyStep:
    """What a question of the day owes its channel: a farewell, or nothing more (its night does the rest)."""

    do: Literal["wait", "farewell"]
    daily: Daily


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyView:
    """One of a server's, with when its next question comes, and whether this reader may stop it."""

    daily: Daily
    next_at: datetime
    may_stop: bool


class DailyService:
    """What hosts do, and what is done every day."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack

    async def begin(self, asker: Asker, *, channel_id: int, parent_id: int | None, at: str) -> DailyView:
        """Ask a question every day in a channel, at the time that was typed, by the asker's own clock, else the
        server's. One that goes on there is replaced. Raises EtoileError."""
        now = self._clock.now()
        own, server = await self._db.read(zones.load_zone, user_id=asker.user_id, guild_id=asker.guild_id)
        zone = own or server or DEFAULT_ZONE
        first = parse_when(at.strip(), now=now, zone=zone, locale=asker.locale).instant if at.strip() else None
        if first is None or first - now > ONE_DAY:
            raise EtoileError("quiz-daily-no-time")
        wall = wall_of(first, zone)
        fresh = Daily(
            id=new_id(),
            guild_id=asker.guild_id or 0,
            channel_id=channel_id,
            parent_id=parent_id,
            host_id=asker.user_id,
            locale=asker.server_locale,
            zone=zone,
            at=wall.time().replace(second=0, microsecond=0),
            last_day=wall.date() - timedelta(days=1),
        )
        return await self._db.write(self._begin, asker, fresh, now)

    async def listed(self, asker: Asker) -> list[DailyView]:
        """Those of this server. Raises EtoileError outside one."""
        return await self._db.read(self._listed, asker, self._clock.now())

    async def stop(self, asker: Asker, daily_id: int) -> Daily:
        """End one, whoever may: who began it, hosts, moderators. The answer to its last question is shown. Raises
        EtoileError."""
        return await self._db.write(self._stop, asker, daily_id, self._clock.now())

    async def stop_here(self, asker: Asker) -> Daily | None:
        """End that of the channel in which the asker is; None where there is none. Raises EtoileError."""
        here = [view.daily for view in await self.listed(asker) if view.daily.channel_id == asker.channel_id]
        return await self.stop(asker, here[0].id) if here else None

    async def step(self, daily_id: int) -> DailyStep | None:
        """Put today's question if it is due, and have yesterday's answered; None when it was stopped."""
        return await self._db.write(self._step, daily_id, self._clock.now(), new_id())

    async def ended(self, daily_id: int) -> None:
        """The farewell stands there."""
        await self._db.write(_end, daily_id)

    # -- transactions

    def _begin(self, asker: Asker, fresh: Daily, now: datetime) -> Transaction[DailyView]:
        if asker.guild_id is None:
            raise EtoileError("error-server-only")
        settings = yield from load_guild(guild_id=asker.guild_id)
        if not may_host(asker, settings):
            raise EtoileError("quiz-hosts-only", roles=settings.host_role_ids)
        going = yield from store.list_dailies(guild_id=asker.guild_id)
        here = [daily for daily in going if daily.channel_id == fresh.channel_id]
        for daily in here:
            if not may_manage_poll(asker, settings, owners={daily.host_id}):
                raise EtoileError("quiz-daily-there")
            yield from self._conclude(daily, now)
        if len(going) - len(here) >= MOST_DAILIES:
            raise EtoileError("quiz-daily-too-many", most=MOST_DAILIES)
        daily = replace(fresh, locale=settings.locale or fresh.locale)
        yield from store.save_daily(daily)
        next_at = daily.next_at(now)
        yield from jobs.schedule(kind=JobKind.QUIZ_DAILY, subject_id=daily.id, due_at=next_at)
        return DailyView(daily=daily, next_at=next_at, may_stop=True)

    def _listed(self, asker: Asker, now: datetime) -> Transaction[list[DailyView]]:
        if asker.guild_id is None:
            raise EtoileError("error-server-only")
        settings = yield from load_guild(guild_id=asker.guild_id)
        going = yield from store.list_dailies(guild_id=asker.guild_id)
        return [
            DailyView(
                daily=daily,
                next_at=daily.next_at(now),
                may_stop=may_moderate(asker, daily.channel) or may_manage_poll(asker, settings, owners={daily.host_id}),
            )
            for daily in going
        ]

    def _stop(self, asker: Asker, daily_id: int, now: datetime) -> Transaction[Daily]:
        daily = yield from store.hold_daily(daily_id=daily_id)
        if daily is None or daily.guild_id != asker.guild_id:
            raise EtoileError("quiz-daily-gone")
        settings = yield from load_guild(guild_id=daily.guild_id)
        may = may_moderate(asker, daily.channel) or may_manage_poll(asker, settings, owners={daily.host_id})
        if not may:
            raise EtoileError("quiz-not-host")
        yield from self._conclude(daily, now)
        return daily

    def _conclude(self, daily: Daily, now: datetime) -> Transaction[None]:
        yield from self._answer_last(daily, now)
        yield from _end(daily.id)

    def _answer_last(self, daily: Daily, now: datetime) -> Transaction[None]:
        """Have the answer to its last question shown, if that stands open; one that was never put no longer comes."""
        night = None if daily.night_id is None else (yield from nights.hold_night(night_id=daily.night_id))
        if night is None or night.state != NightState.ASKING:
            return
        if night.asked_id is None:
            yield from nights.save_night(replace(night, state=NightState.OVER, end_id=0))
        else:
            yield from later((yield from close(night, now)), now)

    def _step(self, daily_id: int, now: datetime, fresh_id: int) -> Transaction[DailyStep | None]:
        daily = yield from store.hold_daily(daily_id=daily_id)
        if daily is None:
            return None
        day = daily.due(now)
        if day is not None:
            if now - daily.on(day) <= MISSED:
                yield from self._answer_last(daily, now)
                if (yield from store.is_deserted(daily_id=daily.id)):
                    return DailyStep(do="farewell", daily=daily)
                put = yield from self._put(replace(daily, last_day=day), fresh_id, now)
                daily = replace(daily, night_id=daily.night_id if put is None else put.id)
            daily = replace(daily, last_day=day)
            yield from store.save_daily(daily)
        yield from jobs.schedule(kind=JobKind.QUIZ_DAILY, subject_id=daily.id, due_at=daily.next_at(now))
        return DailyStep(do="wait", daily=daily)

    def _put(self, daily: Daily, fresh_id: int, now: datetime) -> Transaction[Night | None]:
        """Today's question, at the level that the place has now: to be sent by the night's own job."""
        audience = yield from load_audience(
            guild_id=daily.guild_id, channel_id=daily.channel_id, parent_id=daily.parent_id
        )
        locale = audience.locale or daily.locale
        pool = pool_of(self._pack.view(audience.horizon, locale), None, None)
        pool |= yield from own_at(daily.guild_id, audience.horizon)
        asked = yield from store.asked_daily(guild_id=daily.guild_id, channel_id=daily.channel_id)
        if not pool:
            return None
        newest = {question_id: place for place, question_id in enumerate(asked, start=1)}
        beside = [pool[question_id] for question_id in asked[-1:] if question_id in pool]
        in_order = sorted(pool, key=lambda each: (newest.get(each, 0), quiz.lot(daily.id, each)))
        drawn = next((each for each in in_order if meets_all(pool[each], beside)), in_order[0])
        starts_at = daily.on(daily.last_day)
        night = Night(
            id=fresh_id,
            guild_id=daily.guild_id,
            channel_id=daily.channel_id,
            parent_id=daily.parent_id,
            host_id=0,
            locale=locale,
            level=audience.horizon,
            kind=None,
            seconds=round((daily.next_at(now) - starts_at).total_seconds()),
            quick=False,
            cities=Sides.NONE,
            state=NightState.ASKING,
            starts_at=starts_at,
            question_ids=(drawn,),
            number=1,
            daily_id=daily.id,
        )
        yield from nights.save_night(night)
        yield from later(night, now)
        return night


def _end(daily_id: int) -> Transaction[None]:
    yield from store.delete_daily(daily_id=daily_id)
    yield from jobs.unschedule(kind=JobKind.QUIZ_DAILY, subject_id=daily_id)
