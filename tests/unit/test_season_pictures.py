"""The pictures of shared answers: where the series stands, and an episode's card."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.content import load_pack
from bot.domain.locale import Locale
from bot.pictures.season import Standing, Step, draw_episode, draw_evening, draw_standing
from bot.resources import data_path
from bot.services import facts_pictures
from bot.text import Words, load_catalogue

PACK = load_pack(data_path() / "show")


@pytest.fixture(scope="module", params=list(Locale))
def words(request: pytest.FixtureRequest) -> Words:
    return load_catalogue(data_path() / "locales").words(request.param)


async def test_the_standing_is_told_in_words_too(words: Words) -> None:
    status = PACK.view(0, words.locale).status
    dates = [str(event.date.year) for event in status.events]
    picture = await facts_pictures.draw_status(status, words, as_of="2025", dates=dates)
    assert picture is not None
    assert size_of(picture.png)[0] == 800
    assert all(part in picture.alt for part in (status.headline, *dates, *(event.title for event in status.events)))


async def test_an_episodes_card_says_no_title_that_the_reader_may_not_see(words: Words) -> None:
    """And the same for everybody who may see the same: it is drawn from what is shown, not from the show pack."""
    hidden, shown = PACK.view(0, words.locale), PACK.view(0, words.locale, titles=True)
    for before, after in zip(hidden.episodes.values(), shown.episodes.values(), strict=True):
        covered = await facts_pictures.draw_episode(before, words)
        told = await facts_pictures.draw_episode(after, words)
        assert covered is not None
        assert told is not None
        assert covered.alt == told.alt == words("facts-episode", number=before.number)
        assert (covered.png == told.png) == (before.title == after.title)
    assert any(episode.title is None for episode in hidden.episodes.values())


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
def test_any_number_of_steps_fits(count: int) -> None:
    steps = tuple(Step(date=f"{number} septembre 2023", what="Les huit épisodes " * 4) for number in range(count))
    assert size_of(draw_standing(Standing(headline="x" * 90, below="y", steps=steps, ended=True)))[0] == 800


def test_any_title_fits() -> None:
    for title in ("", "Ж 漢字 🩰", "W" * 200, "word " * 60):
        assert size_of(draw_episode(8, "Épisode 8", title)) == (800, 300)


def size_of(png: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(png)).size


@pytest.mark.parametrize("numbers", ["5", "1–8"])
@pytest.mark.parametrize("below", [(), ("4 came", "New York 15:00", "Paris 21:00"), ("x" * 200,)])
def test_an_evening_of_any_size_fits(numbers: str, below: tuple[str, ...]) -> None:
    assert size_of(draw_evening(numbers, "Épisodes 1 à 8", below)) == (800, 300)
