"""Panels of polls at their largest: whatever members write, Discord takes the message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.locale import Locale
from bot.domain.poll import Ballot, Option, Poll, PollState
from bot.domain.poll_draft import Draft
from bot.domain.tally import Tally, arc_of
from bot.errors import EtoileError
from bot.resources import data_path
from bot.services.polls.values import BallotView, Card, DraftView, Label, Listed, PollPage, Recorded, Result, Wording
from bot.text import Words, load_catalogue
from cogs.ui.polls import ballot_panel, card, draft_presses, listing, manage_panel, preview
from cogs.ui.polls import results as poll_results
from tests.unit.test_poll_rules import NOW, POLL, written

ANSWER, QUESTION = "|" * 55, "*" * 200
TALLY = Tally(999_999, (999_999,) * 10)
EVERYTHING = frozenset(range(10))
BIG = replace(
    POLL,
    question=written(QUESTION, 8),
    answers=tuple(Option(label=written(ANSWER, 8), added_at=NOW) for _ in range(10)),
    most=10,
    role_ids=frozenset(10**18 + n for n in range(25)),
    gate=8,
    closes_at=NOW + timedelta(days=3),
    message_id=10**18,
    guild_id=10**18,
    channel_id=10**18,
)
WORDING = Wording(
    question=QUESTION,
    blurb="b" * 300,
    answers=tuple(Label(text=ANSWER, blurb=None, side="", written=True) for _ in range(10)),
    written=True,
)


@pytest.fixture(params=list(Locale))
def words(request: pytest.FixtureRequest) -> Words:
    return load_catalogue(data_path() / "locales").words(request.param)


def states(poll: Poll) -> Iterator[Poll]:
    yield poll
    yield replace(poll, state=PollState.CLOSED, closed_at=NOW)
    yield replace(poll, state=PollState.DELETED, closed_at=NOW)


def sheet_of(poll: Poll, tally: Tally | None) -> BallotView:
    return BallotView(
        poll=poll,
        wording=WORDING,
        episode=8 if poll.arc else 0,
        ballots={8 if poll.arc else 0: Ballot(choices=EVERYTHING)},
        tally=tally,
        hidden=None if tally else "too-few",
        voters=999_999,
        reached=8,
    )


@pytest.mark.parametrize("arc", [False, True])
@pytest.mark.parametrize("tally", [None, TALLY])
def test_cards_and_sheets_fit(words: Words, arc: bool, tally: Tally | None) -> None:
    for poll in states(replace(BIG, arc=arc)):
        for wording in (WORDING, None):
            shown = Card(
                poll=poll,
                version=1,
                wording=wording,
                tally=tally if wording else None,
                hidden=None if tally else "too-few",
                voters=999_999,
                locale=Locale.EN,
                horizon=8,
            )
            card.card_panel(shown, words)
        sheet = sheet_of(poll, tally)
        ballot_panel.ballot_panel(sheet, words, told=None)
        recorded = Recorded(outcome="changed", view=sheet, version=1, card=None)
        card.recorded_panel(recorded, words)
        assert len(card.recorded_text(recorded, words)) <= 2000
        ballot_panel.ballot_panel(sheet, words, told=ballot_panel.outcome_line(recorded, words))


def results() -> Iterator[Result]:
    many = tuple(tuple(10**18 + n for n in range(200)) for _ in range(10))
    plain = Result(poll=BIG, wording=WORDING, tally=TALLY, arc=None, hidden=None, voters=999_999)
    yield plain
    yield replace(plain, names=many, more=1000)
    arc = arc_of({(episode, new): TALLY for episode in range(1, 9) for new in (True, False)}, upto=8)
    yield replace(plain, poll=replace(BIG, arc=True), tally=None, arc=arc)


async def test_results_fit(words: Words) -> None:
    for result in results():
        await poll_results.results_message(result, words)
        listed = Listed(poll=result.poll, wording=WORDING, voters=999_999)
        manage_panel.manage_panel(listed, words)
        listing.list_panel(PollPage(polls=[listed] * 5, page=2, pages=5, open=23, closed=0), words)
        assert len(listing.choice_label(listed, words)) <= 100


@pytest.mark.parametrize("labels", ["|\n" * 600, "\n".join([ANSWER] * 10), "x" * 1200, ""])
def test_a_preview_of_anything_typed_fits(words: Words, labels: str) -> None:
    draft = Draft(
        id=1,
        author_id=1,
        guild_id=1,
        channel_id=10**18,
        parent_id=None,
        locale=Locale.EN,
        question="|" * 200,
        labels=labels,
        closes="|" * 100,
        gate=8,
        role_ids=tuple(range(10**18, 10**18 + 25)),
    )
    typed = tuple(Label(text=label, blurb=None, side="", written=True) for label in draft.answers)
    wording = Wording(question=draft.question, blurb=None, answers=typed, written=True)
    problem = EtoileError("poll-answer-count", fewest=2, most=10, count=600)
    preview.preview(DraftView(draft=draft, wording=wording, problem=problem, horizon=0, spoken=8), words)
    draft_presses.PollForm(words, draft).to_dict()
