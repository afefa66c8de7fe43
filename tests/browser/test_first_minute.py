"""The first minute of somebody who knows nothing: the welcome's six tries, and a page that is easy to begin with."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from bot.rehearsal.prefill import Hand
from bot.stage import messages, threads
from tests.browser.conftest import RealRehearsal, Theatre
from tests.browser.puppet import button, row, text

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_welcome_is_what_one_finds_and_the_cursor_waits_in_the_field(rehearsal: RealRehearsal) -> None:
    page = await rehearsal.window("Camille")
    welcome = page.locator(".welcome")
    await expect(welcome).to_be_in_viewport()
    await expect(welcome.get_by_role("listitem")).to_have_count(6)
    await expect(page.locator(".composer textarea")).to_be_focused()


async def test_the_six_tries(rehearsal: RealRehearsal) -> None:
    """The status, a spoiler kept from one and told to another, a vote that counts, a quiz, a party, a kill."""
    page = await rehearsal.window("Camille")
    await page.get_by_role("button", name="/etoile status", exact=True).click()
    await expect(page.locator("article.ephemeral").last).to_contain_text("ancel")

    await page.get_by_role("button", name="as Camille, who has not started").click()
    kept = page.locator("article.ephemeral").last
    await expect(kept).to_contain_text("Geneviève")
    little = len(await kept.inner_text())
    await page.get_by_role("button", name="as Théo, who has seen it all").click()
    await expect(page.locator(".actors summary")).to_contain_text("Théo")
    told = page.locator("article.ephemeral").last
    await expect(told).to_contain_text("Geneviève")
    assert len(await told.inner_text()) > little + 100

    page = await rehearsal.window("Camille")
    await page.get_by_role("button", name="Show the poll").click()
    card = page.locator("article.message:not(.ephemeral)", has_text="whose side are you on?").last
    await expect(card).to_contain_text("11 ballots")
    await card.locator(".section", has_text="Paris: Geneviève").get_by_role("button", name="Vote").click()
    await expect(card).to_contain_text("12 ballots")

    await page.get_by_role("button", name="/quiz me", exact=True).click()
    await expect(page.locator("article.ephemeral").last).to_contain_text("Question 1 of 10")

    await page.get_by_role("button", name="Go to #salle-de-projection").click()
    await expect(page.locator(".place h1")).to_have_text("salle-de-projection")
    party = page.locator("article.message", has_text="🎬 Episode 1").last
    await expect(party).to_contain_text("@Noor")

    await page.go_back()
    await page.locator(".welcome").get_by_role("button", name="Kill the bot").click()
    await expect(page.locator(".bot-words")).to_have_text("The bot was killed…")
    await expect(page.locator(".bot-words")).to_have_text("The bot is online", timeout=30_000)
    await card.get_by_role("button", name="My ballot").click()
    await expect(page.locator("article.ephemeral").last).to_contain_text("Paris: Geneviève")
    await forgotten(rehearsal, "Camille")


async def forgotten(rehearsal: RealRehearsal, name: str) -> None:
    """The bot forgets a member, who is as new to the tests that come after in the same rehearsal."""
    member = Hand(rehearsal.stage, name)
    await member.press(await member.slash("foyer", "mydata delete"), ":mydata:delete$")


async def test_what_has_happened_already(rehearsal: RealRehearsal) -> None:
    """A recap behind its curtain, an arc with a shape, a club that meets every week; nothing private is left over."""
    page = await rehearsal.window("Noor")
    await expect(page.locator("article.message", has_text="Théo").locator(".curtain .cover").first).to_be_visible()
    theo = await rehearsal.window("Théo", "after-the-finale")
    await expect(theo.locator("article.ephemeral")).to_have_count(0)
    await theo.locator("article.message").last.get_by_role("button", name="Results").click()
    picture = theo.locator("article.ephemeral .picture img").last
    await expect(picture).to_have_attribute("alt", re.compile("strikes back at 7"))
    screen = await rehearsal.window("Élise", "salle-de-projection")
    await expect(screen.locator("article.message", has_text="every Friday at 21:00")).to_be_visible()


async def test_the_picker_begins_with_what_people_use(rehearsal: RealRehearsal) -> None:
    page = await rehearsal.window("Margot")
    await page.keyboard.type("/")
    await expect(page.locator(".suggest [role=option]").first).to_contain_text("/etoile status")
    names = await page.locator(".suggest [role=option] b").all_inner_texts()
    kinds = [name.split()[0] for name in names]
    assert {"/recap", "/party", "/poll", "/progress"} <= set(kinds[:9])
    assert kinds.index("/mydata") > kinds.index("/poll")


async def test_typing_without_a_click_goes_into_the_field(theatre: Theatre) -> None:
    page = await theatre.window()
    await page.locator(".place h1").click()
    await page.keyboard.type("hello")
    await expect(page.locator(".composer textarea")).to_have_value("hello")


async def test_the_look_can_be_discords_dark_and_light_and_stays(theatre: Theatre) -> None:
    page = await theatre.window(color_scheme="dark")
    ground = "getComputedStyle(document.querySelector('main')).backgroundColor"
    for choice, expected in (("like Discord", "rgb(49, 51, 56)"), ("light", "rgb(255, 255, 255)")):
        await page.locator(".looks summary").click()
        await page.locator(".looks").get_by_role("button", name=choice, exact=True).click()
        assert await page.evaluate(ground) == expected
        await page.locator(".place h1").click()
    await page.reload()
    await page.wait_for_selector(".bot-state[data-state]")
    assert await page.evaluate(ground) == "rgb(255, 255, 255)"


async def test_a_wide_window_lists_the_members_and_one_acts_as_them(theatre: Theatre) -> None:
    page = await theatre.window("Camille")
    members = page.get_by_role("complementary", name="Members")
    await expect(members.get_by_role("listitem")).to_have_count(13)
    await expect(members.get_by_role("heading").first).to_contain_text("Régie")
    await members.get_by_role("button", name="Noor").click()
    await expect(page.locator(".actors summary")).to_contain_text("Noor")


async def test_the_note_on_top_can_be_closed_for_good(theatre: Theatre) -> None:
    page = await theatre.window()
    await page.get_by_role("button", name="Close this note").click()
    await page.reload()
    await page.wait_for_selector(".bot-state[data-state]")
    await expect(page.locator(".banner")).to_have_count(0)


async def test_the_first_message_of_a_thread_is_the_message_itself(theatre: Theatre) -> None:
    world = theatre.stage.world
    card = theatre.puppet.post("foyer", text("Coming (1)"), row(button("Going", "going")))
    thread = threads.start(world, card["channel_id"], world.bot_id, {"name": "the party", "type": 11}, message=card)
    page = await theatre.window("Noor")
    await page.locator(".rail").get_by_text("the party").click()
    await expect(page.locator(".place h1")).to_have_text("the party")
    await expect(page.locator("article.message")).to_have_count(1)
    await expect(page.locator("article.message")).to_contain_text("Coming (1)")
    messages.edit(world, world.messages[card["channel_id"]][card["id"]], {"components": [text("Coming (2)")]})
    await expect(page.locator("article.message")).to_contain_text("Coming (2)")
    assert thread["id"] == card["id"]


async def test_a_button_in_a_threads_first_message_belongs_to_the_message_itself(theatre: Theatre) -> None:
    world = theatre.stage.world
    card = theatre.puppet.post("foyer", text("Coming (1)"), row(button("Going", "going")))
    theatre.puppet.answers["going"] = lambda wire: {"type": 6}
    threads.start(world, card["channel_id"], world.bot_id, {"name": "the party", "type": 11}, message=card)
    page = await theatre.window("Noor")
    await page.locator(".rail").get_by_text("the party").click()
    await expect(page.locator(".place h1")).to_have_text("the party")
    await expect(page.locator("article.message")).to_have_count(1)
    await page.get_by_role("button", name="Going").click()
    await expect(page.locator(".btn.busy")).to_have_count(0)
    assert theatre.puppet.seen[-1]["message"]["id"] == card["id"]


async def test_what_a_message_replies_to_is_told_in_words(theatre: Theatre) -> None:
    camille, noor = theatre.stage.member("Camille"), theatre.stage.member("Noor")
    foyer = theatre.stage.channel_named("foyer")["id"]
    first = camille.send(foyer, f"<@{noor.id}> a seat until <t:1796068800:t> in <#{foyer}>, ||a secret||")
    noor.send(foyer, "thanks", reply_to=first["id"])
    page = await theatre.window("Théo", timezone_id="Europe/Paris")
    above = page.locator("article.message", has_text="thanks").locator(".above")
    await expect(above).to_contain_text("@Noor a seat until 9:00")
    await expect(above).to_contain_text("in # foyer")
    await expect(above).not_to_contain_text("secret")
