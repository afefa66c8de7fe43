"""What the bot relies on inside discord.py is looked for by name, and a missing name is said."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord.ui.view import ViewStore

from bot.discordpy.verify import verify

ROOT = Path(__file__).parents[2]


def test_this_discord_py_has_everything() -> None:
    verify()


@pytest.mark.parametrize(
    ("owner", "name", "module"),
    [
        (Route, "BASE", "endpoints"),
        (DiscordWebSocket, "received_message", "gateway"),
        (ViewStore, "dispatch_dynamic_items", "dispatch"),
    ],
)
def test_a_name_that_is_gone_is_said_with_the_module_that_needs_it(
    owner: type, name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(owner, name)
    with pytest.raises(ImportError, match=rf"{owner.__name__}\.{name} \(bot/discordpy/{module}\.py\)"):
        verify()


def test_nothing_else_reaches_into_discord_py() -> None:
    """Private names of discord.py's objects stand in bot/discordpy alone."""
    private = {"_connection", "_view_store", "_modals", "_params", "_state", "_refresh_state", "_parent", "parsers"}
    wrong: list[str] = []
    for path in sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "cogs").rglob("*.py")]):
        if {"discordpy", "stage", "rehearsal", "store"} & {*path.parts}:
            continue
        wrong += [
            f"{path.relative_to(ROOT)}:{node.lineno}: {node.attr}"
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Attribute)
            and node.attr in private
            and not (isinstance(node.value, ast.Name) and node.value.id == "self" and node.attr == "_state")
        ]
    assert wrong == []
