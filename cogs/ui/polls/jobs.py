"""The end of a poll, told by the job that closes it: once, in the poll's channel."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, outcome_of
from bot.domain.job_kinds import JobKind
from bot.jobs import Job
from bot.services.polls.values import Ending
from cogs.ui.kit.links import card_url
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.kit.routes import custom_id_of
from cogs.ui.polls.controls import ResultsButton
from cogs.ui.polls.preview import nonce_of
from cogs.ui.polls.refresh import drawer_of
from cogs.ui.polls.results import ending_message

CLOSE = JobKind.POLL_CLOSE
DEDUPED = timedelta(minutes=2)
"""How long Discord surely remembers a nonce; after that, a result that may have been sent is looked up."""
LOOKED_THROUGH = 200
SKEW = timedelta(minutes=1)
"""By how much Discord's clock and ours may differ."""

_log = logging.getLogger(__name__)


class PollJobs:
    """What is done when a poll's end has come. Every handler may be run again at any point."""

    def __init__(self, bot: EtoileBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Let the runner of jobs call these handlers."""
        self._bot.app.jobs.handle(CLOSE, self.on_close, given_up=self.on_given_up)

    async def on_close(self, job: Job, now: datetime) -> None:
        """Close a poll whose end has come, tell the result, redraw the card. Safe to be run again at any point."""
        endings = self._bot.app.polls.endings
        ending = await endings.due(job.subject_id, now)
        if ending is None:
            return
        message_id = await self._told_before(ending, now)
        if message_id is None:
            await endings.announcing(job.subject_id)
            message_id = await self._tell(ending)
        await endings.announced(ending.card.poll, message_id)
        drawer_of(self._bot).changed(job.subject_id)

    async def on_given_up(self, job: Job) -> None:
        """The end could not be told in many tries: say so where moderators read, and name whose poll it is."""
        card = await self._bot.app.polls.voting.card(job.subject_id)
        if card is None:
            return
        words = await server_words(self._bot, card.poll.guild_id)
        author = f"<@{card.poll.author_id}>" if card.poll.author_id else words("poll-author-forgotten")
        whose = {"author": author, "channel": f"<#{card.poll.channel_id}>"}
        await log_line(self._bot, card.poll.guild_id, words("poll-log-given-up", **whose))

    async def _tell(self, ending: Ending) -> int:
        """Post the result. Returns the message's id, 0 where it cannot be posted."""
        poll = ending.card.poll
        words = self._bot.app.text.words(ending.card.locale)
        door = ResultsButton.draw(words("poll-results"), poll=poll.id)
        view, files = await ending_message(ending, words, card_url=card_url(poll), door=door)
        channel = self._bot.get_partial_messageable(poll.channel_id, guild_id=poll.guild_id)
        try:
            message = await channel.send(view=view, files=files, nonce=nonce_of(poll, "end"))
        except discord.HTTPException as error:
            if outcome_of(error) not in PLACE_CLOSED:
                raise
            _log.warning("the end of a poll cannot be told in its channel: %s", error.code)
            return 0
        return message.id

    async def _told_before(self, ending: Ending, now: datetime) -> int | None:
        """The result's message, when an earlier try may have sent it too long ago for the nonce to catch a second."""
        poll = ending.card.poll
        if poll.announced_at is None or now - poll.announced_at < DEDUPED:
            return None
        channel = self._bot.get_partial_messageable(poll.channel_id, guild_id=poll.guild_id)
        wanted = custom_id_of(ResultsButton.route, {"poll": poll.id})
        try:
            since = poll.announced_at - SKEW
            async for message in channel.history(limit=LOOKED_THROUGH, after=since, oldest_first=True):
                mine = self._bot.user is not None and message.author.id == self._bot.user.id
                if mine and message.id != poll.message_id and wanted in _custom_ids(message):
                    return message.id
        except discord.HTTPException as error:
            if outcome_of(error) not in PLACE_CLOSED:
                raise
        return None


def _custom_ids(message: discord.Message) -> set[str]:
    view = discord.ui.LayoutView.from_message(message)
    return {str(getattr(item, "custom_id", "")) for item in view.walk_children()}
