"""When most can come: a day for each row, an hour for each column, the brighter the more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.pictures.canvas import BODY, MARGIN, ROOM, SMALL, WIDTH, Canvas, Head, put_foot
from bot.pictures.lettering import shortened
from bot.pictures.palette import FAINT, GOLD, INK, NIGHT, TRACK

KEPT = 16
ROW, GAP, CORNER = 64, 8, 12
DAY = 266
"""Room for the names of the days."""
FOOT = 40
MOST_HOURS = 6
"""So many columns are wide enough for the hours above them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How many can come on a day (a row) at an hour (a column). `best`: gets the frame."""

    row: int
    column: int
    count: int
    best: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """The days and the hours as they are written, and what is offered. `most`: who can come at all is that many."""

    title: str
    headline: str
    days: tuple[str, ...]
    hours: tuple[str, ...]
    cells: tuple[Cell, ...]
    most: int
    foot: str


@lru_cache(KEPT)
def draw_heat(chart: HeatMap) -> bytes:
    """A PNG. Takes some tens of milliseconds: not for the event loop."""
    head = Head(chart.title, chart.headline)
    top = head.bottom + 44
    canvas = Canvas(top + (ROW + GAP) * len(chart.days) + FOOT + MARGIN)
    head.put(canvas)
    wide = (ROOM - DAY) / len(chart.hours)
    for column, hour in enumerate(chart.hours):
        canvas.text(MARGIN + DAY + wide * (column + 0.5), head.bottom + 18, hour, colour=FAINT, align="middle")
    for row, day in enumerate(chart.days):
        name = shortened(day, "sans", SMALL, DAY - 16)
        canvas.text(MARGIN, top + (ROW + GAP) * row + ROW / 2, name)
    for cell in chart.cells:
        _put_cell(canvas, chart, cell, top, wide)
    put_foot(canvas, chart.foot)
    return canvas.png()


def _put_cell(canvas: Canvas, chart: HeatMap, cell: Cell, top: float, wide: float) -> None:
    left, upper = MARGIN + DAY + wide * cell.column + GAP / 2, top + (ROW + GAP) * cell.row
    right, lower = min(left + wide - GAP, WIDTH - MARGIN), upper + ROW
    share = cell.count / chart.most if chart.most else 0
    canvas.box(left, upper, right, lower, mixed(TRACK, GOLD, share), round_by=CORNER)
    if cell.best:
        canvas.frame(left, upper, right, lower, INK, round_by=CORNER)
    colour = NIGHT if share > 0.45 else INK
    middle = (left + right) / 2
    canvas.text(middle, upper + ROW / 2, str(cell.count), size=BODY, face="bold", colour=colour, align="middle")


def mixed(cold: str, warm: str, share: float) -> str:
    """The colour that lies at this share (0 to 1) of the way."""
    parts = [(int(cold[at : at + 2], 16), int(warm[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(first + (last - first) * share):02X}" for first, last in parts)
