"""Search words that know more than their page: to be found by a word is to be told it.

Who types "Cheyenne’s mother" and is shown somebody's page has learned whose mother that is, whatever the page says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.content.folding import words
from bot.content.problems import Problem
from bot.content.reading import Entry
from bot.content.search.words import content_words
from bot.content.texts import Text

_PORTRAITS = frozenset({"person", "bond"})
"""Tables whose records grow with the episodes: what a line tells later, no search word may tell before."""
_SHORTEST = 3


def check_search_words(entries: Sequence[Entry], texts: Sequence[Text]) -> Iterator[Problem]:
    """Every search word of a person or a bond that its own record uses only later, where it names somebody, or stands
    nowhere else before."""
    records = {entry.id: entry for entry in entries if entry.table in _PORTRAITS and entry.id is not None}
    own = _levels_of_words(texts, records)
    anywhere: dict[str, int] = {}
    for text in texts:
        if text.shown:
            for word in words(text.value):
                anywhere[word] = min(text.level, anywhere.get(word, text.level))
    names = {word for text in texts if text.field == "character" for word in words(text.value) if _is_name(word)}
    for text in texts:
        record = str(text.entry.raw.get("record") or text.entry.id)
        if text.shown or record not in own:
            continue
        for word in content_words(text.value):
            told = own[record].get(word, 0)
            if told > text.level and (word in names or anywhere.get(word, told) > text.level):
                message = f"“{text.value}”: its record tells of “{word}” only from episode {told} on"
                yield text.entry.problem(text.path, f"{message}, this is visible from {text.level}")


def _levels_of_words(texts: Sequence[Text], records: Mapping[str, Entry]) -> dict[str, dict[str, int]]:
    """By record, the level from which on its texts (and names that stand with a later line) have each word."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for text in texts:
        record = text.entry.id
        if record is not None and record in records and (text.shown or text.field == "spoiler"):
            own = found[record]
            for word in words(text.value):
                own[word] = min(text.level, own.get(word, text.level))
    return found


def _is_name(word: str) -> bool:
    return len(word) >= _SHORTEST
