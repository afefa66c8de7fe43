"""Filling in a modal as a member: checked as Discord's client checks, and sent in the shape of a submit."""

from __future__ import annotations

from typing import Any

from bot.stage.attachments import Upload, store
from bot.stage.commands import resolve_channel, resolve_user
from bot.stage.component_limits import (
    CHANNEL_SELECT,
    CHECKBOX,
    RADIO,
    ROLE_SELECT,
    ROW,
    STRING_SELECT,
    TEXT,
    TEXT_INPUT,
    UPLOAD,
)
from bot.stage.errors import Refused
from bot.stage.payloads import Wire, as_list
from bot.stage.world import World


def submitted(world: World, channel_id: str, modal: Wire, values: dict[str, Any], resolved: Wire) -> list[Wire]:
    """The ``components`` of a modal submit. Raises Refused for a value that the client would not send."""
    sent: list[Wire] = []
    unknown = set(values)
    for number, component in enumerate(as_list(modal.get("components")), start=1):
        kind = component["type"]
        if kind == TEXT:
            sent.append({"type": TEXT, "id": component.get("id") or number, "content": component["content"]})
            continue
        item = component["components"][0] if kind == ROW else component["component"]
        unknown.discard(item["custom_id"])
        value = _value(world, channel_id, item, values.get(item["custom_id"]), resolved)
        inner: Wire = {"type": item["type"], "custom_id": item["custom_id"], "id": item.get("id") or number} | value
        shell: Wire = {"type": kind, "id": component.get("id") or number}
        sent.append(shell | ({"components": [inner]} if kind == ROW else {"component": inner}))
    if unknown:
        raise Refused(f"the form has no {', '.join(sorted(unknown))}")
    return sent


def _value(world: World, channel_id: str, item: Wire, given: Any, resolved: Wire) -> Wire:
    kind = item["type"]
    required = item.get("required", True)
    if kind == TEXT_INPUT:
        return {"value": _text(item, item.get("value") or "" if given is None else str(given), required=required)}
    if kind == CHECKBOX:
        return {"value": bool(item.get("default") if given is None else given)}
    if kind == RADIO:
        chosen = _defaults(item)[0] if given is None and _defaults(item) else given
        if chosen is None and required:
            raise Refused("a choice is needed")
        return {"value": chosen}
    chosen = _defaults(item) if given is None else list(given)
    least = item.get("min_values", 1) if required or chosen else 0
    if not least <= len(chosen) <= item.get("max_values", 1):
        raise Refused("that is not the number of choices that this menu takes")
    if kind == UPLOAD:
        return {"values": _files(world, channel_id, chosen, resolved)}
    options = as_list(item.get("options"))
    if options and not set(chosen) <= {option["value"] for option in options}:
        raise Refused("there is no such choice in this menu")
    if kind != STRING_SELECT and not options:
        merge(resolved, resolve(world, channel_id, item, chosen))
    return {"values": chosen}


def _text(item: Wire, text: str, *, required: bool) -> str:
    if not text and not required:
        return text
    least, most = item.get("min_length") or (1 if required else 0), item.get("max_length") or 4000
    if not least <= len(text) <= most:
        raise Refused(f"this text must be {least} to {most} characters long")
    return text


def _defaults(item: Wire) -> list[str]:
    chosen = [option["value"] for option in as_list(item.get("options")) if option.get("default")]
    return chosen or [str(entry["id"]) for entry in as_list(item.get("default_values"))]


def _files(world: World, channel_id: str, files: list[Any], resolved: Wire) -> list[str]:
    if not all(isinstance(file, Upload) for file in files):
        raise Refused("files are needed")
    stored = store(world, channel_id, dict(enumerate(files)), [])
    resolved.setdefault("attachments", {}).update({wire["id"]: wire for wire in stored})
    return [wire["id"] for wire in stored]


def resolve(world: World, channel_id: str, component: Wire, values: list[str]) -> Wire:
    """``resolved`` for a user, role, mentionable or channel menu. Raises Refused for what is not there."""
    resolved: Wire = {}
    kind = component["type"]
    roles = world.roles[world.channels[channel_id].get("guild_id", "")]
    for value in values:
        if kind == CHANNEL_SELECT and value in world.channels:
            resolve_channel(world, value, resolved, component.get("channel_types"))
        elif kind != CHANNEL_SELECT and value in roles:
            resolved.setdefault("roles", {})[value] = roles[value]
        elif kind not in (CHANNEL_SELECT, ROLE_SELECT) and value in world.users:
            resolve_user(world, channel_id, value, resolved)
        else:
            raise Refused("there is no such choice in this menu")
    return resolved


def merge(into: Wire, more: Wire) -> None:
    """Add the entries of one ``resolved`` to another."""
    for part, entries in more.items():
        into.setdefault(part, {}).update(entries)
