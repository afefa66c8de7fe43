"""The party clock as members see it, from the ready check to the last minute; and what may be pressed."""

from __future__ import annotations

from datetime import datetime, timedelta

import discord
from discord import ui

from bot.domain.party import State, seated
from bot.domain.playback import Phase, Playback, spelled
from bot.services.parties.clock import Where, where_of
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
from cogs.ui.parties.controls import EndButton, JumpButton, ReadyButton, SteerButton, WhereButton
from cogs.ui.parties.text import names

GREEN = discord.Colour(0x3E9B5F)
GREY = discord.Colour(0x6B6F76)
BREAK_MINUTES = 5
CLOCK = "clock"
"""Under which purpose the clock's message is noted."""


def clock(view: PartyView, words: Words, now: datetime) -> ui.LayoutView:
    """The clock in whatever state it is at `now`."""
    state = view.clock
    if state is None or view.party.state is not State.LIVE:
        return panel.stack([panel.box(panel.text(f"-# {words('party-clock-stopped')}"), colour=GREY)])
    found = where_of(view, state, now)
    colour = GREEN if found.phase in (Phase.PLAYING, Phase.COUNTDOWN) else panel.GOLD
    return panel.stack(
        [
            panel.box(
                panel.text(_standing(view, found, state, words)),
                panel.rule(),
                *panel.rows(_for_all(view, found, words)),
                panel.text(f"-# {words('party-for-hosts')}"),
                *(panel.row(*line) for line in _for_hosts(view, found, words)),
                colour=colour,
            )
        ]
    )


def _standing(view: PartyView, found: Where, state: Playback, words: Words) -> str:
    name = words("party-episode", episode=state.episode)
    position = spelled(found.position)
    since = found.since
    if found.phase is Phase.READY:
        return _ready(view, state, name, words)
    lines = [f"### {words(f'party-clock-{found.phase.value}', name=name, position=position)}"]
    if found.phase in (Phase.COUNTDOWN, Phase.BREAK):
        start = from_where(words, found.position)
        lines.append(words("party-press-play", at=stamp(since, "T"), soon=stamp(since, "R"), from_where=start))
    elif found.phase in (Phase.PLAYING, Phase.ENDED):
        start = from_where(words, state.position)
        lines.append(words("party-began", at=stamp(since, "T"), ago=stamp(since, "R"), from_where=start))
        lines.append(f"-# {words('party-ask-where')}")
    else:
        lines.append(words("party-get-set" if found.phase is Phase.WAITING else "party-stands", position=position))
    return "\n".join(lines)


def from_where(words: Words, position: timedelta) -> str:
    """Where to press play: written so that nobody takes the position for a time of day."""
    return words("party-from", position=spelled(position), beginning=int(not position))


def _ready(view: PartyView, state: Playback, name: str, words: Words) -> str:
    coming = seated(list(view.people))
    ready = [person for person in coming if person.ready]
    missing = [person for person in coming if not person.ready]
    lines = [
        f"### {words('party-clock-ready', name=name)}",
        words("party-get-ready"),
        words("party-ready-until", until=stamp(state.ready_until, "R")),
        f"**{words('party-ready-count', ready=len(ready), all=len(coming))}** {names(ready, words)}".rstrip(),
    ]
    if missing:
        lines.append(f"**{words('party-not-ready')}** {names(missing, words)}")
    return "\n".join(lines)


def _for_all(view: PartyView, found: Where, words: Words) -> list[Item]:
    party_id = view.party.id
    where = WhereButton.draw(words("party-where"), style=discord.ButtonStyle.primary, party_id=party_id)
    if found.phase is Phase.READY:
        return [ReadyButton.draw(words("party-ready"), style=discord.ButtonStyle.success, party_id=party_id), where]
    return [where]


def _for_hosts(view: PartyView, found: Where, words: Words) -> list[list[Item]]:
    """In two rows: what moves everybody's player, and the rest."""
    party_id, phase = view.party.id, found.phase

    def steer(what: str, *, main: bool = False, label: str | None = None) -> Item:
        style = discord.ButtonStyle.success if main else discord.ButtonStyle.secondary
        return SteerButton.draw(words(f"party-steer-{label or what}"), style=style, what=what, party_id=party_id)

    end = EndButton.draw(words("party-end"), style=discord.ButtonStyle.danger, sure=0, party_id=party_id)
    jump = JumpButton.draw(words("party-jump"), party_id=party_id)
    if phase is Phase.READY:
        return [[steer("go"), end]]
    rest: list[Item] = [steer("undo")] if view.clock is not None and view.clock.before is not None else []
    if phase is Phase.BREAK:
        return [[steer("resume", main=True), *rest, end]]
    if view.clock is not None and view.clock.episode < view.party.last_episode:
        rest.append(steer("next"))
    if phase in (Phase.PLAYING, Phase.COUNTDOWN, Phase.ENDED):
        return [[steer("pause", main=True), steer("back"), jump, steer("break")], [*rest, end]]
    go_on = steer("resume", main=True, label="start" if phase is Phase.WAITING else None)
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
            from_where=from_where(words, found.position),
        )  # fmt: skip
    if state is None or party.first_episode == party.last_episode or found.phase is Phase.OVER:
        return line
    return words("party-here-episode", name=words("party-episode", episode=state.episode), line=line)
