"""The board of a club, for everybody, and a member's own programme."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.domain.club import ClubEvening, Piece
from bot.domain.party import CURRENT, State
from bot.domain.quiz_night import Score
from bot.services.clubs.values import ClubView, Programme
from bot.text import Words
from cogs.ui import recaps
from cogs.ui.clubs.controls import JoinButton, MySeasonButton, NudgeButton, ProgrammeButton, StopButton
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.links import jump
from cogs.ui.kit.panel import Item
from cogs.ui.kit.pictures import gallery
from cogs.ui.parties.text import cities, episodes_named, rhythm
from cogs.ui.quiz.table import score_row

SHOWN = 8
"""Evenings of each kind: a season has no more."""
RECAPS = 5


def board(
    view: ClubView, words: Words, *, arc: discord.File | None = None, best: Sequence[Score] = ()
) -> ui.LayoutView:
    """What everybody sees: the next evening, what was, what comes. Numbers of episodes and of members only; `arc`: the
    picture of how the arc went, as far as may be told there, and `best`: the first of the quiz's table."""
    club, evening = view.club, view.next
    items: list[Item | None] = [panel.text(f"## {words('club-board')}")]
    if evening is not None and not view.stopped:
        items.append(panel.text("\n".join(_next(view, evening, words))))
    else:
        items.append(panel.text(words("club-board-stopped" if view.stopped else "club-board-over")))
    if lines := [_past(view, one, words) for one in view.past[-SHOWN:]]:
        items += [panel.rule(), panel.text("\n".join([f"**{words('club-past')}**", *lines]))]
    later = [one for one in view.evenings if one.state in CURRENT and one is not evening]
    if later and not view.stopped:
        lines = [_later(view, one, words) for one in later[:SHOWN]]
        items += [panel.rule(), panel.text("\n".join([f"**{words('club-later')}**", *lines]))]
    if arc is not None:
        items += [panel.rule(), panel.text(f"**{words('club-arc-so-far')}**"), gallery(arc)]
    if best:
        rows = [score_row(row, words) for row in best]
        items += [panel.rule(), panel.text("\n".join([f"**{words('club-quiz-best')}**", *rows]))]
    programme = ProgrammeButton.draw(words("club-programme"), club_id=club.id)
    if view.over:
        mine = MySeasonButton.draw(words("club-my-season"), club_id=club.id) if view.past else None
        items.append(panel.row(programme, mine, _last_recap(view, words)))
    else:
        join = JoinButton.draw(words("club-join"), style=discord.ButtonStyle.success, on=1, club_id=club.id)
        items.append(panel.row(join, programme, _last_recap(view, words), _to_card(view, evening, words)))
    return panel.stack([panel.box(*items)])


def _last_recap(view: ClubView, words: Words) -> Item | None:
    """The way to the recap of what was watched last: each reader gets what they may see."""
    return recaps.recap_button(view.past[-1].last_episode, words, named=True) if view.past else None


def _to_card(view: ClubView, evening: ClubEvening | None, words: Words) -> Item | None:
    if evening is None or evening.message_id is None:
        return None
    return panel.link(words("party-to-card"), jump(view.club.guild_id, view.club.channel_id, evening.message_id))


def _name(evening: ClubEvening, words: Words) -> str:
    return episodes_named(evening.first_episode, evening.last_episode, words)


def _next(view: ClubView, evening: ClubEvening, words: Words) -> list[str]:
    on = "club-on-now" if evening.state is State.LIVE else "club-next"
    lines = [
        f"**{words(on, name=_name(evening, words))}** · {stamp(evening.at)} · {stamp(evening.at, 'R')}",
        f"-# {cities(evening.at, words)}",
        words("club-coming", count=evening.coming),
    ]
    if view.rule is not None:
        lines.append(f"-# {words('party-series-line', rhythm=rhythm(view.rule, words))}")
    return lines


def _past(view: ClubView, evening: ClubEvening, words: Words) -> str:
    room = ""
    if evening.room_id is not None:
        room = f" · [{words('club-to-room')}]({jump(view.club.guild_id, evening.room_id)})"
    came = words("club-came", count=evening.coming)
    return f"✓ {_name(evening, words)} · {stamp(evening.at, 'd')} · {came}{room}"


def _later(view: ClubView, evening: ClubEvening, words: Words) -> str:
    coming = f" · {words('club-coming', count=evening.coming)}" if evening.party_id is not None else ""
    return f"{_name(evening, words)} · {stamp(evening.at, 'f')}{coming}"


def programme(found: Programme, words: Words, *, told: str = "") -> ui.LayoutView:
    """For one member alone: where they stand, what they missed, the shortest way to catch up, their evenings."""
    view, evening = found.view, found.view.next
    lines = [told] if told else []
    lines.append(words("club-you-are", progress=found.progress))
    if found.missed:
        lines.append(words("club-missed", count=len(found.missed), episodes=_numbers(found.missed)))
    if evening is not None and not view.stopped:
        lines.append(
            words("club-to-go", count=len(found.to_go), name=_name(evening, words), soon=stamp(evening.at, "R"))
        )
    evenings = [one for one in view.evenings if one.state in CURRENT]
    for one in evenings[:SHOWN] if not view.stopped else []:
        comes = one.party_id in found.seats or (one.party_id is None and found.joined)
        mark = words("club-you-come" if comes else "club-you-do-not")
        lines.append(f"{_name(one, words)} · {stamp(one.at)} · {mark}\n-# {cities(one.at, words).split(chr(10))[0]}")
    behind = sorted({*found.missed, *found.to_go})[:RECAPS]
    buttons: list[Item] = [recaps.recap_button(episode, words, named=True) for episode in behind]
    ways: list[Item | None] = []
    if not view.over:
        key, on = ("club-leave", 0) if found.joined else ("club-join", 1)
        ways = [JoinButton.draw(words(key), on=on, club_id=view.club.id), _nudge(found, words)]
        ways.append(_to_card(view, evening, words))
    elif view.past:
        ways = [MySeasonButton.draw(words("club-my-season"), club_id=view.club.id)]
    return panel.stack([panel.box(panel.text("\n".join(lines)), *panel.rows(buttons), panel.row(*ways))])


def _nudge(found: Programme, words: Words) -> Item | None:
    """The nudge two days before, on or off, where the club has any."""
    if Piece.NUDGES not in found.view.club.pieces:
        return None
    key, on = ("club-nudge-stop", 0) if found.nudged else ("club-nudge-start", 1)
    return NudgeButton.draw(words(key), emoji="🔔", on=on, club_id=found.view.club.id)


def _numbers(episodes: tuple[int, ...]) -> str:
    return ", ".join(map(str, episodes))


def ask_stop(view: ClubView, words: Words) -> ui.LayoutView:
    """Shall all that is still to come be called off?"""
    button = StopButton.draw(words("club-stop-sure"), style=discord.ButtonStyle.danger, club_id=view.club.id)
    return panel.stack([panel.box(panel.text(words("club-stop-ask")), panel.row(button))])
