"""How progress looks: the nine presses, what was recorded, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
from discord import ui

from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE, NOTHING
from bot.services.progress import Change
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, pressed
from cogs.ui.kit.panel import Item
from cogs.ui.kit.reply import answer, redraw, words_of

RATHER_NOT = -1
"""Stands for "I'd rather not say" where a route carries an episode."""


class TellButton(RoutedButton, route="v1:progress:tell:{episode:int}"):
    """Sets the presser's progress."""


@pressed(TellButton)
async def on_tell(interaction: Press, button: TellButton) -> None:
    episode = button.number("episode")
    change = await interaction.client.app.progress.tell(interaction.user.id, None if episode == RATHER_NOT else episode)
    await redraw(interaction, changed(change, words_of(interaction), declined=episode == RATHER_NOT))


class ShowButton(RoutedButton, route="v1:progress:show"):
    """What the presser told, and the ways to change it."""


@pressed(ShowButton)
async def on_show(interaction: Press, button: ShowButton) -> None:
    progress = await interaction.client.app.progress.show(interaction.user.id)
    await answer(interaction, shown(progress, words_of(interaction)))


class UndoButton(RoutedButton, route="v1:progress:undo:{stamp:int}"):
    """Takes one change back."""


@pressed(UndoButton)
async def on_undo(interaction: Press, button: UndoButton) -> None:
    words = words_of(interaction)
    now = await interaction.client.app.progress.undo(interaction.user.id, button.number("stamp"))
    view = panel.stack([panel.box(panel.text(noted(words("progress-undone"), now, words)))])
    # The answer in which it stands may hold what is now too much: taken back means off the screen as well.
    await redraw(interaction, view)


def standing(progress: int | None, words: Words) -> str:
    """One sentence: how far the member has watched, as far as the bot knows."""
    if progress is None:
        return words("progress-standing-unset")
    if progress == LAST_EPISODE:
        return words("progress-standing-finished")
    return words("progress-standing", episode=progress)


def noted(line: str, progress: int | None, words: Words) -> str:
    """What happened to the progress, then what it is now."""
    return f"{line} {standing(progress, words)}"


Draw = Callable[[int, str, discord.ButtonStyle], Item]
"""Draws the press that tells an episode, with its label and its look."""


def tell_row(draw: Draw, words: Words, *, current: int | None = None) -> list[ui.ActionRow[Any]]:
    """The ten presses: each episode, "Not started", and "I'd rather not say". Where the member is now is marked, and
    nothing else: no answer is more likely than another, and the last one unlocks everything."""
    labels = {number: words("progress-episode", episode=number) for number in range(FIRST_EPISODE, LAST_EPISODE)}
    labels[LAST_EPISODE] = words("progress-finished")
    labels[NOTHING] = words("progress-not-started")
    here, elsewhere = discord.ButtonStyle.success, discord.ButtonStyle.secondary
    told = [draw(episode, label, here if episode == current else elsewhere) for episode, label in labels.items()]
    rather_not = draw(RATHER_NOT, words("progress-rather-not"), elsewhere)
    return [*panel.rows(told), *panel.rows([rather_not])]


def shown(progress: int | None, words: Words) -> ui.LayoutView:
    """The answer to `/progress show`."""
    return panel.stack(
        [
            panel.box(
                panel.text(f"## {words('progress-title')}\n{standing(progress, words)}"),
                panel.text(f"**{words('progress-how-far')}**"),
                *tell_row(
                    lambda episode, label, style: TellButton.draw(label, style=style, episode=episode),
                    words,
                    current=progress,
                ),
                panel.text(f"-# {words('progress-private')}"),
            )
        ]
    )


def changed(change: Change, words: Words, *, declined: bool = False) -> ui.LayoutView:
    """What was recorded, with a way back where there is one."""
    if declined:
        line = words("progress-declined")
    elif not change.moved:
        line = words("progress-unchanged")
    elif change.now is None:
        line = words("progress-cleared")
    elif change.before is not None and change.now < change.before:
        line = words("progress-set-back")
    else:
        line = words("progress-noted")
    undo = UndoButton.draw(words("progress-undo"), stamp=change.stamp) if change.moved else None
    return panel.stack(
        [
            panel.box(
                panel.text(noted(line, change.now, words)),
                panel.text(f"-# {words('progress-private')}"),
                panel.row(undo),
            )
        ]
    )


CONTROLS = (TellButton, ShowButton, UndoButton)
