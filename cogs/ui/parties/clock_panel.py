"""The party clock as members see it, from the ready check to the last minute; and what may be pressed."""

from __future__ import annotations

from datetime import datetime, timedelta

import discord
from discord import ui

from bot.domain.party import State, seated
from bot.domain.playback import ClockPress, Phase, Playback, spelled
from bot.services.parties.clock import Where, length_of, where_of
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
from cogs.ui.parties.controls import (
    EndButton,
    HostButton,
    JumpButton,
    ReadyButton,
    SteerButton,
    WaitButton,
    WhereButton,
)
from cogs.ui.parties.text import names

GREEN = discord.Colour(0x3E9B5F)
GREY = discord.Colour(0x6B6F76)
BAR = 10
CLOCK = "clock"
"""Under which purpose the clock's message is noted."""


def clock(view: PartyView, words: Words, now: datetime) -> ui.LayoutView:
    """The clock in whatever state it is at `now`: what everybody has to do, and what they can press."""
    state = view.clock
    if state is None or view.party.state is not State.LIVE:
        return panel.stack([panel.box(panel.text(f"-# {words('party-clock-stopped')}"), colour=GREY)])
    hosts = HostButton.draw(words("party-host-controls"), emoji="🎛️", party_id=view.party.id)
    text = panel.text("\n".join(clock_lines(view, state, words, now)))
    rows = [*panel.rows(for_everybody(view, words, now)), *panel.rows([hosts])]
    return panel.stack([panel.box(text, *rows, colour=GREEN if is_running(view, now) else panel.GOLD)])


def host_controls(view: PartyView, words: Words, now: datetime) -> ui.LayoutView:
    """What the hosts can do to the clock, for one of them alone."""
    state = view.clock
    if state is None or view.party.state is not State.LIVE:
        return panel.stack([panel.box(panel.text(f"-# {words('party-clock-stopped')}"), colour=GREY)])
    found = where_of(view, state, now)
    text = panel.text(f"### {words('party-host-controls')}\n{where_line(found, words, now)}")
    return panel.stack([panel.box(text, *(panel.row(*line) for line in _for_hosts(view, found, words)))])


def ended_panel(party_id: int, words: Words) -> ui.LayoutView:
    """For the host who ended it, perhaps by mistake."""
    undo = SteerButton.draw(words("party-end-undo"), what=ClockPress.UNDO.value, party_id=party_id)
    return panel.stack([panel.box(panel.text(words("party-ended")), panel.row(undo))])


def is_running(view: PartyView, now: datetime) -> bool:
    """Whether it plays, or is about to."""
    if view.clock is None:
        return False
    return where_of(view, view.clock, now).phase in (Phase.PLAYING, Phase.COUNTDOWN)


def clock_lines(view: PartyView, state: Playback, words: Words, now: datetime) -> list[str]:
    """What the clock says at `now`, for the clock itself and for the card: the instant to press play in large letters.

    A position that runs is never written down: it would be wrong a second later.
    """
    found = where_of(view, state, now)
    name = words("party-episode", episode=state.episode)
    if found.phase is Phase.READY:
        return _ready(view, state, name, words)
    position, at, soon = spelled(found.position), stamp(found.since, "T"), stamp(found.since, "R")
    lines = [f"### {words(f'party-clock-{found.phase.value}', name=name, position=position)}"]
    if found.phase in (Phase.COUNTDOWN, Phase.BREAK):
        lines += [f"# {words('party-play-at', at=at)}", f"## {soon}"]
        lines.append(words("party-play-from", from_where=from_where(found.position, words)))
    elif found.phase in (Phase.PLAYING, Phase.ENDED):
        lines.append(words("party-began", at=at, ago=soon, from_where=from_where(state.position, words)))
        lines.append(f"-# {words('party-ask-where')}")
    else:
        lines.append(words("party-get-set" if found.phase is Phase.WAITING else "party-stands", position=position))
    if found.phase is not Phase.ENDED and (bar := progress_bar(view, state, words)) is not None:
        lines.append(bar)
    return lines


