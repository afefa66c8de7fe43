"""/etoile and /progress on the stage, the bot as a process: the behaviours that hold in every world, and those that
only the stage can show (French, direct messages, an app that only its user has installed)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage import direct_messages as direct
from tests.support.behaviour import BEHAVIOURS, HOSTILE, Behaviour
from tests.support.driver import FRENCH, StageDriver
from tests.support.oracle import oracle

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot() -> AsyncIterator[BotProcess]:
    """The bot as a process on a stage."""
    async with foyer_stage() as stage:
        process = BotProcess(stage)
        await process.start()
        try:
            await process.ready()
            yield process
        finally:
            await process.stop()


@pytest.fixture
def driver(bot: BotProcess) -> StageDriver:
    """A channel of its own, with members whose Discord speaks English."""
    return StageDriver(bot)


@pytest.fixture
def french(bot: BotProcess) -> StageDriver:
    """A channel of its own, with members whose Discord speaks French."""
    return StageDriver(bot, language=FRENCH)


@pytest.mark.parametrize("behaviour", BEHAVIOURS, ids=lambda behaviour: behaviour.__name__.replace("_", " "))
async def test_as_a_process(driver: StageDriver, behaviour: Behaviour) -> None:
    await behaviour(driver)
    driver.assert_quiet()


async def test_private_answers_speak_the_members_language(french: StageDriver) -> None:
    elise = await french.member()
    assert "✖ Annulée après une seule saison" in (await french.slash(elise, "etoile status")).open
    answer = await french.slash(elise, "etoile cast", who="jack")
    more = await french.press(elise, answer, "⋯")
    assert any(label.startswith("Montrer quand même") for label in more.labels)
    offered = [command["name_localized"] for command in elise.actor.commands(elise.channel_id)]
    assert "etoile" in offered
    french.assert_quiet()


async def test_a_bond_is_found_by_its_french_name(french: StageDriver) -> None:
    elise = await french.member()
    exes = "Jack et Geneviève\u00a0: d’égal à égale"
    assert (await french.type(elise, "etoile facts", "about", "anciens amants"))[0] == exes
    assert exes in (await french.slash(elise, "etoile facts", about="anciens amants")).open
    french.assert_quiet()


async def test_public_posts_speak_the_servers_language(french: StageDriver) -> None:
    elise = await french.member()
    answer = await french.slash(elise, "etoile status")
    posted = await french.press(elise, answer, "Partager")
    assert "Cancelled after one season" in posted.open
    assert "Annulée" not in posted.text


async def test_a_direct_message_with_the_bot_answers_without_a_share(
    driver: StageDriver,
) -> None:
    camille = (await driver.member()).at("dm")
    answer = await driver.slash(camille, "etoile cast", who="jack")
    assert "Jack McMillan" in answer.open
    assert "Share" not in answer.labels
    driver.assert_quiet()


async def test_between_two_users_the_app_that_one_has_installed_answers_and_shares(driver: StageDriver) -> None:
    world = driver.stage.world
    noor, camille = await driver.member(), await driver.member()
    world.installed_for.add(noor.id)
    there = noor.at(direct.between(world, noor.id, camille.id)["id"])
    await driver.slash(there, "progress set", episode=8)
    answer = await driver.slash(there, "etoile cast", who="jack")
    posted = await driver.press(there, answer, "Share")
    assert not posted.private
    assert "his sister" in answer.open
    assert "Jack McMillan" in posted.open
    assert [leak for text in posted.seen.everything() for leak in oracle().leaks_in(text, 0, "en")] == []
    driver.assert_quiet()


async def test_hostile_words_get_a_sentence_in_french_too(french: StageDriver) -> None:
    for text in HOSTILE:
        elise = await french.member()
        answer = await french.slash(elise, "etoile facts", about=text)
        assert answer.private
        assert answer.open.strip()
        assert answer.pings == 0
    french.assert_quiet()


async def test_no_number_beyond_the_season_reaches_anything(driver: StageDriver) -> None:
    """Discord checks numbers itself; whoever goes around it still gets a sentence."""
    camille = await driver.member()
    shown = await driver.slash(camille, "progress show")
    for part in shown.wire["components"][0]["components"]:
        for button in part.get("components", []):
            button["custom_id"] = button["custom_id"].replace("tell:1", "tell:99")
    driver.stage.world.find_message(shown.wire["id"])["components"] = shown.wire["components"]
    answer = await driver.press(camille, shown, "1")
    assert "8" in answer.open
    driver.assert_quiet()
