"""Nothing in the rehearsal's page keeps people from using it, as far as axe-core can tell.

`npm install --prefix tests/browser/axe` brings axe-core; without it these tests are skipped and say so.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import RealRehearsal

AXE = Path(__file__).parent / "axe" / "node_modules" / "axe-core" / "axe.min.js"

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core needs `npm install --prefix tests/browser/axe`"),
]

WIDE_PX = 860
"""From this width on the page has its list of members."""
COMMANDS = (
    "/etoile status",
    "/etoile help",
    "/etoile facts",
    "/progress show",
    "/poll list",
    "/party list",
    "/quiz me",
)


async def faults(page: Page) -> list[str]:
    """What axe-core finds in the page as it is."""
    if not await page.evaluate("Boolean(window.axe)"):
        await page.evaluate(AXE.read_text("utf-8"))
    found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:160]} — {node['any'][0]['message'] if node['any'] else ''}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


async def send(page: Page, command: str) -> None:
    """Use a command that needs nothing, and wait for its private answer."""
    before = await page.locator("article.ephemeral").count()
    await page.fill(".composer textarea", command)
    await expect(page.locator(".suggest [role=option]").first).to_contain_text(command)
    await page.keyboard.press("Enter")
    if await page.locator(".composer.commanding").count():
        await page.keyboard.press("Enter")
    await expect(page.locator("article.ephemeral")).to_have_count(before + 1)


@pytest.mark.parametrize("look", ["etoile", "discord"])
@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize("width", [1280, 390])
async def test_axe_finds_nothing(rehearsal: RealRehearsal, look: str, scheme: str, width: int) -> None:
    page = await rehearsal.window("Théo", color_scheme=scheme, viewport={"width": width, "height": 844})
    await page.evaluate(f"etoileLook.set('look', '{look}')")
    assert await faults(page) == [], "the foyer"
    if width > WIDE_PX:
        await page.locator(".actors summary").click()
        assert await faults(page) == [], "the list of members to act as"
    await page.fill(".composer textarea", "/")
    await expect(page.locator(".suggest [role=option]").first).to_be_visible()
    assert await faults(page) == [], "the picker"
    await page.fill(".composer textarea", "/etoile cast ")
    await expect(page.locator(".option input")).to_be_visible()
    assert await faults(page) == [], "a command that is filled in"


@pytest.mark.parametrize("scheme", ["dark", "light"])
async def test_axe_finds_nothing_in_panels_and_forms(rehearsal: RealRehearsal, scheme: str) -> None:
    page = await rehearsal.window("Théo", color_scheme=scheme, viewport={"width": 390, "height": 844})
    for command in COMMANDS:
        await send(page, command)
    assert await faults(page) == [], "private panels"
    await page.get_by_role("button", name="Dismiss message").last.click()
    await page.fill(".composer textarea", "/poll create")
    await expect(page.locator(".suggest [role=option]").first).to_contain_text("/poll create")
    await page.keyboard.press("Enter")
    if await page.locator(".composer.commanding").count():
        await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await faults(page) == [], "a form"
