"""The veil, in the menu of a message under Apps: cover what says too much, and uncover it again.

Nothing is deleted before its copy stands: claim, copy, record, and only then take the original away.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from functools import partial
from typing import Any

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str
from discord.ext import commands

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, Outcome, outcome_of, told
from bot.discordpy.retry import again
from bot.domain.job_kinds import JobKind
from bot.domain.post import PostedCard, PostKind, PostState
from bot.domain.veil import Original, Veil
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.errors import EtoileError
from bot.services.veils import Begun
from bot.text import Words
from cogs.ui import veil as look
from cogs.ui.covering import on_cover
from cogs.ui.kit import panel
from cogs.ui.kit.delivery import Letter, send
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.kit.reply import answer, ask, asker_of, begin, words_of
from cogs.ui.kit.routes import Press, RoutedModal
from cogs.ui.own_posts import CONTROLS as POST_CONTROLS
from cogs.ui.own_posts import offer
from cogs.ui.polls.manage_presses import log_poll
from cogs.ui.polls.refresh import drawer_of

_log = logging.getLogger(__name__)

ORDINARY = frozenset({discord.MessageType.default, discord.MessageType.reply})
HERE = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
INSTALLED = app_commands.AppInstallationType(guild=True, user=False)


class VeilForm(RoutedModal):
    """Asks for the episode that a message spoils."""

    def __init__(self, message: discord.Message, words: Words, *, suggested: int, card: PostedCard | None) -> None:
        super().__init__(title=words("veil-form"))
        self.message, self.card = message, card
        options = [
            discord.RadioGroupOption(
                label=words("veil-episode", episode=number), value=str(number), default=number == suggested
            )
            for number in range(FIRST_EPISODE, LAST_EPISODE + 1)
        ]
        self.episode: ui.RadioGroup[Any] = ui.RadioGroup(options=options)
        self.add_item(ui.Label(text=words("veil-which"), description=words("veil-which-about"), component=self.episode))

    async def submitted(self, interaction: Press) -> None:
        chosen = str(self.episode.value or "")
        if not chosen.isdecimal():
            raise EtoileError("veil-no-such-episode")
        if self.card is None:
            await draw(interaction, self.message, int(chosen))
        else:
            await cover_card(interaction, self.card, self.message, int(chosen))


class Veils(commands.Cog):
    """Two entries in the menu of a message."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot
        self._menus = [
            app_commands.ContextMenu(
                name=locale_str("Veil as spoiler…", key="veil-menu"),
                callback=self.veil,
                allowed_contexts=HERE,
                allowed_installs=INSTALLED,
            ),
            app_commands.ContextMenu(
                name=locale_str("Unveil", key="veil-menu-unveil"),
                callback=self.unveil,
                allowed_contexts=HERE,
                allowed_installs=INSTALLED,
            ),
        ]

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*look.CONTROLS, *POST_CONTROLS)
        self.bot.app.jobs.handle(JobKind.CARE_COVER, partial(on_cover, self.bot), owed=True)
        for menu in self._menus:
            self.bot.tree.add_command(menu)

    async def cog_unload(self) -> None:
        for menu in self._menus:
            self.bot.tree.remove_command(menu.name, type=menu.type)

    async def veil(self, interaction: Press, message: discord.Message) -> None:
        """Opens the form, unless it is plain that this message cannot be veiled, or not by this member."""
        asker, moderates, card = asker_of(interaction), look.moderates(interaction), None
        if message.author == self.bot.user:
            card = await offer(interaction, message)
            if card is None:
                return
            if not moderates and asker.user_id not in card.host_ids:
                raise EtoileError("posts-not-yours")
            suggested = await self.bot.app.posts.suggested(asker)
        else:
            suggested = await self.bot.app.veils.weigh(asker, original_of(message), moderates=moderates)
            _check_permissions(interaction, files=bool(message.attachments))
        await ask(interaction, VeilForm(message, words_of(interaction), suggested=suggested, card=card))

    async def unveil(self, interaction: Press, message: discord.Message) -> None:
        """Lifts the veil whose copy this message is."""
        post = await self.bot.app.posts.of_message(asker_of(interaction), message.id)
        if post is not None and post.state is PostState.COVERED and post.kind is not PostKind.LIFTED:
            raise EtoileError("posts-stay-covered")
        found = await self.bot.app.veils.of_copy(message.id)
        await look.turn(interaction, found.id, opened=True)


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


