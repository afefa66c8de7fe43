"""Joining a server and leaving it, and the news of a changed standing: what members see, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.app import App
from bot.domain.instants import from_ms
from bot.domain.job_kinds import JobKind
from bot.services.lifecycle import GRACE
from bot.settings import Settings
from bot.store import lifecycle
from bot.store.engine.database import Transaction, sql
from bot.store.jobs import schedule
from tests.discord.conftest import World
from tests.support.reading import all_text

SIX_HOURS = 6 * 60 * 60


@pytest.fixture
def app_settings(app_settings: Settings) -> Settings:
    return replace(app_settings, hello=True)


async def test_hello_is_said_once_in_the_first_channel(world: World, app: App) -> None:
    await world.env.advance_time(60)
    (hello,) = world.foyer.history()
    text = all_text([component.to_dict() for component in hello.components])
    assert "Bonsoir! I’m Étoile." in text
    assert "/etoile-admin setup" in text
    assert world.finale.history() == []

    opened = await world.margot.click(hello, label="Set me up")
    assert opened.ephemeral
    await app.lifecycle.arrive(world.guild.id)  # added once more
    await world.env.advance_time(600)
    assert len(world.foyer.history()) == 1


async def test_leaving_purges_after_the_grace_period(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="4", server=True)
    guild_id = world.guild.id
    await world.env.bot.http.leave_guild(guild_id)
    await world.env.advance_time(SIX_HOURS)
    assert (await app.setup.settings(guild_id)).horizon == 4
    due = await app.db.read(purge_due, guild_id)
    assert GRACE - timedelta(hours=1) < due - app.clock.now() + timedelta(hours=6) <= GRACE
    await app.db.write(schedule, kind=JobKind.CARE_PURGE, subject_id=guild_id, due_at=app.clock.now())  # a month later
    await world.env.advance_time(600)
    assert (await app.setup.settings(guild_id)).horizon == 0


def purge_due(guild_id: int) -> Transaction[datetime]:
    rows = yield sql(
        "SELECT due_at FROM jobs WHERE kind = :kind AND subject_id = :id", kind=JobKind.CARE_PURGE, id=guild_id
    )
    return from_ms(rows[0]["due_at"])


async def test_who_asked_hears_of_a_changed_standing_once(world: World, app: App) -> None:
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    await world.margot.select(opened.response, ["channels"], custom_id="v1:setup:go")
    await world.margot.select(opened.response, [world.finale], custom_id="v1:setup:place:parties")
    for _ in range(4):
        await world.margot.click(opened.response, label="Next ▶")
    await world.margot.click(opened.response, label="Yes, tell this server")
    await world.env.advance_time(60)
    assert world.finale.history() == []

    await app.db.write(
        lifecycle.know_standing, guild_id=world.guild.id, version=0
    )  # as after an upgrade of the show pack
    for _ in range(2):
        await app.lifecycle.schedule_news()
        await world.env.advance_time(60)
    (news,) = world.finale.history()
    text = all_text([component.to_dict() for component in news.components])
    assert "The series:" in text
    assert "As of" in text
    mine = await world.camille.click(news, label="Where the series stands")
    assert mine.ephemeral
