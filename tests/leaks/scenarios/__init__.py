"""What members do with the bot, feature by feature. A scenario is an async function that uses a `Case`; it asserts
nothing, because the house overhears everything. To add one, write it in the file of its feature and mark it:

    @scenario()
    async def what_is_done(case: Case) -> None:
        answer = await case.slash("etoile status")
        await case.press(answer, "facts:share")
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from tests.leaks.case import Case

Play = Callable[[Case], Awaitable[None]]
ALL = tuple(range(9))
EVERYBODY: tuple[int | None, ...] = (None, *ALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One thing that members do, and for which readers and places it is played.

    `fresh`: on a server that no other case has used. `titles`: on a server that shows the titles of all episodes.
    """

    name: str
    play: Play
    progress: Sequence[int | None]
    horizons: Sequence[int]
    fresh: bool
    titles: bool


SCENARIOS: list[Scenario] = []


def scenario(
    *,
    progress: Sequence[int | None] = EVERYBODY,
    horizons: Sequence[int] = ALL,
    fresh: bool = False,
    titles: bool = False,
) -> Callable[[Play], Play]:
    """Register a scenario. Leave out what cannot matter: a private answer is the same at every horizon."""

    def mark(play: Play) -> Play:
        name = f"{play.__module__.rsplit('.', 1)[-1]}: {play.__name__.replace('_', ' ')}"
        SCENARIOS.append(
            Scenario(name=name, play=play, progress=progress, horizons=horizons, fresh=fresh, titles=titles)
        )
        return play

    return mark


def load() -> list[Scenario]:
    """Every scenario of every file of this folder."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return SCENARIOS
