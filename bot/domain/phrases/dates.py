"""Days that name a date or a day of the week: "4 december", "8/12", "04-dec-2026", "next friday", "friday week"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.phrases.elements import Ahead, Dated, Element, MonthDay, OfMonth, Weekday
from bot.domain.phrases.line import Line, separated
from bot.domain.phrases.vocabulary import MONTHS, NUMBERS, WEEKDAYS, WEEKS_LATER, WHICH

Found = tuple[int, tuple[Element, ...]]
_NEAR = {"today": 0, "tomorrow": 1, "demain": 1, "aujourdhui": 0}
_NOONS = frozenset({"noon", "midday", "midnight"})
_TIME_WORDS = _NOONS | {"am", "pm", "h", "heures", "oclock"}
_LASTS = {"last": -1, "dernier": -1}


def days(line: Line, at: int) -> Iterator[Found]:
    """Every day that can begin at this token, and where it ends."""
    yield from ((end, (dated,)) for end, dated in _year_first(line, at))
    yield from ((end, (dated,)) for end, dated in _numbers(line, at))
    yield from ((end, (dated,)) for end, dated in _with_month(line, at))
    yield from ((end, (day,)) for end, day in _month_day(line, at))
    yield from ((end, (day,)) for end, day in _nth_of_month(line, at))
    yield from _of_week(line, at)
    yield from _from_day(line, at)


def _nth_of_month(line: Line, at: int) -> Iterator[tuple[int, OfMonth]]:
    """ "the first friday of december", "le dernier samedi de janvier"."""
    start = at + 1 if line.word(at) in {"the", "le"} else at
    found = line.day_number(start) if line.word(start) not in _LASTS else (_LASTS[line.word(start)], start + 1, True)
    if found is None or not found[2] or found[0] > 5:
        return
    weekday = WEEKDAYS.get(line.word(found[1]))
    month = _month(line, found[1] + 2) if line.word(found[1] + 1) in {"of", "in", "de", "d", "en"} else None
    if weekday is not None and month is not None:
        yield found[1] + 3, OfMonth(nth=found[0], weekday=weekday, month=month)


def _dated(day: int, month: int, year: int | None = None, *, iso: bool = False) -> Dated | None:
    """A date whose numbers are possible; whether its month has such a day is found out later."""
    return Dated(day=day, month=month, year=year, iso=iso) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _year_first(line: Line, at: int) -> Iterator[tuple[int, Dated]]:
    """ "2026-12-04", "2026/12/4", "20261204", each perhaps with a "t" before the time."""
    found, end = None, at
    if line.is_number(at, 4, 4):
        for mark in "-/.":
            if separated(line, at + 1, mark) and separated(line, at + 3, mark) and line.is_number(at + 4):
                found = _dated(int(line.word(at + 4)), int(line.word(at + 2)), int(line.word(at)), iso=True)
                end = at + 5
    elif line.is_number(at, 8, 8):
        text = line.word(at)
        found, end = _dated(int(text[6:]), int(text[4:6]), int(text[:4]), iso=True), at + 1
    if found is not None:
        yield end + 1 if line.says(end, "t") and line.glued(end) and line.glued(end + 1) else end, found


def _numbers(line: Line, at: int) -> Iterator[tuple[int, Dated]]:
    """ "4/12", "04.12.2026", "4-12-26": the day first, and in English, or where only that is possible, the month."""
    if not line.is_number(at):
        return
    for mark in "/.-":
        if not (separated(line, at + 1, mark) and line.is_number(at + 2)):
            continue
        first, second, end, year = int(line.word(at)), int(line.word(at + 2)), at + 3, None
        if separated(line, end, mark):
            if not (line.is_number(end + 1, 4, 4) or line.is_number(end + 1, 2, 2)):
                return
            year, end = int(line.word(end + 1)), end + 2
            year += 2000 if year < 100 else 0
        elif mark == "-":
            return  # "8-9" is no date
        orders = [(first, second)]
        dotted = mark == "." and year is None  # nobody writes "12.25" for Christmas
        if not dotted and (second > 12 or (not line.french and first != second)):
            orders.append((second, first))
        for day, month in orders:
            if (found := _dated(day, month, year)) is not None:
                yield end, found


def _with_month(line: Line, at: int) -> Iterator[tuple[int, Dated]]:
    """ "4 december 2026", "december 4th, 2026", "2026 december 4", "4-dec-26", "the 4th of december"."""
    start = at + 1 if line.word(at) in {"the", "le"} else at
    year, place = None, start
    if line.is_number(start, 4, 4):
        year, place = int(line.word(start)), _past_dash(line, start + 1)
    if (numbered := line.day_number(place) or _day_in_words(line, place)) is not None:
        month_at = _past_dash(line, numbered[1])
        month_at += 1 if line.word(month_at) in {"of", "de", "d"} else 0
        month = _month(line, month_at)
        if month is not None:
            yield from _with_year(line, month_at + 1, numbered[0], month, year)
    month = _month(line, place)
    if month is not None:
        day_at = _past_dash(line, place + 1)
        day_at += 1 if line.word(day_at) in {"the", "le"} else 0
        numbered = line.day_number(day_at)
        if numbered is not None and (line.word(numbered[1]) in _NOONS or not _is_time(line, numbered[1])):
            yield from _with_year(line, numbered[1], numbered[0], month, year)


def _day_in_words(line: Line, at: int) -> tuple[int, int, bool] | None:
    """A day of a month as a plain number word, as French has it: "le cinq décembre"."""
    counted = line.longest(at, NUMBERS)
    return None if counted is None else (*counted, True)


def _month(line: Line, at: int) -> int | None:
    """The month that is named there. In French "mar." is a Tuesday, in English "mar" is March."""
    return None if line.french and line.says(at, "mar") else MONTHS.get(line.word(at))


def _numbered(line: Line, at: int) -> bool:
    """Whether a day of a month stands there."""
    numbered = line.day_number(at)
    return numbered is not None and not _is_time(line, numbered[1])


def _is_time(line: Line, at: int) -> bool:
    """Whether what stands there makes a time of the number before it: "december 8pm" names no day."""
    return line.word(at) in _TIME_WORDS or separated(line, at, ":")


def _past_dash(line: Line, at: int) -> int:
    return at + 1 if line.word(at) in {"-", "/", "."} and line.glued(at) else at


def with_year(line: Line, at: int, feast: Dated) -> Iterator[tuple[int, Dated]]:
    """A feast day with the year that follows its name: "christmas 2027"."""
    for end, dated in _with_year(line, at, feast.day, feast.month, None):
        if dated.year is not None:
            yield end, dated


def _with_year(line: Line, at: int, day: int, month: int, year: int | None) -> Iterator[tuple[int, Dated]]:
    """The date, with the year that may follow, and without it."""
    if (plain := _dated(day, month, year)) is None:
        return
    yield at, plain
    tight = line.kind(at - 1) == "word" and line.word(at) in {"-", "/", "."}  # "4-dec-26", but not "december 4.30"
    after = at + 1 if tight or line.word(at) in {",", "of", "de"} else at
    if year is not None or separated(line, after + 1, ":") or _is_time(line, after + 1):
        return
    if line.is_number(after, 4, 4):
        yield after + 1, Dated(day=day, month=month, year=int(line.word(after)))
    elif line.is_number(after, 2, 2) and int(line.word(after)) > 23:
        yield after + 1, Dated(day=day, month=month, year=2000 + int(line.word(after)))


def _month_day(line: Line, at: int) -> Iterator[tuple[int, MonthDay]]:
    """ "the 4th", "le 4", and the number after a day of the week: "sunday 29"."""
    after_the = line.word(at) in {"the", "le"}
    numbered = line.day_number(at + 1 if after_the else at)
    if numbered is None or not 1 <= numbered[0] <= 31:
        return
    number, end, certain = numbered
    if _is_time(line, end) and not certain:
        return
    if certain or after_the or line.word(at - 1) in WEEKDAYS:
        if line.kind(end) == "number" and line.glued(end):
            return
        yield end, MonthDay(number)


def _of_week(line: Line, at: int) -> Iterator[Found]:
    """ "friday", "next friday", "vendredi prochain", "friday week", "vendredi en huit", "a week from friday"."""
    weeks, place = 0, at
    before = line.longest(at, WHICH)
    if (counted := _weeks_from(line, at)) is not None:
        weeks, place = counted
        before = None
    elif before is not None:
        place = before[1]
    number = WEEKDAYS.get(line.word(place))
    if number is None or (line.says(place, "mar") and not line.french and _numbered(line, place + 1)):
        return
    end = place + 1
    which = before[0] if before is not None else "plain"
    yield end, (Weekday(number=number, which=which, weeks=weeks),)
    if weeks or which not in {"plain", "this"}:
        return
    if (after := line.longest(end, WHICH)) is not None and line.word(end) not in {"this", "ce", "le", "the"}:
        yield after[1], (Weekday(number=number, which=after[0]),)
    if (later := line.longest(end, WEEKS_LATER)) is not None:
        yield later[1], (Weekday(number=number, weeks=later[0]),)
    if line.says(end, "d", "apres"):
        yield end + 2, (Weekday(number=number, weeks=1),)


def _weeks_from(line: Line, at: int) -> tuple[int, int] | None:
    """ "a week from", "two weeks after": how many weeks, and where the day of the week stands."""
    one = line.word(at) in {"a", "one", "1", "une"}
    found = (1, at) if line.says(at, "week") else (1, at + 1) if one else line.count(at)
    if found is None or not 1 <= found[0] <= 9:
        return None
    if line.word(found[1]) in {"week", "weeks"} and line.word(found[1] + 1) in {"from", "after", "on"}:
        place = found[1] + 2
        return found[0], place + 1 if line.says(place, "this") else place
    if line.word(found[1]) in {"semaine", "semaines"} and line.says(found[1] + 1, "apres"):
        return found[0], found[1] + 2
    return None


def _from_day(line: Line, at: int) -> Iterator[Found]:
    """ "a week from today", "two weeks from tomorrow", "tomorrow week", "demain en huit"."""
    counted = _weeks_from(line, at)
    if counted is not None and line.word(counted[1]) in _NEAR:
        yield counted[1] + 1, (Ahead(_NEAR[line.word(counted[1])] + 7 * counted[0]),)
    if line.word(at) in _NEAR and (later := line.longest(at + 1, WEEKS_LATER)) is not None:
        yield later[1], (Ahead(_NEAR[line.word(at)] + 7 * later[0]),)
