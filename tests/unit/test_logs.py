"""What an operator reads."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import set_up_logging


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


def say(line: str, at: float) -> None:
    """Log a line at an instant."""
    record = logging.LogRecord("bot.jobs", logging.WARNING, "jobs.py", 1, line, None, None)
    record.created = at
    logging.getLogger().handle(record)


def test_nothing_is_told_twice_a_minute_and_what_was_kept_back_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO")
    for second in range(150):
        say("the card of 12 could not be drawn: 503", at=1000.0 + second)
    say("another line", at=1000.0)
    lines = [line.partition("bot.jobs: ")[2] for line in capsys.readouterr().err.splitlines()]
    card = "the card of 12 could not be drawn: 503"
    assert lines == [card, f"{card} (59 more since)", f"{card} (59 more since)", "another line"]


def test_machines_read_how_many_were_kept_back(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO", as_json=True)
    for second in (0, 1, 61):
        say("the database does not answer", at=1000.0 + second)
    first, second = map(json.loads, capsys.readouterr().err.splitlines())
    assert ("kept_back" in first, second["kept_back"]) == (False, 1)


def test_an_error_with_its_traceback_is_never_kept_back(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO")
    for _ in range(2):
        try:
            raise ValueError
        except ValueError:
            logging.getLogger("bot.jobs").exception("something is wrong")
    assert capsys.readouterr().err.count("ValueError") >= 2
