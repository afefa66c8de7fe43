"""Several moments in one text, as people list them, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.cities import PARIS
from bot.domain.locale import Locale
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.when import Asked, parse_slots

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
"""A Wednesday, one o'clock in Paris."""


def read(text: str, locale: Locale = Locale.EN) -> list[str]:
    """The moments on Paris's clock, the earliest first."""
    return [f"{wall_of(at, PARIS):%a %d %H:%M}" for at in parse_slots(text, now=NOW, zone=PARIS, locale=locale)]


EVENINGS = ["Mon 30 20:00", "Tue 01 20:00", "Wed 02 20:00", "Thu 03 20:00", "Fri 04 20:00"]


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("sat or sun 20h Paris", ["Sat 28 20:00", "Sun 29 20:00"]),
        ("sat, sun 8pm", ["Sat 28 20:00", "Sun 29 20:00"]),
        ("sat/sun 8pm New York", ["Sun 29 02:00", "Mon 30 02:00"]),
        ("sat 20h or sun 21h New York", ["Sun 29 02:00", "Mon 30 03:00"]),
        ("sat 3pm ET or sun 9pm Paris", ["Sat 28 21:00", "Sun 29 21:00"]),
        ("weekday evenings next week", EVENINGS),
        ("next week, mon-fri 20:00", EVENINGS),
        ("mon-thu 21:00 next week", ["Mon 30 21:00", "Tue 01 21:00", "Wed 02 21:00", "Thu 03 21:00"]),
        ("weeknights at 9pm", ["Wed 25 21:00", "Thu 26 21:00", "Fri 27 21:00", "Mon 30 21:00", "Tue 01 21:00"]),
        ("every evening next week", [*EVENINGS, "Sat 05 20:00", "Sun 06 20:00"]),
        ("this weekend 20h", ["Sat 28 20:00", "Sun 29 20:00"]),
        ("friday 20h or 21h", ["Fri 27 20:00", "Fri 27 21:00"]),
        ("20:00 or 21:00 on friday", ["Fri 27 20:00", "Fri 27 21:00"]),
        ("friday, december 4, 20:30; sat 2pm", ["Sat 28 14:00", "Fri 04 20:30"]),
        ("tomorrow 9pm; friday 9pm; 2026-12-04 20:30", ["Thu 26 21:00", "Fri 27 21:00", "Fri 04 20:30"]),
        ("<t:1796412600:F> or <t:1796499000:F>", ["Fri 04 20:30", "Sat 05 20:30"]),
        ("sat 8pm or saturday 20:00", ["Sat 28 20:00"]),
    ],
)  # fmt: skip
def test_a_list_in_english(text: str, moments: list[str]) -> None:
    assert read(text) == moments


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("samedi ou dimanche 20h30", ["Sat 28 20:30", "Sun 29 20:30"]),
        ("soirs de semaine la semaine prochaine", EVENINGS),
        ("la semaine prochaine, lundi au vendredi 20h", EVENINGS),
        ("le week-end prochain à 15h", ["Sat 05 15:00", "Sun 06 15:00"]),
        ("5, 6 et 7 décembre 20h", ["Sat 05 20:00", "Sun 06 20:00", "Mon 07 20:00"]),
        ("mardi, jeudi et samedi à 20 h 30", ["Thu 26 20:30", "Sat 28 20:30", "Tue 01 20:30"]),
        ("samedi après-midi ou dimanche soir", ["Sat 28 15:00", "Sun 29 20:00"]),
        ("vendredi ou samedi soir", ["Fri 27 20:00", "Sat 28 20:00"]),
        ("les soirs de la semaine prochaine", [*EVENINGS, "Sat 05 20:00", "Sun 06 20:00"]),
        ("demain soir ou après-demain soir", ["Thu 26 20:00", "Fri 27 20:00"]),
    ],
)
def test_a_list_in_french(text: str, moments: list[str]) -> None:
    assert read(text, Locale.FR) == moments


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("blue moon", "when-slot-unread"),
        ("sat or blue 20h", "when-slot-unread"),
        ("saturday or sunday", "when-no-time"),
        ("", "when-not-understood"),
        ("x" * 400, "when-not-understood"),
    ],
)
def test_what_says_no_moment_is_refused_whole(text: str, key: str) -> None:
    with pytest.raises(EtoileError) as refused:
        read(text)
    assert refused.value.key == key


@pytest.mark.parametrize("text", ["next weekend 20h", "wednesday evening or friday 8pm", "sat or sun at 8"])
def test_what_can_mean_two_moments_is_asked(text: str) -> None:
    try:
        found = read(text)
    except Asked:
        return
    assert text == "sat or sun at 8"
    assert found == ["Sat 28 20:00", "Sun 29 20:00"]
