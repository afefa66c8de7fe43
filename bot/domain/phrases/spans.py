"""Spans from now: "in 1h30m", "dans une heure et demie", "3 days from now", "+2h", "2d1h20m"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bot.domain.phrases.elements import Later
from bot.domain.phrases.line import Line, separated
from bot.domain.phrases.tables import meaning_all, ways, words

_UNITS = {
    **dict.fromkeys(words("minutes minute mins min mn m minuts"), "minute"),
    **dict.fromkeys(words("hours hour hrs hr heures heure h"), "hour"),
    **dict.fromkeys(words("days day jours jour j d"), "day"),
    **dict.fromkeys(words("weeks week semaines semaine wk wks w sem"), "week"),
    **dict.fromkeys(words("fortnight fortnights"), "fortnight"),
    **dict.fromkeys(words("months month mois mo"), "month"),
    **dict.fromkeys(words("years year ans an annee annees yr"), "year"),
}
_SIZES = ("minute", "hour", "day", "week", "fortnight", "month", "year")
_MINUTES = {"minute": 1, "hour": 60}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12}
_WHOLE = {
    **meaning_all(30, "half an hour|a half hour|half hour|une demi heure|demi heure|1 / 2 hour|1 / 2 heure"),
    **meaning_all(15, "a quarter hour|quarter of an hour|a quarter of an hour|un quart d heure|quart d heure"),
    **meaning_all(15, "un petit quart d heure|1 / 4 hour|1 / 4 d heure"),
    **meaning_all(45, "three quarters of an hour|trois quarts d heure|3 / 4 hour|3 / 4 d heure"),
}
_HALVES = {
    **meaning_all(Fraction(1, 2), "and a half|et demie|et demi"),
    **meaning_all(Fraction(1, 4), "and a quarter|et quart|et un quart"),
    **meaning_all(Fraction(3, 4), "and three quarters|et trois quarts"),
}
_BEFORE = ways("d ici|in|dans|within|il y a")
_AFTER = ways("from now|from today|hence|from this moment|ago|later|earlier|plus tard|plus tot")
_MOVED = frozenset({("later",), ("earlier",), ("plus", "tard"), ("plus", "tot")})
_MINUTES_ALONE = frozenset({10, 15, 20, 30, 40, 45, 60, 90})
"""Numbers that are minutes when nothing says so: "in 15"."""


@dataclass(slots=True)
class _Sum:
    """What the amounts of a span add up to."""

    minutes: Fraction | None = None
    days: Fraction = Fraction(0)
    months: Fraction = Fraction(0)
    letter: bool = False
    mixed: bool = False

    def add(self, count: Fraction, unit: str, *, letter: bool) -> None:
        if unit in _MINUTES:
            self.mixed = self.mixed or (self.days > 0 and self.minutes is None)
            self.minutes = (self.minutes or Fraction(0)) + count * _MINUTES[unit]
        elif unit in _DAYS:
            self.days += count * _DAYS[unit]
            self.letter = letter
        else:
            self.months += count * _MONTHS[unit]
            self.letter = letter

    def whole(self) -> bool:
        return all(each.denominator == 1 for each in (self.minutes or Fraction(0), self.days, self.months))


def spans(line: Line, at: int) -> Iterator[tuple[int, Later]]:
    """Every span that can begin at this token, and where it ends."""
    before = next((marks for marks in _BEFORE if line.says(at, *marks)), ())
    added = not before and line.says(at, "+")
    start = at + len(before) + added
    if not before and not added and line.says(at - 1, "-"):
        return  # "-1h" has been
    for stop, total in _amounts(line, start):
        if not total.whole() or (not total.days and not total.months and total.minutes is None):
            continue
        after = next((marks for marks in _AFTER if line.says(stop, *marks)), ())
        ago = before == ("il", "y", "a") or after in {("ago",), ("earlier",), ("plus", "tot")}
        if (before and after) or (added and after) or (line.kind(stop) == "number" and line.glued(stop)):
            continue
        if (ago and before == ("in",)) or (before and after in _MOVED):
            continue
        days, french = int(total.days), line.word(start + 1) in {"jours", "jour", "j"} or before == ("dans",)
        yield (
            stop + len(after),
            Later(
                months=int(total.months),
                days=days,
                minutes=None if total.minutes is None else int(total.minutes),
                bare=not before and not after and not added,
                added=added,
                letter=total.letter,
                mixed=total.mixed,
                fortnight=french and total.minutes is None and days in {8, 15} and not total.months,
                ago=ago,
                moved=after in _MOVED,
            ),
        )
    alone = line.is_number(start) and int(line.word(start)) in _MINUTES_ALONE
    if (before or added) and before != ("il", "y", "a") and alone and start + 1 == len(line.tokens):
        yield start + 1, Later(minutes=int(line.word(start)), added=added)


def _amounts(line: Line, at: int) -> Iterator[tuple[int, _Sum]]:
    """Amounts one after the other, and after each of them what they add up to."""
    total, place, last = _Sum(), at, len(_SIZES)
    while (found := _amount(line, place)) is not None:
        if _SIZES.index(found[1][0][1]) >= last:
            return  # "20h et 14h" are two times
        if total.days and not total.letter and found[1][0][0] > 12 and found[1][0][1] == "hour" and found[1][0][2]:
            return  # "in 3 days 20h": the time of that day
        place, parts = found
        last = _SIZES.index(parts[-1][1])
        for count, unit, letter in parts:
            total.add(count, unit, letter=letter)
        yield place, _Sum(total.minutes, total.days, total.months, total.letter, total.mixed)
        if line.word(place) in {"and", "et", ","}:
            place += 1
        if line.says(place, "and"):
            place += 1


def _amount(line: Line, at: int) -> tuple[int, list[tuple[Fraction, str, bool]]] | None:
    """One amount: "two hours", "1.5 h", "1h30", "an hour and a half", "half an hour"."""
    if (whole := line.longest(at, _WHOLE)) is not None:
        return whole[1], [(Fraction(whole[0]), "minute", False)]
    counted = _count(line, at)
    if counted is None:
        return None
    count, end = counted
    extra = line.longest(end, _HALVES)
    if extra is not None and line.word(extra[1]) in _UNITS:
        count, end = count + extra[0], extra[1]
    unit = _UNITS.get(line.word(end))
    if unit is None or (count == 2 and line.says(end, "day")):  # "2day" is today
        return None
    letter, end = len(line.word(end)) == 1, end + 1
    minutes = line.count(end) if line.is_number(end, 2, 2) or line.kind(end) == "word" else None
    if unit == "hour" and minutes is not None and minutes[0] < 60 and not separated(line, minutes[1], ":"):
        after = minutes[1] + (1 if _UNITS.get(line.word(minutes[1])) == "minute" else 0)
        if line.word(after) not in _UNITS or after > minutes[1]:
            return after, [(count, unit, letter), (Fraction(minutes[0]), "minute", False)]
    if (more := line.longest(end, _HALVES)) is not None and unit in {"hour", "day", "week", "month", "year"}:
        return more[1], [(count + more[0], unit, letter)]
    return end, [(count, unit, letter)]


def _count(line: Line, at: int) -> tuple[Fraction, int] | None:
    if line.is_number(at, 1, 3) and (separated(line, at + 1, ".") or separated(line, at + 1, ",")):
        return Fraction(f"{line.word(at)}.{line.word(at + 2)}"), at + 3
    if line.word(at) in {"a", "an"}:
        if line.says(at, "a", "couple"):
            return Fraction(2), at + (3 if line.says(at + 2, "of") else 2)
        return Fraction(1), at + 1
    if line.says(at, "couple", "of"):
        return Fraction(2), at + 2
    found = line.count(at)
    return None if found is None else (Fraction(found[0]), found[1])
