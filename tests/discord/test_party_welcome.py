"""What "Going" and "Catch up" answer, to the presser alone."""

from __future__ import annotations

from tests.discord.conftest import World
from tests.discord.test_parties import begun, planned, steer, text_of, words


async def test_going_tells_the_seat_the_reminders_and_how_far_behind_one_is(world: World) -> None:
    await world.theo.slash(world.foyer, "progress set", episode=2)
    card = await planned(world, when="in 2 days", episode=5)
    went = await world.theo.click(card, label="Going")
    welcome = went.followups[-1]
    assert "You have a seat." in words(welcome)
    assert "I’ll remind you in the party’s thread" in words(welcome)
    assert "You have 2 episodes to go before the party" in words(welcome)
    recap = await world.theo.click(welcome, label="Recap of episode 3")
    assert "episode 3" in text_of(recap).lower()
    panel = await world.theo.click(welcome, label="Reminders")
    assert "Your reminders" in text_of(panel)
    seen = await world.theo.click(welcome, label="Seen them")
    assert "episodes 1 to 4" in text_of(seen)
    again = await world.theo.click(card, label="Going")
    assert "to go before the party" not in words(again.followups[-1])


async def test_catching_up_offers_the_missed_episode_behind_its_gate_and_the_story_so_far(world: World) -> None:
    clock = await begun(world, world.theo)
    sure = await steer(world.camille, clock, "End")
    await world.camille.click(sure.response, label="Yes, it is over")
    await world.env.advance_time(5)
    (thread,) = world.foyer.threads
    over = [message for message in thread.history() if "Over · " in words(message)][-1]
    await world.margot.slash(world.foyer, "progress set", episode=4)
    caught_up = await world.margot.click(over, label="Catch up")
    assert "Did you miss episode 5?" in text_of(caught_up)
    gate = await world.margot.click(caught_up.response, label="Recap of episode 5")
    assert "would spoil" in text_of(gate).lower()
    await world.margot.slash(world.foyer, "progress set", episode=5)
    caught_up = await world.margot.click(over, label="Catch up")
    assert "Did you miss" not in text_of(caught_up)
