"""Nights of the quiz: begun, answered, steered. Their course is in `night_course`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.ballot_key import BallotKey
from bot.clock import Clock
from bot.content import ShowPack
from bot.content.quiz_telling import together
from bot.domain import quiz
from bot.domain.hosting import may_host, may_manage_poll, may_moderate
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.questions import Question
from bot.domain.quiz_night import FEWEST, FURTHEST, GRACE_MS, LONGEST, MOST, SHORTEST, City, Night, NightState, Sides
from bot.domain.readers import Asker, Reader
from bot.domain.visibility import may_see
from bot.errors import EtoileError
from bot.services.polls.drafts import understood
from bot.services.quiz.night_values import NightSheet, Picked, Planned, Wish
from bot.services.quiz.pool import find_question, own_at, pool_of
from bot.services.quiz.sides import BallotSides, Voted
from bot.store import jobs
from bot.store.engine.database import Database, Transaction
from bot.store.guild_settings import load_audience, load_guild, reading_context
from bot.store.ids import new_id
from bot.store.quiz import guests
from bot.store.quiz import nights as store
from bot.store.quiz.dailies import load_daily

ANNOUNCED_WITHIN = timedelta(seconds=10)
"""After so long a job announces the night, unless the press that planned it has."""
_DISCORD_EPOCH_MS = 1_420_070_400_000


def discord_ms(snowflake: int) -> int:
    """When Discord made something, in milliseconds since 1970: its id tells."""
    return (snowflake >> 22) + _DISCORD_EPOCH_MS


class NightService:
    """What hosts and players do."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, key: BallotKey) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._sides = BallotSides(pack, key)

    async def begin(self, asker: Asker, wish: Wish) -> Night:
        """Plan a night, or begin it at once. Raises EtoileError for who may not, where one is on already, for a time
        that is over or too far ahead, and where there is nothing to ask."""
        now = self._clock.now()
        starts_at = now if not wish.when.strip() else await understood(self._db, asker, wish.when.strip(), now=now)
        if starts_at < now:
            raise EtoileError("quiz-night-past")
        if starts_at - now > FURTHEST:
            raise EtoileError("quiz-night-far")
        return await self._db.write(self._begin, asker, wish, starts_at, now, new_id())

    async def pick(self, asker: Asker, night_id: int, number: int, place: int, *, press_id: int) -> Picked:
        """Record an answer. `press_id` is Discord's id of the press, which tells when it was made.

        Raises EtoileError when the question is over, or is not for this reader.
        """
        return await self._db.write(self._pick, asker, night_id, number, place, press_id)

    async def sheet(self, asker: Asker, night_id: int, number: int) -> NightSheet:
        """A question for a reader alone. Raises EtoileError for who has not watched as far."""
        return await self._db.read(self._sheet, asker, night_id, number)

    async def come(self, asker: Asker, night_id: int) -> Planned:
        """Have the asker called when a planned night begins, or no longer. Raises EtoileError once it has begun."""
        return await self._db.write(_come, asker, night_id)

    async def planned(self, asker: Asker, night_id: int) -> Night:
        """A night that is still ahead. Raises EtoileError once it has begun."""
        return await self._db.read(_ahead, asker, night_id)

    async def choose_city(self, asker: Asker, night_id: int, city: City) -> None:
        """Put the player on a side; who is on one stays there. Raises EtoileError."""
        await self._db.write(self._choose_city, asker, night_id, city)

    async def steered(self, asker: Asker, night_id: int) -> Night:
        """The night, for who may steer it. Raises EtoileError for everybody else."""
        return await self._db.read(self._steered, asker, night_id)

    async def pause(self, asker: Asker, night_id: int, *, paused: bool) -> Night:
        """Hold the night after the question that is on, or let it go on. For its host and who may manage."""
        return await self._db.write(self._steer, asker, night_id, "pause" if paused else "resume", self._clock.now())

    async def skip(self, asker: Asker, night_id: int) -> Night:
        """End the question that is on; nobody gets points for it."""
        return await self._db.write(self._steer, asker, night_id, "skip", self._clock.now())

    async def stop(self, asker: Asker, night_id: int) -> Night:
        """End the night, whoever may."""
        return await self._db.write(self._steer, asker, night_id, "stop", self._clock.now())

    async def stop_here(self, asker: Asker) -> Night | None:
        """End the night of the channel in which the asker is, whoever may; None where there is none."""
        if asker.guild_id is None or asker.channel_id is None:
            raise EtoileError("error-server-only")
        night_id = await self._db.read(store.steered_in, guild_id=asker.guild_id, channel_id=asker.channel_id)
        return None if night_id is None else await self.stop(asker, night_id)

    # -- transactions

    def _begin(self, asker: Asker, wish: Wish, starts_at: datetime, now: datetime, fresh_id: int) -> Transaction[Night]:
        if asker.guild_id is None:
            raise EtoileError("error-server-only")
        settings = yield from load_guild(guild_id=asker.guild_id)
        if not may_host(asker, settings):
            raise EtoileError("quiz-hosts-only", roles=settings.host_role_ids)
        audience = yield from load_audience(
            guild_id=asker.guild_id, channel_id=wish.channel_id, parent_id=wish.parent_id
        )
        on = yield from store.running_in(guild_id=asker.guild_id, channel_id=wish.channel_id)
        if on is not None and starts_at <= now:
            raise EtoileError("quiz-night-running")
        if wish.cities == Sides.BY_POLL and (yield from self._sides.poll(asker.guild_id)) is None:
            raise EtoileError("quiz-no-poll")
        night = Night(
            id=fresh_id,
            guild_id=asker.guild_id,
            channel_id=wish.channel_id,
            parent_id=wish.parent_id,
            host_id=asker.user_id,
            locale=settings.locale or asker.server_locale,
            level=audience.horizon if wish.level is None else wish.level,
            kind=wish.kind,
            seconds=min(max(wish.seconds, SHORTEST), LONGEST),
            quick=wish.quick,
            cities=wish.cities,
            state=NightState.PLANNED,
            starts_at=starts_at,
            question_ids=(),
        )
        lately = yield from store.asked_lately(guild_id=asker.guild_id)
        drawn = yield from self._drawn(night, lately, min(max(wish.length, FEWEST), MOST))
        if not drawn:
            raise EtoileError("quiz-night-nothing")
        night = replace(night, question_ids=drawn)
        yield from store.save_night(night)
        yield from jobs.schedule(
            kind=JobKind.QUIZ_STEP, subject_id=night.id, due_at=min(starts_at, now + ANNOUNCED_WITHIN)
        )
        return night

    def _drawn(self, night: Night, lately: frozenset[str], length: int) -> Transaction[tuple[str, ...]]:
        """The questions of a night, none beyond its level, and none that tells another's answer; what was asked here
        lately only where there is no other."""
        pool = pool_of(self._pack.view(night.level, night.locale), night.kind, None)
        if night.kind is None:
            pool |= yield from own_at(night.guild_id, night.level)
        by_lot = sorted(pool, key=lambda question_id: (question_id in lately, quiz.lot(night.id, question_id)))
        return tuple(question.id for question in together([pool[question_id] for question_id in by_lot], length))

    def _pick(self, asker: Asker, night_id: int, number: int, place: int, press_id: int) -> Transaction[Picked]:
        night = yield from store.share_night(night_id=night_id)
        present = _present(night, asker)
        question, reader = yield from self._readable(asker, present, number)
        closed = present.state != NightState.ASKING or present.number != number
        elapsed = 0 if present.asked_id is None else discord_ms(press_id) - discord_ms(present.asked_id)
        if closed or elapsed > present.seconds * 1000 + GRACE_MS:
            raise EtoileError("quiz-time-is-up")
        if not 0 <= place < quiz.ANSWERS:
            raise EtoileError("error-button-gone")
        changes = yield from store.save_pick(
            night_id=night_id, number=number, user_id=asker.user_id, place=place, elapsed_ms=max(elapsed, 0)
        )
        city, voted = yield from self._side(asker, present, reader)
        return Picked(
            night=present,
            answer=answers_of(present, question)[place] if may_see(reader.level, question.level) else None,
            own=question.kind == "own",
            place=place,
            outcome="unchanged" if not changes else "recorded" if changes == 1 else "changed",
            city_open=bool(present.cities) and city is None,
            voted=voted,
        )

    def _side(self, asker: Asker, night: Night, reader: Reader) -> Transaction[tuple[City | None, Voted | None]]:
        """The player's side, and the ballot by which they come to it now. One that is no secret puts them there."""
        if not night.cities:
            return None, None
        city = yield from store.load_city(night_id=night.id, user_id=asker.user_id)
        if city is not None or night.cities != Sides.BY_POLL:
            return city, None
        voted = yield from self._sides.voted(night.guild_id, asker.user_id, reader.level)
        if voted is not None and voted.openly:
            yield from store.save_city(night_id=night.id, user_id=asker.user_id, city=voted.city)
            city = voted.city
        return city, voted

    def _readable(self, asker: Asker, night: Night, number: int) -> Transaction[tuple[Question, Reader]]:
        """The question in the asker's language. Raises EtoileError where neither the place nor they are as far."""
        here = replace(asker, channel_id=night.channel_id, parent_id=night.parent_id)
        reader = yield from reading_context(here)
        if not may_see(max(reader.level, reader.horizon), night.level):
            raise EtoileError("quiz-night-not-reached", episode=night.level)
        wanted = night.question_ids[number - 1] if 0 < number <= len(night.question_ids) else ""
        question = yield from find_question(self._pack, night.guild_id, wanted, night.level, asker.locale)
        if question is None:
            raise EtoileError("quiz-time-is-up")
        return question, reader

    def _sheet(self, asker: Asker, night_id: int, number: int) -> Transaction[NightSheet]:
        present = _present((yield from store.load_night(night_id=night_id)), asker)
        question, reader = yield from self._readable(asker, present, number)
        if not may_see(reader.level, question.level):
            raise EtoileError("quiz-night-not-reached", episode=present.level)
        over = present.state != NightState.ASKING or present.number != number
        answers = answers_of(present, question)
        players = yield from store.list_players(night_id=night_id)
        place = next((at for at, each in enumerate(players, start=1) if each.user_id == asker.user_id), 0)
        return NightSheet(
            night=replace(present, number=number),
            question=question,
            answers=answers,
            right=answers.index(question.right) if over else None,
            mine=players[place - 1] if place else None,
            place=place,
            players=len(players),
        )

    def _choose_city(self, asker: Asker, night_id: int, city: City) -> Transaction[None]:
        present = _present((yield from store.share_night(night_id=night_id)), asker)
        if not present.cities or present.state == NightState.OVER:
            raise EtoileError("quiz-time-is-up")
        if (yield from store.load_city(night_id=night_id, user_id=asker.user_id)) is None:
            yield from store.save_city(night_id=night_id, user_id=asker.user_id, city=city)

    def _steered(self, asker: Asker, night_id: int) -> Transaction[Night]:
        night = _present((yield from store.load_night(night_id=night_id)), asker)
        settings = yield from load_guild(guild_id=night.guild_id)
        daily = None if night.daily_id is None else (yield from load_daily(daily_id=night.daily_id))
        if not may_manage_poll(asker, settings, owners={night.host_id if daily is None else daily.host_id}):
            raise EtoileError("quiz-not-host")
        return night

    def _steer(self, asker: Asker, night_id: int, do: str, now: datetime) -> Transaction[Night]:
        night = _present((yield from store.hold_night(night_id=night_id)), asker)
        settings = yield from load_guild(guild_id=night.guild_id)
        moderates = do == "stop" and may_moderate(asker, night.channel)
        if not moderates and not may_manage_poll(asker, settings, owners={night.host_id}):
            raise EtoileError("quiz-not-host")
        if night.state == NightState.OVER or night.daily_id is not None:
            raise EtoileError("quiz-night-over")
        if do == "skip":
            if night.state != NightState.ASKING or night.asked_id is None:
                raise EtoileError("quiz-nothing-to-skip")
            yield from store.drop_picks(night_id=night.id, number=night.number)
            night = replace(
                night, state=NightState.TELLING, closes_at=now, told=False, skipped=night.skipped | {night.number}
            )
        elif do == "stop":
            night = replace(night, state=NightState.OVER, paused=False)
        else:
            night = replace(night, paused=do == "pause")
        yield from store.save_night(night)
        if do != "pause":
            yield from jobs.schedule(kind=JobKind.QUIZ_STEP, subject_id=night.id, due_at=now)
        return night


def answers_of(night: Night, question: Question) -> tuple[str, ...]:
    """The answers in the order in which they stand in this night."""
    told = (question.right, *question.wrong)
    return tuple(told[place] for place in quiz.order_of(night.id, question.id))


def _ahead(asker: Asker, night_id: int) -> Transaction[Night]:
    night = _present((yield from store.share_night(night_id=night_id)), asker)
    if night.state != NightState.PLANNED:
        raise EtoileError("quiz-night-begun")
    return night


def _come(asker: Asker, night_id: int) -> Transaction[Planned]:
    night = yield from _ahead(asker, night_id)
    coming = yield from guests.toggle_guest(night_id=night.id, user_id=asker.user_id)
    found = yield from guests.list_guests(night_id=night.id)
    return Planned(night=night, guests=len(found), coming=coming)


def _present(night: Night | None, asker: Asker) -> Night:
    """The night, when it exists and belongs to this server. Raises EtoileError otherwise."""
    if night is None or night.guild_id != asker.guild_id:
        raise EtoileError("quiz-night-gone")
    return night


def language_of(night: Night, settled: Locale | None) -> Locale:
    """In which language a night speaks: the server's, as it is now, else that in which it was begun."""
    return settled or night.locale
