"""What a member could not be told, because Discord took no answer: they read it with their next press.

In memory, per process: whoever is answered by another process, or after a restart, sees what was done where it stands.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from bot.bounded import Bounded
from bot.clock import Clock

REMEMBERED = 5000
WORTH_TELLING = timedelta(hours=12)


class Untold(NamedTuple):
    """A sentence in the member's language, and when it was to be said (aware UTC)."""

    sentence: str
    at: datetime


class UntoldService:
    """The last sentence for each member who did not get it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: Bounded[int, Untold] = Bounded(REMEMBERED)

    def __bool__(self) -> bool:
        return bool(self._kept)

    def keep(self, user_id: int, sentence: str) -> None:
        """Keep what Discord did not show them; a newer sentence takes the place of an older one."""
        self._kept.pop(user_id, None)
        self._kept[user_id] = Untold(sentence, self._clock.now())

    def take(self, user_id: int) -> Untold | None:
        """What they are still to be told, once; None where there is nothing, or it is too long ago."""
        kept = self._kept.pop(user_id, None)
        return None if kept is None or self._clock.now() - kept.at > WORTH_TELLING else kept

    def forget(self, user_id: int) -> None:
        """Forget the member, who asked for it."""
        self._kept.pop(user_id, None)
