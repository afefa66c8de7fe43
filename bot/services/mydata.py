"""What is stored of one member: shown, handed over, deleted. Only ever to themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.instants import from_ms
from bot.domain.locale import Locale
from bot.domain.party import CURRENT
from bot.domain.poll import Ballot, Poll, PollState
from bot.domain.readers import Asker, Reader
from bot.domain.visibility import may_see
from bot.errors import EtoileError
from bot.services.parties.schedule import schedule_after_seating
from bot.services.polls.texts import PollTexts
from bot.services.polls.voting import BallotService
from bot.store import mydata
from bot.store.engine.database import Database, Transaction
from bot.store.guild_settings import reading_context
from bot.store.mydata import Left, Member
from bot.store.parties import parties
from bot.store.polls import ballots as ballot_store


class Forgetful(Protocol):
    """Something that remembers members, and can forget one."""

    def forget(self, user_id: int) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One ballot of the member. `question` and `chosen` are None where the member has not reached what they spoil."""

    guild_id: int
    poll_id: int
    question: str | None
    chosen: tuple[str, ...] | None
    episodes: tuple[int, ...]
    anonymous: bool
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MyData:
    """Everything. `votes` is None while anonymous ballots cannot be found, because the ballot key is not the one with
    which they were given. `written` holds the ids of own polls with their question, `asked` those of the
    quiz; None where they would spoil."""

    user_id: int
    member: Member
    votes: tuple[Vote, ...] | None
    written: Mapping[int, str | None]
    asked: Mapping[str, str | None]

    @property
    def empty(self) -> bool:
        member = self.member
        rows = (
            member.answers,
            member.hosted,
            member.series,
            member.regular,
            member.edits,
            member.polls,
            member.drafts,
            member.imports,
            member.veils,
            member.messages,
            member.notes,
            member.shares,
            member.quiz_boxes,
            member.quiz_played,
            member.quiz_hosted,
            member.quiz_dailies,
            member.quiz_scores,
            member.quiz_written,
            member.quiz_reminders,
            member.times_ticked,
            member.times_asked,
            member.clubs,
            member.club_nudges,
            member.club_named,
            member.flags,
        )
        single = (
            member.progress,
            member.zone,
            member.reminders,
            member.quiz_round,
            member.quiz_streak,
            member.quiz_unnamed,
        )
        return not any(rows) and all(one is None for one in single) and not self.votes


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """What became of a deletion: in how many polls there was a ballot, which open ones lost a vote and have to be drawn
    anew, which parties lost a guest, which nights of the quiz a player, which roles, as (server, role), are still to be
    taken from the member on Discord, and whether anonymous ballots could be found at all."""

    ballots: int
    polls: tuple[int, ...]
    parties: tuple[int, ...]
    roles: tuple[tuple[int, int], ...]
    nights: tuple[int, ...]
    complete: bool


