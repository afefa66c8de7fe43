"""The languages that the bot speaks."""

from __future__ import annotations

from enum import StrEnum


class Locale(StrEnum):
    """A language in which every text of the bot exists."""

    EN = "en"
    FR = "fr"

    @classmethod
    def of(cls, tag: str | None) -> Locale:
        """The locale for a Discord or BCP 47 tag ("fr", "fr-CA", "en-GB"); English for every other language."""
        return cls.FR if tag is not None and tag.lower().split("-")[0] == "fr" else cls.EN
