"""Pictures of results: drawn whatever the words are, and told in words to who does not see them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.locale import Locale
from bot.domain.poll import Answer
from bot.domain.tally import Tally, arc_of
from bot.resources import data_path
from bot.services.polls.pictures import Picture, draw
from bot.services.polls.values import Label, Result, Wording
from bot.text import Words, load_catalogue
from tests.unit.test_poll_rules import POLL

LABELS = ("Geneviève $x^2$ 🩰", "New York \\frac{1}{2}", "漢字 _underlined_")
WORDING = Wording(
    question="Qui ? 100 % $sure$",
    blurb=None,
    answers=tuple(Label(text=text, blurb=None, side="", written=True) for text in LABELS),
    written=True,
)
TALLY = Tally(4, (2, 1, 1, *([0] * 7)))
POLL3 = replace(POLL, answers=tuple(Answer(label=text) for text in LABELS))
PLAIN = Result(poll=POLL3, wording=WORDING, tally=TALLY, arc=None, hidden=None, voters=4)
ARC = replace(
    PLAIN,
    poll=replace(POLL3, arc=True),
    tally=None,
    arc=arc_of({(1, True): TALLY, (1, False): TALLY, (3, True): TALLY, (8, False): TALLY}, upto=8),
)


@pytest.fixture(params=list(Locale))
def words(request: pytest.FixtureRequest) -> Words:
    return load_catalogue(data_path() / "locales").words(request.param)


@pytest.mark.parametrize("result", [PLAIN, ARC], ids=["bars", "arc"])
async def test_a_picture_is_drawn_from_any_words(words: Words, result: Result) -> None:
    picture = await draw(result, words, public=False)
    assert size_of(picture)[0] == 1200


async def test_its_numbers_are_told_in_words(words: Words) -> None:
    bars = await draw(PLAIN, words, public=True)
    arc = await draw(ARC, words, public=False)
    assert bars is not None
    assert arc is not None
    assert all(text in bars.alt for text in (*LABELS, "50", "25"))
    assert all(f" {episode}" in arc.alt for episode in (1, 3, 8))
    assert words("poll-episode", episode=2) not in arc.alt


@pytest.mark.parametrize("result", [replace(PLAIN, poll=replace(POLL3, gate=4)), ARC], ids=["gated", "arc"])
async def test_what_spoils_is_not_told_to_everybody(words: Words, result: Result) -> None:
    picture = await draw(result, words, public=True)
    assert picture is not None
    assert picture.alt == words("poll-alt-covered")


async def test_there_is_no_picture_of_nothing(words: Words) -> None:
    assert await draw(replace(PLAIN, tally=Tally(), voters=0), words, public=False) is None
    assert await draw(replace(PLAIN, tally=None, hidden="too-few"), words, public=False) is None


def size_of(picture: Picture | None) -> tuple[int, int]:
    """Width and height, from the PNG's header."""
    assert picture is not None
    assert picture.png.startswith(b"\x89PNG")
    return int.from_bytes(picture.png[16:20]), int.from_bytes(picture.png[20:24])
