"""A server's export, and its import: checked, shown as a dry run, applied as a whole or not at all.

What an import may do is bounded by what its author could do by hand: places and roles that are not of this server are
left out, nothing on record is overwritten but settings and horizons, polls come back closed with their counts, and
parties come back without roles to ping or to give. Ids are those of the export on the same server, so that cards which
still stand there live again; elsewhere they are derived, so that importing twice adds nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.domain.club import Club
from bot.domain.guild_settings import GuildSettings
from bot.domain.job_kinds import JobKind
from bot.domain.log_note import LogNote
from bot.domain.own_question import MOST_QUESTIONS, OwnQuestion
from bot.domain.party import Party, State
from bot.domain.poll import Poll
from bot.domain.readers import Asker
from bot.domain.series import Series
from bot.domain.server_note import MOST_NOTES, ServerNote
from bot.domain.tally import NO_COUNTS, Tally
from bot.errors import EtoileError
from bot.services.parties.schedule import schedule_jobs
from bot.services.setup import checked
from bot.services.transfer import form
from bot.services.transfer.exporting import document_of
from bot.services.transfer.form import Document, Problem, read_document, write_document
from bot.services.transfer.importing import (
    Here,
    as_of,
    club_of,
    ids_of,
    note_of,
    party_of,
    poll_of,
    question_of,
    series_of,
    settings_of,
)
from bot.store import clubs, jobs, lifecycle, server_notes
from bot.store import guild_settings as places
from bot.store import transfer as store
from bot.store.engine.database import ConstraintViolated, Database, Transaction
from bot.store.log_lines import noted
from bot.store.parties import parties
from bot.store.parties import series as party_series
from bot.store.polls import polls
from bot.store.quiz import own


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import would do (or did). `settings` names what changes, from `before` to `after`; `moved` has the
    channels whose horizon changes; `left_out` counts places and roles that are not of this server. `known` is how many
    records are there already."""

    settings: tuple[str, ...]
    before: GuildSettings
    after: GuildSettings
    moved: tuple[tuple[int, int], ...]
    polls: int
    series: int
    ahead: int
    past: int
    notes: int
    questions: int
    clubs: int
    known: int
    left_out: int
    elsewhere: bool

    @property
    def horizons(self) -> int:
        """How many channels get another horizon."""
        return len(self.moved)

    @property
    def empty(self) -> bool:
        new = (self.polls, self.series, self.ahead, self.past, self.notes, self.questions, self.clubs)
        return not self.settings and not self.horizons and not any(new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A dry run: what is wrong, or what would be done and the id under which it waits for confirmation."""

    problems: tuple[Problem, ...] = ()
    plan: Plan | None = None
    import_id: int = 0


class TransferService:
    """Export and import of servers, for who manages them."""

    def __init__(self, db: Database, clock: Clock, standing_version: int) -> None:
        self._db = db
        self._clock = clock
        self._standing = standing_version

    async def export(self, asker: Asker) -> bytes:
        """The server's settings, polls with their counts, and parties, as JSON. Raises EtoileError."""
        guild_id = checked(asker)
        now = self._clock.now()
        found = await self._db.read(store.load_stored, guild_id=guild_id, most_parties=form.MOST_PARTIES, now=now)
        return write_document(document_of(guild_id, found, now))

    async def check(self, asker: Asker, raw: bytes, here: Here) -> Checked:
        """The dry run: nothing is changed, and what would change nothing is not kept. Raises EtoileError for who may
        not import."""
        guild_id = checked(asker)
        document = read_document(raw)
        if not isinstance(document, Document):
            return Checked(problems=tuple(document))
        found = await self._db.read(_sort, guild_id, document, here, self._clock.now())
        plan = _plan(document, found, here, guild_id, self._clock.now())
        if plan.empty:
            return Checked(plan=plan)
        import_id = await self._db.write(
            store.keep_import,
            guild_id=guild_id,
            user_id=asker.user_id,
            document=write_document(document).decode(),
            at=self._clock.now(),
        )
        return Checked(plan=plan, import_id=import_id)

    async def apply(self, asker: Asker, import_id: int, here: Here, note: LogNote | None = None) -> Plan:
        """Do what the dry run said, measured anew against what is there now. Raises EtoileError, and changes nothing
        then."""
        guild_id = checked(asker)
        try:
            change = noted(self._apply, note)
            plan = await self._db.write(change, guild_id, asker.user_id, import_id, here, self._clock.now())
        except ConstraintViolated:
            raise EtoileError("transfer-contradicts") from None
        return plan

    async def discard(self, asker: Asker, import_id: int) -> None:
        """Drop what waits for confirmation."""
        now = self._clock.now()
        await self._db.write(
            store.take_import, import_id=import_id, guild_id=checked(asker), user_id=asker.user_id, after=now
        )

    def _apply(self, guild_id: int, user_id: int, import_id: int, here: Here, now: datetime) -> Transaction[Plan]:
        kept = yield from store.take_import(
            import_id=import_id, guild_id=guild_id, user_id=user_id, after=now - store.WAITS
        )
        document = read_document(kept.encode()) if kept is not None else None
        if not isinstance(document, Document):
            raise EtoileError("transfer-gone")
        found = yield from _sort(guild_id, document, here, now)
        before, after = yield from places.change_guild(
            guild_id=guild_id, how=lambda old: settings_of(document, old, here), at=now
        )
        if after.announce and not before.announce:
            yield from lifecycle.know_standing(guild_id=guild_id, version=self._standing)
        for channel_id, horizon in found.horizons.items():
            yield from places.set_channel_horizon(channel_id=channel_id, guild_id=guild_id, horizon=horizon, at=now)
        for poll, tallies in found.polls:
            yield from _insert_poll(poll, tallies)
        for series in found.series:
            yield from party_series.insert_series(series, at=now)
            yield from jobs.schedule(kind=JobKind.PARTY_SERIES, subject_id=series.id, due_at=now + timedelta(seconds=5))
        for party in found.parties:
            yield from parties.insert_party(as_of(party, now), at=now)
            if party.state is State.OPEN and party.starts_at > now:
                yield from schedule_jobs(party, now)
        for note in found.notes:
            yield from server_notes.insert_note(note, at=now)
        for club in found.clubs:
            yield from clubs.save_club(club, at=now)
            yield from jobs.schedule(kind=JobKind.CLUB_BOARD, subject_id=club.id, due_at=now + timedelta(seconds=10))
        for question in found.questions:
            yield from own.save_own(question)
        return _plan(document, found, here, guild_id, now, before=before, after=after)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What of a document is new here, with the ids that it gets here."""

    settings: GuildSettings
    horizons: dict[int, int]
    polls: list[tuple[Poll, tuple[form.TallyForm, ...]]]
    series: list[Series]
    parties: list[Party]
    notes: list[ServerNote]
    questions: list[OwnQuestion]
    clubs: list[Club]
    known: int


def _sort(guild_id: int, document: Document, here: Here, now: datetime) -> Transaction[_Found]:
    """Reads what is there and keeps what is not."""
    settings = yield from places.load_guild(guild_id=guild_id)
    horizons = yield from places.list_channel_horizons(guild_id=guild_id)
    new_id = ids_of(document, guild_id)
    polls_taken = yield from store.taken_ids("polls", [new_id(each.id) for each in document.polls])
    series_taken = yield from store.taken_ids("party_series", [new_id(each.id) for each in document.series])
    parties_taken = yield from store.taken_ids("parties", [new_id(each.id) for each in document.parties])
    notes_taken = yield from store.taken_ids("server_notes", [new_id(each.id) for each in document.notes])
    clubs_taken = yield from store.taken_ids("clubs", [new_id(each.id) for each in document.clubs])
    asked_taken = yield from store.taken_ids("quiz_own", [new_id(each.id) for each in document.questions])
    asked = yield from own.count_own(guild_id=guild_id)
    noted = yield from server_notes.list_notes(guild_id=guild_id, now=now)
    new_notes = [
        note_of(each, new_id(each.id), guild_id) for each in document.notes if new_id(each.id) not in notes_taken
    ]
    new_questions = [
        question_of(each, new_id(each.id), guild_id)
        for each in document.questions
        if new_id(each.id) not in asked_taken
    ]
    series = [each for each in document.series if new_id(each.id) not in series_taken]
    linked = {each.id for each in series} | {each.id for each in document.series if new_id(each.id) in series_taken}
    return _Found(
        settings=settings,
        horizons={
            int(each.channel_id): each.horizon
            for each in document.horizons
            if int(each.channel_id) in here.channels and horizons.get(int(each.channel_id)) != each.horizon
        },
        polls=[
            (poll_of(each, new_id(each.id), guild_id, here), each.tallies or ())
            for each in document.polls
            if new_id(each.id) not in polls_taken
        ],
        series=[series_of(each, new_id(each.id), guild_id, here) for each in series],
        parties=[
            party_of(each, new_id, guild_id, here, linked=each.series_id in linked)
            for each in document.parties
            if new_id(each.id) not in parties_taken
        ],
        notes=new_notes[: max(MOST_NOTES - len(noted), 0)],
        clubs=[
            club_of(each, new_id, guild_id, here)
            for each in document.clubs
            if new_id(each.id) not in clubs_taken and each.series_id in linked
        ],
        questions=new_questions[: max(MOST_QUESTIONS - asked, 0)],
        known=sum(map(len, (polls_taken, series_taken, parties_taken, notes_taken, asked_taken, clubs_taken))),
    )


def _plan(
    document: Document,
    found: _Found,
    here: Here,
    guild_id: int,
    now: datetime,
    *,
    before: GuildSettings | None = None,
    after: GuildSettings | None = None,
) -> Plan:
    old = before or found.settings
    new = after or settings_of(document, old, here)
    ahead = sum(party.state in (State.OPEN, State.PLANNED) and party.starts_at > now for party in found.parties)
    return Plan(
        settings=tuple(
            each.name for each in fields(GuildSettings) if getattr(old, each.name) != getattr(new, each.name)
        ),
        before=old,
        after=new,
        moved=tuple(sorted(found.horizons.items())),
        polls=len(found.polls),
        series=len(found.series),
        ahead=ahead,
        past=len(found.parties) - ahead,
        notes=len(found.notes),
        questions=len(found.questions),
        clubs=len(found.clubs),
        known=found.known,
        left_out=_left_out(document, here),
        elsewhere=int(document.server.id) != guild_id,
    )


def _left_out(document: Document, here: Here) -> int:
    """How many different channels and roles of the document do not exist on this server."""
    settings = document.settings
    named = [settings.log_channel_id, settings.party_channel_id, settings.poll_channel_id]
    named += [each.channel_id for each in document.horizons]
    named += [each.channel_id for record in (document.series, document.parties) for each in record]
    channels = {int(each) for each in named if each is not None} - here.channels
    return len(channels) + len({int(each) for each in settings.host_role_ids} - here.roles)


def _insert_poll(poll: Poll, tallies: Collection[form.TallyForm]) -> Transaction[None]:
    yield from polls.insert_poll(poll)
    yield from store.settle_imported(poll_id=poll.id, closed_at=poll.closed_at or poll.opened_at)
    for each in tallies:
        counts = (*each.counts, *NO_COUNTS)[: len(NO_COUNTS)]
        yield from store.insert_tally(
            poll_id=poll.id, episode=each.episode, newcomer=each.newcomer, tally=Tally(each.voters, counts)
        )
