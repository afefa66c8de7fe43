"""The card of a party: the invitation that everybody sees, drawn from its state each time, and who comes."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.party import AHEAD, CURRENT, Answer, Place, State
from bot.services.parties.values import Answered, PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.links import jump
from cogs.ui.kit.panel import Item
from cogs.ui.parties.controls import (
    AnswerButton,
    CalendarButton,
    ManageButton,
    ReadyButton,
    RemindersButton,
    WhereButton,
    WhoButton,
)
from cogs.ui.parties.ending import after
from cogs.ui.parties.text import heading, hosts, names, note, rhythm, when, where

PAGE = 40
GREY = discord.Colour(0x6B6F76)
_ANSWERS = (
    (Answer.GOING, discord.ButtonStyle.success),
    (Answer.LATE, discord.ButtonStyle.secondary),
    (Answer.MAYBE, discord.ButtonStyle.secondary),
    (Answer.NO, discord.ButtonStyle.secondary),
)


def place_line(found: Answered, words: Words) -> str:
    """Where the member stands after their answer."""
    if found.place is Place.LINE:
        return words("party-you-wait", before=found.waiting)
    if found.place is Place.OFFER:
        return words("party-you-are-offered", until=stamp(found.offer_until or found.party.starts_at, "t"))
    return words("party-you-come") if found.place is Place.SEAT else words("party-you-do-not")


def card(view: PartyView, words: Words, *, controls: bool = True) -> ui.LayoutView:
    """The card in whatever state the party is."""
    return panel.stack(
        [panel.box(*body(view, words), *(_controls(view, words) if controls else []), colour=_colour(view))]
    )


def body(view: PartyView, words: Words) -> list[Item]:
    """The card without its buttons."""
    party = view.party
    lines = [f"### {words(f'party-title-{party.state.value}', name=heading(view, words))}"]
    if party.state is State.CANCELLED:
        lines.append(words(f"party-why-{party.ended or 'host'}", count=party.minimum or 0))
    lines.append(when(party, words))
    lines.append(f"{where(party, words)} · {hosts(party, words)}")
    if view.note is not None:
        lines.append(note(view.note))
    items: list[Item] = [panel.text("\n".join(lines))]
    if party.state is not State.CANCELLED:
        items += [panel.rule(), panel.text(_people(view, words))]
    if small := _small(view, words):
        items.append(panel.text("\n".join(f"-# {line}" for line in small)))
    return items


def _people(view: PartyView, words: Words) -> str:
    """Who comes, who may, who waits."""
    party = view.party
    seated = view.holding(Place.SEAT)
    if party.state is State.DRAFT:
        return words("party-seats", seats=party.seats or 0)
    if party.state is State.OVER:
        return words("party-was" if seated else "party-nobody-came")
    count = words("party-coming", count=len(seated), seats=party.seats or 0, limited=int(party.seats is not None))
    lines = [f"**{count}** {names(seated, words)}" if seated else f"**{count}**"]
    maybe = [person for person in view.people if person.answer is Answer.MAYBE]
    if maybe:
        lines.append(f"**{words('party-maybe', count=len(maybe))}** {names(maybe, words)}")
    waiting = view.holding(Place.OFFER, Place.LINE)
    if waiting:
        lines.append(f"**{words('party-waiting', count=len(waiting))}** {names(waiting, words)}")
    absent = sum(person.answer is Answer.NO for person in view.people)
    if absent:
        lines.append(f"-# {words('party-absent', count=absent)}")
    return "\n".join(lines)


def _small(view: PartyView, words: Words) -> list[str]:
    """The small print: limits, the series, what could not be done."""
    party, lines = view.party, list[str]()
    if party.state in AHEAD:
        if party.closes_at is not None:
            lines.append(words("party-closes", until=stamp(party.closes_at, "f")))
        if party.minimum is not None and party.minimum_at is not None:
            lines.append(words("party-minimum", count=party.minimum, until=stamp(party.minimum_at, "t")))
    if view.rule is not None and party.state in (*CURRENT, State.DRAFT):
        lines.append(words("party-series-line", rhythm=rhythm(view.rule, words)))
        if view.following:
            lines.append(words("party-then", days=", ".join(stamp(each.instant, "d") for each in view.following)))
        lines.append(words("party-policy"))
    if party.mirror in ("refused", "full") and party.state in AHEAD:
        lines.append(words(f"party-mirror-{party.mirror}"))
    return lines


def _controls(view: PartyView, words: Words) -> list[Item]:
    party = view.party
    who_comes = WhoButton.draw(words("party-who"), party_id=party.id, page=-1)
    if party.state in AHEAD:
        answers = [
            AnswerButton.draw(words(f"party-answer-{what.value}"), style=style, answer=what.value, party_id=party.id)
            for what, style in _ANSWERS
        ]
        more = [
            who_comes,
            RemindersButton.draw(words("party-reminders")),
            CalendarButton.draw(words("party-calendar"), party_id=party.id),
            ManageButton.draw(words("party-manage"), party_id=party.id),
        ]
        return [*panel.rows(answers), *panel.rows(more)]
    if party.state is State.LIVE:
        buttons: list[Item] = [
            ReadyButton.draw(words("party-ready"), style=discord.ButtonStyle.success, party_id=party.id),
            WhereButton.draw(words("party-where"), style=discord.ButtonStyle.primary, party_id=party.id),
            who_comes,
        ]
        if party.thread_id is not None:
            buttons.append(panel.link(words("party-to-thread"), jump(party.guild_id, party.thread_id)))
        return [*panel.rows(buttons)]
    if party.state is State.OVER:
        return after(view, words)
    return []


def _colour(view: PartyView) -> discord.Colour:
    return GREY if view.party.state in (State.CANCELLED, State.OVER) else panel.GOLD


def who(view: PartyView, words: Words, *, page: int) -> ui.LayoutView:
    """Everybody who answered, `PAGE` at a time, by what they said."""
    people = [
        *view.holding(Place.SEAT),
        *view.holding(Place.OFFER),
        *view.holding(Place.LINE),
        *(person for person in view.people if person.place is Place.NONE and person.answer is Answer.MAYBE),
        *(person for person in view.people if person.place is Place.NONE and person.answer is not Answer.MAYBE),
    ]
    pages = max(1, -(-len(people) // PAGE))
    page = min(page, pages - 1)
    groups: dict[str, list[str]] = {}
    for person in people[page * PAGE : (page + 1) * PAGE]:
        kind = person.place.value if person.place is not Place.NONE else person.answer.value
        mark = f"<@{person.user_id}>"
        groups.setdefault(kind, []).append(
            words("party-late-name", name=mark) if person.answer is Answer.LATE else mark
        )
    lines = [f"**{words(f'party-who-{kind}')}** {', '.join(marks)}" for kind, marks in groups.items()]
    text = "\n".join(lines) or words("party-nobody-yet")
    turn: list[Item] = []
    if pages > 1:
        turn = [
            WhoButton.draw("◀", disabled=page == 0, party_id=view.party.id, page=max(page - 1, 0)),
            WhoButton.draw("▶", disabled=page + 1 == pages, party_id=view.party.id, page=min(page + 1, pages)),
        ]
    sheet = words("party-page", page=page + 1, pages=pages) if pages > 1 else ""
    return panel.stack(
        [
            panel.box(
                panel.text(f"### {heading(view, words)}\n{text}" + (f"\n-# {sheet}" if sheet else "")),
                *panel.rows(turn),
            )
        ]
    )
