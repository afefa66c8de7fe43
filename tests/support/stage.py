"""Driving the stage in tests the way a member uses Discord: by the words on commands, buttons and menus."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

from bot.rehearsal.preparation import find
from bot.stage.attachments import Upload, walk
from bot.stage.interactions import Invocation
from bot.stage.payloads import Wire, as_list
from bot.stage.server import Stage
from bot.stage.world import LOADING

PATIENCE = 60.0
"""Seconds that a test waits for what must happen: many, for a busy machine. Nobody waits longer than it takes."""


POLL = 0.01
"""Seconds between two looks."""


class StageMember:
    """One member in one channel of the stage; ``at`` moves them to another channel."""

    def __init__(self, stage: Stage, name: str, channel: str = "foyer") -> None:
        self.stage = stage
        self.actor = stage.member(name)
        self.name = name
        self.id = self.actor.id
        self.channel_id = "" if not channel else self._channel(channel)

    def _channel(self, name_or_id: str) -> str:
        if name_or_id == "dm":
            return self.actor.open_dm()["id"]
        return name_or_id if name_or_id in self.stage.world.channels else self.stage.channel_named(name_or_id)["id"]

    def at(self, channel: str) -> StageMember:
        """The same member in another channel: its name, its id, or "dm" for the DM with the bot."""
        return StageMember(self.stage, self.id, channel)

    async def slash(self, words: str, /, **options: Any) -> Invocation:
        """Use ``/etoile status`` and the like; waits for the answer (also a deferred one)."""
        found = find(self.actor, self.channel_id, words)
        assert found is not None, f"{self.name} is not offered /{words} here"
        return await self.actor.slash(self.channel_id, found.command_id, found.path, options).settled()

    async def autocomplete(self, words: str, focused: str, typed: str, /, **options: Any) -> list[Wire]:
        """The choices offered while typing into ``focused``."""
        found = find(self.actor, self.channel_id, words)
        assert found is not None, f"{self.name} is not offered /{words} here"
        values = options | {focused: typed}
        choices = await self.actor.autocomplete(self.channel_id, found.command_id, found.path, values, focused=focused)
        assert not self.actor.last_autocomplete_failed, f"autocomplete of /{words} did not answer"
        return choices

    async def menu(self, message: Wire, name: str) -> Invocation:
        """Use the command ``name`` of a message's menu."""
        offered = self.actor.message_commands(message["channel_id"])
        (command,) = [one for one in offered if name in (one["name"], one["name_localized"])]
        return await self.actor.message_command(command["id"], message["id"]).settled()

    async def press(self, message: Wire | str, label: str) -> Invocation:
        """Press the button that says ``label`` (or whose emoji or custom id that is), or that stands beside it."""
        now = self._now(message)
        return await self.actor.press(now["id"], self._control(now, label)["custom_id"]).settled()

    async def choose(self, message: Wire | str, *labels: str, menu: str | None = None) -> Invocation:
        """Choose options by their labels in the message's menu (by its placeholder when there are several)."""
        now = self._now(message)
        menus = [c for c in walk(now["components"]) if c["type"] in (3, 5, 6, 7, 8)]
        if menu is not None:
            menus = [c for c in menus if menu in (c.get("placeholder"), c["custom_id"])]
        assert len(menus) == 1, f"{len(menus)} menus fit: {[c.get('placeholder') for c in menus]}"
        by_label = {option["label"]: option["value"] for option in as_list(menus[0].get("options"))}
        values = [by_label.get(label, label) for label in labels]
        return await self.actor.select(now["id"], menus[0]["custom_id"], values).settled()

    async def submit(self, shown: Invocation, **values: Any) -> Invocation:
        """Send the modal that an invocation was answered with; values by label or custom id (or in their order)."""
        assert shown.modal is not None, f"no modal was shown but {shown.state}"
        names = dict(modal_fields(shown.modal))
        return await self.actor.submit(shown.id, {names.get(k, k): v for k, v in values.items()}).settled()

    async def submit_fields(self, shown: Invocation, values: dict[str, Any]) -> Invocation:
        """As :meth:`submit`, for labels that are no identifiers."""
        return await self.submit(shown, **values)

    def send(self, content: str, files: list[Upload] | None = None, reply_to: str | None = None) -> Wire:
        """Write a message."""
        return self.actor.send(self.channel_id, content, files, reply_to)

    def answer(self, invocation: Invocation) -> Wire:
        """The message that answered an invocation, as it is now: the new one, or the one that was redrawn."""
        message_id = invocation.message_id or invocation.source_message_id
        assert message_id is not None and invocation.state != "failed", f"no answer: {invocation.as_wire()}"
        message = self.stage.world.find_message(message_id)
        assert self.stage.world.may_see_message(self.id, message), f"{self.name} may not see it"
        assert not message["flags"] & LOADING, "the answer is still loading"
        return message

    def text(self, invocation: Invocation) -> str:
        """All that the answer shows as text."""
        return visible_text(self.answer(invocation))

    def reads(self) -> list[Wire]:
        """What they see in the channel, oldest first."""
        return self.actor.reads(self.channel_id)

    def last(self) -> Wire:
        """The newest message that they see."""
        return self.reads()[-1]

    def _now(self, message: Wire | str) -> Wire:
        return self.stage.world.find_message(message if isinstance(message, str) else message["id"])

    def _control(self, message: Wire, label: str) -> Wire:
        buttons = [c for c in walk(message["components"]) if c["type"] == 2]
        fitting = [
            button
            for button in buttons
            if label in (button.get("label"), (button.get("emoji") or {}).get("name"), button.get("custom_id"))
        ] or [
            part["accessory"]
            for part in walk(message["components"])
            if part["type"] == 9 and label in part["components"][0].get("content", "").split("\n")[0]
        ]
        assert len(fitting) == 1, f"{len(fitting)} buttons say {label!r}: {[b.get('label') for b in buttons]}"
        return fitting[0]


def modal_fields(modal: Wire) -> Iterator[tuple[str, str]]:
    """(label, custom id) of every field of a modal."""
    for component in modal["components"]:
        if component["type"] == 18:
            yield component["label"], component["component"]["custom_id"]
        elif component["type"] == 1:
            yield component["components"][0]["label"], component["components"][0]["custom_id"]


def visible_text(message: Wire) -> str:
    """Everything that a message shows as text: content, embeds, text displays, labels, options, file names."""
    parts: list[str] = [message["content"]]
    for embed in message["embeds"]:
        parts += [embed.get("title") or "", embed.get("description") or ""]
        parts += [f"{field['name']}\n{field['value']}" for field in embed.get("fields", [])]
        parts.append((embed.get("footer") or {}).get("text") or "")
    for component in walk(message["components"]):
        parts += [str(component.get(part) or "") for part in ("content", "label", "placeholder", "description")]
        parts += [f"{o['label']} {o.get('description') or ''}" for o in component.get("options", [])]
        parts += [str(item.get("description") or "") for item in component.get("items", [])]
    parts += [a["filename"] for a in message["attachments"]]
    return "\n".join(part for part in parts if part)


async def until(condition: Callable[[], Any], what: str = "it", *, timeout: float = PATIENCE) -> Any:
    """Wait until ``condition()`` is true; gives its value. Fails the test after ``timeout`` seconds."""
    deadline = asyncio.get_running_loop().time() + timeout
    while not (value := condition()):
        assert asyncio.get_running_loop().time() < deadline, f"{what} did not happen within {timeout:g} s"
        await asyncio.sleep(POLL)
    return value
