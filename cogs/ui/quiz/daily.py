"""The question of the day: a server's list of them, and its buttons."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.errors import EtoileError
from bot.services.quiz.daily import DailyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.reply import answer, asker_of, redraw, words_of
from cogs.ui.quiz.controls import StopDailyButton

TYPED = 100


async def begin(interaction: Press, *, channel_id: int, parent_id: int | None, at: str) -> None:
    """Ask a question every day from now on."""
    view = await interaction.client.app.quiz_daily.begin(
        asker_of(interaction), channel_id=channel_id, parent_id=parent_id, at=at[:TYPED]
    )
    words = words_of(interaction)
    await answer(interaction, daily_panel([view], words, title=words("quiz-daily-begins")))


async def show(interaction: Press) -> None:
    """The questions of the day of this server, to be seen and stopped."""
    asker = asker_of(interaction)
    found = await interaction.client.app.quiz_daily.listed(asker)
    await answer(interaction, daily_panel(found, words_of(interaction)))


@pressed(StopDailyButton)
async def stop(interaction: Press, button: StopDailyButton) -> None:
    """End one of them."""
    words = words_of(interaction)
    daily = await interaction.client.app.quiz_daily.stop(asker_of(interaction), button.number("daily"))
    told = words("quiz-daily-stopped", channel=f"<#{daily.channel_id}>")
    await redraw(interaction, panel.stack([panel.box(panel.text(told))]))


def daily_panel(found: Sequence[DailyView], words: Words, *, title: str | None = None) -> ui.LayoutView:
    """Where a question comes every day, and when; who may, stops it here."""
    head = panel.text(f"### {words('quiz-daily-title')}\n{title or ''}".rstrip())
    if not found:
        return panel.stack([panel.box(head, panel.text(words("quiz-daily-none")))])
    return panel.stack([panel.box(head, *(_line(view, words) for view in found))])


def _line(view: DailyView, words: Words) -> panel.Item:
    daily = view.daily
    line = words(
        "quiz-daily-line",
        channel=f"<#{daily.channel_id}>",
        time=daily.at.strftime("%H:%M"),
        zone=daily.zone,
        when=stamp(view.next_at, "R"),
    )
    if not view.may_stop:
        return panel.text(line)
    style = discord.ButtonStyle.danger
    return panel.section(line, StopDailyButton.draw(words("quiz-stop"), style=style, daily=daily.id))


def host_panel(found: Sequence[DailyView], daily_id: int, words: Words) -> ui.LayoutView:
    """What who began it can do, from its message. Raises EtoileError where it was stopped."""
    mine = [view for view in found if view.daily.id == daily_id]
    if not mine:
        raise EtoileError("quiz-daily-gone")
    return daily_panel(mine, words)
