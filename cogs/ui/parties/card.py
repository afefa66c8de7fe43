"""The card of a party: the invitation that everybody sees, drawn from its state each time, and who comes."""

from __future__ import annotations

from datetime import datetime

import discord
from discord import ui

from bot.domain.cities import NEW_YORK, PARIS
from bot.domain.party import AHEAD, CURRENT, Mirror, Party, Rsvp, SeatStatus, State, roles_of
from bot.domain.playback import Stored
from bot.domain.walltime import clocks_change
from bot.services.parties.values import Answered, PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.links import jump
from cogs.ui.kit.panel import Item
from cogs.ui.parties.clock_panel import GREEN, GREY, clock_lines, for_everybody, is_running
from cogs.ui.parties.controls import AnswerButton, MoreButton, WhoButton
from cogs.ui.parties.ending import after
from cogs.ui.parties.text import cities, heading, hosts, names, note, rhythm, where

PAGE = 40
_ANSWERS = (
    (Rsvp.GOING, discord.ButtonStyle.success),
    (Rsvp.MAYBE, discord.ButtonStyle.secondary),
    (Rsvp.NO, discord.ButtonStyle.secondary),
)


def place_line(found: Answered, words: Words) -> str:
    """Where the member stands after their answer."""
    if found.place is SeatStatus.LINE:
        return words("party-you-wait", before=found.waiting)
    if found.place is SeatStatus.OFFER:
        return words("party-you-are-offered", until=stamp(found.offer_until or found.party.starts_at, "t"))
    return words("party-you-come") if found.place is SeatStatus.SEAT else words("party-you-do-not")


def card(view: PartyView, words: Words, now: datetime, *, controls: bool = True) -> ui.LayoutView:
    """The card in whatever state the party is at `now`."""
    items = body(view, words, now) + (_controls(view, words, now) if controls else [])
    return panel.stack([panel.box(*items, colour=_colour(view, now))])


def body(view: PartyView, words: Words, now: datetime) -> list[Item]:
    """The card without its buttons."""
    party = view.party
    lines = [f"## {words(f'party-title-{party.state.value}', name=heading(view, words))}"]
    if party.state is State.CANCELLED:
        lines.append(words(f"party-why-{party.ended or 'host'}", count=party.minimum or 0))
    if party.state is State.LIVE and view.clock is not None:
        lines += clock_lines(view, view.clock, words, now)
    else:
        lines.append(f"**{stamp(party.starts_at)}** · {stamp(party.starts_at, 'R')}")
        lines.append(f"-# {cities(party.starts_at, words)}")
    lines.append(f"-# {where(party, words)} · {hosts(party, words)}")
    if view.note is not None:
        lines.append(note(view.note))
    items: list[Item] = [panel.text("\n".join(lines))]
    names_everybody = party.state is State.LIVE and view.clock is not None and view.clock.stored is Stored.READY
    if party.state is not State.CANCELLED and not names_everybody:
        items += [panel.rule(), panel.text(_people(view, words))]
    if small := _small(view, words):
        items.append(panel.text("\n".join(f"-# {line}" for line in small)))
    return items


def _people(view: PartyView, words: Words) -> str:
    """Who comes, who may, who waits."""
    party = view.party
    seated = view.holding(SeatStatus.SEAT)
    if party.state is State.DRAFT:
        return words("party-seats", seats=party.seats or 0)
    if party.state is State.OVER:
        return words("party-was" if seated else "party-nobody-came")
    count = words("party-coming", count=len(seated), seats=party.seats or 0, limited=int(party.seats is not None))
    lines = [f"✅ **{count}** {names(seated, words)}" if seated else f"✅ **{count}**"]
    waiting = view.holding(SeatStatus.OFFER, SeatStatus.LINE)
    if waiting:
        lines.append(f"⏳ **{words('party-waiting', count=len(waiting))}** {names(waiting, words)}")
    maybe = [person for person in view.people if person.answer is Rsvp.MAYBE]
    if maybe:
        lines.append(f"❔ **{words('party-maybe', count=len(maybe))}** {names(maybe, words)}")
    absent = sum(person.answer is Rsvp.NO for person in view.people)
    if absent:
        lines.append(f"-# {words('party-absent', count=absent)}")
    return "\n".join(lines)


