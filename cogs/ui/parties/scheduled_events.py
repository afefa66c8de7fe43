"""The mirror of a party among the server's own events. Ours is the truth: what is changed there is put right."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TypedDict

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, Outcome, outcome_of
from bot.domain.party import AHEAD, Mirror, Party, State
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit.delivery import Letter
from cogs.ui.kit.links import jump
from cogs.ui.parties.controls import CancelButton, MirrorButton
from cogs.ui.parties.sending import post_once
from cogs.ui.parties.text import episodes, host_of

log = logging.getLogger(__name__)


async def mirror_party(bot: EtoileBot, party_id: int, now: datetime) -> None:
    """Make the server's event like the party: created, changed, cancelled, ended. Refusals are remembered."""
    view = await bot.app.parties.find(party_id)
    if view is None:
        return
    party = view.party
    if party.mirror is not Mirror.ON or party.message_id is None or not await bot.app.party_due.may_mirror(party_id):
        return
    try:
        # Due work belongs to every process, also to those that are not connected for this server.
        guild = bot.get_guild(party.guild_id) or await bot.fetch_guild(party.guild_id, with_counts=False)
        event_id = await _make_like(bot, guild, view, now)
    except discord.HTTPException as error:
        outcome = outcome_of(error)
        if outcome in (Outcome.NOT_ALLOWED, Outcome.FULL):
            state = Mirror.FULL if outcome is Outcome.FULL else Mirror.REFUSED
            await bot.app.party_due.set_event(party_id, event_id=party.event_id, mirror=state)
            return
        if outcome is Outcome.EVENT_GONE:  # ended or removed meanwhile: whoever did that is asked what holds
            return
        raise
    if event_id != party.event_id:
        await bot.app.party_due.set_event(party_id, event_id=event_id, mirror=Mirror.ON)


async def _make_like(bot: EtoileBot, guild: discord.Guild, view: PartyView, now: datetime) -> int | None:
    party = view.party
    words = bot.app.text.words(party.locale)
    place = await place_of(bot, guild, party, words)
    event = await _event(bot, guild, party, words)
    if party.state in (State.CANCELLED, State.OVER):
        await _finish(event, party)
        return None if event is None else event.id
    if party.state not in AHEAD or party.starts_at <= now:  # Discord moves no event that has begun
        return party.event_id
    wanted = details(party, words, place)
    if event is None:
        event = await guild.create_scheduled_event(
            **wanted, entity_type=discord.EntityType.external, privacy_level=discord.PrivacyLevel.guild_only
        )
        await _drop_others(bot, guild, event)
    elif differs(event, wanted):
        await event.edit(**wanted)
    return event.id


async def _event(bot: EtoileBot, guild: discord.Guild, party: Party, words: Words) -> discord.ScheduledEvent | None:
    """The party's event; also one that we made without learning its id, known by its link."""
    if party.event_id is not None:
        try:
            return await guild.fetch_scheduled_event(party.event_id, with_counts=False)
        except discord.HTTPException as error:
            if outcome_of(error) not in (Outcome.EVENT_GONE, Outcome.MESSAGE_GONE):  # a 404 without a code of its own
                raise
            return None
    text = details(party, words, "")["description"]
    for event in await guild.fetch_scheduled_events(with_counts=False):
        if event.description == text and bot.user is not None and event.creator_id == bot.user.id:
            return event
    return None


async def _drop_others(bot: EtoileBot, guild: discord.Guild, kept: discord.ScheduledEvent) -> None:
    """Discord may have made an event without confirming it, and another when it was asked again. One stays."""
    for other in await guild.fetch_scheduled_events(with_counts=False):
        ours = bot.user is not None and other.creator_id == bot.user.id
        if ours and other.id != kept.id and other.description == kept.description:
            await other.delete()


async def _finish(event: discord.ScheduledEvent | None, party: Party) -> None:
    if event is None:
        return
    if event.status is discord.EventStatus.scheduled:
        await event.cancel()
    elif event.status is discord.EventStatus.active:
        await event.end()


