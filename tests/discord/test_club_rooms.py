"""The rooms of a club: opened when an evening is over, as open as it got."""

from __future__ import annotations

from typing import Any

from bot.app import App
from bot.client import EtoileBot
from tests.discord.conftest import World
from tests.discord.test_clubs import board, control, started
from tests.discord.test_mydata import asker
from tests.discord.test_parties import text_of, words


async def evening(world: World, place: Any, *, minutes: float, clock: bool = True) -> None:
    """A club whose first evening is watched for so many minutes and ended; its rooms open in `place`."""
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    setup = await world.camille.slash(world.foyer, "club start", first="in 40 minutes")
    where = await world.camille.click(setup.response, label="2 · where")
    chosen = await world.camille.select(
        where.response, values=[place], custom_id=control(where.response, "v1:club:room-place")
    )
    preview = await world.camille.click(chosen.response, label="Preview")
    await world.camille.click(preview.response, label="Start the club")
    await world.env.advance_time(41 * 60)
    party = (await world.camille.autocomplete(world.foyer, "party clock", "party", "Episode 1"))[0]["value"]
    if clock:
        await world.camille.slash(world.foyer, "party clock", party=party, do="go")
        await world.env.advance_time(minutes * 60)
    await world.camille.slash(world.foyer, "party clock", party=party, do="end")
    await world.env.advance_time(150)


def room_of(place: Any) -> Any:
    """The one room that stands in a place."""
    (room,) = place.threads
    return room


async def test_a_forum_post_opens_as_far_as_the_evening_got(world: World, app: App) -> None:
    forum = world.guild.create_forum_channel("salons")
    await evening(world, forum, minutes=45)
    room = room_of(forum)
    assert room.name == "Episode 1 · the room"
    opening, talk = room.history()
    assert "Talk openly here about episode 1." in words(opening)
    assert "spoils up to episode 1" in words(talk)
    assert "MBT" not in words(opening)
    horizons = await app.horizons.settings(world.guild.id)
    assert horizons.horizon == 0
    refused = await world.theo.click(opening, label="Let me in")
    assert "You have one episode to go" in text_of(refused)
    inside = await world.theo.click(refused.response, label="I’ve seen up to episode 1")
    assert "Come in" in text_of(inside)
    assert await app.progress.show(world.theo.id) == 1
    await world.env.advance_time(15)
    assert f"/{room.id})" in words(board(world))


async def test_a_thread_opens_once_whatever_is_repeated(world: World, app: App) -> None:
    await evening(world, world.finale, minutes=45)
    await world.env.restart_bot(EtoileBot(app))
    (opening,) = [message for message in world.finale.history() if "Let me in" in words(message)]
    room = room_of(world.finale)
    found = await app.club_rooms.due(await party_of(world))
    assert found is not None
    assert found.thread_id == room.id
    assert found.level == 1
    assert "the room" in words(opening)
    assert len([message for message in room.history() if "Something to talk about" in words(message)]) == 1


async def test_an_evening_that_was_not_watched_opens_nothing(world: World, app: App) -> None:
    await evening(world, world.finale, minutes=5)
    (opening,) = [message for message in world.finale.history() if "Let me in" in words(message)]
    assert "Nothing of the story may be told openly" in words(opening)
    found = await app.club_rooms.due(await party_of(world))
    assert found is not None
    assert found.level == 0


async def test_a_lost_place_is_told_once_and_evenings_go_on(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.foyer)
    forum = world.guild.create_forum_channel("salons")
    await evening(world, forum, minutes=45)
    await world.env.bot.http.delete_channel(forum.id)
    await world.env.advance_time(15)
    assert len([one for one in world.foyer.history() if "can’t open the club’s rooms" in (one.content or "")]) == 1
    assert "Next: Episode 2" in words(board(world))


async def party_of(world: World) -> int:
    """The first evening of the club."""
    app = world.env.bot.app
    (club,) = await app.db.read(_clubs, guild_id=world.guild.id)
    view = await app.clubs.find(club.id)
    assert view is not None
    return view.evenings[0].party_id or 0


def _clubs(*, guild_id: int) -> Any:
    from bot.store import clubs

    return clubs.list_clubs(guild_id=guild_id)


async def test_who_asked_is_nudged_two_days_before_and_nobody_else(world: World, app: App) -> None:
    await started(world, first="<t:1767571200:F>")  # four days on
    for who in (world.theo, world.margot):
        await who.click(board(world), label="Coming to all")
    mine = await world.theo.click(board(world), label="My programme")
    asked = await world.theo.click(mine.response, label="Nudge me")
    assert "two days before" in text_of(asked)
    (first, second, *_) = (await app.clubs.here(asker(world))).evenings
    assert first.party_id is not None
    assert (await app.club_nudges.due(first.party_id)) is not None
    assert second.party_id is not None
    found = await app.club_nudges.due(first.party_id)
    assert found is not None
    assert found.nudges == ()  # nothing to go before episode 1
    off = await world.theo.click(asked.response, label="No more nudges")
    assert "No more nudges." in text_of(off)
