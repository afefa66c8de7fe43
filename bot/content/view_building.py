"""From checked records to what one reader may see: the one place where the show pack is filtered.

Everything passes through `ViewBuilder._seen` or `ViewBuilder._lines`; a record above the reader's level never becomes a
value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypedDict, TypeVar

from bot.content import models
from bot.content.fields import Localised, Model, name_at
from bot.content.folding import fold
from bot.content.naming import Namer
from bot.content.quiz_models import Question
from bot.content.records import Records, level_of
from bot.content.view import ShowView
from bot.domain import questions, show
from bot.domain.locale import Locale
from bot.domain.visibility import may_see

M = TypeVar("M", bound=Model)

_COUNTED: Sequence[show.Kind] = (
    "facts", "timeline", "cast", "works", "places", "bonds", "glossary", "recaps", "stories", "characters", "presets",
    "questions",
)  # fmt: skip


class _Common(TypedDict):
    """What every record hands on about itself."""

    id: str
    level: int
    standing: show.Standing
    as_of: date
    sources: tuple[show.Source, ...]
    note: str | None
    confidence: show.Confidence | None


class ViewBuilder:
    """Builds the view of one level, language and choice about titles."""

    def __init__(self, records: Records, *, level: int, locale: Locale, titles: bool) -> None:
        self._records = records
        self._level = level
        self._locale = locale
        self._titles = titles
        self._cited: dict[str, show.Source] = {}
        self._pages: dict[str, tuple[show.Kind, Model]] = {
            str(getattr(record, "id")): (kind, record)  # noqa: B009 (they share no base)
            for kind, shelf in records.shelves.items()
            if kind != "topics"  # which may be called like what stands on them
            for record in shelf
        }

    def build(self) -> ShowView:
        """The view. Its mappings hold only what may be seen."""
        records = self._records
        works = [self._work(work) for work in self._seen(records.works)]
        places = [self._place(place) for place in self._seen(records.places)]
        facts = {fact.id: self._fact(fact) for fact in self._seen(records.facts)}
        namer = Namer(records, self._locale, self._sees, self._sees_title)
        return ShowView(
            level=self._level,
            locale=self._locale,
            titles=self._titles,
            status=self._status(records.status),
            topics={topic.id: self._topic(topic, facts.values()) for topic in self._seen(records.topics)},
            facts=facts,
            claims=[fact for fact in facts.values() if fact.claim is not None],
            timeline=[self._event(event) for event in self._seen(records.events)],
            people={person.id: self._person(person) for person in self._seen(records.people)},
            episodes={episode.number: self._episode(episode, works, places) for episode in records.episodes},
            works=works,
            places=places,
            bonds={bond.id: self._bond(bond) for bond in self._seen(records.bonds)},
            glossary={term.id: self._term(term) for term in self._alphabetical(records.terms)},
            howtos={each.id: show.HowTo(id=each.id, name=self._text(each.name)) for each in records.howtos},
            recaps={recap.episode: self._recap(recap) for recap in self._seen(records.recaps)},
            stories={story.after: self._story(story) for story in self._seen(records.stories)},
            characters={character.id: self._character(character) for character in self._seen(records.characters)},
            presets={poll.id: self._preset(poll) for poll in self._seen(records.polls)},
            questions={asked.id: self._question(asked, namer) for asked in self._seen(records.questions)},
            talking_points=[
                questions.TalkingPoint(id=p.id, level=level_of(p), episode=p.episode, text=self._text(p.text))
                for p in self._seen(records.talking_points)
            ],
            sources=self._cited,
            _hidden={kind: sum(not self._sees(record) for record in records.of(kind)) for kind in _COUNTED},
            _named=namer.named,
        )

    def _sees(self, record: Model) -> bool:
        return may_see(self._level, level_of(record))

    def _sees_title(self, episode: models.Episode) -> bool:
        return self._titles or may_see(self._level, episode.number)

    def _seen(self, records: Sequence[M]) -> list[M]:
        return [record for record in records if self._sees(record)]

    def _alphabetical(self, terms: Sequence[models.Term]) -> list[models.Term]:
        return sorted(self._seen(terms), key=lambda term: fold(name_at(term.term, self._locale)))

    def _text(self, text: Localised[str]) -> str:
        return text.at(self._locale)

    def _maybe(self, text: Localised[str] | None) -> str | None:
        return None if text is None else text.at(self._locale)

    def _sources(self, ids: Iterable[str]) -> tuple[show.Source, ...]:
        found: list[show.Source] = []
        for source in (self._records.sources[source_id] for source_id in ids if source_id in self._records.sources):
            open_to_reader = self._sees(source)
            value = show.Source(
                id=source.id,
                level=level_of(source),
                publisher=name_at(source.publisher, self._locale),
                date=source.date if open_to_reader else None,
                title=source.title if open_to_reader else None,
                url=source.url if open_to_reader else None,
                lang=source.lang,
            )
            found.append(self._cited.setdefault(source.id, value))
        return tuple(_each_once(found))

    def _common(self, record: models.Stated) -> _Common:
        note = record.note if isinstance(record, models.Record) else None
        return _Common(
            id=record.id,
            level=level_of(record),
            standing=record.standing,
            as_of=record.as_of,
            sources=self._sources(record.sources),
            note=self._maybe(note),
            confidence=record.confidence,
        )

    def _lines(self, record: models.Person | models.Bond) -> tuple[tuple[show.SpoilerLine, ...], int, int | None]:
        """The lines that may be seen, how many are withheld, and the lowest episode that reveals more."""
        floor = level_of(record)
        levels = [max(floor, line.visible_from) for line in record.spoiler]
        lines = [
            show.SpoilerLine(
                level=level, text=self._text(line.text), sources=self._sources(line.sources or record.sources)
            )
            for level, line in zip(levels, record.spoiler, strict=True)
            if may_see(self._level, level)
        ]
        return tuple(sorted(lines, key=lambda line: line.level)), *self._withheld(levels)

    def _withheld(self, levels: Iterable[int]) -> tuple[int, int | None]:
        later = [level for level in levels if not may_see(self._level, level)]
        return len(later), min(later, default=None)

    def _status(self, status: models.Status) -> show.Status:
        return show.Status(
            **self._common(status),
            version=status.version,
            state=status.state,
            events=tuple(self._event(event) for event in self._records.events if event.id in status.events),
            headline=self._text(status.headline),
            promised=self._text(status.promised),
            overtaken=self._text(status.overtaken),
            why=self._text(status.why),
            sure=self._text(status.sure),
            open=self._text(status.open),
        )

    def _topic(self, topic: models.Topic, facts: Iterable[show.Fact]) -> show.Topic:
        of_topic = tuple(fact for fact in facts if fact.topic == topic.id)
        return show.Topic(id=topic.id, level=level_of(topic), name=self._text(topic.name), facts=of_topic)

    def _fact(self, fact: models.Fact) -> show.Fact:
        return show.Fact(
            **self._common(fact),
            topic=fact.topic,
            title=self._text(fact.title),
            text=self._text(fact.text),
            claim=fact.claim if isinstance(fact, models.Claim) else None,
        )

    def _event(self, event: models.Event) -> show.Event:
        return show.Event(
            **self._common(event),
            date=event.date,
            kind=event.kind,
            title=self._text(event.title),
            text=self._text(event.text),
        )

    def _person(self, person: models.Person) -> show.Person:
        spoilers, hidden, hidden_until = self._lines(person)
        return show.Person(
            **self._common(person),
            character=name_at(person.character, self._locale),
            aliases=person.aliases,
            actor=person.actor,
            billing=person.billing,
            company=person.company,
            line=self._text(person.line),
            spoilers=spoilers,
            hidden=hidden,
            hidden_until=hidden_until,
        )

    def _episode(
        self, episode: models.Episode, works: Sequence[show.Work], places: Sequence[show.Place]
    ) -> show.Episode:
        shown = self._sees_title(episode)
        translated = shown and self._locale is Locale.FR and episode.unofficial is not None
        return show.Episode(
            **self._common(episode),
            number=episode.number,
            title=episode.title if shown else None,
            unofficial=episode.unofficial.fr if translated and episode.unofficial else None,
            released=episode.released,
            logline=self._text(episode.logline) if may_see(self._level, episode.number - 1) else None,
            works=tuple(work for work in works if work.episode == episode.number),
            places=tuple(place for place in places if place.episode == episode.number),
        )

    def _work(self, work: models.Work) -> show.Work:
        return show.Work(
            **self._common(work),
            episode=work.episode,
            kind=work.kind,
            title=self._text(work.title),
            by=self._maybe(work.by),
            about=self._text(work.note),
        )

    def _place(self, place: models.Place) -> show.Place:
        return show.Place(
            **self._common(place),
            episode=place.episode,
            name=self._text(place.name),
            real=place.real,
            about=self._text(place.note),
        )

    def _bond(self, bond: models.Bond) -> show.Bond:
        spoilers, hidden, hidden_until = self._lines(bond)
        return show.Bond(
            **self._common(bond),
            name=self._text(bond.name),
            line=self._text(bond.line),
            people=bond.people,
            spoilers=spoilers,
            hidden=hidden,
            hidden_until=hidden_until,
        )

    def _term(self, term: models.Term) -> show.Term:
        say = None if term.say is None else term.say.fr if self._locale is Locale.FR else term.say.en
        name = name_at(term.term, self._locale)
        return show.Term(**self._common(term), term=name, say=say, meaning=self._text(term.meaning))

    def _recap(self, recap: models.Recap) -> show.Recap:
        beats = [
            show.Beat(
                weight=beat.weight, text=self._text(beat.text), standing=beat.standing, note=self._maybe(beat.note)
            )
            for beat in recap.beat
        ]
        return show.Recap(
            **self._common(recap),
            episode=recap.episode,
            line=self._text(recap.line),
            minute=self._text(recap.minute),
            full=self._text(recap.full),
            missed=self._text(recap.missed),
            dance=self._maybe(recap.dance),
            beats=tuple(beats),
        )

    def _story(self, story: models.Story) -> show.Story:
        return show.Story(**self._common(story), after=story.after, text=self._text(story.text))

    def _character(self, character: models.Character) -> show.CharacterStory:
        floor = level_of(character)
        levels = [max(floor, part.visible_from) for part in character.part]
        parts = [
            show.StoryPart(level=level, text=self._text(part.text))
            for level, part in zip(levels, character.part, strict=True)
            if may_see(self._level, level)
        ]
        hidden, hidden_until = self._withheld(levels)
        names = {person.id: name_at(person.character, self._locale) for person in self._records.people}
        return show.CharacterStory(
            **self._common(character),
            person=character.person,
            name=names.get(character.person, character.person),
            parts=tuple(sorted(parts, key=lambda part: part.level)),
            hidden=hidden,
            hidden_until=hidden_until,
        )

    def _preset(self, poll: models.Poll) -> show.Preset:
        options = [
            show.PresetOption(
                id=option.id, label=self._text(option.label), blurb=self._maybe(option.blurb), side=option.side
            )
            for option in poll.option
        ]
        return show.Preset(
            id=poll.id,
            gate=level_of(poll),
            question=self._text(poll.question),
            blurb=self._maybe(poll.blurb),
            visibility=poll.visibility,
            several=poll.several,
            arc=poll.arc,
            options=tuple(options),
        )

    def _question(self, asked: Question, namer: Namer) -> questions.Question:
        return questions.Question(
            **self._common(asked),
            kind=asked.kind,
            difficulty=asked.difficulty,
            episode=asked.episode,
            question=self._text(asked.question),
            right=name_at(asked.right, self._locale),
            wrong=tuple(name_at(answer, self._locale) for answer in asked.wrong),
            explanation=self._text(asked.explanation),
            read_up=self._read_up(asked.read_up, namer),
            apart=frozenset(other for other in asked.apart if self._sees(self._pages[other][1])),
        )

    def _read_up(self, record_id: str | None, namer: Namer) -> questions.ReadUp | None:
        if record_id is None or record_id not in self._pages:
            return None
        kind, record = self._pages[record_id]
        return questions.ReadUp(kind=kind, id=record_id, label=namer.label(record)) if self._sees(record) else None


def _each_once(sources: Sequence[show.Source]) -> Iterator[show.Source]:
    """The sources, each publisher of whom no more may be known only once."""
    named: set[str] = set()
    for source in sources:
        bare = source.date is None and source.url is None and source.title is None
        if not bare or source.publisher not in named:
            yield source
        named.add(source.publisher)
