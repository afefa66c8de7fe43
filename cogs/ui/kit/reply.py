"""How interactions are answered, and who asks."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.discordpy import answers
from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.text import Words
from cogs.ui.kit.controls import Press
from cogs.ui.kit.viewing import may_view_of


def asker_of(interaction: Press) -> Asker:
    """Who asks, and where: all from the interaction itself, nothing from a cache."""
    channel = interaction.channel
    user, permissions = interaction.user, interaction.permissions
    return Asker(
        user_id=user.id,
        guild_id=interaction.guild_id,
        channel_id=interaction.channel_id,
        parent_id=channel.parent_id if isinstance(channel, discord.Thread) else None,
        locale=Locale.of(interaction.locale.value),
        server_locale=Locale.of((interaction.guild_locale or interaction.locale).value),
        may_write=_may_write(interaction),
        alone=interaction.context.dm_channel is True,
        manages_server=permissions.manage_guild,
        manages_events=permissions.manage_events,
        manages_messages=permissions.manage_messages,
        role_ids=frozenset(role.id for role in user.roles) if isinstance(user, discord.Member) else frozenset(),
        may_view=may_view_of(interaction),
    )


def _may_write(interaction: Press) -> bool:
    """Whether the member may post here themselves. In direct messages Discord reports no permissions."""
    if interaction.guild_id is None:
        return True
    if isinstance(interaction.channel, discord.Thread):
        return interaction.permissions.send_messages_in_threads
    return interaction.permissions.send_messages


def must_write(interaction: Press) -> None:
    """Raises EtoileError("error-may-not-write") for a member who may use commands here, but not write."""
    if not _may_write(interaction):
        raise EtoileError("error-may-not-write")


def words_of(interaction: Press) -> Words:
    """The sentences in the member's own language, for everything that they alone will read."""
    return interaction.client.app.text.words(Locale.of(interaction.locale.value))


async def begin(interaction: Press, *, thinking: bool = False) -> None:
    """Have Discord wait for the answer; `thinking`: for a private one. To be called before anything is changed: where
    Discord refuses, EtoileError("error-not-begun") says that nothing was."""
    await answers.defer(interaction, thinking=thinking)


async def ask(interaction: Press, form: ui.Modal) -> None:
    """Show a form. Raises EtoileError("error-not-begun") where Discord does not."""
    await answers.ask(interaction, form)
    interaction.client.forms.opened(interaction.user.id, form)


async def answer(interaction: Press, view: ui.LayoutView, *, files: Sequence[discord.File] = ()) -> None:
    """Show a panel to the member alone. Raises AnswerLost, of which the one error path tells the member."""
    await answers.give(interaction, view=view, files=files)
    await interaction.client.tell_earlier(interaction)


async def redraw(interaction: Press, view: ui.LayoutView, *, files: Sequence[discord.File] | None = None) -> None:
    """Replace the message whose control was pressed; one that only the presser sees is shown anew where it cannot be.
    `files` of None leaves the attached files as they are. Raises AnswerLost."""
    await answers.redraw(interaction, view, files)
    await interaction.client.tell_earlier(interaction)


async def say(
    interaction: Press, sentence: str, *, view: ui.View | None = None, files: Sequence[discord.File] = ()
) -> None:
    """One sentence for the member alone, with what belongs to it. Raises AnswerLost."""
    await answers.give(interaction, sentence, view=view, files=files)
    await interaction.client.tell_earlier(interaction)
