"""What becomes of a flag by itself: the veil on which readers agreed, the question when it is decided, its end.

All of it is a job, which may be run again at any time: copies are sent once each, recorded before the original goes,
and nothing that was decided depends on who pressed last.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, PLACE_CLOSED, UNANSWERED, Outcome, outcome_of, told
from bot.discordpy.retry import again
from bot.domain.delivery import DeliveryKey
from bot.domain.flag import OPEN_FOR, Flag, FlagState
from bot.domain.veil import BY_MODERATOR, BY_READERS, Veil
from bot.errors import EtoileError
from bot.jobs import Job
from bot.text import Words
from cogs.ui import veil as look
from cogs.ui.flags import fetch_flagged
from cogs.ui.kit import panel
from cogs.ui.kit.delivery import Letter, send_once
from cogs.ui.kit.links import jump
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.veil_posting import original_of

_log = logging.getLogger(__name__)


async def on_flag(bot: EtoileBot, job: Job, now: datetime) -> None:
    """The job of a flag that was decided, or that is old enough to end. Raises what Discord answers, and
    EtoileError("veil-already") while somebody else is veiling the message: to be tried again."""
    flag = await bot.app.flags.load(job.subject_id)
    if flag is None or bot.get_guild(flag.guild_id) is None:
        return
    words = await server_words(bot, flag.guild_id)
    if flag.state is FlagState.OPEN:
        if now < flag.created_at + OPEN_FOR:
            return
        flag = await bot.app.flags.end(flag.id) or flag
    if flag.state is FlagState.AGREED:
        flag = await _veil(bot, flag, now, words)
    if flag.state is FlagState.VEILED:
        veil = await bot.app.flags.veil_of(flag)
        if veil is not None and veil.veiled_by in (BY_READERS, BY_MODERATOR):
            await _after(bot, flag, veil, now, words)
    await _redraw(bot, flag, words)


# -- the veil


async def _veil(bot: EtoileBot, flag: Flag, now: datetime, words: Words) -> Flag:
    """Post the message's copies from what the question shows of it. The flag then."""
    try:
        original = await fetch_flagged(bot, flag)
    except EtoileError:
        return await _left_to_moderators(bot, flag, words)
    questions = None if original is None else await _questions(bot, flag)
    if original is None or questions is None:
        return await _left_to_moderators(bot, flag, words)
    veil = await bot.app.flags.begin_veil(flag, original_of(original))
    pages = [look.text_in(each) for each in questions]
    files = [file for each in questions for file in each.attachments]
    blobs = [await file.read() for file in files]
    names = [file.filename for file in files]
    channel = bot.get_partial_messageable(flag.channel_id, guild_id=flag.guild_id)
    ids: list[int] = []
    try:
        for part, page in enumerate(pages):
            last = part + 1 == len(pages)
            view = look.copy(veil, page, words, part=part, parts=len(pages), files=names if last else ())
            sent = [discord.File(io.BytesIO(blob), filename=name) for name, blob in zip(names, blobs, strict=True)]
            key = DeliveryKey(guild_id=flag.guild_id, subject_id=veil.id, purpose=f"flag:copy:{part}")
            known = look.saying(page, names if last else [])
            letter = Letter(view=view, files=sent if last else (), silent=True, known_by=known)
            ids.append(await send_once(bot, key, channel, letter, now))
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED | {Outcome.TOO_LARGE, Outcome.FILTERED}:
            raise
        _log.warning("flag %d cannot be veiled: %s", flag.id, told(error))
        await _take_back(channel, ids)
        await bot.app.veils.abandon(veil.id)
        return await _left_to_moderators(bot, flag, words)
    try:
        await bot.app.veils.finish(veil.id, ids)
    except EtoileError:  # somebody else veiled it meanwhile
        await _take_back(channel, ids)
    return await bot.app.flags.load(flag.id) or flag


async def _take_back(channel: discord.PartialMessageable, ids: list[int]) -> None:
    for message_id in ids:
        try:
            await again(channel.get_partial_message(message_id).delete)
        except UNANSWERED as error:
            _log.warning("copy %d of a failed veil stays: %s", message_id, told(error))


async def _left_to_moderators(bot: EtoileBot, flag: Flag, words: Words) -> Flag:
    """It was edited, deleted, or is out of reach since it was agreed on: moderators look for themselves."""
    url = jump(flag.guild_id, flag.channel_id, flag.message_id)
    line = words("flag-logged-left", place=f"<#{flag.channel_id}>", episode=flag.episode, url=url)
    await log_line(bot, flag.guild_id, line, once=_key(flag, "flag:left"))
    return await bot.app.flags.end(flag.id) or flag


