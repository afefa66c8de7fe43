"""The two cities of the series: what their clocks show, and in which weeks they are not six hours apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.walltime import wall_of

NEW_YORK = "America/New_York"
PARIS = "Europe/Paris"
USUAL = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoCities:
    """One instant on both cities' clocks (naive wall times)."""

    new_york: datetime
    paris: datetime

    @property
    def apart(self) -> timedelta:
        """How far Paris is ahead."""
        return self.paris - self.new_york

    @property
    def usual(self) -> bool:
        """Whether they are six hours apart, as they are when both or neither have changed their clocks."""
        return self.apart == USUAL


def two_cities(instant: datetime) -> TwoCities:
    """Both cities' wall times at an aware instant."""
    return TwoCities(new_york=wall_of(instant, NEW_YORK), paris=wall_of(instant, PARIS))
