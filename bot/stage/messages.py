"""Messages: made, edited and deleted as Discord does it, and told to viewers and the bot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.stage import limits
from bot.stage.attachments import Upload, number, resolve_media, safe_name, store, texts
from bot.stage.errors import ApiError
from bot.stage.payloads import Wire, as_dict, as_list, snowflake_ms, stamp
from bot.stage.permissions import P
from bot.stage.world import COMPONENTS_V2, EPHEMERAL, LOADING, THREADS, World

USER_MENTION = re.compile(r"<@!?(\d+)>")
ROLE_MENTION = re.compile(r"<@&(\d+)>")
EVERYONE_MENTION = re.compile(r"@(?:everyone|here)\b")
EPHEMERAL_KEPT = 400
NONCE_WINDOW_MS = 5 * 60 * 1000
SUPPRESS_EMBEDS = 1 << 2
AUTOMOD_ALERT = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an interaction's message comes from: kept in the message, and who alone may see it when ephemeral."""

    metadata: Wire
    user_id: str


def create(
    world: World,
    channel_id: str,
    author_id: str,
    payload: Wire,
    uploads: dict[int, Upload] | None = None,
    *,
    origin: Origin | None = None,
    kind: int = 0,
    loading: bool = False,
) -> Wire:
    """Make a message from a create payload; returns the message, or the earlier one of an enforced nonce.

    Raises ApiError 50035, 50006 and 40005 for what Discord refuses.
    """
    uploads = uploads or {}
    flags = int(payload.get("flags") or 0)
    limits.check_flags(flags, ephemeral_allowed=origin is not None)
    names = _names(payload, uploads)
    limits.check_message(payload, flags=flags, names=names, files=len(uploads), sizes=_sizes(uploads))
    if payload.get("enforce_nonce") and (earlier := _same_nonce(world, channel_id, author_id, payload)):
        return earlier
    message: Wire = {
        "id": world.snowflake(),
        "channel_id": channel_id,
        "author": world.users[author_id],
        "type": kind,
        "content": str(payload.get("content") or ""),
        "timestamp": stamp(world.clock.now()),
        "edited_timestamp": None,
        "tts": bool(payload.get("tts")),
        "pinned": False,
        "flags": flags | (LOADING if loading else 0),
        "embeds": _rich(payload),
        "attachments": store(world, channel_id, uploads, as_list(payload.get("attachments"))),
        "components": as_list(payload.get("components")),
    }
    for part in ("poll", "nonce"):
        if payload.get(part) is not None:
            message[part] = payload[part]
    if origin is not None:
        message |= {"application_id": world.bot_id, "webhook_id": world.bot_id, "interaction_metadata": origin.metadata}
    _refer(world, message, as_dict(payload.get("message_reference")), channel_id)
    _finish_components(message)
    _mention(world, message, payload)
    if not loading and limits.is_empty(message):
        raise ApiError(400, 50006, "Cannot send an empty message")
    if origin is not None and flags & EPHEMERAL:
        world.owner_of_ephemeral[message["id"]] = origin.user_id
        _forget_oldest(world, origin.user_id, message)
    if message.get("nonce"):
        world.nonces[channel_id, author_id, str(message["nonce"])] = message["id"]
    put(world, message)
    return message


def alert(world: World, channel_id: str, author_id: str, where: str, rule: str, content: str) -> Wire:
    """Post what AutoMod found into a channel, as Discord does: in the name of its author, with an embed."""
    fields = [{"name": "rule_name", "value": rule}, {"name": "channel_id", "value": where}]
    message: Wire = {
        "id": world.snowflake(),
        "channel_id": channel_id,
        "author": world.users[author_id],
        "type": AUTOMOD_ALERT,
        "content": "",
        "timestamp": stamp(world.clock.now()),
        "edited_timestamp": None,
        "tts": False,
        "pinned": False,
        "flags": 0,
        "embeds": [{"type": "auto_moderation_message", "description": content, "fields": fields}],
        "attachments": [],
        "components": [],
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
    }
    put(world, message)
    return message


def _forget_oldest(world: World, user_id: str, message: Wire) -> None:
    """Discord's client forgets ephemeral messages too; without this a long benchmark would keep them all."""
    kept = world.ephemeral_of[user_id]
    kept.append((message["channel_id"], message["id"]))
    if len(kept) > EPHEMERAL_KEPT:
        channel_id, message_id = kept.popleft()
        forgotten = world.messages[channel_id].pop(message_id, None)
        world.message_channel.pop(message_id, None)
        world.owner_of_ephemeral.pop(message_id, None)
        for attachment in forgotten["attachments"] if forgotten is not None else ():
            world.files.pop(attachment["id"], None)


