"""Several moments in one text, as people list them: "sat or sun 20h Paris", "soirs de semaine la semaine prochaine".

The text is cut where one moment ends. A group of days ("weekday evenings", "lundi au jeudi") becomes one moment a day.
What a piece lacks it takes from its neighbours: the time of the next that has one, the day of the one before, the zone
that was typed once. Each piece is then read as any other moment, so that nothing typed is dropped here either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.locale import Locale
from bot.domain.phrases.context import Asked, Context, Reading
from bot.domain.phrases.covers import Cover, covers, line_of
from bot.domain.phrases.day_lists import read_weekdays
from bot.domain.phrases.elements import Ahead, Clock, Dated, Later, MonthDay, Part, Week, Weekday, Zoned
from bot.domain.phrases.moments import read_moment
from bot.domain.phrases.tokens import folded
from bot.domain.phrases.vocabulary import MONTHS
from bot.errors import EtoileError

LONGEST_LIST = 300
"""So many characters are read."""
DEFAULT_HOURS: dict[str, str] = {"morning": "10:00", "afternoon": "15:00", "evening": "20:00", "night": "21:00"}
"""The hour of a part of the day for which nobody typed any."""
MOST_PIECES = 40

_STRONG = re.compile(r"\s*(?:;|\n|\|)\s*|\s+(?:or|ou|ou bien|sinon)\s+")
_WEAK = re.compile(r"\s*(?:,|&|\+)\s*|\s+(?:and|et|puis|then)\s+|(?<=[a-z])\s*/\s*(?=[a-z])")
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PARTS = r"evening|night|afternoon|morning|soir|soiree|apres-midi|aprem|matin"
_WEEK = re.compile(
    r"(?:\b(?:every|all|any|each|on|chaque|tous les|toutes les|les|le|un|des)\s+)*"
    rf"(?:\b(?P<before>{_PARTS})e?s?\s+(?:de|en|of the|in the)\s+)?"
    rf"\b(?:jours?\s+(?:de|en)\s+semaine|en\s+semaine|jours\s+ouvrables|week\s?days?|work(?:ing)?\s?days?|"
    rf"week\s?(?P<night>nights?))\b(?:\s+(?P<after>{_PARTS})e?s?\b)?"
)
_WEEK_FRENCH = re.compile(
    rf"(?:\b(?:chaque|tous les|toutes les|les|le|un|des)\s+)*\b(?P<before>{_PARTS})e?s?\s+(?:de|en)\s+semaine\b"
    r"(?P<after>)(?P<night>)"
)
_WEEKEND = re.compile(r"(?:\b(?:every|all|any|on|chaque|tous les|les|le|un)\s+)*\bweek[\s-]?ends?\b")
_EVERY = re.compile(
    r"\b(?:every|any|all|each|chaque|tous les|toutes les|n'importe quel(?:le)?)\s+"
    rf"(?:day|jour|(?P<named>{_PARTS}))s?\b|"
    r"\b(?:les |des )?(?P<many>evenings|nights|afternoons|mornings|soirs|soirees|matins)\b"
)
_NEXT_WEEK = re.compile(r"\bnext week\b|\bsemaine prochaine\b")
_NEXT_WEEKEND = re.compile(r"\bnext week[\s-]?end|\bweek[\s-]?end prochain")
_OF_THE_WEEK = re.compile(r"\b(?:de|dans|pendant) la semaine\b")
_NUMBER = re.compile(r"((?:le |the )?\d{1,2}(?:st|nd|rd|th|er)?)(?P<time>(?:\s+(?:at|a|@)\s+.*)?)")
_THROUGH = re.compile(
    r"\b(?:from\s+|du\s+|de\s+)?(?P<first>[a-z]{2,9})\.?\s*(?:-|–|\bto\b|\bthrough\b|\bthru\b|\bau\b|\ba\b)\s*"
    r"(?P<last>[a-z]{2,9})\b"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One moment as it was typed. `group`: one day of several that were named together, so that any week will do."""

    text: str
    group: bool = False


