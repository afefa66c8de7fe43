"""`/etoile help`: what there is, each with a button beside it that opens it."""

from __future__ import annotations

from bot.services.facts_values import HelpBody
from bot.text import Words
from cogs.ui.admin import HorizonsButton
from cogs.ui.facts_controls import TurnButton
from cogs.ui.kit import panel
from cogs.ui.kit.panel import Item
from cogs.ui.mydata import SheetButton
from cogs.ui.parties.controls import ListButton
from cogs.ui.polls.controls import PageButton as PollsButton
from cogs.ui.progress import ShowButton
from cogs.ui.quiz.controls import MeButton
from cogs.ui.recaps_controls import SoFarButton
from cogs.ui.setup.controls import PageButton as SetupButton


def help_page(body: HelpBody, words: Words) -> list[Item]:
    """What everybody can use, and what moderators can. What needs a server has no button outside one."""

    def line(name: str, button: Item | None) -> Item:
        said = words(f"facts-help-{name}")
        return panel.text(said) if button is None else panel.section(said, button)

    def label(name: str) -> str:
        return words(f"facts-help-{name}-button")

    here = body.on_server
    items: list[Item] = [
        panel.text(f"## {words('facts-help-title')}"),
        line("etoile", TurnButton.draw(label("etoile"), page="status", id="-", sheet=0, anyway=0)),
        line("progress", ShowButton.draw(label("progress"))),
        line("recap", SoFarButton.draw(label("recap"))),
        line("party", ListButton.draw(label("party"), page=0) if here else None),
        line("club", None),
        line("poll", PollsButton.draw(label("poll"), page=0) if here else None),
        line("quiz", MeButton.draw(label("quiz"))),
        line("mydata", SheetButton.draw(label("mydata"), sheet=0)),
    ]
    if body.moderator:
        items += [
            panel.rule(),
            line("setup", None),
            *panel.rows(
                [
                    SetupButton.draw(label("setup"), page="start"),
                    HorizonsButton.draw(label("horizon"), sheet=0),
                ]
            ),
        ]
    return items
