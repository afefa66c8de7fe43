"""How the answers of `/etoile` look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import discord
from discord import ui

from bot.bounded import Bounded
from bot.domain.locale import Locale
from bot.domain.show import Bond, Episode, Event, Fact, Person, Place, Term, Topic, Work
from bot.domain.visibility import LAST_EPISODE
from bot.services.facts_values import (
    ABOVE,
    Entry,
    FactsPage,
    HelpBody,
    HiddenBody,
    ListBody,
    Request,
    Shared,
    SourcesBody,
    levels_in,
    request_of,
)
from bot.text import Words
from cogs.ui.facts_pages import beyond, episode_name, page, server_notes, sources_of
from cogs.ui.kit import panel
from cogs.ui.kit.dates import partial
from cogs.ui.kit.links import card_url
from cogs.ui.kit.panel import Item
from cogs.ui.kit.pictures import gallery
from cogs.ui.kit.routes import RoutedButton, RoutedSelect
from cogs.ui.progress import RATHER_NOT, presses
from cogs.ui.recaps import recap_button
from cogs.ui.reports import ReportButton, report_subject

OPTION = 100
_drawn: Bounded[tuple[int, Locale], tuple[FactsPage, ui.LayoutView]] = Bounded(256)
"""Panels by the page that they show (kept beside them, so that its id stays its own): the service hands the same page
to all who may be told the same."""


def private(found: FactsPage, words: Words, *, notice: Sequence[Item] = ()) -> ui.LayoutView:
    """The answer for the asker alone: what they may see, what is kept back, and what can be done next.

    `notice` stands on top, when a press on an earlier form of the answer changed something.
    """
    if notice:
        return _private(found, words, notice)
    key = (id(found), words.locale)
    if key not in _drawn:
        _drawn[key] = (found, _private(found, words, ()))
    return _drawn[key][1]


def _private(found: FactsPage, words: Words, notice: Sequence[Item]) -> ui.LayoutView:
    return panel.stack(
        [
            panel.box(*notice) if notice else None,
            panel.box(
                *page(found, words),
                *server_notes(found, words),
                *_kept_back(found, words),
                *_next(found, words),
            ),
            *_question(found, words),
        ]
    )


def public(shared: Shared, words: Words, *, sharer_id: int, picture: discord.File | None = None) -> ui.LayoutView:
    """The answer for everybody here: open as far as the horizon allows, the rest in a closed box."""
    whole = shared.covered or shared.open
    assert whole is not None
    items: list[Item | None] = [panel.text(f"-# {words('facts-shared-by', name=f'<@{sharer_id}>')}")]
    if shared.open is not None:
        items.append(
            panel.box(
                gallery(picture) if picture is not None else None,
                *page(shared.open, words, pictured=picture is not None),
                *server_notes(shared.open, words),
            )
        )
    if shared.covered is not None and (inside := beyond(shared.open, shared.covered, words)):
        items.append(panel.text(words("facts-covered", episode=max(levels_in(shared.covered.body)))))
        items.append(panel.box(*inside, closed=True))
    request = whole.request
    if whole.hidden or max(levels_in(whole.body)):  # what hides nothing from anybody is the same for everybody
        items.append(panel.row(MineButton.draw(words("facts-mine"), **ids_of(request))))
    return panel.stack(items)


def _kept_back(found: FactsPage, words: Words) -> list[Item]:
    """How much is withheld, in a line."""
    if not _withholds(found) or isinstance(found.body, HiddenBody):
        return []
    return [panel.text(f"-# {words('facts-kept-back')}")]


def _withholds(found: FactsPage) -> bool:
    return found.hidden > 0 and found.request.page != "help"


def _next(found: FactsPage, words: Words) -> list[Item]:
    """Opening an entry, turning the sheets of a list, going up to the list, sharing, seeing more: in that order."""
    items: list[Item] = []
    if isinstance(found.body, ListBody) and found.body.entries:
        options = [_option(entry, words) for entry in found.body.entries]
        menu = OpenSelect.draw(options, placeholder=words("facts-open"), page=found.request.page)
        items.extend(panel.rows([menu]))
    buttons: list[Item] = [*_turns(found)]
    if isinstance(found.body, Episode):
        buttons.append(recap_button(found.body.number, words))
        if found.party is not None and (url := card_url(found.party)) is not None:
            buttons.append(panel.link(words("facts-next-party"), url))
    buttons += _above(found, words)
    buttons += _sources(found, words)
    if not isinstance(found.body, HiddenBody | HelpBody):
        buttons.append(ShareButton.draw(words("facts-share"), **ids_of(found.request), shown=found.level))
    if not isinstance(found.body, HiddenBody | HelpBody | ListBody | SourcesBody):
        buttons.append(ReportButton.draw_for(words, report_subject(found.request)))
    if _withholds(found):  # last, because its label is long: on a phone it takes a row of its own
        buttons.append(AnywayButton.draw(words("facts-anyway", episode=found.spoils), **ids_of(found.request)))
    return [*items, *panel.rows(buttons)]


def _turns(found: FactsPage) -> list[Item]:
    """Back and on, for a list of several sheets."""
    if found.sheets < 2:
        return []
    at, anyway = found.request.sheet, int(found.anyway)
    back, on = ids_of(found.request, sheet=at - 1), ids_of(found.request, sheet=at + 1)
    return [
        TurnButton.draw("◀", disabled=at == 0, anyway=anyway, **back),
        TurnButton.draw("▶", disabled=at + 1 >= found.sheets, anyway=anyway, **on),
    ]


def _sources(found: FactsPage, words: Words) -> list[Item]:
    """The way to every source of what is shown; only a few stand below it."""
    count = len(sources_of(found.body))
    if not count:
        return []
    record = "status" if found.request.page == "status" else found.request.id
    return [
        TurnButton.draw(
            words("facts-sources", count=count), page="sources", id=record, sheet=0, anyway=int(found.anyway)
        )
    ]


def _above(found: FactsPage, words: Words) -> list[Item]:
    """The way to the list that a record stands in, or to the page that something belongs to."""
    if isinstance(found.body, SourcesBody):
        return [TurnButton.draw(words("facts-back"), **ids_of(found.body.of), anyway=int(found.anyway))]
    if isinstance(found.body, Work | Place):
        number = found.body.episode
        label = words("facts-episode", number=number)
        return [TurnButton.draw(label, page="episode", id=f"episode-{number}", sheet=0, anyway=0)] if number else []
    above = ABOVE.get(found.request.page)
    if above is None:
        return []
    if isinstance(found.body, Fact):
        return [TurnButton.draw(words("facts-above-topic"), page=above, id=found.body.topic, sheet=0, anyway=0)]
    if above == "topic":
        above = "topics"
    return [TurnButton.draw(words(f"facts-above-{above}"), page=above, id="-", sheet=0, anyway=0)]


def _option(entry: Entry, words: Words) -> discord.SelectOption:
    match entry:
        case Topic():
            return discord.SelectOption(label=entry.name[:OPTION], value=f"topic/{entry.id}")
        case Fact():
            return discord.SelectOption(label=entry.title[:OPTION], value=f"fact/{entry.id}")
        case Person():
            return discord.SelectOption(
                label=entry.character[:OPTION],
                value=f"person/{entry.id}",
                description=(entry.actor or "")[:OPTION] or None,
            )
        case Episode():
            return discord.SelectOption(label=episode_name(entry, words)[:OPTION], value=f"episode/{entry.id}")
        case Term():
            return discord.SelectOption(label=entry.term[:OPTION], value=f"term/{entry.id}")
        case Bond():
            return discord.SelectOption(label=entry.name[:OPTION], value=f"bond/{entry.id}")
        case Event():
            return discord.SelectOption(
                label=entry.title[:OPTION], value=f"event/{entry.id}", description=partial(words, entry.date)[:OPTION]
            )


def _question(found: FactsPage, words: Words) -> list[Item]:
    """ "How far are you?", below the first found that keeps something back."""
    if not found.ask:
        return []
    return [
        panel.box(
            panel.text(f"**{words('progress-how-far')}**\n-# {words('facts-why-ask')}"),
            *presses(told_buttons(found.request, words)),
        )
    ]


class RequestIds(TypedDict):
    """What a custom id carries of a request."""

    page: str
    id: str
    sheet: int


def ids_of(request: Request, *, sheet: int | None = None) -> RequestIds:
    """The fields of a custom id for this request, or for another sheet of it."""
    return {"page": request.page, "id": request.id, "sheet": request.sheet if sheet is None else sheet}


class _OfRequest:
    """Reads a request from the ids of a control."""

    ids: dict[str, str]

    @property
    def request(self) -> Request:
        return request_of(self.ids["page"], self.ids["id"], int(self.ids["sheet"]))


class TurnButton(_OfRequest, RoutedButton, route="v1:facts:turn:{page}:{id}:{sheet:int}:{anyway:int}"):
    """Shows another sheet (or the record that was meant) in place, as openly as the answer before it."""


class OpenSelect(RoutedSelect, route="v1:facts:open:{page}"):
    """Opens an entry of a list, in place."""


class AnywayButton(_OfRequest, RoutedButton, route="v1:facts:anyway:{page}:{id}:{sheet:int}"):
    """Shows all of it to the presser alone; its label said what it spoils."""


class ShareButton(_OfRequest, RoutedButton, route="v1:facts:share:{page}:{id}:{sheet:int}:{shown:int}"):
    """Posts the answer as the channel's horizon allows, never more than the sharer was shown."""


