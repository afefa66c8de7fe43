"""`/mydata`: what is stored of the member who asks. On servers, in direct messages and as a user-installed app."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import EtoileBot
from cogs.ui import mydata as ui
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import answer, asker_of, words_of


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class MyData(
    commands.GroupCog,
    group_name="mydata",
    group_description=localised("mydata-command"),
):
    """Show, hand over, delete."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*ui.CONTROLS)

    @app_commands.command(
        name="show",
        description=localised("mydata-show-command"),
    )
    async def show(self, interaction: Press) -> None:
        found = await self.bot.app.mydata.show(asker_of(interaction))
        await answer(interaction, ui.shown(found, words_of(interaction), self.bot))

    @app_commands.command(name="export", description=localised("mydata-export-command"))
    async def export(self, interaction: Press) -> None:
        await ui.export(interaction)

    @app_commands.command(name="delete", description=localised("mydata-delete-command"))
    async def delete(self, interaction: Press) -> None:
        await answer(interaction, ui.confirmation(words_of(interaction)))


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(MyData(bot))
