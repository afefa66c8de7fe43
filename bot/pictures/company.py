"""Who is who, as the two houses side by side; and the way of the series, as a line from date to date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from bot.domain.show import Side
from bot.pictures.canvas import BODY, MARGIN, ROOM, SMALL, Canvas, put_foot
from bot.pictures.lettering import drawable, shortened, wrapped
from bot.pictures.palette import FAINT, GOLD, INK, RED, TRACK, ground, ink

KEPT = 48
"""Every canvas of both, at every level, in both languages."""
GAP = 32
COLUMN = (ROOM - GAP) / 2
NAME, ROW, LINE = 29, 80, 36
BAND = 58


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody with what is to stand below their name, and the house that they belong to ("" for none)."""

    name: str
    below: str
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Houses:
    """The names of the two houses, and everybody in the order in which they are shown."""

    new_york: str
    paris: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One date of the way. `end`: it was the end."""

    date: str
    what: str
    end: bool


@lru_cache(KEPT)
def draw_houses(houses: Houses) -> bytes:
    """A PNG. Takes some tens of milliseconds: not for the event loop."""
    left = [member for member in houses.members if member.side == "new-york"]
    right = [member for member in houses.members if member.side == "paris"]
    beside = [member for member in houses.members if not member.side]
    rows = max(len(left), len(right))
    banded = BAND + 20 if rows else 0
    canvas = Canvas(round(MARGIN + banded + ROW * (rows + (len(beside) + 1) // 2) + 30 + MARGIN))
    columns: tuple[tuple[float, Side, str], ...] = (
        (MARGIN, "new-york", houses.new_york),
        (MARGIN + COLUMN + GAP, "paris", houses.paris),
    )
    top: float = MARGIN
    if rows:
        for x, side, name in columns:
            canvas.box(x, top, x + COLUMN, top + BAND, ground(side), round_by=14)
            canvas.text(x + 20, top + BAND / 2, shortened(name, "bold", BODY, COLUMN - 40), size=BODY, face="bold")
    top += banded
    for pair in zip_longest(left, right):
        _row(canvas, top, pair)
        top += ROW
    for pair in zip_longest(beside[::2], beside[1::2]):
        _row(canvas, top, pair)
        top += ROW
    put_foot(canvas, "")
    return canvas.png()


def _row(canvas: Canvas, top: float, pair: tuple[Member | None, Member | None]) -> None:
    for x, member in zip((MARGIN, MARGIN + COLUMN + GAP), pair, strict=True):
        if member is None:
            continue
        canvas.dot(x + 12, top + 24, 9, ink(member.side) if member.side else GOLD)
        room = COLUMN - 38
        canvas.text(x + 36, top + 24, _fitting(member.name, room, bold=True), size=NAME, face="bold")
        canvas.text(x + 36, top + 24 + LINE, _fitting(member.below, room), colour=FAINT)


def _fitting(words: str, room: float, *, bold: bool = False) -> str:
    face = "bold" if bold else "sans"
    return shortened(drawable(words, face), face, NAME if bold else SMALL, room)


@lru_cache(KEPT)
def draw_way(stops: tuple[Stop, ...]) -> bytes:
    """A PNG: every stop with its date, from the top down. As above."""
    room = ROOM - 60
    texts = [wrapped(stop.what, "bold", BODY, room, 2) for stop in stops]
    heights = [LINE + 42 * len(lines) + 22 for lines in texts]
    canvas = Canvas(round(MARGIN + sum(heights) + 40 + MARGIN))
    top, x = MARGIN + 16.0, MARGIN + 14.0
    canvas.line([(x, top), (x, top + sum(heights[:-1]))], TRACK, thick=8)
    for stop, lines, height in zip(stops, texts, heights, strict=True):
        canvas.dot(x, top, 13, RED if stop.end else GOLD)
        canvas.text(x + 46, top, shortened(drawable(stop.date), "sans", SMALL, room), colour=FAINT)
        for row, words in enumerate(lines):
            canvas.text(x + 46, top + LINE + 42 * row, words, size=BODY, face="bold", colour=INK)
        top += height
    put_foot(canvas, "")
    return canvas.png()
