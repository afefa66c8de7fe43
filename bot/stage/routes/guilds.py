"""Guilds: channels, roles, members, scheduled events."""

from __future__ import annotations

from bot.stage import scheduled
from bot.stage.call import Call
from bot.stage.component_limits import Problems
from bot.stage.context import Context
from bot.stage.errors import missing_access, missing_permissions, unknown
from bot.stage.payloads import Wire
from bot.stage.permissions import P
from bot.stage.routes.access import guild_needs, own_guild
from bot.stage.routing import route
from bot.stage.world import THREADS, World

MEMBERS_INTENT = 1 << 1
BOT_ADDED = 28


@route("GET", "/guilds/{guild_id}")
def get_guild(context: Context, call: Call) -> Wire:
    """The guild with its roles."""
    guild = own_guild(context.world, call.params["guild_id"])
    wire = guild | {"roles": list(context.world.roles[guild["id"]].values())}
    if call.query.get("with_counts") in ("1", "true", "True"):
        wire["approximate_member_count"] = len(context.world.members[guild["id"]])
        wire["approximate_presence_count"] = len(context.world.members[guild["id"]])
    return wire


@route("GET", "/guilds/{guild_id}/channels")
def get_channels(context: Context, call: Call) -> list[Wire]:
    """All channels, without threads."""
    guild = own_guild(context.world, call.params["guild_id"])
    return [c for c in context.world.channels_of(guild["id"]) if c["type"] not in THREADS]


@route("GET", "/guilds/{guild_id}/roles")
def get_roles(context: Context, call: Call) -> list[Wire]:
    """All roles."""
    guild = own_guild(context.world, call.params["guild_id"])
    return list(context.world.roles[guild["id"]].values())


@route("GET", "/guilds/{guild_id}/roles/{role_id}")
def get_role(context: Context, call: Call) -> Wire:
    """One role."""
    guild = own_guild(context.world, call.params["guild_id"])
    role = context.world.roles[guild["id"]].get(call.params["role_id"])
    if role is None:
        raise unknown("role")
    return role


@route("POST", "/guilds/{guild_id}/roles")
def create_role(context: Context, call: Call) -> Wire:
    """Make a role (Manage Roles)."""
    guild_needs(context.world, call.params["guild_id"], P.MANAGE_ROLES)
    problems = Problems()
    problems.optional("name", call.payload.get("name"), 100)
    problems.refuse()
    return context.add_role(call.params["guild_id"], **call.payload)


@route("DELETE", "/guilds/{guild_id}/roles/{role_id}")
def delete_role(context: Context, call: Call) -> None:
    """Remove a role below the bot's own."""
    world, guild_id, role_id = context.world, call.params["guild_id"], call.params["role_id"]
    _manageable(world, guild_id, role_id)
    world.roles[guild_id].pop(role_id)
    for member in world.members[guild_id].values():
        member["roles"] = [one for one in member["roles"] if one != role_id]
    world.dispatch("GUILD_ROLE_DELETE", {"guild_id": guild_id, "role_id": role_id}, guild_id)


@route("GET", "/guilds/{guild_id}/members/{user_id}")
def get_member(context: Context, call: Call) -> Wire:
    """One member; 10007 when they left."""
    guild = own_guild(context.world, call.params["guild_id"])
    user_id = context.world.bot_id if call.params["user_id"] == "@me" else call.params["user_id"]
    if user_id not in context.world.users:
        raise unknown("user")
    return context.world.member(guild["id"], user_id)


@route("GET", "/guilds/{guild_id}/members")
def list_members(context: Context, call: Call) -> list[Wire]:
    """Listing members needs a privileged intent."""
    guild = own_guild(context.world, call.params["guild_id"])
    if not any(session.intents & MEMBERS_INTENT for session in context.gateway.sessions.values()):
        raise missing_access()
    return list(context.world.members[guild["id"]].values())[: int(call.query.get("limit", 1))]


@route("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}")
def add_role(context: Context, call: Call) -> None:
    """Give a member a role."""
    _change_role(context, call, gives=True)


@route("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}")
def remove_role(context: Context, call: Call) -> None:
    """Take a role from a member."""
    _change_role(context, call, gives=False)


