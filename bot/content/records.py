"""The checked records of a pack, by kind, and what is true of them in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.content import models
from bot.content.asks import Ask, HowTo
from bot.content.fields import Model, names_of
from bot.content.folding import fold
from bot.content.quiz_models import Question, TalkingPoint
from bot.content.reading import Entry
from bot.content.watch_models import Named, WatchRecord, watch_of
from bot.domain.show import Billing, Kind
from bot.domain.watch import Watch

M = TypeVar("M", bound=Model)

_BILLING: Sequence[Billing] = ("main", "recurring", "guest", "dancer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Every valid record, in its natural order."""

    info: models.PackInfo
    status: models.Status
    sources: Mapping[str, models.Source]
    topics: Sequence[models.Topic]
    facts: Sequence[models.Fact]
    events: Sequence[models.Event]
    people: Sequence[models.Person]
    episodes: Sequence[models.Episode]
    works: Sequence[models.Work]
    places: Sequence[models.Place]
    bonds: Sequence[models.Bond]
    terms: Sequence[models.Term]
    howtos: Sequence[HowTo]
    recaps: Sequence[models.Recap]
    stories: Sequence[models.Story]
    characters: Sequence[models.Character]
    polls: Sequence[models.Poll]
    questions: Sequence[Question]
    talking_points: Sequence[TalkingPoint]
    asks: Sequence[Ask]
    """The questions that records answer."""
    watch: Watch = field(default_factory=Watch)

    @property
    def shelves(self) -> Mapping[Kind, Sequence[Model]]:
        """The records of every kind."""
        return {
            "status": [self.status],
            "facts": self.facts,
            "timeline": self.events,
            "cast": self.people,
            "episodes": self.episodes,
            "works": self.works,
            "places": self.places,
            "bonds": self.bonds,
            "glossary": self.terms,
            "howto": self.howtos,
            "recaps": self.recaps,
            "stories": self.stories,
            "characters": self.characters,
            "presets": self.polls,
            "topics": self.topics,
            "questions": self.questions,
        }

    def of(self, kind: Kind) -> Sequence[Model]:
        """The records of one kind."""
        return self.shelves[kind]


def level_of(record: Model) -> int:
    """What showing a record spoils: the highest episode that it names."""
    return max(int(getattr(record, key, 0)) for key in record.level_keys)


def gather(entries: Sequence[Entry]) -> Records | None:
    """The valid records among `entries`; None without what every view needs: the status and the pack's version."""

    def all_of(model: type[M]) -> list[M]:
        return [entry.record for entry in entries if isinstance(entry.record, model)]

    info, status = all_of(models.PackInfo), all_of(models.Status)
    if not info or not status:
        return None
    facts = all_of(models.Fact)
    return Records(
        info=info[0],
        status=status[0],
        sources={source.id: source for source in all_of(models.Source)},
        topics=all_of(models.Topic),
        facts=sorted(facts, key=lambda fact: fact.claim if isinstance(fact, models.Claim) else 0),
        events=sorted(all_of(models.Event), key=lambda event: (event.order or event.date).last_day),
        people=sorted(all_of(models.Person), key=lambda person: _BILLING.index(person.billing)),
        episodes=sorted(all_of(models.Episode), key=lambda episode: episode.number),
        works=all_of(models.Work),
        places=all_of(models.Place),
        bonds=all_of(models.Bond),
        terms=sorted(all_of(models.Term), key=lambda term: fold(names_of(term.term)[0])),
        howtos=all_of(HowTo),
        recaps=sorted(all_of(models.Recap), key=lambda recap: recap.episode),
        stories=sorted(all_of(models.Story), key=lambda story: story.after),
        characters=all_of(models.Character),
        polls=all_of(models.Poll),
        questions=all_of(Question),
        talking_points=all_of(TalkingPoint),
        asks=all_of(Ask),
        watch=watch_of(all_of(Named), all_of(WatchRecord)),
    )
