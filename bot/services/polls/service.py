"""Polls: posted, looked through, looked after. (Writing: `poll_drafts`; voting: `ballots`; the end: `poll_endings`.)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.ballot_key import BallotKey
from bot.clock import Clock
from bot.content import ShowPack
from bot.content.folding import fold
from bot.domain.hosting import host_roles, may_care_for, may_host
from bot.domain.poll import (
    Option,
    Poll,
    PollState,
    check_answers,
    check_closing,
    check_gate,
    check_present,
    with_answer,
)
from bot.domain.poll_draft import Draft, check_question
from bot.domain.reading import Asker, Reader
from bot.domain.tally import Tally
from bot.errors import EtoileError
from bot.services.polls import transactions
from bot.services.polls.drafts import PollDrafts, understood
from bot.services.polls.endings import PollEndings
from bot.services.polls.export import as_csv
from bot.services.polls.texts import PollTexts, preset_answers
from bot.services.polls.values import Card, Listed
from bot.services.polls.voting import BallotService
from bot.store.engine.database import Database
from bot.store.guild_settings import load_guild
from bot.store.polls import cards as poll_cards
from bot.store.polls import polls

SUGGESTED = 25
"""As many as Discord shows while somebody types."""


class PollService:
    """The polls of all servers. `drafts`, `voting` and `endings` are the parts that have a service of their own."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, key: BallotKey) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._texts = PollTexts(pack)
        self.drafts = PollDrafts(db, clock, pack, self._texts)
        self.voting = BallotService(db, clock, self._texts, key)
        self.endings = PollEndings(db, clock, self._texts)

    # -- posting

    async def post(self, asker: Asker, draft_id: int) -> Card:
        """Turn a draft into an open poll, and schedule its end. Of two presses one gets the card, the other an error.

        The card is still to be sent; `placed` then says where it stands. Raises EtoileError.
        """
        draft = await self.drafts.ready(asker, draft_id)
        now = self._clock.now()
        poll = self._poll_of(draft, now)
        horizon = await self._db.write(transactions.open_poll, poll)
        return self._texts.card(poll, Tally(), version=1, horizon=horizon, locale=poll.locale)

    def _poll_of(self, draft: Draft, now: datetime) -> Poll:
        answers, question = draft.typed_answers(), draft.question
        if draft.preset_id is not None:
            preset = self._pack.view(draft.lowest_gate, draft.locale).preset(draft.preset_id)
            if preset is None:
                raise EtoileError("poll-no-such-preset")
            answers, question = preset_answers(preset), preset.question
        return Poll(
            id=draft.id,
            guild_id=draft.guild_id,
            channel_id=draft.channel_id,
            parent_id=draft.parent_id,
            message_id=None,
            author_id=draft.author_id,
            locale=draft.locale,
            preset_id=draft.preset_id,
            arc=draft.arc,
            question=question,
            answers=answers,
            most=min(draft.most, len(answers)) or len(answers),
            results=draft.results,
            anonymous=draft.anonymous or draft.arc,
            gate=max(draft.gate, draft.lowest_gate),
            role_ids=frozenset(draft.role_ids),
            opened_at=now,
            closes_at=draft.closes_at,
            closed_at=None,
            state=PollState.OPEN,
            round=0,
            announced_at=None,
            result_message_id=None,
        )

    # -- cards

    async def raise_gates(self) -> int:
        """Where the show pack has become stricter about a shipped poll since it was posted, the pack's gate is the
        poll's from now on; its card has to be drawn anew. Returns how many polls that were. To be called at the start.
        """
        return await self._db.write(polls.raise_gates, {rules.id: rules.gate for rules in self._pack.presets.values()})

    async def placed(
        self, poll_id: int, *, channel_id: int, parent_id: int | None, message_id: int | None, version: int = 0
    ) -> None:
        """Remember where the card stands (message None: it was deleted), and at which version it was drawn."""
        await self._db.write(
            transactions.place_card,
            poll_id,
            channel_id=channel_id,
            parent_id=parent_id,
            message_id=message_id,
            version=version,
        )

    async def drawn(self, versions: Mapping[int, int]) -> None:
        """Remember at which versions these cards stand on Discord. It may be told late, or not at all: then a card is
        drawn once more than needed."""
        await self._db.write(poll_cards.note_drawn, versions)

    async def stale(self) -> list[tuple[int, int]]:
        """Polls whose card shows less than is stored, because a process died (or Discord did not answer) before it was
        drawn, and their servers; the newest first."""
        return await self._db.read(poll_cards.list_stale)

    # -- looking

    async def list(self, asker: Asker) -> list[Listed]:
        """The server's polls, open ones first. Questions that the asker has not reached are left out of theirs."""
        if asker.guild_id is None:
            raise EtoileError("error-server-only")
        stand, found = await self._db.read(transactions.list_polls, asker, asker.guild_id)
        return [self._listed(poll, voters, stand, asker) for poll, voters in found]

    async def suggest(self, asker: Asker, typed: str) -> list[Listed]:
        """Polls of the server whose question, as the typist may read it, holds what they typed."""
        wanted = fold(typed.strip())
        return [
            listed
            for listed in await self.list(asker)
            if not wanted or (listed.wording is not None and wanted in fold(listed.wording.question))
        ][:SUGGESTED]

    async def here(self, asker: Asker, poll_id: int) -> Poll:
        """The poll, if it is one of this server's. Raises EtoileError otherwise."""
        poll = check_present(await self._db.read(polls.load_poll, poll_id=poll_id), guild_id=asker.guild_id)
        return self._texts.gated(poll)

    async def check_may_repost(self, asker: Asker, poll_id: int) -> None:
        """Raises EtoileError for who may neither create polls nor look after this one."""
        poll = await self.here(asker, poll_id)
        settings = await self._db.read(load_guild, guild_id=poll.guild_id)
        if not (may_host(asker, settings) or may_care_for(asker, settings, owners=(poll.author_id,))):
            raise EtoileError("poll-hosts-only", roles=host_roles(settings))

    async def cared_for(self, asker: Asker, poll_id: int) -> Poll:
        """The poll, for who may look after it. Raises EtoileError, NotReached for who may not read it."""
        poll = await self.here(asker, poll_id)
        settings = await self._db.read(load_guild, guild_id=poll.guild_id)
        if not may_care_for(asker, settings, owners=(poll.author_id,)):
            raise EtoileError("poll-not-yours")
        return poll

    async def managed(self, asker: Asker, poll_id: int) -> Listed:
        """The poll for the panel of who looks after it; its question only if they have reached it."""
        poll = await self.cared_for(asker, poll_id)
        stand, tallies = await self._db.read(transactions.context_and_tallies, asker, poll_id)
        return self._listed(poll, sum(tally.voters for tally in tallies.values()), stand, asker)

    def _listed(self, poll: Poll, voters: int, stand: Reader, asker: Asker) -> Listed:
        poll = self._texts.gated(poll)
        wording = self._texts.wording(poll, level=stand.level, locale=asker.locale)
        return Listed(poll=poll, wording=wording, voters=voters)

    async def export(self, asker: Asker, poll_id: int, heads: Mapping[str, str]) -> bytes:
        """The counts as CSV: only what the asker may see, and names only of named polls. `heads` names the columns.

        Raises EtoileError, also while the results are hidden.
        """
        await self.cared_for(asker, poll_id)
        result = await self.voting.result(asker, poll_id)
        if result.hidden is not None:
            raise EtoileError(f"poll-hidden-{result.hidden}")
        return as_csv(result, heads)

    # -- changing

    async def add_answer(self, asker: Asker, poll_id: int, label: str) -> Poll:
        """One more answer, logged on the card. Ballots that were given stay. Raises EtoileError."""
        await self._read_for_change(asker, poll_id)
        if not label.strip():
            raise EtoileError("poll-no-answer")
        at = self._clock.now()
        return await self._db.write(transactions.change_wording, poll_id, lambda poll: with_answer(poll, label, at=at))

    async def reword(self, asker: Asker, poll_id: int, *, question: str, labels: list[str]) -> Poll:
        """Other words for the question and the answers, only while nobody has voted. Raises EtoileError."""
        await self._read_for_change(asker, poll_id)
        check_question(question)
        answers = tuple(Option(label=label) for label in check_answers(labels))

        def reworded(poll: Poll) -> Poll:
            if poll.arc:
                raise EtoileError("poll-arc-fixed")
            most = len(answers) if poll.most == len(poll.answers) else min(poll.most, len(answers))
            gate = self._texts.gated(poll).gate  # whoever could not read the question before cannot read the new one
            return replace(poll, question=question, answers=answers, preset_id=None, most=most, gate=gate)

        return await self._db.write(transactions.reword, poll_id, reworded)

    async def move_end(self, asker: Asker, poll_id: int, typed: str) -> Poll:
        """Another end for an open poll; nothing typed: no end. Raises EtoileError."""
        await self.cared_for(asker, poll_id)
        closes_at = await self._end(asker, typed)
        return await self._db.write(transactions.set_end, poll_id, closes_at)

    async def close(self, asker: Asker, poll_id: int) -> Poll:
        """End the poll now. No ballot counts from here on; the job that tells the result is due at once."""
        await self.cared_for(asker, poll_id)
        poll = await self._db.write(transactions.close_poll, poll_id, self._clock.now(), by_hand=True)
        if poll is None:
            raise EtoileError("poll-closed-already")
        return poll

    async def reopen(self, asker: Asker, poll_id: int, typed: str) -> Poll:
        """Open a closed poll again, with the ballots that it had. Raises EtoileError."""
        await self.cared_for(asker, poll_id)
        closes_at = await self._end(asker, typed)
        return await self._db.write(transactions.reopen_poll, poll_id, closes_at)

    async def delete(self, asker: Asker, poll_id: int) -> Poll:
        """Delete the poll with its ballots and counts; its card is to be frozen. Raises EtoileError."""
        await self.cared_for(asker, poll_id)
        return await self._db.write(transactions.delete_poll, poll_id, self._clock.now())

    async def _read_for_change(self, asker: Asker, poll_id: int) -> None:
        """Who changes words must be allowed to read them."""
        poll = await self.cared_for(asker, poll_id)
        stand = await self._db.read(transactions.context_of, asker)
        if poll.gate:
            check_gate(poll, level=stand.level)

    async def _end(self, asker: Asker, typed: str) -> datetime | None:
        """The end that was typed; None for none. Raises EtoileError."""
        if not typed.strip():
            return None
        now = self._clock.now()
        closes_at = await understood(self._db, asker, typed, now=now)
        check_closing(closes_at, now=now)
        return closes_at
