"""Reading and checking the files of a show pack."""

from __future__ import annotations

from pathlib import Path

from bot.content.forecasts import check_forecasts
from bot.content.leaks import check_leaks
from bot.content.pack import ShowPack
from bot.content.parity import check_parity
from bot.content.problems import PackError, Problem, in_order
from bot.content.quiz_checks import check_quiz
from bot.content.reading import read_entries
from bot.content.records import gather
from bot.content.references import check_references
from bot.content.search_words import check_search_words
from bot.content.texts import texts_of
from bot.content.watch_checks import check_watch
from bot.content.wording import check_wording
from bot.resources import data_path


def read_pack(folder: Path) -> tuple[ShowPack | None, list[Problem]]:
    """Whatever can be read in `folder`, and everything that is wrong there.

    The pack holds the valid records; it is None without a valid status or version. For tools: the bot itself uses
    `kept_pack`, which refuses a pack with any problem.
    """
    entries, problems = read_entries(folder)
    texts = texts_of(entries)
    problems += [*check_references(entries), *check_wording(texts), *check_leaks(entries, texts)]
    problems += [*check_parity(entries, texts), *check_forecasts(entries, texts), *check_quiz(entries)]
    problems += [*check_watch(entries), *check_search_words(entries, texts)]
    records = gather(entries)
    return None if records is None else ShowPack(records), in_order(problems)


def load_pack(path: Path | None = None) -> ShowPack:
    """The show pack in `path`, or the shipped one. Raises PackError with every problem of every file."""
    pack, problems = read_pack(path or data_path() / "show")
    if problems or pack is None:
        raise PackError(problems)
    return pack


def check_pack(path: Path | None = None) -> list[Problem]:
    """Every problem of every file of the show pack in `path` (or of the shipped one); none when it can be loaded."""
    return read_pack(path or data_path() / "show")[1]
