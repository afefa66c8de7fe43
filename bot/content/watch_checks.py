"""Whether the watchwords do what their own sentences say, and fit into a rule of AutoMod."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.content.problems import Problem
from bot.content.reading import Entry
from bot.content.watch_models import NAME, Named, WatchRecord, named_forms, watchwords_of
from bot.domain.automod import PATTERN_LENGTH
from bot.domain.locale import Locale
from bot.domain.watch import Watch, Watchword


def check_watch(entries: Sequence[Entry]) -> list[Problem]:
    """Every name that is not listed, every sentence that trips what it must not, or does not trip what it must."""
    names = named_forms([entry.record for entry in entries if isinstance(entry.record, Named)])
    listed = [(entry, entry.record) for entry in entries if isinstance(entry.record, WatchRecord)]
    problems: list[Problem] = []
    made: list[tuple[Entry, WatchRecord, list[Watchword]]] = []
    for entry, record in listed:
        forms = [form for group in (*record.near, record.more) for form in group if form.startswith(NAME)]
        unknown = [form for form in forms if form[1:] not in names]
        problems += [entry.problem("near", f"“{form}” is the name of no [[named]]") for form in unknown]
        if not unknown:
            made.append((entry, record, watchwords_of(record, names)))
    everything = Watch(tuple(watchword for _, _, watchwords in made for watchword in watchwords))
    for entry, record, watchwords in made:
        problems += _faults(entry, record, watchwords, everything)
    return problems


def _faults(entry: Entry, record: WatchRecord, watchwords: Sequence[Watchword], everything: Watch) -> Iterator[Problem]:
    try:
        for watchword in watchwords:
            watchword.expressions(PATTERN_LENGTH)
    except ValueError as error:
        yield entry.problem("near", str(error))
    alone = Watch(tuple(watchwords))
    for locale in Locale:
        for number, sentence in enumerate(record.must.at(locale)):
            if not alone.level_of(sentence):
                yield entry.problem(f"must.{locale}[{number}]", "does not trip this watchword")
    for number, sentence in enumerate(record.never):
        if level := everything.level_of(sentence):
            yield entry.problem(f"never[{number}]", f"trips a watchword of episode {level}")
