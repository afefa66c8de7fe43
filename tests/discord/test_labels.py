"""A suggestion’s visible text, typed or sent as the value, means what it suggests: clients lose values at times."""

from __future__ import annotations

import simcord

from bot.app import App
from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.discord.test_parties import planned, text_of


async def test_a_party(world: World) -> None:
    await planned(world)
    (offered,) = await world.theo.autocomplete(world.foyer, "party show", "party", "")
    assert "Episode 5" in text_of(await world.theo.slash(world.foyer, "party show", party=offered["name"]))


async def test_a_zone(world: World) -> None:
    for typed in ("Tokyo", "montré", "Europe/Lon"):
        offered = (await world.theo.autocomplete(world.foyer, "party zone", "city", typed))[0]
        told = await world.theo.slash(world.foyer, "party zone", city=offered["name"])
        assert f"Your zone is {offered['value']}" in text_of(told)


async def test_a_poll_and_a_shipped_question(world: World) -> None:
    for preset in (await world.camille.autocomplete(world.foyer, "poll preset", "name", ""))[:2]:
        draft = await world.camille.slash(world.foyer, "poll preset", name=preset["name"])
        await world.camille.click(draft.response, label="Post")
    for offered in await world.camille.autocomplete(world.foyer, "poll show", "poll", ""):
        await world.camille.slash(world.foyer, "poll results", poll=offered["name"])
    await world.camille.slash(world.foyer, "poll results", poll="no such poll")
    simcord.assert_error(world.env, EtoileError, contains="poll-choose-one")


async def test_facts_people_words_and_characters(world: World, app: App) -> None:
    await app.progress.tell(world.theo.id, 8)
    for command, option in (
        ("etoile facts", "about"), ("etoile cast", "who"), ("etoile glossary", "term"), ("etoile timeline", "about"),
        ("recap who", "character"),
    ):  # fmt: skip
        for offered in (await world.theo.autocomplete(world.foyer, command, option, ""))[:3]:
            by_value = await world.theo.slash(world.foyer, command, **{option: offered["value"]})
            by_label = await world.theo.slash(world.foyer, command, **{option: offered["name"]})
            assert text_of(by_label) == text_of(by_value), (command, offered)
