"""Which questions may be asked at a level: those of the show pack, and those that the server wrote itself."""

from __future__ import annotations

from bot.content import ShowPack, ShowView
from bot.domain.locale import Locale
from bot.domain.own_question import asked, id_of
from bot.domain.questions import Question, QuizKind
from bot.store.engine.database import Transaction
from bot.store.quiz import own


def pool_of(view: ShowView, kind: QuizKind | None, episodes: tuple[int, int] | None) -> dict[str, Question]:
    """The shipped questions of a view, of one kind, about some episodes (first and last)."""
    return {
        question.id: question
        for question in view.questions.values()
        if kind in (None, question.kind)
        and (episodes is None or (question.episode is not None and episodes[0] <= question.episode <= episodes[1]))
    }


def own_at(guild_id: int | None, level: int) -> Transaction[dict[str, Question]]:
    """The questions of a server's own that are asked, none that spoils beyond a level; none outside a server."""
    if guild_id is None:
        return {}
    written = yield from own.list_own(guild_id=guild_id)
    opened = [asked(each, level) for each in written if each.active]
    return {question.id: question for question in opened if question is not None}


def find_question(
    pack: ShowPack, guild_id: int, question_id: str, level: int, locale: Locale
) -> Transaction[Question | None]:
    """One question, for who reads at a level; None when it is gone or lies beyond. A server's own is found also while
    it is switched off: it may stand somewhere."""
    own_id = id_of(question_id)
    if own_id is None:
        return pack.view(level, locale).questions.get(question_id)
    written = yield from own.load_own(question_id=own_id, guild_id=guild_id)
    return None if written is None else asked(written, level)
