"""The permissions that the bot asks for: the least with which every feature works, each with what it is for.

The bits are Discord's (developer documentation, "Permissions"). `why` is the key of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One permission: its name as discord.py spells it, its bit, and whether the basics fail without it."""

    name: str
    bit: int
    basic: bool = False
    minimal: bool = True
    """Whether the smallest invitation asks for it; without those that it leaves out, something does not work."""

    @property
    def why(self) -> str:
        """The key of the sentence that says what the permission is for."""
        return f"permission-{self.name.replace('_', '-')}"

    @property
    def title(self) -> str:
        """The key of the permission's name as Discord's settings show it."""
        return f"{self.why}-name"

    @property
    def without(self) -> str:
        """The key of the sentence that says what does not work without it; for those that are not minimal."""
        return f"{self.why}-without"


NEEDS = (
    Need(name="view_channel", bit=1 << 10, basic=True),
    Need(name="send_messages", bit=1 << 11, basic=True),
    Need(name="embed_links", bit=1 << 14, basic=True),
    Need(name="attach_files", bit=1 << 15, basic=True),
    Need(name="read_message_history", bit=1 << 16, basic=True),
    Need(name="send_messages_in_threads", bit=1 << 38),
    Need(name="create_public_threads", bit=1 << 35),
    Need(name="manage_threads", bit=1 << 34, minimal=False),
    Need(name="manage_messages", bit=1 << 13, minimal=False),
    Need(name="manage_roles", bit=1 << 28, minimal=False),
    Need(name="manage_events", bit=1 << 33),
    Need(name="create_events", bit=1 << 44),
    Need(name="set_voice_channel_status", bit=1 << 48),
)


def number_of(needs: Iterable[Need]) -> int:
    """The permission number of an invite link that asks for these."""
    return sum(need.bit for need in needs)


INVITED = number_of(NEEDS)
"""The permission number of the invite link."""

SCOPES = ("bot", "applications.commands")
