"""Guilds, roles, members and channels as Discord describes them, made from nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.stage.payloads import Wire, stamp
from bot.stage.permissions import EVERYONE
from bot.stage.world import CATEGORY, FORUM, TEXT, VOICE, World

OLD = timedelta(days=400)
"""How long everything that is made has been there."""


def new_application(world: World, name: str) -> Wire:
    """The bot's own user, put into the world, and its application's description."""
    bot_id = world.snowflake(world.clock.now() - OLD)
    world.users[bot_id] = new_user(bot_id, name, username=name, bot=True)
    world.bot_id = bot_id
    return {
        "id": bot_id,
        "name": name,
        "icon": None,
        "description": "",
        "summary": "",
        "type": None,
        "bot": world.users[bot_id],
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "owner": {"id": "1", "username": "stage", "discriminator": "0", "global_name": "The stage", "avatar": None},
        "team": None,
        "tags": [],
        "integration_types_config": {"0": {}, "1": {}},
        "approximate_guild_count": 1,
    }


def new_user(user_id: str, name: str, *, username: str, bot: bool = False) -> Wire:
    """A user object; the display name is `name`."""
    return {
        "id": user_id,
        "username": username,
        "discriminator": "0" if not bot else "0001",
        "global_name": None if bot else name,
        "avatar": None,
        "bot": bot,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }


def new_guild(world: World, name: str, owner_id: str, locale: str) -> Wire:
    """A guild with @everyone. The ids of guilds differ by a millisecond each, so that shards share them out evenly."""
    guild_id = world.snowflake(world.clock.now() - OLD + timedelta(milliseconds=len(world.guilds)))
    guild: Wire = {
        "id": guild_id,
        "name": name,
        "icon": None,
        "splash": None,
        "banner": None,
        "description": None,
        "owner_id": owner_id,
        "preferred_locale": locale,
        "features": ["COMMUNITY"],
        "verification_level": 1,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "afk_timeout": 300,
        "afk_channel_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "vanity_url_code": None,
        "emojis": [],
        "stickers": [],
    }
    world.guilds[guild_id] = guild
    new_role(world, guild_id, {"name": "@everyone", "permissions": str(EVERYONE), "id": guild_id})
    return guild


def new_role(world: World, guild_id: str, fields: dict[str, Any]) -> Wire:
    """A role; new ones come in below the bot's own, which Discord's admins are told to keep on top."""
    roles = world.roles[guild_id]
    managed = bool(fields.get("managed"))
    role: Wire = {
        "id": fields.get("id") or world.snowflake(),
        "name": fields.get("name") or "new role",
        "permissions": str(fields.get("permissions") or "0"),
        "color": int(fields.get("color") or 0),
        "colors": {"primary_color": int(fields.get("color") or 0), "secondary_color": None, "tertiary_color": None},
        "hoist": bool(fields.get("hoist")),
        "mentionable": bool(fields.get("mentionable")),
        "managed": managed,
        "position": 100 if managed else len(roles),
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }
    if managed:
        role["tags"] = {"bot_id": world.bot_id}
    roles[role["id"]] = role
    return role


def new_member(world: World, user_id: str, roles: list[str], nick: str | None) -> Wire:
    """A guild member object."""
    return {
        "user": world.users[user_id],
        "nick": nick,
        "avatar": None,
        "banner": None,
        "roles": roles,
        "joined_at": stamp(world.clock.now() - timedelta(days=90)),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }


def new_channel(world: World, guild_id: str, name: str, kind: int, fields: dict[str, Any]) -> Wire:
    """A guild channel of any type, with what Discord sends for that type."""
    channel: Wire = {
        "id": world.snowflake(),
        "guild_id": guild_id,
        "type": kind,
        "name": name,
        "position": len(world.guild_channels[guild_id]),
        "parent_id": fields.get("parent_id"),
        "permission_overwrites": fields.get("permission_overwrites") or [],
        "nsfw": False,
        "flags": int(fields.get("flags") or 0),
        "rate_limit_per_user": 0,
    }
    if kind != CATEGORY:
        channel |= {"topic": fields.get("topic"), "last_message_id": None}
    if kind == VOICE:
        channel |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None, "video_quality_mode": 1}
    if kind in (TEXT, FORUM):
        channel["default_auto_archive_duration"] = 4320
    if kind == FORUM:
        channel |= {"available_tags": [], "default_reaction_emoji": None, "default_sort_order": None}
        channel |= {"default_forum_layout": 0, "default_thread_rate_limit_per_user": 0}
    world.add_channel(channel)
    return channel
