"""Where a page of `/etoile` comes from: a line below it, and all of it on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.show import Bond, Episode, Event, Fact, Person, Place, Record, Source, Term, Work
from bot.domain.visibility import may_see
from bot.services.facts_values import Body, FactsPage, SourcesBody, StatusBody
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import partial
from cogs.ui.kit.panel import Item

SOURCES = 3


def origin(record: Record, words: Words) -> list[Item]:
    """Who says so. When all of it was last looked into is said once, by the status."""
    sources = named_sources(record.sources, words)
    return [panel.text(f"-# {sources}")] if sources else []


def sources_of(body: Body) -> Sequence[Source]:
    """The sources of a page that stands for one record."""
    if isinstance(body, StatusBody):
        return body.status.sources
    if not isinstance(body, Fact | Person | Episode | Term | Bond | Event | Work | Place):
        return ()
    lines = body.spoilers if isinstance(body, Person | Bond) else ()
    return list(dict.fromkeys([*body.sources, *(source for line in lines for source in line.sources)]))


def named_sources(sources: Sequence[Source], words: Words) -> str:
    """The first few, and how many more there are."""
    named = [_source(source, words) for source in sources[:SOURCES]]
    if len(sources) > SOURCES:
        named.append(words("facts-more-sources", count=len(sources) - SOURCES))
    return " · ".join(named)


def _source(source: Source, words: Words) -> str:
    when = f", {partial(words, source.date)}" if source.date is not None else ""
    name = f"{source.publisher}{when}"
    return name if source.url is None else f"[{name}]({source.url})"


def every_source(body: SourcesBody, answer: FactsPage, words: Words) -> list[Item]:
    """All of them, each with its title and language; of those that would spoil, the publisher: when there is more would
    tell when somebody comes."""
    title = body.title if body.of.page != "episode" else words("facts-episode", number=body.title)
    head = f"## {words('facts-sources-title')}\n-# {title}"
    if answer.sheets > 1:
        head += f" · {words('facts-sheet', sheet=answer.request.sheet + 1, sheets=answer.sheets)}"
    return [panel.text(head), panel.text("\n".join(_in_full(source, answer, words) for source in body.entries))]


def _in_full(source: Source, answer: FactsPage, words: Words) -> str:
    if not may_see(answer.level, source.level):
        return f"- {source.publisher} · {words('facts-source-later')}"
    spoils = f" · {words('facts-source-spoils', episode=source.level)}" if source.level else ""
    title = f"\n  *{source.title}*" if source.title else ""
    return f"- {_source(source, words)} · {words('facts-source-language-' + source.lang)}{spoils}{title}"
