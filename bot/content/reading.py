"""From the files of a folder to checked records, one by one, so that one fault never hides another.

Every record is validated for itself, and its raw table is kept as well: the checks that span records still see the
texts of a record whose other keys are faulty.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.content import models
from bot.content.asks import Ask, HowTo
from bot.content.fields import Model
from bot.content.problems import Problem
from bot.content.quiz_models import Question, TalkingPoint
from bot.content.watch_models import Named, WatchRecord

FILES: Mapping[str, Mapping[str, type[Model]]] = {
    "pack.toml": {"pack": models.PackInfo},
    "sources.toml": {"source": models.Source},
    "status.toml": {"status": models.Status},
    "topics.toml": {"topic": models.Topic},
    "facts.toml": {"fact": models.Fact},
    "claims.toml": {"fact": models.Claim},
    "timeline.toml": {"event": models.Event},
    "people.toml": {"person": models.Person},
    "episodes.toml": {"episode": models.Episode},
    "works.toml": {"work": models.Work, "place": models.Place},
    "bonds.toml": {"bond": models.Bond},
    "glossary.toml": {"term": models.Term},
    "howto.toml": {"howto": HowTo},
    "recaps.toml": {"recap": models.Recap},
    "story.toml": {"story": models.Story},
    "characters.toml": {"character": models.Character},
    "polls.toml": {"poll": models.Poll},
    "quiz.toml": {"question": Question},
    "talk.toml": {"talk": TalkingPoint},
    "asks.toml": {"ask": Ask},
    "guards.toml": {"guard": models.Guard, "forecast": models.Forecast},
    "watch.toml": {"named": Named, "watch": WatchRecord},
    "neutral.toml": {"phrase": models.Phrase, "said": models.Said},
}
"""What a show pack consists of: per file, the tables that it holds."""

SINGLE = frozenset({"pack", "status"})
"""Tables that stand once (`[status]`), not as a list (`[[fact]]`)."""

_LANGUAGES = {"en": "English", "fr": "French"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record as it stands in its file. `record` is None when it is faulty."""

    file: str
    table: str
    path: str
    model: type[Model]
    raw: Mapping[str, Any]
    record: Model | None = None

    @property
    def id(self) -> str | None:
        """The record's id, if it has one."""
        found = self.raw.get("id")
        return found if isinstance(found, str) else None

    @property
    def level(self) -> int:
        """What showing the record spoils: the highest episode that it names. Faulty numbers count as 0."""
        return max(_number(self.raw.get(key)) for key in self.model.level_keys)

    def problem(self, path: str, message: str) -> Problem:
        """A fault at `path` inside this record."""
        return Problem(self.file, f"{self.path}.{path}" if path else self.path, message, self.id or "")


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def read_entries(folder: Path) -> tuple[list[Entry], list[Problem]]:
    """Every record of every file in `folder`, in the order of the files, and what is wrong with each on its own."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    if not folder.is_dir():
        return [], [Problem(str(folder), "", "this folder does not exist")]
    found = sorted(path.name for path in folder.glob("*.toml"))
    problems += [Problem(name, "", "is no file of a show pack") for name in found if name not in FILES]
    for name in FILES:
        document = _read_document(folder / name, problems)
        if document is not None:
            entries += _entries(name, document, problems)
    return entries, problems


def _read_document(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = "this file is missing"
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        message = f"is not UTF-8: byte {error.start}"
    except tomllib.TOMLDecodeError as error:
        message = f"is no valid TOML: {error}"
    problems.append(Problem(path.name, "", message))
    return None


def _entries(file: str, document: Mapping[str, Any], problems: list[Problem]) -> Iterator[Entry]:
    tables = FILES[file]
    known = ", ".join(tables)
    problems += [Problem(file, key, f"is no known key; known: {known}") for key in document if key not in tables]
    for table, model in tables.items():
        if table not in document:
            if table in SINGLE:
                problems.append(Problem(file, table, "is missing"))
            continue
        for path, raw in _tables(table, document[table]):
            if isinstance(raw, dict):
                yield _entry(file, table, path, model, cast("dict[str, Any]", raw), problems)
            else:
                written = f"[{table}]" if table in SINGLE else f"[[{table}]]"
                problems.append(Problem(file, path, f"should be a table, written {written}"))


def _tables(table: str, value: object) -> Iterator[tuple[str, object]]:
    if table in SINGLE or not isinstance(value, list):
        yield table, value if table in SINGLE else None
        return
    for index, raw in enumerate(cast("list[object]", value)):
        yield f"{table}[{index}]", raw


def _entry(file: str, table: str, path: str, model: type[Model], raw: dict[str, Any], problems: list[Problem]) -> Entry:
    entry = Entry(file=file, table=table, path=path, model=model, raw=raw)
    try:
        return replace(entry, record=model.model_validate(raw))
    except ValidationError as error:
        problems += [entry.problem(_path(details["loc"]), _sentence(details)) for details in error.errors()]
        return entry


def _path(steps: Sequence[int | str]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


def _sentence(error: ErrorDetails) -> str:
    """What is wrong, for somebody who has never heard of pydantic."""
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    last = error["loc"][-1] if error["loc"] else ""
    match kind:
        case "missing":
            return f"the {_LANGUAGES[last]} text is missing" if last in _LANGUAGES else "is missing"
        case "extra_forbidden":
            return "is no known key"
        case "string_too_short":
            return "is empty"
        case "string_too_long":
            return f"is too long: {len(str(value).strip())} characters, at most {context['max_length']} fit"
        case "too_short":
            return f"has too few entries: {context['actual_length']}, at least {context['min_length']} are needed"
        case "too_long":
            return f"has too many entries: at most {context['max_length']} fit"
        case "greater_than_equal" | "less_than_equal":
            return f"is out of range: {value!r} ({error['msg'].removeprefix('Input should be ')})"
        case "literal_error":
            return f"is {value!r}; it can be {context['expected']}"
        case "string_pattern_mismatch":
            return f"is written wrongly: {value!r} (it must match {context['pattern']})"
        case "value_error":
            return str(context["error"])
        case "model_type" | "model_attributes_type":
            return "should be a table (a text needs both .en and .fr)"
        case _:
            return error["msg"].replace("Input should be", "should be")
