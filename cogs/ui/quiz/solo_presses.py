"""What presses in a member's own quiz do. Each is answered by drawing the round anew, as it is stored."""

from __future__ import annotations

from bot.domain.questions import QuizKind
from bot.domain.quiz import AFTER_AN_EVENING, USUAL
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.services.facts_values import SHELVES, Page, Request
from bot.services.recaps import Request as RecapRequest
from cogs.ui import recaps
from cogs.ui.facts_presses import reply as show_page
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.reply import answer, asker_of, redraw, words_of
from cogs.ui.quiz.controls import AgainButton, AnswerButton, EveningButton, MeButton, NextButton, ReadButton
from cogs.ui.quiz.solo_panel import solo_panel

PAGES: dict[str, Page] = {kind: page for page, kind in SHELVES.items()}
"""Which page shows what stands on a shelf."""


async def begin(interaction: Press, *, length: int, kind: QuizKind | None) -> None:
    """Start a round and ask its first question."""
    view = await interaction.client.app.quiz.begin(asker_of(interaction), length=length, kind=kind)
    await answer(interaction, solo_panel(view, words_of(interaction)))


@pressed(MeButton)
async def begin_alone(interaction: Press, _button: MeButton) -> None:
    """A round of the usual length."""
    await begin(interaction, length=USUAL, kind=None)


@pressed(AnswerButton)
async def choose(interaction: Press, button: AnswerButton) -> None:
    """Answer the question that waits."""
    view = await interaction.client.app.quiz.answer(
        asker_of(interaction), button.number("round"), button.number("number"), button.number("place")
    )
    await redraw(interaction, solo_panel(view, words_of(interaction)))


@pressed(NextButton)
async def go_on(interaction: Press, button: NextButton) -> None:
    """The next question, or the end."""
    view = await interaction.client.app.quiz.go_on(asker_of(interaction), button.number("round"))
    await redraw(interaction, solo_panel(view, words_of(interaction)))


@pressed(AgainButton)
async def once_more(interaction: Press, button: AgainButton) -> None:
    """Another round."""
    view = await interaction.client.app.quiz.again(
        asker_of(interaction), button.number("round"), anyway=button.number("anyway") == 1
    )
    await redraw(interaction, solo_panel(view, words_of(interaction)))


@pressed(EveningButton)
async def about_the_evening(interaction: Press, button: EveningButton) -> None:
    """A round about what was watched at a party."""
    first, last = (min(max(button.number(end), FIRST_EPISODE), LAST_EPISODE) for end in ("first", "last"))
    view = await interaction.client.app.quiz.begin(
        asker_of(interaction), length=AFTER_AN_EVENING, episodes=(first, last), anyway=True
    )
    await answer(interaction, solo_panel(view, words_of(interaction)))


@pressed(ReadButton)
async def read_up(interaction: Press, button: ReadButton) -> None:
    """What teaches an answer, beside the question: as far as the presser has watched."""
    app, asker = interaction.client.app, asker_of(interaction)
    kind, record = button.word("kind"), button.word("id")
    if kind == "recaps":
        number = app.pack.level_of("recaps", record) if app.pack.knows("recaps", record) else FIRST_EPISODE
        request = RecapRequest(kind="episode", last=number, locale=asker.locale)
        await recaps.reply(interaction, await app.recaps.answer(asker, request))
        return
    request = Request(page=PAGES.get(kind, "status"), id=record)
    await show_page(interaction, await app.facts.answer(asker, request))
