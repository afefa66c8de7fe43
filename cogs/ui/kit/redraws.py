"""One way to draw a public card again without drawing it for every press.

The first press draws the card through its own answer. Whatever happens within the next seconds shares one drawing,
which reads what is stored when it is drawn. There is never more than one drawing of a card on its way to Discord,
so that an older one cannot arrive after a newer one. What Discord did not take is owed: a job draws it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from bot.discordpy.codes import UNANSWERED, told
from bot.errors import EtoileError, StoreUnavailable

_log = logging.getLogger(__name__)

Draw = Callable[[int], Awaitable[object]]


async def owed_already(subject_id: int) -> None:
    """For cards that a job draws after every change anyway."""


class Redraws:
    """The cards of one kind, by the id of what they show. `draw` draws one now; `owe` has a job draw it, with growing
    pauses and after a restart, until it stands right or is gone. `window`: seconds between two drawings of one card."""

    def __init__(self, draw: Draw, owe: Draw = owed_already, *, window: float) -> None:
        self.window = window
        self._draw = draw
        self._owe = owe
        self._resting: dict[int, bool] = {}  # drawn a moment ago, or being drawn; True: something changed since
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def is_idle(self) -> bool:
        """Whether no card is being drawn or was drawn a moment ago."""
        return not self._resting

    def lead(self, subject_id: int) -> bool:
        """Whether this press may draw the card itself, now; if so, `rest` must follow, whatever happens, and before it
        `changed` when it failed."""
        if subject_id in self._resting:
            return False
        self._resting[subject_id] = False
        return True

    def rest(self, subject_id: int) -> None:
        """The drawing that `lead` allowed has ended. Whatever changed meanwhile is drawn after a while."""
        asyncio.get_running_loop().call_later(self.window, self._wake, subject_id)

    def changed(self, subject_id: int) -> None:
        """Something on the card is no longer true: draw it now, or at the end of the window that is running."""
        if self.lead(subject_id):
            self.start(self._redraw(subject_id))
        else:
            self._resting[subject_id] = True

    async def draw(self, subject_id: int) -> None:
        """Draw the card now and wait for that, unless it is being drawn or was drawn a moment ago."""
        if self.lead(subject_id):
            await self._redraw(subject_id)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Have this done beside what runs."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _wake(self, subject_id: int) -> None:
        if self._resting.pop(subject_id, False):
            self.changed(subject_id)

    async def _redraw(self, subject_id: int) -> None:
        try:
            await self._draw(subject_id)
        except EtoileError as error:
            _log.debug("a card was not drawn: %s", error.key)
        except UNANSWERED as error:
            _log.warning("the card of %d could not be drawn: %s; a job draws it", subject_id, told(error))
            try:
                await self._owe(subject_id)
            except StoreUnavailable:
                _log.warning("the card of %d is drawn at the next start: the database does not answer", subject_id)
        except Exception:
            _log.exception("the card of %d could not be drawn", subject_id)
        finally:
            self.rest(subject_id)
