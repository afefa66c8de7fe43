"""The words of the grammar, English and French, folded as `tokens.folded` folds them, and their usual misspellings."""

from __future__ import annotations

from functools import lru_cache

from bot.domain.phrases.elements import Ahead, Clock, Dated, Element, Filler, Part, Week, Weekend, Which


def _numbered(rows: tuple[str, ...], start: int) -> dict[str, int]:
    return {name: number for number, names in enumerate(rows, start) for name in names.split()}


MONTHS_EN = _numbered(
    (
        "january jan",
        "february feb febr",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec decem",
    ),
    1,
)
MONTHS_FR = _numbered(
    (
        "janvier janv",
        "fevrier fevr fev",
        "mars",
        "avril avr",
        "mai",
        "juin",
        "juillet juil juill",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ),
    1,
)
MONTHS = MONTHS_EN | MONTHS_FR
WEEKDAYS_EN = _numbered(
    (
        "monday mon mondays",
        "tuesday tues tue tuesdays",
        "wednesday weds wed wednes wednesdays",
        "thursday thurs thur thu thursdays",
        "friday fri fridays",
        "saturday sat satur saturdays",
        "sunday sun sundays",
    ),
    0,
)
WEEKDAYS_FR = _numbered(
    (
        "lundi lun lundis",
        "mardi mar mardis",
        "mercredi mer merc mercr mercredis",
        "jeudi jeu jeudis",
        "vendredi ven vend vendr vendredis",
        "samedi sam samedis",
        "dimanche dim diman dimanches",
    ),
    0,
)
WEEKDAYS = WEEKDAYS_EN | WEEKDAYS_FR
TWO_LETTERS = _numbered(("lu mo", "ma tu", "me we", "je th", "ve fr", "sa", "di su"), 0)
"""Days of the week in lists only."""

