"""Where the series stands, as a line with a dot for each step; and the cards of an episode and of an evening."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.pictures.canvas import BODY, MARGIN, ROOM, SMALL, WIDTH, Canvas, Head, put_foot
from bot.pictures.lettering import drawable, face_for, shortened, width, wrapped
from bot.pictures.palette import FAINT, GOLD, INK, NEW_YORK, NIGHT, PARIS, RED, TRACK

KEPT = 24
"""Enough for every episode in both languages, and the standing."""
DOT = 22
CARD = 300
RIGHT_OF = 356
"""Where the text beside the two colours begins, and how much room it has."""
BESIDE = WIDTH - MARGIN - RIGHT_OF


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step on the way: its date and what happened, as they are written."""

    date: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A headline with what stands below it, and the steps that led there. `ended`: the last one was the end."""

    headline: str
    below: str
    steps: tuple[Step, ...]
    ended: bool


@lru_cache(KEPT)
def draw_standing(standing: Standing) -> bytes:
    """A PNG. Takes some tens of milliseconds: not for the event loop."""
    head = Head(standing.headline, standing.below)
    column = ROOM / max(len(standing.steps), 1)
    texts = [wrapped(step.what, "sans", SMALL, column - 24, 3) for step in standing.steps]
    line = head.bottom + 86
    canvas = Canvas(round(line + DOT + 20 + 38 * max(map(len, texts), default=1) + 60 + MARGIN))
    head.put(canvas)
    places = [MARGIN + DOT + column * number for number in range(len(standing.steps))]
    if len(places) > 1:
        canvas.line([(places[0], line), (places[-1], line)], GOLD, thick=10)
    after = places[-1] if places else MARGIN
    canvas.line([(after, line), (WIDTH - MARGIN, line)], TRACK, thick=10)
    for number, (step, x) in enumerate(zip(standing.steps, places, strict=True)):
        over = standing.ended and number == len(places) - 1
        canvas.dot(x, line, DOT, RED if over else GOLD)
        if over:
            for down in (1, -1):
                canvas.line([(x - 8, line - 8 * down), (x + 8, line + 8 * down)], INK, thick=6)
        date = shortened(drawable(step.date, "bold"), "bold", SMALL, column - 16)
        canvas.text(x - DOT, line - 52, date, face="bold")
        for row, words in enumerate(texts[number]):
            canvas.text(x - DOT, line + DOT + 30 + 38 * row, words, colour=FAINT)
    put_foot(canvas, "")
    return canvas.png()


@lru_cache(KEPT)
def draw_episode(number: int, episode: str, title: str) -> bytes:
    """A PNG: the number between the colours of the two cities, with the title (or none) beside it. As above."""
    canvas = _two_cities(str(number))
    face = face_for(title)
    lines = wrapped(title, face, 42, BESIDE, 3) if title else []
    top = CARD / 2 - 27 * len(lines)
    if lines:
        canvas.text(RIGHT_OF, top, episode, size=BODY, colour=FAINT)
    else:
        _put_name(canvas, top, episode)
    for row, words in enumerate(lines):
        canvas.text(RIGHT_OF, top + 54 * (row + 1), words, size=42, face=face)
    return canvas.png()


def draw_evening(numbers: str, name: str, below: tuple[str, ...]) -> bytes:
    """A PNG: what was watched ("5", "5–6") between the colours of the two cities, and lines below. As above."""
    canvas = _two_cities(numbers)
    top = CARD / 2 - 27 * len(below)
    _put_name(canvas, top, name)
    for row, words in enumerate(below):
        line = shortened(drawable(words), "sans", BODY, BESIDE)
        canvas.text(RIGHT_OF, top + 58 + 46 * row, line, size=BODY, colour=FAINT)
    return canvas.png()


def _two_cities(numbers: str) -> Canvas:
    canvas = Canvas(CARD)
    canvas.shape([(0, 0), (250, 0), (170, CARD), (0, CARD)], NEW_YORK)
    canvas.shape([(250, 0), (330, 0), (250, CARD), (170, CARD)], PARIS)
    canvas.line([(256, -10), (164, CARD + 10)], NIGHT, thick=8)
    canvas.text(100, CARD / 2, numbers, size=150 if len(numbers) == 1 else 80, face="serif", align="middle")
    canvas.text(WIDTH - MARGIN, CARD - 34, "Étoile", colour=GOLD, align="right")
    canvas.star(WIDTH - MARGIN - width("Étoile", "sans", SMALL) - 20, CARD - 34, 12)
    return canvas


def _put_name(canvas: Canvas, y: float, name: str) -> None:
    canvas.text(RIGHT_OF, y, shortened(name, "serif", 54, BESIDE), size=54, face="serif")
