"""How the answers of `/etoile` look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import discord
from discord import ui

from bot.bounded import Bounded
from bot.domain.locale import Locale
from bot.domain.show import Bond, Episode, Event, Fact, Person, Place, Term, Topic, Work
from bot.services.facts_values import (
    ABOVE,
    Entry,
    FactsPage,
    HelpBody,
    HiddenBody,
    HowToBody,
    ListBody,
    Request,
    Shared,
    SourcesBody,
    StatusBody,
    levels_in,
)
from bot.text import Words
from cogs.ui.facts_controls import (
    AnywayButton,
    MineButton,
    MoreButton,
    OpenSelect,
    ShareButton,
    ToldButton,
    TurnButton,
    ids_of,
)
from cogs.ui.facts_help import howto_button
from cogs.ui.facts_pages import WHOLE, beyond, colour_of, episode_name, page, server_notes
from cogs.ui.facts_sources import sources_of
from cogs.ui.kit import panel
from cogs.ui.kit.dates import partial
from cogs.ui.kit.links import card_url
from cogs.ui.kit.panel import Item
from cogs.ui.kit.pictures import gallery
from cogs.ui.progress import tell_row
from cogs.ui.recaps import recap_button
from cogs.ui.reports import ReportButton, report_subject

OPTION = 100
_drawn: Bounded[tuple[int, Locale], tuple[FactsPage, ui.LayoutView]] = Bounded(256)
"""Panels by the page that they show (kept beside them, so that its id stays its own): the service hands the same page
to all who may be told the same."""


def private(
    found: FactsPage,
    words: Words,
    *,
    picture: discord.File | None = None,
    notice: Sequence[Item] = (),
    more: bool = False,
) -> ui.LayoutView:
    """The answer for the asker alone: what they may see, what is kept back, and what can be done next.

    `notice` stands on top, when a press on an earlier form of the answer changed something; `more` adds what is less
    often wanted.
    """
    if notice or more or picture is not None:
        return _private(found, words, picture, notice, more=more)
    key = (id(found), words.locale)
    if key not in _drawn:
        _drawn[key] = (found, _private(found, words, None, ()))
    return _drawn[key][1]


def _private(
    found: FactsPage, words: Words, picture: discord.File | None, notice: Sequence[Item], *, more: bool = False
) -> ui.LayoutView:
    return panel.stack(
        [
            panel.box(*notice) if notice else None,
            panel.box(
                *page(found, words, pictured=picture is not None),
                gallery(picture) if picture is not None else None,
                *server_notes(found, words),
                *_kept_back(found, words),
                *_next(found, words, more=more),
                colour=colour_of(found.body),
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
                colour=colour_of(shared.open.body),
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


def _next(found: FactsPage, words: Words, *, more: bool) -> list[Item]:
    """What people do next, in one row, and the rest behind one button."""
    if isinstance(found.body, HelpBody):
        return []
    rest = _rest(found, words)
    if not rest:
        more = True
    items: list[Item] = []
    if found.request.page == "topics":
        items += panel.rows([draw_question(words) for draw_question in QUESTIONS])
    if isinstance(found.body, ListBody) and found.body.entries:
        options = [_option(entry, words) for entry in found.body.entries]
        menu = OpenSelect.draw(options, placeholder=words("facts-open"), page=found.request.page)
        items.extend(panel.rows([menu]))
    buttons = [*_turns(found), *_onward(found, words)]
    if isinstance(found.body, HiddenBody):
        buttons.append(_anyway(found, words))
    elif found.shareable and found.request.page != "topics":  # a list of headings tells nobody anything
        buttons.append(ShareButton.draw(words("facts-share"), **ids_of(found.request), shown=found.level))
    if not more:
        buttons.append(MoreButton.draw("⋯", **ids_of(found.request), anyway=int(found.anyway)))
    return [*items, *panel.rows(buttons), *(panel.rows(rest, width=3) if more else [])]


def _onward(found: FactsPage, words: Words) -> list[Item]:
    """Where one goes from here."""
    body, anyway = found.body, int(found.anyway)
    if isinstance(body, StatusBody):
        if found.request.id == WHOLE:
            return [
                TurnButton.draw(words("facts-back"), page="status", id="-", sheet=0, anyway=0),
                *_sources(found, words),
            ]
        why = TurnButton.draw(
            words("facts-status-more"), style=discord.ButtonStyle.primary, page="status", id=WHOLE, sheet=0, anyway=0
        )
        return [why, *_sources(found, words)]
    if isinstance(body, Fact):
        following = found.following
        on = (
            None if following is None else TurnButton.draw(words("facts-following"), **ids_of(following), anyway=anyway)
        )
        return [*([] if on is None else [on]), *_sources(found, words)]
    if isinstance(body, HowToBody):
        return [*howto_button(body, words), *_above(found, words)]
    if isinstance(body, Episode):
        recap = recap_button(body.number, words)
        url = None if found.party is None else card_url(found.party)
        return [recap, *([] if url is None else [panel.link(words("facts-next-party"), url)])]
    if isinstance(body, SourcesBody | Work | Place) or found.request.page == "topic":
        return [*_above(found, words), *_sources(found, words)]
    return _sources(found, words)


def _rest(found: FactsPage, words: Words) -> list[Item]:
    """What is less often wanted."""
    body, buttons = found.body, list[Item]()
    if not isinstance(body, HiddenBody | SourcesBody | Work | Place | HowToBody) and found.request.page != "topic":
        buttons += _above(found, words)
    if isinstance(body, Episode):
        buttons += _sources(found, words)
    if not isinstance(body, HiddenBody | HelpBody | ListBody | SourcesBody):
        buttons.append(ReportButton.draw_for(words, report_subject(found.request)))
    if _withholds(found) and not isinstance(body, HiddenBody):
        buttons.append(_anyway(found, words))
    return buttons


def _anyway(found: FactsPage, words: Words) -> Item:
    return AnywayButton.draw(words("facts-anyway", episode=found.spoils), **ids_of(found.request))


def _question_button(name: str, page: str, record: str) -> Callable[[Words], Item]:
    return lambda words: TurnButton.draw(words(f"facts-ask-{name}"), page=page, id=record, sheet=0, anyway=0)


QUESTIONS = (
    _question_button("season-2", "status", "-"),
    _question_button("why", "fact", "fact-why"),
    _question_button("where", "fact", "fact-platform"),
    _question_button("who", "cast", "-"),
    _question_button("true", "fact", "fact-true-story"),
)
"""What people ask most, before they have asked anything."""


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
            count = words("facts-topic-count", count=len(entry.facts))
            return discord.SelectOption(label=entry.name[:OPTION], value=f"topic/{entry.id}", description=count)
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
            *_told_row(found.request, words),
        )
    ]


def _told_row(request: Request, words: Words) -> list[ui.ActionRow[Any]]:
    """The ten presses, below an answer."""
    ids = ids_of(request)
    return tell_row(lambda episode, label, style: ToldButton.draw(label, style=style, episode=episode, **ids), words)
