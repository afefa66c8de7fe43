"""What presses on the party clock do."""

from __future__ import annotations

from datetime import timedelta

import discord

from bot.domain.party import may_manage
from bot.domain.playback import position_of
from bot.errors import EtoileError
from cogs.ui.kit import panel
from cogs.ui.kit.reply import answer, asker_of, redraw, say, words_of
from cogs.ui.kit.routes import Press, pressed
from cogs.ui.parties.clock_panel import BREAK_MINUTES, CLOCK, clock, where_line
from cogs.ui.parties.controls import EndButton, JumpButton, ReadyButton, SteerButton, WhereButton
from cogs.ui.parties.forms import JumpForm


@pressed(ReadyButton)
async def get_ready(interaction: Press, control: ReadyButton) -> None:
    app = interaction.client.app
    party_id = control.number("party_id")
    ready = await app.party_clock.ready(asker_of(interaction), party_id)
    view = await app.parties.view(party_id)
    place = await app.party_due.posted(party_id, CLOCK)
    if place is not None and interaction.message is not None and interaction.message.id == place[1]:
        await redraw(interaction, clock(view, app.text.words(view.party.locale), app.clock.now()))
        return
    await say(interaction, words_of(interaction)("party-you-are-ready" if ready else "party-you-are-not-ready"))


@pressed(SteerButton)
async def steer_clock(interaction: Press, control: SteerButton) -> None:
    app = interaction.client.app
    what = control.word("what")
    to = timedelta(minutes=BREAK_MINUTES) if what == "break" else None
    view = await app.party_clock.press(asker_of(interaction), control.number("party_id"), what, to=to)
    await redraw(interaction, clock(view, app.text.words(view.party.locale), app.clock.now()))


@pressed(JumpButton)
async def ask_position(interaction: Press, control: JumpButton) -> None:
    view = await interaction.client.app.parties.view(control.number("party_id"))
    if not may_manage(view.party, asker_of(interaction)):
        raise EtoileError("party-may-not-steer")
    await interaction.response.send_modal(JumpForm(words_of(interaction), view.party.id))


@pressed(EndButton)
async def end_party(interaction: Press, control: EndButton) -> None:
    app, words, party_id = interaction.client.app, words_of(interaction), control.number("party_id")
    if control.number("sure"):
        await app.party_clock.press(asker_of(interaction), party_id, "end")
        await redraw(interaction, panel.stack([panel.box(panel.text(words("party-ended")))]))
        return
    await app.parties.guard(asker_of(interaction), party_id)
    sure = EndButton.draw(words("party-end-sure"), style=discord.ButtonStyle.danger, sure=1, party_id=party_id)
    await answer(interaction, panel.stack([panel.box(panel.text(words("party-end-question")), panel.row(sure))]))


@pressed(WhereButton)
async def show_position(interaction: Press, control: WhereButton) -> None:
    found = await interaction.client.app.party_clock.where(asker_of(interaction), control.number("party_id"))
    await say(interaction, where_line(found, words_of(interaction), interaction.client.app.clock.now()))


async def steer(interaction: Press, party_id: int, what: str, position: str | None) -> None:
    """What the buttons do, by options; the clock as it stands then, for the presser alone. Raises EtoileError."""
    app, words = interaction.client.app, words_of(interaction)
    to = position_of(position or "") if what == "jump" else None
    if what == "jump" and to is None:
        raise EtoileError("party-no-position")
    view = await app.party_clock.press(asker_of(interaction), party_id, what, to=to)
    await answer(interaction, clock(view, words, app.clock.now()))
