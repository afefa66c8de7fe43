"""Polls on both databases: each press counted once, nothing told too early, nothing left of who leaves."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.ballot_key import BallotKey, open_ballot_key
from bot.domain.guild_settings import GuildSettings
from bot.domain.instants import from_ms
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.poll import NotReached
from bot.domain.tally import Tally
from bot.errors import EtoileError, StartupError
from bot.resources import data_path
from bot.services.facts_values import Request, StatusBody
from bot.services.polls.export import HEADS
from bot.settings import Settings
from bot.store.engine.database import Database, Row, Transaction, sql
from bot.store.guild_settings import save_guild
from bot.store.polls import ballots
from bot.text import load_catalogue
from tests.support.polls import CHANNEL, GUILD, NOON, Polls, asker, stricter_pack


def rows(table: str) -> Transaction[list[Row]]:
    """All rows of a table."""
    return (yield sql(f"SELECT * FROM {table}"))


async def recount(db: Database, poll_id: int) -> dict[tuple[int, bool], Tally]:
    """The tallies as the ballots themselves say."""
    counted: dict[tuple[int, bool], Tally] = {}
    for row in await db.read(rows, "poll_ballots"):
        if row["poll_id"] == poll_id:
            chosen = tuple(row["choices"] >> place & 1 for place in range(10))
            key = (row["episode"], bool(row["newcomer"]))
            counted[key] = counted.get(key, Tally()) + Tally(1, chosen)
    return counted


async def kept(db: Database, poll_id: int) -> dict[tuple[int, bool], Tally]:
    """The tallies that are kept, without those that are all zero."""
    tallies = await db.read(ballots.load_tallies, poll_id=poll_id)
    return {key: tally for key, tally in tallies.items() if tally != Tally()}


async def test_two_thousand_presses_count_as_a_plain_model_says(db: Database) -> None:
    polls = Polls(db)
    made = [
        await polls.make(f"Question {n}?", "a\nb\nc\nd", most=most, anonymous=n % 2 == 0)
        for n, most in enumerate((1, 1, 2, 3, 0))
    ]
    chance = random.Random(2026)
    model: dict[tuple[int, int], frozenset[int]] = {}
    presses = [(chance.choice(made), chance.randrange(100, 600), chance.randrange(4)) for _ in range(2000)]
    by_member: dict[int, list[tuple[int, int]]] = {}
    for poll, member, place in presses:  # each member presses one after the other, all members at once
        by_member.setdefault(member, []).append((poll.id, place))
        now = model.get((poll.id, member), frozenset())
        if place in now:
            now -= {place}
        elif poll.most == 1:
            now = frozenset({place})
        elif len(now) < poll.most:
            now |= {place}
        model[poll.id, member] = now

    async def member_presses(member: int, theirs: list[tuple[int, int]]) -> int:
        refused = 0
        for poll_id, place in theirs:
            try:
                await polls.voting.press(asker(member), poll_id, place)
            except EtoileError as error:
                assert error.key == "poll-too-many"
                refused += 1
        return refused

    await asyncio.gather(*(member_presses(member, theirs) for member, theirs in by_member.items()))
    for poll in made:
        held = [chosen for (poll_id, _), chosen in model.items() if poll_id == poll.id and chosen]
        counts = Counter(place for chosen in held for place in chosen)
        expected = Tally(len(held), tuple(counts[place] for place in range(10)))
        assert await kept(db, poll.id) == {(0, False): expected} == await recount(db, poll.id)


async def test_a_press_answers_with_what_stands_after_it(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make(anonymous=False)
    first = await polls.voting.press(asker(10), poll.id, 0)
    assert (first.outcome, first.view.mine) == ("recorded", {0})
    changed = await polls.voting.press(asker(10), poll.id, 1)
    assert (changed.outcome, changed.view.mine) == ("changed", {1})
    assert changed.card is not None
    card = changed.card()
    assert card.tally is not None
    assert card.tally.counts[:2] == (0, 1)
    assert card.version == changed.version > first.version
    back = await polls.voting.press(asker(10), poll.id, 1)
    assert (back.outcome, back.view.mine) == ("withdrawn", set())
    assert (await polls.voting.withdraw(asker(10), poll.id)).outcome == "unchanged"
    assert await kept(db, poll.id) == {}


async def test_who_has_not_reached_the_gate_sees_and_does_nothing(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make_preset("the-triangle")
    for attempt in (
        polls.voting.press(asker(10), poll.id, 0),
        polls.voting.ballot(asker(10), poll.id),
        polls.voting.result(asker(10), poll.id),
    ):
        with pytest.raises(NotReached) as refused:
            await attempt
        assert refused.value.episode == 8
    card = await polls.voting.card(poll.id)
    assert card is not None
    assert (card.wording, card.tally) == (None, None)
    await polls.progress.tell(10, 8)
    assert (await polls.voting.press(asker(10), poll.id, 0)).outcome == "recorded"
    await polls.progress.tell(10, 7)  # set back: hidden again at once
    with pytest.raises(NotReached):
        await polls.voting.ballot(asker(10), poll.id)


async def test_presses_from_elsewhere_and_forged_ones_get_a_sentence(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make()
    for ask, poll_id, place, key in (
        (asker(10, guild_id=9), poll.id, 0, "poll-elsewhere"),
        (asker(10, guild_id=None), poll.id, 0, "poll-elsewhere"),
        (asker(10), 12345, 0, "poll-gone"),
        (asker(10), poll.id, 2, "poll-no-such-answer"),
    ):
        with pytest.raises(EtoileError, match=key):
            await polls.voting.press(ask, poll_id, place)
    with pytest.raises(EtoileError, match="poll-episode-not-reached"):
        await polls.voting.press(asker(10), poll.id, 0, episode=3)
    assert await kept(db, poll.id) == {}


async def test_only_the_roles_that_were_named_may_vote(db: Database) -> None:
    polls = Polls(db)
    drafts = polls.service.drafts
    preview = await drafts.from_form(
        asker(1), draft_id=None, question="Who?", labels="a\nb", most=1, results="live", closes=""
    )
    await drafts.set_roles(asker(1), preview.draft.id, [77])
    poll = (await polls.service.post(asker(1), preview.draft.id)).poll
    with pytest.raises(EtoileError, match="poll-other-roles"):
        await polls.voting.press(asker(10, manages=True), poll.id, 0)
    await polls.voting.press(asker(10, role_ids=frozenset({77})), poll.id, 0)


async def test_the_table_does_not_show_who_voted_in_an_anonymous_poll(db: Database) -> None:
    polls = Polls(db)
    secret, named = await polls.make(), await polls.make(anonymous=False)
    second = await polls.make()
    member = 123_456_789_012_345_678
    for poll in (secret, second, named):
        await polls.voting.press(asker(member), poll.id, 0)
    voters = {row["poll_id"]: row["voter"] for row in await db.read(rows, "poll_ballots")}
    assert voters[named.id] == str(member)
    assert str(member) not in voters[secret.id]
    assert voters[secret.id] != voters[second.id]
    assert await db.read(ballots.list_voters, poll_id=secret.id, limit=10) == []
    shown = await polls.voting.result(asker(1), named.id)
    assert shown.names == ((member,), ())


async def test_nobody_sees_an_anonymous_count_of_two(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make()
    for member in (10, 11):
        recorded = await polls.voting.press(asker(member), poll.id, 0)
        assert (recorded.view.tally, recorded.view.hidden) == (None, "too-few")
    with pytest.raises(EtoileError, match="poll-hidden-too-few"):
        await polls.service.export(asker(1), poll.id, {})
    recorded = await polls.voting.press(asker(12), poll.id, 1)
    assert recorded.view.tally == Tally(3, (2, 1, *([0] * 8)))


async def test_a_vote_that_races_with_the_end_counts_or_is_refused(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make()

    async def vote(member: int) -> bool:
        await asyncio.sleep(member % 7 / 2000)
        try:
            await polls.voting.press(asker(member), poll.id, member % 2)
        except EtoileError as refused:
            assert refused.key == "poll-closed-to-votes"
            return False
        return True

    async def end() -> None:
        await asyncio.sleep(0.002)
        await polls.service.close(asker(1), poll.id)

    *counted, _ = await asyncio.gather(*(vote(member) for member in range(100, 220)), end())
    tally = (await kept(db, poll.id)).get((0, False), Tally())
    assert tally.voters == sum(bool(each) for each in counted)


async def test_the_end_comes_on_time_and_is_told_once(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make(closes="in 3 days")
    assert poll.closes_at == NOON + timedelta(days=3)
    assert await _due(db, JobKind.POLL_CLOSE, poll.id) == poll.closes_at
    for member in (10, 11, 12):
        await polls.voting.press(asker(member), poll.id, 0)
    ends = polls.service.endings
    assert await ends.due(poll.id, NOON + timedelta(days=2)) is None
    polls.now = NOON + timedelta(days=3)
    with pytest.raises(EtoileError, match="poll-closed-to-votes"):  # even before the job ran
        await polls.voting.press(asker(13), poll.id, 0)
    ending = await ends.due(poll.id, polls.now)
    assert ending is not None
    assert (ending.covered, ending.result.tally) == (False, Tally(3, (3, *([0] * 9))))
    again = await ends.due(poll.id, polls.now)
    assert again is not None  # not told yet: the process may have died in between
    await ends.mark_announced(again, 555)
    assert await ends.due(poll.id, polls.now) is None


async def test_reopening_keeps_the_ballots_and_tells_the_next_end(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make(closes="in 1 hour")
    await polls.voting.press(asker(10), poll.id, 0)
    await polls.service.close(asker(1), poll.id)
    first = await polls.service.endings.due(poll.id, NOON)
    assert first is not None
    await polls.service.endings.mark_announced(first, 555)
    opened = await polls.service.reopen(asker(1), poll.id, "in 2 hours")
    assert (opened.state, opened.round, opened.closes_at) == ("open", 1, NOON + timedelta(hours=2))
    assert (await polls.voting.ballot(asker(10), poll.id)).mine == {0}
    polls.now = NOON + timedelta(hours=2)
    second = await polls.service.endings.due(poll.id, polls.now)
    assert second is not None
    await polls.service.endings.mark_announced(first, 555)  # a late word about the first end changes nothing
    assert await polls.service.endings.due(poll.id, polls.now) is not None


async def test_a_card_is_stale_from_any_change_until_it_was_drawn(db: Database) -> None:
    polls = Polls(db)
    service = polls.service
    poll, other = await polls.make(), await polls.make()
    assert await service.stale() == []  # nobody knows where their cards stand
    for each in (poll, other):
        await service.remember_card(each.id, channel_id=each.channel_id, parent_id=None, message_id=each.id, version=1)
    assert await service.stale() == []
    recorded = await polls.voting.press(asker(10), poll.id, 0)
    assert await service.stale() == [(poll.id, GUILD)]
    await service.note_drawn({other.id: 1, poll.id: recorded.version, 12345: 3})
    await service.note_drawn({poll.id: 1})  # a late word about an earlier drawing
    assert await service.stale() == []
    await polls.voting.press(asker(10), poll.id, 0)  # taken back: no ballot is left that could tell when
    assert await service.stale() == [(poll.id, GUILD)]
    await service.close(asker(1), other.id)
    assert await service.stale() == [(other.id, GUILD), (poll.id, GUILD)]
    card = await polls.voting.card(poll.id)
    assert card is not None
    await service.note_drawn({poll.id: card.version})
    await service.remember_card(
        other.id, channel_id=other.channel_id, parent_id=None, message_id=None
    )  # the card was deleted
    assert await service.stale() == []


async def test_only_who_may_looks_after_a_poll(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make()
    stranger = asker(10)
    for attempt in (
        polls.service.close(stranger, poll.id),
        polls.service.delete(stranger, poll.id),
        polls.service.add_answer(stranger, poll.id, "Susu"),
        polls.service.export(stranger, poll.id, {}),
        polls.service.move_end(stranger, poll.id, ""),
    ):
        with pytest.raises(EtoileError, match="poll-not-yours"):
            await attempt
    await polls.service.delete(asker(11, manages=True), poll.id)
    with pytest.raises(EtoileError, match="poll-was-deleted"):
        await polls.voting.press(asker(10), poll.id, 0)
    assert await db.read(rows, "poll_ballots") == []


async def test_answers_are_added_later_but_reworded_only_before_the_first_ballot(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make()
    reworded = await polls.service.reword(asker(1), poll.id, question="Whom?", labels=["Jack", "Cheyenne"])
    assert reworded.question.says("Whom?")
    assert reworded.answers[1].label.says("Cheyenne")
    await polls.voting.press(asker(10), poll.id, 1)
    with pytest.raises(EtoileError, match="poll-has-ballots"):
        await polls.service.reword(asker(1), poll.id, question="Who?", labels=["a", "b"])
    longer = await polls.service.add_answer(asker(1), poll.id, "The ballet")
    assert longer.answers[2].added_at == NOON
    with pytest.raises(EtoileError, match="poll-answer-twice"):
        await polls.service.add_answer(asker(1), poll.id, "jack")
    await polls.voting.press(asker(10), poll.id, 2)
    assert (await polls.voting.ballot(asker(10), poll.id)).mine == {2}


async def test_an_arc_takes_one_ballot_per_episode_and_shows_no_further_than_the_reader(db: Database) -> None:
    polls = Polls(db)
    arc = await polls.make_preset("jack-or-genevieve", arc=True)
    assert arc.anonymous
    for member in range(10, 16):  # six who watch along: each votes when they have seen just that episode
        for episode in range(1, 6):
            await polls.progress.tell(member, episode)
            await polls.voting.press(asker(member), arc.id, episode % 2, episode=episode)
    for member in range(20, 24):  # four who have seen it all
        await polls.progress.tell(member, 8)
        await polls.voting.press(asker(member), arc.id, 1, episode=2)
    assert await kept(db, arc.id) == await recount(db, arc.id)

    await polls.progress.tell(10, 3)
    seen = await polls.voting.result(asker(10), arc.id)
    assert seen.arc is not None
    assert [point.episode for point in seen.arc.points] == [1, 2, 3]
    two = seen.arc.points[1]
    assert two.tally == Tally(10, (6, 4, *([0] * 8)))
    assert (two.newcomers, two.returning) == (Tally(6, (6, 0, *([0] * 8))), Tally(4, (0, 4, *([0] * 8))))
    with pytest.raises(EtoileError, match="poll-episode-not-reached"):
        await polls.voting.ballot(asker(10), arc.id, episode=4)
    with pytest.raises(EtoileError, match="poll-episode-not-reached"):
        await polls.voting.press(asker(10), arc.id, 0, episode=4)
    with pytest.raises(NotReached):
        await polls.voting.ballot(asker(99), arc.id)

    await polls.progress.tell(11, 8)  # looking back with all of it in mind
    await polls.voting.press(asker(11), arc.id, 1, episode=2)
    assert await kept(db, arc.id) == await recount(db, arc.id)
    assert (await kept(db, arc.id))[2, True].voters == 5


async def test_a_draft_keeps_what_was_typed_and_is_posted_once(db: Database) -> None:
    polls = Polls(db)
    drafts = polls.service.drafts
    preview = await drafts.from_form(
        asker(1), draft_id=None, question="Who?", labels="only one", most=1, results="end", closes="soonish"
    )
    assert preview.problem is not None
    kept_draft = await drafts.load(asker(1), preview.draft.id)
    assert (kept_draft.question, kept_draft.labels, kept_draft.closes) == ("Who?", "only one", "soonish")
    with pytest.raises(EtoileError):
        await polls.service.post(asker(1), preview.draft.id)
    with pytest.raises(EtoileError, match="poll-draft-gone"):
        await drafts.load(asker(2), preview.draft.id)
    mended = await drafts.from_form(
        asker(1), draft_id=preview.draft.id, question="Who?", labels="a\nb", most=1, results="end", closes="in 3 days"
    )
    assert mended.problem is None
    posted = await asyncio.gather(
        *(polls.service.post(asker(1), preview.draft.id) for _ in range(2)), return_exceptions=True
    )
    assert sorted(isinstance(each, EtoileError) for each in posted) == [False, True]


async def test_a_server_may_leave_polls_to_its_hosts_and_to_one_channel(db: Database) -> None:
    polls = Polls(db)
    settings = GuildSettings(guild_id=GUILD, host_role_ids=frozenset({5}), poll_channel_id=4242)
    await db.write(save_guild, settings, at=NOON)
    with pytest.raises(EtoileError, match="poll-hosts-only") as refused:
        await polls.make()
    assert "<@&5>" in load_catalogue(data_path() / "locales").words(Locale.FR).error(refused.value)
    host = asker(1, role_ids=frozenset({5}))
    drafts = polls.service.drafts
    preview = await drafts.from_form(
        host, draft_id=None, question="?", labels="a\nb", most=1, results="live", closes=""
    )
    with pytest.raises(EtoileError, match="poll-hosts-only"):  # the role was taken away meanwhile
        await polls.service.post(asker(1), preview.draft.id)
    poll = (await polls.service.post(host, preview.draft.id)).poll
    assert poll.channel_id == 4242
    await polls.service.close(asker(9, role_ids=frozenset({5})), poll.id)


async def test_an_export_counts_and_names_only_who_may_be_named(db: Database) -> None:
    polls = Polls(db)
    secret = await polls.make(labels="=1+1\nGeneviève")
    named = await polls.make(anonymous=False)
    for member in (10, 11, 12):
        for poll in (secret, named):
            await polls.voting.press(asker(member), poll.id, member % 2)
    heads = {head: head for head in HEADS}
    hidden = (await polls.service.export(asker(1), secret.id, heads)).decode("utf-8-sig").splitlines()
    assert hidden == ["answer,votes,share", "'=1+1,2,0.6667", "Geneviève,1,0.3333", "ballots,3"]
    told = (await polls.service.export(asker(1), named.id, heads)).decode("utf-8-sig").splitlines()
    assert told[1:3] == ['Jack,2,0.6667,"<@10>, <@12>"', "Geneviève,1,0.3333,<@11>"]


async def test_answers_that_come_later_leave_several_to_be_several(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make(labels="a\nb\nc", most=0)
    assert (await polls.service.add_answer(asker(1), poll.id, "d")).most == 4
    assert (await polls.service.here(asker(1), poll.id)).most == 4
    fewer = await polls.service.reword(asker(1), poll.id, question="?", labels=["a", "b"])
    assert fewer.most == (await polls.service.here(asker(1), poll.id)).most == 2


async def test_a_preset_never_goes_below_what_it_spoils(db: Database) -> None:
    polls = Polls(db)
    with pytest.raises(EtoileError, match="poll-no-such-preset"):
        await polls.service.drafts.from_preset(asker(10), "the-triangle", closes="", arc=False)
    offered = await polls.service.drafts.find_presets(asker(10), "", arc=False)
    assert "the-triangle" not in {match.id for match in offered}
    await polls.progress.tell(10, 8)
    preview = await polls.service.drafts.from_preset(asker(10), "the-triangle", closes="", arc=False)
    with pytest.raises(EtoileError, match="poll-gate-too-low"):
        await polls.service.drafts.set_gate(asker(10), preview.draft.id, 3)


async def test_a_pack_that_became_stricter_gates_what_was_posted_before(db: Database) -> None:
    earlier = Polls(db)
    poll = await earlier.make_preset("bonds")
    await earlier.voting.press(asker(10), poll.id, 0)
    draft = (await earlier.service.drafts.from_preset(asker(1), "bonds", closes="", arc=False)).draft
    assert (poll.gate, draft.lowest_gate) == (0, 0)

    polls = Polls(db, pack=stricter_pack("bonds", 5))  # another process may still post by the earlier pack
    await polls.progress.tell(10, 4)
    for attempt in (
        polls.voting.press(asker(10), poll.id, 1),
        polls.voting.ballot(asker(10), poll.id),
        polls.voting.result(asker(10), poll.id),
    ):
        with pytest.raises(NotReached) as refused:
            await attempt
        assert refused.value.episode == 5
    assert (await kept(db, poll.id))[0, False].voters == 1
    (listed,) = (await polls.service.list(asker(10), 0)).polls
    assert (listed.wording, listed.poll.gate) == (None, 5)
    status = await polls.facts.answer(asker(10), Request(page="status"))
    assert isinstance(status.body, StatusBody)
    assert status.body.happenings is not None
    assert [(each.question, each.gate) for each in status.body.happenings] == [(None, 5)]
    card = await polls.voting.card(poll.id)
    assert card is not None
    assert (card.wording, card.poll.gate) == (None, 5)
    with pytest.raises(EtoileError, match="poll-gate-too-low"):
        await polls.service.drafts.set_gate(asker(1), draft.id, 3)
    assert (await polls.service.post(asker(1), draft.id)).poll.gate == 5

    assert await polls.service.raise_gates() == 1
    assert await polls.service.raise_gates() == 0
    assert (await earlier.service.here(asker(10), poll.id)).gate == 5  # the stricter of the two, whoever reads it
    assert await earlier.service.raise_gates() == 0
    await polls.progress.tell(10, 5)
    assert (await polls.voting.press(asker(10), poll.id, 1)).outcome == "changed"


async def test_a_closed_polls_card_is_drawn_once_more_for_a_stricter_pack(db: Database) -> None:
    polls = Polls(db)
    poll = await polls.make_preset("bonds")
    await polls.service.remember_card(poll.id, channel_id=CHANNEL, parent_id=None, message_id=77, version=1)
    await polls.service.close(asker(1), poll.id)
    assert await polls.service.stale() == [(poll.id, GUILD)]
    await polls.service.note_drawn({poll.id: 99})
    assert await polls.service.stale() == []
    later = Polls(db, pack=stricter_pack("bonds", 5))
    assert await later.service.raise_gates() == 1
    assert await later.service.stale() == [(poll.id, GUILD)]
    await later.service.note_drawn({poll.id: 100})
    assert await later.service.stale() == []


async def test_a_reworded_poll_keeps_the_gate_of_a_stricter_pack(db: Database) -> None:
    poll = await Polls(db).make_preset("bonds")
    polls = Polls(db, pack=stricter_pack("bonds", 5))
    await polls.service.reword(asker(1), poll.id, question="Who?", labels=["a", "b"])
    with pytest.raises(NotReached):
        await polls.voting.ballot(asker(10), poll.id)


async def test_the_status_asks_a_shipped_question_in_the_readers_language(db: Database) -> None:
    polls = Polls(db)
    await polls.make_preset("bonds")
    for locale, asks in ((Locale.EN, "Which bond"), (Locale.FR, "Quel duo")):
        status = await polls.facts.answer(replace(asker(10), locale=locale), Request(page="status"))
        assert isinstance(status.body, StatusBody)
        assert [(each.question or "").startswith(asks) for each in status.body.happenings or ()] == [True]


async def test_forgetting_a_member_finds_their_anonymous_ballots_too(db: Database) -> None:
    polls = Polls(db)
    running, over, named = await polls.make(), await polls.make(), await polls.make(anonymous=False)
    for poll in (running, over, named):
        for member in (10, 11, 12):
            await polls.voting.press(asker(member), poll.id, 0)
    await polls.service.close(asker(1), over.id)
    assert {poll.id for poll, _ in await polls.voting.ballots_of(10)} == {running.id, over.id, named.id}
    assert await polls.voting.forget(10) == 3
    assert await polls.voting.ballots_of(10) == []
    assert (await kept(db, running.id))[0, False].voters == 2
    assert (await kept(db, over.id))[0, False].voters == 3  # its result was told
    assert {row["voter"] for row in await db.read(rows, "poll_ballots") if row["poll_id"] == named.id} == {"11", "12"}
    assert await polls.voting.forget(1) == 0
    assert {row["author_id"] for row in await db.read(rows, "polls")} == {0}


async def test_with_another_key_anonymous_polls_refuse_instead_of_counting_twice(db: Database) -> None:
    polls = Polls(db)
    secret, named = await polls.make(), await polls.make(anonymous=False)
    await polls.voting.press(asker(10), secret.id, 0)
    other = Polls(db, key=BallotKey(b"o" * 32, matches=False))
    with pytest.raises(EtoileError, match="poll-key-differs"):
        await other.voting.press(asker(10), secret.id, 0)
    assert (await other.voting.press(asker(10), named.id, 0)).outcome == "recorded"
    with pytest.raises(EtoileError, match="poll-key-differs"):
        await other.voting.forget(10)
    assert (await kept(db, secret.id))[0, False].voters == 1


async def test_the_key_is_made_once_on_one_machine_and_must_be_given_with_a_server(
    db: Database, tmp_path: Path
) -> None:
    settings = Settings(state_dir=tmp_path)
    if db.kind == "postgresql":
        with pytest.raises(StartupError, match="poll-key-missing"):
            await open_ballot_key(settings, db)
    else:
        made = await open_ballot_key(settings, db)
        file = tmp_path / "ballot.key"
        assert file.stat().st_mode & 0o777 == 0o600
        again = await open_ballot_key(settings, db)
        assert again.voter(1, 2) == made.voter(1, 2)
        assert again.matches
        file.unlink()
        assert not (await open_ballot_key(settings, db)).matches
        file.write_text("nonsense")
        with pytest.raises(StartupError, match="poll-key-unreadable"):
            await open_ballot_key(settings, db)
        return
    given = await open_ballot_key(Settings(ballot_key="x" * 32), db)
    assert given.matches
    assert not (await open_ballot_key(Settings(ballot_key="y" * 32), db)).matches
    with pytest.raises(StartupError, match="poll-key-short"):
        await open_ballot_key(Settings(ballot_key="short"), db)


async def test_two_processes_vote_on_one_database(db: Database, url: str, kind: str) -> None:
    if kind == "sqlite":
        pytest.skip("one process owns a SQLite file")
    polls = Polls(db)
    made = [await polls.make(f"{n}?", "a\nb\nc", most=n + 1) for n in range(2)]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.support.voting", url, str(seed), *(str(poll.id) for poll in made)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in (1, 2)
    ]
    outputs = await asyncio.gather(*(asyncio.to_thread(process.communicate, timeout=120) for process in processes))
    assert [process.returncode for process in processes] == [0, 0]
    assert all("300 presses" in output for output, _ in outputs)
    for poll in made:
        assert await kept(db, poll.id) == await recount(db, poll.id)
        assert (await kept(db, poll.id))[0, False].voters > 0


async def _due(db: Database, kind: JobKind, subject_id: int) -> datetime:
    def find() -> Transaction[datetime]:
        rows = yield sql("SELECT due_at FROM jobs WHERE kind = :kind AND subject_id = :id", kind=kind, id=subject_id)
        return from_ms(rows[0]["due_at"])

    return await db.read(find)
