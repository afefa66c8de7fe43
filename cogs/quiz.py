"""`/quiz`: questions about the series. Alone it works on servers, in direct messages and as a user-installed app."""

from __future__ import annotations

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain.questions import QuizKind
from bot.domain.quiz import LONGEST, SHORTEST, USUAL
from cogs.ui.kit.routes import Press
from cogs.ui.quiz import solo_presses
from cogs.ui.quiz.controls import CONTROLS

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

    @app_commands.command(
        name="me", description=locale_str("A round for you alone, as far as you’ve watched", key="quiz-me-command")
    )
    @app_commands.describe(
        length=locale_str("How many questions; ten when you don’t say", key="quiz-option-length"), kind=KIND
    )
    @app_commands.choices(kind=KINDS)
    async def me(
        self,
        interaction: Press,
        length: app_commands.Range[int, SHORTEST, LONGEST] = USUAL,
        kind: QuizKind | None = None,
    ) -> None:
        await solo_presses.begin(interaction, length=length, kind=kind)


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Quiz(bot))
