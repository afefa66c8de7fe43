"""What host, co-hosts and whoever may manage events can do to a party; every press is checked by the service."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.party import CURRENT, State
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.parties.controls import CancelButton, EditButton, SkipButton
from cogs.ui.parties.text import episodes, wall_time

ALL = "all"


def line(text: str) -> ui.LayoutView:
    """A panel of one sentence, in the place of the one that was pressed."""
    return panel.stack([panel.box(panel.text(text))])


def manage(view: PartyView, words: Words) -> ui.LayoutView:
    """The panel of what can be done."""
    party = view.party
    ahead = party.state in CURRENT and party.state is not State.LIVE
    buttons = [
        EditButton.draw(words("party-edit"), style=discord.ButtonStyle.primary, party_id=party.id),
        SkipButton.draw(words("party-skip"), party_id=party.id) if ahead and view.rule is not None else None,
        CancelButton.draw(words("party-cancel"), style=discord.ButtonStyle.danger, scope="ask", party_id=party.id)
        if ahead
        else None,
    ]
    lines = [f"### {episodes(party, words)}", wall_time(party.starts_at, party.zone, words), words("party-manage-hint")]
    return panel.stack([panel.box(panel.text("\n".join(lines)), panel.row(*buttons))])


def ask_cancel(view: PartyView, words: Words) -> ui.LayoutView:
    """Which ones?"""
    party_id = view.party.id
    red = discord.ButtonStyle.danger
    one = CancelButton.draw(words("party-cancel-one"), style=red, scope="one", party_id=party_id)
    every = CancelButton.draw(words("party-cancel-all"), style=red, scope=ALL, party_id=party_id)
    return panel.stack(
        [
            panel.box(
                panel.text(words("party-cancel-question", name=episodes(view.party, words))),
                panel.row(one, every if view.rule is not None else None),
            )
        ]
    )
