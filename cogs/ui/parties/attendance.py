"""Those who come, as members of the server: who is still there, who is to be called, and the role for a seat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, Outcome, outcome_of
from bot.domain.party import Party
from bot.services.parties.schedule import THREAD_BEFORE
from bot.services.parties.values import Call
from cogs.ui.parties.thread import open_thread

log = logging.getLogger(__name__)

LOOKED_UP = 100
LOOKED_UP_AT_ONCE = 10
LOOKED_UP_SECONDS = 10.0
ROLE_STAYS = PLACE_CLOSED | {Outcome.MEMBER_GONE, Outcome.ROLE_GONE}
"""Who or what is gone, or refused: no role to be changed."""

Who = Callable[[int, datetime], Awaitable[Call | None]]


async def call_of(bot: EtoileBot, who: Who, party_id: int, now: datetime) -> Call | None:
    """Whom to call, once those who left the server are out and the thread is there (near the start)."""
    call = await who(party_id, now)
    if call is None:
        return None
    party = call.view.party
    gone = await _gone(bot, party, [*call.here, *call.direct])
    if gone:
        await bot.app.party_due.departed(party_id, gone, now)
    near = party.thread_id is None and now >= party.starts_at - THREAD_BEFORE
    opened = near and await open_thread(bot, party) is not None
    return await who(party_id, now) or call if gone or opened else call


async def _gone(bot: EtoileBot, party: Party, user_ids: Sequence[int]) -> list[int]:
    """Who of these has left the server: looked up, because leaving is not announced to us. Side by side and only for a
    while: whoever cannot be looked up in time, or at all, counts as there and is called."""
    gone: list[int] = []
    few = asyncio.Semaphore(LOOKED_UP_AT_ONCE)

    async def look(user_id: int) -> None:
        async with few:
            try:
                await bot.http.get_member(party.guild_id, user_id)
            except UNANSWERED as error:
                if outcome_of(error) is Outcome.MEMBER_GONE:
                    gone.append(user_id)

    looks = [asyncio.create_task(look(user_id)) for user_id in user_ids[:LOOKED_UP]]
    try:
        if looks:
            await asyncio.wait(looks, timeout=LOOKED_UP_SECONDS)
    finally:
        for task in looks:
            task.cancel()
    return gone


async def change_role(bot: EtoileBot, party: Party, user_id: int, *, has_role: bool) -> None:
    """Give or take the role for a seat. Who or what is gone, or refused, is an outcome."""
    change = bot.http.add_role if has_role else bot.http.remove_role
    try:
        await change(party.guild_id, user_id, party.seat_role_id or 0, reason=None)
    except discord.HTTPException as error:
        if outcome_of(error) not in ROLE_STAYS:
            raise
        log.info("party %d: a role could not be changed: %s", party.id, error.code)
