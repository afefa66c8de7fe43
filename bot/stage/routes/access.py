"""What the routes share: what the bot may do in a channel or on a guild, refused with Discord's codes."""

from __future__ import annotations

from bot.stage.errors import missing_access, missing_permissions, unknown
from bot.stage.payloads import Wire
from bot.stage.permissions import P
from bot.stage.world import DIRECT, EPHEMERAL, THREADS, World


def visible_channel(world: World, channel_id: str) -> Wire:
    """A channel that the bot can see: 10003 when it is not there, 50001 when it cannot."""
    channel = world.channel(channel_id)
    if not world.may_view(world.bot_id, channel_id):
        raise missing_access()
    return channel


def needs(world: World, channel_id: str, bits: int) -> Wire:
    """A visible channel in which the bot has all of these permissions, else 50013."""
    channel = visible_channel(world, channel_id)
    if world.permissions(world.bot_id, channel_id) & bits != bits:
        raise missing_permissions()
    return channel


def send_bit(channel: Wire) -> int:
    """What sending needs: in a thread another permission than in a channel; nothing in a DM."""
    if channel["type"] in DIRECT:
        return 0
    return P.SEND_IN_THREADS if channel["type"] in THREADS else P.SEND_MESSAGES


def public_message(world: World, channel_id: str, message_id: str) -> Wire:
    """A message that channel routes can reach: ephemeral ones they cannot (10008)."""
    message = world.message(channel_id, message_id)
    if message["flags"] & EPHEMERAL:
        raise unknown("message")
    return message


def own_guild(world: World, guild_id: str) -> Wire:
    """A guild that the bot is on: 10004 when it is not there, 50001 when the bot is not on it."""
    guild = world.guild(guild_id)
    if world.bot_id not in world.members[guild_id]:
        raise missing_access()
    return guild


def guild_needs(world: World, guild_id: str, bits: int) -> Wire:
    """A guild on which the bot has at least one of these permissions, else 50013."""
    guild = own_guild(world, guild_id)
    if not world.permissions(world.bot_id, guild_id=guild_id) & bits:
        raise missing_permissions()
    return guild
