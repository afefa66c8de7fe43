"""Discord's limits for application commands: names, descriptions, options, choices, and 8,000 characters in all."""

from __future__ import annotations

import re
from typing import Any

from bot.stage.component_limits import Problems
from bot.stage.payloads import Wire, as_dict, as_list

NAME = re.compile(r"^[-_'\w\u0900-\u097F\u0E00-\u0E7F]{1,32}$")
LOCALES = frozenset(
    {
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "fi",
        "sv-SE",
        "vi",
        "tr",
        "cs",
        "el",
        "bg",
        "ru",
        "uk",
        "hi",
        "th",
        "zh-CN",
        "ja",
        "zh-TW",
        "ko",
    }
)
CHAT_INPUT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, NUMBER = 1, 2, 3, 4, 5, 10
MOST_OPTIONS = 25
MOST_CHARACTERS = 8000


def check_commands(commands: list[Any]) -> None:
    """Refuse a set of commands that Discord would refuse (bulk overwrite): ApiError 50035."""
    problems = Problems()
    counts = {CHAT_INPUT: 100, USER: 15, MESSAGE: 15}
    seen: set[tuple[int, str]] = set()
    for index, command in enumerate(commands):
        kind = command.get("type", CHAT_INPUT)
        counts[kind] = counts.get(kind, 0) - 1
        _check_command(command, kind, str(index), problems)
        key = (kind, str(command.get("name")))
        if key in seen:
            problems.add(
                f"{index}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"
            )
        seen.add(key)
    if min(counts.values()) < 0:
        problems.add("0", "APPLICATION_COMMAND_TOO_MANY", "Maximum number of application commands reached")
    problems.refuse()


def _check_command(command: Wire, kind: int, path: str, problems: Problems) -> None:
    if kind == CHAT_INPUT:
        _check_names(command, path, problems)
        _check_options(as_list(command.get("options")), path, problems, depth=0)
    else:
        problems.length(f"{path}.name", command.get("name"), 1, 32)
        for locale, name in as_dict(command.get("name_localizations")).items():
            problems.length(f"{path}.name_localizations.{locale}", name, 1, 32)
        if command.get("description"):
            problems.add(
                f"{path}.description", "APPLICATION_COMMAND_INVALID", "Context menu commands cannot have a description"
            )
    _check_locales(command, path, problems)
    size = characters(command)
    if size > MOST_CHARACTERS:
        problems.add(
            path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({size} > {MOST_CHARACTERS})"
        )


def _check_names(item: Wire, path: str, problems: Problems) -> None:
    names = {"name": item.get("name")}
    names.update({f"name_localizations.{key}": name for key, name in as_dict(item.get("name_localizations")).items()})
    for part, name in names.items():
        text = str(name)
        if not NAME.match(text) or text != text.lower():
            problems.add(f"{path}.{part}", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    problems.length(f"{path}.description", item.get("description"), 1, 100)
    for locale, text in as_dict(item.get("description_localizations")).items():
        problems.length(f"{path}.description_localizations.{locale}", text, 1, 100)


def _check_locales(item: Wire, path: str, problems: Problems) -> None:
    for part in ("name_localizations", "description_localizations"):
        for locale in as_dict(item.get(part)):
            if locale not in LOCALES:
                problems.add(f"{path}.{part}", "BASE_TYPE_CHOICES", f"{locale} is not a valid locale.")


def _check_options(options: list[Any], path: str, problems: Problems, *, depth: int) -> None:
    if len(options) > MOST_OPTIONS:
        problems.too_long(f"{path}.options", MOST_OPTIONS)
    names: set[str] = set()
    optional_seen = False
    for index, option in enumerate(options):
        at = f"{path}.options.{index}"
        kind = option.get("type")
        _check_names(option, at, problems)
        _check_locales(option, at, problems)
        if option.get("name") in names:
            problems.add(f"{at}.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
        names.add(str(option.get("name")))
        if kind in (SUBCOMMAND, GROUP):
            if depth > 1 or (kind == GROUP and depth > 0):
                problems.add(
                    f"{at}.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command groups cannot be nested"
                )
            _check_options(as_list(option.get("options")), at, problems, depth=2 if kind == SUBCOMMAND else 1)
            continue
        if option.get("required") and optional_seen:
            problems.add(
                at,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional_seen = optional_seen or not option.get("required")
        _check_choices(option, at, problems)


def _check_choices(option: Wire, path: str, problems: Problems) -> None:
    choices = as_list(option.get("choices"))
    if len(choices) > 25:
        problems.too_long(f"{path}.choices", 25)
    if choices and option.get("autocomplete"):
        problems.add(path, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE", "Autocomplete cannot have choices")
    for index, choice in enumerate(choices):
        at = f"{path}.choices.{index}"
        problems.length(f"{at}.name", choice.get("name"), 1, 100)
        for locale, name in as_dict(choice.get("name_localizations")).items():
            problems.length(f"{at}.name_localizations.{locale}", name, 1, 100)
        if option.get("type") == STRING:
            problems.length(f"{at}.value", choice.get("value"), 1, 100)


def characters(item: Wire) -> int:
    """Name, description and values of a command with its options and choices; of localizations the longest counts."""
    size = 0
    for part in ("name", "description"):
        texts = [str(item.get(part) or ""), *map(str, as_dict(item.get(f"{part}_localizations")).values())]
        size += max(len(text) for text in texts)
    if isinstance(item.get("value"), str):
        size += len(item["value"])
    return size + sum(characters(child) for part in ("options", "choices") for child in as_list(item.get(part)))
