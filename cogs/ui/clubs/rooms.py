"""Rooms where they stand: a forum post, or a thread on a message, opened once; what to talk about, closed."""

from __future__ import annotations

import logging
from datetime import datetime

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, Outcome, outcome_of, told
from bot.domain.delivery import DeliveryKey
from bot.services.clubs.rooms import Door, RoomDue
from bot.text import Words
from cogs.ui import recaps
from cogs.ui.clubs.controls import LetInButton, SeenButton
from cogs.ui.clubs.telling import tell_lost
from cogs.ui.kit import panel
from cogs.ui.kit.controls import custom_id_of
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.delivery import Letter, send_once
from cogs.ui.kit.links import jump
from cogs.ui.kit.panel import Item
from cogs.ui.parties.text import episodes

KEPT_OPEN = 10080
"""Minutes without a message after which Discord archives a room: a week."""
FORUM = discord.ChannelType.forum.value
RECAPS = 5

log = logging.getLogger(__name__)


async def open_room(bot: EtoileBot, party_id: int, now: datetime) -> None:
    """Open the room of an evening that is over, and say what to talk about. Raises what Discord answers, where that
    may pass; a place that is gone or closed is told."""
    found = await bot.app.club_rooms.due(party_id)
    if found is None:
        return
    words = bot.app.text.words(found.locale)
    try:
        thread_id = found.thread_id or await _thread(bot, found, words, now)
        await bot.app.club_rooms.opened(found, thread_id)
        if found.points:
            await _send(bot, found, thread_id, "room:talk", Letter(view=talk(found, words)), now)
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise
        log.warning("a room cannot be opened in channel %s: %s", found.place_id, told(error))
        await tell_lost(bot, found.club, "rooms", found.place_id, now)


async def _thread(bot: EtoileBot, found: RoomDue, words: Words, now: datetime) -> int:
    """The thread of the room, made unless an earlier try made it."""
    place = await bot.http.get_channel(found.place_id)
    if place.get("type") == FORUM:
        return await _forum_post(bot, found, words, now)
    letter = Letter(view=opening(found, words), marker=custom_id_of(LetInButton.route, {"party_id": found.party.id}))
    message_id = await _send(bot, found, found.place_id, "room:open", letter, now)
    try:
        made = await bot.http.start_thread_with_message(
            found.place_id, message_id, name=room_name(found, words), auto_archive_duration=KEPT_OPEN
        )
    except discord.HTTPException as error:
        if outcome_of(error) is Outcome.EXISTS:  # an earlier try that was cut short
            return message_id
        raise
    return int(made["id"])


async def _forum_post(bot: EtoileBot, found: RoomDue, words: Words, now: datetime) -> int:
    """A post in a forum. Discord knows no nonce there: a try whose outcome is unknown is looked for by its name."""
    key = DeliveryKey(guild_id=found.club.guild_id, subject_id=found.party.id, purpose="room:open")
    earlier = await bot.app.deliveries.begin(key, now)
    if earlier is not None and earlier.message_id is not None:
        return earlier.message_id
    forum = await bot.fetch_channel(found.place_id)
    if not isinstance(forum, discord.ForumChannel):
        raise TypeError(f"channel {found.place_id} is no forum")
    name, thread_id = room_name(found, words), None
    if earlier is not None:
        mine = [one for one in await forum.guild.active_threads() if one.parent_id == forum.id and one.name == name]
        thread_id = next((one.id for one in mine if one.owner_id == bot.application_id), None)
    if thread_id is None:
        tags = list(forum.available_tags[:1] if forum.flags.require_tag else ())
        made = await forum.create_thread(
            name=name, auto_archive_duration=KEPT_OPEN, view=opening(found, words), applied_tags=tags
        )
        thread_id = made.thread.id
    await bot.app.deliveries.end(key, channel_id=thread_id, message_id=thread_id)
    return thread_id


async def _send(bot: EtoileBot, found: RoomDue, channel_id: int, purpose: str, letter: Letter, now: datetime) -> int:
    key = DeliveryKey(guild_id=found.club.guild_id, subject_id=found.party.id, purpose=purpose)
    channel = bot.get_partial_messageable(channel_id, guild_id=found.club.guild_id)
    return await send_once(bot, key, channel, letter, now)


def room_name(found: RoomDue, words: Words) -> str:
    """Neutral: the numbers of its episodes."""
    return words("club-room-name", name=episodes(found.party, words))[:100]


def opening(found: RoomDue, words: Words) -> ui.LayoutView:
    """The first words: neutral, with how far one may talk here, and the way in for who is not there yet."""
    party = found.party
    lines = [
        f"### {words('club-room-title', name=episodes(party, words))}",
        words("club-room-about", when=stamp(party.starts_at, "D"), level=found.level),
    ]
    door = LetInButton.draw(words("club-let-in"), style=discord.ButtonStyle.primary, emoji="🚪", party_id=party.id)
    return panel.stack([panel.box(panel.text("\n".join(lines)), panel.row(door))])


def talk(found: RoomDue, words: Words) -> ui.LayoutView:
    """What to talk about: a neutral line, and the questions in a closed box."""
    last = min(found.party.last_episode, found.level)
    questions = panel.text("\n".join(f"- {point}" for point in found.points))
    return panel.stack([panel.text(words("club-talk", episode=last)), panel.box(questions, closed=True)])


def door_panel(door: Door, words: Words, *, told_line: str = "", undo: Item | None = None) -> ui.LayoutView:
    """For one member alone: in, or what to do first."""
    lines = [told_line] if told_line else []
    name = episodes(door.party, words)
    if not door.missing:
        lines.append(words("club-door-open", name=name))
        url = None if door.thread_id is None else jump(door.party.guild_id, door.thread_id)
        link = None if url is None else panel.link(words("club-to-the-room"), url)
        return panel.stack([panel.box(panel.text("\n".join(lines)), panel.row(link, undo))])
    lines.append(words("club-door-closed", name=name, count=len(door.missing), episode=door.missing[0]))
    seen = SeenButton.draw(
        words("club-seen", episode=door.party.last_episode), style=discord.ButtonStyle.success, party_id=door.party.id
    )
    buttons = [recaps.recap_button(episode, words, named=True) for episode in door.missing[:RECAPS]]
    return panel.stack([panel.box(panel.text("\n".join(lines)), panel.row(seen), *panel.rows(buttons))])
