"""Discord's AutoMod: rules that look for words, what they find, and what becomes of a message then.

The limits, the matching of keywords and the refusals follow the developer documentation ("Auto Moderation"). Regular
expressions are Rust's there; what Python reads otherwise (look-around, back references) is refused here as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.stage import messages
from bot.stage.errors import ApiError, invalid_form
from bot.stage.payloads import Wire, as_dict, as_list
from bot.stage.permissions import P
from bot.stage.world import THREADS, World

KEYWORD = 1
"""The trigger of rules that look for words; others are taken as they are and never do anything."""
SEND = 1
BLOCK, ALERT = 1, 2
MOST = {KEYWORD: 6}
MOST_KEYWORDS, KEYWORD_LENGTH = 1000, 60
MOST_PATTERNS, PATTERN_LENGTH = 10, 260
MOST_CHANNELS, MOST_ROLES = 50, 20
MESSAGE_LENGTH = 150
NOT_IN_RUST = re.compile(r"\(\?(?:[=!]|<[=!])|(?<!\\)\\[1-9]|\(\?P=")
FIELDS = ("name", "event_type", "trigger_metadata", "actions", "enabled", "exempt_roles", "exempt_channels")
TOO_MANY = "AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED"


def create(world: World, guild_id: str, creator_id: str, payload: Wire) -> Wire:
    """A new rule. Raises ApiError 50035 for what Discord refuses."""
    kind = int(payload.get("trigger_type") or 0)
    rules = world.automod[guild_id]
    if kind in MOST and sum(rule["trigger_type"] == kind for rule in rules.values()) >= MOST[kind]:
        raise invalid_form({"trigger_type": (TOO_MANY, "Maximum number of rules of this type exceeded")})
    rule: Wire = {
        "id": world.snowflake(),
        "guild_id": guild_id,
        "creator_id": creator_id,
        "trigger_type": kind,
        "trigger_metadata": {},
        "event_type": SEND,
        "enabled": False,
        "exempt_roles": [],
        "exempt_channels": [],
        "name": "",
        "actions": [],
    }
    return change(rule, payload, into=rules)


def change(rule: Wire, payload: Wire, *, into: dict[str, Wire]) -> Wire:
    """Change a rule, or put a new one `into` its server. Raises ApiError 50035 for what Discord refuses."""
    changed = rule | {key: payload[key] for key in FIELDS if payload.get(key) is not None}
    for key in ("exempt_roles", "exempt_channels"):
        changed[key] = [str(each) for each in as_list(changed[key])]  # ids may come as numbers
    faults = _faults(changed)
    if faults:
        raise invalid_form(faults)
    into[rule["id"]] = changed
    return changed


def _faults(rule: Wire) -> dict[str, tuple[str, str]]:
    trigger = as_dict(rule["trigger_metadata"])
    lists = (
        ("trigger_metadata.keyword_filter", as_list(trigger.get("keyword_filter")), MOST_KEYWORDS, KEYWORD_LENGTH),
        ("trigger_metadata.regex_patterns", as_list(trigger.get("regex_patterns")), MOST_PATTERNS, PATTERN_LENGTH),
        ("exempt_channels", as_list(rule["exempt_channels"]), MOST_CHANNELS, None),
        ("exempt_roles", as_list(rule["exempt_roles"]), MOST_ROLES, None),
    )
    faults: dict[str, tuple[str, str]] = {}
    for path, items, most, length in lists:
        if len(items) > most:
            faults[path] = ("BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
        for number, item in enumerate(items):
            if length is not None and len(str(item)) > length:
                faults[f"{path}.{number}"] = ("BASE_TYPE_MAX_LENGTH", f"Must be {length} or fewer in length.")
    for number, pattern in enumerate(as_list(trigger.get("regex_patterns"))):
        if not _is_regex(str(pattern)):
            faults[f"trigger_metadata.regex_patterns.{number}"] = ("AUTO_MODERATION_INVALID_REGEX", "Invalid regex")
    for number, action in enumerate(as_list(rule["actions"])):
        said = as_dict(as_dict(action).get("metadata")).get("custom_message") or ""
        if len(str(said)) > MESSAGE_LENGTH:
            faults[f"actions.{number}.metadata.custom_message"] = ("BASE_TYPE_MAX_LENGTH", "Must be 150 or fewer.")
    if not rule["name"]:
        faults["name"] = ("BASE_TYPE_REQUIRED", "This field is required")
    if not as_list(rule["actions"]):
        faults["actions"] = ("BASE_TYPE_REQUIRED", "This field is required")
    return faults


def _is_regex(pattern: str) -> bool:
    if NOT_IN_RUST.search(pattern):
        return False
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def finds(trigger: Wire, content: str) -> str | None:
    """The keyword or the pattern by which a trigger finds a text; None when it does not."""
    for keyword in map(str, as_list(trigger.get("keyword_filter"))):
        if keyword_pattern(keyword).search(content):
            return keyword
    for pattern in map(str, as_list(trigger.get("regex_patterns"))):
        if re.search(pattern, content):
            return pattern
    return None


def keyword_pattern(keyword: str) -> re.Pattern[str]:
    """A keyword as Discord matches it, in any case: whole, between white space; with `*` in front or behind, as the end
    or the beginning of a word, or anywhere."""
    core = re.escape(keyword.strip("*"))
    before = "" if keyword.startswith("*") else r"(?<!\S)"
    behind = "" if keyword.endswith("*") else r"(?!\S)"
    return re.compile(before + core + behind, re.IGNORECASE)


def judge(world: World, channel_id: str, user_id: str, content: str) -> str | None:
    """Let the rules of a channel's server look at a text before it is posted. What the author is told when it is
    blocked, None when it is not; alerts are posted either way."""
    channel = world.channels[channel_id]
    guild_id = str(channel.get("guild_id") or "")
    if guild_id not in world.guilds or _stands_above(world, guild_id, user_id):
        return None
    places = {channel_id, str(channel.get("parent_id") or "") if channel["type"] in THREADS else channel_id}
    roles = set(world.members[guild_id][user_id]["roles"])
    blocked: str | None = None
    for rule in list(world.automod[guild_id].values()):
        if not rule["enabled"] or rule["trigger_type"] != KEYWORD:
            continue
        if places & set(rule["exempt_channels"]) or roles & set(rule["exempt_roles"]):
            continue
        if finds(as_dict(rule["trigger_metadata"]), content) is not None:
            said = _act(world, rule, channel_id, user_id, content)
            blocked = blocked or said
    return blocked


def _stands_above(world: World, guild_id: str, user_id: str) -> bool:
    """Rules do not hold for bots and for who manages the server."""
    bits = world.permissions(user_id, guild_id=guild_id)
    return bool(world.users[user_id].get("bot")) or bool(bits & (P.ADMINISTRATOR | P.MANAGE_GUILD))


def _act(world: World, rule: Wire, channel_id: str, user_id: str, content: str) -> str | None:
    blocked: str | None = None
    for action in map(as_dict, as_list(rule["actions"])):
        metadata = as_dict(action.get("metadata"))
        if action["type"] == BLOCK:
            blocked = str(metadata.get("custom_message") or "This message was blocked by AutoMod.")
        elif action["type"] == ALERT and str(metadata.get("channel_id")) in world.channels:
            messages.alert(world, str(metadata["channel_id"]), user_id, channel_id, rule["name"], content)
    return blocked


def check_post(world: World, channel_id: str, user_id: str, content: str) -> None:
    """Raises ApiError 200000, with what the author is told, for a text that a rule blocks."""
    said = judge(world, channel_id, user_id, content)
    if said is not None:
        raise ApiError(400, 200000, said)


def rules_of(world: World, guild_id: str) -> Sequence[dict[str, Any]]:
    """All rules of a server, the oldest first."""
    return list(world.automod[guild_id].values())
