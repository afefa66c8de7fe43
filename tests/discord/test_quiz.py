"""`/quiz me`, as members at several points of the season play it, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.domain.locale import Locale
from bot.domain.questions import Question
from bot.errors import EtoileError
from bot.store.engine.database import Row, Transaction, sql
from tests.discord.conftest import World
from tests.support.reading import all_text, walk


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer."""
    assert result.response is not None
    return all_text(result.response.components, result.response.content)


def labels(result: simcord.InteractionResult) -> list[str]:
    assert result.response is not None
    return [
        part["label"] for part in walk(result.response.components) if part.get("label") and not part.get("disabled")
    ]


def question_in(result: simcord.InteractionResult, app: App) -> Question | None:
    """The question that stands in an answer, of all that there are; None where none does."""
    text = text_of(result)
    found = [one for one in app.pack.view(8, Locale.EN).questions.values() if f"### {one.question}" in text]
    return found[0] if found else None


async def play(app: App, member: Any, shown: simcord.InteractionResult, *, right: bool = True) -> Any:
    """Answer everything that is asked, to the end of the round; returns the end, and what was asked."""
    asked: list[Question] = []
    while (question := question_in(shown, app)) is not None:
        asked.append(question)
        told = await member.click(shown.response, label=question.right if right else question.wrong[0])
        assert question.explanation in text_of(told)
        shown = await member.click(told.response, label="Next" if "Next" in labels(told) else "How did I do?")
    return shown, asked


async def test_a_round_asks_answers_at_once_and_ends_with_a_score(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=8)
    shown = await world.camille.slash(world.foyer, "quiz me", length=3)
    assert shown.ephemeral
    assert "Question 1 of 3" in text_of(shown)
    question = question_in(shown, app)
    assert question is not None
    assert sorted(labels(shown)) == sorted([question.right, *question.wrong])

    wrong = await world.camille.click(shown.response, label=question.wrong[1])
    assert f"It’s **{question.right}**" in text_of(wrong)
    assert question.explanation in text_of(wrong)
    assert question.sources[0].publisher in text_of(wrong)
    shown = await world.camille.click(wrong.response, label="Next")
    end, asked = await play(app, world.camille, shown)
    assert len({question.id, *(one.id for one in asked)}) == 3
    assert "2 of 3" in text_of(end)
    if question.read_up is not None:
        page = await world.camille.click(end.response, label=question.read_up.label)
        assert page.ephemeral
        assert len(text_of(page)) > 100


async def test_nothing_repeats_until_the_rest_was_seen_and_then_there_is_a_pause(world: World, app: App) -> None:
    pool = app.pack.view(0, Locale.EN).questions
    seen: list[str] = []
    while len(seen) < len(pool):
        shown = await world.camille.slash(world.foyer, "quiz me", length=3)
        _, asked = await play(app, world.camille, shown)
        seen += [one.id for one in asked]
    fresh = seen[: len(pool)]
    assert sorted(fresh) == sorted(pool)

    empty = await world.camille.slash(world.foyer, "quiz me")
    assert f"all {len(pool)} questions" in text_of(empty)
    assert "once you’ve seen episode 1" in text_of(empty)
    assert "progress set" in text_of(empty)
    over = await world.camille.click(empty.response, label="Go over them anyway")
    assert question_in(over, app) is not None


async def test_what_was_missed_comes_back_first_once_all_were_asked(world: World, app: App) -> None:
    pool = app.pack.view(0, Locale.EN).questions
    shown = await world.camille.slash(world.foyer, "quiz me", length=3)
    missed = question_in(shown, app)
    assert missed is not None
    told = await world.camille.click(shown.response, label=missed.wrong[0])
    seen = [missed.id]
    shown = await world.camille.click(told.response, label="Next")
    while missed.id not in seen[1:]:
        _, asked = await play(app, world.camille, shown)
        assert asked
        seen += [one.id for one in asked]
        shown = await world.camille.slash(world.foyer, "quiz me", length=3)
    assert seen.index(missed.id, 1) == len(pool)


async def test_setting_oneself_back_takes_effect_in_the_middle_of_a_question(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=8)
    shown = await world.camille.slash(world.foyer, "quiz me", length=20)
    question = question_in(shown, app)
    while question is not None and question.level == 0:
        told = await world.camille.click(shown.response, label=question.right)
        shown = await world.camille.click(told.response, label="Next")
        question = question_in(shown, app)
    assert question is not None
    await world.camille.slash(world.foyer, "progress set", episode=0)
    instead = await world.camille.click(shown.response, label=question.right)
    assert question.question not in text_of(instead)
    other = question_in(instead, app)
    assert other is None or other.level == 0
    assert question.id not in {row["question_id"] for row in await boxes(app)}


@pytest.mark.parametrize("level", range(9))
async def test_nothing_that_is_asked_lies_beyond_the_player(world: World, app: App, level: int) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=level)
    allowed = set(app.pack.view(level, Locale.EN).questions)
    for _ in range(2):
        _, asked = await play(app, world.camille, await world.camille.slash(world.foyer, "quiz me", length=10))
        assert {one.id for one in asked} <= allowed
        assert all(one.level <= level for one in asked)


async def test_a_round_goes_on_after_a_restart_and_a_second_press_counts_once(world: World, app: App) -> None:
    shown = await world.camille.slash(world.foyer, "quiz me", length=3)
    question = question_in(shown, app)
    assert question is not None
    await world.env.restart_bot(EtoileBot(app))
    told = await world.camille.click(shown.response, label=question.right)
    assert "Right!" in text_of(told)
    await world.env.restart_bot(EtoileBot(app))
    shown = await world.camille.click(told.response, label="Next")
    assert "Question 2 of 3" in text_of(shown)
    await play(app, world.camille, shown)
    assert len(await boxes(app)) == 3


async def test_a_newer_round_replaces_the_older(world: World, app: App) -> None:
    older = await world.camille.slash(world.foyer, "quiz me", length=3)
    question = question_in(older, app)
    assert question is not None
    await world.camille.slash(world.foyer, "quiz me", length=3)
    await world.camille.click(older.response, label=question.right)
    simcord.assert_error(world.env, EtoileError, contains="quiz-round-gone")


async def test_only_the_kind_that_was_asked_for(world: World, app: App) -> None:
    await world.camille.slash(world.foyer, "progress set", episode=8)
    kinds = {one.kind for one in app.pack.view(8, Locale.EN).questions.values()}
    for kind in kinds:
        _, asked = await play(app, world.camille, await world.camille.slash(world.foyer, "quiz me", kind=kind))
        assert {one.kind for one in asked} == {kind}


async def test_it_works_in_a_direct_message(world: World, app: App) -> None:
    user = world.env.create_user("noor")
    world.guild.add_member(user)
    end, asked = await play(app, user, await user.slash("quiz me", length=3))
    assert len(asked) == 3
    assert "3 of 3" in text_of(end)


async def test_what_is_kept_of_it_is_shown_and_goes(world: World, app: App) -> None:
    await play(app, world.camille, await world.camille.slash(world.foyer, "quiz me", length=3))
    assert "3 questions answered" in text_of(await world.camille.slash(world.foyer, "mydata show"))
    asked = await world.camille.slash(world.foyer, "mydata delete")
    await world.camille.click(asked.response, label="Delete everything")
    assert "Nothing. I keep nothing" in text_of(await world.camille.slash(world.foyer, "mydata show"))
    assert await boxes(app) == []


async def boxes(app: App) -> list[Row]:
    def look() -> Transaction[list[Row]]:
        return (yield sql("SELECT question_id, box FROM quiz_boxes"))

    return await app.db.read(look)