def progress_bar(view: PartyView, state: Playback, words: Words) -> str | None:
    """How far the episode was at the last press; None at its beginning, or where its length is not known."""
    length = length_of(view.party)
    if not length or not state.position:
        return None
    full = min(BAR, round(BAR * (state.position / length)))
    done, whole = int(state.position.total_seconds() // 60), int(length.total_seconds() // 60)
    return f"{'▰' * full}{'▱' * (BAR - full)} {words('party-bar', done=done, whole=whole)}"


def from_where(position: timedelta, words: Words) -> str:
    """Where to press play: written so that nobody takes the position for a time of day."""
    return words("party-from", position=spelled(position), beginning=int(not position))


def _ready(view: PartyView, state: Playback, name: str, words: Words) -> list[str]:
    coming = seated(list(view.people))
    ready = [person for person in coming if person.ready]
    missing = [person for person in coming if not person.ready]
    lines = [
        f"### {words('party-clock-ready', name=name)}",
        words("party-get-ready"),
        words("party-ready-until", until=stamp(state.ready_until, "t")),
        f"**{words('party-ready-count', ready=len(ready), all=len(coming))}** {names(ready, words)}".rstrip(),
    ]
    if missing:
        lines.append(f"**{words('party-not-ready')}** {names(missing, words)}")
    return lines


def for_everybody(view: PartyView, words: Words, now: datetime) -> list[Item]:
    """What everybody can press, on the clock and on the card."""
    party_id = view.party.id
    where = WhereButton.draw(words("party-where"), party_id=party_id)
    phase = None if view.clock is None else where_of(view, view.clock, now).phase
    if phase is Phase.READY:
        ready = ReadyButton.draw(words("party-ready"), style=discord.ButtonStyle.success, party_id=party_id)
        return [ready, where]
    wait = WaitButton.draw(words("party-wait"), emoji="✋", party_id=party_id)
    return [where, wait] if phase in (Phase.PLAYING, Phase.COUNTDOWN) else [where]


def _for_hosts(view: PartyView, found: Where, words: Words) -> list[list[Item]]:
    """In two rows: what moves everybody's player, and the rest."""
    party_id, phase = view.party.id, found.phase

    def steer(what: ClockPress, *, main: bool = False, label: str | None = None) -> Item:
        style = discord.ButtonStyle.success if main else discord.ButtonStyle.secondary
        return SteerButton.draw(words(f"party-steer-{label or what}"), style=style, what=what.value, party_id=party_id)

    end = EndButton.draw(words("party-end"), sure=0, party_id=party_id)
    jump = JumpButton.draw(words("party-jump"), party_id=party_id)
    if phase is Phase.READY:
        return [[steer(ClockPress.GO), end]]
    rest: list[Item] = [steer(ClockPress.UNDO)] if view.clock is not None and view.clock.before is not None else []
    if phase is Phase.BREAK:
        return [[steer(ClockPress.RESUME, main=True), *rest, end]]
    if view.clock is not None and view.clock.episode < view.party.last_episode:
        rest.append(steer(ClockPress.NEXT))
    if phase in (Phase.PLAYING, Phase.COUNTDOWN, Phase.ENDED):
        return [
            [steer(ClockPress.PAUSE, main=True), steer(ClockPress.BACK), *rest],
            [jump, steer(ClockPress.BREAK), end],
        ]
    go_on = steer(ClockPress.RESUME, main=True, label="start" if phase is Phase.WAITING else None)
    return [[go_on, jump, *rest, end]]


def where_line(found: Where, words: Words, now: datetime) -> str:
    """The answer to "Where are we?"; of several episodes it says in which."""
    position, since, party, state = spelled(found.position), stamp(found.since, "T"), found.view.party, found.view.clock
    if found.cue is not None:
        at = stamp(now + timedelta(seconds=found.cue.seconds), "T")
        line = words("party-cue", now=position, press=spelled(found.cue.press_at), seconds=found.cue.seconds, at=at)
    else:
        line = words(
            f"party-here-{found.phase.value}", position=position, at=since, soon=stamp(found.since, "R"),
            from_where=from_where(found.position, words),
        )  # fmt: skip
    if state is None or party.first_episode == party.last_episode or found.phase is Phase.OVER:
        return line
    return words("party-here-episode", name=words("party-episode", episode=state.episode), line=line)
