"""`/poll`, as members use it."""

from __future__ import annotations

from typing import Any

import discord
import pytest
import simcord

from bot.app import App, open_app
from bot.client import EtoileBot
from bot.clock import FunctionClock
from bot.errors import EtoileError
from bot.pictures import arc as arc_picture
from bot.settings import Settings
from cogs.ui.polls.refresh import drawer_of
from tests.discord.conftest import World
from tests.support.polls import stricter_pack
from tests.support.reading import all_text, beside, walk

FORM = {
    "Question": "Who?",
    "Answers, one per line": "Jack\nGeneviève\nSusu",
    "How many may people choose?": "1",
    "Who sees the results, and when?": "live",
    "When does it end?": "",
}


@pytest.fixture(autouse=True)
def quick(world: World, simcord_bot: EtoileBot) -> None:
    """Cards rest for a moment only: SimCord waits for every timer."""
    drawer_of(simcord_bot).redraws.window = 0.01


async def test_a_question_of_ones_own_from_form_to_result(world: World) -> None:
    preview = await create(world, {"When does it end?": "in 2 hours"})
    assert preview.ephemeral
    assert "Preview" in text_of(preview)
    named = await world.margot.click(preview.response, label="Make it named")
    assert "names shown" in text_of(named)
    await world.margot.click(named.response, label="Post")

    card = await newest(world)
    first = await world.camille.click(card, custom_id=beside(wire(card), "Jack"))
    assert "1 vote" in text_of(first)  # the card itself, drawn by the press
    assert "Recorded: **Jack**" in told(first)
    changed = await world.camille.click(card, custom_id=beside(wire(card), "Susu"))
    assert "now says **Susu**" in told(changed)
    back = await world.camille.click(card, custom_id=beside(wire(card), "Susu"))
    assert "Taken back" in told(back)
    await world.theo.click(card, custom_id=beside(wire(card), "Geneviève"))
    mine = await world.theo.click(card, label="My ballot")
    assert mine.ephemeral
    assert "**Geneviève** ✓" in text_of(mine)

    await world.env.advance_time(2 * 3600 + 1)
    end = await newest(world)
    assert "The poll has ended" in all_text(wire(end))
    assert "**Geneviève** won." in all_text(wire(end))
    late = await world.camille.click(card, label="My ballot")
    assert "closed on" in text_of(late)


async def test_a_form_that_does_not_pass_opens_again_as_it_was(world: World) -> None:
    preview = await create(world, {"Answers, one per line": "only one", "When does it end?": "whenever"})
    assert "I couldn’t read that date" in text_of(preview) or "2 to 10 answers" in text_of(preview)
    assert button(preview, "Post")["disabled"]
    again = await world.margot.click(preview.response, label="Edit")
    kept = {component["label"]: component["component"].get("value") for component in again.modal["components"]}
    assert kept["Question"] == "Who?"
    assert kept["Answers, one per line"] == "only one"
    assert kept["When does it end?"] == "whenever"
    mended = await world.margot.submit_modal(again, by_id(again, FORM))
    assert not button(mended, "Post").get("disabled")


async def test_what_a_member_wrote_cannot_break_out_of_the_card(world: World) -> None:
    nasty = {"Question": "||spoiler|| @everyone [x](https://e.x) `", "Answers, one per line": "# big\n||two||"}
    preview = await create(world, nasty)
    await world.margot.click(preview.response, label="Post")
    text = all_text(wire(await newest(world)))
    assert "||" not in text.replace("\\|", "")
    assert "@everyone" not in text
    assert "\\[x\\]" in text


