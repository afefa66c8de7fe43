"""The words of an index, and which of them somebody meant who typed one of their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence

from bot.content.search.thesaurus import groups
from bot.content.search.words import ASKING, QUESTION, as_tuples, sound, stems

SAME_STEM = 0.95
SAME_THING = 0.77
"""Another word for the same: alone it is nothing to be sure by."""
SOUNDS_SAME = 0.8
"""For a word that sounds the same, and up to 0.15 more for being spelt alike."""
BEGINNING = 0.9
"""A word that is still being typed, or its longer form."""
SIMILAR = 0.93
"""What is taken off for typing errors, beyond the errors themselves."""
SHORTEST = 3
"""Shorter words are only meant as they stand, or as the beginning of a name."""
PART = 4
"""Two words that were written as one have as many letters each, or more."""
MEANT_KEPT = 2048
"""Words whose meaning is kept: a question is typed letter by letter, and its first words come again each time."""
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu)([aeiouyh].+)")
_MISTYPED = [word for word in ASKING | QUESTION.keys() if len(word) > SHORTEST]
_BY_LETTERS = {"".join(sorted(word)): word for word in ASKING | QUESTION.keys() if len(word) >= SHORTEST}
"""Words of asking by their letters: "mnay" is "many", "teh" is "the"."""
_BY_BEGINNING = {word[:end]: word for word in _MISTYPED if word in QUESTION for end in range(SHORTEST + 1, len(word))}
"""Those that ask for something by how they begin: "actr" is "actress"."""
_BY_SOUND = {sound(word): word for word in _MISTYPED}
"""Words of asking by how they sound: "ther" is "there", "plais" is "plays"."""


class Vocabulary:
    """Words, by spelling, stem and sound. One or two letters are the beginning of a word of `names`; what begins a word
    of `phrases` is no typing error; what stands in `texts` alone may be one."""

    def __init__(self, names: Iterable[str], phrases: Iterable[str], texts: Iterable[str]) -> None:
        from rapidfuzz import process  # many a process never searches
        from rapidfuzz.distance import OSA

        self._extract, self._one, self._likeness = process.extract, process.extractOne, OSA.normalized_similarity
        self._sure = frozenset(phrases)
        self._known = self._sure.union(texts)
        self._words = sorted(self._known)  # those with the same beginning stand together
        self._names = sorted(self._sure.intersection(names))
        self._meant: dict[str, dict[str, float]] = {}
        by_stem: dict[str, list[str]] = {}
        by_group: dict[int, list[str]] = {}
        by_sound: dict[str, list[str]] = {}
        for word in self._words:
            for stem in stems(word):
                by_stem.setdefault(stem, []).append(word)
            for group in groups(word):
                by_group.setdefault(group, []).append(word)
            if _may_be_mistyped(word):
                by_sound.setdefault(sound(word), []).append(word)
        self._by_stem, self._by_group, self._by_sound = as_tuples(by_stem), as_tuples(by_group), as_tuples(by_sound)
        self._spellings = _by_letter(filter(_may_be_mistyped, self._words))
        self._sounds = _by_letter(self._by_sound)

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def apart(self, typed: Sequence[str]) -> list[str]:
        """Typed words, those that lack a French apostrophe without what stands before it: "sembrassent" is
        "s'embrassent", and "cest" asks nothing. What stands in the index as it is typed stays."""
        found = [word if self._begins(word) else _unelided(word, self._known) for word in typed]
        parted = [part for word in found if word for part in self._parted(word)]
        return list(dict.fromkeys(parted))

    def _parted(self, word: str) -> tuple[str, ...]:
        """A word, or the two of the index that were written as one: "watchparty"."""
        if not self._begins(word):
            for end in range(PART, len(word) - PART + 1):
                if word[:end] in self._sure and word[end:] in self._sure:
                    return word[:end], word[end:]
        return (word,)

    def _begins(self, word: str) -> bool:
        """Whether something in the index is this word, or begins with it where it is more than an article."""
        return word in self._known or (len(word) > SHORTEST and bool(self._beginning(word)))

    def meant(self, word: str) -> dict[str, float]:
        """The words that may be meant by a folded one, each with how likely (to 1.0, the word itself)."""
        found = self._meant.get(word)
        if found is None:
            found = self._look_up(word)
            if len(self._meant) >= MEANT_KEPT:
                self._meant.clear()
            self._meant[word] = found
        return found

    def _look_up(self, word: str) -> dict[str, float]:
        if word.startswith("?"):
            return {word: 1.0} if word in self._known else {}
        found: dict[str, float] = {}
        begun = self._beginning(word)
        if _may_be_mistyped(word):
            heard = sound(word)
            if self._sure.isdisjoint(begun) and not (word in self._known and groups(word)):
                found |= self._similar(word, heard)
            for other in self._by_sound.get(heard, ()):
                found[other] = SOUNDS_SAME + 0.15 * self._likeness(word, other)
        for group in groups(word):
            found |= dict.fromkeys(self._by_group.get(group, ()), SAME_THING)
        found |= dict.fromkeys(begun, BEGINNING)
        for stem in stems(word):
            found |= dict.fromkeys(self._by_stem.get(stem, ()), SAME_STEM)
        if word in self._known:
            found[word] = 1.0
        return found

    def asking(self, word: str, meant: dict[str, float]) -> str | None:
        """The word of asking that an unknown word is, mistyped; None when it is rather one of those `meant` by it."""
        if word in self._known:
            return None
        if (swapped := _BY_LETTERS.get("".join(sorted(word)))) is not None:
            return swapped
        if len(word) <= SHORTEST:
            return None
        if (begun := _BY_BEGINNING.get(word)) is not None:
            return begun
        rival = max((alike for other, alike in meant.items() if other in self._sure), default=0.0)
        heard = _BY_SOUND.get(sound(word))
        if heard is not None and SOUNDS_SAME + 0.15 * self._likeness(word, heard) >= rival:
            return heard
        least = min(max(rival / SIMILAR, 0.79), 1.0)
        found = self._one(word, _MISTYPED, scorer=self._likeness, score_cutoff=least)
        return None if found is None else found[0]

    def _beginning(self, word: str) -> list[str]:
        among = self._words if len(word) >= SHORTEST else self._names
        begin = end = bisect_left(among, word)
        while end < len(among) and among[end].startswith(word):
            end += 1
        return among[begin:end]

    def _similar(self, word: str, heard: str) -> dict[str, float]:
        """Words with a typing error or two, or spelt by ear; among those that begin alike, if there are any."""
        found: dict[str, float] = {}
        for sounds, spellings in (
            (self._sounds.get(heard[:1], ()), self._spellings.get(word[:1], ())),
            (self._by_sound, self._words),
        ):
            for other, likeness in self._alike(heard, sounds):
                found |= dict.fromkeys(self._by_sound[other], likeness)
            for other, likeness in self._alike(word, spellings):
                found[other] = max(likeness, found.get(other, 0.0))
            if found:
                break
        return found

    def _alike(self, one: str, among: Iterable[str]) -> list[tuple[str, float]]:
        cutoff = 0.75 if len(one) < 5 else 0.66
        alike = self._extract(one, among, scorer=self._likeness, score_cutoff=cutoff, limit=None)
        return [(other, likeness * SIMILAR) for other, likeness, _ in alike]


def _unelided(word: str, known: Container[str]) -> str:
    """What is left of a word after an elided one ("l'", "qu'"), where that is a word; "" where it only asks."""
    elided = _ELIDED.fullmatch(word)
    if elided is None or not (elided[1] in known or elided[1] in ASKING or elided[1] in QUESTION):
        return word
    return QUESTION.get(elided[1], "") if elided[1] in ASKING or elided[1] in QUESTION else elided[1]


def _by_letter(found: Iterable[str]) -> dict[str, list[str]]:
    """Words by their first letter, and by their second: the first may have been left out, or put second."""
    letters: dict[str, list[str]] = {}
    for word in found:
        for letter in set(word[:2]):
            letters.setdefault(letter, []).append(word)
    return letters


def _may_be_mistyped(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()
