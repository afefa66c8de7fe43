"""`/poll`: arguments settled by ballot. On servers only."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain.poll import Poll
from bot.errors import EtoileError, StoreUnavailable
from bot.jobs import Job
from bot.services.polls.values import Ending
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.kit.reply import answer, asker_of, say, words_of
from cogs.ui.kit.routes import Press, custom_id_of
from cogs.ui.polls import manage_panel as care
from cogs.ui.polls.ballot_panel import ResultsButton, show_results, show_sheet
from cogs.ui.polls.card import card_panel
from cogs.ui.polls.controls import CONTROLS
from cogs.ui.polls.preview import CANNOT_POST, PollForm, nonce_of, preview
from cogs.ui.polls.refresh import CardDrawer, drawer_of, url_of
from cogs.ui.polls.results import ending_message

CLOSE = "poll.close"
DEDUPED = timedelta(minutes=2)
"""How long Discord surely remembers a nonce; after that, a result that may have been sent is looked up."""
LOOKED_THROUGH = 200
SKEW = timedelta(minutes=1)
"""By how much Discord's clock and ours may differ."""
QUERY = 100
QUESTION = locale_str("Which question", key="poll-preset-name")
ENDS = locale_str("When it ends, as you would say it: friday 9pm, in 3 days", key="poll-option-closes")
WHICH = locale_str("Which poll", key="poll-option-poll")

_log = logging.getLogger(__name__)


