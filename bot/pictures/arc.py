"""The arc of a question over the season: one line between two fields, or a line for each of several answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.domain.show import Side
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.pictures.bars import KEPT
from bot.pictures.canvas import BODY, MARGIN, SMALL, WIDTH, Canvas, Head, Point, put_foot
from bot.pictures.lettering import width, wrapped
from bot.pictures.palette import FAINT, GOLD, INK, LINES, NEW_YORK, NIGHT, PARIS, QUIET, TRACK, VIOLET

FIELD = 340
"""How high the fields are, in pixels."""
NAMES = 214
"""Room right of several lines for the names of their answers."""
Points = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArcLine:
    """One answer: its share (0 to 1) by episode, of all who voted, and of first-timers where they can be told apart."""

    label: str
    side: Side
    everybody: Points
    newcomers: Points


@dataclass(frozen=True, slots=True, kw_only=True)
class ArcChart:
    """The answers in their order, and what stands around them.

    `scale` is how a half and the whole are written; `rest` names the answers left out.
    """

    title: str
    headline: str
    lines: tuple[ArcLine, ...]
    scale: tuple[str, str]
    everybody: str
    newcomers: str
    rest: str
    foot: str


@lru_cache(KEPT)
def draw_arc(chart: ArcChart) -> bytes:
    """A PNG. Takes some tens of milliseconds: not for the event loop."""
    head = Head(chart.title, chart.headline)
    two = len(chart.lines) == 2
    split = two and any(line.newcomers for line in chart.lines)
    rest = wrapped(chart.rest, "sans", SMALL, WIDTH - 2 * MARGIN, 2) if chart.rest else []
    below = head.bottom + FIELD + 52 + (46 if split else 0) + 38 * len(rest) + (14 if rest else 0)
    canvas = Canvas(below + 46 + MARGIN)
    head.put(canvas)
    field = Field(top=head.bottom, right=WIDTH - MARGIN - (0 if two else NAMES))
    if two:
        _divide(canvas, field, chart)
    else:
        _lines(canvas, field, chart)
    _put_episodes(canvas, field)
    if split:
        _put_legend(canvas, head.bottom + FIELD + 88, chart)
    for number, line in enumerate(rest):
        canvas.text(MARGIN, below - 38 * (len(rest) - number) + 10, line, colour=FAINT)
    put_foot(canvas, chart.foot)
    return canvas.png()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Where the season lies on the canvas: each episode has a column of its own."""

    top: float
    right: float
    left: float = MARGIN

    @property
    def column(self) -> float:
        """How wide an episode is."""
        return (self.right - self.left) / (LAST_EPISODE - FIRST_EPISODE + 1)

    def x(self, episode: int) -> float:
        """The middle of an episode's column."""
        return self.left + self.column * (episode - FIRST_EPISODE + 0.5)

    def y(self, share: float) -> float:
        """How far down a share stands that is counted from the top."""
        return self.top + FIELD * share

    def across(self, points: Points) -> list[Point]:
        """The points, drawn on to the outer edges of the first and of the last column."""
        places = [(self.x(episode), self.y(share)) for episode, share in points]
        return [
            (places[0][0] - self.column / 2, places[0][1]),
            *places,
            (places[-1][0] + self.column / 2, places[-1][1]),
        ]


def _divide(canvas: Canvas, field: Field, chart: ArcChart) -> None:
    """The upper field belongs to the first answer, the lower to the second: the line between them is the arc."""
    upper, lower = chart.lines
    cities = (upper.side, lower.side) == ("new-york", "paris")
    above, below = (NEW_YORK, PARIS) if cities else (QUIET, VIOLET)
    bottom = field.top + FIELD
    canvas.box(field.left, field.top, field.right, bottom, TRACK)
    edge = field.across(_share_of_both(upper.everybody, lower.everybody))
    first, last = edge[0][0], edge[-1][0]
    canvas.shape([(first, field.top), *edge, (last, field.top)], above)
    canvas.shape([(first, bottom), *edge, (last, bottom)], below)
    canvas.line([(field.left, field.y(0.5)), (field.right, field.y(0.5))], FAINT, thick=2, dash=10)
    newcomers = _share_of_both(upper.newcomers, lower.newcomers)
    if newcomers:
        canvas.line(field.across(newcomers), GOLD, thick=5, dash=16)
    canvas.line(edge, INK, thick=7)
    room = (field.right - field.left) * 0.6
    _put_inside(canvas, field.left + 18, field.top + 30, upper.label, room)
    _put_inside(canvas, field.left + 18, bottom - 32, lower.label, room)


