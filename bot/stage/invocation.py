"""One interaction from the member's side: what they did, and how it was answered."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.stage.payloads import Wire

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
KINDS = {COMMAND: "command", COMPONENT: "component", AUTOCOMPLETE: "autocomplete", MODAL: "modal"}


@dataclass(slots=True, kw_only=True, eq=False)
class Invocation:
    """One interaction, from the member's side: what they did and how it was answered."""

    id: str
    token: str
    type: int
    user_id: str
    guild_id: str | None
    channel_id: str
    name: str
    born_ms: int
    owners: dict[str, str]
    command_type: int = 1
    source_message_id: str | None = None
    triggering_id: str | None = None
    """Of a form that was sent: the invocation that it was shown for."""
    state: str = "sent"
    message_id: str | None = None
    modal: Wire | None = None
    choices: list[Wire] | None = None
    error: str | None = None
    followup_ids: list[str] = field(default_factory=list[str])
    first: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    filled: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    timer: asyncio.TimerHandle | None = None

    @property
    def kind(self) -> str:
        """``command``, ``component``, ``autocomplete`` or ``modal``."""
        return KINDS[self.type]

    @property
    def answered(self) -> bool:
        """Whether the bot gave its first answer in time."""
        return self.state not in ("sent", "failed")

    async def outcome(self) -> Invocation:
        """Wait for the first answer, or for the three seconds to pass (state ``failed``)."""
        await asyncio.shield(self.first)
        return self

    async def settled(self, timeout: float = 60.0) -> Invocation:  # noqa: ASYNC109  callers think in seconds
        """Wait for the first answer and, when that was a deferral, for what fills it. Raises TimeoutError."""
        await self.outcome()
        if self.state in ("deferred", "deferred_update"):
            await asyncio.wait_for(asyncio.shield(self.filled), timeout)
        return self

    def as_wire(self) -> Wire:
        """For viewers, without the token."""
        return {
            "id": self.id,
            "kind": self.kind,
            "user_id": self.user_id,
            "guild_id": self.guild_id,
            "channel_id": self.channel_id,
            "name": self.name,
            "state": self.state,
            "message_id": self.message_id,
            "source_message_id": self.source_message_id,
            "modal": self.modal,
            "choices": self.choices,
            "error": self.error,
            "followup_ids": list(self.followup_ids),
        }

    @property
    def user_installed_only(self) -> bool:
        """Whether the app is here only because this user installed it for themselves."""
        return "0" not in self.owners

    def finish(self) -> None:
        """Wake those who wait for the first answer, or for the deferred one."""
        if not self.first.done():
            self.first.set_result(None)

    def fill(self) -> None:
        """A deferred answer was filled (or removed)."""
        if not self.filled.done():
            self.filled.set_result(None)
