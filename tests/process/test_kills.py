"""The bot is killed without warning, again and again, while members go on: nothing that it acknowledged is lost,
nothing is said twice, no control is dead. A few times here, fifty times with ETOILE_TEST_LONG=1; on both databases.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import pytest
import pytest_asyncio

from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage.attachments import walk
from bot.stage.errors import Refused
from bot.stage.interactions import Invocation
from bot.stage.payloads import Wire
from bot.stage.server import Stage
from tests.process.quick import idle, quick
from tests.support.postgres import Postgres
from tests.support.scene import LONG, Scene, begin, guest, set_up, up
from tests.support.stage import StageMember, until

KILLS = 50 if LONG else 4
MEMBERS = 12
LEASE = 125
"""Seconds after which what a killed process had in hand is taken up by another."""
ANSWERS = {"going": "Coming", "maybe": "Maybe", "no": "Can’t make it"}
REFUSALS = (
    "memory right now",
    "touch with my memory",
    "Not so fast",
    "Something went wrong",
    "Discord didn’t accept",
)


@pytest_asyncio.fixture(params=["sqlite", "postgresql"])
async def bot(request: pytest.FixtureRequest) -> AsyncIterator[BotProcess]:
    env: dict[str, str] = {}
    if request.param == "postgresql":
        postgres: Postgres = request.getfixturevalue("postgres")
        env = {"ETOILE_DATABASE_URL": await asyncio.to_thread(postgres.fresh), "ETOILE_BALLOT_KEY": "k" * 40}
    async with foyer_stage() as stage:
        process = quick(stage, env=env)
        await up(process)
        yield process
        log = process.log_path.read_text("utf-8", errors="replace")
        await process.stop()
        assert stage.unknown_routes == []
        assert "Traceback" not in log, log[log.index("Traceback") - 500 :][:4000]


@dataclass(slots=True)
class Ledger:
    """What may stand in the database of one member's thing: one state, or several while an outcome is unknown."""

    may_be: set[object] = field(default_factory=lambda: {None})

    async def attempt(self, change: Callable[[object], object], done: Awaitable[bool]) -> None:
        """One change: either state may stand until it is acknowledged, or for good when it never is."""
        after = {change(state) for state in self.may_be}
        self.may_be |= after
        if await done:
            self.may_be = after


@dataclass(slots=True)
class Stormer:
    """A member who changes their mind all the time, one thing after the other."""

    scene: Scene
    member: StageMember
    dice: random.Random
    progress: Ledger = field(default_factory=Ledger)
    ballot: Ledger = field(default_factory=Ledger)
    seat: Ledger = field(default_factory=Ledger)
    acknowledged: int = 0

    async def storm(self) -> None:
        while True:
            with contextlib.suppress(Refused):
                await self.dice.choice((self.tell, self.vote, self.come))()
            await asyncio.sleep(0.1)  # more is refused as a flood

    async def tell(self) -> None:
        episode = self.dice.randint(2, 7)
        await self.progress.attempt(lambda _: episode, self._done(begin(self.member, "progress set", episode=episode)))

    async def vote(self) -> None:
        place = self.dice.randint(0, 1)
        pressed = self.scene.vote(self.member, place)
        await self.ballot.attempt(lambda was: None if was == place else place, self._done(pressed))

    async def come(self) -> None:
        answer = self.dice.choice(list(ANSWERS))
        await self.seat.attempt(lambda _: answer, self._done(self.scene.come(self.member, answer)))

    async def _done(self, invocation: Invocation) -> bool:
        await invocation.outcome()
        told = self.member.text(invocation) if invocation.answered else ""
        done = bool(told) and not any(refusal in told for refusal in REFUSALS)
        self.acknowledged += done
        return done

    async def check(self) -> None:
        """What is stored is what was acknowledged last, or what was tried since."""
        shown = self.member.text(await self.member.slash("progress show"))
        told = re.search(r"episodes 1 (?:to|and) (\d)", shown)
        assert (int(told[1]) if told else None) in self.progress.may_be, (self.progress.may_be, shown)
        assert await self.scene.ballot_of(self.member) in self.ballot.may_be
        people = (await self.scene.people()).splitlines()
        lines = [line for line in people if f"<@{self.member.id}>" in line]
        answers = [answer for answer, word in ANSWERS.items() if lines and lines[0].startswith(f"**{word}")]
        assert len(lines) <= 1
        assert (answers[0] if answers else None) in self.seat.may_be, (self.seat.may_be, people)


