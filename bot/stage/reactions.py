"""Reactions, by the bot or by a member."""

from __future__ import annotations

from bot.stage import messages
from bot.stage.payloads import Wire
from bot.stage.world import World


def react(world: World, message: Wire, user_id: str, emoji: str, *, on: bool) -> Wire:
    """Add or take back one reaction; gives the message as it is now."""
    people = world.reacted[message["id"]].setdefault(emoji, [])
    if (user_id in people) == on:
        return message
    (people.append if on else people.remove)(user_id)
    new = message | {"reactions": _wire(world, message["id"])}
    messages.replace(world, new)
    guild_id = world.channels[message["channel_id"]].get("guild_id")
    wire: Wire = {
        "user_id": user_id,
        "channel_id": message["channel_id"],
        "message_id": message["id"],
        "message_author_id": message["author"]["id"],
        "emoji": {"id": None, "name": emoji},
        "burst": False,
        "type": 0,
    }
    if guild_id is not None:
        wire["guild_id"] = guild_id
    world.dispatch(f"MESSAGE_REACTION_{'ADD' if on else 'REMOVE'}", wire, guild_id)
    return new


def _wire(world: World, message_id: str) -> list[Wire]:
    return [
        {
            "emoji": {"id": None, "name": emoji},
            "count": len(people),
            "count_details": {"burst": 0, "normal": len(people)},
            "burst_colors": [],
            "me": world.bot_id in people,
            "me_burst": False,
        }
        for emoji, people in world.reacted[message_id].items()
        if people
    ]