def read_slots(text: str, context: Context, *, locale: Locale) -> list[Reading | Asked]:
    """The moments that a text lists, in the order in which they stand; days of a group that have passed are left out.

    Raises EtoileError as `read_moment` does; "when-slot-unread" with the piece that says no moment.
    """
    plain = " ".join(folded(text.replace("\n", ";")).split())
    plain = _OF_THE_WEEK.sub("la semaine", plain)
    if not plain or len(text) > LONGEST_LIST:
        raise EtoileError("when-not-understood")
    return _Lines(context, locale).read(plain)


class _Lines:
    """Reads one list."""

    def __init__(self, context: Context, locale: Locale) -> None:
        self.context = context
        self.locale = locale

    def read(self, text: str) -> list[Reading | Asked]:
        pieces = list(self._expanded(self._in_their_week(_with_months(self._cut(text)))))
        if len(pieces) > MOST_PIECES:
            raise EtoileError("when-not-understood")
        pieces = self._with_times(self._with_days(pieces))
        found: list[Reading | Asked] = []
        past: EtoileError | None = None
        for piece in self._with_zone(pieces):
            try:
                meant = self._moment(piece)
            except EtoileError as error:
                if not piece.group or error.key != "when-past":
                    raise
                past = error
            else:
                found.append(meant)
        if past is not None and not found:
            raise past
        return found

    # -- where one moment ends

    def _cut(self, text: str) -> list[str]:
        found: list[str] = []
        for strong in filter(None, _STRONG.split(text)):
            weak = [part for part in _WEAK.split(strong) if part]
            found += [strong] if len(weak) < 2 or self._is_one(strong) else weak
        return found

    def _is_one(self, text: str) -> bool:
        """Whether a text with a comma or an "and" in it is one moment all the same: "friday, december 4, 20:30"."""
        return any(sum(isinstance(each, Clock) for each in row) <= 1 for row in self._rows(text))

    def _in_their_week(self, parts: list[str]) -> list[str]:
        """A piece that only says which week says it of all: "next week, mon or tue 20h"."""
        weeks = [part for part in parts if (rows := self._rows(part)) and all(map(_is_week, rows))]
        return [" ".join([part, *weeks]) for part in parts if part not in weeks] or parts

    def _expanded(self, parts: list[str]) -> Iterator[_Piece]:
        for part in parts:
            days, rest = _group(part) or (None, part)
            if days is None:
                yield _Piece(part)
            else:
                yield from (_Piece(f"{_NAMES[day]} {rest}".strip(), group=True) for day in sorted(days))

    # -- what a piece takes from its neighbours

    def _with_days(self, pieces: list[_Piece]) -> list[_Piece]:
        found: list[_Piece] = []
        for place, piece in enumerate(pieces):
            if not self._has_day(piece.text):
                day = self._lent(piece, [*reversed(found)], heads=True, of=self._has_day)
                piece = day or self._lent(piece, pieces[place + 1 :], heads=False, of=self._has_day) or piece
            found.append(piece)
        return found

    def _with_times(self, pieces: list[_Piece]) -> list[_Piece]:
        found: list[_Piece] = []
        for place, piece in enumerate(pieces):
            if not self._has(piece.text, Clock):
                others = [*pieces[place + 1 :], *reversed(found)]
                lends = self._has_clock if self._has(piece.text, Part) else self._has_time
                piece = self._by_part(self._lent(piece, others, heads=False, of=lends) or piece)
            found.append(piece)
        return found

    def _by_part(self, piece: _Piece) -> _Piece:
        """A part of the day stands for its usual hour."""
        if self._has(piece.text, Clock):
            return piece
        parts = [each.name for row in self._rows(piece.text) for each in row if isinstance(each, Part)]
        return replace(piece, text=f"{piece.text} {DEFAULT_HOURS[parts[0]]}") if parts else piece

    def _with_zone(self, pieces: list[_Piece]) -> list[_Piece]:
        """The zone that was typed once holds for all."""
        zones = list(dict.fromkeys(filter(None, (self._zone(piece.text) for piece in pieces))))
        if len(zones) != 1:
            return pieces
        return [
            piece
            if self._has(piece.text, Zoned) or not self._reads(there := f"{piece.text} {zones[0]}")
            else replace(piece, text=there)
            for piece in pieces
        ]

    def _zone(self, text: str) -> str | None:
        """The words of the zone at the end of a piece."""
        words = text.split()
        for start in range(1, len(words)):
            tail = " ".join(words[start:])
            rows = self._rows(tail)
            if rows and all(all(isinstance(each, Zoned) for each in row) for row in rows):
                return tail
        return None

    def _lent(
        self, piece: _Piece, others: Sequence[_Piece], *, heads: bool, of: Callable[[str], bool]
    ) -> _Piece | None:
        """The piece with as many words as fit of the first of the others that has some to lend: its first words, which
        then stand before the piece, or its last, which stand behind it."""
        for other in others:
            words = other.text.split()
            for count in range(len(words) - 1, 0, -1):
                lent = " ".join(words[:count] if heads else words[-count:])
                joined = f"{lent} {piece.text}" if heads else f"{piece.text} {lent}"
                if of(lent) and self._reads(joined):
                    return replace(piece, text=joined)
        return None

    # -- reading

    def _rows(self, text: str) -> list[Cover]:
        return covers(line_of(text, self.locale), home=self.context.zone)

    def _has(self, text: str, *kinds: type) -> bool:
        return any(isinstance(each, kinds) for row in self._rows(text) for each in row)

    def _has_clock(self, text: str) -> bool:
        return self._has(text, Clock)

    def _has_time(self, text: str) -> bool:
        return self._has(text, Clock, Part)

    def _has_day(self, text: str) -> bool:
        """Whether it names a day; a span that is only hours is none, and a number alone is an hour."""
        return any(
            isinstance(each, Ahead | Weekday | Dated | MonthDay) or (isinstance(each, Later) and not each.bare)
            for row in self._rows(text)
            for each in row
        )

    def _reads(self, text: str) -> bool:
        try:
            read_moment(text, self.context, locale=self.locale)
        except EtoileError as error:
            return error.key in ("when-past", "when-no-time")
        return True

    def _moment(self, piece: _Piece) -> Reading | Asked:
        try:
            meant = read_moment(piece.text, self.context, locale=self.locale)
        except EtoileError as error:
            if error.key == "when-not-understood":
                raise EtoileError("when-slot-unread", piece=piece.text[:60]) from None
            raise
        if piece.group and isinstance(meant, Asked) and meant.why == "day" and not _NEXT_WEEKEND.search(piece.text):
            return meant.readings[-1 if _NEXT_WEEK.search(piece.text) else 0]
        return meant