_UNITS_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_UNITS_FR = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_TENS = {
    **{"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60},
    **{"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60},
}
_SMALL = {
    **{name: number for number, name in enumerate(_UNITS_FR.split())},
    **{name: number for number, name in enumerate(_UNITS_EN.split())},
    **{"une": 1, "dix sept": 17, "dix huit": 18, "dix neuf": 19},
}
NUMBERS: dict[tuple[str, ...], int] = {
    **{tuple(name.split()): number for name, number in _SMALL.items()},
    **{(name,): number for name, number in _TENS.items()},
    **{
        (tens, *between, *small.split()): _TENS[tens] + number
        for tens in _TENS
        for small, number in _SMALL.items()
        for between in ((), ("et",))
        if 0 < number < 10 and not (between and small not in {"un", "une"})
    },
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS: dict[tuple[str, ...], int] = {
    **{(name,): number for number, name in enumerate(_ORDINALS.split(), 1)},
    **{("twenty", name): number for number, name in enumerate(_ORDINALS.split()[:9], 21)},
    **{("thirtieth",): 30, ("thirty", "first"): 31, ("premier",): 1},
}
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th", "er", "e", "eme"})

_DAYS_AHEAD = {
    "today|2day|2 day|td|aujourdhui|aujourd hui|ajd|auj|ce jour": 0,
    "tomorrow|tmrw|tmr|tmw|tomo|tmrow|tmoro|2moro|2 moro|2morrow|2 morrow|tomoz|demain|dem|2main|2 main|dm1|dm 1|dmain": 1,
    "day after tomorrow|overmorrow|apres demain|apresdemain|surlendemain": 2,
    "yesterday|yday|hier|last night|hier soir": -1,
    "day before yesterday|avant hier": -2,
}
_PARTS: dict[str, Part] = {
    "morning|morn|in the morning|of the morning|mornin|matin|du matin|du mat|mat|au matin|le matin|dans la matinee|matinee": (
        Part("morning")
    ),
    (
        "afternoon|in the afternoon|arvo|aft|apres midi|apresmidi|aprem|aprems|apm|de l apres midi|de l aprem|l apres midi"
        "|l aprem|dans l apres midi|d apres midi"
    ): Part("afternoon"),
    "evening|in the evening|eve|evenin|evng|soir|du soir|le soir|au soir|en soiree|soiree|dans la soiree|de soir": (
        Part("evening")
    ),
    "night|at night|nite|in the night|nuit|la nuit|dans la nuit|de la nuit": Part("night"),
}
_PARTS_TODAY: dict[str, Part] = {
    "this morning|ce matin|ce mat": Part("morning"),
    "this afternoon|this arvo|this aft|cet apres midi|cette apres midi|cet aprem|cette aprem|c t aprem": Part("afternoon"),
    "this evening|this eve|ce soir|cesoir|ce s": Part("evening"),
    "tonight|tonite|2nite|2 nite|2night|2 night|tn|tnight|cette nuit": Part("night"),
}
_WEEKS: dict[str, Element] = {
    **dict.fromkeys(
        "next week|of next week|in next week|the next week|de la semaine prochaine|la semaine prochaine|semaine prochaine"
        "|de la semaine pro|la semaine pro|semaine pro|sem pro|sem prochaine|la sem pro|de la sem pro|la semaine qui vient"
        "|de la semaine qui vient".split("|"),
        Week(1),
    ),
    **dict.fromkeys("this week|of this week|cette semaine|de cette semaine|cette sem".split("|"), Week(0)),
    **dict.fromkeys("weekend|week end|this weekend|this week end|ce week end|ce weekend|ce we|le week end|wkend".split("|"), Weekend(0)),
    **dict.fromkeys("next weekend|next week end|le week end prochain|week end prochain|weekend prochain|we prochain".split("|"), Weekend(1)),
}
_FEASTS: dict[str, tuple[Dated, ...]] = {
    "new year s day|new years day|jour de l an|le jour de l an|nouvel an|le nouvel an|premier de l an": (Dated(day=1, month=1),),
    "new year s eve|new years eve|nye|saint sylvestre|la saint sylvestre|st sylvestre|reveillon du nouvel an"
    "|reveillon de la saint sylvestre|reveillon du jour de l an": (Dated(day=31, month=12),),
    "christmas day|christmas|xmas|xmas day|noel|le jour de noel|jour de noel": (Dated(day=25, month=12),),
    "christmas eve|xmas eve|veille de noel|la veille de noel|reveillon de noel|le reveillon de noel": (Dated(day=24, month=12),),
    "reveillon|le reveillon": (Dated(day=24, month=12), Dated(day=31, month=12)),
    "boxing day|lendemain de noel|le lendemain de noel": (Dated(day=26, month=12),),
    "halloween|hallowe en": (Dated(day=31, month=10),),
    "toussaint|la toussaint|all saints|all saints day": (Dated(day=1, month=11),),
    "valentine s day|valentines day|valentine s|valentines|saint valentin|la saint valentin|st valentin": (Dated(day=14, month=2),),
    "epiphany|epiphanie|l epiphanie": (Dated(day=6, month=1),),
    "st patrick s day|saint patrick s day|st patricks day|saint patrick|la saint patrick": (Dated(day=17, month=3),),
    "april fools|april fool s|april fools day|april fool s day|poisson d avril": (Dated(day=1, month=4),),
    "may day|fete du travail|la fete du travail": (Dated(day=1, month=5),),
    "bastille day": (Dated(day=14, month=7),),
    "fete de la musique|la fete de la musique": (Dated(day=21, month=6),),
    "independence day": (Dated(day=4, month=7),),
    "assomption|l assomption|assumption day": (Dated(day=15, month=8),),
    "veterans day|veteran s day|armistice|l armistice|armistice day|remembrance day": (Dated(day=11, month=11),),
    "juneteenth": (Dated(day=19, month=6),),
    "canada day": (Dated(day=1, month=7),),
    "saint jean|la saint jean|saint jean baptiste|la saint jean baptiste": (Dated(day=24, month=6),),
}
FILLERS = frozenset(
    {
        *("at", "on", "the", "from", "around", "about", "by the clock", "starting", "sharp", "please", "pls", "plz"),
        *("a", "le", "l", "vers", "environ", "des", "des le", "a partir de", "pour", "for", "pile", "precises", "stp", "svp"),
        *("vers les", "autour de", "au", "du coup", "circa", "approx", "approximately", "~", "@", ",", "-", "/", ":", "."),
    }
)
_NOONS: dict[str, Clock] = {
    "noon|midday|12 noon|12 midday|high noon|noontime": Clock(hour=12),
    "midi|12h midi": Clock(hour=12),
    "midnight|12 midnight|minuit": Clock(hour=0, midnight=True),
}
WHICH: dict[tuple[str, ...], Which] = {
    **dict.fromkeys([("this",), ("ce",)], "this"),
    **dict.fromkeys([("coming",), ("this", "coming"), ("the", "coming"), ("upcoming",), ("qui", "vient"), ("qui", "arrive")], "coming"),
    **dict.fromkeys([("next",), ("nxt",), ("prochain",), ("pro",), ("proch",), ("the", "next"), ("le", "prochain")], "next"),
    **dict.fromkeys([("last",), ("past",), ("dernier",), ("passe",), ("le", "dernier")], "last"),
}
WEEKS_LATER: dict[tuple[str, ...], int] = {
    ("week",): 1,
    ("en", "huit"): 1,
    ("en", "8"): 1,
    ("fortnight",): 2,
    ("en", "quinze"): 2,
    ("en", "15"): 2,
}

Entry = tuple[tuple[str, ...], tuple[Element, ...]]


def _phrases() -> dict[str, list[Entry]]:
    """Every fixed phrase by its first word, with the elements that it stands for."""
    found: list[Entry] = []

    def add(names: str, *elements: Element) -> None:
        found.extend((tuple(name.split()), elements) for name in names.split("|"))

    for names, days in _DAYS_AHEAD.items():
        add(names, Ahead(days))
    for names, part in _PARTS.items():
        add(names, part)
    for names, part in _PARTS_TODAY.items():
        add(names, Ahead(0), part)
    for name, week in _WEEKS.items():
        add(name, week)
    for names, dates in _FEASTS.items():
        for dated in dates:
            add(names, dated)
    for names, clock in _NOONS.items():
        add(names, clock)
    for name in FILLERS:
        add(name, Filler())
    table: dict[str, list[Entry]] = {}
    for words, elements in found:
        table.setdefault(words[0], []).append((words, elements))
    return table


PHRASES = _phrases()
FRENCH = (
    (WEEKDAYS_FR.keys() - WEEKDAYS_EN.keys() - {"mar", "dim", "mer"})
    | (MONTHS_FR.keys() - MONTHS_EN.keys())
    | set("demain matin soir aprem minuit midi dans heure heures jours prochain le ce soiree mat ajd hier noel apres".split())
)
"""Words that nobody uses who does not write French."""
_MISSPELT = frozenset(
    [name for name in (*WEEKDAYS, *MONTHS) if len(name) > 4]
    + "tomorrow today tonight evening morning afternoon midnight demain aujourdhui matin minuit prochain semaine".split()
)
_CLOSED = frozenset(
    {word for words in PHRASES.values() for phrase, _ in words for word in phrase}
    | {word for phrase in (*NUMBERS, *ORDINALS, *WHICH, *WEEKS_LATER) for word in phrase}
    | MONTHS.keys()
    | WEEKDAYS.keys()
)


@lru_cache(maxsize=512)
def corrected(word: str) -> str:
    """The word of the grammar of which `word` is a misspelling, when it can be one of one meaning only; else `word`."""
    if word in _CLOSED or len(word) < 5:
        return word
    near = [(distance, name) for name in _MISSPELT if (distance := _distance(word, name)) <= (1 if len(name) < 7 else 2)]
    if not near:
        return word
    best = min(near)[0]
    found = [name for distance, name in near if distance == best]
    meanings = {WEEKDAYS.get(name, name) if name in WEEKDAYS else MONTHS.get(name, name) for name in found}
    return found[0] if len(meanings) == 1 else word


def _distance(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many or swapped (optimal string alignment); 9 for far apart."""
    if abs(len(one) - len(other)) > 2 or not (one[0] == other[0] or one[:2] == other[1::-1]):
        return 9
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != wanted)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                row[j] = min(row[j], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]
