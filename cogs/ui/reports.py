""" "Something wrong?": a button under answers, a form, and one message to whoever can put it right.

What the member writes may hold plot and stands in a channel that members read at every point of the season: it goes
into a closed box, escaped.
"""

from __future__ import annotations

import logging
import re
from typing import Any, Self

import discord
from discord import ui

from bot.discordpy.codes import UNANSWERED, told
from bot.errors import EtoileError
from bot.services.facts_values import Request
from bot.services.reports import LONGEST, Desk, about
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, RoutedModal, pressed
from cogs.ui.kit.delivery import Letter, send
from cogs.ui.kit.escaping import escaped, many_lines
from cogs.ui.kit.reply import ask, asker_of, begin, say, words_of

_log = logging.getLogger(__name__)

_RECAP = re.compile(r"recap-(episode|upto|season|who|catchup)/([a-z0-9-]+/)?[0-8]")
QUESTION = "question"
"""What a report is about that asks what nothing answers."""


def report_subject(request: Request) -> str:
    """What a report below an answer of `/etoile` is about: its page, and the record where it shows one.

    The moderators' log is read at every point of the season, and works and places are called by what happens there.
    """
    told = request.id != "-" and request.page not in ("work", "place")
    return f"{request.page}/{request.id}"[:60] if told else request.page


class ReportButton(RoutedButton, route="v1:care:report:{about}"):
    """Opens the form, which says who will read it. `about` is a place in the show pack, such as "fact/renewal"."""

    @classmethod
    def draw_for(cls, words: Words, about: str) -> Self:
        """The button under an answer about `about`: "kind/record", neutral, at most 60 characters."""
        return cls.draw(words("report-button"), about=about)


class AskButton(RoutedButton, route="v1:care:ask"):
    """Below a question that found no answer: the same form, with the question in it, for whoever reads reports."""


class ReportForm(RoutedModal):
    """What is wrong, or what is asked, in the member's words. `about` is a place in the show pack, or QUESTION."""

    def __init__(self, words: Words, about: str, desk: Desk, *, written: str = "") -> None:
        super().__init__(title=words(_key(about, "title")))
        self._about = about
        self._text: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph,
            max_length=LONGEST,
            placeholder=words(_key(about, "example")),
            default=written or None,
        )
        hint = words(_key(about, f"hint-{desk.reader}"))
        self.add_item(ui.Label(text=words(_key(about, "label")), description=hint, component=self._text))

    async def submitted(self, interaction: Press) -> None:
        reports, asker, words = interaction.client.app.reports, asker_of(interaction), words_of(interaction)
        desks = await reports.desks(asker)
        try:
            text = reports.take(asker, self._text.value)
        except EtoileError as error:
            raise EtoileError(error.key, written=_fenced(self._text.value)) from None
        await begin(interaction, thinking=True)
        for desk in desks:
            if await _pass_on(interaction, desk, self._about, text):
                await say(interaction, words(_key(self._about, f"thanks-{desk.reader}")))
                return
        raise EtoileError("report-lost", written=_fenced(text))


@pressed(ReportButton)
async def open_report(interaction: Press, button: ReportButton) -> None:
    """Open the form about what the button stands under."""
    desks = await interaction.client.app.reports.desks(asker_of(interaction))
    form = ReportForm(words_of(interaction), about(button.word("about")), desks[0])
    await ask(interaction, form)


@pressed(AskButton)
async def open_question(interaction: Press, button: AskButton) -> None:
    """Open the form with the question that found no answer."""
    app = interaction.client.app
    desks = await app.reports.desks(asker_of(interaction))
    asked = app.facts.unanswered(interaction.user.id)
    form = ReportForm(words_of(interaction), QUESTION, desks[0], written=asked)
    await ask(interaction, form)


def _key(about: str, name: str) -> str:
    """A sentence of the form: for a question other words than for what is wrong."""
    return f"question-{name}" if about == QUESTION else f"report-{name}"


def _fenced(written: str) -> str:
    """What somebody wrote, handed back to be copied: in a fence that it cannot close."""
    return "```\n" + written.replace("```", "ˋˋˋ")[:LONGEST] + "\n```"


async def _pass_on(interaction: Press, desk: Desk, about: str, text: str) -> bool:
    """Post the report to one desk. Whether that was possible."""
    words = interaction.client.app.text.words(desk.locale)
    channel = interaction.client.get_partial_messageable(desk.channel_id)
    view = _report(interaction, words, about, text)
    try:
        await send(channel, Letter(view=view, silent=True), nonce=str(interaction.id))
    except UNANSWERED as error:  # the next desk is tried, and the writer told when there is none
        _log.warning("a report could not be posted to channel %s: %s", desk.channel_id, told(error))
        return False
    return True


def _named(interaction: Press, words: Words, about: str) -> str:
    """What it is about, as people call it; nothing for a question."""
    kind, _, record = about.partition("/")
    if _RECAP.fullmatch(about):
        episode = int(record.rpartition("/")[2])
        head = words(f"recaps-head-{kind.removeprefix('recap-')}", episode=episode)
        return f"**{head}**"
    name = interaction.client.app.reports.name_of(kind, record or "-", words.locale)
    return f"**{name}**" if name else ""


def _report(interaction: Press, words: Words, about: str, text: str) -> ui.LayoutView:
    who, named = interaction.user.mention, _named(interaction, words, about)
    if interaction.guild_id is None:
        head = words(_key(about, "posted-direct"), who=who)
    else:
        head = words(_key(about, "posted"), who=who, where=f"<#{interaction.channel_id}>")
    return panel.stack(
        [
            panel.text(f"{head}\n-# {words('report-inside')}"),
            panel.box(panel.text(f"{named}\n{escaped(many_lines(text, LONGEST))[:3000]}".strip()), closed=True),
        ]
    )


CONTROLS = (ReportButton, AskButton)
