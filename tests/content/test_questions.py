"""Questions as fans ask them find their page: a floor under what `python -m tests.questions` reports."""

from __future__ import annotations

import pytest

from bot.content import ShowPack, load_pack
from bot.domain.locale import Locale
from bot.services.finding import found_for, is_sure
from tests.questions.scoring import judge, questions, unknown_pages


@pytest.fixture(scope="module")
def pack() -> ShowPack:
    return load_pack()


@pytest.mark.parametrize("name", ["tuning", "heldout"])
def test_no_file_of_questions_names_a_page_that_does_not_exist(pack: ShowPack, name: str) -> None:
    assert unknown_pages(pack, questions(name)) == set()


@pytest.mark.parametrize("level", [0, 4, 8])
def test_questions_that_nobody_tuned_by_find_their_page(pack: ShowPack, level: int) -> None:
    """The figures to reach are higher; below these something is broken."""
    judged = [judge(pack, question, level) for question in questions("heldout")]

    assert sum(each.outcome == "top" for each in judged) >= 0.91 * len(judged)
    assert sum(each.outcome != "none" for each in judged) >= 0.95 * len(judged)
    assert sum(each.wrong for each in judged) <= 0.01 * len(judged)


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        (Locale.EN, "season 2"),
        (Locale.EN, "is ther a sesson 2??"),
        (Locale.EN, "did they cancel it"),
        (Locale.FR, "y aura-t-il une saison 2"),
        (Locale.FR, "annulée ?"),
    ],
)
def test_the_question_of_this_bot_opens_the_status_beside_pages_that_tell_a_part_of_it(
    pack: ShowPack, locale: Locale, question: str
) -> None:
    found = found_for(pack.view(0, locale), question)

    assert found[0].id == "status/status"
    assert is_sure(found)
