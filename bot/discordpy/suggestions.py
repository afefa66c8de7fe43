"""The parameters of a command that suggest values while somebody types, which discord.py keeps to itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from discord import app_commands


def wrap_suggestions(tree: app_commands.CommandTree[Any], wrap: Callable[[Any], Any]) -> None:
    """Puts `wrap` around the autocomplete function of every parameter of every command of the tree, once each."""
    for command in tree.walk_commands():
        if isinstance(command, app_commands.Command):
            for parameter in command._params.values():  # pyright: ignore[reportPrivateUsage]
                if callable(parameter.autocomplete) and not hasattr(parameter.autocomplete, "wrapped_once"):
                    wrapped = wrap(parameter.autocomplete)
                    setattr(wrapped, "wrapped_once", True)  # noqa: B010 (a mark on a function)
                    parameter.autocomplete = wrapped
