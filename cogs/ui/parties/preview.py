"""A party before it is posted: how it will look, on which clocks, what it clashes with. Drafts outlive a restart."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.cities import NEW_YORK, PARIS
from bot.domain.party import Party
from bot.services.parties.values import Edit, Preview
from bot.services.zones import FEATURED
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
from cogs.ui.kit.reply import asker_of, must_write, redraw, words_of
from cogs.ui.kit.routes import Press, RoutedButton, RoutedSelect
from cogs.ui.parties.card import body, jump, private
from cogs.ui.parties.manage_panel import EditButton
from cogs.ui.parties.text import city, episodes, wall_time

CLASHES = 3
"""How many are named."""


class PostButton(RoutedButton, route="v1:party:post:{party_id:int}"):
    """Posts the card for everybody."""

    async def pressed(self, interaction: Press) -> None:
        from cogs.ui.parties.refresh import draw_card

        must_write(interaction)
        app, words = interaction.client.app, words_of(interaction)
        view = await app.parties.post(asker_of(interaction), self.number("party_id"))
        await interaction.response.defer()
        await draw_card(interaction.client, view.party.id, app.clock.now())
        party = (await app.parties.view(view.party.id)).party
        link = panel.link(words("party-to-card"), jump(party, party.channel_id, party.message_id))
        line = words("party-posted" if party.message_id else "party-cannot-post", channel=f"<#{party.channel_id}>")
        await redraw(
            interaction, panel.stack([panel.box(panel.text(line), panel.row(link if party.message_id else None))])
        )


class DiscardButton(RoutedButton, route="v1:party:discard:{party_id:int}"):
    """Drops the draft."""

    async def pressed(self, interaction: Press) -> None:
        await interaction.client.app.parties.discard(asker_of(interaction), self.number("party_id"))
        line = words_of(interaction)("party-discarded")
        await redraw(interaction, panel.stack([panel.box(panel.text(line))]))


class ZoneSelect(RoutedSelect, route="v1:party:zone:{party_id:int}"):
    """On whose clock was that meant? Asked once, when it matters."""

    async def pressed(self, interaction: Press) -> None:
        app, asker = interaction.client.app, asker_of(interaction)
        zone = await app.zones.tell(asker.user_id, self.values[0])
        await app.party_changes.amend_draft(asker, self.number("party_id"), Edit(), zone=zone)
        found = await app.parties.preview(asker, self.number("party_id"))
        await redraw(interaction, preview(found, words_of(interaction)))


def preview(found: Preview, words: Words) -> ui.LayoutView:
    """The draft, for its host alone."""
    party = found.view.party
    asks_zone = not party.zone_sure
    items: list[Item] = [panel.text(f"-# {words('party-preview')}"), *body(private(found.view), words), panel.rule()]
    lines = [words("party-your-clock", city=city(party.zone), time=wall_time(words, party.starts_at, party.zone))]
    if found.server_zone not in (None, party.zone, NEW_YORK, PARIS):
        zone = found.server_zone or ""
        lines.append(words("party-servers-clock", city=city(zone), time=wall_time(words, party.starts_at, zone)))
    lines.append(words("party-where-posted", channel=f"<#{party.channel_id}>"))
    lines += [_clash(clash, words) for clash in found.clashes[:CLASHES]]
    items.append(panel.text("\n".join(lines)))
    if asks_zone:
        options = [discord.SelectOption(label=city(zone), value=zone) for zone in FEATURED]
        items.append(panel.text(words("party-whose-clock")))
        items += panel.rows([ZoneSelect.draw(options, placeholder=words("party-choose-city"), party_id=party.id)])
    buttons = [
        PostButton.draw(words("party-post"), style=discord.ButtonStyle.success, disabled=asks_zone, party_id=party.id),
        EditButton.draw(words("party-edit"), party_id=party.id),
        DiscardButton.draw(words("party-discard"), party_id=party.id),
    ]
    return panel.stack([panel.box(*items, *panel.rows(buttons))])


def _clash(clash: Party, words: Words) -> str:
    name = episodes(clash, words)
    if clash.message_id is not None:
        name = f"[{name}]({jump(clash, clash.channel_id, clash.message_id)})"
    return words("party-clash", name=name, when=stamp(clash.starts_at))
