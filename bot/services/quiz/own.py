"""Questions that a server writes itself: kept by its hosts, played there alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.content import ShowPack
from bot.domain.hosting import may_host, may_manage_poll
from bot.domain.log_note import LogNote
from bot.domain.member_text import WHOLE_SERVER, MemberText
from bot.domain.own_question import (
    ANSWER_LENGTH,
    EXPLANATION_LENGTH,
    MOST_QUESTIONS,
    QUESTION_LENGTH,
    WRONG,
    OwnQuestion,
    asked,
)
from bot.domain.questions import Question
from bot.domain.readers import Asker
from bot.domain.visibility import LAST_EPISODE, NOTHING
from bot.errors import EtoileError
from bot.store.engine.database import Database, Transaction
from bot.store.guild_settings import load_guild, reading_context
from bot.store.ids import new_id
from bot.store.log_lines import noted
from bot.store.quiz import own as store


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWish:
    """A question as a host wants it, in lines without control characters; `said`: what it spoils, as they say."""

    question: str
    right: str
    wrong: tuple[str, ...]
    explanation: str
    said: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedQuestion:
    """A question in the list. `shown` is None for who has not got that far; `mine`: the reader may change it."""

    own: OwnQuestion
    shown: Question | None
    mine: bool


class OwnQuestions:
    """For hosts; EtoileError("quiz-own-hosts-only") for everybody else. What somebody wrote they may change, as may who
    has a host role or looks after the server."""

    def __init__(self, db: Database, pack: ShowPack) -> None:
        self._db = db
        self._pack = pack

    async def add(self, asker: Asker, wish: OwnWish, note: LogNote | None = None) -> OwnQuestion:
        """Write a question. Its level is what was said, or what guarded words in it spoil. Raises EtoileError for what
        is no question, and for one too many."""
        checked = _checked(wish)
        return await self._db.write(noted(self._add, note), asker, checked, new_id())

    async def reword(self, asker: Asker, question_id: int, wish: OwnWish, note: LogNote | None = None) -> OwnQuestion:
        """Other words for a question, and another level. Raises EtoileError."""
        checked = _checked(wish)
        return await self._db.write(
            noted(self._change, note), asker, question_id, lambda old: self._worded(old, checked)
        )

    async def switch(self, asker: Asker, question_id: int, *, active: bool) -> OwnQuestion:
        """Ask a question, or no longer. Raises EtoileError."""
        return await self._db.write(self._change, asker, question_id, lambda old: replace(old, active=active))

    async def open_earlier(self, asker: Asker, question_id: int, note: LogNote | None = None) -> OwnQuestion:
        """A host says that the guarded words give nothing away: its level is what was said. Raises EtoileError."""
        return await self._db.write(noted(self._change, note), asker, question_id, lambda old: _at(old, old.said))

    async def remove(self, asker: Asker, question_id: int, note: LogNote | None = None) -> OwnQuestion:
        """Delete a question. Raises EtoileError."""
        return await self._db.write(noted(self._remove, note), asker, question_id)

    async def listed(self, asker: Asker) -> list[ListedQuestion]:
        """The questions of this server, each as far as the asker may read it. Raises EtoileError."""
        return await self._db.read(self._listed, asker)

    async def written(self, asker: Asker, question_id: int) -> OwnWish:
        """The words of a question, to be changed. Raises EtoileError for who may not, or has not got that far."""
        return await self._db.read(self._written, asker, question_id)

    # -- transactions

    def _add(self, asker: Asker, wish: OwnWish, fresh_id: int) -> Transaction[OwnQuestion]:
        guild_id = yield from _host(asker)
        if (yield from store.count_own(guild_id=guild_id)) >= MOST_QUESTIONS:
            raise EtoileError("quiz-own-too-many", most=MOST_QUESTIONS)
        blank = OwnQuestion(
            id=fresh_id,
            guild_id=guild_id,
            author_id=asker.user_id,
            question=MemberText("", NOTHING, WHOLE_SERVER),
            answers=(),
            explanation=None,
            said=NOTHING,
            active=True,
        )
        own = self._worded(blank, wish)
        yield from store.save_own(own)
        return own

    def _worded(self, own: OwnQuestion, wish: OwnWish) -> OwnQuestion:
        texts = (wish.question, wish.right, *wish.wrong, wish.explanation)
        level = max(wish.said, self._pack.level_of_text("\n".join(texts)))

        def text(words: str) -> MemberText:
            return MemberText(words, level, WHOLE_SERVER)

        return replace(
            own,
            question=text(wish.question),
            answers=tuple(text(answer) for answer in (wish.right, *wish.wrong)),
            explanation=text(wish.explanation) if wish.explanation else None,
            said=wish.said,
        )

    def _mine(self, asker: Asker, question_id: int) -> Transaction[OwnQuestion]:
        guild_id = yield from _host(asker)
        own = yield from store.load_own(question_id=question_id, guild_id=guild_id)
        if own is None:
            raise EtoileError("quiz-own-gone")
        settings = yield from load_guild(guild_id=guild_id)
        if not may_manage_poll(asker, settings, owners={own.author_id}):
            raise EtoileError("quiz-own-not-yours")
        return own

    def _change(
        self, asker: Asker, question_id: int, how: Callable[[OwnQuestion], OwnQuestion]
    ) -> Transaction[OwnQuestion]:
        changed = how((yield from self._mine(asker, question_id)))
        yield from store.save_own(changed)
        return changed

    def _remove(self, asker: Asker, question_id: int) -> Transaction[OwnQuestion]:
        own = yield from self._mine(asker, question_id)
        yield from store.delete_own(question_id=own.id, guild_id=own.guild_id)
        return own

    def _listed(self, asker: Asker) -> Transaction[list[ListedQuestion]]:
        guild_id = yield from _host(asker)
        settings = yield from load_guild(guild_id=guild_id)
        reader = yield from reading_context(asker)
        written = yield from store.list_own(guild_id=guild_id)
        return [
            ListedQuestion(
                own=own,
                shown=asked(own, LAST_EPISODE if own.author_id == asker.user_id else reader.level),
                mine=may_manage_poll(asker, settings, owners={own.author_id}),
            )
            for own in written
        ]

    def _written(self, asker: Asker, question_id: int) -> Transaction[OwnWish]:
        own = yield from self._mine(asker, question_id)
        reader = yield from reading_context(asker)
        shown = asked(own, LAST_EPISODE if own.author_id == asker.user_id else reader.level)
        if shown is None:
            raise EtoileError("quiz-own-hidden", episode=own.level)
        return OwnWish(
            question=shown.question,
            right=shown.right,
            wrong=shown.wrong,
            explanation=shown.explanation,
            said=own.said,
        )


def _host(asker: Asker) -> Transaction[int]:
    if asker.guild_id is None:
        raise EtoileError("error-server-only")
    settings = yield from load_guild(guild_id=asker.guild_id)
    if not may_host(asker, settings):
        raise EtoileError("quiz-own-hosts-only", roles=settings.host_role_ids)
    return asker.guild_id


def _at(own: OwnQuestion, level: int) -> OwnQuestion:
    """The question at another level."""
    return replace(
        own,
        question=replace(own.question, level=level),
        answers=tuple(replace(answer, level=level) for answer in own.answers),
        explanation=None if own.explanation is None else replace(own.explanation, level=level),
    )


def _checked(wish: OwnWish) -> OwnWish:
    """The wish, when it is a question. Raises EtoileError that says what is wrong with it."""
    answers = (wish.right, *wish.wrong)
    if not wish.question or not wish.right:
        raise EtoileError("quiz-own-empty")
    if len(wish.wrong) != WRONG:
        raise EtoileError("quiz-own-three", count=len(wish.wrong))
    if any(len(answer) > ANSWER_LENGTH for answer in answers):
        raise EtoileError("quiz-own-long", most=ANSWER_LENGTH)
    if len({answer.casefold() for answer in answers}) != len(answers):
        raise EtoileError("quiz-own-same")
    if not NOTHING <= wish.said <= LAST_EPISODE:
        raise EtoileError("quiz-own-empty")
    return replace(wish, question=wish.question[:QUESTION_LENGTH], explanation=wish.explanation[:EXPLANATION_LENGTH])
