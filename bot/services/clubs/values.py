"""What the clubs' services take and give: plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.club import Club, ClubEvening
from bot.domain.party import CURRENT, State
from bot.domain.series import Rule
from bot.services.parties.values import Preview


@dataclass(frozen=True, slots=True, kw_only=True)
class ClubDraft:
    """A club that its host is still setting up. `preview`: its evenings, None until somebody said when. `searching`:
    its time is being asked for."""

    club: Club
    preview: Preview | None
    searching: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClubView:
    """A club as everybody may see it: its evenings, the earliest first. `stopped`: its host ended it. `rule`: its
    rhythm."""

    club: Club
    evenings: tuple[ClubEvening, ...]
    stopped: bool
    rule: Rule | None

    @property
    def next(self) -> ClubEvening | None:
        """The evening that is on, or the next one."""
        return next((one for one in self.evenings if one.state in CURRENT), None)

    @property
    def over(self) -> bool:
        """Whether nothing comes any more."""
        return self.stopped or self.next is None

    @property
    def past(self) -> tuple[ClubEvening, ...]:
        """The evenings that took place."""
        return tuple(one for one in self.evenings if one.state is State.OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Where one member stands: how far they have watched, at which evenings they have a seat, what they missed.

    `joined`: they come to all. `to_go`: the episodes before the next evening that they have not watched.
    `nudged`: they are told of these two days before.
    """

    view: ClubView
    progress: int
    seats: frozenset[int]
    joined: bool
    missed: tuple[int, ...]
    to_go: tuple[int, ...]
    nudged: bool
    now: datetime
