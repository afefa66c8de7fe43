"""Results, with their picture: for one member alone, and in the message that tells the end of a poll to all."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.domain.poll import PollState
from bot.services.polls.pictures import draw
from bot.services.polls.values import Card, Ending, Result
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.links import card_url
from cogs.ui.kit.pictures import attached, gallery
from cogs.ui.polls import text as lines
from cogs.ui.polls.controls import ResultsButton, ShareButton

NAMES = (12, 5, 2)
"""How many names stand under one answer before "and 30 more": the most for which there is room."""
ROOM = 3300
BEST = 3
"""How many answers of an arc are told for each episode."""
PICTURE = "etoile-poll.png"


async def results_message(result: Result, words: Words) -> tuple[ui.LayoutView, list[discord.File]]:
    """The outcome so far as far as this reader may see it, for them alone: a picture, and who voted.

    The picture says it all: the question, how it stands in one sentence, and the counts, which are also in its text
    for screen readers. Where there is no picture, the same stands in words.
    """
    picture = None if result.hidden else await draw(result, words, public=False)
    if picture is not None:
        file = attached(picture, PICTURE)
        told = [gallery(file), panel.text(names_text(result, words)) if result.names else None]
        return _framed(result, words, told, pictured=True), [file]
    text = hidden_text(result, words) if result.hidden else outcome_text(result, words)
    return _framed(result, words, [panel.text(lines.question(result.wording)), panel.text(text)]), []


def _framed(
    result: Result, words: Words, told: Sequence[panel.Item | None], *, pictured: bool = False
) -> ui.LayoutView:
    """`pictured`: the number of ballots stands in the picture already."""
    poll = result.poll
    known = lines.facts(poll, result.voters, words, counted=not pictured)
    facts = panel.text(f"-# {known}") if known else None
    told_to_all = poll.state != PollState.OPEN or poll.results == "live"
    share = ShareButton.draw(words("poll-share"), poll=poll.id) if told_to_all and not result.hidden else None
    return panel.stack([panel.box(*told, facts, panel.row(share), colour=lines.colour(result.wording, result.tally))])


async def shared_message(
    result: Result, words: Words, *, sharer_id: int, door: panel.Item, pictured: bool
) -> tuple[ui.LayoutView, list[discord.File]]:
    """The outcome so far for everybody in a channel that may read the poll; `door` gives each reader their own."""
    picture = await draw(result, words, public=True) if pictured else None
    file = attached(picture, PICTURE) if picture is not None else None
    known = lines.facts(result.poll, result.voters, words)
    box = panel.box(
        gallery(file) if file is not None else panel.text(lines.question(result.wording)),
        panel.text(_told(result, words)),
        panel.text(f"-# {known}") if known else None,
        panel.row(door),
        colour=lines.colour(result.wording, result.tally),
    )
    shared = panel.text(f"-# {words('poll-shared-by', name=f'<@{sharer_id}>')}")
    return panel.stack([shared, box]), [file] if file is not None else []


def _told(result: Result, words: Words) -> str:
    """The counts, to stand beside their picture."""
    if result.arc is not None or result.tally is None:
        return outcome_text(result, words)
    return lines.numbers(result.wording, result.tally, words)


def hidden_text(result: Result, words: Words) -> str:
    """Why there is nothing to be seen."""
    if result.poll.state == PollState.CLOSED and not result.poll.arc and not result.voters:
        return words("poll-nobody-voted")
    return lines.hidden_line(result.hidden, words) if result.hidden else words("poll-nobody-voted")


def outcome_text(result: Result, words: Words) -> str:
    """The counts in words: every answer, or every episode of an arc; with names where the poll is named."""
    if result.arc is not None:
        return _arc_text(result, words)
    if result.tally is None or not result.tally.voters:
        return words("poll-nobody-voted")
    text = lines.counted(result.wording, result.tally, words)
    return f"{text}\n\n{names_text(result, words, beside=len(text))}" if result.names else text


def names_text(result: Result, words: Words, *, beside: int = 0) -> str:
    """Who chose each answer: as many names as there is room for, beside so many other letters."""
    return next(
        (named for most in NAMES if len(named := _named(result, words, most)) + beside < ROOM),
        words("poll-names-exported"),
    )


def _named(result: Result, words: Words, most: int) -> str:
    """Who chose each answer, at most so many names under each."""
    told = [
        words("poll-pair", name=f"**{lines.label(answer)}**", said=_names(names, words, most))
        for answer, names in zip(result.wording.answers, result.names, strict=True)
        if names
    ]
    if result.more:
        told.append(f"-# {words('poll-names-more', count=result.more)}")
    return "\n".join(told)


def _names(user_ids: tuple[int, ...], words: Words, most: int) -> str:
    shown = ", ".join(f"<@{user_id}>" for user_id in user_ids[:most])
    rest = len(user_ids) - most
    return shown if rest <= 0 else words("poll-names-and", names=shown, count=rest)


def _arc_text(result: Result, words: Words) -> str:
    told: list[str] = []
    for point in result.arc.points if result.arc else ():
        head = f"**{words('poll-episode', episode=point.episode)}**"
        if point.tally is None:
            told.append(f"{head} · {words('poll-arc-few')}")
            continue
        tally, answers = point.tally, result.wording.answers
        best = sorted(range(len(answers)), key=lambda place, counts=tally.counts: -counts[place])[:BEST]
        shares = " · ".join(
            f"{lines.label(answers[place])} **{lines.percent(tally.share(place), words)}**" for place in sorted(best)
        )
        told.append(f"{head} · {words('poll-ballots', count=point.tally.voters)}\n{shares}")
    return "\n".join(told)


# -- the end, told to all


async def ending_message(ending: Ending, words: Words) -> tuple[ui.LayoutView, list[discord.File]]:
    """The result for everybody in the channel: a neutral line, then what won, covered where the poll spoils.

    Below it is the button by which each reader gets what they may see; it also tells this message from others.
    """
    result, covered = ending.result, ending.covered
    if result is None:
        return neutral_ending(ending.card, words), []
    poll, wording = result.poll, result.wording
    url = card_url(poll)
    door = ResultsButton.draw(words("poll-results"), poll=poll.id)
    picture = await draw(result, words, public=True)
    file = attached(picture, PICTURE, covered=covered) if picture else None
    spoils = f" · {lines.spoils(poll.spoils, words)}" if covered else ""
    told = [lines.question(wording)]
    if result.tally is not None:
        told.append(lines.winner(wording, result.tally, words))
        if result.tally.voters:
            told.append(lines.numbers(wording, result.tally, words))
    elif result.arc is not None:
        told.append(_arc_text(result, words))
    else:
        told.append(hidden_text(result, words))
    body = panel.box(
        panel.text("\n".join(told)),
        gallery(file) if file is not None else None,
        colour=lines.colour(wording, result.tally) if not covered else panel.GOLD,
        closed=covered,
    )
    facts = lines.facts(poll, result.voters, words)
    view = panel.stack(
        [
            panel.text(f"### {words('poll-has-ended')}{spoils}\n-# {facts}"),
            body,
            panel.row(door, panel.link(words("poll-to-card"), url) if url else None),
        ]
    )
    return view, [file] if file is not None else []


def neutral_ending(card: Card, words: Words) -> ui.LayoutView:
    """That a poll has ended, where the channel may not read it: nothing of it but the way in."""
    spoils, url = lines.spoils(card.poll.readable_from, words), card_url(card.poll)
    door = ResultsButton.draw(words("poll-results"), poll=card.poll.id)
    doors = panel.row(door, panel.link(words("poll-to-card"), url) if url else None)
    head = f"### {words('poll-has-ended')} · {spoils}\n{words('poll-ended-about')}"
    return panel.stack([panel.box(panel.text(f"{head}\n-# {lines.facts(card.poll, card.voters, words)}"), doors)])
