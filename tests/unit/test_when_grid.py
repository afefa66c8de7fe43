"""More than twenty thousand phrases against a calculation that shares no code with the grammar.

Each phrase is written from a day, a time and a zone that are known, so what it means is known as well. The grammar may
read that instant, or ask with that instant among the choices; any other instant is silently wrong.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.domain.locale import Locale
from bot.domain.phrases import Asked, Context, read_moment
from bot.errors import EtoileError


def words(text: str) -> list[str]:
    return text.split(" ")


PHRASES = 22_000
LEAST_READ = 0.95
NOWS = ("2026-11-25T17:00", "2027-03-26T09:20", "2026-12-30T23:40", "2027-10-28T12:00", "2028-02-25T20:05")
HOMES = ("America/New_York", "Europe/Paris", "America/Los_Angeles", "Europe/London", "America/Toronto", "Asia/Tokyo")
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
SHORT_DAYS = {
    "en": ("mon", "tues", "wed", "thurs", "fri", "sat", "sun"),
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
}
SLIPS = {
    "en": ("mondya", "teusday", "wensday", "thrusday", "firday", "saterday", "sudnay"),
    "fr": ("lunid", "mradi", "mecredi", "jeuid", "vendrdi", "samdi", "dimanhce"),
}
MONTHS = {
    "en": words("January February March April May June July August September October November December"),
    "fr": words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
}
SHORT_MONTHS = {
    "en": words("jan feb mar apr may jun jul aug sept oct nov dec"),
    "fr": words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
}
NUMBERS = {
    "en": {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 9: "nine"},
    "fr": {1: "un", 2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 9: "neuf"},
}
TIMES = tuple(time(hour, minute) for hour in (0, 6, 9, 11, 12, 14, 17, 19, 20, 21, 23) for minute in (0, 15, 30, 45))
# What is typed, and either a zone of the database or an offset in minutes.
ZONES: dict[str, tuple[str | int, ...]] = {
    "UTC": ("UTC",),
    "GMT": ("UTC",),
    "UTC+2": (120,),
    "utc-05:00": (-300,),
    "GMT +9": (540,),
    "+01:00": (60,),
    "+0530": (330,),
    "(UTC+1)": (60,),
    "CET": (60,),
    "CEST": (120,),
    "EDT": (-240,),
    "PST": (-480,),
    "(PDT)": (-420,),
    "JST": (540,),
    "AEDT": (660,),
    "HNE": (-300,),
    "HAE": (-240,),
    "MSK": (180,),
    "ET": ("America/New_York",),
    "PT": ("America/Los_Angeles",),
    "Europe/Paris": ("Europe/Paris",),
    "America/New_York": ("America/New_York",),
    "Paris time": ("Europe/Paris",),
    "Tokyo": ("Asia/Tokyo",),
    "heure de Paris": ("Europe/Paris",),
    "heure de Montréal": ("America/Toronto",),
    "heure du Japon": ("Asia/Tokyo",),
    "(New York)": ("America/New_York",),
    "London time": ("Europe/London",),
}
# Letters are only used while the clocks there bear them.
IN_SEASON = {
    **dict.fromkeys(("CET", "CEST"), "Europe/Paris"),
    **{"EDT": "America/New_York", "PST": "America/Los_Angeles", "(PDT)": "America/Los_Angeles"},
    **{"AEDT": "Australia/Sydney", "HNE": "America/Toronto", "HAE": "America/Toronto"},
}
DECORATIONS = words("{} {} {} {}! {}. «_{}_» “{}” `{}` **{}** 🎬_{} {}_🍿 ({}) _{}_ {}... {}\u202f!")


@dataclass(frozen=True)
class Phrase:
    """A text, who typed it when, and the instant that it was written for."""

    text: str
    locale: Locale
    home: str
    now: datetime
    instant: datetime


def days(day: date, today: date, language: str, dice: random.Random) -> Iterator[str]:
    """Ways to say the day, in words and in numbers."""
    ahead, weekday, month = (day - today).days, day.weekday(), day.month - 1
    english = language == "en"
    name, short, slip = (table[language][weekday] for table in (WEEKDAYS, SHORT_DAYS, SLIPS))
    long_month, short_month = MONTHS[language][month], SHORT_MONTHS[language][month]
    if ahead == 0:
        yield from ("today", "2day") if english else ("aujourd'hui", "ajd", "aujourd’hui")
    if ahead == 1:
        yield from (
            ("tomorrow", "tmrw", "tommorow", "2moro", f"tomorrow {name}")
            if english
            else ("demain", "demian", f"demain {name}")
        )
    if ahead == 2:
        yield from ("the day after tomorrow", "day after tomorrow") if english else ("après-demain", "apres demain")
    if 1 <= ahead <= 6:
        yield from (name, short, slip, name.upper())
        yield from (f"this {name}", f"on {name}") if english else (f"ce {name}",)
    mondays = [each - timedelta(days=each.weekday()) for each in (today, day)]
    if mondays[1] - mondays[0] == timedelta(days=7) and weekday != 6:
        yield from (
            (f"{name} next week", f"next week {name}")
            if english
            else (f"{name} semaine pro", f"{name} de la semaine prochaine")
        )
    if 8 <= ahead <= 13:
        yield from (f"{name} week", f"a week from {name}") if english else (f"{name} en huit",)
    if ahead in NUMBERS[language]:
        count = dice.choice([str(ahead), NUMBERS[language][ahead]])
        unit = ("day" if ahead == 1 else "days") if english else ("jour" if ahead == 1 else "jours")
        yield from (f"in {count} {unit}", f"{count} {unit} from now") if english else (f"dans {count} {unit}",)
    yield f"{day:%Y-%m-%d}"
    yield f"{day:%Y/%m/%d}"
    yield f"{day.day} {long_month} {day.year}"
    yield f"{day.day}-{short_month.strip('.')}-{day.year}"
    if today <= day < today + timedelta(days=360):
        yield f"{day.day} {long_month}"
        yield f"{day.day} {short_month}"
        yield f"{name} {day.day} {long_month}"
        yield f"{short} {day.day} {short_month}"
        if english:
            yield from (
                f"{long_month} {day.day}",
                f"{short_month} {day.day}",
                f"the {ordinal(day.day)} of {long_month}",
            )
            yield from (
                f"{name}, {long_month} {ordinal(day.day)}",
                f"{day.month}/{day.day}",
                f"{name} {day.month}/{day.day}",
            )
        else:
            yield from (f"le {day.day} {long_month}", f"le {name} {day.day} {long_month}", f"{day.day}/{day.month}")
            yield from (
                f"{name} {day.day}/{day.month}",
                f"{day.day:02}/{day.month:02}/{day:%y}",
                f"{day.day:02}.{day.month:02}.{day:%Y}",
            )
    if english:
        yield from (
            f"{long_month} {day.day}, {day.year}",
            f"{day.month}/{day.day}/{day:%y}",
            f"{day.day}/{day.month}/{day.year}",
        )
    if 0 < ahead < 25:
        yield f"{name} {day.day}"
        yield f"the {ordinal(day.day)}" if english else f"le {day.day}"


def ordinal(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    return f"{number}{ends.get(number, 'th')}"


def times(at: time, language: str) -> Iterator[str]:
    """Ways to say the time that mean nothing else."""
    half, twelve = ("am" if at.hour < 12 else "pm"), at.hour % 12 or 12
    yield f"{at:%H:%M}" if at.hour > 12 or at.hour == 0 or language == "fr" else f"{twelve}:{at:%M}{half}"
    if language == "en":
        yield from (
            f"{twelve}:{at:%M} {half}",
            f"{twelve}.{at:%M}{half}",
            f"{twelve}{at:%M}{half}",
            f"at {twelve}:{at:%M} {half.upper()}",
        )
        yield f"@ {twelve}:{at:%M}{half[0]}"
        if at.minute == 0:
            yield from (f"{twelve}{half}", f"{twelve} {half[0]}.m.", f"at {twelve} {half}")
            if twelve in NUMBERS["en"]:
                yield from (f"{NUMBERS['en'][twelve]} {half}", f"{twelve} o'clock {half}")
        if at.hour >= 13:
            yield from (f"{at:%H%M}", f"{at:%H:%M} hrs", f"{at:%H.%M}")
        if 18 <= at.hour <= 22:
            yield f"{twelve}:{at:%M} in the evening"
        if 13 <= at.hour <= 17:
            yield f"{twelve}:{at:%M} in the afternoon"
        if 6 <= at.hour <= 11:
            yield f"{twelve}:{at:%M} in the morning"
        if at == time(12):
            yield "noon"
        if at.minute == 30 and at.hour:
            yield f"half past {twelve} {half}"
        return
    yield from (
        f"{at.hour}h{at:%M}",
        f"{at.hour} h {at:%M}",
        f"à {at.hour}h{at:%M}",
        f"vers {at.hour}H{at:%M}",
        f"{at:%H.%M}",
    )
    yield f"{at.hour} heures {at:%M}"
    if at.minute == 0:
        yield from (f"{at.hour}h", f"à {at.hour} h", f"{at.hour} heures")
    if 18 <= at.hour <= 22:
        yield from (f"{at.hour - 12}h{at:%M} du soir", f"à {at.hour - 12} h {at:%M} du soir")
    if 6 <= at.hour <= 11:
        yield f"{at.hour}h{at:%M} du matin"
    if at.minute == 30 and 6 <= at.hour <= 21:
        yield f"{at.hour} heures et demie"
    if at == time(12):
        yield "midi"


def orders(day: str, at: str, zone: str, dice: random.Random) -> str:
    """Day, time and zone in one of the orders in which people put them."""
    words = [day, at, zone]
    if not zone or zone.startswith("+"):  # an offset stands behind its time
        words = [day, f"{at} {zone}".strip()]
        dice.shuffle(words)
        return dice.choice([" ", " ", ", ", " - "]).join(words)
    order = dice.choice([(0, 1, 2), (1, 2, 0), (1, 0, 2), (0, 2, 1), (2, 0, 1)])
    return " ".join(words[place] for place in order)


def offset(zone: str | int, day: date, at: time) -> datetime:
    """The instant of a wall time in a zone of the database, or at so many minutes from UTC."""
    here = timezone(timedelta(minutes=zone)) if isinstance(zone, int) else ZoneInfo(zone)
    return datetime.combine(day, at, tzinfo=here).astimezone(UTC)


def certain(zone: str, day: date, at: time) -> bool:
    """Whether the clock shows this time exactly once."""
    here, wall = ZoneInfo(zone), datetime.combine(day, at)
    return wall.replace(tzinfo=here, fold=0).utcoffset() == wall.replace(tzinfo=here, fold=1).utcoffset()


def phrases(count: int) -> Iterator[Phrase]:
    """So many phrases, the same in every run."""
    dice = random.Random(4711)
    made = 0
    while made < count:
        language = dice.choice(["en", "fr"])
        now = datetime.fromisoformat(dice.choice(NOWS)).replace(tzinfo=UTC)
        home = dice.choice(HOMES)
        strange = "heure" if language == "en" else "ET"  # in French "et" is "and"
        typed = dice.choice(["", "", *(name for name in ZONES if not name.startswith(strange))])
        meant = ZONES[typed][0] if typed else home
        today = now.astimezone(ZoneInfo(home)).date()
        there = now.astimezone(timezone(timedelta(minutes=meant)) if isinstance(meant, int) else ZoneInfo(meant)).date()
        if today != there:
            continue  # "tomorrow" is another day on either clock: asked, and tested elsewhere
        day = today + timedelta(days=dice.choice([0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 30, 61, 200, 340]))
        at = dice.choice(TIMES)
        instant = offset(meant, day, at)
        if instant <= now or (isinstance(meant, str) and not certain(meant, day, at)):
            continue
        if typed in IN_SEASON and offset(IN_SEASON[typed], day, at) != instant:
            continue
        for how in days(day, today, language, dice):
            clock = dice.choice(list(times(at, language)))
            text = dice.choice(DECORATIONS).replace("_", " ").format(orders(how, clock, typed, dice))
            if dice.random() < 0.15:
                text = text.replace(" ", dice.choice(["\u00a0", "\u202f", "  "]))
            if dice.random() < 0.1:
                text = text.upper()
            if len(text) <= 100:
                made += 1
                yield Phrase(text, Locale(language), home, now, instant)


@pytest.fixture(scope="module")
def outcomes() -> tuple[Counter[str], list[str]]:
    """How many phrases were read, asked and refused, and those that came out wrong."""
    counted: Counter[str] = Counter()
    wrong: list[str] = []
    for phrase in phrases(PHRASES):
        context = Context(now=phrase.now, zone=phrase.home)
        try:
            found = read_moment(phrase.text, context, locale=phrase.locale)
        except EtoileError as refused:
            counted[refused.key] += 1
            continue
        if isinstance(found, Asked):
            fair = phrase.instant in {each.instant for each in found.readings}
            counted["asked"] += 1
        else:
            fair = phrase.instant == found.instant
            counted["read"] += 1
        if not fair:
            wrong.append(f"{phrase} came out as {found}")
    return counted, wrong


def test_no_phrase_is_silently_wrong(outcomes: tuple[Counter[str], list[str]]) -> None:
    assert outcomes[1] == []


def test_almost_every_phrase_is_read(outcomes: tuple[Counter[str], list[str]]) -> None:
    counted = outcomes[0]
    assert counted.total() >= PHRASES
    assert counted["read"] >= LEAST_READ * counted.total(), counted
