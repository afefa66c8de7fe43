"""What gives away what: an oracle of its own, read from the raw files of the show pack.

It shares no code with bot.content, so that a fault there (in folding, filtering or checking) cannot blind the tests. A
text leaks when it holds, above the level of its reader,

- a guarded word (guards.toml),
- a run of five words that no text at or below that level has, in either language,
- the whole of a short name or title (fewer than five words) that no text at or below that level has,
- the title of an episode, written as a title, unless the server shows titles.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SHOW = Path(__file__).parents[2] / "data" / "show"
RUN = 5
LEVELS = range(9)
LOCALES = ("en", "fr")

Words = tuple[str, ...]

_LEVEL_KEYS = ("visible_from", "gate", "after")
_NAMES = frozenset({"title", "name", "character", "actor"})
_PROSE = frozenset(
    {"title", "unofficial", "name", "character", "actor", "line", "note", "text", "headline", "promised", "overtaken"}
    | {"why", "sure", "open", "logline", "by", "term", "say", "meaning", "minute", "full", "missed", "question"}
    | {"blurb", "label", "publisher", "dance", "right", "wrong", "explanation"}
)
_SILENT = frozenset({"guard", "watch", "forecast", "phrase", "said", "pack"})
_SEARCH_ONLY = frozenset({"aliases"})
_TIME = re.compile(r"\b\d{1,2}(?::\d{2}){1,2}\b|\b\d{1,2}\s?h\s?\d{2}\b")
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One text of the pack: where it stands, what it spoils, and in which language (None: it reads the same in all)."""

    where: str
    field: str
    level: int
    locale: str | None
    value: str


def folded(text: str) -> str:
    """Lower case, without accents, with one kind of apostrophe. Invisible characters are gone: nobody sees them."""
    text = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("ʼ", "'")
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")


def timeless(text: str) -> str:
    """Without times of day and positions ("20:57", "20 h 57", "0:17:57"): their digits are no guarded number."""
    return _TIME.sub(" ", text)


def single_words(text: str) -> Words:
    """The words, each for itself: "l'etoile" is two."""
    return tuple(_WORD.findall(folded(text)))


def joined_words(text: str) -> Words:
    """The words as a reader counts them: "l'etoile" and "rendez-vous" are one each."""
    return tuple(_JOINED.findall(folded(text)))


def runs(words: Words, length: int = RUN) -> Iterator[Words]:
    """Every run of so many words."""
    return (words[start : start + length] for start in range(len(words) - length + 1))


class Oracle:
    """Knows what each text of the pack spoils, and judges any other text by it."""

    def __init__(self, folder: Path = SHOW) -> None:
        files = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}
        self.told = list(_everything(files))
        self.titles = _titles(files)
        self._runs: dict[Words, int] = {}
        for text in self.told:
            for run in runs(joined_words(text.value)):
                self._runs[run] = min(text.level, self._runs.get(run, text.level))
        self._names = self._short_names()
        self._guards = {locale: self._guards_for(locale, files) for locale in LOCALES}
        self._seen: dict[tuple[str, str], tuple[tuple[int, str], ...]] = {}

    def leaks_in(self, text: str, level: int, locale: str, *, titles_shown: bool = False) -> list[str]:
        """What `text` gives away to a reader at `level` who reads `locale`; empty when nothing."""
        found = [f"{what} ({at} > {level})" for at, what in self._findings(text, locale) if at > level]
        if not titles_shown:
            found += [
                f"title “{title}” ({episode} > {level})"
                for pattern, title, episode in self.titles
                if episode > level and pattern.search(text)
            ]
        return found

    def level_of(self, text: str, locale: str) -> int:
        """The lowest level at which `text` gives nothing away (titles of episodes left aside)."""
        return max((at for at, _ in self._findings(text, locale)), default=0)

    def _findings(self, text: str, locale: str) -> tuple[tuple[int, str], ...]:
        key = (text, locale)
        if key not in self._seen:
            self._seen[key] = tuple(self._judge(text, locale))
        return self._seen[key]

    def _judge(self, text: str, locale: str) -> Iterator[tuple[int, str]]:
        joined, single = joined_words(text), single_words(timeless(text))
        for run in runs(joined):
            if at := self._runs.get(run, 0):
                yield at, f"run “{' '.join(run)}”"
        yield from _matches(single, self._guards[locale], "guarded")
        yield from _matches(joined, self._names, "name")

    def _short_names(self) -> dict[str, list[tuple[Words, int]]]:
        """Names and titles of two to four words, from the lowest level at which their words stand side by side."""
        names = {
            words: text.level
            for text in self.told
            if text.level and text.field in _NAMES and 2 <= len(words := joined_words(text.value)) < RUN
            if not text.where.startswith("episodes/")  # their titles are judged as they are written
        }
        lowest = dict(names)
        for text in self.told:
            words = joined_words(text.value)
            for length in (2, 3, 4):
                for run in runs(words, length):
                    if run in lowest:
                        lowest[run] = min(lowest[run], text.level)
        return _by_first((words, at) for words, at in lowest.items() if at)

    def _guards_for(self, locale: str, files: dict[str, Any]) -> dict[str, list[tuple[Words, int]]]:
        """The guarded words of a language; and those of the other, as far as they are no ordinary words in this one."""
        found: dict[Words, int] = {}
        ordinary = [(text.level, single_words(text.value)) for text in self.told if text.locale in (locale, None)]
        for guard in files["guards"]["guard"]:
            episode = guard["episode"]
            for language in LOCALES:
                for written in guard[language]:
                    words = single_words(written)
                    foreign = language != locale
                    if foreign and any(level < episode and _holds(text, words) for level, text in ordinary):
                        continue
                    found[words] = min(episode, found.get(words, episode))
        return _by_first(found.items())


