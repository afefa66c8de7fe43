"""What can go wrong around a party that its host and the moderators have to know of."""

from __future__ import annotations

from enum import StrEnum


class Trouble(StrEnum):
    """What is gone, closed or refused, or was given up. The catalogue says of each what I do and what they can do."""

    THREAD_GONE = "thread-gone"
    THREAD_CLOSED = "thread-closed"
    THREAD_FORBIDDEN = "thread-forbidden"
    NO_THREAD = "no-thread"
    CHANNEL_GONE = "channel-gone"
    CHANNEL_FORBIDDEN = "channel-forbidden"
    CARD_AGAIN = "card-again"
    CARD_GONE = "card-gone"
    VOICE_GONE = "voice-gone"
    HOST_GONE = "host-gone"
    CALL_ROLE_GONE = "call-role-gone"
    CALL_ROLE_SILENT = "call-role-silent"
    SEAT_ROLE_GONE = "seat-role-gone"
    SEAT_ROLE_FORBIDDEN = "seat-role-forbidden"
    NOT_REMINDED = "not-reminded"
    NOT_STARTED = "not-started"
    NOT_TOLD = "not-told"

    @property
    def purpose(self) -> str:
        """Under which purpose it is on record that somebody has to hear of it."""
        return f"trouble:{self.value}"


def trouble_of(purpose: str) -> Trouble | None:
    """Which trouble a purpose is about: "trouble:thread-gone", or with an instant behind it."""
    kind, _, rest = purpose.partition(":")
    what = rest.partition(":")[0]
    return Trouble(what) if kind == "trouble" and what in set(Trouble) else None
