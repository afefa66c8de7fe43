"""How progress looks: the nine presses, what was recorded, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.domain.visibility import LAST_EPISODE
from bot.services.progress import Change
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.panel import Item
from cogs.ui.kit.reply import redraw, words_of
from cogs.ui.kit.routes import Press, RoutedButton, pressed

RATHER_NOT = -1
"""Stands for "I'd rather not say" where a route carries an episode."""


class TellButton(RoutedButton, route="v1:progress:tell:{episode:int}"):
    """Sets the presser's progress."""


@pressed(TellButton)
async def on_tell(interaction: Press, button: TellButton) -> None:
    episode = button.number("episode")
    change = await interaction.client.app.progress.tell(interaction.user.id, None if episode == RATHER_NOT else episode)
    await redraw(interaction, changed(change, words_of(interaction), declined=episode == RATHER_NOT))


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


def presses(buttons: Sequence[Item]) -> list[ui.ActionRow[Any]]:
    """The nine presses: the episodes in two rows of four, and by itself the way not to answer."""
    return panel.rows(buttons, width=4)


def tell_buttons(words: Words) -> list[TellButton]:
    """The nine presses: each episode, the last of them as "I have finished", and "I'd rather not say"."""
    buttons = [TellButton.draw(words("progress-episode", episode=n), episode=n) for n in range(1, LAST_EPISODE)]
    finished = TellButton.draw(words("progress-finished"), style=discord.ButtonStyle.primary, episode=LAST_EPISODE)
    return [*buttons, finished, TellButton.draw(words("progress-rather-not"), episode=RATHER_NOT)]


def shown(progress: int | None, words: Words) -> ui.LayoutView:
    """The answer to `/progress show`."""
    return panel.stack(
        [
            panel.box(
                panel.text(f"## {words('progress-title')}\n{standing(progress, words)}"),
                panel.text(f"**{words('progress-how-far')}**"),
                *presses(tell_buttons(words)),
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
