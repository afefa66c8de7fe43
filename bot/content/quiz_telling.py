"""Which quiz questions must not meet, because who has read one knows the answer of the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from bot.content.folding import words
from bot.domain.questions import Question

TELLING = 4
"""So many letters make a word by which an answer could be told; a number is one with fewer."""
STEM = 5
"""So many letters of a word are compared: “boos” and “booed” stay apart, “sleeps” and “sleeping” do not."""


def tells(one: Question, other: Question) -> bool:
    """Whether who has read `one`, with its answer and explanation, knows the answer of `other`.

    Either that is written down (`apart`, in either of them), or all telling words of the other's right answer stand in
    it, with something of what the other asks: “Paris” alone tells nothing.
    """
    if other.id in one.apart or one.id in other.apart:
        return True
    said = _stems(one.question) | _stems(one.right) | _stems(one.explanation)
    asked = _stems(other.question)
    answer = _stems(other.right) - asked
    return bool(answer) and answer <= said and not said.isdisjoint(asked)


def meet(one: Question, other: Question) -> bool:
    """Whether two questions may stand in one round, in either order."""
    return not tells(one, other) and not tells(other, one)


def together(in_order: Sequence[Question], most: int) -> list[Question]:
    """So many of these, the first ones first, of which none tells another's answer. Where there are not enough, others
    fill it up."""
    chosen: list[Question] = []
    for question in in_order:
        if len(chosen) == most:
            break
        if meets_all(question, chosen):
            chosen.append(question)
    rest = (question for question in in_order if question not in chosen)
    return [*chosen, *islice(rest, most - len(chosen))]


def meets_all(question: Question, others: Iterable[Question]) -> bool:
    """Whether a question may stand in one round with all of these."""
    return all(meet(question, other) for other in others)


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words(text) if len(word) >= TELLING or word.isdigit())
