"""What happens by itself while a time is looked for: the message, the end, and who is asked to come."""

from __future__ import annotations

import logging
from datetime import datetime

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, Outcome, outcome_of, told
from bot.domain.delivery import DeliveryKey
from bot.domain.job_kinds import JobKind
from bot.jobs import Job
from bot.services.parties.searches import SearchView
from bot.services.parties.values import Call
from bot.text import Words
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.delivery import Letter, send_once
from cogs.ui.parties.attendance import call_of
from cogs.ui.parties.controls import TakeButton
from cogs.ui.parties.search_controls import SearchHostButton
from cogs.ui.parties.search_drawing import draw_search, write_to_host
from cogs.ui.parties.search_panel import result_text
from cogs.ui.parties.sending import call_people
from cogs.ui.parties.text import episodes

log = logging.getLogger(__name__)


class SearchJobs:
    """The handlers of the jobs of searches for a time. Each may run again after a crash."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot
        self.app = bot.app

    def register(self) -> None:
        """Say who does what."""
        self.app.jobs.handle(JobKind.SEARCH_CARD, self.on_draw, owed=True)
        self.app.jobs.handle(JobKind.SEARCH_CLOSE, self.on_close, owed=True)
        self.app.jobs.handle(JobKind.SEARCH_ASK, self.on_ask)

    async def on_draw(self, job: Job, now: datetime) -> None:
        await draw_search(self.bot, job.subject_id, now)

    async def on_close(self, job: Job, now: datetime) -> None:
        view = await self.app.time_searches.close_when_due(job.subject_id)
        if view is not None and view.search.host_id:
            await self._tell_host(view, now)

    async def _tell_host(self, view: SearchView, now: datetime) -> None:
        """Where the search stands, by name; directly where that is closed."""
        search = view.search
        words = self.app.text.words(search.locale)
        buttons = ui.View(timeout=None)
        buttons.add_item(SearchHostButton.draw(words("party-find-host"), search_id=search.id))
        text = f"<@{search.host_id}>\n{result_text(view, words, now)}"
        key = DeliveryKey(
            guild_id=search.guild_id, subject_id=search.id, purpose="search:result", user_id=search.host_id
        )
        channel = self.bot.get_partial_messageable(search.channel_id, guild_id=search.guild_id)
        try:
            letter = Letter(content=text, view=buttons, users=[search.host_id])
            await send_once(self.bot, key, channel, letter, now)
        except discord.HTTPException as error:
            if outcome_of(error) not in PLACE_CLOSED:
                raise
            log.info("the end of a search for a time is told directly: %s", told(error))
            if outcome_of(error) is not Outcome.CHANNEL_GONE:  # else its message is missed, and that is told
                alone = Letter(content=result_text(view, words, now))
                await write_to_host(self.bot, search, "search:result-alone", alone, now)

    async def on_ask(self, job: Job, now: datetime) -> None:
        call = await call_of(self.bot, self._asked, job.subject_id, now)
        if call is None or not (call.here or call.direct):
            return
        party = call.view.party

        def text(words: Words) -> str:
            name = episodes(party, words)
            return words("party-find-come", name=name, at=stamp(party.starts_at), soon=stamp(party.starts_at, "R"))

        def buttons(words: Words) -> ui.View:
            view = ui.View(timeout=None)
            green = discord.ButtonStyle.success
            view.add_item(TakeButton.draw(words("party-find-coming"), style=green, answer="going", party_id=party.id))
            view.add_item(TakeButton.draw(words("party-answer-no"), answer="no", party_id=party.id))
            return view

        await call_people(self.bot, call, now, text=text, make_view=buttons, alone=False)

    async def _asked(self, party_id: int, now: datetime) -> Call | None:
        view = await self.app.parties.find(party_id)
        if view is None:
            return None
        whom = await self.app.time_searches.ticked(view.party)
        there = await self.app.deliveries.reached(party_id, "looked:ask")
        return await self.app.party_due.ask(party_id, [one for one in whom if one in there] if there else whom, now)
