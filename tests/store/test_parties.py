"""Watch parties on both databases: planned, answered, changed, reminded, and never two seats for one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.delivery import DeliveryKey
from bot.domain.guild_settings import GuildSettings
from bot.domain.locale import Locale
from bot.domain.party import ReminderChoice, Rsvp, SeatStatus, State
from bot.domain.playback import ClockPress, Phase
from bot.domain.series import Rule
from bot.errors import EtoileError
from bot.services.parties.values import Edit, Wish
from bot.store import guild_settings as places
from bot.store import jobs
from bot.store.engine.database import Database
from bot.store.engine.opening import open_database
from tests.support.party_table import CHANNEL, GUILD, HOLD, HOST, Table, asker

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


@pytest.fixture
def table(db: Database) -> Table:
    return Table(db, NOW)


async def test_a_draft_becomes_a_party_only_by_its_host(table: Table) -> None:
    wish = Wish(
        channel_id=CHANNEL, first_episode=5, last_episode=6, starts_at=NOW + timedelta(days=1), zone="Europe/Paris",
        locale=Locale.FR, note="apportez du thé", seats=4,
    )  # fmt: skip
    preview = await table.parties.draft(asker(HOST), wish)
    draft = preview.view.party
    assert (draft.state, preview.view.note, draft.seats) == (State.DRAFT, "apportez du thé", 4)
    assert await table.parties.upcoming(asker(HOST)) == []
    with pytest.raises(EtoileError, match="party-draft-gone"):
        await table.parties.post(asker(2), draft.id)
    view = await table.parties.post(asker(HOST), draft.id)
    assert view.party.state is State.OPEN
    assert [person.user_id for person in view.holding(SeatStatus.SEAT)] == [HOST]
    with pytest.raises(EtoileError, match="party-draft-gone"):
        await table.parties.post(asker(HOST), draft.id)
    assert [party.id for party in await table.parties.upcoming(asker(HOST))] == [draft.id]


async def test_only_host_roles_may_host_where_the_server_named_some(table: Table) -> None:
    await table.db.write(places.save_guild, GuildSettings(guild_id=GUILD, host_role_ids=frozenset({77})), at=NOW)
    with pytest.raises(EtoileError, match="party-may-not-host"):
        await table.party()


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"starts_at": NOW}, "when-past"),
        ({"first_episode": 9, "last_episode": 9}, "party-no-such-episode"),
        ({"seats": 501}, "party-seats-wrong"),
        ({"seats": 0}, "party-seats-wrong"),
        ({"minimum": 3, "minimum_before": 60 * 48}, "party-limit-past"),
    ],
)
async def test_what_cannot_be_is_refused(table: Table, more: dict[str, object], key: str) -> None:
    with pytest.raises(EtoileError, match=key):
        await table.party(**more)


async def test_clashes_are_told_before_posting(table: Table) -> None:
    first = await table.party(hours=24)
    later = NOW + timedelta(hours=24, minutes=30)
    wish = Wish(channel_id=1, first_episode=1, last_episode=1, starts_at=later, zone="UTC", locale=Locale.EN)
    preview = await table.parties.draft(asker(9), wish)
    assert [party.id for party in preview.clashes] == [first]
    far = await table.parties.draft(asker(9), replace(wish, starts_at=later + timedelta(hours=3)))
    assert far.clashes == ()


async def test_the_waitlist_is_told_in_order_and_the_seat_passes_on(table: Table) -> None:
    party = await table.party(seats=2)
    assert [await table.say(user, party) for user in (2, 3, 4)] == [SeatStatus.SEAT, SeatStatus.LINE, SeatStatus.LINE]
    assert (await table.parties.answer(asker(4), party, Rsvp.GOING)).waiting == 1
    await table.say(2, party, Rsvp.NO)
    told = await table.due.pass_on_seats(party, table.now)
    assert told is not None
    assert [(person.user_id, person.offer_until) for person in told.people] == [(3, NOW + HOLD)]
    await table.due.mark_offer_told(party, 3)
    await table.due.mark_offers_told(party, table.now)
    assert await table.due.pass_on_seats(party, table.now) is None
    assert (await table.jobs())["party.offer"] == NOW + HOLD
    table.now += HOLD
    told = await table.due.pass_on_seats(party, table.now)
    assert told is not None
    assert [person.user_id for person in told.people] == [4]
    assert await table.say(4, party, Rsvp.LATE) is SeatStatus.SEAT


async def test_an_offer_never_outlasts_the_start(table: Table) -> None:
    party = await table.party(hours=0.25, seats=1)
    await table.say(2, party)
    await table.say(HOST, party, Rsvp.NO)
    assert (await table.person(party, 2)).offer_until == NOW + timedelta(minutes=15)


async def test_many_presses_at_once_never_exceed_the_seats(table: Table, kind: str, url: str) -> None:
    """On PostgreSQL from two processes' worth of connections, on SQLite from many tasks."""
    party = await table.party(seats=7)
    other = table
    second = None
    if kind == "postgresql":
        second = await open_database(url)
        other = Table(second, NOW)
    try:
        await asyncio.gather(*((table if user % 2 else other).say(user, party) for user in range(2, 42)))
        held = await table.places(party)
        assert sum(place == "seat" for place in held.values()) == 7
        assert sum(place == "line" for place in held.values()) == 34
        turns = [person.turn for person in (await table.view(party)).people]
        assert len(set(turns)) == len(turns)
        waiting = (await table.view(party)).holding(SeatStatus.LINE)
        await asyncio.gather(
            *(
                (table if user % 2 else other).say(user, party, Rsvp.NO)
                for user, place in held.items()
                if place == "seat"
            )
        )
        after = await table.view(party)
        offered = sorted(after.holding(SeatStatus.OFFER), key=lambda one: one.turn)
        assert [person.user_id for person in offered] == [person.user_id for person in waiting[:7]]
        await asyncio.gather(*((table if user % 2 else other).say(user, party) for user in range(50, 60)))
        assert len((await table.view(party)).holding(SeatStatus.SEAT, SeatStatus.OFFER)) == 7
    finally:
        if second is not None:
            await second.close()


