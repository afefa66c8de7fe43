"""The form of an export: one JSON document, versioned, and read as if whoever wrote it meant harm.

Ids are decimal strings (JavaScript would round them), instants ISO 8601 with an offset. Unknown fields, wrong types,
numbers out of range and characters that no member can type are refused, all of them with their place in the document.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Annotated, Literal, NamedTuple, TypeVar
from zoneinfo import available_timezones

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.domain.club import Piece
from bot.domain.locale import Locale
from bot.domain.own_question import ANSWER_LENGTH as QUIZ_ANSWER_LENGTH
from bot.domain.own_question import EXPLANATION_LENGTH, MOST_QUESTIONS, WRONG
from bot.domain.own_question import QUESTION_LENGTH as QUIZ_QUESTION_LENGTH
from bot.domain.party import MAX_SEATS, NOTE_LENGTH
from bot.domain.poll import ANSWER_LENGTH, FEWEST_ANSWERS, MOST_ANSWERS, QUESTION_LENGTH
from bot.domain.server_note import MOST_NOTES, is_link
from bot.domain.server_note import NOTE_LENGTH as SERVER_NOTE_LENGTH
from bot.domain.show import Results, Side
from bot.domain.visibility import LAST_EPISODE

FORMAT = "etoile-server"
VERSION = 1
LARGEST = 4 * 1024 * 1024
"""Bytes of a document that are looked at."""
MOST_POLLS, MOST_PARTIES, MOST_SERIES, MOST_HORIZONS = 500, 300, 100, 1000
_EARLIEST, _LATEST = datetime(2015, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_BIGGEST = 2**63 - 1

T = TypeVar("T")


class Problem(NamedTuple):
    """What is wrong with a document, and where ("polls[3].question"). `kind` ends the key of a sentence."""

    place: str
    kind: Literal["missing", "unknown", "wrong", "unreadable", "version", "large"]


def _id(text: str) -> str:
    if int(text) > _BIGGEST:
        raise ValueError("too large")
    return text


def _typed(text: str) -> str:
    if any(unicodedata.category(character) in {"Cc", "Cs"} and character != "\n" for character in text):
        raise ValueError("control characters")
    if not text.strip():
        raise ValueError("empty")
    return text


def _instant(when: datetime) -> datetime:
    if not _EARLIEST <= when <= _LATEST:
        raise ValueError("out of range")
    return when.astimezone(UTC)


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("no such zone")
    return name


def _link(written: str) -> str:
    if not is_link(written):
        raise ValueError("no address")
    return written


def _different(values: Sequence[T]) -> Sequence[T]:
    if len(set(values)) != len(values):
        raise ValueError("the same twice")
    return values


Id = Annotated[str, Field(pattern=r"^[1-9][0-9]{0,18}$"), AfterValidator(_id)]
Instant = Annotated[AwareDatetime, AfterValidator(_instant)]
Zone = Annotated[str, Field(max_length=60), AfterValidator(_zone)]
Level = Annotated[int, Field(ge=0, le=8)]
Episode = Annotated[int, Field(ge=1, le=8)]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Word = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$")]
Roles = Annotated[tuple[Id, ...], Field(max_length=25), AfterValidator(_different)]


class Form(BaseModel):
    """Strict, closed and frozen."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class SettingsForm(Form):
    """A server's choices."""

    locale: Locale | None
    zone: Zone | None
    horizon: Level
    titles_shown: bool
    host_role_ids: Roles
    log_channel_id: Id | None
    party_channel_id: Id | None
    poll_channel_id: Id | None
    announce: bool


class HorizonForm(Form):
    """The horizon of one channel or thread."""

    channel_id: Id
    horizon: Level


class AnswerForm(Form):
    """One answer of a poll."""

    label: Annotated[str, Field(max_length=ANSWER_LENGTH), AfterValidator(_typed)]
    preset: Word | None
    side: Side
    added_at: Instant | None


