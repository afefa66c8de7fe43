"""The corpus: messages as fans on Discord type them, with typos, without accents, in slang.

`ordinary_<locale>.txt` holds one harmless message a line; `spoiling_<locale>.txt` an episode, a tab and a message that
gives it away. They were written before there was any watchword, and without thinking of how one would look. Tune on
`tuning` and look at `held_out` only as figures: a message is held out by its own text, whatever stands around it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

from bot.domain.locale import Locale

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `spoils` is the episode that it gives away, 0 for none."""

    text: str
    locale: Locale
    spoils: int

    @property
    def held_out(self) -> bool:
        """Whether it belongs to the third that nobody tunes by."""
        return zlib.crc32(self.text.encode()) % 3 == 0


def ordinary(locale: Locale) -> list[Message]:
    """The messages that give nothing away, in the order of their file."""
    return [Message(text, locale, 0) for text in _lines(f"ordinary_{locale}.txt")]


def spoiling(locale: Locale) -> list[Message]:
    """The messages that give an episode away, in the order of their file."""
    split = [line.split("\t", 1) for line in _lines(f"spoiling_{locale}.txt")]
    return [Message(text, locale, int(episode)) for episode, text in split]


def _lines(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()
