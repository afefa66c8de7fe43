"""What is wrong with a show pack: sentences for whoever edits or operates it, with the file and the place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: `path` is the place inside the file (`person[3].spoiler[0].text.fr`), empty for the file itself.

    `record` is the id of the record that it stands in, where it has one: easier to find in a long file than a number.
    """

    file: str
    path: str
    message: str
    record: str = ""

    def __str__(self) -> str:
        place = f"{self.path} ({self.record})" if self.record else self.path
        return f"{self.file}: {place}: {self.message}" if place else f"{self.file}: {self.message}"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """`problems` without repetitions, file by file and in the order of the records in them."""
    return sorted(set(problems), key=lambda problem: (problem.file, _natural(problem.path), problem.message))


def _natural(path: str) -> list[tuple[int, str]]:
    """A sort key under which `fact[9]` comes before `fact[10]`."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", path)]


class PackError(Exception):
    """The show pack cannot be used. Carries every problem of every file, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
