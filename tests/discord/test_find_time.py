"""`/party find`: a host offers moments, members tick, one press makes one of them the party's start."""

from __future__ import annotations

from typing import Any

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.errors import EtoileError
from cogs.ui.parties.search_drawing import search_redraws_of
from tests.discord.conftest import World
from tests.discord.test_parties import posted, text_of, words
from tests.support.reading import walk


@pytest.fixture(autouse=True)
def quick(world: World, simcord_bot: EtoileBot) -> None:
    """Messages rest for a moment only: SimCord waits for every timer."""
    search_redraws_of(simcord_bot).window = 0.01


async def asked(world: World, times: str = "", **options: Any) -> Any:
    """Camille asks when everybody can come; the public message."""
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    typed = times or "tomorrow 20:00 or tomorrow 21:00 or tomorrow 22:00"
    draft = await world.camille.slash(world.foyer, "party find", **({"times": typed, "episode": 5} | options))
    await world.camille.click(draft.response, label="Ask everybody")
    await world.env.advance_time(3)
    return card(world)


def card(world: World) -> Any:
    return posted(world.foyer, "When can you? ·")


def labels(result: Any) -> list[str]:
    """The moments that a member's own list offers."""
    return [option["label"] for option in _select(result)["options"]]


def _select(result: Any) -> dict[str, Any]:
    wires = [one if isinstance(one, dict) else one.to_dict() for one in result.response.components]
    return next(part for part in walk(wires) if "options" in part)


async def tick(world: World, member: Any, *places: int) -> Any:
    """A member opens their list and ticks the moments at these places."""
    mine = await member.click(card(world), label="When I can")
    menu = _select(mine)
    values = [menu["options"][place]["value"] for place in places]
    told = await member.select(mine.response, values=values, custom_id=menu["custom_id"])
    await world.env.advance_time(4)
    return told


async def test_from_the_question_to_the_party(world: World) -> None:
    await asked(world, seats=4, note="bring tea", length=50)
    assert "Nobody has answered yet" in words(card(world))
    await tick(world, world.theo, 0, 1)
    await tick(world, world.margot, 1)
    mine = await world.theo.click(card(world), label="When I can")
    assert [option.get("default", False) for option in _select(mine)["options"]] == [True, True, False]
    shown = words(card(world))
    assert "2 have answered" in shown
    assert "⭐ · 2 can" in shown  # the bars are in its picture
    assert "· 1 can" in shown
    assert "🗽 New York 15:00 · 🗼 Paris 21:00" in shown
    assert len(card(world).attachments) == 1
    host = await world.camille.click(card(world), label="For the host")
    assert "The best so far" in text_of(host)
    preview = await world.camille.click(host.response, label="Take the best time")
    for part in ("4 seats", "bring tea", "takes 50 minutes", "21:00"):
        assert part in text_of(preview), part
    await world.camille.click(preview.response, label="Post")
    await world.env.advance_time(10)
    assert "I’m asking everybody who ticked that time" in words(card(world))
    question = posted(world.foyer, "a time that you ticked")
    assert set(question.raw_mentions) == {world.theo.id, world.margot.id}
    await world.theo.click(question, label="I’m coming")
    await world.env.advance_time(5)
    assert "Coming (2 of 4)" in words(posted(world.foyer, "Coming ("))


async def test_who_cannot_at_all_is_told_to_the_host_as_a_number(world: World) -> None:
    await asked(world)
    mine = await world.theo.click(card(world), label="When I can")
    told = await world.theo.click(mine.response, label="I can’t make any of them")
    assert "none of these suit you" in text_of(told)
    await world.env.advance_time(4)
    assert "can’t make any" not in words(card(world))
    host = await world.camille.click(card(world), label="For the host")
    assert "1 can’t make any of these" in text_of(host)
    assert str(world.theo.id) not in text_of(host)
    mine = await world.theo.click(card(world), label="When I can")
    back = await world.theo.click(mine.response, label="Take my answer back")
    assert "Your answer is gone" in text_of(back)
    await world.theo.click(card(world), label="For the host")
    simcord.assert_error(world.env, EtoileError, contains="party-find-not-host")


