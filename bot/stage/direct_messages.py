"""Direct messages: opened once per pair, shown to each side without itself."""

from __future__ import annotations

from bot.stage.payloads import Wire
from bot.stage.world import DM, World


def between(world: World, one: str, other: str) -> Wire:
    """The DM channel of two users, opened when needed; its ``recipients`` are as the bot would get them."""
    pair = frozenset((one, other))
    for channel_id, members in world.direct.items():
        if members == pair:
            return world.channels[channel_id]
    shown = sorted(pair - {world.bot_id})
    channel: Wire = {
        "id": world.snowflake(),
        "type": DM,
        "flags": 0,
        "last_message_id": None,
        "recipients": [world.users[user_id] for user_id in shown],
    }
    world.channels[channel["id"]] = channel
    world.direct[channel["id"]] = pair
    world.tell("channel.create", channel, channel_id=channel["id"])
    return channel


def with_bot(world: World, user_id: str) -> Wire:
    """A user's DM with the bot."""
    return between(world, user_id, world.bot_id)


def refuses(world: World, channel: Wire) -> bool:
    """Whether the other side of the bot's DM takes no messages: closed, or no guild in common and not installed."""
    (other,) = world.direct[channel["id"]] - {world.bot_id}
    if other in world.closed_dms:
        return True
    shared = any(world.bot_id in members and other in members for members in world.members.values())
    return not shared and other not in world.installed_for