def _small(view: PartyView, words: Words) -> list[str]:
    """The small print: limits, the series, what could not be done."""
    party, lines = view.party, list[str]()
    if party.state in (*AHEAD, State.DRAFT):
        if party.role_ids:
            lines.append(words("party-only-for", roles=roles_of(party)))
        if party.closes_at is not None:
            lines.append(words("party-closes", until=stamp(party.closes_at, "f")))
        if party.minimum is not None and party.minimum_at is not None:
            lines.append(words("party-minimum", count=party.minimum, until=stamp(party.minimum_at, "t")))
    if view.rule is not None and party.state in (*CURRENT, State.DRAFT):
        lines.append(words("party-series-line", rhythm=rhythm(view.rule, words)))
        if view.following and party.state is not State.DRAFT:  # the preview lists every evening
            lines.append(words("party-then", days=", ".join(stamp(each.instant, "d") for each in view.following)))
        if any(clocks_change(at, view.rule.zone) for at in (party.starts_at, *(f.instant for f in view.following))):
            lines.append(words("party-policy"))
    if party.mirror in (Mirror.REFUSED, Mirror.FULL) and party.state in AHEAD:
        lines.append(words(f"party-mirror-{party.mirror}"))
    return lines


def _controls(view: PartyView, words: Words, now: datetime) -> list[Item]:
    party = view.party
    more = MoreButton.draw(words("party-more"), emoji="⚙️", party_id=party.id)
    if party.state in AHEAD:
        answers = [
            AnswerButton.draw(words(f"party-answer-{what.value}"), style=style, answer=what.value, party_id=party.id)
            for what, style in _ANSWERS
        ]
        return [*panel.rows(answers), *panel.rows([more])]
    if party.state is State.LIVE:
        thread = None
        if party.thread_id is not None:
            thread = panel.link(words("party-to-thread"), jump(party.guild_id, party.thread_id))
        return [*panel.rows(for_everybody(view, words, now)), *panel.rows([*([thread] if thread else []), more])]
    if party.state is State.OVER:
        return after(view, words)
    return [*panel.rows([more])] if party.starts_at > now else []


def _colour(view: PartyView, now: datetime) -> discord.Colour:
    """The city on whose clock the party is; green while it plays, grey when nothing comes any more."""
    if view.party.state in (State.CANCELLED, State.OVER):
        return GREY
    if view.party.state is State.LIVE and is_running(view, now):
        return GREEN
    return city_colour(view.party)


def city_colour(party: Party) -> discord.Colour:
    """New York's colour, Paris's, or that of neither."""
    return {NEW_YORK: panel.NEW_YORK, PARIS: panel.PARIS}.get(party.zone, panel.GOLD)


def who(view: PartyView, words: Words, *, page: int) -> ui.LayoutView:
    """Everybody who answered, `PAGE` at a time, by what they said."""
    people = [
        *view.holding(SeatStatus.SEAT),
        *view.holding(SeatStatus.OFFER),
        *view.holding(SeatStatus.LINE),
        *(person for person in view.people if person.place is SeatStatus.NONE and person.answer is Rsvp.MAYBE),
        *(person for person in view.people if person.place is SeatStatus.NONE and person.answer is not Rsvp.MAYBE),
    ]
    pages = max(1, -(-len(people) // PAGE))
    page = min(page, pages - 1)
    groups: dict[str, list[str]] = {}
    for person in people[page * PAGE : (page + 1) * PAGE]:
        kind = person.place.value if person.place is not SeatStatus.NONE else person.answer.value
        mark = f"<@{person.user_id}>"
        groups.setdefault(kind, []).append(words("party-late-name", name=mark) if person.answer is Rsvp.LATE else mark)
    lines = [f"**{words(f'party-who-{kind}')}** {', '.join(marks)}" for kind, marks in groups.items()]
    text = "\n".join(lines) or words("party-nobody-yet")
    turn: list[Item] = []
    if pages > 1:
        turn = [
            WhoButton.draw("◀", disabled=page == 0, party_id=view.party.id, page=max(page - 1, 0)),
            WhoButton.draw("▶", disabled=page + 1 == pages, party_id=view.party.id, page=min(page + 1, pages)),
        ]
    foot = f"\n-# {words('party-page', page=page + 1, pages=pages)}" if pages > 1 else ""
    title = panel.text(f"### {heading(view, words)}\n{text}{foot}")
    return panel.stack([panel.box(title, *panel.rows(turn))])
