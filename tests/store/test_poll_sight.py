"""Polls, what each member may see of them and when; and that nothing of a member's ballots is left behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ballot_key import BallotKey
from bot.domain.tally import Tally
from bot.errors import EtoileError
from bot.store import guild_settings
from bot.store.engine.database import Database
from bot.store.polls import polls as store
from tests.support.polls import CHANNEL, GUILD, NOON, Polls, asker

ARC = "jack-or-genevieve"


@pytest.mark.parametrize("results", ["end", "voted"])
async def test_a_named_poll_shows_neither_counts_nor_names_before_its_time(db: Database, results: str) -> None:
    polls = Polls(db)
    poll = await polls.make(anonymous=False, results=results)  # type: ignore[arg-type]
    for member in (10, 11, 12, 13):
        await polls.voting.press(asker(member), poll.id, member % 2)
    early = await polls.voting.result(asker(99), poll.id)
    assert early.hidden is not None
    assert (early.tally, early.names, early.more) == (None, (), 0)
    ballot = await polls.voting.ballot(asker(99), poll.id)
    assert (ballot.tally, ballot.hidden, ballot.voters) == (None, early.hidden, 4)
    await polls.service.close(asker(1), poll.id)
    late = await polls.voting.result(asker(99), poll.id)
    assert (late.hidden, late.names, late.more) == (None, ((10, 12), (11, 13)), 0)
    assert late.tally is not None and late.tally.voters == 4


async def test_after_voting_a_named_poll_names_who_chose_what(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make(anonymous=False, results="voted")
    for member in (10, 11, 12):
        await polls.voting.press(asker(member), poll.id, 1)
    seen = await polls.voting.result(asker(10), poll.id)
    assert (seen.hidden, seen.names) == (None, ((), (10, 11, 12)))
    assert (await polls.voting.ballot(asker(10), poll.id)).tally == seen.tally
    await polls.voting.press(asker(10), poll.id, 1)  # taken back: not a voter any more
    assert (await polls.voting.result(asker(10), poll.id)).names == ()


async def test_an_anonymous_poll_names_nobody_ever(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make(results="live")
    for member in (10, 11, 12, 13):
        await polls.voting.press(asker(member), poll.id, 0)
    seen = await polls.voting.result(asker(10), poll.id)
    assert (seen.hidden, seen.names, seen.more) == (None, (), 0)


async def test_more_voters_than_can_be_named_are_counted(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.services.polls.voting.NAMES_READ", 3)
    polls = Polls(db)
    poll = await polls.make(anonymous=False)
    for member in range(10, 15):
        await polls.voting.press(asker(member), poll.id, 0)
    seen = await polls.voting.result(asker(10), poll.id)
    assert (len(seen.names[0]), seen.more) == (3, 2)


async def test_a_ballot_about_one_episode_of_an_arc_opens_no_other(db: Database) -> None:
    polls = Polls(db)
    arc = await polls.make_preset("favourite-character", arc=True)
    sheet_of = polls.voting.ballot
    for member in range(10, 16):
        await polls.progress.tell(member, 3)
        for episode in (1, 2):
            await polls.voting.press(asker(member), arc.id, 0, episode=episode)
    await polls.progress.tell(20, 3)
    await polls.voting.press(asker(20), arc.id, 1, episode=1)
    assert arc.results == "voted"
    assert (await sheet_of(asker(20), arc.id, episode=1)).hidden is None
    other = await sheet_of(asker(20), arc.id, episode=2)
    assert (other.hidden is not None, other.tally) == (True, None)


async def test_the_sheet_of_an_arc_is_about_the_last_episode_that_was_finished_and_none_before_the_first(
    db: Database,
) -> None:
    polls = Polls(db)
    arc = await polls.make_preset(ARC, arc=True)
    await polls.progress.tell(10, 4)
    assert (await polls.voting.ballot(asker(10), arc.id)).episode == 4
    for episode in (0, -1, 5):
        with pytest.raises(EtoileError, match="poll-episode-not-reached"):
            await polls.voting.ballot(asker(10), arc.id, episode=episode)
    assert (await polls.voting.ballot(asker(10), arc.id, episode=1)).episode == 1
    await polls.progress.tell(10, 8)
    assert (await polls.voting.ballot(asker(10), arc.id)).episode == 8


async def test_a_press_draws_the_card_only_where_the_card_stands(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make()
    here = await polls.voting.press(asker(10), poll.id, 0)
    assert here.card is not None
    assert here.card().version == here.version
    there = await polls.voting.press(replace(asker(11), channel_id=CHANNEL + 1), poll.id, 0)
    assert there.card is None
    arc = await polls.make_preset(ARC, arc=True)
    await polls.progress.tell(10, 2)
    assert (await polls.voting.press(asker(10), arc.id, 0, episode=1)).card is None


async def test_a_press_draws_the_card_for_its_own_channel(db: Database) -> None:
    """What may be said openly in the poll's channel decides, also when everybody may read everything elsewhere."""
    polls = Polls(db)
    await polls.progress.tell(1, 8)
    await db.write(guild_settings.set_channel_horizon, channel_id=CHANNEL + 1, guild_id=GUILD, horizon=8, at=NOON)
    poll = await polls.make(gate=5)
    for member in (10, 11, 12):
        await polls.progress.tell(member, 8)
        recorded = await polls.voting.press(asker(member), poll.id, 0)
    assert recorded.card is not None
    drawn, stored = recorded.card(), await polls.voting.card(poll.id)
    assert stored == drawn


