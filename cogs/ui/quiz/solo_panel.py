"""A member's own quiz: the question, its answer, and the end of a round."""

from __future__ import annotations

from typing import assert_never

import discord
from discord import ui

from bot.domain.questions import Question, ReadUp
from bot.domain.quiz import Round
from bot.services.quiz.solo import Answered, Asked, Finished, NothingLeft, View
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
from cogs.ui.quiz.controls import AgainButton, AnswerButton, NextButton, ReadButton
from cogs.ui.quiz.wording import asked, explained, plain

MANY = 0.6
LABEL = 80
READABLE = frozenset(
    {"facts", "cast", "glossary", "episodes", "bonds", "timeline", "works", "places", "recaps", "status"}
)
"""What has a page of its own."""


def solo_panel(view: View, words: Words) -> ui.LayoutView:
    """Where a round stands, for its player alone."""
    match view:
        case Asked():
            return _asked(view, words)
        case Answered():
            return _answered(view, words)
        case Finished():
            return _finished(view, words)
        case NothingLeft():
            return _nothing_left(view, words)
        case _:
            assert_never(view)


def head(question: Question, number: int, of: int, words: Words) -> str:
    """Which question it is, and the question."""
    line = words("quiz-head", number=number, of=of, kind=words(f"quiz-kind-{question.kind}"))
    return f"-# {line}\n### {asked(question)}"


def _asked(view: Asked, words: Words) -> ui.LayoutView:
    buttons = [
        AnswerButton.draw(answer[:LABEL], round=view.round.id, number=view.round.number, place=place)
        for place, answer in enumerate(view.answers)
    ]
    return panel.stack(
        [
            panel.box(
                panel.text(words("quiz-instead")) if view.instead else None,
                panel.text(head(view.question, view.round.number, view.round.length, words)),
                *panel.rows(buttons, width=1),
            )
        ]
    )


def _answered(view: Answered, words: Words) -> ui.LayoutView:
    question, round_ = view.question, view.round
    right = view.chosen == view.right
    verdict = words("quiz-right") if right else words("quiz-wrong", answer=plain(question, question.right))
    shown = [
        AnswerButton.draw(
            answer[:LABEL],
            style=_style(place, view),
            emoji={view.right: "✔️", view.chosen: "✖️"}.get(place),
            disabled=True,
            round=round_.id,
            number=round_.number,
            place=place,
        )
        for place, answer in enumerate(view.answers)
    ]
    last = len(round_.done) >= round_.length
    on = NextButton.draw(
        words("quiz-to-the-end" if last else "quiz-next"), style=discord.ButtonStyle.primary, round=round_.id
    )
    return panel.stack(
        [
            panel.box(
                panel.text(head(question, round_.number, round_.length, words)),
                *panel.rows(shown, width=1),
                panel.text(f"{verdict}\n{explained(question, words)}"),
                panel.row(on, _read(question.read_up)),
            )
        ]
    )


def _style(place: int, view: Answered) -> discord.ButtonStyle:
    if place == view.right:
        return discord.ButtonStyle.success
    return discord.ButtonStyle.danger if place == view.chosen else discord.ButtonStyle.secondary


def _finished(view: Finished, words: Words) -> ui.LayoutView:
    round_ = view.round
    lines = [f"## {words('quiz-score', right=round_.right, of=len(round_.done))}", _praise(round_, words)]
    if view.streak > 1:
        lines.append(words("quiz-streak", days=view.streak))
    reads = {read.id: read for question in view.missed if (read := question.read_up) is not None}
    buttons = [button for read in reads.values() if (button := _read(read)) is not None]
    again = AgainButton.draw(
        words("quiz-again"), style=discord.ButtonStyle.primary, round=round_.id, anyway=int(round_.anyway)
    )
    return panel.stack(
        [
            panel.box(
                panel.text("\n".join(lines)),
                panel.text(words("quiz-read-up")) if buttons else None,
                *panel.rows(buttons, width=2),
                panel.row(again),
                *_ahead(view, words),
            )
        ]
    )


def _praise(round_: Round, words: Words) -> str:
    share = round_.right / max(len(round_.done), 1)
    return words("quiz-praise-all" if share == 1 else "quiz-praise-many" if share >= MANY else "quiz-praise-few")


def _nothing_left(view: NothingLeft, words: Words) -> ui.LayoutView:
    if not view.known:
        text, again = words("quiz-none-here"), None
    else:
        when = "" if view.back_at is None else stamp(view.back_at, "R")
        text = words("quiz-all-seen", count=view.known, when=when)
        again = AgainButton.draw(words("quiz-anyway"), round=view.round.id, anyway=1)
    return panel.stack([panel.box(panel.text(text), panel.row(again), *_ahead(view, words))])


def _ahead(view: Finished | NothingLeft, words: Words) -> list[Item]:
    """What more there will be, as a number: it gives nothing away."""
    told: list[str] = []
    if view.opens:
        told.append(words("quiz-opens", episode=view.level + 1, count=view.opens))
    if not view.told:
        told.append(words("quiz-untold"))
    return [panel.text("\n".join(f"-# {line}" for line in told))] if told else []


def _read(read_up: ReadUp | None) -> ReadButton | None:
    """The way to what teaches an answer."""
    if read_up is None or read_up.kind not in READABLE:
        return None
    return ReadButton.draw(read_up.label[:LABEL], emoji="📖", kind=read_up.kind, id=read_up.id)
