"""The forms of parties: where to jump to, what to change."""

from __future__ import annotations

from dataclasses import replace

import discord
from discord import ui

from bot.domain.instants import to_ms
from bot.domain.party import MAX_SEATS, NOTE_LENGTH, Party, State
from bot.domain.playback import ClockPress, position_of
from bot.domain.walltime import wall_of
from bot.domain.zone_names import find_zones, zones_named
from bot.errors import EtoileError
from bot.services.parties.values import Edit, PartyView, Proposal
from bot.text import Words
from bot.when import Asked, Reading, parse_when
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedModal
from cogs.ui.kit.escaping import one_line
from cogs.ui.kit.reply import answer, asker_of, redraw, words_of
from cogs.ui.parties.clock_panel import clock, host_controls
from cogs.ui.parties.controls import EditStartButton, JumpAgainButton
from cogs.ui.parties.edit_preview import MOST_READINGS, ask_start, edit_preview, reading_label
from cogs.ui.parties.manage_panel import ALL, line
from cogs.ui.parties.preview import preview
from cogs.ui.parties.start_question import ask_draft_start, asked_starts, read_elsewhere
from cogs.ui.parties.text import city, wall_time


class JumpForm(RoutedModal):
    """Where to? A position that cannot be is kept for another try."""

    def __init__(self, party: Party, words: Words, *, typed: str = "") -> None:
        super().__init__(title=words("party-jump-title"))
        self.party = party
        self.place: ui.TextInput[JumpForm] = ui.TextInput(placeholder="17:42", max_length=40, default=typed or None)
        self.add_item(
            ui.Label(text=words("party-jump-label"), description=words("party-jump-hint"), component=self.place)
        )

    async def submitted(self, interaction: Press) -> None:
        words, to = words_of(interaction), position_of(self.place.value)
        try:
            if to is None:
                raise EtoileError("party-no-position")
            view = await interaction.client.app.party_clock.press(
                asker_of(interaction), self.party.id, ClockPress.JUMP, to=to
            )
        except EtoileError as error:
            typed = self.place.value.replace(":", ".")
            again = JumpAgainButton.draw(words("party-try-again"), typed=typed, party_id=self.party.id)
            text = panel.text(words.error(error))
            await answer(interaction, panel.stack([panel.box(text, panel.row(again))]))
            return
        await after_press(interaction, view)


async def after_press(interaction: Press, view: PartyView) -> None:
    """Show what a press of the clock led to: on the hosts' own panel, or on the clock where it was pressed."""
    app, message = interaction.client.app, interaction.message
    if message is not None and message.flags.ephemeral:
        await redraw(interaction, host_controls(view, words_of(interaction), app.clock.now()))
    elif message is not None and message.flags.components_v2:
        await redraw(interaction, clock(view, app.text.words(view.party.locale), app.clock.now()))
    else:
        await answer(interaction, host_controls(view, words_of(interaction), app.clock.now()))


class EditForm(RoutedModal):
    """When, seats, note, for whom; for a series also whether all that follow are meant."""

    def __init__(self, view: PartyView, words: Words) -> None:
        super().__init__(title=words("party-edit-title"))
        party = self.party = view.party
        hint = words("party-edit-when-hint", city=city(party.zone))
        self.when: ui.TextInput[EditForm] = ui.TextInput(
            required=False, max_length=100, placeholder=wall_time(party.starts_at, party.zone, words)[:100]
        )
        self.seats: ui.TextInput[EditForm] = ui.TextInput(
            required=False, max_length=3, default=str(party.seats) if party.seats else None
        )
        self.note: ui.TextInput[EditForm] = ui.TextInput(
            required=False, max_length=NOTE_LENGTH, default=view.note, style=discord.TextStyle.paragraph
        )
        self.add_item(
            ui.Label(
                text=words("party-edit-when"),
                description=hint,
                component=self.when,
            )
        )
        self.add_item(
            ui.Label(text=words("party-edit-seats"), description=words("party-edit-seats-hint"), component=self.seats)
        )
        if party.note is None or view.note is not None:  # what they may not read they leave as it is
            self.add_item(ui.Label(text=words("party-edit-note"), component=self.note))
        kind = discord.SelectDefaultValueType.role
        self.roles: ui.RoleSelect[EditForm] = ui.RoleSelect(
            min_values=0, max_values=10, required=False, placeholder=words("party-everybody"),
            default_values=[discord.SelectDefaultValue(id=role_id, type=kind) for role_id in sorted(party.role_ids)],
        )  # fmt: skip
        self.add_item(ui.Label(text=words("party-edit-roles"), component=self.roles))
        self.scope: ui.RadioGroup[EditForm] | None = None
        if view.rule is not None and party.state is not State.DRAFT:
            self.scope = ui.RadioGroup()
            self.scope.add_option(label=words("party-edit-one"), value="one", default=True)
            self.scope.add_option(label=words("party-edit-all"), value=ALL)
            self.add_item(ui.Label(text=words("party-edit-scope"), component=self.scope))

    def _note(self) -> str | None:
        return None if self.party.note is not None and self.note.default is None else self.note.value

    async def submitted(self, interaction: Press) -> None:
        party = self.party
        written = self.seats.value.strip()
        if written and not written.isdecimal():
            raise EtoileError("party-seats-wrong", most=MAX_SEATS)
        roles = tuple(role.id for role in self.roles.values if not role.is_default())
        edit = Edit(seats=int(written or 0), note=self._note(), role_ids=roles)
        when = self.when.value.strip() or None
        if party.state is State.DRAFT:
            await amend_draft(interaction, party, when, edit)
            return
        following = self.scope is not None and self.scope.value == ALL
        await propose_edit(interaction, party, when, edit, following=following)


