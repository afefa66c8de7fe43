"""Controls that the bot did not draw itself, put on its messages behind its back."""

from __future__ import annotations

import importlib

from bot.client import COGS
from bot.stage.attachments import walk
from bot.stage.payloads import Wire
from bot.stage.server import Stage
from cogs.ui.kit import controls

BUTTON, STRINGS, ROLES, CHANNELS = 2, 3, 6, 8


def all_routes() -> list[tuple[str, int]]:
    """Every route of the bot, with the type of its control."""
    for cog in COGS:
        importlib.import_module(cog)
    found: dict[str, int] = {}
    kinds = {
        controls.RoutedButton: BUTTON,
        controls.RoutedSelect: STRINGS,
        controls.RoutedRoleSelect: ROLES,
        controls.RoutedChannelSelect: CHANNELS,
    }
    for base, kind in kinds.items():
        waiting = base.__subclasses__()
        while waiting:
            one = waiting.pop()
            waiting += one.__subclasses__()
            if one.__module__.startswith("cogs."):
                found[one.route] = kind
    return sorted(found.items())


def ids_on(message: Wire) -> list[str]:
    return [c["custom_id"] for c in walk(message["components"]) if c.get("custom_id")]


def plant(stage: Stage, message: Wire, custom_id: str, kind: int, *, option: str = "forged") -> None:
    """Put one control with this id on the message, without the bot's doing; a menu with one option."""
    control: Wire = {"type": kind, "id": 1, "custom_id": custom_id}
    if kind == BUTTON:
        control |= {"label": "forged", "style": 2}
    elif kind == STRINGS:
        control |= {"options": [{"label": option, "value": option}], "min_values": 0, "max_values": 1}
    else:
        control |= {"min_values": 0, "max_values": 1}
    now = stage.world.messages[message["channel_id"]][message["id"]]
    now["components"] = [{"type": 1, "id": 2, "components": [control]}]
