"""Shared answers: posted for everybody, and on record, so that they can be covered when less may be said there."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.discordpy import answers
from bot.discordpy.codes import Outcome, outcome_of
from bot.domain.post import Openly
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import asker_of, must_write


async def post(interaction: Press, view: ui.LayoutView, openly: Openly, *, files: Sequence[discord.File] = ()) -> None:
    """Show a panel to everybody here, with what stands openly in it, as the first answer, of which Discord takes one:
    so it stands there once, also where the app is only installed for the user. Raises what Discord answers.

    Raises EtoileError("error-may-not-write") for a member who may not write here themselves.
    """
    must_write(interaction)
    posts = interaction.client.app.posts
    noted = None
    alone = interaction.is_user_integration() and not interaction.is_guild_integration()
    if not alone:  # where only a user brought the app, the bot could not reach it again
        noted = await posts.begin_share(asker_of(interaction), openly)
    try:
        message_id = await answers.post(interaction, view, files)
    except discord.HTTPException as error:
        if noted is not None and outcome_of(error) is not Outcome.LATER:  # else it may stand there: it is looked for
            await posts.drop(noted)
        raise
    if noted is not None and message_id is not None:
        await posts.end_share(noted, message_id)
    await interaction.client.tell_earlier(interaction)
