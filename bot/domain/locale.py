"""The languages that the bot speaks."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Locale(StrEnum):
    """A language in which every text of the bot exists."""

    EN = "en"
    FR = "fr"

    @classmethod
    @lru_cache(maxsize=256)
    def of(cls, tag: str | None) -> Locale:
        """The locale for a Discord, BCP 47 or POSIX tag ("fr", "fr-CA", "fr_FR.UTF-8"); English for other languages."""
        return cls.FR if tag is not None and re.split(r"[-_.]", tag.lower())[0] == "fr" else cls.EN
