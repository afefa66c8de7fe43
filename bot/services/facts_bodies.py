"""What stands on each page of `/etoile`, for one reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, TypeVar

from bot.content import ShowView
from bot.domain.show import Bond, Episode, Event, Fact, Person, Place, Record, Source, Status, Term, Work
from bot.domain.visibility import may_see
from bot.services.facts_values import (
    SHELVES,
    Body,
    HelpBody,
    HowToBody,
    ListBody,
    Page,
    Request,
    SourcesBody,
    StatusBody,
)

R = TypeVar("R", bound=Record)
Shown: TypeAlias = Fact | Person | Episode | Term | Bond | Event | Work | Place
"""What has a page of its own."""


def body_of(view: ShowView, request: Request) -> Body | None:
    """The page as `view` has it; None when its reader may not see it, or when it does not exist."""
    match request.page:
        case "status":
            return StatusBody(status=view.status, happenings=None)
        case "topics":
            return ListBody(entries=tuple(view.topics.values()))
        case "topic":
            topic = view.topics.get(request.id)
            return None if topic is None else ListBody(entries=topic.facts, title=topic.name)
        case "cast":
            return ListBody(entries=tuple(view.people.values()))
        case "episodes":
            return ListBody(entries=tuple(view.episodes.values()))
        case "timeline":
            return ListBody(entries=tuple(view.timeline))
        case "glossary":
            return ListBody(entries=tuple(view.glossary.values()))
        case "bonds":
            return ListBody(entries=tuple(view.bonds.values()))
        case "sources":
            return _sources(view, request)
        case "help":
            return HelpBody(moderator=False)
        case "howto":
            howto = view.howtos.get(request.id)
            return None if howto is None else HowToBody(howto=howto)
        case _:
            return _record(view, request.page, request.id)


def _record(view: ShowView, page: Page, record_id: str) -> Shown | None:
    match page:
        case "fact":
            return view.facts.get(record_id)
        case "person":
            return view.people.get(record_id)
        case "term":
            return view.glossary.get(record_id)
        case "bond":
            return view.bonds.get(record_id)
        case "episode":
            return _with_id(view.episodes.values(), record_id)
        case "event":
            return _with_id(view.timeline, record_id)
        case "work":
            return _with_id(view.works, record_id)
        case "place":
            return _with_id(view.places, record_id)
        case _:
            return None


def _with_id(records: Iterable[R], record_id: str) -> R | None:
    return next((record for record in records if record.id == record_id), None)


def _sources(view: ShowView, request: Request) -> SourcesBody | None:
    """Whatever the record and its lines go back to, each source once. Ids are unique in the whole pack."""
    if request.id == view.status.id:
        return _cited(view, view.status, Request(page="status"), view.status.headline)
    for page in SHELVES:
        record = _record(view, page, request.id)
        if record is not None:
            return _cited(view, record, Request(page=page, id=request.id), _name(record))
    return None


def _cited(view: ShowView, record: Record, of: Request, title: str) -> SourcesBody:
    lines = record.spoilers if isinstance(record, Person | Bond) else ()
    found: dict[str, Source] = {}
    for source in (*record.sources, *(source for line in lines for source in line.sources)):
        found.setdefault(source.id, source)
    told = tuple(source.level for source in found.values() if may_see(view.level, source.level))
    return SourcesBody(of=of, title=title, level=record.level, told=told, entries=tuple(found.values()))


def name_of(view: ShowView, request: Request) -> str:
    """What a page is called; nothing where it has no name of its own, or `view` has no such record."""
    if request.page == "status":
        return view.status.headline
    if request.page == "howto":
        return "" if request.id not in view.howtos else view.howtos[request.id].name
    record = _record(view, request.page, request.id)
    return "" if record is None else _name(record)


def _name(record: Shown | Status) -> str:
    match record:
        case Fact() | Event() | Work():
            return record.title
        case Person():
            return record.character
        case Term():
            return record.term
        case Bond() | Place():
            return record.name
        case Episode():
            return str(record.number)
        case Status():
            return record.headline
