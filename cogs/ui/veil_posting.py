"""Posting what is veiled: claim, copy, record, and only then take the original away and tell whom it concerns."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import discord

from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, Outcome, outcome_of, told
from bot.discordpy.retry import again
from bot.domain.veil import Original, Veil
from bot.errors import EtoileError
from bot.services.veils import Begun
from bot.text import Words
from cogs.ui import veil as look
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press
from cogs.ui.kit.delivery import Letter, send
from cogs.ui.kit.moderator_log import noting
from cogs.ui.kit.reply import answer, asker_of, begin, must_write, words_of

_log = logging.getLogger(__name__)

ORDINARY = frozenset({discord.MessageType.default, discord.MessageType.reply})
LONGEST_BACK = 1700
"""Characters of a text that is handed back: a refusal is one message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is to stand under a veil: its text, its files, where, and what it answers."""

    channel: discord.abc.MessageableChannel
    pages: Sequence[str | None]
    files: Sequence[discord.Attachment] = ()
    answers: discord.MessageReference | None = None


def original_of(message: discord.Message) -> Original:
    """What the rules need to know of a message."""
    reference = message.reference
    return Original(
        message_id=message.id,
        channel_id=message.channel.id,
        author_id=message.author.id,
        written_by_bot=message.author.bot or message.webhook_id is not None,
        system=message.type not in ORDINARY and not message.author.bot,
        poll=message.poll is not None,
        sticker=bool(message.stickers),
        voice=message.flags.voice,
        forward=reference is not None and reference.type is discord.MessageReferenceType.forward,
        has_text=bool(message.content.strip()),
        sizes=tuple(attachment.size for attachment in message.attachments),
        size_limit=message.guild.filesize_limit
        if message.guild is not None
        else discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES,
    )


async def draw(interaction: Press, message: discord.Message, episode: int) -> None:
    """Copy a message into closed boxes, record them, take the original away, and tell whom it concerns."""
    await begin(interaction, thinking=True)
    await check_unchanged(message)
    source = Source(
        channel=message.channel,
        pages=look.pages_of(message.clean_content) or [None],
        files=message.attachments,
        answers=_answered(message),
    )
    veil, copies = await _put_up(interaction, original_of(message), source, message.content, episode)
    deleted = await _delete(message)
    if veil.veiled_by != veil.author_id:
        await _tell_author(interaction, message, copies[0], episode=veil.episode, deleted=deleted)
    own = veil.veiled_by == veil.author_id
    left = None if deleted else words_of(interaction)("veil-delete-yours" if own else "veil-delete-theirs")
    await _confirm(interaction, veil, copies[0], said=episode, left=left)


async def write(interaction: Press, text: str, episode: int) -> None:
    """Post what its author wrote under a veil from the start. Raises EtoileError, with the text, when it cannot be."""
    await begin(interaction, thinking=True)
    asker, channel = asker_of(interaction), interaction.channel
    try:
        must_write(interaction)
        if channel is None or isinstance(channel, discord.ForumChannel | discord.CategoryChannel):
            raise EtoileError("veil-cannot-post")
        pages = look.pages_of(text)
        source = Source(channel=channel, pages=pages)
        written = Original(
            message_id=interaction.id, channel_id=channel.id, author_id=asker.user_id, has_text=bool(pages)
        )
        veil, copies = await _put_up(interaction, written, source, text, episode)
    except EtoileError as error:
        raise handed_back(error, text, words_of(interaction)) from None
    await _confirm(interaction, veil, copies[0], said=episode, left=None)


def handed_back(error: EtoileError, written: str, words: Words) -> EtoileError:
    """What is wrong, and the words that were typed, to be copied."""
    fenced = "```\n" + written.replace("```", "ˋˋˋ")[:LONGEST_BACK] + "\n```"
    return EtoileError("veil-handed-back", why=words.error(error), written=fenced)


async def _put_up(
    interaction: Press, original: Original, source: Source, text: str, said: int
) -> tuple[Veil, list[discord.Message]]:
    """Claim, copy, record. The veil has the episode that was said, or that the text reads as if it spoiled."""
    asker, veils = asker_of(interaction), interaction.client.app.veils
    episode = max(said, veils.reads_as(text))
    begun = await veils.begin(asker, original, episode, moderates=look.moderates(interaction))
    veil = Veil(
        id=begun.veil_id,
        guild_id=asker.guild_id or 0,
        channel_id=original.channel_id,
        author_id=original.author_id,
        veiled_by=asker.user_id,
        episode=episode,
        opened=False,
        message_ids=(),
    )
    copies: list[discord.Message] = []

    def drawn(public: Words, held: bool) -> str | None:
        return _drawn_line(interaction, veil, copies[0], public) if held else None

    try:
        await _post(source, veil, interaction.client.app.text.words(begun.locale), copies)
        async with noting(interaction, drawn) as note:
            await veils.finish(begun.veil_id, [copy.id for copy in copies], note)
    except BaseException as error:
        if outcome_of(error) is Outcome.LATER:  # nobody knows whether the last one arrived
            copies += await _strays(interaction, source, copies)
        await _take_back(interaction, begun, copies)
        if outcome_of(error) in PLACE_CLOSED:
            raise EtoileError("veil-cannot-post") from None
        if outcome_of(error) is Outcome.TOO_LARGE:
            raise EtoileError("veil-large") from None
        if outcome_of(error) is not None:
            _log.warning("veil %d could not be drawn: %s; what was posted of it is taken back", veil.id, told(error))
            raise EtoileError("veil-not-now") from None
        raise
    return veil, copies


async def check_unchanged(message: discord.Message) -> None:
    """The form was open for a while: what was rewritten or deleted meanwhile is not veiled as it was before."""
    try:
        now = await again(lambda: message.channel.fetch_message(message.id))
    except discord.HTTPException as error:
        if outcome_of(error) in (Outcome.MESSAGE_GONE, Outcome.CHANNEL_GONE):
            raise EtoileError("veil-gone") from None
        if outcome_of(error) is not Outcome.NOT_ALLOWED:
            raise
        return  # without the history it can still be copied from what the menu handed over
    if now.edited_at != message.edited_at:
        raise EtoileError("veil-edited")


async def _post(source: Source, veil: Veil, words: Words, copies: list[discord.Message]) -> None:
    """Post the copies one after the other into `copies`. The first answers what the original answered; the files go
    with the last."""
    names = [
        look.file_name(number, file.filename, covered=file.is_spoiler())
        for number, file in enumerate(source.files, start=1)
    ]
    blobs = [await attachment.read() for attachment in source.files]
    for part, page in enumerate(source.pages):
        last = part + 1 == len(source.pages)
        view = look.copy(veil, page, words, part=part, parts=len(source.pages), files=names if last else ())
        files = [discord.File(io.BytesIO(blob), filename=name) for name, blob in zip(names, blobs, strict=True)]
        answers = None if part else source.answers
        letter = Letter(view=view, files=files if last else (), silent=True, answers=answers)
        copies.append(await send(source.channel, letter, nonce=f"v{veil.id}-{part}"))


def _answered(message: discord.Message) -> discord.MessageReference | None:
    """What the original answered, if that still stands when its copy does."""
    if message.reference is None or message.reference.message_id is None:
        return None
    return discord.MessageReference(
        message_id=message.reference.message_id, channel_id=message.channel.id, fail_if_not_exists=False
    )


async def _strays(interaction: Press, source: Source, known: Sequence[discord.Message]) -> list[discord.Message]:
    """Copies that Discord posted without saying so: of this text, since this press."""
    ids = {copy.id for copy in known}
    try:
        return [
            found
            async for found in source.channel.history(limit=50, after=discord.Object(interaction.id))
            if found.author.id == interaction.application_id
            and found.id not in ids
            and look.text_in(found) in source.pages
        ]
    except UNANSWERED as error:
        _log.warning("copies of a failed veil may stay in channel %d: %s", interaction.channel_id, told(error))
        return []


async def _take_back(interaction: Press, begun: Begun, copies: Sequence[discord.Message]) -> None:
    """Undo a veil that could not be completed. The original was not touched."""
    for copy in copies:
        try:
            await again(copy.delete)
        except UNANSWERED as error:
            _log.warning("copy %d of a failed veil stays: %s", copy.id, told(error))
    await interaction.client.app.veils.abandon(begun.veil_id)


async def _delete(message: discord.Message) -> bool:
    """Take the original away, if that is allowed here. One that is gone already counts as deleted."""
    try:
        await again(message.delete)
    except UNANSWERED as error:
        if outcome_of(error) is Outcome.MESSAGE_GONE:
            return True
        _log.info("message %d, which was veiled, could not be deleted: %s", message.id, told(error))
        return False
    return True


def _drawn_line(interaction: Press, veil: Veil, first: discord.Message, public: Words) -> str:
    """Who veiled whose message, for the moderators."""
    return public(
        "veil-logged-own" if veil.veiled_by == veil.author_id else "veil-logged",
        who=interaction.user.mention,
        author=f"<@{veil.author_id}>",
        place=f"<#{veil.channel_id}>",
        episode=veil.episode,
        url=first.jump_url,
    )


async def _confirm(interaction: Press, veil: Veil, first: discord.Message, *, said: int, left: str | None) -> None:
    """Answer who veiled. Where the text reads as if it spoiled more than they said, they may say no."""
    words = words_of(interaction)
    lines = [words("veil-done"), *([left] if left else [])]
    lower = None
    if veil.episode > said:
        lines.append(words("veil-raised", episode=veil.episode))
        lower = look.LowerButton.draw(words("veil-lower", episode=said), veil_id=veil.id, episode=said)
    row = panel.row(panel.link(words("veil-jump"), first.jump_url), lower)
    await answer(interaction, panel.stack([panel.box(panel.text("\n".join(lines)), row)]))


async def _public(interaction: Press, guild_id: int) -> Words:
    """The sentences of the server's language."""
    settings = await interaction.client.app.horizons.settings(guild_id)
    return interaction.client.app.text.words(settings.locale or asker_of(interaction).server_locale)


async def _tell_author(
    interaction: Press, message: discord.Message, first: discord.Message, *, episode: int, deleted: bool
) -> None:
    """In a direct message, which shames nobody; where those are closed, below the copy, because they must learn of it.

    In the server's language: their own is not known when somebody else pressed.
    """
    words = await _public(interaction, interaction.guild_id or 0)
    key = "veil-told" if deleted else "veil-told-delete"
    sentence = words(key, episode=episode, url=first.jump_url, original=message.jump_url)
    try:
        await again(lambda: message.author.send(sentence, suppress_embeds=True, nonce=f"va-{first.id}"))
    except UNANSWERED as error:
        _log.info("the author of what copy %d veils cannot be written to: %s", first.id, told(error))
    else:
        return
    try:
        await again(
            partial(
                first.reply,
                words("veil-told-here", author=message.author.mention),
                mention_author=False,
                allowed_mentions=discord.AllowedMentions(users=[message.author], replied_user=False),
                nonce=f"vh-{first.id}",
            )
        )
    except UNANSWERED as error:
        _log.warning("the author of what copy %d veils was not told: %s", first.id, told(error))