def _change_role(context: Context, call: Call, *, gives: bool) -> None:
    world, guild_id, role_id = context.world, call.params["guild_id"], call.params["role_id"]
    _manageable(world, guild_id, role_id)
    member = world.member(guild_id, call.params["user_id"])
    rest = [one for one in member["roles"] if one != role_id]
    new = member | {"roles": [*rest, role_id] if gives else rest}
    world.members[guild_id][call.params["user_id"]] = new
    world.tell("member.update", new | {"guild_id": guild_id}, guild_id=guild_id)
    world.dispatch("GUILD_MEMBER_UPDATE", new | {"guild_id": guild_id}, guild_id)


def _manageable(world: World, guild_id: str, role_id: str) -> None:
    """Manage Roles, and only roles below the bot's highest one."""
    guild_needs(world, guild_id, P.MANAGE_ROLES)
    roles = world.roles[guild_id]
    if role_id not in roles:
        raise unknown("role")
    mine = [roles[one]["position"] for one in world.members[guild_id][world.bot_id]["roles"] if one in roles]
    if roles[role_id]["position"] >= max(mine, default=0):
        raise missing_permissions()


@route("GET", "/guilds/{guild_id}/scheduled-events")
def list_events(context: Context, call: Call) -> list[Wire]:
    """Open events."""
    world = context.world
    guild = own_guild(world, call.params["guild_id"])
    return [scheduled.with_count(world, e) for e in world.events.values() if e["guild_id"] == guild["id"]]


@route("POST", "/guilds/{guild_id}/scheduled-events")
def create_event(context: Context, call: Call) -> Wire:
    """Make an event (Create Events, or Manage Events)."""
    guild = guild_needs(context.world, call.params["guild_id"], P.CREATE_EVENTS | P.MANAGE_EVENTS)
    return scheduled.create(context.world, guild["id"], context.world.bot_id, call.payload)


@route("GET", "/guilds/{guild_id}/scheduled-events/{event_id}")
def get_event(context: Context, call: Call) -> Wire:
    """One event."""
    own_guild(context.world, call.params["guild_id"])
    return scheduled.with_count(context.world, scheduled.get(context.world, **call.params))


@route("PATCH", "/guilds/{guild_id}/scheduled-events/{event_id}")
def edit_event(context: Context, call: Call) -> Wire:
    """Change one of the bot's events, or any with Manage Events."""
    return scheduled.change(context.world, _own_event(context.world, call), call.payload)


@route("DELETE", "/guilds/{guild_id}/scheduled-events/{event_id}")
def delete_event(context: Context, call: Call) -> None:
    """Remove one of the bot's events, or any with Manage Events."""
    scheduled.delete(context.world, _own_event(context.world, call))


def _own_event(world: World, call: Call) -> Wire:
    own_guild(world, call.params["guild_id"])
    event = scheduled.get(world, **call.params)
    own = event["creator_id"] == world.bot_id
    guild_needs(world, event["guild_id"], P.MANAGE_EVENTS | (P.CREATE_EVENTS if own else 0))
    return event


@route("GET", "/guilds/{guild_id}/scheduled-events/{event_id}/users")
def event_users(context: Context, call: Call) -> list[Wire]:
    """Who is interested."""
    world = context.world
    own_guild(world, call.params["guild_id"])
    event = scheduled.get(world, call.params["guild_id"], call.params["event_id"])
    after, before = int(call.query.get("after", 0)), int(call.query.get("before", 1 << 63))
    people = sorted((one for one in world.interested[event["id"]] if after < int(one) < before), key=int)
    found: list[Wire] = []
    for user_id in people[: int(call.query.get("limit", 100))]:
        entry: Wire = {"guild_scheduled_event_id": event["id"], "user": world.users[user_id]}
        member = world.members[event["guild_id"]].get(user_id)
        if member is not None and call.query.get("with_member") in ("1", "true", "True"):
            entry["member"] = member
        found.append(entry)
    return found


@route("GET", "/guilds/{guild_id}/audit-logs")
def audit_log(context: Context, call: Call) -> Wire:
    """The one entry that the stage keeps: who added the bot (View Audit Log)."""
    world = context.world
    guild = guild_needs(world, call.params["guild_id"], P.VIEW_AUDIT_LOG)
    by = world.added_by.get(guild["id"])
    entries: list[Wire] = []
    if by is not None and call.query.get("action_type") in (None, str(BOT_ADDED)):
        entries = [{"id": world.snowflake(), "user_id": by, "target_id": world.bot_id, "action_type": BOT_ADDED}]
    return {"audit_log_entries": entries, "users": [world.users[one["user_id"]] for one in entries], "webhooks": []}
