"""What is on in a server at the moment, for whoever asks where the series stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """The next party (`episodes`: first and last) or an open poll (`question`), with the card to jump to.

    `gate` is the episode that a poll's question spoils, `preset_id` the shipped poll that it comes from. `at` is when a
    party starts or a poll closes.
    """

    guild_id: int
    channel_id: int
    message_id: int | None
    at: datetime | None
    episodes: tuple[int, int] | None = None
    question: str | None = None
    gate: int = 0
    preset_id: str | None = None
