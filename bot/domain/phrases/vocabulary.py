"""The words of the grammar, English and French, folded as `tokens.folded` folds them, and their usual misspellings."""

from __future__ import annotations

from functools import lru_cache

from bot.domain.phrases.elements import (
    Ahead,
    Clock,
    Dated,
    Element,
    Filler,
    FromEaster,
    Later,
    OfMonth,
    Part,
    Same,
    Week,
    Weekend,
    Which,
)
from bot.domain.phrases.tables import meaning_all, ways, words
from bot.domain.slips import letters_apart


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
    **{name: number for number, name in enumerate(words(_UNITS_FR))},
    **{name: number for number, name in enumerate(words(_UNITS_EN))},
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
    **{(name,): number for number, name in enumerate(words(_ORDINALS), 1)},
    **{("twenty", name): number for number, name in enumerate(words(_ORDINALS)[:9], 21)},
    **{("thirtieth",): 30, ("thirty", "first"): 31, ("premier",): 1},
}
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th", "er", "e", "eme"})

_FIXED: tuple[tuple[str, tuple[Element, ...]], ...] = (
    ("later today|plus tard aujourdhui", (Ahead(0),)),
    ("today|2day|2 day|td|aujourdhui|aujourd hui|ajd|auj|ce jour", (Ahead(0),)),
    ("tomorrow|tmrw|tmr|tmw|tomo|tomm|tmrow|tmoro|tmrrw|tomoro|tomoz", (Ahead(1),)),
    ("2mrw|2 mrw|2mrow|2 mrow|2moro|2 moro|2morrow|2 morrow", (Ahead(1),)),
    ("demain|dem|2main|2 main|dm1|dm 1|dmain", (Ahead(1),)),
    ("day after tomorrow|day after tmrw|day after tmr|day after tomo|overmorrow", (Ahead(2),)),
    ("apres demain|apresdemain|surlendemain", (Ahead(2),)),
    ("yesterday|yday|hier|last night|hier soir", (Ahead(-1),)),
    ("day before yesterday|avant hier", (Ahead(-2),)),
    ("morning|morn|mornin|in the morning|of the morning|morning of", (Part("morning"),)),
    ("matin|du matin|du mat|mat|au matin|le matin|matin du|dans la matinee|matinee", (Part("morning"),)),
    (
        "afternoon|in the afternoon|arvo|aft|afternoon of|d apres midi|dans l apres midi|dans l aprem",
        (Part("afternoon"),),
    ),
    ("apres midi|apresmidi|aprem|aprems|apm|de l apres midi|de l aprem|l apres midi|l aprem", (Part("afternoon"),)),
    ("l apres midi du|apres midi du|dans l apres midi du", (Part("afternoon"),)),
    ("evening|in the evening|evening of|evenin|evng", (Part("evening"),)),
    ("soir|du soir|le soir|au soir|de soir|soir du|en soiree|soiree|dans la soiree", (Part("evening"),)),
    ("soiree du|dans la soiree du", (Part("evening"),)),
    ("night|at night|nite|in the night|night of|nuit|la nuit|dans la nuit|de la nuit|nuit du", (Part("night"),)),
    ("this morning|ce matin|ce mat", (Ahead(0), Part("morning"))),
    ("this afternoon|this arvo|this aft|cet apres midi|cette apres midi|cet aprem", (Ahead(0), Part("afternoon"))),
    ("cette aprem|c t aprem", (Ahead(0), Part("afternoon"))),
    ("this evening|this eve|ce soir|cesoir|c soir", (Ahead(0), Part("evening"))),
    ("tonight|tonite|2nite|2 nite|2night|2 night|tn|tnight|tnite|cette nuit", (Ahead(0), Part("night"))),
    ("next week|of next week|in next week|the next week", (Week(1),)),
    ("de la semaine prochaine|la semaine prochaine|semaine prochaine|sem prochaine", (Week(1),)),
    ("de la semaine pro|la semaine pro|semaine pro|sem pro|la sem pro|de la sem pro", (Week(1),)),
    ("la semaine qui vient|de la semaine qui vient", (Week(1),)),
    ("this week|of this week|cette semaine|de cette semaine|cette sem", (Week(0),)),
    ("weekend|week end|this weekend|this week end|wkend|ce week end|ce weekend|ce we|le week end", (Weekend(0),)),
    ("next weekend|next week end|le week end prochain|week end prochain|weekend prochain|we prochain", (Weekend(1),)),
    ("noon|midday|12 noon|12 midday|high noon|noontime|midi|12h midi|12 midi", (Clock(hour=12),)),
    ("midnight|12 midnight|minuit", (Clock(hour=0, midnight=True),)),
    ("same time|the same time|at the same time|meme heure|la meme heure|a la meme heure", (Same("time"),)),
    ("same day|the same day|on the same day|meme jour|le meme jour", (Same("day"),)),
    ("next day|the next day|the day after|the following day|le lendemain|lendemain", (Later(days=1, moved=True),)),
    ("the day before|the previous day|la veille", (Later(days=1, moved=True, ago=True),)),
    ("easter|easter sunday|paques|dimanche de paques|le dimanche de paques|a paques", (FromEaster(0),)),
    ("easter monday|lundi de paques|le lundi de paques", (FromEaster(1),)),
    ("good friday|vendredi saint|le vendredi saint", (FromEaster(-2),)),
    ("mardi gras|shrove tuesday|pancake day", (FromEaster(-47),)),
    ("ash wednesday|mercredi des cendres", (FromEaster(-46),)),
    ("ascension|l ascension|jeudi de l ascension|le jeudi de l ascension|ascension day", (FromEaster(39),)),
    ("pentecost|whit sunday|pentecote|la pentecote|dimanche de pentecote", (FromEaster(49),)),
    ("whit monday|lundi de pentecote|le lundi de pentecote", (FromEaster(50),)),
    ("thanksgiving|thanksgiving day", (OfMonth(nth=4, weekday=3, month=11),)),
    ("black friday", (OfMonth(nth=4, weekday=3, month=11, plus=1),)),
    ("cyber monday", (OfMonth(nth=4, weekday=3, month=11, plus=4),)),
    ("labor day", (OfMonth(nth=1, weekday=0, month=9),)),
    ("memorial day", (OfMonth(nth=-1, weekday=0, month=5),)),
    ("mlk day|martin luther king day", (OfMonth(nth=3, weekday=0, month=1),)),
)
_FEASTS = (
    (1, 1, "new year s|new years|new year"),
    (31, 12, "new year s|new years|new year"),
    (1, 1, "new year s day|new years day|jour de l an|le jour de l an|nouvel an|le nouvel an|premier de l an"),
    (6, 1, "epiphany|epiphanie|l epiphanie"),
    (14, 2, "valentine s day|valentines day|valentine s|valentines|saint valentin|la saint valentin|st valentin"),
    (17, 3, "st patrick s day|saint patrick s day|st patricks day|saint patrick|la saint patrick"),
    (1, 4, "april fools|april fool s|april fools day|april fool s day|poisson d avril"),
    (1, 5, "may day|fete du travail|la fete du travail"),
    (19, 6, "juneteenth"),
    (21, 6, "fete de la musique|la fete de la musique"),
    (24, 6, "saint jean|la saint jean|saint jean baptiste|la saint jean baptiste"),
    (1, 7, "canada day"),
    (4, 7, "independence day"),
    (14, 7, "bastille day"),
    (15, 8, "assomption|l assomption|assumption day"),
    (31, 10, "halloween|hallowe en"),
    (1, 11, "toussaint|la toussaint|all saints|all saints day"),
    (11, 11, "veterans day|veteran s day|armistice|l armistice|armistice day|remembrance day"),
    (24, 12, "christmas eve|xmas eve|veille de noel|la veille de noel|reveillon de noel|le reveillon de noel"),
    (24, 12, "reveillon|le reveillon"),
    (25, 12, "christmas day|christmas|xmas|xmas day|noel|le jour de noel|jour de noel"),
    (26, 12, "boxing day|lendemain de noel|le lendemain de noel"),
    (31, 12, "new year s eve|new years eve|nye|saint sylvestre|la saint sylvestre|st sylvestre"),
    (31, 12, "reveillon du nouvel an|reveillon de la saint sylvestre|reveillon du jour de l an"),
    (31, 12, "reveillon|le reveillon"),
)
"""Feast days with a fixed date: day, month, names. Both the 24th and the 31st are called "réveillon"."""
_FILLERS = (
    "at|on|the|from|around|about|starting|sharp|please|pls|plz|for|circa|approx|approximately|a|le|l|vers|vers les"
    "|start|starts|starts at|starting at|begins at|let s do|lets do|let s say|lets say|how about|what about"
    "|on dit|disons|on se dit|on part sur|debut|debut a|commence a"
    "|make it|move it to|move to|instead|a la place|plutot|rdv|rdv a|and|aka|soit|et|ish|="
    "|environ|aux environs de|aux alentours de|tapantes|petantes|precise"
    "|autour de|des|des le|a partir de|pour|au|pile|precises|stp|svp|~|@|,|-|/|:|."
)
LAST_FILLERS = frozenset({"start", "sharp", "please", "pls", "plz", "pile", "precises", "precise", "stp", "svp"}) | {
    *("instead", "environ", "tapantes", "petantes", "ish"),
}
"""The fillers that may end a phrase."""
WHICH: dict[tuple[str, ...], Which] = {
    **meaning_all("this", "this|ce"),
    **meaning_all("coming", "coming|this coming|the coming|upcoming|qui vient|qui arrive"),
    **meaning_all("next", "next|nxt|the next|prochain|pro|proch|le prochain"),
    **meaning_all("last", "last|past|dernier|passe|le dernier"),
}
WEEKS_LATER = meaning_all(1, "week|en huit|en 8") | meaning_all(2, "fortnight|en quinze|en 15")