def _check_permissions(interaction: Press, *, files: bool) -> None:
    """Say what is missing before anybody fills in a form."""
    may = interaction.app_permissions
    send = may.send_messages_in_threads if isinstance(interaction.channel, discord.Thread) else may.send_messages
    if not (may.view_channel and send and (may.attach_files or not files)):
        raise EtoileError("veil-cannot-post")


async def cover_card(interaction: Press, card: PostedCard, message: discord.Message, episode: int) -> None:
    """Say what a poll, or the note of a party, spoils: its card follows."""
    app, words, asker = interaction.client.app, words_of(interaction), asker_of(interaction)
    if card.poll_id:
        poll = await app.polls.set_gate(asker, card.poll_id, episode)
        drawer_of(interaction.client).changed(card.poll_id)
        await log_poll(interaction, poll, "gated")
    else:
        await app.posts.cover_note(asker, message.id, episode, moderates=look.moderates(interaction))
        public = await server_words(interaction.client, asker.guild_id or 0)
        line = public("posts-logged-covered", who=interaction.user.mention, place=message.jump_url)
        await log_line(interaction.client, asker.guild_id or 0, line)
    await answer(interaction, panel.panel(panel.box(panel.text(words("posts-card-covered", episode=episode)))))


async def draw(interaction: Press, message: discord.Message, episode: int) -> None:
    """Copy the message into closed boxes, record them, take the original away, and tell whom it concerns."""
    asker, veils = asker_of(interaction), interaction.client.app.veils
    await begin(interaction, thinking=True)
    await _check_unchanged(message)
    begun = await veils.begin(asker, original_of(message), episode, moderates=look.moderates(interaction))
    veil = Veil(
        id=begun.veil_id,
        guild_id=asker.guild_id or 0,
        channel_id=message.channel.id,
        author_id=message.author.id,
        veiled_by=asker.user_id,
        episode=episode,
        opened=False,
        message_ids=(),
    )
    copies: list[discord.Message] = []
    try:
        await _post(message, veil, interaction.client.app.text.words(begun.locale), copies)
        await veils.finish(begun.veil_id, [copy.id for copy in copies])
    except BaseException as error:
        if outcome_of(error) is Outcome.LATER:  # nobody knows whether the last one arrived
            copies += await _strays(interaction, message, copies)
        await _take_back(interaction, begun, copies)
        if outcome_of(error) in PLACE_CLOSED:
            raise EtoileError("veil-cannot-post") from None
        if outcome_of(error) is Outcome.TOO_LARGE:
            raise EtoileError("veil-large") from None
        if outcome_of(error) is not None:
            _log.warning("a veil could not be drawn: %s; what was posted of it is taken back", told(error))
            raise EtoileError("veil-not-now") from None
        raise
    deleted = await _delete(message)
    await _tell(interaction, message, veil, copies[0], deleted=deleted)


async def _check_unchanged(message: discord.Message) -> None:
    """The form was open for a while: what was rewritten or deleted meanwhile is not veiled as it was before."""
    try:
        now = await again(lambda: message.channel.fetch_message(message.id))
    except discord.NotFound:
        raise EtoileError("veil-gone") from None
    except discord.Forbidden:
        return  # without the history it can still be copied from what the menu handed over
    if now.edited_at != message.edited_at:
        raise EtoileError("veil-edited")


