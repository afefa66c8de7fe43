"""`/etoile`: what is known of the series. Works on servers, in direct messages and as a user-installed app."""

from __future__ import annotations

from typing import Any

from discord import app_commands
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.services.facts_values import Missing, Page, Request
from cogs.ui import facts_presses as ui
from cogs.ui.facts_controls import CONTROLS
from cogs.ui.facts_finding import asked_for, missing, suggestions
from cogs.ui.kit.choices import episode_choices
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import answer, asker_of, words_of

EpisodeNumber = app_commands.Range[int, FIRST_EPISODE, LAST_EPISODE]
QUERY = 100


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Facts(
    commands.GroupCog,
    group_name="etoile",
    group_description=localised("facts-command"),
):
    """Parses what was asked, asks the service, shows what it found."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*CONTROLS)

    @app_commands.command(
        name="status",
        description=localised("facts-status-command"),
    )
    async def status(self, interaction: Press) -> None:
        await self._show(interaction, Request(page="status"))

    @app_commands.command(name="facts", description=localised("facts-facts-command"))
    @app_commands.describe(about=localised("facts-facts-about"))
    async def facts(self, interaction: Press, about: str | None = None) -> None:
        await self._look_up(interaction, "fact", about, otherwise=Request(page="topics"))

    @app_commands.command(
        name="ask",
        description=localised("facts-ask-command"),
    )
    @app_commands.describe(question=localised("facts-ask-question"))
    async def ask(self, interaction: Press, question: str) -> None:
        await self._look_up(interaction, "fact", question, otherwise=Request(page="topics"))

    @app_commands.command(name="cast", description=localised("facts-cast-command"))
    @app_commands.describe(who=localised("facts-cast-who"))
    async def cast(self, interaction: Press, who: str | None = None) -> None:
        await self._look_up(interaction, "person", who, otherwise=Request(page="cast"))

    @app_commands.command(
        name="episode",
        description=localised("facts-episode-command"),
    )
    @app_commands.describe(number=localised("facts-episode-number"))
    async def episode(self, interaction: Press, number: EpisodeNumber | None = None) -> None:
        request = Request(page="episodes") if number is None else Request(page="episode", id=f"episode-{number}")
        await self._show(interaction, request)

    @app_commands.command(
        name="timeline",
        description=localised("facts-timeline-command"),
    )
    @app_commands.describe(about=localised("facts-timeline-about"))
    async def timeline(self, interaction: Press, about: str | None = None) -> None:
        await self._look_up(interaction, "event", about, otherwise=Request(page="timeline"))

    @app_commands.command(name="glossary", description=localised("facts-glossary-command"))
    @app_commands.describe(term=localised("facts-glossary-term"))
    async def glossary(self, interaction: Press, term: str | None = None) -> None:
        await self._look_up(interaction, "term", term, otherwise=Request(page="glossary"))

    @app_commands.command(name="help", description=localised("facts-help-command"))
    async def help(self, interaction: Press) -> None:
        await self._show(interaction, Request(page="help"))

    @facts.autocomplete("about")
    async def _suggest_facts(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        return await self._suggest(interaction, "fact", typed)

    @ask.autocomplete("question")
    async def _suggest_answers(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        return await self._suggest(interaction, "fact", typed)

    @timeline.autocomplete("about")
    async def _suggest_events(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        return await self._suggest(interaction, "event", typed)

    @cast.autocomplete("who")
    async def _suggest_people(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        return await self._suggest(interaction, "person", typed)

    @glossary.autocomplete("term")
    async def _suggest_terms(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        return await self._suggest(interaction, "term", typed)

    @episode.autocomplete("number")
    async def _suggest_episodes(self, interaction: Press, typed: Any) -> list[app_commands.Choice[int]]:
        found = await self.bot.app.facts.suggest_episodes(asker_of(interaction), str(typed)[:QUERY])
        return episode_choices(found, words_of(interaction))

    async def _show(self, interaction: Press, request: Request) -> None:
        await ui.reply(interaction, await self.bot.app.facts.answer(asker_of(interaction), request))

    async def _look_up(self, interaction: Press, page: Page, query: str | None, *, otherwise: Request) -> None:
        if query is None or not query.strip():
            await self._show(interaction, otherwise)
            return
        asked = asked_for(query[:QUERY], words_of(interaction))
        found = await self.bot.app.facts.look_up(asker_of(interaction), page, asked)
        if isinstance(found, Missing):
            await answer(interaction, missing(found, words_of(interaction)))
        else:
            await ui.reply(interaction, found)

    async def _suggest(self, interaction: Press, page: Page, typed: str) -> list[app_commands.Choice[str]]:
        found = await self.bot.app.facts.suggest(asker_of(interaction), page, typed[:QUERY])
        return suggestions(found, words_of(interaction), own=page, typed=typed[:QUERY])


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Facts(bot))
