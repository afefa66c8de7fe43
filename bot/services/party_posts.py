"""What is sent for a party: each message once; and which announced starts of the clock have to be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.instants import from_ms, to_ms
from bot.store import party_people as people_store
from bot.store import party_posts as store
from bot.store.database import Database, Work
from bot.store.party_posts import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A line that announces a common start. `message_id` of None: nobody knows whether it arrived."""

    start: datetime
    tried_at: datetime
    channel_id: int | None
    message_id: int | None


class PartyPosts:
    """What was sent, and what is being sent."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def begin_post(self, party_id: int, purpose: str, now: datetime) -> Post | None:
        """Note that a message is about to be sent. None: this is the first try."""
        return await self._db.write(store.begin_post(party_id=party_id, purpose=purpose, at=now))

    async def end_post(self, party_id: int, purpose: str, *, channel_id: int, message_id: int) -> None:
        """Note that it was sent."""
        work = store.end_post(party_id=party_id, purpose=purpose, channel_id=channel_id, message_id=message_id)
        await self._db.write(work)

    async def posted(self, party_id: int, purpose: str) -> tuple[int, int] | None:
        """Where a message of the party stands: (channel, message)."""
        post = await self._db.read(store.load_post(party_id=party_id, purpose=purpose))
        if post is None or post.channel_id is None or post.message_id is None:
            return None
        return post.channel_id, post.message_id

    async def overtaken(self, party_id: int) -> list[Announced]:
        """The lines that announce a start which no longer holds, and do not say so yet."""
        return await self._db.read(_overtaken(party_id))

    async def taken_back(self, party_id: int, start: datetime, now: datetime) -> None:
        """The line says that its start no longer holds."""
        await self._db.write(store.begin_post(party_id=party_id, purpose=off_of(start), at=now))

    async def said(self, party_id: int, start: datetime) -> bool:
        """Whether a line for this start was tried before: one that was taken back holds again."""
        return await self._db.write(_said(party_id, start))


def go_of(start: datetime) -> str:
    """Under which purpose the line for a common start is noted: one line for each instant."""
    return f"go:{to_ms(start)}"


def off_of(start: datetime) -> str:
    """Under which purpose it is noted that this line was taken back."""
    return f"off:{to_ms(start)}"


def _overtaken(party_id: int) -> Work[list[Announced]]:
    clock = yield from people_store.load_clock(party_id=party_id)
    lines = yield from store.list_posts(party_id=party_id, like="go:%")
    off = yield from store.list_posts(party_id=party_id, like="off:%")
    if clock is None:
        return []
    done = {post.purpose for post in off}
    starts = {post.purpose: from_ms(int(post.purpose.partition(":")[2])) for post in lines}
    return [
        Announced(
            start=starts[post.purpose],
            tried_at=post.tried_at,
            channel_id=post.channel_id,
            message_id=post.message_id,
        )
        for post in lines
        if clock.overtakes(starts[post.purpose]) and off_of(starts[post.purpose]) not in done
    ]


def _said(party_id: int, start: datetime) -> Work[bool]:
    yield from store.forget_post(party_id=party_id, purpose=off_of(start))
    return (yield from store.load_post(party_id=party_id, purpose=go_of(start))) is not None