Entry = tuple[tuple[str, ...], tuple[Element, ...]]


def _spelt(text: str) -> list[tuple[str, ...]]:
    """The names of a feast, with "saint" as "st" too, and with an article."""
    plain = dict.fromkeys(ways(text))
    short = [tuple("st" if word == "saint" else word for word in name) for name in plain]
    bare = dict.fromkeys((*plain, *short))
    articles = [("la", *name) for name in bare]
    return list(dict.fromkeys((*bare, *articles)))


def _phrases() -> dict[str, list[Entry]]:
    """Every fixed phrase by its first word, with the elements that it stands for."""
    found: list[Entry] = [(phrase, elements) for text, elements in _FIXED for phrase in ways(text)]
    found += [(phrase, (Dated(day=day, month=month),)) for day, month, text in _FEASTS for phrase in _spelt(text)]
    found += [(phrase, (Filler(),)) for phrase in ways(_FILLERS)]
    table: dict[str, list[Entry]] = {}
    for phrase, elements in found:
        table.setdefault(phrase[0], []).append((phrase, elements))
    return table


PHRASES = _phrases()
FRENCH = (
    (WEEKDAYS_FR.keys() - WEEKDAYS_EN.keys() - {"mar", "dim", "mer"})
    | (MONTHS_FR.keys() - MONTHS_EN.keys())
    | {*words("demain matin soir aprem minuit midi dans heure heures jours prochain le ce soiree ajd hier noel apres")}
)
"""Words that nobody uses who does not write French."""
_MISSPELT = frozenset(
    [name for name in (*WEEKDAYS, *MONTHS) if len(name) > 4]
    + [
        *words(
            "tomorrow today tonight evening morning afternoon midnight demain aujourdhui matin minuit prochain semaine"
        )
    ]
)
_CLOSED = frozenset(
    {word for entries in PHRASES.values() for phrase, _ in entries for word in phrase}
    | {word for phrase in (*NUMBERS, *ORDINALS, *WHICH, *WEEKS_LATER) for word in phrase}
    | MONTHS.keys()
    | WEEKDAYS.keys()
)


@lru_cache(maxsize=512)
def corrected(word: str) -> str:
    """The word of the grammar of which `word` is a misspelling, when it can be one of one meaning only; else `word`."""
    if word in _CLOSED or len(word) < 5:
        return word
    near = [
        (distance, name) for name in _MISSPELT if (distance := _distance(word, name)) <= (1 if len(name) < 7 else 2)
    ]
    if not near:
        return word
    best = min(near)[0]
    found = [name for distance, name in near if distance == best]
    meanings = {WEEKDAYS.get(name, name) if name in WEEKDAYS else MONTHS.get(name, name) for name in found}
    return found[0] if len(meanings) == 1 else word


def _distance(one: str, other: str) -> int:
    """How many letters are apart; 9 for words that do not begin alike."""
    if abs(len(one) - len(other)) > 2 or not (one[0] == other[0] or one[:2] == other[1::-1]):
        return 9
    return letters_apart(one, other)
