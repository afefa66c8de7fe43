"""Calendar files of parties, as attachments."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from datetime import datetime

import discord

from bot.calendar_files import Entry, calendar_file
from bot.domain.party import State
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit.links import jump
from cogs.ui.parties.text import episodes


def entry(view: PartyView, words: Words) -> Entry:
    """A party as an entry of a calendar: without a title, a note or a name."""
    party = view.party
    uid = f"party-{party.id}" if party.series_id is None else f"series-{party.series_id}-{party.occurrence}"
    link = jump(party.guild_id, party.channel_id, party.message_id)
    return Entry(
        uid=f"{uid}@etoile-bot",
        title=words("party-event-name", name=episodes(party, words)),
        text=words("party-event-text", link=link),
        start=party.starts_at,
        end=party.starts_at + party.length,
        sequence=party.sequence,
        cancelled=party.state is State.CANCELLED,
        place=words("party-event-place"),
        link=link,
    )


async def calendar(views: Sequence[PartyView], words: Words, now: datetime) -> discord.File:
    """The .ics file of these parties."""
    entries = [entry(view, words) for view in views]
    data = await asyncio.to_thread(calendar_file, entries, name=words("party-calendar-name"), now=now)
    return discord.File(io.BytesIO(data), filename="etoile.ics")
