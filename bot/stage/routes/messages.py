"""Messages in channels, with pins and reactions."""

from __future__ import annotations

from urllib.parse import unquote

from bot.stage import direct_messages as direct
from bot.stage import messages, reactions, threads
from bot.stage.call import Call
from bot.stage.context import Context
from bot.stage.errors import ApiError, missing_permissions
from bot.stage.payloads import Wire, as_list, stamp
from bot.stage.permissions import P
from bot.stage.routes.access import needs, public_message, send_bit, visible_channel
from bot.stage.routing import route
from bot.stage.world import CATEGORY, DIRECT, EPHEMERAL, FORUM, World

PINNED = 6
MOST_PINS = 250


@route("POST", "/channels/{channel_id}/messages")
def create(context: Context, call: Call) -> Wire:
    """Send a message."""
    world = context.world
    channel = visible_channel(world, call.params["channel_id"])
    if channel["type"] in (CATEGORY, FORUM):
        raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
    if channel["type"] in DIRECT and direct.refuses(world, channel):
        raise ApiError(403, 50007, "Cannot send messages to this user")
    bits = send_bit(channel)
    if channel["type"] not in DIRECT:
        bits |= P.ATTACH_FILES if call.uploads else 0
        bits |= P.READ_HISTORY if call.payload.get("message_reference") else 0
    needs(world, channel["id"], bits)
    threads.wake(world, channel["id"], world.bot_id)
    return messages.create(world, channel["id"], world.bot_id, call.payload, call.uploads)


@route("GET", "/channels/{channel_id}/messages")
def history(context: Context, call: Call) -> list[Wire]:
    """Messages, newest first, around ``before``, ``after`` or ``around``."""
    world = context.world
    channel = needs(world, call.params["channel_id"], P.READ_HISTORY)
    limit = min(max(int(call.query.get("limit", 50)), 1), 100)
    found = [m for m in world.messages[channel["id"]].values() if not m["flags"] & EPHEMERAL]
    if "before" in call.query:
        found = [m for m in found if int(m["id"]) < int(call.query["before"])]
    if "after" in call.query:
        found = [m for m in found if int(m["id"]) > int(call.query["after"])][:limit]
    if "around" in call.query:
        middle = int(call.query["around"])
        found = sorted(sorted(found, key=lambda m: abs(int(m["id"]) - middle))[:limit], key=lambda m: int(m["id"]))
    return [context.as_bot_reads(message) for message in reversed(found[-limit:])]


@route("GET", "/channels/{channel_id}/messages/{message_id}")
def get(context: Context, call: Call) -> Wire:
    """One message."""
    channel = needs(context.world, call.params["channel_id"], P.READ_HISTORY)
    return context.as_bot_reads(public_message(context.world, channel["id"], call.params["message_id"]))


@route("PATCH", "/channels/{channel_id}/messages/{message_id}")
def edit(context: Context, call: Call) -> Wire:
    """Edit one of the bot's own messages."""
    world = context.world
    channel = visible_channel(world, call.params["channel_id"])
    message = public_message(world, channel["id"], call.params["message_id"])
    if message["author"]["id"] != world.bot_id:
        raise ApiError(403, 50005, "Cannot edit a message authored by another user")
    archived(world, channel)
    return messages.edit(world, message, call.payload, call.uploads)


def archived(world: World, channel: Wire) -> None:
    """Nothing is changed inside an archived thread (50083)."""
    if channel.get("thread_metadata", {}).get("archived"):
        raise ApiError(400, 50083, "Thread is archived")


@route("DELETE", "/channels/{channel_id}/messages/{message_id}")
def delete(context: Context, call: Call) -> None:
    """Delete the bot's own message, or another's with Manage Messages."""
    world = context.world
    channel = visible_channel(world, call.params["channel_id"])
    message = public_message(world, channel["id"], call.params["message_id"])
    archived(world, channel)
    if message["author"]["id"] != world.bot_id:
        if channel["type"] in DIRECT:
            raise ApiError(403, 50003, "Cannot execute action on a DM channel")
        needs(world, channel["id"], P.MANAGE_MESSAGES)
    messages.delete(world, message)


