"""The quiz for one member alone: at their level, in their language, one question after the other."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.content import ShowPack, ShowView
from bot.content.quiz_telling import meets_all
from bot.domain import quiz
from bot.domain.questions import Question, QuizKind
from bot.domain.quiz import Box, Round
from bot.domain.readers import Asker, Reader
from bot.domain.visibility import LAST_EPISODE, may_see
from bot.errors import EtoileError
from bot.services.quiz.pool import own_at, pool_of
from bot.store import zones
from bot.store.engine.database import Database, Transaction
from bot.store.guild_settings import reading_context
from bot.store.ids import new_id
from bot.store.quiz import solo as store

MISSED = 4
"""Of so many missed questions the end of a round says where to read up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that waits for its answer. `instead`: the one before lies beyond the reader now."""

    round: Round
    question: Question
    answers: tuple[str, ...]
    instead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question with its right answer, at once. `chosen` and `right` are places in `answers`."""

    round: Round
    question: Question
    answers: tuple[str, ...]
    chosen: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The end of a round. `missed`: where to read up. `streak`: days in a row, today included.

    `opens`: how many questions come with the next episode. `told`: the reader has said how far they are.
    """

    round: Round
    missed: tuple[Question, ...]
    streak: int
    opens: int
    level: int
    told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingLeft:
    """Nothing to ask: all `known` questions rest until `back_at`, or (`known` is 0) there are none for this reader."""

    round: Round
    known: int
    back_at: datetime | None
    opens: int
    level: int
    told: bool


View: TypeAlias = Asked | Answered | Finished | NothingLeft


class SoloQuiz:
    """Rounds. The reader's level is read anew for every question, so that setting it back holds at once."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack

    async def begin(
        self,
        asker: Asker,
        *,
        length: int = quiz.USUAL,
        kind: QuizKind | None = None,
        episodes: tuple[int, int] | None = None,
        anyway: bool = False,
    ) -> View:
        """Start a round instead of the one that the member had, and ask the first question.

        Raises EtoileError for a round about an episode that the member has not reached.
        """
        length = min(max(length, quiz.SHORTEST), quiz.LONGEST)
        fresh = Round(id=new_id(), user_id=asker.user_id, length=length, kind=kind, episodes=episodes, anyway=anyway)
        return await self._db.write(self._begin, asker, fresh, self._clock.now())

    async def again(self, asker: Asker, round_id: int, *, anyway: bool) -> View:
        """Start another round about the same; also of what still rests, with `anyway`."""
        return await self._db.write(self._again, asker, round_id, anyway, new_id(), self._clock.now())

    async def answer(self, asker: Asker, round_id: int, number: int, place: int) -> View:
        """Answer question `number` of a round with the answer that stands at `place`.

        A question that was answered before, or that lies beyond the reader by now, changes nothing: the view says
        where the round stands. Raises EtoileError for a round that another one has replaced.
        """
        return await self._db.write(self._answer, asker, round_id, number, place, self._clock.now())

    async def go_on(self, asker: Asker, round_id: int) -> View:
        """The next question, or the end. Raises EtoileError for a round that another one has replaced."""
        return await self._db.write(self._go_on, asker, round_id, self._clock.now())

    def readable(self, level: int, asker: Asker) -> ShowView:
        """What a reader at `level` may know, in the asker's language."""
        return self._pack.view(level, asker.locale)

    # -- transactions

    def _begin(self, asker: Asker, fresh: Round, now: datetime) -> Transaction[View]:
        reader = yield from reading_context(asker)
        if fresh.episodes is not None and not may_see(reader.level, fresh.episodes[1]):
            raise EtoileError("quiz-not-reached", episode=fresh.episodes[1])
        return (yield from self._next(asker, reader, fresh, now))

    def _again(self, asker: Asker, round_id: int, anyway: bool, fresh_id: int, now: datetime) -> Transaction[View]:
        round_ = yield from _round_of(asker, round_id)
        fresh = replace(round_, id=fresh_id, anyway=anyway, done=(), current=None)
        return (yield from self._begin(asker, fresh, now))

    def _answer(self, asker: Asker, round_id: int, number: int, place: int, now: datetime) -> Transaction[View]:
        round_ = yield from _round_of(asker, round_id)
        reader = yield from reading_context(asker)
        question = (yield from self._known(asker, reader)).get(round_.current or "")
        if question is None or number != round_.number or not 0 <= place < quiz.ANSWERS:
            return (yield from self._where(asker, reader, round_, now))
        order = quiz.order_of(round_.id, question.id)
        right = order[place] == 0
        boxes = yield from store.load_boxes(user_id=asker.user_id, question_ids={question.id})
        before = boxes.get(question.id)
        box = Box(box=quiz.moved(None if before is None else before.box, right=right), asked_at=now)
        yield from store.save_box(box, user_id=asker.user_id, question_id=question.id)
        after = round_.answered(right)
        yield from store.save_round(after, at=now)
        streak = yield from store.load_streak(user_id=asker.user_id)
        grown = streak.after((yield from _today(asker, now)))
        if grown != streak:
            yield from store.save_streak(grown, user_id=asker.user_id)
        return Answered(
            round=after, question=question, answers=_answers(question, order), chosen=place, right=order.index(0)
        )

    def _go_on(self, asker: Asker, round_id: int, now: datetime) -> Transaction[View]:
        round_ = yield from _round_of(asker, round_id)
        reader = yield from reading_context(asker)
        return (yield from self._where(asker, reader, round_, now))

    def _where(self, asker: Asker, reader: Reader, round_: Round, now: datetime) -> Transaction[View]:
        """Where a round stands: the question that waits if the reader may still see it, else the next one, or the
        end."""
        if round_.current is None:
            return (yield from self._next(asker, reader, round_, now))
        question = (yield from self._known(asker, reader)).get(round_.current)
        if question is not None:
            return Asked(round=round_, question=question, answers=_answers(question, _order(round_, question)))
        found = yield from self._next(asker, reader, replace(round_, current=None), now)
        return replace(found, instead=True) if isinstance(found, Asked) else found

    def _next(self, asker: Asker, reader: Reader, round_: Round, now: datetime) -> Transaction[View]:
        """Ask what comes next, or end the round where nothing does."""
        view = self.readable(reader.level, asker)
        pool = pool_of(view, round_.kind, round_.episodes)
        own = yield from own_at(asker.guild_id, reader.level)
        if round_.kind is None and round_.episodes is None:
            pool |= own
        known = {**view.questions, **own}
        boxes = yield from store.load_boxes(user_id=asker.user_id)
        asked = {done.question_id for done in round_.done}
        drawn = None
        if len(round_.done) < round_.length:
            before = [known[question_id] for question_id in asked if question_id in known]
            drawn = quiz.draw(
                pool,
                boxes,
                user_id=asker.user_id,
                now=now,
                without=asked,
                anyway=round_.anyway,
                fair=lambda question_id: meets_all(pool[question_id], before),
            )
        now_at = replace(round_, current=drawn)
        yield from store.save_round(now_at, at=now)
        if drawn is not None:
            question = pool[drawn]
            return Asked(round=now_at, question=question, answers=_answers(question, _order(now_at, question)))
        opens = self._opens(reader, asker, round_)
        told = reader.progress is not None
        if not round_.done:
            back_at = quiz.next_due(pool, boxes)
            return NothingLeft(
                round=now_at, known=len(pool), back_at=back_at, opens=opens, level=reader.level, told=told
            )
        streak = yield from store.load_streak(user_id=asker.user_id)
        today = yield from _today(asker, now)
        missed = [known[done.question_id] for done in round_.done if _was_missed(done, known)]
        return Finished(
            round=now_at,
            missed=tuple(missed[:MISSED]),
            streak=streak.on(today),
            opens=opens,
            level=reader.level,
            told=told,
        )

    def _known(self, asker: Asker, reader: Reader) -> Transaction[dict[str, Question]]:
        """All that the reader may be asked where they are: the shipped questions, and this server's own."""
        own = yield from own_at(asker.guild_id, reader.level)
        return {**self.readable(reader.level, asker).questions, **own}

    def _opens(self, reader: Reader, asker: Asker, round_: Round) -> int:
        """How many more questions of all kinds there are after one more episode: how many of one kind would tell what
        is new in it."""
        if reader.level >= LAST_EPISODE or round_.episodes is not None:
            return 0
        return len(self.readable(reader.level + 1, asker).questions) - len(self.readable(reader.level, asker).questions)


def _was_missed(done: quiz.Done, known: Container[str]) -> bool:
    return not done.right and done.question_id in known


def _order(round_: Round, question: Question) -> tuple[int, ...]:
    return quiz.order_of(round_.id, question.id)


def _answers(question: Question, order: tuple[int, ...]) -> tuple[str, ...]:
    told = (question.right, *question.wrong)
    return tuple(told[place] for place in order)


def _round_of(asker: Asker, round_id: int) -> Transaction[Round]:
    round_ = yield from store.load_round(user_id=asker.user_id)
    if round_ is None or round_.id != round_id:
        raise EtoileError("quiz-round-gone")
    return round_


def _today(asker: Asker, now: datetime) -> Transaction[date]:
    """Which day it is for the member: in their own zone, else the server's, else in UTC."""
    own, server = yield from zones.load_zone(user_id=asker.user_id, guild_id=asker.guild_id)
    return now.astimezone(ZoneInfo(own or server or "UTC")).date()
