"""How moderators keep the notes that stand beside pages of `/etoile`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from typing import Any

import discord
from discord import ui

from bot.domain.log_note import LogNote
from bot.domain.server_note import NOTE_LENGTH, ServerNote, ShownNote
from bot.errors import EtoileError
from bot.services.server_notes import ListedNote
from bot.text import Words
from cogs.ui.facts_pages import note_line
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, RoutedModal, pressed
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.escaping import escaped
from cogs.ui.kit.moderator_log import noting
from cogs.ui.kit.reply import answer, ask, asker_of, redraw, words_of

SHEET = 5
"""Notes on one sheet of the list: each takes a box with its own buttons."""


class NotesButton(RoutedButton, route="v1:admin:notes:{sheet:int}"):
    """Another sheet of the list."""


class EditNoteButton(RoutedButton, route="v1:admin:note-edit:{note_id:int}:{sheet:int}"):
    """Opens a note's words in a form."""


class OpenNoteButton(RoutedButton, route="v1:admin:note-open:{note_id:int}:{sheet:int}"):
    """Says that the guarded words in a note give nothing away."""


class RemoveNoteButton(RoutedButton, route="v1:admin:note-remove:{note_id:int}:{sheet:int}"):
    """Takes a note away."""


CONTROLS: Sequence[type[RoutedButton]] = (NotesButton, EditNoteButton, OpenNoteButton, RemoveNoteButton)


@pressed(NotesButton)
async def on_notes(interaction: Press, button: NotesButton) -> None:
    await _show(interaction, button.number("sheet"))


@pressed(EditNoteButton)
async def on_edit(interaction: Press, button: EditNoteButton) -> None:
    note_id, sheet = button.number("note_id"), button.number("sheet")
    written = await interaction.client.app.server_notes.own_words(asker_of(interaction), note_id)
    await ask(interaction, NoteForm(words_of(interaction), note_id, sheet, written))


@pressed(OpenNoteButton)
async def on_open(interaction: Press, button: OpenNoteButton) -> None:
    async with noting_note(interaction, "opened") as log:
        notes, note_id = interaction.client.app.server_notes, button.number("note_id")
        await notes.open_earlier(asker_of(interaction), note_id, log)
    await _show(interaction, button.number("sheet"))


@pressed(RemoveNoteButton)
async def on_remove(interaction: Press, button: RemoveNoteButton) -> None:
    notes, asker = interaction.client.app.server_notes, asker_of(interaction)
    note = await notes.find(asker, button.number("note_id"))
    async with noting_note(interaction, "removed") as log:
        await notes.remove(asker, note, log)
    await _show(interaction, button.number("sheet"))


class NoteForm(RoutedModal):
    """The words of a note, to be changed."""

    def __init__(self, words: Words, note_id: int, sheet: int, written: str) -> None:
        super().__init__(title=words("note-edit-title"))
        self._note_id, self._sheet = note_id, sheet
        self._text: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=NOTE_LENGTH, default=written
        )
        self.add_item(ui.Label(text=words("note-edit-label"), component=self._text))

    async def submitted(self, interaction: Press) -> None:
        notes, asker = interaction.client.app.server_notes, asker_of(interaction)
        try:
            async with noting_note(interaction, "reworded") as log:
                await notes.reword(asker, self._note_id, self._text.value, log)
        except EtoileError as error:
            raise handed_back(error, self._text.value, words_of(interaction)) from None
        await _show(interaction, self._sheet)


def handed_back(error: EtoileError, written: str, words: Words) -> EtoileError:
    """What is wrong with a note, and the words that were typed, to be copied."""
    fenced = "```\n" + written.replace("```", "ˋˋˋ")[:NOTE_LENGTH] + "\n```"
    return EtoileError("note-handed-back", why=words.error(error), written=fenced)


async def _show(interaction: Press, sheet: int) -> None:
    found = await interaction.client.app.server_notes.listed(asker_of(interaction))
    await redraw(interaction, listed(found, words_of(interaction), sheet))


async def show_list(interaction: Press) -> None:
    """Answer with the first sheet of the server's notes."""
    found = await interaction.client.app.server_notes.listed(asker_of(interaction))
    await answer(interaction, listed(found, words_of(interaction), 0))


async def show_added(interaction: Press, note: ServerNote) -> None:
    """Answer with a new note among the others: they are in the order in which they were made."""
    found = await interaction.client.app.server_notes.listed(asker_of(interaction))
    at = next((number for number, each in enumerate(found) if each.note.id == note.id), 0)
    await answer(interaction, listed(found, words_of(interaction), at // SHEET, added=note.id))


def noting_note(interaction: Press, what: str) -> AbstractAsyncContextManager[LogNote | None]:
    """Tell the other moderators who changed which note; not what it says: they read at every point of the season."""

    def line(words: Words, note: ServerNote | None) -> str | None:
        if note is None:
            return None
        return words(f"note-logged-{what}", who=interaction.user.mention, episode=note.text.level)

    return noting(interaction, line)


def listed(notes: Sequence[ListedNote], words: Words, sheet: int, *, added: int = 0) -> ui.LayoutView:
    """A sheet of the server's notes, each with what can be done with it. `added`: the one that is new."""
    sheets = max(-(-len(notes) // SHEET), 1)
    sheet = max(min(sheet, sheets - 1), 0)
    title = f"## {words('note-list-title')}"
    if not notes:
        return panel.stack([panel.box(panel.text(f"{title}\n{words('note-list-empty')}"))])
    if sheets > 1:
        title += f"\n-# {words('admin-sheet', sheet=sheet + 1, sheets=sheets)}"
    shown = notes[sheet * SHEET : (sheet + 1) * SHEET]
    boxes: list[panel.Item | None] = [_box(each, words, sheet, new=each.note.id == added) for each in shown]
    turns = None
    if sheets > 1:
        turns = panel.row(
            NotesButton.draw("◀", sheet=sheet - 1, disabled=sheet == 0),
            NotesButton.draw("▶", sheet=sheet + 1, disabled=sheet + 1 >= sheets),
        )
    return panel.stack([panel.text(title), *boxes, turns])


def _box(entry: ListedNote, words: Words, sheet: int, *, new: bool) -> panel.Item:
    note = entry.note
    page = entry.page or words("note-page-hidden")
    ends = "" if note.until is None else f" · {words('note-until', when=stamp(note.until - timedelta(seconds=1), 'D'))}"
    level = words("note-level", episode=note.text.level)
    head = f"-# {words('note-beside', page=escaped(page))} · {level}{ends}"
    if new:
        head = f"{words('note-added')}\n{head}"
    ids: dict[str, Any] = {"note_id": note.id, "sheet": sheet}
    raised = note.text.level > note.said
    return panel.box(
        panel.text(f"{head}\n{_written(entry.shown, note, words)}"),
        panel.text(f"-# {words('note-raised', episode=note.text.level)}") if raised else None,
        panel.row(
            EditNoteButton.draw(words("note-edit"), disabled=entry.shown is None, **ids),
            OpenNoteButton.draw(words("note-open", episode=note.said), **ids) if raised and entry.shown else None,
            RemoveNoteButton.draw(words("note-remove"), **ids),
        ),
    )


def _written(shown: ShownNote | None, note: ServerNote, words: Words) -> str:
    return words("note-hidden", episode=note.text.level) if shown is None else note_line(shown, words)
