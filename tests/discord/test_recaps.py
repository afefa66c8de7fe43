"""`/recap`, as members at several points of the season use it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.domain.locale import Locale
from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.support.reading import all_text, walk

ENDING = 8


def plot_of(app: App, episode: int) -> str:
    """The one line of an episode, which nobody may see who has not reached it."""
    recap = app.pack.view(episode, Locale.EN).recap(episode)
    assert recap is not None
    return recap.line


async def test_an_episode_that_was_seen_is_told_openly_in_every_length(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=4)
    minute = await world.camille.slash(world.foyer, "recap episode", number=4)
    recap = app.pack.view(4, Locale.EN).recap(4)
    assert recap is not None
    assert minute.ephemeral
    assert recap.minute.split("\n\n")[0] in text_of(minute)
    assert boxes(minute) == [False]

    line = await at_length(world, minute, "line")
    assert recap.line in text_of(line)
    full = text_of(await at_length(world, minute, "full"))
    assert recap.full.split("\n\n")[0] in full
    assert recap.dance is not None
    assert recap.dance in full
    beats = text_of(await at_length(world, minute, "beats"))
    for beat in recap.beats:
        assert beat.text in beats
        assert beat.text not in full


async def test_a_recap_leads_to_the_works_and_places_of_its_episode(world: World) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=5)
    told = await world.camille.slash(world.foyer, "recap episode", number=5)
    await world.camille.click(told.response, label="⋯")
    page = await world.camille.click(told.response, label="Works and places")
    assert page.ephemeral
    assert "La Danse (2009)" in text_of(page)
    assert "Film Forum" in text_of(page)


async def test_beyond_the_progress_stands_a_gate_with_three_ways_on(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=3)
    gate = await world.camille.slash(world.foyer, "recap episode", number=5, length="line")
    assert "spoil episodes 1 to 5" in text_of(gate)
    assert plot_of(app, 5) not in text_of(gate)
    assert labels(gate) == ["Up to 3 instead", "I’ve seen 5", "Show anyway"]

    instead = await world.camille.click(gate.response, label="Up to 3 instead")
    story = app.pack.view(3, Locale.EN).story(3)
    assert story is not None
    assert story.split("\n\n")[0] in text_of(instead)


async def test_i_have_seen_it_moves_the_progress_and_can_be_undone(world: World, app: App) -> None:
    gate = await world.camille.slash(world.foyer, "recap episode", number=5, length="line")
    seen = await world.camille.click(gate.response, label="I’ve seen 5")
    assert plot_of(app, 5) in text_of(seen)
    assert boxes(seen) == [False, False]

    await world.camille.click(gate.response, label="Undo")
    assert await app.progress.show(world.camille.id) is None


async def test_shown_anyway_stays_closed_through_every_press(world: World, app: App) -> None:
    gate = await world.camille.slash(world.foyer, "recap episode", number=8)
    shown = await world.camille.click(gate.response, label="Show anyway")
    assert boxes(shown) == [True]
    full = await at_length(world, gate, "full")
    assert boxes(full) == [True]
    await world.camille.click(gate.response, label="⋯")
    french = await world.camille.click(gate.response, label="Français")
    assert boxes(french) == [True]
    assert "dévoile les épisodes 1 à 8" in text_of(french)
    assert await app.progress.show(world.camille.id) is None


@pytest.mark.parametrize(("horizon", "closed"), [("4", True), ("5", False)])
async def test_sharing_is_open_where_the_horizon_covers_it(world: World, app: App, horizon: str, closed: bool) -> None:
    await world.margot.slash(world.finale, "etoile-admin horizon", episode=horizon)
    await world.theo.slash(world.finale, "progress set", episode=8)
    told = await world.theo.slash(world.finale, "recap episode", number=5, length="line")
    await world.theo.click(told.response, label="Share")

    (post,) = world.finale.history()
    wire = raw(world, post)
    assert [part["spoiler"] for part in walk(wire) if part["type"] == 17] == [closed]
    outside = all_text([part for part in wire if part["type"] != 17])
    assert "Recap · episode 5 · spoils episodes 1 to 5" in outside
    assert plot_of(app, 5) not in outside
    assert plot_of(app, 5) in all_text(wire)
    assert post.content == ""


async def test_a_shared_recap_answers_each_presser_by_their_own_progress(world: World, app: App) -> None:
    await world.theo.slash(world.foyer, "progress set", episode=8)
    told = await world.theo.slash(world.foyer, "recap upto", episode=6)
    asked = await world.theo.click(told.response, label="Share")
    await world.theo.select(asked.response, ["6"])
    (post,) = world.foyer.history()

    await world.env.restart_bot(EtoileBot(app))
    await world.camille.slash(world.foyer, "progress set", episode=2)
    mine = await world.camille.click(post, label="Show me what I may see")
    assert mine.ephemeral
    story = app.pack.view(2, Locale.EN).story(2)
    assert story is not None
    assert story.split("\n\n")[-1] in text_of(mine)

    stranger = await world.margot.click(post, label="Show me what I may see")
    assert "I’ve seen 6" in labels(stranger)


async def test_who_shares_a_story_says_up_to_where_and_need_not_be_there(world: World) -> None:
    """What is told up to where somebody is would tell how far they are."""
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="3")
    await world.theo.slash(world.foyer, "progress set", episode=5)
    for command, options in (("recap upto", {}), ("recap who", {"character": "Jack"})):
        told = await world.theo.slash(world.foyer, command, **options)
        before = len(world.foyer.history())
        asked = await world.theo.click(told.response, label="Share")
        assert asked.ephemeral
        assert len(world.foyer.history()) == before, "nothing is posted before the choice"
        assert "Everybody here will read that number" in text_of(asked)
        await world.theo.select(asked.response, ["2"])
        post = world.foyer.history()[-1]
        assert "episodes 1 and 2" in all_text([part.to_dict() for part in post.components])
        assert "5" not in re.sub(r"<@\d+>", "", all_text([part.to_dict() for part in post.components]))


async def test_nothing_is_shared_that_was_set_back_since(world: World) -> None:
    await world.theo.slash(world.foyer, "progress set", episode=8)
    told = await world.theo.slash(world.foyer, "recap episode", number=5)
    await world.theo.slash(world.foyer, "progress set", episode=2)
    await world.theo.click(told.response, label="Share")
    simcord.assert_error(world.env, EtoileError, contains="recaps-nothing-to-share")
    assert world.foyer.history() == []


async def test_the_story_so_far_asks_once_how_far_that_is(world: World, app: App) -> None:
    asked = await world.camille.slash(world.foyer, "recap upto")
    assert "Which episode did you finish last?" in text_of(asked)
    told = await world.camille.click(asked.response, label="3")
    story = app.pack.view(3, Locale.EN).story(3)
    assert story is not None
    assert story.split("\n\n")[0] in text_of(told)
    assert "after episode 3" in text_of(told)


async def test_the_season_asks_first_and_says_what_it_spoils(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=7)
    gate = await world.camille.slash(world.foyer, "recap season")
    assert "spoil episodes 1 to 8" in text_of(gate)
    told = await world.camille.click(gate.response, label="I’ve seen it all")
    for episode in range(1, 9):
        assert plot_of(app, episode) in text_of(told)


async def test_long_tellings_turn_page_by_page_after_a_restart(world: World, app: App) -> None:
    await world.theo.slash(world.foyer, "progress set", episode=8)
    first = await world.theo.slash(world.foyer, "recap season", length="full")
    await world.env.restart_bot(EtoileBot(app))
    pages = [text_of(first)]
    while True:
        turned = await world.theo.click(first.response, label="▶")
        pages.append(text_of(turned))
        if button(turned, "▶")["disabled"]:
            break
    for episode in range(1, 9):
        recap = app.pack.view(8, Locale.EN).recap(episode)
        assert recap is not None
        for paragraph in recap.full.split("\n\n"):
            assert sum(paragraph in page for page in pages) == 1


async def test_a_characters_story_is_found_without_accents_and_stops_where_the_reader_is(
    world: World, app: App
) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=3)
    told = await world.camille.slash(world.foyer, "recap who", character="genevieve")
    story = app.pack.view(8, Locale.EN).characters["story-of-genevieve"]
    for part in story.parts:
        assert (part.text in text_of(told)) is (part.level <= 3)
    gate = await world.camille.click(told.response, label="The rest (spoils episodes 1 to 8)")
    assert "spoil episodes 1 to 8" in text_of(gate)


async def test_the_whole_cast_is_offered_and_nobody_is_told_of_before_their_time(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=4)
    offered = await world.camille.autocomplete(world.foyer, "recap who", "character", "")
    assert {"gabin", "quinn", "raphael"} <= {choice["value"] for choice in offered}

    for asked in ("quinn", "story-of-quinn", "Nina Arianda"):
        typed = await world.camille.slash(world.foyer, "recap who", character=asked)
        assert "no story of theirs" in text_of(typed)
        for part in app.pack.view(8, Locale.EN).characters["story-of-quinn"].parts:
            assert part.text not in text_of(typed)


async def test_catching_up_tells_what_lies_between_two_tellings(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=3)
    await world.camille.slash(world.foyer, "progress set", episode=5)
    told = await world.camille.slash(world.foyer, "recap catchup")
    whole = app.pack.view(8, Locale.EN)
    for episode in range(1, 9):
        recap = whole.recap(episode)
        assert recap is not None
        assert (recap.missed in text_of(told)) is (episode in {4, 5})
    assert "Share" not in labels(told)

    await world.camille.slash(world.foyer, "progress set", episode=2)
    assert "haven’t missed anything" in text_of(await world.camille.slash(world.foyer, "recap catchup"))


async def test_an_episodes_page_leads_to_its_recap(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=2)
    page = await world.camille.slash(world.foyer, "etoile episode", number=2)
    told = await world.camille.click(page.response, label="Recap")
    assert "Recap · episode 2" in text_of(told)


async def test_it_works_in_a_direct_message(world: World, app: App) -> None:
    await world.camille.user.slash("progress set", episode=5)
    told = await world.camille.user.slash("recap episode", number=5, length="line")
    assert plot_of(app, 5) in text_of(told)


async def test_who_would_rather_not_say_may_name_an_episode(world: World, app: App) -> None:
    asked = await world.camille.slash(world.foyer, "recap catchup")
    declined = await world.camille.click(asked.response, label="I’d rather not say")
    assert "Name an episode" in text_of(declined)
    assert await app.progress.show(world.camille.id) is None


async def test_every_telling_of_the_pack_fits_into_a_message(app: App) -> None:
    from typing import get_args

    from bot.services.recaps import EpisodesBody, Kind, Length, RecapPage, Request, Shared, StoryBody, WhoBody
    from cogs.ui.recaps import private, public
    from cogs.ui.recaps_pages import sheets_of
    from tests.support.polls import asker

    await app.progress.tell(9, 8)
    for locale in Locale:
        words = app.text.words(locale)
        whos = [*app.pack.ids("characters")]
        for kind in get_args(Kind):
            for length in get_args(Length) if kind in {"episode", "season"} else ("minute",):
                for who in whos if kind == "who" else ["-"]:
                    for last in range(1, 9):
                        request = Request(kind=kind, last=last, locale=locale, length=length, who=who)
                        found = await app.recaps.answer(asker(9), request)
                        if not isinstance(found.body, EpisodesBody | StoryBody | WhoBody):
                            continue
                        sheets = len(sheets_of(found.body, request, words))
                        for sheet in range(sheets):
                            turned = Request(kind=kind, last=last, locale=locale, length=length, who=who, sheet=sheet)
                            private(RecapPage(request=turned, body=found.body, anyway=True), words)
                            public(Shared(request=turned, body=found.body, closed=True), words, sharer_id=2**62)


async def at_length(world: World, told: simcord.InteractionResult, length: str) -> simcord.InteractionResult:
    """The same telling at another length, chosen in its menu."""
    (menu,) = [part["custom_id"] for part in walk(shown(told).components) if part["type"] == 3]
    return await world.camille.select(shown(told), [length], custom_id=menu)


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer, open and covered."""
    return all_text(shown(result).components, shown(result).content)


