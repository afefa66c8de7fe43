"""`/quiz night`, as a channel plays it."""

from __future__ import annotations

from typing import Any

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.domain.locale import Locale
from bot.domain.questions import Question
from bot.errors import EtoileError
from cogs.ui.quiz.refresh import night_drawer_of
from tests.discord.conftest import World
from tests.support.reading import all_text


@pytest.fixture(autouse=True)
def quick(world: World, simcord_bot: EtoileBot) -> None:
    """Messages rest for a moment only: SimCord waits for every timer."""
    night_drawer_of(simcord_bot).redraws.window = 0.01


def told(result: simcord.InteractionResult) -> str:
    """The newest thing that a press was answered with."""
    response = result.followups[-1] if result.followups else result.response
    assert response is not None
    return text(response)


async def newest(world: World) -> Any:
    """The newest message in #foyer."""
    return world.foyer.history()[-1]


def text(message: Any) -> str:
    """All text of a message."""
    components = [part if isinstance(part, dict) else part.to_dict() for part in message.components]
    return all_text(components, message.content)


def question_in(message: Any, app: App) -> Question:
    (found,) = [one for one in app.pack.view(8, Locale.EN).questions.values() if f"### {one.question}" in text(message)]
    return found


async def test_a_night_from_the_first_question_to_the_podium(world: World, app: App) -> None:
    begun = await world.margot.slash(world.foyer, "quiz night", questions=3, seconds=10)
    assert "on its way" in told(begun)
    await world.env.advance_time(1)
    seen: list[str] = []
    for number in (1, 2, 3):
        card = await newest(world)
        question = question_in(card, app)
        seen.append(question.id)
        assert f"Question {number} of 3" in text(card)
        assert question.explanation not in text(card)
        wrong = await world.camille.click(card, label=question.wrong[0])
        assert f"Recorded: **{question.wrong[0]}**" in told(wrong)
        changed = await world.camille.click(card, label=question.right)
        assert f"your answer is **{question.right}**" in told(changed)
        await world.theo.click(card, label=question.wrong[1])
        await world.env.advance_time(11)
        card = await newest(world)
        assert question.explanation in text(card)
        assert "1 of 2 got it right" in text(card)
        assert f"🥇 <@{world.camille.id}>" in text(card)
        await world.env.advance_time(9)
    assert len(set(seen)) == 3
    end = await newest(world)
    assert "Curtain" in text(end)
    assert f"🥇 <@{world.camille.id}>" in text(end)
    assert "The hardest" in text(end)
    assert len(end.attachments) == 1
    alone = await world.theo.click(end, label="Play on alone")
    assert alone.ephemeral
    assert "Question 1 of 10" in told(alone)


async def until(world: World, words: str) -> Any:
    """The newest message in #foyer, once it has these words: within half a minute of the night's own time."""
    for _ in range(30):
        if words in text(await newest(world)):
            break
        await world.env.advance_time(1)
    assert words in text(await newest(world))
    return await newest(world)


async def test_killed_in_the_middle_of_ten_questions_it_asks_none_twice_and_loses_no_point(
    world: World, app: App
) -> None:
    async def kill() -> None:
        await world.env.restart_bot(EtoileBot(app))
        night_drawer_of(world.env.bot).redraws.window = 0.01

    await world.margot.slash(world.foyer, "quiz night", questions=10, seconds=10, speed=False)
    seen: list[str] = []
    for number in range(1, 11):
        card = await until(world, f"Question {number} of 10")
        question = question_in(card, app)
        seen.append(question.id)
        await world.camille.click(card, label=question.right)
        if number == 4:
            await kill()
        await world.theo.click(card, label=question.wrong[0])
        await until(world, "1 of 2 got it right")
        if number == 5:
            await kill()
    assert len(set(seen)) == 10
    assert f"🥇 <@{world.camille.id}> · **1,000**" in text(await until(world, "Curtain"))
    assert len(world.foyer.history()) == 11


async def test_beyond_the_horizon_the_question_is_shown_to_who_has_seen_as_much(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=8)
    await world.margot.slash(world.foyer, "quiz night", questions=3, seconds=20, level=8)
    await world.env.advance_time(1)
    card = await newest(world)
    assert "spoils episodes 1 to 8" in text(card)
    assert not any(one.question in text(card) for one in app.pack.view(8, Locale.EN).questions.values())
    sheet = await world.camille.click(card, label="Show me the question")
    assert sheet.ephemeral
    question = question_in(sheet.response, app)
    picked = await world.camille.click(sheet.response, label=question.right)
    assert f"Recorded: **{question.right}**" in told(picked)
    refused = await world.theo.click(card, label="Show me the question")
    assert question.question not in told(refused)
    simcord.assert_error(world.env, EtoileError, contains="quiz-night-not-reached")
    await world.env.advance_time(21)
    card = await newest(world)
    assert "1 of 1 got it right" in text(card)
    assert question.question not in text(card)
    assert question.right not in text(card)


