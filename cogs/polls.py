"""`/poll`: arguments settled by ballot. On servers only."""

from __future__ import annotations

import logging

from discord import app_commands
from discord.ext import commands

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, outcome_of, told
from bot.errors import StoreUnavailable
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import answer, ask, asker_of, say, words_of
from cogs.ui.polls import manage_presses as manage
from cogs.ui.polls.card import card_panel
from cogs.ui.polls.choosing import chosen_poll
from cogs.ui.polls.controls import CONTROLS
from cogs.ui.polls.draft_presses import PollForm
from cogs.ui.polls.jobs import PollJobs
from cogs.ui.polls.listing import choice_label, list_panel
from cogs.ui.polls.presses import show_ballot, show_results
from cogs.ui.polls.preview import preview
from cogs.ui.polls.refresh import CardDrawer, Drawn, drawer_of

QUERY = 100
QUESTION = localised("poll-preset-name")
ENDS = localised("poll-option-closes")
WHICH = localised("poll-option-poll")

_log = logging.getLogger(__name__)


@app_commands.guild_only()
class Polls(
    commands.GroupCog,
    group_name="poll",
    group_description=localised("poll-command"),
):
    """Parses what was asked, asks the service, shows what it found."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        CardDrawer(self.bot, card_panel)
        self.bot.add_dynamic_items(*CONTROLS)
        PollJobs(self.bot).register()
        await self.bot.app.polls.raise_gates()

    async def cog_unload(self) -> None:
        await drawer_of(self.bot).note()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Cards that somebody died before drawing."""
        try:
            await drawer_of(self.bot).catch_up(lambda guild_id: self.bot.get_guild(guild_id) is not None)
        except StoreUnavailable:
            _log.warning("cards were not looked through: the database does not answer")

    @app_commands.command(name="preset", description=localised("poll-preset-command"))
    @app_commands.describe(name=QUESTION, closes=ENDS)
    async def preset(self, interaction: Press, name: str, closes: str = "") -> None:
        await self._begin(interaction, name, closes, arc=False)

    @app_commands.command(name="arc", description=localised("poll-arc-command"))
    @app_commands.describe(preset=QUESTION, closes=ENDS)
    async def arc(self, interaction: Press, preset: str, closes: str = "") -> None:
        await self._begin(interaction, preset, closes, arc=True)

    async def _begin(self, interaction: Press, preset: str, closes: str, *, arc: bool) -> None:
        """The preview of a shipped poll, or of the arc of one."""
        drafts = self.bot.app.polls.drafts
        view = await drafts.from_preset(asker_of(interaction), preset, closes=closes[:QUERY], arc=arc)
        await answer(interaction, preview(view, words_of(interaction)))

    @app_commands.command(name="create", description=localised("poll-create-command"))
    async def create(self, interaction: Press) -> None:
        await self.bot.app.polls.drafts.check_host(asker_of(interaction))
        await ask(interaction, PollForm(words_of(interaction)))

    @app_commands.command(name="list", description=localised("poll-list-command"))
    async def list_(self, interaction: Press) -> None:
        page = await self.bot.app.polls.list(asker_of(interaction), 0)
        await answer(interaction, list_panel(page, words_of(interaction)))

    @app_commands.command(
        name="show",
        description=localised("poll-show-command"),
    )
    @app_commands.describe(poll=WHICH)
    async def show(self, interaction: Press, poll: str) -> None:
        poll_id = await chosen_poll(interaction, poll)
        await show_ballot(interaction, poll_id)
        try:
            drawn = await drawer_of(self.bot).draw_now(poll_id)
        except UNANSWERED as error:
            _log.warning("the card of poll %d could not be drawn: %s; it is owed", poll_id, told(error))
            await self.bot.app.polls.owe_card(poll_id)
            return
        if drawn is Drawn.GONE:
            await self._post_again(interaction, poll_id)

    @app_commands.command(name="results", description=localised("poll-results-command"))
    @app_commands.describe(poll=WHICH)
    async def results(self, interaction: Press, poll: str) -> None:
        await show_results(interaction, await chosen_poll(interaction, poll))

    @app_commands.command(name="edit", description=localised("poll-edit-command"))
    @app_commands.describe(poll=WHICH)
    async def edit(self, interaction: Press, poll: str) -> None:
        await manage.manage(interaction, await chosen_poll(interaction, poll))

    @app_commands.command(name="close", description=localised("poll-close-command"))
    @app_commands.describe(poll=WHICH)
    async def close(self, interaction: Press, poll: str) -> None:
        await manage.close(interaction, await chosen_poll(interaction, poll))

    @app_commands.command(name="reopen", description=localised("poll-reopen-command"))
    @app_commands.describe(poll=WHICH, closes=ENDS)
    async def reopen(self, interaction: Press, poll: str, closes: str = "") -> None:
        await manage.reopen(interaction, await chosen_poll(interaction, poll), closes[:QUERY])

    @app_commands.command(name="delete", description=localised("poll-delete-command"))
    @app_commands.describe(poll=WHICH)
    async def delete(self, interaction: Press, poll: str) -> None:
        await manage.ask_delete(interaction, await chosen_poll(interaction, poll))

    @app_commands.command(name="export", description=localised("poll-export-command"))
    @app_commands.describe(poll=WHICH)
    async def export(self, interaction: Press, poll: str) -> None:
        await manage.export(interaction, await chosen_poll(interaction, poll))

    # -- suggestions

    @preset.autocomplete("name")
    async def _suggest_presets(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        return await self._presets(interaction, typed, arc=False)

    @arc.autocomplete("preset")
    async def _suggest_arcs(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        return await self._presets(interaction, typed, arc=True)

    async def _presets(self, interaction: Press, typed: str, *, arc: bool) -> list[app_commands.Choice[str]]:
        found = await self.bot.app.polls.drafts.find_presets(asker_of(interaction), typed[:QUERY], arc=arc)
        return [app_commands.Choice(name=match.label, value=match.id) for match in found]

    @show.autocomplete("poll")
    @results.autocomplete("poll")
    @edit.autocomplete("poll")
    @close.autocomplete("poll")
    @reopen.autocomplete("poll")
    @delete.autocomplete("poll")
    @export.autocomplete("poll")
    async def _suggest_polls(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        words = words_of(interaction)
        found = await self.bot.app.polls.suggest(asker_of(interaction), typed[:QUERY])
        return [app_commands.Choice(name=choice_label(listed, words), value=str(listed.poll.id)) for listed in found]

    async def _post_again(self, interaction: Press, poll_id: int) -> None:
        """The card was deleted: whoever may, posts it once more."""
        words = words_of(interaction)
        asker = asker_of(interaction)
        if not await self.bot.app.polls.may_repost(asker, poll_id):
            return
        await self.bot.app.polls.move(asker, poll_id)
        try:
            await drawer_of(self.bot).post(poll_id, once=f"again:{interaction.id}")
        except UNANSWERED as error:
            _log.warning("the card of poll %d could not be posted again: %s", poll_id, told(error))
            key = "poll-cannot-post" if outcome_of(error) in PLACE_CLOSED else "poll-not-posted-again"
            await say(interaction, words(key, channel=f"<#{asker.channel_id}>"))
        else:
            await say(interaction, words("poll-posted-again"))


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Polls(bot))
