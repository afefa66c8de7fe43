"""Looking back on the season of a club: for everybody in its channel, and for one member alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.club import Club, Piece
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.party import State
from bot.domain.questions import Question
from bot.domain.quiz_night import Score, season_of
from bot.domain.readers import Asker
from bot.domain.series import Rule
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.services.clubs.service import ClubsService
from bot.services.clubs.values import ClubDraft, ClubView
from bot.services.parties.recurrence import occurrences
from bot.services.parties.values import Wish
from bot.services.quiz.pool import find_question
from bot.store import club_seasons as seasons
from bot.store import clubs as store
from bot.store.engine.database import Database, Transaction
from bot.store.guild_settings import load_audience, reading_context
from bot.store.jobs import schedule
from bot.store.parties import parties as party_store
from bot.store.parties import series as series_store
from bot.store.quiz import scores

FAITHFUL = 3
BEST = 3
MADE = (State.PLANNED, State.OPEN, State.LIVE, State.OVER, State.CANCELLED)
AROUND = timedelta(days=1)
"""So long before the first evening and after the last the quiz belongs to the season."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hardest:
    """The question that the fewest had right, of those that its channel may read."""

    question: Question
    right: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season that is over, as everybody in its channel may know it. `members`: how many came at all. `faithful`: who
    agreed to be named and came most often, with how often."""

    view: ClubView
    members: int
    faithful: tuple[tuple[int, int], ...]
    hardest: Hardest | None
    locale: Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class MySeason:
    """A member's own: at which evenings they had a seat, what they answered in the quiz and had right, their place on
    the server's table, and whether they agreed to be named."""

    view: ClubView
    came: frozenset[int]
    answered: int
    right: int
    score: Score | None
    named: bool


class SeasonsService:
    """What remains of a season."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, clubs: ClubsService) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._clubs = clubs

    async def due(self, club_id: int) -> Season | None:
        """The season of a club that came to its end by itself, where it looks back; None otherwise."""
        view = await self._clubs.find(club_id)
        if view is None or view.stopped or not view.over or not view.past or Piece.SEASON not in view.club.pieces:
            return None
        return await self._db.read(self._look, view)

    async def posted(self, club_id: int, message_id: int) -> None:
        """It stands in this message."""
        await self._db.write(store.set_season, club_id=club_id, message_id=message_id)

    async def best(self, club: Club) -> tuple[Score, ...]:
        """The first of the server's quiz table, where the club shows it."""
        if Piece.QUIZ not in club.pieces:
            return ()
        season = season_of(self._clock.now())
        return tuple(await self._db.read(scores.list_scores, guild_id=club.guild_id, season=season, skip=0, most=BEST))

    async def mine(self, asker: Asker, club_id: int | None = None) -> MySeason:
        """The asker's own. Raises EtoileError("club-none")."""
        view = await self._clubs.here(asker, club_id)
        return await self._db.read(_mine, view, asker, self._clock.now())

    async def set_named(self, asker: Asker, club_id: int, *, named: bool) -> MySeason:
        """Agree to be named among the most faithful, or no longer. Raises EtoileError("club-none")."""
        view = await self._clubs.here(asker, club_id)
        await self._db.write(_set_named, view.club.id, asker.user_id, named, self._clock.now())
        return await self.mine(asker, view.club.id)

    async def plan_next(self, asker: Asker, club_id: int, *, mirror: bool) -> ClubDraft:
        """A new club like this one, in the same rhythm, to be looked at before it is posted. What the asker left
        unfinished comes first. Raises EtoileError for who may not host here, and while this one goes on."""
        view = await self._clubs.here(asker, club_id)
        if not view.over:
            raise EtoileError("club-goes-on")
        draft = await self._clubs.begin(asker, view.club.channel_id)
        if draft.preview is not None:
            return draft
        wish = await self._db.read(_wish_like, view, self._clock.now())
        if wish is None:
            return draft
        draft_id = draft.club.id
        await self._clubs.set_pieces(asker, draft_id, view.club.pieces)
        await self._clubs.set_room_place(asker, draft_id, view.club.room_place_id)
        return await self._clubs.plan(asker, draft_id, replace(wish, mirror=mirror))

    def _look(self, view: ClubView) -> Transaction[Season]:
        club = view.club
        came = yield from seasons.count_came(series_id=club.series_id or 0)
        agreed = yield from store.list_named(club_id=club.id)
        named = sorted(((many, -user_id) for user_id, many in came.items() if user_id in agreed), reverse=True)
        audience = yield from load_audience(guild_id=club.guild_id, channel_id=club.channel_id, parent_id=None)
        locale = audience.locale or club.locale
        return Season(
            view=view,
            members=len(came),
            faithful=tuple((-user_id, many) for many, user_id in named[:FAITHFUL]),
            hardest=(yield from self._hardest(view, audience.horizon, locale)),
            locale=locale,
        )

    def _hardest(self, view: ClubView, horizon: int, locale: Locale) -> Transaction[Hardest | None]:
        if Piece.QUIZ not in view.club.pieces:
            return None
        asked = yield from seasons.list_asked(_span(view, horizon))
        for one in sorted(asked, key=lambda one: (one.right / one.answered, -one.answered, one.question_id)):
            guild_id = view.club.guild_id
            question = yield from find_question(self._pack, guild_id, one.question_id, one.level, locale)
            if question is not None:
                return Hardest(question=question, right=one.right, answered=one.answered)
        return None


