"""Application commands: kept as Discord keeps them, shown as its client shows them, and filled in by a member."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.stage import command_limits
from bot.stage.attachments import Upload, store
from bot.stage.errors import Refused
from bot.stage.payloads import Wire, as_dict, as_list
from bot.stage.permissions import P
from bot.stage.world import World

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(1, 12)
KEPT_FIELDS = (
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "options",
    "default_member_permissions",
    "nsfw",
    "contexts",
    "integration_types",
)


def overwrite(world: World, payload: list[Any]) -> list[Wire]:
    """Replace all global commands; a command of the same type and name keeps its id. Raises ApiError 50035."""
    command_limits.check_commands(payload)
    before = {(command["type"], command["name"]): command for command in world.commands}
    world.commands = [_stored(world, entry, before) for entry in payload]
    world.tell("commands", {})
    return world.commands


def upsert(world: World, payload: Wire) -> Wire:
    """Create or replace one global command by its name."""
    command_limits.check_commands([payload])
    before = {(command["type"], command["name"]): command for command in world.commands}
    new = _stored(world, payload, before)
    world.commands = [command for command in world.commands if command["id"] != new["id"]] + [new]
    world.tell("commands", {})
    return new


def _stored(world: World, entry: Wire, before: dict[tuple[int, str], Wire]) -> Wire:
    kind = int(entry.get("type") or 1)
    old = before.get((kind, entry["name"]))
    fields = {part: entry[part] for part in KEPT_FIELDS if entry.get(part) is not None}
    return {
        "id": old["id"] if old else world.snowflake(),
        "application_id": world.bot_id,
        "version": world.snowflake(),
        "type": kind,
        "description": "",
        "default_member_permissions": None,
        "dm_permission": 1 in fields.get("contexts", [0, 1]),
        "contexts": None,
        "integration_types": [0],
        "nsfw": False,
        **fields,
    }


def offered(world: World, user_id: str, channel: Wire, context: int, owners: dict[str, str], kind: int) -> list[Wire]:
    """The commands of a type that Discord's client offers this user here."""
    bits = world.permissions(user_id, channel["id"])
    installed = {int(key) for key in owners}
    found: list[Wire] = []
    for command in world.commands:
        if command["type"] != kind or not installed & set(command["integration_types"]):
            continue
        if context not in (command["contexts"] if command["contexts"] is not None else (0, 1, 2)):
            continue
        if context == 0 and not _permitted(command, bits):
            continue
        found.append(command)
    return found


def shown(found: list[Wire], locale: str) -> list[Wire]:
    """Commands as a picker lists them: named in the locale, by name."""
    return sorted((localized(command, locale) for command in found), key=lambda command: command["name_localized"])


def _permitted(command: Wire, bits: int) -> bool:
    needed = command["default_member_permissions"]
    if not bits & P.USE_COMMANDS:
        return False
    if needed is None:
        return True
    if int(needed) == 0:
        return bool(bits & P.ADMINISTRATOR)
    return bits & int(needed) == int(needed)


def localized(item: Wire, locale: str) -> Wire:
    """A copy with ``name_localized`` and ``description_localized``, in options and choices too."""
    copy = dict(item)
    for part in ("name", "description"):
        copy[f"{part}_localized"] = as_dict(item.get(f"{part}_localizations")).get(locale, item.get(part, ""))
    for part in ("options", "choices"):
        if part in item:
            copy[part] = [localized(child, locale) for child in as_list(item[part])]
    return copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A command as filled in: the interaction's data and the full name."""

    data: Wire
    name: str


def fill(
    world: World,
    channel_id: str,
    command: Wire,
    path: tuple[str, ...],
    values: dict[str, Any],
    *,
    focused: str | None = None,
) -> Filled:
    """The interaction data of a slash command. Raises Refused where Discord's client would not send it."""
    holder: Wire = command
    chain: list[Wire] = []
    for name in path:
        step = next((o for o in as_list(holder.get("options")) if o["name"] == name), None)
        if step is None or step["type"] not in (SUBCOMMAND, GROUP):
            raise Refused(f"/{command['name']} has no {' '.join(path)}")
        chain.append(step)
        holder = step
    specs = as_list(holder.get("options"))
    if any(spec["type"] in (SUBCOMMAND, GROUP) for spec in specs):
        raise Refused(f"/{' '.join((command['name'], *path))} needs a subcommand")
    resolved: Wire = {}
    options = _options(world, channel_id, specs, values, resolved, focused)
    for step in reversed(chain):
        options = [{"name": step["name"], "type": step["type"], "options": options}]
    data: Wire = {"id": command["id"], "name": command["name"], "type": 1, "options": options}
    if resolved:
        data["resolved"] = resolved
    return Filled(data=data, name=" ".join((command["name"], *path)))


