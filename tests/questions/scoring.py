"""Asks the shipped pack the questions of a file, and judges what it answers."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.content import ShowPack, ShowView
from bot.content.folding import words
from bot.domain.locale import Locale
from bot.domain.show import Kind, Match
from bot.services.finding import found_for, is_sure

HERE = Path(__file__).parent
UNKNOWN = "unknown"
HELP = "help"
"""Stands for every page on what can be done with the bot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line of a file. `language` is "en", "fr" or "mix"; from episode `start` on the answer may be told."""

    text: str
    language: str
    start: int
    right: frozenset[str]
    typo: bool

    @property
    def locale(self) -> Locale:
        """In which language whoever asks reads."""
        return Locale.FR if self.language == "fr" else Locale.EN

    @property
    def length(self) -> str:
        """How much is typed."""
        many = len(words(self.text))
        return "1-2 words" if many < 3 else "3-5 words" if many < 6 else "6 and more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What became of a question: `outcome` is "top", "three" or "none"; `wrong` when a wrong page was opened."""

    question: Question
    outcome: str
    opened: bool
    wrong: bool
    found: Sequence[Match]


def questions(name: str) -> list[Question]:
    """The questions of `tuning.tsv` or `heldout.tsv`."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Question(
                text=line["question"],
                language=line["language"],
                start=int(line["from"]),
                right=frozenset(line["right"].split()),
                typo=line["typo"] == "yes",
            )
            for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def unknown_pages(pack: ShowPack, asked: Iterable[Question]) -> set[str]:
    """Right pages that the pack does not have: a file that names one must be put right."""
    known = {f"topic/{each}" if kind == "topics" else each for kind in _KINDS for each in pack.ids(kind)}
    return {page for question in asked for page in question.right} - known - {UNKNOWN, HELP}


def judge(pack: ShowPack, question: Question, level: int) -> Judged:
    """Ask as somebody who has finished episode `level`. Whose answer lies further on is right to be told of nothing."""
    view = pack.view(level, question.locale)
    found = found_for(view, question.text)
    pages = [page_of(match.id) for match in found]
    opened = is_sure(found)
    right = question.right & _readable(view, question) | question.right & {UNKNOWN}
    if HELP in question.right:
        right = right.union(named.id for named in view.names_of("howto"))
    if not right:
        right = frozenset({UNKNOWN})
    known = right - {UNKNOWN}
    fits = [page in known for page in pages]
    if UNKNOWN in right and not opened:
        outcome = "top"
    else:
        outcome = "top" if fits[:1] == [True] else "three" if any(fits) else "none"
    wrong = opened and pages[0] not in known
    return Judged(question=question, outcome=outcome, opened=opened, wrong=wrong, found=found)


def page_of(found: str) -> str:
    """The page of a match as the files name it: the id of its record, for topics with their kind."""
    kind, _, record = found.partition("/")
    return f"topic/{record}" if kind == "topics" else record


_KINDS: Sequence[Kind] = (
    "status", "facts", "cast", "bonds", "glossary", "episodes", "works", "places", "topics", "timeline", "howto",
)  # fmt: skip


def _readable(view: ShowView, question: Question) -> set[str]:
    """The pages that this reader may be led to by this question."""
    if view.level < question.start:
        return set()
    return {page_of(f"{kind}/{named.id}") for kind in _KINDS for named in view.names_of(kind)}
