"""A member's own ballot: the poll for them alone, what became of a press on it, and the gate before it."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.poll import MOST_ANSWERS, NotReached, PollState
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.services.polls.values import BallotView, Recorded
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.polls import text as lines
from cogs.ui.polls.controls import (
    EpisodeSelect,
    PickButton,
    ResultsButton,
    SeenButton,
    SeenForButton,
    WithdrawButton,
)
from cogs.ui.progress import UndoButton, tell_row


def outcome_line(recorded: Recorded, words: Words) -> str:
    """What was recorded, in one sentence; in an arc also for which episode."""
    view = recorded.view
    if recorded.outcome == "withdrawn" or not view.mine:
        gone = "poll-withdrawn" if recorded.outcome == "withdrawn" else "poll-nothing-to-take-back"
        return words(gone, episode=view.episode)
    chosen = lines.chosen(view.wording, view.mine, words)
    return words(f"poll-{recorded.outcome}", answers=chosen, episode=view.episode)


def ballot_panel(
    view: BallotView, words: Words, *, told: str | None = None, undo: UndoButton | None = None
) -> ui.LayoutView:
    """The poll for one member: what was just recorded, their ballot, and the counts if they may see them."""
    poll, wording = view.poll, view.wording
    head = [told] if told else []
    head.append(lines.question(wording))
    if poll.arc:
        head.append(words("poll-about-episode", episode=view.episode))
    last: list[panel.Item] = []
    if poll.state == PollState.OPEN and view.mine:
        last.append(WithdrawButton.draw(words("poll-take-back"), poll=poll.id, episode=view.episode))
    last.append(ResultsButton.draw(words("poll-results"), poll=poll.id))
    return panel.stack(
        [
            panel.box(
                panel.text("\n".join(head)),
                _episodes(view, words),
                *_picks(view, words),
                panel.row(*last, undo),
                panel.text("\n".join(f"-# {line}" for line in _promise(view, words))),
                colour=lines.colour(wording, view.tally),
            )
        ]
    )


def _promise(view: BallotView, words: Words) -> list[str]:
    """What is kept from whom, and what holds of the poll."""
    return [line for line in (lines.secrecy(view.poll, words), lines.facts(view.poll, view.voters, words)) if line]


def _episodes(view: BallotView, words: Words) -> ui.ActionRow[ui.LayoutView] | None:
    if not view.poll.arc:
        return None
    options = [
        discord.SelectOption(
            label=words("poll-episode", episode=episode),
            value=str(episode),
            description=words("poll-episode-voted" if episode in view.ballots else "poll-episode-open"),
            default=episode == view.episode,
        )
        for episode in range(FIRST_EPISODE, min(view.reached, LAST_EPISODE) + 1)
    ]
    return panel.row(EpisodeSelect.draw(options, poll=view.poll.id))


def _picks(view: BallotView, words: Words) -> list[panel.Item]:
    """Each answer with its button beside it; the reader's own are marked. A closed poll has no buttons left."""
    poll, wording, told = view.poll, view.wording, range(len(view.wording.answers))
    texts = [lines.answer(wording, index, view.tally, words, mine=index in view.mine) for index in told]
    if poll.state != PollState.OPEN:
        return [panel.text("\n".join(texts))]
    return [
        panel.section(
            text,
            PickButton.draw(
                words("poll-chosen" if index in view.mine else "poll-vote"),
                style=discord.ButtonStyle.success if index in view.mine else discord.ButtonStyle.secondary,
                poll=poll.id,
                episode=view.episode,
                option=index,
            ),
        )
        for index, text in enumerate(texts)
    ]


def gate_panel(gate: NotReached, words: Words, *, choice: frozenset[int] = frozenset()) -> ui.LayoutView:
    """What who has not reached the poll gets: what it spoils, and a way in, on which what they pressed is kept. Nothing
    of the poll itself."""
    if gate.arc and gate.episode == FIRST_EPISODE:
        seen = tell_row(
            lambda episode, label, style: SeenButton.draw(label, style=style, poll=gate.poll_id, episode=episode), words
        )
        return panel.stack([panel.box(panel.text(words("poll-gate-arc")), *seen)])
    # Whatever unlocks the whole season is never what catches the eye.
    whole = gate.episode == LAST_EPISODE
    style = discord.ButtonStyle.secondary if whole else discord.ButtonStyle.primary
    if choice:
        kept = SeenForButton.draw(
            words("poll-have-seen"), style=style, poll=gate.poll_id, episode=gate.episode, choice=mask_of(choice)
        )
    else:
        kept = SeenButton.draw(words("poll-have-seen"), style=style, poll=gate.poll_id, episode=gate.episode)
    about = words("poll-gate-keeps" if choice else "poll-gate-about")
    text = f"### 🔒 {words('poll-not-reached', episode=gate.episode)}\n-# {about}"
    return panel.stack([panel.box(panel.text(text), panel.row(kept))])


def mask_of(choice: frozenset[int]) -> int:
    """Answers as one number, for a custom id."""
    return sum(1 << index for index in choice)


def choice_of(mask: int) -> frozenset[int]:
    """The answers that such a number means; of one that nothing drew, those that can exist."""
    return frozenset(index for index in range(MOST_ANSWERS) if mask > 0 and mask >> index & 1)