async def test_each_reads_it_on_their_own_clock(world: World) -> None:
    await asked(world)
    await world.theo.slash(world.foyer, "party zone", city="Tokyo")
    mine = await world.theo.click(card(world), label="When I can")
    assert labels(mine)[0].endswith("04:00")
    assert "Tokyo time" in text_of(mine)
    assert "Paris 20:00" in _select(mine)["options"][0]["description"]
    hers = await world.margot.click(card(world), label="When I can")
    assert labels(hers)[0].endswith("20:00")
    assert "tell me yours" in text_of(hers)


async def test_it_closes_by_itself_and_its_host_is_told_once(world: World, app: App) -> None:
    await asked(world, "in 2 hours; in 3 hours")
    await tick(world, world.theo, 1)
    await world.env.restart_bot(EtoileBot(app))
    search_redraws_of(world.env.bot).window = 0.01
    await world.env.advance_time(2.1 * 3600)
    told = [message for message in world.foyer.history() if "are in:" in (message.content or "")]
    assert len(told) == 1
    assert told[0].raw_mentions == [world.camille.id]
    assert "The answers are in" in words(card(world))
    host = await world.camille.click(told[0], label="For the host")
    preview = await world.camille.click(host.response, label="Take the best time")
    await world.camille.click(preview.response, label="Post")
    await world.env.advance_time(10)
    assert "Coming (1)" in words(posted(world.foyer, "Coming ("))


async def test_what_cannot_be_read_is_given_back(world: World) -> None:
    refused = await world.camille.slash(world.foyer, "party find", times="sat 20h Paris or teatime", episode=5)
    simcord.assert_error(world.env, EtoileError, contains="party-find-unread")
    assert "couldn’t read “teatime" in text_of(refused)
    assert "You typed: `sat 20h Paris or teatime`" in text_of(refused)
    await world.camille.slash(world.foyer, "party find", times="sat 20h or sun 20h", episode=5)
    simcord.assert_error(world.env, EtoileError, contains="party-find-unread")
    many = " or ".join(f"tomorrow {hour}:{half}" for hour in range(13, 20) for half in ("00", "30"))
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    refused = await world.camille.slash(world.foyer, "party find", times=many, episode=5)
    simcord.assert_error(world.env, EtoileError, contains="party-find-unread")
    assert "14 times; I can offer 12" in text_of(refused)


async def test_a_deleted_message_comes_back_once(world: World) -> None:
    first = await asked(world)
    await first.delete()
    await tick_by_service(world)
    await world.env.advance_time(10)
    again = card(world)
    assert again.id != first.id
    assert "1 has answered" in words(again)
    await again.delete()
    await tick_by_service(world)
    await world.env.advance_time(10)
    assert not [message for message in world.foyer.history() if "When can you? ·" in words(message)]


async def tick_by_service(world: World) -> None:
    from tests.discord.test_mydata import asker

    app = world.env.bot.app
    (search,) = await app.time_searches.standing_in(world.guild.id, world.foyer.id)
    await app.time_searches.tick(asker(world), search.id, set(search.slots[:1]))


async def test_a_lost_channel_ends_it_and_its_host_is_told(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.foyer)
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(
        world.foyer, "party find", times="tomorrow 20h or tomorrow 21h", episode=5, channel=world.finale
    )
    await world.camille.click(draft.response, label="Ask everybody")
    await world.env.advance_time(3)
    await world.env.bot.http.delete_channel(world.finale.id)
    await world.env.advance_time(5)
    assert len([one for one in world.foyer.history() if "can’t ask for a time" in (one.content or "")]) == 1


async def test_a_host_who_is_forgotten_leaves_nothing_to_choose(world: World) -> None:
    await asked(world)
    await tick(world, world.theo, 0)
    gone = await world.camille.slash(world.foyer, "mydata delete")
    await world.camille.click(gone.response, label="Delete everything")
    await world.env.advance_time(10)
    assert "is over; nothing was planned" in words(card(world))
    gone = await world.theo.slash(world.foyer, "mydata delete")
    await world.theo.click(gone.response, label="Delete everything")
    assert "Nothing. I keep nothing" in text_of(await world.theo.slash(world.foyer, "mydata show"))


async def test_it_is_stopped_and_given_up(world: World) -> None:
    await asked(world)
    host = await world.camille.click(card(world), label="For the host")
    stopped = await world.camille.click(host.response, label="Stop asking")
    await world.env.advance_time(4)
    assert "picks the time" in words(card(world))
    await world.camille.click(stopped.response, label="Give it up")
    await world.env.advance_time(4)
    assert "nothing was planned" in words(card(world))
