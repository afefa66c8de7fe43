"""Drawing the card and the clock where they stand: posted once, edited by their ids, posted anew when deleted."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from weakref import WeakKeyDictionary, ref

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, PLACE_CLOSED, UNANSWERED, Outcome, outcome_of, told
from bot.discordpy.retry import again
from bot.domain.delivery import DeliveryKey
from bot.domain.party import IN_THREAD, Party, State
from bot.domain.party_trouble import Trouble
from bot.domain.playback import Phase
from bot.services.parties.clock import where_of
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.delivery import Letter, send_once
from cogs.ui.kit.links import jump
from cogs.ui.kit.redraws import Redraws
from cogs.ui.parties.card import card
from cogs.ui.parties.clock_panel import CLOCK, clock
from cogs.ui.parties.sending import note_closed, post_once
from cogs.ui.parties.text import episodes
from cogs.ui.parties.thread import wake_thread

log = logging.getLogger(__name__)

WINDOW = 0.5
"""Seconds between two drawings of one card by presses."""
_redraws: WeakKeyDictionary[EtoileBot, Redraws] = WeakKeyDictionary()

REFUSED_AGAIN = timedelta(minutes=30)
"""After so long a card is drawn again that we were not allowed to draw."""
CARDS_REPLACED = 1
"""How often a card that was deleted is posted anew by itself."""


def redraws_of(bot: EtoileBot) -> Redraws:
    """Which party cards presses of this client draw themselves. All others are drawn by the job that every change of a
    party schedules: many share one."""
    if bot not in _redraws:
        held = ref(bot)  # `_redraws` would keep a client alive that its own values hold

        async def draw(party_id: int) -> None:
            if (client := held()) is not None:
                await draw_card(client, party_id, client.app.clock.now())

        _redraws[bot] = Redraws(draw, window=WINDOW)
    return _redraws[bot]


async def draw_card(bot: EtoileBot, party_id: int, now: datetime) -> datetime | None:
    """Make the card and the clock show what is. Returns when they have to be drawn again, if by itself."""
    view = await bot.app.parties.find(party_id)
    if view is None or view.party.state in (State.DRAFT, State.PLANNED):
        return None
    party, words = view.party, bot.app.text.words(view.party.locale)
    if party.message_id is None:
        if party.state is State.OPEN:
            await _post_card(bot, view, f"card:{party.sequence}", now)
        return None
    if party.left_cards:
        await _point_from_left_cards(bot, view, now)
    shown = await edit(bot, party.channel_id, party.message_id, party.guild_id, card(view, words, now))
    if shown is Outcome.MESSAGE_GONE and party.state in (State.OPEN, State.LIVE):
        await _replace_card(bot, view, now)
    elif shown is Outcome.CHANNEL_GONE and party.state in (State.OPEN, State.LIVE):
        await note_closed(bot, party, party.channel_id, shown, now)
    again_at = await _draw_clock(bot, view, now)
    if shown in (Outcome.NOT_ALLOWED, Outcome.CLOSED):  # it may be allowed again
        return min(again_at or now + REFUSED_AGAIN, now + REFUSED_AGAIN)
    return again_at


async def _replace_card(bot: EtoileBot, view: PartyView, now: datetime) -> None:
    """The card was deleted: post it anew, and tell. Whoever deletes that one too means it: then only tell."""
    party = view.party
    replaced = await bot.app.party_places.cards_replaced(party.id)
    if replaced < CARDS_REPLACED:
        await post_again(bot, view, now)
        await bot.app.party_places.note(party, Trouble.CARD_AGAIN, now)
    else:
        await bot.app.party_places.note(party, Trouble.CARD_GONE, now)


async def _post_card(bot: EtoileBot, view: PartyView, purpose: str, now: datetime) -> int | None:
    """Post the card; its id, None where nothing can be written to its channel."""
    party = view.party
    letter = Letter(view=card(view, bot.app.text.words(party.locale), now), marker=f"answer:going:{party.id}")
    message_id = await post_once(bot, party, purpose, party.channel_id, now, letter)
    if message_id is not None:
        await bot.app.parties.remember_messages(party.id, message_id=message_id)
    return message_id


async def _point_from_left_cards(bot: EtoileBot, view: PartyView, now: datetime) -> None:
    """Where the card stood before its channel was changed, and in the thread below it: say where the party is now."""
    party, words = view.party, bot.app.text.words(view.party.locale)
    link = panel.link(words("party-to-card"), jump(party.guild_id, party.channel_id, party.message_id))
    text = panel.text(words("party-moved-to", name=episodes(party, words), channel=f"<#{party.channel_id}>"))
    for channel_id, message_id in party.left_cards:
        moved = panel.stack([panel.box(text, panel.row(link))])
        if message_id != IN_THREAD:
            await edit(bot, channel_id, message_id, party.guild_id, moved)
        else:
            await _say_in_left_thread(bot, party, channel_id, words, now)
    await bot.app.party_due.forget_left_cards(party.id, party.left_cards)


async def _say_in_left_thread(bot: EtoileBot, party: Party, thread_id: int, words: Words, now: datetime) -> None:
    """A word where those who come have talked so far. A thread that is gone or closed goes without."""
    moved = words("party-moved-to", name=episodes(party, words), channel=f"<#{party.channel_id}>")
    letter = Letter(content=f"{moved} {jump(party.guild_id, party.channel_id, party.message_id)}")
    key = DeliveryKey(guild_id=party.guild_id, subject_id=party.id, purpose=f"left:{thread_id}")
    try:
        await send_once(bot, key, bot.get_partial_messageable(thread_id, guild_id=party.guild_id), letter, now)
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise
        log.info("the thread %d that party %d has left is closed: %s", thread_id, party.id, told(error))


async def post_again(bot: EtoileBot, view: PartyView, now: datetime) -> int | None:
    """Post the card anew, because the old one is gone: once for each that was lost. Its id, None where nothing can be
    written to its channel."""
    return await _post_card(bot, view, f"card-again:{view.party.message_id}", now)


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
    party, state = view.party, view.clock
    place = await bot.app.deliveries.place_of(party.id, CLOCK)
    if place is None or state is None:
        return None
    drawn = clock(view, bot.app.text.words(party.locale), now)
    shown = await edit(bot, place[0], place[1], party.guild_id, drawn)
    if shown is Outcome.CLOSED and party.state is State.LIVE and await wake_thread(bot, place[0]):
        shown = await edit(bot, place[0], place[1], party.guild_id, drawn)
    if shown is not None and party.state is State.LIVE:  # deleted, or in a thread that is closed: it stands anew
        if shown is not Outcome.MESSAGE_GONE:
            await note_closed(bot, party, place[0], shown, now)
        await bot.app.deliveries.forget(party.id, CLOCK)
        await post_clock(bot, await bot.app.parties.view(party.id), now)
    await _say_in_voice(bot, view, now)
    if party.state is not State.LIVE:
        return None
    phase = where_of(view, state, now).phase
    return state.since if phase in (Phase.COUNTDOWN, Phase.BREAK) else None


async def post_clock(bot: EtoileBot, view: PartyView, now: datetime) -> None:
    """Post the clock where the party talks, unless it stands there."""
    party = view.party
    drawn = clock(view, bot.app.text.words(party.locale), now)
    await post_once(bot, party, CLOCK, party.place_id, now, Letter(view=drawn, marker=f"hosts:{party.id}"))


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
    except UNANSWERED as error:
        log.info("the status of voice channel %d cannot be set: %s", view.party.voice_id, told(error))
        if outcome_of(error) is Outcome.CHANNEL_GONE:
            await bot.app.party_places.let_go(view.party, view.party.voice_id, Trouble.VOICE_GONE, now)


async def edit(
    bot: EtoileBot,
    channel_id: int,
    message_id: int,
    guild_id: int,
    view: ui.LayoutView,
    files: Sequence[discord.File] | None = None,
) -> Outcome | None:
    """Replace a message's panel, and its `files` unless that is None. None when it shows it now; what is gone or closed
    is an outcome."""
    channel = bot.get_partial_messageable(channel_id, guild_id=guild_id)
    try:
        if files is None:
            await channel.get_partial_message(message_id).edit(view=view)
        else:
            await channel.get_partial_message(message_id).edit(view=view, attachments=list(files))
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
        log.info("message %d in channel %d cannot be drawn anew: %s", message_id, channel_id, told(error))
        return outcome_of(error)
    return None


async def take_buttons(bot: EtoileBot, channel_id: int, message_id: int) -> None:
    """Leave a plain message without its buttons: what it asked has been answered. Never raises what Discord answers."""
    message = bot.get_partial_messageable(channel_id).get_partial_message(message_id)
    try:
        await again(lambda: message.edit(view=None))
    except UNANSWERED as error:  # pressing one of them once more changes nothing
        log.info("the buttons of message %d stay: %s", message_id, told(error))
