"""The rules of AutoMod; all of it needs Manage Server."""

from __future__ import annotations

from bot.stage import automod
from bot.stage.call import Call
from bot.stage.context import Context
from bot.stage.errors import ApiError
from bot.stage.payloads import Wire
from bot.stage.permissions import P
from bot.stage.routes.access import guild_needs
from bot.stage.routing import route

RULES = "/guilds/{guild_id}/auto-moderation/rules"


@route("GET", RULES)
def list_rules(context: Context, call: Call) -> list[Wire]:
    """All rules of the server, whoever made them."""
    guild_needs(context.world, call.params["guild_id"], P.MANAGE_GUILD)
    return list(automod.rules_of(context.world, call.params["guild_id"]))


@route("POST", RULES)
def create_rule(context: Context, call: Call) -> Wire:
    """Make a rule."""
    guild_needs(context.world, call.params["guild_id"], P.MANAGE_GUILD)
    return automod.create(context.world, call.params["guild_id"], context.world.bot_id, call.payload)


@route("GET", RULES + "/{rule_id}")
def get_rule(context: Context, call: Call) -> Wire:
    """One rule."""
    return _rule(context, call)


@route("PATCH", RULES + "/{rule_id}")
def edit_rule(context: Context, call: Call) -> Wire:
    """Change a rule."""
    rule = _rule(context, call)
    return automod.change(rule, call.payload, into=context.world.automod[call.params["guild_id"]])


@route("DELETE", RULES + "/{rule_id}")
def delete_rule(context: Context, call: Call) -> None:
    """Take a rule away."""
    rule = _rule(context, call)
    del context.world.automod[call.params["guild_id"]][rule["id"]]


def _rule(context: Context, call: Call) -> Wire:
    guild_needs(context.world, call.params["guild_id"], P.MANAGE_GUILD)
    found = context.world.automod[call.params["guild_id"]].get(call.params["rule_id"])
    if found is None:
        raise ApiError(404, 0, "404: Not Found")
    return found
