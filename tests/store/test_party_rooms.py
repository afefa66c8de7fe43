"""What a party opens and to whom: its thread's horizon, its note, and the channel that not everybody may view."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.domain.guild_settings import GuildSettings
from bot.domain.member_text import Channel
from bot.domain.party import Rsvp, SeatStatus, State
from bot.domain.playback import ClockPress, Phase
from bot.domain.readers import Asker
from bot.domain.series import Rule
from bot.errors import EtoileError
from bot.services.parties.values import Edit
from bot.store import guild_settings
from bot.store.engine.database import Database
from tests.support.party_table import CHANNEL, GUILD, HOST, Table, asker

NOW = datetime(2026, 12, 1, 20, 0, tzinfo=UTC)
THREAD = 900
HIDDEN = 901


@pytest.fixture
def table(db: Database) -> Table:
    return Table(db, NOW)


def everything(_channel: Channel) -> bool:
    return True


def only_hidden(channel: Channel) -> bool:
    return channel.id == HIDDEN


async def horizon(table: Table) -> int:
    """What may be talked about openly in the party's thread."""
    audience = await table.db.read(guild_settings.load_audience, guild_id=GUILD, channel_id=THREAD, parent_id=CHANNEL)
    return audience.horizon


async def playing(table: Table, **more: Any) -> int:
    """A party with a thread, whose episode has just been started."""
    party = await table.party(**more)
    await table.parties.remember_messages(party, message_id=7, thread_id=THREAD)
    table.now += timedelta(hours=24)
    await table.due.begin(party, table.now)
    await table.clock.press(asker(HOST), party, ClockPress.GO)
    return party


async def test_a_thread_is_open_for_an_episode_only_when_the_clock_has_ended_it(table: Table) -> None:
    party = await playing(table, first_episode=7, last_episode=8)
    assert await horizon(table) == 0
    table.now += timedelta(minutes=55)
    await table.clock.press(asker(HOST), party, ClockPress.NEXT)
    assert await horizon(table) == 7
    await table.clock.press(asker(HOST), party, ClockPress.UNDO)
    assert await horizon(table) == 0
    await table.clock.press(asker(HOST), party, ClockPress.NEXT)
    await table.clock.press(asker(HOST), party, ClockPress.GO)
    table.now += timedelta(minutes=55)
    await table.clock.press(asker(HOST), party, ClockPress.END)
    assert await horizon(table) == 8


async def test_nobody_opens_a_thread_by_jumping_to_the_end(table: Table) -> None:
    party = await playing(table, first_episode=8, last_episode=8, length_minutes=1)
    await table.clock.press(asker(HOST), party, ClockPress.JUMP, to=timedelta(seconds=50))
    table.now += timedelta(minutes=2)
    await table.clock.press(asker(HOST), party, ClockPress.END)
    assert await horizon(table) == 0


async def test_edits_and_calls_off_open_nothing(table: Table) -> None:
    party = await table.party(first_episode=2, last_episode=2)
    await table.parties.remember_messages(party, message_id=7, thread_id=THREAD)
    await table.changes.edit(asker(HOST), party, Edit(first_episode=8))
    assert await horizon(table) == 0
    await table.changes.cancel(asker(HOST), party)
    assert await horizon(table) == 0


async def test_a_thread_below_an_open_channel_is_never_closed_by_its_clock(table: Table) -> None:
    await table.db.write(guild_settings.save_guild, GuildSettings(guild_id=GUILD, horizon=8), at=NOW)
    party = await playing(table, first_episode=2, last_episode=2)
    table.now += timedelta(minutes=55)
    await table.clock.press(asker(HOST), party, ClockPress.END)
    assert await horizon(table) == 8


async def test_a_note_is_read_by_whoever_may_view_its_channel_and_has_watched_as_far(table: Table) -> None:
    await table.db.write(guild_settings.set_channel_horizon, channel_id=CHANNEL, guild_id=GUILD, horizon=8, at=NOW)
    party = await table.party(note="Nicholas wakes up")
    assert (await table.view(party)).note == "Nicholas wakes up"
    elsewhere = replace(asker(2), channel_id=77, may_view=everything)
    assert (await table.parties.here(elsewhere, party)).note is None
    await table.progress.tell(2, 8)
    assert (await table.parties.here(elsewhere, party)).note == "Nicholas wakes up"
    await table.db.write(guild_settings.set_channel_horizon, channel_id=CHANNEL, guild_id=GUILD, horizon=3, at=NOW)
    assert (await table.view(party)).note is None


