"""Who asks, from where, and what rules apply there."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.locale import Locale
from bot.domain.visibility import level_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """A member (or a user in a direct message) at the moment of an interaction.

    `parent_id` is the channel that a thread belongs to. `locale` is the member's own, `server_locale` the one that
    Discord reports for the server; the server's setting, when there is one, comes with the `Standpoint`. `may_write`:
    they may post in this channel themselves; who may not shall not post through the bot either.
    """

    user_id: int
    guild_id: int | None
    channel_id: int | None
    parent_id: int | None
    locale: Locale
    server_locale: Locale
    may_write: bool = True
    manages_server: bool = False
    manages_events: bool = False
    role_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """What the store knows about a reader and a place, read anew for every interaction.

    `progress` is None when never told. `asked` says that the bot has asked for it once, or was told. `locale` and
    `zone` are the server's settings, None when nobody chose.
    """

    progress: int | None
    asked: bool
    horizon: int
    locale: Locale | None
    zone: str | None
    titles_shown: bool

    @property
    def level(self) -> int:
        """The level at which the reader reads."""
        return level_of(self.progress)