async def test_a_gated_poll_shows_the_channel_nothing_but_a_door(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "progress set", episode=8)
    preview = await world.margot.slash(world.foyer, "poll preset", name="the-triangle")
    await world.margot.click(preview.response, label="Post")
    card = await newest(world)
    shown = whole(wire(card))
    for secret in ("Jack", "Cheyenne", "Geneviève", "Who should"):
        assert secret not in shown
    gate = await world.camille.click(card, label="Vote")
    assert gate.ephemeral
    assert "spoils all eight episodes" in text_of(gate)
    for secret in ("Jack", "Cheyenne", "Who should"):
        assert secret not in whole(wire(gate.response))
    assert await app.progress.show(world.camille.id) is None

    ballot = await world.camille.click(gate.response, label="I’ve seen it")
    assert "Who should Jack end up with?" in text_of(ballot)
    voted = await world.camille.click(ballot.response, custom_id=beside(wire(ballot.response), "Cheyenne: the storm"))
    assert "Recorded" in text_of(voted)
    ballot = await world.camille.click(card, label="Vote")
    gate = await world.theo.click(card, label="Vote")
    seen = await world.theo.click(gate.response, label="I’ve seen it")
    await world.theo.click(seen.response, label="Undo")
    assert "Have you seen that far" in text_of(await world.theo.click(card, label="Vote"))


async def test_an_arc_shows_each_reader_their_own_end_of_it(world: World) -> None:
    card = await arc(world)
    asked = await world.camille.click(card, label="Vote")
    ballot = await world.camille.click(asked.response, label="3")
    assert "About episode 3" in text_of(ballot)
    options = [option["label"] for part in walk(wire(ballot.response)) for option in part.get("options", [])]
    assert options == ["Episode 1", "Episode 2", "Episode 3"]
    voted = await world.camille.click(ballot.response, custom_id=beside(wire(ballot.response), "Paris: Geneviève"))
    assert "Recorded for episode 3: **Paris: Geneviève**." in text_of(voted)
    assert "About episode 1" in text_of(voted)  # the next question is there already
    two = await world.camille.select(voted.response, ["2"])
    assert "About episode 2" in text_of(two)
    await world.camille.click(two.response, custom_id=beside(wire(two.response), "New York: Jack"))
    hidden = await world.camille.click(card, label="Results")
    assert "until three have voted" in text_of(hidden)


async def test_an_arc_says_for_which_episode_a_ballot_counts(world: World) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=3)
    card = await arc(world)
    ballot = await world.camille.click(card, label="Vote")
    two = await world.camille.select(ballot.response, ["2"])
    voted = await world.camille.click(two.response, custom_id=beside(wire(two.response), "New York: Jack"))
    assert "Recorded for episode 2: **New York: Jack**." in text_of(voted)
    assert "About episode 3" in text_of(voted)
    voted = await world.camille.select(voted.response, ["2"])
    changed = await world.camille.click(voted.response, custom_id=beside(wire(voted.response), "Paris: Geneviève"))
    assert "Your ballot for episode 2 now says **Paris: Geneviève**." in text_of(changed)
    back = await world.camille.click(changed.response, label="Take my ballot back")
    assert "You have no ballot for episode 2 now." in text_of(back)


async def test_the_gate_keeps_the_answer_that_was_pressed(world: World, app: App) -> None:
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="8")
    await world.margot.slash(world.finale, "progress set", episode=8)
    preview = await world.margot.slash(world.finale, "poll preset", name="the-triangle")
    await world.margot.click(preview.response, label="Post")
    card = world.finale.history()[-1]
    gate = await world.camille.click(card, custom_id=beside(wire(card), "Cheyenne: the storm"))
    assert "spoils all eight episodes" in text_of(gate)
    voted = await world.camille.click(gate.response, label="I’ve seen it")
    assert "Recorded: **Cheyenne: the storm**." in text_of(voted)
    assert await app.progress.show(world.camille.id) == 8
    undone = await world.camille.click(voted.response, label="Undo")
    assert "You haven’t told me" in text_of(undone)


