"""What one reader may see of the show pack, in one language: the only thing that gives out its texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.content.search import Index, Named
from bot.domain.locale import Locale
from bot.domain.show import (
    Bond,
    CharacterStory,
    Episode,
    Event,
    Fact,
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
    recaps: Mapping[int, Recap]
    stories: Mapping[int, Story]
    characters: Mapping[str, CharacterStory]
    presets: Mapping[str, Preset]
    sources: Mapping[str, Source]
    """The sources of everything that the reader may see."""
    _hidden: Mapping[Kind, int]
    _named: Callable[[Kind], Sequence[Named]]
    _indexes: dict[Kind, Index] = field(default_factory=dict[Kind, Index])

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

    def works_of(self, episode: int) -> list[Work]:
        """The works of an episode (0: of the series as a whole) that the reader may know."""
        return [work for work in self.works if work.episode == episode]

    def places_of(self, episode: int) -> list[Place]:
        """The places of an episode (0: of the series as a whole) that the reader may know."""
        return [place for place in self.places if place.episode == episode]

    def find(self, kind: Kind, query: str, limit: int = 25) -> list[Match]:
        """What of a kind matches `query`, best first; everything in its natural order when it is empty.

        Episodes, recaps and stories are labelled by number, with the title where it is shown. Never raises, whatever
        the query holds.
        """
        return self._index(kind).find(query, limit)

    def nearest(self, kind: Kind, query: str, count: int = 3) -> list[Match]:
        """The `count` records of a kind that are least unlike `query`, for when nothing was found."""
        return self._index(kind).nearest(query, count)

    def _index(self, kind: Kind) -> Index:
        if kind not in self._indexes:
            self._indexes[kind] = Index(self._named(kind))
        return self._indexes[kind]
