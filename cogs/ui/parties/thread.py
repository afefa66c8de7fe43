"""The thread of a party: opened on its card, archived when all is over."""

from __future__ import annotations

import logging

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, PLACE_CLOSED, Outcome, outcome_of
from bot.domain.party import Party
from bot.domain.walltime import wall_of
from bot.text import Words
from cogs.ui.parties.text import episodes

log = logging.getLogger(__name__)

NO_THREADS = CARD_STAYS | {Outcome.FULL}
"""Threads are refused here, or the card is gone: the party goes on without."""


async def open_thread(bot: EtoileBot, party: Party) -> int | None:
    """Start the party's thread on its card. None where there is no card, or threads are refused: go on without."""
    if party.message_id is None:
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
            log.info("party %d goes on without a thread: %s", party.id, error.code)
            return None
        else:
            raise
    await bot.app.parties.placed(party.id, thread_id=thread_id)
    return thread_id


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
