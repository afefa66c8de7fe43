"""`/etoile help`: what there is, each with a button beside it that opens it; and how one thing of it is done."""

from __future__ import annotations

from bot.services.facts_values import HelpBody, HowToBody
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

_OPENED: dict[str, str] = {
    "vote": "poll",
    "poll": "poll",
    "party-join": "party",
    "party-plan": "party",
    "party-change": "party",
    "party-clock": "party",
    "progress": "progress",
    "recap": "recap",
    "quiz": "quiz",
    "data": "mydata",
}
"""By what is done: which button of the help opens it."""


def howto_page(body: HowToBody, words: Words) -> list[Item]:
    """How something is done, with the commands to click."""
    return [panel.text(f"## {body.howto.name}\n{words('howto-' + _thing(body))}")]


def howto_button(body: HowToBody, words: Words) -> list[Item]:
    """What opens it at once, where one press can."""
    name = _OPENED.get(_thing(body))
    opened = None if name is None else _buttons(words, here=body.on_server).get(name)
    return [] if opened is None else [opened]


def _thing(body: HowToBody) -> str:
    return body.howto.id.removeprefix("howto-")


def _buttons(words: Words, *, here: bool) -> dict[str, Item]:
    """What opens a part of the bot; `here`: also what needs a server."""

    def label(name: str) -> str:
        return words(f"facts-help-{name}-button")

    everywhere: dict[str, Item] = {
        "etoile": TurnButton.draw(label("etoile"), page="status", id="-", sheet=0, anyway=0),
        "progress": ShowButton.draw(label("progress")),
        "recap": SoFarButton.draw(label("recap")),
        "quiz": MeButton.draw(label("quiz")),
        "mydata": SheetButton.draw(label("mydata"), sheet=0),
    }
    of_servers: dict[str, Item] = {
        "party": ListButton.draw(label("party"), page=0),
        "poll": PollsButton.draw(label("poll"), page=0),
    }
    return everywhere | (of_servers if here else {})


def help_page(body: HelpBody, words: Words) -> list[Item]:
    """What everybody can use, and what moderators can. What needs a server has no button outside one."""

    buttons = _buttons(words, here=body.on_server)

    def line(name: str) -> Item:
        said = words(f"facts-help-{name}")
        return panel.section(said, buttons[name]) if name in buttons else panel.text(said)

    parts = ("etoile", "progress", "recap", "party", "club", "poll", "quiz", "mydata")
    items: list[Item] = [panel.text(f"## {words('facts-help-title')}"), *(line(name) for name in parts)]
    if body.moderator:
        items += [
            panel.rule(),
            line("setup"),
            *panel.rows(
                [
                    SetupButton.draw(words("facts-help-setup-button"), page="start"),
                    HorizonsButton.draw(words("facts-help-horizon-button"), sheet=0),
                ]
            ),
        ]
    return items
