"""Those who come, as members of the server: who is still there, who is to be called, and the role for a seat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, Outcome, outcome_of
from bot.domain.delivery import DeliveryKey
from bot.domain.party import Party
from bot.domain.party_trouble import Trouble
from bot.services.parties.schedule import THREAD_BEFORE
from bot.services.parties.values import Call
from cogs.ui.parties.thread import open_thread

log = logging.getLogger(__name__)

LOOKED_UP_SECONDS = 10.0
"""How long to look people up before they are called: whoever is not known by then is called all the same."""
ROLE_STAYS = PLACE_CLOSED | {Outcome.MEMBER_GONE, Outcome.ROLE_GONE}
"""Who or what is gone, or refused: no role to be changed."""

Who = Callable[[int, datetime], Awaitable[Call | None]]


async def call_of(bot: EtoileBot, who: Who, party_id: int, now: datetime) -> Call | None:
    """Whom to call, once those who left the server are out and the thread is there (near the start)."""
    call = await who(party_id, now)
    if call is None:
        return None
    party = call.view.party
    gone = await _gone(bot, call, now)
    if gone:
        await bot.app.party_due.remove_people(party_id, gone, now)
    if party.host_id in gone:
        await bot.app.party_places.note(party, Trouble.HOST_GONE, now)
    near = party.thread_id is None and now >= party.starts_at - THREAD_BEFORE
    opened = near and await open_thread(bot, party, now) is not None
    return await who(party_id, now) or call if gone or opened else call


async def _gone(bot: EtoileBot, call: Call, now: datetime) -> set[int]:
    """Who of these has left the server: looked up, because leaving is not announced to us. Side by side and only for a
    while: whoever cannot be looked up in time, or at all, counts as there and is called. Who was looked up by an
    earlier try is not looked up again."""
    party, gone, there = call.view.party, set[int](), list[int]()
    looked = DeliveryKey(guild_id=party.guild_id, subject_id=party.id, purpose=f"looked:{call.purpose}")
    known = await bot.app.deliveries.reached(party.id, looked.purpose)

    async def look(user_id: int) -> None:
        await bot.pace.turn()
        try:
            await bot.http.get_member(party.guild_id, user_id)
        except UNANSWERED as error:
            if outcome_of(error) is Outcome.MEMBER_GONE:
                gone.add(user_id)
        else:
            there.append(user_id)

    people = dict.fromkeys([party.host_id, *call.here, *call.direct])  # the host first
    looks = [asyncio.create_task(look(user_id)) for user_id in people if user_id and user_id not in known]
    try:
        if looks:
            await asyncio.wait(looks, timeout=LOOKED_UP_SECONDS)
    finally:
        for task in looks:
            task.cancel()
    await bot.app.deliveries.mark_reached(looked, there, now, 0)
    return gone


async def change_role(bot: EtoileBot, party: Party, user_id: int, now: datetime, *, has_role: bool) -> None:
    """Give or take the role for a seat. Who or what is gone, or refused, is an outcome; what hosts can mend, they are
    told."""
    change = bot.http.add_role if has_role else bot.http.remove_role
    try:
        await change(party.guild_id, user_id, party.seat_role_id or 0, reason=None)
    except discord.HTTPException as error:
        if outcome_of(error) not in ROLE_STAYS:
            raise
        log.info("party %d: a role could not be changed: %s", party.id, error.code)
        if outcome_of(error) is Outcome.ROLE_GONE:
            await bot.app.party_places.let_go(party, party.seat_role_id or 0, Trouble.SEAT_ROLE_GONE, now)
        elif outcome_of(error) is Outcome.NOT_ALLOWED:
            await bot.app.party_places.note(party, Trouble.SEAT_ROLE_FORBIDDEN, now)
