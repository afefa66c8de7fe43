"""The evening itself, as it happens: the start, the common starts of the clock, the end."""

from __future__ import annotations

from datetime import datetime

import discord
from discord import ui

from bot.client import EtoileBot
from bot.domain.delivery import DeliveryKey
from bot.domain.job_kinds import JobKind
from bot.domain.party import Party, State
from bot.jobs import Handler, Job
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.delivery import Letter
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.parties.announcements import say_line
from cogs.ui.parties.attendance import call_of
from cogs.ui.parties.clock_panel import CLOCK
from cogs.ui.parties.controls import EndButton, ReadyButton, RemindersButton
from cogs.ui.parties.ending import draw_evening, end_card
from cogs.ui.parties.refresh import draw_card, post_clock
from cogs.ui.parties.sending import call_people, post_once
from cogs.ui.parties.text import episodes, host_of
from cogs.ui.parties.trouble import role_to_call


class LiveJobs:
    """The handlers of the jobs from the start to the end."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot
        self.app = bot.app

    def handlers(self) -> dict[str, Handler]:
        """Who does what."""
        return {
            JobKind.PARTY_START: self.on_start,
            JobKind.PARTY_READY: self.on_ready_over,
            JobKind.PARTY_GO: self.on_go,
            JobKind.PARTY_END: self.on_end,
            JobKind.PARTY_OVER: self.on_over,
        }

    def _words(self, view: PartyView) -> Words:
        return self.app.text.words(view.party.locale)

    async def on_start(self, job: Job, now: datetime) -> None:
        call = await call_of(self.bot, self.app.party_due.begin, job.subject_id, now)
        if call is None:
            return
        party = call.view.party
        if call.deserted:
            await draw_card(self.bot, party.id, now)
            return

        def text(words: Words) -> str:
            return words(key, name=episodes(party, words), at=stamp(party.starts_at))

        def buttons(words: Words) -> ui.View:
            return start_view(party, words)

        missed = party.state is State.OVER
        key = "party-missed" if missed else "party-started-late" if call.late else "party-starts"
        roles = [] if call.late else await role_to_call(self.bot, party, now)
        await call_people(self.bot, call, now, text=text, make_view=None if missed else buttons, roles=roles)
        if not missed:
            await post_clock(self.bot, call.view, now)
            await draw_card(self.bot, party.id, now)

    async def on_ready_over(self, job: Job, now: datetime) -> None:
        await self.app.party_due.end_ready_check(job.subject_id, now)

    async def on_go(self, job: Job, now: datetime) -> None:
        """A press of the clock: say what holds now, and take away what was said before."""
        view = await self.app.parties.find(job.subject_id)
        if view is None:
            return
        if view.party.state is State.LIVE and await self.app.deliveries.place_of(job.subject_id, CLOCK) is None:
            await post_clock(self.bot, view, now)  # nobody had a seat at the start, and now somebody came
        await say_line(self.bot, job.subject_id, now)

    async def on_end(self, job: Job, now: datetime) -> None:
        if not await self.app.party_due.end_when_due(job.subject_id, now):
            return
        view = await self.app.parties.view(job.subject_id)
        party, words = view.party, self._words(view)
        ask = ui.View(timeout=None)
        ask.add_item(EndButton.draw(words("party-end"), style=discord.ButtonStyle.danger, sure=0, party_id=party.id))
        text = f"{host_of(party, words)}\n{words('party-is-it-over')}"
        purpose = f"ask:{int(job.due_at.timestamp())}"
        whom = [party.host_id] if party.host_id else []
        await post_once(self.bot, party, purpose, party.place_id, now, Letter(content=text, view=ask, users=whom))
        await self.app.party_due.ask_again_later(party.id, now)

    async def on_over(self, job: Job, now: datetime) -> None:
        await self.app.club_arcs.go_on(job.subject_id)
        view = await self.app.parties.find(job.subject_id)
        if view is None or view.clock is None or await self.app.deliveries.place_of(job.subject_id, CLOCK) is None:
            return
        words = self._words(view)
        picture = await draw_evening(view, words)
        files = [] if picture is None else [picture]
        letter = Letter(view=end_card(view, words, picture), files=files, marker=f"watched:{view.party.id}")
        await post_once(self.bot, view.party, f"over:{view.clock.presses}", view.party.place_id, now, letter)
        await self._log_opening(view.party, now)

    async def _log_opening(self, party: Party, now: datetime) -> None:
        """Moderators learn that a party's thread is open for what was watched in it."""
        episode = await self.app.party_places.open_for(party)
        if episode is not None:
            words = await server_words(self.bot, party.guild_id)
            line = words("party-log-opened", thread=f"<#{party.thread_id}>", episode=episode)
            purpose = f"logged:opened:{episode}"
            key = DeliveryKey(guild_id=party.guild_id, subject_id=party.id, purpose=purpose)
            await log_line(self.bot, party.guild_id, line, once=key)


def start_view(party: Party, words: Words) -> ui.View:
    """Ready; and the way to one's reminders, where they can be stopped."""
    view = ui.View(timeout=None)
    view.add_item(ReadyButton.draw(words("party-ready"), style=discord.ButtonStyle.success, party_id=party.id))
    view.add_item(RemindersButton.draw(words("party-reminders"), emoji="🔔"))
    return view
