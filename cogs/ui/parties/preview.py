"""A party before it is posted: how it will look, on which clocks, what it clashes with. Drafts outlive a restart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import discord
from discord import ui

from bot.domain.cities import NEW_YORK, PARIS
from bot.domain.party import Mirror, Party
from bot.domain.zone_names import FEATURED
from bot.services.parties.values import Preview
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import day, stamp
from cogs.ui.kit.links import jump
from cogs.ui.kit.panel import Item
from cogs.ui.parties.card import body
from cogs.ui.parties.controls import DiscardButton, EditButton, PostButton, ZoneSelect
from cogs.ui.parties.text import city, episodes, episodes_named, wall_time

ANOTHER = "another"
"""The choice of a city that is not among those offered."""
CLASHES = 3
"""How many are named."""


def preview(found: Preview, words: Words, now: datetime, *, cities: Sequence[str] = ()) -> ui.LayoutView:
    """The draft, for its host alone. `cities`: the zones that fit what they typed, when the usual ones do not do."""
    party = found.view.party
    asks_zone = not party.zone_sure
    items: list[Item] = [panel.text(f"-# {words('party-preview')}"), *body(found.view, words, now), panel.rule()]
    lines = [words("party-your-clock", city=city(party.zone), time=wall_time(party.starts_at, party.zone, words))]
    if found.server_zone not in (None, party.zone, NEW_YORK, PARIS):
        zone = found.server_zone or ""
        lines.append(words("party-servers-clock", city=city(zone), time=wall_time(party.starts_at, zone, words)))
    lines.append(words("party-where-posted", channel=f"<#{party.channel_id}>"))
    if found.note_spoils:
        lines.append(words("party-note-spoils", episode=found.note_spoils))
    lines += extras(party, words)
    lines += plan(found, words)
    if found.first_day is not None:
        lines.append(words("party-first-moved", typed=day(words, found.first_day)))
    if found.idle_skips:
        lines.append(words("party-skips-idle", days=", ".join(day(words, each) for each in found.idle_skips)))
    lines += [clash_line(clash, words) for clash in found.clashes[:CLASHES]]
    items.append(panel.text("\n".join(lines)))
    if asks_zone:
        items.append(panel.text(words("party-whose-clock")))
        items += panel.rows([zone_select(party, words, cities or FEATURED)])
    buttons = [
        PostButton.draw(words("party-post"), style=discord.ButtonStyle.success, disabled=asks_zone, party_id=party.id),
        EditButton.draw(words("party-edit"), party_id=party.id),
        DiscardButton.draw(words("party-discard"), party_id=party.id),
    ]
    return panel.stack([panel.box(*items, *panel.rows(buttons))])


def zone_select(party: Party, words: Words, cities: Sequence[str]) -> ZoneSelect:
    """The cities (zones) on whose clock the start may have been meant, and the way to any other."""
    options = [discord.SelectOption(label=city(zone), value=zone) for zone in cities[:24]]
    options.append(discord.SelectOption(label=words("party-another-city"), value=ANOTHER, emoji="🌍"))
    return ZoneSelect.draw(options, placeholder=words("party-choose-city"), party_id=party.id)


def extras(party: Party, words: Words) -> list[str]:
    """What was asked for and does not stand on the card."""
    lines: list[str] = []
    if party.call_role_id is not None:
        lines.append(words("party-extra-call", role=f"<@&{party.call_role_id}>"))
    if party.seat_role_id is not None:
        lines.append(words("party-extra-seat-role", role=f"<@&{party.seat_role_id}>"))
    if party.length_minutes is not None:
        lines.append(words("party-extra-length", count=party.length_minutes))
    if party.wait_pauses:
        lines.append(words("party-extra-wait"))
    lines.append(words("party-extra-no-event" if party.mirror is Mirror.OFF else "party-extra-event"))
    return lines


def plan(found: Preview, words: Words) -> list[str]:
    """The evenings of a series with their episodes, what it leaves out, and the episodes for which none is left."""
    if not found.evenings or found.last_episode is None:
        return []
    lines = [words("party-plan", count=len(found.evenings))]
    lines += [
        f"-# {stamp(each.occurrence.instant, 'D')} · {episodes_named(each.first_episode, each.last_episode, words)}"
        for each in found.evenings
    ]
    left = found.evenings[-1].last_episode + 1
    if left <= found.last_episode:
        lines.append(words("party-plan-short", name=episodes_named(left, found.last_episode, words)))
    rule = found.view.rule
    skips = sorted(rule.skips - set(found.idle_skips)) if rule is not None else []
    if skips:
        lines.append(words("party-plan-skips", days=", ".join(day(words, each) for each in skips)))
    return lines


def clash_line(clash: Party, words: Words) -> str:
    """Another party at the same hours."""
    name = episodes(clash, words)
    if clash.message_id is not None:
        name = f"[{name}]({jump(clash.guild_id, clash.channel_id, clash.message_id)})"
    return words("party-clash", name=name, when=stamp(clash.starts_at))
