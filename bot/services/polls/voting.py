"""Voting: every press is checked against what holds at that press, stored with its counts, and only then answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.ballot_key import BallotKey
from bot.clock import Clock
from bot.domain.locale import Locale
from bot.domain.poll import (
    Ballot,
    NotReached,
    Poll,
    check_gate,
    check_may_vote,
    check_present,
    chosen_set,
    hidden,
    toggled,
    unanswered,
)
from bot.domain.readers import Asker, Reader
from bot.domain.tally import Tallies, total
from bot.domain.visibility import LAST_EPISODE
from bot.errors import EtoileError
from bot.services.polls.texts import PollTexts, arc_result
from bot.services.polls.transactions import check_viewed, read_public
from bot.services.polls.values import BallotView, Card, Outcome, Recorded, Result, SharedResult, Wording
from bot.store.engine.database import Database, Transaction
from bot.store.guild_settings import reading_context
from bot.store.polls import ballots, polls
from bot.store.polls.ballots import Cast, Choose

NAMES_READ = 2000
PIECE = 200
"""So many polls are gone through at once for one member: others can read and write in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """A poll with what one member may know of it: their ballots by episode, and all counts."""

    poll: Poll
    reader: Reader
    mine: dict[int, Ballot]
    tallies: Tallies


