"""The watchwords find what fans give away, and leave alone what they merely say."""

from __future__ import annotations

import re

import pytest

from bot.content import load_pack
from bot.domain.locale import Locale
from bot.domain.watch import Watch, Watchword
from tests.watch.corpus import ordinary, spoiling
from tests.watch.scoring import judge


@pytest.fixture(scope="module")
def watch() -> Watch:
    """The shipped watchwords."""
    return load_pack().watch


@pytest.mark.parametrize("held_out", [False, True])
def test_hardly_any_ordinary_message_is_taken_for_a_spoiler(watch: Watch, held_out: bool) -> None:
    plain = [each for locale in Locale for each in ordinary(locale) if each.held_out is held_out]

    assert judge(watch, plain).share_above <= 0.005


@pytest.mark.parametrize(("held_out", "least"), [(False, 0.95), (True, 0.84)])
def test_most_spoiling_messages_are_found(watch: Watch, held_out: bool, least: float) -> None:
    """Only ever raise the second figure by better watchwords, never by looking at what it is counted on."""
    telling = [each for locale in Locale for each in spoiling(locale) if each.held_out is held_out]

    assert judge(watch, telling).share_found >= least


PAIR = Watchword(level=3, groups=(("anna", "zo*"), ("père", "boogie-board*", "sœurs?", "s'en va")))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Anna et son père", 3),
        ("ANNA ET SON PERE", 3),
        ("pere d'anna", 3),
        ("zoe on a boogie board", 3),
        ("zoé's boogieboards", 3),
        ("la sœur de zoé", 3),
        ("zoé et ses sœurs", 3),
        ("zoé s’en va", 3),
        ("e\u0301 zoe\u0301 pe\u0300re", 3),  # letters and their accents apart
        ("annabelle et son père", 0),
        ("anna perd", 0),
        ("anna", 0),
        ("anna\nson père", 0),
        (f"anna {'x' * 60} père", 0),
        (f"anna {'x' * 50} père", 3),
    ],
)
def test_words_near_each_other_are_found_however_they_are_typed(text: str, level: int) -> None:
    assert Watch((PAIR,)).level_of(text) == level


def test_three_groups_stand_in_their_order() -> None:
    watch = Watch((Watchword(level=2, groups=(("one",), ("two",), ("three",))),))

    assert watch.level_of("one, two and three") == 2
    assert watch.level_of("three, two and one") == 0


def test_the_highest_level_of_all_texts_counts() -> None:
    low, high = Watchword(level=2, groups=(("low",),)), Watchword(level=6, groups=(("high",),))

    assert Watch((low, high)).level_of("low", "and high") == 6
    assert Watch((low, high)).level_of("low") == 2
    assert Watch((low, high)).level_of() == 0


def test_no_expression_is_longer_than_it_may_be_and_together_they_find_the_same() -> None:
    many = Watchword(level=1, groups=(tuple(f"name{n}" for n in range(30)), tuple(f"word{n}*" for n in range(40))))
    parts = many.expressions(260)

    assert all(len(part) <= 260 for part in parts)
    pattern = re.compile("|".join(parts))
    assert all(pattern.search(f"name{a} word{b}s") for a in range(30) for b in range(40))
    with pytest.raises(ValueError, match="too long"):
        Watchword(level=1, groups=(("x" * 40,), ("y" * 40,))).expressions(60)
