"""Watchwords: what a fan writes when they give an episode away, as words that stand near each other.

Every watchword becomes regular expressions in the small language that Python's `re` and the engine of Discord's AutoMod
(Rust's `regex`) read alike: no look-around, no back references. So the same expressions judge what is typed into the
bot's own forms and, where a server wants it, what is typed into its channels.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations

from bot.domain.visibility import NOTHING

WITHIN = 60
"""So many characters may stand between two words of a watchword, unless it says otherwise."""
ANY_CASE = "(?i)"

LONG = 6
"""In forms of so many letters any letter may stand for one with an accent: shorter, and nothing else is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchword:
    """What spoils episode `level`: one form of each group, near each other. One group alone is a phrase that gives the
    episode away by itself; two groups stand in any order, three in theirs. `within` is counted in characters.

    `groups` hold forms as they are written in watch.toml. Where there is little room, an `extra` one is left out first.
    """

    level: int
    groups: tuple[tuple[str, ...], ...]
    within: int = WITHIN
    extra: bool = False

    def expressions(self, longest: int | None = None) -> list[str]:
        """Regular expressions, for any letter case, that together find this watchword; each at most `longest`
        characters. Raises ValueError where a single form is too long for that."""
        return list(_split(self.groups, self.within, longest))


def _split(groups: Sequence[tuple[str, ...]], within: int, longest: int | None) -> Iterator[str]:
    """One expression, or where it would be too long, several: each with as many forms of the largest group as fit."""
    whole = _expression(groups, within)
    if longest is None or len(whole) <= longest:
        yield whole
        return
    at = max(range(len(groups)), key=lambda each: (len(groups[each]) > 1, len(_choice(groups[each]))))
    group = groups[at]
    if len(group) == 1:
        raise ValueError(f"too long for one expression: {', '.join(each[0] for each in groups)}")
    sizes = range(len(group) - 1, 0, -1)
    fits = (size for size in sizes if len(_expression(_with(groups, at, group[:size]), within)) <= longest)
    size = next(fits, len(group) // 2)
    yield from _split(_with(groups, at, group[:size]), within, longest)
    yield from _split(_with(groups, at, group[size:]), within, longest)


def _with(groups: Sequence[tuple[str, ...]], at: int, part: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [*groups[:at], part, *groups[at + 1 :]]


def _expression(groups: Sequence[tuple[str, ...]], within: int) -> str:
    choices = [_choice(group) for group in groups]
    gap = f".{{0,{within}}}"
    orders = permutations(choices) if len(choices) == 2 else [choices]
    return "|".join(gap.join(rf"\b{choice}" for choice in order) for order in orders)


def _choice(forms: Sequence[str]) -> str:
    """One of these forms. Behind a whole one stands the edge of a word; begun ones may go on."""
    begun = _branches([_tokens(form[:-1]) for form in forms if form.endswith("*")])
    whole = _branches([_tokens(form) for form in forms if not form.endswith("*")])
    if whole:
        begun.append(_either(whole) + r"\b")
    return _either(begun)


def _branches(forms: Sequence[tuple[str, ...]]) -> list[str]:
    """What they begin with alike stands there once, because expressions must be short."""
    first: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        first.setdefault(form[0], []).append(form[1:])
    return [token + _rest(rest) for token, rest in first.items()]


def _rest(forms: Sequence[tuple[str, ...]]) -> str:
    longer = _branches([form for form in forms if form])
    ends = not all(forms)
    if not longer:
        return ""
    return _either(longer) + "?" if ends and len(longer) > 1 else f"({longer[0]})?" if ends else _either(longer)


def _either(branches: Sequence[str]) -> str:
    return branches[0] if len(branches) == 1 else f"({'|'.join(branches)})"


def _tokens(form: str) -> tuple[str, ...]:
    """One form, letter by letter: accents may be missing, and what parts its words as well (`boogie-board`,
    `boogieboard`)."""
    plain = form.casefold().replace("?", "")
    optional = {match.start() - 1 - number for number, match in enumerate(re.finditer(r"\?", form))}
    return tuple(
        _letter(char, long=len(plain) >= LONG) + ("?" if at in optional else "") for at, char in enumerate(plain)
    )


def _letter(char: str, *, long: bool) -> str:
    if char in " '-":
        return r"\W*"
    plain = unicodedata.normalize("NFD", char)[0]
    if plain == char:
        return char
    return "." if long else f"[{plain}{char}]"


@dataclass(frozen=True)
class Watch:
    """All watchwords of the series."""

    watchwords: tuple[Watchword, ...] = field(default=())

    @cached_property
    def _by_level(self) -> list[tuple[int, re.Pattern[str]]]:
        """For each level, the highest first, one expression that finds what spoils it."""
        levels = sorted({each.level for each in self.watchwords}, reverse=True)
        return [(level, _any_of(each for each in self.watchwords if each.level == level)) for level in levels]

    def level_of(self, *written: str) -> int:
        """Up to which episode these texts spoil, as far as watchwords tell: 0 where there are none."""
        texts = [unicodedata.normalize("NFC", text) for text in written]
        return next((level for level, found in self._by_level if any(map(found.search, texts))), NOTHING)

    def __getstate__(self) -> dict[str, object]:
        """Without the compiled expressions: they are made anew when they are needed."""
        return {"watchwords": self.watchwords}


def _any_of(watchwords: Iterable[Watchword]) -> re.Pattern[str]:
    return re.compile(ANY_CASE + "|".join(each for one in watchwords for each in one.expressions()))
