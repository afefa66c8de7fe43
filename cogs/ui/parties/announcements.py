"""The line that says what the clock was told last, at the foot of the chat: one short line for each press, and the
previous one goes. It pings nobody.

Each press of the clock asks for it anew, so a crash or a failed try costs nothing; what the line says follows from the
clock alone.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, outcome_of, told
from bot.domain.delivery import Delivery
from bot.domain.party import Party, State
from bot.domain.playback import BACK, ClockPress, Playback, Stored, spelled
from bot.services.parties.outdated import line_of
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.delivery import LOOKED_THROUGH, NONCE_LASTS, SKEW, Letter
from cogs.ui.kit.links import jump
from cogs.ui.parties.clock_panel import CLOCK, for_everybody, from_where
from cogs.ui.parties.controls import HostButton, SteerButton
from cogs.ui.parties.sending import post_once

log = logging.getLogger(__name__)


async def say_line(bot: EtoileBot, party_id: int, now: datetime) -> None:
    """Say what the clock was told last, below all that was said since, and take the earlier lines away."""
    view = await bot.app.parties.view(party_id)
    party, state = view.party, view.clock
    if state is None:
        return
    live = party.state is State.LIVE
    try:
        text = await _text(bot, view, state) if live else None
        if text is not None:
            letter = Letter(content=text, view=_buttons(view, bot.app.text.words(party.locale), now))
            await post_once(bot, party, line_of(state), party.place_id, now, letter)
    finally:  # what cannot be said anew must not keep up what is wrong
        for line in await bot.app.party_lines.earlier(party_id, line_of(state) if live else "", end_cards=live):
            await _take_away(bot, party, line, now)
    after = (await bot.app.parties.view(party_id)).clock
    if after is not None and after.presses != state.presses:  # pressed meanwhile, perhaps in another process
        await say_line(bot, party_id, now)


async def _text(bot: EtoileBot, view: PartyView, state: Playback) -> str | None:
    """What the line says; None for what needs none, such as the ready check."""
    party, words = view.party, bot.app.text.words(view.party.locale)
    name, at, soon = words("party-episode", episode=state.episode), stamp(state.since, "T"), stamp(state.since, "R")
    if state.stored is Stored.PAUSED and not state.position:
        key = "party-go-next" if state.episode > party.first_episode else "party-line-waiting"
        return words(key, name=name, link=await _clock_link(bot, party))
    if state.stored is Stored.PAUSED:
        return words("party-line-paused", position=spelled(state.position))
    if state.stored is not Stored.RUNNING:
        return None
    if state.break_minutes:
        return words("party-go-break", name=name, from_where=from_where(state.position, words), at=at, soon=soon)
    if state.before is None:
        return words("party-line-on", position=spelled(state.position), at=at)
    if _went_back(state.before, state):
        return words("party-line-back", position=spelled(state.position), at=at)
    return words("party-go", name=name, from_where=from_where(state.position, words), at=at, soon=soon)


def _went_back(before: Playback, after: Playback) -> bool:
    """Whether everybody pressed "back" on their own player while it played."""
    if before.stored is not Stored.RUNNING or before.since > after.since:
        return False
    was = before.at(after.since)
    return after.position == max(was - BACK, timedelta())


def _buttons(view: PartyView, words: Words, now: datetime) -> ui.View:
    """What can be pressed at the foot of the chat, so that nobody has to look for the clock."""
    row = ui.View(timeout=None)
    for item in for_everybody(view, words, now):
        row.add_item(item)
    row.add_item(HostButton.draw(words("party-host-controls"), emoji="🎛️", party_id=view.party.id))
    return row


async def _clock_link(bot: EtoileBot, party: Party) -> str:
    place = await bot.app.deliveries.place_of(party.id, CLOCK) or (party.channel_id, party.message_id or 0)
    return jump(party.guild_id, *place)


async def _take_away(bot: EtoileBot, party: Party, line: Delivery, now: datetime) -> None:
    channel_id, message_id = line.channel_id or party.place_id, line.message_id
    if message_id is None:  # nobody knows whether it arrived
        message_id = await _find(bot, party, channel_id, line)
        if message_id is None and now - line.tried_at < NONCE_LASTS:  # whoever sends it looks again afterwards
            return
    if message_id is not None:
        try:
            await bot.http.delete_message(channel_id, message_id)
        except discord.HTTPException as error:
            if outcome_of(error) not in CARD_STAYS:
                raise
            log.info("line %d cannot be taken away: %s", message_id, told(error))
    await bot.app.deliveries.forget(party.id, line.purpose)


async def _find(bot: EtoileBot, party: Party, channel_id: int, line: Delivery) -> int | None:
    """A line that was tried and not noted: a message of words with the lines' button, and none that is known."""
    channel = bot.get_partial_messageable(channel_id, guild_id=party.guild_id)
    known = {one.message_id for one in await bot.app.party_lines.earlier(party.id, "", end_cards=False)}
    me = bot.application_id if bot.user is None else bot.user.id
    try:
        async for message in channel.history(limit=LOOKED_THROUGH, after=line.tried_at - SKEW, oldest_first=True):
            if message.author.id == me and message.content and message.id not in known and _is_line(message, party):
                return message.id
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
    return None


def _is_line(message: discord.Message, party: Party) -> bool:
    items = ui.View.from_message(message).walk_children()
    return any(str(getattr(item, "custom_id", "")).endswith(f":where:{party.id}") for item in items)


async def ask_to_wait(bot: EtoileBot, view: PartyView, user_id: int, now: datetime) -> None:
    """Ask the hosts to pause, for somebody who comes; or tell them that it stands still, where "Wait!" pauses by
    itself. Once for each state of the clock, whoever asks."""
    party, words = view.party, bot.app.text.words(view.party.locale)
    hosts = sorted({party.host_id, *party.cohost_ids} - {0})
    ask = ui.View(timeout=None)
    press = ClockPress.RESUME if party.wait_pauses else ClockPress.PAUSE
    ask.add_item(SteerButton.draw(words(f"party-steer-{press}"), what=press.value, party_id=party.id))
    marks = " ".join(f"<@{host}>" for host in hosts)
    key = "party-wait-line-paused" if party.wait_pauses else "party-wait-line"
    text = f"{marks}\n{words(key, who=f'<@{user_id}>')}".lstrip()
    presses = 0 if view.clock is None else view.clock.presses
    letter = Letter(content=text, view=ask, users=hosts)
    await post_once(bot, party, f"wait:{presses}", party.place_id, now, letter)
