"""A member's own panel for one party: what they said, and whatever is done less often than answering."""

from __future__ import annotations

from datetime import datetime, timedelta

from discord import ui

from bot.domain.party import AHEAD, Party, Person, ReminderChoice, Rsvp, SeatStatus, State
from bot.services.parties.values import Answered, PartyView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
from cogs.ui.parties.card import city_colour, place_line
from cogs.ui.parties.controls import (
    AnswerButton,
    CalendarButton,
    ComeToAllButton,
    HostButton,
    ManageButton,
    RemindersButton,
    WhoButton,
)
from cogs.ui.parties.text import heading
from cogs.ui.progress import TellButton
from cogs.ui.recaps import recap_button


def more(
    view: PartyView, user_id: int, choice: ReminderChoice, words: Words, *, now: datetime, manages: bool
) -> ui.LayoutView:
    """The panel at `now` (aware). `manages`: the member is a host, or may manage events."""
    party = view.party
    me = next((person for person in view.people if person.user_id == user_id), None)
    lines = [f"### {heading(view, words)}", f"**{my_state(view, me, words)}**"]
    if me is not None and me.place is SeatStatus.SEAT and party.state in AHEAD:
        reminded = reminder_line(choice, party.starts_at - now, words)
        lines += [f"-# {reminded}"] if reminded else []
    lines.append(f"{stamp(party.starts_at)} · {stamp(party.starts_at, 'R')}")
    buttons: list[Item] = []
    if party.state in AHEAD and (me is None or me.answer is not Rsvp.LATE):
        label = words("party-answer-late")
        buttons.append(AnswerButton.draw(label, emoji="🕐", answer=Rsvp.LATE.value, party_id=party.id))
    if view.rule is not None and party.state in AHEAD:
        all_of_them = user_id in view.regulars
        label = words("party-not-to-all" if all_of_them else "party-to-all")
        buttons.append(ComeToAllButton.draw(label, emoji="🔁", party_id=party.id, on=int(not all_of_them)))
    if party.state in AHEAD:
        buttons.append(RemindersButton.draw(words("party-reminders"), emoji="🔔"))
        buttons.append(CalendarButton.draw(words("party-calendar"), emoji="📅", party_id=party.id))
    buttons.append(WhoButton.draw(words("party-who"), emoji="👥", party_id=party.id, page=-1))
    if manages and party.state is State.LIVE:
        buttons.append(HostButton.draw(words("party-host-controls"), emoji="🎛️", party_id=party.id))
    if manages and party.state is not State.OVER:
        buttons.append(ManageButton.draw(words("party-manage"), emoji="🛠️", party_id=party.id))
    items = [panel.text("\n".join(lines)), *panel.rows(buttons)]
    return panel.stack([panel.box(*items, colour=city_colour(party))])


def welcome(
    party: Party, answered: Answered, choice: ReminderChoice, words: Words, *, now: datetime, progress: int
) -> ui.LayoutView:
    """Right after "Going", at `now` (aware): the seat, the reminders, and the way to the episodes before the party.
    `progress`: the last episode that the member has told of."""
    lines = [f"**{place_line(answered, words)}**"]
    if answered.place is SeatStatus.SEAT and (reminded := reminder_line(choice, party.starts_at - now, words)):
        lines.append(f"-# {reminded}")
    buttons: list[Item] = []
    to_go = party.first_episode - 1 - progress
    if to_go > 0 and party.starts_at > now:
        lines.append(words("party-behind", count=to_go, soon=stamp(party.starts_at, "R")))
        buttons.append(recap_button(progress + 1, words, named=True))
        buttons.append(TellButton.draw(words("party-seen-it", count=to_go), episode=party.first_episode - 1))
    buttons.append(RemindersButton.draw(words("party-reminders"), emoji="🔔"))
    return panel.stack([panel.box(panel.text("\n".join(lines)), *panel.rows(buttons))])


def my_state(view: PartyView, me: Person | None, words: Words) -> str:
    """What the member said, and what they hold."""
    if me is None:
        return words("party-me-nothing")
    if me.place is SeatStatus.LINE:
        before = sum(other.turn < me.turn for other in view.holding(SeatStatus.LINE))
        return words("party-you-wait", before=before)
    if me.place is SeatStatus.OFFER:
        return words("party-you-are-offered", until=stamp(me.offer_until or view.party.starts_at, "t"))
    if me.place is SeatStatus.SEAT:
        return words("party-me-late" if me.answer is Rsvp.LATE else "party-you-come")
    return words("party-me-maybe" if me.answer is Rsvp.MAYBE else "party-me-no")


def reminder_line(choice: ReminderChoice, left: timedelta, words: Words) -> str | None:
    """When and where the member is still reminded, `left` before the start; None when all of it is past."""
    if not choice.minutes:
        return words("party-me-no-reminder")
    ahead = [number for number in sorted(choice.minutes, reverse=True) if timedelta(minutes=number) < left]
    times = ", ".join(words("party-before", minutes=number) for number in ahead)
    return words("party-me-reminded", times=times, direct=int(choice.direct)) if ahead else None
