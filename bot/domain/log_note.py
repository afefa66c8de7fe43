"""What the moderators' log is to say of a change: kept in the transaction of the change itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class LogNote:
    """The line of a server's log. `line` makes it from what the transaction of the change returns; None: nothing is to
    be said of it. It runs with the transaction, perhaps twice: it reads nothing and changes nothing."""

    guild_id: int
    line: Callable[[Any], str | None]
    at: datetime

    def about(self, known: object) -> LogNote:
        """The same of something that is known already, whatever the transaction returns."""
        line = self.line

        def of_known(_result: object) -> str | None:
            return line(known)

        return replace(self, line=of_known)
