"""The application itself: who the bot is, where its gateway is, its commands, its direct messages."""

from __future__ import annotations

from bot.stage import commands
from bot.stage import direct_messages as direct
from bot.stage.call import Call
from bot.stage.context import Context
from bot.stage.errors import unknown
from bot.stage.payloads import Wire, as_list
from bot.stage.routing import route


@route("GET", "/users/@me")
def me(context: Context, call: Call) -> Wire:
    """The bot's own user."""
    world = context.world
    return world.users[world.bot_id] | {"verified": True, "mfa_enabled": True, "email": None, "flags": 0}


@route("GET", "/users/@me/guilds")
def my_guilds(context: Context, call: Call) -> list[Wire]:
    """The guilds that the bot is on."""
    world = context.world
    mine = [guild for guild_id, guild in world.guilds.items() if world.bot_id in world.members[guild_id]]
    return [
        {
            "id": guild["id"],
            "name": guild["name"],
            "icon": None,
            "owner": False,
            "permissions": str(world.permissions(world.bot_id, guild_id=guild["id"])),
        }
        for guild in mine
    ]


@route("DELETE", "/users/@me/guilds/{guild_id}")
def leave_guild(context: Context, call: Call) -> None:
    """The bot leaves a guild."""
    guild_id = call.params["guild_id"]
    context.world.guild(guild_id)
    context.remove_bot(guild_id)


@route("GET", "/users/{user_id}")
def user(context: Context, call: Call) -> Wire:
    """Any user."""
    found = context.world.users.get(call.params["user_id"])
    if found is None:
        raise unknown("user")
    return found


@route("POST", "/users/@me/channels")
def open_dm(context: Context, call: Call) -> Wire:
    """Open a direct message; whether it may be written to shows on sending."""
    user_id = str(call.payload.get("recipient_id"))
    if user_id not in context.world.users:
        raise unknown("user")
    return direct.with_bot(context.world, user_id)


@route("GET", "/oauth2/applications/@me")
@route("GET", "/applications/@me")
def application(context: Context, call: Call) -> Wire:
    """The application's own description."""
    return context.application


@route("GET", "/gateway")
@route("GET", "/gateway/bot")
def gateway(context: Context, call: Call) -> Wire:
    """Where the gateway is and how many shards are recommended."""
    limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 16}
    return {"url": context.gateway.url, "shards": context.gateway.shards, "session_start_limit": limit}


@route("GET", "/applications/{application_id}/commands")
def get_commands(context: Context, call: Call) -> list[Wire]:
    """All global commands."""
    return context.world.commands


@route("PUT", "/applications/{application_id}/commands")
def put_commands(context: Context, call: Call) -> list[Wire]:
    """Replace all global commands."""
    return commands.overwrite(context.world, as_list(call.body))


@route("POST", "/applications/{application_id}/commands", status=201)
def post_command(context: Context, call: Call) -> Wire:
    """Create or replace one global command."""
    return commands.upsert(context.world, call.payload)


@route("GET", "/applications/{application_id}/commands/{command_id}")
def get_command(context: Context, call: Call) -> Wire:
    """One global command."""
    for command in context.world.commands:
        if command["id"] == call.params["command_id"]:
            return command
    raise unknown("command")


@route("DELETE", "/applications/{application_id}/commands/{command_id}")
def delete_command(context: Context, call: Call) -> None:
    """Remove one global command."""
    get_command(context, call)
    context.world.commands = [c for c in context.world.commands if c["id"] != call.params["command_id"]]
    context.world.tell("commands", {})


@route("GET", "/applications/{application_id}/emojis")
def emojis(context: Context, call: Call) -> Wire:
    """The application's own emoji: none on the stage."""
    return {"items": []}
