"""The pictures of the guides, from running rehearsals: `python -m tests.browser.guide_pictures` (needs Chromium).

Each is one message as Discord draws it, in English and in French, made by the bot's own commands and buttons.
"""

from __future__ import annotations

import asyncio
import io
import re
import sys
from collections.abc import Awaitable, Callable

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from bot.rehearsal.page.words import words_for
from bot.rehearsal.run import opened
from bot.stage.attachments import walk
from bot.stage.payloads import Wire
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL
from tests.browser.conftest import ARGUMENTS, CHROMIUM, Windows
from tests.browser.take_pictures import COLOURS, FOLDER
from tests.support.stage import StageMember, modal_fields, until, visible_text

GUIDE = FOLDER / "guide"
NARROW = {"width": 600, "height": 1400}
FOYER, FINALE, SCREEN, STAFF = "foyer", "after-the-finale", "salle-de-projection", "coulisses"
READER = {"en": "Noor", "fr": "Élise"}

Scene = Callable[[StageMember], Awaitable[Wire]]


def control(message: Wire, part: str) -> str:
    """The custom id on a message that has these words."""
    return next(str(one["custom_id"]) for one in walk(message["components"]) if part in str(one.get("custom_id")))


async def posted(host: StageMember, words: str, **options: object) -> Wire:
    """The card that comes of a preview."""
    before = {one["id"] for one in host.reads()}
    preview = host.answer(await host.slash(words, **options))
    await host.press(preview, control(preview, ":post:"))
    return await until(lambda: card_among(host, before), what=words)


def card_among(host: StageMember, before: set[str]) -> Wire | None:
    """The newest public message of the bot that was not there before."""
    new = [one for one in host.reads() if one["id"] not in before and not one["flags"] & EPHEMERAL]
    return next((one for one in reversed(new) if one["author"].get("bot") and one["components"]), None)


async def progress(me: StageMember) -> Wire:
    return me.answer(await me.at(FOYER).slash("progress set", episode=4))


async def facts(me: StageMember) -> Wire:
    return me.answer(await me.at(FOYER).slash("etoile status"))


async def recap(me: StageMember) -> Wire:
    return me.answer(await me.at(FOYER).slash("recap episode", number=2))


async def poll(me: StageMember) -> Wire:
    place = me.at(FINALE)
    card = await posted(place, "poll preset", name="jack-or-genevieve", closes="in 3 days")
    votes = [control(card, f":vote:{card_id(card)}:{side}") for side in (0, 1)]
    for number, name in enumerate(("Théo", "Wren", "Margot", "Luc", "Amara")):
        await StageMember(me.stage, name, FINALE).press(card, votes[number % 2])
    return await drawn(me.stage, card, "5")


def card_id(card: Wire) -> str:
    """The number of a poll, from the controls on its card."""
    return control(card, ":vote:").split(":")[3]


async def party(me: StageMember) -> Wire:
    place = me.at(SCREEN)
    await place.slash("party zone", city="Europe/Paris")
    card = await posted(place, "party schedule", when="in 2 days", episode=3, seats=6)
    for name in ("Théo", "Wren", "Solène"):
        await StageMember(me.stage, name, SCREEN).press(card, control(card, ":answer:going"))
    return await drawn(me.stage, card, "4")


async def drawn(stage: Stage, card: Wire, count: str) -> Wire:
    """The card, once it says so many."""
    await until(
        lambda: re.search(
            rf"\b{count} (of|sur|ballots|bulletins)\b", visible_text(stage.world.find_message(card["id"]))
        ),
        what=f"{count} on the card",
    )
    return stage.world.find_message(card["id"])


async def quiz(me: StageMember) -> Wire:
    return me.answer(await me.at(FOYER).slash("quiz me"))


async def mydata(me: StageMember) -> Wire:
    return me.answer(await me.at(FOYER).slash("mydata show"))


async def club(me: StageMember) -> Wire:
    host = StageMember(me.stage, "Margot" if me.name == "Noor" else me.name, SCREEN)
    return host.answer(await host.slash("club start", first="in 6 days", every="every week"))


async def veil(me: StageMember) -> Wire:
    place = StageMember(me.stage, "Théo" if me.name == "Noor" else me.name, FOYER)
    said = "I had to pause after that scene." if me.name == "Noor" else "J’ai dû mettre en pause après cette scène."
    shown = await place.slash("veil write")
    assert shown.modal is not None
    text, spoils = (field for _, field in modal_fields(shown.modal))
    before = {one["id"] for one in place.reads()}
    await place.submit_fields(shown, {text: said, spoils: "5"})
    return await until(lambda: card_among(place, before), what="the veiled message")


async def setup(me: StageMember) -> Wire:
    margot = StageMember(me.stage, "Margot", STAFF)
    return margot.answer(await margot.slash("etoile-admin setup"))


async def horizons(me: StageMember) -> Wire:
    margot = StageMember(me.stage, "Margot", STAFF)
    return margot.answer(await margot.slash("etoile-admin horizons"))


SCENES: dict[str, Scene] = {
    scene.__name__: scene
    for scene in (progress, facts, recap, poll, party, quiz, mydata, club, veil, setup, horizons)
}  # fmt: skip


async def in_language(browser: Browser, language: str, wanted: set[str]) -> None:
    """All scenes, played in one rehearsal whose people speak this language."""
    async with opened(words=words_for(language), say=print) as (address, stage):
        if language == "fr":
            await speak_french(stage)
        windows = Windows(stage=stage, address=address, browser=browser)
        for name, scene in SCENES.items():
            if wanted and name not in wanted:
                continue
            message = await scene(StageMember(stage, READER[language], FOYER))
            await take(windows, stage, message, f"{name}-{language}")


async def speak_french(stage: Stage) -> None:
    """Margot, who moderates, is French from now on, and sets the server's language."""
    margot = StageMember(stage, "Margot", STAFF)
    stage.world.locales[margot.id] = "fr"
    await StageMember(stage, "Élise").slash("progress set", episode=4)
    shown = margot.answer(await margot.slash("etoile-admin setup"))
    await margot.press(shown, control(shown, "language"))
    await margot.choose(margot.stage.world.find_message(shown["id"]), "fr", menu="v1:setup:locale")


async def take(windows: Windows, stage: Stage, message: Wire, name: str) -> None:
    """Writes what somebody sees of the message who may see it."""
    likely = [stage.member(READER[name[-2:]]).id, *stage.world.actors]
    reader = next(one for one in likely if stage.world.may_see_message(one, message))
    place = stage.world.channels[message["channel_id"]]["name"]
    page = await windows.window(
        stage.world.display_name(reader), place, color_scheme="dark", viewport=NARROW, device_scale_factor=1.5
    )
    await page.evaluate("etoileLook.set('look', 'discord')")
    article = page.locator(f"article[data-message='{message['id']}']")
    await page.locator(".composer textarea").blur()
    await page.wait_for_load_state("networkidle")
    await page.wait_for_timeout(1000)
    shot = Image.open(io.BytesIO(await article.screenshot())).convert("RGB")
    small = shot.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    GUIDE.mkdir(parents=True, exist_ok=True)
    small.save(GUIDE / f"{name}.png", optimize=True)
    print(GUIDE / f"{name}.png", small.size)
    await close(page)


async def close(page: Page) -> None:
    await page.context.close()


async def main(wanted: set[str]) -> None:
    """Writes those that are named, or all, into `docs/pictures/guide`."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(ARGUMENTS))
        for language in ("en", "fr"):
            await in_language(browser, language, wanted)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(set(sys.argv[1:])))
