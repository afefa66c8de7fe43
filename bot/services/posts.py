"""The bot's own posts that may tell plot: noted before and after they are posted, found, covered, taken away."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.domain.log_note import LogNote
from bot.domain.post import Openly, Post, PostedCard, PostKind, PostState, may_cover
from bot.domain.readers import Asker
from bot.domain.veil import suggested_episode
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.errors import EtoileError
from bot.store import posts as store
from bot.store.engine.database import Database
from bot.store.guild_settings import reading_context
from bot.store.log_lines import noted

AT_ONCE = 20
"""So many posts are looked up together."""


class PostsService:
    """`moderates` says that the asker may delete other people's messages in the channel, or manages the server."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def begin_share(self, asker: Asker, openly: Openly) -> int | None:
        """Note that an answer is about to be shared where the asker is, and what stands openly in it. Its id, or None
        in a direct message, where nobody else looks after it."""
        if asker.guild_id is None or asker.channel_id is None:
            return None
        return await self._db.write(
            store.begin_post,
            guild_id=asker.guild_id,
            channel_id=asker.channel_id,
            parent_id=asker.parent_id,
            kind=PostKind.WRITTEN if openly.written else PostKind.SHARE,
            level=openly.level,
            titled=openly.titled,
            subject_id=openly.poll_id,
            author_id=asker.user_id,
            at=self._clock.now(),
        )

    async def end_share(self, post_id: int, message_id: int) -> None:
        """Note that it stands there."""
        await self._db.write(store.end_post, post_id=post_id, message_id=message_id, at=self._clock.now())

    async def drop(self, post_id: int, note: LogNote | None = None) -> None:
        """It was not posted, or is gone."""
        await self._db.write(noted(store.forget_post, note), post_id=post_id)

    async def owed(self, guild_id: int) -> list[tuple[Post, datetime]]:
        """Some of the server's posts that tell more than their place allows now, and when they were made."""
        return await self._db.read(store.list_owed, guild_id=guild_id, most=AT_ONCE)

    async def known_in(self, channel_id: int, since: datetime) -> frozenset[int]:
        """The ids of those messages of a channel that are on record since an instant."""
        return await self._db.read(store.list_messages, channel_id=channel_id, since=since)

    async def mark(self, post: Post, state: PostState, note: LogNote | None = None) -> None:
        """Note how a post stands now."""
        await self._db.write(noted(store.set_state, note), post_id=post.id, state=state)

    async def of_message(self, asker: Asker, message_id: int) -> Post | None:
        """The post that a message is; None for any other message."""
        if asker.guild_id is None:
            raise EtoileError("error-server-only")
        return await self._db.read(store.find_post, guild_id=asker.guild_id, message_id=message_id)

    async def card_of(self, asker: Asker, message_id: int) -> PostedCard | None:
        """The poll, or the party with a note, whose card a message is; None for any other message."""
        if asker.guild_id is None:
            raise EtoileError("error-server-only")
        return await self._db.read(store.find_card, guild_id=asker.guild_id, message_id=message_id)

    async def cover_note(
        self, asker: Asker, message_id: int, episode: int, *, moderates: bool, note: LogNote | None = None
    ) -> None:
        """Say what the note on a party's card spoils: its hosts and moderators may. Raises EtoileError."""
        card = await self.card_of(asker, message_id)
        if card is None or not card.party_id:
            raise EtoileError("posts-gone")
        if not moderates and asker.user_id not in card.host_ids:
            raise EtoileError("posts-not-yours")
        if not FIRST_EPISODE <= episode <= LAST_EPISODE:
            raise EtoileError("veil-no-such-episode")
        change = noted(store.raise_note, note)
        await self._db.write(change, party_id=card.party_id, level=episode, at=self._clock.now())

    async def suggested(self, asker: Asker) -> int:
        """Which episode the form suggests for what stands where the asker is: the next after what may be said there."""
        return suggested_episode((await self._db.read(reading_context, asker)).horizon)

    async def adopt(self, asker: Asker, message_id: int) -> None:
        """Put a message of the bot's on record that was posted before there was one."""
        if asker.guild_id is None or asker.channel_id is None:
            raise EtoileError("error-server-only")
        await self._db.write(
            store.begin_post,
            guild_id=asker.guild_id,
            channel_id=asker.channel_id,
            parent_id=asker.parent_id,
            kind=PostKind.SHARE,
            level=LAST_EPISODE,
            message_id=message_id,
            at=self._clock.now(),
        )

    async def checked(self, asker: Asker, message_id: int, *, moderates: bool) -> Post:
        """The post, for somebody who may cover it or take it away. Raises EtoileError."""
        post = await self.of_message(asker, message_id)
        if post is None:
            raise EtoileError("posts-gone")
        if not may_cover(asker.user_id, post, moderates=moderates):
            raise EtoileError("posts-not-yours")
        return post
