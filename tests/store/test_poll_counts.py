"""The counts that are kept beside the ballots, against a plain model and a recount, whatever members do."""

from __future__ import annotations

import importlib
import pkgutil
import sqlite3
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain.poll import Poll, chosen_set, toggled
from bot.domain.readers import Reader
from bot.domain.tally import Tally, to_mask
from bot.errors import EtoileError
from bot.store.engine.database import Transaction
from bot.store.migrations import versions
from bot.store.polls import ballots, polls
from tests.support.polls import NOON, asker
from tests.unit.test_poll_rules import POLL

members = st.integers(10, 14)
places = st.integers(0, 3)
SCHEMA: list[str] = [
    statement
    for name in sorted(module.name for module in pkgutil.iter_modules(versions.__path__))
    for statement in importlib.import_module(f"{versions.__name__}.{name}").STATEMENTS
]
"""Every migration's: what the newest release works with."""


class Counts(RuleBasedStateMachine):
    """Members vote, change, take back, are forgotten; in a poll with one answer, with two, and in an arc."""

    def __init__(self) -> None:
        super().__init__()
        self.raw = sqlite3.connect(":memory:", isolation_level=None)
        self.raw.row_factory = sqlite3.Row
        for statement in SCHEMA:
            self.raw.execute(statement)
        self.model: dict[tuple[int, int, int], tuple[frozenset[int], bool]] = {}
        self.level: dict[int, int] = {}
        self.polls: dict[int, Poll] = {}

    def run(self, work: Transaction[Any]) -> Any:
        """Runs a work as the database's thread does."""
        try:
            statement = next(work)
            while True:
                statement = work.send(self.raw.execute(statement.text, statement.params).fetchall())
        except StopIteration as stop:
            return stop.value

    @initialize()
    def post(self) -> None:
        answers = POLL.answers[:4]
        for number, most, arc in ((1, 1, False), (2, 2, False), (3, 1, True)):
            self.polls[number] = replace(POLL, id=number, answers=answers, most=most, arc=arc)
            self.run(polls.insert_poll(self.polls[number]))

    def cast(self, poll_id: int, member: int, episode: int, choose: Any) -> None:
        level = self.level.get(member, 0)
        newcomer = self.polls[poll_id].arc and level == episode
        key = (poll_id, member, episode)
        before = self.model.get(key, (frozenset(), False))[0]

        def allow(poll: Poll, stand: Reader) -> str:
            assert stand.level == level
            return str(member)

        self.raw.execute("BEGIN")
        try:
            cast = self.run(
                ballots.cast_ballot(
                    poll_id=poll_id, asker=asker(member), episode=episode, allow=allow, choose=choose, at=NOON
                )
            )
        except EtoileError:
            self.raw.execute("ROLLBACK")
            return
        self.raw.execute("COMMIT")
        after = choose(self.polls[poll_id], before)
        if after:
            self.model[key] = (after, newcomer)
        else:
            self.model.pop(key, None)
        assert (cast.now.choices if cast.now else frozenset()) == after
        assert {e: b.choices for e, b in cast.mine.items()} == {
            e: chosen for (p, m, e), (chosen, _) in self.model.items() if (p, m) == (poll_id, member)
        }
        assert cast.tally == self.expected(poll_id, episode)

    def expected(self, poll_id: int, episode: int, group: bool | None = None) -> Tally:
        held = [
            chosen
            for (p, _, e), (chosen, newcomer) in self.model.items()
            if (p, e) == (poll_id, episode) and group in (None, newcomer)
        ]
        return Tally(len(held), tuple(sum(place in chosen for chosen in held) for place in range(10)))

    @rule(member=members, level=st.integers(0, 8))
    def watch(self, member: int, level: int) -> None:
        self.level[member] = level
        self.raw.execute(
            "INSERT INTO progress (user_id, episode, asked, updated_at) VALUES (?, ?, 1, 0)"
            " ON CONFLICT (user_id) DO UPDATE SET episode = excluded.episode",
            (member, level),
        )

    @rule(poll_id=st.sampled_from([1, 2]), member=members, place=places)
    def press(self, poll_id: int, member: int, place: int) -> None:
        self.cast(poll_id, member, 0, lambda poll, chosen: toggled(poll, chosen, place))

    @rule(poll_id=st.sampled_from([1, 2]), member=members, picked=st.frozensets(places, max_size=3))
    def choose(self, poll_id: int, member: int, picked: frozenset[int]) -> None:
        self.cast(poll_id, member, 0, lambda poll, _: chosen_set(poll, picked))

    @rule(member=members, episode=st.integers(1, 8), place=places)
    def press_in_the_arc(self, member: int, episode: int, place: int) -> None:
        self.cast(3, member, episode, lambda poll, chosen: toggled(poll, chosen, place))

    @rule(member=members)
    def forget(self, member: int) -> None:
        self.run(ballots.forget_ballots([(poll_id, str(member)) for poll_id in self.polls]))
        self.model = {key: held for key, held in self.model.items() if key[1] != member}

    @invariant()
    def counts_agree(self) -> None:
        for poll_id in self.polls:
            kept = self.run(ballots.load_tallies(poll_id=poll_id))
            for (episode, newcomer), tally in kept.items():
                assert tally == self.expected(poll_id, episode, newcomer)
            groups = {(e, newcomer) for (p, _, e), (_, newcomer) in self.model.items() if p == poll_id}
            assert groups <= set(kept)

    @invariant()
    def ballots_agree(self) -> None:
        stored = {
            (row["poll_id"], int(row["voter"]), row["episode"]): (row["choices"], bool(row["newcomer"]))
            for row in self.raw.execute("SELECT * FROM poll_ballots")
        }
        assert stored == {key: (to_mask(chosen), newcomer) for key, (chosen, newcomer) in self.model.items()}

    def teardown(self) -> None:
        self.raw.close()


TestCounts = Counts.TestCase


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 600)), max_size=8))
def test_a_card_is_never_thought_older_than_it_is(steps: list[tuple[int, int]]) -> None:
    """Whatever happens to a poll and its ballots, the version of its card only rises."""
    machine = Counts()
    machine.post()
    seen = 0
    for kind, number in steps:
        if kind == 0:
            machine.press(1, 10 + number % 5, number % 4)
        elif kind == 1:
            machine.run(polls.touch_poll(poll_id=1))
        else:
            machine.run(ballots.drop_ballots(poll_id=1))
            machine.model.clear()
        _, version = machine.run(polls.load_versioned(poll_id=1))
        _, changes = machine.run(ballots.load_counts(poll_id=1))
        assert version + changes > seen or (kind == 2 and version + changes >= seen)
        seen = version + changes
    machine.teardown()
