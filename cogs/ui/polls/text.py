"""The lines of which polls are made: bars, answers, what is hidden from whom, and what a poll spoils."""

from __future__ import annotations

import discord

from bot.domain.poll import Hidden, Poll, PollState
from bot.domain.tally import Tally
from bot.services.polls.values import Label, Wording
from bot.text import Words
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.escaping import escaped
from cogs.ui.kit.panel import GOLD, NEW_YORK, PARIS

BAR = 20
SHORT = 30
BUTTON_LABEL = 80
ROLES = 6
"""How many roles are named in one line."""
_EIGHTHS = "▏▎▍▌▋▊▉█"


def question(wording: Wording) -> str:
    """The question as a heading. What a member wrote is shown letter by letter."""
    return f"### {escaped(wording.question) if wording.written else wording.question}"


def label(answer: Label) -> str:
    """An answer in running text."""
    return escaped(answer.text) if answer.written else answer.text


def short(answer: Label) -> str:
    """An answer in the log of what was added, and in a draft that cannot be posted yet; cut where it is long."""
    text = answer.text if len(answer.text) <= SHORT else answer.text[: SHORT - 1].rstrip() + "…"
    return escaped(text) if answer.written else text


def button_label(answer: Label) -> str:
    """An answer on a button or in a select, where nothing is markdown."""
    return answer.text[:BUTTON_LABEL]


def bar(share: float) -> str:
    """A bar of `share`, 0 to 1, on a track, in letters of one width."""
    full, rest = divmod(round(share * BAR * 8), 8)
    drawn = "█" * full + (_EIGHTHS[rest - 1] if rest else "")
    return f"`{drawn:\u2007<{BAR}}`"


def percent(share: float, words: Words) -> str:
    """ "60%", « 60 % »."""
    return words("poll-percent", percent=round(share * 100))


def letter(index: int) -> str:
    """What an answer is called on a public button where its own words would give something away."""
    return "ABCDEFGHIJ"[index]


def counted(
    wording: Wording, tally: Tally, words: Words, *, mine: frozenset[int] = frozenset(), lettered: bool = False
) -> str:
    """Every answer with its votes, its share and a bar; `mine` are marked as the reader's own."""
    leaders = tally.leaders
    lines: list[str] = []
    for index, answer in enumerate(wording.answers):
        name = f"**{label(answer)}**" if index in leaders else label(answer)
        name = f"{letter(index)} · {name}" if lettered else name
        mark = f" {words('poll-mine-mark')}" if index in mine else ""
        votes = words("poll-votes", count=tally.counts[index])
        lines.append(f"{name}{mark}\n{bar(tally.share(index))} {percent(tally.share(index), words)} · {votes}")
    return "\n".join(lines)


def numbers(wording: Wording, tally: Tally, words: Words) -> str:
    """Every answer with its share and its votes on one line, to stand beside a picture; the most chosen first."""
    order = sorted(range(len(wording.answers)), key=lambda index: -tally.counts[index])
    return "\n".join(
        f"- {label(wording.answers[index])} · **{percent(tally.share(index), words)}**"
        f" · {words('poll-votes', count=tally.counts[index])}"
        for index in order
    )


def listed(
    wording: Wording,
    words: Words,
    *,
    mine: frozenset[int] = frozenset(),
    blurbs: bool = True,
    lettered: bool = False,
) -> str:
    """Every answer without a count, with what there is to say for it."""
    lines: list[str] = []
    for index, answer in enumerate(wording.answers):
        mark = f" {words('poll-mine-mark')}" if index in mine else ""
        lines.append(f"{f'{letter(index)} · ' if lettered else ''}**{label(answer)}**{mark}")
        if answer.blurb and blurbs:
            lines.append(f"-# {answer.blurb}")
    return "\n".join(lines)


def chosen(wording: Wording, indexs: frozenset[int], words: Words) -> str:
    """The chosen answers, one after the other."""
    return words("poll-and").join(f"**{label(wording.answers[index])}**" for index in sorted(indexs))


def spoils(episode: int, words: Words) -> str:
    """Up to which episode it spoils."""
    return words("poll-spoils", episode=episode)


def secrecy(poll: Poll, words: Words) -> str:
    """Exactly what is hidden, and from whom."""
    kind = "poll-secret-arc" if poll.arc else "poll-secret" if poll.anonymous else "poll-named"
    who = words("poll-named-gated" if kind == "poll-named" and poll.gate else kind)
    when = "" if poll.state == PollState.CLOSED else words(f"poll-results-{poll.results}")
    return " ".join(part for part in (who, when) if part)


def hidden_line(why: Hidden, words: Words) -> str:
    """Why there is no result to be seen."""
    return words(f"poll-hidden-{why}")


def facts(poll: Poll, voters: int, words: Words) -> str:
    """One line of what holds: how many ballots, who may vote, until when."""
    # In an arc one member gives up to eight ballots: while few have voted, their number tells how far somebody is.
    parts = [] if poll.arc else [words("poll-ballots", count=voters)]
    if poll.most > 1 and poll.state == PollState.OPEN:
        parts.append(words("poll-most", most=poll.most, all=str(poll.most == len(poll.answers)).lower()))
    if poll.role_ids and poll.state == PollState.OPEN:
        parts.append(words("poll-roles", roles=_roles(poll)))
    parts.append(until(poll, words))
    line = " · ".join(part for part in parts if part)
    return line[:1].upper() + line[1:]


def _roles(poll: Poll) -> str:
    named = [f"<@&{role_id}>" for role_id in sorted(poll.role_ids)]
    return ", ".join(named[:ROLES]) + ("…" if len(named) > ROLES else "")


def until(poll: Poll, words: Words) -> str:
    """When the poll ends or ended."""
    if poll.state != PollState.OPEN and poll.closed_at is not None:
        return words("poll-closed-at", when=stamp(poll.closed_at, "f"))
    if poll.closes_at is None:
        return words("poll-open-end")
    return words("poll-closes-at", when=stamp(poll.closes_at, "R"))


def colour(wording: Wording, tally: Tally | None) -> discord.Colour:
    """The colour of the side that leads alone; gold for a tie, for no side, and while nobody knows."""
    if tally is None or len(tally.leaders) != 1:
        return GOLD
    side = wording.answers[tally.leaders[0]].side
    return NEW_YORK if side == "new-york" else PARIS if side == "paris" else GOLD


def winner(wording: Wording, tally: Tally, words: Words) -> str:
    """Who won: one, several at once, or nobody."""
    leaders = tally.leaders
    if not leaders:
        return words("poll-nobody-voted")
    names = words("poll-and").join(f"**{label(wording.answers[index])}**" for index in leaders)
    return words("poll-won", name=names) if len(leaders) == 1 else words("poll-tied", names=names)
