"""The lines that say what the clock comes to: a common start, the next episode. Taken back when that no longer holds.

They ping nobody. Each press of the clock asks for them anew, so a crash or a failed try costs nothing; which lines
have been overtaken follows from the clock alone.
"""

from __future__ import annotations

import logging
from datetime import datetime

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, outcome_of
from bot.domain.delivery import Delivery
from bot.domain.party import Party, State
from bot.domain.playback import ClockPress, Phase
from bot.services.parties.clock import where_of
from bot.services.parties.outbox import go_at, next_is, start_of
from bot.services.parties.values import PartyView
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.delivery import NONCE_LASTS, Letter, look_up
from cogs.ui.kit.links import jump
from cogs.ui.parties.clock_panel import CLOCK, from_where
from cogs.ui.parties.controls import SteerButton
from cogs.ui.parties.outbox import post_once

log = logging.getLogger(__name__)


async def announce_start(bot: EtoileBot, party_id: int, now: datetime) -> None:
    """Say at which instant everybody presses play, or which episode is next, and take back what no longer holds."""
    view = await bot.app.parties.view(party_id)
    if view.clock is None:
        return
    try:
        for line in await bot.app.party_lines.overtaken(party_id):
            await _take_back(bot, view, line, now)
    finally:  # what was said must not keep anybody from hearing what holds
        await _say(bot, view, now)
    after = (await bot.app.parties.view(party_id)).clock
    if after is not None and after.presses != view.clock.presses:  # pressed meanwhile, perhaps in another process
        await announce_start(bot, party_id, now)


async def _say(bot: EtoileBot, view: PartyView, now: datetime) -> None:
    party, state = view.party, view.clock
    if state is None or party.state is not State.LIVE:
        return
    words, found = bot.app.text.words(party.locale), where_of(view, state, now)
    if found.phase in (Phase.COUNTDOWN, Phase.BREAK):
        key = "party-go" if found.phase is Phase.COUNTDOWN else "party-go-break"
        text = words(
            key, name=words("party-episode", episode=state.episode), from_where=from_where(found.position, words),
            at=stamp(found.since, "T"), soon=stamp(found.since, "R"),
        )  # fmt: skip
        await _say_once(bot, party, go_at(found.since), text, now)
    elif found.phase is Phase.WAITING and state.episode > party.first_episode:
        await _say_once(bot, party, next_is(state.episode), await _next(bot, party, state.episode), now)


async def _say_once(bot: EtoileBot, party: Party, purpose: str, text: str, now: datetime) -> None:
    said = await bot.app.party_lines.said(party.id, purpose)
    message_id = await post_once(bot, party, purpose, party.place_id, now, Letter(content=text))
    if said and message_id is not None:  # it was taken back, or for another position
        place = await bot.app.deliveries.place_of(party.id, purpose)
        await _rewrite(bot, party.guild_id, party.place_id if place is None else place[0], message_id, text)


async def _next(bot: EtoileBot, party: Party, episode: int) -> str:
    words = bot.app.text.words(party.locale)
    return words("party-go-next", name=words("party-episode", episode=episode), link=await _clock_link(bot, party))


async def _clock_link(bot: EtoileBot, party: Party) -> str:
    place = await bot.app.deliveries.place_of(party.id, CLOCK) or (party.channel_id, party.message_id or 0)
    return jump(party.guild_id, *place)


async def _take_back(bot: EtoileBot, view: PartyView, line: Delivery, now: datetime) -> None:
    party, words = view.party, bot.app.text.words(view.party.locale)
    channel_id, message_id = line.channel_id or party.place_id, line.message_id
    if message_id is None:  # nobody knows whether it arrived
        message_id = await _find(bot, party, channel_id, line)
    if message_id is not None:
        text = words("party-go-off", link=await _clock_link(bot, party))
        await _rewrite(bot, party.guild_id, channel_id, message_id, text)
    elif now - line.tried_at < NONCE_LASTS:  # whoever is sending it looks again afterwards
        return
    await bot.app.party_lines.mark_taken_back(party, line.purpose, now)


async def _find(bot: EtoileBot, party: Party, channel_id: int, line: Delivery) -> int | None:
    channel, start = bot.get_partial_messageable(channel_id, guild_id=party.guild_id), start_of(line.purpose)
    if start is not None:
        letter = Letter(marker=stamp(start, "T"))
    else:
        letter = Letter(content=await _next(bot, party, int(line.purpose.partition(":")[2])))
    message = await look_up(bot, channel, letter, since=line.tried_at)
    return None if message is None else message.id


async def _rewrite(bot: EtoileBot, guild_id: int, channel_id: int, message_id: int, text: str) -> None:
    """Replace what a line says. A message or channel that is gone is an outcome."""
    channel = bot.get_partial_messageable(channel_id, guild_id=guild_id)
    try:
        await channel.get_partial_message(message_id).edit(content=text)
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
        log.info("line %d cannot be rewritten: %s", message_id, error.code)


async def ask_to_wait(bot: EtoileBot, view: PartyView, user_id: int, now: datetime) -> None:
    """Ask the hosts to pause, for somebody who comes: once for each state of the clock, whoever asks."""
    party, words = view.party, bot.app.text.words(view.party.locale)
    hosts = sorted({party.host_id, *party.cohost_ids} - {0})
    ask = ui.View(timeout=None)
    ask.add_item(SteerButton.draw(words("party-steer-pause"), what=ClockPress.PAUSE.value, party_id=party.id))
    marks = " ".join(f"<@{host}>" for host in hosts)
    text = f"{marks}\n{words('party-wait-line', who=f'<@{user_id}>')}".lstrip()
    presses = 0 if view.clock is None else view.clock.presses
    letter = Letter(content=text, view=ask, users=hosts)
    await post_once(bot, party, f"wait:{presses}", party.place_id, now, letter)
