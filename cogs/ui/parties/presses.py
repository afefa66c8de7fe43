"""What presses on the card, the list and the end card do."""

from __future__ import annotations

import logging

from discord import ui

from bot.discordpy.answers import AnswerLost
from bot.discordpy.codes import told
from bot.domain.party import Party, Rsvp, SeatStatus, may_manage
from bot.services.parties.clock import Counted
from bot.services.parties.values import Answered
from bot.services.progress import Change
from cogs.ui import recaps
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.links import card_url
from cogs.ui.kit.panel import Item
from cogs.ui.kit.reply import answer, asker_of, redraw, say, words_of
from cogs.ui.parties.calendar import calendar, google_link
from cogs.ui.parties.card import card, place_line, who
from cogs.ui.parties.controls import (
    AnswerButton,
    AttendanceButton,
    CalendarButton,
    CatchUpButton,
    ComeToAllButton,
    CountAllButton,
    ListButton,
    MoreButton,
    StillButton,
    TakeButton,
    WatchedButton,
    WhoButton,
)
from cogs.ui.parties.ending import ask_count
from cogs.ui.parties.listing import listed
from cogs.ui.parties.more_panel import more, welcome
from cogs.ui.parties.refresh import redraws_of, take_buttons
from cogs.ui.parties.text import names
from cogs.ui.progress import UndoButton, standing

log = logging.getLogger(__name__)


@pressed(AnswerButton)
async def answer_invitation(interaction: Press, control: AnswerButton) -> None:
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    party_id, said = control.number("party_id"), control.one_of("answer", Rsvp)
    answered = await app.parties.answer(asker, party_id, said)
    message = interaction.message
    if message is not None and message.flags.ephemeral:
        await redraw(interaction, await _more(interaction, party_id))
        return
    redraws = redraws_of(interaction.client)
    if not redraws.lead(party_id):  # the job that every answer sees to draws the card in a moment
        await say(interaction, place_line(answered, words))
        return
    lines = [place_line(answered, words)] if answered.place in (SeatStatus.LINE, SeatStatus.OFFER) else []
    try:
        view = await app.parties.view_of(answered.party)
        await redraw(interaction, card(view, app.text.words(view.party.locale), app.clock.now()))
    except AnswerLost as lost:  # its job draws the card; what counts is said
        log.info("the card of party %d is drawn later: %s", party_id, told(lost.__cause__ or lost))
        lines = [place_line(answered, words)]
    finally:
        redraws.rest(party_id)
    if said.comes:
        await answer(interaction, await _welcome(interaction, answered.party, answered))
    elif lines:
        await say(interaction, "\n".join(lines))


async def _welcome(interaction: Press, party: Party, answered: Answered) -> ui.LayoutView:
    """For whoever comes, alone: their seat and their reminders, and how many episodes they have to go until then."""
    app = interaction.client.app
    choice = await app.parties.reminder_choice(interaction.user.id)
    progress = await app.progress.show(interaction.user.id) or 0
    return welcome(party, answered, choice, words_of(interaction), now=app.clock.now(), progress=progress)


@pressed(MoreButton)
async def open_more(interaction: Press, control: MoreButton) -> None:
    await answer(interaction, await _more(interaction, control.number("party_id")))


@pressed(ComeToAllButton)
async def come_to_all(interaction: Press, control: ComeToAllButton) -> None:
    party_id = control.number("party_id")
    await interaction.client.app.parties.come_to_all(asker_of(interaction), party_id, comes=bool(control.number("on")))
    await redraw(interaction, await _more(interaction, party_id))


async def _more(interaction: Press, party_id: int) -> ui.LayoutView:
    app, asker = interaction.client.app, asker_of(interaction)
    view = await app.parties.here(asker, party_id)
    choice = await app.parties.reminder_choice(asker.user_id)
    manages = may_manage(view.party, asker)
    return more(view, asker.user_id, choice, words_of(interaction), now=app.clock.now(), manages=manages)


@pressed(TakeButton)
async def answer_message(interaction: Press, control: TakeButton) -> None:
    party_id = control.number("party_id")
    asker = asker_of(interaction)
    if asker.guild_id is None:  # pressed in a direct message
        asker = await interaction.client.app.parties.at_home(asker, party_id)
    answered = await interaction.client.app.parties.answer(asker, party_id, control.one_of("answer", Rsvp))
    await say(interaction, place_line(answered, words_of(interaction)))
    message = interaction.message
    if message is not None and message.raw_mentions == [interaction.user.id]:  # it asked nobody else: it is done with
        await take_buttons(interaction.client, message.channel.id, message.id)


