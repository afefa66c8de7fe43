"""Sending what a party has to say, once: noted before, noted after, and looked up when nobody knows whether it arrived.

Discord drops a second message with the same nonce for some minutes. A try whose outcome is unknown and older than that
is looked for in the channel before it is repeated.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import NOT_REACHED, PLACE_CLOSED, outcome_of
from bot.domain.party import Party
from bot.services.parties.values import Call
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.links import jump
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.parties.text import episodes

log = logging.getLogger(__name__)

NONCE_LASTS = timedelta(minutes=3)
LOOKED_THROUGH = 50
CALLED_AT_ONCE = 75


async def post_once(
    bot: EtoileBot,
    party: Party,
    purpose: str,
    channel_id: int,
    now: datetime,
    *,
    content: str | None = None,
    view: ui.LayoutView | ui.View | None = None,
    marker: str | None = None,
    users: Sequence[int] = (),
    roles: Sequence[int] = (),
) -> int | None:
    """Send a message for this purpose unless it was sent, and return its id.

    `marker`: part of a custom id by which the message is known again (else its content). Calls exactly `users` and
    `roles`. None when the channel cannot be written to: that is an outcome, not a failure.
    """
    due = bot.app.party_due
    earlier = await due.begin_post(party.id, purpose, now)
    if earlier is not None and earlier.message_id is not None:
        return earlier.message_id
    channel = bot.get_partial_messageable(channel_id, guild_id=party.guild_id)
    try:
        message_id = None
        if earlier is not None and now - earlier.tried_at > NONCE_LASTS:
            message_id = await look_up(bot, channel, content=content, marker=marker)
        if message_id is None:
            message_id = await _send(channel, content, view, nonce_of(party.id, purpose), users, roles)
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise
        log.warning("party %d: channel %d cannot be written to (%s)", party.id, channel_id, error.code)
        if earlier is None:
            await _tell_moderators(bot, party, channel_id)
        return None
    await due.end_post(party.id, purpose, channel_id=channel_id, message_id=message_id)
    return message_id


async def _tell_moderators(bot: EtoileBot, party: Party, channel_id: int) -> None:
    """Somebody must hear of a channel that cannot be written to: nobody there will."""
    words = await server_words(bot, party.guild_id)
    line = words("party-unreachable", name=episodes(party, words), channel=f"<#{channel_id}>")
    await log_line(bot, party.guild_id, line)


async def _send(
    channel: discord.abc.Messageable,
    content: str | None,
    view: ui.LayoutView | ui.View | None,
    nonce: str,
    users: Sequence[int],
    roles: Sequence[int],
) -> int:
    called = discord.AllowedMentions(
        everyone=False,
        replied_user=False,
        users=[discord.Object(user_id) for user_id in users],
        roles=[discord.Object(role_id) for role_id in roles],
    )
    more: dict[str, Any] = {} if view is None else {"view": view}
    if content is not None:
        more["suppress_embeds"] = True  # what a link unfolds to, nobody has checked
    message = await channel.send(content, nonce=nonce, allowed_mentions=called, **more)
    return message.id


def nonce_of(party_id: int, purpose: str) -> str:
    """The same 25 characters for the same message, whoever sends it."""
    return "p" + hashlib.blake2s(f"{party_id}:{purpose}".encode(), digest_size=12).hexdigest()


async def look_up(
    bot: EtoileBot, channel: discord.PartialMessageable, *, content: str | None = None, marker: str | None = None
) -> int | None:
    """The message of an earlier try, if it is there: by its content, or by a part of its content or its custom ids."""
    me = bot.application_id if bot.user is None else bot.user.id
    try:
        async for message in channel.history(limit=LOOKED_THROUGH):
            if message.author.id != me:
                continue
            if content is not None and message.content == content:
                return message.id
            if marker is not None and (marker in message.content or marker in _custom_ids(message)):
                return message.id
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:  # who may not look has to risk sending twice, rather than never
            raise
    return None


def _custom_ids(message: discord.Message) -> str:
    ids = [str(getattr(child, "custom_id", "")) for child in ui.LayoutView.from_message(message).walk_children()]
    return " ".join(ids)


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
    who opted in.

    `text` comes after the names. `alone`: post it also when there is nobody to call.
    """
    party = call.view.party
    words = bot.app.text.words(party.locale)
    here = list(call.here)
    for user_id in call.direct:
        theirs = bot.app.text.words(call.locale_of(user_id))
        view = None if make_view is None else make_view(theirs)
        purpose = f"{call.purpose}:{user_id}"
        reached = await write_directly(bot, party, purpose, user_id, now, theirs, text(theirs), view)
        here += [] if reached else [user_id]
    parts: list[list[int]] = [here[start : start + CALLED_AT_ONCE] for start in range(0, len(here), CALLED_AT_ONCE)]
    if not parts and (alone or roles):
        parts = [[]]
    for number, part in enumerate(parts):
        marks = [f"<@&{role_id}>" for role_id in roles if number == 0] + [f"<@{user_id}>" for user_id in part]
        content = f"{' '.join(marks)}\n{text(words)}" if marks else text(words)
        await post_once(
            bot,
            party,
            f"{call.purpose}:{number}",
            party.place_id,
            now,
            content=content,
            view=make_view(words) if make_view is not None else None,
            users=part,
            roles=roles if number == 0 else (),
        )


async def write_directly(
    bot: EtoileBot,
    party: Party,
    purpose: str,
    user_id: int,
    now: datetime,
    words: Words,
    text: str,
    view: ui.View | None = None,
) -> bool:
    """Send a direct message to somebody who asked for it, with the way to the party below, in `words`. When the door is
    closed, stop trying: False."""
    view = view or ui.View(timeout=None)
    view.add_item(way(party, words))
    try:
        channel = await bot.create_dm(discord.Object(user_id))
        sent = await post_once(bot, party, purpose, channel.id, now, content=text, view=view)
    except discord.HTTPException as error:
        if outcome_of(error) not in NOT_REACHED:
            raise
        sent = None
    if sent is None:
        await bot.app.parties.no_direct(user_id)
    return sent is not None


def way(party: Party, words: Words) -> panel.Item:
    """The button that leads to where the party talks: its thread, else its card."""
    if party.thread_id is not None:
        return panel.link(words("party-to-thread"), jump(party.guild_id, party.thread_id))
    return panel.link(words("party-to-card"), jump(party.guild_id, party.channel_id, party.message_id))