async def test_new_york_plays_against_paris(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "quiz night", questions=3, seconds=10, sides="chosen", speed=False)
    await world.env.advance_time(1)
    for number in (1, 2, 3):
        card = await newest(world)
        question = question_in(card, app)
        first = await world.camille.click(card, label=question.right)
        if number == 1:
            assert "Which side" in told(first)
            joined = await world.camille.click(first.response, label="Paris")
            assert "You dance for Paris" in told(joined)
        await world.theo.click(card, label=question.wrong[0])
        await world.env.advance_time(11)
        await world.env.advance_time(9)
    assert "**Paris 300**, New York 0" in text(await newest(world))


async def test_the_host_pauses_skips_and_stops_and_nobody_else(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "quiz night", questions=3, seconds=10)
    await world.env.advance_time(1)
    card = await newest(world)
    await world.theo.click(card, label="For the host")
    simcord.assert_error(world.env, EtoileError, contains="quiz-not-host")
    panel = await world.margot.click(card, label="For the host")
    await world.margot.click(panel.response, label="Skip this question")
    await world.env.advance_time(1)
    assert "Skipped" in text(await newest(world))
    await world.margot.click(panel.response, label="Pause after this question")
    await world.env.advance_time(20)
    assert "Question 1" in text(await newest(world))
    await world.margot.click(panel.response, label="Go on")
    await world.env.advance_time(1)
    assert "Question 2" in text(await newest(world))
    await world.margot.slash(world.foyer, "quiz stop")
    await world.env.advance_time(1)
    assert "Curtain" in text(await newest(world))


async def test_a_planned_night_is_announced_and_begins_by_itself(world: World) -> None:
    planned = await world.margot.slash(world.foyer, "quiz night", when="in 10 minutes", questions=3)
    assert "I’ll announce it" in told(planned)
    await world.env.advance_time(1)
    assert "Quiz night" in text(await newest(world))
    await world.env.advance_time(601)
    assert "Question 1 of 3" in text(await newest(world))


async def test_who_wants_to_be_is_called_five_minutes_before_and_nobody_else(world: World) -> None:
    await world.margot.slash(world.foyer, "quiz night", when="in 10 minutes", questions=3)
    card = await newest(world)
    for who in (world.camille, world.theo, world.theo):
        await who.click(card, label="Remind me")
    assert "One is coming" in text(await newest(world))
    ics = await world.camille.click(card, label="Calendar")
    assert [each.filename for each in (ics.followups or [ics.response])[-1].attachments] == ["etoile-quiz.ics"]
    await world.env.advance_time(5 * 60 + 1)
    call = await newest(world)
    assert call.content.endswith(f": <@{world.camille.id}>")
    await world.env.advance_time(5 * 60)
    assert "Question 1 of 3" in text(await newest(world))
    await world.theo.click(card, label="Remind me")
    simcord.assert_error(world.env, EtoileError, contains="quiz-night-begun")


async def test_a_channel_that_is_deleted_ends_it_and_the_log_learns_of_it(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.finale)
    await world.margot.slash(world.foyer, "quiz night", questions=3, seconds=10)
    await world.env.advance_time(1)
    await world.env.bot.http.delete_channel(world.foyer.id)
    await world.env.advance_time(25)
    assert any("I can’t write there any more" in message.content for message in world.finale.history())


async def test_who_may_not_or_asks_for_nonsense_is_told_so(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "quiz night", questions=3)
    for options in ({"questions": 3}, {"when": "yesterday"}, {"when": "in 90 days"}):
        refused = await world.margot.slash(world.foyer, "quiz night", **options)
        assert refused.ephemeral
    for key in ("quiz-night-running", "", "quiz-night-far"):
        simcord.assert_error(world.env, EtoileError, contains=key)
    direct = await world.env.create_user("noor").slash("quiz night")
    assert "only works on a server" in told(direct)
    simcord.assert_error(world.env, EtoileError, contains="error-server-only")


async def test_a_night_that_nobody_plays_ends_by_itself(world: World) -> None:
    await world.margot.slash(world.foyer, "quiz night", questions=10, seconds=10)
    await world.env.advance_time(1)
    for _ in range(3):
        await world.env.advance_time(11)
        await world.env.advance_time(9)
    assert "Nobody answered this time" in text(await newest(world))
    count = len(world.foyer.history())
    await world.env.advance_time(60)
    assert len(world.foyer.history()) == count


async def test_questions_and_answers_are_covered_when_less_may_be_said_there(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="8")
    await world.margot.slash(world.foyer, "quiz night", questions=3, seconds=10)
    await world.env.advance_time(1)
    card = await newest(world)
    question = question_in(card, app)
    await world.env.advance_time(11)
    assert question.explanation in text(await newest(world))
    await world.env.advance_time(9)
    going = await newest(world)
    asked = question_in(going, app)
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="0")
    await world.env.advance_time(3)
    held = world.env.backend.get_message(world.foyer.id, card.id)
    assert [part["spoiler"] for part in held.components if part["type"] == 17] == [True]
    assert not any(answer in str(held.components) for answer in question.wrong), "labels are read also in a closed box"
    assert asked.question not in text(await newest(world))
    await world.camille.slash(world.foyer, "progress set", episode=8)
    sheet = await world.camille.click(await newest(world), label="Show me the question")
    assert asked.question in told(sheet)