def _span(view: ClubView, level: int) -> seasons.Span:
    first, last = view.evenings[0].at, view.past[-1].at if view.past else view.evenings[-1].at
    return seasons.Span(
        guild_id=view.club.guild_id, channel_id=view.club.channel_id, since=first - AROUND, until=last + AROUND,
        level=level,
    )  # fmt: skip


def _mine(view: ClubView, asker: Asker, now: datetime) -> Transaction[MySeason]:
    club = view.club
    reader = yield from reading_context(asker)
    answered, right = 0, 0
    if view.evenings:
        answered, right = yield from seasons.count_answered(_span(view, reader.level), user_id=asker.user_id)
    score = yield from scores.load_score(guild_id=club.guild_id, season=season_of(now), user_id=asker.user_id)
    return MySeason(
        view=view,
        came=(yield from seasons.list_came(series_id=club.series_id or 0, user_id=asker.user_id)),
        answered=answered,
        right=right,
        score=score,
        named=asker.user_id in (yield from store.list_named(club_id=club.id)),
    )


def _set_named(club_id: int, user_id: int, named: bool, now: datetime) -> Transaction[None]:
    yield from store.set_named(club_id=club_id, user_id=user_id, named=named)
    yield from schedule(kind=JobKind.CLUB_BOARD, subject_id=club_id, due_at=now)


def _wish_like(view: ClubView, now: datetime) -> Transaction[Wish | None]:
    """The same evenings, from the next date of the rhythm on."""
    series_id = view.club.series_id or 0
    series = yield from series_store.load_series(series_id=series_id)
    parties = yield from party_store.list_series(series_id=series_id, states=MADE)
    if series is None or not parties:
        return None
    last = parties[-1]
    rule = _from_then_on(series.rule, max(last.starts_at, now))
    first = next((one for one in occurrences(rule) if one.instant > max(last.starts_at, now)), None)
    if first is None:
        raise EtoileError("party-series-empty")
    return Wish(
        channel_id=view.club.channel_id,
        first_episode=parties[0].first_episode,
        last_episode=series.last_episode,
        starts_at=first.instant,
        zone=rule.zone,
        locale=last.locale,
        voice_id=last.voice_id,
        seats=last.seats,
        role_ids=last.role_ids,
        length_minutes=last.length_minutes,
        rule=replace(rule, first_day=first.wall.date()),
        per_evening=series.per_evening,
    )


def _from_then_on(rule: Rule, last: datetime) -> Rule:
    """The rule without its end and its gaps, as it goes on after a date."""
    days = {"day": rule.step, "week": 7 * rule.step, "month": 1}[rule.every]
    first_day = wall_of(last, rule.zone).date() + timedelta(days=days)
    return replace(rule, first_day=first_day, until=None, times=None, skips=frozenset())
