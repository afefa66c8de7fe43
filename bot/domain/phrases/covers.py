"""Every way to read a text whole: as a row of elements that leaves no token over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bot.domain.locale import Locale
from bot.domain.phrases.clocks import clocks
from bot.domain.phrases.dates import days, with_year
from bot.domain.phrases.elements import (
    Ahead,
    Clock,
    Dated,
    Element,
    Filler,
    FromEaster,
    Later,
    MonthDay,
    OfMonth,
    Part,
    Same,
    Week,
    Weekday,
    Weekend,
    Zoned,
)
from bot.domain.phrases.line import Line, separated
from bot.domain.phrases.spans import spans
from bot.domain.phrases.tokens import Token, tokens_of
from bot.domain.phrases.vocabulary import FRENCH, LAST_FILLERS, MONTHS, PHRASES, WEEKDAYS, corrected
from bot.domain.phrases.zones import first_words, iana_names, zoned

MOST = 400
"""So many readings of one text are looked at. No text that means something comes near."""

Cover = tuple[Element, ...]
_AT_MOST: dict[type, int] = {
    Clock: 4,
    Zoned: 4,
    Part: 2,
    Ahead: 1,
    Weekday: 1,
    Week: 1,
    Weekend: 1,
    Dated: 1,
    MonthDay: 1,
    OfMonth: 1,
    FromEaster: 1,
    Same: 1,
    Later: 1,
}


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    words = first_words() | frozenset(WEEKDAYS) | frozenset(MONTHS) | frozenset(PHRASES) | {"est", "utc", "gmt", "zulu"}
    return frozenset(iana_names()), words


def line_of(text: str, locale: Locale) -> Line:
    """The text as a line of tokens, with misspelt words put right."""
    iana, words = _known()
    tokens = tuple(
        Token(token.kind, corrected(token.text), token.glued)
        if token.kind == "word" and token.text not in words
        else token
        for token in tokens_of(text, iana=iana, words=words)
    )
    french = locale is Locale.FR or any(token.text in FRENCH for token in tokens)
    return Line(tokens, french=french)


def covers(line: Line, *, home: str) -> list[Cover]:
    """Every row of elements that reads the line whole, without its fillers."""
    found: dict[Cover, None] = {}
    at_place: dict[int, list[tuple[int, Cover]]] = {}

    def steps(at: int) -> list[tuple[int, Cover]]:
        if at not in at_place:
            at_place[at] = list(dict.fromkeys(_steps(line, at, home)))
        return at_place[at]

    def walk(at: int, row: Cover) -> None:
        if len(found) >= MOST:
            return
        if at == len(line.tokens):
            found[row] = None
            return
        for end, elements in steps(at):
            if _fits(row, elements):
                walk(end, row + elements)

    walk(0, ())
    found.pop((), None)
    return list(found)


def _fits(row: Cover, more: Cover) -> bool:
    """Whether a phrase can hold these too: one day, one part of the day, at most two clocks with their zones."""
    return all(sum(type(each) is type(one) for each in (*row, *more)) <= _AT_MOST[type(one)] for one in more)


def _steps(line: Line, at: int, home: str) -> Iterator[tuple[int, Cover]]:
    """Every element that can stand there, and where it ends. A filler is an empty row."""
    for words, elements in PHRASES.get(line.word(at), ()):
        if not line.says(at, *words):
            continue
        if isinstance(elements[0], Filler):
            if _may_fill(line, at):
                yield at + len(words), ()
            continue
        yield at + len(words), elements
        if isinstance(elements[0], Dated):
            yield from ((end, (dated,)) for end, dated in with_year(line, at + len(words), elements[0]))
    yield from ((end, (clock,)) for end, clock in clocks(line, at))
    yield from days(line, at)
    yield from ((end, (later,)) for end, later in spans(line, at))
    if not (line.says(at, "a", "la") and _is_feast(line, at + 1)):  # « à la Toussaint », not in Los Angeles
        yield from ((end, (zone,)) for end, zone in zoned(line, at, home=home))


def _is_feast(line: Line, at: int) -> bool:
    return any(isinstance(elements[0], Dated) and line.says(at, *words) for words, elements in PHRASES["la"])


def _may_fill(line: Line, at: int) -> bool:
    """Whether the token says nothing where it stands: a mark between two numbers does, and a letter glued to one."""
    if line.says(at, "ish"):
        return line.kind(at - 1) == "number" or line.word(at - 1) in {"am", "pm", "h", "-"}
    if line.says(at, "et"):
        return line.french and line.kind(at + 1) == "number" and at > 0
    if line.says(at, "-") and line.says(at + 1, "ish"):
        return True
    if line.kind(at) == "word":
        if line.glued(at) and line.kind(at - 1) == "number":
            return False
        return at + 1 < len(line.tokens) or line.word(at) in LAST_FILLERS  # "8pm AT" may be a zone
    if line.word(at) == ",":
        return True
    if line.word(at) == "-" and at == 0 and line.kind(1) == "number":
        return False  # "-1h" has been
    if line.word(at) == "-" and (line.word(at - 1) in {"utc", "gmt"} or separated(line, at, "-")):
        return line.kind(at - 1) != "number" and line.word(at - 1) not in {"utc", "gmt"}
    return not (line.kind(at - 1) == "number" and line.kind(at + 1) == "number" and line.glued(at))
