"""Which records answer a question best.

A record is found by phrases (its names, its aliases and the questions that it says it answers) and, more weakly, by the
words of its text. A phrase answers as well as it covers the words that were asked, and as these cover it; rare words
weigh more, words of asking nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from math import log

from bot.content.folding import words
from bot.content.search.vocabulary import Vocabulary
from bot.content.search.words import QUESTION, as_tuples, content_words
from bot.domain.show import Match

QUERY_LENGTH = 100
QUERY_WORDS = 10
LABEL_LENGTH = 100
FOUND = 0.3
"""What answers worse is not offered."""
IN_PHRASE = 0.4
"""What a phrase is worth that holds all that was asked, and much else; the rest is for being asked as a whole."""
IN_TEXT = 0.5
"""What a word is worth that only stands in a record's text."""
SCATTERED = 0.65
"""What words are worth that stand in different phrases of one record."""
AS_ASKED = 0.08
"""What it adds that a phrase is what was asked, word for word."""
LIGHT = 0.8
"""What "why" and "where" weigh; the rarest words weigh about 5."""
ASKED_FOR = frozenset(QUESTION.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something that can be found: its label in the reader's language; its names, the questions that it answers and
    its text in every language. `weight` favours what should come first where others answer as well."""

    id: str
    label: str
    names: Sequence[str]
    asks: Sequence[str] = ()
    text: Sequence[str] = ()
    weight: float = 1.0


class Index:
    """What a reader may find, in its natural order."""

    def __init__(self, entries: Iterable[Named]) -> None:
        from rapidfuzz import fuzz  # many a process never searches

        self._ratio = fuzz.ratio
        self._entries = list(entries)
        self._labels = [_cut(entry.label) for entry in self._entries]
        self._names = [
            list(dict.fromkeys(" ".join(words(name)) for name in (entry.label, *entry.names)))
            for entry in self._entries
        ]
        names = {word for of_one in self._names for name in of_one for word in name.split()}
        self._owners: list[int] = []
        """By phrase: whose it is."""
        self._as_asked: dict[str, tuple[int, ...]] = {}
        """By phrase, with all of its words: who has it."""
        in_phrases: dict[str, list[int]] = {}
        in_texts: dict[str, list[int]] = {}
        phrases = [self._take(number, entry, in_phrases, in_texts) for number, entry in enumerate(self._entries)]
        self._in_phrases = as_tuples(in_phrases)
        self._in_texts = as_tuples(in_texts)
        self._rarity = self._rarities()
        self._known = log(1 + len(self._entries))
        """The weight of a word that stands nowhere: somebody meant something by it."""
        self._sizes = [sum(self._rarity[word] for word in phrase) for of_one in phrases for phrase in of_one]
        self._vocabulary = Vocabulary(names, self._in_phrases, self._in_texts)

    def _take(
        self, number: int, entry: Named, in_phrases: dict[str, list[int]], in_texts: dict[str, list[int]]
    ) -> list[tuple[str, ...]]:
        """Enter the phrases and words of a record. Its phrases."""
        texts = dict.fromkeys((*(entry.names or (entry.label,)), *entry.asks))
        for text in texts:
            asked = " ".join(words(text))
            if number not in (others := self._as_asked.get(asked, ())):
                self._as_asked[asked] = (*others, number)
        phrases = list({tuple(sorted(found)): found for text in texts if (found := content_words(text))}.values())
        for phrase in phrases:
            for word in phrase:
                in_phrases.setdefault(word, []).append(len(self._owners))
            self._owners.append(number)
        for word in {word for text in entry.text for word in content_words(text)}:
            in_texts.setdefault(word, []).append(number)
        return phrases

    def _rarities(self) -> dict[str, float]:
        """What each word weighs: the more, the fewer records have it."""
        many = len(self._entries)
        held = Counter({word: len({self._owners[phrase] for phrase in of}) for word, of in self._in_phrases.items()})
        for word, numbers in self._in_texts.items():
            held[word] = max(held[word], len(numbers) // 2)
        rarities = {word: log(1 + many / max(count, 1)) for word, count in held.items()}
        return rarities | {word: LIGHT for word in rarities if word in ASKED_FOR}

    def find(self, query: str, limit: int, favour: Callable[[str], float] | None = None) -> list[Match]:
        """The best matches for `query`, best first; for an empty query the first in the natural order.

        `favour` says by how much the score of a record counts, by its id.
        """
        if not query.strip():
            return self._matches([(number, 0.0) for number in range(len(self._entries))][:limit])
        scores = self._scores(self._asked(query))
        for number in self._as_asked.get(" ".join(words(query[:QUERY_LENGTH])), ()):
            if number in scores:
                scores[number] += AS_ASKED
        if favour is not None:
            scores = {number: score * favour(self._entries[number].id) for number, score in scores.items()}
        return self._matches(_best(((number, score) for number, score in scores.items() if score >= FOUND), limit))

    def nearest(self, query: str, count: int, favour: Callable[[str], float] | None = None) -> list[Match]:
        """The `count` entries that are least unlike `query`, however bad; fewer only if there are fewer."""
        text = " ".join(words(query[:QUERY_LENGTH]))
        scores = {number: max(map(partial(self._ratio, text), names)) / 200 for number, names in enumerate(self._names)}
        for number, score in self._scores(self._asked(query)).items():
            scores[number] = max(score, scores[number])
        if favour is not None:
            scores = {number: score * favour(self._entries[number].id) for number, score in scores.items()}
        return self._matches(_best(scores.items(), count))

    def _asked(self, query: str) -> list[tuple[str, dict[str, float]]]:
        """The words of a query that say what it is about, each with what may be meant by it."""
        written = words(query[:QUERY_LENGTH])
        asked_for = self._vocabulary.apart(content_words(query[:QUERY_LENGTH])) or written
        typed = self._joined(asked_for[:QUERY_WORDS], written)
        asked = {word: self._vocabulary.meant(word) for word in typed}
        rest = dict(asked)
        for word, meant in asked.items():
            if (mistyped := self._vocabulary.asking(word, meant)) is not None:
                del rest[word]
                if mistyped in QUESTION:
                    rest[QUESTION[mistyped]] = self._vocabulary.meant(QUESTION[mistyped])
        return list((rest or asked).items())

    def _joined(self, typed: Sequence[str], written: Sequence[str]) -> list[str]:
        """Words of a query, those that make one of the index in one: "bun heads", "go fund me"."""
        found = list(typed)
        for many in (3, 2):
            for parts in zip(*(written[start:] for start in range(many)), strict=False):
                if parts[0] not in found or (many == 2 and parts[1] not in found):
                    continue
                if (whole := "".join(parts)) in self._vocabulary:
                    found[found.index(parts[0])] = whole
                    found = [word for word in found if word not in parts]
        return found

    def _scores(self, asked: Sequence[tuple[str, dict[str, float]]]) -> dict[int, float]:
        """How well records answer, to 1.0: by their best phrase, or by words here and there."""
        owners, sizes = self._owners, self._sizes
        whole = 0.0
        held: dict[int, float] = {}
        """By phrase: the weight of what it holds of the question."""
        covered: dict[int, float] = {}
        """By phrase: the weight of what of it was asked for."""
        scattered: dict[int, float] = {}
        for typed, meant in asked:
            unknown = LIGHT if typed in ASKED_FOR else self._known
            likely, rarity = max(((alike, self._rarity[word]) for word, alike in meant.items()), default=(1.0, unknown))
            weight = likely * rarity
            whole += weight
            phrases, best = self._holding(meant)
            for phrase, (alike, rarity) in phrases.items():
                held[phrase] = held.get(phrase, 0.0) + weight * alike
                covered[phrase] = covered.get(phrase, 0.0) + rarity
                owner = owners[phrase]
                if alike * SCATTERED > best.get(owner, 0.0):
                    best[owner] = alike * SCATTERED
            for number, alike in best.items():
                scattered[number] = scattered.get(number, 0.0) + weight * alike
        if not whole:
            return {}
        scores = {number: found / whole for number, found in scattered.items()}
        for phrase, found in held.items():
            part = covered[phrase] / sizes[phrase]
            score = found / whole * (IN_PHRASE + (1 - IN_PHRASE) * part if part < 1 else 1.0)
            owner = owners[phrase]
            if score > scores[owner]:
                scores[owner] = score
        return {number: score * self._entries[number].weight for number, score in scores.items()}

    def _holding(self, meant: dict[str, float]) -> tuple[dict[int, tuple[float, float]], dict[int, float]]:
        """The phrases that have one of these words, and the records whose text has; each with how likely it is the one
        that was meant: for phrases with what it weighs, for texts with what it is worth there."""
        phrases: dict[int, tuple[float, float]] = {}
        texts: dict[int, float] = {}
        for word, alike in sorted(meant.items(), key=lambda item: item[1]):  # the likeliest last, to stay
            phrases |= dict.fromkeys(self._in_phrases.get(word, ()), (alike, self._rarity[word]))
            texts |= dict.fromkeys(self._in_texts.get(word, ()), alike * IN_TEXT)
        return phrases, texts

    def _matches(self, scored: Sequence[tuple[int, float]]) -> list[Match]:
        return [
            Match(id=self._entries[number].id, label=self._labels[number], score=round(100 * score, 1))
            for number, score in scored
        ]


def listed(entries: Sequence[Named], limit: int) -> list[Match]:
    """The first of `entries` in their order, as they are offered before anything is typed: that needs no index."""
    return [Match(id=entry.id, label=_cut(entry.label), score=0.0) for entry in entries[:limit]]


def _best(scored: Iterable[tuple[int, float]], limit: int) -> list[tuple[int, float]]:
    """The best of `scored`, ties in the natural order."""
    return sorted(scored, key=lambda item: (-item[1], item[0]))[:limit]


def _cut(label: str) -> str:
    """`label`, short enough for an option of Discord's autocomplete and selects."""
    return label if len(label) <= LABEL_LENGTH else f"{label[: LABEL_LENGTH - 1].rstrip()}…"
