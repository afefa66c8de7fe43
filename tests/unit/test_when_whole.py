"""A phrase is read whole or not at all: what is added, swapped or cut out is never dropped in silence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.locale import Locale
from bot.domain.phrases import Asked, Context, Reading, read_day, read_moment
from bot.errors import EtoileError

NOW = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
CONTEXT = Context(now=NOW, zone="America/New_York")
PHRASES = (
    "friday 9pm",
    "tomorrow at 8:30pm paris time",
    "next friday 20:00 UTC",
    "december 4 2026 at 8pm",
    "in 3 days at 8pm",
    "in 1 hour and 30 minutes",
    "saturday night at 11",
    "half past eight tonight",
    "the 4th of december at 20:30",
    "friday 6pm PT / 9pm ET",
    "vendredi 21h30",
    "samedi après-midi à 3h",
    "dans deux heures et demie",
    "le vendredi 4 décembre 2026 à 20h30 heure de Paris",
    "samedi soir à 9h",
    "vendredi semaine pro 21h",
    "la veille de Noël à 20h",
    "dans trois jours à 21h",
)
STRANGERS = (
    *("not", "every", "except", "before", "after", "until", "or", "cancel", "pas", "sauf", "avant", "tous", "sans"),
    *("banana", "maybe", "7%", "#3", "9999", "$5", "x2", "½", "€", "между", "金曜日", "q", "zz", "week-ish"),
)
ZONES = ("Europe/Paris", "America/New_York", "Asia/Tokyo")
READ = st.sampled_from(PHRASES)


def outcome(text: str) -> frozenset[datetime] | str:
    """The instants that the text can mean, or the reason why none."""
    try:
        found = read_moment(text, CONTEXT, locale=Locale.EN)
    except EtoileError as refused:
        return refused.key
    return (
        frozenset(each.instant for each in found.readings) if isinstance(found, Asked) else frozenset({found.instant})
    )


def test_every_phrase_here_is_read() -> None:
    assert [text for text in PHRASES if isinstance(outcome(text), str)] == []


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_word_that_is_not_known_refuses_the_whole_wherever_it_stands(stranger: str) -> None:
    for text in PHRASES:
        words = text.split()
        for place in range(len(words) + 1):
            with_stranger = " ".join([*words[:place], stranger, *words[place:]])
            assert isinstance(outcome(with_stranger), str), with_stranger


SAYING_NOTHING = {"at", "à", "le", "the", "/", "time", "and", "et", "past", "in", "dans", "la", "heure", "de", "of"}


@pytest.mark.parametrize("text", PHRASES)
def test_a_word_that_says_something_is_missed(text: str) -> None:
    """Without one of its words a phrase means something else, or nothing, unless the word says nothing."""
    words = text.split()
    for place, word in enumerate(words):
        if word not in SAYING_NOTHING:
            without = " ".join([*words[:place], *words[place + 1 :]])
            assert outcome(without) != outcome(text) or _says_it_twice(text, word), without


def _says_it_twice(text: str, word: str) -> bool:
    """Whether the rest of this phrase says the same: a date its weekday and its year, a second clock the first."""
    twice = {"vendredi", "2026", "6pm", "PT", "9pm", "ET"}
    return word in twice and ("/" in text or "4" in text)


@settings(max_examples=400, deadline=None)
@given(READ, READ)
def test_two_phrases_in_one_are_never_read_as_one_of_them_unless_they_agree(one: str, other: str) -> None:
    both, first, second = outcome(f"{one} {other}"), outcome(one), outcome(other)
    if not isinstance(both, str) and not isinstance(first, str) and not isinstance(second, str):
        assert not both & (first ^ second) or len(both) > 1 or first == second


@settings(max_examples=400, deadline=None)
@given(READ, st.integers(0, 60), st.text(max_size=3))
def test_no_change_of_a_phrase_breaks_the_grammar(text: str, place: int, more: str) -> None:
    changed = text[:place] + more + text[place + 1 :]
    for base in (None, datetime(2026, 12, 20, 20, 30)):
        try:
            found = read_moment(changed, Context(now=NOW, zone="Europe/Paris", base=base), locale=Locale.FR)
        except EtoileError as refused:
            assert refused.key.startswith("when-")
        else:
            readings = found.readings if isinstance(found, Asked) else (found,)
            assert all(each.instant > NOW for each in readings)
    try:
        read_day(changed, CONTEXT, locale=Locale.EN)
    except EtoileError as refused:
        assert refused.key.startswith("when-")


@settings(max_examples=300, deadline=None)
@given(st.datetimes(datetime(2026, 11, 26), datetime(2028, 11, 1)), st.sampled_from(ZONES))
def test_what_is_suggested_typed_back_means_exactly_that_instant(wall: datetime, zone: str) -> None:
    instant = wall.replace(tzinfo=UTC, microsecond=0)
    read = read_moment(f"<t:{int(instant.timestamp())}>", Context(now=NOW, zone=zone), locale=Locale.EN)
    assert isinstance(read, Reading)
    again = read_moment(read.text, Context(now=NOW, zone=zone), locale=Locale.EN)
    assert isinstance(again, Reading)
    assert again.instant == read.instant == instant
