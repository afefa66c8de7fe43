"""`python -m bot.content [folder]`: print every problem of a show pack; exit code 1 if there is any."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.content.loading import check_pack


def main(arguments: list[str]) -> int:
    """Check the folder named by the first argument, or the shipped pack."""
    problems = check_pack(Path(arguments[0]) if arguments else None)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems" if problems else "No problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
