"""Who asks, from where, and what rules apply there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.domain.locale import Locale
from bot.domain.member_text import WHOLE_SERVER, Channel
from bot.domain.visibility import level_of, may_see

MayView: TypeAlias = Callable[[Channel], bool]
"""Whether somebody may view a channel of the server that they are on."""


def nothing_else(_channel: Channel) -> bool:
    """Of nobody is known that they may view a channel other than the one in which they ask."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """A member (or a user in a direct message) at the moment of an interaction.

    `parent_id` is the channel that a thread belongs to. `locale` is the member's own, `server_locale` the one that
    Discord reports for the server; the server's setting, when there is one, comes with the `Reader`. `may_write`: they
    may post in this channel themselves; who may not shall not post through the bot either. `may_view` tells of the
    server's other channels. `alone`: nobody else reads there.
    """

    user_id: int
    guild_id: int | None
    channel_id: int | None
    parent_id: int | None
    locale: Locale
    server_locale: Locale
    may_write: bool = True
    alone: bool = False
    manages_server: bool = False
    manages_events: bool = False
    manages_messages: bool = False
    role_ids: frozenset[int] = frozenset()
    may_view: MayView = field(default=nothing_else, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Everybody who sees a message in this channel: they read as far as its horizon, and what stands in it alone.

    `locale` is the server's setting, None when nobody chose; `titles_shown`: episode titles count as harmless there.
    """

    channel_id: int | None
    horizon: int
    locale: Locale | None
    titles_shown: bool

    def may_read(self, level: int, channel: Channel) -> bool:
        """Whether a public message here may hold a text of this level that stands in `channel`."""
        return channel.id in (self.channel_id, WHOLE_SERVER.id) and may_see(self.horizon, level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A member and the channel in which they ask, as the store knows them: read anew for every interaction.

    `progress` is None when never told. `asked` says that the bot has asked for it once, or was told. `horizon` is that
    of the channel. `locale` and `zone` are the server's settings, None when nobody chose.
    """

    progress: int | None
    asked: bool
    horizon: int
    locale: Locale | None
    zone: str | None
    titles_shown: bool
    channel_id: int | None = None
    may_view: MayView = field(default=nothing_else, compare=False, repr=False)

    @property
    def level(self) -> int:
        """The level at which the reader reads."""
        return level_of(self.progress)

    @property
    def audience(self) -> Audience:
        """Those who see a message in the channel in which the reader asks."""
        return Audience(
            channel_id=self.channel_id, horizon=self.horizon, locale=self.locale, titles_shown=self.titles_shown
        )

    def views(self, channel: Channel) -> bool:
        """Whether they may view a channel at all; the one in which they ask they may."""
        return channel.id in (self.channel_id, WHOLE_SERVER.id) or self.may_view(channel)

    def may_read(self, level: int, channel: Channel) -> bool:
        """Whether an answer to them alone may hold a text of this level that stands in `channel`.

        What stands openly before them in this very channel they may read, however far they are.
        """
        if not self.views(channel):
            return False
        return may_see(self.level, level) or (channel.id == self.channel_id and may_see(self.horizon, level))
