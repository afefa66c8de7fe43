"""Texts that give away what only a later record may say: guarded words, episode titles, and shared runs of words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from bot.content.folding import run_words, words
from bot.content.problems import Problem
from bot.content.reading import Entry
from bot.content.texts import Text, own_level
from bot.domain.locale import Locale

RUN = 5
"""So many words in a row, shared with a text of a higher level, give that text away."""
GUARDED_WORDS = 10
"""At least so many words are guarded per episode and language."""

_TOGETHER = range(2, RUN)
"""So many search words in a row are judged as a whole; single ones are too common, longer ones are shared runs."""

Run = tuple[str, ...]


def check_leaks(entries: Sequence[Entry], texts: Sequence[Text]) -> list[Problem]:
    """Every text that shows what only a higher level may know, and what is wrong with the two lists behind this."""
    guards = [entry for entry in entries if entry.table == "guard"]
    phrases = _Neutral([entry for entry in entries if entry.table == "phrase"])
    return [
        *_short_guards(guards),
        *_guarded(guards, texts),
        *_titles(entries, texts),
        *_search_words(texts),
        *_shared_runs(texts, phrases),
        *phrases.problems(),
    ]


def guarded_words(entry: Entry, locale: Locale) -> dict[Run, str]:
    """The guarded words of one [[guard]], folded, with how they are written there."""
    listed = entry.raw.get(locale.value)
    items = cast("list[object]", listed) if isinstance(listed, list) else []
    written = [word for word in items if isinstance(word, str)]
    return {folded: word for word in written if (folded := tuple(words(word)))}


def _short_guards(guards: Sequence[Entry]) -> Iterator[Problem]:
    for guard in guards:
        for locale in Locale:
            count = len(guarded_words(guard, locale))
            if count < GUARDED_WORDS:
                yield guard.problem(locale.value, f"guards {count} words, at least {GUARDED_WORDS} are needed")


def _guarded(guards: Sequence[Entry], texts: Sequence[Text]) -> Iterator[Problem]:
    index: defaultdict[tuple[Locale, str], list[tuple[Run, str, int]]] = defaultdict(list)
    for guard in guards:
        episode = guard.raw.get("episode")
        if not isinstance(episode, int):
            continue
        for locale in Locale:
            for folded, written in guarded_words(guard, locale).items():
                index[locale, folded[0]].append((folded, written, episode))
    for entry, path, value, level, locales in _readable(texts):
        found = words(value)
        for locale in locales:
            for position, word in enumerate(found):
                for folded, written, episode in index.get((locale, word), ()):
                    if level < episode and tuple(found[position : position + len(folded)]) == folded:
                        yield entry.problem(
                            path, f"“{written}” is guarded until episode {episode}, this is visible from {level}"
                        )


def _readable(texts: Sequence[Text]) -> Iterator[tuple[Entry, str, str, int, Sequence[Locale]]]:
    """Texts and, beside them, the addresses of sources: a link shows its address, and addresses are made of words."""
    addressed: set[str] = set()
    for text in texts:
        yield text.entry, text.path, text.value, text.level, [text.locale] if text.locale else list(Locale)
        url = text.entry.raw.get("url")
        if text.entry.table == "source" and isinstance(url, str) and text.entry.path not in addressed:
            addressed.add(text.entry.path)
            yield text.entry, "url", url, own_level(text.entry.raw, text.level), list(Locale)


def _titles(entries: Sequence[Entry], texts: Sequence[Text]) -> Iterator[Problem]:
    """Episode titles in texts of a lower level, written as titles, and in addresses."""
    titles: list[tuple[re.Pattern[str], str, int]] = []
    for entry in entries:
        number = entry.raw.get("number")
        if entry.table != "episode" or not isinstance(number, int):
            continue
        for title in [text.value for text in texts if text.entry is entry and text.field in ("title", "unofficial")]:
            slug = "-".join(words(title))
            titles.append((re.compile(rf"\b{re.escape(title)}\b|\b{re.escape(slug)}\b"), title, number))
    for entry, path, value, level, _ in _readable(texts):
        for pattern, title, number in titles:
            if level < number and pattern.search(value):
                yield entry.problem(path, f"“{title}” is the title of episode {number}, this is visible from {level}")


def _search_words(texts: Sequence[Text]) -> Iterator[Problem]:
    """Search words that stand side by side only in texts of a higher level: to be found by them is to be told."""
    lowest: dict[Run, int] = {}
    for text in texts:
        found = words(text.value) if text.shown else []
        for length in _TOGETHER:
            for start in range(len(found) - length + 1):
                run = tuple(found[start : start + length])
                lowest[run] = min(text.level, lowest.get(run, text.level))
    for text in texts:
        run = tuple(words(text.value))
        if not text.shown and text.entry.table != "term" and lowest.get(run, 0) > text.level:
            message = f"“{text.value}” is told only from episode {lowest[run]} on, this is visible from {text.level}"
            yield text.entry.problem(text.path, message)


class _Neutral:
    """The reviewed phrases that texts of every level may share, and which of them were needed."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._phrases = [
            _Phrase(entry=entry, locale=locale, words=run_words(text))
            for entry in entries
            for locale in Locale
            if isinstance(text := entry.raw.get(locale.value), str)
        ]
        self._empty = [entry for entry in entries if not entry.raw.keys() & {"en", "fr"}]
        self._runs: defaultdict[tuple[Locale, Run], list[_Phrase]] = defaultdict(list)
        for phrase in self._phrases:
            for run in _runs(phrase.words):
                self._runs[phrase.locale, run].append(phrase)

    def allows(self, locale: Locale, run: Run) -> bool:
        """Whether this run is known to give nothing away. Remembers that the phrase was needed."""
        phrases = self._runs.get((locale, run), ())
        for phrase in phrases:
            phrase.used = True
        return bool(phrases)

    def problems(self) -> Iterator[Problem]:
        """Phrases that are too short to matter or that nothing needs. Ask after all texts were checked."""
        for entry in self._empty:
            yield entry.problem("", "has no phrase: .en or .fr is needed")
        for phrase in self._phrases:
            if len(phrase.words) < RUN:
                yield phrase.entry.problem(phrase.locale.value, f"has fewer than {RUN} words")
            elif not phrase.used:
                yield phrase.entry.problem(phrase.locale.value, "is not needed: no two levels share this phrase")


