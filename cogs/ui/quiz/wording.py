"""The texts of a question, ready to stand in a message: what members wrote holds no markdown there."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.questions import Question
from bot.domain.show import Source
from bot.text import Words
from cogs.ui.kit.dates import partial
from cogs.ui.kit.escaping import escaped

SOURCES = 2


def plain(question: Question, text: str) -> str:
    """A text of this question, for a place where markdown is read."""
    return escaped(text) if question.kind == "own" else text


def asked(question: Question) -> str:
    """The question itself."""
    return plain(question, question.question)


def answer_of(question: Question, words: Words) -> str:
    """Which answer is right, in a sentence."""
    return words("quiz-answer-is", answer=plain(question, question.right))


def explained(question: Question, words: Words) -> str:
    """What one learns with the answer, and who says so."""
    source = words("quiz-own-source") if question.kind == "own" else sources_line(question.sources, words)
    lines = [plain(question, question.explanation), f"-# {source}"]
    return "\n".join(line for line in lines if line)


def sources_line(sources: Iterable[Source], words: Words) -> str:
    """Who says so."""
    named = " · ".join(_source(source, words) for source in list(sources)[:SOURCES])
    return words("quiz-source", names=named)


def _source(source: Source, words: Words) -> str:
    when = f", {partial(words, source.date)}" if source.date is not None else ""
    name = f"{source.publisher}{when}"
    return name if source.url is None else f"[{name}](<{source.url}>)"
