"""Reminders, offers and questions that hold no longer lose their buttons and say what is so now."""

from __future__ import annotations

from typing import Any

from tests.discord.conftest import World
from tests.discord.test_parties import begun, planned, posted, steer, to_be_reminded_directly, words


def buttons(message: Any) -> list[str]:
    return words(message).splitlines()[1:]


async def test_a_reminder_of_a_party_that_moved_says_so(world: World) -> None:
    card = await planned(world, when="in 20 minutes")
    await to_be_reminded_directly(world, world.theo, card)
    await world.env.advance_time(6 * 60)
    (thread,) = world.foyer.threads
    reminders = [posted(thread, "Start: <t:"), posted(world.theo.user.dm_channel, "Start: <t:")]
    (choice,) = await world.camille.autocomplete(world.foyer, "party edit", "party", "")
    asked = await world.camille.slash(world.foyer, "party edit", party=choice["value"], when="in 5 hours")
    await world.camille.click(asked.response, label="Change it")
    await world.env.advance_time(90)
    places = [thread, world.theo.user.dm_channel]
    for old, place in zip(reminders, places, strict=True):
        (now,) = [message for message in place.history() if message.id == old.id]
        assert "This no longer holds: **Episode 5** now starts on <t:" in now.content
        assert buttons(now) == []
    await world.env.advance_time(4 * 3600 + 50 * 60)
    for place in places:
        assert [m for m in place.history() if "Start: <t:" in m.content], "the next reminder comes all the same"


async def test_reminder_and_start_ping_lose_their_buttons_when_it_has_begun(world: World) -> None:
    clock = await begun(world, world.theo)
    (thread,) = world.foyer.threads
    assert "Ready" in words(posted(thread, "starts now"))
    await world.env.advance_time(90)
    assert "has begun" in words(thread.history()[0]) or posted(thread, "has begun")
    assert "Still coming" not in "".join(map(words, thread.history()))
    await world.theo.click(clock, label="Ready")
    await world.camille.click(clock, label="Ready")
    await world.env.advance_time(10)
    assert "has started" in words(posted(thread, "has started"))
    assert [m for m in thread.history() if "starts now" in m.content] == []


async def test_an_offer_that_was_taken_or_passed_on_says_so(world: World) -> None:
    card = await planned(world, seats=1)
    await world.theo.click(card, label="Going")
    await world.margot.click(card, label="Going")
    await world.camille.click(card, label="Can’t")
    await world.env.advance_time(2)
    first = posted(world.foyer, "is yours until")
    await world.env.advance_time(31 * 60)
    (passed,) = [m for m in world.foyer.history() if m.id == first.id]
    assert "went to somebody else" in passed.content
    assert buttons(passed) == []
    second = posted(world.foyer, "is yours until")
    assert str(world.margot.id) in second.content
    await world.margot.click(card, label="Going")
    await world.env.advance_time(10)
    (taken,) = [m for m in world.foyer.history() if m.id == second.id]
    assert "is taken" in taken.content
    assert buttons(taken) == []


async def test_the_hosts_question_after_a_call_for_a_pause_is_answered_by_the_pause(world: World) -> None:
    clock = await begun(world, world.theo)
    await steer(world.camille, clock, "Start without the others")
    await world.env.advance_time(60)
    (thread,) = world.foyer.threads
    await world.theo.click(posted(thread, "Playing"), label="Wait!")
    asked = posted(thread, "asks for a pause")
    await world.camille.click(asked, label="Pause")
    await world.env.advance_time(10)
    (now,) = [m for m in thread.history() if m.id == asked.id]
    assert buttons(now) == []
    assert posted(thread, "Paused. Everybody stops")
