"""Days without a time: one, a list of them ("4, 11 and 18 december"), and days of the week ("mon-fri", "lu ma je")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.locale import Locale
from bot.domain.phrases.context import Context
from bot.domain.phrases.covers import covers, line_of
from bot.domain.phrases.elements import Later
from bot.domain.phrases.tables import meaning_all, words
from bot.domain.phrases.tokens import folded
from bot.domain.phrases.vocabulary import MONTHS, TWO_LETTERS, WEEKDAYS, WEEKDAYS_EN, WEEKDAYS_FR, corrected
from bot.domain.phrases.which_day import DAY_ELEMENTS, Today, days_meant
from bot.errors import EtoileError

_SEPARATORS = re.compile(r"\s*(?:,|;|&|\+|\n|\band\b|\bet\b)\s*")
_THROUGH = re.compile(r"\s*(?:-|\bto\b|\bthrough\b|\bthru\b|\btill\b|\buntil\b|\bau\b|\ba\b|\bjusqu'au\b)\s*")
_NUMBER = re.compile(r"(?:on |du |au )?(?:the |le |les )?\d{1,2}(?:st|nd|rd|th|er)?")
_FROM_TO = re.compile(r"(?:from |du )?(\S.*?)(?: ?- ?| to | through | thru | till | until | au | a | jusqu'au )(.*\S)")
_LONGEST_RUN = 62
"""So many days after its first may a run of days end."""
_BUT = re.compile(r"\s(?:but|but not|except|except for|excluding|sauf|hors|hormis)\s(?:on |les? )?")
_ONLY = re.compile(r"^(?:only|just|que|seulement|uniquement) | (?:only|seulement|uniquement)$")
_ALL = {
    **meaning_all(
        range(7),
        "every day|everyday|daily|all week|each day|any day|all days|7 days|tous les jours|chaque jour"
        "|toute la semaine",
    ),
    **meaning_all(range(5), "weekdays|weekday|every weekday|on weekdays|workdays|working days|en semaine|la semaine"),
    **meaning_all(range(5), "jours ouvres|jours ouvrables|jours de semaine|les jours de semaine"),
    **meaning_all(range(5, 7), "weekend|weekends|week end|week ends|the weekend|on weekends|every weekend|wkend"),
    **meaning_all(range(5, 7), "le week end|les week ends|le weekend|les weekends|we|ce week end|this weekend"),
}


_FRENCH_DAYS = (WEEKDAYS_FR.keys() - WEEKDAYS_EN.keys()) | {"lu", "ma", "je", "ve", "di"}
_ENGLISH_DAYS = (WEEKDAYS_EN.keys() - WEEKDAYS_FR.keys()) | {"mo", "tu", "th", "fr", "su"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedDay:
    """A text that can mean these days (two or more), the earliest first."""

    days: tuple[date, ...]


def read_day(text: str, context: Context, *, locale: Locale) -> date | AskedDay:
    """The day that `text` means, today or later, for a field that takes no time.

    Raises EtoileError: "when-day-past", "when-no-such-day", "when-no-day".
    """
    line = line_of(text, locale)
    found: set[date] = set()
    clashing: set[date] = set()
    reasons: set[str] = set()
    today = Today(day=context.wall.date(), sundays=not line.french)
    for row in covers(line, home=context.zone):
        whole = [each for each in row if isinstance(each, Later)]
        if not all(isinstance(each, (*DAY_ELEMENTS, Later)) for each in row) or any(
            each.minutes is not None or (each.bare and len(row) > 1) for each in whole
        ):
            continue
        try:
            days = days_meant(row, today)
        except EtoileError as error:
            reasons.add(error.key)
            continue
        if days is not None:
            (clashing if days.clash else found).update(days.days)
    ahead = sorted(day for day in found or clashing if day >= today.day)
    if len(ahead) == 1:
        return ahead[0]
    if ahead:
        return AskedDay(days=tuple(ahead))
    if found or "when-past" in reasons:
        raise EtoileError("when-day-past")
    raise EtoileError("when-no-such-day" if "when-no-such-day" in reasons else "when-no-day")


def read_days(text: str, context: Context, *, locale: Locale) -> list[date | AskedDay]:
    """The days of a list: "December 25, 2026, January 1, 2027", "4, 11 et 18 décembre".

    Raises EtoileError as `read_day` does.
    """
    found: list[date | AskedDay] = []
    for piece in _pieces(text):
        try:
            day = read_day(piece, context, locale=locale)
        except EtoileError as error:
            through = None if error.key == "when-day-past" else _through(piece, context, locale)
            if through is None:
                raise
            found += through
            continue
        before = found[-1] if found else None
        if isinstance(day, date) and isinstance(before, date) and day < before and _NUMBER.fullmatch(piece):
            day = next(each for each in _following(before) if each.day == day.day)  # "christmas and the 26th"
        found.append(day)
    return found


def _following(day: date) -> Iterator[date]:
    """The days after this one."""
    while True:
        day += timedelta(days=1)
        yield day


def _through(piece: str, context: Context, locale: Locale) -> list[date] | None:
    """The days of "24 to 26 december", "du 24 au 26 décembre", None where both ends are no single day."""
    found = _FROM_TO.fullmatch(piece)
    if found is None:
        return None
    ends = [_with_month([found[1], found[2]], place) for place in (0, 1)]
    if re.fullmatch(r"(?:the |le )?\d{1,2}(?:st|nd|rd|th|er)?", ends[1]) and (month := re.match(r"[a-z.]+ ", ends[0])):
        ends[1] = month[0] + ends[1]
    try:
        first, last = (read_day(end, context, locale=locale) for end in ends)
    except EtoileError:
        return None
    if isinstance(first, AskedDay) or isinstance(last, AskedDay) or not 0 < (last - first).days <= _LONGEST_RUN:
        return None
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def _pieces(text: str) -> list[str]:
    """The list cut where one day ends: a year belongs to the day before it, a number to the month beside it."""
    parts = [part for part in _SEPARATORS.split(folded(text)) if part]
    whole: list[str] = []
    for part in parts:
        if whole and re.fullmatch(r"(?:19|20)\d\d", part):
            whole[-1] = f"{whole[-1]} {part}"
        else:
            whole.append(part)
    return [_with_month(whole, place) for place in range(len(whole))]


def _with_month(parts: list[str], place: int) -> str:
    """A part that is a number alone, with the month of the next part that names one, else of the one before."""
    if _NUMBER.fullmatch(parts[place]) is None:
        return parts[place]
    for other in (*parts[place + 1 :], *reversed(parts[:place])):
        month = next((word for word in re.findall(r"[a-z]+", other) if word in MONTHS), None)
        if month is not None:
            year = re.search(r"\b20\d\d\b", other)
            return f"{parts[place]} {month} {year[0] if year else ''}"
    return parts[place]


def read_weekdays(text: str) -> frozenset[int]:
    """The days of the week that `text` lists, 0 is Monday: "mon wed fri", "lundi au vendredi", "weekend".

    Raises EtoileError("when-no-weekdays").
    """
    plain = " ".join(re.sub(r"[.()\[\]\"']", " ", folded(text)).split())
    plain = _ONLY.sub("", plain)
    if (but := _BUT.search(plain)) is not None:
        left = read_weekdays(plain[: but.start()]) - read_weekdays(plain[but.end() :])
        if not left:
            raise EtoileError("when-no-weekdays")
        return left
    if (whole := _ALL.get(words(plain.replace("-", " ")))) is not None:
        return frozenset(whole)
    found: set[int] = set()
    plain = _with_weekend(plain)
    for piece in re.split(r"\s*(?:,|;|/|&|\+|\band\b|\bet\b)\s*", _THROUGH.sub("-", plain)):
        if piece:
            found |= _listed(piece)
    if not found:
        raise EtoileError("when-no-weekdays")
    return frozenset(found)


def _with_weekend(plain: str) -> str:
    """The list with "we" as what it means there: the weekend in French, Wednesday in English. Alone, the weekend."""
    others = set(re.findall(r"[a-z]+", plain)) - {"we"}
    french = others & (_FRENCH_DAYS | {"le", "les", "ce", "et"})
    english = others & _ENGLISH_DAYS
    if re.search(r"\bwe\b", plain) is None or not others or (english and not french):
        return plain
    if not french:
        raise EtoileError("when-no-weekdays")
    return re.sub(r"\b(?:le |les |ce )?we\b", "weekend", plain)


def _listed(piece: str) -> set[int]:
    piece = re.sub(r"^(?:on|every|each|chaque|from|du|de|tous les) ", "", piece)
    for name in (piece, re.sub(r"^les? ", "", piece)):
        if name != "we" and (whole := _ALL.get(words(name.replace("-", " ")))) is not None:
            return set(whole)
    found: set[int] = set()
    for word in re.sub(r"^les? ", "", piece).split():
        first, *more = word.split("-")
        start = _weekday(first)
        if not more:
            found.add(start)
        elif len(more) == 1:
            found |= {(start + step) % 7 for step in range((_weekday(more[0]) - start) % 7 + 1)}
        else:
            raise EtoileError("when-no-weekdays")
    return found


def _weekday(word: str) -> int:
    name = corrected(word)
    number = WEEKDAYS.get(name, TWO_LETTERS.get(name))
    if number is None:
        raise EtoileError("when-no-weekdays")
    return number
