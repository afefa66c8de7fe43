"""The result of a poll as bars."""

from __future__ import annotations

# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false
import textwrap
from dataclasses import dataclass

from bot.domain.show import Side
from bot.pictures.canvas import TEXT_FONT, WIDTH, Sheet, drawable
from bot.pictures.palette import FAINT, GOLD, INK, TRACK, bar_colours

ROW = 0.62
LEFT, RIGHT = 0.45, 1.55
LABEL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One answer: its share of the voters (0 to 1), and both numbers as they are written. `leads` gets a star."""

    label: str
    share: float
    percent: str
    votes: str
    side: Side
    leads: bool


def draw_bars(*, title: str, foot: str, bars: tuple[Bar, ...]) -> bytes:
    """A PNG, 1200 pixels wide. Takes a tenth of a second or more: not for the event loop."""
    height = 1.75 + ROW * len(bars) + (0.3 if len(title) > 52 else 0)
    sheet = Sheet(height, title, foot)
    room = sheet.top - 0.15 - 0.5
    row = room / len(bars)
    axes = sheet.axes(0, 0, WIDTH, height)
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(0, height)
    axes.axis("off")
    length = WIDTH - LEFT - RIGHT
    shades = bar_colours(tuple(bar.side for bar in bars), tuple(bar.leads for bar in bars))
    for number, (bar, colour) in enumerate(zip(bars, shades, strict=True)):
        middle = sheet.top - 0.15 - row * (number + 0.5)
        label = (
            textwrap.shorten(drawable(bar.label), 60, placeholder="…") if len(bar.label) > 60 else drawable(bar.label)
        )
        axes.text(
            LEFT + 0.01,
            middle + 0.16,
            label,
            color=INK,
            fontsize=11.5,
            family=TEXT_FONT,
            weight="bold" if bar.leads else "normal",
            va="center",
            parse_math=False,
        )
        axes.barh(middle - 0.11, length, height=0.17, left=LEFT, color=TRACK)
        axes.barh(
            middle - 0.11, max(length * bar.share, 0.02 if bar.share else 0), height=0.17, left=LEFT, color=colour
        )
        x = WIDTH - RIGHT + 0.18
        axes.text(x, middle - 0.11, bar.percent, color=INK, fontsize=15, family=TEXT_FONT, va="center", weight="bold")
        axes.text(x, middle + 0.16, bar.votes, color=FAINT, fontsize=9.5, family=TEXT_FONT, va="center")
        if bar.leads:
            axes.text(
                WIDTH - 0.45, middle - 0.11, "★", color=GOLD, fontsize=15, family=TEXT_FONT, va="center", ha="right"
            )
    return sheet.png()
