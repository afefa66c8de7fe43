"""Who may create and care for parties and polls."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.guild_settings import GuildSettings
from bot.domain.reading import Asker


def may_host(asker: Asker, settings: GuildSettings) -> bool:
    """Whether the asker may create: everybody, unless the server named host roles; who manages it always may."""
    if not settings.host_role_ids or asker.manages_server:
        return True
    return bool(asker.role_ids & settings.host_role_ids)


def host_roles(settings: GuildSettings) -> str:
    """The server's host roles as mentions, for those who have none of them."""
    return " ".join(f"<@&{role_id}>" for role_id in sorted(settings.host_role_ids))


def may_care_for(asker: Asker, settings: GuildSettings, *, owners: Collection[int]) -> bool:
    """Whether the asker may edit, close or delete what `owners` made: they, host roles, who manages the server."""
    if asker.user_id in owners or asker.manages_server:
        return True
    return bool(asker.role_ids & settings.host_role_ids)
