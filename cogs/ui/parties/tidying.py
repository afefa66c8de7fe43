"""Reminders, offers and questions that hold no longer lose their buttons, and say what is so now."""

from __future__ import annotations

import logging
from datetime import datetime

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import NOT_REACHED, Outcome, outcome_of, told
from bot.jobs import Job
from bot.services.parties.outdated import Outdated, is_private
from bot.text import Words
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.links import jump
from cogs.ui.parties.sending import for_each
from cogs.ui.parties.text import episodes

log = logging.getLogger(__name__)


async def tidy(bot: EtoileBot, job: Job, now: datetime) -> None:
    """Rewrite whatever holds no longer. A message that is gone, or cannot be edited any more, is an outcome."""
    view = await bot.app.parties.find(job.subject_id)
    if view is None:
        return
    party = view.party

    async def rewrite(one: Outdated) -> None:
        sent, words = one.delivery, await _words_for(bot, one, bot.app.text.words(party.locale))
        link = jump(party.guild_id, party.thread_id or party.channel_id, None if party.thread_id else party.message_id)
        text = words(
            f"party-stale-{one.why}", name=episodes(party, words),
            at=stamp(party.starts_at), soon=stamp(party.starts_at, "R"), link=link,
        )  # fmt: skip
        channel = bot.get_partial_messageable(sent.channel_id or 0)
        try:
            await channel.get_partial_message(sent.message_id or 0).edit(content=text, view=None)
        except discord.HTTPException as error:
            if outcome_of(error) not in NOT_REACHED | {Outcome.MESSAGE_GONE, Outcome.EDITS_SPENT}:
                raise
            log.info("message %s stays as it is: %s", sent.message_id, told(error))
        await bot.app.deliveries.forget(party.id, sent.purpose, user_id=sent.user_id)

    await for_each(bot, rewrite, await bot.app.party_lines.outdated(party.id))


async def _words_for(bot: EtoileBot, one: Outdated, public: Words) -> Words:
    """A direct message speaks the language of whom it went to."""
    if not is_private(one.delivery):
        return public
    choice = await bot.app.parties.reminder_choice(one.delivery.user_id)
    return public if choice.locale is None else bot.app.text.words(choice.locale)
