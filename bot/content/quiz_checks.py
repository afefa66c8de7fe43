"""Whether a quiz question is a fair one, as far as a machine can see, beside what is checked of every text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bot.content.fields import name_at
from bot.content.folding import fold, words
from bot.content.problems import Problem
from bot.content.quiz_models import Question
from bot.content.reading import Entry
from bot.domain.locale import Locale

STANDING_OUT = 0.35
"""At most this share of the questions may have a right answer that is longer than all the others, or shorter."""
ENOUGH = 20
"""From so many questions on, that share is counted."""
TELLING = 4
"""So many letters make a word by which a question could tell its answer."""
NEW_WORDS = 4
"""At least so many telling words of an explanation stand neither in the question nor in the right answer."""
READABLE = frozenset({"status", "fact", "event", "person", "work", "place", "bond", "term", "recap"})
"""Tables whose records teach something."""


def check_quiz(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Every question that is unfair or teaches nothing, and what is wrong with all of them together."""
    known = {entry.id: entry for entry in entries if entry.table in READABLE}
    asked = [(entry, entry.record) for entry in entries if isinstance(entry.record, Question)]
    ids = {question.id for _, question in asked}
    for entry, question in asked:
        yield from _placed(entry, question, known)
        for other in question.apart:
            if other not in ids or other == question.id:
                yield entry.problem("apart", f"“{other}” is no other question")
        for locale in Locale:
            yield from _answers(entry, question, locale)
            yield from _explanation(entry, question, locale)
    for locale in Locale:
        yield from _asked_twice(asked, locale)
        yield from _told_by_length(asked, locale)


def _placed(entry: Entry, question: Question, known: Mapping[str | None, Entry]) -> Iterator[Problem]:
    """An evening's questions may be asked that evening, and what teaches the answer may be read."""
    if question.episode is not None and question.episode != question.visible_from:
        yield entry.problem("episode", f"is {question.episode}, but this may be asked from {question.visible_from} on")
    if question.read_up is None:
        return
    if question.read_up not in known:
        yield entry.problem("read_up", f"“{question.read_up}” is no record that can be read")
    elif known[question.read_up].level > question.visible_from:
        level = known[question.read_up].level
        yield entry.problem(
            "read_up", f"“{question.read_up}” is visible from episode {level}, this from {question.visible_from}"
        )


def _answers(entry: Entry, question: Question, locale: Locale) -> Iterator[Problem]:
    right = name_at(question.right, locale)
    wrong = [name_at(answer, locale) for answer in question.wrong]
    counted = Counter(" ".join(words(answer)) for answer in (right, *wrong))
    if len(counted) < len(wrong) + 1:
        yield entry.problem("wrong", f"two of the answers in “{locale}” are the same")
    elsewhere = {word for answer in wrong for word in words(answer)}
    told = _telling(right) & _telling(question.question.at(locale)) - elsewhere
    if told:
        yield entry.problem("right", f"the question in “{locale}” tells it: {', '.join(sorted(told))}")


def _explanation(entry: Entry, question: Question, locale: Locale) -> Iterator[Problem]:
    known = _telling(question.question.at(locale)) | _telling(name_at(question.right, locale))
    if len(_telling(question.explanation.at(locale)) - known) < NEW_WORDS:
        path = f"explanation.{locale}"
        yield entry.problem(path, "teaches nothing: it says what the question and the right answer say")


def _asked_twice(asked: Sequence[tuple[Entry, Question]], locale: Locale) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry, question in asked:
        other = first.setdefault(fold(question.question.at(locale)), entry)
        if other is not entry:
            yield entry.problem(f"question.{locale}", f"is asked by {other.path} already")


def _told_by_length(asked: Sequence[tuple[Entry, Question]], locale: Locale) -> Iterator[Problem]:
    """A player who always presses the longest answer must not win, nor one who always presses the shortest."""
    if len(asked) < ENOUGH:
        return
    found: Counter[str] = Counter()
    for _, question in asked:
        right = len(name_at(question.right, locale))
        wrong = [len(name_at(answer, locale)) for answer in question.wrong]
        found["longest"] += right > max(wrong)
        found["shortest"] += right < min(wrong)
    for extreme, count in found.items():
        if count > STANDING_OUT * len(asked):
            message = f"in “{locale}” the right answer is the {extreme} in {count} of {len(asked)} questions"
            yield Problem(asked[0][0].file, "question", f"{message}: at most {STANDING_OUT:.0%} may be")


def _telling(text: str) -> set[str]:
    return {word for word in words(text) if len(word) >= TELLING}
