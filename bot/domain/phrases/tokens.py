"""A typed text as words, numbers and marks, free of decoration: what the grammar reads."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "word", "mark", "iana"]

_SPELLINGS = (
    (re.compile(r"(?<![a-z])([ap])\. ?m\b\.?"), r"\1m"),
    (re.compile(r"(?<=\d) ?([ap]) m\b"), r"\1m"),
    (re.compile(r"(?<![a-z.])([a-z])\.([a-z])\.(?:([a-z])\b\.?)?(?![a-z])"), r"\1\2\3"),
    (re.compile(r"<a?:\w{2,32}:\d{15,20}>|(?<![\w:]):[a-z][a-z_]+:(?![\w:])"), " "),
    (re.compile(r"(?<![a-z])o ?'? ?clock\b"), "oclock"),
    (re.compile(r"aujourd ?' ?hui"), "aujourdhui"),
    (re.compile(r"(?<=\d) ?(?:º|°)"), ""),
)
_APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u00b4\u2032"), "'")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_ARROWS = dict.fromkeys(map(ord, "\u2192\u21d2\u27a1\u2794"), " ")
_HALF_SIGNS = {0x33C2: "am", 0x33D8: "pm"}
_CHARS: dict[int, str] = {**_HALF_SIGNS, **_APOSTROPHES, **_DASHES, **_ARROWS}
_DECORATION = frozenset("\"'`«»“”„()[]{}*_;!?|•·…")
_PIECE = re.compile(
    r"(?P<iana>[a-z_]+(?:/[a-z0-9_+-]+){1,2})|(?P<number>\d+)|(?P<word>[a-z]+)|(?P<gap>\s+)|(?P<mark>.)"
)
_JOINED = re.compile(r"^(am|pm|a|p|h|hrs?)([a-z]{2,})$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark, in lower case and without accents. `glued`: nothing stands before it in the text."""

    kind: Kind
    text: str
    glued: bool


def folded(text: str) -> str:
    """`text` in lower case, without accents, emoji and full-width forms, with straight apostrophes and single spaces.

    A pair of flag letters becomes the word "flag" with the country's code, for a flag says in which zone.
    """
    parts: list[str] = []
    for char in _with_flags(text).translate(_CHARS):
        category = unicodedata.category(char)
        if category == "No":  # a half, a power: no digit to count with
            parts.append("\ufffd")
        elif category in {"So", "Sk", "Cn", "Co", "Cs", "Cc", "Zl", "Zp"}:
            parts.append(" ")
        elif category not in {"Cf", "Me", "Mn"}:
            parts.append(char)
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", "".join(parts)).casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char)).translate(_CHARS)
    for pattern, spelling in _SPELLINGS:
        plain = pattern.sub(spelling, plain)
    return " ".join(plain.split())


def _with_flags(text: str) -> str:
    return re.sub(
        "[\U0001f1e6-\U0001f1ff]{2}",
        lambda pair: f" flag{''.join(chr(ord(char) - 0x1F1E6 + 97) for char in pair[0])} ",
        unicodedata.normalize("NFC", text),
    )


def tokens_of(text: str, *, iana: frozenset[str], words: frozenset[str]) -> list[Token]:
    """The tokens of a typed text.

    `iana` holds the zones' names in lower case; `words` every word that may follow glued to am, pm or h ("8pmest").
    """
    plain = folded(text)
    found: list[Token] = []
    position, glued = 0, False
    while position < len(plain):
        piece = _PIECE.match(plain, position)
        assert piece is not None
        if piece["iana"] and piece["iana"].strip("_") not in iana:
            piece = re.compile(r"(?P<word>[a-z]+)|(?P<mark>.)").match(plain, position)
            assert piece is not None
        kind = str(piece.lastgroup)
        here, position = piece.group(), piece.end()
        if kind == "gap" or (kind == "mark" and _separates(here, plain, piece.start())):
            glued = False
            continue
        if kind == "word" and glued and found and found[-1].kind == "number":
            found.extend(_split(here, words))
        elif kind == "iana":
            found.append(Token("iana", here.strip("_"), glued))
        else:
            found.append(Token("number" if kind == "number" else "word" if kind == "word" else "mark", here, glued))
        glued = True
    return found


def _separates(mark: str, text: str, at: int) -> bool:
    """Whether the mark at this place says nothing: decoration, a full stop, a hyphen inside a word."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in _DECORATION:
        return True
    if mark in ".,":
        return not (before.isdigit() and after.isdigit())
    if mark == "-":
        ahead = text[at + 1 :].lstrip()[:1]
        return not ahead.isdigit() and not (before.isdigit() and after.isalpha())
    return False


def _split(word: str, words: frozenset[str]) -> list[Token]:
    """A word that is glued to a number: "pmest" is "pm" and "est"."""
    joined = _JOINED.match(word)
    if word not in words and joined is not None and joined[2] in words:
        return [Token("word", joined[1], True), Token("word", joined[2], False)]
    return [Token("word", word, True)]
