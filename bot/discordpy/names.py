"""Names of commands and options in other languages, looked up by convention instead of beside every command.

discord.py translates a name only when it was given as a `locale_str`. Here every name becomes one. Its key follows from
that of the description, so that a new command is named by adding a sentence: the option `when` described by
`party-option-when` is called `party-name-when`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from discord import app_commands
from discord.app_commands import Command, Group, locale_str

LOCALISED_NAME = re.compile(r"[-_\w]{1,32}")
"""What Discord allows a name to be; lower case comes on top."""


def translate_names(tree: app_commands.CommandTree[Any]) -> None:
    """Let the tree's translator be asked for the name of every slash command and option. Before the tree is synced."""
    for command, _ in named(tree):
        command._locale_name = _name(command.name, command._locale_description)  # pyright: ignore[reportPrivateUsage]
        for parameter in command._params.values() if isinstance(command, Command) else ():  # pyright: ignore[reportPrivateUsage]
            parameter._rename = _name(parameter.display_name, parameter.description) or parameter._rename  # pyright: ignore[reportPrivateUsage]


def named(tree: app_commands.CommandTree[Any]) -> Iterator[tuple[Command[Any, ..., Any] | Group, str | None]]:
    """Every slash command and group, with the key of its name (None for one whose description is not translated)."""
    for command in tree.walk_commands():
        name = _name(command.name, command._locale_description)  # pyright: ignore[reportPrivateUsage]
        yield command, None if name is None else str(name.extras["key"])


def _name(name: str, description: str | locale_str | None) -> locale_str | None:
    key = description.extras.get("key") if isinstance(description, locale_str) else None
    if key is None:
        return None
    feature = str(key).partition("-")[0]
    return locale_str(name, key=f"{feature}-name-{name.replace('_', '-')}")
