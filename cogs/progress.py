"""`/progress`: how far the member has watched. Works on servers, in direct messages and as a user-installed app."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain.visibility import LAST_EPISODE
from cogs.ui import progress as ui
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import answer, words_of


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Progress(
    commands.GroupCog,
    group_name="progress",
    group_description=localised("progress-command"),
):
    """Tell, show and clear one's progress."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*ui.CONTROLS)

    @app_commands.command(
        name="set",
        description=localised("progress-set-command"),
    )
    @app_commands.describe(
        episode=localised("progress-set-episode"),
    )
    async def tell(self, interaction: Press, episode: app_commands.Range[int, 0, LAST_EPISODE]) -> None:
        change = await self.bot.app.progress.tell(interaction.user.id, episode)
        await answer(interaction, ui.changed(change, words_of(interaction)))

    @app_commands.command(name="show", description=localised("progress-show-command"))
    async def show(self, interaction: Press) -> None:
        progress = await self.bot.app.progress.show(interaction.user.id)
        await answer(interaction, ui.shown(progress, words_of(interaction)))

    @app_commands.command(name="clear", description=localised("progress-clear-command"))
    async def clear(self, interaction: Press) -> None:
        change = await self.bot.app.progress.clear(interaction.user.id)
        await answer(interaction, ui.changed(change, words_of(interaction)))


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Progress(bot))
