"""The main path with the real bot: ask, be answered, kill it, and go on with the same buttons."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import pytest
from playwright.async_api import expect

from tests.browser.conftest import RealRehearsal

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_status_is_answered_and_its_buttons_outlive_a_kill(rehearsal: RealRehearsal) -> None:
    page = await rehearsal.window("Camille")
    await page.fill(".composer textarea", "/etoile status")
    await expect(page.locator(".suggest [role=option]").first).to_contain_text("/etoile status")
    await page.keyboard.press("Enter")
    answer = page.locator("article.ephemeral").last
    await expect(answer).to_contain_text("ancel")
    await page.locator(".kill").click()
    await expect(page.locator(".bot-words")).to_have_text("The bot was killed…")
    await expect(page.locator(".bot-words")).to_have_text("The bot is starting…")
    await expect(page.locator(".bot-words")).to_have_text("The bot is online", timeout=30_000)
    await answer.get_by_role("button", name="Share here").click()
    await expect(page.locator("article.message:not(.ephemeral)").last).to_contain_text("ancel")
    assert rehearsal.stage.unknown_routes == []


async def test_skipping_ahead_moves_the_clock_of_every_window(rehearsal: RealRehearsal) -> None:
    first, second = await rehearsal.window("Noor"), await rehearsal.window("Théo")
    before = rehearsal.stage.clock.offset
    await first.locator(".skips summary").click()
    await first.get_by_role("button", name="10 minutes").click()
    await expect(first.locator(".toast")).to_contain_text("10 min")
    assert rehearsal.stage.clock.offset - before == pytest.approx(600, abs=1)
    moved = "Number(document.querySelector('.stage-clock time').textContent.length)"
    assert await second.evaluate(moved) > 0


async def test_ctrl_c_ends_everything(tmp_path) -> None:
    environment = {
        **os.environ,
        "LANG": "C.UTF-8",
        "TMPDIR": str(tmp_path),
        "DISCORD_TOKEN": "",
        "PYTHONUNBUFFERED": "1",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "rehearse", "--port", "0", stdout=asyncio.subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    lines: list[str] = []
    async with asyncio.timeout(60):
        while not any("http://127.0.0.1:" in line for line in lines):
            lines.append((await process.stdout.readline()).decode())
    assert list(tmp_path.iterdir()) != []
    process.send_signal(signal.SIGINT)
    async with asyncio.timeout(20):
        rest = (await process.stdout.read()).decode()
        assert await process.wait() == 0
    assert "nothing of it is left" in rest
    assert list(tmp_path.iterdir()) == []