@pressed(StillButton)
async def answer_reminder(interaction: Press, control: StillButton) -> None:
    party_id = control.number("party_id")
    asker = asker_of(interaction)
    if asker.guild_id is None:  # pressed in a direct message
        asker = await interaction.client.app.parties.at_home(asker, party_id)
    answered = await interaction.client.app.parties.answer(asker, party_id, control.one_of("answer", Rsvp))
    await say(interaction, place_line(answered, words_of(interaction)))


@pressed(WhoButton)
async def show_who_comes(interaction: Press, control: WhoButton) -> None:
    view = await interaction.client.app.parties.here(asker_of(interaction), control.number("party_id"))
    shown = who(view, words_of(interaction), page=max(control.number("page"), 0))
    if control.number("page") < 0:
        await answer(interaction, shown)
    else:
        await redraw(interaction, shown)


@pressed(ListButton)
async def turn_list(interaction: Press, control: ListButton) -> None:
    await redraw(interaction, await list_of(interaction, page=control.number("page")))


async def list_of(interaction: Press, *, page: int) -> ui.LayoutView:
    """The server's parties for the member who asks."""
    asker, parties = asker_of(interaction), interaction.client.app.parties
    ahead = await parties.upcoming(asker)
    endings = await parties.endings(asker, ahead)
    return listed(ahead, await parties.joined(asker), words_of(interaction), page=page, endings=endings)


@pressed(CalendarButton)
async def give_calendar(interaction: Press, control: CalendarButton) -> None:
    app, words = interaction.client.app, words_of(interaction)
    views = await app.parties.calendar(asker_of(interaction), party_id=control.number("party_id"), whole_series=True)
    await say(
        interaction,
        words("party-calendar-here", count=len(views)),
        files=[await calendar(views, interaction.user.id, words, app.clock.now(), interaction.guild)],
        view=google_link(views[0], interaction.user.id, words, interaction.guild),
    )


@pressed(WatchedButton)
async def count_as_watched(interaction: Press, control: WatchedButton) -> None:
    counted = await interaction.client.app.party_clock.count_as_watched(
        asker_of(interaction), control.number("party_id")
    )
    if counted.change is None:
        await answer(interaction, ask_count(counted, control.number("party_id"), words_of(interaction)))
        return
    await answer(interaction, await _counted(interaction, counted, counted.change))


@pressed(CountAllButton)
async def count_all(interaction: Press, control: CountAllButton) -> None:
    counted = await interaction.client.app.party_clock.count_as_watched(
        asker_of(interaction), control.number("party_id"), sure=True
    )
    if counted.change is not None:
        await redraw(interaction, await _counted(interaction, counted, counted.change))


async def _counted(interaction: Press, counted: Counted, change: Change) -> ui.LayoutView:
    words = words_of(interaction)
    poll = await _next_question(interaction)
    line = words("party-counted", episode=counted.episode) if change.moved else words("party-counted-already")
    undo = UndoButton.draw(words("progress-undo"), stamp=change.stamp) if change.moved else None
    text = f"{line} {standing(change.now, words)}\n-# {words('progress-private')}"
    more = [panel.text(words("party-next-question"))] if poll is not None else []
    return panel.stack([panel.box(panel.text(text), *more, panel.row(undo, poll))])


@pressed(CatchUpButton)
async def catch_up(interaction: Press, control: CatchUpButton) -> None:
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    view = await app.parties.here(asker, control.number("party_id"))
    progress = await app.progress.show(asker.user_id) or 0
    last = view.party.last_episode if view.clock is None else view.clock.watched(view.party.first_episode)
    missed = [episode for episode in range(view.party.first_episode, last + 1) if episode > progress]
    found = await app.recaps.so_far(asker, "upto")
    notice = []
    if missed:  # their recaps ask before they tell
        buttons = [recaps.recap_button(episode, words, named=True) for episode in missed]
        notice = [panel.text(words("party-missed-it", count=len(missed), episode=missed[0])), *panel.rows(buttons)]
    await answer(interaction, recaps.private(found, recaps.words_for(interaction, found.request), notice=notice))


@pressed(AttendanceButton)
async def show_attendance(interaction: Press, control: AttendanceButton) -> None:
    words = words_of(interaction)
    view = await interaction.client.app.parties.guard(asker_of(interaction), control.number("party_id"))
    there = view.attended
    line = words("party-there", count=len(there), names=names(there, words, most=60))
    await answer(interaction, panel.stack([panel.box(panel.text(line if there else words("party-there-nobody")))]))


async def _next_question(interaction: Press) -> Item | None:
    """The way to an arc of the server, which asks at each episode, while the presser has not answered all of theirs."""
    poll = await interaction.client.app.polls.voting.next_question(asker_of(interaction))
    url = None if poll is None else card_url(poll)
    return None if url is None else panel.link(words_of(interaction)("party-to-poll"), url)