@dataclass(slots=True)
class Calls:
    """Parties that begin while the bot is being killed: who comes is called once, in the party's thread."""

    stage: Stage
    host: StageMember
    threads: list[str] = field(default_factory=list[str])

    async def plan(self, bot: BotProcess) -> None:
        """A party in twenty minutes: its reminder is due in five."""
        before = self._all()
        draft = await self.host.slash("party schedule", when="in 20 minutes", episode=5, event=False)
        await self.host.press(self.host.answer(draft), "Post")
        await until(lambda: self._all() - before, what="the thread")
        self.threads += self._all() - before

    def _all(self) -> set[str]:
        return {channel["id"] for channel in self.stage.world.channels.values() if channel["type"] == 11}

    def calls_in(self, thread: str) -> list[str]:
        mine = f"<@{self.host.id}>"
        return [one["content"] for one in self.stage.world.messages[thread].values() if mine in one["content"]]


async def test_killed_at_random_nothing_acknowledged_is_lost(bot: BotProcess) -> None:
    stage = bot.stage
    stage.interactions.answer_seconds = 1.5
    dice = random.Random(20250424)
    scene = await set_up(stage)
    calls = Calls(
        stage, StageMember(stage, "Camille").at(stage.add_channel(stage.world.guild_id, name="soirées")["id"])
    )
    stormers = [Stormer(scene, guest(stage, f"Stormer {n}"), random.Random(n)) for n in range(MEMBERS)]
    for _ in range(KILLS):
        await calls.plan(bot)
        storms = [asyncio.ensure_future(one.storm()) for one in stormers]
        await asyncio.sleep(dice.uniform(0.05, 0.8))
        await bot.skip(5 * 60 + 5)
        await asyncio.sleep(dice.uniform(0.0, 0.4))
        await bot.kill()
        await asyncio.sleep(0.1)
        for one in storms:
            one.cancel()
        # What was under way is unknown to its member: let its time run out, and count it as tried.
        await asyncio.gather(*storms, return_exceptions=True)
        await up(bot)
        await bot.skip(
            LEASE
        )  # the next kill comes after this call: who is offline for a quarter of an hour is too late
        await until(lambda: calls.calls_in(calls.threads[-1]), what="the call")
    stage.interactions.answer_seconds = 3
    assert sum(one.acknowledged for one in stormers) > 4 * KILLS, "there was no storm"
    await bot.skip(LEASE)
    await idle(bot)
    for thread in calls.threads:
        twice = {text: count for text, count in Counter(calls.calls_in(thread)).items() if count > 1}
        assert twice == {}, "somebody was called twice for the same"
    for one in stormers:
        await one.check()
    await no_control_is_dead(stage, scene)


async def no_control_is_dead(stage: Stage, scene: Scene) -> None:
    """Every control on the cards that the killed processes left answers."""
    member = guest(stage, "Tester")
    for card in (scene.poll, scene.party):
        for custom_id in _ids(stage.world.find_message(card["id"])):
            pressed = await member.actor.press(card["id"], custom_id).outcome()
            assert pressed.answered, custom_id


def _ids(message: Wire) -> list[str]:
    return [c["custom_id"] for c in walk(message["components"]) if c.get("custom_id") and c["type"] == 2]


async def test_a_terminated_bot_answers_what_it_has_taken_and_is_gone_in_ten_seconds() -> None:
    async with foyer_stage() as stage:
        process = BotProcess(stage)
        await up(process)
        scene = await set_up(stage)
        members = [guest(stage, f"Last {number}") for number in range(48)]
        under_way = [
            scene.vote(member) if number % 3 else begin(member, "progress set", episode=3)
            for number, member in enumerate(members)
        ]
        await until(lambda: any(one.answered for one in under_way))
        took = asyncio.get_running_loop().time()
        assert await process.terminate(10) == 0
        assert asyncio.get_running_loop().time() - took < 10
        await asyncio.gather(*(one.outcome() for one in under_way))
        assert [one.state for one in under_way if not one.answered] == []
        await up(process)
        for number, member in enumerate(members[:9]):
            if number % 3:
                assert await scene.ballot_of(member) == 0
        log = process.log_path.read_text("utf-8")
        await process.stop()
        assert "Traceback" not in log, log[-3000:]
