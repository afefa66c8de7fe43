"""The page's own sentences, from the TOML files beside this module, in the acting member's language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


class PageWords:
    """Sentences of one language; call it with a key and what stands in the gaps."""

    def __init__(self, language: str, sentences: Mapping[str, str]) -> None:
        self.language = language
        self._sentences = sentences

    def __call__(self, key: str, **gaps: str | int) -> str:
        """The sentence; KeyError when the key does not exist."""
        return self._sentences[key].format_map(gaps)

    def all(self) -> dict[str, str]:
        """Every sentence by its key, for the browser."""
        return dict(self._sentences)


def words_for(tag: str) -> PageWords:
    """The words for a tag of Discord or of the terminal ("fr", "en-US", "fr_FR.UTF-8"); English for other languages."""
    return _load("fr" if re.split("[-_.]", tag.lower())[0] == "fr" else "en")


@cache
def _load(language: str) -> PageWords:
    text = (files("bot.rehearsal.page") / "text" / f"{language}.toml").read_text(encoding="utf-8")
    return PageWords(language, tomllib.loads(text))