async def test_how_a_poll_stands_is_shared_where_all_may_read_it(world: World) -> None:
    preview = await create(world, {})
    await world.margot.click(preview.response, label="Post")
    card = await newest(world)
    empty = await world.camille.click(card, label="Results")
    assert "Share" not in whole(wire(empty.response))  # too few have voted
    for member in (world.margot, world.camille, world.theo):
        await member.click(card, custom_id=beside(wire(card), "Jack"))
    results = await world.camille.click(card, label="Results")
    await world.camille.click(results.response, label="Share")
    shared = await newest(world)
    assert f"<@{world.camille.id}> shares how it stands" in all_text(wire(shared))
    assert "Results" in whole(wire(shared))
    elsewhere = await world.camille.slash(world.finale, "poll results", poll=poll_of(card))
    await world.camille.click(elsewhere.response, label="Share")
    simcord.assert_error(world.env, EtoileError, contains="poll-share-elsewhere")


async def test_an_arc_is_shared_as_far_as_its_channel_goes_by_those_who_have_seen_as_much(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="2")
    card = await arc(world)
    for member in (world.margot, world.camille, world.theo):
        await member.slash(world.foyer, "progress set", episode=3)
        sheet = await member.click(card, label="Vote")
        for _ in range(3):
            jack = beside(wire(sheet.response), "New York: Jack")
            sheet = await member.click(sheet.response, custom_id=jack)
    results = await world.theo.click(card, label="Results")
    await world.theo.click(results.response, label="Share")
    shared = whole(wire(await newest(world)))
    assert "Episode 2" in shared
    assert "Episode 3" not in shared
    await world.theo.slash(world.foyer, "progress set", episode=1)
    behind = await world.theo.click(card, label="Results")
    await world.theo.click(behind.response, label="Share")
    simcord.assert_error(world.env, EtoileError, contains="poll-share-later")


async def test_a_poll_that_closes_without_votes_says_so(world: World) -> None:
    preview = await create(world, {"When does it end?": "in 2 hours"})
    await world.margot.click(preview.response, label="Post")
    card = await newest(world)
    await world.env.advance_time(2 * 3600 + 5)
    assert "Nobody voted." in all_text(wire(await newest(world)))
    closed = all_text(wire(await world_message(world, card)))
    assert "Nobody voted." in closed
    assert "no ballots yet" not in closed


