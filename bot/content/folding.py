"""How words are compared: without accents, case, ligatures and punctuation.

One folding serves the search, the guarded words and the shared runs, so that what one of them calls equal is equal
for the others as well.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "’": "'", "ʼ": "'"})
_WORD = re.compile(r"[^\W_]+")
_JOINED_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def fold(text: str) -> str:
    """`text` in lower case and without accents: "Geneviève" and "GENEVIEVE" fold to the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    if decomposed.isascii():
        return decomposed
    return "".join([char for char in decomposed if char.isascii() or not unicodedata.combining(char)])


def words(text: str) -> list[str]:
    """The folded words of `text`, every one for itself: "l’Étoile" gives "l" and "etoile"."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=4096)
def run_words(text: str) -> tuple[str, ...]:
    """The folded words of `text` as a reader counts them: "l’Étoile" and "rendez-vous" are one word each."""
    return tuple(_JOINED_WORD.findall(fold(text)))
