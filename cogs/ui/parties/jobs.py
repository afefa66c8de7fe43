"""What happens by itself: what members are told, threads, roles, the card. The evening itself lies in `live_jobs`.

Each job may run again after a crash, and then finds that its message is there.
"""

from __future__ import annotations

from datetime import datetime

import discord
from discord import ui

from bot.client import EtoileBot
from bot.domain.delivery import DeliveryKey
from bot.domain.job_kinds import JobKind
from bot.domain.party import News, Party, Person, SeatStatus, State
from bot.domain.party_trouble import Trouble
from bot.jobs import Handler, Job
from bot.services.parties.values import Call, PartyView
from bot.text import Words
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.delivery import Letter
from cogs.ui.kit.links import jump
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.parties.attendance import call_of, change_role
from cogs.ui.parties.controls import RemindersButton, StillButton, TakeButton
from cogs.ui.parties.live_jobs import LiveJobs
from cogs.ui.parties.refresh import draw_card
from cogs.ui.parties.scheduled_events import ask_what_holds, mirror_party
from cogs.ui.parties.sending import call_people, for_each, post_once, write_directly
from cogs.ui.parties.text import episodes, host_of
from cogs.ui.parties.thread import archive_thread, open_thread, rename_thread
from cogs.ui.parties.tidying import tidy
from cogs.ui.parties.trouble import tell_troubles

GIVEN_UP = {
    JobKind.PARTY_REMIND: Trouble.NOT_REMINDED,
    JobKind.PARTY_START: Trouble.NOT_STARTED,
    JobKind.PARTY_NEWS: Trouble.NOT_TOLD,
}
"""What comes too late in the end, and of which hosts must hear then. All else is owed until it is right: cards, thread
names, roles, server events, what a clock or a series comes to."""


