"""Whether both languages tell the same facts, as far as a machine can see: the same numbers, and the same people.

Of numbers only those from three on are compared, in figures or in words: below that, a language counts without saying
so ("both", "un seul").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.content.folding import fold
from bot.content.problems import Problem
from bot.content.reading import Entry
from bot.content.texts import Text
from bot.domain.locale import Locale

_SMALL = {
    Locale.EN: (
        "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty"
    ),
    Locale.FR: (
        "trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf "
        "vingt"
    ),
}
_LARGE = {
    Locale.EN: {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100},
    Locale.FR: {"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100}
    | {"dizaine": 10, "douzaine": 12, "vingtaine": 20, "centaine": 100},
}
_NUMBERS: Mapping[Locale, Mapping[str, int]] = {
    locale: {word: number for number, word in enumerate(_SMALL[locale].split(), start=3)} | _LARGE[locale]
    for locale in Locale
}
_UNITS = {Locale.EN: {"one": 1, "two": 2}, Locale.FR: {"un": 1, "deux": 2}}
_FIGURE = re.compile(r"(\d+)(?:st|nd|rd|th|er|e)?")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NAME = 4
"""Names shorter than this, and those that are words of a language as well, say too little."""
_WORDS_TOO = frozenset({"love", "page", "bell", "fish", "roux", "peck", "conn", "kelly", "simon", "robbie", "patrick"})


def check_parity(entries: Sequence[Entry], texts: Sequence[Text]) -> list[Problem]:
    """Every text that tells a number or names somebody in one language only."""
    people = _people(entries)
    pairs: dict[tuple[str, str, str], dict[Locale, Text]] = {}
    for text in texts:
        if text.locale is not None and text.shown:
            place = text.path.removesuffix(f".{text.locale.value}")
            pairs.setdefault((text.entry.file, text.entry.path, place), {})[text.locale] = text
    return [problem for pair in pairs.values() if len(pair) == len(Locale) for problem in _compared(pair, people)]


def numbers_in(text: str, locale: Locale) -> set[int]:
    """The numbers from three on that a text tells, in figures or in words."""
    found: set[int] = set()
    words = _NUMBERS[locale]
    for word in _WORD.findall(fold(text)):
        if figure := _FIGURE.fullmatch(word):
            found.add(int(figure[1]))
        elif word in words:
            found.add(words[word])
        elif "-" in word:
            found |= _joined(word.split("-"), locale)
    return {number for number in found if number > 2}


def _joined(parts: Sequence[str], locale: Locale) -> set[int]:
    """The number in "forty-three"; the numbers in "two-season", which is none."""
    known = {**_NUMBERS[locale], **_UNITS[locale]}
    values = [known[part] for part in parts if part in known]
    if len(parts) == len(values) == 2 and values[0] >= 20 > values[1]:
        return {sum(values)}
    return set(values)


def _compared(pair: Mapping[Locale, Text], people: Mapping[str, str]) -> Iterator[Problem]:
    english, french = pair[Locale.EN], pair[Locale.FR]
    told = [numbers_in(text.value, locale) for locale, text in ((Locale.EN, english), (Locale.FR, french))]
    if told[0] != told[1]:
        differing = ", ".join(map(str, sorted(told[0] ^ told[1])))
        yield french.entry.problem(french.path, f"tells other numbers than the English text: {differing}")
    named = [{people[word] for word in _WORD.findall(fold(text.value)) if word in people} for text in (english, french)]
    if named[0] != named[1]:
        differing = ", ".join(sorted(named[0] ^ named[1]))
        yield french.entry.problem(french.path, f"names other people than the English text: {differing}")


def _people(entries: Sequence[Entry]) -> dict[str, str]:
    """Words of names, and whom they mean: a person's id, or the word itself where several have it."""
    found: dict[str, str] = {}
    for entry in entries:
        if entry.table != "person":
            continue
        for name in (entry.raw.get("character"), entry.raw.get("actor")):
            for word in _WORD.findall(fold(name)) if isinstance(name, str) else ():
                if len(word) >= _NAME and word not in _WORDS_TOO:
                    found[word] = word if found.get(word, entry.id) != entry.id else entry.id or word
    return found
