"""Words in the shipped fonts: what can be drawn of them, how wide they are, and where their lines break."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

Face = Literal["serif", "sans", "bold"]

FILES: dict[Face, str] = {
    "serif": "PlayfairDisplay-Bold.ttf",
    "sans": "Inter-Medium.ttf",
    "bold": "Inter-Bold.ttf",
}
ELLIPSIS = "…"
UNKNOWN = "□"
HELD_TOGETHER = "\u00a0\u202f"
"""Spaces before French punctuation: no line breaks there."""
SMALLEST = 27
"""Pixels. At a phone's width, 800 of them are about 290: anything smaller could not be read."""


@cache
def font(face: Face, size: int) -> FreeTypeFont:
    """A shipped font. One thread draws (see the easel), so that a font may be kept and shared."""
    if size < SMALLEST:
        raise ValueError(f"{size} pixels are too small to be read on a phone")
    return ImageFont.truetype(Path(__file__).parent / "fonts" / FILES[face], size)


@cache
def _has(face: Face, character: str) -> bool:
    """Whether the font has this character: what it lacks looks like what no font has."""
    return _drawn(face, character) != _drawn(face, "\U0010ffff")


def _drawn(face: Face, character: str) -> bytes:
    image = Image.new("L", (2 * SMALLEST, 2 * SMALLEST))
    ImageDraw.Draw(image).text((0, 0), character, fill=255, font=font(face, SMALLEST))
    return image.tobytes()


def drawable(words: str, face: Face = "sans") -> str:
    """`words` without what the font cannot draw: emoji go, letters of other scripts become boxes."""
    drawn: list[str] = []
    for character in words:
        if character in HELD_TOGETHER:
            drawn.append("\u00a0")
        elif character.isspace():
            drawn.append(" ")
        elif unicodedata.category(character)[0] in "LNPS" and _has(face, character):
            drawn.append(character)
        elif unicodedata.category(character)[0] in "LN":
            drawn.append(UNKNOWN)
    return " ".join(part for part in "".join(drawn).strip().split(" ") if part) or (UNKNOWN if words.strip() else "")


def face_for(words: str) -> Face:
    """The serif for a title, where it has all letters of it; else the bold sans."""
    serif, bold = drawable(words, "serif"), drawable(words, "bold")
    return "serif" if serif == bold else "bold"


def width(words: str, face: Face, size: int) -> float:
    """How wide `words` are, in pixels."""
    return font(face, size).getlength(words)


def shortened(words: str, face: Face, size: int, room: float) -> str:
    """`words` cut to `room` pixels, with an ellipsis where something is missing."""
    if width(words, face, size) <= room:
        return words
    while words and width(words + ELLIPSIS, face, size) > room:
        words = words[:-1].rstrip()
    return words + ELLIPSIS


def wrapped(words: str, face: Face, size: int, room: float, most: int) -> list[str]:
    """`words` as at most `most` lines of `room` pixels; the last one is cut where they do not fit."""
    lines = [""]
    for word in drawable(words, face).split(" "):
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] == "" or len(lines) == most or width(longer, face, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [shortened(line, face, size, room) for line in lines]
