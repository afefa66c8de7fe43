"""What the bot may do in a server's channels, against what it needs there: pure bits, without Discord."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.permissions import NEEDS, Need

Use = Literal["server", "parties", "polls", "log"]
"""What a permission is needed for: the server as a whole, or the channel that a feature posts in."""

ADMINISTRATOR = 1 << 3
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

    `gone`: the channel no longer exists, or the bot cannot see it.
    """

    use: Use
    channel_id: int | None = None
    missing: tuple[Need, ...] = ()
    gone: bool = False

    @property
    def fine(self) -> bool:
        return not self.missing and not self.gone


def missing(use: Use, permissions: int) -> tuple[Need, ...]:
    """What the bot lacks for `use` when it holds these permission bits."""
    if permissions & ADMINISTRATOR:
        return ()
    return tuple(need for need in NEEDS if need.name in _USES[use] and not permissions & need.bit)


def inspect(use: Use, channel_id: int | None, permissions: int | None) -> Finding:
    """What is found for a place in which the bot holds these bits; None: there is no such place."""
    if permissions is None:
        return Finding(use=use, channel_id=channel_id, gone=True)
    return Finding(use=use, channel_id=channel_id, missing=missing(use, permissions))
