"""From the rule of a series to its dates, one at a time, each converted to an instant on its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from bot.domain.series import Occurrence, Rule
from bot.domain.walltime import readings, wall_of

FARTHEST = 2000
"""How many dates of a rule are looked at before it is taken to hold no more."""


def occurrences(rule: Rule) -> Iterator[Occurrence]:
    """The dates of a rule in their order, endless if the rule is."""
    index = 0
    for wall in islice(_walls(rule), FARTHEST):
        if rule.until is not None and wall.date() > rule.until:
            return
        if rule.times is not None and index >= rule.times:
            return
        if wall.date() in rule.skips:
            continue
        first, second = readings(wall, rule.zone)
        moved = wall_of(first, rule.zone) != wall
        yield Occurrence(index=index, wall=wall, instant=first, moved=moved, twice=first != second and not moved)
        index += 1


def _walls(rule: Rule) -> Iterator[datetime]:
    from dateutil import rrule  # only who plans a series needs it

    days = [rrule.weekday(day) if rule.nth is None else rrule.weekday(day)(rule.nth) for day in sorted(rule.weekdays)]
    return iter(
        rrule.rrule(
            rrule.DAILY if rule.every == "day" else rrule.WEEKLY if rule.every == "week" else rrule.MONTHLY,
            dtstart=datetime.combine(rule.first_day, rule.at),
            interval=rule.step,
            byweekday=days,
            wkst=rrule.MO,
        )
    )
