"""The canvas that every picture is drawn on: night blue, 800 pixels wide, with a title and a line under it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin
from typing import Literal

from PIL import Image, ImageDraw

from bot.pictures.lettering import Face, drawable, face_for, font, width, wrapped
from bot.pictures.palette import FAINT, GOLD, INK, NIGHT

WIDTH = 800
MARGIN = 44
ROOM = WIDTH - 2 * MARGIN
TITLE, BODY, SMALL = 46, 32, 27
FINE = 3
"""Shapes are drawn so many times larger and then shrunk: Pillow draws their edges without shades."""
COLOURS = 128
Align = Literal["left", "middle", "right"]
Point = tuple[float, float]


class Canvas:
    """A picture in the making. All places are pixels from its upper left corner."""

    def __init__(self, height: int) -> None:
        self.height = height
        self._shapes = Image.new("RGB", (WIDTH * FINE, height * FINE), NIGHT)
        self._pen = ImageDraw.Draw(self._shapes)
        self._words: list[tuple[Point, str, Face, int, str, Align]] = []

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: int = SMALL,
        colour: str = INK,
        face: Face = "sans",
        align: Align = "left",
    ) -> None:
        """One line of words; `y` is the middle of its capitals."""
        self._words.append(((x, y), drawable(words, face), face, size, colour, align))

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        colour: str,
        *,
        round_by: float = 0,
        ends: tuple[bool, bool] = (True, True),
    ) -> None:
        """A filled rectangle; `ends` says whether its left and its right corners are rounded."""
        if right - left < 1:
            return
        edges = (left * FINE, top * FINE, right * FINE - 1, bottom * FINE - 1)
        corners = (ends[0], ends[1], ends[1], ends[0])
        radius = min(round_by, (right - left) / 2, (bottom - top) / 2 - 1) * FINE
        self._pen.rounded_rectangle(edges, radius, fill=colour, corners=corners)

    def frame(self, left: float, top: float, right: float, bottom: float, colour: str, *, round_by: float) -> None:
        """The outline of a rectangle, three pixels thick, drawn around it."""
        edges = ((left - 3) * FINE, (top - 3) * FINE, (right + 3) * FINE - 1, (bottom + 3) * FINE - 1)
        self._pen.rounded_rectangle(edges, (round_by + 3) * FINE, outline=colour, width=3 * FINE)

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle."""
        edges = ((x - radius) * FINE, (y - radius) * FINE, (x + radius) * FINE, (y + radius) * FINE)
        self._pen.ellipse(edges, fill=colour)

    def shape(self, corners: Sequence[Point], colour: str) -> None:
        """A filled polygon."""
        self._pen.polygon([(x * FINE, y * FINE) for x, y in corners], fill=colour)

    def line(self, points: Sequence[Point], colour: str, *, thick: float, dash: float = 0) -> None:
        """A line through the points with round joints; `dash` is the length of its dashes and of the gaps between."""
        for (x, y), (to_x, to_y) in pairwise(points):
            length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
            step = dash or length
            for start in range(0, max(int(length), 1), max(int(step * (2 if dash else 1)), 1)):
                part, end = start / length if length else 0, min((start + step) / length if length else 1, 1)
                self._stroke(
                    (x + (to_x - x) * part, y + (to_y - y) * part),
                    (x + (to_x - x) * end, y + (to_y - y) * end),
                    colour,
                    thick,
                )

    def _stroke(self, start: Point, end: Point, colour: str, thick: float) -> None:
        ends = [(x * FINE, y * FINE) for x, y in (start, end)]
        self._pen.line(ends, fill=colour, width=round(thick * FINE))
        for x, y in (start, end):
            self.dot(x, y, thick / 2, colour)

    def star(self, x: float, y: float, radius: float, colour: str = GOLD) -> None:
        """The star of the name: five points around a middle."""
        self.shape([_around(x, y, radius * (0.42 if turn % 2 else 1), turn) for turn in range(10)], colour)

    def mark(self, number: int, x: float, y: float, radius: float, colour: str) -> None:
        """One of five marks that differ in form: a disc, a square, a diamond, and triangles up and down."""
        r = radius
        if number == 0:
            self.dot(x, y, r, colour)
            return
        forms = (
            [(-r, -r), (r, -r), (r, r), (-r, r)],
            [(0, -r * 1.4), (r * 1.4, 0), (0, r * 1.4), (-r * 1.4, 0)],
            [(0, -r * 1.2), (r * 1.2, r), (-r * 1.2, r)],
            [(0, r * 1.2), (r * 1.2, -r), (-r * 1.2, -r)],
        )
        self.shape([(x + across, y + down) for across, down in forms[(number - 1) % len(forms)]], colour)

    def png(self) -> bytes:
        """The finished picture."""
        image = self._shapes.reduce(FINE)
        pen = ImageDraw.Draw(image)
        for place, words, face, size, colour, align in self._words:
            anchor = {"left": "l", "middle": "m", "right": "r"}[align] + "s"
            pen.text((place[0], place[1] + size * 0.36), words, fill=colour, font=font(face, size), anchor=anchor)
        out = io.BytesIO()
        few = image.quantize(
            COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )  # a third of the bytes
        few.save(out, "PNG", compress_level=6)
        return out.getvalue()


def _around(x: float, y: float, radius: float, turn: int) -> Point:
    angle = pi * turn / 5 - pi / 2
    return x + radius * cos(angle), y + radius * sin(angle)


class Head:
    """A title with a line under it, measured before its canvas exists: the canvas's height depends on it."""

    def __init__(self, title: str, headline: str) -> None:
        self._face: Face = face_for(title)
        self._title = wrapped(title, self._face, TITLE, ROOM, 3)
        self._headline = wrapped(headline, "sans", BODY, ROOM, 2) if headline else []
        self.bottom = MARGIN + 56 * len(self._title) + 42 * len(self._headline) + 24

    def put(self, canvas: Canvas) -> None:
        """Writes it on the top of the canvas."""
        y = MARGIN + 28
        for line in self._title:
            canvas.text(MARGIN, y, line, size=TITLE, face=self._face)
            y += 56
        for line in self._headline:
            canvas.text(MARGIN, y - 4, line, size=BODY, colour=FAINT)
            y += 42


def put_foot(canvas: Canvas, words: str) -> None:
    """The last line: what was counted, and whose picture it is."""
    y = canvas.height - MARGIN
    name = "Étoile"
    room = ROOM - width(name, "sans", SMALL) - 60
    canvas.text(MARGIN, y, wrapped(words, "sans", SMALL, room, 1)[0], colour=FAINT)
    canvas.text(WIDTH - MARGIN, y, name, colour=GOLD, align="right")
    canvas.star(WIDTH - MARGIN - width(name, "sans", SMALL) - 20, y, 12)
