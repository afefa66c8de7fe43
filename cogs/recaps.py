"""`/recap`: what happened, as far as the asker has watched. Works on servers, in direct messages and user-installed."""

from __future__ import annotations

from typing import Any

from discord import app_commands
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.services.recaps import Length, Missing, Request
from cogs.ui import recaps as ui
from cogs.ui.kit.choices import episode_choices
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import answer, asker_of, words_of

EpisodeNumber = app_commands.Range[int, FIRST_EPISODE, LAST_EPISODE]
QUERY = 100
LENGTHS = [
    app_commands.Choice(name=localised("recaps-choice-line"), value="line"),
    app_commands.Choice(name=localised("recaps-choice-minute"), value="minute"),
    app_commands.Choice(name=localised("recaps-choice-full"), value="full"),
    app_commands.Choice(name=localised("recaps-choice-beats"), value="beats"),
]


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Recaps(
    commands.GroupCog,
    group_name="recap",
    group_description=localised("recaps-command"),
):
    """Parses what was asked, asks the service, shows what it found."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*ui.CONTROLS)

    @app_commands.command(
        name="episode",
        description=localised("recaps-episode-command"),
    )
    @app_commands.describe(
        number=localised("recaps-episode-number"),
        length=localised("recaps-episode-length"),
    )
    @app_commands.choices(length=LENGTHS)
    async def episode(self, interaction: Press, number: EpisodeNumber, length: Length = "minute") -> None:
        asker = asker_of(interaction)
        request = Request(kind="episode", last=number, locale=asker.locale, length=length)
        await ui.reply(interaction, await self.bot.app.recaps.answer(asker, request))

    @app_commands.command(name="upto", description=localised("recaps-upto-command"))
    @app_commands.describe(episode=localised("recaps-upto-episode"))
    async def upto(self, interaction: Press, episode: EpisodeNumber | None = None) -> None:
        asker = asker_of(interaction)
        if episode is None:
            await ui.reply(interaction, await self.bot.app.recaps.so_far(asker, "upto"))
        else:
            request = Request(kind="upto", last=episode, locale=asker.locale)
            await ui.reply(interaction, await self.bot.app.recaps.answer(asker, request))

    @app_commands.command(name="season", description=localised("recaps-season-command"))
    @app_commands.describe(length=localised("recaps-season-length"))
    @app_commands.choices(length=LENGTHS)
    async def season(self, interaction: Press, length: Length = "line") -> None:
        asker = asker_of(interaction)
        request = Request(kind="season", last=LAST_EPISODE, locale=asker.locale, length=length)
        await ui.reply(interaction, await self.bot.app.recaps.answer(asker, request))

    @app_commands.command(name="who", description=localised("recaps-who-command"))
    @app_commands.describe(
        character=localised("recaps-who-character"),
        episode=localised("recaps-upto-episode"),
    )
    async def who(self, interaction: Press, character: str, episode: EpisodeNumber | None = None) -> None:
        found = await self.bot.app.recaps.who(asker_of(interaction), character[:QUERY], episode)
        if isinstance(found, Missing):
            await answer(interaction, ui.missing(found, words_of(interaction)))
        else:
            await ui.reply(interaction, found)

    @app_commands.command(
        name="catchup",
        description=localised("recaps-catchup-command"),
    )
    async def catchup(self, interaction: Press) -> None:
        await ui.reply(interaction, await self.bot.app.recaps.catch_up(asker_of(interaction)))

    @who.autocomplete("character")
    async def _suggest_people(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        found = await self.bot.app.recaps.suggest(asker_of(interaction), "cast", typed[:QUERY])
        return [app_commands.Choice(name=match.label, value=match.id) for match in found]

    @episode.autocomplete("number")
    @upto.autocomplete("episode")
    @who.autocomplete("episode")
    async def _suggest_episodes(self, interaction: Press, typed: Any) -> list[app_commands.Choice[int]]:
        found = await self.bot.app.recaps.suggest(asker_of(interaction), "episodes", str(typed))
        return episode_choices(found, words_of(interaction))


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Recaps(bot))