class TallyForm(Form):
    """The counts of a poll, in an arc of one episode and one group."""

    episode: Level
    newcomer: bool
    voters: Count
    counts: Annotated[tuple[Count, ...], Field(max_length=MOST_ANSWERS)]


class PollForm(Form):
    """A poll with its counts; nobody's ballot. `tallies` is None where they are hidden from everybody."""

    id: Id
    channel_id: Id
    parent_id: Id | None
    message_id: Id | None
    author_id: Id | None
    locale: Locale
    preset_id: Word | None
    arc: bool
    question: Annotated[str, Field(max_length=QUESTION_LENGTH), AfterValidator(_typed)]
    answers: Annotated[tuple[AnswerForm, ...], Field(min_length=FEWEST_ANSWERS, max_length=MOST_ANSWERS)]
    most: Annotated[int, Field(ge=1, le=MOST_ANSWERS)]
    results: Results
    anonymous: bool
    gate: Level
    level: Level | None = None
    role_ids: Roles
    opened_at: Instant
    closes_at: Instant | None
    closed_at: Instant | None
    tallies: Annotated[tuple[TallyForm, ...], Field(max_length=20)] | None

    @model_validator(mode="after")
    def _agrees(self) -> PollForm:
        tallies = self.tallies or ()
        _different([answer.label for answer in self.answers])
        _different([(tally.episode, tally.newcomer) for tally in tallies])
        for tally in tallies:
            if len(tally.counts) != len(self.answers) or max(tally.counts) > tally.voters:
                raise ValueError("counts do not fit")
            if self.arc != (tally.episode > 0):
                raise ValueError("an episode exactly in an arc")
        if self.most > len(self.answers):
            raise ValueError("more choices than answers")
        return self


class SeriesForm(Form):
    """The rule of a series of parties."""

    id: Id
    channel_id: Id
    host_id: Id | None
    zone: Zone
    first_day: date
    at: time
    every: Literal["day", "week", "month"]
    step: Annotated[int, Field(ge=1, le=52)]
    weekdays: Annotated[tuple[Annotated[int, Field(ge=0, le=6)], ...], Field(min_length=1, max_length=7)]
    nth: Annotated[int, Field(ge=-1, le=5)] | None
    until: date | None
    times: Annotated[int, Field(ge=1, le=1000)] | None
    skips: Annotated[tuple[date, ...], Field(max_length=200)]
    last_episode: Episode
    per_evening: Episode = 1
    made: Annotated[int, Field(ge=0, le=1000)]
    past: Annotated[int, Field(ge=0, le=1000)]
    sequence: Count

    @model_validator(mode="after")
    def _agrees(self) -> SeriesForm:
        if (self.every == "month") != (self.nth is not None) or self.nth == 0 or self.past > self.made:
            raise ValueError("no such rule")
        if self.at.tzinfo is not None or not _EARLIEST.date() <= self.first_day <= _LATEST.date():
            raise ValueError("no such day")
        return self


class PartyForm(Form):
    """A watch party; who comes is counted, not named."""

    id: Id
    channel_id: Id
    host_id: Id | None
    cohost_ids: Annotated[tuple[Id, ...], Field(max_length=10), AfterValidator(_different)]
    series_id: Id | None
    occurrence: Annotated[int, Field(ge=0, le=1000)] | None
    first_episode: Episode
    last_episode: Episode
    starts_at: Instant
    zone: Zone
    voice_id: Id | None
    seats: Annotated[int, Field(ge=1, le=MAX_SEATS)] | None
    note: Annotated[str, Field(max_length=NOTE_LENGTH), AfterValidator(_typed)] | None
    note_level: Annotated[int, Field(ge=0, le=LAST_EPISODE)] = LAST_EPISODE
    role_ids: Roles = ()
    closes_at: Instant | None
    minimum: Annotated[int, Field(ge=1, le=MAX_SEATS)] | None
    minimum_at: Instant | None
    length_minutes: Annotated[int, Field(ge=1, le=600)] | None
    state: Literal["planned", "open", "live", "over", "cancelled"]
    sequence: Count
    message_id: Id | None
    thread_id: Id | None
    event_id: Id | None
    mirrored: bool
    wait_pauses: bool = False
    locale: Locale
    coming: Count

    @model_validator(mode="after")
    def _agrees(self) -> PartyForm:
        if self.last_episode < self.first_episode or (self.minimum is None) != (self.minimum_at is None):
            raise ValueError("no such party")
        return self


