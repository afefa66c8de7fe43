"""Reading the options of `/party`: channels, roles and parties, with the rights of whoever chose them."""

from __future__ import annotations

import discord

from bot.domain.party import Party
from bot.errors import EtoileError
from bot.text import Words
from cogs.ui.party_words import episodes, wall_time
from cogs.ui.reply import asker_of
from cogs.ui.routes import Press


def party_id_of(option: str) -> int:
    """The party that was chosen. Raises EtoileError for anything but a suggestion."""
    if not option.isdecimal() or len(option) > 19:
        raise EtoileError("party-choose")
    return int(option)


def party_label(party: Party, words: Words, zone: str) -> str:
    """A party in a list of suggestions: neutral, on the reader's own clock."""
    return f"{episodes(party, words)} · {wall_time(words, party.starts_at, zone)}"


async def place_for(interaction: Press, channel: discord.TextChannel | None) -> int:
    """The channel of the card: the chosen one, the server's for parties, else this one (of a thread, its parent).

    Raises EtoileError where the member may not write, or no card can stand.
    """
    here = interaction.channel
    if channel is None:
        home = await interaction.client.app.parties.home_channel(asker_of(interaction))
        found = interaction.guild.get_channel(home) if home is not None and interaction.guild is not None else None
        if isinstance(found, discord.TextChannel):
            return found.id
    if channel is None and isinstance(here, discord.Thread):
        here = here.parent
    place = channel or here
    if not isinstance(place, discord.TextChannel):
        raise EtoileError("party-no-place")
    if isinstance(interaction.user, discord.Member):
        rights = place.permissions_for(interaction.user)
        if not rights.view_channel or not rights.send_messages:
            raise EtoileError("party-place-not-yours")
    return place.id


def call_role(interaction: Press, role: discord.Role | None) -> int | None:
    """A role that the member may call. Raises EtoileError for one that they could not call themselves."""
    if role is None:
        return None
    if role.is_default() or not (role.mentionable or interaction.permissions.mention_everyone):
        raise EtoileError("party-role-not-callable")
    return role.id


def seat_role_of(interaction: Press, role: discord.Role | None) -> int | None:
    """A role that those with a seat get: only who manages roles can choose one, and only one that grants nothing."""
    if role is None:
        return None
    everyone = role.guild.default_role.permissions
    if not interaction.permissions.manage_roles or role.managed or role.is_default():
        raise EtoileError("party-role-not-yours")
    if not role.permissions.is_subset(everyone):
        raise EtoileError("party-role-grants")
    return role.id
