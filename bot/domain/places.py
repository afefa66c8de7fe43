"""What is settled for a server."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.locale import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class GuildSettings:
    """A server's choices; locale and zone are None where nobody chose. `horizon` holds where no channel has its own."""

    guild_id: int
    locale: Locale | None = None
    zone: str | None = None
    horizon: int = 0
    titles_shown: bool = False
