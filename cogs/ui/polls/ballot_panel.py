"""A member's own ballot: the poll for them alone, what became of a press on it, and the gate before it."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.poll import MOST_BUTTONS, NotReached, PollState
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.services.polls.values import BallotView, Recorded
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.polls import text as lines
from cogs.ui.polls.controls import (
    EpisodeSelect,
    NeverMindButton,
    PickButton,
    PickSelect,
    ResultsButton,
    SeenButton,
    WithdrawButton,
)
from cogs.ui.progress import UndoButton


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
    """The poll for one member: their ballot, and the counts if they may see them."""
    poll, wording = view.poll, view.wording
    head = lines.question(wording)
    if poll.arc:
        head += f"\n{words('poll-about-episode', episode=view.episode)}"
    elif wording.blurb:
        head += f"\n{wording.blurb}"
    if view.tally is not None:
        body = lines.counted(wording, view.tally, words, mine=view.mine)
    else:
        body = lines.listed(wording, words, mine=view.mine)
    last: list[panel.Item] = []
    if poll.state == PollState.OPEN and view.mine:
        last.append(WithdrawButton.draw(words("poll-take-back"), poll=poll.id, episode=view.episode))
    last.append(ResultsButton.draw(words("poll-results"), poll=poll.id))
    return panel.stack(
        [
            panel.box(
                panel.text(told) if told else None,
                panel.text(head),
                _episodes(view, words),
                panel.text(body),
                *(_picks(view, words) if poll.state == PollState.OPEN else []),
                panel.row(*last, undo),
                panel.text(f"-# {lines.secrecy(poll, words)}\n-# {lines.facts(poll, view.voters, words)}"),
                colour=lines.colour(wording, view.tally),
            )
        ]
    )


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


def _picks(view: BallotView, words: Words) -> list[ui.ActionRow[ui.LayoutView] | None]:
    poll = view.poll
    if len(poll.answers) <= MOST_BUTTONS:
        return [
            panel.row(
                *(
                    PickButton.draw(
                        lines.button_label(label),
                        style=discord.ButtonStyle.success if index in view.mine else discord.ButtonStyle.secondary,
                        emoji="✔️" if index in view.mine else None,
                        poll=poll.id,
                        episode=view.episode,
                        option=index,
                    )
                    for index, label in enumerate(view.wording.answers)
                )
            )
        ]
    options = [
        discord.SelectOption(label=lines.button_label(label), value=str(index), default=index in view.mine)
        for index, label in enumerate(view.wording.answers)
    ]
    select = PickSelect.draw(
        options,
        placeholder=words("poll-choose"),
        max_values=poll.most,
        poll=poll.id,
        episode=view.episode,
    )
    return [panel.row(select)]


def gate_panel(gate: NotReached, words: Words) -> ui.LayoutView:
    """What who has not reached the poll gets: what it spoils, a way in, and a way out. Nothing of the poll itself."""
    never = NeverMindButton.draw(words("poll-never-mind"))
    if gate.arc and gate.episode == FIRST_EPISODE:
        seen = [
            SeenButton.draw(words("poll-episode", episode=episode), poll=gate.poll_id, episode=episode)
            for episode in range(FIRST_EPISODE, LAST_EPISODE + 1)
        ]
        text = words("poll-gate-arc")
        return panel.stack([panel.box(panel.text(text), *panel.rows([*seen, never], width=3))])
    style = discord.ButtonStyle.primary
    seen_it = SeenButton.draw(words("poll-have-seen"), style=style, poll=gate.poll_id, episode=gate.episode)
    text = f"{words('poll-not-reached', episode=gate.episode)}\n-# {words('poll-gate-about')}"
    return panel.stack([panel.box(panel.text(text), panel.row(seen_it, never))])
