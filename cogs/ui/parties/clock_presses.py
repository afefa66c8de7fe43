"""What presses on the party clock do."""

from __future__ import annotations

import logging

import discord

from bot.discordpy.answers import AnswerLost
from bot.discordpy.codes import told
from bot.domain.party import State, may_manage
from bot.domain.playback import ClockPress, position_of
from bot.errors import EtoileError
from bot.services.parties.values import PartyView
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.links import jump
from cogs.ui.kit.reply import answer, ask, asker_of, begin, redraw, say, words_of
from cogs.ui.parties.announcements import ask_to_wait
from cogs.ui.parties.card import card
from cogs.ui.parties.clock_panel import clock, ended_panel, host_controls, where_line
from cogs.ui.parties.controls import (
    EndButton,
    HostButton,
    JumpAgainButton,
    JumpButton,
    ReadyButton,
    SteerButton,
    WaitButton,
    WhereButton,
)
from cogs.ui.parties.forms import JumpForm, after_press

log = logging.getLogger(__name__)


@pressed(ReadyButton)
async def get_ready(interaction: Press, control: ReadyButton) -> None:
    app, words, party_id = interaction.client.app, words_of(interaction), control.number("party_id")
    asker = asker_of(interaction)
    if asker.guild_id is None:  # pressed in a direct message
        asker = await app.parties.at_home(asker, party_id)
    ready = await app.party_clock.ready(asker, party_id)
    view = await app.parties.view(party_id)
    party, message, public = view.party, interaction.message, app.text.words(view.party.locale)
    sentence = words("party-you-are-ready" if ready else "party-you-are-not-ready")
    if message is not None and message.flags.components_v2:
        stands_on_card = message.id == party.message_id
        drawn = card(view, public, app.clock.now()) if stands_on_card else clock(view, public, app.clock.now())
        try:
            await redraw(interaction, drawn)
        except AnswerLost as lost:  # its job draws it; what counts is said
            log.info("the clock of party %d is drawn later: %s", party_id, told(lost.__cause__ or lost))
        else:
            if not stands_on_card:  # in the thread the countdown is before their eyes
                return
    if party.thread_id is None:
        await say(interaction, sentence)
        return
    way = panel.link(words("party-to-thread"), jump(party.guild_id, party.thread_id))
    text = panel.text(f"{sentence} {words('party-countdown-there', thread=f'<#{party.thread_id}>')}")
    await answer(interaction, panel.stack([panel.box(text, panel.row(way))]))


@pressed(HostButton)
async def open_host_controls(interaction: Press, control: HostButton) -> None:
    app, party_id = interaction.client.app, control.number("party_id")
    view = await app.parties.here(asker_of(interaction), party_id)
    if not may_manage(view.party, asker_of(interaction)):
        raise EtoileError("party-may-not-steer")
    await answer(interaction, host_controls(view, words_of(interaction), app.clock.now()))


@pressed(SteerButton)
async def steer_clock(interaction: Press, control: SteerButton) -> None:
    app, party_id = interaction.client.app, control.number("party_id")
    view = await app.party_clock.press(asker_of(interaction), party_id, control.one_of("what", ClockPress))
    await after_press(interaction, view)


@pressed(WaitButton)
async def ask_for_a_pause(interaction: Press, control: WaitButton) -> None:
    app, words = interaction.client.app, words_of(interaction)
    await begin(interaction, thinking=True)
    view = await app.party_clock.ask_to_wait(asker_of(interaction), control.number("party_id"))
    await ask_to_wait(interaction.client, view, interaction.user.id, app.clock.now())
    await say(interaction, words("party-wait-paused" if view.party.wait_pauses else "party-wait-asked"))


@pressed(JumpButton)
async def ask_position(interaction: Press, control: JumpButton) -> None:
    view = await interaction.client.app.parties.here(asker_of(interaction), control.number("party_id"))
    if not may_manage(view.party, asker_of(interaction)):
        raise EtoileError("party-may-not-steer")
    await ask(interaction, JumpForm(view.party, words_of(interaction)))


@pressed(JumpAgainButton)
async def ask_position_again(interaction: Press, control: JumpAgainButton) -> None:
    view = await interaction.client.app.parties.here(asker_of(interaction), control.number("party_id"))
    typed = control.word("typed").replace(".", ":")
    await ask(interaction, JumpForm(view.party, words_of(interaction), typed=typed))


@pressed(EndButton)
async def end_party(interaction: Press, control: EndButton) -> None:
    app, words, party_id = interaction.client.app, words_of(interaction), control.number("party_id")
    if control.number("sure"):
        await app.party_clock.press(asker_of(interaction), party_id, ClockPress.END)
        await redraw(interaction, ended_panel(party_id, words))
        return
    await app.parties.guard(asker_of(interaction), party_id)
    sure = EndButton.draw(words("party-end-sure"), style=discord.ButtonStyle.danger, sure=1, party_id=party_id)
    await answer(interaction, panel.stack([panel.box(panel.text(words("party-end-question")), panel.row(sure))]))


@pressed(WhereButton)
async def show_position(interaction: Press, control: WhereButton) -> None:
    found = await interaction.client.app.party_clock.where(asker_of(interaction), control.number("party_id"))
    await say(interaction, where_line(found, words_of(interaction), interaction.client.app.clock.now()))


async def steer(interaction: Press, view: PartyView, what: ClockPress, position: str | None) -> None:
    """What the buttons do, by options; the clock as it stands then, for the presser alone. Raises EtoileError."""
    app, words = interaction.client.app, words_of(interaction)
    to = position_of(position or "") if what is ClockPress.JUMP else None
    if what is ClockPress.JUMP and to is None:
        raise EtoileError("party-no-position")
    view = await app.party_clock.press(asker_of(interaction), view.party.id, what, to=to)
    if view.party.state is State.OVER:
        await answer(interaction, ended_panel(view.party.id, words))
        return
    await answer(interaction, clock(view, words, app.clock.now()))
