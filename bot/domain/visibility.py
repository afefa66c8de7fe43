"""Who may see what, where: the one set of rules that every surface asks.

A text carries the episode that it spoils (`visible_from`, 0 = nothing). A member has progress (0 to 8, unset counts as
0), a place has a horizon (0 to 8). An ephemeral answer is measured by the asker's progress; a public one by the
place's horizon, and what lies beyond it is covered: posted only inside a closed container.
"""

from __future__ import annotations

FIRST_EPISODE = 1
LAST_EPISODE = 8
NOTHING = 0
"""The level of someone who has seen nothing, and of a text that spoils nothing."""


def level_of(progress: int | None) -> int:
    """The level at which a member with this progress reads; who never told it has seen nothing."""
    return NOTHING if progress is None else progress


def may_see(level: int, visible_from: int) -> bool:
    """Whether a reader at `level` may see a text that spoils up to episode `visible_from`."""
    return visible_from <= level


def open_level(*, shown: int, horizon: int) -> int:
    """Up to which episode a shared answer may stand openly: never more than the sharer was shown, nor the horizon."""
    return min(shown, horizon)


def is_level(value: int) -> bool:
    """Whether `value` can be a progress or a horizon."""
    return NOTHING <= value <= LAST_EPISODE
