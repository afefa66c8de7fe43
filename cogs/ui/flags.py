"""*This spoils me*: readers flag a message, others who have seen as far say whether it does, and where they are asked.

They are asked in a channel in which that may be talked about, if everybody may view it, else in the log. Both show the
message in a closed box; of a message in a channel that not everybody may view only its address is written down, in the
log. Nobody reads who flagged it, nor who wrote it.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import UNANSWERED, Outcome, outcome_of, told
from bot.discordpy.retry import again
from bot.domain.delivery import DeliveryKey
from bot.domain.flag import Flag, FlagState
from bot.domain.member_text import Channel
from bot.errors import EtoileError
from bot.services.flags import Said
from bot.text import Words
from cogs.ui import veil as look
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, pressed
from cogs.ui.kit.delivery import Letter, send_once
from cogs.ui.kit.links import jump
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.kit.reply import answer, asker_of, begin, words_of
from cogs.ui.kit.viewing import everybody_may_view
from cogs.ui.veil_posting import check_unchanged, draw, original_of

_log = logging.getLogger(__name__)


class VoiceButton(RoutedButton, route="v1:flag:voice:{flag_id:int}:{agrees:int}"):
    """Says that a flagged message does spoil (1), or that it does not (0)."""


CONTROLS: Sequence[type[RoutedButton]] = (VoiceButton,)


def edited_at(message: discord.Message) -> int:
    """When the text of a message was last edited, in milliseconds; 0 for never."""
    return 0 if message.edited_at is None else int(message.edited_at.timestamp() * 1000)


# -- flagging


async def flag(interaction: Press, message: discord.Message, episode: int) -> None:
    """Take a reader's word, and ask others. A moderator's word is enough: the message is veiled."""
    if look.moderates(interaction):
        await draw(interaction, message, episode)
        return
    await begin(interaction, thinking=True)
    await check_unchanged(message)
    flags, bot, guild = interaction.client.app.flags, interaction.client, interaction.guild
    if guild is None:
        raise EtoileError("error-server-only")
    level = flags.level_of(message.clean_content, episode)
    where, log_id = await _where_to_ask(bot, guild, message, level)
    if where is None:
        raise EtoileError("flag-nowhere")
    said = _said_by(interaction, moderates=False)
    raised = await flags.flag(said, original_of(message), edited_at=edited_at(message), episode=level)
    if not raised.question_ids:
        try:
            await _ask_readers(bot, guild, message, raised, where, log_id)
        except UNANSWERED as error:
            _log.warning("nobody could be asked about flag %d: %s", raised.id, told(error))
            raise EtoileError("flag-not-now") from None
    await answer(interaction, panel.panel(panel.box(panel.text(words_of(interaction)("flag-thanks")))))


def _said_by(interaction: Press, *, moderates: bool) -> Said:
    member = interaction.user
    joined_at = member.joined_at if isinstance(member, discord.Member) else None
    return Said(asker=asker_of(interaction), joined_at=joined_at, moderates=moderates)


async def _where_to_ask(
    bot: EtoileBot, guild: discord.Guild, message: discord.Message, level: int
) -> tuple[int | None, int | None]:
    """The channel in which readers are asked: the first of those that are open for just so much, else the log; and the
    log. None where there is none."""
    known = await bot.app.flags.places(guild.id)
    log_id = known.log_id if known.log_id is not None and guild.get_channel_or_thread(known.log_id) else None
    if not _open_to_all(guild, message):
        return log_id, log_id

    def fits(channel: discord.TextChannel) -> bool:
        may = channel.permissions_for(guild.me)
        writes = may.view_channel and may.send_messages and (may.attach_files or not message.attachments)
        public = everybody_may_view(guild, Channel(channel.id))
        return writes and public and known.horizon_of(channel.id) >= level

    rooms = [each for each in guild.text_channels if each.id not in (message.channel.id, log_id) and fits(each)]
    rooms.sort(key=lambda each: (known.horizon_of(each.id), each.position))
    return (rooms[0].id if rooms else log_id), log_id


def _open_to_all(guild: discord.Guild, message: discord.Message) -> bool:
    parent = message.channel.parent_id if isinstance(message.channel, discord.Thread) else None
    return everybody_may_view(guild, Channel(message.channel.id, parent))


async def _ask_readers(
    bot: EtoileBot, guild: discord.Guild, message: discord.Message, raised: Flag, where: int, log_id: int | None
) -> None:
    """Post the question, and write it down where it does not stand in the log itself. Raises what Discord answers."""
    words = await server_words(bot, guild.id)
    shown = _open_to_all(guild, message)
    if shown:
        await bot.app.flags.asked(raised.id, where, await _post_question(bot, message, raised, where, words))
    if not (shown and where == log_id):
        url = jump(raised.guild_id, raised.channel_id, raised.message_id)
        line = words("flag-logged", place=f"<#{raised.channel_id}>", episode=raised.episode, url=url)
        once = DeliveryKey(guild_id=guild.id, subject_id=raised.id, purpose="flag:log")
        await log_line(bot, guild.id, line, once=once)


async def _post_question(
    bot: EtoileBot, message: discord.Message, raised: Flag, where: int, words: Words
) -> Sequence[int]:
    """Its messages: as many as the text takes, the files and the buttons below the last."""
    pages: Sequence[str | None] = look.pages_of(message.clean_content) or [None]
    blobs = [await file.read() for file in message.attachments]
    names = [
        look.file_name(number, file.filename, covered=file.is_spoiler())
        for number, file in enumerate(message.attachments, start=1)
    ]
    channel = bot.get_partial_messageable(where, guild_id=raised.guild_id)
    ids: list[int] = []
    for part, page in enumerate(pages):
        last = part + 1 == len(pages)
        files = [discord.File(io.BytesIO(blob), filename=name) for name, blob in zip(names, blobs, strict=True)]
        shown = names if last else []
        view = question(raised, page, words, part=part, parts=len(pages), files=shown)
        key = DeliveryKey(guild_id=raised.guild_id, subject_id=raised.id, purpose=f"flag:ask:{part}")
        letter = Letter(view=view, files=files if last else (), silent=True, known_by=look.saying(page, shown))
        ids.append(await send_once(bot, key, channel, letter, bot.app.clock.now()))
    return ids


def question(
    raised: Flag, page: str | None, words: Words, *, part: int, parts: int, files: Sequence[str] = ()
) -> ui.LayoutView:
    """What readers are asked: a neutral line, the message in a closed box, and two answers."""
    line = words("flag-question", place=f"<#{raised.channel_id}>", episode=raised.episode)
    if parts > 1:
        line += f" · {words('veil-part', part=part + 1, parts=parts)}"
    inside: list[panel.Item] = [panel.text(page)] if page else []
    inside += look.media_of(files, words, closed=True)
    row = None
    if part + 1 == parts:
        style = discord.ButtonStyle.primary
        row = panel.row(
            VoiceButton.draw(words("flag-yes"), style=style, flag_id=raised.id, agrees=1),
            VoiceButton.draw(words("flag-no"), flag_id=raised.id, agrees=0),
            panel.link(words("flag-jump"), jump(raised.guild_id, raised.channel_id, raised.message_id)),
        )
    return panel.stack([panel.text(line), panel.box(*inside, closed=True) if inside else None, row])


# -- judging


@pressed(VoiceButton)
async def on_voice(interaction: Press, button: VoiceButton) -> None:
    """Take a voice, if the message still stands as it was flagged."""
    await begin(interaction, thinking=True)
    bot, words, agrees = interaction.client, words_of(interaction), bool(button.number("agrees"))
    found = await bot.app.flags.load(button.number("flag_id"))
    if found is None or found.guild_id != interaction.guild_id or found.state is not FlagState.OPEN:
        raise EtoileError("flag-settled")
    message = await fetch_flagged(bot, found)
    if message is None:
        await bot.app.flags.end(found.id)
        raise EtoileError("flag-gone")
    said = _said_by(interaction, moderates=_looks_after(interaction, found))
    after = await bot.app.flags.say(said, found.id, agrees=agrees, author_id=message.author.id)
    if said.moderates:
        public = await server_words(bot, found.guild_id)
        key = "flag-logged-yes" if agrees else "flag-logged-no"
        values = {"who": interaction.user.mention, "place": f"<#{found.channel_id}>", "episode": found.episode}
        url = jump(found.guild_id, found.channel_id, found.message_id)
        await log_line(bot, found.guild_id, public(key, url=url, **values))
    elif after.state is FlagState.FINE:
        await _log_decided(bot, after)
    key = "flag-said" if after.state is FlagState.OPEN else "flag-decided"
    await answer(interaction, panel.panel(panel.box(panel.text(words(key)))))


async def _log_decided(bot: EtoileBot, after: Flag) -> None:
    words, url = await server_words(bot, after.guild_id), jump(after.guild_id, after.channel_id, after.message_id)
    line = words("flag-logged-fine", place=f"<#{after.channel_id}>", episode=after.episode, url=url)
    await log_line(bot, after.guild_id, line)


def _looks_after(interaction: Press, found: Flag) -> bool:
    """Whether the presser looks after the channel of the flagged message."""
    guild, member = interaction.guild, interaction.user
    if guild is None or not isinstance(member, discord.Member):
        return False
    channel = guild.get_channel_or_thread(found.channel_id)
    if channel is None:
        return interaction.permissions.manage_guild
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return interaction.permissions.manage_guild
    may = channel.permissions_for(member)
    return may.manage_messages or may.manage_guild


async def fetch_flagged(bot: EtoileBot, found: Flag) -> discord.Message | None:
    """The flagged message, without its text, as it stands; None when it is gone or was edited since. Raises what else
    Discord answers, and EtoileError("flag-out-of-reach") where it may not be looked at."""
    channel: Any = bot.get_partial_messageable(found.channel_id, guild_id=found.guild_id)
    try:
        message = await again(lambda: channel.fetch_message(found.message_id))
    except discord.HTTPException as error:
        outcome = outcome_of(error)
        if outcome in (Outcome.MESSAGE_GONE, Outcome.CHANNEL_GONE):
            return None
        if outcome is Outcome.NOT_ALLOWED:
            raise EtoileError("flag-out-of-reach") from None
        raise
    return message if edited_at(message) == found.edited_at else None
