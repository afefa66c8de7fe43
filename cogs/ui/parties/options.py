"""The options of `/party`: what is suggested, and what was chosen, with the rights of whoever chose it."""

from __future__ import annotations

import discord
from discord.app_commands import Choice

from bot.domain.party import Party, State
from bot.domain.walltime import wall_of
from bot.domain.zone_names import find_zones
from bot.errors import EtoileError
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit.reply import asker_of, words_of
from cogs.ui.kit.routes import Press
from cogs.ui.parties.text import city, episodes, hour, wall_time


async def chosen_party(interaction: Press, option: str) -> PartyView:
    """The party of an option, as the member may see it. Raises EtoileError, also for one that is not theirs to know."""
    return await interaction.client.app.parties.here(asker_of(interaction), await chosen_id(interaction, option))


async def chosen_id(interaction: Press, option: str) -> int:
    """The id of an option's party: itself, or that of the one whose suggested label holds the text.

    Raises EtoileError("party-choose") when none or several fit.
    """
    if option.isdecimal() and len(option) <= 19:
        return int(option)
    wanted = option.casefold().strip()
    labelled = await _labelled(interaction)
    fitting = [party for label, party in labelled if label.casefold()[:100] == wanted[:100]]
    fitting = fitting or [party for label, party in labelled if wanted and wanted in label.casefold()]
    if len(fitting) != 1:
        raise EtoileError("party-choose")
    return fitting[0].id


async def party_here(interaction: Press, option: str | None) -> PartyView:
    """The party of an option or, when it is left out, that of the thread in which the command stands, else the only
    one that is on. Raises EtoileError("party-choose") when that tells nothing."""
    if option is not None:
        return await chosen_party(interaction, option)
    app, asker = interaction.client.app, asker_of(interaction)
    parties = await app.parties.upcoming(asker)
    fitting = [party for party in parties if party.thread_id is not None and party.thread_id == asker.channel_id]
    fitting = fitting or [party for party in parties if party.state is State.LIVE]
    if len(fitting) != 1:
        raise EtoileError("party-choose")
    return await app.parties.here(asker, fitting[0].id)


async def _labelled(interaction: Press) -> list[tuple[str, Party]]:
    """What is on or ahead, with the labels that the member sees."""
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    zone = await app.zones.zone_of(asker)
    return [(party_label(party, words, zone or party.zone), party) for party in await app.parties.upcoming(asker)]


def party_label(party: Party, words: Words, zone: str) -> str:
    """A party in a list of suggestions: neutral, on the reader's own clock."""
    return f"{episodes(party, words)} · {wall_time(party.starts_at, zone, words)}"


async def suggest_parties(interaction: Press, typed: str) -> list[Choice[str]]:
    """The server's parties that are on or ahead and whose label holds what was typed."""
    wanted = typed.casefold().strip()
    return [
        Choice(name=label[:100], value=str(party.id))
        for label, party in await _labelled(interaction)
        if not wanted or wanted in label.casefold() or wanted == str(party.id)
    ][:25]


async def suggest_zones(interaction: Press, typed: str) -> list[Choice[str]]:
    """The zones of the cities that fit what was typed, with their time of day."""
    words, now = words_of(interaction), interaction.client.app.clock.now()
    return [
        Choice(name=f"{city(zone)} · {zone} · {hour(wall_of(now, zone), words)}"[:100], value=zone)
        for zone in find_zones(typed)
    ]


async def place_for(interaction: Press, channel: discord.TextChannel | None) -> int:
    """The channel of the card: the chosen one, the server's for parties, else this one (of a thread, its parent).

    Raises EtoileError where the member may not write, or no card can stand.
    """
    if interaction.guild is not None and interaction.guild.unavailable:
        raise EtoileError("error-server-unavailable")  # its channels and rights cannot be known now
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
