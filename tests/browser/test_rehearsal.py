"""The main path with the real bot: ask, be answered, kill it, and go on with the same buttons."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys

import pytest
from playwright.async_api import Locator, Page, expect

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
    await answer.get_by_role("button", name="Share", exact=True).click()
    await expect(page.locator("article.message:not(.ephemeral)").last).to_contain_text("ancel")
    assert rehearsal.stage.unknown_routes == []


async def ask(page: Page, command: str, typed: str | None = None) -> Locator:
    """Send a command as a member types it, with words for its first option; gives the private answer."""
    before = await page.locator("article.ephemeral").count()
    await page.fill(".composer textarea", command if typed is None else f"{command} ")
    if typed is None:
        await expect(page.locator(".suggest [role=option]").first).to_contain_text(command)
        await page.keyboard.press("Enter")
    else:
        await page.locator(".option input").first.fill(typed)
        await expect(page.locator(".suggest [aria-selected=true]")).to_be_visible()
        await page.keyboard.press("Enter")
    if await page.locator(".composer.commanding").count():
        await page.keyboard.press("Enter")
    await expect(page.locator("article.ephemeral")).to_have_count(before + 1)
    return page.locator("article.ephemeral").last


async def whole(page: Page) -> str:
    """All that the document holds, attributes and hidden parts included."""
    return await page.evaluate("document.documentElement.outerHTML")


SPOILER = "leaves ballet shoes"
"""Of Cheyenne's page: what spoils episode 2."""
LATER = "artistic directorship"
"""Of the same page: what spoils episode 8."""


async def test_from_a_question_to_what_each_may_see(rehearsal: RealRehearsal) -> None:
    """Show anyway, share, and be asked for one's own by a member who has not started."""
    camille, noor = await rehearsal.window("Camille"), await rehearsal.window("Noor")
    answer = await ask(noor, "/etoile cast", "cheyene")
    await expect(answer).to_contain_text(SPOILER)
    assert LATER not in await whole(noor)
    await answer.get_by_role("button", name="⋯", exact=True).last.click()
    await answer.get_by_role("button", name="Show anyway (spoils episodes 1 to 8)").click()
    await expect(answer).to_contain_text(LATER)
    await answer.get_by_role("button", name="Share", exact=True).click()

    shared = camille.locator("article.message:not(.ephemeral)").last
    await expect(shared).to_contain_text("@Noor asked me")
    await expect(shared.locator(".cover")).to_have_count(0)  # cut to what the foyer may speak of
    for secret in (SPOILER, LATER):
        assert secret not in await whole(camille), secret
    await shared.get_by_role("button", name="Show me what I may see").click()
    own = camille.locator("article.ephemeral").last
    await expect(own).to_contain_text("Which episode did you finish last?")
    for secret in (SPOILER, LATER):
        assert secret not in await whole(camille), secret
    await own.get_by_role("button", name="2", exact=True).click()
    await expect(own).to_contain_text(SPOILER)
    assert LATER not in await whole(camille)
    await own.get_by_role("button", name="Undo").click()
    await expect(own).to_contain_text("You haven’t told me")
    assert SPOILER not in await whole(camille)
    await expect(noor.locator("article.message", has_text="You haven’t told me")).to_have_count(0)
    assert rehearsal.stage.unknown_routes == []


async def test_where_the_finale_may_be_discussed_nothing_is_covered(rehearsal: RealRehearsal) -> None:
    theo = await rehearsal.window("Théo", "after-the-finale")
    answer = await ask(theo, "/etoile cast", "cheyenne")
    await answer.get_by_role("button", name="Share", exact=True).click()
    shared = theo.locator("article.message:not(.ephemeral)").last
    await expect(shared).to_contain_text(LATER)
    await expect(shared.locator(".cover")).to_have_count(0)


async def test_french_on_a_phone(rehearsal: RealRehearsal) -> None:
    """Answers in the member's French, what is shared in the server's English, and nothing wider than the phone."""
    elise = await rehearsal.window("Élise", viewport={"width": 390, "height": 844})
    status = await ask(elise, "/etoile statut")
    await expect(status.get_by_role("heading")).to_have_text("✖ Annulée après une seule saison")
    await expect(status.get_by_role("heading")).to_be_in_viewport()
    episode = await ask(elise, "/etoile épisode", "4")
    await expect(episode.get_by_role("heading")).to_have_text("Épisode 4 · «\u00a0The Hiccup\u00a0»")
    await episode.get_by_role("button", name="Partager", exact=True).click()
    await expect(elise.locator("article.message:not(.ephemeral)").last).to_contain_text("shares the answer")
    width = "[document.documentElement, ...document.querySelectorAll('article')].map((e) => e.scrollWidth)"
    assert max(await elise.evaluate(width)) <= 390


async def test_lists_are_turned_opened_and_left_again(rehearsal: RealRehearsal) -> None:
    margot = await rehearsal.window("Margot", "coulisses")
    answer = await ask(margot, "/etoile glossary")
    await answer.get_by_role("button", name="▶").click()
    await expect(answer).to_contain_text("Page 2 of")
    await answer.locator(".select-open").click()
    await answer.get_by_role("option").first.click()
    await answer.get_by_role("button", name="⋯", exact=True).last.click()
    await answer.get_by_role("button", name="All words").click()
    await expect(answer).to_contain_text("Page 1 of")
    helped = await ask(margot, "/etoile help")
    await expect(helped).to_contain_text("For moderators")


async def test_windows_that_act_at_once_lose_nothing(rehearsal: RealRehearsal) -> None:
    """Five members ask and share in the same moment; each gets an answer, and everybody sees all that was shared."""
    windows = [await rehearsal.window(name) for name in ("Camille", "Noor", "Théo", "Margot", "Élise")]
    posted = windows[0].locator("article.message:not(.ephemeral)", has_text=re.compile("shares the answer"))
    before = await posted.count()
    answers = await asyncio.gather(*(ask(window, "/etoile glossary", "arabesque") for window in windows))
    shares = [answer.get_by_role("button", name=re.compile("^(Share|Partager)$")) for answer in answers]
    await asyncio.gather(*(share.click() for share in shares))
    for window in windows:
        seen = window.locator("article.message:not(.ephemeral)", has_text=re.compile("shares the answer"))
        await expect(seen).to_have_count(before + len(windows))
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
    async with asyncio.timeout(60):
        rest = (await process.stdout.read()).decode()
        assert await process.wait() == 0
    assert "nothing of it is left" in rest
    assert list(tmp_path.iterdir()) == []


async def test_the_picker_offers_french_names_and_sends_them(rehearsal: RealRehearsal) -> None:
    elise = await rehearsal.window("Élise")
    offered = elise.locator(".suggest [role=option]")
    for typed, named in (
        ("/soir", "/soirée planifier"),
        ("/progr", "/progression définir"),
        ("/sond", "/sondage créer"),
    ):
        await elise.fill(".composer textarea", typed)
        await expect(offered.filter(has_text=named)).to_be_visible()
    recap = await ask(elise, "/récap épisode", "2")
    await expect(recap).to_contain_text("Résumé · épisode 2")
