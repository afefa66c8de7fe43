"""What members of other schedulers, and of this one's first version, reported: each through the front door."""

from __future__ import annotations

from typing import Any

import pytest
import simcord

from bot.app import App
from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.discord.test_parties import more_of, planned, posted, steer, text_of, words
from tests.discord.test_polls import beside, create, newest, wire


async def statuses(world: World, party: str) -> dict[str, tuple[str, int]]:
    """Status and sequence of every entry of the series' calendar file, by its uid."""
    sent = await world.camille.slash(world.foyer, "party calendar", party=party, series=True)
    message: Any = sent.followups[-1] if sent.followups else sent.response
    text = (await message.attachments[0].read()).decode().replace("\r\n ", "")
    found: dict[str, tuple[str, int]] = {}
    for block in text.split("BEGIN:VEVENT")[1:]:
        lines = dict(line.split(":", 1) for line in block.splitlines() if ":" in line)
        found[lines["UID"]] = (lines["STATUS"], int(lines["SEQUENCE"]))
    return found


async def test_a_calendar_learns_of_every_date_that_was_called_off(world: World) -> None:
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(
        world.foyer, "party series", first="friday 4 december 2026 21:00", every="weekly", evenings=6
    )
    await world.camille.click(draft.response, label="Post")
    await world.env.advance_time(5)
    party = (await world.camille.autocomplete(world.foyer, "party edit", "party", ""))[0]["value"]
    before = await statuses(world, party)
    assert [status for status, _ in before.values()] == ["CONFIRMED"] * 6
    asked = await world.camille.slash(world.foyer, "party cancel", party=party)
    await world.camille.click(asked.response, label="All that follow")
    after = await statuses(world, party)
    assert after.keys() == before.keys()
    for uid, (status, sequence) in after.items():
        assert status == "CANCELLED"
        assert sequence > before[uid][1]


@pytest.mark.parametrize(
    ("every", "said"),
    [
        ("third of the month", "third Friday"),
        ("last of the month", "last Friday"),
        ("first of the month", "first Friday"),
    ],
)
async def test_a_monthly_rhythm_is_called_by_its_name(world: World, every: str, said: str) -> None:
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(world.foyer, "party series", first="friday 4 december 2026 21:00", every=every)
    assert said in text_of(draft)


async def test_a_thread_is_called_by_the_new_day_after_a_move(world: World) -> None:
    await planned(world, when="in 20 minutes")
    await world.env.advance_time(10)
    (thread,) = world.foyer.threads
    old = thread.name
    party = (await world.camille.autocomplete(world.foyer, "party edit", "party", ""))[0]["value"]
    asked = await world.camille.slash(world.foyer, "party edit", party=party, when="2 days later")
    await world.camille.click(asked.response, label="Change it")
    await world.env.advance_time(15)
    (thread,) = world.foyer.threads
    assert thread.name != old
    assert thread.name.startswith("Episode 5")


async def test_any_city_can_be_named_in_the_preview(world: World) -> None:
    draft = await world.camille.slash(world.foyer, "party schedule", when="2026-12-04 21:00", episode=5)
    form = await world.camille.select(draft.response, values=["another"])
    (field,) = [part["custom_id"] for part in _inputs(form)]
    shown = await world.camille.submit_modal(form, {field: "Tokyo"})
    assert "Read as Tokyo time: **Friday 4 December 2026, 21:00**" in text_of(shown)
    await world.camille.click(shown.response or draft.response, label="Post")
    assert posted(world.foyer, "Coming (1)")


def _inputs(form: Any) -> list[dict[str, Any]]:
    from tests.support.reading import walk

    return [part for part in walk([form.modal]) if part.get("type") == 4]


async def test_ready_on_the_card_leads_to_the_countdown(world: World) -> None:
    card = await planned(world, when="in 2 minutes")
    await world.theo.click(card, label="Going")
    await world.env.advance_time(125)
    ready = await world.theo.click(posted(world.foyer, "On now"), label="Ready")
    answer = words(ready.followups[-1])
    assert "You are ready." in answer or "You’re ready" in answer
    assert "Open the thread" in answer


