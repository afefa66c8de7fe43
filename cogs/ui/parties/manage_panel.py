"""What host, co-hosts and whoever may manage events can do to a party; every press is checked by the service."""

from __future__ import annotations

from dataclasses import replace

import discord
from discord import ui

from bot.domain.party import CURRENT, State
from bot.errors import EtoileError
from bot.services.parties.values import Edit, PartyView
from bot.text import Words
from bot.when import parse_when
from cogs.ui.kit import panel
from cogs.ui.kit.reply import answer, asker_of, redraw, say, words_of
from cogs.ui.kit.routes import Press, RoutedButton, RoutedModal
from cogs.ui.parties.calendar import calendar
from cogs.ui.parties.text import episodes, wall_time

ALL = "all"


class CalendarButton(RoutedButton, route="v1:party:calendar:{party_id:int}"):
    """This party, or its whole series, as a calendar file."""

    async def pressed(self, interaction: Press) -> None:
        app, words = interaction.client.app, words_of(interaction)
        views = await app.parties.calendar(asker_of(interaction), party_id=self.number("party_id"), whole_series=True)
        await interaction.response.send_message(
            words("party-calendar-here", count=len(views)),
            file=await calendar(views, words, app.clock.now()),
            ephemeral=True,
        )


class ManageButton(RoutedButton, route="v1:party:manage:{party_id:int}"):
    """Opens what can be done to the party."""

    async def pressed(self, interaction: Press) -> None:
        view = await interaction.client.app.parties.guard(asker_of(interaction), self.number("party_id"))
        await answer(interaction, manage(view, words_of(interaction)))


class EditButton(RoutedButton, route="v1:party:edit:{party_id:int}"):
    """Opens the form."""

    async def pressed(self, interaction: Press) -> None:
        app = interaction.client.app
        view = await app.parties.here(asker_of(interaction), self.number("party_id"))
        if view.party.state is not State.DRAFT:
            await app.parties.guard(asker_of(interaction), view.party.id)
        await interaction.response.send_modal(EditForm(view, words_of(interaction)))


class CancelButton(RoutedButton, route="v1:party:cancel:{scope}:{party_id:int}"):
    """Asks, then calls off this one or all that follow."""

    async def pressed(self, interaction: Press) -> None:
        app, words, party_id = interaction.client.app, words_of(interaction), self.number("party_id")
        scope = self.word("scope")
        if scope == "ask":
            view = await app.parties.guard(asker_of(interaction), party_id)
            await answer(interaction, ask_cancel(view, words))
            return
        await app.party_changes.cancel(asker_of(interaction), party_id, following=scope == ALL)
        await redraw(interaction, _line(words("party-cancelled-all" if scope == ALL else "party-cancelled-one")))


class SkipButton(RoutedButton, route="v1:party:skip:{party_id:int}"):
    """Leaves out this date of the series."""

    async def pressed(self, interaction: Press) -> None:
        await interaction.client.app.party_changes.skip(asker_of(interaction), self.number("party_id"))
        await redraw(interaction, _line(words_of(interaction)("party-skipped")))


class MirrorButton(RoutedButton, route="v1:party:mirror:{party_id:int}"):
    """Puts the party among the server's events again."""

    async def pressed(self, interaction: Press) -> None:
        await interaction.client.app.party_changes.mirror_again(asker_of(interaction), self.number("party_id"))
        await say(interaction, words_of(interaction)("party-mirrored-again"))


def _line(text: str) -> ui.LayoutView:
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
    lines = [f"### {episodes(party, words)}", wall_time(words, party.starts_at, party.zone), words("party-manage-hint")]
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


async def change(interaction: Press, party_id: int, when: str | None, edit: Edit, *, following: bool) -> None:
    """What was asked for by options. Nothing was: show what can be done. Raises EtoileError."""
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    view = await app.parties.guard(asker, party_id)
    if when is not None:
        zone = await app.zones.zone_of(asker) or view.party.zone
        start = await parse_when(when, now=app.clock.now(), zone=zone, locale=asker.locale)
        edit = replace(edit, starts_at=start)
    if edit == Edit():
        await answer(interaction, manage(view, words))
        return
    await _edit(interaction, party_id, edit, following=following)


async def _edit(interaction: Press, party_id: int, edit: Edit, *, following: bool) -> None:
    await interaction.client.app.party_changes.edit(asker_of(interaction), party_id, edit, following=following)
    await say(interaction, words_of(interaction)("party-edited-all" if following else "party-edited"))


class EditForm(RoutedModal):
    """When, seats, note; for a series also whether all that follow are meant."""

    def __init__(self, view: PartyView, words: Words) -> None:
        super().__init__(title=words("party-edit-title"))
        party = self.party = view.party
        self.when: ui.TextInput[EditForm] = ui.TextInput(
            required=False, max_length=100, placeholder=wall_time(words, party.starts_at, party.zone)[:100]
        )
        self.seats: ui.TextInput[EditForm] = ui.TextInput(
            required=False, max_length=3, default=str(party.seats) if party.seats else None
        )
        self.note: ui.TextInput[EditForm] = ui.TextInput(
            required=False, max_length=300, default=party.note, style=discord.TextStyle.paragraph
        )
        self.add_item(
            ui.Label(text=words("party-edit-when"), description=words("party-edit-when-hint"), component=self.when)
        )
        self.add_item(
            ui.Label(text=words("party-edit-seats"), description=words("party-edit-seats-hint"), component=self.seats)
        )
        self.add_item(ui.Label(text=words("party-edit-note"), component=self.note))
        self.scope: ui.RadioGroup[EditForm] | None = None
        if view.rule is not None and party.state is not State.DRAFT:
            self.scope = ui.RadioGroup()
            self.scope.add_option(label=words("party-edit-one"), value="one", default=True)
            self.scope.add_option(label=words("party-edit-all"), value=ALL)
            self.add_item(ui.Label(text=words("party-edit-scope"), component=self.scope))

    async def submitted(self, interaction: Press) -> None:
        from cogs.ui.parties.preview import preview

        app, asker, words, party = interaction.client.app, asker_of(interaction), words_of(interaction), self.party
        written = self.seats.value.strip()
        if written and not written.isdecimal():
            raise EtoileError("party-seats-wrong", most=500)
        start = None
        if self.when.value.strip():
            zone = party.zone if self.scope is not None else await app.zones.zone_of(asker) or party.zone
            start = await parse_when(self.when.value, now=app.clock.now(), zone=zone, locale=asker.locale)
        edit = Edit(starts_at=start, seats=int(written or 0), note=self.note.value)
        if party.state is State.DRAFT:
            await app.party_changes.amend_draft(asker, party.id, edit)
            await redraw(interaction, preview(await app.parties.preview(asker, party.id), words))
            return
        await _edit(interaction, party.id, edit, following=self.scope is not None and self.scope.value == ALL)
