"""A database as the first version left it opens, and everything in it is still there and does what it did."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.domain.instants import to_ms
from bot.domain.locale import Locale
from bot.domain.party import Rsvp, SeatStatus
from bot.domain.tally import Tally
from bot.store.engine.database import Param, Transaction, sql
from bot.store.engine.opening import open_database
from tests.store.test_migrations import open_database_as_it_is, upgrade_to
from tests.support.house import CAMILLE, FOYER, GUILD, LOG, MARGOT, NOON, THEO, House, member

LAST_OF_FIRST_VERSION = "0007_reminder_locale"
POLL, PARTY, VEIL = 8_100_000_000_000_001, 8_200_000_000_000_001, 8_300_000_000_000_001
CARD, PARTY_CARD, COPY, REMINDER = 91, 92, 93, 94
STARTS = NOON + timedelta(hours=6)
ANSWERS = (
    '[{"label": "Paris", "preset": null, "side": null, "added_at": null},'
    ' {"label": "New York", "preset": null, "side": null, "added_at": null}]'
)


def rows_of_first_version() -> Transaction[None]:
    """What members had done: rows with the columns that there were."""
    then = to_ms(NOON - timedelta(days=1))
    yield _row("progress", user_id=CAMILLE, episode=4, previous=3, asked=1, stamp=7, updated_at=then)
    yield _row("guilds", guild_id=GUILD, locale="fr", zone="Europe/Paris", horizon=2, log_channel_id=LOG, announce=1,
               host_role_ids="55 66", updated_at=then)  # fmt: skip
    yield _row("channel_horizons", channel_id=FOYER, guild_id=GUILD, horizon=3, updated_at=then)
    yield _row("guild_care", guild_id=GUILD, greeted_at=then, standing=1)
    yield _row("polls", id=POLL, guild_id=GUILD, channel_id=FOYER, message_id=CARD, author_id=MARGOT, locale="fr",
               arc=0, question="Where?", answers=ANSWERS, most=1, results="live", anonymous=0, gate=0, role_ids="",
               opened_at=then, state="open")  # fmt: skip
    yield _row("poll_ballots", poll_id=POLL, voter=str(CAMILLE), episode=0, choices=1, newcomer=0, cast_at=then)
    yield _row("poll_tallies", poll_id=POLL, episode=0, newcomer=0, changes=1, voters=1, c0=1,
               **{f"c{number}": 0 for number in range(1, 10)})  # fmt: skip
    yield _row("poll_cards", poll_id=POLL, drawn=2)
    yield _row("parties", id=PARTY, guild_id=GUILD, channel_id=FOYER, host_id=MARGOT, first_episode=3, last_episode=3,
               starts_at=to_ms(STARTS), zone="Europe/Paris", seats=2, note="Bring a cushion", state="open",
               message_id=PARTY_CARD, locale="fr", created_at=then)  # fmt: skip
    for turn, (user_id, place) in enumerate(((MARGOT, "seat"), (CAMILLE, "seat"), (THEO, "line")), start=1):
        yield _row("party_people", party_id=PARTY, user_id=user_id, answer="going", place=place, turn=turn)
    yield _row("party_posts", party_id=PARTY, purpose=f"remind:{to_ms(STARTS) // 1000}:1440:{CAMILLE}", tried_at=then,
               channel_id=FOYER, message_id=REMINDER)  # fmt: skip
    yield _row("reminder_choices", user_id=CAMILLE, minutes="60 15", direct=1, updated_at=then)
    yield _row("veils", id=VEIL, original_id=17, guild_id=GUILD, channel_id=FOYER, author_id=CAMILLE,
               veiled_by=CAMILLE, episode=5, posted=1, created_at=then)  # fmt: skip
    yield _row("veil_copies", message_id=COPY, veil_id=VEIL, position=0)
    yield _row("jobs", id=1, kind="party.start", subject_id=PARTY, due_at=to_ms(STARTS), wake_at=to_ms(STARTS))


def _row(table: str, **values: Param):
    names = ", ".join(values)
    return sql(f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{name}' for name in values)})", **values)


async def first_house(url: str) -> House:
    """The house of today over that database, opened as the bot does it."""
    await asyncio.to_thread(upgrade_to, url, LAST_OF_FIRST_VERSION)
    earlier = await open_database_as_it_is(url)
    await earlier.write(rows_of_first_version)
    await earlier.close()
    return House(await open_database(url))


async def test_members_find_their_progress_their_ballot_and_their_seat(empty_url: str) -> None:
    house = await first_house(empty_url)
    app = house.app
    assert await app.progress.show(CAMILLE) == 4
    ballot = await app.polls.voting.ballot(member(CAMILLE), POLL)
    assert (ballot.mine, ballot.tally) == (frozenset({0}), Tally(1, (1, *[0] * 9)))
    view = await app.parties.here(member(CAMILLE), PARTY)
    assert [(one.user_id, one.place) for one in view.people] == [
        (MARGOT, SeatStatus.SEAT),
        (CAMILLE, SeatStatus.SEAT),
        (THEO, SeatStatus.LINE),
    ]
    assert (view.party.message_id, view.party.starts_at, view.party.locale) == (PARTY_CARD, STARTS, Locale.FR)
    assert view.note == "Bring a cushion"
    choice = await app.parties.reminder_choice(CAMILLE)
    assert (choice.minutes, choice.direct) == (frozenset({60, 15}), True)
    await house.db.close()


async def test_what_was_begun_goes_on(empty_url: str) -> None:
    house = await first_house(empty_url)
    app = house.app
    recorded = await app.polls.voting.press(member(THEO), POLL, 1)
    assert recorded.view.tally == Tally(2, (1, 1, *[0] * 8))
    await app.parties.answer(member(CAMILLE), PARTY, Rsvp.NO)
    told = await app.party_due.pass_on_seats(PARTY, house.now)
    assert told is not None
    assert [one.user_id for one in told.people] == [THEO]
    reached = await app.deliveries.reached(PARTY, f"remind:{to_ms(STARTS) // 1000}:1440")
    assert reached == {CAMILLE}, "who was reminded is known without their id in a purpose"
    house.now = STARTS
    assert await app.party_due.begin(PARTY, house.now) is not None
    await house.db.close()


async def test_moderators_find_their_settings_and_their_veils(empty_url: str) -> None:
    house = await first_house(empty_url)
    settings = await house.app.setup.settings(GUILD)
    assert (settings.locale, settings.horizon, settings.log_channel_id) == (Locale.FR, 2, LOG)
    assert settings.host_role_ids == {55, 66}
    assert (await house.app.horizons.listed(member(MARGOT, manages=True), 0)).places == ((FOYER, 3),)
    assert not await house.app.lifecycle.may_greet(GUILD)
    veil = await house.app.veils.of_copy(COPY)
    assert (veil.id, veil.author_id, veil.episode, veil.message_ids) == (VEIL, CAMILLE, 5, (COPY,))
    await house.db.close()
