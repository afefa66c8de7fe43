"""The result of a poll: two answers pull at one bar, more stand below one another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.domain.show import Side
from bot.pictures.canvas import BODY, MARGIN, ROOM, SMALL, WIDTH, Align, Canvas, Head, put_foot
from bot.pictures.lettering import drawable, shortened, width, wrapped
from bot.pictures.palette import FAINT, GOLD, QUIET_INK, TRACK, ground, ink

KEPT = 32
"""Pictures that are remembered: everybody who looks at one poll gets the same. About 20 kB each."""
ROW, BAR = 76, 62
RIGHT = 128
"""Room for the percents right of the bars."""
CORNER = 12
FOOT = 40
NAME, BIG = 42, 112
"""The height of a line of an answer's name, and of the large percents below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One answer: its share of the voters (0 to 1), and both numbers as they are written. `leads` gets the star."""

    label: str
    share: float
    percent: str
    votes: str
    side: Side
    leads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The bars from the longest to the shortest, and what stands around them. `rest` names the answers left out."""

    title: str
    headline: str
    bars: tuple[Bar, ...]
    rest: str
    foot: str


@lru_cache(KEPT)
def draw_bars(chart: Chart) -> bytes:
    """A PNG of up to five bars. Takes some tens of milliseconds: not for the event loop."""
    head = Head(chart.title, chart.headline)
    rest = wrapped(chart.rest, "sans", SMALL, ROOM, 3) if chart.rest else []
    below = head.bottom + ROW * len(chart.bars)
    canvas = Canvas(below + (38 * len(rest) + 12 if rest else 0) + FOOT + MARGIN)
    head.put(canvas)
    for number, bar in enumerate(chart.bars):
        _put_bar(canvas, head.bottom + ROW * number, bar)
    for number, line in enumerate(rest):
        canvas.text(MARGIN, below + 18 + 38 * number, line, colour=FAINT)
    put_foot(canvas, chart.foot)
    return canvas.png()


def _put_bar(canvas: Canvas, top: float, bar: Bar) -> None:
    end = WIDTH - MARGIN - RIGHT
    middle, bottom = top + BAR / 2, top + BAR
    canvas.box(MARGIN, top, end, bottom, TRACK, round_by=CORNER)
    if bar.share:
        filled = MARGIN + max((end - MARGIN) * min(bar.share, 1), 2 * CORNER)
        canvas.box(MARGIN, top, filled, bottom, ground(bar.side), round_by=CORNER)
    left = MARGIN + 20
    if bar.leads:
        canvas.frame(MARGIN, top, end, bottom, GOLD, round_by=CORNER)
        canvas.star(left + 14, middle, 15)
        left += 42
    face = "bold" if bar.leads else "sans"
    canvas.text(left, middle, shortened(drawable(bar.label, face), face, BODY, end - left - 16), size=BODY, face=face)
    canvas.text(WIDTH - MARGIN, middle, bar.percent, size=36, face="bold", align="right")


@lru_cache(KEPT)
def draw_tug(chart: Chart) -> bytes:
    """A PNG of two answers that pull at one bar, the first from the left. Not for the event loop."""
    head = Head(chart.title, chart.headline)
    names = [wrapped(bar.label, "sans", BODY, ROOM / 2 - 56, 2) for bar in chart.bars]
    top = head.bottom + NAME * max(map(len, names)) + BIG
    canvas = Canvas(top + BAR + 56 + FOOT + MARGIN)
    head.put(canvas)
    left, right = chart.bars
    ends: tuple[tuple[Bar, list[str], Align], ...] = ((left, names[0], "left"), (right, names[1], "right"))
    for bar, name, align in ends:
        edge = MARGIN if align == "left" else WIDTH - MARGIN
        _put_name(canvas, top - BIG - NAME * len(name), bar, name, align)
        canvas.text(edge, top - 54, bar.percent, size=84, face="bold", colour=_tint(bar, chart), align=align)
        canvas.text(edge, top + BAR + 30, bar.votes, colour=FAINT, align=align)
    both = left.share + right.share
    middle = MARGIN + ROOM * (left.share / both if both else 0.5)
    gap = 3 if left.share and right.share else 0
    canvas.box(MARGIN, top, middle - gap, top + BAR, _tint(left, chart), round_by=31, ends=(True, not right.share))
    canvas.box(
        middle + gap, top, WIDTH - MARGIN, top + BAR, _tint(right, chart), round_by=31, ends=(not left.share, True)
    )
    put_foot(canvas, chart.foot)
    return canvas.png()


def _tint(bar: Bar, chart: Chart) -> str:
    """The side's colour where the two answers are the two cities; else one of two that differ in lightness."""
    if {bar.side for bar in chart.bars} == {"new-york", "paris"}:
        return ink(bar.side)
    return QUIET_INK if bar is chart.bars[0] else GOLD


def _put_name(canvas: Canvas, top: float, bar: Bar, lines: list[str], align: Align) -> None:
    """An answer's name above its percents, with a star before its first line where it leads."""
    for number, line in enumerate(lines):
        y, starred = top + NAME * number + 18, bar.leads and number == 0
        if align == "right":
            canvas.text(WIDTH - MARGIN, y, line, size=BODY, align=align)
            star = WIDTH - MARGIN - width(line, "sans", BODY) - 28
        else:
            canvas.text(MARGIN + (42 if starred else 0), y, line, size=BODY)
            star = MARGIN + 14
        if starred:
            canvas.star(star, y, 15)
