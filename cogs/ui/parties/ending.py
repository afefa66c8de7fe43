"""After a party: the end card, counting what was watched, catching up, who was there."""

from __future__ import annotations

import asyncio

import discord
from discord import ui

from bot.domain.cities import NEW_YORK, PARIS
from bot.domain.party import SeatStatus
from bot.domain.playback import ClockPress
from bot.domain.walltime import wall_of
from bot.pictures.easel import EASEL, Picture
from bot.services.parties.clock import Counted
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
from cogs.ui.kit.pictures import PICTURE_SECONDS, attached, gallery
from cogs.ui.parties.controls import AttendanceButton, CatchUpButton, CountAllButton, SteerButton, WatchedButton
from cogs.ui.parties.text import episodes, hour
from cogs.ui.polls.controls import BallotButton
from cogs.ui.quiz.controls import evening_button


def ask_count(counted: Counted, party_id: int, words: Words) -> ui.LayoutView:
    """Which episodes would count as watched as well?"""
    span = {"first": counted.from_episode, "last": counted.episode}
    sure = CountAllButton.draw(words("party-count-all", **span), party_id=party_id)
    return panel.stack([panel.box(panel.text(words("party-count-question", **span)), panel.row(sure))])


def after(view: PartyView, words: Words, *more_for_hosts: Item) -> list[Item]:
    """What can be pressed when it is over, by all and, below, by the hosts."""
    party = view.party
    episode = party.last_episode if view.clock is None else view.clock.watched(party.first_episode)
    for_all: list[Item] = [
        WatchedButton.draw(words("party-count", episode=episode), style=discord.ButtonStyle.success, party_id=party.id),
        CatchUpButton.draw(words("party-catch-up"), party_id=party.id),
    ]
    if view.pieces.quiz:
        for_all.append(evening_button(party.first_episode, episode, words))
    if view.pieces.arc_id is not None:
        for_all.append(BallotButton.draw(words("club-arc-vote"), emoji="🗳️", poll=view.pieces.arc_id))
    for_hosts = [AttendanceButton.draw(words("party-attendance"), party_id=party.id), *more_for_hosts]
    return [*panel.rows(for_all), panel.text(f"-# {words('party-for-hosts')}"), *panel.rows(for_hosts)]


async def draw_evening(view: PartyView, words: Words) -> discord.File | None:
    """The evening as a picture: what was watched, when in both cities, how many came. Nobody's name, and no title."""
    from bot.pictures import season  # Pillow is loaded with the first picture

    party = view.party
    numbers = str(party.first_episode) + (f"–{party.last_episode}" if party.last_episode > party.first_episode else "")
    name = episodes(party, words)
    came = len(view.holding(SeatStatus.SEAT))
    below = (
        *([words("party-evening-came", count=came)] if came else []),
        words("party-evening-new-york", hour=hour(wall_of(party.starts_at, NEW_YORK), words)),
        words("party-evening-paris", hour=hour(wall_of(party.starts_at, PARIS), words)),
    )
    try:
        png = await asyncio.wait_for(EASEL.draw(lambda: season.draw_evening(numbers, name, below)), PICTURE_SECONDS)
    except TimeoutError:
        return None
    return None if png is None else attached(Picture(png=png, alt=". ".join((name, *below))), "evening.png")


def end_card(view: PartyView, words: Words, picture: discord.File | None = None) -> ui.LayoutView:
    """The end card: what was watched, what can be pressed, what comes next. Without a title: it is not drawn again when
    less may be said there."""
    lines = [
        f"### {words('party-clock-over', name=episodes(view.party, words))}",
        words(f"party-over-{view.party.ended or 'host'}"),
    ]
    if view.following:
        following = view.following[0].instant
        lines.append(words("party-next-time", when=stamp(following), soon=stamp(following, "R")))
    undo = SteerButton.draw(words("party-end-undo"), what=ClockPress.UNDO.value, party_id=view.party.id)
    shown = [] if picture is None else [gallery(picture)]
    return panel.stack([panel.box(panel.text("\n".join(lines)), *shown, *after(view, words, undo))])
