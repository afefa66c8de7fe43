"""The roster of servers, what they are told once, what is deleted when, and a server's choices."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.errors import EtoileError
from bot.jobs import Job
from bot.services.lifecycle import GRACE
from bot.settings import Settings
from bot.store import jobs
from bot.store import lifecycle as store
from bot.store.engine.database import Database, Transaction, sql
from tests.support.house import CAMILLE, FOYER, GUILD, HOSTS, LOG, MARGOT, OTHER_GUILD, PROJECTION, House, member


async def claim(house: House, kind: str) -> list[Job]:
    """The due jobs of a kind, taken up."""
    due = await house.db.write(jobs.claim_due, now=house.now, limit=100, lease_seconds=60)
    return [job for job in due if job.kind == kind]


async def test_every_table_of_servers_is_known_to_the_purge(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    await house.app.lifecycle.arrive(GUILD)
    for table in await house.tables():
        columns = await columns_of(house, table)
        assert ("guild_id" in columns) == (table in store.GUILD_TABLES), table


async def columns_of(house: House, table: str) -> set[str]:
    from bot.store.engine.database import Row, sql

    def look() -> Transaction[list[Row]]:
        if house.db.kind == "sqlite":
            return (yield sql(f"SELECT name FROM pragma_table_info('{table}')"))
        return (yield sql("SELECT column_name AS name FROM information_schema.columns WHERE table_name = :t", t=table))

    return {row["name"] for row in await house.db.read(look)}


async def test_a_server_that_the_bot_left_is_purged_after_the_grace_period(db: Database) -> None:
    house = House(db)
    await house.live_a_little(GUILD)
    await house.live_a_little(OTHER_GUILD)
    await house.app.lifecycle.arrive(GUILD)
    await house.app.lifecycle.leave(GUILD)
    house.now += GRACE - timedelta(minutes=1)
    assert await claim(house, JobKind.CARE_PURGE) == []
    house.now += timedelta(minutes=2)
    (job,) = await claim(house, JobKind.CARE_PURGE)
    assert job.subject_id == GUILD
    mine = {row["id"] for row in await house.rows("polls") if row["guild_id"] == GUILD}
    assert await house.app.lifecycle.purge(GUILD, still_there=False)
    await house.db.write(jobs.finish, [job])

    cells = await house.everything()
    assert not [cell for cell in cells if str(GUILD) in cell[2] or cell[2] in map(str, mine)]
    assert [cell for cell in cells if str(OTHER_GUILD) in cell[2]]
    assert (await house.app.mydata.show(member(CAMILLE))).member.progress is not None  # that is the member's own


async def test_coming_back_in_time_keeps_everything(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    await house.app.lifecycle.arrive(GUILD)
    await house.app.lifecycle.leave(GUILD)
    house.now += timedelta(days=3)
    await house.app.lifecycle.arrive(GUILD)
    house.now += GRACE
    assert await claim(house, JobKind.CARE_PURGE) == []
    assert not await house.app.lifecycle.purge(GUILD, still_there=False)  # nor by a job that was already under way
    assert await house.rows("polls")


async def test_a_purge_looks_once_more_whether_the_bot_is_there(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    await house.app.lifecycle.leave(GUILD)
    assert not await house.app.lifecycle.purge(GUILD, still_there=True)
    assert await house.rows("polls")
    assert not await house.db.read(store.has_left, guild_id=GUILD)


async def test_hello_is_said_once(db: Database) -> None:
    house = House(db)
    assert await house.app.lifecycle.arrive(GUILD)
    assert [job.subject_id for job in await claim(house, JobKind.CARE_HELLO)] == [GUILD]
    assert await house.app.lifecycle.may_greet(GUILD)
    assert await house.app.lifecycle.may_greet(GUILD)  # a try that failed is repeated
    await house.app.lifecycle.mark_greeted(GUILD)
    assert not await house.app.lifecycle.may_greet(GUILD)
    assert not await house.app.lifecycle.arrive(GUILD)
    quiet = House(db, settings=Settings(state_dir=Path("unused"), hello=False))
    assert not await quiet.app.lifecycle.arrive(OTHER_GUILD)


async def test_stock_is_taken_at_the_start(db: Database) -> None:
    house = House(db)
    care = house.app.lifecycle
    old, new = house.now - timedelta(days=90), house.now - timedelta(minutes=5)
    assert await care.take_stock({1: old, 2: old, 3: None}, lambda _: True) == []  # old acquaintances
    assert await care.take_stock({1: old, 2: old, 3: None, 4: new}, lambda _: True) == [4]
    await care.take_stock({1: old, 4: new}, lambda guild_id: guild_id != 3)  # 3 belongs to another process
    roster = await house.db.read(store.load_roster)
    assert (roster.here, roster.gone) == (frozenset({1, 3, 4}), frozenset({2}))
    await care.take_stock({1: old, 2: old, 3: None, 4: new}, lambda _: True)
    house.now += GRACE + timedelta(days=1)
    assert await claim(house, JobKind.CARE_PURGE) == []


async def test_a_second_process_and_a_restored_backup_greet_nobody_again(db: Database) -> None:
    house = House(db)
    care = house.app.lifecycle
    old = house.now - timedelta(days=90)
    mine = dict.fromkeys(range(1, 50), old)
    assert await care.take_stock(mine, lambda guild_id: guild_id < 50) == []
    theirs = dict.fromkeys(range(50, 100), old)  # the roster is no longer empty when they come
    assert await care.take_stock(theirs, lambda guild_id: guild_id >= 50) == []
    await house.db.write(forget_roster, 40)  # a backup from before the bot came there
    assert await care.take_stock(mine, lambda guild_id: guild_id < 50) == []


def forget_roster(guild_id: int) -> Transaction[None]:
    yield sql("DELETE FROM guild_care WHERE guild_id = :guild_id", guild_id=guild_id)


async def test_who_invited_the_bot_before_its_first_start_is_greeted(db: Database) -> None:
    house = House(db)
    joined = {1: house.now - timedelta(hours=2), 2: house.now - timedelta(days=30)}
    assert await house.app.lifecycle.take_stock(joined, lambda _: True) == [1]


async def test_a_changed_standing_is_told_once_to_who_asked(db: Database) -> None:
    house = House(db)
    margot = member(MARGOT, manages=True)
    for guild_id, asks in ((GUILD, True), (OTHER_GUILD, False)):
        await house.app.setup.set_channels(replace(margot, guild_id=guild_id), party_channel_id=PROJECTION)
        await house.app.setup.set_announce(replace(margot, guild_id=guild_id), announce=asks)
    assert await house.app.lifecycle.schedule_news() == 0  # what stands now is no news
    await house.db.write(store.know_standing, guild_id=GUILD, version=0)
    await house.db.write(store.know_standing, guild_id=OTHER_GUILD, version=0)
    assert await house.app.lifecycle.schedule_news() == 1
    assert [job.subject_id for job in await claim(house, JobKind.CARE_STANDING)] == [GUILD]

    news = await house.app.lifecycle.news_for(GUILD)
    assert news is not None
    assert news.channel_id == PROJECTION
    house.now += timedelta(hours=1)
    assert await house.app.lifecycle.news_for(GUILD) == news  # as long as nobody says that it was told
    await house.app.lifecycle.mark_told(GUILD)
    assert await house.app.lifecycle.news_for(GUILD) is None
    assert await house.app.lifecycle.schedule_news() == 0


async def test_retention_deletes_what_is_past_and_leaves_what_is_not(db: Database) -> None:
    house = House(db, settings=Settings(state_dir=Path("unused"), retention_days=30))
    await house.live_a_little()
    cancelled = await house.post_party(CAMILLE)
    await house.app.party_changes.cancel(member(CAMILLE), cancelled)
    await house.app.lifecycle.begin_sweeping()
    assert len(await claim(house, JobKind.CARE_SWEEP)) == 1
    assert await house.rows("poll_drafts")
    house.now += timedelta(days=29)
    assert await house.app.lifecycle.sweep() == (0, 0)
    assert await house.rows("poll_drafts") == []
    house.now += timedelta(days=20)
    assert await house.app.lifecycle.sweep() == (2, 1)
    assert {row["state"] for row in await house.rows("polls")} == {"open"}
    assert cancelled not in {row["id"] for row in await house.rows("parties")}
    due = {row["kind"]: row["due_at"] for row in await house.rows("jobs")}
    assert due[JobKind.CARE_SWEEP] == int((house.now + timedelta(hours=1)).timestamp() * 1000)


async def test_without_retention_nothing_goes(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    await house.app.lifecycle.begin_sweeping()
    house.now += timedelta(days=5000)
    assert await house.app.lifecycle.sweep() == (0, 0)


async def test_choices_are_stored_one_by_one_and_only_by_who_manages_the_server(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    settings = await house.app.setup.open(member(MARGOT, manages=True))
    assert (settings.locale, settings.zone, settings.horizon) == (Locale.FR, "Europe/Paris", 2)
    assert (settings.party_channel_id, settings.poll_channel_id, settings.log_channel_id) == (PROJECTION, FOYER, LOG)
    assert (settings.host_role_ids, settings.announce, settings.titles_shown) == (frozenset({HOSTS}), True, False)
    for stranger in (member(CAMILLE), member(MARGOT, guild_id=None, manages=True)):
        with pytest.raises(EtoileError):
            await house.app.setup.open(stranger)
        with pytest.raises(EtoileError):
            await house.app.setup.set_announce(stranger, announce=True)
    with pytest.raises(EtoileError, match="when-zone-unknown"):
        await house.app.setup.set_zone(member(MARGOT, manages=True), "Atlantis")


async def test_the_health_of_a_server_counts_its_own_work(db: Database) -> None:
    house = House(db)
    await house.live_a_little(GUILD)
    assert (await house.app.lifecycle.health(OTHER_GUILD)).due == store.DueWork(waiting=0, overdue=0, last_sent=None)
    health = await house.app.lifecycle.health(GUILD)
    assert health.due.waiting > health.due.overdue >= 0
    assert health.database == db.kind
    house.now += timedelta(days=30)
    assert (await house.app.lifecycle.health(GUILD)).due.overdue > health.due.overdue
