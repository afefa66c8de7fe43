""" "Something wrong?": from a press under an answer to the moderators' channel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import simcord

from bot.errors import EtoileError
from bot.services.reports import about as checked_subject
from bot.settings import Settings
from cogs.ui.kit import controls
from tests.discord.conftest import World
from tests.support.reading import all_text, walk


@pytest.fixture
def operator_channel() -> int:
    """The operator's channel, where a test needs one."""
    return 0


@pytest.fixture
def app_settings(app_settings: Settings, operator_channel: int) -> Settings:
    return replace(app_settings, operator_channel=operator_channel)


async def press_report(member: Any, shown: simcord.InteractionResult) -> simcord.InteractionResult:
    """The button for it stands behind ⋯."""
    more = await member.click(shown.response, label="⋯")
    return await member.click(more.response, label="Something wrong?")


async def report(world: World, member: Any, text: str) -> simcord.InteractionResult:
    """Ask for the status, press the button under it, write."""
    shown = await member.slash(world.foyer, "etoile status")
    form = await press_report(member, shown)
    assert form.modal is not None
    field = next(part["custom_id"] for part in walk(form.modal["components"]) if part.get("type") == 4)
    return await member.submit_modal(form, {field: text})


async def test_a_report_reaches_the_moderators_in_a_closed_box(world: World) -> None:
    log = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=log)
    told = await report(world, world.camille, "It says that **Jack** wins! ||no|| @everyone\n```\nx")
    assert told.ephemeral
    assert told.response is not None
    assert "The moderators have it" in told.response.content

    (posted,) = [message for message in log.history() if len(message.components) == 2]
    wire = [component.to_dict() for component in posted.components]
    head, box = wire
    assert f"<@{world.camille.id}>" in head["content"]
    assert f"<#{world.foyer.id}>" in head["content"]
    assert "Cancelled" not in head["content"]
    assert "wins" not in head["content"]
    assert box["spoiler"] is True
    inside = all_text([box])
    assert "**Cancelled after one season**" in inside
    assert "\\*\\*Jack\\*\\*" in inside
    assert "@everyone" not in inside
    assert not posted.mention_everyone


async def test_a_question_that_nothing_answers_goes_to_the_moderators_as_it_was_typed(world: World) -> None:
    log = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=log)
    question = "Zyzzyva: *who* is <@123>, [really](https://x.example)?"
    shown = await world.camille.slash(world.foyer, "etoile ask", question=question)
    form = await world.camille.click(shown.response, label="Ask the moderators")
    assert form.modal is not None
    field = next(part for part in walk(form.modal["components"]) if part.get("type") == 4)
    assert field["value"] == question
    told = await world.camille.submit_modal(form, {field["custom_id"]: field["value"]})
    assert told.response is not None
    assert "The moderators have your question" in told.response.content
    posted = log.history()[-1] if "chose" in log.history()[0].content else log.history()[0]
    head, box = [component.to_dict() for component in posted.components]
    assert "asks in" in head["content"]
    assert "Zyzzyva" in all_text([box])


async def test_a_form_that_is_closed_without_a_word_is_forgotten(world: World) -> None:
    log = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=log)
    shown = await world.camille.slash(world.foyer, "etoile status")
    assert (await press_report(world.camille, shown)).modal is not None
    waiting = world.env.bot._connection._view_store._modals
    assert len(waiting) == 1
    await world.env.advance_time(controls.FORM_KEPT + 1)
    assert not waiting


async def test_where_nobody_would_read_it_that_is_said_before_anything_is_typed(world: World) -> None:
    shown = await world.camille.slash(world.foyer, "etoile status")
    pressed = await press_report(world.camille, shown)
    assert pressed.modal is None
    simcord.assert_error(world.env, EtoileError, contains="report-nobody")


async def test_a_log_that_is_gone_is_said_and_nothing_breaks(world: World) -> None:
    log = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=log)
    await world.env.bot.http.delete_channel(log.id)
    refused = await report(world, world.camille, "Hello? ``` @everyone")
    simcord.assert_error(world.env, EtoileError, contains="report-lost")
    assert refused.response is not None
    assert refused.response.content.endswith("paste this:\n```\nHello? ˋˋˋ @everyone\n```")


async def test_a_member_cannot_fill_the_moderators_channel(world: World) -> None:
    log = world.guild.create_text_channel("coulisses")
    await world.margot.slash(world.foyer, "etoile-admin log", channel=log)
    before = len(log.history())
    for _ in range(5):
        last = await report(world, world.camille, "spam " * 200)
    assert last.response is not None
    assert "spam spam" in last.response.content  # handed back
    assert len(log.history()) - before == 3
    simcord.assert_error(world.env, EtoileError, contains="report-too-many")
    simcord.assert_error(world.env, EtoileError, contains="report-too-many")
    await report(world, world.theo, "not spam")
    assert len(log.history()) - before == 4


@pytest.mark.parametrize("about", ["evil`@everyone", "fact/" + "x" * 60, "Fact", "a b"])
def test_a_forged_subject_is_refused(about: str) -> None:
    with pytest.raises(EtoileError):
        checked_subject(about)
