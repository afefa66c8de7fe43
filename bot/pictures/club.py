"""A season of a club: a column for each evening, as high as many came, and below it how the arc went."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from bot.pictures.canvas import BODY, COLOURS, MARGIN, ROOM, WIDTH, Canvas, Head, put_foot
from bot.pictures.palette import GOLD, NIGHT, QUIET, TRACK

KEPT = 16
FIELD = 240
"""How high the columns can be, in pixels."""
GAP = 14
WIDEST = 96
CORNER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One evening: its episodes ("5", "5–6"), how many came, and whether the reader was among them."""

    numbers: str
    came: int
    mine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonChart:
    """The evenings in their order, and what stands around them."""

    title: str
    headline: str
    columns: tuple[Column, ...]
    foot: str


@lru_cache(KEPT)
def draw_season(chart: SeasonChart, below: bytes | None = None) -> bytes:
    """A PNG, with the picture `below` under it. Takes some tens of milliseconds: not for the event loop."""
    head = Head(chart.title, chart.headline)
    bottom = head.bottom + 44 + FIELD
    canvas = Canvas(bottom + 56 + 46 + MARGIN)
    head.put(canvas)
    most = max((column.came for column in chart.columns), default=0)
    room = ROOM / max(len(chart.columns), 1)
    wide = min(room - GAP, WIDEST)
    for number, column in enumerate(chart.columns):
        middle = MARGIN + room * (number + 0.5)
        _put_column(canvas, middle, wide, bottom, column, column.came / most if most else 0)
        canvas.text(middle, bottom + 32, column.numbers, size=BODY, face="bold", align="middle")
    put_foot(canvas, chart.foot)
    return canvas.png() if below is None else _over(canvas.png(), below)


def _put_column(canvas: Canvas, middle: float, wide: float, bottom: float, column: Column, share: float) -> None:
    left, right = middle - wide / 2, middle + wide / 2
    canvas.box(left, bottom - FIELD, right, bottom, TRACK, round_by=CORNER)
    high = max(FIELD * share, 2 * CORNER) if column.came else 0
    if high:
        canvas.box(left, bottom - high, right, bottom, GOLD if column.mine else QUIET, round_by=CORNER)
    canvas.text(middle, bottom - max(high, 4) - 24, str(column.came), size=BODY, face="bold", align="middle")


def _over(upper: bytes, lower: bytes) -> bytes:
    """Two pictures of the same width as one."""
    pictures = [Image.open(io.BytesIO(png)).convert("RGB") for png in (upper, lower)]
    whole = Image.new("RGB", (WIDTH, sum(one.height for one in pictures)), NIGHT)
    top = 0
    for one in pictures:
        whole.paste(one, (0, top))
        top += one.height
    out = io.BytesIO()
    few = whole.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(out, "PNG", compress_level=6)
    return out.getvalue()