async def _post(message: discord.Message, veil: Veil, words: Words, copies: list[discord.Message]) -> None:
    """Post the copies one after the other into `copies`. The first answers what the original answered; the files go
    with the last."""
    names = [
        look.file_name(number, file.filename, covered=file.is_spoiler())
        for number, file in enumerate(message.attachments, start=1)
    ]
    blobs = [await attachment.read() for attachment in message.attachments]
    answered = _answered(message)
    pages: Sequence[str | None] = look.pages_of(message.clean_content) or [None]
    for part, page in enumerate(pages):
        last = part + 1 == len(pages)
        view = look.copy(veil, page, words, part=part, parts=len(pages), files=names if last else ())
        files = [discord.File(io.BytesIO(blob), filename=name) for name, blob in zip(names, blobs, strict=True)]
        letter = Letter(view=view, files=files if last else (), silent=True, answers=None if part else answered)
        copies.append(await send(message.channel, letter, nonce=f"v{veil.id}-{part}"))


def _answered(message: discord.Message) -> discord.MessageReference | None:
    """What the original answered, if that still stands when its copy does."""
    if message.reference is None or message.reference.message_id is None:
        return None
    return discord.MessageReference(
        message_id=message.reference.message_id, channel_id=message.channel.id, fail_if_not_exists=False
    )


async def _strays(
    interaction: Press, message: discord.Message, known: Sequence[discord.Message]
) -> list[discord.Message]:
    """Copies that Discord posted without saying so: of this text, since this press."""
    pages = set(look.pages_of(message.clean_content)) or {None}
    ids = {copy.id for copy in known}
    try:
        return [
            found
            async for found in message.channel.history(limit=50, after=discord.Object(interaction.id))
            if found.author.id == interaction.application_id and found.id not in ids and look.text_in(found) in pages
        ]
    except UNANSWERED as error:
        _log.warning("copies of a failed veil may stay: %s", told(error))
        return []


async def _take_back(interaction: Press, begun: Begun, copies: Sequence[discord.Message]) -> None:
    """Undo a veil that could not be completed. The original was not touched."""
    for copy in copies:
        try:
            await again(copy.delete)
        except UNANSWERED as error:
            _log.warning("a copy of a failed veil stays: %s", told(error))
    await interaction.client.app.veils.abandon(begun.veil_id)


async def _delete(message: discord.Message) -> bool:
    """Take the original away, if that is allowed here. One that is gone already counts as deleted."""
    try:
        await again(message.delete)
    except UNANSWERED as error:
        if outcome_of(error) is Outcome.MESSAGE_GONE:
            return True
        _log.info("the original of a veil could not be deleted: %s", told(error))
        return False
    return True


async def _tell(
    interaction: Press, message: discord.Message, veil: Veil, first: discord.Message, *, deleted: bool
) -> None:
    """Tell the author when somebody else veiled, write it down, and then answer who did: that may fail."""
    words = words_of(interaction)
    own = veil.veiled_by == veil.author_id
    lines = [words("veil-done")]
    if not deleted:
        lines.append(words("veil-delete-yours" if own else "veil-delete-theirs"))
    public = interaction.client.app.text.words(
        (await interaction.client.app.horizons.settings(veil.guild_id)).locale or asker_of(interaction).server_locale
    )
    sentence = public(
        "veil-logged-own" if own else "veil-logged",
        who=interaction.user.mention,
        author=message.author.mention,
        place=f"<#{veil.channel_id}>",
        episode=veil.episode,
        url=first.jump_url,
    )
    await log_line(interaction.client, veil.guild_id, sentence)
    if not own:
        await _tell_author(message, public, first, episode=veil.episode, deleted=deleted)
    jump = panel.link(words("veil-jump"), first.jump_url)
    await answer(interaction, panel.stack([panel.box(panel.text("\n".join(lines)), panel.row(jump))]))


async def _tell_author(
    message: discord.Message, words: Words, first: discord.Message, *, episode: int, deleted: bool
) -> None:
    """In a direct message, which shames nobody; where those are closed, below the copy, because they must learn of it.

    In the server's language: their own is not known when somebody else pressed.
    """
    key = "veil-told" if deleted else "veil-told-delete"
    sentence = words(key, episode=episode, url=first.jump_url, original=message.jump_url)
    try:
        await again(lambda: message.author.send(sentence, suppress_embeds=True, nonce=f"va-{first.id}"))
    except UNANSWERED as error:
        _log.info("the author of a veiled message cannot be written to: %s", told(error))
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
        _log.warning("the author of a veiled message was not told: %s", told(error))


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Veils(bot))
