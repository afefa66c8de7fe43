"""Names of commands and options in other languages, looked up by convention instead of beside every command.

discord.py translates a name only when it was given as a `locale_str`. Here every name becomes one. Its key follows from
that of the description, so that a new command is named by adding a sentence: the option `when` described by
`party-option-when` is called `party-name-when`.
"""
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from discord import app_commands
from discord.app_commands import Command, locale_str

from bot.domain.locale import Locale
from bot.text import Catalogue, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A command, a group or an option: the command that it belongs to ("" for none), its name in the code, and the key
    of its name in the catalogue (None where the description has none either)."""

    of: str
    name: str
    key: str | None


def translate_names(tree: app_commands.CommandTree[Any]) -> None:
    """Let the tree's translator be asked for the name of every slash command and option. Before the tree is synced."""
    for command in tree.walk_commands():
        if (key := _key(command.name, command._locale_description)) is not None:
            command._locale_name = locale_str(command.name, key=key)
        for parameter in command._params.values() if isinstance(command, Command) else ():
            if (key := _key(parameter.display_name, parameter.description)) is not None:
                parameter._rename = locale_str(parameter.display_name, key=key)


def named(tree: app_commands.CommandTree[Any]) -> Iterator[Named]:
    """Every slash command, group and option of the tree."""
    for command in tree.walk_commands():
        above = command.parent.qualified_name if command.parent is not None else ""
        yield Named(of=above, name=command.name, key=_key(command.name, command._locale_description))
        for parameter in command._params.values() if isinstance(command, Command) else ():
            name = parameter.display_name
            yield Named(of=command.qualified_name, name=name, key=_key(name, parameter.description))


def link_mentions(tree: app_commands.CommandTree[Any], ids: Mapping[str, int], text: Catalogue) -> None:
    """Let sentences that name a command open it with a click, as far as Discord told the commands' ids."""
    for locale in Locale:
        words = text.words(locale)
        words.link_commands(mentions(tree, ids, words))


def mentions(tree: app_commands.CommandTree[Any], ids: Mapping[str, int], words: Words) -> dict[str, str]:
    """Every command by what it is called in a language ("soirée planifier"), as Discord's mention, which opens it.

    The mention itself keeps the command's own name: a click on one with a translated name does nothing
    (discord-api-docs, issues 5462 and 5518).
    """
    found: dict[str, str] = {}
    for command in tree.walk_commands():
        root = command.qualified_name.partition(" ")[0]
        if isinstance(command, Command) and root in ids:
            found[_called(command, words)] = f"</{command.qualified_name}:{ids[root]}>"
    return found


def _called(command: Command[Any, ..., Any] | app_commands.Group, words: Words) -> str:
    key = _key(command.name, command._locale_description)
    name = words(key) if key is not None and words.has(key) else command.name
    return name if command.parent is None else f"{_called(command.parent, words)} {name}"


def _key(name: str, description: str | locale_str | None) -> str | None:
    key = description.extras.get("key") if isinstance(description, locale_str) else None
    return None if key is None else f"{str(key).partition('-')[0]}-name-{name.replace('_', '-')}"