async def test_editing_tells_those_with_a_seat_once(table: Table) -> None:
    party = await table.party()
    await table.say(2, party)
    await table.say(3, party, Rsvp.MAYBE)
    start = NOW + timedelta(days=2)
    with pytest.raises(EtoileError, match="party-may-not-manage"):
        await table.changes.edit(asker(2), party, Edit(starts_at=start))
    await table.changes.edit(asker(HOST), party, Edit(starts_at=start, note=""))
    call = await table.due.news(party, table.now)
    assert call is not None
    assert (call.view.party.starts_at, call.view.party.news, call.here) == (start, "moved", (2,))
    await table.due.mark_news_told(call)
    assert await table.due.news(party, table.now) is None
    assert (await table.jobs())["party.start"] == start


async def test_who_manages_events_may_cancel_and_nothing_happens_afterwards(table: Table) -> None:
    party = await table.party()
    await table.say(2, party)
    await table.changes.cancel(asker(8, manages_events=True), party)
    view = await table.view(party)
    assert view.party.state is State.CANCELLED
    assert view.party.sequence == 1
    kinds = await table.jobs()
    assert not {"party.start", "party.remind", "party.thread"} & kinds.keys()
    assert {"party.news", "party.card", "party.mirror", "party.archive"} <= kinds.keys()
    with pytest.raises(EtoileError, match="party-closed"):
        await table.say(3, party)
    with pytest.raises(EtoileError, match="party-closed"):
        await table.changes.cancel(asker(HOST), party)


