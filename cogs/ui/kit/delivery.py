"""Sending what must stand there once: noted before, noted after, and looked up when nobody knows whether it arrived.

Discord drops a second message with the same nonce for some minutes. A try whose outcome is unknown and older than that
is looked for in the channel, from the try on, before it is repeated.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, Outcome, outcome_of, told
from bot.discordpy.retry import again
from bot.domain.delivery import DeliveryKey

NONCE_LASTS = timedelta(minutes=2)
"""How long Discord surely remembers a nonce."""
SKEW = timedelta(minutes=1)
"""By how much Discord's clock and ours may differ."""
LOOKED_THROUGH = 1000
"""Messages after the try: ten requests at most."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a message says. `marker`: part of a custom id by which it is known again, where its content would not do;
    `known_by` tells whether a message is it, where it has neither. Calls exactly `users` and `roles`. `answers`: the
    message that it replies to."""

    content: str | None = None
    view: ui.LayoutView | ui.View | None = None
    files: Sequence[discord.File] = ()
    marker: str | None = None
    known_by: Callable[[discord.Message], bool] | None = None
    users: Sequence[int] = ()
    roles: Sequence[int] = ()
    silent: bool = False
    answers: discord.MessageReference | None = None


async def send_once(
    bot: EtoileBot,
    key: DeliveryKey,
    channel: discord.abc.Messageable,
    letter: Letter,
    now: datetime,
    *,
    since: datetime | None = None,
) -> int:
    """Send a message unless it was sent, and return its id. Raises what Discord answers, and then may be called again
    at any time. `since`: look for it from then on also at the first try."""
    earlier = await bot.app.deliveries.begin(key, now)
    if earlier is not None and earlier.message_id is not None:
        return earlier.message_id
    if earlier is not None and now - earlier.tried_at > NONCE_LASTS:
        since = earlier.tried_at if since is None else min(since, earlier.tried_at)
    message = None if since is None else await look_up(bot, channel, letter, since=since)
    if message is None:
        message = await send(channel, letter, nonce=key.nonce)
    await bot.app.deliveries.end(key, channel_id=message.channel.id, message_id=message.id)
    return message.id


async def send_directly(bot: EtoileBot, key: DeliveryKey, letter: Letter, now: datetime) -> Outcome | None:
    """Send a direct message to `key.user_id` unless it was sent. None when it arrived, else why it never will. Raises
    what Discord answers where it may arrive later. Takes its turns, as it is often one of a crowd."""
    try:
        await bot.pace.turn()
        channel = await again(lambda: bot.create_dm(discord.Object(key.user_id)))
        await bot.pace.turn()
        await send_once(bot, key, channel, letter, now)
    except UNANSWERED as error:
        outcome = outcome_of(error)
        if outcome is Outcome.LATER:
            raise
        log.info("%s of %d does not arrive directly: %s", key.purpose, key.subject_id, told(error))
        return outcome
    return None


async def send(channel: discord.abc.Messageable, letter: Letter, *, nonce: str) -> discord.Message:
    """Send a message of which Discord takes one, so that it may be tried again when the connection is lost."""
    called = discord.AllowedMentions(
        everyone=False,
        replied_user=False,
        users=[discord.Object(user_id) for user_id in letter.users],
        roles=[discord.Object(role_id) for role_id in letter.roles],
    )
    more: dict[str, Any] = {} if letter.view is None else {"view": letter.view}
    if letter.content is not None:
        more["suppress_embeds"] = True  # what a link unfolds to, nobody has checked
    if letter.silent:
        more["silent"] = True
    if letter.answers is not None:
        more["reference"] = letter.answers

    async def once() -> discord.Message:
        for file in letter.files:
            file.reset()
        return await channel.send(
            letter.content, nonce=nonce, files=list(letter.files), allowed_mentions=called, **more
        )

    return await again(once)


async def look_up(
    bot: EtoileBot, channel: discord.abc.Messageable, letter: Letter, *, since: datetime
) -> discord.Message | None:
    """The message of an earlier try, if it is there: by its marker, else by its content. Not one that is on record for
    something else: a card has the same button as the news of its end."""
    me = bot.application_id if bot.user is None else bot.user.id
    try:
        async for message in channel.history(limit=LOOKED_THROUGH, after=since - SKEW, oldest_first=True):
            mine = message.author.id == me and _is_it(message, letter)
            if mine and not await bot.app.deliveries.is_on_record(message.id):
                return message
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:  # who may not look has to risk sending twice, rather than never
            raise
    return None


def _is_it(message: discord.Message, letter: Letter) -> bool:
    if letter.known_by is not None:
        return letter.known_by(message)
    if letter.marker is None:
        return letter.content is not None and message.content == letter.content
    ids = [str(getattr(child, "custom_id", "")) for child in ui.LayoutView.from_message(message).walk_children()]
    return letter.marker in message.content or any(letter.marker in custom_id for custom_id in ids)
