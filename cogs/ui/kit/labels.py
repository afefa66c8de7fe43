"""A text typed for one of several labelled things: clients that lose a suggestion's value send its label, and people
type a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.content.folding import words

Thing = TypeVar("Thing")


def holds(label: str, typed: str) -> bool:
    """Whether the label has what was typed in it: accents, case, spaces and punctuation count for nothing."""
    return _plain(typed) in _plain(label)


def meant(labelled: Sequence[tuple[str, Thing]], typed: str) -> Thing | None:
    """The thing whose label was typed, or the only one whose label holds the text, or its words; else None."""
    wanted = _plain(typed)
    if not wanted:
        return None
    for fits in (_is, _is_in, _has_words_in):
        found = [thing for label, thing in labelled if fits(wanted, _plain(label))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _plain(text: str) -> str:
    return " ".join(words(text[:200]))


def _is(wanted: str, label: str) -> bool:
    return label == wanted or (label[:90] == wanted[:90] and len(wanted) >= 90)  # labels are cut at 100 letters


def _is_in(wanted: str, label: str) -> bool:
    return wanted in label


def _has_words_in(wanted: str, label: str) -> bool:
    return set(wanted.split()) <= set(label.split())
