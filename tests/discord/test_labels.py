"""A suggestion’s visible text, typed or sent as the value, means what it suggests: clients lose values at times."""

from __future__ import annotations

import simcord

from bot.app import App
from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.discord.test_parties import more_of, planned, text_of


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


async def test_what_fits_one_only_is_taken_however_it_is_written(world: World) -> None:
    await planned(world, "4 december 2026 20:30")
    for typed in ("EPISODE 5", "friday", "4 dec", "5 20:30", "episode\u202f5 ·  friday 4 december"):
        assert "Episode 5" in text_of(await world.theo.slash(world.foyer, "party show", party=typed)), typed
    await planned(world, "5 december 2026 20:30", episode=6)
    await world.theo.slash(world.foyer, "party show", party="december")
    simcord.assert_error(world.env, EtoileError, contains="party-choose")
    (preset,) = (await world.camille.autocomplete(world.foyer, "poll preset", "name", ""))[:1]
    draft = await world.camille.slash(world.foyer, "poll preset", name=preset["name"][:-4].upper())
    assert "Post" in text_of(draft)


async def test_a_rhythm_and_what_is_brought_back(world: World) -> None:
    for typed in ("", "2 weeks", "mondays and thursdays", "third"):
        for offered in (await world.theo.autocomplete(world.foyer, "party series", "every", typed))[:2]:
            one, other = [
                text_of(await world.theo.slash(world.foyer, "party series", first="4 december 2026 20:00", every=every))
                for every in (offered["name"], offered["value"])
            ]
            assert one == other, offered
    card = await planned(world, "4 december 2026 20:30")
    asked = await more_of(world.camille, card, "Manage")
    sure = await world.camille.click(asked.response, label="Call off…")
    await world.camille.click(sure.response, label="Call off this one")
    (lost,) = await world.camille.autocomplete(world.foyer, "party revive", "party", "")
    await world.camille.slash(world.foyer, "party revive", party=lost["name"])
    assert await world.camille.autocomplete(world.foyer, "party revive", "party", "") == []


async def test_the_page_of_a_note(world: World) -> None:
    offers = (await world.margot.autocomplete(world.foyer, "etoile-admin note", "about", "award"))[:2]
    for count, offered in enumerate(offers, start=1):
        for about in (offered["value"], offered["name"]):
            added = await world.margot.slash(world.foyer, "etoile-admin note", text="Soon", about=about)
            beside = [line for line in text_of(added).split("\n") if line.startswith("-# Beside")]
            assert len(set(beside)) == count, offered


async def test_facts_people_words_and_characters(world: World, app: App) -> None:
    await app.progress.tell(world.theo.id, 8)
    for command, option in (
        ("etoile facts", "about"), ("etoile cast", "who"), ("etoile glossary", "term"), ("etoile timeline", "about"),
        ("recap who", "character"),
    ):  # fmt: skip
        typed = "episode" if option == "about" else ""
        found = [
            one
            for text in ("", typed)
            for one in (await world.theo.autocomplete(world.foyer, command, option, text))[:3]
        ]
        for offered in found:
            by_value = await world.theo.slash(world.foyer, command, **{option: offered["value"]})
            by_label = await world.theo.slash(world.foyer, command, **{option: offered["name"]})
            assert text_of(by_label) == text_of(by_value), (command, offered)
