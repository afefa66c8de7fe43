"""What nobody learns from us by the way: who has watched how far, what comes, and what goes on in hidden channels."""

from __future__ import annotations

import json
from typing import Any

import discord
import pytest

from bot.app import App
from bot.client import EtoileBot
from bot.domain.locale import Locale
from cogs.ui.quiz.refresh import night_drawer_of
from tests.discord.conftest import World
from tests.discord.test_kept_back import text_of
from tests.discord.test_parties import posted, words
from tests.support.reading import all_text, walk


@pytest.fixture(autouse=True)
def quick(world: World, simcord_bot: EtoileBot) -> None:
    """Messages rest for a moment only: SimCord waits for every timer."""
    night_drawer_of(simcord_bot).redraws.window = 0.01


def hidden_channel(world: World, *members: Any) -> Any:
    """A channel that only these may view, and the bot."""
    seen = discord.PermissionOverwrite(view_channel=True)
    kept_out = {world.guild.default_role: discord.PermissionOverwrite(view_channel=False)}
    return world.guild.create_text_channel(
        "regie", overwrites=kept_out | dict.fromkeys((world.guild.me, *members), seen)
    )


async def newest(world: World) -> Any:
    return world.foyer.history()[-1]


# -- how far somebody is


async def test_a_quiz_about_more_than_may_be_said_there_names_nobody_who_plays(world: World) -> None:
    for member in (world.camille, world.theo):
        await member.slash(world.foyer, "progress set", episode=8)
    await world.margot.slash(world.foyer, "quiz night", questions=3, seconds=10, level=8)
    await world.env.advance_time(1)
    for _ in range(3):
        card = await newest(world)
        for member in (world.camille, world.theo):
            sheet = await member.click(card, label="Show me the question")
            answers = [part for part in walk(sheet.response.components) if part.get("type") == 2]
            await member.click(sheet.response, custom_id=answers[0]["custom_id"])
        await world.env.advance_time(11)
        await world.env.advance_time(9)
    said = "\n".join(words(message) for message in world.foyer.history())
    assert "2 played, and the best has" in said
    for member in (world.camille, world.theo):
        assert member.mention not in said
    end = posted(world.foyer, "2 played")
    assert not end.attachments, "nor does a picture name them"
    mine = await world.camille.click(end, label="How did I do?")
    assert mine.ephemeral
    assert "points: place" in text_of(mine)


async def test_a_quiz_about_what_may_be_said_there_names_the_best(world: World) -> None:
    await world.margot.slash(world.foyer, "quiz night", questions=3, seconds=10)
    await world.env.advance_time(1)
    for _ in range(3):
        card = await newest(world)
        button = next(part for part in walk(_wires(card)) if ":pick:" in str(part.get("custom_id")))
        await world.camille.click(card, custom_id=button["custom_id"])
        await world.env.advance_time(11)
        await world.env.advance_time(9)
    assert world.camille.mention in words(posted(world.foyer, "Curtain"))


# -- what comes


async def test_sources_do_not_say_from_which_episode_on_there_is_more(world: World) -> None:
    pages = {}
    for person in ("quinn", "kevin", "raphael", "jack"):
        page = await world.camille.slash(world.foyer, "etoile cast", who=person)
        label = next(part["label"] for part in walk(page.response.components) if "Source" in part.get("label", ""))
        pages[person] = text_of(await world.camille.click(page.response, label=label))
    assert all("more once you’ve watched further" in pages[person] for person in ("quinn", "kevin", "jack"))
    assert not any("seen episode" in page for page in pages.values())


@pytest.mark.parametrize("kind", ["cast", "music_and_dance", "story"])
async def test_the_quiz_does_not_say_of_what_the_next_episode_has_something_new(
    world: World, app: App, kind: str
) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=6)
    opens = len(app.pack.view(7, Locale.EN).questions) - len(app.pack.view(6, Locale.EN).questions)
    shown = await world.camille.slash(world.foyer, "quiz me", kind=kind, length=3)
    while "open once" not in text_of(shown):
        labels = [part.get("custom_id", "") for part in walk(shown.response.components)]
        answers = [one for one in labels if one.startswith("v1:quiz:answer")]
        onward = [one for one in labels if one.startswith("v1:quiz:next")]
        shown = await world.camille.click(shown.response, custom_id=(onward or answers)[0])
    assert f"{opens} more questions of all kinds open once you’ve seen episode 7" in text_of(shown)


@pytest.mark.parametrize(
    "record", ["bond/bond-jack-quinn", "fact/fact-last-scene", "fact-nicholas-illness", "triangle"]
)
async def test_a_typed_id_of_what_comes_is_nothing_that_one_knows_of(world: World, record: str) -> None:
    asked = await world.camille.slash(world.foyer, "etoile facts", about=record)
    nonsense = await world.camille.slash(world.foyer, "etoile facts", about=f"{record}-zyx")
    assert "belongs to what happens" not in text_of(asked)
    for told in (asked, nonsense):
        assert "I don’t have that" in text_of(told) or "not sure which" in text_of(told)


