"""What a party has to say: to everybody where it talks, and to those who asked for it directly."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TypeVar

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import NOT_REACHED, PLACE_CLOSED, UNANSWERED, Outcome, outcome_of, told
from bot.domain.delivery import DeliveryKey
from bot.domain.party import Party
from bot.domain.party_trouble import Trouble
from bot.services.parties.values import Call
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.delivery import Letter, send_directly, send_once
from cogs.ui.kit.links import jump

log = logging.getLogger(__name__)
T = TypeVar("T")

CALLED_AT_ONCE = 75
"""Names in one message."""


async def post_once(
    bot: EtoileBot, party: Party, purpose: str, channel_id: int, now: datetime, letter: Letter, *, user_id: int = 0
) -> int | None:
    """Send a message for this purpose unless it was sent, and return its id. `user_id`: whom it concerns alone.

    Where the party's thread is closed or gone it goes to the channel of the card. None when that cannot be written to
    either: an outcome, not a failure. Whatever is closed is noted, and its host and the moderators are told.
    """
    key = DeliveryKey(guild_id=party.guild_id, subject_id=party.id, purpose=purpose, user_id=user_id)
    for place_id in dict.fromkeys((channel_id, party.channel_id)):
        channel = bot.get_partial_messageable(place_id, guild_id=party.guild_id)
        try:
            return await send_once(bot, key, channel, letter, now)
        except discord.HTTPException as error:
            if outcome_of(error) not in PLACE_CLOSED:
                raise
            log.warning("party %d: channel %d cannot be written to (%s)", party.id, place_id, told(error))
            await note_closed(bot, party, place_id, outcome_of(error), now)
    return None


async def note_closed(bot: EtoileBot, party: Party, place_id: int, outcome: Outcome | None, now: datetime) -> None:
    """Note that a place of the party cannot be written to, and give up a thread that is gone."""
    places = bot.app.party_places
    if place_id == party.channel_id:
        gone = outcome is Outcome.CHANNEL_GONE
        await places.note(party, Trouble.CHANNEL_GONE if gone else Trouble.CHANNEL_FORBIDDEN, now)
    elif outcome is Outcome.CHANNEL_GONE:
        await places.let_go(party, place_id, Trouble.THREAD_GONE, now)
    else:
        closed = outcome is Outcome.CLOSED
        await places.note(party, Trouble.THREAD_CLOSED if closed else Trouble.THREAD_FORBIDDEN, now)


async def call_people(
    bot: EtoileBot,
    call: Call,
    now: datetime,
    *,
    text: Callable[[Words], str],
    make_view: Callable[[Words], ui.View] | None = None,
    roles: Sequence[int] = (),
    alone: bool = True,
) -> None:
    """Call those who want it where the party talks, `CALLED_AT_ONCE` to a message, and directly, in their own language,
    who opted in. Who was reached by an earlier try is not called again, and whom a direct message does not reach is
    called where the party talks: nobody's closed door silences the others, and neither does a channel that fails.

    `text` comes after the names. `alone`: post it also when there is nobody to call. Raises what the channel answered,
    once everybody else was called.
    """
    reached = await bot.app.deliveries.reached(call.view.party.id, call.purpose)
    here = [user_id for user_id in call.here if user_id not in reached]
    direct = [user_id for user_id in call.direct if user_id not in reached]

    async def together() -> None:
        if here or roles or (alone and not call.here):
            await _call_here(bot, call, here, now, text=text, make_view=make_view, roles=roles)

    async def alone_with(user_id: int) -> bool:
        theirs = bot.app.text.words(call.locale_of(user_id))
        view = None if make_view is None else make_view(theirs)
        return await write_directly(bot, call.view.party, call.purpose, user_id, now, theirs, text(theirs), view)

    first, *arrived = await asyncio.gather(together(), *map(alone_with, direct), return_exceptions=True)
    unreached = [user_id for user_id, one in zip(direct, arrived, strict=True) if one is not True]
    if unreached:
        await _call_here(bot, call, unreached, now, text=text, make_view=make_view)
    if isinstance(first, BaseException):
        raise first


async def _call_here(
    bot: EtoileBot,
    call: Call,
    user_ids: list[int],
    now: datetime,
    *,
    text: Callable[[Words], str],
    make_view: Callable[[Words], ui.View] | None,
    roles: Sequence[int] = (),
) -> None:
    """Call these where the party talks, and note each of them. Nobody to name: one message all the same."""
    party = call.view.party
    words = bot.app.text.words(party.locale)
    whole = DeliveryKey(guild_id=party.guild_id, subject_id=party.id, purpose=call.purpose)
    starts = range(0, len(user_ids), CALLED_AT_ONCE) or range(1)
    for start in starts:
        part = user_ids[start : start + CALLED_AT_ONCE]
        called = roles if start == 0 else ()
        marks = [f"<@&{role_id}>" for role_id in called] + [f"<@{user_id}>" for user_id in part]
        letter = Letter(
            content=f"{' '.join(marks)}\n{text(words)}" if marks else text(words),
            view=make_view(words) if make_view is not None else None,
            users=part,
            roles=called,
        )
        first = part[0] if part else 0
        message_id = await post_once(bot, party, f"{call.purpose}:here", party.place_id, now, letter, user_id=first)
        if message_id is not None and part:
            await bot.app.deliveries.mark_reached(whole, part, now, message_id)


async def for_each(bot: EtoileBot, do: Callable[[T], Awaitable[None]], them: Sequence[T]) -> None:
    """Do it for each of them side by side: what fails for one keeps nobody else from it. Raises the first failure."""

    async def one(each: T) -> None:
        await bot.pace.turn()
        await do(each)

    failures = [found for found in await asyncio.gather(*map(one, them), return_exceptions=True) if found is not None]
    if failures:
        raise failures[0]


async def write_directly(
    bot: EtoileBot,
    party: Party,
    purpose: str,
    user_id: int,
    now: datetime,
    words: Words,
    text: str,
    view: ui.View | None = None,
    *,
    owed: bool = False,
) -> bool:
    """Send a direct message to somebody who asked for it, with the way to the party below, in `words`. Whether it
    arrived. When the door is closed for good, stop trying. `owed`: there is no other way to tell them, so what may
    arrive later is raised."""
    view = view or ui.View(timeout=None)
    view.add_item(way(party, words))
    key = DeliveryKey(guild_id=party.guild_id, subject_id=party.id, purpose=purpose, user_id=user_id)
    try:
        outcome = await send_directly(bot, key, Letter(content=text, view=view), now)
    except UNANSWERED as error:
        if owed:
            raise
        log.info("party %d: a direct message has not arrived in time (%s)", party.id, told(error))
        return False
    if outcome in NOT_REACHED and outcome is not Outcome.MEMBER_GONE:
        await bot.app.parties.no_direct(user_id)
    return outcome is None


def way(party: Party, words: Words) -> panel.Item:
    """The button that leads to where the party talks: its thread, else its card."""
    if party.thread_id is not None:
        return panel.link(words("party-to-thread"), jump(party.guild_id, party.thread_id))
    return panel.link(words("party-to-card"), jump(party.guild_id, party.channel_id, party.message_id))
