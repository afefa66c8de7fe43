"""Addresses on Discord."""

from __future__ import annotations

from typing import Protocol


class Posted(Protocol):
    """What has a card somewhere: a poll, a party, a veil, or what is on."""

    @property
    def guild_id(self) -> int: ...
    @property
    def channel_id(self) -> int: ...
    @property
    def message_id(self) -> int | None: ...


def jump(guild_id: int, channel_id: int, message_id: int | None = None) -> str:
    """The address of a channel of a server, or of a message in it."""
    end = f"/{message_id}" if message_id else ""
    return f"https://discord.com/channels/{guild_id}/{channel_id}{end}"


def card_url(posted: Posted) -> str | None:
    """The address of a card; None when it was never posted or was deleted."""
    return jump(posted.guild_id, posted.channel_id, posted.message_id) if posted.message_id is not None else None
