"""A party with five hundred seats on a Discord that takes two seconds for each call, in virtual time.

Run by `test_slow_discord.py` as a process of its own, because discord.py is pointed at the stage for all of a process.
Prints as JSON who was called how many seconds after the reminder was due, and how many calls the busiest second had.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import discord

from bot.app import App, open_app
from bot.client import EtoileBot
from bot.clock import FunctionClock
from bot.discordpy.endpoints import point_at
from bot.discordpy.responses import answer_so
from bot.domain.party import Person, ReminderChoice, Rsvp, SeatStatus
from bot.rehearsal.seed import foyer_stage
from bot.settings import Settings
from bot.stage import direct_messages
from bot.stage.clock import StageClock
from bot.stage.faults import Fault
from bot.stage.routing import Call
from bot.stage.server import Stage
from bot.store.engine.database import Transaction
from bot.store.parties import people as people_store
from bot.store.parties.parties import lock_party
from tests.support.stage import StageMember, until
from tests.support.virtual_time import VirtualLoop

SEATS = 500
SECONDS = 2.0
BEGAN = datetime(2026, 11, 28, 18, 0, tzinfo=UTC)


class LoopClock(StageClock):
    """The stage's clock, on the loop's time."""

    __slots__ = ("began",)

    def ms(self) -> int:
        return int((BEGAN.timestamp() + asyncio.get_running_loop().time() - self.began + self.offset) * 1000)


async def main(state_dir: Path) -> None:
    stage = foyer_stage()
    clock = LoopClock()
    clock.began = asyncio.get_running_loop().time()
    stage.clock = stage.world.clock = clock
    async with stage:
        point_at(stage.url)
        answer_so()
        settings = Settings(state_dir=state_dir, token=stage.token, hello=False, flood_limit=0)
        async with open_app(settings, FunctionClock(clock.now)) as app:
            bot = EtoileBot(app)
            async with bot:
                running = asyncio.create_task(bot.start(stage.token))
                await until(bot.is_ready, timeout=600)
                await run(stage, app, bot)
                await bot.close()
                await running


async def run(stage: Stage, app: App, bot: EtoileBot) -> None:
    guests = [_guest(stage, number) for number in range(SEATS - 1)]
    camille = StageMember(stage, "Camille")
    draft = await camille.slash("party schedule", when="in 16 minutes", episode=5, seats=SEATS)
    await camille.press(camille.answer(draft), "Post")
    asker_party = await camille.autocomplete("party show", "party", "")
    party_id = int(asker_party[0]["value"])
    await app.db.write(_seat, party_id, guests)
    for user_id in guests[::2]:
        await app.parties.choose_reminders(user_id, ReminderChoice(direct=True))
    due = (await app.parties.view(party_id)).party.starts_at - timedelta(minutes=15)
    await asyncio.sleep(10)
    # discord.py lets the first call of each route go alone, and then at once whatever waited for it.
    await bot.http.get_member(int(stage.world.guild_id), int(camille.id))
    await bot.create_dm(discord.Object(int(camille.id)))
    calls: Counter[int] = Counter()

    async def count(call: Call) -> None:
        calls[stage.clock.ms() // 1000] += 1

    stage.before_call.append(count)
    stage.faults.add("*", "*", Fault.delay(SECONDS), times=1_000_000)
    everybody = {int(camille.id), *guests}
    deadline = due + timedelta(seconds=100)
    while stage.clock.now() < deadline:
        await asyncio.sleep(5)
    print(json.dumps({"late": _called(stage, due, everybody), "busiest": max(calls.values())}))


def _guest(stage: Stage, number: int) -> int:
    user = stage.add_user(f"Guest {number}", username=f"guest{number}")
    stage.join(stage.world.guild_id, user["id"])
    direct_messages.with_bot(stage.world, user["id"])
    return int(user["id"])


def _seat(party_id: int, user_ids: list[int]) -> Transaction[None]:
    yield from lock_party(party_id=party_id)
    people = {
        user_id: Person(user_id=user_id, answer=Rsvp.GOING, place=SeatStatus.SEAT, turn=turn)
        for turn, user_id in enumerate(user_ids, start=2)
    }
    yield from people_store.save_people(party_id=party_id, before={}, after=people)


def _called(stage: Stage, due: datetime, everybody: set[int]) -> dict[int, list[float]]:
    """When each was called, in seconds after it was due: by name anywhere, or in their direct messages."""
    late: dict[int, list[float]] = defaultdict(list)
    for channel_id, messages in stage.world.messages.items():
        reader = [int(one) for one in stage.world.direct.get(channel_id, ()) if int(one) in everybody]
        for message in messages.values():
            if "Start: " not in message["content"]:
                continue
            named = reader or [user_id for user_id in everybody if f"<@{user_id}>" in message["content"]]
            at = datetime.fromisoformat(message["timestamp"])
            for user_id in named:
                late[user_id].append((at - due).total_seconds())
    return late


if __name__ == "__main__":
    loop = VirtualLoop()
    loop.run_until_complete(main(Path(sys.argv[1])))
