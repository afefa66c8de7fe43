"""How far a member has watched: told, shown, cleared, undone. Nobody but the member ever sees it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.clock import Clock
from bot.domain.visibility import LAST_EPISODE, is_level
from bot.errors import EtoileError
from bot.store import members
from bot.store.engine.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of a member's progress: before, now (None: not told), and the stamp by which it can be undone."""

    before: int | None
    now: int | None
    stamp: int

    @property
    def moved(self) -> bool:
        """Whether anything changed."""
        return self.before != self.now


class ProgressService:
    """Progress is read anew for every interaction, so that setting it back takes effect everywhere at once."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def show(self, user_id: int) -> int | None:
        """The last episode that the member has finished; None when never told."""
        return await self._db.read(members.load_progress, user_id=user_id)

    async def tell(self, user_id: int, episode: int | None) -> Change:
        """Set the progress; None says "I'd rather not say" and counts as nothing seen.

        Raises EtoileError("progress-no-such-episode") beyond the season.
        """
        if episode is not None and not is_level(episode):
            raise EtoileError("progress-no-such-episode", last=LAST_EPISODE)
        before, stamp = await self._db.write(
            members.save_progress, user_id=user_id, episode=episode, at=self._clock.now()
        )
        return Change(before=before, now=episode, stamp=stamp)

    async def clear(self, user_id: int) -> Change:
        """Forget what was told; the bot may ask again."""
        before, stamp = await self._db.write(members.clear_progress, user_id=user_id, at=self._clock.now())
        return Change(before=before, now=None, stamp=stamp)

    async def undo(self, user_id: int, stamp: int) -> int | None:
        """Take back the change with this stamp and return the progress that holds now.

        Raises EtoileError("progress-undo-late") when the progress has changed since.
        """
        undone, now = await self._db.write(members.undo_progress, user_id=user_id, stamp=stamp)
        if not undone:
            raise EtoileError("progress-undo-late")
        return now

    async def mark_asked(self, user_id: int) -> None:
        """Remember that the member was asked once, so that they are not asked again."""
        await self._db.write(members.mark_asked, user_id=user_id, at=self._clock.now())
