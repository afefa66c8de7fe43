"""Which questions of the quiz stay out of one round, because one tells the answer of the other."""

from __future__ import annotations

from datetime import date
from itertools import combinations, permutations

import pytest

from bot.content import ShowPack, load_pack
from bot.content.quiz_telling import meet, meets_all, tells, together
from bot.domain.locale import Locale
from bot.domain.questions import Question


def question(question_id: str, asks: str, right: str, explanation: str = "", *, apart: str = "") -> Question:
    return Question(
        id=question_id, level=0, standing="stands", as_of=date.min, sources=(), note=None, confidence=None, kind="own",
        difficulty=1, episode=None, question=asks, right=right, wrong=("One", "Two", "Three"), explanation=explanation,
        read_up=None, apart=frozenset([apart] if apart else []),
    )  # fmt: skip


SONG = question("song", "To which song does she dance?", "“Moonlight”", "The steps are by Anna Blum.")
MAKER = question("maker", "Who made her steps?", "Anna Blum", "It was her last work.")
CITY = question("city", "Where does the company live?", "In Lyon", "Anna Blum was born there.")
CLASS = question("class", "What does the child follow?", "A film", apart="why")
WHY = question("why", "Why is she inside at night?", "Her mother cleans there")


def test_an_explanation_that_names_another_answer_tells_it_and_not_the_other_way_round() -> None:
    assert tells(SONG, MAKER)
    assert not tells(MAKER, SONG)
    assert not meet(MAKER, SONG)


def test_a_name_alone_tells_nothing_where_something_else_is_asked() -> None:
    assert not tells(CITY, MAKER)
    assert meet(CITY, MAKER)


def test_what_only_the_sense_tells_is_written_down_on_either_side() -> None:
    assert tells(CLASS, WHY)
    assert tells(WHY, CLASS)


def test_a_round_takes_the_first_that_meet_and_fills_up_only_where_it_must() -> None:
    for order in permutations([SONG, MAKER, CITY, CLASS, WHY]):
        three = together(order, 3)
        assert all(meet(one, other) for one, other in combinations(three, 2))
        assert three[0] == order[0]
        assert {each.id for each in together(order, 5)} == {each.id for each in order}
        assert len(together(order, 9)) == 5


@pytest.fixture(scope="module")
def shipped() -> ShowPack:
    return load_pack()


def test_an_evening_and_a_full_night_find_enough_that_meet(shipped: ShowPack) -> None:
    for locale in Locale:
        everything = shipped.view(8, locale).questions.values()
        for first in [each for each in everything if each.episode]:  # whichever is drawn first
            evening = [each for each in everything if each.episode == first.episode]
            five = together([first, *evening], 5)
            assert all(meet(one, other) for one, other in combinations(five, 2)), first.id
        for level in (0, 4, 8):
            ten = together(list(shipped.view(level, locale).questions.values()), 10)
            assert all(meet(one, other) for one, other in combinations(ten, 2)), level


PAIRS = [
    ("e8-song", "e8-maker"),
    ("e1-phone", "e1-why-there"),
    ("e4-really", "e4-word"),
    ("e5-marquee", "e5-other-half"),
    ("landmark", "newark"),
    ("groff", "e7-guest-star"),
    ("twenty-nine", "derricks"),
    ("small-town", "bunheads"),
    ("e3-roof", "e8-in-my-bed"),
    ("bottom-rung", "below-star"),
]


def test_shipped_questions_that_tell_each_other_do_not_meet(shipped: ShowPack) -> None:
    for locale in Locale:
        questions = shipped.view(8, locale).questions
        for one, other in PAIRS:
            assert not meets_all(questions[f"quiz-{one}"], [questions[f"quiz-{other}"]]), (locale, one, other)


def test_the_list_of_what_stays_apart_names_nothing_beyond_its_reader(shipped: ShowPack) -> None:
    for level in range(9):
        questions = shipped.view(level, Locale.EN).questions
        assert all(each.apart <= questions.keys() for each in questions.values())
