"""The rehearsal page as its viewers use it: what is closed stays closed, what is typed is not lost, windows agree."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
from playwright.async_api import Page, expect

from bot.stage import messages
from bot.stage.attachments import Upload
from tests.browser.conftest import Theatre
from tests.browser.puppet import button, container, modal_values, redraw, reply, row, text

pytestmark = pytest.mark.asyncio(loop_scope="session")

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)
STATUS = {
    "name": "etoile",
    "description": "Facts about the series",
    "options": [
        {
            "type": 1,
            "name": "status",
            "description": "Where the series stands",
            "name_localizations": {"fr": "statut"},
            "description_localizations": {"fr": "Où en est la série"},
        },
        {
            "type": 1,
            "name": "facts",
            "description": "One fact",
            "options": [
                {"type": 3, "name": "about", "description": "What about?", "autocomplete": True, "required": True},
                {"type": 4, "name": "number", "description": "Which one"},
            ],
        },
    ],
}


async def compose(page: Page, content: str) -> None:
    """Type into the composer."""
    await page.fill(".composer textarea", content)


async def everything(page: Page) -> str:
    """All that the document holds: text, attributes, what is read aloud."""
    return await page.evaluate("document.documentElement.outerHTML")


async def test_what_is_closed_is_nowhere_in_the_document(theatre: Theatre) -> None:
    noor = theatre.stage.member("Noor")
    foyer = theatre.stage.channel_named("foyer")["id"]
    theatre.puppet.post("foyer", text("Recap"), container(text("the curtain ||Odette|| falls"), spoiler=True))
    files = [Upload(filename="SPOILER_who-dies.png", data=PIXEL, description="the one who dies")]
    noor.send(foyer, "before ||the swan|| after", files=files)
    page = await theatre.window()
    await expect(page.locator("article.message").last).to_contain_text("before")
    for secret in ("curtain falls", "the curtain", "Odette", "the swan", "who-dies", "the one who dies"):
        assert secret not in await everything(page), secret

    await page.locator(".spoiler").last.click()
    await expect(page.locator("article.message").last).to_contain_text("before the swan after")
    await page.locator(".curtain .cover").click()
    await expect(page.locator(".container")).to_contain_text("the curtain")
    assert "Odette" not in await everything(page)
    await page.locator(".container .spoiler").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".container")).to_have_text("the curtain Odette falls")
    await page.locator(".veiled .cover").click()
    await expect(page.get_by_alt_text("the one who dies")).to_be_visible()


async def test_an_opened_part_stays_open_through_an_edit_and_a_changed_one_closes(theatre: Theatre) -> None:
    def panel(count: int, secret: str) -> tuple[dict[str, Any], ...]:
        return text(f"{count} votes"), container(text(secret), spoiler=True)

    message = theatre.puppet.post("foyer", *panel(1, "the first secret"))
    page = await theatre.window()
    await page.click(".curtain .cover")
    await expect(page.locator(".container")).to_have_text("the first secret")
    messages.edit(theatre.stage.world, message, {"components": list(panel(2, "the first secret"))})
    await expect(page.get_by_text("2 votes")).to_be_visible()
    await expect(page.locator(".container")).to_have_text("the first secret")
    message = theatre.stage.world.find_message(message["id"])
    messages.edit(theatre.stage.world, message, {"components": list(panel(3, "the second secret"))})
    await expect(page.get_by_text("3 votes")).to_be_visible()
    await expect(page.locator(".curtain .cover")).to_be_visible()
    assert "second secret" not in await everything(page)


async def test_members_text_is_never_markup(theatre: Theatre) -> None:
    page = await theatre.window()
    hostile = "<img src=x onerror=alert(1)> <script>alert(2)</script> [x](javascript:alert(3)) &amp; \"'>"
    theatre.stage.member("Noor").send(theatre.stage.channel_named("foyer")["id"], hostile)
    last = page.locator("article.message").last
    await expect(last).to_contain_text(hostile)
    assert await last.locator("script, img, a[href^=javascript]").count() == 0


async def test_a_command_is_found_filled_in_and_answered_to_its_user_alone(theatre: Theatre) -> None:
    theatre.puppet.commands(STATUS)
    theatre.puppet.answers["complete etoile facts"] = lambda wire: {
        "type": 8,
        "data": {"choices": [{"name": "The renewal", "value": "renewal"}, {"name": "Cheyenne", "value": "cheyenne"}]},
    }
    theatre.puppet.answers["etoile facts"] = lambda wire: reply(text("only for you"), ephemeral=True)
    camille, noor = await theatre.window("Camille"), await theatre.window("Noor")
    await compose(camille, "/fac")
    await expect(camille.locator(".suggest [role=option]")).to_have_text(["/etoile factsOne fact"])
    await camille.keyboard.press("Enter")
    await expect(camille.locator(".suggest")).to_contain_text("Cheyenne")
    await camille.keyboard.type("ren")
    await expect(camille.locator(".suggest [aria-selected=true]")).to_have_text("The renewal")
    await camille.keyboard.press("Tab")
    await camille.click(".option-add")
    await camille.keyboard.type("3")
    await camille.keyboard.press("Enter")
    answer = camille.locator("article.ephemeral")
    await expect(answer).to_contain_text("only for you")
    await expect(answer.locator(".above")).to_have_text(re.compile("Camille used /etoile facts"))
    assert await noor.locator("article.ephemeral").count() == 0
    sent = {one["name"]: one["value"] for one in theatre.puppet.seen[-1]["data"]["options"][0]["options"]}
    assert sent == {"about": "renewal", "number": 3}
    await answer.get_by_role("button", name="Dismiss message").click()
    await expect(answer).to_have_count(0)


async def test_a_command_typed_faster_than_the_list_comes_is_still_a_command(theatre: Theatre) -> None:
    theatre.puppet.commands(STATUS)
    theatre.puppet.answers["etoile status"] = lambda wire: reply(text("cancelled"), ephemeral=True)
    page = await theatre.window()
    theatre.stage.world.tell("commands", {})  # the window forgets its list and has to ask again
    await compose(page, "/etoile status")
    await page.keyboard.press("Enter")
    await expect(page.locator("article.ephemeral")).to_contain_text("cancelled")
    assert not any(
        message["content"] == "/etoile status"
        for message in theatre.stage.member("Noor").reads(theatre.stage.channel_named("foyer")["id"])
    )


async def test_a_missing_or_wrong_option_is_said_and_nothing_is_sent(theatre: Theatre) -> None:
    theatre.puppet.commands(STATUS)
    page = await theatre.window()
    await compose(page, "/etoile facts ")
    await page.locator(".option input").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".toast")).to_have_text("about is required.")
    await page.keyboard.type("anything")
    await page.click(".option-add")
    await page.keyboard.type("three")
    await page.keyboard.press("Enter")
    await expect(page.locator(".toast").last).to_have_text("number must be a number.")
    assert all(wire["type"] == 4 for wire in theatre.puppet.seen)


async def test_a_french_member_reads_french(theatre: Theatre) -> None:
    theatre.puppet.commands(STATUS)
    page = await theatre.window("Élise", locale="fr-FR")
    assert await page.get_attribute("html", "lang") == "fr"
    await expect(page.locator(".banner")).to_contain_text("rien n’atteint Discord")
    await compose(page, "/stat")
    await expect(page.locator(".suggest [role=option]")).to_have_text("/etoile statutOù en est la série")


async def test_an_application_that_stays_silent_is_told(theatre: Theatre) -> None:
    theatre.puppet.commands(STATUS)
    theatre.puppet.post("foyer", row(button("Press me", "nobody")))
    page = await theatre.window()
    await compose(page, "/etoile status")
    await expect(page.locator(".suggest [role=option]")).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("The application did not respond")).to_be_visible()
    await page.get_by_role("button", name="Press me").click()
    await expect(page.get_by_text("This interaction failed")).to_be_visible()


async def test_a_modal_that_fails_keeps_what_was_typed(theatre: Theatre) -> None:
    form = {
        "title": "Create a poll",
        "custom_id": "form",
        "components": [
            {"type": 18, "label": "Question", "component": {"type": 4, "custom_id": "q", "style": 1, "min_length": 5}},
            {"type": 18, "label": "Options", "component": {"type": 4, "custom_id": "o", "style": 2, "value": "A\nB"}},
            {
                "type": 18,
                "label": "When",
                "component": {
                    "type": 21,
                    "custom_id": "r",
                    "options": [{"label": "Live", "value": "live"}, {"label": "At the end", "value": "end"}],
                },
            },
        ],
    }
    theatre.puppet.post("foyer", row(button("Open", "open")))
    theatre.puppet.answers["open"] = lambda wire: {"type": 9, "data": form}
    page = await theatre.window()
    await page.get_by_role("button", name="Open").click()
    dialog = page.get_by_role("dialog", name="Create a poll")
    await dialog.get_by_role("button", name="Submit").click()
    await expect(dialog.locator(".fault").first).to_have_text("This field is required.")
    await dialog.get_by_label("Question").fill("Whose side are you on?")
    await dialog.get_by_label("At the end").check()
    await dialog.get_by_role("button", name="Submit").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("what you typed is still here")
    await expect(dialog.get_by_label("Question")).to_have_value("Whose side are you on?")

    theatre.puppet.answers["form"] = lambda wire: reply(text("posted"))
    await dialog.get_by_role("button", name="Submit").click()
    await expect(page.locator("article.message").last).to_contain_text("posted")
    await expect(dialog).to_have_count(0)
    assert modal_values(theatre.puppet.seen[-1]) == {"q": "Whose side are you on?", "o": "A\nB", "r": "end"}


async def test_every_field_of_a_modal_is_sent(theatre: Theatre) -> None:
    both = [{"label": "Thread", "value": "t"}, {"label": "DM", "value": "d"}, {"label": "None", "value": "n"}]

    def field(label: str, kind: int, **more: Any) -> dict[str, Any]:
        return {"type": 18, "label": label, "component": {"type": kind, "custom_id": label.lower(), **more}}

    form = {
        "title": "All of it",
        "custom_id": "form",
        "components": [
            field("Where", 22, options=both, max_values=2),
            field("Sure", 23),
            field("Topic", 3, options=both, required=False),
            field("Body", 19, required=False),
            field("Person", 5),
        ],
    }
    theatre.puppet.post("foyer", row(button("Open", "open")))
    theatre.puppet.answers["open"] = lambda wire: {"type": 9, "data": form}
    theatre.puppet.answers["form"] = lambda wire: reply(text("got it"))
    page = await theatre.window()
    await page.get_by_role("button", name="Open").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Thread").check()
    await dialog.get_by_label("DM").check()
    await dialog.get_by_label("Sure").check()
    await dialog.locator("[type=file]").set_input_files(
        {"name": "note.txt", "mimeType": "text/plain", "buffer": b"a file named like the form's own field"}
    )
    await dialog.get_by_role("button", name="Person").click()
    await dialog.get_by_role("option", name="Noor").click()
    await dialog.get_by_role("button", name="Submit").click()
    await expect(page.locator("article.message").last).to_contain_text("got it")
    values = modal_values(theatre.puppet.seen[-1])
    assert values["where"] == ["t", "d"]
    assert values["sure"] is True
    assert values["person"] == [theatre.stage.member("Noor").id]
    assert [theatre.stage.world.files[one].filename for one in values["body"]] == ["note.txt"]


async def test_selects_take_as_many_as_they_ask_for(theatre: Theatre) -> None:
    options = [{"label": f"Option {number}", "value": str(number)} for number in range(4)]
    several = {"type": 3, "custom_id": "several", "options": options, "min_values": 2, "max_values": 2}
    people = {"type": 5, "custom_id": "people", "placeholder": "Somebody"}
    theatre.puppet.post("foyer", row(several), row(people))
    theatre.puppet.answers["several"] = lambda wire: {"type": 6}
    theatre.puppet.answers["people"] = lambda wire: {"type": 6}
    page = await theatre.window()
    first, second = page.locator(".select").first, page.locator(".select").last
    await first.locator(".select-open").click()
    for label in ("Option 1", "Option 3", "Option 2"):
        await first.get_by_role("option", name=label).click()
    await first.get_by_role("button", name="Done").click()
    await expect(first.locator(".face")).to_have_text("Option 1, Option 3")
    await second.locator(".select-open").click()
    await second.get_by_role("option", name="Théo").click()
    await expect(second.locator(".face")).to_have_text("Théo")
    await expect(page.locator(".select.busy")).to_have_count(0)
    values = [wire["data"]["values"] for wire in theatre.puppet.seen]
    assert values == [["1", "3"], [theatre.stage.member("Théo").id]]


async def test_a_redrawn_card_does_not_take_a_choice_away(theatre: Theatre) -> None:
    options = [{"label": f"Option {number}", "value": str(number)} for number in range(3)]
    several = row({"type": 3, "custom_id": "several", "options": options, "max_values": 3})
    message = theatre.puppet.post("foyer", text("0 votes"), several)
    theatre.puppet.answers["several"] = lambda wire: {"type": 6}
    page = await theatre.window()
    await page.locator(".select-open").click()
    await page.get_by_role("option", name="Option 0").click()
    messages.edit(theatre.stage.world, message, {"components": [text("1 vote"), several]})
    await expect(page.get_by_text("1 vote")).to_be_visible()
    await page.get_by_role("option", name="Option 2").click()
    await page.keyboard.press("Escape")
    await expect(page.locator(".face")).to_have_text("Option 0, Option 2")
    assert [wire["data"]["values"] for wire in theatre.puppet.seen] == [["0", "2"]]


async def test_two_windows_act_at_once_and_lose_nothing(theatre: Theatre) -> None:
    count = 0

    def pressed(_wire: dict[str, Any]) -> dict[str, Any]:
        nonlocal count
        count += 1
        return redraw(text(f"pressed {count} times"), row(button("Press", "press")))

    theatre.puppet.answers["press"] = pressed
    theatre.puppet.post("foyer", text("pressed 0 times"), row(button("Press", "press")))
    windows = [await theatre.window("Camille"), await theatre.window("Noor"), await theatre.window("Noor")]

    async def act(page: Page, name: str) -> None:
        for number in range(6):
            await compose(page, f"{name} says {number}")
            await page.keyboard.press("Enter")
            # Not by the mouse: when the message is drawn anew between its two halves, there was no click.
            await page.get_by_role("button", name="Press").dispatch_event("click")
            await expect(page.locator(".btn.busy")).to_have_count(0)

    await asyncio.gather(act(windows[0], "Camille"), act(windows[1], "Noor"))
    expected = {f"{name} says {number}" for name in ("Camille", "Noor") for number in range(6)}
    for page in windows:
        await expect(page.get_by_text("pressed 12 times")).to_be_visible()
        said = await page.locator("article.message .text").all_inner_texts()
        mine = [line for line in said if re.search(r" says \d", line)]
        assert sorted(mine) == sorted(expected)
        for name in ("Camille", "Noor"):
            assert [line for line in mine if line.startswith(name)] == [f"{name} says {number}" for number in range(6)]


async def test_nine_windows_of_one_browser_can_all_act(theatre: Theatre) -> None:
    # Browsers open six HTTP connections to one address; streams must not use them up.
    first = await theatre.window("Camille")
    others = [await first.context.new_page() for _ in range(8)]
    for page in others:
        await page.goto(first.url)
        await expect(page.locator(".composer textarea")).to_be_visible()
    for number, page in enumerate(others):
        await compose(page, f"window {number}")
        await page.keyboard.press("Enter")
    for page in (first, *others):
        await expect(page.locator("article.message", has_text=re.compile(r"window \d"))).to_have_count(8)


async def test_a_window_that_was_cut_off_reads_what_it_missed(theatre: Theatre) -> None:
    page = await theatre.window()
    foyer = theatre.stage.channel_named("foyer")["id"]
    noor = theatre.stage.member("Noor")
    gone = noor.send(foyer, "soon gone")
    await expect(page.get_by_text("soon gone")).to_be_visible()
    await theatre.served.cut()
    for number in range(120):  # more than a page of them
        noor.send(foyer, f"said in the dark {number}")
    noor.delete(gone["id"])
    await expect(page.locator("body.cut-off")).to_have_count(1)
    await expect(page.get_by_text("said in the dark 119")).to_be_visible()
    await expect(page.get_by_text("soon gone")).to_have_count(0)
    for count in (100, 120):
        await page.evaluate("document.querySelector('.messages').scrollTop = 0")
        await expect(page.locator("article.message", has_text=re.compile(r"said in the dark \d+"))).to_have_count(count)


async def test_the_menu_of_a_message_has_the_apps_and_deletes_ones_own(theatre: Theatre) -> None:
    theatre.puppet.commands({"name": "Veil as spoiler…", "type": 3})
    theatre.puppet.answers["Veil as spoiler…"] = lambda wire: reply(text("veiled"), ephemeral=True)
    foyer = theatre.stage.channel_named("foyer")["id"]
    theatre.stage.member("Camille").send(foyer, "a plot point")
    page = await theatre.window()
    mine = page.locator("article.message", has_text="a plot point")
    await mine.hover()
    await mine.get_by_role("button", name="More").click()
    await page.get_by_role("menuitem", name="Veil as spoiler…").click()
    await expect(page.locator("article.ephemeral")).to_contain_text("veiled")
    assert next(iter(theatre.puppet.seen[-1]["data"]["resolved"]["messages"].values()))["content"] == "a plot point"
    await mine.hover()
    await mine.get_by_role("button", name="More").click()
    await page.get_by_role("menuitem", name="Delete message").click()
    await expect(mine).to_have_count(0)


async def test_a_message_is_sent_with_a_file_and_answered(theatre: Theatre) -> None:
    page = await theatre.window("Noor")
    await page.set_input_files(".attach input", {"name": "blue.png", "mimeType": "image/png", "buffer": PIXEL})
    await compose(page, "look at this")
    await page.keyboard.press("Enter")
    sent = page.locator("article.message", has_text="look at this")
    await expect(sent.locator("img")).to_be_visible()
    await sent.hover()
    await sent.get_by_role("button", name="More").click()
    await page.get_by_role("menuitem", name="Reply").click()
    await compose(page, "indeed")
    await page.keyboard.press("Enter")
    await expect(page.locator("article.message").last.locator(".above")).to_contain_text("look at this")


async def test_timestamps_are_worded_in_the_viewers_zone_and_count(theatre: Theatre) -> None:
    now = int(theatre.stage.clock.now().timestamp())
    theatre.puppet.post("foyer", text(f"starts <t:1796068800:t> · <t:{now + 30}:R>"))
    paris = await theatre.window("Camille", timezone_id="Europe/Paris")
    new_york = await theatre.window("Noor", timezone_id="America/New_York")
    await expect(paris.locator(".container, .text").last).to_contain_text("9:00")
    await expect(new_york.locator(".container, .text").last).to_contain_text("3:00")
    counting = paris.locator("time[data-style=R]")
    first = await counting.inner_text()
    assert re.fullmatch(r"in \d+ seconds", first)
    await expect(counting).not_to_have_text(first, timeout=3000)


@pytest.mark.parametrize("member", ["Camille", "Noor", "Théo", "Margot", "Élise"])
async def test_everyone_fits_on_a_phone(theatre: Theatre, member: str) -> None:
    long = "w" * 300
    theatre.puppet.post("foyer", container(text(f"# {long}\n```\n{long}\n```"), row(button("Press", "press"))))
    page = await theatre.window(member, viewport={"width": 390, "height": 844})
    await expect(page.locator(".container")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    assert await page.evaluate("document.querySelector('.messages').scrollWidth") <= 390
    await page.locator(".drawer-open").click()
    await page.locator(".rail").get_by_text("after-the-finale").click()
    await expect(page.locator(".place h1")).to_have_text("after-the-finale")
    await expect(page.locator(".rail")).to_be_hidden()


async def test_everything_that_can_be_used_has_a_name(theatre: Theatre) -> None:
    theatre.puppet.post("foyer", container(text("||x||"), row(button("Press", "press")), spoiler=True), text("||y||"))
    page = await theatre.window("Margot")
    await page.click(".curtain .cover")
    nameless = await page.evaluate(
        """[...document.querySelectorAll('button, a, input, textarea, [role=button], [role=listbox], nav')]
          .filter((one) => !(one.textContent.trim() || one.ariaLabel || one.labels?.length || one.title
                             || one.placeholder)).map((one) => one.outerHTML)"""
    )
    assert nameless == []