def _options(
    world: World, channel_id: str, specs: list[Any], values: dict[str, Any], resolved: Wire, focused: str | None
) -> list[Wire]:
    known = {spec["name"] for spec in specs}
    if strange := set(values) - known:
        raise Refused(f"there is no option {', '.join(sorted(strange))}")
    options: list[Wire] = []
    for spec in specs:
        name = spec["name"]
        if name not in values and name != focused:
            if spec.get("required") and focused is None:
                raise Refused(f"the option {name} is needed")
            continue
        value = values.get(name, "")
        option: Wire = {"name": name, "type": spec["type"]}
        if focused is None:
            option["value"] = _checked(world, channel_id, spec, value, resolved)
        else:
            option["value"] = str(value) if name == focused else value
            if name == focused:
                option["focused"] = True
        options.append(option)
    return options


def _checked(world: World, channel_id: str, spec: Wire, value: Any, resolved: Wire) -> Any:
    kind, name = spec["type"], spec["name"]
    if kind == STRING:
        return _text(spec, str(value))
    if kind in (INTEGER, NUMBER):
        return _number(spec, value)
    if kind == BOOLEAN:
        return bool(value)
    if kind == ATTACHMENT:
        return _attach(world, channel_id, value, resolved)
    target = str(value)
    if kind in (USER, MENTIONABLE) and target in world.users:
        resolve_user(world, channel_id, target, resolved)
    elif kind in (ROLE, MENTIONABLE) and (role := _role(world, channel_id, target)):
        resolved.setdefault("roles", {})[target] = role
    elif kind == CHANNEL and target in world.channels:
        resolve_channel(world, target, resolved, spec.get("channel_types"))
    else:
        raise Refused(f"{name}: there is no such choice")
    return target


def _text(spec: Wire, text: str) -> str:
    name = spec["name"]
    if len(text) > spec.get("max_length", 6000) or len(text) < spec.get("min_length", 0):
        raise Refused(f"{name} must be {spec.get('min_length', 0)} to {spec.get('max_length', 6000)} characters long")
    _chosen(spec, text)
    return text


def _number(spec: Wire, value: Any) -> float | int:
    try:
        number = int(value) if spec["type"] == INTEGER else float(value)
    except (TypeError, ValueError):
        raise Refused(f"{spec['name']} must be a number") from None
    if number < spec.get("min_value", number) or number > spec.get("max_value", number):
        raise Refused(f"{spec['name']} must be {spec.get('min_value')} to {spec.get('max_value')}")
    _chosen(spec, number)
    return number


def _chosen(spec: Wire, value: object) -> None:
    choices = as_list(spec.get("choices"))
    if choices and value not in [choice["value"] for choice in choices]:
        raise Refused(f"{spec['name']}: there is no such choice")


def _attach(world: World, channel_id: str, value: Any, resolved: Wire) -> str:
    if not isinstance(value, Upload):
        raise Refused("a file is needed")
    (wire,) = store(world, channel_id, {0: value}, [])
    resolved.setdefault("attachments", {})[wire["id"]] = wire
    return wire["id"]


def _role(world: World, channel_id: str, role_id: str) -> Wire | None:
    return world.roles[world.channels[channel_id].get("guild_id", "")].get(role_id)


def resolve_user(world: World, channel_id: str, user_id: str, resolved: Wire) -> None:
    """Put a user, and the member behind them, into ``resolved``."""
    resolved.setdefault("users", {})[user_id] = world.users[user_id]
    guild_id = world.channels[channel_id].get("guild_id")
    member = world.members[guild_id].get(user_id) if guild_id else None
    if member is not None:
        bits = world.permissions(user_id, channel_id)
        wire = {key: part for key, part in member.items() if key != "user"} | {"permissions": str(bits)}
        resolved.setdefault("members", {})[user_id] = wire


def resolve_channel(world: World, channel_id: str, resolved: Wire, types: object = None) -> None:
    """Put a partial channel into ``resolved``; Refused when it is of a type that was not asked for."""
    channel = world.channels[channel_id]
    if types and channel["type"] not in as_list(types):
        raise Refused("a channel of another type is needed")
    parts = ("id", "name", "type", "parent_id", "thread_metadata", "topic", "position", "nsfw", "flags", "owner_id")
    more = ("message_count", "member_count", "rate_limit_per_user", "last_message_id", "total_message_sent", "guild_id")
    wire = {part: channel[part] for part in parts + more if part in channel}
    resolved.setdefault("channels", {})[channel_id] = wire | {"permissions": "0"}