def shown(result: simcord.InteractionResult) -> Any:
    assert result.response is not None
    return result.response


def boxes(result: simcord.InteractionResult) -> list[bool]:
    """Of each box of an answer, whether it is closed."""
    return [bool(part.get("spoiler")) for part in walk(shown(result).components) if part["type"] == 17]


def labels(result: simcord.InteractionResult) -> list[str]:
    return [part.get("label", "") for part in walk(shown(result).components) if part["type"] == 2]


def button(result: simcord.InteractionResult, label: str) -> dict[str, Any]:
    return next(part for part in walk(shown(result).components) if part.get("label") == label)


def raw(world: World, message: Any) -> list[dict[str, Any]]:
    """The components of a posted message as Discord holds them."""
    return world.env.backend.get_message(message.channel.id, message.id).components


async def test_everybody_of_the_cast_can_be_asked_for_and_nobody_tells_who_comes_back(world: World, app: App) -> None:
    """The way to the rest is offered for everybody alike: it must not say whose story goes on."""
    await world.camille.slash(world.foyer, "progress set", episode=4)
    pages = {}
    for name in ("Raphaël", "Nicholas", "Quinn", "grandfather", "Kevin"):
        pages[name] = await world.camille.slash(world.foyer, "recap who", character=name)
        assert "I don’t know anybody" not in text_of(pages[name])
    assert "right hand" in text_of(pages["Raphaël"])
    assert "no story of theirs" in text_of(pages["Nicholas"])
    assert len({tuple(labels(page)) for page in pages.values()}) == 1
