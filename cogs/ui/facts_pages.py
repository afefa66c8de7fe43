"""What stands on the pages of `/etoile`: each body as paragraphs, without controls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import discord

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
    SpoilerLine,
    Term,
    Topic,
    Work,
)
from bot.services.facts_values import (
    Body,
    Entry,
    FactsPage,
    HelpBody,
    HiddenBody,
    HowToBody,
    ListBody,
    SourcesBody,
    StatusBody,
)
from bot.text import Words
from cogs.ui.facts_help import help_page, howto_page
from cogs.ui.facts_sources import every_source, named_sources, origin
from cogs.ui.kit import panel
from cogs.ui.kit.dates import day, partial, stamp
from cogs.ui.kit.escaping import escaped, many_lines, one_line
from cogs.ui.kit.links import card_url
from cogs.ui.kit.panel import Item

SUMMARY, ONE_LINE = 110, 60
SENTENCE = re.compile(r"[.!?…](?=\s)")
CANCELLED = "cancelled"
WHOLE = "whole"
"""The id of the status in full."""
MARKS = {"stands": "✔", "disputed": "◐", "overtaken": "✖"}
"""How a fact stands, in one sign; its accent says the same."""
STANDINGS = {"stands": panel.STANDS, "disputed": panel.DOUBTED, "overtaken": panel.OVER}


def page(answer: FactsPage, words: Words, *, pictured: bool = False) -> list[Item]:
    """The paragraphs of an answer; `pictured`: without what a picture above them shows."""
    body = answer.body
    match body:
        case StatusBody():
            return _status(body, words, pictured=pictured, whole=answer.request.id == WHOLE)
        case ListBody():
            return _list(body, answer, words, pictured=pictured)
        case HiddenBody():
            return [panel.text(f"## {words('facts-hidden-title')}\n{words('facts-hidden', episode=body.spoils)}")]
        case HelpBody():
            return help_page(body, words)
        case HowToBody():
            return howto_page(body, words)
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
            return every_source(body, answer, words)


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


def _status(body: StatusBody, words: Words, *, pictured: bool, whole: bool) -> list[Item]:
    """One glance: what happened, who said so and when, what it overtook. The `whole` of it also says why, how sure
    that is, and what nobody knows."""
    status = body.status
    mark = "✖" if status.state == CANCELLED else "★"
    events = "\n".join(f"- **{partial(words, event.date)}** · {event.title}" for event in status.events)
    items: list[Item] = [
        panel.text(f"## {mark} {status.headline}\n-# {words('facts-looked-into', date=day(words, status.as_of))}"),
        *([] if pictured or whole else [panel.text(events)]),  # the whole of it tells them in sentences
    ]
    if whole:
        items += [
            panel.text(status.promised),
            panel.text(status.overtaken),
            panel.text(f"**{words('facts-status-why')}** {status.why}"),
            panel.text(f"**{words('facts-status-sure')}** {status.sure}"),
            panel.text(f"**{words('facts-status-open')}** {status.open}"),
        ]
    else:
        items.append(panel.text(status.overtaken))
    if whole:
        items.append(panel.text(f"-# {named_sources(status.sources, words)}"))
    if body.happenings is not None and not whole:
        items += [panel.rule(), *_happenings(body.happenings, words)]
    return items


def _happenings(happenings: Sequence[Happening], words: Words) -> list[Item]:
    """What is on in this server, each with the way there beside it."""
    if not happenings:
        return [panel.text(f"-# {words('facts-status-nothing')}")]
    items: list[Item] = []
    for happening in happenings:
        line = happening_name(happening, words)
        if happening.at is not None:
            line += f" · {stamp(happening.at, 'R')}"
        url = card_url(happening)
        items.append(panel.section(line, panel.link(words("facts-status-go"), url)) if url else panel.text(line))
    return items


def happening_name(happening: Happening, words: Words) -> str:
    """A party or a poll, named by no more than its reader may see."""
    if happening.episodes is not None:
        first, last = happening.episodes
        return words("facts-on-party" if first == last else "facts-on-parties", first=first, last=last)
    if happening.question is None:
        return words("facts-on-gated-poll", episode=happening.gate)
    return words(
        "facts-on-arc" if happening.arc else "facts-on-poll", question=escaped(one_line(happening.question, ONE_LINE))
    )


def _fact(fact: Fact, words: Words) -> list[Item]:
    """What was overtaken says so before it says anything else."""
    head = f"-# {MARKS[fact.standing]} {words('facts-standing-' + fact.standing)}\n## {fact.title}\n"
    items: list[Item] = [panel.text(head + fact.text)]
    if fact.standing == "overtaken":
        items = [
            panel.text(f"{head}{fact.note}"),
            panel.text(f"-# {words('facts-claimed')}\n> {fact.text}"),
        ]
    elif fact.note is not None:
        items.append(panel.text(fact.note))
    return [*items, *origin(fact, words)]


def colour_of(body: Body) -> discord.Colour:
    """The one accent of a page: how a fact stands, where somebody works; gold for all else."""
    match body:
        case StatusBody():
            return panel.OVER if body.status.state == CANCELLED else panel.GOLD
        case Fact():
            return STANDINGS[body.standing]
        case Person():
            return panel.NEW_YORK if body.company == "mbt" else panel.PARIS if body.company == "lbn" else panel.GOLD
        case _:
            return panel.GOLD


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


def _list(body: ListBody, answer: FactsPage, words: Words, *, pictured: bool) -> list[Item]:
    """A title and its entries; where a picture shows those, or the select below names each, only the title."""
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
    elif pictured or answer.request.page == "topics":
        return items
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
