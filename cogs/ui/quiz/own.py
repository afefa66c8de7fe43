"""A server's own questions: the list for hosts, the form in which they are written."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

import discord
from discord import ui

from bot.domain.log_note import LogNote
from bot.domain.own_question import ANSWER_LENGTH, EXPLANATION_LENGTH, QUESTION_LENGTH, OwnQuestion
from bot.domain.visibility import LAST_EPISODE
from bot.errors import EtoileError
from bot.services.quiz.own import ListedQuestion, OwnWish
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedModal, pressed
from cogs.ui.kit.escaping import escaped, one_line
from cogs.ui.kit.moderator_log import noting
from cogs.ui.kit.reply import answer, ask, asker_of, redraw, words_of
from cogs.ui.quiz.controls import (
    EditOwnButton,
    OpenOwnButton,
    OwnButton,
    RemoveOwnButton,
    SwitchOwnButton,
    WriteButton,
)

SHEET = 3
"""Questions on one sheet: each has a row of its own buttons."""
SHORT = 120
LINES = 4 * ANSWER_LENGTH


async def show(interaction: Press) -> None:
    """The server's own questions, and the way to write another one."""
    found = await interaction.client.app.quiz_own.listed(asker_of(interaction))
    await answer(interaction, own_panel(found, words_of(interaction), 0))


@pressed(OwnButton)
async def turn(interaction: Press, button: OwnButton) -> None:
    """Another sheet."""
    await _redraw(interaction, button.number("sheet"))


@pressed(WriteButton)
async def write(interaction: Press, _button: WriteButton) -> None:
    """The form for a new one, for who may write one."""
    await interaction.client.app.quiz_own.listed(asker_of(interaction))
    await ask(interaction, QuestionForm(words_of(interaction), None, 0, None))


@pressed(EditOwnButton)
async def edit(interaction: Press, button: EditOwnButton) -> None:
    """The form for what is written already."""
    question_id = button.number("question")
    written = await interaction.client.app.quiz_own.written(asker_of(interaction), question_id)
    await ask(interaction, QuestionForm(words_of(interaction), question_id, button.number("sheet"), written))


@pressed(SwitchOwnButton)
async def switch(interaction: Press, button: SwitchOwnButton) -> None:
    """Ask it, or no longer."""
    service, active = interaction.client.app.quiz_own, button.number("on") == 1
    await service.switch(asker_of(interaction), button.number("question"), active=active)
    await _redraw(interaction, button.number("sheet"))


@pressed(OpenOwnButton)
async def open_earlier(interaction: Press, button: OpenOwnButton) -> None:
    """Its guarded words give nothing away."""
    async with _noting(interaction, "opened") as note:
        await interaction.client.app.quiz_own.open_earlier(asker_of(interaction), button.number("question"), note)
    await _redraw(interaction, button.number("sheet"))


@pressed(RemoveOwnButton)
async def remove(interaction: Press, button: RemoveOwnButton) -> None:
    """Delete it."""
    async with _noting(interaction, "removed") as note:
        await interaction.client.app.quiz_own.remove(asker_of(interaction), button.number("question"), note)
    await _redraw(interaction, button.number("sheet"))


class QuestionForm(RoutedModal):
    """A question, its right answer, three wrong ones, a line that explains it, and what it spoils."""

    def __init__(self, words: Words, question_id: int | None, sheet: int, written: OwnWish | None) -> None:
        super().__init__(title=words("quiz-own-form"))
        self._question_id, self._sheet = question_id, sheet
        long, text = discord.TextStyle.paragraph, written
        self._question: ui.TextInput[Any] = ui.TextInput(max_length=QUESTION_LENGTH, default=text and text.question)
        self._right: ui.TextInput[Any] = ui.TextInput(max_length=ANSWER_LENGTH, default=text and text.right)
        self._wrong: ui.TextInput[Any] = ui.TextInput(
            style=long, max_length=LINES, default="\n".join(text.wrong) if text else None
        )
        self._explanation: ui.TextInput[Any] = ui.TextInput(
            style=long, max_length=EXPLANATION_LENGTH, required=False, default=(text and text.explanation) or None
        )
        self._said: ui.Select[Any] = ui.Select()
        for episode in range(LAST_EPISODE + 1):
            chosen = episode == (written.said if written is not None else 0)
            self._said.add_option(label=words("quiz-own-spoils", episode=episode), value=str(episode), default=chosen)
        for name, component in (
            ("question", self._question),
            ("right", self._right),
            ("wrong", self._wrong),
            ("explanation", self._explanation),
            ("said", self._said),
        ):
            hint = words("quiz-own-said-hint") if name == "said" else None
            self.add_item(ui.Label(text=words(f"quiz-own-label-{name}"), description=hint, component=component))

    def _wish(self) -> OwnWish:
        wrong = (one_line(line, LINES) for line in self._wrong.value.splitlines())
        said = self._said.values[0] if self._said.values else "0"
        return OwnWish(
            question=one_line(self._question.value, QUESTION_LENGTH),
            right=one_line(self._right.value, ANSWER_LENGTH),
            wrong=tuple(line for line in wrong if line),
            explanation=one_line(self._explanation.value, EXPLANATION_LENGTH),
            said=int(said) if said.isdecimal() else -1,
        )

    async def submitted(self, interaction: Press) -> None:
        service, asker = interaction.client.app.quiz_own, asker_of(interaction)
        wish = self._wish()
        try:
            async with _noting(interaction, "added" if self._question_id is None else "reworded") as note:
                if self._question_id is None:
                    own = await service.add(asker, wish, note)
                else:
                    own = await service.reword(asker, self._question_id, wish, note)
        except EtoileError as error:
            raise self._handed_back(error, words_of(interaction)) from None
        await _redraw(interaction, self._sheet, beside=own.id)

    def _handed_back(self, error: EtoileError, words: Words) -> EtoileError:
        """What is wrong with it, and all that was typed, to be copied."""
        fields = (self._question, self._right, self._wrong, self._explanation)
        typed = "\n\n".join(field.value for field in fields if field.value).replace("```", "ˋˋˋ")
        return EtoileError("quiz-own-handed-back", why=words.error(error), written=f"```\n{typed}\n```")