@cache
def oracle() -> Oracle:
    """The oracle of the shipped pack, read once."""
    return Oracle()


def _everything(files: dict[str, Any]) -> Iterator[Told]:
    levels = _source_levels(files)
    for stem, tables in files.items():
        for table, records in tables.items():
            if table in _SILENT:
                continue
            for record in records if isinstance(records, list) else [records]:
                if table == "source":
                    yield from _source(record, levels)
                else:
                    yield from _texts(f"{stem}/{record.get('id')}", table, record, _level(record, table, 0))


def _source(record: dict[str, Any], levels: dict[str, int]) -> Iterator[Told]:
    """The publisher is told wherever the source is cited; title and address only where the source says so itself."""
    if record["id"] not in levels:
        return
    cited = levels[record["id"]]
    where = f"sources/{record['id']}"
    withheld = max(cited, record.get("visible_from", 0))
    yield from _value(where, "publisher", record["publisher"], cited, None)
    for field in ("title", "url"):
        if field in record:
            yield from _value(where, field, record[field], withheld, None)


def _source_levels(files: dict[str, Any]) -> dict[str, int]:
    found: dict[str, int] = {}

    def visit(node: Any, level: int, table: str) -> None:
        if isinstance(node, list):
            for item in node:
                visit(item, level, table)
        elif isinstance(node, dict):
            level = _level(node, table, level)
            for source in node.get("sources", []):
                found[source] = min(level, found.get(source, level))
            for child in node.values():
                visit(child, level, "")

    for tables in files.values():
        for table, records in tables.items():
            visit(records, 0, table)
    return found


def _level(record: dict[str, Any], table: str, floor: int) -> int:
    """What a record (or a part of one) spoils: the highest episode that it names, at least what its whole spoils."""
    keys = (*_LEVEL_KEYS, "episode") if table == "recap" else _LEVEL_KEYS
    return max(floor, *(record.get(key, 0) for key in keys))


def _texts(where: str, table: str, node: dict[str, Any], level: int) -> Iterator[Told]:
    for key, value in node.items():
        at = level
        if table == "episode" and key in ("title", "unofficial", "logline"):
            at = max(level, node["number"] - (key == "logline"))  # a logline is told to whoever comes to it next
        if key in _PROSE:
            yield from _value(where, key, value, at, None)
        elif isinstance(value, list) and key not in _SEARCH_ONLY:
            for part in value:
                if isinstance(part, dict):
                    yield from _texts(f"{where}.{key}", key, part, _level(part, "", level))


def _value(where: str, field: str, value: Any, level: int, locale: str | None) -> Iterator[Told]:
    if isinstance(value, str):
        yield Told(where=where, field=field, level=level, locale=locale, value=value)
    elif isinstance(value, list):
        for each in value:
            yield from _value(where, field, each, level, locale)
    else:
        for language, text in value.items():
            yield from _value(where, field, text, level, language)


def _titles(files: dict[str, Any]) -> list[tuple[re.Pattern[str], str, int]]:
    """The titles of the episodes, as they are written or as an address writes them."""
    found: list[tuple[re.Pattern[str], str, int]] = []
    for episode in files["episodes"]["episode"]:
        for title in (episode["title"], *episode.get("unofficial", {}).values()):
            slug = "-".join(single_words(title))
            curly = re.escape(title).replace("’", "['’]")
            found.append((re.compile(rf"(?<!\w)(?:{curly}|{re.escape(slug)})(?!\w)"), title, episode["number"]))
    return found


def _matches(words: Words, known: dict[str, list[tuple[Words, int]]], kind: str) -> Iterator[tuple[int, str]]:
    for position, word in enumerate(words):
        for wanted, at in known.get(word, ()):
            if words[position : position + len(wanted)] == wanted:
                yield at, f"{kind} “{' '.join(wanted)}”"


def _holds(words: Words, wanted: Words) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at, word in enumerate(words) if word == wanted[0])


def _by_first(items: Iterable[tuple[Words, int]]) -> dict[str, list[tuple[Words, int]]]:
    found: dict[str, list[tuple[Words, int]]] = {}
    for words, at in items:
        found.setdefault(words[0], []).append((words, at))
    return found
