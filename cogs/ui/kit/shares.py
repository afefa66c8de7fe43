"""Shared answers: posted for everybody, and on record, so that they can be covered when less may be said there."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from cogs.ui.kit.reply import asker_of, must_write
from cogs.ui.kit.routes import Press


async def post(
    interaction: Press, view: ui.LayoutView, *, level: int, titled: int = 0, files: Sequence[discord.File] = ()
) -> None:
    """Show a panel to everybody here. As a follow-up it also works where the app is only installed for the user.

    `level`: up to which episode spoils what stands openly in it; `titled`: where titles of episodes count as well.
    Raises EtoileError("error-may-not-write") for a member who may not write here themselves.
    """
    must_write(interaction)
    posts = interaction.client.app.posts
    noted = None
    alone = interaction.is_user_integration() and not interaction.is_guild_integration()
    if not alone:  # where only a user brought the app, the bot could not reach it again
        noted = await posts.begin_share(asker_of(interaction), level=level, titled=titled)
    try:
        message = await _posted(interaction, view, files)
    except discord.HTTPException:
        if noted is not None:
            await posts.drop(noted)
        raise
    if noted is not None:
        await posts.end_share(noted, message)


async def _posted(interaction: Press, view: ui.LayoutView, files: Sequence[discord.File]) -> int:
    if interaction.response.is_done():
        return (await interaction.followup.send(view=view, files=list(files), wait=True)).id
    sent = await interaction.response.send_message(view=view, files=list(files))
    assert sent.message_id is not None
    return sent.message_id
