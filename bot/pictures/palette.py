"""The colours of pictures: midnight blue as in a dark hall, blue for New York, rose for Paris, gold for the star.

A picture brings its own dark ground, so that it is the same in Discord's dark and light looks. Every two colours that
must be told apart differ in lightness too, and whatever a colour says is also said by a place, a name or a dash.
"""

from __future__ import annotations

from bot.domain.show import Side

NIGHT = "#14172B"
TRACK = "#262B49"
INK = "#F4EFE6"
FAINT = "#B4B8D0"
GOLD = "#E3B94A"
RED = "#C8475A"
NEW_YORK, PARIS, QUIET = "#2F6DBD", "#B23E68", "#4C5290"
"""Grounds on which INK can be read (contrast of 4.5 or more)."""
BLUE_INK, ROSE_INK, QUIET_INK = "#7DB8FA", "#F7A3C3", "#C3C8EE"
"""The same three as the colour of letters and lines on NIGHT."""
VIOLET = "#7A3F8F"
"""The lower field of an arc whose answers are not the two cities."""
LINES = ("#E3B94A", "#7DB8FA", "#F7A3C3", "#55C2A2", "#F0824F")
"""Lines of several answers; each also has a mark of its own."""


def ground(side: Side) -> str:
    """What stands behind the name of an answer that takes this side."""
    return NEW_YORK if side == "new-york" else PARIS if side == "paris" else QUIET


def ink(side: Side) -> str:
    """The colour of what is written or drawn on the night for this side."""
    return BLUE_INK if side == "new-york" else ROSE_INK if side == "paris" else QUIET_INK