async def test_nothing_in_a_shared_message_names_a_record_that_its_readers_have_not_reached(world: World) -> None:
    await world.theo.slash(world.foyer, "progress set", episode=8)
    for about, name in (("siblings", "jack-quinn"), ("what is wrong with Nicholas", "illness")):
        shown = await world.theo.slash(world.foyer, "etoile facts", about=about)
        await world.theo.click(shown.response, label="Share")
        post = await newest(world)
        ids = [str(part.get("custom_id") or "") for part in walk(_wires(post))]
        assert any(one.startswith("v1:facts:mine:") for one in ids)
        assert name not in json.dumps(ids)
        gate = await world.camille.click(post, label="Show me what I may see")
        assert name not in json.dumps(gate.response.components)
        anyway = next(part for part in walk(gate.response.components) if "Show anyway" in part.get("label", ""))
        opened = await world.camille.click(gate.response, custom_id=anyway["custom_id"])
        assert len(text_of(opened)) > 100


@pytest.mark.parametrize(
    ("progress", "asked", "told"),
    [
        (2, "Cheyenne’s mother", "Bruna"),
        (1, "Cheyenne’s dance partner", "Gael Rodriguez"),
        (0, "Paris dancer whom Jack wants", "Antoine"),
        (5, "SuSu’s mentor", "the star and the girl"),
        (7, "Gabias", "Tobias and Gabin"),
    ],
)
async def test_nobody_is_found_by_what_only_comes_to_light(world: World, progress: int, asked: str, told: str) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=progress)
    before = text_of(await world.camille.slash(world.foyer, "etoile ask", question=asked))
    assert not before.startswith(f"## {told}")
    assert "I don’t have that" in before or "not sure which" in before
    await world.camille.slash(world.foyer, "progress set", episode=8)
    assert told in text_of(await world.camille.slash(world.foyer, "etoile ask", question=asked))


# -- hidden channels


async def test_a_clash_with_a_party_in_a_hidden_channel_is_not_told(world: World) -> None:
    regie = hidden_channel(world, world.margot)
    await world.margot.slash(regie, "party zone", city="Europe/Paris")
    draft = await world.margot.slash(regie, "party schedule", when="in 2 days", episode=7)
    await world.margot.click(draft.response, label="Post")
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    for member, knows in ((world.camille, False), (world.margot, True)):
        shown = await member.slash(world.foyer, "party schedule", when="in 2 days", episode=2)
        assert (str(regie.id) in all_text(shown.response.components)) is knows


async def test_a_party_in_a_hidden_channel_stands_among_the_servers_events_only_if_its_host_says_so(
    world: World,
) -> None:
    regie = hidden_channel(world, world.margot)
    await world.margot.slash(regie, "party zone", city="Europe/Paris")
    for place, options, mirrored in (
        (regie, {}, False),
        (regie, {"event": True}, True),
        (world.foyer, {}, True),
        (world.foyer, {"event": False}, False),
    ):
        draft = await world.margot.slash(place, "party schedule", when="in 2 days", episode=2, **options)
        assert ("will be listed among the server’s events" in text_of(draft)) is mirrored, (place, options)


@pytest.mark.parametrize("hidden", [True, False])
async def test_a_club_stands_among_the_servers_events_only_where_everybody_may_view_its_channel(
    world: World, hidden: bool
) -> None:
    place = hidden_channel(world, world.margot) if hidden else world.foyer
    await world.margot.slash(place, "party zone", city="Europe/Paris")
    setup = await world.margot.slash(place, "club start", first="friday 4 december 2026 21:00")
    preview = await world.margot.click(setup.response, label="Preview")
    await world.margot.click(preview.response, label="Start the club")
    await world.env.advance_time(15)
    guild = world.env.bot.get_guild(world.guild.id)
    assert guild is not None
    assert bool(guild.scheduled_events) is not hidden


# -- what a host writes


async def test_the_note_of_a_party_is_measured_by_its_words_and_its_host_is_told(world: World) -> None:
    await world.theo.slash(world.foyer, "progress set", episode=8)
    note = "bring tissues, Nicholas falls into a coma"
    draft = await world.theo.slash(world.foyer, "party schedule", when="in 48 hours", episode=2, note=note)
    assert "Your note mentions episode 7" in text_of(draft)
    assert note in text_of(draft), "its host sees what they wrote"
    await world.theo.click(draft.response, label="Post")
    card = posted(world.foyer, "Coming (")
    assert "coma" not in words(card)
    shown = await world.theo.slash(world.foyer, "party show", party="Episode 2")
    assert note in text_of(shown)
    assert "coma" not in text_of(await world.camille.slash(world.foyer, "party show", party="Episode 2"))


async def test_a_note_that_is_changed_is_measured_again(world: World) -> None:
    await world.theo.slash(world.foyer, "progress set", episode=8)
    draft = await world.theo.slash(world.foyer, "party schedule", when="in 48 hours", episode=2, note="bring cake")
    await world.theo.click(draft.response, label="Post")
    assert "bring cake" in words(posted(world.foyer, "Coming ("))
    asked = await world.theo.slash(world.foyer, "party edit", party="Episode 2", note="Nicholas falls into a coma")
    assert "Your note mentions episode 7" in text_of(asked)
    await world.theo.click(asked.response, label="Change it")
    await world.env.advance_time(30)
    card = words(posted(world.foyer, "Coming ("))
    assert "coma" not in card
    assert "cake" not in card


def _wires(message: Any) -> list[Any]:
    return [part if isinstance(part, dict) else part.to_dict() for part in message.components]
