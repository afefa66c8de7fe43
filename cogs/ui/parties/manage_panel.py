"""What host, co-hosts and whoever may manage events can do to a party; every press is checked by the service."""

from __future__ import annotations

from datetime import date

import discord
from discord import ui

from bot.domain.party import AHEAD, CURRENT, Ended, Party, State
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
from cogs.ui.parties.controls import (
    CancelButton,
    EditButton,
    KeepButton,
    ReviveAllButton,
    ReviveButton,
    SeatButton,
    SkipButton,
    UnskipButton,
    UnskipSelect,
)
from cogs.ui.parties.text import city, episodes, wall_time

ALL = "all"


def line(text: str) -> ui.LayoutView:
    """A panel of one sentence, in the place of the one that was pressed."""
    return panel.stack([panel.box(panel.text(text))])


def manage(view: PartyView, words: Words) -> ui.LayoutView:
    """The panel of what can be done."""
    party = view.party
    ahead = party.state in AHEAD
    buttons: list[Item] = []
    if party.state in CURRENT:
        blue = discord.ButtonStyle.primary
        buttons.append(EditButton.draw(words("party-edit"), style=blue, party_id=party.id))
    if ahead and view.rule is not None:
        buttons.append(SkipButton.draw(words("party-skip"), party_id=party.id))
    if ahead:
        buttons.append(CancelButton.draw(words("party-cancel"), scope="ask", party_id=party.id))
    if party.state in CURRENT:
        buttons.append(SeatButton.draw(words("party-seat-button"), party_id=party.id))
    if party.state is State.CANCELLED:
        buttons.append(ReviveButton.draw(words("party-revive"), party_id=party.id))
        if party.ended is Ended.SERIES:
            buttons.append(ReviveAllButton.draw(words("party-revive-all"), party_id=party.id))
    lines = [f"### {episodes(party, words)}", f"{stamp(party.starts_at)} · {stamp(party.starts_at, 'R')}"]
    lines.append(f"-# {wall_time(party.starts_at, party.zone, words)} ({city(party.zone)})")
    lines.append(words("party-manage-hint"))
    items = [panel.text("\n".join(lines)), *panel.rows(buttons)]
    if view.skipped and party.state in CURRENT:
        days = [
            discord.SelectOption(
                label=wall_time(each.instant, party.zone, words)[:100], value=str(each.wall.date().toordinal())
            )
            for each in view.skipped[:25]
        ]
        placeholder = words("party-unskip-placeholder")
        items += panel.rows([UnskipSelect.draw(days, placeholder=placeholder, party_id=party.id)])
    return panel.stack([panel.box(*items)])


def ask_cancel(view: PartyView, words: Words) -> ui.LayoutView:
    """Which ones, and what becomes of the episode?"""
    party, red = view.party, discord.ButtonStyle.danger
    lines = [words("party-cancel-question", name=episodes(party, words)), stamp(party.starts_at)]
    one = CancelButton.draw(words("party-cancel-one"), style=red, scope="one", party_id=party.id)
    keep = KeepButton.draw(words("party-keep"), party_id=party.id)
    if view.rule is None:
        return panel.stack([panel.box(panel.text("\n".join(lines)), panel.row(one, keep))])
    lines.append(words("party-cancel-series", name=episodes(party, words)))
    skip = SkipButton.draw(words("party-cancel-skip"), style=discord.ButtonStyle.primary, party_id=party.id)
    one = CancelButton.draw(words("party-cancel-with-episode"), scope="one", party_id=party.id)
    every = CancelButton.draw(words("party-cancel-all"), scope=ALL, party_id=party.id)
    return panel.stack([panel.box(panel.text("\n".join(lines)), *panel.rows([skip, one, every, keep], width=2))])


def called_off(party: Party, sentence: str, words: Words, *, following: bool = False) -> ui.LayoutView:
    """What was done, and the way back; `following`: with all that were called off together with it."""
    back = ReviveButton.draw(words("party-revive"), party_id=party.id)
    if following:
        back = ReviveAllButton.draw(words("party-revive-all"), party_id=party.id)
    return panel.stack([panel.box(panel.text(sentence), panel.row(back))])


def skipped(party: Party, day: date, sentence: str, words: Words) -> ui.LayoutView:
    """That a date of the series is left out, and the way back."""
    back = UnskipButton.draw(words("party-unskip"), day=day.toordinal(), party_id=party.id)
    return panel.stack([panel.box(panel.text(sentence), panel.row(back))])
