"""What a reader may know about the series: the frozen values that a view of the show pack gives out.

Every text here is a plain string in the reader's language. A value exists only for a reader who may see it: there is
no field in it that still needs to be hidden. `level` says which episode showing it spoils (0 = none).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal[
    "status",
    "facts",
    "timeline",
    "cast",
    "episodes",
    "works",
    "places",
    "bonds",
    "glossary",
    "howto",
    "recaps",
    "stories",
    "characters",
    "presets",
    "topics",
    "questions",
]
"""The shelves of the show pack. Claims stand among the facts."""

Standing = Literal["stands", "disputed", "overtaken"]
Confidence = Literal["A", "B", "C"]
Billing = Literal["main", "recurring", "guest", "dancer"]
Company = Literal["mbt", "lbn", "none"]
EventKind = Literal["order", "casting", "filming", "premiere", "reception", "cancellation", "awards", "after"]
WorkKind = Literal["ballet", "music", "film", "text"]
Weight = Literal["minor", "major", "ending"]
Results = Literal["live", "voted", "end"]
Side = Literal["new-york", "paris", ""]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PartialDate:
    """A day, a month or a year, as exactly as it is known: `month` and `day` are 0 where they are not."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first_day(self) -> date:
        """The earliest day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who published something. Before its level only the publisher is known: its date and address would tell.

    `url` is also None where it was not read on the publisher's own page.
    """

    id: str
    level: int
    publisher: str
    date: PartialDate | None
    title: str | None
    url: str | None
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record says about itself. `note` tells both versions of what is disputed, or what overtook it."""

    id: str
    level: int
    standing: Standing
    as_of: date
    sources: tuple[Source, ...]
    note: str | None
    confidence: Confidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One step on the timeline of the production."""

    date: PartialDate
    kind: EventKind
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Record):
    """Where the series stands. `version` is raised whenever that changes; `events` are the steps that explain it."""

    version: int
    state: str
    events: tuple[Event, ...]
    headline: str
    promised: str
    overtaken: str
    why: str
    sure: str
    open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Record):
    """One thing worth knowing. `claim` is the number of a checked claim (1 to 17), None for other facts."""

    topic: str
    title: str
    text: str
    claim: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HowTo:
    """Something that can be done with this bot. What it says of that is a sentence, under the same id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A shelf of facts, with those of them that the reader may see."""

    id: str
    level: int
    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoilerLine:
    """One line that spoils episode `level`."""

    level: int
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A character (or, with billing "dancer", a performer). `spoilers` are the lines that the reader may see.

    `hidden` lines are withheld; `hidden_until` is the lowest episode that reveals more, None when nothing is withheld.
    """

    character: str
    aliases: tuple[str, ...]
    actor: str | None
    billing: Billing
    company: Company
    line: str
    spoilers: tuple[SpoilerLine, ...]
    hidden: int
    hidden_until: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Record):
    """A ballet, a piece of music, a film or a text. `episode` 0 means the series as a whole."""

    episode: int
    kind: WorkKind
    title: str
    by: str | None
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """Where the series plays or was filmed. `episode` 0 means the series as a whole."""

    episode: int
    name: str
    real: bool
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode(Record):
    """An episode. `title` is None for whom it is hidden from; `unofficial` is our translation of it, if there is one.

    `logline` is None before the episode comes next. `works` and `places` are
    those of this episode that the reader may see.
    """

    number: int
    title: str | None
    unofficial: str | None
    released: date
    logline: str | None
    works: tuple[Work, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond(Record):
    """What ties two or more people. `people` are ids on the cast shelf; `hidden` as for a person."""

    name: str
    line: str
    people: tuple[str, ...]
    spoilers: tuple[SpoilerLine, ...]
    hidden: int
    hidden_until: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Record):
    """A word of ballet. `say` is a rough respelling for readers of this language."""

    term: str
    say: str | None
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One story point of an episode. `note` tells both versions of a disputed one."""

    weight: Weight
    text: str
    standing: Standing
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap(Record):
    """What happens in one episode, at three lengths, and `missed`: what others were talking about.

    `dance` is the dance that one remembers of it, None where no source tells of any.
    """

    episode: int
    line: str
    minute: str
    full: str
    missed: str
    dance: str | None
    beats: tuple[Beat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Record):
    """The story so far, after episode `after`. Paragraphs are separated by blank lines."""

    after: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPart:
    """What happens to somebody in episode `level`."""

    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterStory(Record):
    """One character's story so far. `person` is an id on the cast shelf; `hidden` counts the withheld parts."""

    person: str
    name: str
    parts: tuple[StoryPart, ...]
    hidden: int
    hidden_until: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetOption:
    """One answer of a shipped poll."""

    id: str
    label: str
    blurb: str | None
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetRules:
    """What may be known about a shipped poll at every level: it gives nothing away. `gate` is what it spoils."""

    id: str
    gate: int
    visibility: Results
    several: bool
    arc: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A shipped poll. `several`: more than one answer; `arc`: fit to be asked again at every episode."""

    id: str
    gate: int
    question: str
    blurb: str | None
    visibility: Results
    several: bool
    arc: bool
    options: tuple[PresetOption, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Something that a search found. `label` has at most 100 characters; `score` runs from 0 to 100, and a little above
    for what was asked word for word, or counts more."""

    id: str
    label: str
    score: float