@dataclass(slots=True, kw_only=True)
class _Phrase:
    entry: Entry
    locale: Locale
    words: Run
    used: bool = field(default=False)


def _runs(found: Run) -> Iterator[Run]:
    return (found[start : start + RUN] for start in range(len(found) - RUN + 1))


def _shared_runs(texts: Sequence[Text], neutral: _Neutral) -> Iterator[Problem]:
    for locale in Locale:
        mine = [(text, run_words(text.value)) for text in texts if text.locale is locale and text.shown]
        highest: dict[Run, Text] = {}
        for text, found in mine:
            for run in _runs(found):
                if run not in highest or text.level > highest[run].level:
                    highest[run] = text
        for text, found in mine:
            start = end = 0
            other = None
            for position, run in enumerate(_runs(found)):
                if highest[run].level <= text.level or neutral.allows(locale, run):
                    continue
                if other is not None and position > end - RUN + 1:
                    yield _shared(text, found[start:end], other)
                    other = None
                if other is None:
                    start, other = position, highest[run]
                end = position + RUN
            if other is not None:
                yield _shared(text, found[start:end], other)


def _shared(text: Text, run: Run, other: Text) -> Problem:
    message = f"shares “{' '.join(run)}” with {other.where} (visible from {other.level}, this from {text.level})"
    return text.entry.problem(text.path, message)
