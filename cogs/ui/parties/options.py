"""The options of `/party`: what is suggested, and what was chosen, with the rights of whoever chose it."""

from __future__ import annotations

from typing import Any

import discord
from discord.app_commands import Choice

from bot.domain.member_text import Channel
from bot.domain.party import Party, State
from bot.domain.walltime import wall_of
from bot.domain.zone_names import find_zones
from bot.errors import EtoileError
from bot.services.parties.bringing_back import Lost
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.kit.labels import holds, meant
from cogs.ui.kit.reply import asker_of, words_of
from cogs.ui.kit.viewing import everybody_may_view
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
    party = meant(await _labelled(interaction), option)
    if party is None:
        raise EtoileError("party-choose")
    return party.id


async def party_here(interaction: Press, option: str | None) -> PartyView:
    """The party of an option or, when it is left out, that of the thread in which the command stands, else the only
    one that is on. Raises EtoileError where none is ("party-none-on"), or several are ("party-choose")."""
    if option is not None:
        return await chosen_party(interaction, option)
    app, asker = interaction.client.app, asker_of(interaction)
    parties = await app.parties.upcoming(asker)
    fitting = [party for party in parties if party.thread_id is not None and party.thread_id == asker.channel_id]
    fitting = fitting or [party for party in parties if party.state is State.LIVE]
    if len(fitting) != 1:
        raise EtoileError("party-choose" if fitting else "party-none-on")
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
    return [
        Choice(name=label[:100], value=str(party.id))
        for label, party in await _labelled(interaction)
        if holds(label, typed) or typed == str(party.id)
    ][:25]


async def suggest_zones(interaction: Press, typed: str) -> list[Choice[str]]:
    """The zones of the cities that fit what was typed, with their time of day."""
    words, now = words_of(interaction), interaction.client.app.clock.now()
    return [
        Choice(name=f"{city(zone)} · {zone} · {hour(wall_of(now, zone), words)}"[:100], value=zone)
        for zone in find_zones(typed)
    ]


async def suggest_lost(interaction: Press, typed: str) -> list[Choice[str]]:
    """What the member can bring back and whose label holds what was typed."""
    labelled = await _labelled_lost(interaction)
    return [Choice(name=label[:100], value=_lost_value(one)) for label, one in labelled if holds(label, typed)][:25]


async def chosen_lost(interaction: Press, option: str) -> Lost:
    """What is to be brought back, by its value, or by the one label that holds the text. Raises EtoileError."""
    labelled = await _labelled_lost(interaction)
    found = next((one for _, one in labelled if _lost_value(one) == option), None) or meant(labelled, option)
    if found is None:
        raise EtoileError("party-choose-lost" if labelled else "party-nothing-lost")
    return found


def _lost_value(one: Lost) -> str:
    return str(one.party.id) if one.day is None else f"{one.party.id}/{one.day.isoformat()}"


async def _labelled_lost(interaction: Press) -> list[tuple[str, Lost]]:
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    zone = await app.zones.zone_of(asker)

    def label(one: Lost) -> str:
        when = wall_time(one.at, zone or one.party.zone, words)
        if one.day is not None:
            return words("party-lost-date", when=when)
        return words("party-lost-party", name=episodes(one.party, words), when=when)

    return [(label(one), one) for one in await app.party_changes.lost(asker)]


CLEARED = [
    Choice(name=localised("party-clear-voice"), value="voice"),
    Choice(name=localised("party-clear-roles"), value="roles"),
    Choice(name=localised("party-clear-note"), value="note"),
    Choice(name=localised("party-clear-call"), value="call"),
    Choice(name=localised("party-clear-seat-role"), value="seat-role"),
    Choice(name=localised("party-clear-length"), value="length"),
]
"""What an edit can take away that no value of an option takes away."""
_CLEARED: dict[str, dict[str, Any]] = {
    "voice": {"voice_id": 0},
    "roles": {"role_ids": ()},
    "note": {"note": ""},
    "call": {"call_role_id": 0},
    "seat-role": {"seat_role_id": 0},
    "length": {"length_minutes": 0},
}


def cleared(what: str) -> dict[str, Any]:
    """The fields of an edit that take this away. Raises EtoileError for what cannot be."""
    if what not in _CLEARED:
        raise EtoileError("error-button-gone")
    return _CLEARED[what]


def for_roles(role: discord.Role | None) -> tuple[int, ...] | None:
    """The role to which a party is limited. Everybody's own role limits nothing."""
    if role is None:
        return None
    return () if role.is_default() else (role.id,)


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


def tells_all(interaction: Press, channel_id: int) -> bool:
    """Whether a party there may stand among the server's events without being asked for: everybody reads those."""
    return interaction.guild is not None and everybody_may_view(interaction.guild, Channel(channel_id))


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
