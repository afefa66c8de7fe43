"""Words that look ahead: "for now", "soon", "will". A text of the story that has one may tell what comes without naming
it, so each was read by somebody, and the phrase in which it stands is listed with the reason why it gives nothing away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from bot.content.folding import words
from bot.content.problems import Problem
from bot.content.reading import Entry
from bot.content.texts import Text
from bot.domain.locale import Locale
from bot.domain.visibility import LAST_EPISODE

_TOLD = frozenset({"person", "bond", "episode", "work", "place", "recap", "story", "character", "poll", "talk"})
"""Tables that tell the story: nobody is spoiled by what is said of the production."""
_STORY = "story"
"""The topic whose facts do as well, and the kind of quiz questions. All that spoils an episode tells of it."""

Phrase = tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class _Reviewed:
    entry: Entry
    locale: Locale
    words: Phrase
    used: bool = field(default=False)


def check_forecasts(entries: Sequence[Entry], texts: Sequence[Text]) -> Iterator[Problem]:
    """Every text that looks ahead in a way that nobody has reviewed, and every review that nothing needs any more."""
    ahead = {locale: _listed(entries, locale) for locale in Locale}
    reviewed = [
        _Reviewed(entry=entry, locale=locale, words=tuple(words(phrase)))
        for entry in entries
        if entry.table == "said"
        for locale in Locale
        if isinstance(phrase := entry.raw.get(locale.value), str)
    ]
    for text in texts:
        if text.locale is None or not text.shown or text.level >= LAST_EPISODE or not _tells(text.entry):
            continue
        found = words(text.value)
        said = [each for each in reviewed if each.locale is text.locale]
        for phrase in ahead[text.locale]:
            for at in _places(found, phrase):
                if not any(_covers(found, each, at, len(phrase)) for each in said):
                    around = " ".join(found[max(at - 3, 0) : at + len(phrase) + 3])
                    yield text.entry.problem(
                        text.path, f"looks ahead: “{around}”; reword it, or review it in a [[said]]"
                    )
    for each in reviewed:
        if not each.used:
            yield each.entry.problem(each.locale.value, "is not needed: no text looks ahead like this")


def _listed(entries: Sequence[Entry], locale: Locale) -> list[Phrase]:
    lists = [entry.raw.get(locale.value) for entry in entries if entry.table == "forecast"]
    listed = [item for each in lists if isinstance(each, list) for item in cast("list[object]", each)]
    return [tuple(words(item)) for item in listed if isinstance(item, str)]


def _tells(entry: Entry) -> bool:
    match entry.table:
        case "fact":
            return entry.raw.get("topic") == _STORY
        case "question":
            return entry.raw.get("kind") == _STORY or entry.level > 0
        case _:
            return entry.table in _TOLD


def _places(found: Sequence[str], phrase: Phrase) -> list[int]:
    return [at for at in range(len(found) - len(phrase) + 1) if tuple(found[at : at + len(phrase)]) == phrase]


def _covers(found: Sequence[str], reviewed: _Reviewed, at: int, length: int) -> bool:
    """Whether the reviewed phrase stands there and holds the words from `at` on. Remembers that it was needed."""
    covers = any(place <= at and at + length <= place + len(reviewed.words) for place in _places(found, reviewed.words))
    reviewed.used |= covers
    return covers
