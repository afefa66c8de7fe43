"""What one reader may see of the show pack, in one language: the only thing that gives out its texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.content.search import Index, Named, listed
from bot.domain.locale import Locale
from bot.domain.questions import Question, TalkingPoint
from bot.domain.show import (
    Bond,
    CharacterStory,
    Episode,
    Event,
    Fact,
    HowTo,
    Kind,
    Match,
    Person,
    Place,
    Preset,
    Recap,
    Source,
    Status,
    Story,
    Term,
    Topic,
    Work,
)

ANSWERING: Mapping[Kind, float] = {
    "status": 1.06,
    "facts": 1.0,
    "cast": 1.06,
    "bonds": 1.01,
    "glossary": 1.06,
    "episodes": 0.98,
    "works": 0.98,
    "places": 0.97,
    "topics": 0.96,
    "timeline": 0.9,
    "howto": 0.92,
}
"""What has a page of its own, and how much each counts where several would answer a question: the standing of the
series before all, a fact before the step of the timeline that it tells of."""
OTHERS = 0.8
"""What the other kinds count where one is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowView:
    """The show pack as a reader at `level` may see it. Nothing in it spoils more than `level`.

    Mappings are in their natural order: facts and topics as in the files, people by billing, terms by the alphabet.
    Records are keyed by their id; episodes, recaps and stories by the number of their episode.
    """

    level: int
    locale: Locale
    titles: bool
    """Whether the titles of all episodes are shown, whatever the level."""
    status: Status
    topics: Mapping[str, Topic]
    facts: Mapping[str, Fact]
    claims: Sequence[Fact]
    timeline: Sequence[Event]
    people: Mapping[str, Person]
    episodes: Mapping[int, Episode]
    works: Sequence[Work]
    places: Sequence[Place]
    bonds: Mapping[str, Bond]
    glossary: Mapping[str, Term]
    howtos: Mapping[str, HowTo]
    recaps: Mapping[int, Recap]
    stories: Mapping[int, Story]
    characters: Mapping[str, CharacterStory]
    presets: Mapping[str, Preset]
    questions: Mapping[str, Question]
    talking_points: Sequence[TalkingPoint]
    sources: Mapping[str, Source]
    """The sources of everything that the reader may see."""
    _hidden: Mapping[Kind, int]
    _named: Callable[[Kind], Sequence[Named]]
    _indexes: dict[Kind | None, Index] = field(default_factory=dict["Kind | None", Index])

    def hidden(self, kind: Kind) -> int:
        """How many records of a kind are withheld from this reader. Lines of a person are counted by the person."""
        return self._hidden.get(kind, 0)

    def names_of(self, kind: Kind) -> Sequence[Named]:
        """By which names the records of a kind can be found."""
        return self._named(kind)

    def recap(self, episode: int) -> Recap | None:
        """The recap of an episode, None when it spoils too much."""
        return self.recaps.get(episode)

    def story(self, after: int) -> str | None:
        """The story so far after an episode, None when it spoils too much."""
        story = self.stories.get(after)
        return None if story is None else story.text

    def preset(self, preset_id: str) -> Preset | None:
        """A shipped poll, None when it spoils too much or does not exist."""
        return self.presets.get(preset_id)

    def to_talk_about(self, episode: int) -> list[TalkingPoint]:
        """The questions for the room of an episode, in their order; none when they spoil too much."""
        return [point for point in self.talking_points if point.episode == episode]

    def find(self, kind: Kind, query: str, limit: int = 25) -> list[Match]:
        """What of a kind matches `query`, best first; everything in its natural order when it is empty.

        Episodes, recaps and stories are labelled by number, with the title where it is shown. Never raises, whatever
        the query holds.
        """
        if not query.strip():
            return listed(self._named(kind), limit)
        return self._index(kind).find(query, limit)

    def nearest(self, kind: Kind, query: str, count: int = 3) -> list[Match]:
        """The `count` records of a kind that are least unlike `query`, for when nothing was found."""
        return self._index(kind).nearest(query, count)

    @property
    def prepared(self) -> bool:
        """Whether `ask` and `nearest_page` answer at once."""
        return None in self._indexes

    def prepare(self) -> None:
        """Build what `ask` searches, which takes about a tenth of a second: meant for a thread."""
        self._everything()

    def ask(self, question: str, limit: int = 25, first: Sequence[Kind] = ()) -> list[Match]:
        """What of all that has a page answers a question, best first; ids are "kind/id".

        Where several would do, those of the kinds named `first` do so first.
        """

        return self._everything().find(question, limit, _favouring(first))

    def nearest_page(self, question: str, count: int = 3, first: Sequence[Kind] = ()) -> list[Match]:
        """The `count` pages that are least unlike a question, for when nothing answers it; ids are "kind/id"."""
        return self._everything().nearest(question, count, _favouring(first))

    def _everything(self) -> Index:
        if None not in self._indexes:
            self._indexes[None] = Index(
                replace(named, id=f"{kind}/{named.id}", weight=weight * named.weight)
                for kind, weight in ANSWERING.items()
                for named in self._named(kind)
            )
        return self._indexes[None]

    def _index(self, kind: Kind) -> Index:
        if kind not in self._indexes:
            self._indexes[kind] = Index(self._named(kind))
        return self._indexes[kind]


def _favouring(first: Sequence[Kind]) -> Callable[[str], float] | None:
    """What a page counts, by its "kind/id", where some kinds come first."""
    if not first:
        return None
    return lambda found: 1.0 if found.partition("/")[0] in first else OTHERS
