"""One REST call of the bot, as it came in and how it was answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.stage.attachments import Upload
from bot.stage.payloads import Wire, as_dict


@dataclass(slots=True, kw_only=True)
class Call:
    """One REST call of the bot, as it came in and (afterwards) how it was answered."""

    method: str
    path: str
    params: dict[str, str] = field(default_factory=dict[str, str])
    query: dict[str, str] = field(default_factory=dict[str, str])
    body: Any = None
    uploads: dict[int, Upload] = field(default_factory=dict[int, Upload])
    template: str = ""
    status: int = 0
    answer: Any = None

    @property
    def payload(self) -> Wire:
        """The JSON body when it is an object."""
        return as_dict(self.body)
