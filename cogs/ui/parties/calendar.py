"""Calendar files of parties, as attachments."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from datetime import datetime

import discord
from discord import ui

from bot.calendar_files import Entry, calendar_file, google_url
from bot.domain.party import SeatStatus, State
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.links import jump
from cogs.ui.parties.text import episodes


def entry(view: PartyView, user_id: int, words: Words, guild: discord.Guild | None) -> Entry:
    """A party as an entry of this member's calendar: without a title, a note or a name. `guild` knows its channels."""
    party = view.party
    uid = f"party-{party.id}" if party.series_id is None else f"series-{party.series_id}-{party.occurrence}"
    link = jump(party.guild_id, party.channel_id, party.message_id)
    voice = None if guild is None or party.voice_id is None else guild.get_channel(party.voice_id)
    return Entry(
        uid=f"{uid}@etoile-bot",
        title=words("party-event-name", name=episodes(party, words)),
        text=words("party-event-text", link=link),
        start=party.starts_at,
        end=party.starts_at + party.length,
        sequence=party.sequence,
        cancelled=party.state is State.CANCELLED,
        place=words("party-event-place") if voice is None else words("party-in-voice", channel=voice.name),
        link=link,
        busy=any(person.user_id == user_id for person in view.holding(SeatStatus.SEAT)),
    )


def google_link(view: PartyView, user_id: int, words: Words, guild: discord.Guild | None) -> ui.View:
    """The way to Google's calendar, for one party."""
    buttons = ui.View(timeout=None)
    buttons.add_item(panel.link(words("party-google"), google_url(entry(view, user_id, words, guild))))
    return buttons


async def calendar(
    views: Sequence[PartyView], user_id: int, words: Words, now: datetime, guild: discord.Guild | None
) -> discord.File:
    """The .ics file of these parties."""
    entries = [entry(view, user_id, words, guild) for view in views]
    data = await asyncio.to_thread(calendar_file, entries, name=words("party-calendar-name"), now=now)
    return discord.File(io.BytesIO(data), filename="etoile.ics")
