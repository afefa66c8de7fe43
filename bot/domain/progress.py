"""How far a member has watched: the last episode finished, on every server and in direct messages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What a member has told. `episode` None: nothing, taken back, or would rather not say.

    `previous` is what the present value replaced (for Undo). `asked`: the question has been put, or needs no putting.
    """

    episode: int | None = None
    previous: int | None = None
    asked: bool = False
