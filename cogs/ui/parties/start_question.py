"""Which moment was meant, where what was typed for a new party can mean several: one question, with everything else
kept. The question's own buttons hold the moments, so that another city can be chosen on the same panel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.domain.instants import from_ms, to_ms
from bot.domain.party import Party
from bot.domain.walltime import instant_of, wall_of
from bot.domain.zone_names import FEATURED
from bot.services.parties.values import Edit
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, template_of
from cogs.ui.kit.panel import Item
from cogs.ui.kit.reply import asker_of, redraw, words_of
from cogs.ui.parties.controls import DiscardButton, DraftStartButton
from cogs.ui.parties.edit_preview import MOST_READINGS, moments, reading_label
from cogs.ui.parties.preview import preview, zone_select
from cogs.ui.parties.text import city


def ask_draft_start(
    party: Party, starts: Sequence[datetime], words: Words, *, cities: Sequence[str] = FEATURED
) -> ui.LayoutView:
    """The question for a draft: a button for each moment; another of the `cities` (zones), while nobody has said on
    whose clock it was meant; or the way out."""
    key = "party-read-there" if party.zone_sure else "party-read-guess"
    items: list[Item] = [panel.text("\n".join(moments(starts, party.zone, words(key, city=city(party.zone)), words)))]
    buttons = [
        DraftStartButton.draw(_label(party, start, words), at=to_ms(start), party_id=party.id)
        for start in starts[:MOST_READINGS]
    ]
    items += panel.rows(buttons, width=2)
    if not party.zone_sure:
        items += panel.rows([zone_select(party, words, [zone for zone in cities if zone != party.zone])])
    items += panel.rows([DiscardButton.draw(words("party-discard"), party_id=party.id)])
    return panel.stack([panel.box(*items)])


def _label(party: Party, start: datetime, words: Words) -> str:
    """The moment and, where nobody has said it, in which city: whoever presses it says so."""
    label = reading_label(start, party.zone, words)
    return label if party.zone_sure else f"{label} ({city(party.zone)})"[:80]


async def read_elsewhere(interaction: Press, party: Party, zone: str) -> None:
    """Take what was typed for a draft as meant on the clock of `zone`, and show what follows: the same question, read
    anew, or the preview. Raises EtoileError when all that it can mean there has passed."""
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    now = app.clock.now()
    shown = [(start, instant_of(wall_of(start, party.zone), zone)) for start in asked_starts(interaction.message)]
    ahead = [(old, new) for old, new in shown if new > now]
    edit = Edit(starts_at=ahead[0][0]) if ahead else Edit()
    await app.party_changes.amend_draft(asker, party.id, edit, zone=zone)
    found = await app.parties.preview(asker, party.id)
    if len(ahead) > 1:
        await redraw(interaction, ask_draft_start(found.view.party, [new for _, new in ahead], words))
    else:
        await redraw(interaction, preview(found, words, now))


def asked_starts(message: discord.Message | None) -> list[datetime]:
    """The moments that a question offers, none for any other message."""
    pattern = template_of(DraftStartButton.route)
    ids = () if message is None else _custom_ids(message.components)
    return [from_ms(int(found["at"])) for custom_id in ids if (found := pattern.fullmatch(custom_id))]


def _custom_ids(components: Iterable[Any]) -> Iterator[str]:
    for component in components:
        custom_id = getattr(component, "custom_id", None)
        if isinstance(custom_id, str):
            yield custom_id
        yield from _custom_ids(getattr(component, "children", ()))
