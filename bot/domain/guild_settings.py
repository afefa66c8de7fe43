"""What is settled for a server."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.locale import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class GuildSettings:
    """A server's choices; None where nobody chose. `horizon` holds where no channel has its own.

    `host_role_ids` may create parties and polls; when there are none, everybody may. `announce`: hear of it once when
    the standing of the series changes.
    """

    guild_id: int
    locale: Locale | None = None
    zone: str | None = None
    horizon: int = 0
    titles_shown: bool = False
    host_role_ids: frozenset[int] = frozenset()
    log_channel_id: int | None = None
    party_channel_id: int | None = None
    poll_channel_id: int | None = None
    announce: bool = False
