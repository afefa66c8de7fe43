"""Prints how good the watchwords are: `python -m tests.watch`; with `--misses` also what they get wrong.

Tune on the tuning part alone. Of the third that is kept apart only figures are ever printed.
"""

from __future__ import annotations

import sys

from bot.content import load_pack
from bot.domain.locale import Locale
from bot.domain.watch import Watch
from tests.watch.corpus import Message, ordinary, spoiling
from tests.watch.scoring import judge


def main(arguments: list[str]) -> None:
    """Print the table."""
    watch = load_pack().watch
    for held_out in (False, True):
        print("\nheld out (a third, never tuned by)" if held_out else "\ntuning")
        print(f"{'':14} {'messages':>8} {'found':>7} {'touched':>8} {'above':>7}")
        for locale in Locale:
            plain = [each for each in ordinary(locale) if each.held_out is held_out]
            telling = [each for each in spoiling(locale) if each.held_out is held_out]
            _row(watch, f"{locale} ordinary", plain)
            _row(watch, f"{locale} spoiling", telling)
            for episode in range(1, 9):
                _row(watch, f"  episode {episode}", [each for each in telling if each.spoils == episode])
        both = [each for locale in Locale for each in ordinary(locale) if each.held_out is held_out]
        _row(watch, "all ordinary", both)
        both = [each for locale in Locale for each in spoiling(locale) if each.held_out is held_out]
        _row(watch, "all spoiling", both)
    if "--misses" in arguments:
        _misses(watch)


def _row(watch: Watch, title: str, messages: list[Message]) -> None:
    figures = judge(watch, messages)
    many = max(figures.messages, 1)
    spoils = any(message.spoils for message in messages)
    found = f"{figures.share_found:.1%}" if spoils else ""
    touched = f"{figures.touched / many:.1%}" if spoils else ""
    print(f"{title:14} {figures.messages:>8} {found:>7} {touched:>8} {figures.share_above:>7.1%}")


def _misses(watch: Watch) -> None:
    """What is got wrong, of the tuning part: the level, what was made of it, the text."""
    for locale in Locale:
        for message in ordinary(locale) + spoiling(locale):
            level = watch.level_of(message.text)
            if not message.held_out and level != message.spoils:
                print(f"{message.spoils} {level} {message.text}")


main(sys.argv[1:])
