"""The README's pictures, from a running rehearsal: `python -m tests.browser.take_pictures` (needs Chromium)."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

from PIL import Image
from playwright.async_api import Page, async_playwright, expect

from bot.rehearsal.page.words import words_for
from bot.rehearsal.run import opened
from tests.browser.conftest import ARGUMENTS, CHROMIUM, Windows

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
COLOURS = 200
"""A palette of so many colours makes the files a third as large, and nobody sees it."""


async def main() -> None:
    """Writes them into `docs/pictures`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(ARGUMENTS))
        async with opened(words=words_for("en"), say=print) as (address, stage):
            windows = Windows(stage=stage, address=address, browser=browser)
            await take(await windows.window("Camille", color_scheme="dark", viewport=WIDE), "rehearsal")
            await take(await the_arc(windows), "like-discord")
            await take(await kept(windows), "kept-from-spoilers")
        await browser.close()


WIDE = {"width": 1280, "height": 870}
PHONE = {"width": 390, "height": 844}


async def the_arc(windows: Windows) -> Page:
    """Results where everybody has seen everything, as Discord looks."""
    page = await windows.window("Théo", "after-the-finale", color_scheme="light", viewport=WIDE)
    await page.evaluate("etoileLook.set('look', 'discord')")
    await page.locator("article.message").last.get_by_role("button", name="Results").click()
    await expect(page.locator("article.ephemeral .picture img")).to_be_visible()
    return page


async def kept(windows: Windows) -> Page:
    """What a member who has not started is told of a character, on a phone."""
    page = await windows.window("Camille", color_scheme="dark", viewport=PHONE, has_touch=True)
    await page.evaluate("etoileLook.set('look', 'discord')")
    await page.get_by_role("button", name="as Camille, who has not started").click()
    await expect(page.locator("article.ephemeral")).to_contain_text("Geneviève")
    return page


async def take(page: Page, name: str) -> None:
    """Writes what the window shows, once pictures have come and nothing moves any more."""
    await page.wait_for_load_state("networkidle")
    await page.locator(".composer textarea").blur()
    await page.wait_for_timeout(700)
    shot = Image.open(io.BytesIO(await page.screenshot())).convert("RGB")
    small = shot.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(FOLDER / f"{name}.png", optimize=True)
    print(FOLDER / f"{name}.png")


if __name__ == "__main__":
    asyncio.run(main())
