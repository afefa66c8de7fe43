"""Polls: posted, looked through, looked after. (Writing: `drafts`; voting: `voting`; the end: `endings`.)"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.ballot_key import BallotKey
from bot.clock import Clock
from bot.content import ShowPack
from bot.content.folding import fold
from bot.domain.hosting import may_manage_poll, may_moderate
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.log_note import LogNote
from bot.domain.member_text import Channel, MemberText
from bot.domain.poll import (
    NotReached,
    Option,
    Poll,
    PollState,
    check_answers,
    check_closing,
    with_answer,
    with_level,
)
from bot.domain.poll_draft import Draft, check_question
from bot.domain.readers import Asker, Reader
from bot.domain.tally import Tally, total
from bot.domain.visibility import is_level, may_see
from bot.errors import EtoileError
from bot.services.polls import transactions
from bot.services.polls.drafts import PollDrafts, understood
from bot.services.polls.endings import PollEndings
from bot.services.polls.export import NamesOf, as_csv
from bot.services.polls.texts import PollTexts
from bot.services.polls.transactions import Found, Index
from bot.services.polls.values import Card, Listed, PollPage
from bot.services.polls.voting import BallotService
from bot.store.engine.database import Database
from bot.store.jobs import schedule_by
from bot.store.log_lines import noted
from bot.store.polls import cards as poll_cards
from bot.store.polls import polls
from bot.store.polls.polls import Entry

PAGE = 5
"""Polls on one page of the list."""
SUGGESTED = 25
"""As many as Discord shows while somebody types."""
CARD_AGAIN = timedelta(seconds=5)
"""After which pause a card that Discord did not take is tried again the first time."""


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

    async def post(self, asker: Asker, draft_id: int, note: LogNote | None = None) -> Card:
        """Turn a draft into an open poll, and schedule its end. Of two presses one gets the card, the other an error.

        The card is still to be sent; `remember_card` then says where it stands. Raises EtoileError.
        """
        draft = await self.drafts.ready(asker, draft_id)
        poll = self.poll_of(draft, self._clock.now())
        poll, audience = await self._db.write(noted(transactions.open_poll, note), poll)
        return self._texts.card(poll, Tally(), version=1, audience=audience, locale=poll.locale)

    def poll_of(self, draft: Draft, now: datetime) -> Poll:
        """The poll that a draft becomes, opened now. Nothing is stored."""
        level = max(draft.gate, self._texts.words_in(draft))
        question = MemberText(draft.question, level, draft.channel)
        answers = tuple(Option(label=question.reworded(label)) for label in draft.answers)
        if draft.preset_id is not None:
            preset = self._pack.view(draft.lowest_gate, draft.locale).preset(draft.preset_id)
            if preset is None:
                raise EtoileError("poll-no-such-preset")
            question = question.reworded(preset.question)
            answers = tuple(
                Option(label=question.reworded(option.label), preset=option.id, side=option.side)
                for option in preset.options
            )
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

    async def remember_card(
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

    async def note_drawn(self, versions: Mapping[int, int]) -> None:
        """Remember at which versions these cards stand on Discord. It may be told late, or not at all: then a card is
        drawn once more than needed."""
        await self._db.write(transactions.note_drawn, versions, self._clock.now())

    async def owe_card(self, poll_id: int, after: timedelta = CARD_AGAIN) -> None:
        """Discord did not take the card: a job draws it as soon as it does, the first time `after` a while."""
        due_at = self._clock.now() + after
        await self._db.write(schedule_by, kind=JobKind.POLL_CARD, subject_id=poll_id, due_at=due_at)

    async def stale(self, guild_id: int | None = None) -> list[tuple[int, int]]:
        """Polls (of one server, or all) whose card does not show what is stored, because a process died (or Discord did
        not answer) before it was drawn, or what may stand in its channel changed; and their servers; the newest first.
        """
        return await self._db.read(poll_cards.list_stale, guild_id=guild_id)

    # -- looking

    async def list(self, asker: Asker, page: int) -> PollPage:
        """One page (from 0; beyond the last: the last) of the server's polls, open ones first.

        Polls of channels that the asker may not view are not among them; questions that they have not reached are left
        out of theirs.
        """
        index = await self._index(asker)
        pages = max(-(-len(index.entries) // PAGE), 1)
        page = min(max(page, 0), pages - 1)
        shown = index.entries[page * PAGE : (page + 1) * PAGE]
        open_ones = sum(entry.state == PollState.OPEN for entry in index.entries)
        return PollPage(
            polls=await self._listed_of(shown, index.reader, asker),
            page=page,
            pages=pages,
            open=open_ones,
            closed=len(index.entries) - open_ones,
        )

    async def suggest(self, asker: Asker, typed: str) -> list[Listed]:
        """Polls of the server whose question, as the typist may read it, holds what they typed."""
        index, wanted = await self._index(asker), fold(typed.strip())
        matching = [
            entry for entry in index.entries if not wanted or wanted in self._folded(entry, index.reader, asker)
        ]
        return await self._listed_of(matching[:SUGGESTED], index.reader, asker)

    async def _index(self, asker: Asker) -> Index:
        if asker.guild_id is None:
            raise EtoileError("error-server-only")
        return await self._db.read(transactions.list_entries, asker, asker.guild_id)

    async def _listed_of(self, entries: Sequence[Entry], reader: Reader, asker: Asker) -> list[Listed]:
        found = await self._db.read(transactions.load_listed, [entry.id for entry in entries])
        return [self._entry(poll, voters, reader, asker.locale) for poll, voters in found]

    def _folded(self, entry: Entry, reader: Reader, asker: Asker) -> str:
        return fold(self._texts.question(entry, reader, asker.locale) or "")

    async def here(self, asker: Asker, poll_id: int) -> Poll:
        """The poll, if the asker may know of it. Raises EtoileError otherwise."""
        return (await self._found(asker, poll_id)).poll

    async def _found(self, asker: Asker, poll_id: int) -> Found:
        found = await self._db.read(transactions.find_poll, asker, poll_id)
        return replace(found, poll=self._texts.gated(found.poll))

    async def may_repost(self, asker: Asker, poll_id: int) -> bool:
        """Whether the asker may post a card that was deleted once more, where they are: in the poll's own channel
        whoever may manage it, and anywhere who manages the server."""
        found = await self._found(asker, poll_id)
        here = asker.channel_id == found.poll.channel_id
        return asker.manages_server or (here and _manages(asker, found))

    async def move(self, asker: Asker, poll_id: int) -> None:
        """The poll's card is to stand where the asker is. Raises EtoileError for whoever may not post it there."""
        if asker.channel_id is None or not await self.may_repost(asker, poll_id):
            raise EtoileError("poll-not-yours")
        channel = Channel(asker.channel_id, asker.parent_id)
        await self._db.write(transactions.move_card, poll_id, channel, self._clock.now())

    async def managed(self, asker: Asker, poll_id: int) -> Listed:
        """The poll for the panel of whoever may manage it; its question only if they may read it.

        Raises EtoileError.
        """
        found = await self._managed(asker, poll_id)
        return self._entry(found.poll, total(found.tallies).voters, found.reader, asker.locale)

    async def _managed(self, asker: Asker, poll_id: int) -> Found:
        found = await self._found(asker, poll_id)
        if not _manages(asker, found):
            raise EtoileError("poll-not-yours")
        return found

    def _entry(self, poll: Poll, voters: int, reader: Reader, locale: Locale) -> Listed:
        poll = self._texts.gated(poll)
        return Listed(poll=poll, wording=self._texts.wording(poll, reader, locale), voters=voters)

    async def export(
        self, asker: Asker, poll_id: int, heads: Mapping[str, str], names_of: NamesOf | None = None
    ) -> bytes:
        """The counts as CSV: only what the asker may see, and names only of named polls. `heads` names the columns,
        `names_of` tells what members are called.

        Raises EtoileError, also while the results are hidden.
        """
        await self._managed(asker, poll_id)
        result = await self.voting.result(asker, poll_id)
        if result.hidden is not None:
            raise EtoileError(f"poll-hidden-{result.hidden}")
        voters = [user_id for of_one in result.names for user_id in of_one] if result.poll.names_shown else []
        return as_csv(result, heads, await names_of(list(dict.fromkeys(voters))) if names_of and voters else {})

    # -- changing

    async def add_answer(self, asker: Asker, poll_id: int, label: str, note: LogNote | None = None) -> Poll:
        """One more answer, logged on the card. Ballots that were given stay. Raises EtoileError."""
        found = await self._read_for_change(asker, poll_id)
        if not label.strip():
            raise EtoileError("poll-no-answer")
        at, spoken = self._clock.now(), self._texts.level_of(label)
        return await self._db.write(
            noted(transactions.change_wording, note),
            poll_id,
            lambda poll: _spoken(with_answer(poll, label, at=at), spoken, found.reader.horizon),
        )

    async def reword(self, asker: Asker, poll_id: int, *, question: str, labels: list[str]) -> Poll:
        """Other words for the question and the answers, only while nobody has voted. Raises EtoileError."""
        found = await self._read_for_change(asker, poll_id)
        check_question(question)
        check_answers(labels)
        spoken = self._texts.level_of(question, *labels)

        def reworded(poll: Poll) -> Poll:
            if poll.arc:
                raise EtoileError("poll-arc-fixed")
            most = len(labels) if poll.most == len(poll.answers) else min(poll.most, len(labels))
            gate = self._texts.gated(poll).gate  # whoever could not read the question before cannot read the new one
            words = poll.question.reworded(question)
            answers = tuple(Option(label=words.reworded(label)) for label in labels)
            changed = replace(poll, question=words, answers=answers, preset_id=None, most=most, gate=gate)
            return _spoken(with_level(changed, gate), spoken, found.reader.horizon)

        return await self._db.write(transactions.reword, poll_id, reworded)

    async def move_end(self, asker: Asker, poll_id: int, typed: str) -> Poll:
        """Another end for an open poll; nothing typed: no end. Raises EtoileError."""
        await self._managed(asker, poll_id)
        closes_at = await self._end(asker, typed)
        return await self._db.write(transactions.set_end, poll_id, closes_at)

    async def close(self, asker: Asker, poll_id: int, note: LogNote | None = None) -> Poll:
        """End the poll now. No ballot counts from here on; the job that tells the result is due at once."""
        await self._managed(asker, poll_id)
        poll = await self._db.write(noted(transactions.close_poll, note), poll_id, self._clock.now(), by_hand=True)
        if poll is None:
            raise EtoileError("poll-closed-already")
        return poll

    async def reopen(self, asker: Asker, poll_id: int, typed: str, note: LogNote | None = None) -> Poll:
        """Open a closed poll again, with the ballots that it had. Raises EtoileError."""
        await self._managed(asker, poll_id)
        closes_at = await self._end(asker, typed)
        return await self._db.write(noted(transactions.reopen_poll, note), poll_id, closes_at)

    async def delete(self, asker: Asker, poll_id: int, note: LogNote | None = None) -> Poll:
        """Delete the poll with its ballots and counts; its card is to be frozen. Of what somebody else deletes than its
        author, no word is left. Raises EtoileError."""
        wordless = asker.user_id != (await self._managed(asker, poll_id)).poll.author_id
        change = noted(transactions.delete_poll, note)
        return await self._db.write(change, poll_id, self._clock.now(), wordless=wordless)

    async def set_gate(self, asker: Asker, poll_id: int, gate: int, note: LogNote | None = None) -> Poll:
        """Say what a posted poll spoils: moderators may at any time. A shipped one cannot go below what it
        spoils. Raises EtoileError."""
        found = await self._found(asker, poll_id)
        if not may_moderate(asker, found.poll.channel):
            raise EtoileError("poll-moderators-only")
        lowest = self._texts.lowest_gate(found.poll)
        if not is_level(gate) or not may_see(gate, lowest):
            raise EtoileError("poll-gate-too-low", lowest=lowest)
        return await self._db.write(noted(transactions.set_gate, note), poll_id, gate, self._clock.now())

    async def _read_for_change(self, asker: Asker, poll_id: int) -> Found:
        """Who changes words must be allowed to read them."""
        found = await self._managed(asker, poll_id)
        if self._texts.wording(found.poll, found.reader, asker.locale) is None:
            raise NotReached(found.poll)
        return found

    async def _end(self, asker: Asker, typed: str) -> datetime | None:
        """The end that was typed; None for none. Raises EtoileError."""
        if not typed.strip():
            return None
        now = self._clock.now()
        closes_at = await understood(self._db, asker, typed, now=now)
        check_closing(closes_at, now=now)
        return closes_at


def _manages(asker: Asker, found: Found) -> bool:
    poll = found.poll
    return may_manage_poll(asker, found.settings, owners=(poll.author_id,)) or may_moderate(asker, poll.channel)


def _spoken(poll: Poll, spoken: int, horizon: int) -> Poll:
    """The poll with new words that spoil up to episode `spoken`; where that may not be said, whoever votes must have
    seen it."""
    gate = poll.gate if may_see(horizon, spoken) else max(poll.gate, spoken)
    return with_level(replace(poll, gate=gate), spoken)
