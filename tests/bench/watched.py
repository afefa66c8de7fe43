"""The real bot with a watch beside it: `python -m tests.bench.watched run` is `python -m bot run` and no more.

A task wakes every few milliseconds and notes the longest time for which the event loop did not let it; a line on
standard output says so when it grows, after the gateway is ready. With BENCH_PROFILE=file the process writes a profile
of what ran between SIGUSR1 and SIGUSR2.
"""

from __future__ import annotations

import asyncio
import cProfile
import json
import os
import signal
import sys
import time
from typing import Any

from bot import cli, running

EVERY = 0.005


async def watch() -> None:
    """Report every new longest gap, and start over when told to (SIGHUP)."""
    longest = 0.0

    def start_over() -> None:
        nonlocal longest
        longest = 0.0

    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, start_over)
    before = time.perf_counter()
    while True:
        await asyncio.sleep(EVERY)
        now = time.perf_counter()
        gap = now - before - EVERY
        before = now
        if gap > longest + 0.001:
            longest = gap
            print(json.dumps({"longest_gap": gap}), flush=True)


def profiled() -> None:
    """Profile the loop's thread between two signals."""
    profile = cProfile.Profile()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, profile.enable)
    loop.add_signal_handler(signal.SIGHUP, lambda: None)

    def stop() -> None:
        profile.disable()
        profile.dump_stats(os.environ["BENCH_PROFILE"])

    loop.add_signal_handler(signal.SIGUSR2, stop)


def main() -> int:
    real = running.run_bot

    async def run_bot(settings: Any) -> int:
        if os.environ.get("BENCH_PROFILE"):
            profiled()
            return await real(settings)
        watching = asyncio.create_task(watch())
        try:
            return await real(settings)
        finally:
            watching.cancel()

    running.run_bot = run_bot
    return cli.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
