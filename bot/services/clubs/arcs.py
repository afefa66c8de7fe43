"""The arc of a club: one question that is asked again after every evening, and how it went so far."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.club import Club, ClubState, Piece
from bot.domain.job_kinds import JobKind
from bot.domain.poll import Poll, PollState
from bot.domain.poll_draft import Draft
from bot.domain.readers import Audience
from bot.domain.tally import Tallies
from bot.domain.visibility import NOTHING
from bot.services.polls.service import PollService
from bot.services.polls.texts import PollTexts, arc_result
from bot.services.polls.values import Result
from bot.store import clubs as store
from bot.store.engine.database import Database, Transaction
from bot.store.guild_settings import load_audience
from bot.store.ids import new_id
from bot.store.jobs import schedule
from bot.store.parties import parties as party_store
from bot.store.polls import ballots, polls


class ClubArcs:
    """Which poll a club asks after every evening, and how that stands for everybody in its channel."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, polls: PollService) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._polls = polls
        self._texts = PollTexts(pack)

    async def go_on(self, party_id: int) -> None:
        """An evening is over: a club that asks for an arc goes on with the one that is open in its channel, or starts
        one, once. Safe to be called again."""
        await self._db.write(self._go_on, party_id, self._clock.now())

    def _go_on(self, party_id: int, now: datetime) -> Transaction[None]:
        party = yield from party_store.load_party(party_id=party_id)
        if party is None or party.series_id is None:
            return
        found = yield from store.find_of_series(series_id=party.series_id)
        club = None if found is None else (yield from store.hold_club(club_id=found.id))
        if club is None or club.state is not ClubState.OPEN or Piece.ARC not in club.pieces or club.arc_id is not None:
            return  # a poll that was closed or deleted by hand is not started anew
        poll_id = yield from self._arc_of(club, now)
        if poll_id is not None:
            yield from store.set_arc(club_id=club.id, poll_id=poll_id)

    def _arc_of(self, club: Club, now: datetime) -> Transaction[int | None]:
        for poll in (yield from polls.list_open_arcs(guild_id=club.guild_id)):
            if poll.channel_id == club.channel_id:
                return poll.id
        return (yield from self._start(club, now))

    def _start(self, club: Club, now: datetime) -> Transaction[int | None]:
        rules = next((each for each in self._pack.presets.values() if each.arc and each.gate == NOTHING), None)
        if rules is None:
            return None
        draft = Draft(
            id=new_id(), author_id=club.host_id, guild_id=club.guild_id, channel_id=club.channel_id, parent_id=None,
            locale=club.locale, preset_id=rules.id, arc=True,
        )  # fmt: skip
        poll = self._polls.poll_of(draft, now)
        yield from polls.insert_poll(poll)
        yield from schedule(kind=JobKind.POLL_CARD, subject_id=poll.id, due_at=now)
        return poll.id

    async def shown(self, club: Club) -> Result | None:
        """How its arc went, as far as its channel may know; None where there is nothing to be seen."""
        if club.arc_id is None or Piece.ARC not in club.pieces:
            return None
        found = await self._db.read(_public, club)
        if found is None:
            return None
        poll, audience, tallies = self._texts.gated(found[0]), found[1], found[2]
        wording = self._texts.wording(poll, audience, audience.locale or club.locale)
        if wording is None:
            return None
        result = arc_result(poll, wording, tallies, level=audience.horizon, voted=frozenset())
        return None if result.hidden or result.arc is None or not result.voters else result


def _public(club: Club) -> Transaction[tuple[Poll, Audience, Tallies] | None]:
    poll = yield from polls.load_poll(poll_id=club.arc_id or 0)
    if poll is None or poll.state is PollState.DELETED or poll.channel_id != club.channel_id:
        return None
    audience = yield from load_audience(guild_id=club.guild_id, channel_id=club.channel_id, parent_id=None)
    return poll, audience, (yield from ballots.load_tallies(poll_id=poll.id))
