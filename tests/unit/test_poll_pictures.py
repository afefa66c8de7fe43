"""Pictures of results: drawn whatever the words are, and told in words to who does not see them."""

from __future__ import annotations

import asyncio
import io
from dataclasses import replace

import pytest
from PIL import Image

from bot.domain.locale import Locale
from bot.domain.poll import Option, PollState
from bot.domain.show import Side
from bot.domain.tally import Tally, arc_of
from bot.pictures import arc, bars
from bot.pictures.easel import LONGEST_QUEUE, Picture
from bot.pictures.lettering import drawable, font
from bot.pictures.palette import NEW_YORK, NIGHT, PARIS
from bot.resources import data_path
from bot.services.polls.headlines import headline
from bot.services.polls.pictures import draw
from bot.services.polls.values import Label, Result, Wording
from bot.text import Words, load_catalogue
from tests.unit.test_poll_rules import POLL

HOSTILE = ("Geneviève $x^2$ 🩰", "New York \\frac{1}{2}", "漢字 _underlined_", "🩰", "W" * 55, "x", "y", "z", "Ω", "Ж")
SIDES: tuple[Side, ...] = ("new-york", "paris")


def result(*labels: str, votes: tuple[int, ...], sides: tuple[Side, ...] = (), most: int = 1) -> Result:
    """A poll with these answers and votes."""
    named = tuple(
        Label(text=text, blurb=None, side=sides[place] if sides else "", written=True)
        for place, text in enumerate(labels)
    )
    return Result(
        poll=replace(POLL, answers=tuple(Option(label=text) for text in labels), most=most),
        wording=Wording(question="Qui ? 100 % $sure$ 🩰", blurb=None, answers=named, written=True),
        tally=tally(*votes),
        arc=None,
        hidden=None,
        voters=sum(votes),
    )


def arc_result(*labels: str, votes: dict[int, tuple[int, ...]], sides: tuple[Side, ...] = ()) -> Result:
    """An arc with these votes by episode, of first-timers and of others alike."""
    plain = result(*labels, votes=(0,), sides=sides)
    both = {(episode, new): tally(*counts) for episode, counts in votes.items() for new in (True, False)}
    return replace(plain, poll=replace(plain.poll, arc=True), tally=None, arc=arc_of(both, upto=8))


def tally(*votes: int) -> Tally:
    return Tally(sum(votes), (*votes, *([0] * (10 - len(votes)))))


@pytest.fixture(scope="module", params=list(Locale))
def words(request: pytest.FixtureRequest) -> Words:
    return load_catalogue(data_path() / "locales").words(request.param)


@pytest.fixture(scope="module")
def english() -> Words:
    return load_catalogue(data_path() / "locales").words(Locale.EN)


@pytest.mark.parametrize("count", range(2, 11))
async def test_a_picture_is_drawn_from_any_words(words: Words, count: int) -> None:
    plain = result(*HOSTILE[:count], votes=tuple(range(count, 0, -1)))
    season = arc_result(*HOSTILE[:count], votes=dict.fromkeys((1, 3, 8), tuple(range(1, count + 1))))
    lone = arc_result(*HOSTILE[:count], votes={5: (3,)})
    for each in (plain, season, lone):
        assert opened(await draw(each, words, public=False)).width == 800


def test_nothing_is_written_smaller_than_a_phone_can_show() -> None:
    with pytest.raises(ValueError, match="too small"):
        font("sans", 26)


def test_what_the_fonts_lack_leaves_no_hole() -> None:
    assert drawable("Qui\u202f? « œuf »") == "Qui\u00a0? « œuf »"
    assert drawable("🩰 Ballet 🩰") == "Ballet"
    assert drawable("漢字") == "□□"


async def test_its_numbers_are_told_in_words(words: Words) -> None:
    plain = await draw(result(*HOSTILE[:3], votes=(2, 1, 1)), words, public=True)
    season = await draw(arc_result(*HOSTILE[:3], votes={1: (2, 1), 3: (2, 1), 8: (3,)}), words, public=False)
    assert plain is not None
    assert season is not None
    assert all(text in plain.alt for text in (*HOSTILE[:3], "50", "25"))
    assert all(f" {episode}" in season.alt for episode in (1, 3, 8))
    assert words("poll-episode", episode=2) not in season.alt


@pytest.mark.parametrize("arc", [False, True])
async def test_what_spoils_is_not_told_to_everybody(words: Words, arc: bool) -> None:
    gated = result("x", "y", votes=(2, 1))
    gated = replace(gated, poll=replace(gated.poll, gate=4))
    picture = await draw(arc_result("x", "y", votes={1: (2, 1)}) if arc else gated, words, public=True)
    assert picture is not None
    assert picture.alt == words("poll-alt-covered")


async def test_there_is_no_picture_of_nothing(words: Words) -> None:
    nothing = replace(result("x", "y", votes=(0,)), tally=Tally())
    assert await draw(nothing, words, public=False) is None
    assert await draw(replace(nothing, tally=None, hidden="too-few"), words, public=False) is None


async def test_two_answers_pull_at_one_bar(english: Words) -> None:
    image = opened(await draw(result("Jack", "Geneviève", votes=(1, 3), sides=SIDES), english, public=False))
    rope = widest_colours(image)
    assert rope[0][1] == pytest.approx(3 * rope[1][1], rel=0.06)


async def test_the_arc_of_two_answers_divides_the_field(english: Words) -> None:
    """Of the field, as large a part is New York's as of the votes."""
    votes = dict.fromkeys(range(1, 9), (1, 3))
    image = opened(await draw(arc_result("Jack", "Geneviève", votes=votes, sides=SIDES), english, public=False))
    blue, rose = (sum(near(pixel, colour) for pixel in pixels(image)) for colour in (NEW_YORK, PARIS))
    assert 2.2 < rose / blue < 4.2