class CityForm(RoutedModal):
    """On whose clock was that meant, when the city is not among those offered?"""

    def __init__(self, party_id: int, words: Words) -> None:
        super().__init__(title=words("party-city-title"))
        self.party_id = party_id
        self.city: ui.TextInput[CityForm] = ui.TextInput(max_length=60)
        self.add_item(ui.Label(text=words("party-city"), description=words("party-city-hint"), component=self.city))

    async def submitted(self, interaction: Press) -> None:
        app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
        fitting = list(zones_named(self.city.value)) or find_zones(self.city.value)
        if not fitting:
            raise EtoileError("party-no-city", typed=one_line(self.city.value, 60))
        shown = await app.parties.preview(asker, self.party_id)
        if len(fitting) == 1:
            await read_elsewhere(interaction, shown.view.party, await app.zones.tell(asker.user_id, fitting[0]))
            return
        if starts := asked_starts(interaction.message):
            await redraw(interaction, ask_draft_start(shown.view.party, starts, words, cities=fitting))
            return
        await redraw(interaction, preview(shown, words, app.clock.now(), cities=fitting))


def start_typed(interaction: Press, party: Party, when: str) -> tuple[Reading, ...]:
    """What was typed as a party's new start: on the party's own clock, and whatever is not typed stays as it is.

    Several when it can mean several moments. Raises EtoileError when it means none.
    """
    base = wall_of(party.starts_at, party.zone)
    now, locale = interaction.client.app.clock.now(), asker_of(interaction).locale
    try:
        return (parse_when(when, now=now, zone=party.zone, locale=locale, base=base),)
    except Asked as asked:
        return asked.readings


async def amend_draft(interaction: Press, party: Party, when: str | None, edit: Edit) -> None:
    """Change a draft and show it again; or ask which moment was meant. Raises EtoileError."""
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    readings = () if when is None else start_typed(interaction, party, when)
    if len(readings) == 1:
        edit = replace(edit, starts_at=readings[0].instant)
    await app.party_changes.amend_draft(asker, party.id, edit)
    if len(readings) > 1:
        draft = (await app.parties.preview(asker, party.id)).view.party
        await redraw(interaction, ask_draft_start(draft, [one.instant for one in readings], words))
        return
    await redraw(interaction, preview(await app.parties.preview(asker, party.id), words, app.clock.now()))


async def propose_edit(interaction: Press, party: Party, when: str | None, edit: Edit, *, following: bool) -> None:
    """Show what a change would do, with a button that does it; or ask which moment was meant. Raises EtoileError."""
    changes, asker, words = interaction.client.app.party_changes, asker_of(interaction), words_of(interaction)
    readings = () if when is None else start_typed(interaction, party, when)
    if len(readings) > 1:
        kept = await changes.keep(asker, party.id, edit, following=following)
        buttons = [
            EditStartButton.draw(reading_label(one.instant, party.zone, words), at=to_ms(one.instant), edit_id=kept.id)
            for one in readings[:MOST_READINGS]
        ]
        await answer(interaction, ask_start([one.instant for one in readings], party.zone, buttons, words))
        return
    if readings:
        edit = replace(edit, starts_at=readings[0].instant)
    proposal = await changes.propose(asker, party.id, edit, following=following)
    await answer(interaction, proposed(proposal, words))


def proposed(proposal: Proposal, words: Words) -> ui.LayoutView:
    """The change to be confirmed, or that there is none."""
    return line(words("party-edit-nothing")) if proposal.is_idle else edit_preview(proposal, words)
