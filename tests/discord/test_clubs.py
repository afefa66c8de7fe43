"""`/club`: a season that runs itself, as a host sets it up and members follow it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.errors import EtoileError
from cogs.ui.parties.search_drawing import search_redraws_of
from tests.discord.conftest import World
from tests.discord.test_mydata import asker
from tests.discord.test_parties import posted, text_of, words
from tests.support.reading import walk

FIRST = "friday 4 december 2026 21:00"


@pytest.fixture(autouse=True)
def quick(world: World, simcord_bot: EtoileBot) -> None:
    """Messages rest for a moment only: SimCord waits for every timer."""
    search_redraws_of(simcord_bot).window = 0.01


async def begun(world: World, **options: Any) -> Any:
    """Camille's set-up, on Paris's clock."""
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    return await world.camille.slash(world.foyer, "club start", **options)


async def started(world: World, **options: Any) -> Any:
    """A club that was posted; its board."""
    setup = await begun(world, **({"first": FIRST} | options))
    preview = await world.camille.click(setup.response, label="Preview")
    await world.camille.click(preview.response, label="Start the club")
    await world.env.advance_time(15)
    return board(world)


def board(world: World) -> Any:
    return posted(world.foyer, "⭐ The club")


async def filled(member: Any, form: Any, *values: str) -> Any:
    """A form sent with these values, in the order of its fields."""
    ids = [part["custom_id"] for part in walk(form.modal["components"]) if part.get("type") == 4]
    return await member.submit_modal(form, dict(zip(ids, values, strict=True)))


def control(message: Any, route: str) -> str:
    """The custom id of the control of this route."""
    wires = [one if isinstance(one, dict) else one.to_dict() for one in message.components]
    return next(str(part["custom_id"]) for part in walk(wires) if str(part.get("custom_id", "")).startswith(route))


async def test_a_club_is_set_up_step_by_step_left_and_taken_up_again(world: World, app: App) -> None:
    setup = await begun(world)
    assert "step 1 of 4: when" in text_of(setup)
    form = await world.camille.click(setup.response, label="Type the first evening")
    typed = await filled(world.camille, form, FIRST, "every week", "1", "25 december 2026")
    assert "8 evenings in all" in text_of(typed)
    await world.env.restart_bot(EtoileBot(app))
    where = await world.camille.click(typed.response, label="2 · where")
    rooms = await world.camille.select(
        where.response, values=[world.finale], custom_id=control(where.response, "v1:club:room-place")
    )
    assert "step 2 of 4: where" in text_of(rooms)
    again = await world.camille.slash(world.foyer, "club start")
    shown = text_of(again)
    assert "The club: 8 evenings" in shown
    assert "**Episode 1** · <t:1796414400:F>" in shown
    assert "🗽 New York 15:00 · 🗼 Paris 21:00" in shown
    assert f"a room opens in <#{world.finale.id}>" in shown
    assert "Skipped: 25 December 2026" in shown


async def test_the_board_counts_who_comes_and_tells_each_where_they_stand(world: World) -> None:
    await started(world, skip="11 december")
    shown = words(board(world))
    assert "Next: Episode 1" in shown
    assert "1 coming" in shown
    assert "Later" in shown
    joined = await world.theo.click(board(world), label="Coming to all")
    assert joined.ephemeral
    assert "coming to every evening" in text_of(joined)
    await world.env.advance_time(20)
    assert "2 coming" in words(board(world))
    await world.theo.slash(world.foyer, "progress set", episode=0)
    mine = text_of(await world.theo.click(board(world), label="My programme"))
    assert "You’re ready for Episode 1" in mine
    assert mine.count("you’re coming") == 8
    hers = text_of(await world.margot.slash(world.foyer, "club programme"))
    assert "you’re coming" not in hers
    left = await world.theo.slash(world.foyer, "club leave")
    assert "no longer give you a seat" in text_of(left)


async def test_the_board_is_posted_anew_and_comes_back_once_when_deleted(world: World, app: App) -> None:
    first = await started(world)
    await world.camille.slash(world.foyer, "club board")
    await world.env.advance_time(15)
    boards = [message for message in world.foyer.history() if "⭐ The club" in words(message)]
    assert len(boards) == 1
    assert boards[0].id != first.id
    await world.theo.slash(world.foyer, "club board")
    simcord.assert_error(world.env, EtoileError, contains="club-not-host")


async def test_a_deleted_board_comes_back_once(world: World) -> None:
    first = await started(world)
    await first.delete()
    await world.theo.slash(world.foyer, "club join")
    await world.env.advance_time(30)
    again = board(world)
    assert again.id != first.id
    assert "2 coming" in words(again)
    await again.delete()
    await world.theo.slash(world.foyer, "club programme")
    await world.margot.slash(world.foyer, "club join")
    await world.env.advance_time(30)
    assert not [message for message in world.foyer.history() if "⭐ The club" in words(message)]


async def test_a_club_finds_its_time_together(world: World) -> None:
    setup = await begun(world)
    form = await world.camille.click(setup.response, label="Find a time")
    asked = await filled(world.camille, form, "friday 4 december 2026 20:00 or 21:00", "every week")
    assert "Here are the 2 times I read" in text_of(asked)
    await world.camille.click(asked.response, label="Ask everybody")
    await world.env.advance_time(4)
    card = posted(world.foyer, "When can you? ·")
    mine = await world.theo.click(card, label="When I can")
    await world.theo.click(mine.response, label="All of them")
    await world.env.advance_time(4)
    host = await world.camille.click(card, label="For the host")
    preview = await world.camille.click(host.response, label="Take the best time")
    await world.camille.click(preview.response, label="Post")
    await world.env.advance_time(30)
    assert "every Friday at 20:00" in words(board(world))
    assert world.theo.id in posted(world.foyer, "a time that you ticked").raw_mentions


async def test_a_club_is_stopped(world: World) -> None:
    await started(world)
    asked = await world.camille.slash(world.foyer, "club stop")
    await world.camille.click(asked.response, label="End the club")
    await world.env.advance_time(30)
    assert "nothing more is planned" in words(board(world))
    await world.theo.slash(world.foyer, "club join")
    simcord.assert_error(world.env, EtoileError, contains="club-over")


async def test_a_pause_moves_all_that_follow_and_is_taken_back(world: World) -> None:
    await started(world)
    await world.theo.click(board(world), label="Coming to all")
    done = await world.camille.slash(world.foyer, "club pause", first="1 december 2026", until="12 december 2026")
    assert "2 evenings are skipped" in text_of(done)
    await world.env.advance_time(30)
    assert "<t:1797624000:F>" in words(board(world))
    told = [one for one in world.foyer.history() if "new start" in (one.content or "")]
    assert len(told) == 1
    await world.camille.click(done.response, label="End the pause")
    await world.env.advance_time(30)
    assert "<t:1796414400:F>" in words(board(world))
    await world.camille.slash(world.foyer, "club resume")
    simcord.assert_error(world.env, EtoileError, contains="club-not-paused")
    refused = await world.camille.slash(world.foyer, "club pause", first="1 march 2026", until="2 march 2026")
    simcord.assert_error(world.env, EtoileError, contains="party-find-unread")
    assert "`1 march 2026`" in text_of(refused)
    await world.theo.slash(world.foyer, "club pause", first="1 december 2026", until="12 december 2026")
    simcord.assert_error(world.env, EtoileError, contains="party-find-unread")


async def test_what_cannot_be_is_explained_and_handed_back(world: World, app: App) -> None:
    refused = await begun(world, first="friday teatime")
    simcord.assert_error(world.env, EtoileError, contains="party-find-unread")
    assert "`friday teatime`" in text_of(refused)
    await world.theo.slash(world.foyer, "club programme")
    simcord.assert_error(world.env, EtoileError, contains="club-none")
    role = world.guild.create_role("Hosts")
    await app.setup.set_hosts(replace(asker(world), manages_server=True), [role.id])
    await world.theo.slash(world.foyer, "club start")
    simcord.assert_error(world.env, EtoileError, contains="club-may-not-host")


async def test_a_host_who_is_forgotten_leaves_only_what_was_announced(world: World) -> None:
    await started(world)
    gone = await world.camille.slash(world.foyer, "mydata delete")
    await world.camille.click(gone.response, label="Delete everything")
    await world.env.advance_time(30)
    shown = words(board(world))
    assert "Next: Episode 1" in shown
    assert "Episode 8" not in shown
    assert str(world.camille.id) not in shown
    assert "Nothing. I keep nothing" in text_of(await world.camille.slash(world.foyer, "mydata show"))
