"""The card that everybody sees, and the short answer to a press on it."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.poll import PollState
from bot.services.polls.values import Card, Recorded, Wording
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.polls import text as lines
from cogs.ui.polls.ballot_panel import outcome_line
from cogs.ui.polls.controls import BallotButton, ResultsButton, VoteButton


def card_panel(card: Card, words: Words) -> ui.LayoutView:
    """The public card: open, neutral where it would spoil, closed, or frozen when it was deleted."""
    poll, wording = card.poll, card.wording
    if poll.state == PollState.DELETED:
        told = wording is not None and bool(wording.question)
        title = lines.question(wording) if told and wording else f"### {words('poll-neutral-gone')}"
        when = stamp(poll.closed_at or poll.opened_at, "f")
        return panel.panel(panel.box(panel.text(f"{title}\n{words('poll-frozen', when=when)}")))
    if wording is None:
        return _neutral_card(card, words)
    head = [f"-# {lines.about(poll, card.voters, words)}", lines.question(wording)]
    if wording.blurb:
        head.append(wording.blurb)
    return panel.panel(
        panel.box(
            panel.text("\n".join(head)),
            *_answers(card, wording, words),
            *_added(card, words),
            panel.row(*_doors(card, words, vote=poll.arc and poll.state == PollState.OPEN)),
            colour=lines.colour(wording, card.tally),
        )
    )


def _neutral_card(card: Card, words: Words) -> ui.LayoutView:
    title = words("poll-neutral", spoils=_spoils(card, words))
    return panel.panel(
        panel.box(
            panel.text(f"-# {lines.about(card.poll, card.voters, words)}\n### {title}\n{words('poll-neutral-about')}"),
            panel.row(*_doors(card, words, vote=card.poll.state == PollState.OPEN)),
        )
    )


def _spoils(card: Card, words: Words) -> str:
    return lines.spoils(card.poll.readable_from, words)


def _added(card: Card, words: Words) -> list[panel.Item]:
    """Which answers came later, and when."""
    if card.wording is None:
        return []
    added = [
        words("poll-added", name=lines.short(label), when=stamp(answer.added_at, "f"))
        for answer, label in zip(card.poll.answers, card.wording.answers, strict=True)
        if answer.added_at is not None
    ]
    return [panel.text("\n".join(f"-# {line}" for line in added))] if added else []


def _answers(card: Card, wording: Wording, words: Words) -> list[panel.Item]:
    """Each answer by its name, with its button beside it while the poll is open. An arc is answered on a ballot of its
    own, for one episode at a time."""
    poll, told = card.poll, range(len(wording.answers))
    if poll.arc:
        return [panel.text(f"{lines.named(wording)}\n{words('poll-arc-about')}")]
    if poll.state != PollState.OPEN:
        if card.voters == 0:
            return [panel.text(f"{lines.named(wording)}\n**{words('poll-nobody-voted')}**")]
        return [panel.text("\n".join(lines.answer(wording, index, card.tally, words) for index in told))]
    named = [lines.answer(wording, index, card.tally, words) for index in told]
    vote = words("poll-vote")  # the same on each: labels are also read where the answers themselves may not be
    buttons = [VoteButton.draw(vote, poll=poll.id, option=index) for index in told]
    items: list[panel.Item] = list(map(panel.section, named, buttons))
    if card.hidden == "too-few" and card.voters:
        items.append(panel.text(f"-# {words('poll-counts-from')}"))
    return items


def _doors(card: Card, words: Words, *, vote: bool) -> list[panel.Item]:
    """The ways to one's own ballot and to the results."""
    own = BallotButton.draw(
        words("poll-vote") if vote else words("poll-my-ballot"),
        style=discord.ButtonStyle.primary if vote else discord.ButtonStyle.secondary,
        poll=card.poll.id,
    )
    return [own, ResultsButton.draw(words("poll-results"), poll=card.poll.id)]


def recorded_text(recorded: Recorded, words: Words) -> str:
    """The answer to a press on the public card, and how to change one's mind. A panel would cost twice as much."""
    text, view = outcome_line(recorded, words), recorded.view
    if not view.mine:
        return text
    return f"{text}\n-# {words('poll-how-to-change')}"


def recorded_panel(recorded: Recorded, words: Words) -> ui.LayoutView:
    """The answer to a press on the public card, with the counts."""
    view = recorded.view
    counts = lines.counted(view.wording, view.tally, words, mine=view.mine) if view.tally else ""
    return panel.panel(panel.box(panel.text(f"{outcome_line(recorded, words)}\n{counts}")))