class MyDataService:
    """Everything about one member, for that member. `others`, which keep something in memory, forget them as well."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        voting: BallotService,
        texts: PollTexts,
        pack: ShowPack,
        *others: Forgetful,
    ) -> None:
        self._db = db
        self._clock = clock
        self._voting = voting
        self._texts = texts
        self._pack = pack
        self._others = others

    async def show(self, asker: Asker) -> MyData:
        """Everything that is stored of the asker, on every server, in texts that they may read."""
        member = await self._db.read(mydata.load_member, user_id=asker.user_id)
        reader = await self._db.read(reading_context, asker)
        votes: tuple[Vote, ...] | None
        try:
            found = await self._voting.ballots_of(asker.user_id)
        except EtoileError:
            votes = None
        else:
            votes = tuple(self._vote(poll, ballots, reader, asker.locale) for poll, ballots in found)
        written = {row["id"]: _own_question(row, reader) for row in member.polls}
        questions = self._pack.view(reader.level, asker.locale).questions
        ids = [row["question_id"] for row in member.quiz_boxes]
        asked = {one: questions[one].question if one in questions else None for one in ids}
        return MyData(user_id=asker.user_id, member=member, votes=votes, written=written, asked=asked)

    async def export(self, asker: Asker) -> bytes:
        """The same as JSON."""
        found = await self.show(asker)
        member = found.member
        document = {
            "format": "etoile-member",
            "version": 1,
            "exported_at": self._clock.now(),
            "user_id": str(found.user_id),
            "progress": member.progress,
            "zone": member.zone,
            "reminders": member.reminders,
            "party_answers": member.answers,
            "parties_hosted": member.hosted,
            "series_hosted": member.series,
            "series_joined": member.regular,
            "party_edits": [{**row, "changes": json.loads(row["changes"])} for row in member.edits],
            "polls_written": [{**row, "question": found.written[row["id"]]} for row in member.polls],
            "poll_drafts": [{**row, "draft": json.loads(row["draft"])} for row in member.drafts],
            "ballots": None if found.votes is None else [_vote_record(vote) for vote in found.votes],
            "imports_waiting": member.imports,
            "veils": member.veils,
            "messages": member.messages,
            "notes_written": member.notes,
            "shares": member.shares,
            "quiz_round": _round_record(member.quiz_round),
            "quiz_streak": member.quiz_streak,
            "quiz_nights_played": member.quiz_played,
            "quiz_nights_hosted": member.quiz_hosted,
            "quiz_dailies": member.quiz_dailies,
            "quiz_scores": member.quiz_scores,
            "quiz_questions_written": [{**row, "answers": json.loads(row["answers"])} for row in member.quiz_written],
            "quiz_reminders": member.quiz_reminders,
            "quiz_unnamed": member.quiz_unnamed is not None,
            "times_ticked": [_times_record(row) for row in member.times_ticked],
            "times_asked": [_times_record(row) for row in member.times_asked],
            "clubs_hosted": member.clubs,
            "club_nudges": member.club_nudges,
            "club_named": member.club_named,
            "spoilers_judged": member.flags,
            "quiz_answers": [_answer_record(row, found.asked) for row in member.quiz_boxes],
        }
        return json.dumps(_plain(document), ensure_ascii=False, indent=1).encode() + b"\n"

    async def delete(self, asker: Asker) -> Deleted:
        """Delete all of it, now. The counts of closed polls stay, as do polls and parties that others take part in,
        without a name."""
        user_id = asker.user_id
        complete = True
        ballots = 0
        open_polls: list[int] = []
        try:
            open_polls = [poll.id for poll, _ in await self._voting.ballots_of(user_id) if poll.state == PollState.OPEN]
            ballots = await self._voting.forget(user_id)
        except EtoileError:  # the key is not the right one: what can be found without it goes all the same
            complete = False
            ballots = len(await self._db.write(_forget_named, user_id))
        left = await self._db.write(_forget, user_id, self._clock.now())
        await self._db.scrub()
        for other in self._others:
            other.forget(user_id)
        return Deleted(
            ballots=ballots,
            polls=tuple(open_polls),
            parties=left.parties,
            roles=left.roles,
            nights=left.nights,
            complete=complete,
        )

    def _vote(self, poll: Poll, ballots: Mapping[int, Ballot], reader: Reader, locale: Locale) -> Vote:
        wording = self._texts.wording(poll, reader, locale)
        chosen: tuple[str, ...] | None = None
        if wording is not None:
            chosen_options = sorted({option for ballot in ballots.values() for option in ballot.choices})
            chosen = tuple(wording.answers[option].text for option in chosen_options if option < len(wording.answers))
        return Vote(
            guild_id=poll.guild_id,
            poll_id=poll.id,
            question=None if wording is None else wording.question,
            chosen=chosen,
            episodes=tuple(sorted(episode for episode in ballots if episode)),
            anonymous=poll.anonymous,
            closed=poll.state != PollState.OPEN,
        )


def _own_question(row: Mapping[str, Any], reader: Reader) -> str | None:
    """What the member asked: their own words, or those of a shipped poll if they have (still) seen that far."""
    own = row["preset_id"] is None or may_see(reader.level, row["gate"])
    return row["question"] if own else None


def _forget_named(user_id: int) -> Transaction[list[int]]:
    """Deletes the member's ballots in named polls only."""
    known = yield from ballot_store.list_poll_ids()
    return (
        yield from ballot_store.forget_ballots(
            [(poll_id, str(user_id)) for poll_id, anonymous in known if not anonymous]
        )
    )


def _forget(user_id: int, now: datetime) -> Transaction[Left]:
    """Deletes the member's rows. Seats that free themselves pass on as if they had been given back."""
    left = yield from mydata.places_of(user_id=user_id)
    yield from mydata.forget_member(user_id=user_id, now=now)
    for party_id in left.parties:
        party = yield from parties.load_party(party_id=party_id)
        if party is not None and party.state in CURRENT:
            yield from schedule_after_seating(party, now)
    return left


def _vote_record(vote: Vote) -> dict[str, Any]:
    return {
        "guild_id": vote.guild_id,
        "poll_id": vote.poll_id,
        "question": vote.question,
        "chosen": vote.chosen,
        "episodes": vote.episodes,
        "anonymous": vote.anonymous,
        "closed": vote.closed,
    }


def _answer_record(row: Mapping[str, Any], asked: Mapping[str, str | None]) -> dict[str, Any]:
    """A question of the quiz: its words for who may read them, never its name, which tells what it is about."""
    return {"question": asked[row["question_id"]], "box": row["box"], "asked_at": row["asked_at"]}


def _round_record(row: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The round without the names of its questions, which tell what they are about."""
    if row is None:
        return None
    done = row["done"].split()
    right = sum(part.endswith(":1") for part in done)
    return {
        "length": row["length"],
        "kind": row["kind"],
        "answered": len(done),
        "right": right,
        "updated_at": row["updated_at"],
    }


def _times_record(row: Mapping[str, Any]) -> dict[str, Any]:
    """The moments of a search for a time, in words that a reader of the file understands."""
    return {**row, "slots": [from_ms(int(slot)) for slot in str(row["slots"]).split()]}


def _plain(value: Any) -> Any:
    """Values as JSON takes them: instants as ISO 8601, ids as text, which JavaScript would round."""
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**53:
        return str(value)
    return value
