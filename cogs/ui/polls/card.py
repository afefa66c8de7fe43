"""The card that everybody sees, and the short answer to a press on it."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.poll import MOST_BUTTONS, PollState
from bot.services.polls.values import Card, Recorded
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.polls import text as lines
from cogs.ui.polls.ballot_panel import outcome_line
from cogs.ui.polls.controls import BallotButton, ResultsButton, VoteButton, VoteSelect


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
    head = lines.question(wording) + (f"\n{wording.blurb}" if wording.blurb else "")
    if poll.arc:
        body, controls = words("poll-arc-about"), [panel.row(*_doors(card, words, vote=poll.state == PollState.OPEN))]
    else:
        lettered = _lettered(card)
        body = (
            lines.counted(wording, card.tally, words, lettered=lettered)
            if card.tally
            else lines.listed(wording, words, lettered=lettered)
        )
        controls = _answers(card, words) if poll.state == PollState.OPEN else []
        controls.append(panel.row(*_doors(card, words, vote=False)))
    return panel.panel(
        panel.box(
            panel.text(head),
            panel.text(body),
            *_added(card, words),
            *controls,
            panel.text(_small_print(card, words)),
            colour=lines.colour(wording, card.tally),
        )
    )


def _neutral_card(card: Card, words: Words) -> ui.LayoutView:
    title = words("poll-neutral", spoils=_spoils(card, words))
    return panel.panel(
        panel.box(
            panel.text(f"### {title}\n{words('poll-neutral-about')}"),
            panel.row(*_doors(card, words, vote=card.poll.state == PollState.OPEN)),
            panel.text(_small_print(card, words)),
        )
    )


def _spoils(card: Card, words: Words) -> str:
    return lines.spoils(card.poll.readable_from, words)


def _small_print(card: Card, words: Words) -> str:
    parts = [lines.secrecy(card.poll, words), lines.facts(card.poll, card.voters, words)]
    if card.poll.gate and card.wording is not None:
        parts.insert(0, words("poll-gated", episode=card.poll.gate))
    return "\n".join(f"-# {part}" for part in parts if part)


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


def _lettered(card: Card) -> bool:
    """Labels are read everywhere, also by who is behind: where a poll spoils anything, they are letters only."""
    return card.poll.gate > 0


def _answers(card: Card, words: Words) -> list[ui.ActionRow[ui.LayoutView] | None]:
    """The answers as buttons, or as a select when they are more than five."""
    poll, wording = card.poll, card.wording
    if wording is None:
        return []
    labels = [
        lines.letter(index) if _lettered(card) else lines.button_label(answer)
        for index, answer in enumerate(wording.answers)
    ]
    if len(poll.answers) <= MOST_BUTTONS:
        return [
            panel.row(
                *(
                    VoteButton.draw(label, style=discord.ButtonStyle.primary, poll=poll.id, option=index)
                    for index, label in enumerate(labels)
                )
            )
        ]
    options = [discord.SelectOption(label=label, value=str(index)) for index, label in enumerate(labels)]
    return [panel.row(VoteSelect.draw(options, placeholder=words("poll-choose"), max_values=poll.most, poll=poll.id))]


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
    pressed = len(view.poll.answers) <= MOST_BUTTONS
    return f"{text}\n-# {words('poll-how-to-change' if pressed else 'poll-how-to-choose-anew')}"


def recorded_panel(recorded: Recorded, words: Words) -> ui.LayoutView:
    """The answer to a press on the public card, with the counts."""
    view = recorded.view
    counts = lines.counted(view.wording, view.tally, words, mine=view.mine) if view.tally else ""
    return panel.panel(panel.box(panel.text(f"{outcome_line(recorded, words)}\n{counts}")))
