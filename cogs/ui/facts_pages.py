"""What stands on the pages of `/etoile`: each body as paragraphs, without controls."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.happening import Happening
from bot.domain.show import Bond, Episode, Event, Fact, Person, Record, Source, SpoilerLine, Term, Topic
from bot.services.facts import Answer, Body, Entry, HelpBody, HiddenBody, ListBody, StatusBody
from bot.text import Words
from cogs.ui import panel
from cogs.ui.dates import day, partial, stamp
from cogs.ui.panel import Item
from cogs.ui.plain import escaped, one_line

SUMMARY = 110
SOURCES = 4


def page(answer: Answer, words: Words) -> list[Item]:
    """The paragraphs of an answer."""
    body = answer.body
    match body:
        case StatusBody():
            return _status(body, words)
        case ListBody():
            return _list(body, answer, words)
        case HiddenBody():
            return [panel.text(words("facts-hidden", episode=body.spoils))]
        case HelpBody():
            more = f"\n\n{words('facts-help-moderator')}" if body.moderator else ""
            return [panel.text(f"## {words('facts-help-title')}\n{words('facts-help')}{more}")]
        case Fact():
            return _fact(body, words)
        case Person():
            return _person(body, words)
        case Episode():
            return _episode(body, words)
        case Term():
            return _term(body, words)
        case Bond():
            return _bond(body, words)


def beyond(shown: Answer | None, covered: Answer, words: Words) -> list[Item]:
    """What the closed box adds to the open one, all of it when nothing stands open; nothing when both read the same."""
    if shown is None:
        return page(covered, words)
    lines = _added(shown.body, covered.body, words)
    if lines is None:
        return page(covered, words)
    return [panel.text("\n".join(lines))] if lines else []


def _added(known: Body, body: Body, words: Words) -> list[str] | None:
    """The lines of `body` that `known` lacks; None when it must be told as a whole. Texts are compared, not values: a
    reader who has watched further also gets more addresses of sources, which are no lines of their own."""
    if isinstance(body, Person | Bond) and isinstance(known, Person | Bond):
        told = {line.level for line in known.spoilers}
        return [_line(line, words) for line in body.spoilers if line.level not in told]
    if isinstance(body, Episode) and isinstance(known, Episode):
        works = [work.id for work in known.works]
        places = [place.id for place in known.places]
        return [
            *([] if body.title == known.title else [f"### {episode_name(body, words)}"]),
            *(f"- *{work.title}*: {work.about}" for work in body.works if work.id not in works),
            *(f"- {place.name}: {place.about}" for place in body.places if place.id not in places),
        ]
    if isinstance(body, ListBody) and isinstance(known, ListBody):
        there = {_summary(entry, words) for entry in known.entries}
        return [line for entry in body.entries if (line := _summary(entry, words)) not in there]
    if isinstance(body, Fact | Term):
        return []
    return None


def _status(body: StatusBody, words: Words) -> list[Item]:
    status = body.status
    events = "\n".join(f"- **{partial(words, event.date)}** · {event.title}" for event in status.events)
    items: list[Item] = [
        panel.text(f"## ★ {status.headline}\n-# {words('facts-as-of', date=day(words, status.as_of))}"),
        panel.text(f"{status.promised}\n\n{status.overtaken}"),
        panel.text(events),
        panel.text(f"**{words('facts-status-why')}** {status.why}"),
        panel.text(f"**{words('facts-status-sure')}** {status.sure}\n**{words('facts-status-open')}** {status.open}"),
        panel.rule(),
        panel.text(_happenings(body.happenings, words)),
        panel.text(f"-# {_sources(status.sources, words)}"),
    ]
    return items


def _happenings(happenings: Sequence[Happening], words: Words) -> str:
    lines = [f"**{words('facts-status-here')}**"]
    for happening in happenings:
        name = happening_name(happening, words)
        linked = f"[{name}]({happening.url})" if happening.url else name
        lines.append(f"- {linked}" + (f" · {stamp(happening.at, 'R')}" if happening.at is not None else ""))
    if not happenings:
        lines.append(words("facts-status-nothing"))
    return "\n".join(lines)


def happening_name(happening: Happening, words: Words) -> str:
    """A party or a poll, named by no more than its reader may see."""
    if happening.episodes is not None:
        first, last = happening.episodes
        return words("facts-on-party" if first == last else "facts-on-parties", first=first, last=last)
    if happening.question is None:
        return words("facts-on-gated-poll", episode=happening.gate)
    return words("facts-on-poll", question=escaped(one_line(happening.question, SUMMARY)))


def _fact(fact: Fact, words: Words) -> list[Item]:
    standing = words(f"facts-standing-{fact.standing}")
    text = f"## {fact.title}\n"
    if fact.standing == "overtaken":
        text += f"**{standing}**\n{fact.note}\n\n{words('facts-claimed')} {fact.text}"
    elif fact.note is not None:
        text += f"{fact.text}\n\n**{standing}** {fact.note}"
    else:
        text += f"{fact.text}\n-# {standing}"
    return [panel.text(text), *origin(fact, words)]


def _person(person: Person, words: Words) -> list[Item]:
    billing = words(f"facts-billing-{person.billing}")
    company = "" if person.company == "none" else f" · {words('facts-company-' + person.company)}"
    actor = person.actor or words("facts-actor-unknown")
    items: list[Item] = [panel.text(f"## {person.character}\n{actor} · {billing}{company}\n\n{person.line}")]
    if person.note is not None:
        items.append(panel.text(person.note))
    if person.spoilers:
        items.append(panel.text(_lines(person.spoilers, words)))
    return [*items, *origin(person, words)]


def _bond(bond: Bond, words: Words) -> list[Item]:
    items: list[Item] = [panel.text(f"## {bond.name}\n{bond.line}")]
    if bond.spoilers:
        items.append(panel.text(_lines(bond.spoilers, words)))
    return [*items, *origin(bond, words)]


def _lines(lines: Sequence[SpoilerLine], words: Words) -> str:
    return "\n".join(_line(line, words) for line in lines)


def _line(line: SpoilerLine, words: Words) -> str:
    return f"**{words('facts-episode', number=line.level)}** · {line.text}"


def episode_name(episode: Episode, words: Words) -> str:
    """ "Episode 5", with its title for who may see it."""
    number = words("facts-episode", number=episode.number)
    if episode.title is None:
        return number
    ours = "" if episode.unofficial is None else f" ({words('facts-unofficial', title=episode.unofficial)})"
    return f"{number} · “{episode.title}”{ours}"


def _episode(episode: Episode, words: Words) -> list[Item]:
    items: list[Item] = [
        panel.text(
            f"## {episode_name(episode, words)}\n"
            f"-# {words('facts-released', date=day(words, episode.released))}\n\n{episode.logline}"
        )
    ]
    if episode.works:
        works = "\n".join(
            f"- *{work.title}*{f' ({work.by})' if work.by else ''}: {work.about}" for work in episode.works
        )
        items.append(panel.text(f"**{words('facts-works')}**\n{works}"))
    if episode.places:
        places = "\n".join(f"- {place.name}: {place.about}" for place in episode.places)
        items.append(panel.text(f"**{words('facts-places')}**\n{places}"))
    return [*items, *origin(episode, words)]


def _term(term: Term, words: Words) -> list[Item]:
    say = "" if term.say is None else f"\n-# {words('facts-say', sound=term.say)}"
    return [panel.text(f"## {term.term}{say}\n\n{term.meaning}"), *origin(term, words)]


def _list(body: ListBody, answer: Answer, words: Words) -> list[Item]:
    title = body.title or words(f"facts-list-{answer.request.page}")
    sheet = (
        f"\n-# {words('facts-sheet', sheet=answer.request.sheet + 1, sheets=answer.sheets)}"
        if answer.sheets > 1
        else ""
    )
    items: list[Item] = [panel.text(f"## {title}{sheet}")]
    if not body.entries:
        items.append(panel.text(words("facts-list-empty")))
    else:
        items.append(panel.text("\n".join(_summary(entry, words) for entry in body.entries)))
    return items


def _summary(entry: Entry, words: Words) -> str:
    """One entry of a list, on a line or two."""
    match entry:
        case Topic():
            return f"- **{entry.name}** · {words('facts-topic-count', count=len(entry.facts))}"
        case Fact():
            mark = "" if entry.standing == "stands" else f" · {words('facts-mark-' + entry.standing)}"
            return f"- **{entry.title}**{mark}"
        case Person():
            return f"- **{entry.character}** · {entry.actor or words('facts-actor-unknown')}\n  {entry.line}"
        case Episode():
            return f"- **{episode_name(entry, words)}**\n  {_short(entry.logline)}"
        case Event():
            return f"**{partial(words, entry.date)}** · {entry.title}\n{entry.text}\n"
        case Term():
            say = "" if entry.say is None else f" ({entry.say})"
            return f"- **{entry.term}**{say} · {_short(entry.meaning)}"
        case Bond():
            return f"- **{entry.name}** · {_short(entry.line)}"


def _short(text: str) -> str:
    return text if len(text) <= SUMMARY else text[:SUMMARY].rsplit(" ", 1)[0] + "…"


def origin(record: Record, words: Words) -> list[Item]:
    """Who says so, and as of when."""
    sources = _sources(record.sources, words)
    as_of = words("facts-as-of", date=day(words, record.as_of))
    return [panel.text(f"-# {as_of}{f' · {sources}' if sources else ''}")]


def _sources(sources: Sequence[Source], words: Words) -> str:
    named = [_source(source, words) for source in sources[:SOURCES]]
    if len(sources) > SOURCES:
        named.append(words("facts-more-sources", count=len(sources) - SOURCES))
    return " · ".join(named)


def _source(source: Source, words: Words) -> str:
    when = f", {partial(words, source.date)}" if source.date is not None else ""
    name = f"{source.publisher}{when}"
    return name if source.url is None else f"[{name}]({source.url})"