async def test_the_next_question_is_an_arc_with_an_unanswered_episode_and_none_with_another_key(db: Database) -> None:
    polls = Polls(db)
    arc = await polls.make_preset(ARC, arc=True)
    await db.write(store.save_place, poll_id=arc.id, channel_id=CHANNEL, parent_id=None, message_id=5)
    await polls.progress.tell(10, 2)
    asked = await polls.voting.next_question(asker(10))
    assert asked is not None and asked.id == arc.id
    assert await polls.voting.next_question(asker(10, guild_id=None)) is None
    assert await polls.voting.next_question(asker(10, guild_id=GUILD + 1)) is None
    other = Polls(db, key=BallotKey(b"o" * 32, matches=False))
    assert await other.voting.next_question(asker(10)) is None
    for episode in (1, 2):
        await polls.voting.press(asker(10), arc.id, 0, episode=episode)
    assert await polls.voting.next_question(asker(10)) is None


async def test_with_another_key_a_named_poll_still_shows_the_members_own_ballot(db: Database) -> None:
    polls = Polls(db)
    named, secret = await polls.make(anonymous=False), await polls.make()
    for poll in (named, secret):
        await polls.voting.press(asker(10), poll.id, 1)
    other = Polls(db, key=BallotKey(b"o" * 32, matches=False))
    assert (await other.voting.ballot(asker(10), named.id)).mine == {1}
    assert (await other.voting.ballot(asker(10), secret.id)).mine == frozenset()


async def test_ballots_in_very_many_polls_are_all_listed_and_all_forgotten(db: Database) -> None:
    polls = Polls(db)
    made = [await polls.make(f"Question {number}?", anonymous=number % 2 == 0) for number in range(401)]
    for poll in (made[0], made[199], made[200], made[399], made[400]):
        await polls.voting.press(asker(10), poll.id, 0)
        await polls.voting.press(asker(11), poll.id, 1)
    listed = await polls.voting.ballots_of(10)
    assert sorted(poll.id for poll, _ in listed) == sorted(made[at].id for at in (0, 199, 200, 399, 400))
    assert await polls.voting.forget(10) == 5
    assert await polls.voting.ballots_of(10) == []
    assert len(await polls.voting.ballots_of(11)) == 5
    counted = await polls.voting.result(asker(1), made[399].id)
    assert counted.tally == Tally(1, (0, 1, *([0] * 8)))


async def test_taking_back_says_whether_there_was_anything(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make(most=2, labels="A\nB\nC")
    assert (await polls.voting.withdraw(asker(10), poll.id)).outcome == "unchanged"
    assert (await polls.voting.choose(asker(10), poll.id, frozenset({0, 2}))).outcome == "recorded"
    assert (await polls.voting.choose(asker(10), poll.id, frozenset({0, 2}))).outcome == "unchanged"
    assert (await polls.voting.choose(asker(10), poll.id, frozenset({1}))).outcome == "changed"
    gone = await polls.voting.withdraw(asker(10), poll.id)
    assert (gone.outcome, gone.view.mine) == ("withdrawn", frozenset())