async def _after(bot: EtoileBot, flag: Flag, veil: Veil, now: datetime, words: Words) -> None:
    """The copies stand: take the original away, write it down, tell its author."""
    channel = bot.get_partial_messageable(flag.channel_id, guild_id=flag.guild_id)
    deleted = True
    try:
        await again(channel.get_partial_message(flag.message_id).delete)
    except discord.HTTPException as error:
        outcome = outcome_of(error)
        if outcome not in CARD_STAYS:
            raise
        deleted = outcome is Outcome.MESSAGE_GONE
    if veil.veiled_by == BY_READERS:  # what a moderator said was written down already
        url = jump(flag.guild_id, flag.channel_id, veil.message_ids[0])
        line = words("flag-logged-veiled", place=f"<#{flag.channel_id}>", episode=flag.episode, url=url)
        await log_line(bot, flag.guild_id, line, once=_key(flag, "flag:veiled"))
    if veil.author_id is not None:
        await _tell_author(bot, flag, veil, now, words, deleted=deleted)


async def _tell_author(bot: EtoileBot, flag: Flag, veil: Veil, now: datetime, words: Words, *, deleted: bool) -> None:
    """In a direct message, which shames nobody; where those are closed, below the copy."""
    author_id, channel_id = veil.author_id or 0, flag.channel_id
    values = {
        "episode": flag.episode,
        "url": jump(flag.guild_id, channel_id, veil.message_ids[-1]),
        "original": jump(flag.guild_id, channel_id, flag.message_id),
    }
    keys = ("flag-told", "flag-told-delete") if veil.veiled_by == BY_READERS else ("veil-told", "veil-told-delete")
    sentence = words(keys[0] if deleted else keys[1], **values)
    key = _key(flag, "flag:told", author_id)
    try:
        direct = await again(lambda: bot.create_dm(discord.Object(author_id)))
        await send_once(bot, key, direct, Letter(content=sentence), now)
    except UNANSWERED as error:
        if outcome_of(error) is Outcome.LATER:
            raise
        _log.info("the author of flag %d cannot be written to: %s", flag.id, told(error))
        await _tell_here(bot, flag, veil, now, words)


async def _tell_here(bot: EtoileBot, flag: Flag, veil: Veil, now: datetime, words: Words) -> None:
    author_id = veil.author_id or 0
    channel = bot.get_partial_messageable(flag.channel_id, guild_id=flag.guild_id)
    copy = discord.MessageReference(
        message_id=veil.message_ids[-1], channel_id=flag.channel_id, fail_if_not_exists=False
    )
    sentence = words("flag-told-here" if veil.veiled_by == BY_READERS else "veil-told-here", author=f"<@{author_id}>")
    letter = Letter(content=sentence, users=[author_id], answers=copy)
    try:
        await send_once(bot, _key(flag, "flag:told-here", author_id), channel, letter, now)
    except discord.HTTPException as error:
        if outcome_of(error) is Outcome.LATER:
            raise
        _log.warning("the author of flag %d was not told: %s", flag.id, told(error))


def _key(flag: Flag, purpose: str, user_id: int = 0) -> DeliveryKey:
    return DeliveryKey(guild_id=flag.guild_id, subject_id=flag.id, purpose=purpose, user_id=user_id)


# -- the question


async def _questions(bot: EtoileBot, flag: Flag) -> list[discord.Message] | None:
    """The messages in which readers were asked; None where one is gone, or nobody was."""
    if flag.question_channel_id is None or not flag.question_ids:
        return None
    channel = bot.get_partial_messageable(flag.question_channel_id, guild_id=flag.guild_id)
    found: list[discord.Message] = []
    for message_id in flag.question_ids:
        try:
            found.append(await again(lambda wanted=message_id: channel.fetch_message(wanted)))
        except discord.HTTPException as error:
            if outcome_of(error) not in CARD_STAYS:
                raise
            return None
    return found


async def _redraw(bot: EtoileBot, flag: Flag, words: Words) -> None:
    """The question says what became of it, and shows nothing of the message any more."""
    if flag.question_channel_id is None or not flag.question_ids:
        return
    channel = bot.get_partial_messageable(flag.question_channel_id, guild_id=flag.guild_id)
    *parts, last = flag.question_ids
    veil = await bot.app.flags.veil_of(flag) if flag.state is FlagState.VEILED else None
    for message_id in parts:
        await _tolerated(channel.get_partial_message(message_id).delete)
    view = _settled(flag, None if veil is None else veil.message_ids[0], words)
    asked, nobody = channel.get_partial_message(last), discord.AllowedMentions.none()
    await _tolerated(lambda: asked.edit(view=view, attachments=[], allowed_mentions=nobody))


async def _tolerated(call: Callable[[], Coroutine[Any, Any, object]]) -> None:
    """Do it, if that can be done. Raises what else Discord answers."""
    try:
        await again(call)
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
        _log.info("a question about a flag cannot be drawn anew: %s", told(error))


def _settled(flag: Flag, copy_id: int | None, words: Words) -> ui.LayoutView:
    line = words(f"flag-is-{flag.state}", place=f"<#{flag.channel_id}>", episode=flag.episode)
    url = jump(flag.guild_id, flag.channel_id, copy_id or flag.message_id)
    row = panel.row(panel.link(words("flag-jump"), url)) if flag.state is not FlagState.OVER else None
    return panel.stack([panel.text(line), row])