class NoteForm(Form):
    """A note beside a page of the show pack; who wrote it stays behind."""

    id: Id
    about: Annotated[str, Field(pattern=r"^(status|[a-z]{1,20}/[a-z0-9-]{1,60})$")]
    text: Annotated[str, Field(max_length=SERVER_NOTE_LENGTH), AfterValidator(_typed)]
    said: Level
    level: Level
    link: Annotated[str, AfterValidator(_link)] | None
    until: Instant | None


class QuestionForm(Form):
    """A quiz question that the server wrote, the right answer first; who wrote it stays behind."""

    id: Id
    question: Annotated[str, Field(max_length=QUIZ_QUESTION_LENGTH), AfterValidator(_typed)]
    answers: Annotated[
        tuple[Annotated[str, Field(max_length=QUIZ_ANSWER_LENGTH), AfterValidator(_typed)], ...],
        Field(min_length=WRONG + 1, max_length=WRONG + 1),
        AfterValidator(_different),
    ]
    explanation: Annotated[str, Field(max_length=EXPLANATION_LENGTH), AfterValidator(_typed)] | None
    said: Level
    level: Level
    active: bool


class ClubForm(Form):
    """A club that goes on; who is in it is not named, and its rooms stay where they are."""

    id: Id
    channel_id: Id
    host_id: Id | None
    series_id: Id
    room_place_id: Id | None
    locale: Locale
    pieces: Annotated[tuple[Piece, ...], Field(max_length=20), AfterValidator(_different)]


class ServerForm(Form):
    """Which server it was."""

    id: Id


class Document(Form):
    """A whole export."""

    format: Literal["etoile-server"]
    version: Literal[1]
    exported_at: Instant
    server: ServerForm
    settings: SettingsForm
    horizons: Annotated[tuple[HorizonForm, ...], Field(max_length=MOST_HORIZONS)]
    polls: Annotated[tuple[PollForm, ...], Field(max_length=MOST_POLLS)]
    series: Annotated[tuple[SeriesForm, ...], Field(max_length=MOST_SERIES)]
    parties: Annotated[tuple[PartyForm, ...], Field(max_length=MOST_PARTIES)]
    notes: Annotated[tuple[NoteForm, ...], Field(max_length=MOST_NOTES)] = ()
    questions: Annotated[tuple[QuestionForm, ...], Field(max_length=MOST_QUESTIONS)] = ()
    clubs: Annotated[tuple[ClubForm, ...], Field(max_length=MOST_SERIES)] = ()

    @model_validator(mode="after")
    def _agrees(self) -> Document:
        _different([each.channel_id for each in self.horizons])
        for each in (self.polls, self.series, self.parties, self.notes, self.questions, self.clubs):
            _different([record.id for record in each])
        return self


def read_document(raw: bytes) -> Document | list[Problem]:
    """The document in `raw`, or everything that is wrong with it."""
    if len(raw) > LARGEST:
        return [Problem("", "large")]
    try:
        return Document.model_validate_json(raw.removeprefix(codecs.BOM_UTF8))
    except ValidationError as error:
        return [_problem(each["loc"], each["type"]) for each in error.errors(include_url=False, include_input=False)]


def _problem(path: tuple[int | str, ...], kind: str) -> Problem:
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
    if kind == "json_invalid":
        return Problem(place, "unreadable")
    if place == "version":
        return Problem(place, "version")
    if kind == "missing":
        return Problem(place, "missing")
    return Problem(place, "unknown" if kind == "extra_forbidden" else "wrong")


def write_document(document: Document) -> bytes:
    """The document as readable JSON."""
    return document.model_dump_json(indent=1).encode() + b"\n"
