"""Channels and threads."""

from __future__ import annotations

from typing import Any

from bot.stage import threads
from bot.stage.call import Call
from bot.stage.component_limits import Problems
from bot.stage.context import Context
from bot.stage.errors import missing_permissions, unknown
from bot.stage.payloads import Wire
from bot.stage.permissions import P
from bot.stage.routes.access import guild_needs, needs, own_guild, public_message, visible_channel
from bot.stage.routing import route
from bot.stage.world import DIRECT, FORUM, PUBLIC_THREAD, THREADS, VOICE, World

EDITABLE = (
    "name",
    "topic",
    "flags",
    "position",
    "parent_id",
    "nsfw",
    "rate_limit_per_user",
    "permission_overwrites",
    "user_limit",
    "bitrate",
    "default_auto_archive_duration",
)


@route("GET", "/channels/{channel_id}")
def get_channel(context: Context, call: Call) -> Wire:
    """A channel or thread."""
    return visible_channel(context.world, call.params["channel_id"])


@route("PATCH", "/channels/{channel_id}")
def edit_channel(context: Context, call: Call) -> Wire:
    """Change a channel (Manage Channels) or a thread (its owner, or Manage Threads)."""
    world = context.world
    channel = visible_channel(world, call.params["channel_id"])
    if channel["type"] in THREADS:
        return _edit_thread(world, channel, call.payload)
    if channel["type"] in DIRECT:
        raise missing_permissions()
    needs(world, channel["id"], P.MANAGE_CHANNELS)
    payload = call.payload
    problems = Problems()
    if "name" in payload:
        problems.length("name", payload["name"], 1, 100)
    problems.optional("topic", payload.get("topic"), 4096 if channel["type"] == FORUM else 1024)
    problems.refuse()
    new = channel | {part: payload[part] for part in EDITABLE if part in payload}
    world.channels[channel["id"]] = new
    threads.announce(world, "update", new)
    return new


def _edit_thread(world: World, thread: Wire, payload: Wire) -> Wire:
    bits = world.permissions(world.bot_id, thread["id"])
    owner = thread["owner_id"] == world.bot_id
    locked = thread["thread_metadata"]["locked"] or "locked" in payload
    if not bits & P.MANAGE_THREADS and (not owner or locked):
        raise missing_permissions()
    if thread["thread_metadata"]["archived"] and payload.get("archived") is not False and set(payload) - {"locked"}:
        threads.wake(world, thread["id"], world.bot_id)
        thread = world.channels[thread["id"]]
    return threads.change(world, thread, payload)


@route("DELETE", "/channels/{channel_id}")
def delete_channel(context: Context, call: Call) -> Wire:
    """Delete a channel or thread."""
    world = context.world
    channel = visible_channel(world, call.params["channel_id"])
    if channel["type"] not in DIRECT:
        needs(world, channel["id"], P.MANAGE_THREADS if channel["type"] in THREADS else P.MANAGE_CHANNELS)
        context.delete_channel(channel["id"])
    return channel


@route("POST", "/channels/{channel_id}/typing")
def typing(context: Context, call: Call) -> None:
    """The bot is typing."""
    channel = visible_channel(context.world, call.params["channel_id"])
    wire = {"channel_id": channel["id"], "user_id": context.world.bot_id}
    context.world.tell("typing", wire, guild_id=channel.get("guild_id"), channel_id=channel["id"])


@route("PUT", "/channels/{channel_id}/voice-status")
def voice_status(context: Context, call: Call) -> None:
    """The status line of a voice channel."""
    world = context.world
    channel = needs(world, call.params["channel_id"], P.SET_VOICE_STATUS)
    if channel["type"] != VOICE:
        raise unknown("channel")
    problems = Problems()
    problems.optional("status", call.payload.get("status"), 500)
    problems.refuse()
    status = str(call.payload.get("status") or "")
    world.voice_status[channel["id"]] = status
    wire = {"id": channel["id"], "status": status}
    world.tell("voice.status", wire, guild_id=channel["guild_id"], channel_id=channel["id"])


