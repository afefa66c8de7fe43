"""The list of a server's polls, and a poll as one line of suggestions."""

from __future__ import annotations

from discord import ui

from bot.domain.poll import Poll, PollState
from bot.services.polls.values import Listed, PollPage
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import day
from cogs.ui.kit.links import card_url
from cogs.ui.polls import text as lines
from cogs.ui.polls.controls import PageButton


def neutral(poll: Poll, words: Words) -> str:
    """All that is said of a poll to whoever has not reached what it spoils."""
    spoils = lines.spoils(poll.readable_from, words)
    return words("poll-neutral-in", channel=f"<#{poll.channel_id}>", spoils=spoils)


def neutral_label(poll: Poll, words: Words) -> str:
    """The same where nothing is a link."""
    return words("poll-neutral", spoils=lines.spoils(poll.readable_from, words))


def list_panel(shown: PollPage, words: Words) -> ui.LayoutView:
    """Open polls, then closed ones, with where they stand. Questions beyond the reader's progress are left out."""
    if not shown.polls:
        return panel.panel(panel.box(panel.text(f"### {words('poll-list')}\n{words('poll-list-none')}")))
    page, last = shown.page, shown.pages - 1
    parts = [_entry(listed, words) for listed in shown.polls]
    about = words("poll-list-about", open=shown.open, closed=shown.closed)
    buttons = [
        PageButton.draw("◀", disabled=page == 0, page=page - 1),
        PageButton.draw("▶", disabled=page == last, page=page + 1),
    ]
    return panel.stack(
        [
            panel.box(
                panel.text(f"### {words('poll-list')}\n-# {about}"),
                *map(panel.text, parts),
                panel.row(*buttons) if last else None,
            )
        ]
    )


def _entry(listed: Listed, words: Words) -> str:
    poll = listed.poll
    title = _title(listed, words)
    url = card_url(poll)
    where = f"[{words('poll-to-card')}]({url})" if url else words("poll-no-card")
    known = lines.facts(poll, listed.voters, words)
    return f"**{title}**\n-# {known} · {where}" if known else f"**{title}**\n-# {where}"


def _title(listed: Listed, words: Words) -> str:
    if listed.wording is None:
        return neutral(listed.poll, words)
    heading = lines.question(listed.wording).removeprefix("### ")
    return words("poll-arc-of", question=heading) if listed.poll.arc else heading


def choice_label(listed: Listed, words: Words) -> str:
    """One poll in a list of suggestions: plain text, at most 100 characters."""
    poll = listed.poll
    opened = day(words, poll.opened_at.date())
    title = listed.wording.question if listed.wording else neutral_label(poll, words)
    if poll.arc:
        title = words("poll-arc-of", question=title)
    state = words("poll-choice-open" if poll.state == PollState.OPEN else "poll-choice-closed")
    label = f"{title} · {state} · {opened}"
    return label if len(label) <= 100 else f"{title[: 100 - (len(label) - len(title)) - 1]}… · {state} · {opened}"
