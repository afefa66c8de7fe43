"""The end of a club's season: one message that looks back, a member's own, and the next programme."""

from __future__ import annotations

from typing import Any

import pytest

from bot.app import App
from bot.client import EtoileBot
from cogs.ui.parties.search_drawing import search_redraws_of
from tests.discord.conftest import World
from tests.discord.test_clubs import board, control, started
from tests.discord.test_parties import posted, text_of, words


@pytest.fixture(autouse=True)
def quick(simcord_bot: EtoileBot) -> None:
    """Messages rest for a moment only: SimCord waits for every timer."""
    search_redraws_of(simcord_bot).window = 0.01


async def watched(world: World, *, pieces: list[str] | None = None) -> None:
    """A club of one evening with all episodes, to which Théo comes; it is watched, and over."""
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    setup = await world.camille.slash(world.foyer, "club start", first="in 40 minutes", per_evening=8)
    if pieces is not None:
        what = await world.camille.click(setup.response, label="3 · what")
        chosen = control(what.response, "v1:club:pieces")
        setup = await world.camille.select(what.response, values=pieces, custom_id=chosen)
    preview = await world.camille.click(setup.response, label="Preview")
    await world.camille.click(preview.response, label="Start the club")
    await world.env.advance_time(15)
    await world.theo.click(board(world), label="Coming to all")
    await world.env.advance_time(41 * 60)
    party = (await world.camille.autocomplete(world.foyer, "party clock", "party", "Episode"))[0]["value"]
    await world.camille.slash(world.foyer, "party clock", party=party, do="go")
    await world.env.advance_time(60 * 60)
    await world.camille.slash(world.foyer, "party clock", party=party, do="end")
    await world.env.advance_time(30)


def season(world: World) -> Any:
    return posted(world.foyer, "The season together")


def end_card(world: World) -> Any:
    """In the thread of the party."""
    (thread,) = world.foyer.threads
    return posted(thread, "Over · Episodes 1 to 8")


async def test_a_season_that_is_over_is_looked_back_on_once(world: World, app: App) -> None:
    await watched(world)
    await world.env.advance_time(320)
    found = words(season(world))
    assert "One evening" in found
    assert "2 members came" in found
    assert "most faithful" not in found
    assert len(season(world).attachments) == 1
    await world.env.restart_bot(EtoileBot(app))
    await world.env.advance_time(600)
    assert len([one for one in world.foyer.history() if "The season together" in words(one)]) == 1
    assert "The season is over" in words(board(world))


async def test_only_who_agrees_is_named_among_the_most_faithful(world: World) -> None:
    await watched(world)
    await world.env.advance_time(320)
    mine = await world.theo.click(season(world), label="You may name me")
    assert mine.ephemeral
    assert "You came to 1 of one evening" in text_of(mine)
    await world.env.advance_time(15)
    told = words(season(world))
    assert f"<@{world.theo.id}> (1 of 1)" in told
    assert str(world.camille.id) not in told
    await world.theo.click(mine.response, label="Don’t name me")
    await world.env.advance_time(15)
    assert str(world.theo.id) not in words(season(world))


async def test_who_is_forgotten_is_named_no_longer(world: World) -> None:
    await watched(world)
    await world.env.advance_time(320)
    await world.theo.click(season(world), label="You may name me")
    await world.env.advance_time(15)
    assert str(world.theo.id) in words(season(world))
    asked = await world.theo.slash(world.foyer, "mydata delete")
    await world.theo.click(asked.response, label="Delete everything")
    await world.env.advance_time(15)
    assert str(world.theo.id) not in words(season(world))


async def test_ones_own_season_is_asked_for_by_command_too(world: World) -> None:
    await watched(world)
    await world.env.advance_time(320)
    mine = await world.theo.slash(world.foyer, "club season")
    assert mine.ephemeral
    assert "You came to 1 of one evening" in text_of(mine)
    hers = await world.margot.slash(world.foyer, "club season")
    assert "You came to 0 of one evening" in text_of(hers)


