"""What the bot may do in a server's channels, against what it needs there: pure bits, without Discord."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.permissions import NEEDS, Need

Use = Literal["server", "parties", "polls", "log"]
"""What a permission is needed for: the server as a whole, or the channel that a feature posts in."""

ADMINISTRATOR = 1 << 3
VIEW = 1 << 10
_LOG = ("view_channel", "send_messages")
_CARDS = (*_LOG, "embed_links", "attach_files", "read_message_history")
_USES: dict[Use, tuple[str, ...]] = {
    "log": _LOG,
    "polls": _CARDS,
    "parties": (*_CARDS, "create_public_threads", "send_messages_in_threads", "manage_threads"),
    "server": tuple(need.name for need in NEEDS),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place that was looked at, and what is missing there. `channel_id` is None for the server as a whole.

    `gone`: the channel no longer exists, or the bot cannot see it. `public`: everybody can read a channel that is meant
    for moderators.
    """

    use: Use
    channel_id: int | None = None
    missing: tuple[Need, ...] = ()
    gone: bool = False
    public: bool = False

    @property
    def fine(self) -> bool:
        return not self.missing and not self.gone and not self.public


def missing(use: Use, permissions: int) -> tuple[Need, ...]:
    """What the bot lacks for `use` when it holds these permission bits.

    In a channel that is hidden from it the bot holds nothing at all: there only the permission to see it is named.
    """
    if permissions & ADMINISTRATOR:
        return ()
    hidden = use != "server" and not permissions & VIEW
    lacking = tuple(need for need in NEEDS if need.name in _USES[use] and not permissions & need.bit)
    return tuple(need for need in lacking if need.bit == VIEW) if hidden else lacking


def inspect(use: Use, channel_id: int | None, permissions: int | None, everybody: int = 0) -> Finding:
    """What is found for a place in which the bot holds these bits; None: there is no such place. `everybody`: the bits
    that every member holds there."""
    if permissions is None:
        return Finding(use=use, channel_id=channel_id, gone=True)
    public = use == "log" and bool(everybody & VIEW)
    return Finding(use=use, channel_id=channel_id, missing=missing(use, permissions), public=public)