async def test_reminders_call_those_who_want_it_and_only_once(table: Table) -> None:
    party = await table.party(hours=30)
    for user in (2, 3, 4, 5):
        await table.say(user, party)
    await table.parties.choose_reminders(2, ReminderChoice(minutes=frozenset({1440, 15})))
    await table.parties.choose_reminders(3, ReminderChoice(minutes=frozenset()))
    await table.parties.choose_reminders(4, ReminderChoice(minutes=frozenset({15}), direct=True))
    table.now = NOW + timedelta(hours=6)
    day_before = await table.due.remind(party, table.now)
    assert day_before is not None
    assert (day_before.here, day_before.direct, day_before.late) == ((2,), (), False)
    await table.due.mark_reminded(party, table.now)
    assert await table.due.remind(party, table.now) is None
    table.now = NOW + timedelta(hours=29, minutes=45)
    last = await table.due.remind(party, table.now)
    assert last is not None
    assert (last.here, last.direct) == ((HOST, 2, 5), (4,))


async def test_after_an_outage_there_is_one_late_reminder(table: Table) -> None:
    party = await table.party(hours=30)
    await table.parties.choose_reminders(HOST, ReminderChoice(minutes=frozenset({1440, 180, 60})))
    table.now = NOW + timedelta(hours=29, minutes=20)
    call = await table.due.remind(party, table.now)
    assert call is not None
    assert (call.here, call.late) == ((HOST,), True)
    await table.due.mark_reminded(party, table.now)
    assert (await table.jobs())["party.remind"] == NOW + timedelta(hours=29, minutes=30)


async def test_quiet_hours_are_kept_in_the_members_own_zone(table: Table) -> None:
    party = await table.party(hours=15.25)  # 04:15 in Paris; the reminder is due at 04:00
    await table.parties.choose_reminders(HOST, ReminderChoice(quiet_from=23 * 60, quiet_to=8 * 60))
    table.now = NOW + timedelta(hours=15)
    call = await table.due.remind(party, table.now)
    assert call is not None
    assert call.here == ()


async def test_nobody_is_reminded_of_a_party_that_began(table: Table) -> None:
    party = await table.party(hours=1)
    table.now = NOW + timedelta(hours=2)
    assert await table.due.remind(party, table.now) is None


async def test_the_start_calls_on_time_and_says_so_when_late(table: Table) -> None:
    party = await table.party(hours=1)
    await table.say(2, party)
    assert await table.due.begin(party, NOW) is None
    table.now = NOW + timedelta(hours=1, minutes=2)
    call = await table.due.begin(party, table.now)
    assert call is not None
    assert (call.here, call.late, call.view.party.state) == ((HOST, 2), False, State.LIVE)
    again = await table.due.begin(party, table.now)  # after a kill between claim and send
    assert again is not None
    assert (again.here, again.purpose) == (call.here, call.purpose)
    late = await table.party(hours=1)
    table.now += timedelta(hours=2)
    call = await table.due.begin(late, table.now)
    assert call is not None
    assert (call.here, call.late) == ((), True)


async def test_too_few_call_it_off_and_everybody_is_told(table: Table) -> None:
    party = await table.party(hours=3, minimum=3, minimum_before=60)
    await table.say(2, party)
    table.now = NOW + timedelta(hours=2)
    await table.due.check_minimum(party, table.now)
    call = await table.due.news(party, table.now)
    assert call is not None
    assert (call.view.party.ended, call.here) == ("minimum", (HOST, 2))


async def test_who_left_the_server_frees_the_seat(table: Table) -> None:
    party = await table.party(seats=2)
    await table.say(2, party)
    await table.say(3, party)
    await table.due.remove_people(party, [2], table.now)
    assert await table.places(party) == {HOST: "seat", 3: "offer"}


async def begun(table: Table, **more: object) -> int:
    party = await table.party(hours=1, **more)
    await table.say(2, party)
    table.now = NOW + timedelta(hours=1)
    await table.due.begin(party, table.now)
    return party


