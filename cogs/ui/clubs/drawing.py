"""The board where it stands: posted once, pinned where that is allowed, drawn again when an evening changes."""

from __future__ import annotations

import logging
from datetime import datetime

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, PLACE_CLOSED, UNANSWERED, Outcome, outcome_of, told
from bot.discordpy.retry import again
from bot.domain.club import Club, Piece
from bot.domain.delivery import DeliveryKey
from bot.services.clubs.boards import replaced_board
from bot.services.clubs.values import ClubView
from bot.services.polls.pictures import draw
from bot.text import Words
from cogs.ui.clubs.board import board
from cogs.ui.clubs.controls import ProgrammeButton
from cogs.ui.kit.controls import custom_id_of
from cogs.ui.kit.delivery import Letter, send_once
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.kit.pictures import attached
from cogs.ui.parties.refresh import edit

log = logging.getLogger(__name__)


async def draw_board(bot: EtoileBot, club_id: int, now: datetime) -> None:
    """Make the board show what is. Raises what Discord answers, where that may pass."""
    view = await bot.app.clubs.find(club_id)
    if view is None:
        return
    club = view.club
    if club.board_id is None:
        await _post(bot, view, now)
        return
    await _take_replaced_away(bot, club)
    drawn, files = await _drawn(bot, view)
    shown = await edit(bot, club.channel_id, club.board_id, club.guild_id, drawn, files)
    if shown is Outcome.MESSAGE_GONE:
        await bot.app.clubs.lost_board(club_id)  # its job comes again, and posts it
    elif shown is not None:
        await _tell_lost(bot, club)


async def _drawn(bot: EtoileBot, view: ClubView) -> tuple[ui.LayoutView, list[discord.File]]:
    """The board with the pieces that its host chose."""
    words, club = bot.app.text.words(view.club.locale), view.club
    arc = await arc_picture(bot, club, words)
    best = await bot.app.club_seasons.best(club)
    return board(view, words, arc=arc, best=best), [] if arc is None else [arc]


async def arc_picture(bot: EtoileBot, club: Club, words: Words) -> discord.File | None:
    """How the arc of a club went, as far as its channel may know; None where there is nothing to be seen."""
    result = await bot.app.club_arcs.shown(club)
    picture = None if result is None else await draw(result, words, public=True)
    return None if picture is None else attached(picture, "arc.png")


async def _post(bot: EtoileBot, view: ClubView, now: datetime) -> None:
    club = view.club
    if view.over and club.boards > 0:
        return  # deleted after the season: that was meant
    key = DeliveryKey(guild_id=club.guild_id, subject_id=club.id, purpose=f"board:{club.boards}")
    channel = bot.get_partial_messageable(club.channel_id, guild_id=club.guild_id)
    marker = custom_id_of(ProgrammeButton.route, {"club_id": club.id})
    drawn, files = await _drawn(bot, view)
    letter = Letter(view=drawn, files=files, marker=marker)
    try:
        message_id = await send_once(bot, key, channel, letter, now)
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise
        log.warning("the board of a club cannot be posted in channel %s: %s", club.channel_id, told(error))
        await _tell_lost(bot, club)
        return
    await bot.app.clubs.board_posted(club.id, message_id)
    if Piece.PIN in club.pieces:
        await _pin(channel, message_id)
    await _take_replaced_away(bot, club)


async def _pin(channel: discord.PartialMessageable, message_id: int) -> None:
    """Pin it. Where that is not allowed, or there are too many, it stands there all the same."""
    try:
        await channel.get_partial_message(message_id).pin()
    except UNANSWERED as error:
        log.info("the board %s is not pinned: %s", message_id, told(error))


async def _tell_lost(bot: EtoileBot, club: Club) -> None:
    """A line in the moderators' log, once; the host hears of the channel by the evenings that stand on it, too."""
    words = await server_words(bot, club.guild_id)
    key = DeliveryKey(guild_id=club.guild_id, subject_id=club.id, purpose="logged:board-lost")
    line = words("club-log-board-lost", channel=f"<#{club.channel_id}>")
    await log_line(bot, club.guild_id, line, once=key)


async def _take_replaced_away(bot: EtoileBot, club: Club) -> None:
    """Delete the board that this one takes the place of. Raises what Discord answers, where that may pass."""
    purpose = replaced_board(club).purpose
    place = await bot.app.deliveries.place_of(club.id, purpose)
    if place is None:
        return
    channel = bot.get_partial_messageable(place[0], guild_id=club.guild_id)
    try:
        await again(channel.get_partial_message(place[1]).delete)
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
        log.info("an earlier board in channel %s stays: %s", place[0], told(error))
    await bot.app.deliveries.forget(club.id, purpose)
