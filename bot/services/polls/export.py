"""The counts of a poll as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bot.domain.tally import Tally
from bot.services.polls.values import Result

NamesOf = Callable[[Sequence[int]], Awaitable[Mapping[int, str]]]
"""What members of a server are called, by their ids, as far as that is known."""
HEADS = (
    "answer",
    "votes",
    "share",
    "voters",
    "ballots",
    "episode",
    "who",
    "all",
    "newcomers",
    "returning",
)
"""What the titles are for; each is worded by the caller."""


def as_csv(result: Result, heads: Mapping[str, str], names: Mapping[int, str]) -> bytes:
    """UTF-8 with a mark, which spreadsheets need. The result of an anonymous poll has no names to give away.

    `names`: what voters are called, by their id; who is not among them stands there by the id alone.
    """
    out = io.StringIO()
    rows = csv.writer(out)
    if result.arc is not None:
        _arc_rows(rows, result, heads)
    else:
        _plain_rows(rows, result, heads, names)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _plain_rows(rows: Any, result: Result, heads: Mapping[str, str], names: Mapping[int, str]) -> None:
    tally = result.tally or Tally()
    named = result.poll.names_shown
    rows.writerow([heads["answer"], heads["votes"], heads["share"], *([heads["voters"]] if named else [])])
    for index, label in enumerate(result.wording.answers):
        voters = ", ".join(_voter(user_id, names) for user_id in result.names[index]) if named else ""
        share = f"{tally.share(index):.4f}"
        rows.writerow([_cell(label.text), tally.counts[index], share, *([voters] if named else [])])
    rows.writerow([heads["ballots"], tally.voters])


def _arc_rows(rows: Any, result: Result, heads: Mapping[str, str]) -> None:
    rows.writerow([heads["episode"], heads["who"], heads["ballots"], *(_cell(a.text) for a in result.wording.answers)])
    count = len(result.wording.answers)
    for point in result.arc.points if result.arc else ():
        groups = (("all", point.tally), ("newcomers", point.newcomers), ("returning", point.returning))
        for who, tally in groups:
            if tally is not None:
                rows.writerow([point.episode, heads[who], tally.voters, *tally.counts[:count]])


def _voter(user_id: int, names: Mapping[int, str]) -> str:
    """As Discord writes a mention: a spreadsheet would take a bare id for a number, and round it."""
    name = names.get(user_id)
    return f"<@{user_id}>" if name is None else f"{_cell(name)} <@{user_id}>"


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return "'" + text if text[:1] in {"=", "+", "-", "@", "\t"} else text
