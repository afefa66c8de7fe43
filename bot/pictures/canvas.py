"""A figure in the show's colours, written as PNG. Object API only: pyplot keeps state between threads."""

from __future__ import annotations

# matplotlib describes only part of its own types.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false
# pyright: reportMissingTypeStubs=false
import io
import textwrap
from functools import cache
from typing import Any

from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font

from bot.pictures.palette import FAINT, GOLD, INK, NIGHT

DPI = 150
WIDTH = 8.0
TITLE_FONT = "STIXGeneral"
TEXT_FONT = "DejaVu Sans"


class Sheet:
    """A night-blue sheet of `height` inches with a title over a golden rule and a line at its foot."""

    def __init__(self, height: float, title: str, foot: str) -> None:
        self.figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor=NIGHT)
        self.height = height
        lines = textwrap.wrap(drawable(title), 52, max_lines=2, placeholder="…") or [""]
        self.top = height - 0.42 - 0.36 * len(lines)
        """How high the rule under the title stands, in inches from the foot."""
        for number, line in enumerate(lines):
            self.text(0.45, height - 0.52 - 0.36 * number, line, size=21, font=TITLE_FONT)
        self.figure.add_artist(_rule(0.45 / WIDTH, (self.top - 0.02) / height))
        self.text(0.45, 0.22, foot, size=9.5, colour=FAINT)
        self.text(WIDTH - 0.45, 0.22, "★ Étoile", size=9.5, colour=GOLD, align="right")

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        colour: str = INK,
        font: str = TEXT_FONT,
        align: str = "left",
    ) -> None:
        """Writes at `x`, `y` in inches. Nothing in `words` is markup."""
        self.figure.text(
            x / WIDTH,
            y / self.height,
            drawable(words),
            fontsize=size,
            color=colour,
            family=font,
            ha=align,
            va="center",
            parse_math=False,
        )

    def axes(self, left: float, bottom: float, width: float, height: float) -> Any:
        """Axes at a place in inches."""
        return self.figure.add_axes(
            (left / WIDTH, bottom / self.height, width / WIDTH, height / self.height), facecolor=NIGHT
        )

    def png(self) -> bytes:
        """The picture."""
        out = io.BytesIO()
        FigureCanvasAgg(self.figure).print_png(out)
        return out.getvalue()


def _rule(x: float, y: float) -> Any:
    from matplotlib.lines import Line2D

    return Line2D([x, 1 - x], [y, y], color=GOLD, linewidth=1.2)


@cache
def _known(family: str) -> frozenset[int]:
    return frozenset(FT2Font(font_manager.findfont(family)).get_charmap())


def drawable(words: str) -> str:
    """`words` with a box for every character that the fonts do not have (emoji, mostly)."""
    known = _known(TEXT_FONT)
    return "".join(character if ord(character) in known else "□" for character in words)
