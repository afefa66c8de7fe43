"""A process of its own that votes: `python -m tests.support.voting URL SEED POLL...`, 300 presses by 20 members."""

from __future__ import annotations

import asyncio
import random
import sys

from bot.errors import EtoileError
from bot.store.engine.opening import open_database
from tests.support.polls import Polls, asker


async def main(url: str, seed: int, poll_ids: list[int]) -> None:
    db = await open_database(url)
    polls, chance = Polls(db), random.Random(seed)

    async def press() -> None:
        try:
            await polls.voting.press(asker(chance.randrange(50, 70)), chance.choice(poll_ids), chance.randrange(3))
        except EtoileError as refused:
            assert refused.key == "poll-too-many", refused

    for _ in range(30):
        await asyncio.gather(*(press() for _ in range(10)))
    await db.close()
    print("300 presses")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), [int(each) for each in sys.argv[3:]]))