class BallotService:
    """Presses on polls, and what each member may see of them."""

    def __init__(self, db: Database, clock: Clock, texts: PollTexts, key: BallotKey) -> None:
        self._db = db
        self._clock = clock
        self._texts = texts
        self._key = key

    # -- voting

    async def press(self, asker: Asker, poll_id: int, option: int, *, episode: int = 0) -> Recorded:
        """The button of one answer: chosen, or taken back when it was. Raises NotReached, EtoileError."""
        return await self._cast(asker, poll_id, episode, lambda poll, chosen: toggled(poll, chosen, option))

    async def choose(self, asker: Asker, poll_id: int, options: frozenset[int], *, episode: int = 0) -> Recorded:
        """A select: exactly these answers, none to take the ballot back. Raises NotReached, EtoileError."""
        return await self._cast(asker, poll_id, episode, lambda poll, _: chosen_set(poll, options))

    async def withdraw(self, asker: Asker, poll_id: int, *, episode: int = 0) -> Recorded:
        """Takes the ballot back, if there is one. Raises NotReached, EtoileError."""
        return await self._cast(asker, poll_id, episode, lambda _poll, _chosen: frozenset())

    async def _cast(self, asker: Asker, poll_id: int, episode: int, choose: Choose) -> Recorded:
        now = self._clock.now()

        def allow(poll: Poll, reader: Reader) -> str:
            present = self._texts.gated(check_present(poll, guild_id=asker.guild_id))
            check_viewed(present, reader)
            check_may_vote(present, level=reader.level, role_ids=asker.role_ids, episode=episode, now=now)
            return self.voter(present, asker.user_id)

        cast = await self._db.write(
            ballots.cast_ballot, poll_id=poll_id, asker=asker, episode=episode, allow=allow, choose=choose, at=now
        )
        return self._recorded(cast, asker, episode)

    def voter(self, poll: Poll, user_id: int) -> str:
        """Under which name a member's ballot is stored. Raises EtoileError while the key is another."""
        return self._key.voter(poll.id, user_id) if poll.anonymous else str(user_id)

    def _recorded(self, cast: Cast, asker: Asker, episode: int) -> Recorded:
        poll, reader = self._texts.gated(cast.poll), cast.reader
        wording = self._readable(poll, reader, asker.locale)
        voted = cast.now is not None
        why = hidden(poll, voted=voted, voters=cast.tally.voters, level=reader.level, episode=episode)
        view = BallotView(
            poll=poll,
            wording=wording,
            episode=episode,
            ballots=cast.mine,
            tally=None if why else cast.tally,
            hidden=why,
            voters=cast.tally.voters,
            reached=reader.level,
        )
        at_card = asker.channel_id == poll.channel_id and not poll.arc
        card = partial(
            self._texts.card,
            poll,
            cast.tally,
            version=cast.version,
            audience=reader.audience,
            locale=reader.locale or poll.locale,
        )
        return Recorded(outcome=_outcome(cast), view=view, version=cast.version, card=card if at_card else None)

    # -- reading

    async def ballot(self, asker: Asker, poll_id: int, *, episode: int | None = None) -> BallotView:
        """The member's own view of a poll; in an arc about `episode`, or the last that they have finished.

        Raises NotReached, EtoileError.
        """
        look = await self._db.read(self._look, asker, poll_id)
        poll, reader, mine = look.poll, look.reader, look.mine
        at = 0 if not poll.arc else min(reader.level, LAST_EPISODE) if episode is None else episode
        if poll.arc and not 1 <= at <= reader.level:
            raise EtoileError("poll-episode-not-reached")
        tally = total(look.tallies, at)
        why = hidden(poll, voted=at in mine, voters=tally.voters, level=reader.level, episode=at)
        return BallotView(
            poll=poll,
            wording=self._readable(poll, reader, asker.locale),
            episode=at,
            ballots=mine,
            tally=None if why else tally,
            hidden=why,
            voters=tally.voters,
            reached=reader.level,
        )

    async def result(self, asker: Asker, poll_id: int) -> Result:
        """What the member may see of the outcome so far. Raises NotReached, EtoileError."""
        look = await self._db.read(self._look, asker, poll_id)
        poll, reader, mine = look.poll, look.reader, look.mine
        wording = self._readable(poll, reader, asker.locale)
        if poll.arc:
            return arc_result(poll, wording, look.tallies, level=reader.level, voted=frozenset(mine))
        tally = total(look.tallies, 0)
        why = hidden(poll, voted=0 in mine, voters=tally.voters, level=reader.level)
        if why is None and poll.names_shown:
            names, more = await self._names(poll, tally.voters)
            return Result(
                poll=poll,
                wording=wording,
                tally=tally,
                arc=None,
                hidden=None,
                voters=tally.voters,
                names=names,
                more=more,
            )
        return Result(
            poll=poll, wording=wording, tally=None if why else tally, arc=None, hidden=why, voters=tally.voters
        )

    async def share(self, asker: Asker, poll_id: int) -> SharedResult:
        """The outcome so far for everybody where the asker is: an arc as far as its horizon. Without names, and never
        before those who have not voted may see it.

        Raises NotReached, EtoileError; also for an arc of which the asker has seen less than may be discussed here:
        where it is cut would tell how far they are.
        """
        look = await self._db.read(self._look, asker, poll_id)
        poll, audience = look.poll, look.reader.audience
        locale = audience.locale or asker.server_locale
        wording = self._texts.wording(poll, audience, locale)
        if wording is None:
            raise EtoileError("poll-share-elsewhere")
        if poll.arc:
            if look.reader.level < audience.horizon:
                raise EtoileError("poll-share-later")
            result = arc_result(poll, wording, look.tallies, level=audience.horizon, voted=frozenset())
        else:
            tally = total(look.tallies, 0)
            why = hidden(poll, voted=False, voters=tally.voters, level=LAST_EPISODE)
            shown = None if why else tally
            result = Result(poll=poll, wording=wording, tally=shown, arc=None, hidden=why, voters=tally.voters)
        if result.hidden or not result.voters:
            raise EtoileError("poll-share-nothing")
        level = max(poll.readable_from, audience.horizon if poll.arc else poll.gate)
        return SharedResult(result=result, locale=locale, level=level)

    async def card(self, poll_id: int) -> Card | None:
        """The public card as it is to be drawn now; None when there is no such poll."""
        found = await self._db.read(read_public, poll_id)
        if found is None:
            return None
        return self._texts.card(
            found.poll, found.together, version=found.version, audience=found.audience, locale=found.locale
        )

    async def next_question(self, asker: Asker) -> Poll | None:
        """An arc of this server with an episode that the member has reached and not answered; None when there is none.

        Also None while the ballot key is not the right one: then nobody can vote in an arc.
        """
        if asker.guild_id is None or not self._key.matches:
            return None
        return await self._db.read(self._next_question, asker, asker.guild_id, self._clock.now())

    def _next_question(self, asker: Asker, guild_id: int, now: datetime) -> Transaction[Poll | None]:
        reader = yield from reading_context(asker)
        for poll in (yield from polls.list_open_arcs(guild_id=guild_id)):
            if not reader.views(poll.channel):
                continue
            mine = yield from ballots.load_ballots(poll_id=poll.id, voter=self.voter(poll, asker.user_id))
            if unanswered(self._texts.gated(poll), mine, level=reader.level, role_ids=asker.role_ids, now=now):
                return poll
        return None

    def _look(self, asker: Asker, poll_id: int) -> Transaction[_Look]:
        found = yield from polls.load_poll(poll_id=poll_id)
        poll = self._texts.gated(check_present(found, guild_id=asker.guild_id))
        reader = yield from reading_context(asker)
        check_viewed(poll, reader)
        check_gate(poll, level=reader.level)
        mine: dict[int, Ballot] = {}
        if not poll.anonymous or self._key.matches:
            mine = yield from ballots.load_ballots(poll_id=poll_id, voter=self.voter(poll, asker.user_id))
        tallies = yield from ballots.load_tallies(poll_id=poll_id)
        return _Look(poll=poll, reader=reader, mine=mine, tallies=tallies)

    def _readable(self, poll: Poll, reader: Reader, locale: Locale) -> Wording:
        wording = self._texts.wording(poll, reader, locale)
        if wording is None:
            raise NotReached(poll)
        return wording

    async def _names(self, poll: Poll, voters: int) -> tuple[tuple[tuple[int, ...], ...], int]:
        found = await self._db.read(ballots.list_voters, poll_id=poll.id, limit=NAMES_READ)
        names = tuple(
            tuple(user_id for user_id, choices in found if index in choices) for index in range(len(poll.answers))
        )
        return names, max(0, voters - len(found))

    # -- forgetting

    async def names_of(self, user_id: int) -> list[tuple[int, str]]:
        """Under which names the member's ballots would be stored, in every poll: what `forget` goes through.

        Raises EtoileError while the ballot key is not the right one: then anonymous ballots cannot be found.
        """
        known = await self._db.read(ballots.list_poll_ids)
        return [
            (poll_id, self._key.voter(poll_id, user_id) if anonymous else str(user_id)) for poll_id, anonymous in known
        ]

    async def forget(self, user_id: int) -> int:
        """Deletes all ballots and drafts of a member, and takes their name off their polls.

        Returns in how many polls they had voted. Raises EtoileError while the ballot key is not the right one.
        """
        names = await self.names_of(user_id)
        count = 0
        for start in range(0, len(names), PIECE):
            count += len(await self._db.write(ballots.forget_ballots, names[start : start + PIECE]))
        await self._db.write(polls.forget_author, user_id=user_id)
        return count

    async def ballots_of(self, user_id: int) -> list[tuple[Poll, dict[int, Ballot]]]:
        """All ballots of a member with their polls, for who asks what is stored of them."""
        names = await self.names_of(user_id)
        found: list[tuple[Poll, dict[int, Ballot]]] = []
        for start in range(0, len(names), PIECE):
            found += await self._db.read(ballots.list_ballots_of, names[start : start + PIECE])
        return found


def _outcome(cast: Cast) -> Outcome:
    before = cast.before.choices if cast.before else frozenset[int]()
    now = cast.now.choices if cast.now else frozenset[int]()
    if before == now:
        return "unchanged"
    if not now:
        return "withdrawn"
    return "changed" if before else "recorded"
