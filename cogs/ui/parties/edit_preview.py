"""A change before it happens: what is now, what would be, what it clashes with and who is told; and which moment was
meant, where what was typed can mean several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import discord
from discord import ui

from bot.domain.party import Mirror, Party, State, roles_of
from bot.services.parties.values import Proposal
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
from cogs.ui.parties.controls import ApplyEditButton, DropEditButton
from cogs.ui.parties.preview import CLASHES, clash_line
from cogs.ui.parties.text import cities, city, episodes, note, wall_time

MOST_READINGS = 10


def edit_preview(proposal: Proposal, words: Words) -> ui.LayoutView:
    """Old and new, for whoever asked for the change alone."""
    before, after = proposal.before, proposal.after
    lines = [f"### {words('party-edit-question', name=episodes(before, words))}", *changes(proposal, words)]
    if after.starts_at != before.starts_at:
        lines.append(f"-# {cities(after.starts_at, words)}")
    if proposal.along:
        lines.append(words("party-edit-along", count=proposal.along))
    if proposal.dropped:
        lines.append(words("party-edit-dropped-count", count=proposal.dropped))
    if after.channel_id != before.channel_id and before.state is State.OPEN:
        lines.append(f"-# {words('party-edit-channel-note')}")
    lines += [clash_line(clash, words) for clash in proposal.clashes[:CLASHES]]
    if proposal.told:
        lines.append(words("party-edit-told", count=proposal.told))
    yes = ApplyEditButton.draw(words("party-edit-apply"), style=discord.ButtonStyle.success, edit_id=proposal.id)
    no = DropEditButton.draw(words("party-edit-drop"), edit_id=proposal.id)
    return panel.stack([panel.box(panel.text("\n".join(lines)), panel.row(yes, no))])


def changes(proposal: Proposal, words: Words) -> list[str]:
    """One line for each thing that changes: what it is now, what it would be."""
    before, after = proposal.before, proposal.after
    pairs = [
        ("start", f"{stamp(before.starts_at)}", f"{stamp(after.starts_at)} · {stamp(after.starts_at, 'R')}"),
        ("episode", episodes(before, words), episodes(after, words)),
        ("seats", _seats(before, words), _seats(after, words)),
        ("length", _minutes(before.length_minutes, words), _minutes(after.length_minutes, words)),
        ("channel", f"<#{before.channel_id}>", f"<#{after.channel_id}>"),
        ("voice", _mark(before.voice_id, "#", words), _mark(after.voice_id, "#", words)),
        ("roles", roles_of(before) or words("party-everybody"), roles_of(after) or words("party-everybody")),
        ("call", _mark(before.call_role_id, "@&", words), _mark(after.call_role_id, "@&", words)),
        ("seat-role", _mark(before.seat_role_id, "@&", words), _mark(after.seat_role_id, "@&", words)),
        ("closes", _closes(before, words), _closes(after, words)),
        ("minimum", str(before.minimum or words("party-none")), str(after.minimum or words("party-none"))),
        ("event", _yes(before.mirror is not Mirror.OFF, words), _yes(after.mirror is not Mirror.OFF, words)),
        ("wait", _yes(before.wait_pauses, words), _yes(after.wait_pauses, words)),
        ("hosts", _people(before, words), _people(after, words)),
    ]
    lines = [words(f"party-edit-{kind}-was", old=old, new=new) for kind, old, new in pairs if _differs(kind, proposal)]
    if before.note != after.note:
        lines.append(words("party-edit-note-new" if after.note is not None else "party-edit-note-gone"))
        if proposal.note_after is not None:
            lines.append(note(proposal.note_after))
        if proposal.note_spoils:
            lines.append(words("party-note-spoils", episode=proposal.note_spoils))
    return lines


def _differs(kind: str, proposal: Proposal) -> bool:
    before, after = proposal.before, proposal.after
    return {
        "start": before.starts_at != after.starts_at,
        "episode": before.episodes != after.episodes,
        "seats": before.seats != after.seats,
        "length": before.length_minutes != after.length_minutes,
        "channel": before.channel_id != after.channel_id,
        "roles": before.role_ids != after.role_ids,
        "voice": before.voice_id != after.voice_id,
        "call": before.call_role_id != after.call_role_id,
        "seat-role": before.seat_role_id != after.seat_role_id,
        "closes": _closing(before) != _closing(after),
        "minimum": before.minimum != after.minimum,
        "event": (before.mirror is Mirror.OFF) is not (after.mirror is Mirror.OFF),
        "wait": before.wait_pauses != after.wait_pauses,
        "hosts": before.cohost_ids != after.cohost_ids,
    }[kind]


def ask_start(starts: Sequence[datetime], zone: str, buttons: Sequence[Item], words: Words) -> ui.LayoutView:
    """Which of these moments was meant? What else was typed is kept. `zone`: on whose clock they are named below."""
    lines = moments(starts, zone, words("party-read-there", city=city(zone)), words)
    return panel.stack([panel.box(panel.text("\n".join(lines)), *panel.rows(buttons, width=2))])


def moments(starts: Sequence[datetime], zone: str, read_there: str, words: Words) -> list[str]:
    """The lines of the question: each moment on the clock of `zone`, for whoever reads it, and in both cities."""
    return [
        f"### {words('party-which-moment')}",
        read_there,
        *(
            f"**{number}.** {wall_time(start, zone, words)} · {stamp(start, 'R')}\n-# {cities(start, words)}"
            for number, start in enumerate(starts[:MOST_READINGS], start=1)
        ),
    ]


def reading_label(start: datetime, zone: str, words: Words) -> str:
    """A moment as people say it, on the clock of a zone."""
    return wall_time(start, zone, words)[:80]


def _closing(party: Party) -> object:
    return None if party.closes_at is None else party.starts_at - party.closes_at


def _seats(party: Party, words: Words) -> str:
    return words("party-seats", seats=party.seats or 0)


def _minutes(minutes: int | None, words: Words) -> str:
    return words("party-none") if minutes is None else words("party-minutes", count=minutes)


def _mark(found: int | None, kind: str, words: Words) -> str:
    return words("party-none") if found is None else f"<{kind}{found}>"


def _closes(party: Party, words: Words) -> str:
    return words("party-none") if party.closes_at is None else stamp(party.closes_at, "f")


def _yes(value: bool, words: Words) -> str:
    return words("party-yes" if value else "party-no")


def _people(party: Party, words: Words) -> str:
    return ", ".join(f"<@{user_id}>" for user_id in sorted(party.cohost_ids)) or words("party-none")
