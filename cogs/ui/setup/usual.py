"""What most servers choose: offered in one press, and said before it is pressed."""

from __future__ import annotations

from dataclasses import dataclass

import discord

from bot.domain.cities import NEW_YORK, PARIS
from bot.domain.guild_settings import GuildSettings
from cogs.ui.kit.controls import Press

LONDON = "Europe/London"
_ZONES = {discord.Locale.french: PARIS, discord.Locale.british_english: LONDON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The zone that goes with the server's language, and a channel for cards that everybody reads (None: there is none
    in which I may write)."""

    zone: str
    channel_id: int | None


def usual_for(interaction: Press) -> Usual:
    """The usual choices for the server: of channels the one in which it is asked, where that is fit for cards."""
    guild = interaction.guild
    zone = _ZONES.get(interaction.guild_locale or discord.Locale.american_english, NEW_YORK)
    if guild is None:
        return Usual(zone=zone, channel_id=None)
    here = interaction.channel.parent if isinstance(interaction.channel, discord.Thread) else interaction.channel
    known = [here, guild.system_channel, *guild.text_channels]
    fit = (each for each in known if isinstance(each, discord.TextChannel) and _fit(each))
    return Usual(zone=zone, channel_id=next((each.id for each in fit), None))


def _fit(channel: discord.TextChannel) -> bool:
    mine, everybody = channel.permissions_for(channel.guild.me), channel.permissions_for(channel.guild.default_role)
    return everybody.view_channel and mine.view_channel and mine.send_messages


def is_open(settings: GuildSettings) -> bool:
    """Whether anything is left that the usual settings would settle."""
    return settings.zone is None or settings.party_channel_id is None or settings.poll_channel_id is None


def names_of(guild: discord.Guild | None) -> dict[int, str]:
    """The server's channels in which people write, by id, with their names."""
    kinds = (discord.TextChannel, discord.ForumChannel)
    return {each.id: each.name for each in guild.channels if isinstance(each, kinds)} if guild is not None else {}
