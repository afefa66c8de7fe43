"""Threads and forum posts: made, changed, joined; by the bot or by a member."""

from __future__ import annotations

from bot.stage import messages
from bot.stage.attachments import Upload
from bot.stage.component_limits import Problems
from bot.stage.errors import ApiError
from bot.stage.payloads import Wire, as_dict, as_list, stamp
from bot.stage.permissions import P
from bot.stage.world import FORUM, NEWS, NEWS_THREAD, PRIVATE_THREAD, PUBLIC_THREAD, TEXT, THREADS, World

ARCHIVE_MINUTES = (60, 1440, 4320, 10080)
HAS_THREAD = 1 << 5
THREAD_CREATED = 18
THREAD_STARTER = 21


def start(world: World, parent_id: str, owner_id: str, payload: Wire, *, message: Wire | None = None) -> Wire:
    """Start a thread in a text channel, from a message when one is given. Raises ApiError."""
    parent = world.channel(parent_id)
    if parent["type"] not in (TEXT, NEWS):
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    _check(payload)
    kind = PUBLIC_THREAD if message is not None else int(payload.get("type") or PRIVATE_THREAD)
    if parent["type"] == NEWS:
        kind = NEWS_THREAD
    needed = P.CREATE_PRIVATE_THREADS if kind == PRIVATE_THREAD else P.CREATE_PUBLIC_THREADS
    if not world.permissions(owner_id, parent_id) & needed:
        raise ApiError(403, 50013, "Missing Permissions")
    if message is not None and message["id"] in world.channels:
        raise ApiError(400, 160004, "A thread has already been created for this message")
    thread = _new(world, parent, owner_id, kind, payload, message["id"] if message else None)
    if message is not None:
        _starter(world, thread, message, owner_id)
    elif kind == PUBLIC_THREAD:
        reference = {"type": 0, "channel_id": thread["id"], "guild_id": thread["guild_id"]}
        messages.system(world, parent_id, owner_id, THREAD_CREATED, content=thread["name"], message_reference=reference)
    return thread


def _starter(world: World, thread: Wire, message: Wire, owner_id: str) -> None:
    messages.replace(world, message | {"flags": message["flags"] | HAS_THREAD, "thread": thread})
    reference = {"type": 0, "channel_id": message["channel_id"], "message_id": message["id"]}
    reference["guild_id"] = thread["guild_id"]
    messages.system(
        world,
        thread["id"],
        owner_id,
        THREAD_STARTER,
        message_reference=reference,
        referenced_message=message,
    )


def post(world: World, forum_id: str, owner_id: str, payload: Wire, uploads: dict[int, Upload]) -> Wire:
    """Start a forum post: a thread with its first message, of the same id; gives the thread with ``message``."""
    forum = world.channel(forum_id)
    if forum["type"] != FORUM:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    _check(payload)
    thread = _new(world, forum, owner_id, PUBLIC_THREAD, payload, None)
    first = messages.create(world, thread["id"], owner_id, as_dict(payload.get("message")), uploads)
    return thread | {"message": first}


def _check(payload: Wire) -> None:
    problems = Problems()
    problems.length("name", payload.get("name"), 1, 100)
    if payload.get("auto_archive_duration") not in (None, *ARCHIVE_MINUTES):
        problems.choice("auto_archive_duration")
    problems.refuse()


def _new(world: World, parent: Wire, owner_id: str, kind: int, payload: Wire, thread_id: str | None) -> Wire:
    now = stamp(world.clock.now())
    thread: Wire = {
        "id": thread_id or world.snowflake(),
        "guild_id": parent["guild_id"],
        "parent_id": parent["id"],
        "owner_id": owner_id,
        "name": str(payload["name"]),
        "type": kind,
        "last_message_id": None,
        "message_count": 0,
        "member_count": 1,
        "total_message_sent": 0,
        "rate_limit_per_user": int(payload.get("rate_limit_per_user") or 0),
        "flags": 0,
        "applied_tags": [str(tag) for tag in as_list(payload.get("applied_tags"))],
        "thread_metadata": {
            "archived": False,
            "archive_timestamp": now,
            "auto_archive_duration": int(payload.get("auto_archive_duration") or 4320),
            "locked": False,
            "create_timestamp": now,
        },
    }
    if kind == PRIVATE_THREAD:
        thread["thread_metadata"]["invitable"] = bool(payload.get("invitable", True))
    world.add_channel(thread)
    world.thread_members[thread["id"]].add(owner_id)
    announce(world, "create", thread | {"newly_created": True})
    return thread


def announce(world: World, what: str, channel: Wire) -> None:
    """Tell viewers and the bot of a channel or thread that was made, changed or removed."""
    kind = "thread" if channel["type"] in THREADS else "channel"
    world.tell(f"{kind}.{what}", dict(channel), guild_id=channel.get("guild_id"), channel_id=channel["id"])
    world.dispatch(f"{kind.upper()}_{what.upper()}", dict(channel), channel.get("guild_id"))


def change(world: World, thread: Wire, payload: Wire) -> Wire:
    """Rename, archive, lock or slow a thread. Raises ApiError 50035."""
    problems = Problems()
    if "name" in payload:
        problems.length("name", payload["name"], 1, 100)
    problems.refuse()
    metadata = dict(thread["thread_metadata"])
    for part in ("archived", "locked", "auto_archive_duration", "invitable"):
        if part in payload:
            metadata[part] = payload[part]
    if metadata["archived"] != thread["thread_metadata"]["archived"]:
        metadata["archive_timestamp"] = stamp(world.clock.now())
    new = thread | {"thread_metadata": metadata}
    for part in ("name", "rate_limit_per_user", "flags", "applied_tags"):
        if part in payload:
            new[part] = payload[part]
    world.channels[thread["id"]] = new
    announce(world, "update", new)
    return new


def wake(world: World, channel_id: str, user_id: str) -> None:
    """A message in an archived thread opens it again; a locked one is for those who manage threads (50083, 160005)."""
    channel = world.channels[channel_id]
    if channel["type"] not in THREADS:
        return
    metadata = channel["thread_metadata"]
    if metadata["locked"] and not world.permissions(user_id, channel_id) & P.MANAGE_THREADS:
        if metadata["archived"]:
            raise ApiError(400, 50083, "Thread is archived")
        raise ApiError(400, 160005, "Thread is locked")
    if metadata["archived"]:
        change(world, channel, {"archived": False})


def join(world: World, thread_id: str, user_id: str, *, joins: bool = True) -> None:
    """Add a user to a thread, or take them out."""
    members = world.thread_members[thread_id]
    (members.add if joins else members.discard)(user_id)
    world.channels[thread_id]["member_count"] = len(members)
    thread = world.channels[thread_id]
    wire = {"id": thread_id, "member_ids": sorted(members)}
    world.tell("thread.members", wire, guild_id=thread["guild_id"], channel_id=thread_id)
    if user_id == world.bot_id:
        change_set = {"id": thread_id, "guild_id": thread["guild_id"], "member_count": len(members)}
        change_set["added_members" if joins else "removed_member_ids"] = (
            [member_wire(world, thread_id, user_id)] if joins else [user_id]
        )
        world.dispatch("THREAD_MEMBERS_UPDATE", change_set, thread["guild_id"])


def member_wire(world: World, thread_id: str, user_id: str) -> Wire:
    """A thread member object."""
    return {"id": thread_id, "user_id": user_id, "flags": 0, "join_timestamp": stamp(world.clock.now())}