def put(world: World, message: Wire) -> None:
    """Add a finished message to its channel and tell of it."""
    channel_id = message["channel_id"]
    channel = world.channel(channel_id)
    world.messages[channel_id][message["id"]] = message
    world.message_channel[message["id"]] = channel_id
    if channel["type"] in THREADS and not message["flags"] & EPHEMERAL:
        channel["message_count"] = channel.get("message_count", 0) + 1
        channel["total_message_sent"] = channel.get("total_message_sent", 0) + 1
    if not message["flags"] & EPHEMERAL:
        channel["last_message_id"] = message["id"]
    announce(world, "create", message)


def edit(
    world: World,
    message: Wire,
    payload: Wire,
    uploads: dict[int, Upload] | None = None,
    *,
    silently: bool = False,
) -> Wire:
    """Apply an edit payload; returns the new message (the old object stays as it was). Raises ApiError like create."""
    uploads = uploads or {}
    asked = int(payload.get("flags") or 0)
    flags = (message["flags"] & ~LOADING) | (asked & COMPONENTS_V2)
    if "flags" in payload:
        flags = (flags & ~SUPPRESS_EMBEDS) | (asked & SUPPRESS_EMBEDS)
    kept = _kept_attachments(message, payload)
    names = _names(payload, uploads) | {attachment["filename"] for attachment in kept}
    merged = {part: message.get(part) for part in ("content", "embeds")} | payload if flags & COMPONENTS_V2 else payload
    files = len(kept) + len(uploads)
    limits.check_message(merged, flags=flags, names=names, files=files, sizes=_sizes(uploads))
    new = dict(message)
    new["flags"] = flags
    new["edited_timestamp"] = None if silently else stamp(world.clock.now())
    if "content" in payload:
        new["content"] = str(payload["content"] or "")
    if "embeds" in payload:
        new["embeds"] = _rich(payload)
    if "components" in payload:
        new["components"] = as_list(payload["components"])
    described = as_list(payload.get("attachments"))
    new["attachments"] = kept + store(world, message["channel_id"], uploads, described)
    if "components" in payload:
        _finish_components(new)
    if "content" in payload or "components" in payload:
        _mention(world, new, payload)
    if limits.is_empty(new):
        raise ApiError(400, 50006, "Cannot send an empty message")
    replace(world, new)
    return new


def replace(world: World, message: Wire) -> None:
    """Put a changed message in the place of its old self and tell of it."""
    world.messages[message["channel_id"]][message["id"]] = message
    announce(world, "update", message)


def delete(world: World, message: Wire) -> None:
    """Remove a message, its pin and its place in lists."""
    message_id, channel_id = message["id"], message["channel_id"]
    world.messages[channel_id].pop(message_id, None)
    world.message_channel.pop(message_id, None)
    if message_id in world.pins[channel_id]:
        world.pins[channel_id].remove(message_id)
    announce(world, "delete", {"id": message_id, "channel_id": channel_id})
    world.owner_of_ephemeral.pop(message_id, None)


def announce(world: World, what: str, message: Wire) -> None:
    """Tell viewers and the gateway; an ephemeral message only its owner."""
    channel_id = message["channel_id"]
    channel = world.channels[channel_id]
    guild_id = channel.get("guild_id")
    owner = world.owner_of_ephemeral.get(message["id"])
    only = frozenset((owner,)) if owner is not None else None
    world.tell(f"message.{what}", message, guild_id=guild_id, channel_id=channel_id, only=only)
    if owner is None:
        data = dict(message)
        if guild_id is not None:
            data["guild_id"] = guild_id
            author = as_dict(message.get("author")).get("id")
            if what != "delete" and author in world.members[guild_id]:
                data["member"] = {k: v for k, v in world.members[guild_id][author].items() if k != "user"}
        world.dispatch(f"MESSAGE_{what.upper()}", data, guild_id)


def system(world: World, channel_id: str, author_id: str, kind: int, **more: Any) -> Wire:
    """A system message (18 thread created, 6 pin added, …)."""
    message = blank(world, channel_id, author_id, kind=kind) | more
    put(world, message)
    return message


