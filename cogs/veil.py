"""The veil: cover what says too much and uncover it again, in the menu of a message; and write something veiled."""

from __future__ import annotations

from functools import partial
from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain.job_kinds import JobKind
from bot.domain.post import PostedCard, PostKind, PostState
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.errors import EtoileError
from bot.text import Words
from cogs.ui import veil as look
from cogs.ui.covering import on_cover
from cogs.ui.flag_jobs import on_flag
from cogs.ui.flags import CONTROLS as FLAG_CONTROLS
from cogs.ui.flags import flag
from cogs.ui.kit import panel
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press, RoutedModal
from cogs.ui.kit.moderator_log import noting
from cogs.ui.kit.reply import answer, ask, asker_of, must_write, words_of
from cogs.ui.own_posts import CONTROLS as POST_CONTROLS
from cogs.ui.own_posts import offer
from cogs.ui.polls.manage_presses import noting_poll
from cogs.ui.polls.refresh import drawer_of
from cogs.ui.veil_posting import draw, original_of, write

HERE = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
INSTALLED = app_commands.AppInstallationType(guild=True, user=False)


class VeilForm(RoutedModal):
    """Asks for the episode that a message spoils."""

    def __init__(self, message: discord.Message, words: Words, *, suggested: int, card: PostedCard | None) -> None:
        super().__init__(title=words("veil-form"))
        self.message, self.card = message, card
        self.episode = _episodes(words, suggested)
        self.add_item(ui.Label(text=words("veil-which"), description=words("veil-which-about"), component=self.episode))

    async def submitted(self, interaction: Press) -> None:
        if self.card is None:
            await draw(interaction, self.message, _chosen(self.episode))
        else:
            await cover_card(interaction, self.card, self.message, _chosen(self.episode))


class FlagForm(RoutedModal):
    """Asks a reader which episode a message spoils."""

    def __init__(self, message: discord.Message, words: Words, *, suggested: int) -> None:
        super().__init__(title=words("flag-form"))
        self.message = message
        self.episode = _episodes(words, suggested)
        self.add_item(ui.Label(text=words("veil-which"), description=words("flag-which-about"), component=self.episode))

    async def submitted(self, interaction: Press) -> None:
        await flag(interaction, self.message, _chosen(self.episode))


class WriteForm(RoutedModal):
    """Asks for a text, and for the episode that it spoils."""

    def __init__(self, words: Words, *, suggested: int) -> None:
        super().__init__(title=words("veil-write-form"))
        self.written: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=look.LONGEST, placeholder=words("veil-write-example")
        )
        self.episode = _episodes(words, suggested)
        self.add_item(ui.Label(text=words("veil-write-text"), component=self.written))
        self.add_item(ui.Label(text=words("veil-which"), description=words("veil-which-about"), component=self.episode))

    async def submitted(self, interaction: Press) -> None:
        await write(interaction, self.written.value, _chosen(self.episode))


def _episodes(words: Words, suggested: int) -> ui.RadioGroup[Any]:
    options = [
        discord.RadioGroupOption(
            label=words("veil-episode", episode=number), value=str(number), default=number == suggested
        )
        for number in range(FIRST_EPISODE, LAST_EPISODE + 1)
    ]
    return ui.RadioGroup(options=options)


def _chosen(episodes: ui.RadioGroup[Any]) -> int:
    chosen = str(episodes.value or "")
    if not chosen.isdecimal():
        raise EtoileError("veil-no-such-episode")
    return int(chosen)


@app_commands.guild_only()
class Veils(
    commands.GroupCog,
    group_name="veil",
    group_description=localised("veil-command"),
):
    """Three entries in the menu of a message, and a form to write something veiled from the start."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot
        self._menus = [
            app_commands.ContextMenu(
                name=localised("veil-menu"),
                callback=self.veil,
                allowed_contexts=HERE,
                allowed_installs=INSTALLED,
            ),
            app_commands.ContextMenu(
                name=localised("veil-menu-unveil"),
                callback=self.unveil,
                allowed_contexts=HERE,
                allowed_installs=INSTALLED,
            ),
            app_commands.ContextMenu(
                name=localised("flag-menu"),
                callback=self.flag,
                allowed_contexts=HERE,
                allowed_installs=INSTALLED,
            ),
        ]

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*look.CONTROLS, *POST_CONTROLS, *FLAG_CONTROLS)
        self.bot.app.jobs.handle(JobKind.FLAG, partial(on_flag, self.bot), owed=True)
        self.bot.app.jobs.handle(JobKind.CARE_COVER, partial(on_cover, self.bot), owed=True)
        for menu in self._menus:
            self.bot.tree.add_command(menu)

    async def cog_unload(self) -> None:
        for menu in self._menus:
            self.bot.tree.remove_command(menu.name, type=menu.type)

    @app_commands.command(
        name="write",
        description=localised("veil-write-command"),
    )
    async def write(self, interaction: Press) -> None:
        must_write(interaction)
        _check_permissions(interaction, files=False)
        suggested = await self.bot.app.posts.suggested(asker_of(interaction))
        await ask(interaction, WriteForm(words_of(interaction), suggested=suggested))

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

    async def flag(self, interaction: Press, message: discord.Message) -> None:
        """Opens the form, unless it is plain that this message spoils nobody, or not in this member's eyes."""
        asker, original = asker_of(interaction), original_of(message)
        if look.moderates(interaction):
            suggested = await self.bot.app.veils.weigh(asker, original, moderates=True)
            _check_permissions(interaction, files=bool(message.attachments))
        else:
            suggested = await self.bot.app.flags.check(asker, original)
        await ask(interaction, FlagForm(message, words_of(interaction), suggested=suggested))


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
        async with noting_poll(interaction, "gated") as note:
            await app.polls.set_gate(asker, card.poll_id, episode, note)
        drawer_of(interaction.client).changed(card.poll_id)
    else:
        who, place, moderates = interaction.user.mention, message.jump_url, look.moderates(interaction)
        async with noting(interaction, lambda public, _: public("posts-logged-covered", who=who, place=place)) as note:
            await app.posts.cover_note(asker, message.id, episode, moderates=moderates, note=note)
    await answer(interaction, panel.panel(panel.box(panel.text(words("posts-card-covered", episode=episode)))))


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Veils(bot))
