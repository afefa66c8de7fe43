"""Whom a party's jobs call, of whom they keep quiet, and what a crash between two steps must not lose."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import FunctionClock
from bot.domain.party import ReminderChoice, Rsvp, State
from bot.services.zones import ZonesService
from bot.store.engine.database import Database
from tests.support.party_table import HOST, Table, asker

NOW = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)  # 13:00 in Paris, 07:00 in New York
NIGHT = ReminderChoice(quiet_from=23 * 60, quiet_to=8 * 60)


@pytest.fixture
def table(db: Database) -> Table:
    return Table(db, NOW)


async def lives_in(table: Table, user_id: int, zone: str) -> None:
    await ZonesService(table.db, FunctionClock(lambda: table.now)).tell(user_id, zone)


async def test_who_stopped_the_reminders_is_not_called_at_the_start(table: Table) -> None:
    party = await table.party(hours=1)
    await table.say(2, party)
    await table.parties.choose_reminders(2, ReminderChoice(minutes=frozenset()))
    table.now += timedelta(hours=1)
    call = await table.due.begin(party, table.now)
    assert call is not None
    assert (call.here, call.direct) == ((HOST,), ())


async def test_who_wants_another_reminder_is_called_at_the_start_all_the_same(table: Table) -> None:
    party = await table.party(hours=1)
    await table.parties.choose_reminders(HOST, ReminderChoice(minutes=frozenset({1440}), direct=True))
    table.now += timedelta(minutes=45)
    reminded = await table.due.remind(party, table.now)
    assert reminded is not None and (reminded.here, reminded.direct) == ((), ())
    table.now += timedelta(minutes=15)
    call = await table.due.begin(party, table.now)
    assert call is not None and (call.here, call.direct) == ((), (HOST,))


@pytest.mark.parametrize(
    ("zone", "called"),
    [("Europe/Paris", (HOST, 2)), ("America/New_York", (HOST,)), (None, (HOST, 2))],
    ids=["at noon", "before eight in the morning", "nowhere said: as at the party"],
)
async def test_quiet_hours_are_those_of_the_members_own_clock(
    table: Table, zone: str | None, called: tuple[int, ...]
) -> None:
    party = await table.party(hours=0.75)
    await table.say(2, party)
    await table.parties.choose_reminders(2, NIGHT)
    if zone is not None:
        await lives_in(table, 2, zone)
    table.now += timedelta(minutes=30)  # 07:30 in New York
    reminded = await table.due.remind(party, table.now)
    assert reminded is not None and reminded.here == called
    table.now += timedelta(minutes=15)
    begun = await table.due.begin(party, table.now)
    assert begun is not None and begun.here == called


async def test_that_a_party_is_off_is_told_in_quiet_hours_too(table: Table) -> None:
    party = await table.party(hours=24)
    await table.say(2, party)
    await table.parties.choose_reminders(2, NIGHT)
    table.now += timedelta(hours=12)  # one in the morning in Paris
    await table.changes.cancel(asker(HOST), party)
    call = await table.due.news(party, table.now)
    assert call is not None
    assert call.here == (2,)  # and not the host, who called it off
    await table.due.mark_news_told(call)
    assert await table.due.news(party, table.now) is None


async def test_when_members_left_the_line_is_told_at_once(table: Table) -> None:
    party = await table.party(seats=2)
    await table.say(2, party)
    await table.say(3, party)
    assert "party.offer" not in await table.jobs()
    await table.due.remove_people(party, [2], table.now)
    assert (await table.jobs())["party.offer"] == table.now
    found = await table.due.pass_on_seats(party, table.now)
    assert found is not None and [person.user_id for person in found.people] == [3]
    await table.due.mark_offer_told(party, 3)
    assert await table.due.pass_on_seats(party, table.now) is None


async def test_when_nobody_left_nothing_is_done(table: Table) -> None:
    party = await table.party(seats=1)
    await table.due.remove_people(party, [], table.now)
    assert "party.offer" not in await table.jobs()


async def test_missed_reminders_are_one_that_is_as_late_as_the_last_of_them(table: Table) -> None:
    party = await table.party(hours=30)
    await table.parties.choose_reminders(HOST, ReminderChoice(minutes=frozenset({60, 15})))
    table.now += timedelta(hours=29, minutes=46)  # a minute after the last, three quarters of an hour after the first
    call = await table.due.remind(party, table.now)
    assert call is not None
    assert (call.late, call.purpose.rpartition(":")[2]) == (False, "15")
    table.now += timedelta(minutes=9)
    assert (again := await table.due.remind(party, table.now)) is not None and not again.late
    table.now += timedelta(seconds=61)
    assert (again := await table.due.remind(party, table.now)) is not None and again.late


async def test_a_start_that_was_missed_for_hours_is_told_also_after_a_crash(table: Table) -> None:
    party = await table.party(hours=1)
    await table.say(2, party)
    table.now += timedelta(hours=4, seconds=1)
    for _ in range(2):  # the second time after a kill before the message
        call = await table.due.begin(party, table.now)
        assert call is not None
        assert (call.late, call.here, call.direct) == (True, (), ())
        assert call.view.party.state is State.OVER


async def test_a_party_that_ended_idle_after_it_played_has_nothing_to_say(table: Table) -> None:
    party = await table.party(hours=1)
    table.now += timedelta(hours=1)
    assert await table.due.begin(party, table.now) is not None
    table.now += timedelta(hours=4)
    await table.due.end_ready_check(party, table.now)
    view = await table.view(party)
    assert (view.party.state, view.party.ended) == (State.OVER, "idle")
    assert await table.due.begin(party, table.now) is None


async def test_a_start_to_which_nobody_comes_calls_nobody_and_says_so(table: Table) -> None:
    party = await table.party(hours=1)
    await table.say(HOST, party, Rsvp.NO)
    table.now += timedelta(hours=1)
    call = await table.due.begin(party, table.now)
    assert call is not None
    assert (call.deserted, call.late, call.here) == (True, False, ())


async def test_the_role_is_given_once_and_taken_back_when_the_seat_is_gone(table: Table) -> None:
    party = await table.party(seat_role_id=77, seats=2)
    await table.say(2, party)
    await table.say(3, party)

    async def changes() -> tuple[list[int], list[int]]:
        found = await table.due.roles(party)
        assert found is not None
        return list(found.give), list(found.take)

    assert await changes() == ([HOST, 2], [])
    await table.due.mark_role(party, 2, has_role=True)
    assert await changes() == ([HOST], [])
    await table.say(2, party, Rsvp.NO)
    assert await changes() == ([HOST], [2])
    await table.due.mark_role(party, 2, has_role=False)
    assert await changes() == ([HOST], [])
    await table.due.mark_role(party, HOST, has_role=True)
    await table.changes.cancel(asker(HOST), party)
    assert await changes() == ([], [HOST])


async def test_no_role_was_asked_for(table: Table) -> None:
    assert await table.due.roles(await table.party()) is None
