"""Drawing the card and the clock where they stand: posted once, edited by their ids, posted anew when deleted."""

from __future__ import annotations

import logging
from datetime import datetime

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, PLACE_CLOSED, Outcome, outcome_of
from bot.domain.party import State
from bot.domain.playback import Phase
from bot.services.parties.clock import where_of
from bot.services.parties.values import PartyView
from cogs.ui.kit.delivery import Letter
from cogs.ui.parties.card import card
from cogs.ui.parties.clock_panel import CLOCK, clock
from cogs.ui.parties.outbox import post_once

log = logging.getLogger(__name__)


async def draw_card(bot: EtoileBot, party_id: int, now: datetime) -> datetime | None:
    """Make the card and the clock show what is. Returns when they have to be drawn again, if by itself."""
    view = await bot.app.parties.view(party_id)
    party = view.party
    words = bot.app.text.words(party.locale)
    if party.state in (State.DRAFT, State.PLANNED):
        return None
    if party.message_id is None:
        if party.state is State.OPEN:
            await _post_card(bot, view, now)
        return None
    await edit(bot, party.channel_id, party.message_id, party.guild_id, card(view, words, now))
    return await _draw_clock(bot, view, now)


async def _post_card(bot: EtoileBot, view: PartyView, now: datetime) -> None:
    party = view.party
    words = bot.app.text.words(party.locale)
    message_id = await post_once(
        bot,
        party,
        f"card:{party.sequence}",
        party.channel_id,
        now,
        Letter(view=card(view, words, now), marker=f"answer:going:{party.id}"),
    )
    if message_id is not None:
        await bot.app.parties.placed(party.id, message_id=message_id)


async def post_again(bot: EtoileBot, view: PartyView, channel_id: int, now: datetime) -> int:
    """Post the card anew, because the old one is gone; returns the new message's id. Raises HTTPException."""
    words = bot.app.text.words(view.party.locale)
    channel = bot.get_partial_messageable(channel_id, guild_id=view.party.guild_id)
    message = await channel.send(view=card(view, words, now))
    await bot.app.parties.placed(view.party.id, message_id=message.id)
    return message.id


async def is_there(bot: EtoileBot, view: PartyView) -> bool:
    """Whether the card still stands where it was posted."""
    party = view.party
    if party.message_id is None:
        return False
    channel = bot.get_partial_messageable(party.channel_id, guild_id=party.guild_id)
    try:
        await channel.fetch_message(party.message_id)
    except discord.HTTPException as error:
        if outcome_of(error) in (Outcome.MESSAGE_GONE, Outcome.CHANNEL_GONE):
            return False
        if outcome_of(error) not in PLACE_CLOSED:
            raise
    return True


async def _draw_clock(bot: EtoileBot, view: PartyView, now: datetime) -> datetime | None:
    place = await bot.app.deliveries.place_of(view.party.id, CLOCK)
    state = view.clock
    if place is None or state is None:
        return None
    words = bot.app.text.words(view.party.locale)
    await edit(bot, place[0], place[1], view.party.guild_id, clock(view, words, now))
    await _say_in_voice(bot, view, now)
    if view.party.state is not State.LIVE:
        return None
    phase = where_of(view, state, now).phase
    return state.since if phase in (Phase.COUNTDOWN, Phase.BREAK) else None


async def _say_in_voice(bot: EtoileBot, view: PartyView, now: datetime) -> None:
    """Show below the voice channel's name what is on, or nothing when it is over. Refusals do not matter."""
    if view.party.voice_id is None or view.clock is None:
        return
    words = bot.app.text.words(view.party.locale)
    status = None
    if view.party.state is State.LIVE:
        phase = where_of(view, view.clock, now).phase
        status = words("party-voice", name=words("party-episode", episode=view.clock.episode), phase=phase.value)
    try:
        await bot.http.edit_voice_channel_status(status, channel_id=view.party.voice_id)
    except discord.HTTPException as error:
        log.info("the status of voice channel %d cannot be set: %s", view.party.voice_id, error.code)


async def edit(bot: EtoileBot, channel_id: int, message_id: int, guild_id: int, view: ui.LayoutView) -> None:
    """Replace a message's panel. A message or channel that is gone is an outcome."""
    channel = bot.get_partial_messageable(channel_id, guild_id=guild_id)
    try:
        await channel.get_partial_message(message_id).edit(view=view)
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
        log.info("message %d cannot be drawn anew: %s", message_id, error.code)


async def take_buttons(bot: EtoileBot, channel_id: int, message_id: int) -> None:
    """Leave a plain message without its buttons: what it asked has been answered. One that is gone is an outcome."""
    try:
        await bot.get_partial_messageable(channel_id).get_partial_message(message_id).edit(view=None)
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
        log.info("the buttons of message %d stay: %s", message_id, error.code)