class PartyJobs:
    """The handlers of all jobs of parties."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot
        self.app = bot.app

    def register(self) -> None:
        """Say who does what."""
        handlers: dict[str, Handler] = {
            JobKind.PARTY_CARD: self.on_draw,
            JobKind.PARTY_TICK: self.on_draw,
            JobKind.PARTY_REMIND: self.on_remind,
            JobKind.PARTY_THREAD: self.on_thread,
            JobKind.PARTY_MINIMUM: self.on_check_minimum,
            JobKind.PARTY_CLOSE: self.on_draw,
            JobKind.PARTY_OFFER: self.on_offer,
            JobKind.PARTY_NEWS: self.on_news,
            JobKind.PARTY_MIRROR: self.on_mirror,
            JobKind.PARTY_ASK: self.on_ask,
            JobKind.PARTY_ROLES: self.on_roles,
            JobKind.PARTY_TIDY: self.on_tidy,
            JobKind.PARTY_TROUBLE: self.on_tell_troubles,
            JobKind.PARTY_ARCHIVE: self.on_archive,
            JobKind.PARTY_DRAFT: self.on_drop_draft,
            JobKind.PARTY_SERIES: self.on_advance,
            **LiveJobs(self.bot).handlers(),
        }
        for kind, handler in handlers.items():
            self.app.jobs.handle(kind, handler, given_up=self.on_given_up, owed=kind not in GIVEN_UP)

    def _words(self, view: PartyView) -> Words:
        return self.app.text.words(view.party.locale)

    async def on_draw(self, job: Job, now: datetime) -> None:
        again = await draw_card(self.bot, job.subject_id, now)
        if again is not None:
            await self.app.party_due.draw_at(job.subject_id, again)

    async def on_remind(self, job: Job, now: datetime) -> None:
        call = await call_of(self.bot, self.app.party_due.remind, job.subject_id, now)
        if call is not None and (call.here or call.direct):
            await self._remind(call, now)
        await self.app.party_due.mark_reminded(job.subject_id, now)

    async def _remind(self, call: Call, now: datetime) -> None:
        party = call.view.party

        def text(words: Words) -> str:
            return words(
                "party-reminder-late" if call.late else "party-reminder",
                name=episodes(party, words),
                at=stamp(party.starts_at),
                soon=stamp(party.starts_at, "R"),
                link=jump(party.guild_id, party.channel_id, party.message_id),
            )

        def buttons(words: Words) -> ui.View:
            return reminder_view(party, words)

        await call_people(self.bot, call, now, text=text, make_view=buttons, alone=False)

    async def on_thread(self, job: Job, now: datetime) -> None:
        view = await self.app.parties.find(job.subject_id)
        if view is None or view.party.state not in (State.OPEN, State.LIVE):
            return
        if view.party.thread_id is not None:  # the party may have moved to another day
            await rename_thread(self.bot, view.party)
        elif await open_thread(self.bot, view.party, now) is not None:
            await self.app.party_due.draw_at(view.party.id, now)

    async def on_check_minimum(self, job: Job, now: datetime) -> None:
        party = await self.app.party_due.check_minimum(job.subject_id, now)
        if party is not None:
            words = await server_words(self.bot, party.guild_id)
            line = words(
                "party-log-minimum", name=episodes(party, words), when=stamp(party.starts_at),
                host=host_of(party, words), channel=f"<#{party.channel_id}>", count=party.minimum or 0,
            )  # fmt: skip
            purpose = f"logged:minimum:{party.sequence}"
            key = DeliveryKey(guild_id=party.guild_id, subject_id=party.id, purpose=purpose)
            await log_line(self.bot, party.guild_id, line, once=key)

    async def on_offer(self, job: Job, now: datetime) -> None:
        to_tell = await self.app.party_due.pass_on_seats(job.subject_id, now)
        if to_tell is not None:
            view = to_tell.view

            async def tell(person: Person) -> None:
                await self._offer(view, person, now)
                await self.app.party_due.mark_offer_told(job.subject_id, person.user_id)

            await for_each(self.bot, tell, to_tell.people)
        await self.app.party_due.mark_offers_told(job.subject_id, now)

    async def _offer(self, view: PartyView, person: Person, now: datetime, *, moved: bool = False) -> None:
        """Tell somebody in the line that a seat is held for them, or theirs: they asked to be told. `moved`: and that
        the party has a new start."""
        party = view.party
        until = person.offer_until or party.starts_at
        given = person.place is SeatStatus.SEAT
        key = "party-seat-given-moved" if moved else "party-seat-given" if given else "party-offer"
        at, soon = stamp(party.starts_at), stamp(party.starts_at, "R")
        # A seat that was told of before the move is told of anew: the start is news.
        what = f"{party.sequence}:moved" if moved else f"{int(until.timestamp())}"
        purpose = f"offer:{what}"

        def text(words: Words) -> str:
            return words(key, name=episodes(party, words), until=stamp(until, "t"), at=at, soon=soon)

        def buttons(words: Words) -> ui.View:
            return suits_view(party, words) if given else offer_view(party, words)

        choice = await self.app.parties.reminder_choice(person.user_id)
        theirs = self.app.text.words(choice.locale or party.locale)
        told = choice.direct and await write_directly(
            self.bot, party, f"{purpose}:direct", person.user_id, now, theirs, text(theirs), buttons(theirs)
        )
        if not told:
            words = self._words(view)
            await post_once(
                self.bot, party, purpose, party.place_id, now,
                Letter(content=f"<@{person.user_id}>\n{text(words)}", view=buttons(words), users=[person.user_id]),
                user_id=person.user_id,
            )  # fmt: skip

    async def on_news(self, job: Job, now: datetime) -> None:
        call = await self.app.party_due.news(job.subject_id, now)
        if call is None:
            return
        party = call.view.party

        def text(words: Words) -> str:
            return words(
                f"party-news-{party.news}",
                name=episodes(party, words), at=stamp(party.starts_at), soon=stamp(party.starts_at, "R"),
                count=party.minimum or 0,
            )  # fmt: skip

        def buttons(words: Words) -> ui.View:
            return suits_view(party, words)

        make_view = buttons if party.news is News.MOVED else None
        await call_people(self.bot, call, now, text=text, make_view=make_view, alone=False)
        await for_each(self.bot, lambda person: self._offer(call.view, person, now, moved=True), call.given)
        await self.app.party_due.mark_news_told(call)

    async def on_mirror(self, job: Job, now: datetime) -> None:
        await mirror_party(self.bot, job.subject_id, now)

    async def on_ask(self, job: Job, now: datetime) -> None:
        await ask_what_holds(self.bot, job.subject_id, now)

    async def on_roles(self, job: Job, now: datetime) -> None:
        changes = await self.app.party_due.roles(job.subject_id)
        if changes is None:
            return

        async def change(one: tuple[int, bool]) -> None:
            user_id, has_role = one
            await change_role(self.bot, changes.party, user_id, now, has_role=has_role)
            await self.app.party_due.mark_role(changes.party.id, user_id, has_role=has_role)

        await for_each(
            self.bot, change, [*((one, True) for one in changes.give), *((one, False) for one in changes.take)]
        )

    async def on_archive(self, job: Job, now: datetime) -> None:
        view = await self.app.parties.find(job.subject_id)
        if view is not None:
            await archive_thread(self.bot, view.party)

    async def on_drop_draft(self, job: Job, now: datetime) -> None:
        await self.app.party_due.drop_draft(job.subject_id, now)

    async def on_advance(self, job: Job, now: datetime) -> None:
        await self.app.party_changes.advance(job.subject_id, now)

    async def on_tell_troubles(self, job: Job, now: datetime) -> None:
        await tell_troubles(self.bot, job, now)

    async def on_tidy(self, job: Job, now: datetime) -> None:
        await tidy(self.bot, job, now)

    async def on_given_up(self, job: Job) -> None:
        """Something could not be done in many tries: have its hosts and the moderators told what did not happen."""
        view = await self.app.parties.find(job.subject_id)
        if view is None:
            return
        party, now = view.party, self.app.clock.now()
        await self.app.party_places.note(party, GIVEN_UP[JobKind(job.kind)], now, at=job.due_at)
        if job.kind == JobKind.PARTY_REMIND:  # the next one may come through
            await self.app.party_due.mark_reminded(party.id, now)


def offer_view(party: Party, words: Words) -> ui.View:
    """Take the seat, or let it go."""
    view = ui.View(timeout=None)
    view.add_item(
        TakeButton.draw(words("party-take"), style=discord.ButtonStyle.success, answer="going", party_id=party.id)
    )
    view.add_item(TakeButton.draw(words("party-pass"), answer="no", party_id=party.id))
    return view


def reminder_view(party: Party, words: Words) -> ui.View:
    """Still coming, late, or not after all; and the way to one's reminders, where they can be stopped."""
    view = ui.View(timeout=None)
    green = discord.ButtonStyle.success
    view.add_item(StillButton.draw(words("party-still-coming"), style=green, answer="going", party_id=party.id))
    view.add_item(StillButton.draw(words("party-answer-late"), emoji="🕐", answer="late", party_id=party.id))
    view.add_item(StillButton.draw(words("party-answer-no"), answer="no", party_id=party.id))
    view.add_item(RemindersButton.draw(words("party-reminders"), emoji="🔔"))
    return view


def suits_view(party: Party, words: Words) -> ui.View:
    """Does the new time still suit?"""
    view = ui.View(timeout=None)
    view.add_item(
        TakeButton.draw(words("party-still"), style=discord.ButtonStyle.success, answer="going", party_id=party.id)
    )
    view.add_item(TakeButton.draw(words("party-no-longer"), answer="no", party_id=party.id))
    return view