def _is_week(row: Cover) -> bool:
    return all(isinstance(each, Week) for each in row)


def _with_months(parts: list[str]) -> list[str]:
    """A number alone, with the month of the next piece that names one, else of one before: "5, 6 et 7 décembre"."""
    found: list[str] = []
    for place, part in enumerate(parts):
        if (number := _NUMBER.fullmatch(part)) is not None:
            others = (*parts[place + 1 :], *reversed(parts[:place]))
            months = (word for other in others for word in re.findall(r"[a-z]+", other) if word in MONTHS)
            if (month := next(months, None)) is not None:
                part = f"{number[1]} {month}{number['time']}"
        found.append(part)
    return found


def _group(text: str) -> tuple[frozenset[int], str] | None:
    """The days of the week that a piece names together, and what else it says."""
    for pattern, days in ((_WEEK_FRENCH, range(5)), (_WEEK, range(5))):
        if (found := pattern.search(text)) is not None:
            part = found["before"] or found["after"] or ("evening" if found["night"] else "")
            return frozenset(days), _rest(text, found, part or "")
    if (found := _WEEKEND.search(text)) is not None:
        qualified = re.search(rf"(?:this|next|ce|coming)\s+{found[0]}|{found[0]}\s+(?:prochain|qui vient)", text)
        return frozenset({5, 6}), _rest(text, found, found[0] if qualified else "")
    if (found := _THROUGH.search(text)) is not None:
        try:
            return read_weekdays(f"{found['first']}-{found['last']}"), _rest(text, found, "")
        except EtoileError:
            pass
    if (found := _EVERY.search(text)) is not None:
        return frozenset(range(7)), _rest(text, found, found["named"] or (found["many"] or "").removesuffix("s"))
    return None


def _rest(text: str, found: re.Match[str], instead: str) -> str:
    left = f"{text[: found.start()]} {instead} {text[found.end() :]}"
    return re.sub(rf"\b({_PARTS})s\b", r"\1", " ".join(left.split()))
