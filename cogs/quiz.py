"""`/quiz`: questions about the series. Alone it works on servers, in direct messages and as a user-installed app."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain import quiz_night as nights
from bot.domain.questions import QuizKind
from bot.domain.quiz import LONGEST, SHORTEST, USUAL
from bot.domain.visibility import LAST_EPISODE
from bot.errors import EtoileError
from bot.services.quiz.night_values import Wish
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import asker_of, must_write
from cogs.ui.quiz import daily, night_presses, own, solo_presses, table
from cogs.ui.quiz.controls import CONTROLS
from cogs.ui.quiz.night_jobs import QuizJobs
from cogs.ui.quiz.refresh import NightDrawer

QUERY = 100

KINDS = [
    app_commands.Choice(name=locale_str("the story", key="quiz-choice-story"), value="story"),
    app_commands.Choice(name=locale_str("who plays whom", key="quiz-choice-cast"), value="cast"),
    app_commands.Choice(name=locale_str("how it was made", key="quiz-choice-making"), value="making"),
    app_commands.Choice(name=locale_str("its music and dances", key="quiz-choice-music"), value="music_and_dance"),
    app_commands.Choice(name=locale_str("ballet", key="quiz-choice-ballet"), value="ballet"),
    app_commands.Choice(name=locale_str("Paris and New York", key="quiz-choice-cities"), value="cities"),
]
KIND = locale_str("What about; leave empty for everything", key="quiz-option-kind")


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Quiz(
    commands.GroupCog,
    group_name="quiz",
    group_description=locale_str("Questions about the series that spoil nothing", key="quiz-command"),
):
    """Parses what was asked, asks the service, shows what it found."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*CONTROLS)
        NightDrawer(self.bot)
        QuizJobs(self.bot).register()

    @app_commands.command(
        name="me", description=locale_str("A round for you alone, as far as you’ve watched", key="quiz-me-command")
    )
    @app_commands.describe(
        length=locale_str("How many questions; leave empty for ten", key="quiz-option-length"), kind=KIND
    )
    @app_commands.choices(kind=KINDS)
    async def me(
        self,
        interaction: Press,
        length: app_commands.Range[int, SHORTEST, LONGEST] = USUAL,
        kind: QuizKind | None = None,
    ) -> None:
        await solo_presses.begin(interaction, length=length, kind=kind)

    @app_commands.command(
        name="night", description=locale_str("A quiz for this channel, now or later", key="quiz-night-command")
    )
    @app_commands.describe(
        when=locale_str("When it starts, as you’d say it; leave empty for now", key="quiz-option-when"),
        questions=locale_str("How many questions; leave empty for ten", key="quiz-option-length"),
        seconds=locale_str("How many seconds for each question; leave empty for 20", key="quiz-option-seconds"),
        level=locale_str("Up to which episode; leave empty for as far as the channel", key="quiz-option-level"),
        kind=KIND,
        speed=locale_str("Points for being quick; leave empty for yes", key="quiz-option-speed"),
        sides=locale_str("New York against Paris", key="quiz-option-sides"),
        channel=locale_str("Where; leave empty for here", key="quiz-option-channel"),
    )
    @app_commands.choices(kind=KINDS)
    async def night(
        self,
        interaction: Press,
        when: str = "",
        questions: app_commands.Range[int, nights.FEWEST, nights.MOST] = nights.USUAL,
        seconds: app_commands.Range[int, nights.SHORTEST, nights.LONGEST] = nights.USUAL_SECONDS,
        level: app_commands.Range[int, 0, LAST_EPISODE] | None = None,
        kind: QuizKind | None = None,
        speed: bool = True,
        sides: bool = False,
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
            cities=sides,
            channel_id=channel_id,
            parent_id=parent_id,
        )
        await night_presses.begin(interaction, wish)

    @app_commands.command(
        name="daily",
        description=locale_str(
            "A question every day; without a time: what there is, to be stopped", key="quiz-daily-command"
        ),
    )
    @app_commands.describe(
        time=locale_str("At what time of day, like 18:00", key="quiz-option-time"),
        channel=locale_str("Where; leave empty for here", key="quiz-option-channel"),
    )
    async def daily(
        self, interaction: Press, channel: discord.TextChannel | None = None, time: str | None = None
    ) -> None:
        if time is None and channel is None:
            await daily.show(interaction)
            return
        channel_id, parent_id = _place(interaction, channel)
        await daily.begin(interaction, channel_id=channel_id, parent_id=parent_id, at=time or "")

    @app_commands.command(
        name="table", description=locale_str("Who has how many points on this server", key="quiz-table-command")
    )
    async def table(self, interaction: Press) -> None:
        await table.show(interaction)

    @app_commands.command(
        name="write", description=locale_str("This server’s own questions, for its hosts", key="quiz-write-command")
    )
    async def write(self, interaction: Press) -> None:
        await own.show(interaction)

    @app_commands.command(name="stop", description=locale_str("End the quiz of this channel", key="quiz-stop-command"))
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
