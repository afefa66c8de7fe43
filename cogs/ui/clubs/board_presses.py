"""What presses on the board, and commands about a club, do."""

from __future__ import annotations

import logging
from contextlib import AbstractAsyncContextManager

from bot.discordpy.codes import UNANSWERED, told
from bot.domain.cities import PARIS
from bot.domain.log_note import LogNote
from bot.errors import EtoileError
from bot.services.clubs.values import ClubView
from bot.text import Words
from bot.when import parse_day
from cogs.ui.clubs.board import ask_stop, programme
from cogs.ui.clubs.controls import JoinButton, ProgrammeButton, ResumeButton, StopButton
from cogs.ui.clubs.drawing import draw_board
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.escaping import one_line
from cogs.ui.kit.moderator_log import noting
from cogs.ui.kit.reply import answer, asker_of, begin, must_write, redraw, say, words_of
from cogs.ui.parties.text import episodes_named

log = logging.getLogger(__name__)


async def show_programme(interaction: Press, club_id: int | None = None) -> None:
    """Where the member stands, for them alone."""
    found = await interaction.client.app.clubs.programme(asker_of(interaction), club_id)
    await answer(interaction, programme(found, words_of(interaction)))


async def join(interaction: Press, club_id: int | None, *, comes: bool) -> None:
    """Come to all, or no longer by itself."""
    words = words_of(interaction)
    found = await interaction.client.app.clubs.join(asker_of(interaction), club_id, comes=comes)
    told_line = words("club-joined" if comes else "club-left")
    shown = programme(found, words, told=told_line)
    alone = interaction.message is not None and interaction.message.flags.ephemeral
    await (redraw if alone else answer)(interaction, shown)


async def post_board(interaction: Press) -> None:
    """Post the board anew; the earlier one goes."""
    must_write(interaction)
    bot, words = interaction.client, words_of(interaction)
    view = await bot.app.clubs.run_by(asker_of(interaction))
    await begin(interaction, thinking=True)
    club = view.club
    await bot.app.clubs.next_board(asker_of(interaction), club.id)
    try:
        await draw_board(bot, club.id, bot.app.clock.now())
    except UNANSWERED as error:  # its job posts it as soon as Discord takes it, and takes the earlier one away
        log.warning("the board of a club in channel %s is posted later: %s", club.channel_id, told(error))
    await say(interaction, words("club-board-posted", channel=f"<#{club.channel_id}>"))


async def ask_to_stop(interaction: Press) -> None:
    """Ask once whether all that is still to come shall be called off."""
    view = await interaction.client.app.clubs.run_by(asker_of(interaction))
    await answer(interaction, ask_stop(view, words_of(interaction)))


async def pause(interaction: Press, first: str, until: str) -> None:
    """Leave out the dates of the club from one day to another. What cannot be read is handed back."""
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    zone = await app.zones.zone_of(asker) or PARIS
    now, typed = app.clock.now(), " · ".join(f"`{one_line(each, 60)}`" for each in (first, until))
    try:
        begins, ends = (parse_day(each, now=now, zone=zone, locale=asker.locale) for each in (first, until))
        async with _noting(interaction, "club-log-paused") as note:
            done = await app.club_pauses.pause(asker, begins, ends, note)
    except EtoileError as error:
        raise EtoileError("party-find-unread", why=words.error(error), typed=typed) from None
    resume_button = ResumeButton.draw(words("club-resume"), club_id=done.view.club.id)
    text = words("club-paused", count=done.dates, next=_next_line(done.view, words))
    await answer(interaction, panel.stack([panel.box(panel.text(text), panel.row(resume_button))]))


async def resume(interaction: Press, club_id: int | None = None) -> None:
    """Bring back what a pause left out and has not passed."""
    words = words_of(interaction)
    async with _noting(interaction, "club-log-resumed") as note:
        done = await interaction.client.app.club_pauses.resume(asker_of(interaction), club_id, note)
    text = words("club-resumed", count=done.dates, next=_next_line(done.view, words))
    shown = panel.stack([panel.box(panel.text(text))])
    alone = interaction.message is not None and interaction.message.flags.ephemeral
    await (redraw if alone else answer)(interaction, shown)


def _next_line(view: ClubView, words: Words) -> str:
    evening = view.next
    if evening is None:
        return words("club-board-over")
    name = episodes_named(evening.first_episode, evening.last_episode, words)
    return words("club-next-is", name=name, when=stamp(evening.at), soon=stamp(evening.at, "R"))


def _noting(interaction: Press, key: str) -> AbstractAsyncContextManager[LogNote | None]:
    return noting(interaction, lambda public, _: public(key, who=f"<@{interaction.user.id}>"))


@pressed(ResumeButton)
async def press_resume(interaction: Press, control: ResumeButton) -> None:
    await resume(interaction, control.number("club_id"))


@pressed(ProgrammeButton)
async def open_programme(interaction: Press, control: ProgrammeButton) -> None:
    await show_programme(interaction, control.number("club_id"))


@pressed(JoinButton)
async def press_join(interaction: Press, control: JoinButton) -> None:
    await join(interaction, control.number("club_id"), comes=control.number("on") == 1)


@pressed(StopButton)
async def stop(interaction: Press, control: StopButton) -> None:
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    async with _noting(interaction, "club-log-stopped") as note:
        await app.clubs.stop(asker, control.number("club_id"), note)
    await redraw(interaction, panel.stack([panel.box(panel.text(words("club-stopped")))]))
