"""How good the watchwords are on the corpus: what they find, what they take for a spoiler, and how far off they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.watch import Watch
from tests.watch.corpus import Message


@dataclass(frozen=True, slots=True)
class Figures:
    """Counted over some messages of one sort. `found`: taken for no less than they spoil; `touched`: for anything at
    all; `above`: for more than they spoil."""

    messages: int
    found: int
    touched: int
    above: int

    @property
    def share_found(self) -> float:
        """0 to 1."""
        return self.found / self.messages if self.messages else 1.0

    @property
    def share_above(self) -> float:
        """0 to 1. Of ordinary messages: false alarms."""
        return self.above / self.messages if self.messages else 0.0


def judge(watch: Watch, messages: Sequence[Message]) -> Figures:
    """What the watchwords make of these messages."""
    levels = [(watch.level_of(message.text), message.spoils) for message in messages]
    return Figures(
        messages=len(levels),
        found=sum(level >= spoils for level, spoils in levels),
        touched=sum(level > 0 for level, _ in levels),
        above=sum(level > spoils for level, spoils in levels),
    )