async def _redraw(interaction: Press, sheet: int, *, beside: int | None = None) -> None:
    """The list as it is now; the sheet on which the question `beside` stands."""
    found = await interaction.client.app.quiz_own.listed(asker_of(interaction))
    at = next((number for number, each in enumerate(found) if each.own.id == beside), None)
    await redraw(interaction, own_panel(found, words_of(interaction), sheet if at is None else at // SHEET))


def _noting(interaction: Press, what: str) -> AbstractAsyncContextManager[LogNote | None]:
    """Tell the moderators who changed something, not what it says: they read at every point of the season."""

    def line(words: Words, own: OwnQuestion) -> str:
        return words(f"quiz-own-logged-{what}", who=interaction.user.mention, episode=own.level)

    return noting(interaction, line)


def own_panel(found: Sequence[ListedQuestion], words: Words, sheet: int) -> ui.LayoutView:
    """A sheet of the server's own questions, each with what can be done with it."""
    sheets = max(-(-len(found) // SHEET), 1)
    sheet = max(min(sheet, sheets - 1), 0)
    head = f"## {words('quiz-own-title')}\n{words('quiz-own-about', count=len(found))}"
    if sheets > 1:
        head += f"\n-# {words('quiz-table-sheet', sheet=sheet + 1, sheets=sheets)}"
    entries = [
        item
        for each in found[sheet * SHEET : (sheet + 1) * SHEET]
        for item in (panel.rule(), *_entry(each, words, sheet))
    ]
    turns: list[panel.Item] = []
    if sheets > 1:
        turns = [
            OwnButton.draw("◀", sheet=sheet - 1, disabled=sheet == 0),
            OwnButton.draw("▶", sheet=sheet + 1, disabled=sheet + 1 >= sheets),
        ]
    new = WriteButton.draw(words("quiz-own-write"), style=discord.ButtonStyle.primary)
    last = panel.rule() if found else None
    return panel.stack([panel.box(panel.text(head), *entries, last, panel.row(new, *turns))])


def _entry(entry: ListedQuestion, words: Words, sheet: int) -> list[panel.Item | None]:
    """A question, and what its reader can do with it."""
    own, shown = entry.own, entry.shown
    head = words("quiz-own-spoils", episode=own.level)
    if not own.active:
        head += f" · {words('quiz-own-off')}"
    lines = [f"-# {head}"]
    if shown is None:
        lines.append(words("quiz-own-hidden", episode=own.level))
    else:
        wrong = " · ".join(escaped(each) for each in shown.wrong)
        lines += [f"**{escaped(shown.question)}**", f"✔️ {escaped(shown.right)}", f"✖️ {wrong}"]
        if shown.explanation:
            lines.append(f"-# {escaped(one_line(shown.explanation, SHORT))}")
    raised = own.level > own.said
    if raised:
        lines.append(f"-# {words('quiz-own-raised', episode=own.level)}")
    ids: dict[str, Any] = {"question": own.id, "sheet": sheet}
    if not entry.mine:
        return [panel.text("\n".join(lines))]
    return [
        panel.text("\n".join(lines)),
        panel.row(
            EditOwnButton.draw(words("quiz-own-edit"), disabled=shown is None, **ids),
            SwitchOwnButton.draw(
                words("quiz-own-switch-off" if own.active else "quiz-own-switch-on"), on=int(not own.active), **ids
            ),
            OpenOwnButton.draw(words("quiz-own-open", episode=own.said), **ids) if raised and shown else None,
            RemoveOwnButton.draw(words("quiz-own-remove"), style=discord.ButtonStyle.danger, **ids),
        ),
    ]