async def test_the_next_programme_is_one_press_and_posts_nothing_by_itself(world: World, app: App) -> None:
    await watched(world, pieces=["pin", "season"])
    await world.env.advance_time(320)
    before = len(world.foyer.history())
    planned = await world.camille.click(season(world), label="The next programme")
    assert "The club: one evening" in text_of(planned)
    assert len(world.foyer.history()) == before
    (draft,) = await app.db.read(_drafts, guild_id=world.guild.id, host_id=world.camille.id)
    assert draft.pieces == {"pin", "season"}
    await world.camille.click(planned.response, label="Start the club")
    await world.env.advance_time(15)
    assert "Next: Episodes 1 to 8" in words(board(world))


def _drafts(*, guild_id: int, host_id: int) -> Any:
    from bot.store import clubs

    return [(yield from clubs.find_draft(guild_id=guild_id, host_id=host_id))]


async def test_pieces_that_are_switched_off_stay_away(world: World) -> None:
    await watched(world, pieces=["pin"])
    for over in (end_card(world), posted(world.foyer, "Over · Episodes 1 to 8")):
        assert "Whose side now?" not in words(over)
        assert "quiz" not in words(over).lower()
    await world.env.advance_time(320)
    assert not [one for one in world.foyer.history() if "The season together" in words(one)]
    assert not [one for one in world.foyer.history() if "whose side are you on" in words(one)]


async def test_the_arcs_question_goes_on_from_evening_to_evening(world: World, app: App) -> None:
    await watched(world)
    card = posted(world.foyer, "whose side are you on")
    voters = (world.theo, world.margot, world.camille)
    for who in voters:
        await who.slash(world.foyer, "progress set", episode=1)
        sheet = await who.click(end_card(world), label="Whose side now?")
        await who.click(sheet.response, custom_id=control(sheet.response, "v1:poll:pick"))
    await world.env.advance_time(320)
    assert "How the arc went" not in words(season(world)), "nothing may be told openly in this channel"
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="1")
    await world.env.advance_time(30)
    assert "How the arc went" in words(season(world))
    assert "The arc so far" in words(board(world))
    assert len(board(world).attachments) == 1
    mine = text_of(await world.theo.slash(world.foyer, "club season"))
    assert "Episode 1: New York: Jack" in mine
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="0")
    await world.env.advance_time(30)
    assert "How the arc went" not in words(season(world))
    assert not board(world).attachments
    assert len([one for one in world.foyer.history() if "whose side are you on" in words(one)]) == 1
    assert card.id == posted(world.foyer, "whose side are you on").id


async def test_a_club_that_was_stopped_is_not_looked_back_on(world: World) -> None:
    await watched(world)
    await world.env.advance_time(320)
    planned = await world.camille.click(season(world), label="The next programme")
    await world.camille.click(planned.response, label="Start the club")
    await world.env.advance_time(15)
    asked = await world.camille.slash(world.foyer, "club stop")
    await world.camille.click(asked.response, label="End the club")
    await world.env.advance_time(330)
    assert len([one for one in world.foyer.history() if "The season together" in words(one)]) == 1


async def test_a_season_without_a_channel_is_told_and_stays_with_each(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.finale)
    await watched(world)
    await world.env.bot.http.delete_channel(world.foyer.id)
    await world.env.advance_time(330)
    told = [one for one in world.finale.history() if "The club’s season is over" in (one.content or "")]
    assert len(told) == 1
    assert any("The club’s season is over" in (one.content or "") for one in world.camille.user.dm_channel.history())


async def test_a_lost_channel_is_told_once_to_its_host_and_in_the_log(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.finale)
    await started(world)
    await world.env.bot.http.delete_channel(world.foyer.id)
    for first, until in (("1 december 2026", "5 december 2026"), ("6 december 2026", "12 december 2026")):
        await world.camille.slash(world.finale, "club pause", first=first, until=until)
        await world.env.advance_time(30)
    told = [one.content or "" for one in world.finale.history()]
    assert len([one for one in told if "I can’t show the club’s board" in one]) == 1
    written = [one.content or "" for one in world.camille.user.dm_channel.history()]
    assert [one for one in written if "Episode 1" in one]
