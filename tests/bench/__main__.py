"""`python -m tests.bench`: how fast the bot is, beside the smallest bot that could do the same.

    python -m tests.bench [--quick] [--only status,recap,…] [--markdown FILE]

The stage and its members run in this process, the bots in processes of their own. What counts is the ratio of the CPU
time of the bots' processes, measured in turn in one run: other figures depend on the machine. Nothing here judges a
build; read the table.
"""

from __future__ import annotations

import argparse
import os
import platform
from pathlib import Path

import uvloop

from bot.clock import SystemClock
from tests.bench.rows import AFTER, ALONE, ROUND_TRIPS, Bench, Line, Row, started
from tests.support.shared import begin_run, end_run


async def run(arguments: argparse.Namespace) -> list[Line]:
    wanted = set(arguments.only.split(",")) if arguments.only else None
    bench: Bench | None = None
    lines: list[Line] = []
    if wanted is None or wanted & {*ROUND_TRIPS, *AFTER}:
        bench = await started(quick=arguments.quick)
        try:
            for name, row in (ROUND_TRIPS | AFTER).items():
                if wanted is None or name in wanted:
                    await tried(name, row, bench)
        finally:
            await bench.real.stop()
            await bench.bare.stop()
        lines = bench.lines
        assert bench.real.stage.unknown_routes == [], bench.real.stage.unknown_routes
    for name, row in ALONE.items():
        if wanted is None or name in wanted:
            alone = Bench(real=None, bare=None, quick=arguments.quick)  # type: ignore[arg-type]
            await tried(name, row, alone)
            lines += alone.lines
    return lines


async def tried(name: str, row: Row, bench: Bench) -> None:
    """Measure a row. One in which a member was not answered is missed, and the others are measured all the same."""
    try:
        await row(bench)
    except AssertionError as failed:
        print(failed, flush=True)
        bench.add(name, "every member is answered", str(failed).splitlines()[0][:80], False)


def table(lines: list[Line]) -> str:
    """The table in Markdown, with when and where it was measured."""
    met = {None: "–", True: "met", False: "**missed**"}
    rows = [f"| {one.what} | {one.target} | {one.figure} | {met[one.met]} | {one.beside} |" for one in lines]
    where = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    head = [f"Measured on {SystemClock().now():%d %B %Y}: {where}.", "", "| what | to reach | measured | | beside it |"]
    return "\n".join([*head, "| --- | --- | --- | --- | --- |", *rows])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a short form: fewer and smaller rounds")
    parser.add_argument("--only", default="", help=f"rows: {', '.join([*ROUND_TRIPS, *AFTER, *ALONE])}")
    parser.add_argument("--markdown", type=Path, help="write the table to this file too")
    arguments = parser.parse_args()
    begin_run()
    try:
        text = table(uvloop.run(run(arguments)))
    finally:
        end_run()
    print(f"\n{text}")
    if arguments.markdown is not None:
        arguments.markdown.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