async def test_when_all_are_ready_it_starts_by_itself(table: Table) -> None:
    party = await begun(table)
    assert await table.clock.ready(asker(HOST), party) is True
    assert (await table.clock.where(asker(HOST), party)).phase is Phase.READY
    assert await table.clock.ready(asker(2), party) is True
    where = await table.clock.where(asker(HOST), party)
    assert (where.phase, where.since) == (Phase.COUNTDOWN, table.now + timedelta(seconds=15))
    assert "party.go" in await table.jobs()


async def test_the_ready_check_ends_by_itself(table: Table) -> None:
    party = await begun(table)
    table.now += timedelta(minutes=5)
    await table.due.end_ready_check(party, table.now)
    assert (await table.clock.where(asker(HOST), party)).phase is Phase.READY  # nobody is there: wait
    await table.clock.ready(asker(2), party)
    table.now += timedelta(minutes=30)
    await table.due.end_ready_check(party, table.now)
    assert (await table.clock.where(asker(HOST), party)).phase is Phase.COUNTDOWN


async def test_the_clock_survives_a_restart_to_the_second(table: Table, url: str) -> None:
    party = await begun(table)
    await table.clock.press(asker(HOST), party, ClockPress.GO)
    table.now += timedelta(seconds=15, minutes=17, milliseconds=42_000)
    again = await open_database(url)
    try:
        where = await Table(again, table.now).clock.where(asker(HOST), party)
        assert where.position == timedelta(minutes=17, seconds=42)
        assert where.cue is not None
        assert (where.cue.press_at, where.cue.seconds) == (timedelta(minutes=18), 18)
    finally:
        await again.close()


async def test_only_hosts_steer_and_pressing_twice_changes_nothing(table: Table) -> None:
    party = await begun(table)
    with pytest.raises(EtoileError, match="party-may-not-steer"):
        await table.clock.press(asker(2), party, ClockPress.GO)
    with pytest.raises(EtoileError, match="party-not-started"):
        await table.clock.press(asker(HOST), party, ClockPress.PAUSE)
    await table.clock.press(asker(8, manages_events=True), party, ClockPress.GO)
    with pytest.raises(EtoileError, match="party-clock-so-already"):
        await table.clock.press(asker(HOST), party, ClockPress.GO)
    await table.changes.edit(asker(HOST), party, Edit(add_cohost=2))
    await table.clock.press(asker(2), party, ClockPress.PAUSE)


async def test_a_known_length_ends_the_party_and_progress_moves_only_by_the_press(table: Table) -> None:
    party = await begun(table, length_minutes=52)
    await table.clock.press(asker(HOST), party, ClockPress.GO)
    ends = table.now + timedelta(seconds=15, minutes=52)
    assert (await table.jobs())["party.end"] == ends
    table.now = ends
    assert await table.due.end_when_due(party, table.now) is False
    assert (await table.view(party)).party.state is State.OVER
    assert await table.progress.show(2) is None
    await table.progress.tell(2, 4)
    counted = await table.clock.count_as_watched(asker(2), party)
    assert counted.change is not None
    assert (counted.change.now, counted.episode) == (5, 5)
    await table.progress.tell(3, 7)
    unmoved = (await table.clock.count_as_watched(asker(3), party)).change
    assert unmoved is not None
    assert (unmoved.now, unmoved.moved) == (7, False)
    assert await table.progress.undo(2, counted.change.stamp) == 4


async def test_counting_an_episode_asks_before_it_counts_those_before_the_party(table: Table) -> None:
    party = await begun(table)
    await table.clock.press(asker(HOST), party, ClockPress.GO)
    table.now += timedelta(minutes=50)
    await table.clock.press(asker(HOST), party, ClockPress.END)
    await table.progress.tell(2, 1)
    asked = await table.clock.count_as_watched(asker(2), party)
    assert (asked.change, asked.from_episode, asked.episode) == (None, 2, 5)
    assert await table.progress.show(2) == 1
    await table.clock.count_as_watched(asker(2), party, sure=True)
    assert await table.progress.show(2) == 5