async def test_the_most_chosen_five_are_drawn_and_the_rest_named(
    english: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    charts: list[bars.Chart] = []
    drawn = bars.draw_bars
    monkeypatch.setattr(bars, "draw_bars", lambda chart: charts.append(chart) or drawn(chart))
    await draw(result(*"abcdefgh", votes=(0, 1, 2, 3, 4, 5, 6, 0)), english, public=False)
    assert [bar.label for bar in charts[0].bars] == ["g", "f", "e", "d", "c"]
    assert charts[0].rest == "Fewer votes: b 5%. No votes: a, h."


async def test_an_arc_draws_the_five_that_ever_stood_highest(english: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    charts: list[arc.ArcChart] = []
    drawn = arc.draw_arc
    monkeypatch.setattr(arc, "draw_arc", lambda chart: charts.append(chart) or drawn(chart))
    votes = {1: (0, 1, 2, 3, 4, 5, 6), 2: (9, 1, 1, 1, 1, 1, 1)}
    await draw(arc_result(*"abcdefg", votes=votes), english, public=False)
    assert [line.label for line in charts[0].lines] == ["a", "d", "e", "f", "g"]
    assert charts[0].rest == "Not in the picture: b, c."


@pytest.mark.parametrize(
    ("votes", "most", "said"),
    [
        ((3, 2), 1, "Jack leads, 3 to 2."),
        ((2, 2), 1, "A tie: Jack and Geneviève."),
        ((0, 4), 1, "All 4 chose Geneviève."),
        ((1, 0), 1, "Jack, by the only vote."),
        ((3, 2), 2, "Jack leads with 3 of 5."),
        ((1, 1, 1, 1), 1, "4 answers share the lead."),
        ((1, 4, 2), 1, "Geneviève leads with 4 of 7."),
    ],
)
def test_one_sentence_says_who_leads(english: Words, votes: tuple[int, ...], most: int, said: str) -> None:
    labels = ("Jack", "Geneviève", "Susu", "Mishi")[: len(votes)]
    assert headline(result(*labels, votes=votes, most=most), english) == said


def test_when_it_is_over_it_says_who_won(words: Words) -> None:
    over = result("Jack", "Geneviève", votes=(3, 2))
    over = replace(over, poll=replace(over.poll, state=PollState.CLOSED))
    assert headline(over, words) in ("Jack won, 3 to 2.", "Jack l’emporte, 3 à 2.")


JACK, GENEVIEVE, LEVEL = (3, 1), (1, 3), (2, 2)


@pytest.mark.parametrize(
    ("course", "said"),
    [
        ({4: JACK}, "Jack leads at episode 4."),
        ({1: JACK, 2: LEVEL, 3: JACK}, "Jack leads from episode 1 on."),
        ({1: LEVEL, 2: LEVEL}, "A tie at every episode so far."),
        ({1: JACK, 3: GENEVIEVE}, "Jack at first; Geneviève takes over at episode 3."),
        (
            {1: JACK, 3: GENEVIEVE, 6: LEVEL, 7: JACK},
            "Geneviève takes over at episode 3; Jack strikes back at 7.",
        ),
        (
            {1: JACK, 2: GENEVIEVE, 3: JACK, 4: GENEVIEVE},
            "The lead changes hands 3 times; after episode 4 it is Geneviève’s.",
        ),
    ],
)
def test_one_sentence_tells_how_an_arc_went(english: Words, course: dict[int, tuple[int, int]], said: str) -> None:
    assert headline(arc_result("Jack", "Geneviève", votes=course), english) == said


async def test_a_rush_is_answered_without_pictures_rather_than_late(english: Words) -> None:
    rush = [result("x", "y", votes=(3 + number, 1)) for number in range(LONGEST_QUEUE + 5)]
    drawn = await asyncio.gather(*(draw(each, english, public=False) for each in rush))
    assert drawn.count(None) == 5
    assert await draw(rush[-1], english, public=False) is not None


async def test_the_same_picture_is_drawn_once(english: Words) -> None:
    same = result("once", "only", votes=(2, 1))
    first = await draw(same, english, public=False)
    again = await draw(same, english, public=False)
    assert first is not None
    assert again is not None
    assert again.png is first.png


def opened(picture: Picture | None) -> Image.Image:
    assert picture is not None
    return Image.open(io.BytesIO(picture.png)).convert("RGB")


def pixels(image: Image.Image) -> list[tuple[int, int, int]]:
    raw = image.tobytes()
    return list(zip(raw[::3], raw[1::3], raw[2::3], strict=True))


def near(pixel: tuple[int, int, int], colour: str) -> bool:
    """Whether a pixel is of this colour, give or take what a small palette rounds."""
    wanted = tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return all(abs(have - want) < 10 for have, want in zip(pixel, wanted, strict=True))


def widest_colours(image: Image.Image) -> list[tuple[tuple[int, int, int], int]]:
    """The two colours that take most of any one line of the picture besides its ground."""
    rows = [pixels(image.crop((0, y, image.width, y + 1))) for y in range(0, image.height, 4)]
    counted = [
        sorted(((row.count(colour), colour) for colour in set(row) if not near(colour, NIGHT)), reverse=True)
        for row in rows
    ]
    best = max(counted, key=lambda colours: sum(count for count, _ in colours[:2]) if len(colours) > 1 else 0)
    return [(colour, count) for count, colour in best[:2]]
