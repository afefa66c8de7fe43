"""What each kind of record is called: the names by which a search finds it, in both languages, and its label in one.

Takes the reader's filter from the builder, so that the name of a hidden record never reaches an index.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.content import models
from bot.content.fields import Localised, Model, name_at, names_of
from bot.content.records import Records
from bot.content.search import Named
from bot.domain.locale import Locale
from bot.domain.show import Kind


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

    def named(self, kind: Kind) -> Sequence[Named]:
        """What of a kind the reader may find, in the natural order."""
        return [self._name(record) for record in self._records.of(kind) if self._sees(record)]

    def _name(self, record: Model) -> Named:
        match record:
            case models.Fact():
                return self._titled(record.id, record.title, record.aliases)
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
        names = (*names_of(person.character), person.actor or "", *person.aliases)
        return Named(id=record_id, label=label, names=names)

    def _numbered(self, record_id: str, number: int) -> Named:
        """Found as "5", "episode 5" or, where it is shown, by its title or our translation of it."""
        names = [f"episode {number}", f"e{number}"]
        label = str(number)
        for episode in self._records.episodes:
            if episode.number == number and self._sees_title(episode):
                names += [episode.title, *([episode.unofficial.fr] if episode.unofficial else [])]
                label = f"{number} · {episode.title}"
        return Named(id=record_id, label=label, names=names)
