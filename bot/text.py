"""The catalogue of sentences: Project Fluent files under data/locales, one folder a language, one file a feature.

Everything that a member reads and that is not a fact of the show comes from here. Code names a sentence by its key;
a test proves that every key used exists in both languages with the same variables.

A sentence is parsed when it is first needed: parsing all of them would take a third of the bot's start. What was
filled with short values is kept for a while, because dates, numbers and names of sources come again and again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.bounded import Bounded
from bot.domain.locale import Locale
from bot.errors import EtoileError, RoleIds, Value

_ENTRY = re.compile(r"^(?=-?[A-Za-z][\w-]* *=)", re.MULTILINE)
_NAMED = re.compile(r"-?[A-Za-z][\w-]*")
_COMMAND = re.compile(r"`/([^`{}]+)`")
_REFERENCE = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)")
KEPT = 4096
"""Filled sentences that are kept for each language."""
SHORT = 40
"""Longer values are what members wrote: those hardly ever come again, and are not to be kept anyway."""


class Words:
    """The sentences of one language: `words("poll-closed", count=3)`."""

    def __init__(self, locale: Locale, sources: Mapping[str, str]) -> None:
        self.locale = locale
        self._sources = sources
        self._commands: Mapping[str, str] = {}
        self._forget()

    def _forget(self) -> None:
        self._bundle = FluentBundle([self.locale.value], use_isolating=False)
        self._parsed: set[str] = set()
        self._filled: Bounded[tuple[object, ...], str] = Bounded(KEPT)
        self._parts: dict[str, tuple[tuple[str, bool], ...]] = {}

    def __call__(self, key: str, /, **values: Value) -> str:
        """The sentence of `key`, filled with `values`. Raises KeyError for an unknown key or a missing variable."""
        asked = (key, *values.items()) if values else (key,)
        text = self._filled.get(asked)
        return self._fill(asked, key, values) if text is None else text

    def _fill(self, asked: tuple[object, ...], key: str, values: dict[str, Value]) -> str:
        if (parts := self._parts.get(key)) is not None and (text := _joined(parts, values)) is not None:
            return text
        self._parse(key)
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors or not isinstance(text, str):
            raise KeyError(f"{key}: {errors}")
        if all(type(value) is int or (type(value) is str and len(value) <= SHORT) for value in values.values()):
            self._filled[asked] = text
        return text

    def _parse(self, key: str) -> None:
        """Makes the sentence, and those that it refers to, known to the bundle. Raises KeyError for an unknown one."""
        if key in self._parsed:
            return
        self._parsed.add(key)
        source = _COMMAND.sub(lambda named: self._commands.get(named[1], named[0]), self._sources[key])
        resource = FluentResource(source)
        self._bundle.add_resource(resource)
        for entry in resource.body:
            if isinstance(entry, ast.Message) and (parts := _parts_of(entry)) is not None:
                self._parts[entry.id.name] = parts
        for reference in _REFERENCE.findall(source):
            if reference in self._sources:
                self._parse(reference)

    def link_commands(self, commands: Mapping[str, str]) -> None:
        """From now on, write these commands ("party schedule", in this language) as what they are given here. Sentences
        name them in code marks, and so only where markdown is read."""
        if commands != self._commands:
            self._commands = dict(commands)
            self._forget()

    def has(self, key: str) -> bool:
        """Whether this language has a sentence of that key."""
        return key in self._sources

    def error(self, error: EtoileError) -> str:
        """The sentence for an expected error."""
        return self(error.key, **{name: _worded(value) for name, value in error.values.items()})


def _worded(value: Value | RoleIds) -> Value:
    return " ".join(f"<@&{role_id}>" for role_id in sorted(value)) if isinstance(value, frozenset) else value


def _parts_of(entry: ast.Message) -> tuple[tuple[str, bool], ...] | None:
    """The (text or variable, whether it is a variable) of a sentence that consists of nothing else; else None."""
    parts: list[tuple[str, bool]] = []
    for element in entry.value.elements if entry.value is not None else ():
        if isinstance(element, ast.TextElement):
            parts.append((element.value, False))
        elif isinstance(element.expression, ast.VariableReference):
            parts.append((element.expression.id.name, True))
        else:
            return None
    return tuple(parts)


def _joined(parts: tuple[tuple[str, bool], ...], values: Mapping[str, Value]) -> str | None:
    """Such a sentence with its variables filled in; None where one is missing, or a number to be formatted."""
    found: list[str] = []
    for part, variable in parts:
        text = values.get(part) if variable else part
        if not isinstance(text, str):
            return None
        found.append(text)
    return "".join(found)


class Catalogue:
    """All sentences in all languages."""

    def __init__(self, sources: Mapping[Locale, Mapping[str, str]]) -> None:
        self._words = {locale: Words(locale, of_locale) for locale, of_locale in sources.items()}

    def words(self, locale: Locale) -> Words:
        """The sentences of one language."""
        return self._words[locale]


@cache  # the command line reads it before the bot does
def load_catalogue(folder: Path) -> Catalogue:
    """Read `folder`/<locale>/*.ftl. Numbers are formatted as each language does; isolation marks are left out,
    because Discord shows them as boxes in places that are not markdown."""
    sources: dict[Locale, dict[str, str]] = {}
    for locale in Locale:
        of_locale = sources[locale] = {}
        for path in sorted((folder / locale.value).glob("*.ftl")):
            for entry in _ENTRY.split(path.read_text(encoding="utf-8")):
                if (name := _NAMED.match(entry)) is not None:
                    of_locale.setdefault(name[0], entry)
    return Catalogue(sources)