async def test_a_party_that_is_called_off_stands_in_the_moderators_log(world: World) -> None:
    log = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=log)
    card = await planned(world)
    managed = await more_of(world.camille, card, "Manage")
    asked = await world.camille.click(managed.response, label="Call off…")
    await world.camille.click(asked.response, label="Call off this one")
    await world.env.advance_time(5)
    line = posted(log, "called off the watch party")
    assert f"<@{world.camille.id}>" in words(line)
    assert f"<#{world.foyer.id}>" in words(line)


async def test_what_was_not_watched_is_not_counted_unasked(world: World, app: App) -> None:
    card = await planned(world, when="in 2 minutes")
    await world.theo.click(card, label="Going")
    await world.env.advance_time(125)
    (thread,) = world.foyer.threads
    await steer(world.camille, posted(thread, "Ready check"), "Start without the others")
    await world.env.advance_time(60)
    sure = await steer(world.camille, posted(thread, "Playing"), "End")
    await world.camille.click(sure.response, label="Yes, it is over")
    await world.env.advance_time(5)
    asked = await world.theo.click(posted(thread, "Over · Episode 5"), label="Count episode 5 as watched")
    assert "Count 1 to 5" in text_of(asked)
    assert not await app.progress.show(world.theo.id)
    await world.theo.click(asked.response, label="Count 1 to 5")
    assert await app.progress.show(world.theo.id) == 5


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Istanbul", "Europe/Istanbul"),
        ("Naples", "Europe/Rome"),
        ("France", "Europe/Paris"),
        ("Wellington", "Pacific/Auckland"),
        ("Pékin", "Asia/Shanghai"),
        ("La Haye", "Europe/Amsterdam"),
        ("Islande", "Atlantic/Reykjavik"),
    ],
)
async def test_a_city_or_a_country_is_in_its_own_zone(world: World, typed: str, zone: str) -> None:
    offered = (await world.theo.autocomplete(world.foyer, "party zone", "city", typed))[0]
    assert offered["value"] == zone
    assert f"Your zone is {zone}" in text_of(await world.theo.slash(world.foyer, "party zone", city=typed))


async def test_nobody_is_sent_beyond_the_end_of_an_episode(world: World) -> None:
    card = await planned(world, when="in 2 minutes", length=50)
    await world.theo.click(card, label="Going")
    await world.env.advance_time(125)
    (thread,) = world.foyer.threads
    await steer(world.camille, posted(thread, "Ready check"), "Start without the others")
    await world.env.advance_time(49 * 60 + 41 + 10)
    told = text_of(await world.theo.click(posted(thread, "Playing"), label="Where are we?"))
    assert "**00:49:" in told
    assert "00:50:00" not in told


async def test_a_position_that_cannot_be_is_handed_back_for_another_try(world: World) -> None:
    card = await planned(world, when="in 2 minutes", length=50)
    await world.theo.click(card, label="Going")
    await world.env.advance_time(125)
    (thread,) = world.foyer.threads
    await steer(world.camille, posted(thread, "Ready check"), "Start without the others")
    await world.env.advance_time(30)
    form = await steer(world.camille, posted(thread, "Playing"), "Jump…")
    (field,) = _inputs(form)
    refused = await world.camille.submit_modal(form, {field["custom_id"]: "banana"})
    (kept,) = _inputs(await world.camille.click(refused.response, label="Try again"))
    assert kept["value"] == "banana"


async def test_the_clock_of_no_party_says_that_none_is_on(world: World) -> None:
    answer = await world.camille.slash(world.foyer, "party clock", do="end")
    assert "No party is on here right now" in text_of(answer)
    simcord.assert_error(world.env, EtoileError, contains="party-none-on")


async def test_who_voted_stands_in_an_export_as_text_and_with_a_name(world: World) -> None:
    """A spreadsheet would round the ids of members, which have more digits than its numbers."""
    draft = await create(world, {})
    named = await world.margot.click(draft.response, label="Make it named")
    await world.margot.click(named.response, label="Post")
    card = await newest(world)
    await world.camille.click(card, custom_id=beside(wire(card), "Jack"))
    poll = (await world.margot.autocomplete(world.foyer, "poll export", "poll", ""))[0]["value"]
    sent = await world.margot.slash(world.foyer, "poll export", poll=poll)
    message: Any = sent.followups[-1] if sent.followups else sent.response
    lines = (await message.attachments[0].read()).decode("utf-8-sig").splitlines()
    (line,) = [line for line in lines if str(world.camille.id) in line]
    assert "camille" in line.lower()
    assert f"<@{world.camille.id}>" in line
