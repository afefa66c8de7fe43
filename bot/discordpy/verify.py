"""The names inside discord.py that this package relies on, looked for once, when the first of its modules is imported.

A release that moves one of them then fails at once, and says which name and which module of ours must follow.
"""

from __future__ import annotations

import inspect
from types import CodeType
from typing import Any

import discord
from discord import app_commands, ui
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord.state import ConnectionState
from discord.ui.view import ViewStore
from discord.webhook.async_ import AsyncWebhookAdapter

WRITTEN_FOR = "2.7.1"
"""The version of discord.py that these names were read in."""

_NAMES: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("dispatch", ViewStore, ("dispatch_dynamic_items", "add_dynamic_items", "remove_dynamic_items", "add_task")),
    ("dispatch", ConnectionState, ("parse_interaction_create", "store_view")),
    ("dispatch", ui.Item, ("_refresh_state",)),
    ("dispatch", ui.DynamicItem, ("from_custom_id",)),
    ("endpoints", Route, ("BASE",)),
    ("endpoints", DiscordWebSocket, ("DEFAULT_GATEWAY",)),
    ("endpoints", Asset, ("BASE",)),
    ("gateway", DiscordWebSocket, ("received_message",)),
    ("responses", AsyncWebhookAdapter, ("create_interaction_response", "request")),
    ("responses", discord.InteractionResponse, ("send_modal",)),
)
_SET_IN_INIT: tuple[tuple[str, type, tuple[str, ...]], ...] = (
    ("dispatch", ViewStore, ("_modals",)),
    ("dispatch", ConnectionState, ("_view_store", "parsers")),
    ("dispatch", discord.Client, ("_connection",)),
    ("suggestions", app_commands.Command, ("_params",)),
    ("responses", discord.InteractionResponse, ("_parent",)),
    ("responses", discord.Interaction, ("_state",)),
)
_TASKS: tuple[tuple[str, Any, str], ...] = (
    ("dispatch", app_commands.CommandTree, "CommandTree-invoker"),
    ("dispatch", ui.Modal, "discord-ui-modal-dispatch-"),
)
"""Names of the tasks that answer commands and forms: what a stop waits for."""


def verify() -> None:
    """Raises ImportError that names everything discord.py no longer has."""
    missing = [
        f"{owner.__name__}.{name} (bot/discordpy/{module}.py)"
        for module, owner, names in _NAMES
        for name in names
        if not hasattr(owner, name)
    ]
    missing += [
        f"{owner.__name__}().{name} (bot/discordpy/{module}.py)"
        for module, owner, names in _SET_IN_INIT
        for name in names
        if name not in _set_by(owner)
    ]
    missing += [
        f"the task {name!r} of {owner.__name__} (bot/discordpy/{module}.py)"
        for module, owner, name in _TASKS
        if not any(name in text for text in _texts(owner))
    ]
    if missing:
        raise ImportError(
            f"discord.py {discord.__version__} lacks what was written for {WRITTEN_FOR}: " + "; ".join(missing)
        )


def _set_by(owner: type) -> set[str]:
    """The attributes that instances get: slots, and what any method of the class assigns or reads."""
    found = set(owner.__dict__.get("__slots__", ()))
    for base in inspect.getmro(owner):
        for value in vars(base).values():
            method = getattr(value, "func", value)  # one that is given some of its arguments beforehand
            code = getattr(method, "__code__", None)
            if isinstance(code, CodeType):
                found.update(code.co_names)
    return found


def _texts(owner: type) -> set[str]:
    """The string constants in a class's methods."""
    found: set[str] = set()
    for value in vars(owner).values():
        code = getattr(value, "__code__", None)
        waiting = [code] if isinstance(code, CodeType) else []
        while waiting:
            for constant in waiting.pop().co_consts:
                if isinstance(constant, str):
                    found.add(constant)
                elif isinstance(constant, CodeType):
                    waiting.append(constant)
    return found
