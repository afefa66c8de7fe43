"""What is sent for a party: each message once; and which of the clock's announcements have to be taken back."""

from __future__ import annotations

from datetime import datetime

from bot.domain.instants import from_ms, to_ms
from bot.domain.playback import Playback
from bot.store.engine.database import Database, Work
from bot.store.parties import outbox as store
from bot.store.parties import people as people_store
from bot.store.parties.outbox import Post


class PartyPosts:
    """What was sent, and what is being sent."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def begin_post(self, party_id: int, purpose: str, now: datetime) -> Post | None:
        """Note that a message is about to be sent. None: this is the first try."""
        return await self._db.write(store.begin_post, party_id=party_id, purpose=purpose, at=now)

    async def end_post(self, party_id: int, purpose: str, *, channel_id: int, message_id: int) -> None:
        """Note that it was sent."""
        await self._db.write(
            store.end_post, party_id=party_id, purpose=purpose, channel_id=channel_id, message_id=message_id
        )

    async def posted(self, party_id: int, purpose: str) -> tuple[int, int] | None:
        """Where a message of the party stands: (channel, message)."""
        post = await self._db.read(store.load_post, party_id=party_id, purpose=purpose)
        if post is None or post.channel_id is None or post.message_id is None:
            return None
        return post.channel_id, post.message_id

    async def overtaken(self, party_id: int) -> list[Post]:
        """The lines that announce what the clock no longer comes to, and that do not say so yet."""
        return await self._db.read(_overtaken, party_id)

    async def taken_back(self, party_id: int, purpose: str, now: datetime) -> None:
        """The line says that it no longer holds."""
        await self._db.write(store.begin_post, party_id=party_id, purpose=_off(purpose), at=now)

    async def said(self, party_id: int, purpose: str) -> bool:
        """Whether this line was tried before; if it was taken back, it holds again."""
        return await self._db.write(_said, party_id, purpose)


def go_at(start: datetime) -> str:
    """The purpose of the line for a common start: one line for each instant."""
    return f"go:{to_ms(start)}"


def next_is(episode: int) -> str:
    """The purpose of the line that says which episode is next."""
    return f"next:{episode}"


def start_of(purpose: str) -> datetime | None:
    """The instant that a line announces, None when it is not about one."""
    kind, _, number = purpose.partition(":")
    return from_ms(int(number)) if kind == "go" else None


def _off(purpose: str) -> str:
    return f"off:{purpose}"


def _overtaken(party_id: int) -> Work[list[Post]]:
    clock = yield from people_store.load_clock(party_id=party_id)
    lines = yield from store.list_posts(party_id=party_id, like="go:%")
    lines += yield from store.list_posts(party_id=party_id, like="next:%")
    off = {post.purpose for post in (yield from store.list_posts(party_id=party_id, like="off:%"))}
    if clock is None:
        return []
    return [line for line in lines if _is_overtaken(line.purpose, clock) and _off(line.purpose) not in off]


def _is_overtaken(purpose: str, clock: Playback) -> bool:
    start = start_of(purpose)
    return clock.overtakes(start) if start is not None else clock.episode < int(purpose.partition(":")[2])


def _said(party_id: int, purpose: str) -> Work[bool]:
    yield from store.forget_post(party_id=party_id, purpose=_off(purpose))
    return (yield from store.load_post(party_id=party_id, purpose=purpose)) is not None