async def test_an_unknown_length_is_asked(table: Table) -> None:
    party = await begun(table)
    await table.clock.press(asker(HOST), party, ClockPress.GO)
    table.now += timedelta(minutes=76)
    assert await table.due.end_when_due(party, table.now) is True
    await table.clock.press(asker(HOST), party, ClockPress.END)
    assert (await table.view(party)).party.ended == "host"


async def test_two_episodes_follow_each_other(table: Table) -> None:
    party = await begun(table, last_episode=6, length_minutes=50)
    await table.clock.press(asker(HOST), party, ClockPress.GO)
    table.now += timedelta(seconds=15, minutes=50)
    await table.due.end_when_due(party, table.now)
    where = await table.clock.where(asker(HOST), party)
    assert where.view.clock is not None
    assert (where.view.clock.episode, where.phase, where.position) == (6, Phase.WAITING, timedelta())
    await table.clock.press(asker(HOST), party, ClockPress.END)
    counted = await table.clock.count_as_watched(asker(2), party, sure=True)
    assert counted.episode == 5  # the second one was not begun


def weekly(**more: object) -> Rule:
    return Rule(zone="Europe/Paris", first_day=date(2026, 12, 4), at=time(21), **more)


async def series(table: Table, rule: Rule | None = None) -> list[int]:
    party = await table.party(
        rule=rule or weekly(), first_episode=5, last_episode=8, starts_at=datetime(2026, 12, 4, 20, tzinfo=UTC)
    )
    series_id = (await table.view(party)).party.series_id
    assert series_id is not None
    await table.changes.advance(series_id, table.now)
    await table.changes.advance(series_id, table.now)  # twice is once
    return [each.id for each in await table.parties.upcoming(asker(HOST))]


async def dates(table: Table) -> list[tuple[int, str, str]]:
    return [
        (each.first_episode, f"{each.starts_at:%m-%d %H:%M}", each.state.value)
        for each in await table.parties.upcoming(asker(HOST))
    ]


async def test_a_series_makes_an_episode_a_week_and_announces_one_at_a_time(table: Table) -> None:
    first, *_ = await series(table)
    assert await dates(table) == [
        (5, "12-04 20:00", "open"), (6, "12-11 20:00", "planned"), (7, "12-18 20:00", "planned"),
    ]  # fmt: skip
    await table.changes.cancel(asker(HOST), first)
    series_id = (await table.view(first)).party.series_id or 0
    await table.changes.advance(series_id, table.now)
    assert await dates(table) == [
        (6, "12-11 20:00", "open"), (7, "12-18 20:00", "planned"), (8, "12-25 20:00", "planned"),
    ]  # fmt: skip


async def test_skipping_a_date_moves_the_episodes_on(table: Table) -> None:
    _, second, _ = await series(table)
    await table.say(2, second)
    await table.changes.skip(asker(HOST), second)
    assert await dates(table) == [
        (5, "12-04 20:00", "open"), (6, "12-18 20:00", "planned"), (7, "12-25 20:00", "planned"),
    ]  # fmt: skip
    call = await table.due.news(second, table.now)
    assert call is not None
    assert call.here == (2,)


async def test_this_one_or_all_that_follow(table: Table) -> None:
    first, second, _ = await series(table)
    await table.changes.edit(asker(HOST), first, Edit(starts_at=datetime(2026, 12, 5, 15, tzinfo=UTC)))
    assert [each[1] for each in await dates(table)] == ["12-05 15:00", "12-11 20:00", "12-18 20:00"]
    later = Edit(starts_at=datetime(2026, 12, 12, 19, 30, tzinfo=UTC), seats=9)
    await table.changes.edit(asker(HOST), second, later, following=True)
    assert [each[1] for each in await dates(table)] == ["12-05 15:00", "12-12 19:30", "12-19 19:30"]
    assert [each.seats for each in await table.parties.upcoming(asker(HOST))] == [None, 9, 9]
    series_id = (await table.view(first)).party.series_id or 0
    await table.changes.cancel(asker(HOST), first)
    await table.changes.advance(series_id, table.now)
    assert (await dates(table))[-1] == (8, "12-26 19:30", "planned")
    await table.changes.cancel(asker(HOST), second, following=True)
    assert await dates(table) == []
    await table.changes.advance(series_id, table.now)
    assert await dates(table) == []


