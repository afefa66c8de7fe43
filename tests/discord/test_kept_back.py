"""What is kept back, and how it is said, tells nobody when a guest comes or what a page behind a link is about."""

from __future__ import annotations

import re
from typing import Any

import simcord

from bot.app import App
from bot.domain.locale import Locale
from tests.discord.conftest import World
from tests.support.reading import all_text, walk

REVIEW = re.compile(r"ending-explained|episode-\d|cameo|2[4-8] April 2025")


async def test_pages_of_the_cast_say_what_they_keep_back_in_one_way(world: World, app: App) -> None:
    people = app.pack.view(0, Locale.EN).people
    pages = {
        person: await more(world, await world.camille.slash(world.foyer, "etoile cast", who=person))
        for person in ("raphael", "julie", "kevin", "quinn", "uncle-john", "clea")
    }
    assert pages.keys() <= people.keys()
    assert {tuple(label for label in labels(page) if "spoils" in label) for page in pages.values()} == {
        ("Show anyway (spoils episodes 1 to 8)",)
    }
    assert all("holding back whatever you haven’t reached" in text_of(page) for page in pages.values())


async def test_before_its_level_a_source_is_named_without_date_and_address(world: World) -> None:
    for person in ("bruna", "mishi-parents", "tobias", "kevin", "clea"):
        page = await world.camille.slash(world.foyer, "etoile cast", who=person)
        assert not REVIEW.search(text_of(page)), person

    await world.camille.slash(world.foyer, "progress set", episode=8)
    assert "ending-explained" in text_of(await world.camille.slash(world.foyer, "etoile cast", who="bruna"))


async def test_an_episode_tells_what_it_is_about_to_whoever_comes_to_it_next(world: World, app: App) -> None:
    logline = app.pack.view(8, Locale.EN).episodes[6].logline
    assert logline is not None
    for progress, told in ((4, False), (5, True)):
        await world.camille.slash(world.foyer, "progress set", episode=progress)
        assert (logline in text_of(await world.camille.slash(world.foyer, "etoile episode", number=6))) is told


async def test_topics_name_no_shelf_of_the_finale_to_who_has_seen_nothing(world: World) -> None:
    assert "triangle" not in str(shown(await world.camille.slash(world.foyer, "etoile facts")).components).lower()
    await world.theo.slash(world.foyer, "progress set", episode=8)
    assert "triangle" in str(shown(await world.theo.slash(world.foyer, "etoile facts")).components).lower()


async def more(world: World, page: simcord.InteractionResult) -> simcord.InteractionResult:
    """The same page with all of its buttons."""
    return await world.camille.click(page.response, label="⋯")


def shown(result: simcord.InteractionResult) -> Any:
    assert result.response is not None
    return result.response


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer, open and covered."""
    return all_text(shown(result).components, shown(result).content)


def labels(result: simcord.InteractionResult) -> list[str]:
    return [part.get("label", "") for part in walk(shown(result).components) if part["type"] == 2]
