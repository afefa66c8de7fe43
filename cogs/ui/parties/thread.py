"""The thread of a party: opened on its card, archived when all is over."""

from __future__ import annotations

import logging
from datetime import datetime

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, PLACE_CLOSED, Outcome, outcome_of, told
from bot.domain.party import Party
from bot.domain.party_trouble import Trouble
from bot.domain.walltime import wall_of
from bot.text import Words
from cogs.ui.parties.text import episodes

log = logging.getLogger(__name__)

NO_THREADS = CARD_STAYS | {Outcome.FULL}
"""Threads are refused here, or the card is gone: the party goes on without."""


async def open_thread(bot: EtoileBot, party: Party, now: datetime) -> int | None:
    """Start the party's thread on its card. None where there is no card, where threads are refused (which is told), or
    where its thread was deleted: go on without."""
    if party.message_id is None or await bot.app.party_places.lost_its_thread(party.id):
        return None
    name = thread_name(party, bot.app.text.words(party.locale))
    try:
        # Not through a message object: those want the guild, which another process may be connected for.
        thread = await bot.http.start_thread_with_message(
            party.channel_id, party.message_id, name=name, auto_archive_duration=1440
        )
        thread_id = int(thread["id"])
    except discord.HTTPException as error:
        if outcome_of(error) is Outcome.EXISTS:  # an earlier try that was cut short
            thread_id = party.message_id
        elif outcome_of(error) in NO_THREADS:
            log.info("party %d goes on without a thread: %s", party.id, told(error))
            if outcome_of(error) is Outcome.NOT_ALLOWED:
                await bot.app.party_places.note(party, Trouble.NO_THREAD, now)
            return None
        else:
            raise
    await bot.app.parties.remember_messages(party.id, thread_id=thread_id)
    return thread_id


async def rename_thread(bot: EtoileBot, party: Party) -> None:
    """Give the thread the name that it should have. One that is gone or closed keeps its own: an outcome."""
    if party.thread_id is None:
        return
    wanted = thread_name(party, bot.app.text.words(party.locale))
    try:
        thread = await bot.http.get_channel(party.thread_id)
        if thread.get("name") != wanted:
            await bot.http.edit_channel(party.thread_id, name=wanted)
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise
        log.info("the thread of party %d keeps its name: %s", party.id, told(error))


async def wake_thread(bot: EtoileBot, thread_id: int) -> bool:
    """Open an archived thread again; whether that was possible (not when it is locked)."""
    try:
        await bot.http.edit_channel(thread_id, archived=False)
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise
        return False
    return True


async def archive_thread(bot: EtoileBot, party: Party) -> None:
    """Archive the party's thread, if it has one that is not."""
    if party.thread_id is None:
        return
    try:
        thread = await bot.fetch_channel(party.thread_id)
        if isinstance(thread, discord.Thread) and not thread.archived:
            await thread.edit(archived=True)
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise


def thread_name(party: Party, words: Words) -> str:
    """Neutral: the episode's number and the day, as the host's calendar has it."""
    day = wall_of(party.starts_at, party.zone)
    return words(
        "party-thread-name", name=episodes(party, words), day=str(day.day), month=words(f"date-month-{day.month}")
    )[:100]
