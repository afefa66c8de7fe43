"""Who may view which channel: computed from roles and overwrites, as Discord does it, without asking Discord."""

from __future__ import annotations

import discord

from bot.domain.member_text import Channel
from bot.domain.readers import MayView, nothing_else
from cogs.ui.kit.controls import Press

Known = discord.abc.GuildChannel | discord.Thread


def may_view_of(interaction: Press) -> MayView:
    """Which channels of the server the member may view, by the roles that came with the interaction.

    A thread is viewed by whoever views its parent; a private one, and one of which nothing is known (an archived one is
    not), only by those who look after the parent's threads.
    """
    guild, member = interaction.guild, interaction.user
    if guild is None or not isinstance(member, discord.Member):
        return nothing_else

    def may_view(channel: Channel) -> bool:
        found = guild.get_channel_or_thread(channel.id)
        if found is None:
            parent = None if channel.parent_id is None else guild.get_channel(channel.parent_id)
            return parent is not None and _looks_after(parent.permissions_for(member))
        return _views(found, member)

    return may_view


def _views(channel: Known, member: discord.Member) -> bool:
    if isinstance(channel, discord.Thread):
        if channel.parent is None:
            return False
        allowed = channel.parent.permissions_for(member)
        if channel.is_private():
            return _looks_after(allowed)
        return allowed.view_channel
    return channel.permissions_for(member).view_channel


def _looks_after(allowed: discord.Permissions) -> bool:
    return allowed.view_channel and allowed.manage_threads


def everybody_may_view(guild: discord.Guild, channel: Channel) -> bool:
    """Whether nobody on the server is kept from a channel: for what all of them are shown, such as server events."""
    found = guild.get_channel(channel.parent_id or channel.id)
    if found is None or (
        isinstance(thread := guild.get_channel_or_thread(channel.id), discord.Thread) and (thread.is_private())
    ):
        return False
    overwrites = found.overwrites
    kept_out = any(overwrite.view_channel is False for overwrite in overwrites.values())
    return found.permissions_for(guild.default_role).view_channel and not kept_out
