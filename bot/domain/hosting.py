"""Who may create and manage parties and polls."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.guild_settings import GuildSettings
from bot.domain.member_text import Channel
from bot.domain.readers import Asker


def may_host(asker: Asker, settings: GuildSettings) -> bool:
    """Whether the asker may create: everybody, unless the server named host roles; who manages it always may."""
    if not settings.host_role_ids or asker.manages_server:
        return True
    return bool(asker.role_ids & settings.host_role_ids)


def may_moderate(asker: Asker, channel: Channel) -> bool:
    """Whether the asker moderates a channel: who manages the server, and who may delete others' messages there, where
    that is known only of the channel in which they ask."""
    return asker.manages_server or (asker.manages_messages and asker.channel_id == channel.id)


def may_manage_poll(asker: Asker, settings: GuildSettings, *, owners: Collection[int]) -> bool:
    """Whether the asker may edit, close or delete what `owners` made: they, host roles, who manages the server."""
    if asker.user_id in owners or asker.manages_server:
        return True
    return bool(asker.role_ids & settings.host_role_ids)
