"""From a press to the class that answers it, without rebuilding the message that the control stands on.

discord.py tries the pattern of every dynamic item on every press, and turns the whole message back into a view to find
the one control again: a third of what a press costs, and more with every feature. Here a press is looked up by the
beginning of its custom id (`v1:<feature>:<verb>`), and only its own control is made.

Discord also sends the whole message along with each press. What it shows is drawn from the store and never read back,
so of the message only what is known of it besides is made: its id, its flags, its author.
"""

from __future__ import annotations

import asyncio
from typing import Any, TypeAlias, cast

import discord
from discord import ui
from discord.ui.view import ViewStore

from bot.bounded import Bounded
from bot.errors import EtoileError

PREFIX = "v1:"
BUTTON = discord.ComponentType.button.value
BUTTONS_KEPT = 1024
"""A button is nothing but its custom id, so the same one answers every press: made once, kept while there is room."""
_SELECTS: dict[int, type[ui.Item[Any]]] = {
    3: ui.Select,
    5: ui.UserSelect,
    6: ui.RoleSelect,
    7: ui.MentionableSelect,
    8: ui.ChannelSelect,
}

UNREAD: dict[str, list[Any]] = {key: [] for key in ("components", "mentions", "mention_roles", "embeds", "attachments")}
"""What a pressed message shows."""
READ = "INTERACTION_CREATE"
Control: TypeAlias = type[ui.DynamicItem[Any]]
ANSWERING = ("CommandTree-invoker", "discord-ui-")
"""How the tasks are called that answer commands, presses and forms."""


class PressStore(ViewStore):
    """discord.py's store of views, with a way of its own for controls that have a route."""

    def __init__(self, state: Any) -> None:
        super().__init__(state)
        self._verbs: dict[str, list[Control]] = {}
        self._buttons: Bounded[str, ui.DynamicItem[Any]] = Bounded(BUTTONS_KEPT)

    def add_dynamic_items(self, *items: Control) -> None:
        super().add_dynamic_items(*items)
        self._buttons.clear()
        for item in items:
            known = self._verbs.setdefault(_verb(_route(item)), [])
            if item not in known:
                known.append(item)

    def remove_dynamic_items(self, *items: Control) -> None:
        super().remove_dynamic_items(*items)
        self._buttons.clear()
        for item in items:
            if item in (known := self._verbs.get(_verb(_route(item)), [])):
                known.remove(item)

    def dispatch_dynamic_items(self, component_type: int, custom_id: str, interaction: Any) -> None:
        if not custom_id.startswith(PREFIX):
            super().dispatch_dynamic_items(component_type, custom_id, interaction)
            return
        work = self._press(component_type, custom_id, interaction)
        self.add_task(asyncio.create_task(work, name="discord-ui-press"))

    async def _press(self, component_type: int, custom_id: str, interaction: discord.Interaction[Any]) -> None:
        """Finds or makes the control and lets it answer; it sends its errors the one way itself."""
        try:
            control = self._buttons.get(custom_id)
            if control is None:
                control = await self._made(component_type, custom_id, interaction)
            control._refresh_state(interaction, interaction.data)  # pyright: ignore[reportPrivateUsage, reportArgumentType]
        except Exception as error:
            await interaction.client.tree.on_error(interaction, error)  # pyright: ignore[reportUnknownMemberType]
        else:
            await control.callback(interaction)

    async def _made(
        self, component_type: int, custom_id: str, interaction: discord.Interaction[Any]
    ) -> ui.DynamicItem[Any]:
        """The control of this custom id. Raises EtoileError for one that this release no longer has, or never had."""
        for item in self._verbs.get(_verb(custom_id), ()):
            match = item.__discord_ui_compiled_template__.fullmatch(custom_id)
            if match is not None:
                control = await item.from_custom_id(interaction, _plain(component_type, custom_id), match)
                if component_type == BUTTON:
                    self._buttons[custom_id] = control
                return control
        raise EtoileError("error-button-gone")


def _route(item: Control) -> str:
    return str(getattr(item, "route", ""))


def _verb(route: str) -> str:
    """ "v1:poll:vote" of "v1:poll:vote:17:0"."""
    return ":".join(route.split(":", 3)[:3])


def _plain(component_type: int, custom_id: str) -> ui.Item[Any]:
    """The control as discord.py hands it to a dynamic item; how it looked does not matter any more."""
    make: Any = _SELECTS.get(component_type, ui.Button)
    return make(custom_id=custom_id)


def route_presses(client: discord.Client) -> None:
    """Let this client's presses go this way. To be called before anything is registered."""
    state = client._connection  # pyright: ignore[reportPrivateUsage]
    state._view_store = PressStore(state)  # pyright: ignore[reportPrivateUsage]
    read = state.parsers[READ]

    def read_lightly(data: Any) -> None:
        if _is_routed_press(data):
            data["message"] |= UNREAD
        read(data)

    state.parsers[READ] = read_lightly


def _is_routed_press(data: Any) -> bool:
    """Whether these are a press of ours with its message. What looks otherwise is handed to discord.py as it came."""
    match data:
        case {"type": 3, "message": dict(), "data": {"custom_id": str(custom_id)}}:
            return custom_id.startswith(PREFIX)
        case _:
            return False


def is_open_form(client: discord.Client, custom_id: str) -> bool:
    """Whether this process has shown the form and waits for it to be sent."""
    return client._connection._view_store._modals.get(custom_id) is not None  # pyright: ignore[reportPrivateUsage]


def answering_tasks() -> list[asyncio.Task[Any]]:
    """The tasks that are answering a command, a press or a form right now."""
    return [task for task in asyncio.all_tasks() if task.get_name().startswith(ANSWERING)]


def texts_of(components: Any) -> list[str]:
    """What was typed into the text inputs of a submitted form, from its raw payload."""
    found: list[str] = []
    for component in cast("list[dict[str, Any]]", components):
        if component.get("type") == discord.ComponentType.text_input.value and component.get("value"):
            found.append(str(component["value"]))
        inner = component.get("component")
        found.extend(texts_of([inner] if inner else component.get("components", [])))
    return found