@route("POST", "/channels/{channel_id}/threads", status=201)
def start_thread(context: Context, call: Call) -> Wire:
    """A thread without a message, or a forum post."""
    world = context.world
    channel = visible_channel(world, call.params["channel_id"])
    if channel["type"] == FORUM:
        needs(world, channel["id"], P.SEND_MESSAGES)
        return threads.post(world, channel["id"], world.bot_id, call.payload, call.uploads)
    return _joined(world, threads.start(world, channel["id"], world.bot_id, call.payload))


@route("POST", "/channels/{channel_id}/messages/{message_id}/threads", status=201)
def start_thread_on(context: Context, call: Call) -> Wire:
    """A thread from a message."""
    world = context.world
    channel = visible_channel(world, call.params["channel_id"])
    message = public_message(world, channel["id"], call.params["message_id"])
    return _joined(world, threads.start(world, channel["id"], world.bot_id, call.payload, message=message))


def _joined(world: World, thread: Wire) -> Wire:
    return thread | {"member": threads.member_wire(world, thread["id"], world.bot_id)}


@route("GET", "/channels/{channel_id}/thread-members")
def thread_members(context: Context, call: Call) -> list[Wire]:
    """Who is in a thread (listing needs the members intent on Discord, which the stage does not ask for here)."""
    thread = visible_channel(context.world, call.params["channel_id"])
    members = sorted(context.world.thread_members[thread["id"]])
    return [threads.member_wire(context.world, thread["id"], user_id) for user_id in members]


@route("PUT", "/channels/{channel_id}/thread-members/{user_id}")
def add_to_thread(context: Context, call: Call) -> None:
    """Join a thread, or add a member to it."""
    _member(context, call, joins=True)


@route("DELETE", "/channels/{channel_id}/thread-members/{user_id}")
def remove_from_thread(context: Context, call: Call) -> None:
    """Leave a thread, or take a member out (Manage Threads)."""
    _member(context, call, joins=False)


def _member(context: Context, call: Call, *, joins: bool) -> None:
    world = context.world
    thread = visible_channel(world, call.params["channel_id"])
    user_id = world.bot_id if call.params["user_id"] == "@me" else call.params["user_id"]
    if thread["type"] not in THREADS:
        raise unknown("channel")
    world.member(thread["guild_id"], user_id)
    if user_id != world.bot_id:
        needs(world, thread["id"], P.SEND_IN_THREADS if joins else P.MANAGE_THREADS)
    threads.wake(world, thread["id"], world.bot_id)
    threads.join(world, thread["id"], user_id, joins=joins)


@route("GET", "/guilds/{guild_id}/threads/active")
def active_threads(context: Context, call: Call) -> Wire:
    """All open threads of a guild that the bot can see."""
    world = context.world
    own_guild(world, call.params["guild_id"])
    found = [c for c in world.visible_channels(world.bot_id) if c["type"] in THREADS]
    return _listing(world, [c for c in found if c["guild_id"] == call.params["guild_id"]])


@route("GET", "/channels/{channel_id}/threads/archived/public")
def archived_threads(context: Context, call: Call) -> Wire:
    """Archived public threads of a channel, newest first."""
    world = context.world
    channel = needs(world, call.params["channel_id"], P.READ_HISTORY)
    found = [c for c in world.archived_threads(world.bot_id) if c["parent_id"] == channel["id"]]
    return _listing(world, [c for c in found if c["type"] == PUBLIC_THREAD])


def _listing(world: World, found: list[Any]) -> Wire:
    mine = [c["id"] for c in found if world.bot_id in world.thread_members[c["id"]]]
    members = [threads.member_wire(world, thread_id, world.bot_id) for thread_id in mine]
    return {"threads": found, "members": members, "has_more": False}


@route("POST", "/guilds/{guild_id}/channels", status=201)
def create_channel(context: Context, call: Call) -> Wire:
    """Make a channel (Manage Channels)."""
    world = context.world
    guild_needs(world, call.params["guild_id"], P.MANAGE_CHANNELS)
    problems = Problems()
    problems.length("name", call.payload.get("name"), 1, 100)
    problems.refuse()
    return context.add_channel(call.params["guild_id"], **call.payload)
