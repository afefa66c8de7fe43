"""A typed text as a line of tokens, and the small looks at it that every part of the grammar takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from bot.domain.phrases.tokens import Token
from bot.domain.phrases.vocabulary import NUMBERS, ORDINAL_ENDS, ORDINALS

Value = TypeVar("Value")


_MARGIN = 12
"""So far behind the end the grammar may look."""


class Line:
    """The tokens of one text. `french`: by its words or by its writer's locale."""

    __slots__ = ("_texts", "french", "tokens")

    def __init__(self, tokens: tuple[Token, ...], *, french: bool) -> None:
        self.tokens = tokens
        self.french = french
        self._texts = ("", *(token.text for token in tokens), *([""] * _MARGIN))

    def word(self, at: int) -> str:
        """The text of the token at this place, "" before the first and behind the last."""
        return self._texts[at + 1]

    def is_number(self, at: int, least: int = 1, most: int = 2) -> bool:
        """Whether a number of so many digits stands there."""
        return self.kind(at) == "number" and least <= len(self.tokens[at].text) <= most

    def kind(self, at: int) -> str:
        """The kind of the token at this place, "" behind the end."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        """Whether the token at this place touches the one before it."""
        return 0 <= at < len(self.tokens) and self.tokens[at].glued

    def says(self, at: int, *words: str) -> bool:
        """Whether exactly these words stand there."""
        return self._texts[at + 1 : at + 1 + len(words)] == words

    def glued_iso(self, at: int) -> bool:
        """Whether the token at this place ends an ISO instant: "2026-12-04T20:30-05:00"."""
        return self.glued(at) and any(self.says(place, "t") and self.glued(place) for place in range(at))

    def longest(self, at: int, table: Mapping[tuple[str, ...], Value]) -> tuple[Value, int] | None:
        """The value of the longest phrase of `table` that stands there, and where it ends."""
        for length in (5, 4, 3, 2, 1):
            value = table.get(self._texts[at + 1 : at + 1 + length])
            if value is not None:
                return value, at + length
        return None

    def count(self, at: int) -> tuple[int, int] | None:
        """A number in digits (at most four) or in words, and where it ends."""
        if self.is_number(at, 1, 4):
            return int(self.word(at)), at + 1
        return self.longest(at, NUMBERS)

    def day_number(self, at: int) -> tuple[int, int, bool] | None:
        """A day of a month, where it ends, and whether it is certainly one: "4th", "1er", "first"."""
        if self.is_number(at):
            number = int(self.word(at))
            if self.word(at + 1) in ORDINAL_ENDS:
                return number, at + 2, True
            return number, at + 1, False
        named = self.longest(at, ORDINALS)
        return None if named is None else (*named, True)


def separated(line: Line, at: int, mark: str) -> bool:
    """Whether `mark` stands there, tight between two numbers."""
    return line.says(at, mark) and line.glued(at) and line.glued(at + 1) and line.kind(at + 1) == "number"