async def test_a_series_keeps_its_wall_time_over_the_clock_change(table: Table) -> None:
    table.now = datetime(2027, 3, 20, 12, tzinfo=UTC)
    await table.party(
        rule=replace(weekly(), first_day=date(2027, 3, 26)), first_episode=1, last_episode=8,
        starts_at=datetime(2027, 3, 26, 20, tzinfo=UTC),
    )  # fmt: skip
    party = (await table.parties.upcoming(asker(HOST)))[0]
    await table.changes.advance(party.series_id or 0, table.now)
    assert [each[1] for each in await dates(table)] == ["03-26 20:00", "04-02 19:00", "04-09 19:00"]


async def test_what_was_sent_is_remembered(table: Table) -> None:
    party = await table.party()
    key = DeliveryKey(guild_id=GUILD, subject_id=party, purpose="start:1")
    assert await table.deliveries.begin(key, NOW) is None
    earlier = await table.deliveries.begin(key, NOW + timedelta(minutes=1))
    assert earlier is not None
    assert (earlier.tried_at, earlier.message_id) == (NOW, None)
    await table.deliveries.end(key, channel_id=5, message_id=6)
    earlier = await table.deliveries.begin(key, NOW)
    assert earlier is not None
    assert earlier.message_id == 6
    assert await table.deliveries.place_of(party, "start:1") == (5, 6)
    assert await table.deliveries.reached(party, "start:1") == frozenset()
    await table.deliveries.mark_reached(key, [7, 8], NOW, 6)
    assert await table.deliveries.reached(party, "start:1") == {7, 8}


async def test_raising_the_seats_tells_those_who_got_one(table: Table) -> None:
    party = await table.party(seats=1)
    await table.say(2, party)
    await table.say(3, party)
    await table.changes.edit(asker(HOST), party, Edit(seats=2))
    told = await table.due.pass_on_seats(party, table.now)
    assert told is not None
    assert [(person.user_id, person.place) for person in told.people] == [(2, SeatStatus.SEAT)]
    await table.due.mark_offer_told(party, 2)
    assert await table.due.pass_on_seats(party, table.now) is None
    assert await table.places(party) == {HOST: "seat", 2: "seat", 3: "line"}


async def test_who_comes_to_a_seat_as_the_party_moves_is_told_of_both_at_once(table: Table) -> None:
    party = await table.party(seats=2)
    for user in (2, 3, 4):
        await table.say(user, party)
    start = NOW + timedelta(days=2)
    await table.changes.edit(asker(HOST), party, Edit(starts_at=start, seats=3))
    assert await table.due.pass_on_seats(party, table.now) is None  # whichever of the two jobs comes first
    await table.due.mark_offers_told(party, table.now)
    call = await table.due.news(party, table.now)
    assert call is not None
    assert (call.here, [person.user_id for person in call.given]) == ((2, 4), [3])
    again = await table.due.news(party, table.now)  # after a kill between telling and marking
    assert again == call
    await table.due.mark_news_told(call)
    assert await table.due.news(party, table.now) is None
    assert await table.due.pass_on_seats(party, table.now) is None
    await table.changes.edit(asker(HOST), party, Edit(starts_at=start + timedelta(hours=1)))
    call = await table.due.news(party, table.now)
    assert call is not None
    assert (call.here, call.given) == ((2, 3, 4), ())