async def test_a_party_in_a_hidden_channel_exists_only_for_those_who_may_view_it(table: Table) -> None:
    party = await table.party(channel_id=HIDDEN)
    stranger = asker(2)
    member = replace(asker(3), may_view=only_hidden)
    assert await table.parties.upcoming(stranger) == []
    assert [each.id for each in await table.parties.upcoming(member)] == [party]
    assert await table.parties.calendar(stranger) == []
    for refused in (table.parties.here(stranger, party), table.parties.answer(stranger, party, Rsvp.GOING)):
        with pytest.raises(EtoileError, match="party-gone"):
            await refused
    await table.parties.answer(member, party, Rsvp.GOING)
    kept = await table.parties.at_home(_in_direct_message(3), party)
    await table.parties.answer(kept, party, Rsvp.NO)


def _in_direct_message(user_id: int) -> Asker:
    return replace(asker(user_id), guild_id=None, channel_id=5)


async def test_attendance_does_not_tell_who_counted_the_episode(table: Table) -> None:
    party = await table.party(hours=1)
    await table.say(2, party)
    table.now += timedelta(hours=1)
    await table.due.begin(party, table.now)
    await table.clock.press(asker(HOST), party, ClockPress.GO)
    table.now += timedelta(minutes=50)
    await table.clock.press(asker(HOST), party, ClockPress.END)
    await table.clock.count_as_watched(asker(2), party, sure=True)
    assert (await table.view(party)).attended == []


async def test_every_date_that_a_calendar_ever_held_is_called_off_there_with_the_series(table: Table) -> None:
    rule = Rule(zone="Europe/Paris", first_day=date(2026, 12, 4), at=time(21))
    party = await table.party(first_episode=1, last_episode=6, rule=rule)
    await table.changes.advance((await table.view(party)).party.series_id or 0, table.now)
    first = await table.parties.calendar(asker(HOST), party_id=party, whole_series=True)
    assert [each.party.occurrence for each in first] == [0, 1, 2, 3, 4, 5]
    await table.changes.cancel(asker(HOST), party, following=True)
    second = await table.parties.calendar(asker(HOST), party_id=party, whole_series=True)
    sequences = {each.party.occurrence: each.party.sequence for each in second}
    assert {each.party.state for each in second} == {State.CANCELLED}
    assert all(sequences[each.party.occurrence] > each.party.sequence for each in first)


async def test_who_comes_to_all_of_a_series_has_a_seat_at_dates_that_are_made_later(table: Table) -> None:
    rule = Rule(zone="Europe/Paris", first_day=date(2026, 12, 4), at=time(21))
    party = await table.party(first_episode=1, last_episode=8, rule=rule)
    await table.parties.come_to_all(asker(2), party, comes=True)
    await table.changes.advance((await table.view(party)).party.series_id or 0, table.now)
    made = await table.parties.upcoming(asker(HOST))
    assert len(made) == 3
    for each in made:
        assert [one.user_id for one in (await table.view(each.id)).holding(SeatStatus.SEAT)] == [HOST, 2]


async def test_a_jump_beyond_the_length_is_refused_and_an_end_by_mistake_is_taken_back(table: Table) -> None:
    party = await playing(table, length_minutes=50)
    table.now += timedelta(minutes=35)
    with pytest.raises(EtoileError, match="party-beyond-length"):
        await table.clock.press(asker(HOST), party, ClockPress.JUMP, to=timedelta(hours=1, minutes=2))
    await table.clock.press(asker(HOST), party, ClockPress.END)
    assert await horizon(table) == 5
    await table.clock.press(asker(HOST), party, ClockPress.UNDO)
    view = await table.view(party)
    assert view.party.state is State.LIVE
    assert view.clock is not None
    assert view.clock.phase(table.now) is Phase.PAUSED
    assert await horizon(table) == 0
    assert "party.over" not in await table.jobs()


async def test_a_party_that_was_called_off_comes_back_with_everybody(table: Table) -> None:
    party = await table.party()
    await table.say(2, party)
    await table.changes.cancel(asker(HOST), party)
    with pytest.raises(EtoileError, match="party-may-not-manage"):
        await table.changes.revive(asker(2), party)
    await table.changes.revive(asker(HOST), party)
    view = await table.view(party)
    assert (view.party.state, view.party.news) == (State.OPEN, "back")
    assert [one.user_id for one in view.holding(SeatStatus.SEAT)] == [HOST, 2]
    assert "party.start" in await table.jobs()
