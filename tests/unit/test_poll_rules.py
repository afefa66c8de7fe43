"""The rules of polls by themselves: tallies, limits, ties, what is hidden, arcs and keyed hashes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ballot_key import BallotKey
from bot.domain.locale import Locale
from bot.domain.member_text import Channel, MemberText
from bot.domain.poll import (
    SECRET_BELOW,
    Option,
    Poll,
    PollState,
    check_answers,
    check_closing,
    check_may_vote,
    chosen_set,
    hidden,
    toggled,
    with_answer,
)
from bot.domain.tally import Tally, arc_of, from_mask, to_mask
from bot.errors import EtoileError

NOW = datetime(2026, 3, 6, 20, 0, tzinfo=UTC)


def written(words: str, level: int = 0) -> MemberText:
    """What a member wrote in the poll's channel."""
    return MemberText(words, level, Channel(2))


POLL = Poll(
    id=7,
    guild_id=1,
    channel_id=2,
    parent_id=None,
    message_id=None,
    author_id=3,
    locale=Locale.EN,
    preset_id=None,
    arc=False,
    question=written("Who?"),
    answers=tuple(Option(label=written(f"Answer {n}")) for n in range(10)),
    most=1,
    results="live",
    anonymous=True,
    gate=0,
    role_ids=frozenset(),
    opened_at=NOW,
    closes_at=None,
    closed_at=None,
    state=PollState.OPEN,
    round=0,
    announced_at=None,
    result_message_id=None,
)

places = st.integers(0, 9)
choices = st.frozensets(places, max_size=10)


@given(choices)
def test_choices_survive_being_stored(chosen: frozenset[int]) -> None:
    assert from_mask(to_mask(chosen)) == chosen


@given(st.lists(choices.filter(bool), min_size=1, max_size=40))
def test_everybody_who_leads_has_the_most_votes_and_nobody_else(ballots: list[frozenset[int]]) -> None:
    counted = {place: sum(place in ballot for ballot in ballots) for place in range(10)}
    tally = Tally(len(ballots), tuple(counted.values()))
    assert set(tally.leaders) == {place for place, count in counted.items() if count == max(counted.values())}
    assert all(tally.share(place) == counted[place] / len(ballots) for place in range(10))


def test_nobody_leads_before_the_first_ballot() -> None:
    assert Tally().leaders == ()
    assert Tally().share(0) == 0


@given(st.integers(1, 10), st.lists(places, max_size=60))
def test_pressing_never_exceeds_the_limit_and_twice_takes_back(most: int, presses: list[int]) -> None:
    poll = replace(POLL, most=most)
    chosen = frozenset[int]()
    for place in presses:
        try:
            after = toggled(poll, chosen, place)
        except EtoileError as refused:
            assert refused.key == "poll-too-many"
            assert len(chosen) == most > 1
            assert place not in chosen
            continue
        assert (place in after) != (place in chosen)
        assert len(after) <= most
        assert after - {place} == (frozenset() if most == 1 and place not in chosen else chosen - {place})
        chosen = after


@given(st.integers(1, 10), choices)
def test_a_select_takes_as_many_as_the_limit(most: int, picked: frozenset[int]) -> None:
    poll = replace(POLL, most=most)
    if len(picked) <= most:
        assert chosen_set(poll, picked) == picked
    else:
        with pytest.raises(EtoileError, match="poll-too-many"):
            chosen_set(poll, picked)


@pytest.mark.parametrize("place", [-1, 10, 99])
def test_an_answer_that_does_not_exist_is_refused(place: int) -> None:
    with pytest.raises(EtoileError, match="poll-no-such-answer"):
        toggled(POLL, frozenset(), place)
    with pytest.raises(EtoileError, match="poll-no-such-answer"):
        chosen_set(POLL, frozenset({place}))


@pytest.mark.parametrize(
    ("state", "results", "voted", "why"),
    [
        ("open", "live", False, None),
        ("open", "voted", False, "after-voting"),
        ("open", "voted", True, None),
        ("open", "end", True, "at-the-end"),
        ("closed", "end", False, None),
        ("closed", "voted", False, None),
    ],
)
def test_results_are_seen_when_the_poll_says(state: str, results: str, voted: bool, why: str | None) -> None:
    poll = replace(POLL, state=state, results=results)  # type: ignore[arg-type]
    assert hidden(poll, voted=voted, voters=SECRET_BELOW, level=0) == why


