"""The party clock as members see it, from the ready check to the last minute; and what may be pressed."""

from __future__ import annotations

from datetime import datetime, timedelta

import discord
from discord import ui

from bot.domain.party import State, may_manage, seated
from bot.domain.playback import Phase, Playback, position_of, spelled
from bot.errors import EtoileError
from bot.services.parties.clock import Where, where_of
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
from cogs.ui.kit.reply import answer, asker_of, redraw, say, words_of
from cogs.ui.kit.routes import Press, RoutedButton, RoutedModal
from cogs.ui.parties.text import names

GREEN = discord.Colour(0x3E9B5F)
GREY = discord.Colour(0x6B6F76)
BREAK_MINUTES = 5
CLOCK = "clock"
"""Under which purpose the clock's message is noted."""


class ReadyButton(RoutedButton, route="v1:party:ready:{party_id:int}"):
    """I am ready; pressed again: not yet."""

    async def pressed(self, interaction: Press) -> None:
        app = interaction.client.app
        party_id = self.number("party_id")
        ready = await app.party_clock.ready(asker_of(interaction), party_id)
        view = await app.parties.view(party_id)
        place = await app.party_due.posted(party_id, CLOCK)
        if place is not None and interaction.message is not None and interaction.message.id == place[1]:
            await redraw(interaction, clock(view, app.text.words(view.party.locale), app.clock.now()))
            return
        await say(interaction, words_of(interaction)("party-you-are-ready" if ready else "party-you-are-not-ready"))


class SteerButton(RoutedButton, route="v1:party:steer:{what}:{party_id:int}"):
    """Go, pause, resume, back, break, next, undo: for host, co-hosts and who may manage events."""

    async def pressed(self, interaction: Press) -> None:
        app = interaction.client.app
        what = self.word("what")
        to = timedelta(minutes=BREAK_MINUTES) if what == "break" else None
        view = await app.party_clock.press(asker_of(interaction), self.number("party_id"), what, to=to)
        await redraw(interaction, clock(view, app.text.words(view.party.locale), app.clock.now()))


class JumpButton(RoutedButton, route="v1:party:jump:{party_id:int}"):
    """Asks where to jump to."""

    async def pressed(self, interaction: Press) -> None:
        view = await interaction.client.app.parties.view(self.number("party_id"))
        if not may_manage(view.party, asker_of(interaction)):
            raise EtoileError("party-may-not-steer")
        await interaction.response.send_modal(JumpForm(words_of(interaction), view.party.id))


class JumpForm(RoutedModal):
    """Where to?"""

    def __init__(self, words: Words, party_id: int) -> None:
        super().__init__(title=words("party-jump-title"))
        self.party_id = party_id
        self.place: ui.TextInput[JumpForm] = ui.TextInput(placeholder="17:42", max_length=10)
        self.add_item(
            ui.Label(text=words("party-jump-label"), description=words("party-jump-hint"), component=self.place)
        )

    async def submitted(self, interaction: Press) -> None:
        to = position_of(self.place.value)
        if to is None:
            raise EtoileError("party-no-position")
        app = interaction.client.app
        view = await app.party_clock.press(asker_of(interaction), self.party_id, "jump", to=to)
        drawn = clock(view, app.text.words(view.party.locale), app.clock.now())
        if interaction.message is not None:
            await redraw(interaction, drawn)
        else:
            await say(interaction, words_of(interaction)("party-jumped", position=spelled(to)))


class EndButton(RoutedButton, route="v1:party:end:{sure:int}:{party_id:int}"):
    """Ends the party, after asking once."""

    async def pressed(self, interaction: Press) -> None:
        app, words, party_id = interaction.client.app, words_of(interaction), self.number("party_id")
        if self.number("sure"):
            await app.party_clock.press(asker_of(interaction), party_id, "end")
            await redraw(interaction, panel.stack([panel.box(panel.text(words("party-ended")))]))
            return
        await app.parties.guard(asker_of(interaction), party_id)
        sure = EndButton.draw(words("party-end-sure"), style=discord.ButtonStyle.danger, sure=1, party_id=party_id)
        await answer(interaction, panel.stack([panel.box(panel.text(words("party-end-question")), panel.row(sure))]))


class WhereButton(RoutedButton, route="v1:party:where:{party_id:int}"):
    """Where are we? Computed at the press, for the presser alone."""

    async def pressed(self, interaction: Press) -> None:
        found = await interaction.client.app.party_clock.where(asker_of(interaction), self.number("party_id"))
        await say(interaction, where_line(found, words_of(interaction), interaction.client.app.clock.now()))


async def steer(interaction: Press, party_id: int, what: str, position: str | None) -> None:
    """What the buttons do, by options; the clock as it stands then, for the presser alone. Raises EtoileError."""
    app, words = interaction.client.app, words_of(interaction)
    to = position_of(position or "") if what == "jump" else None
    if what == "jump" and to is None:
        raise EtoileError("party-no-position")
    view = await app.party_clock.press(asker_of(interaction), party_id, what, to=to)
    await answer(interaction, clock(view, words, app.clock.now()))


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
        f"**{words('party-ready-count', ready=len(ready), all=len(coming))}** {names(words, ready)}".rstrip(),
    ]
    if missing:
        lines.append(f"**{words('party-not-ready')}** {names(words, missing)}")
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