def blank(world: World, channel_id: str, author_id: str, *, kind: int = 0, at: datetime | None = None) -> Wire:
    """A message that says nothing yet and stands nowhere yet, written now or at the given instant."""
    return {
        "id": world.snowflake(at),
        "channel_id": channel_id,
        "author": world.users[author_id],
        "type": kind,
        "content": "",
        "timestamp": stamp(at or world.clock.now()),
        "edited_timestamp": None,
        "tts": False,
        "pinned": False,
        "flags": 0,
        "embeds": [],
        "attachments": [],
        "components": [],
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
    }


def _names(payload: Wire, uploads: dict[int, Upload]) -> set[str]:
    notes = {str(entry.get("id")): entry for entry in as_list(payload.get("attachments"))}
    names = {str(as_dict(notes.get(str(i))).get("filename") or upload.filename) for i, upload in uploads.items()}
    return names | {safe_name(name) for name in names}


def _sizes(uploads: dict[int, Upload]) -> list[int]:
    return [len(upload.data) for upload in uploads.values()]


def _rich(payload: Wire) -> list[Any]:
    return [{"type": "rich", **embed} for embed in as_list(payload.get("embeds"))]


def _kept_attachments(message: Wire, payload: Wire) -> list[Wire]:
    if "attachments" not in payload:
        return list(message["attachments"])
    listed = {str(entry.get("id")) for entry in as_list(payload["attachments"])}
    return [attachment for attachment in message["attachments"] if attachment["id"] in listed]


def _finish_components(message: Wire) -> None:
    if message["components"]:
        resolve_media(message["components"], message["attachments"])
        number(message["components"])


def _same_nonce(world: World, channel_id: str, author_id: str, payload: Wire) -> Wire | None:
    """The message with that nonce, while Discord would remember it and the message stands."""
    found = world.nonces.get((channel_id, author_id, str(payload.get("nonce") or "")), "")
    if not found or snowflake_ms(found) < world.clock.ms() - NONCE_WINDOW_MS:
        return None
    return world.messages[channel_id].get(found)


def _refer(world: World, message: Wire, reference: Wire, channel_id: str) -> None:
    if not reference:
        return
    target = world.messages[str(reference.get("channel_id") or channel_id)].get(str(reference.get("message_id")))
    if target is None and reference.get("fail_if_not_exists", True):
        raise limits_reference()
    message["type"] = 19
    message["message_reference"] = {"type": 0, "channel_id": channel_id, "message_id": str(reference["message_id"])}
    message["referenced_message"] = target


def limits_reference() -> ApiError:
    """50035: a reply to a message that is not there."""
    fault = {"_errors": [{"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}]}
    return ApiError(400, 50035, "Invalid Form Body", {"message_reference": fault})


def _mention(world: World, message: Wire, payload: Wire) -> None:
    text = "\n".join((message["content"], *texts(message["components"])))
    message |= {"mentions": [], "mention_roles": [], "mention_everyone": False}
    allowed = payload.get("allowed_mentions")
    if "@" in text:
        message["mentions"] = [
            world.users[user_id]
            for user_id in dict.fromkeys(USER_MENTION.findall(text))
            if user_id in world.users and _allowed(allowed, "users", user_id)
        ]
        powerful = bool(world.permissions(message["author"]["id"], message["channel_id"]) & P.MENTION_EVERYONE)
        guild_id = world.channels[message["channel_id"]].get("guild_id", "")
        message["mention_roles"] = [
            role_id
            for role_id in dict.fromkeys(ROLE_MENTION.findall(text))
            if _may_ping_role(world, guild_id, role_id, powerful=powerful) and _allowed(allowed, "roles", role_id)
        ]
        message["mention_everyone"] = (
            powerful and bool(EVERYONE_MENTION.search(text)) and _allowed(allowed, "everyone", "")
        )
    replied = message.get("referenced_message")
    if replied and (allowed is None or as_dict(allowed).get("replied_user")):
        message["mentions"] = _with(message["mentions"], replied["author"])


def _with(users: Iterable[Wire], user: Wire) -> list[Wire]:
    return list({one["id"]: one for one in (*users, user)}.values())


def _may_ping_role(world: World, guild_id: str, role_id: str, *, powerful: bool) -> bool:
    role = world.roles[guild_id].get(role_id)
    return role is not None and (powerful or bool(role.get("mentionable")))


def _allowed(allowed: object, what: str, target_id: str) -> bool:
    if allowed is None:
        return True
    rules = as_dict(allowed)
    return what in as_list(rules.get("parse")) or target_id in map(str, as_list(rules.get(what)))
