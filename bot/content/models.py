"""One model per table of the files under data/show. The descriptions end up in the JSON Schemas, for editors.

A model checks a record on its own; what needs more than one record is checked in `references`, `wording` and `leaks`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bot.content.fields import (
    Day,
    EpisodeNumber,
    Flag,
    Id,
    Level,
    Model,
    Name80,
    SearchWords,
    Str60,
    Str80,
    Str200,
    Text55,
    Text80,
    Text160,
    Text200,
    Text300,
    Text400,
    Text500,
    Text700,
    Text1000,
    Text2600,
    Text4500,
    Url,
    When,
)
from bot.domain.show import (
    Billing,
    Company,
    Confidence,
    EventKind,
    Results,
    Side,
    Standing,
    Weight,
    WorkKind,
)

SourceIds = Annotated[tuple[Id, ...], Field(min_length=1)]
Zero = Annotated[int, Field(strict=True, ge=0, le=0)]
ClaimsTopic = Annotated[str, Field(pattern="^claims$")]


class PackInfo(Model):
    """What this folder is."""

    version: Annotated[str, Field(pattern=r"^\d{4}\.(0[1-9]|1[0-2])(\.\d+)?$")]
    """Year and month of the release, "2026.11"; a third number for a correction within the month."""
    name: Str80


class Source(Model):
    """Who published something, and when. `url` only where it is the publisher's own page."""

    id: Id
    visible_from: Level = 0
    """The episode that its address, its title, its date or the page itself spoils; readers below see who published."""
    publisher: Name80
    date: When | None = None
    url: Url | None = None
    title: Str200 | None = None
    lang: Literal["en", "fr", "it", "de", "pt"]


class Stated(Model):
    """What every record must say about itself."""

    id: Id
    visible_from: Level
    """The episode that showing this spoils; 0: none."""
    standing: Standing
    as_of: Day
    """The day on which our knowledge was last checked."""
    sources: SourceIds
    confidence: Confidence | None = None


class Record(Stated):
    """A record whose standing may need a word of its own."""

    note: Text500 | None = None
    """Needed for what is disputed (both versions) or overtaken (by what, and when)."""


class Status(Record):
    """Where the series stands."""

    visible_from: Zero
    version: Annotated[int, Field(strict=True, ge=1)]
    """Raised when the standing of the series changes: subscribers are told once per version."""
    state: Literal["ordered", "running", "renewed", "cancelled", "moved"]
    headline: Text80
    events: Annotated[tuple[Id, ...], Field(min_length=1, max_length=6)]
    """The few steps of the timeline that explain the standing."""
    promised: Text700
    overtaken: Text700
    why: Text700
    sure: Text700
    open: Text700


class Topic(Model):
    """A shelf of facts, in the order in which topics are offered."""

    id: Id
    visible_from: Level = 0
    """The episode that its name spoils. No fact on it may be visible before."""
    name: Text80
    aliases: SearchWords | None = None


class Fact(Record):
    """One thing worth knowing."""

    topic: Id
    title: Text80
    text: Text700
    aliases: SearchWords | None = None


class Claim(Fact):
    """One of the numbered claims that were checked."""

    topic: ClaimsTopic
    claim: Annotated[int, Field(strict=True, ge=1, le=99)]


class Event(Record):
    """One step on the timeline."""

    date: When
    order: When | None = None
    """Where it stands on the timeline, when its date is known less exactly than that."""
    kind: EventKind
    title: Text80
    text: Text400


class PersonSpoiler(Model):
    """A line about somebody that spoils an episode."""

    visible_from: Level
    text: Text300
    sources: SourceIds | None = None


class Person(Record):
    """A character or a performer. `line` says nothing that `visible_from` does not allow."""

    character: Name80
    aliases: tuple[Str60, ...] = ()
    actor: Str80 | None = None
    billing: Billing
    company: Company
    line: Text200
    spoiler: tuple[PersonSpoiler, ...] = ()


class Unofficial(Model):
    """Our own translation of a title that has no official one."""

    fr: Str80


