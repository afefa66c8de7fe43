"""The stream of happenings for viewers: what changed in the world, in order, to as many watchers as there are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from bot.stage.payloads import Wire

KEPT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class StageEvent:
    """One change. ``only`` names the users who may know of it; None means whoever may view the channel."""

    kind: str
    data: Wire
    seq: int
    guild_id: str | None = None
    channel_id: str | None = None
    only: frozenset[str] | None = None


class Watcher:
    """One viewer's queue; when it falls behind too far, ``lost`` is set and the viewer must read the state anew."""

    def __init__(self, leave: Callable[[Watcher], None]) -> None:
        self._queue: asyncio.Queue[StageEvent] = asyncio.Queue(maxsize=KEPT)
        self._leave = leave
        self.lost = False

    def put(self, happening: StageEvent) -> None:
        """Hand over one happening, without waiting."""
        try:
            self._queue.put_nowait(happening)
        except asyncio.QueueFull:
            self.lost = True
            while not self._queue.empty():
                self._queue.get_nowait()

    async def get(self) -> StageEvent:
        """The next happening, in order."""
        return await self._queue.get()

    def __enter__(self) -> Watcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._leave(self)


class Watching:
    """Who watches; keeps the count of happenings."""

    def __init__(self) -> None:
        self._watchers: list[Watcher] = []
        self._seq = 0

    def __bool__(self) -> bool:
        return bool(self._watchers)

    def watch(self) -> Watcher:
        """A new watcher, to be used as a context manager."""
        watcher = Watcher(self._watchers.remove)
        self._watchers.append(watcher)
        return watcher

    def tell(
        self,
        kind: str,
        data: Wire,
        *,
        guild_id: str | None = None,
        channel_id: str | None = None,
        only: frozenset[str] | None = None,
    ) -> None:
        """Tell every watcher; costs nothing when nobody watches."""
        self._seq += 1
        if not self._watchers:
            return
        happening = StageEvent(kind=kind, data=data, seq=self._seq, guild_id=guild_id, channel_id=channel_id, only=only)
        for watcher in self._watchers:
            watcher.put(happening)
