"""`/quiz`: questions about the series. Alone it works on servers, in direct messages and as a user-installed app."""

from __future__ import annotations

from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain import quiz_night as nights
from bot.domain.questions import QuizKind
from bot.domain.quiz import LONGEST, SHORTEST, USUAL
from bot.domain.visibility import LAST_EPISODE
from bot.errors import EtoileError
from bot.services.quiz.night_values import Wish
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import asker_of, must_write
from cogs.ui.quiz import daily, night_presses, own, solo_presses, table
from cogs.ui.quiz.controls import CONTROLS
from cogs.ui.quiz.night_jobs import QuizJobs
from cogs.ui.quiz.refresh import NightDrawer

QUERY = 100

KINDS = [
    app_commands.Choice(name=localised("quiz-choice-story"), value="story"),
    app_commands.Choice(name=localised("quiz-choice-cast"), value="cast"),
    app_commands.Choice(name=localised("quiz-choice-making"), value="making"),
    app_commands.Choice(name=localised("quiz-choice-music"), value="music_and_dance"),
    app_commands.Choice(name=localised("quiz-choice-ballet"), value="ballet"),
    app_commands.Choice(name=localised("quiz-choice-cities"), value="cities"),
]
KIND = localised("quiz-option-kind")
SIDES = {"chosen": nights.Sides.CHOSEN, "poll": nights.Sides.BY_POLL}
BY = [app_commands.Choice(name=localised(f"quiz-choice-sides-{value}"), value=value) for value in SIDES]


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Quiz(
    commands.GroupCog,
    group_name="quiz",
    group_description=localised("quiz-command"),
):
    """Parses what was asked, asks the service, shows what it found."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*CONTROLS)
        NightDrawer(self.bot)
        QuizJobs(self.bot).register()

    @app_commands.command(name="me", description=localised("quiz-me-command"))
    @app_commands.describe(length=localised("quiz-option-length"), kind=KIND)
    @app_commands.choices(kind=KINDS)
    async def me(
        self,
        interaction: Press,
        length: app_commands.Range[int, SHORTEST, LONGEST] = USUAL,
        kind: QuizKind | None = None,
    ) -> None:
        await solo_presses.begin(interaction, length=length, kind=kind)

    @app_commands.command(name="night", description=localised("quiz-night-command"))
    @app_commands.describe(
        when=localised("quiz-option-when"),
        questions=localised("quiz-option-length"),
        seconds=localised("quiz-option-seconds"),
        level=localised("quiz-option-level"),
        kind=KIND,
        speed=localised("quiz-option-speed"),
        sides=localised("quiz-option-sides"),
        channel=localised("quiz-option-channel"),
    )
    @app_commands.choices(kind=KINDS, sides=BY)
    async def night(
        self,
        interaction: Press,
        when: str = "",
        questions: app_commands.Range[int, nights.FEWEST, nights.MOST] = nights.USUAL,
        seconds: app_commands.Range[int, nights.SHORTEST, nights.LONGEST] = nights.USUAL_SECONDS,
        level: app_commands.Range[int, 0, LAST_EPISODE] | None = None,
        kind: QuizKind | None = None,
        speed: bool = True,
        sides: Literal["chosen", "poll"] | None = None,
        channel: discord.TextChannel | None = None,
    ) -> None:
        channel_id, parent_id = _place(interaction, channel)
        wish = Wish(
            when=when[:QUERY],
            length=questions,
            seconds=seconds,
            level=level,
            kind=kind,
            quick=speed,
            cities=nights.Sides.NONE if sides is None else SIDES[sides],
            channel_id=channel_id,
            parent_id=parent_id,
        )
        await night_presses.begin(interaction, wish)

    @app_commands.command(
        name="daily",
        description=localised("quiz-daily-command"),
    )
    @app_commands.describe(
        time=localised("quiz-option-time"),
        channel=localised("quiz-option-channel"),
    )
    async def daily(
        self, interaction: Press, channel: discord.TextChannel | None = None, time: str | None = None
    ) -> None:
        if time is None and channel is None:
            await daily.show(interaction)
            return
        channel_id, parent_id = _place(interaction, channel)
        await daily.begin(interaction, channel_id=channel_id, parent_id=parent_id, at=time or "")

    @app_commands.command(name="table", description=localised("quiz-table-command"))
    async def table(self, interaction: Press) -> None:
        await table.show(interaction)

    @app_commands.command(name="write", description=localised("quiz-write-command"))
    async def write(self, interaction: Press) -> None:
        await own.show(interaction)

    @app_commands.command(name="stop", description=localised("quiz-stop-command"))
    async def stop(self, interaction: Press) -> None:
        await night_presses.stop_here(interaction)


def _place(interaction: Press, channel: discord.TextChannel | None) -> tuple[int, int | None]:
    """The channel that was named, else this one, and what it belongs to. Raises EtoileError for who may not write
    there."""
    if channel is None:
        must_write(interaction)
        here = asker_of(interaction)
        return here.channel_id or 0, here.parent_id
    if isinstance(interaction.user, discord.Member) and not _writes(channel, interaction.user):
        raise EtoileError("error-may-not-write")
    return channel.id, None


def _writes(channel: discord.TextChannel, member: discord.Member) -> bool:
    """Whether a member may write in another channel themselves."""
    allowed = channel.permissions_for(member)
    return allowed.view_channel and allowed.send_messages


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Quiz(bot))