class Episode(Record):
    """An episode. Its title spoils the episode itself, its logline the one before; the rest is for everybody."""

    visible_from: Zero
    number: EpisodeNumber
    title: Str80
    unofficial: Unofficial | None = None
    released: Day
    logline: Text300


class Work(Stated):
    """A ballet, a piece of music, a film or a text; `episode` 0 is the series as a whole."""

    episode: Level
    kind: WorkKind
    title: Text80
    by: Text80 | None = None
    note: Text300


class Place(Stated):
    """Where the series plays or was filmed; `episode` 0 is the series as a whole."""

    episode: Level
    name: Text80
    note: Text300
    real: Flag


class BondSpoiler(Model):
    """A line about a bond that spoils an episode."""

    visible_from: Level
    text: Text400
    aliases: SearchWords | None = None
    """What it can be found by as well, once this line may be read."""
    sources: SourceIds | None = None


class Bond(Record):
    """What ties two or more people."""

    name: Text80
    aliases: SearchWords | None = None
    """What fans type when they mean it. Like the line, they say nothing that `visible_from` does not allow."""
    line: Text300
    people: Annotated[tuple[Id, ...], Field(min_length=2)]
    spoiler: tuple[BondSpoiler, ...] = ()


class Respelling(Model):
    """A rough respelling for those who read it aloud."""

    en: Str80 | None = None
    fr: Str80 | None = None


class Term(Record):
    """A word of ballet."""

    term: Name80
    aliases: tuple[Str60, ...] = ()
    say: Respelling | None = None
    meaning: Text300


class Guard(Model):
    """Words that no text visible before this episode may contain. Plurals and other forms are listed by hand."""

    episode: EpisodeNumber
    en: tuple[Str60, ...]
    fr: tuple[Str60, ...]


class Forecast(Model):
    """Words that look ahead. A text of the story that has one is reviewed."""

    en: tuple[Str60, ...]
    fr: tuple[Str60, ...]


class Said(Model):
    """A phrase that looks ahead and gives nothing away all the same."""

    en: Str200 | None = None
    fr: Str200 | None = None
    why: Str200


class Phrase(Model):
    """Five or more words that give nothing away, wherever they stand."""

    en: Str200 | None = None
    fr: Str200 | None = None
    why: Str200


class Beat(Model):
    """One story point of an episode."""

    weight: Weight
    text: Text160
    standing: Standing = "stands"
    note: Text300 | None = None


class Recap(Record):
    """What happens in one episode, at three lengths."""

    level_keys: ClassVar[tuple[str, ...]] = ("visible_from", "episode")

    episode: EpisodeNumber
    line: Text200
    minute: Text1000
    full: Text2600
    missed: Text500
    """What others were talking about, for those who catch up."""
    dance: Text300 | None = None
    """The dance that one remembers of it, where a source tells of one."""
    beat: tuple[Beat, ...] = ()


class Story(Record):
    """The story so far, woven as one text."""

    level_keys: ClassVar[tuple[str, ...]] = ("visible_from", "after")

    after: EpisodeNumber
    text: Text4500


class CharacterPart(Model):
    """What happens to somebody in one episode."""

    visible_from: EpisodeNumber
    text: Text500


class Character(Record):
    """One character's story, episode by episode."""

    person: Id
    part: Annotated[tuple[CharacterPart, ...], Field(min_length=1)]


class PollOption(Model):
    """One answer."""

    id: Id
    label: Text55
    blurb: Text200 | None = None
    side: Side = ""


class Poll(Model):
    """A shipped poll. It states nothing, so it needs no sources."""

    level_keys: ClassVar[tuple[str, ...]] = ("gate", "visible_from")

    id: Id
    gate: Level
    """The episode that a member must have finished to see the question."""
    visible_from: Level = 0
    standing: Standing = "stands"
    as_of: Day | None = None
    sources: tuple[Id, ...] = ()
    question: Text200
    blurb: Text300 | None = None
    visibility: Results
    several: Flag
    arc: Flag
    option: Annotated[tuple[PollOption, ...], Field(min_length=2, max_length=10)]