class MineButton(_OfRequest, RoutedButton, route="v1:facts:mine:{page}:{id}:{sheet:int}"):
    """Below a shared answer: each presser gets their own."""


class ToldButton(_OfRequest, RoutedButton, route="v1:facts:told:{episode:int}:{page}:{id}:{sheet:int}"):
    """Answers "How far are you?" below an answer, and redraws that answer for the new progress."""


class UntoldButton(_OfRequest, RoutedButton, route="v1:facts:untold:{stamp:int}:{page}:{id}:{sheet:int}"):
    """Takes that answer back, and redraws the page for the progress before it: what was shown by mistake goes too."""


def told_buttons(request: Request, words: Words) -> list[ToldButton]:
    """The nine presses, below an answer."""
    ids = ids_of(request)
    return [
        *(ToldButton.draw(words("progress-episode", episode=n), episode=n, **ids) for n in range(1, LAST_EPISODE)),
        ToldButton.draw(words("progress-finished"), style=discord.ButtonStyle.primary, episode=LAST_EPISODE, **ids),
        ToldButton.draw(words("progress-rather-not"), episode=RATHER_NOT, **ids),
    ]


CONTROLS = (TurnButton, OpenSelect, AnywayButton, ShareButton, MineButton, ToldButton, UntoldButton)
