"""`etoile check`: the show pack, the sentences, the settings and the database; every problem of all four in one run."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import cast

from fluent.syntax import FluentParser, ast

from bot.content import check_pack
from bot.content import write_schemas as write_pack_schemas
from bot.content.parity import numbers_in
from bot.content.prose import faults_in
from bot.domain.locale import Locale
from bot.errors import StartupError
from bot.resources import data_path
from bot.settings import Settings, read_settings, unknown_settings
from bot.store.engine.opening import open_database
from bot.text import Words

Say = Callable[[str], None]

NAME_KEY = re.compile(r"[a-z]+-name-")
MENTIONED = re.compile(r"`/([^`{}…]+)`")
ONE_NAME = {"etoile", "etoile-admin"}
"""Commands that go by the same name in every language."""
COMMAND_KEY = re.compile(r"(-command$|-command-)")
TYPED = re.compile(r"`[^`]*`|“[^”]*”|«[^»]*»|@\w+")
DESCRIPTION = 100
"""How long Discord lets the description of a command or an option be."""


def write_schemas(folder: Path) -> int:
    """Write the JSON Schemas of the show pack's files into `folder` and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    write_pack_schemas(folder)
    return len(list(folder.glob("*.json")))


async def check_everything(words: Words, given: Mapping[str, str | None], pack: Path | None, *, say: Say) -> int:
    """Say what is wrong, everywhere, and return the exit code: 0 when everything is in order.

    `given` is what stands in .env.
    """
    count = 0
    for problem in check_pack(pack or data_path() / "show"):
        say(str(problem))
        count += 1
    if not count:
        say(words("check-pack-ok"))
    count += _report(words, say, "check-locales-ok", list(locale_problems(data_path() / "locales")))
    settings, faults = _settings_problems(words, given)
    count += _report(words, say, "check-settings-ok", faults)
    if settings is not None:
        fine = "check-database-none" if _not_made_yet(settings.database) else "check-database-ok"
        count += _report(words, say, fine, await _database_problems(words, settings))
    say(words("check-summary", count=count))
    return 1 if count else 0


def _report(words: Words, say: Say, fine: str, problems: list[tuple[str, str]]) -> int:
    for place, message in problems:
        say(words("check-problem", place=place, message=message))
    if not problems:
        say(words(fine))
    return len(problems)


def _settings_problems(words: Words, dotenv: Mapping[str, str | None]) -> tuple[Settings | None, list[tuple[str, str]]]:
    problems = [(name, words("check-settings-unknown")) for name in unknown_settings(os.environ, dotenv)]
    try:
        return read_settings(os.environ, dotenv), problems
    except StartupError as error:
        return None, [*problems, (words("check-settings-place"), words.error(error))]


async def _database_problems(words: Words, settings: Settings) -> list[tuple[str, str]]:
    """Whether the database can be opened and is at the newest revision; a missing SQLite file is no problem, unless
    data is expected in it."""
    place = settings.database.partition("@")[2] or settings.database
    if _not_made_yet(settings.database):
        return [(place, words("store-empty", place=place))] if settings.expect_data else []
    try:
        db = await open_database(settings.database, migrate=False)
    except StartupError as error:
        return [(place, words.error(error))]
    await db.close()
    return []


def _not_made_yet(url: str) -> bool:
    return url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).exists()


def locale_problems(folder: Path) -> Iterator[tuple[str, str]]:
    """(file and key, what is wrong) for every sentence that is missing in a language, differs in its variables, does
    not parse, or is too long for where Discord shows it."""
    found: dict[Locale, dict[str, tuple[str, ast.Message]]] = {locale: {} for locale in Locale}
    for locale in Locale:
        for path in sorted((folder / locale.value).glob("*.ftl")):
            place = f"{locale.value}/{path.name}"
            for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
                if isinstance(entry, ast.Junk):
                    yield place, f"cannot be read: {(entry.content or '').splitlines()[0]}"
                elif isinstance(entry, ast.Message):
                    if entry.id.name in found[locale]:
                        yield f"{place}: {entry.id.name}", "stands twice"
                    found[locale][entry.id.name] = (place, entry)
    yield from _misnamed_commands(found)
    for locale in Locale:
        other = Locale.FR if locale is Locale.EN else Locale.EN
        for key, (place, message) in found[locale].items():
            if key not in found[other]:
                yield f"{place}: {key}", f"is missing in {other.value}"
            elif locale is Locale.EN and _variables(message) != _variables(found[other][key][1]):
                yield f"{place}: {key}", f"has other variables in {other.value}"
            if COMMAND_KEY.search(key) and len(_longest(message)) > DESCRIPTION:
                yield f"{place}: {key}", f"is longer than {DESCRIPTION} characters"
            for fault in dict.fromkeys(fault for text in _texts(message) for fault in faults_in(text, locale)):
                yield f"{place}: {key}", f"has {fault}"
    for key, (place, message) in found[Locale.FR].items():
        if key in found[Locale.EN]:
            told = [
                _told(each, locale) for each, locale in ((found[Locale.EN][key][1], Locale.EN), (message, Locale.FR))
            ]
            if told[0] != told[1]:
                yield f"{place}: {key}", f"tells other numbers than in English: {sorted(told[0] ^ told[1])}"


def _misnamed_commands(found: Mapping[Locale, Mapping[str, tuple[str, ast.Message]]]) -> Iterator[tuple[str, str]]:
    """Commands that a sentence does not call as the picker of its reader does."""
    for locale, messages in found.items():
        names = {_longest(message) for key, (_, message) in messages.items() if NAME_KEY.match(key)} | ONE_NAME
        for key, (place, message) in messages.items():
            for command in {each for text in _texts(message) for each in MENTIONED.findall(text)}:
                if any(word not in names for word in command.split() if ":" not in word):
                    yield f"{place}: {key}", f"calls /{command} by a name that it does not have in {locale.value}"


def _texts(message: ast.Message) -> Iterator[str]:
    """What can be read of a sentence: all of it, and every variant that it chooses from; "…" for what is filled in."""

    def visit(pattern: ast.Pattern) -> Iterator[str]:
        parts: list[str] = []
        for element in pattern.elements:
            if isinstance(element, ast.TextElement):
                parts.append(element.value)
                continue
            parts.append("…")
            if isinstance(element.expression, ast.SelectExpression):
                for variant in element.expression.variants:
                    yield from visit(variant.value)
        yield "".join(parts)

    if message.value is not None:
        yield from visit(message.value)


def _told(message: ast.Message, locale: Locale) -> set[int]:
    """The numbers that a sentence tells, whichever of its variants is read. What is to be typed may differ."""
    return {number for text in _texts(message) for number in numbers_in(TYPED.sub("", text), locale)}


def _variables(message: ast.Message) -> set[str]:
    found: set[str] = set()

    def visit(node: ast.BaseNode) -> None:
        if isinstance(node, ast.VariableReference):
            found.add(node.id.name)
        for value in vars(node).values():
            children = cast("list[object]", value) if isinstance(value, list) else [value]
            for child in children:
                if isinstance(child, ast.BaseNode):
                    visit(child)

    visit(message)
    return found


def _longest(message: ast.Message) -> str:
    elements = message.value.elements if message.value is not None else []
    return "".join(str(element.value) for element in elements if isinstance(element, ast.TextElement))
