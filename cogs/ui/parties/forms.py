"""The forms of parties: where to jump to, what to change."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.party import State
from bot.domain.playback import position_of, spelled
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.services.parties.values import Edit, PartyView
from bot.text import Words
from bot.when import parse_when
from cogs.ui.kit.reply import asker_of, redraw, say, words_of
from cogs.ui.kit.routes import Press, RoutedModal
from cogs.ui.parties.clock_panel import clock
from cogs.ui.parties.manage_panel import ALL
from cogs.ui.parties.preview import preview
from cogs.ui.parties.text import wall_time


class JumpForm(RoutedModal):
    """Where to?"""

    def __init__(self, words: Words, party_id: int) -> None:
        super().__init__(title=words("party-jump-title"))
        self.party_id = party_id
        self.place: ui.TextInput[JumpForm] = ui.TextInput(placeholder="17:42", max_length=10)
        self.add_item(
            ui.Label(text=words("party-jump-label"), description=words("party-jump-hint"), component=self.place)
        )

    async def submitted(self, interaction: Press) -> None:
        to = position_of(self.place.value)
        if to is None:
            raise EtoileError("party-no-position")
        app = interaction.client.app
        view = await app.party_clock.press(asker_of(interaction), self.party_id, "jump", to=to)
        drawn = clock(view, app.text.words(view.party.locale), app.clock.now())
        if interaction.message is not None:
            await redraw(interaction, drawn)
        else:
            await say(interaction, words_of(interaction)("party-jumped", position=spelled(to)))


class EditForm(RoutedModal):
    """When, seats, note; for a series also whether all that follow are meant."""

    def __init__(self, view: PartyView, words: Words) -> None:
        super().__init__(title=words("party-edit-title"))
        party = self.party = view.party
        self.when: ui.TextInput[EditForm] = ui.TextInput(
            required=False, max_length=100, placeholder=wall_time(party.starts_at, party.zone, words)[:100]
        )
        self.seats: ui.TextInput[EditForm] = ui.TextInput(
            required=False, max_length=3, default=str(party.seats) if party.seats else None
        )
        self.note: ui.TextInput[EditForm] = ui.TextInput(
            required=False, max_length=300, default=view.note, style=discord.TextStyle.paragraph
        )
        self.add_item(
            ui.Label(text=words("party-edit-when"), description=words("party-edit-when-hint"), component=self.when)
        )
        self.add_item(
            ui.Label(text=words("party-edit-seats"), description=words("party-edit-seats-hint"), component=self.seats)
        )
        if party.note is None or view.note is not None:  # what they may not read they leave as it is
            self.add_item(ui.Label(text=words("party-edit-note"), component=self.note))
        self.scope: ui.RadioGroup[EditForm] | None = None
        if view.rule is not None and party.state is not State.DRAFT:
            self.scope = ui.RadioGroup()
            self.scope.add_option(label=words("party-edit-one"), value="one", default=True)
            self.scope.add_option(label=words("party-edit-all"), value=ALL)
            self.add_item(ui.Label(text=words("party-edit-scope"), component=self.scope))

    def _note(self) -> str | None:
        return None if self.party.note is not None and self.note.default is None else self.note.value

    async def submitted(self, interaction: Press) -> None:
        app, asker, words, party = interaction.client.app, asker_of(interaction), words_of(interaction), self.party
        written = self.seats.value.strip()
        if written and not written.isdecimal():
            raise EtoileError("party-seats-wrong", most=500)
        start = None
        if self.when.value.strip():
            zone, base = party.zone, wall_of(party.starts_at, party.zone)
            read = parse_when(self.when.value, now=app.clock.now(), zone=zone, locale=asker.locale, base=base)
            start = read.instant
        edit = Edit(starts_at=start, seats=int(written or 0), note=self._note())
        if party.state is State.DRAFT:
            await app.party_changes.amend_draft(asker, party.id, edit)
            await redraw(interaction, preview(await app.parties.preview(asker, party.id), words))
            return
        await edit_party(interaction, party.id, edit, following=self.scope is not None and self.scope.value == ALL)


async def edit_party(interaction: Press, party_id: int, edit: Edit, *, following: bool) -> None:
    """Change the party, and say so. Raises EtoileError."""
    await interaction.client.app.party_changes.edit(asker_of(interaction), party_id, edit, following=following)
    await say(interaction, words_of(interaction)("party-edited-all" if following else "party-edited"))
