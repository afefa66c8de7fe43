"""The search that survives missing accents, typos and either language.

An index belongs to one view and knows nothing that the view's reader may not see, so what is filtered cannot be found,
not even by its rank. Words are matched one by one: by their beginning, then by similarity.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from bot.content.folding import words
from bot.domain.show import Match

QUERY_LENGTH = 100
QUERY_WORDS = 8
LABEL_LENGTH = 100
_GOOD_ENOUGH = 60.0
_WORD_CUTOFF = 72.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something that can be found: its label in the reader's language, and its names in every language."""

    id: str
    label: str
    names: Sequence[str]


class Index:
    """What of one kind a reader may find, in its natural order."""

    def __init__(self, entries: Iterable[Named]) -> None:
        from rapidfuzz import fuzz, process  # many a process never searches

        self._ratio, self._extract = fuzz.ratio, process.extract
        self._entries = list(entries)
        self._labels = [_cut(entry.label) for entry in self._entries]
        self._names: list[list[str]] = []
        owners: dict[str, set[int]] = {}
        for number, entry in enumerate(self._entries):
            names = [words(name) for name in (entry.label, *entry.names)]
            self._names.append(list(dict.fromkeys(" ".join(name) for name in names)))
            for word in {word for name in names for word in name}:
                owners.setdefault(word, set()).add(number)
        self._words = sorted(owners)  # those with the same beginning stand together
        self._owners = [owners[word] for word in self._words]

    def find(self, query: str, limit: int) -> list[Match]:
        """The best matches for `query`, best first; for an empty query the first in the natural order."""
        if not query.strip():
            return self._matches([(number, 0.0) for number in range(len(self._entries))][:limit])
        scores = self._scores(_asked(query), _GOOD_ENOUGH)
        return self._matches(_best(scores.items(), limit))

    def nearest(self, query: str, count: int) -> list[Match]:
        """The `count` entries that are least unlike `query`, however bad; fewer only if there are fewer."""
        asked = _asked(query)
        text = " ".join(asked)
        scores = {number: max(map(partial(self._ratio, text), names)) for number, names in enumerate(self._names)}
        for number, score in self._scores(asked, 0.0).items():
            scores[number] = max(score, scores[number])
        return self._matches(_best(scores.items(), count))

    def _scores(self, asked: Sequence[str], cutoff: float) -> dict[int, float]:
        """How well entries answer: the mean over the asked words, and to a tenth how alike name and query are."""
        sums: dict[int, float] = {}
        for word in asked:
            for number, score in self._word_scores(word).items():
                sums[number] = sums.get(number, 0.0) + score
        text = " ".join(asked)
        return {
            number: 0.9 * total / len(asked) + 0.1 * max(self._likeness(text, name) for name in self._names[number])
            for number, total in sums.items()
            if total / len(asked) >= cutoff
        }

    def _word_scores(self, word: str) -> dict[int, float]:
        """The entries that have a word like `word`, each with the score of its best one."""
        scores: dict[int, float] = {}
        found: dict[int, float] = {}
        for position in range(bisect_left(self._words, word), len(self._words)):
            if not self._words[position].startswith(word):
                break
            found[position] = 100.0 if self._words[position] == word else 95.0
        if len(word) > 2:
            similar = self._extract(word, self._words, scorer=self._ratio, score_cutoff=_WORD_CUTOFF, limit=None)
            for _, score, position in similar:
                found.setdefault(position, score * 0.9)
        for position, score in found.items():
            for number in self._owners[position]:
                scores[number] = max(score, scores.get(number, 0.0))
        return scores

    def _likeness(self, text: str, name: str) -> float:
        return 100.0 if name.startswith(text) else self._ratio(text, name)

    def _matches(self, scored: Sequence[tuple[int, float]]) -> list[Match]:
        return [
            Match(id=self._entries[number].id, label=self._labels[number], score=round(score, 1))
            for number, score in scored
        ]


def _asked(query: str) -> list[str]:
    """The words of a query, however long or odd it is."""
    return list(dict.fromkeys(words(query[:QUERY_LENGTH])))[:QUERY_WORDS]


def _best(scored: Iterable[tuple[int, float]], limit: int) -> list[tuple[int, float]]:
    """The best of `scored`, ties in the natural order."""
    return sorted(scored, key=lambda item: (-item[1], item[0]))[:limit]


def _cut(label: str) -> str:
    """`label`, short enough for an option of Discord's autocomplete and selects."""
    return label if len(label) <= LABEL_LENGTH else f"{label[: LABEL_LENGTH - 1].rstrip()}…"