def _put_inside(canvas: Canvas, x: float, y: float, label: str, room: float) -> None:
    """A name on its field, on a ground of its own: the line may pass behind it."""
    words = wrapped(label, "bold", BODY, room, 1)[0]
    canvas.box(x - 10, y - 24, x + width(words, "bold", BODY) + 10, y + 24, NIGHT, round_by=10)
    canvas.text(x, y, words, size=BODY, face="bold")


def _share_of_both(upper: Points, lower: Points) -> Points:
    """The first answer's part of what both got: the same as its share, unless one may choose both."""
    others = dict(lower)
    both = [(episode, share, share + others.get(episode, 0)) for episode, share in upper]
    return tuple((episode, share / total if total else 0.5) for episode, share, total in both)


def _lines(canvas: Canvas, field: Field, chart: ArcChart) -> None:
    """A line for each answer, with a mark of its own at each episode and its name beside its end."""
    highest = max((share for line in chart.lines for _, share in line.everybody), default=0)
    top, word = (0.5, chart.scale[0]) if highest <= 0.5 else (1, chart.scale[1])
    for part in (0, 0.5, 1):
        canvas.line([(field.left, field.y(part)), (field.right, field.y(part))], TRACK, thick=2)
    canvas.text(field.left, field.y(0) + 22, word, colour=FAINT)
    ends: list[tuple[float, int]] = []
    for number, line in enumerate(chart.lines):
        places = [(field.x(episode), field.y(1 - share / top)) for episode, share in line.everybody]
        canvas.line(places, NIGHT, thick=13)
        canvas.line(places, LINES[number], thick=6)
        for x, y in places:
            canvas.mark(number, x, y, 11, LINES[number])
        ends.append((places[-1][1], number))
    _put_names(canvas, field, chart, sorted(ends))


def _put_names(canvas: Canvas, field: Field, chart: ArcChart, ends: list[tuple[float, int]]) -> None:
    """Each answer's name as near to the end of its line as the others allow, behind the mark of its line."""
    names = {number: wrapped(chart.lines[number].label, "sans", SMALL, NAMES - 50, 2) for _, number in ends}
    heights = {number: 34 * len(lines) + 8 for number, lines in names.items()}
    lowest = field.top + FIELD + 10
    free = field.top - 20
    left_over = sum(heights.values())
    for y, number in ends:
        top = min(max(y - heights[number] / 2, free), lowest - left_over)
        canvas.mark(number, field.right + 24, top + 20, 11, LINES[number])
        for row, line in enumerate(names[number]):
            canvas.text(field.right + 46, top + 20 + 34 * row, line, colour=INK)
        free = top + heights[number]
        left_over -= heights[number]


def _put_episodes(canvas: Canvas, field: Field) -> None:
    """The numbers of the episodes under their columns."""
    for episode in range(FIRST_EPISODE, LAST_EPISODE + 1):
        place = field.x(episode), field.top + FIELD + 32
        canvas.text(*place, str(episode), size=BODY, colour=FAINT, align="middle")


def _put_legend(canvas: Canvas, y: float, chart: ArcChart) -> None:
    canvas.line([(MARGIN, y), (MARGIN + 56, y)], INK, thick=7)
    canvas.text(MARGIN + 74, y, chart.everybody, colour=FAINT)
    x = MARGIN + 74 + width(chart.everybody, "sans", SMALL) + 44
    canvas.line([(x, y), (x + 64, y)], GOLD, thick=5, dash=16)
    canvas.text(x + 82, y, chart.newcomers, colour=FAINT)
