"""The panel of whoever may manage a poll."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.poll import MOST_ANSWERS, Poll, PollState
from bot.domain.visibility import LAST_EPISODE
from bot.services.polls.values import Listed
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.links import card_url
from cogs.ui.polls import text as lines
from cogs.ui.polls.controls import (
    AddButton,
    CloseButton,
    DeleteButton,
    EndButton,
    ExportButton,
    NeverMindButton,
    ReopenButton,
    RewordButton,
    SpoilsSelect,
)
from cogs.ui.polls.listing import neutral


def manage_panel(listed: Listed, words: Words, *, moderates: bool = False) -> ui.LayoutView:
    """All that can be done with a poll, for who may."""
    poll = listed.poll
    title = title_of(listed, words)
    url = card_url(poll)
    opened = [
        AddButton.draw(words("poll-add"), disabled=len(poll.answers) >= MOST_ANSWERS, poll=poll.id),
        None if poll.arc else RewordButton.draw(words("poll-reword"), disabled=listed.voters > 0, poll=poll.id),
        EndButton.draw(words("poll-move-end"), poll=poll.id),
        CloseButton.draw(words("poll-close"), style=discord.ButtonStyle.primary, poll=poll.id),
    ]
    closed = [ReopenButton.draw(words("poll-reopen"), style=discord.ButtonStyle.primary, poll=poll.id)]
    return panel.stack(
        [
            panel.box(
                panel.text(f"-# {lines.about(poll, listed.voters, words)}\n{title}"),
                panel.row(*(opened if poll.state == PollState.OPEN else closed)),
                panel.row(
                    ExportButton.draw(words("poll-export"), poll=poll.id),
                    DeleteButton.draw(words("poll-delete-ask"), poll=poll.id, sure=0),
                    panel.link(words("poll-to-card"), url) if url else None,
                ),
                panel.row(_gates(poll, words)) if moderates and poll.preset_id is None else None,
            )
        ]
    )


def title_of(listed: Listed, words: Words) -> str:
    """Which poll it is: its question, for whoever may read it, as a heading."""
    return lines.question(listed.wording) if listed.wording else f"### {neutral(listed.poll, words)}"


def _gates(poll: Poll, words: Words) -> SpoilsSelect:
    """What the poll spoils, for moderators to say."""
    options = [
        discord.SelectOption(label=words("poll-gate-choice", episode=gate), value=str(gate), default=gate == poll.level)
        for gate in range(LAST_EPISODE + 1)
    ]
    return SpoilsSelect.draw(options, placeholder=words("poll-gate-placeholder"), poll=poll.id)


def delete_panel(listed: Listed, words: Words) -> ui.LayoutView:
    """Asks before a poll is deleted: its ballots cannot be brought back."""
    poll_id = listed.poll.id
    sure = DeleteButton.draw(words("poll-delete"), style=discord.ButtonStyle.danger, poll=poll_id, sure=1)
    never = NeverMindButton.draw(words("poll-never-mind"))
    return panel.stack(
        [panel.box(panel.text(f"{title_of(listed, words)}\n{words('poll-delete-sure')}"), panel.row(sure, never))]
    )
