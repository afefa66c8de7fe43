"""How often a series takes place: read in English and French, and every label reads back as what it stands for."""

from __future__ import annotations

from itertools import product

import pytest

from bot.domain.locale import Locale
from bot.domain.phrases import Rhythm, read_rhythm
from bot.errors import EtoileError
from bot.resources import data_path
from bot.text import load_catalogue
from cogs.ui.parties.rhythms import USUAL, rhythm_name

FRIDAY = frozenset({4})


@pytest.mark.parametrize(
    ("typed", "rhythm"),
    [
        ("every week|weekly|chaque semaine|toutes les semaines|hebdo|1 week|week:1:0:", Rhythm(every="week")),
        ("every other week|every 2 weeks|fortnightly|une semaine sur deux|two-weeks|2w", Rhythm(every="week", step=2)),
        ("every day|daily|tous les jours|chaque soir|every evening", Rhythm(every="day")),
        ("every 10 days|10 days|tous les 10 jours|tous les dix jours|10d", Rhythm(every="day", step=10)),
        ("every other day|un jour sur deux|Every second day", Rhythm(every="day", step=2)),
        ("every friday|chaque vendredi|tous les vendredis", Rhythm(every="week", weekdays=FRIDAY)),
        ("every other friday|un vendredi sur deux", Rhythm(every="week", step=2, weekdays=FRIDAY)),
        ("third of the month|troisième du mois|month-third|3rd of each month", Rhythm(every="month", nth=3)),
        (
            "the last friday of the month|dernier vendredi du mois|le dernier vendredi de chaque mois",
            Rhythm(every="month", nth=-1, weekdays=FRIDAY),
        ),
        ("monthly|every month|tous les mois|une fois par mois", Rhythm(every="month")),
    ],
)
def test_what_people_type(typed: str, rhythm: Rhythm) -> None:
    for one in typed.split("|"):
        assert read_rhythm(one) == rhythm, one


@pytest.mark.parametrize(
    "typed", ["", "banana", "every", "every 0 days", "every 999 days", "every day at 9", "3", "x" * 99]
)
def test_what_is_no_rhythm_is_refused(typed: str) -> None:
    with pytest.raises(EtoileError, match="when-no-rhythm"):
        read_rhythm(typed)


@pytest.mark.parametrize("locale", Locale)
def test_every_label_and_every_value_reads_back(locale: Locale) -> None:
    words = load_catalogue(data_path() / "locales").words(locale)
    weekly = [
        Rhythm(every="week", step=step, weekdays=frozenset({day})) for step, day in product((1, 2, 3, 4), range(7))
    ]
    monthly = [
        Rhythm(every="month", nth=nth, weekdays=frozenset({day})) for nth, day in product((1, 2, 3, 4, -1), range(7))
    ]
    stepped = [Rhythm(every="day", step=step) for step in range(1, 60) if step != 15]  # "tous les 15 jours": two weeks
    several = [
        Rhythm(every="week", step=step, weekdays=frozenset(days)) for step in (1, 2, 5) for days in ((0, 3), (0, 2, 4))
    ]
    for rhythm in (*USUAL, *several, *weekly, *monthly, *stepped, Rhythm(every="month", step=3)):
        assert read_rhythm(rhythm_name(rhythm, words)) == rhythm, rhythm_name(rhythm, words)
        assert read_rhythm(rhythm.code) == rhythm
