"""What is on in a server at the moment, for whoever asks where the series stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.member_text import Channel, MemberText


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """The next party (`episodes`: first and last) or an open poll (`question`), with the card to jump to.

    `text` is what a poll asks, `question` the same for who is told of it, None where it would spoil;
    `gate` is the episode that it spoils, `preset_id` the shipped poll that it comes from. `at` is when a party
    starts or a poll closes.
    """

    guild_id: int
    channel_id: int
    parent_id: int | None = None
    message_id: int | None
    at: datetime | None
    episodes: tuple[int, int] | None = None
    text: MemberText | None = None
    question: str | None = None
    gate: int = 0
    preset_id: str | None = None
    arc: bool = False
    """Whether a poll is asked anew after each episode."""

    @property
    def channel(self) -> Channel:
        """Where its card stands."""
        return Channel(self.channel_id, self.parent_id)
