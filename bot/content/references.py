"""What records say about one another: ids, levels, dates, standing, and that nothing is missing or there twice."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, cast

from bot.content.fields import read_date
from bot.content.models import PackInfo
from bot.content.problems import Problem
from bot.content.reading import Entry
from bot.content.texts import source_uses
from bot.domain.show import PartialDate
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE

ByTable = Mapping[str, Sequence[Entry]]

_NUMBERED = {"episode": "number", "guard": "episode", "recap": "episode", "story": "after", "fact": "claim"}
"""Tables whose records are numbered, each number once, and the key that holds it."""

_EVERY_EPISODE = {
    "episode": "episodes.toml",
    "guard": "guards.toml",
    "recap": "recaps.toml",
    "story": "story.toml",
}
"""Tables that hold a record for every episode, and their files."""


def check_references(entries: Sequence[Entry]) -> list[Problem]:
    """Every fault that shows only when records are looked at together."""
    tables: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        tables[entry.table].append(entry)
    return [
        *_ids(entries),
        *_numbers(tables),
        *_sources(entries, tables),
        *_people(tables),
        *_events(tables),
        *_topics(tables),
        *_asks(entries, tables),
        *_levels(entries),
        *_standing(entries),
        *_dates(entries, tables),
    ]


def _ids(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Ids are unique in the whole pack. Topics are shelves and may be called like what stands on them."""
    first: dict[tuple[bool, str], Entry] = {}
    for entry in entries:
        if entry.id is not None:
            key = (entry.table == "topic", entry.id)
            other = first.setdefault(key, entry)
            if other is not entry:
                yield entry.problem("id", f"“{entry.id}” is already the id of {other.file}: {other.path}")
        options = _tables(entry.raw.get("option")) if entry.table == "poll" else []
        ids = [option.get("id") for _, option in options]
        for path, option in options:
            if ids.count(option.get("id")) > 1:
                yield entry.problem(f"{path}.id", f"“{option.get('id')}” stands twice in this poll")


def _numbers(tables: ByTable) -> Iterator[Problem]:
    for table, key in _NUMBERED.items():
        first: dict[int, Entry] = {}
        for entry in tables[table]:
            number = entry.raw.get(key)
            if isinstance(number, int) and first.setdefault(number, entry) is not entry:
                yield entry.problem(key, f"{number} is already taken by {first[number].file}: {first[number].path}")
        missing = [str(number) for number in range(FIRST_EPISODE, LAST_EPISODE + 1) if number not in first]
        if missing and table in _EVERY_EPISODE:
            yield Problem(_EVERY_EPISODE[table], table, f"there is none for episode {', '.join(missing)}")


def _sources(entries: Sequence[Entry], tables: ByTable) -> Iterator[Problem]:
    known = {entry.id for entry in tables["source"]}
    for entry, path, source, _ in source_uses(entries):
        if source not in known:
            yield entry.problem(path, f"“{source}” is no known source")


def _people(tables: ByTable) -> Iterator[Problem]:
    people = {entry.id: entry for entry in tables["person"]}
    for entry in [*tables["bond"], *tables["character"]]:
        named = entry.raw.get("people", [entry.raw.get("person")])
        for index, person in enumerate(cast("list[object]", named) if isinstance(named, list) else []):
            path = f"people[{index}]" if entry.table == "bond" else "person"
            if not isinstance(person, str):
                continue
            if person not in people:
                yield entry.problem(path, f"“{person}” is no known person")
            elif people[person].level > entry.level:
                yield entry.problem(
                    path, f"“{person}” is visible from episode {people[person].level}, this from {entry.level}"
                )


def _events(tables: ByTable) -> Iterator[Problem]:
    """The status names steps of the timeline."""
    known = {entry.id for entry in tables["event"]}
    for entry in tables["status"]:
        events = entry.raw.get("events")
        for number, event in enumerate(cast("list[object]", events) if isinstance(events, list) else []):
            if event not in known:
                yield entry.problem(f"events[{number}]", f"no event is called “{event}”")


def _topics(tables: ByTable) -> Iterator[Problem]:
    known = {entry.id: entry.level for entry in tables["topic"]}
    for entry in tables["fact"]:
        topic = entry.raw.get("topic")
        if isinstance(topic, str) and topic not in known:
            yield entry.problem("topic", f"“{topic}” is no known topic")
        elif isinstance(topic, str) and known[topic] > entry.level:
            yield entry.problem("topic", f"“{topic}” is visible from episode {known[topic]}, this from {entry.level}")
        if entry.file == "facts.toml" and topic == "claims":
            yield entry.problem("topic", "claims stand in claims.toml")