@given(st.integers(0, 20), st.booleans(), st.sampled_from(["open", "closed"]), st.booleans())
def test_nobody_sees_an_anonymous_result_of_fewer_than_three(
    voters: int, voted: bool, state: str, anonymous: bool
) -> None:
    poll = replace(POLL, state=state, anonymous=anonymous)  # type: ignore[arg-type]
    assert (hidden(poll, voted=voted, voters=voters, level=8) == "too-few") == (anonymous and voters < 3)


tallies = st.dictionaries(
    st.tuples(st.integers(1, 8), st.booleans()),
    st.integers(0, 12).flatmap(lambda n: st.integers(0, n).map(lambda a: Tally(n, (a, n - a, *([0] * 8))))),
)


@given(tallies, st.integers(0, 8))
def test_an_arc_ends_where_the_reader_is_and_hides_small_groups(
    counted: dict[tuple[int, bool], Tally], upto: int
) -> None:
    arc = arc_of(counted, upto=upto)
    assert [point.episode for point in arc.points] == list(range(1, upto + 1))
    for point in arc.points:
        new = counted.get((point.episode, True), Tally())
        old = counted.get((point.episode, False), Tally())
        assert point.tally == (new + old if new.voters + old.voters >= 3 else None)
        assert (point.newcomers, point.returning) == (
            (new, old) if new.voters >= 3 and old.voters >= 3 else (None, None)
        )


@given(st.integers(0, 8), st.integers(0, 9))
def test_an_arc_takes_a_ballot_for_every_episode_reached_and_no_other(level: int, episode: int) -> None:
    arc = replace(POLL, arc=True)
    if 1 <= episode <= min(level, 8):
        check_may_vote(arc, level=level, role_ids=frozenset(), episode=episode, now=NOW)
    else:
        with pytest.raises(EtoileError):
            check_may_vote(arc, level=level, role_ids=frozenset(), episode=episode, now=NOW)


def test_a_plain_poll_takes_one_ballot_only_whatever_episode_is_claimed() -> None:
    with pytest.raises(EtoileError, match="poll-episode-not-reached"):
        check_may_vote(POLL, level=8, role_ids=frozenset(), episode=3, now=NOW)


def test_the_instant_of_the_end_is_too_late() -> None:
    poll = replace(POLL, closes_at=NOW)
    check_may_vote(poll, level=0, role_ids=frozenset(), episode=0, now=NOW - timedelta(milliseconds=1))
    with pytest.raises(EtoileError, match="poll-closed-to-votes"):
        check_may_vote(poll, level=0, role_ids=frozenset(), episode=0, now=NOW)


@pytest.mark.parametrize(
    ("labels", "key"),
    [
        (["one"], "poll-answer-count"),
        ([str(n) for n in range(11)], "poll-answer-count"),
        (["Jack", "jack"], "poll-answer-twice"),
        (["Jack", "x" * 56], "poll-answer-long"),
    ],
)
def test_answers_that_cannot_be_are_named(labels: list[str], key: str) -> None:
    with pytest.raises(EtoileError, match=key):
        check_answers(labels)


def test_a_tenth_answer_fits_and_an_eleventh_does_not() -> None:
    nine = replace(POLL, answers=POLL.answers[:9])
    ten = with_answer(nine, "Susu", at=NOW)
    assert ten.answers[-1] == Option(label=written("Susu"), added_at=NOW)
    with pytest.raises(EtoileError, match="poll-full"):
        with_answer(ten, "Mishi", at=NOW)


def test_an_end_must_lie_ahead_and_within_a_year() -> None:
    check_closing(None, now=NOW)
    check_closing(NOW + timedelta(days=365), now=NOW)
    with pytest.raises(EtoileError, match="poll-closes-in-past"):
        check_closing(NOW, now=NOW)
    with pytest.raises(EtoileError, match="poll-closes-too-late"):
        check_closing(NOW + timedelta(days=365, seconds=1), now=NOW)


@given(
    st.lists(st.tuples(st.integers(1, 2**63 - 1), st.integers(1, 2**63 - 1)), min_size=2, max_size=30, unique=True),
    st.binary(min_size=32, max_size=32),
)
def test_hashes_of_ballots_differ_by_poll_and_member_and_repeat(pairs: list[tuple[int, int]], secret: bytes) -> None:
    key, again = BallotKey(secret), BallotKey(secret)
    hashes = [key.voter(poll_id, user_id) for poll_id, user_id in pairs]
    assert len(set(hashes)) == len(pairs)
    assert hashes == [again.voter(poll_id, user_id) for poll_id, user_id in pairs]
    other = BallotKey(bytes(32) if secret != bytes(32) else b"1" * 32)
    assert other.voter(*pairs[0]) != hashes[0]
    assert all(str(user_id) not in name for (_, user_id), name in zip(pairs, hashes, strict=True) if user_id > 10**12)
