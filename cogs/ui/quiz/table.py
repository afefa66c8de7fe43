"""A server's table of the quiz, for the asker alone; and whether they are named in it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from discord import ui

from bot.discordpy.codes import UNANSWERED, Outcome, outcome_of
from bot.domain.quiz_night import City, Score
from bot.services.quiz.table import Table
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.panel import Item
from cogs.ui.kit.reply import answer, asker_of, begin, redraw, words_of
from cogs.ui.quiz.controls import NameButton, TableButton
from cogs.ui.quiz.night_panel import CITIES, place_mark
from cogs.ui.quiz.refresh import night_drawer_of

SEASON, EVER = "season", "ever"
LOOKS = 3
"""So often is a sheet read anew because somebody on it has left."""


async def show(interaction: Press) -> None:
    """The table of this season."""
    await begin(interaction, thinking=True)
    table = await _present(interaction, ever=False, sheet=0)
    await answer(interaction, table_panel(table, words_of(interaction)))


@pressed(TableButton)
async def turn(interaction: Press, button: TableButton) -> None:
    """Another sheet, or the other table."""
    await begin(interaction)
    table = await _present(interaction, ever=button.word("span") == EVER, sheet=button.number("sheet"))
    await redraw(interaction, table_panel(table, words_of(interaction)))


@pressed(NameButton)
async def name(interaction: Press, button: NameButton) -> None:
    """Be named, or not, from now on."""
    bot, asker = interaction.client, asker_of(interaction)
    for night_id in await bot.app.quiz_table.set_named(asker, named=button.number("named") == 1):
        night_drawer_of(bot).changed(night_id)
    table = await bot.app.quiz_table.show(asker, ever=button.word("span") == EVER, sheet=button.number("sheet"))
    await redraw(interaction, table_panel(table, words_of(interaction)))


async def _present(interaction: Press, *, ever: bool, sheet: int) -> Table:
    """A sheet of those who are still on the server: Discord is asked, and who has left goes off the table."""
    service, asker = interaction.client.app.quiz_table, asker_of(interaction)
    table = await service.show(asker, ever=ever, sheet=sheet)
    for _ in range(LOOKS):
        there = await asyncio.gather(*(_is_there(interaction, row.user_id) for row in table.rows))
        gone = [row.user_id for row, is_there in zip(table.rows, there, strict=True) if not is_there]
        if not gone:
            break
        await service.left(asker.guild_id or 0, gone)
        table = await service.show(asker, ever=ever, sheet=sheet)
    return table


async def _is_there(interaction: Press, user_id: int) -> bool:
    """Whether somebody is on the server; also when Discord does not say."""
    if interaction.guild is None or user_id == interaction.user.id:
        return True
    try:
        await interaction.guild.fetch_member(user_id)
    except UNANSWERED as error:
        return outcome_of(error) is not Outcome.MEMBER_GONE
    return True


def table_panel(table: Table, words: Words) -> ui.LayoutView:
    """A sheet of the table, the reader's own place, how the sides stand, and what can be pressed."""
    span = SEASON if table.season is not None else EVER
    head = f"## {words('quiz-table-title')}\n-# {_span(table.season, words)}"
    if table.sheets > 1:
        head += f" · {words('quiz-table-sheet', sheet=table.sheet + 1, sheets=table.sheets)}"
    items: list[Item | None] = [panel.text(head)]
    if table.rows:
        items.append(panel.text("\n".join(score_row(row, words) for row in table.rows)))
    else:
        items.append(panel.text(words("quiz-table-empty")))
    items += [panel.text(_mine(table, words)), _sides(table.wins, words), *_controls(table, span, words)]
    return panel.stack([panel.box(*items)])


def _controls(table: Table, span: str, words: Words) -> Sequence[Item]:
    turns: list[Item] = []
    if table.sheets > 1:
        turns = [
            TableButton.draw("◀", disabled=table.sheet == 0, span=span, sheet=table.sheet - 1),
            TableButton.draw("▶", disabled=table.sheet + 1 >= table.sheets, span=span, sheet=table.sheet + 1),
        ]
    other = EVER if span == SEASON else SEASON
    named = NameButton.draw(
        words("quiz-unname-me" if table.named else "quiz-show-my-name"),
        named=int(not table.named), span=span, sheet=max(table.sheet, 0),
    )  # fmt: skip
    return panel.rows([*turns, TableButton.draw(words(f"quiz-table-{other}"), span=other, sheet=0), named])


def _span(season: str | None, words: Words) -> str:
    if season is None:
        return words("quiz-span-ever")
    year, _, quarter = season.partition("-")
    return words("quiz-span-season", quarter=int(quarter), year=year)


def score_row(row: Score, words: Words) -> str:
    """One row, with the name where its player is named."""
    name = f"<@{row.user_id}>" if row.named else words("quiz-somebody")
    return words(
        "quiz-table-row",
        place=place_mark(row.place - 1),
        name=name,
        points=row.points,
        right=row.right,
        answered=row.answered,
    )


def _mine(table: Table, words: Words) -> str:
    if table.mine is None:
        line = words("quiz-table-not-you")
    else:
        line = words("quiz-table-you", place=table.mine.place, players=table.players, points=table.mine.points)
    return line if table.named else f"{line}\n-# {words('quiz-table-unnamed')}"


def _sides(wins: dict[City, int], words: Words) -> Item | None:
    if not wins:
        return None
    parts = [f"{CITIES[city]} {words(f'quiz-city-{city.value}')} **{wins.get(city, 0)}**" for city in City]
    return panel.text(words("quiz-table-sides", sides=" · ".join(parts)))