ANSWERING = frozenset({"status", "fact", "event", "person", "episode", "work", "place", "bond", "term", "howto"})
"""Tables whose records have a page of their own, and so can answer a question."""
_MUST_ANSWER = frozenset({"status", "fact", "person", "bond", "work", "place", "howto"})
"""Tables whose records must say which questions they answer: their names alone do not tell."""


def _asks(entries: Sequence[Entry], tables: ByTable) -> Iterator[Problem]:
    """Questions lead to a record that has a page, not before its level; who needs some has some."""
    known = {entry.id: entry for entry in entries if entry.table in ANSWERING}
    asked: set[object] = set()
    for entry in tables["ask"]:
        record = entry.raw.get("record")
        asked.add(record)
        if not isinstance(record, str):
            continue
        if record not in known:
            yield entry.problem("record", f"“{record}” is no record with a page")
        elif entry.level < known[record].level:
            yield entry.problem(
                "visible_from", f"is {entry.level}, but “{record}” is visible from {known[record].level}"
            )
    for entry in known.values():
        if entry.table in _MUST_ANSWER and entry.id not in asked:
            yield entry.problem("", "has no [[ask]] in asks.toml: say which questions this answers")


def _levels(entries: Sequence[Entry]) -> Iterator[Problem]:
    for entry in entries:
        own = entry.raw.get("visible_from")
        if entry.table in ("recap", "story", "talk") and isinstance(own, int) and own < entry.level:
            yield entry.problem("visible_from", f"is {own}, but this tells of episode {entry.level}")
        for key in ("spoiler", "part"):
            for path, part in _tables(entry.raw.get(key), key):
                level = part.get("visible_from")
                if isinstance(level, int) and level < entry.level:
                    yield entry.problem(
                        f"{path}.visible_from", f"is {level}, below that of what it belongs to ({entry.level})"
                    )


def _standing(entries: Sequence[Entry]) -> Iterator[Problem]:
    for entry in entries:
        beats = [(f"{path}.", beat) for path, beat in _tables(entry.raw.get("beat"), "beat")]
        for path, record in [("", entry.raw), *beats]:
            standing = record.get("standing")
            explained = "note" in record or (entry.table == "status" and "overtaken" in record)
            if standing in ("disputed", "overtaken") and not explained:
                wanted = "tells both versions" if standing == "disputed" else "tells what overtook it, and when"
                yield entry.problem(f"{path}note", f"is missing: this is {standing}, so a note {wanted}")


def _dates(entries: Sequence[Entry], tables: ByTable) -> Iterator[Problem]:
    published = {entry.id: found for entry in tables["source"] if (found := _date(entry.raw.get("date")))}
    release = next((entry.record for entry in tables["pack"]), None)
    newest = _last_day(release.version) if isinstance(release, PackInfo) else None
    for entry in entries:
        as_of = _date(entry.raw.get("as_of"))
        if as_of is None:
            continue
        if newest is not None and as_of.first_day > newest:
            yield entry.problem("as_of", f"{as_of} lies after this version of the pack ({newest:%Y-%m})")
        for key in ("date", "released"):
            when = _date(entry.raw.get(key))
            if when is not None and when.first_day > as_of.first_day:
                yield entry.problem(key, f"{when} lies after the record’s as_of ({as_of})")
    for entry, path, source, _ in source_uses(entries):
        as_of = _date(entry.raw.get("as_of"))
        if as_of is not None and source in published and published[source].first_day > as_of.first_day:
            yield entry.problem(path, f"“{source}” was published on {published[source]}, after as_of ({as_of})")


def _last_day(version: str) -> date:
    year, month = (int(part) for part in version.split(".")[:2])
    return date(year, month, calendar.monthrange(year, month)[1])


def _date(value: object) -> PartialDate | None:
    try:
        return read_date(value)
    except ValueError:
        return None


def _tables(value: object, key: str = "option") -> list[tuple[str, Mapping[str, Any]]]:
    """The tables in a list of tables, each with its path; what is no table has been reported already."""
    if not isinstance(value, list):
        return []
    items = enumerate(cast("list[object]", value))
    return [(f"{key}[{index}]", cast("dict[str, Any]", item)) for index, item in items if isinstance(item, dict)]