@route("POST", "/channels/{channel_id}/messages/bulk-delete")
def bulk_delete(context: Context, call: Call) -> None:
    """Delete several messages at once."""
    world = context.world
    channel = needs(world, call.params["channel_id"], P.MANAGE_MESSAGES)
    for message_id in as_list(call.payload.get("messages")):
        if (message := world.messages[channel["id"]].get(str(message_id))) is not None:
            messages.delete(world, message)


@route("GET", "/channels/{channel_id}/messages/pins")
def pins(context: Context, call: Call) -> Wire:
    """Pinned messages, the newest pin first."""
    world = context.world
    channel = needs(world, call.params["channel_id"], P.READ_HISTORY)
    found = [world.messages[channel["id"]][message_id] for message_id in reversed(world.pins[channel["id"]])]
    items = [{"pinned_at": stamp(world.clock.now()), "message": context.as_bot_reads(m)} for m in found]
    return {"items": items, "has_more": False}


@route("PUT", "/channels/{channel_id}/messages/pins/{message_id}")
def pin(context: Context, call: Call) -> None:
    """Pin a message."""
    world, message = context.world, _pinnable(context.world, call)
    pinned = world.pins[message["channel_id"]]
    if message["id"] in pinned:
        return
    if len(pinned) >= MOST_PINS:
        raise ApiError(400, 30003, "Maximum number of pins reached for the channel")
    pinned.append(message["id"])
    messages.replace(world, message | {"pinned": True})
    _tell_pins(world, message["channel_id"])
    messages.system(world, message["channel_id"], world.bot_id, PINNED)


@route("DELETE", "/channels/{channel_id}/messages/pins/{message_id}")
def unpin(context: Context, call: Call) -> None:
    """Take a pin off."""
    world, message = context.world, _pinnable(context.world, call)
    if message["id"] in world.pins[message["channel_id"]]:
        world.pins[message["channel_id"]].remove(message["id"])
        messages.replace(world, message | {"pinned": False})
        _tell_pins(world, message["channel_id"])


def _pinnable(world: World, call: Call) -> Wire:
    channel = visible_channel(world, call.params["channel_id"])
    bits = world.permissions(world.bot_id, channel["id"])
    if channel["type"] not in DIRECT and not bits & (P.PIN_MESSAGES | P.MANAGE_MESSAGES):
        raise missing_permissions()
    return public_message(world, channel["id"], call.params["message_id"])


def _tell_pins(world: World, channel_id: str) -> None:
    guild_id = world.channels[channel_id].get("guild_id")
    world.tell("channel.pins", {"channel_id": channel_id}, guild_id=guild_id, channel_id=channel_id)
    world.dispatch("CHANNEL_PINS_UPDATE", {"channel_id": channel_id, "guild_id": guild_id}, guild_id)


@route("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me")
def react(context: Context, call: Call) -> None:
    """Add the bot's reaction."""
    world = context.world
    channel = needs(world, call.params["channel_id"], P.READ_HISTORY | P.ADD_REACTIONS)
    message = public_message(world, channel["id"], call.params["message_id"])
    reactions.react(world, message, world.bot_id, unquote(call.params["emoji"]), on=True)


@route("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/{user_id}")
def unreact(context: Context, call: Call) -> None:
    """Take the bot's reaction back, or a member's (Manage Messages)."""
    world = context.world
    channel = visible_channel(world, call.params["channel_id"])
    message = public_message(world, channel["id"], call.params["message_id"])
    user_id = call.params["user_id"]
    if user_id != "@me":
        needs(world, channel["id"], P.MANAGE_MESSAGES)
    user_id = world.bot_id if user_id == "@me" else user_id
    reactions.react(world, message, user_id, unquote(call.params["emoji"]), on=False)


@route("GET", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}")
def reacted(context: Context, call: Call) -> list[Wire]:
    """Who reacted with an emoji."""
    channel = visible_channel(context.world, call.params["channel_id"])
    message = public_message(context.world, channel["id"], call.params["message_id"])
    people = context.world.reacted[message["id"]].get(unquote(call.params["emoji"]), [])
    return [context.world.users[user_id] for user_id in people]