async def test_an_arcs_picture_counts_the_ballots_that_it_shows(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    feet: list[str] = []

    def drawn(chart: arc_picture.ArcChart) -> bytes:
        feet.append(chart.foot)
        return draw_arc(chart)

    draw_arc = arc_picture.draw_arc
    monkeypatch.setattr(arc_picture, "draw_arc", drawn)
    card = await arc(world)
    for member in (world.margot, world.camille, world.theo):
        await member.slash(world.foyer, "progress set", episode=4)
        ballot = await member.click(card, label="Vote")
        for episode in ("1", "2", "4"):
            shown = await member.select(ballot.response, [episode])
            await member.click(shown.response, custom_id=beside(wire(shown.response), "New York: Jack"))
    await world.camille.slash(world.foyer, "progress set", episode=3)
    for member in (world.camille, world.theo):
        results = await member.click(card, label="Results")
        assert "ballots over" not in text_of(results)
        assert "New York: Jack leads from episode 1 on." in str(wire(results.response))
    assert feet == ["6 ballots over 2 episodes · anonymous", "9 ballots over 3 episodes · anonymous"]


async def test_a_watched_episode_leads_to_the_arc_while_it_is_not_answered(world: World) -> None:
    await arc(world)
    card = await newest(world)
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(world.foyer, "party schedule", when="in 20 minutes", episode=2)
    await world.camille.click(draft.response, label="Post")
    await world.env.advance_time(21 * 60)
    party = (await world.camille.autocomplete(world.foyer, "party clock", "party", ""))[0]["value"]
    await world.camille.slash(world.foyer, "party clock", party=party, do="end")
    await world.env.advance_time(2)
    (thread,) = world.foyer.threads
    over = next(each for each in thread.history() if "party:watched" in whole(wire(each)))

    asked = await world.camille.click(over, label="Count episode 2 as watched")
    assert "next question" not in text_of(asked)  # episode 1 would count as well: first they have to say that it should
    counted = await world.camille.click(asked.response, label="Count 1 to 2")
    assert "next question is open for you" in text_of(counted)
    assert button(counted, "Open the poll")["url"].endswith(f"/{card.id}")
    ballot = await world.camille.click(card, label="Vote")
    second = beside(wire(ballot.response), "New York: Jack")
    voted = await world.camille.click(ballot.response, custom_id=second)
    assert "next question" in text_of(await world.camille.click(over, label="Count episode 2 as watched"))
    one = await world.camille.select(voted.response, ["1"])
    await world.camille.click(one.response, custom_id=beside(wire(one.response), "Paris: Geneviève"))
    again = await world.camille.click(over, label="Count episode 2 as watched")
    assert "next question" not in text_of(again)
    assert "Open the poll" not in whole(wire(again.response))
    await world.camille.slash(world.foyer, "progress set", episode=3)
    assert "next question" in text_of(await world.camille.click(over, label="Count episode 2 as watched"))


async def test_only_who_may_closes_deletes_and_exports(world: World) -> None:
    preview = await create(world, {})
    await world.margot.click(preview.response, label="Post")
    card = await newest(world)
    poll = (await world.margot.autocomplete(world.foyer, "poll close", "poll", ""))[0]["value"]
    await world.theo.slash(world.foyer, "poll close", poll=poll)
    simcord.assert_error(world.env, EtoileError, contains="poll-not-yours")
    await world.theo.slash(world.foyer, "poll export", poll=poll)
    simcord.assert_error(world.env, EtoileError, contains="poll-not-yours")
    sure = await world.margot.slash(world.foyer, "poll delete", poll=poll)
    assert "can’t bring its ballots and counts back" in text_of(sure)
    gone = await world.margot.click(sure.response, label="Delete")
    assert "Who?" in text_of(gone)
    assert "is deleted" in text_of(gone)
    await world.camille.slash(world.foyer, "poll results", poll=poll)
    simcord.assert_error(world.env, EtoileError, contains="poll-was-deleted")
    assert "This poll was deleted" in all_text(wire(await world_message(world, card)))


async def test_every_button_lives_through_a_restart(world: World, app: App) -> None:
    preview = await create(world, {})
    await world.margot.click(preview.response, label="Post")
    card = await newest(world)
    await world.camille.click(card, custom_id=beside(wire(card), "Jack"))
    await world.env.restart_bot(EtoileBot(app))
    again = await world.camille.click(card, label="My ballot")
    assert "**Jack** ✓" in text_of(again)
    changed = await world.camille.click(card, custom_id=beside(wire(card), "Susu"))
    assert "now says **Susu**" in told(changed)


async def test_a_poll_that_a_later_pack_gates_is_closed_to_who_has_not_reached_it(
    world: World, app_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = await world.margot.slash(world.foyer, "poll preset", name="bonds")
    await world.margot.click(preview.response, label="Post")
    card = await newest(world)
    assert "Which bond" in whole(wire(card))
    assert "Which bond" in text_of(await world.camille.slash(world.foyer, "etoile status"))

    monkeypatch.setattr("bot.app.kept_pack", lambda *_: stricter_pack("bonds", 5))
    clock = FunctionClock(discord.utils.utcnow)  # noqa: TID251  (SimCord moves it)
    async with open_app(app_settings, clock) as later:
        await world.env.restart_bot(EtoileBot(later))
        redrawn = await world_message(world, card)
        for shown in (
            whole(wire(redrawn)),
            text_of(await world.camille.slash(world.foyer, "etoile status")),
            text_of(await world.camille.slash(world.foyer, "poll list")),
            str(await world.camille.autocomplete(world.foyer, "poll show", "poll", "")),
        ):
            assert "Which bond" not in shown
            assert "spoils episodes 1 to 5" in shown or "spoils episodes up to 5" in shown
        assert "Have you seen that far" in text_of(await world.camille.click(redrawn, label="Vote"))
        await world.camille.slash(world.foyer, "progress set", episode=5)
        assert "Which bond" in text_of(await world.camille.click(redrawn, label="Vote"))
        assert "Which bond" in text_of(await world.camille.slash(world.foyer, "etoile status"))


async def test_a_deleted_card_is_posted_again_by_show(world: World, simcord_bot: EtoileBot) -> None:
    preview = await create(world, {})
    await world.margot.click(preview.response, label="Post")
    card = await newest(world)
    await world.camille.click(card, custom_id=beside(wire(card), "Jack"))
    channel = simcord_bot.get_partial_messageable(world.foyer.id)
    await channel.get_partial_message(card.id).delete()  # as a moderator would
    poll = (await world.margot.autocomplete(world.foyer, "poll show", "poll", "who"))[0]["value"]
    await world.margot.slash(world.foyer, "poll show", poll=poll)
    again = await newest(world)
    assert again.id != card.id
    assert "**Jack** ✓" in text_of(await world.camille.click(again, label="My ballot"))


async def test_suggestions_name_no_question_that_the_typist_has_not_reached(world: World) -> None:
    await world.margot.slash(world.foyer, "progress set", episode=8)
    preview = await world.margot.slash(world.foyer, "poll preset", name="the-triangle")
    await world.margot.click(preview.response, label="Post")
    theirs = await world.camille.autocomplete(world.foyer, "poll show", "poll", "")
    assert "Jack" not in theirs[0]["name"]
    assert "spoils the whole season" in theirs[0]["name"]
    assert await world.camille.autocomplete(world.foyer, "poll show", "poll", "jack") == []
    presets = await world.camille.autocomplete(world.foyer, "poll preset", "name", "")
    assert "the-triangle" not in {choice["value"] for choice in presets}
    listed = text_of(await world.camille.slash(world.foyer, "poll list"))
    assert "Jack" not in listed
    assert "Who should Jack" in text_of(await world.margot.slash(world.foyer, "poll list"))


# -- helpers


async def arc(world: World) -> Any:
    """Margot, who has seen it all, has a question asked at every episode; its card."""
    await world.margot.slash(world.foyer, "progress set", episode=8)
    preview = await world.margot.slash(world.foyer, "poll arc", preset="jack-or-genevieve")
    await world.margot.click(preview.response, label="Post")
    return await newest(world)


async def create(world: World, changed: dict[str, str]) -> simcord.InteractionResult:
    """Margot opens the form, fills it in and sends it."""
    shown = await world.margot.slash(world.foyer, "poll create")
    return await world.margot.submit_modal(shown, by_id(shown, FORM | changed))


def by_id(shown: simcord.InteractionResult, values: dict[str, str]) -> dict[str, Any]:
    """Values by the custom ids of the fields with these labels; empty ones are left out."""
    assert shown.modal is not None
    ids = {component["label"]: component["component"]["custom_id"] for component in shown.modal["components"]}
    return {ids[label]: value for label, value in values.items() if value}


def poll_of(card: Any) -> str:
    """The poll's id, as its controls carry it."""
    ids = [str(part.get("custom_id") or "") for part in walk(wire(card))]
    return next(custom_id.split(":")[3] for custom_id in ids if custom_id.startswith("v1:poll:"))


async def newest(world: World) -> Any:
    """The newest public message in the foyer."""
    return world.foyer.history()[-1]


async def world_message(world: World, message: Any) -> Any:
    """A message of the foyer as it is now."""
    return next(each for each in world.foyer.history() if each.id == message.id)


def wire(message: Any) -> list[dict[str, Any]]:
    """The components of a message in wire format."""
    return [part if isinstance(part, dict) else part.to_dict() for part in message.components]


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer."""
    assert result.response is not None
    return all_text(wire(result.response), result.response.content)


def told(result: simcord.InteractionResult) -> str:
    """All text of the follow-ups, or of the answer where there are none."""
    return "\n".join([text_of(result), *(all_text(wire(each), each.content) for each in result.followups)])


def whole(components: list[dict[str, Any]]) -> str:
    """Everything in a message, labels and options too."""
    return str(components)


def button(result: simcord.InteractionResult, label: str) -> dict[str, Any]:
    """The button that says `label`."""
    assert result.response is not None
    return next(part for part in walk(wire(result.response)) if part.get("label") == label)
