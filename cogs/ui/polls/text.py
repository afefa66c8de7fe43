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

BAR, SHORT_BAR = 20, 12
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


def bar(share: float, length: int = BAR) -> str:
    """A bar of `share`, 0 to 1, on a track of so many letters of one width."""
    full, rest = divmod(round(share * length * 8), 8)
    drawn = "█" * full + (_EIGHTHS[rest - 1] if rest else "")
    return f"`{drawn:\u2007<{length}}`"


def percent(share: float, words: Words) -> str:
    """ "60%", « 60 % »."""
    return words("poll-percent", percent=round(share * 100))


def answer(wording: Wording, index: int, tally: Tally | None, words: Words, *, mine: bool = False) -> str:
    """One answer, to stand beside its button: with its share and its votes once they are known, else with what there
    is to say for it."""
    label_, mark = label(wording.answers[index]), f" {words('poll-mine-mark')}" if mine else ""
    if tally is None:
        blurb = wording.answers[index].blurb
        return f"**{label_}**{mark}" + (f"\n-# {blurb}" if blurb else "")
    name = f"**{label_}**" if index in tally.leaders or mine else label_
    share = tally.share(index)
    votes = words("poll-votes", count=tally.counts[index])
    return f"{name}{mark}\n{bar(share, SHORT_BAR)} {percent(share, words)}\n-# {votes}"


def counted(wording: Wording, tally: Tally, words: Words, *, mine: frozenset[int] = frozenset()) -> str:
    """Every answer with its votes, its share and a bar; `mine` are marked as the reader's own."""
    leaders = tally.leaders
    lines: list[str] = []
    for index, answer in enumerate(wording.answers):
        name = f"**{label(answer)}**" if index in leaders else label(answer)
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


def named(wording: Wording) -> str:
    """Every answer by its name alone, in one paragraph."""
    return " · ".join(f"**{label(answer)}**" for answer in wording.answers)


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
    told = poll.state == PollState.CLOSED or poll.results == "live"
    when = "" if told else words(f"poll-results-{poll.results}")
    return " ".join(part for part in (who, when) if part)


def about(poll: Poll, voters: int, words: Words) -> str:
    """All that there is to know before the question, in one line: who asks, what kind of poll it is, for whom, when
    results are shown, how many have voted, and until when they may."""
    parts = [words("poll-asks", who=f"<@{poll.author_id}>")] if poll.author_id else []
    if poll.arc:
        parts.append(words("poll-badge-arc"))
    parts.append(words("poll-badge-anonymous" if poll.anonymous else "poll-badge-named"))
    if poll.gate:
        parts.append(words("poll-badge-gated", episode=poll.gate))
    if poll.state == PollState.OPEN and poll.results != "live":
        parts.append(words(f"poll-badge-{poll.results}"))
    return " · ".join(part for part in (*parts, facts(poll, voters, words, capital=False)) if part)


def hidden_line(why: Hidden, words: Words) -> str:
    """Why there is no result to be seen."""
    return words(f"poll-hidden-{why}")


def facts(poll: Poll, voters: int, words: Words, *, capital: bool = True, counted: bool = True) -> str:
    """One line of what holds: how many ballots (`counted`), who may vote, until when."""
    # In an arc one member gives up to eight ballots: while few have voted, their number tells how far somebody is.
    nobody = "poll-ballots-none" if not voters and poll.state != PollState.OPEN else "poll-ballots"
    parts = [] if poll.arc or not counted else [words(nobody, count=voters)]
    if poll.most > 1 and poll.state == PollState.OPEN:
        parts.append(words("poll-most", most=poll.most, all=str(poll.most == len(poll.answers)).lower()))
    if poll.role_ids and poll.state == PollState.OPEN:
        parts.append(words("poll-roles", roles=_roles(poll)))
    if poll.closes_at is not None or poll.state != PollState.OPEN:
        parts.append(until(poll, words))
    line = " · ".join(part for part in parts if part)
    return line[:1].upper() + line[1:] if capital else line


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
