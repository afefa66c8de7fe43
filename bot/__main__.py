"""`python -m bot` and the `etoile` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    from bot.cli import run  # imported late: --help must not load discord.py

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
