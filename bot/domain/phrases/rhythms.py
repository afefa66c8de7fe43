"""How often: "every week", "every 10 days", "third friday of the month", "tous les 3 jours", "une semaine sur deux"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.phrases.day_lists import read_weekdays
from bot.domain.phrases.tables import meaning_all, words
from bot.domain.phrases.tokens import folded
from bot.domain.phrases.vocabulary import NUMBERS, TWO_LETTERS, WEEKDAYS, corrected
from bot.domain.series import Every
from bot.errors import EtoileError

MOST_STEPS = {"day": 60, "week": 26, "month": 12}
"""The longest steps that make sense for eight episodes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Every `step` days, weeks or months. `nth`: which of the month's weekdays (-1: the last), None: that of the first
    evening. `weekdays`: the days that were named, 0 is Monday; none: that of the first evening."""

    every: Every
    step: int = 1
    nth: int | None = None
    weekdays: frozenset[int] = frozenset()

    @property
    def code(self) -> str:
        """A text that `read_rhythm` reads as this rhythm."""
        days = "".join(map(str, sorted(self.weekdays)))
        return f"{self.every}:{self.step}:{self.nth or 0}:{days}"


_CODE = re.compile(r"(day|week|month):(\d{1,2}):(-1|[0-5]):([0-6]{0,7})")
_OLD = {
    **{"week": Rhythm(every="week"), "two-weeks": Rhythm(every="week", step=2)},
    **{
        f"month-{name}": Rhythm(every="month", nth=nth)
        for name, nth in (("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("last", -1))
    },
}
"""Values that were once offered as choices: clients may still send them."""
_UNITS: dict[str, Every] = {
    **dict.fromkeys(["day", "days", "d", "jour", "jours", "j", "night", "nights", "evening", "soir", "soirs"], "day"),
    **dict.fromkeys(["week", "weeks", "wk", "wks", "w", "semaine", "semaines", "sem"], "week"),
    **dict.fromkeys(["month", "months", "mo", "mth", "mois"], "month"),
}
_WEEKENDS = frozenset({"weekend", "weekends", "week end", "week ends"})
_WHOLE: dict[tuple[str, ...], Rhythm] = {
    **meaning_all(Rhythm(every="day"), "daily|everyday|every evening|every night|each evening|each night|nightly"),
    **meaning_all(Rhythm(every="day"), "every single day|quotidien|quotidiennement"),
    **meaning_all(Rhythm(every="day"), "tous les soirs|chaque soir"),
    **meaning_all(Rhythm(every="week"), "weekly|once a week|hebdo|hebdomadaire|une fois par semaine"),
    **meaning_all(Rhythm(every="week", step=2), "fortnightly|every fortnight|fortnight|biweekly|bi weekly"),
    **meaning_all(Rhythm(every="week", step=2), "bimensuel|tous les quinze jours|tous les 15 jours|par quinzaine"),
    **meaning_all(Rhythm(every="week", step=2), "chaque quinzaine|quinzaine"),
    **meaning_all(Rhythm(every="month"), "monthly|once a month|mensuel|une fois par mois"),
}
_NTH = {
    **{"premiers": 1, "derniers": -1, "final": -1},
    **{"first": 1, "1st": 1, "premier": 1, "premiere": 1, "1er": 1, "1ere": 1},
    **{"second": 2, "2nd": 2, "deuxieme": 2, "2e": 2, "2eme": 2, "seconde": 2},
    **{"third": 3, "3rd": 3, "troisieme": 3, "3e": 3, "3eme": 3},
    **{"fourth": 4, "4th": 4, "quatrieme": 4, "4e": 4, "4eme": 4},
    **{"last": -1, "dernier": -1, "derniere": -1},
}
_EVERY = r"(?:every|each|once every|once each|tous les|toutes les|chaque|tout les|ts les)"
_OTHER_EN = re.compile(r"(?:every (?:other|second|2nd)|alternate) (\w+(?: end)?)")
_OTHER_FR = re.compile(r"une? (\w+(?: end)?) sur (?:deux|2)")
_STEPS = re.compile(rf"(?:{_EVERY} )?(?:(\S+|\S+ \S+) )?(\w+)")
_GLUED = re.compile(rf"(?:{_EVERY} )?(\d+)([a-z]+)")
_MONTHLY = re.compile(
    r"(?:the |le |les |every |each |chaque |tous les |on the )*(\w+)(?: (\w+))?"
    r" (?:of|in|du|de) (?:the |every |each |chaque )?(?:month|mois)"
)
_MONTH = r"(?:monthly|every month|each month|once a month|chaque mois|tous les mois|une fois par mois)"
_MONTH_FIRST = re.compile(rf"{_MONTH} (?:on )?(?:the |le )?(\w+) (\w+)")
_MONTH_LAST = re.compile(rf"(?:the |le )?(\w+) (\w+) {_MONTH}")
_ON = re.compile(r"^(?:(?:on|every|each|chaque|tous|toutes|les?|the) )+")


def read_rhythm(text: str) -> Rhythm:
    """The rhythm that `text` means, in English or French. Raises EtoileError("when-no-rhythm") for anything else."""
    written = text.strip().casefold()
    if (code := _CODE.fullmatch(written)) is not None:
        return _checked(
            Rhythm(
                every=code[1],  # pyright: ignore[reportArgumentType]  (the pattern holds nothing else)
                step=int(code[2]),
                nth=int(code[3]) or None,
                weekdays=frozenset(map(int, code[4])),
            )
        )
    if written in _OLD:
        return _OLD[written]
    plain = re.sub(r"[.,;!()\[\]\"']", " ", folded(text)).replace("-", " ")
    plain = " ".join(plain.split())
    found = _plain(plain) or _weekly_on(plain) or _on_days(plain)
    if found is None:
        raise EtoileError("when-no-rhythm")
    return _checked(found)


def _plain(plain: str) -> Rhythm | None:
    return _WHOLE.get(words(plain)) or _other(plain) or _monthly(plain) or _stepped(plain)


def _weekly_on(plain: str) -> Rhythm | None:
    """ "every 2 weeks on friday", "chaque semaine le lundi et le jeudi"."""
    parts = plain.split()
    for cut in range(1, len(parts)):
        head = _plain(" ".join(parts[:cut]))
        if head is not None and head.every == "week" and not head.weekdays:
            days = _on_days(" ".join(parts[cut:]))
            if days is not None:
                return Rhythm(every="week", step=head.step, weekdays=days.weekdays)
    return None


def _on_days(plain: str) -> Rhythm | None:
    """ "fridays", "every monday and thursday", "le week-end": each week on these days."""
    try:
        return Rhythm(every="week", weekdays=read_weekdays(_ON.sub("", plain)))
    except EtoileError:
        return None


def _other(plain: str) -> Rhythm | None:
    found = _OTHER_EN.fullmatch(plain) or _OTHER_FR.fullmatch(plain)
    return None if found is None else _of(found[1], 2)


def _monthly(plain: str) -> Rhythm | None:
    found = _MONTHLY.fullmatch(plain) or _MONTH_FIRST.fullmatch(plain) or _MONTH_LAST.fullmatch(plain)
    if found is None or (nth := _NTH.get(found[1])) is None:
        return None
    if found[2] is None:
        return Rhythm(every="month", nth=nth)
    day = _weekday(found[2])
    return None if day is None else Rhythm(every="month", nth=nth, weekdays=frozenset({day}))


def _stepped(plain: str) -> Rhythm | None:
    if (glued := _GLUED.fullmatch(plain)) is not None:
        return _of(glued[2], int(glued[1]))
    found = _STEPS.fullmatch(plain)
    if found is None:
        return None
    if found[1] is None:
        return _of(found[2], 1) if plain != found[2] or found[2] in _UNITS else None
    step = int(found[1]) if found[1].isdecimal() else NUMBERS.get(tuple(found[1].split()))
    return None if step is None else _of(found[2], step)


def _of(unit: str, step: int) -> Rhythm | None:
    """So many days, weeks or months; or every so many weeks on a day of the week."""
    if (every := _UNITS.get(unit)) is not None:
        return Rhythm(every=every, step=step)
    if unit in _WEEKENDS:
        return Rhythm(every="week", step=step, weekdays=frozenset({5, 6}))
    day = _weekday(unit)
    return None if day is None else Rhythm(every="week", step=step, weekdays=frozenset({day}))


def _weekday(word: str) -> int | None:
    name = corrected(word)
    return WEEKDAYS.get(name, TWO_LETTERS.get(name))


def _checked(rhythm: Rhythm) -> Rhythm:
    if not 1 <= rhythm.step <= MOST_STEPS[rhythm.every] or (rhythm.nth is not None and rhythm.every != "month"):
        raise EtoileError("when-no-rhythm")
    return rhythm
