"""What stands on the pages of `/etoile`: each body as paragraphs, without controls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.domain.happening import Happening
from bot.domain.server_note import NOTE_LENGTH, ShownNote
from bot.domain.show import (
    Bond,
    Episode,
    Event,
    Fact,
    Person,
    Place,
    Record,
    Source,
    SpoilerLine,
    Term,
    Topic,
    Work,
)
from bot.domain.visibility import may_see
from bot.services.facts_values import Body, Entry, FactsPage, HelpBody, HiddenBody, ListBody, SourcesBody, StatusBody
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import day, partial, stamp
from cogs.ui.kit.escaping import escaped, many_lines, one_line
from cogs.ui.kit.links import card_url
from cogs.ui.kit.panel import Item

SUMMARY = 110
SENTENCE = re.compile(r"[.!?…](?=\s)")
SOURCES = 3


def page(answer: FactsPage, words: Words, *, pictured: bool = False) -> list[Item]:
    """The paragraphs of an answer; `pictured`: without what a picture above them shows."""
    body = answer.body
    match body:
        case StatusBody():
            return _status(body, words, pictured=pictured)
        case ListBody():
            return _list(body, answer, words)
        case HiddenBody():
            return [panel.text(f"## {words('facts-hidden-title')}\n{words('facts-hidden', episode=body.spoils)}")]
        case HelpBody():
            return _help(body, words)
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
        case Event():
            return [panel.text(f"## {body.title}\n-# {partial(words, body.date)}"), *_told(body.text, body, words)]
        case Work():
            by = f"\n-# {body.by}" if body.by else ""
            return [panel.text(f"## {body.title}{by}"), *_told(body.about, body, words)]
        case Place():
            return [panel.text(f"## {body.name}"), *_told(body.about, body, words)]
        case SourcesBody():
            return _every_source(body, answer, words)


def _told(text: str, record: Record, words: Words) -> list[Item]:
    """The text of a short page, what to know about it, and where it comes from."""
    note = [] if record.note is None else [panel.text(record.note)]
    return [panel.text(text), *note, *origin(record, words)]


def beyond(shown: FactsPage | None, covered: FactsPage, words: Words) -> list[Item]:
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
            *([] if body.logline == known.logline or body.logline is None else [body.logline]),
            *(_work(work) for work in body.works if work.id not in works),
            *(_place(place) for place in body.places if place.id not in places),
        ]
    if isinstance(body, ListBody) and isinstance(known, ListBody):
        there = {_summary(entry, words) for entry in known.entries}
        return [line for entry in body.entries if (line := _summary(entry, words)) not in there]
    if isinstance(body, Fact | Term | Event | Work | Place):
        return []
    return None


def _status(body: StatusBody, words: Words, *, pictured: bool) -> list[Item]:
    status = body.status
    events = "\n".join(f"- **{partial(words, event.date)}** · {event.title}" for event in status.events)
    items: list[Item] = [
        panel.text(f"## ★ {status.headline}\n-# {words('facts-looked-into', date=day(words, status.as_of))}"),
        *([] if pictured else [panel.text(events)]),
        panel.text(status.promised),
        panel.text(status.overtaken),
        panel.text(f"**{words('facts-status-why')}** {status.why}"),
        panel.text(f"**{words('facts-status-sure')}** {status.sure}"),
        panel.text(f"**{words('facts-status-open')}** {status.open}"),
        panel.text(f"-# {_sources(status.sources, words)}"),
    ]
    if body.happenings is not None:
        items += [panel.rule(), panel.text(_happenings(body.happenings, words))]
    return items


def _help(body: HelpBody, words: Words) -> list[Item]:
    items: list[Item] = [panel.text(f"## {words('facts-help-title')}\n{words('facts-help')}")]
    if body.moderator:
        items += [panel.rule(), panel.text(words("facts-help-moderator"))]
    return items


def _happenings(happenings: Sequence[Happening], words: Words) -> str:
    lines = [f"**{words('facts-status-here')}**"]
    for happening in happenings:
        name = happening_name(happening, words)
        url = card_url(happening)
        linked = f"[{name}]({url})" if url else name
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
    """What was overtaken says so before it says anything else."""
    title = f"## {fact.title}\n"
    items: list[Item] = [panel.text(title + fact.text)]
    if fact.standing == "overtaken":
        items = [
            panel.text(f"{title}**{words('facts-standing-overtaken')}** {fact.note}"),
            panel.text(f"-# {words('facts-claimed')}\n> {fact.text}"),
        ]
    elif fact.note is not None:
        doubt = f"**{words('facts-standing-disputed')}** " if fact.standing == "disputed" else ""
        items.append(panel.text(doubt + fact.note))
    return [*items, *origin(fact, words)]


def _person(person: Person, words: Words) -> list[Item]:
    billing = words(f"facts-billing-{person.billing}")
    company = "" if person.company == "none" else f" · {words('facts-company-' + person.company)}"
    actor = person.actor or words("facts-actor-unknown")
    items: list[Item] = [panel.text(f"## {person.character}\n**{actor}** · {billing}{company}")]
    items.append(panel.text(person.line))
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
    return f"- **{words('facts-episode', number=line.level)}** · {line.text}"


def episode_name(episode: Episode, words: Words) -> str:
    """ "Episode 5", with its title for who may see it."""
    if episode.title is None:
        return words("facts-episode", number=episode.number)
    return words("facts-episode-titled", number=episode.number, title=episode.title)


def _episode(episode: Episode, words: Words) -> list[Item]:
    released = words("facts-released", date=day(words, episode.released))
    ours = "" if episode.unofficial is None else f"{words('facts-unofficial', title=episode.unofficial)} · "
    items: list[Item] = [
        panel.text(f"## {episode_name(episode, words)}\n-# {ours}{released}"),
        *([] if episode.logline is None else [panel.text(episode.logline)]),
    ]
    if episode.works:
        items.append(panel.text("\n".join([f"**{words('facts-works')}**", *map(_work, episode.works)])))
    if episode.places:
        items.append(panel.text("\n".join([f"**{words('facts-places')}**", *map(_place, episode.places)])))
    return [*items, *origin(episode, words)]


def _work(work: Work) -> str:
    return f"- *{work.title}*{f' ({work.by})' if work.by else ''} · {work.about}"


def _place(place: Place) -> str:
    return f"- {place.name} · {place.about}"


def _term(term: Term, words: Words) -> list[Item]:
    say = "" if term.say is None else f"\n-# {words('facts-say', sound=term.say)}"
    return [panel.text(f"## {term.term}{say}"), panel.text(term.meaning), *origin(term, words)]


def _list(body: ListBody, answer: FactsPage, words: Words) -> list[Item]:
    title = body.title or words(f"facts-list-{answer.request.page}")
    sheet = (
        f"\n-# {words('facts-sheet', sheet=answer.request.sheet + 1, sheets=answer.sheets)}"
        if answer.sheets > 1
        else ""
    )
    items: list[Item] = [panel.text(f"## {title}{sheet}")]
    entries = [_summary(entry, words) for entry in body.entries]
    if not entries:
        items.append(panel.text(words("facts-list-empty")))
    elif answer.request.page == "timeline":
        items += map(panel.text, entries)
    else:
        items.append(panel.text("\n".join(entries)))
    return items


def _summary(entry: Entry, words: Words) -> str:
    """One entry of a list, on a line or two."""
    match entry:
        case Topic():
            return f"- **{entry.name}** · {words('facts-topic-count', count=len(entry.facts))}"
        case Fact():
            mark = "" if entry.standing == "stands" else f" · *{words('facts-mark-' + entry.standing)}*"
            return f"- **{entry.title}**{mark}"
        case Person():
            return f"- **{entry.character}** · {entry.actor or words('facts-actor-unknown')}\n  {_short(entry.line)}"
        case Episode():
            about = "" if entry.logline is None else f"\n  {_short(entry.logline)}"
            return f"- **{episode_name(entry, words)}**{about}"
        case Event():
            when = partial(words, entry.date)
            return f"**{when[:1].upper()}{when[1:]} · {entry.title}**\n{entry.text}"
        case Term():
            say = "" if entry.say is None else f" ({entry.say})"
            return f"- **{entry.term}**{say} · {_short(entry.meaning)}"
        case Bond():
            return f"- **{entry.name}** · {_short(entry.line)}"


def _short(text: str) -> str:
    """The first sentence or sentences, as many as fit; a single one that is too long is cut between words."""
    if len(text) <= SUMMARY:
        return text
    ends = [match.end() for match in SENTENCE.finditer(text, 0, SUMMARY)]
    return text[: ends[-1]].rstrip() if ends else text[:SUMMARY].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def server_notes(answer: FactsPage, words: Words) -> list[Item]:
    """What the server's moderators put beside a page, marked as theirs."""
    return [panel.text(note_line(note, words)) for note in answer.notes]


