"""A bot on strings: it answers the interactions of a stage as a test says, so that the page needs no real bot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from bot.stage import commands, messages
from bot.stage.server import Stage

Wire = dict[str, Any]
Answer = Callable[[Wire], "Wire | None"]
V2 = 1 << 15
EPHEMERAL = 1 << 6


def text(content: str) -> Wire:
    """A TextDisplay."""
    return {"type": 10, "content": content}


def container(*parts: Wire, spoiler: bool = False, accent: int | None = None) -> Wire:
    """A Container."""
    return {"type": 17, "components": list(parts), "spoiler": spoiler, "accent_color": accent}


def button(label: str, custom_id: str, style: int = 2, **more: Any) -> Wire:
    """A button."""
    return {"type": 2, "label": label, "custom_id": custom_id, "style": style, **more}


def row(*parts: Wire) -> Wire:
    """An ActionRow."""
    return {"type": 1, "components": list(parts)}


def reply(*components: Wire, ephemeral: bool = False) -> Wire:
    """Callback type 4 with components."""
    return {"type": 4, "data": {"components": list(components), "flags": V2 | (EPHEMERAL if ephemeral else 0)}}


def redraw(*components: Wire) -> Wire:
    """Callback type 7."""
    return {"type": 7, "data": {"components": list(components), "flags": V2}}


class Puppet:
    """Answers by the command's or the component's name; what has no answer is left to time out."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.answers: dict[str, Answer] = {}
        self.seen: list[Wire] = []
        self._tasks: set[asyncio.Task[None]] = set()
        stage.world.dispatch = self._dispatch
        stage.interactions.answer_seconds = 0.6
        stage.world.bot_state = "online"

    def commands(self, *wires: Wire) -> None:
        """Register these as the application's commands."""
        commands.overwrite(self.stage.world, list(wires))

    def post(self, channel: str, *components: Wire, **payload: Any) -> Wire:
        """A message of the bot in a channel, by the channel's name."""
        world = self.stage.world
        body = {"components": list(components), "flags": V2} if components else {}
        return messages.create(world, self.stage.channel_named(channel)["id"], world.bot_id, body | payload)

    def _dispatch(self, event: str, data: Wire, guild_id: str | None) -> None:
        if event != "INTERACTION_CREATE":
            return
        self.seen.append(data)
        name = data["data"].get("custom_id") or data["data"]["name"]
        sub = next((o["name"] for o in data["data"].get("options", []) if o["type"] == 1), None)
        key = f"{name} {sub}" if sub else name
        if data["type"] == 4:
            key = f"complete {key}"
        answer = self.answers.get(key)
        wire = answer(data) if answer else None
        if wire is not None:
            task = asyncio.get_running_loop().create_task(self._answer(data, wire))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _answer(self, data: Wire, wire: Wire) -> None:
        await asyncio.sleep(0.02)
        self.stage.interactions.callback(data["id"], data["token"], wire, {})


def modal_values(data: Wire) -> dict[str, Any]:
    """What was filled into a modal, by custom id."""
    found: dict[str, Any] = {}
    for shell in data["data"]["components"]:
        inner = shell.get("component") or (shell.get("components") or [{}])[0]
        if "custom_id" in inner:
            found[inner["custom_id"]] = inner.get("value", inner.get("values"))
    return found
