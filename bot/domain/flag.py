"""A flag: readers say that a message spoils, and those who have seen as far decide whether it is veiled.

A voice decides only when whoever gives it has told that they reached the episode, has been on the server for a while,
and has not had much veiled already today. Who was wrong twice within a week neither flags nor decides for a week.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

AGREE = 3
"""So many voices decide."""
PER_HOUR = 3
"""So many messages one member flags within an hour."""
PER_DAY = 5
"""In so many veils that readers drew within a day the voice of one member counts."""
SETTLED_IN = timedelta(days=1)
"""How long somebody has been on the server before their voice counts."""
WRONG = 2
WRONG_FOR = timedelta(days=7)
"""So often somebody may stand by what turns out not to spoil, within this time."""
OPEN_FOR = timedelta(days=2)
"""How long readers are asked."""
LIFTED_WITHIN = timedelta(days=2)
"""A moderator who lifts a veil within this time says that the readers were wrong; later, more may be said by then."""


class FlagState(StrEnum):
    """How a flag stands: asked; to be veiled; veiled; found to spoil nothing; lifted by a moderator, who says so too;
    over without a decision."""

    OPEN = "open"
    AGREED = "agreed"
    VEILED = "veiled"
    FINE = "fine"
    LIFTED = "lifted"
    OVER = "over"


MISTAKEN = (FlagState.FINE, FlagState.LIFTED)
"""Whoever stood by such a flag was wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A message that readers say spoils up to `episode`, as it was when its text had last been edited at `edited_at`
    (milliseconds; 0: never). `question_ids` are the messages in which readers are asked, the last with the buttons;
    none while nobody could be. `by_moderator`: one of them
    decided. `veil_id` is the veil that was drawn for it."""

    id: int
    guild_id: int
    channel_id: int
    message_id: int
    edited_at: int
    episode: int
    state: FlagState
    by_moderator: bool
    question_channel_id: int | None
    question_ids: tuple[int, ...]
    veil_id: int | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one member says. `counts`: it decides with others."""

    agrees: bool
    counts: bool


def decision(voices: Iterable[Voice]) -> FlagState:
    """What these voices come to."""
    counted = [voice for voice in voices if voice.counts]
    agreed = sum(voice.agrees for voice in counted)
    if agreed >= AGREE:
        return FlagState.AGREED
    return FlagState.FINE if len(counted) - agreed >= AGREE else FlagState.OPEN
