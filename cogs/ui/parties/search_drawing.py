"""The message of a search for a time where it stands: posted once, drawn again when somebody ticks, once after it was
deleted."""

from __future__ import annotations

import logging
from datetime import datetime
from weakref import WeakKeyDictionary, ref

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, Outcome, outcome_of, told
from bot.domain.delivery import DeliveryKey
from bot.domain.time_search import SearchState, TimeSearch
from bot.services.parties.searches import SearchView
from bot.text import Words
from cogs.ui.kit.controls import custom_id_of
from cogs.ui.kit.delivery import Letter, send_directly, send_once
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.kit.pictures import attached, gallery
from cogs.ui.kit.redraws import Redraws
from cogs.ui.parties.search_controls import SearchHostButton
from cogs.ui.parties.search_panel import overlap, search_card
from cogs.ui.parties.text import episodes_named

WINDOW = 2.0
"""Seconds between two drawings of one message."""
PICTURE = "etoile-times.png"

log = logging.getLogger(__name__)
_redraws: WeakKeyDictionary[EtoileBot, Redraws] = WeakKeyDictionary()


def search_redraws_of(bot: EtoileBot) -> Redraws:
    """What presses of this client draw themselves; every change has a job, too, which sees to it that it is done."""
    if bot not in _redraws:
        held = ref(bot)  # `_redraws` would keep a client alive that its own values hold

        async def draw(search_id: int) -> None:
            if (client := held()) is not None:
                await draw_search(client, search_id, client.app.clock.now())

        _redraws[bot] = Redraws(draw, window=WINDOW)
    return _redraws[bot]


async def draw_search(bot: EtoileBot, search_id: int, now: datetime) -> None:
    """Make the message show what is. Raises what Discord answers, where that may pass."""
    view = await bot.app.time_searches.find(search_id)
    if view is None or view.search.state is SearchState.DRAFT:
        return
    if view.search.message_id is None:
        if view.search.state in (SearchState.OPEN, SearchState.CLOSED):
            await _post(bot, view, now, purpose="search:card")
        return
    shown = await _edit(bot, view, now)
    if view.search.state not in (SearchState.OPEN, SearchState.CLOSED):
        return
    if shown is Outcome.MESSAGE_GONE and not view.search.replaced:
        await _post(bot, view, now, purpose="search:again")
    elif shown is Outcome.CHANNEL_GONE:
        await lose_search(bot, search_id, now)


async def _edit(bot: EtoileBot, view: SearchView, now: datetime) -> Outcome | None:
    search, words = view.search, bot.app.text.words(view.search.locale)
    picture = await overlap(view, words, now)
    file = None if picture is None else attached(picture, PICTURE)
    channel = bot.get_partial_messageable(search.channel_id, guild_id=search.guild_id)
    card = search_card(view, words, now, picture=None if file is None else gallery(file))
    try:
        await channel.get_partial_message(search.message_id or 0).edit(view=card, attachments=[file] if file else [])
    except discord.HTTPException as error:
        if outcome_of(error) not in (Outcome.CHANNEL_GONE, Outcome.MESSAGE_GONE):
            raise  # where I may not write for now, its job comes again
        log.info("the message of a search for a time in channel %s is gone: %s", search.channel_id, told(error))
        return outcome_of(error)
    return None


async def _post(bot: EtoileBot, view: SearchView, now: datetime, *, purpose: str) -> None:
    search, words = view.search, bot.app.text.words(view.search.locale)
    picture = await overlap(view, words, now)
    file = None if picture is None else attached(picture, PICTURE)
    letter = Letter(
        view=search_card(view, words, now, picture=None if file is None else gallery(file)),
        files=[] if file is None else [file],
        marker=custom_id_of(SearchHostButton.route, {"search_id": search.id}),
    )
    key = DeliveryKey(guild_id=search.guild_id, subject_id=search.id, purpose=purpose)
    channel = bot.get_partial_messageable(search.channel_id, guild_id=search.guild_id)
    try:
        message_id = await send_once(bot, key, channel, letter, now)
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise
        log.warning("a search for a time ends, channel %s is closed to me: %s", search.channel_id, told(error))
        await lose_search(bot, search.id, now)
        return
    await bot.app.time_searches.posted(search.id, message_id, replaced=purpose == "search:again")


async def lose_search(bot: EtoileBot, search_id: int, now: datetime) -> None:
    """Its channel is gone or closed: end it, and tell its host and the moderators' log."""
    search = await bot.app.time_searches.give_up(search_id)
    if search is None:
        return
    words = await server_words(bot, search.guild_id)
    key = DeliveryKey(guild_id=search.guild_id, subject_id=search.id, purpose="logged:search-lost")
    await log_line(bot, search.guild_id, _lost_line(search, words), once=key)
    if search.host_id:
        choice = await bot.app.parties.reminder_choice(search.host_id)
        theirs = bot.app.text.words(choice.locale or search.locale)
        await write_to_host(bot, search, "search:lost", Letter(content=_lost_line(search, theirs)), now)


def _lost_line(search: TimeSearch, words: Words) -> str:
    name = episodes_named(search.first_episode, search.last_episode, words)
    return words("party-find-lost", name=name, channel=f"<#{search.channel_id}>", host=f"<@{search.host_id}>")


async def write_to_host(bot: EtoileBot, search: TimeSearch, purpose: str, letter: Letter, now: datetime) -> None:
    """Write to the host directly: it is their search, and there is no other way. What does not arrive is logged."""
    key = DeliveryKey(guild_id=search.guild_id, subject_id=search.id, purpose=purpose, user_id=search.host_id)
    try:
        await send_directly(bot, key, letter, now)
    except UNANSWERED as error:
        log.info("the host of a search for a time cannot be written to: %s", told(error))
