"""`python -m tests.bench.enduring [MINUTES]`: twenty minutes of mixed use on both databases, and what they leave.

Members ask, vote, come and go, play and look at pictures, thirty a second on each side. Told are the bot's memory, its
open files, the tasks on its event loop, and the size of what the database has not yet put into its file (SQLite), after
two, ten and twenty minutes: they should be level by then.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from pathlib import Path

import uvloop

from bot.stage.world import EPHEMERAL
from tests.bench.driving import Side, Use
from tests.support.postgres import Postgres
from tests.support.shared import begin_run, end_run
from tests.support.stage import StageMember

EACH_SECOND = 30
COMMAND = (sys.executable, "-m", "tests.bench.enduring", "run")
MEMBERS = 300
TASKS = "tasks.txt"


async def posted(side: Side, words: str, **options: object) -> str:
    """Let Margot make something by a command, and post it; the id of its card."""
    host = StageMember(side.stage, "Margot")
    await host.press(host.answer(await host.slash(words, **options)), "Post")
    cards = [one for one in host.reads() if not one["flags"] & EPHEMERAL and one["author"]["bot"]]
    return str(cards[-1]["id"])


async def uses(side: Side) -> list[Use]:
    """What members do, each as often as the others."""
    host = StageMember(side.stage, "Margot")
    await host.slash("progress set", episode=8)
    names = await host.autocomplete("poll preset", "name", "York")
    poll = await posted(side, "poll preset", name=names[0]["value"], closes="in 3 days")
    party = await posted(side, "party schedule", when="in 2 days", episode=3, seats=100)
    votes = [one for one in side.buttons(poll) if ":vote:" in one]
    answers = [one for one in side.buttons(party) if ":answer:" in one]
    results = next(one for one in side.buttons(poll) if ":results:" in one)
    return [
        side.command("etoile status"),
        side.command("etoile ask", question=lambda n: ("who is Jack", "renewed?", "how many episodes")[n % 3]),
        side.command("progress set", episode=lambda n: n % 9),
        side.command("recap episode", number=lambda n: n % 8 + 1),
        side.command("quiz me"),
        side.command("mydata show"),
        side.command("party list"),
        side.command("poll list"),
        side.press(poll, lambda n: votes[n % len(votes)]),
        side.press(party, lambda n: answers[n % len(answers)]),
        side.press(poll, lambda n: results),
    ]


async def use(side: Side, until: float) -> int:
    """Members use the bot until then; gives how often one was not answered."""
    dice, every, unanswered, number = random.Random(7), await uses(side), 0, 0
    pending: set[asyncio.Task[bool]] = set()

    async def one(how: Use, who: int) -> bool:
        invocation = how(who)
        await invocation.first
        return invocation.answered

    while time.monotonic() < until:
        number += 1
        pending.add(asyncio.create_task(one(dice.choice(every), dice.randrange(MEMBERS))))
        done = {task for task in pending if task.done()}
        unanswered += sum(not task.result() for task in done)
        pending -= done
        await asyncio.sleep(1 / EACH_SECOND)
    unanswered += sum(not answered for answered in await asyncio.gather(*pending))
    print(f"{side.name}: {number} uses, {unanswered} not answered", flush=True)
    return unanswered


def told(side: Side) -> str:
    """How the bot's process is now."""
    process, wal = side.process, side.bot.state_dir / "etoile.sqlite3-wal"
    tasks = (side.bot.state_dir / TASKS).read_text(encoding="utf-8")
    size = f", {wal.stat().st_size / 1024:.0f} KB of WAL" if wal.exists() else ""
    return f"{process.memory_info().rss / 1024**2:.0f} MB, {process.num_fds()} files, {tasks} tasks{size}"


async def main(minutes: float) -> None:
    """Both at once: only how they change counts."""
    postgres = await asyncio.to_thread(Postgres)
    url = await asyncio.to_thread(postgres.fresh)
    kept = {"ETOILE_FLOOD_LIMIT": "0"}
    sides = [
        Side("SQLite", COMMAND, env=kept),
        Side("PostgreSQL", COMMAND, env=kept | {"ETOILE_DATABASE_URL": url, "ETOILE_BALLOT_KEY": "k" * 40}),
    ]
    try:
        for side in sides:
            await side.start(members=MEMBERS)
        began = time.monotonic()
        using = [asyncio.create_task(use(side, began + minutes * 60)) for side in sides]
        for after in (minutes / 10, minutes / 2, minutes):
            await asyncio.sleep(began + after * 60 - time.monotonic() - (3 if after == minutes else 0))
            for side in sides:
                print(f"{side.name} after {after:g} minutes: {told(side)}", flush=True)
        await asyncio.gather(*using)
    finally:
        for side in sides:
            await side.stop()
        await asyncio.to_thread(postgres.remove)


def watched() -> int:
    """The bot, which writes every few seconds how many tasks it has."""
    from bot import cli, running

    real, file = running.run_bot, Path(os.environ["ETOILE_STATE_DIR"]) / TASKS

    async def run_bot(settings: object) -> int:
        async def watch() -> None:
            while True:
                file.write_text(str(len(asyncio.all_tasks()) - 1), encoding="utf-8")
                await asyncio.sleep(2)

        watching = asyncio.create_task(watch())
        try:
            return await real(settings)  # type: ignore[arg-type]
        finally:
            watching.cancel()

    running.run_bot = run_bot
    return cli.run(["run"])


if __name__ == "__main__":
    if sys.argv[1:] == ["run"]:
        sys.exit(watched())
    begin_run()
    try:
        uvloop.run(main(float(sys.argv[1]) if sys.argv[1:] else 20))
    finally:
        end_run()