class Details(TypedDict):
    """What a mirrored event says."""

    name: str
    description: str
    start_time: datetime
    end_time: datetime
    location: str


async def place_of(bot: EtoileBot, guild: discord.Guild, party: Party, words: Words) -> str:
    """Where the event takes place: the name of its voice channel, if it has one that is there. (An event that belongs
    to a voice channel would need rights there, and never starts by itself.)"""
    if party.voice_id is None:
        return words("party-event-place")
    channel = guild.get_channel(party.voice_id)
    if channel is None:  # not connected for this server, or it is gone
        try:
            found = await bot.fetch_channel(party.voice_id)
        except discord.HTTPException as error:
            if outcome_of(error) not in PLACE_CLOSED:
                raise
            return words("party-event-place")
        channel = found if isinstance(found, discord.abc.GuildChannel) else None
    return words("party-event-place") if channel is None else words("party-in-voice", channel=channel.name)[:100]


def details(party: Party, words: Words, place: str) -> Details:
    """What the event says: neutral, like everything that stands in a list."""
    return {
        "name": words("party-event-name", name=episodes(party, words)),
        "description": words("party-event-text", link=jump(party.guild_id, party.channel_id, party.message_id)),
        "start_time": party.starts_at,
        "end_time": party.starts_at + party.length,
        "location": place,
    }


def differs(event: discord.ScheduledEvent, wanted: Details) -> bool:
    """Whether somebody changed the event there, or the party here."""
    start = event.start_time.replace(microsecond=0)
    return (
        event.name != wanted["name"]
        or event.description != wanted["description"]
        or start != wanted["start_time"]
        or event.location != wanted["location"]
        or event.end_time is None
        or abs(event.end_time - wanted["end_time"]) > timedelta(seconds=1)
    )


async def event_changed(bot: EtoileBot, event: discord.ScheduledEvent) -> None:
    """Somebody changed one of the server's events: if it is a mirror, it is put right, or its host asked."""
    party = await bot.app.party_due.find_by_event(event.id)
    if party is None or party.state not in AHEAD:
        return
    if event.status is discord.EventStatus.cancelled:
        await event_gone(bot, event.id)
        return
    words = bot.app.text.words(party.locale)
    guild = event.guild or bot.get_guild(party.guild_id)
    try:
        place = event.location or "" if guild is None else await place_of(bot, guild, party, words)
        differs_now = differs(event, details(party, words, place))
    except UNANSWERED:  # its job finds out
        differs_now = True
    if differs_now:
        await bot.app.party_due.mirror_soon(party.id, bot.app.clock.now())


async def event_gone(bot: EtoileBot, event_id: int) -> None:
    """Somebody cancelled or removed one of the server's events: if it was a mirror, its host is asked what holds."""
    party = await bot.app.party_due.find_by_event(event_id)
    if party is not None and party.state in AHEAD:
        await bot.app.party_due.event_removed(party.id, bot.app.clock.now())


async def ask_what_holds(bot: EtoileBot, party_id: int, now: datetime) -> None:
    """Ask the host whether the party is off, now that its event is. Raises what Discord answers."""
    view = await bot.app.parties.find(party_id)
    if view is None or view.party.state not in AHEAD or view.party.mirror is not Mirror.OFF:
        return
    party = view.party
    words = bot.app.text.words(party.locale)
    ask = ui.View(timeout=None)
    ask.add_item(CancelButton.draw(words("party-cancel"), scope="ask", party_id=party.id))
    ask.add_item(MirrorButton.draw(words("party-keep"), party_id=party.id))
    text = f"{host_of(party, words)}\n{words('party-event-gone')}"
    await post_once(
        bot, party, f"event-gone:{party.event_id}", party.channel_id, now,
        Letter(content=text, view=ask, users=[party.host_id] if party.host_id else []),
    )  # fmt: skip
