"""What happens by itself: reminders, starts, ends, threads, roles. Each job may run again after a crash, and then
finds that its message is there.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import discord
from discord import ui

from bot.client import EtoileBot
from bot.domain.party import Party, Person, Place, State
from bot.domain.walltime import wall_of
from bot.jobs import Job
from bot.services.party_plans import THREAD_BEFORE
from bot.services.party_values import Call, PartyView
from bot.text import Words
from cogs.ui.dates import stamp
from cogs.ui.log import log_line, server_words
from cogs.ui.party_card import TakeButton, jump
from cogs.ui.party_clock import EndButton, clock, over
from cogs.ui.party_drawing import CLOCK, draw_card
from cogs.ui.party_mirror import mirror
from cogs.ui.party_posting import UNREACHABLE, call_people, post_once, write_directly
from cogs.ui.party_reminders import stop_view
from cogs.ui.party_starts import announce_start
from cogs.ui.party_words import episodes, host_of

log = logging.getLogger(__name__)

THREAD_EXISTS = 160004
NO_THREADS = frozenset({50024, 10008, 160006})
GONE_MEMBER = frozenset({10007, 10013})
LOOKED_UP = 100


Who = Callable[[int, datetime], Awaitable[Call | None]]


class PartyJobs:
    """The handlers of all jobs of parties."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot
        self.app = bot.app

    def register(self) -> None:
        """Say who does what."""
        handlers = {
            "party.card": self.draw,
            "party.tick": self.draw,
            "party.remind": self.remind,
            "party.thread": self.open_thread,
            "party.minimum": self.check_minimum,
            "party.close": self.draw,
            "party.offer": self.offer,
            "party.start": self.start,
            "party.ready": self.ready_over,
            "party.go": self.go,
            "party.end": self.end,
            "party.over": self.over,
            "party.news": self.news,
            "party.mirror": self.mirror,
            "party.roles": self.roles,
            "party.archive": self.archive,
            "party.draft": self.drop_draft,
            "party.series": self.advance,
        }
        for kind, handler in handlers.items():
            self.app.jobs.handle(kind, handler, given_up=self.given_up)

    def _words(self, view: PartyView) -> Words:
        return self.app.text.words(view.party.locale)

    # -- before

    async def draw(self, job: Job, now: datetime) -> None:
        if await self._is_gone(job.subject_id):
            return
        again = await draw_card(self.bot, job.subject_id, now)
        if again is not None:
            await self.app.party_due.draw_at(job.subject_id, again)

    async def remind(self, job: Job, now: datetime) -> None:
        call = await self._fresh(self.app.party_due.remind, job.subject_id, now)
        if call is not None and (call.here or call.direct):
            await self._remind(call, now)
        await self.app.party_due.reminded(job.subject_id, now)

    async def _remind(self, call: Call, now: datetime) -> None:
        words, party = self._words(call.view), call.view.party
        text = words(
            "party-reminder-late" if call.late else "party-reminder",
            name=episodes(party, words),
            at=stamp(party.starts_at),
            soon=stamp(party.starts_at, "R"),
            link=jump(party, party.channel_id, party.message_id),
        )
        await call_people(self.bot, call, now, text=text, make_view=lambda: stop_view(words), alone=False)

    async def open_thread(self, job: Job, now: datetime) -> None:
        if await self._is_gone(job.subject_id):
            return
        view = await self.app.parties.view(job.subject_id)
        if view.party.thread_id is not None or view.party.state not in (State.OPEN, State.LIVE):
            return
        if await self._make_thread(view.party) is not None:
            await self.app.party_due.draw_at(view.party.id, now)

    async def _make_thread(self, party: Party) -> int | None:
        """Start the party's thread on its card. None where there is no card, or threads are refused: go on without."""
        if party.message_id is None:
            return None
        name = thread_name(party, self.app.text.words(party.locale))
        try:
            # Not through a message object: those want the guild, which another process may be connected for.
            thread = await self.bot.http.start_thread_with_message(
                party.channel_id, party.message_id, name=name, auto_archive_duration=1440
            )
            thread_id = int(thread["id"])
        except discord.HTTPException as error:
            if error.code == THREAD_EXISTS:  # an earlier try that was cut short
                thread_id = party.message_id
            elif error.code in UNREACHABLE or error.code in NO_THREADS:
                log.info("party %d goes on without a thread: %s", party.id, error.code)
                return None
            else:
                raise
        await self.app.parties.placed(party.id, thread_id=thread_id)
        return thread_id

    async def check_minimum(self, job: Job, now: datetime) -> None:
        await self.app.party_due.check_minimum(job.subject_id, now)

    async def offer(self, job: Job, now: datetime) -> None:
        found = await self.app.party_due.offers(job.subject_id, now)
        if found is not None:
            view, people = found
            for person in people:
                await self._offer(view, person, now)
                await self.app.party_due.offer_told(job.subject_id, person.user_id)
        await self.app.party_due.offers_told(job.subject_id, now)

    async def _offer(self, view: PartyView, person: Person, now: datetime, *, moved: bool = False) -> None:
        """Tell somebody in the line that a seat is held for them, or theirs: they asked to be told. `moved`: and that
        the party has a new start."""
        party, words = view.party, self._words(view)
        until = person.offer_until or party.starts_at
        given = person.place is Place.SEAT
        key = "party-seat-given-moved" if moved else "party-seat-given" if given else "party-offer"
        at, soon = stamp(party.starts_at), stamp(party.starts_at, "R")
        text = words(key, name=episodes(party, words), until=stamp(until, "t"), at=at, soon=soon)
        # A seat that was told of before the move is told of anew: the start is news.
        what = f"{party.sequence}:moved" if moved else f"{int(until.timestamp())}"
        purpose = f"offer:{person.user_id}:{what}"

        def buttons() -> ui.View:
            return suits_view(party, words) if given else offer_view(party, words)

        choice = await self.app.parties.reminder_choice(person.user_id)
        told = choice.direct and await write_directly(
            self.bot, party, f"{purpose}:direct", person.user_id, now, text, buttons
        )
        if not told:
            mention = f"<@{person.user_id}>\n{text}"
            await post_once(
                self.bot, party, purpose, party.place_id, now, content=mention, view=buttons(), users=[person.user_id]
            )

    # -- during

    async def start(self, job: Job, now: datetime) -> None:
        call = await self._fresh(self.app.party_due.begin, job.subject_id, now)
        if call is None:
            return
        words, party = self._words(call.view), call.view.party
        missed = party.state is State.OVER
        key = "party-missed" if missed else "party-started-late" if call.late else "party-starts"
        text = words(key, name=episodes(party, words), at=stamp(party.starts_at))
        roles = [party.call_role_id] if party.call_role_id is not None and not call.late else []
        await call_people(self.bot, call, now, text=text, make_view=lambda: stop_view(words), roles=roles)
        if not missed:
            await post_once(
                self.bot,
                party,
                CLOCK,
                party.place_id,
                now,
                view=clock(call.view, words, now),
                marker=f"ready:{party.id}",
            )
            await draw_card(self.bot, party.id, now)

    async def ready_over(self, job: Job, now: datetime) -> None:
        await self.app.party_due.ready_over(job.subject_id, now)

    async def go(self, job: Job, now: datetime) -> None:
        """A press of the clock: say the common start, and take back what no longer holds."""
        if not await self._is_gone(job.subject_id):
            await announce_start(self.bot, job.subject_id, now)

    async def end(self, job: Job, now: datetime) -> None:
        if await self.app.party_due.end_due(job.subject_id, now) != "ask":
            return
        view = await self.app.parties.view(job.subject_id)
        party, words = view.party, self._words(view)
        ask = ui.View(timeout=None)
        ask.add_item(EndButton.draw(words("party-end"), style=discord.ButtonStyle.danger, sure=0, party_id=party.id))
        text = f"{host_of(words, party)}\n{words('party-is-it-over')}"
        purpose = f"ask:{int(job.due_at.timestamp())}"
        whom = [party.host_id] if party.host_id else []
        await post_once(self.bot, party, purpose, party.place_id, now, content=text, view=ask, users=whom)
        await self.app.party_due.asked(party.id, now)

    # -- after

    async def over(self, job: Job, now: datetime) -> None:
        if await self._is_gone(job.subject_id):
            return
        view = await self.app.parties.view(job.subject_id)
        if view.clock is None:
            return
        words = self._words(view)
        await post_once(
            self.bot,
            view.party,
            "over",
            view.party.place_id,
            now,
            view=over(view, words),
            marker=f"watched:{view.party.id}",
        )

    async def news(self, job: Job, now: datetime) -> None:
        call = await self.app.party_due.news(job.subject_id, now)
        if call is None:
            return
        party, words = call.view.party, self._words(call.view)
        text = words(
            f"party-news-{party.news}",
            name=episodes(party, words), at=stamp(party.starts_at), soon=stamp(party.starts_at, "R"),
            count=party.minimum or 0,
        )  # fmt: skip
        make_view = (lambda: suits_view(party, words)) if party.news == "moved" else None
        await call_people(self.bot, call, now, text=text, make_view=make_view, alone=False)
        for person in call.given:
            await self._offer(call.view, person, now, moved=True)
        await self.app.party_due.news_told(call)

    async def mirror(self, job: Job, now: datetime) -> None:
        if not await self._is_gone(job.subject_id):
            await mirror(self.bot, job.subject_id, now)

    async def roles(self, job: Job, now: datetime) -> None:
        if await self._is_gone(job.subject_id):
            return
        found = await self.app.party_due.roles(job.subject_id)
        if found is None:
            return
        view, give, take = found
        for user_id, has_role in [*((one, True) for one in give), *((one, False) for one in take)]:
            await self._change_role(view.party, user_id, has_role=has_role)
            await self.app.party_due.role_changed(view.party.id, user_id, has_role=has_role)

    async def archive(self, job: Job, now: datetime) -> None:
        if await self._is_gone(job.subject_id):
            return
        party = (await self.app.parties.view(job.subject_id)).party
        if party.thread_id is None:
            return
        try:
            thread = await self.bot.fetch_channel(party.thread_id)
            if isinstance(thread, discord.Thread) and not thread.archived:
                await thread.edit(archived=True)
        except discord.HTTPException as error:
            if error.code not in UNREACHABLE:
                raise

    async def drop_draft(self, job: Job, now: datetime) -> None:
        await self.app.party_due.drop_draft(job.subject_id)

    async def advance(self, job: Job, now: datetime) -> None:
        await self.app.party_changes.advance(job.subject_id, now)

    # -- helpers

    async def _fresh(self, who: Who, party_id: int, now: datetime) -> Call | None:
        """Whom to call, once those who left the server are out and the thread is there (near the start)."""
        call = await who(party_id, now)
        if call is None:
            return None
        party = call.view.party
        gone = await self._gone(party, [*call.here, *call.direct])
        if gone:
            await self.app.party_due.departed(party_id, gone, now)
        near = party.thread_id is None and now >= party.starts_at - THREAD_BEFORE
        opened = near and await self._make_thread(party) is not None
        return await who(party_id, now) or call if gone or opened else call

    async def given_up(self, job: Job) -> None:
        """Something could not be done in many tries: say so where moderators read, and name whose party it is."""
        if await self._is_gone(job.subject_id):
            return
        party = (await self.app.parties.view(job.subject_id)).party
        words = await server_words(self.bot, party.guild_id)
        whose = {"host": host_of(words, party), "channel": f"<#{party.channel_id}>"}
        await log_line(self.bot, party.guild_id, words("party-log-given-up", **whose))

    async def _is_gone(self, party_id: int) -> bool:
        return not await self.app.party_due.exists(party_id)

    async def _gone(self, party: Party, user_ids: Sequence[int]) -> list[int]:
        """Who of these has left the server: looked up, because leaving is not announced to us."""
        gone: list[int] = []
        for user_id in user_ids[:LOOKED_UP]:
            try:
                await self.bot.http.get_member(party.guild_id, user_id)
            except discord.HTTPException as error:
                if error.code in GONE_MEMBER:
                    gone.append(user_id)
                elif error.status < 500:
                    return gone
        return gone

    async def _change_role(self, party: Party, user_id: int, *, has_role: bool) -> None:
        http = self.bot.http
        change = http.add_role if has_role else http.remove_role
        try:
            await change(party.guild_id, user_id, party.seat_role_id or 0, reason=None)
        except discord.HTTPException as error:
            if error.code not in UNREACHABLE and error.code not in GONE_MEMBER and error.code != 10011:
                raise
            log.info("party %d: a role could not be changed: %s", party.id, error.code)


def thread_name(party: Party, words: Words) -> str:
    """Neutral: the episode's number and the day, as the host's calendar has it."""
    day = wall_of(party.starts_at, party.zone)
    return words(
        "party-thread-name", name=episodes(party, words), day=str(day.day), month=words(f"date-month-{day.month}")
    )[:100]


def offer_view(party: Party, words: Words) -> ui.View:
    """Take the seat, or let it go."""
    view = ui.View(timeout=None)
    view.add_item(
        TakeButton.draw(words("party-take"), style=discord.ButtonStyle.success, answer="going", party_id=party.id)
    )
    view.add_item(TakeButton.draw(words("party-pass"), answer="no", party_id=party.id))
    return view


def suits_view(party: Party, words: Words) -> ui.View:
    """Does the new time still suit?"""
    view = ui.View(timeout=None)
    view.add_item(
        TakeButton.draw(words("party-still"), style=discord.ButtonStyle.success, answer="going", party_id=party.id)
    )
    view.add_item(TakeButton.draw(words("party-no-longer"), answer="no", party_id=party.id))
    return view
