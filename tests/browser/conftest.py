"""A browser, a page over a stage with a bot on strings, and one real rehearsal, for the tests of this directory."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from bot.rehearsal.page.app import Page as Rehearsal
from bot.rehearsal.page.words import words_for
from bot.rehearsal.run import opened
from bot.rehearsal.seed import foyer_stage
from bot.stage.server import HOST, Stage
from tests.browser.puppet import Puppet

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 8000


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, once for all tests. A machine without one skips them, except in CI, which installs it."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed")
        pytest.skip("Chromium is not installed")
    async with async_playwright() as playwright:
        found = await playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(ARGUMENTS))
        yield found
        await found.close()


@dataclass(kw_only=True)
class Windows:
    """Opens browser windows as members; notes what goes wrong in them."""

    stage: Stage
    address: str
    browser: Browser
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    async def window(self, member: str = "Camille", channel: str = "foyer", **settings: Any) -> Page:
        """A window of its own browser profile, at a channel by its name."""
        options: dict[str, Any] = {"viewport": {"width": 1280, "height": 860}, "locale": "en-US", **settings}
        context = await self.browser.new_context(**options)
        context.set_default_timeout(PATIENCE_MS)
        self.contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.faults.append(f"{member}: {error}"))
        page.on("console", lambda line: self._note(member, line.type, line.text))
        await page.goto(f"{self.address}?as={self.stage.member(member).id}#{self.stage.channel_named(channel)['id']}")
        await page.wait_for_selector(".composer textarea", state="attached")
        await page.wait_for_selector(".bot-state[data-state]")
        return page

    def _note(self, member: str, kind: str, text: str) -> None:
        # Refusals (409) and things that are gone (404) are answers; Chromium logs them as errors all the same.
        if kind == "error" and "Failed to load resource" not in text:
            self.faults.append(f"{member}: {text}")


@dataclass(kw_only=True)
class Theatre(Windows):
    """A page over a stage whose bot is a puppet."""

    served: Rehearsal
    puppet: Puppet


@pytest_asyncio.fixture(loop_scope="session")
async def theatre(browser: Browser) -> AsyncIterator[Theatre]:
    """A fresh world; at the end no window may have logged an error (a broken content policy is one)."""
    stage = foyer_stage()
    served = Rehearsal(stage)
    runner = web.AppRunner(served.app(), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    address = f"http://{HOST}:{runner.addresses[0][1]}/"
    made = Theatre(stage=stage, served=served, puppet=Puppet(stage), address=address, browser=browser)
    yield made
    for context in made.contexts:
        await context.close()
    await runner.cleanup()
    assert made.faults == []


@dataclass(frozen=True, kw_only=True)
class RealRehearsal:
    """The real bot on the stage, as `etoile rehearse` runs it."""

    address: str
    stage: Stage
    window: Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def rehearsal(browser: Browser) -> AsyncIterator[RealRehearsal]:
    """One rehearsal for the tests of a file, which act in it as different members. Its bot waits in vain for what the
    stage sends while tests run in which it does nothing: so it ends with its file."""
    said: list[str] = []
    async with opened(words=words_for("en"), say=said.append) as (address, stage):
        theatre = Windows(address=address, stage=stage, browser=browser)
        yield RealRehearsal(address=address, stage=stage, window=theatre.window)
        for context in theatre.contexts:
            await context.close()
