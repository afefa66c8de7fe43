"""The watchwords as rules of Discord's own AutoMod: what of them fits, for which levels, and where each rule holds not.

A rule is for levels between two neighbouring horizons of a server: any place allows all of them or none. So a server
whose places are at 0 and 8 needs one group of levels, and one with five horizons needs four. The limits are Discord's
(developer documentation, "Auto Moderation").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.visibility import LAST_EPISODE
from bot.domain.watch import ANY_CASE, Watch, Watchword

MOST_RULES = 6
"""Rules of a server that look for words."""
PATTERNS = 10
"""Regular expressions of one rule."""
PATTERN_LENGTH = 260
"""Characters of one regular expression."""
MOST_EXEMPT = 50
"""Channels in which a rule does not hold."""
ROOM = PATTERN_LENGTH - len(ANY_CASE)


class GuardMode(StrEnum):
    """What AutoMod does with what reads as a spoiler: nothing; tell the log channel; stop it, and tell."""

    OFF = "off"
    TELL = "tell"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: it finds what spoils the episodes `first` to `last`, everywhere but in the channels `exempt`."""

    first: int
    last: int
    patterns: tuple[str, ...]
    exempt: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All rules for a server, and what does not fit into them.

    `left_out` counts the expressions for which there is no room. `unguarded` are groups of levels, (first, last), that
    have no rule: because there are too few, or too many channels in which it must not hold.
    """

    rules: tuple[Rule, ...]
    left_out: int
    unguarded: tuple[tuple[int, int], ...]


def plan(watch: Watch, horizons: Mapping[int, int], *, most: int = MOST_RULES) -> Plan:
    """The rules for a server. `horizons` is what holds in each of its channels, by id; `most` is how many rules there
    may be, because others made some. The groups of the latest episodes go first where there are too few."""
    bounds = sorted({*horizons.values(), LAST_EPISODE})
    groups = list(zip([low + 1 for low in bounds], bounds[1:], strict=False))
    guarded: list[tuple[int, int]] = []
    unguarded: list[tuple[int, int]] = []
    for group in reversed(groups):
        fits = len(guarded) < most and len(_open_to(horizons, group)) <= MOST_EXEMPT
        (guarded if fits else unguarded).append(group)
    found = {group: _expressions(watch, group) for group in guarded}
    packed = {group: _packed(expressions) for group, expressions in found.items()}
    given = _shared_out({group: -(-len(patterns) // PATTERNS) for group, patterns in packed.items()}, most)
    rules: list[Rule] = []
    left_out = 0
    for group in sorted(guarded):
        patterns, room = packed[group], given[group] * PATTERNS
        left_out += sum(len(pattern) for pattern in patterns[room:])
        written = [ANY_CASE + "|".join(pattern) for pattern in patterns[:room]]
        exempt = _open_to(horizons, group)
        rules += [
            Rule(first=group[0], last=group[1], patterns=tuple(written[at : at + PATTERNS]), exempt=exempt)
            for at in range(0, len(written), PATTERNS)
        ]
    return Plan(rules=tuple(rules), left_out=left_out, unguarded=tuple(sorted(unguarded)))


def _open_to(horizons: Mapping[int, int], group: tuple[int, int]) -> tuple[int, ...]:
    """Where these levels may be talked about."""
    return tuple(sorted(channel for channel, horizon in horizons.items() if horizon >= group[1]))


def _expressions(watch: Watch, group: tuple[int, int]) -> list[str]:
    """What finds these levels, the most telling first: of each level what stands first in watch.toml, and extras after
    all others."""
    seen: dict[tuple[int, bool], int] = {}
    ordered: list[tuple[bool, int, int, Watchword]] = []
    for number, each in enumerate(watch.watchwords):
        if group[0] <= each.level <= group[1]:
            rank = seen[each.level, each.extra] = seen.get((each.level, each.extra), 0) + 1
            ordered.append((each.extra, rank, number, each))
    ordered.sort(key=lambda entry: entry[:3])
    return [expression for *_, each in ordered for expression in each.expressions(ROOM)]


def _packed(expressions: Sequence[str]) -> list[list[str]]:
    """The expressions in as few patterns as that is simply done: each goes into the first in which it has room."""
    patterns: list[list[str]] = []
    for expression in expressions:
        for pattern in patterns:
            if sum(map(len, pattern)) + len(pattern) + len(expression) <= ROOM:
                pattern.append(expression)
                break
        else:
            patterns.append([expression])
    return patterns


def _shared_out(wanted: Mapping[tuple[int, int], int], most: int) -> dict[tuple[int, int], int]:
    """How many rules each group gets: one each, and what is left one by one to the group that lacks most."""
    given = {group: min(1, count) for group, count in wanted.items()}
    while sum(given.values()) < most:
        lacking = max(wanted, key=lambda group: wanted[group] - given[group], default=None)
        if lacking is None or wanted[lacking] == given[lacking]:
            break
        given[lacking] += 1
    return given
