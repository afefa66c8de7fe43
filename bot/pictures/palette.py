"""The colours of pictures: midnight blue as in a dark hall, a blue for New York, a rose for Paris, gold for the star.

Chosen to differ in lightness as well as in hue, so that they stay apart for the colour-blind; every line also has a
marker of its own and a label at its end.
"""

from __future__ import annotations

from bot.domain.show import Side

NIGHT = "#14172B"
TRACK = "#262B49"
GRID = "#2E3456"
INK = "#F4EFE6"
FAINT = "#A9ADC6"
GOLD = "#E3B94A"
NEW_YORK = "#5AA9F0"
PARIS = "#F28BB2"
QUIET = "#8089C9"
OTHERS = ("#E3B94A", "#55C2A2", "#F0824F", "#B7A5F2", "#D8E06A", "#8FD3F4", "#C98B5E", "#9AA0B8", "#F6C9A8", "#7FB77E")
MARKERS = ("o", "s", "D", "^", "v", "P", "X", "p", "h", "*")


def colours(sides: tuple[Side, ...]) -> tuple[str, ...]:
    """A colour for each answer: that of its side, else one of its own."""
    rest = iter(OTHERS)
    return tuple(NEW_YORK if side == "new-york" else PARIS if side == "paris" else next(rest) for side in sides)


def bar_colours(sides: tuple[Side, ...], leads: tuple[bool, ...]) -> tuple[str, ...]:
    """A colour for each bar: that of its side; where no answer takes a side, gold for who leads."""
    if any(sides):
        return tuple(NEW_YORK if side == "new-york" else PARIS if side == "paris" else QUIET for side in sides)
    return tuple(GOLD if lead else QUIET for lead in leads)
