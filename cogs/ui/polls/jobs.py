"""The end of a poll, told by the job that closes it: once, in the poll's channel."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, outcome_of, told
from bot.domain.delivery import DeliveryKey
from bot.domain.job_kinds import JobKind
from bot.domain.poll import Poll
from bot.jobs import Job
from bot.services.polls.values import Ending
from cogs.ui.kit.controls import custom_id_of
from cogs.ui.kit.delivery import Letter, send_directly, send_once
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.polls.controls import ResultsButton
from cogs.ui.polls.refresh import drawer_of
from cogs.ui.polls.results import ending_message

_log = logging.getLogger(__name__)


class PollJobs:
    """What is done when a poll's end has come. Every handler may be run again at any point."""

    def __init__(self, bot: EtoileBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Let the runner of jobs call these handlers."""
        self._bot.app.jobs.handle(JobKind.POLL_CLOSE, self.on_close, given_up=self.on_given_up)
        self._bot.app.jobs.handle(JobKind.POLL_CARD, self.draw_card, owed=True)

    async def draw_card(self, job: Job, now: datetime) -> None:
        """Draw a card that Discord did not take when it changed. Raises what it answers now."""
        await drawer_of(self._bot).draw_owed(job.subject_id)

    async def on_close(self, job: Job, now: datetime) -> None:
        """Close a poll whose end has come, tell the result, redraw the card. Safe to be run again at any point."""
        endings = self._bot.app.polls.endings
        ending = await endings.due(job.subject_id, now)
        if ending is None:
            return
        message_id = await self._tell(ending, now)
        await endings.mark_announced(ending, message_id)
        drawer_of(self._bot).changed(job.subject_id)

    async def on_given_up(self, job: Job) -> None:
        """The end could not be told in many tries."""
        card = await self._bot.app.polls.voting.card(job.subject_id)
        if card is not None:
            await self._tell_otherwise(card.poll, self._bot.app.clock.now())

    async def _tell(self, ending: Ending, now: datetime) -> int:
        """Post the result. Returns the message's id, 0 where it cannot be posted."""
        poll = ending.card.poll
        words = self._bot.app.text.words(ending.card.locale)
        view, files = await ending_message(ending, words)
        channel = self._bot.get_partial_messageable(poll.channel_id, guild_id=poll.guild_id)
        key = DeliveryKey(guild_id=poll.guild_id, subject_id=poll.id, purpose=f"end:{poll.round}")
        letter = Letter(view=view, files=files, marker=custom_id_of(ResultsButton.route, {"poll": poll.id}))
        try:
            return await send_once(self._bot, key, channel, letter, now)
        except discord.HTTPException as error:
            if outcome_of(error) not in PLACE_CLOSED:
                raise
            _log.warning(
                "the end of poll %d cannot be told in its channel: %s; its author is told", poll.id, told(error)
            )
        await self._tell_otherwise(poll, now)
        return 0

    async def _tell_otherwise(self, poll: Poll, now: datetime) -> None:
        """The result stands nowhere: say so where moderators read, and to whoever asked. Not in another channel: who
        reads there may not be meant to see it. Raises what Discord answers while it is too busy."""
        words = await server_words(self._bot, poll.guild_id)
        author = f"<@{poll.author_id}>" if poll.author_id else words("poll-author-forgotten")
        line = words("poll-log-given-up", author=author, channel=f"<#{poll.channel_id}>")
        key = DeliveryKey(guild_id=poll.guild_id, subject_id=poll.id, purpose=f"end-lost:{poll.round}")
        await log_line(self._bot, poll.guild_id, line, once=key)
        if poll.author_id:
            await send_directly(self._bot, replace(key, user_id=poll.author_id), Letter(content=line), now)
