"""`/club`: a season that runs itself. On servers only."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import EtoileBot
from cogs.ui.clubs import board_presses, room_presses, season_presses, setup_presses
from cogs.ui.clubs.controls import CONTROLS
from cogs.ui.clubs.jobs import ClubJobs
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.parties.option_texts import EpisodeNumber
from cogs.ui.parties.rhythms import suggest_rhythms

TYPED = 100


@app_commands.guild_only()
class Clubs(
    commands.GroupCog,
    group_name="club",
    group_description=localised("club-command"),
):
    """Parses, asks the service, shows what it returned."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*CONTROLS)
        ClubJobs(self.bot).register()

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        await room_presses.place_gone(self.bot, payload.guild_id, payload.thread_id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await room_presses.place_gone(self.bot, channel.guild.id, channel.id)

    @app_commands.command(name="start", description=localised("club-start-command"))
    @app_commands.describe(
        first=localised("club-option-first"),
        every=localised("club-option-every"),
        per_evening=localised("club-option-per-evening"),
        skip=localised("club-option-skip"),
    )
    @app_commands.autocomplete(every=suggest_rhythms)
    async def start(
        self,
        interaction: Press,
        first: app_commands.Range[str, 1, TYPED] | None = None,
        every: app_commands.Range[str, 1, TYPED] | None = None,
        per_evening: EpisodeNumber = 1,
        skip: str | None = None,
    ) -> None:
        await setup_presses.start(interaction, first=first, every=every, per_evening=per_evening, skip=skip)

    @app_commands.command(name="board", description=localised("club-board-command"))
    async def board(self, interaction: Press) -> None:
        await board_presses.post_board(interaction)

    @app_commands.command(
        name="programme",
        description=localised("club-programme-command"),
    )
    async def programme(self, interaction: Press) -> None:
        await board_presses.show_programme(interaction)

    @app_commands.command(name="season", description=localised("club-season-command"))
    async def season(self, interaction: Press) -> None:
        await season_presses.show_mine(interaction)

    @app_commands.command(name="join", description=localised("club-join-command"))
    async def join(self, interaction: Press) -> None:
        await board_presses.join(interaction, None, comes=True)

    @app_commands.command(name="leave", description=localised("club-leave-command"))
    async def leave(self, interaction: Press) -> None:
        await board_presses.join(interaction, None, comes=False)

    @app_commands.command(name="pause", description=localised("club-pause-command"))
    @app_commands.describe(
        first=localised("club-option-pause-first"),
        until=localised("club-option-pause-until"),
    )
    async def pause(
        self,
        interaction: Press,
        first: app_commands.Range[str, 1, TYPED],
        until: app_commands.Range[str, 1, TYPED],
    ) -> None:
        await board_presses.pause(interaction, first, until)

    @app_commands.command(name="resume", description=localised("club-resume-command"))
    async def resume(self, interaction: Press) -> None:
        await board_presses.resume(interaction)

    @app_commands.command(name="stop", description=localised("club-stop-command"))
    async def stop(self, interaction: Press) -> None:
        await board_presses.ask_to_stop(interaction)


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Clubs(bot))
