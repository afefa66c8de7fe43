"""Short ways to write tables of words."""

from __future__ import annotations

from typing import TypeVar

Value = TypeVar("Value")


def words(text: str) -> tuple[str, ...]:
    """The words of `text`."""
    return tuple(text.split())


def ways(text: str) -> list[tuple[str, ...]]:
    """The phrases of `text`, parted by "|", each as its words."""
    return [tuple(phrase.split()) for phrase in text.split("|")]


def meaning_all(value: Value, text: str) -> dict[tuple[str, ...], Value]:
    """A table in which every phrase of `text` has this value."""
    return dict.fromkeys(ways(text), value)


def listed(text: str) -> frozenset[str]:
    """The phrases of `text`, parted by "|", as they stand."""
    return frozenset(text.split("|"))
