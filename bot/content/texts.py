"""Every text of a pack, with the place where it stands and the episode that showing it spoils.

Found by walking the raw tables rather than the models, for two reasons: a faulty record's texts are still checked, and
a text in a field that somebody adds later cannot be forgotten by the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from bot.content.reading import Entry
from bot.domain.locale import Locale

_NOT_TEXT = frozenset(
    {"id", "visible_from", "standing", "as_of", "sources", "confidence", "version", "state", "topic", "date", "kind"}
    | {"person", "people", "billing", "company", "number", "released", "episode", "after", "weight", "gate"}
    | {"events", "order", "visibility", "several", "arc", "side", "real", "claim", "url", "lang", "record"}
    | {"difficulty", "read_up", "apart"}
)
"""Keys whose values are ids, dates, numbers or words from a fixed list."""

_SEARCH_WORDS = frozenset({"aliases", "asks"})
_NO_PROSE = frozenset({"guard", "named", "watch", "forecast", "phrase", "said", "pack"})
_LABELS = frozenset(
    {"title", "name", "label", "headline", "question", "character", "publisher", "term", "right", "wrong"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text. `locale` is None for what reads the same in every language (names, original titles).

    `shown` is False for search words, which nobody reads. `label` is True for what Discord shows without markdown.
    """

    entry: Entry
    path: str
    locale: Locale | None
    value: str
    level: int
    shown: bool
    label: bool

    @property
    def field(self) -> str:
        """The record's key that the text belongs to: "spoiler" for `spoiler[0].text.fr`."""
        return re.split(r"[.\[]", self.path, maxsplit=1)[0]

    @property
    def where(self) -> str:
        """The place, for messages about another place."""
        return f"{self.entry.file}: {self.entry.path}.{self.path}"


def texts_of(entries: Sequence[Entry]) -> list[Text]:
    """Every text of every record, in the order of the files."""
    source_levels = _source_levels(entries)
    found: list[Text] = []
    for entry in entries:
        if entry.table in _NO_PROSE:
            continue
        if entry.table == "source":
            if (level := source_levels.get(entry.id or "")) is not None:
                found += _walk(entry, entry.raw, path="", level=level)
        else:
            found += _walk(entry, entry.raw, path="", level=entry.level)
    return found


def own_level(node: Mapping[str, Any], level: int) -> int:
    """The level of a part of a record: its own, but never below that of what it belongs to."""
    own = node.get("visible_from")
    return max(level, own) if isinstance(own, int) else level


def source_uses(entries: Sequence[Entry]) -> Iterator[tuple[Entry, str, str, int]]:
    """Every use of a source: the record, the path in it, the source's id and the level at which it is cited."""
    for entry in entries:
        yield from _uses(entry, entry.raw, path="", level=entry.level)


def _uses(entry: Entry, node: Mapping[str, Any], *, path: str, level: int) -> Iterator[tuple[Entry, str, str, int]]:
    level = own_level(node, level)
    for key, value in node.items():
        if not isinstance(value, list):
            continue
        for index, item in enumerate(cast("list[object]", value)):
            if key == "sources" and isinstance(item, str):
                yield entry, f"{path}sources[{index}]", item, level
            elif isinstance(item, dict):
                yield from _uses(entry, cast("dict[str, Any]", item), path=f"{path}{key}[{index}].", level=level)


def _source_levels(entries: Sequence[Entry]) -> dict[str, int]:
    """The lowest level at which each source is cited: from there on, its title and address can be read."""
    levels: dict[str, int] = {}
    for _, _, source, level in source_uses(entries):
        levels[source] = min(level, levels.get(source, level))
    return levels


def _walk(entry: Entry, node: Mapping[str, Any], *, path: str, level: int) -> Iterator[Text]:
    cited, level = level, own_level(node, level)
    for key, value in node.items():
        if key in _NOT_TEXT:
            continue
        here = _episode_level(entry, key, level) if entry.table == "episode" else level
        if key == "publisher":  # whoever may see what a source is cited for may know who published it
            here = cited
        yield from _value(entry, value, key=key, path=f"{path}{key}", level=here, locale=None)


def _value(entry: Entry, value: object, *, key: str, path: str, level: int, locale: Locale | None) -> Iterator[Text]:
    if isinstance(value, str):
        yield Text(
            entry=entry,
            path=path,
            locale=locale,
            value=value,
            level=level,
            shown=key not in _SEARCH_WORDS,
            label=key in _LABELS or locale is None,
        )
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield from _value(entry, item, key=key, path=f"{path}[{index}]", level=level, locale=locale)
    elif isinstance(value, dict):
        table = cast("dict[str, Any]", value)
        if table.keys() <= {"en", "fr"}:
            for language, item in table.items():
                here = f"{path}.{language}"
                yield from _value(entry, item, key=key, path=here, level=level, locale=Locale(language))
        else:
            yield from _walk(entry, table, path=f"{path}.", level=level)


def _episode_level(entry: Entry, key: str, level: int) -> int:
    """What a text of an episode spoils: its title the episode, its logline the one before."""
    number = entry.raw.get("number")
    if not isinstance(number, int) or key not in ("title", "unofficial", "logline"):
        return level
    return max(level, number - (key == "logline"))