@app_commands.guild_only()
class Polls(
    commands.GroupCog,
    group_name="poll",
    group_description=locale_str("Polls that keep secrets: the votes’, and the plot’s", key="poll-command"),
):
    """Parses what was asked, asks the service, shows what it found; and tells the end of polls."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        CardDrawer(self.bot, card_panel)
        self.bot.add_dynamic_items(*CONTROLS)
        self.bot.app.jobs.handle(CLOSE, self.on_close, given_up=self.on_given_up)
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

    @app_commands.command(
        name="preset", description=locale_str("A ready-made question about the series", key="poll-preset-command")
    )
    @app_commands.describe(name=QUESTION, closes=ENDS)
    async def preset(self, interaction: Press, name: str, closes: str = "") -> None:
        await self._begin(interaction, name, closes, arc=False)

    @app_commands.command(
        name="arc", description=locale_str("One question, asked again at every episode", key="poll-arc-command")
    )
    @app_commands.describe(preset=QUESTION, closes=ENDS)
    async def arc(self, interaction: Press, preset: str, closes: str = "") -> None:
        await self._begin(interaction, preset, closes, arc=True)

    async def _begin(self, interaction: Press, preset: str, closes: str, *, arc: bool) -> None:
        """The preview of a shipped poll, or of the arc of one."""
        drafts = self.bot.app.polls.drafts
        sheet = await drafts.from_preset(asker_of(interaction), preset, closes=closes[:QUERY], arc=arc)
        await answer(interaction, preview(sheet, words_of(interaction)))

    @app_commands.command(
        name="create", description=locale_str("Ask a question of your own", key="poll-create-command")
    )
    async def create(self, interaction: Press) -> None:
        await self.bot.app.polls.drafts.check_host(asker_of(interaction))
        await interaction.response.send_modal(PollForm(words_of(interaction)))

    @app_commands.command(name="list", description=locale_str("The polls of this server", key="poll-list-command"))
    async def list_(self, interaction: Press) -> None:
        found = await self.bot.app.polls.list(asker_of(interaction))
        await answer(interaction, care.list_panel(found, 0, words_of(interaction)))

    @app_commands.command(
        name="show",
        description=locale_str("Your ballot; and the card again, if it was deleted", key="poll-show-command"),
    )
    @app_commands.describe(poll=WHICH)
    async def show(self, interaction: Press, poll: str) -> None:
        found = await self.bot.app.polls.here(asker_of(interaction), _id(poll))
        if await drawer_of(self.bot).draw_now(found.id):
            await show_sheet(interaction, found.id)
            return
        await self.bot.app.polls.check_may_repost(asker_of(interaction), found.id)
        await self._post_again(interaction, found)

    @app_commands.command(name="results", description=locale_str("How a poll stands", key="poll-results-command"))
    @app_commands.describe(poll=WHICH)
    async def results(self, interaction: Press, poll: str) -> None:
        await show_results(interaction, _id(poll))

    @app_commands.command(
        name="edit", description=locale_str("Add an answer, reword, move the end", key="poll-edit-command")
    )
    @app_commands.describe(poll=WHICH)
    async def edit(self, interaction: Press, poll: str) -> None:
        await care.manage(interaction, _id(poll))

    @app_commands.command(name="close", description=locale_str("End a poll now", key="poll-close-command"))
    @app_commands.describe(poll=WHICH)
    async def close(self, interaction: Press, poll: str) -> None:
        await care.close(interaction, _id(poll))

    @app_commands.command(name="reopen", description=locale_str("Open a closed poll again", key="poll-reopen-command"))
    @app_commands.describe(poll=WHICH, closes=ENDS)
    async def reopen(self, interaction: Press, poll: str, closes: str = "") -> None:
        await care.reopen(interaction, _id(poll), closes[:QUERY])

    @app_commands.command(
        name="delete", description=locale_str("Delete a poll and its ballots", key="poll-delete-command")
    )
    @app_commands.describe(poll=WHICH)
    async def delete(self, interaction: Press, poll: str) -> None:
        await care.ask_delete(interaction, _id(poll))

    @app_commands.command(
        name="export", description=locale_str("The counts as a table (CSV)", key="poll-export-command")
    )
    @app_commands.describe(poll=WHICH)
    async def export(self, interaction: Press, poll: str) -> None:
        await care.export(interaction, _id(poll))

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
        return [
            app_commands.Choice(name=care.choice_label(listed, words), value=str(listed.poll.id)) for listed in found
        ]

    async def _post_again(self, interaction: Press, poll: Poll) -> None:
        words = words_of(interaction)
        asker = asker_of(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self.bot.app.polls.placed(
            poll.id, channel_id=asker.channel_id or poll.channel_id, parent_id=asker.parent_id, message_id=None
        )
        try:
            await drawer_of(self.bot).post(poll.id, nonce=f"again-{interaction.id:x}")
        except discord.HTTPException as error:
            if error.code not in CANNOT_POST:
                raise
            await say(interaction, words("poll-cannot-post", channel=f"<#{asker.channel_id}>"))
        else:
            await say(interaction, words("poll-posted-again"))

    # -- the end

    async def on_close(self, job: Job, now: datetime) -> None:
        """Close a poll whose end has come, tell the result, redraw the card. Safe to be run again at any point."""
        endings = self.bot.app.polls.endings
        ending = await endings.due(job.subject_id, now)
        if ending is None:
            return
        message_id = await self._told_before(ending, now)
        if message_id is None:
            await endings.announcing(job.subject_id)
            message_id = await self._tell(ending)
        await endings.announced(ending.card.poll, message_id)
        drawer_of(self.bot).changed(job.subject_id)

    async def on_given_up(self, job: Job) -> None:
        """The end could not be told in many tries: say so where moderators read, and name whose poll it is."""
        card = await self.bot.app.polls.voting.card(job.subject_id)
        if card is None:
            return
        words = await server_words(self.bot, card.poll.guild_id)
        author = f"<@{card.poll.author_id}>" if card.poll.author_id else words("poll-author-forgotten")
        whose = {"author": author, "channel": f"<#{card.poll.channel_id}>"}
        await log_line(self.bot, card.poll.guild_id, words("poll-log-given-up", **whose))

    async def _tell(self, ending: Ending) -> int:
        """Post the result. Returns the message's id, 0 where it cannot be posted."""
        poll = ending.card.poll
        words = self.bot.app.text.words(ending.card.locale)
        door = ResultsButton.draw(words("poll-results"), poll=poll.id)
        view, files = await ending_message(ending, words, card_url=url_of(poll), door=door)
        channel = self.bot.get_partial_messageable(poll.channel_id, guild_id=poll.guild_id)
        try:
            message = await channel.send(view=view, files=files, nonce=nonce_of(poll, "end"))
        except discord.HTTPException as error:
            if error.code not in CANNOT_POST:
                raise
            _log.warning("the end of a poll cannot be told in its channel: %s", error.code)
            return 0
        return message.id

    async def _told_before(self, ending: Ending, now: datetime) -> int | None:
        """The result's message, when an earlier try may have sent it too long ago for the nonce to catch a second."""
        poll = ending.card.poll
        if poll.announced_at is None or now - poll.announced_at < DEDUPED:
            return None
        channel = self.bot.get_partial_messageable(poll.channel_id, guild_id=poll.guild_id)
        wanted = custom_id_of(ResultsButton.route, {"poll": poll.id})
        try:
            since = poll.announced_at - SKEW
            async for message in channel.history(limit=LOOKED_THROUGH, after=since, oldest_first=True):
                mine = self.bot.user is not None and message.author.id == self.bot.user.id
                if mine and message.id != poll.message_id and wanted in _custom_ids(message):
                    return message.id
        except discord.HTTPException as error:
            if error.code not in CANNOT_POST:
                raise
        return None


def _custom_ids(message: discord.Message) -> set[str]:
    view = discord.ui.LayoutView.from_message(message)
    return {str(getattr(item, "custom_id", "")) for item in view.walk_children()}


def _id(typed: str) -> int:
    """The poll that was chosen from the suggestions. Raises EtoileError when something else was typed."""
    if not typed.isdecimal() or len(typed) > 19:
        raise EtoileError("poll-choose-one")
    return int(typed)


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Polls(bot))