def note_line(note: ShownNote, words: Words) -> str:
    """A server's note: whose it is, its words, and where its address leads."""
    line = f"**{words('facts-server-note')}** {escaped(many_lines(note.words, NOTE_LENGTH))}"
    return line if note.link is None else f"{line} [{urlsplit(note.link).netloc}](<{note.link}>)"


def origin(record: Record, words: Words) -> list[Item]:
    """Who says so. When all of it was last looked into is said once, by the status."""
    sources = _sources(record.sources, words)
    return [panel.text(f"-# {sources}")] if sources else []


def sources_of(body: Body) -> Sequence[Source]:
    """The sources of a page that stands for one record."""
    if isinstance(body, StatusBody):
        return body.status.sources
    if not isinstance(body, Fact | Person | Episode | Term | Bond | Event | Work | Place):
        return ()
    lines = body.spoilers if isinstance(body, Person | Bond) else ()
    return list(dict.fromkeys([*body.sources, *(source for line in lines for source in line.sources)]))


def _sources(sources: Sequence[Source], words: Words) -> str:
    named = [_source(source, words) for source in sources[:SOURCES]]
    if len(sources) > SOURCES:
        named.append(words("facts-more-sources", count=len(sources) - SOURCES))
    return " · ".join(named)


def _source(source: Source, words: Words) -> str:
    when = f", {partial(words, source.date)}" if source.date is not None else ""
    name = f"{source.publisher}{when}"
    return name if source.url is None else f"[{name}]({source.url})"


def _every_source(body: SourcesBody, answer: FactsPage, words: Words) -> list[Item]:
    """All of them, each with its title and language; of those that would spoil, the publisher and from when on."""
    title = body.title if body.of.page != "episode" else words("facts-episode", number=body.title)
    head = f"## {words('facts-sources-title')}\n-# {title}"
    if answer.sheets > 1:
        head += f" · {words('facts-sheet', sheet=answer.request.sheet + 1, sheets=answer.sheets)}"
    return [panel.text(head), panel.text("\n".join(_in_full(source, answer, words) for source in body.entries))]


def _in_full(source: Source, answer: FactsPage, words: Words) -> str:
    if not may_see(answer.level, source.level):
        return f"- {source.publisher} · {words('facts-source-later', episode=source.level)}"
    spoils = f" · {words('facts-source-spoils', episode=source.level)}" if source.level else ""
    title = f"\n  *{source.title}*" if source.title else ""
    return f"- {_source(source, words)} · {words('facts-source-language-' + source.lang)}{spoils}{title}"
