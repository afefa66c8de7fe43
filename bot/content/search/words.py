"""Which words mean the same: forms of one word by their stems, misspellings by how they sound.

The stems are Snowball's (PyStemmer), of both languages for every word: people mix them, and nobody says in which
language a word was meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from threading import Lock
from typing import Any, Protocol, TypeVar

from bot.content.folding import fold, words

Key = TypeVar("Key")
Value = TypeVar("Value")

SHORTEST_STEM = 4
KEPT = 1 << 13
"""Words whose stems and sounds are kept: more than the pack has."""


def _listed(words_of_it: str) -> list[str]:
    return words_of_it.split()


ASKING = frozenset(
    _listed("""
    a about actually an and any anybody anyone anything are as at be been being between but by came can come comes
    coming could cuz did do does doing done dont during each else etoile even ever every everybody everyone exactly for
    from full get gets gonna got guy had halfway happen happened happens has have having he hello her hey hi him his how
    i if in into is isnt it its just
    know list lol m me mean my nah not of ok on or our out per please pls plz pro program programme question re
    really s say serie series she should show so some somebody someone something still such t television tell than
    that the their then there these they thing this those to tonight too tv u ur us ve very wanna want was wasnt we
    were werent what whats when whens where wheres which while who whom whos whose why will with would wut yall yes
    yo you your r
    ai alors apres au aussi aux avait avec avez avoir bah ben bien bon bonjour bref c ca ce ceci cela celle celui
    ces cet cette ceux chez ci combien comme comment complet complete coucou d dans de deja depuis des dire dis dit
    donc dont du elle elles en encore enfin entre es est et etaient etait ete etes etre eu eux faire fait faut font
    hein il ils j je l la le les leur leurs lui ma mais me meme mes moi mon monde n ne ni non nos notre nous on ont
    ou oui par pas passe peut peux pk pour pourquoi pourrait pourriez pq prevu puis qu quand que quel quelle quelles
    quelqu quels qui quid quoi koi sa sais sait salut sans scene scenes se sera serait ses si soit sommes son sont
    stp sur svp ta te tes toi ton tous tout toute toutes tres trop tu un une va vais vas veulent veut vont vos votre
    vous vraiment y ya
    """)
)
"""Words of asking, in both languages, and what every page is about: they weigh nothing."""

_ACTING = "actor actress acteur actrice role play plays played joue character"
QUESTION = {
    word: f"?{said[0]}"
    for said in (
        ("why", "pourquoi", "pk", "pq"),
        ("when", "quand", "kan", "kand"),
        ("where", "wheres", "ou"),
        ("who", "whos", "whom", "qui", "ki", *_listed(_ACTING)),
        ("many", "much", "combien"),
        ("would", "aurait", "auraient"),
        ("difference", "differences", "differ", "compare", "comparer", "versus", "vs"),
    )
    for word in said
}
"""Words that ask for a reason, a time, a place, a person or a number, and what never was; by what they ask for.
They decide between pages that are about the same, and nothing else."""

_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^kn", "n"),
        (r"ph", "f"),
        (r"ch(?=o[lr]|[rl])", "k"),
        (r"(?:ck|qu|q|c(?![eiyh]))", "k"),
        (r"c(?=[eiy])", "s"),
        (r"(?:sch|ch|sh)", "x"),
        (r"g(?=[eiy])", "j"),
        (r"gu(?=[eiy])", "g"),
        (r"(?:eau|au|oa|ou|oo)", "o"),
        (r"(?:ai|ei|ea|ee|ey|ay|ae|oe|ie)", "e"),
        (r"y", "i"),
        (r"z", "s"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=...)(?:e|es)$", ""),
    )
]
_NUMBERS = {
    word: str(number)
    for number, said in enumerate(
        ("two deux", "three trois", "four quatre", "five cinq", "six", "seven sept", "eight huit"), start=2
    )
    for word in said.split()
}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|e|er|ere|eme)")
_SHORT = re.compile(r"(?:s0?(\d))?(?:(?:ep|eps|e)0?(\d))?")
_STEMMING = Lock()
"""A stemmer serves one thread at a time (PyStemmer's documentation); indexes are built beside the event loop."""
_PARTICIPLE = re.compile(r"ee(s?)$")


@lru_cache(maxsize=KEPT)
def stems(word: str) -> frozenset[str]:
    """The stems of a folded word, English and French."""
    accented = _PARTICIPLE.sub(r"ée\1", word)  # the French stemmer knows participles by their accent
    with _STEMMING:
        english, french = _stemmers()
        found = {f"e{english.stemWord(word)}", f"f{fold(french.stemWord(accented))}"}
    return frozenset(stem for stem in found if len(stem) > SHORTEST_STEM)


@lru_cache(maxsize=KEPT)
def sound(word: str) -> str:
    """How a folded word sounds, roughly, to an English or a French ear: what is spelt by ear meets there."""
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return word


@lru_cache(maxsize=KEPT)
def content_words(text: str) -> tuple[str, ...]:
    """The folded words of `text` that say what it is about, each once; all of them where it has none of these.

    Those of `QUESTION` stand for what they ask for, at the end. Small numbers become digits, "S01E05" and "ep5" an
    episode, "S2" a season.
    """
    written = words(text)
    found = list(
        dict.fromkeys(
            part for before, word in zip(["", *written], written, strict=False) for part in _in_full(word, before)
        )
    )
    said = [word for word in found if word not in ASKING and word not in QUESTION]
    asked = dict.fromkeys(QUESTION[word] for word in found if word in QUESTION)
    return (*said, *asked) if said else tuple(found)


def _in_full(word: str, before: str) -> tuple[str, ...]:
    """A word as others write it: but "pas de deux" counts nothing."""
    if (ordinal := _ORDINAL.fullmatch(word)) is not None:
        return (ordinal[1],)
    short = _SHORT.fullmatch(word)
    if short is None or not word[-1:].isdigit():
        return (word if before == "de" else _NUMBERS.get(word, word),)
    return ("episode", short[2]) if short[2] else ("season", short[1])


class _Stemmer(Protocol):
    def stemWord(self, word: str, /) -> str: ...


@lru_cache(maxsize=1)
def _stemmers() -> tuple[_Stemmer, _Stemmer]:
    stemmer: Any = import_module("Stemmer")  # many a process never searches
    return stemmer.Stemmer("english"), stemmer.Stemmer("french")


def as_tuples(lists: Mapping[Key, Sequence[Value]]) -> dict[Key, tuple[Value, ...]]:
    """The same with tuples, which take half as much memory: there is an index for each level and language."""
    kept: dict[tuple[Value, ...], tuple[Value, ...]] = {}
    return {key: kept.setdefault(found := tuple(values), found) for key, values in lists.items()}
