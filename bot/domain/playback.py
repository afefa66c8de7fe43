"""The party clock: where everybody should be in the episode, without touching anybody's player.

The state is what was pressed, with the instant of the press. The position is computed from it whenever somebody asks,
so a restart costs nothing. A clock that runs from an instant still ahead is counting down to it; an intermission is a
long countdown. Positions are `timedelta`s into the current episode.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.phrases.tokens import folded

READY_TIME = timedelta(minutes=5)
"""How long the ready check lasts before it starts with those who are ready."""
COUNT_IN = timedelta(seconds=15)
"""From a press to the common start: time to reach for the remote."""
BACK = timedelta(seconds=10)
CUE_STEP = timedelta(seconds=15)
CUE_LEAD = timedelta(seconds=8)
LONGEST = timedelta(hours=4)


class ClockPress(StrEnum):
    """What hosts can do to the clock."""

    GO = "go"
    PAUSE = "pause"
    RESUME = "resume"
    BACK = "back"
    JUMP = "jump"
    BREAK = "break"
    NEXT = "next"
    UNDO = "undo"
    END = "end"


class Stored(StrEnum):
    """What a clock was last told."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"


class Phase(StrEnum):
    """What a clock shows at an instant."""

    READY = "ready"
    COUNTDOWN = "countdown"
    BREAK = "break"
    PLAYING = "playing"
    PAUSED = "paused"
    WAITING = "waiting"
    ENDED = "ended"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Playback:
    """`position` was or will be shown at the instant `since`. `before` is what Undo goes back to."""

    stored: Stored
    episode: int
    position: timedelta
    since: datetime
    break_minutes: int = 0
    before: Playback | None = None
    presses: int = 0

    def at(self, now: datetime, *, length: timedelta | None = None) -> timedelta:
        """The position at `now`, never beyond the episode's length where that is known."""
        if self.stored is not Stored.RUNNING or now <= self.since:
            return self.position
        return min(self.position + (now - self.since), length or LONGEST)

    def phase(self, now: datetime, *, length: timedelta | None = None) -> Phase:
        """What the clock shows at `now`. `WAITING`: paused at the beginning. `ENDED`: the episode's length is over."""
        if self.stored is Stored.RUNNING:
            if now < self.since:
                return Phase.BREAK if self.break_minutes else Phase.COUNTDOWN
            return Phase.ENDED if self.at(now, length=length) >= (length or LONGEST) else Phase.PLAYING
        if self.stored is Stored.PAUSED:
            return Phase.PAUSED if self.position else Phase.WAITING
        return Phase.READY if self.stored is Stored.READY else Phase.OVER

    def ends_at(self, length: timedelta | None) -> datetime | None:
        """When the episode will be over, None while it does not run or its length is not known."""
        if self.stored is not Stored.RUNNING or length is None:
            return None
        return self.since + max(length - self.position, timedelta())

    def watched(self, first: int) -> int:
        """The last episode that was begun, in a party whose first one is `first`: it may end before the next begins."""
        return self.episode if self.position else max(first, self.episode - 1)

    @property
    def ready_until(self) -> datetime:
        """When the ready check is over."""
        return self.since + READY_TIME


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Where to press play, and in how many seconds."""

    now: timedelta
    press_at: timedelta
    seconds: int


def cue(clock: Playback, now: datetime, *, length: timedelta | None = None) -> Cue | None:
    """The late joiner's cue while the clock plays: the next round position that leaves time to get there. None when
    the episode is over before."""
    here = clock.at(now, length=length)
    steps = -(-(here + CUE_LEAD) // CUE_STEP)
    target = steps * CUE_STEP
    if length is not None and target >= length:
        return None
    return Cue(now=here, press_at=target, seconds=round((target - here).total_seconds()))


def ready_check(*, episode: int, now: datetime) -> Playback:
    """The clock at the start of a party."""
    return Playback(stored=Stored.READY, episode=episode, position=timedelta(), since=now)


def resumed(clock: Playback, now: datetime) -> Playback:
    """Play from where it stands, after a short countdown (from the ready check, a pause or an intermission)."""
    if clock.stored is Stored.OVER or clock.phase(now) in (Phase.PLAYING, Phase.COUNTDOWN):
        return clock
    return _pressed(clock, stored=Stored.RUNNING, position=clock.at(now), since=now + COUNT_IN, break_minutes=0)


def paused(clock: Playback, now: datetime) -> Playback:
    """Stand still where it is."""
    if clock.stored is not Stored.RUNNING:
        return clock
    return _pressed(clock, stored=Stored.PAUSED, position=clock.at(now), since=now, break_minutes=0)


def back(clock: Playback, now: datetime, by: timedelta = BACK) -> Playback:
    """Everybody presses "back 10 seconds" on their own player: the clock follows at once."""
    return jumped(clock, now, max(clock.at(now) - by, timedelta()), count_in=False)


def jumped(clock: Playback, now: datetime, to: timedelta, *, count_in: bool = True) -> Playback:
    """Go to a position. While it plays, everybody gets the time of a countdown to find it."""
    if clock.stored in (Stored.OVER, Stored.READY):
        return clock
    to = min(max(to, timedelta()), LONGEST)
    if clock.stored is Stored.PAUSED:
        return _pressed(clock, position=to, since=now)
    since = clock.since if now < clock.since else now + (COUNT_IN if count_in else timedelta())
    return _pressed(clock, position=to, since=since)


def intermission(clock: Playback, now: datetime, minutes: int) -> Playback:
    """A break that ends by itself."""
    if clock.stored in (Stored.OVER, Stored.READY):
        return clock
    since = now + timedelta(minutes=minutes)
    return _pressed(clock, stored=Stored.RUNNING, position=clock.at(now), since=since, break_minutes=max(1, minutes))


def next_episode(clock: Playback, now: datetime, *, last: int) -> Playback:
    """Stand at the beginning of the next episode of the party."""
    if clock.stored in (Stored.OVER, Stored.READY) or clock.episode >= last:
        return clock
    return _pressed(
        clock, stored=Stored.PAUSED, episode=clock.episode + 1, position=timedelta(), since=now, break_minutes=0
    )


def ended(clock: Playback, now: datetime) -> Playback:
    """The party is over."""
    if clock.stored is Stored.OVER:
        return clock
    return _pressed(clock, stored=Stored.OVER, position=clock.at(now), since=now, break_minutes=0)


def undone(clock: Playback) -> Playback:
    """As if the last press had not happened: a clock that was running has run on. One step, and none back over it."""
    if clock.before is None or clock.stored is Stored.OVER:
        return clock
    return replace(clock.before, before=None, presses=clock.presses + 1)


def reopened(clock: Playback, now: datetime) -> Playback | None:
    """As if the end had not been pressed: the clock before it, or paused where the episode's length ended it. None when
    there is nothing to go back to."""
    if clock.stored is not Stored.OVER or clock.before is None:
        return None
    before = clock.before
    if before.stored is Stored.RUNNING and before.since <= clock.since:  # it ran on: stand where it was ended
        before = replace(before, stored=Stored.PAUSED, position=clock.position, since=now, break_minutes=0)
    return replace(before, before=None, presses=clock.presses + 1)


def _pressed(clock: Playback, **changes: object) -> Playback:
    before = replace(clock, before=None)
    return replace(clock, **changes, before=before, presses=clock.presses + 1)  # pyright: ignore[reportArgumentType]


def spelled(position: timedelta) -> str:
    """A position as players show it: 00:17:42."""
    seconds = int(position.total_seconds())
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


_LEAD = r"(?:(?:to|at|a|@|vers|around|about|la minute|minute)\s*)?"
_TAIL = r"(?:\s*in)?"
_HOUR, _MINUTE, _SECOND = (
    r"\s*(?:h|hrs?|hours?|heures?)",
    r"\s*(?:m|mn|mins?|minutes?|')",
    r"\s*(?:s|secs?|secondes?|seconds?|'')",
)
_AND = r"\s*(?:and|et)?\s*"
_WAYS = tuple(
    re.compile(_LEAD + way + _TAIL)
    for way in (
        r"(?:(?P<h>\d{1,2})\s*[:.]\s*)?(?P<m>\d{1,3})\s*[:.]\s*(?P<s>\d{1,2})",
        rf"(?P<h>\d){_HOUR}(?:{_AND}(?P<m>\d{{1,2}})(?:{_MINUTE}(?:{_AND}(?P<s>\d{{1,2}})(?:{_SECOND})?)?)?)?",
        rf"(?P<m>\d{{1,3}}){_MINUTE}(?:{_AND}(?P<s>\d{{1,2}})(?:{_SECOND})?)?",
        rf"(?P<s>\d{{1,3}}){_SECOND}",
        r"(?P<m>\d{1,3})",
    )
)


def position_of(text: str) -> timedelta | None:
    """The position that somebody typed: "17:42", "1:02:03", "17" (minutes), "1h02", "17 min 42"; None for none."""
    plain = folded(text[:60]).strip('[]().,!?;*_`" ')
    found = next((match for way in _WAYS if (match := way.fullmatch(plain)) is not None), None)
    if found is None:
        return None
    parts = {name: int(number) for name, number in found.groupdict().items() if number is not None}
    hours, minutes, seconds = (parts.get(name, 0) for name in "hms")
    if ("m" in parts and seconds > 59) or ("h" in parts and minutes > 59):
        return None
    position = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return position if position <= LONGEST else None
