"""What the bot posted for everybody that may tell plot: shared answers, results of polls, lifted veils.

It is on record so that it can be found and covered when less may be said in its place than before.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.member_text import Channel
from bot.domain.visibility import LAST_EPISODE

BEYOND = LAST_EPISODE + 1
"""The level of a post of which nothing may stand openly anywhere."""


class PostKind(StrEnum):
    """What a post is."""

    SHARE = "share"
    """An answer that a member shared."""
    WRITTEN = "written"
    """An answer that a member shared, in which members' own words stand: no box keeps those."""
    RESULT = "result"
    """How a poll ended."""
    LIFTED = "lifted"
    """A copy of a veiled message whose veil was lifted."""


class PostState(StrEnum):
    """How a post stands."""

    OPEN = "open"
    COVERED = "covered"
    LOST = "lost"
    """It should have been covered, and could not be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Openly:
    """What stands openly in a post: up to which episode it spoils, up to which where titles of episodes count as
    spoilers too, and whether words of members stand in it. `poll_id`: the poll whose standing it tells, or 0."""

    level: int
    titled: int = 0
    written: bool = False
    poll_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message of the bot's. `level` is the episode up to which what stands openly in it spoils.

    `message_id` is None while nobody knows whether it arrived. `subject_id` is the poll, veil or night of the quiz that
    it belongs to, 0 for another shared answer; `author_id` who shared it, None for nobody and for who asked to be
    forgotten.
    """

    id: int
    guild_id: int
    channel_id: int
    parent_id: int | None
    message_id: int | None
    kind: PostKind
    subject_id: int
    author_id: int | None
    level: int
    state: PostState

    @property
    def channel(self) -> Channel:
        """The channel or thread in which it stands."""
        return Channel(self.channel_id, self.parent_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedCard:
    """A message that is the card of this poll, or of this party whose note somebody of these wrote; 0 for neither."""

    poll_id: int = 0
    party_id: int = 0
    host_ids: frozenset[int] = frozenset()


def may_cover(user_id: int, post: Post, *, moderates: bool) -> bool:
    """Whether somebody may cover a post or take it away: who moderates the channel, and who shared it."""
    return moderates or user_id == post.author_id