async def test_a_seat_that_nobody_was_told_of_is_not_forgotten_over_a_second_move(table: Table) -> None:
    party = await table.party(seats=1)
    await table.say(2, party)
    await table.changes.edit(asker(HOST), party, Edit(starts_at=NOW + timedelta(days=2), seats=2))
    first = await table.due.news(party, table.now)
    assert first is not None
    await table.changes.edit(asker(HOST), party, Edit(starts_at=NOW + timedelta(days=3)))
    await table.due.mark_news_told(first)  # the first news was on its way as the party moved again
    second = await table.due.news(party, table.now)
    assert second is not None
    assert (second.here, second.given) == ((2,), ())


async def test_the_end_of_a_series_is_told_to_each_once(table: Table) -> None:
    first, second, third = await series(table)
    for party, users in ((first, (2, 3)), (second, (3, 4)), (third, (3, 4, 5))):
        for user in users:
            await table.say(user, party)
    await table.say(6, third, Rsvp.MAYBE)
    await table.jobs()
    await table.changes.cancel(asker(HOST), first, following=True)
    assert {(await table.view(each)).party.ended for each in (first, second, third)} == {"series"}
    waiting = await table.db.write(jobs.claim_due, now=table.now, limit=100, lease_seconds=0.001)
    assert [job.subject_id for job in waiting if job.kind == "party.news"] == [first]
    call = await table.due.news(first, table.now)
    assert call is not None
    assert (call.view.party.news, call.here) == ("series", (2, 3, 4, 5))
    assert await table.due.news(first, table.now) == call  # after a kill between telling and marking
    await table.due.mark_news_told(call)
    for each in (first, second, third):
        assert await table.due.news(each, table.now) is None


async def test_the_last_of_a_series_is_called_off_like_any_other(table: Table) -> None:
    party = await table.party(
        rule=weekly(), first_episode=8, last_episode=8, starts_at=datetime(2026, 12, 4, 20, tzinfo=UTC)
    )
    await table.say(2, party)
    await table.changes.cancel(asker(HOST), party, following=True)
    call = await table.due.news(party, table.now)
    assert call is not None
    assert (call.view.party.news, call.here) == ("cancelled", (2,))


async def test_a_calendar_holds_the_whole_series_with_lasting_ids(table: Table) -> None:
    first, *_ = await series(table)
    views = await table.parties.calendar(asker(2), party_id=first, whole_series=True)
    assert [(each.party.first_episode, each.party.occurrence) for each in views] == [(5, 0), (6, 1), (7, 2), (8, 3)]
    await table.changes.cancel(asker(HOST), first)
    await table.changes.advance(views[0].party.series_id or 0, table.now)
    later = await table.parties.calendar(asker(2), party_id=first, whole_series=True)
    assert [each.party.occurrence for each in later] == [0, 1, 2, 3]
    assert later[0].party.state is State.CANCELLED


async def test_nothing_of_a_party_is_told_on_another_server(table: Table) -> None:
    party = await table.party()
    stranger = replace(asker(66), guild_id=999, manages_events=True)
    for ask in (
        table.parties.here(stranger, party),
        table.parties.calendar(stranger, party_id=party),
        table.clock.where(stranger, party),
        table.parties.answer(stranger, party, Rsvp.GOING),
        table.changes.cancel(stranger, party),
        table.clock.ready(stranger, party),
    ):
        with pytest.raises(EtoileError):
            await ask


async def test_who_is_offered_a_seat_while_others_are_told_is_not_forgotten(table: Table) -> None:
    party = await table.party(seats=2)
    for user in (2, 3, 4):
        await table.say(user, party)
    assert await table.due.pass_on_seats(party, table.now) is None
    await table.say(2, party, Rsvp.NO)  # just now, while the job is at work
    await table.due.mark_offers_told(party, table.now)
    assert (await table.jobs())["party.offer"] == table.now
