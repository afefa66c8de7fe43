"""What is offered while somebody types a question, and when no page answers it clearly."""

from __future__ import annotations

from collections.abc import Sequence

from discord import app_commands, ui

from bot.domain.show import Match
from bot.services.facts_values import Missing, Page
from bot.text import Words
from cogs.ui.facts_controls import TurnButton
from cogs.ui.kit import panel
from cogs.ui.kit.escaping import one_line
from cogs.ui.reports import AskButton

LABEL = 80
OPTION = 100


def missing(found: Missing, words: Words) -> ui.LayoutView:
    """No page answers clearly best: three, one press away, and the moderators.

    What lies further on than the reader is, and what is nowhere, get the same words.
    """
    buttons = [_button(match, words) for match in found.matches]
    said = words("facts-several" if found.several else "facts-missing")
    if found.later and not found.several:
        said += f"\n-# {words('facts-later')}"
    return panel.stack(
        [
            panel.box(
                panel.text(said),
                *panel.rows(buttons, width=1),
                panel.row(AskButton.draw(words("question-button"))),
            )
        ]
    )


def suggestions(found: Sequence[Match], words: Words, *, own: Page, typed: str) -> list[app_commands.Choice[str]]:
    """What autocomplete offers: pages, those of other kinds than `own` as such; last, what is typed, to be asked."""
    choices = [app_commands.Choice(name=_suggestion(match, words, own)[:OPTION], value=match.id) for match in found]
    if typed.strip():
        asked = one_line(typed, OPTION)
        choices.append(app_commands.Choice(name=words("facts-ask-row", question=asked)[:OPTION], value=asked or typed))
    return choices


def asked_for(option: str, words: Words) -> str:
    """What an option asks for: clients that lose a suggestion's value send its label, which leads in with words."""
    for before in (words("facts-ask-row", question=""), words("facts-go-to", page="")):
        if option.casefold().startswith(before.strip().casefold()):
            return option[len(before.strip()) :].strip()
    return option


def _suggestion(match: Match, words: Words, own: Page) -> str:
    label = _label(match, words)
    anything = own == "fact"
    return label if anything or match.id.partition("/")[0] == own else words("facts-go-to", page=label)


def _label(match: Match, words: Words) -> str:
    """A page by its name; an episode is known by its number."""
    return words("facts-episode", number=match.label) if match.id.startswith("episode/") else match.label


def _button(match: Match, words: Words) -> TurnButton:
    page, _, record = match.id.partition("/")
    return TurnButton.draw(
        _label(match, words)[:LABEL], page=page, id="-" if page == "status" else record, sheet=0, anyway=0
    )
