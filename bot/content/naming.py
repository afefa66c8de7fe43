"""What each kind of record is called: the names by which a search finds it, in both languages, and its label in one.

Takes the reader's filter from the builder, so that the name of a hidden record never reaches an index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.content import models
from bot.content.asks import HowTo
from bot.content.fields import Localised, Model, name_at, names_of
from bot.content.folding import fold
from bot.content.records import Records
from bot.content.search import Named
from bot.content.search.thesaurus import groups
from bot.domain.locale import Locale
from bot.domain.show import Kind

UNSEARCHED: frozenset[Kind] = frozenset({"questions"})
"""What nobody finds by its words: whoever saw a quiz question in a search would know it before it is asked."""
CLAIMED = 0.92
"""What a claim that was checked counts beside the fact that it is about."""
SHELVED = 0.92
"""What a topic counts beside the fact of it that answers."""


class Namer:
    """Names the records of a view. `sees` and `sees_title` say what its reader may see."""

    def __init__(
        self,
        records: Records,
        locale: Locale,
        sees: Callable[[Model], bool],
        sees_title: Callable[[models.Episode], bool],
    ) -> None:
        self._records = records
        self._locale = locale
        self._sees = sees
        self._sees_title = sees_title
        self._asks: dict[str, list[str]] = {}
        for each in records.asks:
            if sees(each):
                self._asks.setdefault(each.record, []).extend((*each.asks.en, *each.asks.fr))

    def named(self, kind: Kind) -> Sequence[Named]:
        """What of a kind the reader may find, in the natural order."""
        if kind in UNSEARCHED:
            return []
        return [self._found(record) for record in self._records.of(kind) if self._sees(record)]

    def label(self, record: Model) -> str:
        """What a record is called in the reader's language."""
        return self._name(record).label

    def _found(self, record: Model) -> Named:
        """A record's names, with the questions that it answers and the words of its text."""
        named = self._name(record)
        weight = CLAIMED if isinstance(record, models.Claim) else SHELVED if isinstance(record, models.Topic) else 1.0
        return replace(named, asks=self._asks.get(named.id, ()), text=self._text(record), weight=weight)

    def _text(self, record: Model) -> list[str]:
        """The text that the reader may see, in both languages: whoever remembers a word of it finds the record."""
        texts: list[Localised[str] | None] = []
        match record:
            case models.Fact() | models.Event():
                texts = [record.text, record.note]
            case models.Person() | models.Bond():
                texts = [record.line, record.note, *(line.text for line in record.spoiler if self._sees(line))]
            case models.Work() | models.Place():
                texts = [record.note]
            case models.Term():
                texts = [record.meaning]
            case models.Episode():
                recap = next((each for each in self._records.recaps if each.episode == record.number), None)
                told = (
                    [] if recap is None or not self._sees(recap) else [recap.line, *(beat.text for beat in recap.beat)]
                )
                texts = [record.logline, *told]
            case _:
                pass
        return [text for each in texts if each is not None for text in (each.en, each.fr)]

    def _name(self, record: Model) -> Named:
        match record:
            case models.Status():
                return self._titled(record.id, record.headline, None)
            case models.Fact():
                return self._titled(record.id, record.title, record.aliases)
            case HowTo():
                return self._titled(record.id, record.name, None)
            case models.Topic():
                return self._titled(record.id, record.name, record.aliases)
            case models.Event():
                return self._titled(record.id, record.title, None, str(record.date))
            case models.Work():
                return self._titled(record.id, record.title, record.by)
            case models.Place():
                return self._titled(record.id, record.name, None)
            case models.Bond():
                return self._titled(record.id, record.name, record.aliases, *self._later_names(record))
            case models.Person():
                return self._person(record.id, record)
            case models.Character():
                people = (person for person in self._records.people if person.id == record.person)
                return self._person(record.id, next(people, None))
            case models.Term():
                label = name_at(record.term, self._locale)
                return Named(id=record.id, label=label, names=(*names_of(record.term), *record.aliases))
            case models.Episode():
                return self._numbered(record.id, record.number)
            case models.Recap():
                return self._numbered(record.id, record.episode)
            case models.Story():
                return self._numbered(record.id, record.after)
            case models.Poll():
                labels = [text for option in record.option for text in (option.label.en, option.label.fr)]
                return self._titled(record.id, record.question, None, *labels, record.id)
            case _:
                raise TypeError(f"nothing finds a {type(record).__name__}")

    def _titled(
        self,
        record_id: str,
        title: Localised[str],
        more: Localised[tuple[str, ...]] | Localised[str] | None,
        *names: str,
    ) -> Named:
        found = [title.en, title.fr, *names]
        for extra in () if more is None else (more.en, more.fr):
            found += [extra] if isinstance(extra, str) else extra
        return Named(id=record_id, label=title.at(self._locale), names=found)

    def _later_names(self, bond: models.Bond) -> list[str]:
        """By what a bond can be found because of the lines about it that the reader may see."""
        shown = [line.aliases for line in bond.spoiler if line.aliases is not None and self._sees(line)]
        return [name for aliases in shown for name in (*aliases.en, *aliases.fr)]

    def _person(self, record_id: str, person: models.Person | None) -> Named:
        if person is None:
            return Named(id=record_id, label=record_id, names=())
        character = name_at(person.character, self._locale)
        label = character if person.actor is None else f"{character} · {person.actor}"
        full = (*filter(_is_name, names_of(person.character)), person.actor or "")
        return Named(id=record_id, label=label, names=(*full, *_parts(full), *person.aliases))

    def _numbered(self, record_id: str, number: int) -> Named:
        """Found as "5", "episode 5" or, where it is shown, by its title or our translation of it."""
        names = [f"episode {number}", f"e{number}"]
        label = str(number)
        for episode in self._records.episodes:
            if episode.number == number and self._sees_title(episode):
                names += [episode.title, *([episode.unofficial.fr] if episode.unofficial else [])]
                label = f"{number} · {episode.title}"
        return Named(id=record_id, label=label, names=names)


PARTICLES = frozenset({"de", "du", "des", "la", "le", "van", "von", "of", "the"})
"""Small words inside of names."""


def _parts(names: Iterable[str]) -> list[str]:
    """First names and last names on their own: "Luke Kirby" is found by "Kirby", but nobody by "love"."""
    plain = [name for name in names if "’" not in name]
    split = [name.split() for name in plain]
    parts = [part for of_one in split if not _describes(of_one) for part in of_one]
    return [part for part in parts if len(part) > 2 and part[0].isupper() and not groups(fold(part))]


def _is_name(character: str) -> bool:
    """Whether a character has a name: nobody finds "a dancer (part not named)" by these words."""
    return "(" not in character


def _describes(parts: list[str]) -> bool:
    """Whether somebody is named by somebody else: "Jack's grandfather", "La sœur de Geneviève"."""
    return any(part.endswith(("’s", "'s")) or (part.islower() and part not in PARTICLES) for part in parts)
