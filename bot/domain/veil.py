"""The veil: a message that says too much, copied into a closed box. Who may, and what can be copied at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE

REQUEST_BYTES = 24 * 1024 * 1024
"""All files of one message together: Discord takes 25 MiB in one request, of which some is not files."""
ABANDONED = timedelta(minutes=15)
"""Copies that were not posted for so long never will be: an interaction lives no longer, and the bot may have died."""
BY_READERS, BY_MODERATOR = 0, -1
"""Who drew the veil of what readers flagged: they themselves, of whom nobody learns which; or a moderator, whom the log
names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What matters about a message that somebody wants to veil. `sizes` are those of its files, in bytes."""

    message_id: int
    channel_id: int
    author_id: int
    written_by_bot: bool = False
    system: bool = False
    poll: bool = False
    sticker: bool = False
    voice: bool = False
    forward: bool = False
    has_text: bool = True
    sizes: tuple[int, ...] = ()
    size_limit: int = REQUEST_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Veil:
    """A veiled message. `message_ids` are its copies in their order; `opened` says that it was unveiled since.

    `author_id` and `veiled_by` are None once that member asked to be forgotten; `veiled_by` is `BY_READERS` or
    `BY_MODERATOR` where readers flagged it.
    """

    id: int
    guild_id: int
    channel_id: int
    author_id: int | None
    veiled_by: int | None
    episode: int
    opened: bool
    message_ids: tuple[int, ...]


def may_veil(user_id: int, author_id: int | None, *, moderates: bool) -> bool:
    """Whether somebody may veil, or draw a veil again: the author of the message, and who moderates the channel."""
    return moderates or user_id == author_id


def may_lift(user_id: int, veil: Veil, *, moderates: bool) -> bool:
    """Whether somebody may lift a veil: who moderates the channel, and the author where they drew it themselves."""
    return moderates or (user_id == veil.author_id == veil.veiled_by)


def obstacle(original: Original) -> str | None:
    """Why a message cannot be veiled, as the key of a sentence; None when it can.

    What cannot be copied whole is not veiled at all: the original would be lost with its deletion.
    """
    if original.system:
        return "veil-system"
    if original.written_by_bot:
        return "veil-bot"
    for kind in ("poll", "voice", "forward", "sticker"):
        if getattr(original, kind):
            return f"veil-{kind}"
    if not original.has_text and not original.sizes:
        return "veil-empty"
    if sum(original.sizes) > REQUEST_BYTES or any(size > original.size_limit for size in original.sizes):
        return "veil-large"
    return None


def suggested_episode(horizon: int) -> int:
    """What a message most likely spoils where this horizon holds: the next episode."""
    return min(max(horizon + 1, FIRST_EPISODE), LAST_EPISODE)
