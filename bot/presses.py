"""From a press to the class that answers it, without rebuilding the message that the control stands on.

discord.py tries the pattern of every dynamic item on every press, and turns the whole message back into a view to find
the one control again: a third of what a press costs, and more with every feature. Here a press is looked up by the
beginning of its custom id (`v1:<feature>:<verb>`), and only its own control is made.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any

import discord
from discord import ui
from discord.ui.view import ViewStore

from bot.errors import EtoileError

PREFIX = "v1:"
_SELECTS: dict[int, type[ui.Item[Any]]] = {
    3: ui.Select,
    5: ui.UserSelect,
    6: ui.RoleSelect,
    7: ui.MentionableSelect,
    8: ui.ChannelSelect,
}

if not hasattr(ViewStore, "dispatch_dynamic_items"):
    raise ImportError("discord.py has moved dispatch_dynamic_items: bot/presses.py must be brought up to date")


class PressStore(ViewStore):
    """discord.py's store of views, with a way of its own for controls that have a route."""

    def __init__(self, state: Any) -> None:
        super().__init__(state)
        self._verbs: dict[str, list[type[ui.DynamicItem[Any]]]] = {}

    def add_dynamic_items(self, *items: type[ui.DynamicItem[Any]]) -> None:
        super().add_dynamic_items(*items)
        for item in items:
            known = self._verbs.setdefault(_verb(_route(item)), [])
            if item not in known:
                known.append(item)

    def remove_dynamic_items(self, *items: type[ui.DynamicItem[Any]]) -> None:
        super().remove_dynamic_items(*items)
        for item in items:
            if item in (known := self._verbs.get(_verb(_route(item)), [])):
                known.remove(item)

    def dispatch_dynamic_items(self, component_type: int, custom_id: str, interaction: Any) -> None:
        if not custom_id.startswith(PREFIX):
            super().dispatch_dynamic_items(component_type, custom_id, interaction)
            return
        for item in self._verbs.get(_verb(custom_id), ()):
            match = item.__discord_ui_compiled_template__.fullmatch(custom_id)
            if match is not None:
                work = _press(item, component_type, custom_id, match, interaction)
                break
        else:
            work = _nobody(interaction)
        self.add_task(asyncio.create_task(work, name="discord-ui-press"))


def _route(item: type[ui.DynamicItem[Any]]) -> str:
    return str(getattr(item, "route", ""))


def _verb(route: str) -> str:
    """ "v1:poll:vote" of "v1:poll:vote:17:0"."""
    return ":".join(route.split(":", 3)[:3])


async def _press(
    item: type[ui.DynamicItem[Any]],
    component_type: int,
    custom_id: str,
    match: re.Match[str],
    interaction: discord.Interaction[Any],
) -> None:
    """Makes the control and lets it answer; routed controls send their errors the one way themselves."""
    try:
        control = await item.from_custom_id(interaction, _plain(component_type, custom_id), match)
        control._refresh_state(interaction, interaction.data)  # pyright: ignore[reportPrivateUsage, reportArgumentType]
    except Exception as error:
        await interaction.client.tree.on_error(interaction, error)  # pyright: ignore[reportUnknownMemberType]
    else:
        await control.callback(interaction)


def _plain(component_type: int, custom_id: str) -> ui.Item[Any]:
    """The control as discord.py hands it to a dynamic item; how it looked does not matter any more."""
    make: Any = _SELECTS.get(component_type, ui.Button)
    return make(custom_id=custom_id)


async def _nobody(interaction: discord.Interaction[Any]) -> None:
    """A control that this release no longer has, or that was made up."""
    gone = EtoileError("error-button-gone")
    await interaction.client.tree.on_error(interaction, gone)  # pyright: ignore[reportUnknownMemberType]


def route_presses(client: discord.Client) -> None:
    """Let this client's presses go this way. To be called before anything is registered."""
    state = client._connection  # pyright: ignore[reportPrivateUsage]
    state._view_store = PressStore(state)  # pyright: ignore[reportPrivateUsage]
