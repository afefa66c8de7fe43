"""The arc of a question over the season: the share of each side, episode by episode."""

from __future__ import annotations

# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false
import textwrap
from dataclasses import dataclass
from typing import Any

from bot.domain.show import Side
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.pictures.canvas import TEXT_FONT, WIDTH, Sheet, drawable
from bot.pictures.palette import FAINT, GRID, INK, MARKERS, NIGHT, colours

HEIGHT = 4.9
MOST_SPLIT = 3
"""Up to so many sides are also drawn for both groups; beyond, it would be a tangle."""
Points = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArcLine:
    """One side: its share (0 to 1) by episode, of all who voted, and of both groups where they can be told apart."""

    label: str
    side: Side
    everybody: Points
    newcomers: Points
    returning: Points


@dataclass(frozen=True, slots=True, kw_only=True)
class ArcWords:
    """What stands on the picture besides the sides."""

    title: str
    foot: str
    episode: str
    everybody: str
    newcomers: str
    returning: str
    percents: tuple[str, str, str]


def draw_arc(words: ArcWords, lines: tuple[ArcLine, ...]) -> bytes:
    """A PNG, 1200 by 735 pixels. Takes a tenth of a second or more: not for the event loop."""
    sheet = Sheet(HEIGHT, words.title, words.foot)
    axes = sheet.axes(0.85, 0.95, WIDTH - 0.85 - 1.95, sheet.top - 0.95 - 0.5)
    _prepare(axes, words)
    split = len(lines) <= MOST_SPLIT and any(line.newcomers for line in lines)
    ends: list[tuple[float, str, str]] = []
    for number, (line, colour) in enumerate(zip(lines, colours(tuple(line.side for line in lines)), strict=True)):
        marker = MARKERS[number]
        _plot(axes, line.everybody, colour, marker, width=3.0, style="-")
        if split:
            _plot(axes, line.newcomers, colour, "", width=1.4, style=(0, (1, 1.6)))
            _plot(axes, line.returning, colour, "", width=1.4, style=(0, (5, 2.5)))
        if line.everybody:
            ends.append((line.everybody[-1][1], line.label, colour))
    last = max((line.everybody[-1][0] for line in lines if line.everybody), default=FIRST_EPISODE)
    _name_ends(axes, last, ends)
    if split:
        _legend(sheet, words)
    return sheet.png()


def _prepare(axes: Any, words: ArcWords) -> None:
    axes.set_xlim(FIRST_EPISODE - 0.25, LAST_EPISODE + 0.25)
    axes.set_ylim(-0.04, 1.04)
    axes.set_xticks(range(FIRST_EPISODE, LAST_EPISODE + 1))
    axes.set_yticks([0, 0.5, 1], list(words.percents))
    axes.tick_params(colors=FAINT, labelsize=11, length=0, pad=7)
    axes.grid(axis="y", color=GRID, linewidth=1)
    axes.axhline(0.5, color=GRID, linewidth=1.6)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xlabel(words.episode, color=FAINT, fontsize=10.5, family=TEXT_FONT, labelpad=6)


def _plot(axes: Any, points: Points, colour: str, marker: str, *, width: float, style: Any) -> None:
    if not points:
        return
    axes.plot(
        [episode for episode, _ in points],
        [share for _, share in points],
        color=colour,
        linewidth=width,
        linestyle=style,
        marker=marker,
        markersize=8,
        markeredgecolor=NIGHT,
        markeredgewidth=1.4,
        solid_capstyle="round",
        clip_on=False,
    )


def _name_ends(axes: Any, last: int, ends: list[tuple[float, str, str]]) -> None:
    """Each side's name beside the last point of its line, pushed apart where they would touch."""
    gap, placed = 0.1, -1.0
    for share, label, colour in sorted(ends):
        y = max(share, placed + gap)
        name = textwrap.wrap(drawable(label), 20, max_lines=2, placeholder="…")
        placed = y + 0.06 * (len(name) - 1)
        axes.text(
            last + 0.32,
            y,
            "\n".join(name),
            color=colour,
            fontsize=11,
            family=TEXT_FONT,
            weight="bold",
            va="center",
            clip_on=False,
            parse_math=False,
        )


def _legend(sheet: Sheet, words: ArcWords) -> None:
    from matplotlib.lines import Line2D

    entries: tuple[tuple[str, float, Any], ...] = (
        (words.everybody, 3.0, "-"),
        (words.newcomers, 1.4, (0, (1, 1.6))),
        (words.returning, 1.4, (0, (5, 2.5))),
    )
    handles = [
        Line2D([], [], color=INK, linewidth=width, linestyle=style, label=drawable(label))
        for label, width, style in entries
    ]
    sheet.figure.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(0.75 / WIDTH, (sheet.top - 0.08) / sheet.height),
        ncols=3,
        frameon=False,
        labelcolor=FAINT,
        prop={"family": TEXT_FONT, "size": 9.5},
        handlelength=2.6,
        columnspacing=1.8,
    )
