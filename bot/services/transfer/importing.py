"""From the form of an export to values of this server: unknown places and roles left out, ids kept or derived."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.club import Club, ClubState
from bot.domain.guild_settings import GuildSettings
from bot.domain.member_text import WHOLE_SERVER, Channel, MemberText
from bot.domain.own_question import OwnQuestion
from bot.domain.party import Mirror, Party, State
from bot.domain.poll import Option, Poll, PollState
from bot.domain.series import Rule, Series, SeriesState
from bot.domain.server_note import ServerNote
from bot.domain.visibility import LAST_EPISODE
from bot.services.transfer import form
from bot.services.transfer.form import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What exists on the server of an import: its channels and threads, its roles, and where its author is."""

    channels: frozenset[int]
    roles: frozenset[int]
    channel_id: int


def ids_of(document: Document, guild_id: int) -> Callable[[str], int]:
    """From the ids of a document to those that its records have on this server."""
    if int(document.server.id) == guild_id:
        return int

    def derived(foreign: str) -> int:
        digest = hashlib.sha256(f"{guild_id}/{document.server.id}/{foreign}".encode()).digest()
        return int.from_bytes(digest[:8], "big") >> 2 | 1

    return derived


def settings_of(document: Document, old: GuildSettings, here: Here) -> GuildSettings:
    """The settings after the import; a channel that does not exist here leaves the old choice alone."""
    new = document.settings

    def channel(wanted: str | None, before: int | None) -> int | None:
        return before if wanted is None or int(wanted) not in here.channels else int(wanted)

    return replace(
        old,
        locale=new.locale,
        zone=new.zone,
        horizon=new.horizon,
        titles_shown=new.titles_shown,
        host_role_ids=frozenset(map(int, new.host_role_ids)) & here.roles or old.host_role_ids,
        log_channel_id=channel(new.log_channel_id, old.log_channel_id),
        party_channel_id=channel(new.party_channel_id, old.party_channel_id),
        poll_channel_id=channel(new.poll_channel_id, old.poll_channel_id),
        announce=new.announce,
    )


def _place(channel: str, parent: str | None, message: str | None, here: Here) -> tuple[int, int | None, int | None]:
    """Channel, parent and message, if the channel is of this server; else where the author is, without a message."""
    if int(channel) in here.channels:
        return int(channel), _known(parent, here.channels), None if message is None else int(message)
    return here.channel_id, None, None


def _known(written: str | None, known: Collection[int]) -> int | None:
    return int(written) if written is not None and int(written) in known else None


def note_of(each: form.NoteForm, note_id: int, guild_id: int) -> ServerNote:
    level = max(each.said, each.level)
    return ServerNote(
        id=note_id,
        guild_id=guild_id,
        about=each.about,
        text=MemberText(each.text, level, WHOLE_SERVER),
        said=each.said,
        link=each.link,
        until=each.until,
        author_id=0,
    )


def question_of(each: form.QuestionForm, question_id: int, guild_id: int) -> OwnQuestion:
    level = max(each.said, each.level)
    question = MemberText(each.question, level, WHOLE_SERVER)
    return OwnQuestion(
        id=question_id,
        guild_id=guild_id,
        author_id=0,
        question=question,
        answers=tuple(map(question.reworded, each.answers)),
        explanation=None if each.explanation is None else question.reworded(each.explanation),
        said=each.said,
        active=each.active,
    )


def poll_of(each: form.PollForm, poll_id: int, guild_id: int, here: Here) -> Poll:
    channel_id, parent_id, message_id = _place(each.channel_id, each.parent_id, each.message_id, here)
    # An older document does not say what the words spoil: then they are for those who have seen everything.
    unsaid = each.gate if each.preset_id is not None else LAST_EPISODE
    level = max(each.gate, unsaid if each.level is None else each.level)
    question = MemberText(each.question, level, Channel(channel_id, parent_id))
    return Poll(
        id=poll_id,
        guild_id=guild_id,
        channel_id=channel_id,
        parent_id=parent_id,
        message_id=message_id,
        author_id=int(each.author_id or 0),
        locale=each.locale,
        preset_id=each.preset_id,
        arc=each.arc,
        question=question,
        answers=tuple(
            Option(
                label=question.reworded(answer.label), preset=answer.preset, side=answer.side, added_at=answer.added_at
            )
            for answer in each.answers
        ),
        most=each.most,
        results=each.results,
        anonymous=each.anonymous,
        gate=each.gate,
        role_ids=frozenset(map(int, each.role_ids)) & here.roles,
        opened_at=each.opened_at,
        closes_at=None,
        closed_at=each.closed_at or each.closes_at or each.opened_at,
        state=PollState.CLOSED,
        round=0,
        announced_at=None,
        result_message_id=None,
    )


def series_of(each: form.SeriesForm, series_id: int, guild_id: int, here: Here) -> Series:
    return Series(
        id=series_id,
        guild_id=guild_id,
        channel_id=_place(each.channel_id, None, None, here)[0],
        host_id=int(each.host_id or 0),
        rule=Rule(
            zone=each.zone,
            first_day=each.first_day,
            at=each.at,
            every=each.every,
            step=each.step,
            weekdays=frozenset(each.weekdays),
            nth=each.nth,
            until=each.until,
            times=each.times,
            skips=frozenset(each.skips),
        ),
        last_episode=each.last_episode,
        made=each.made,
        past=each.past,
        sequence=each.sequence,
        state=SeriesState.OPEN,
        per_evening=each.per_evening,
    )


def club_of(each: form.ClubForm, new_id: Callable[[str], int], guild_id: int, here: Here) -> Club:
    """A club whose board has yet to be posted here."""
    return Club(
        id=new_id(each.id),
        guild_id=guild_id,
        channel_id=_place(each.channel_id, None, None, here)[0],
        host_id=int(each.host_id or 0),
        series_id=new_id(each.series_id),
        room_place_id=_known(each.room_place_id, here.channels),
        locale=each.locale,
        state=ClubState.OPEN,
        pieces=frozenset(each.pieces),
    )


def party_of(each: form.PartyForm, new_id: Callable[[str], int], guild_id: int, here: Here, *, linked: bool) -> Party:
    channel_id, _, message_id = _place(each.channel_id, None, each.message_id, here)
    same = new_id(each.id) == int(each.id)
    return Party(
        id=new_id(each.id),
        guild_id=guild_id,
        channel_id=channel_id,
        host_id=int(each.host_id or 0),
        cohost_ids=frozenset(map(int, each.cohost_ids)),
        series_id=new_id(each.series_id) if each.series_id is not None and linked else None,
        occurrence=each.occurrence if linked else None,
        first_episode=each.first_episode,
        last_episode=each.last_episode,
        starts_at=each.starts_at,
        zone=each.zone,
        voice_id=_known(each.voice_id, here.channels),
        seats=each.seats,
        note=None if each.note is None else MemberText(each.note, each.note_level, Channel(channel_id)),
        call_role_id=None,
        seat_role_id=None,
        closes_at=each.closes_at,
        minimum=each.minimum,
        minimum_at=each.minimum_at,
        length_minutes=each.length_minutes,
        state=State(each.state),
        ended=None,
        sequence=each.sequence,
        news=None,
        message_id=message_id if same else None,
        thread_id=_known(each.thread_id, here.channels),
        event_id=int(each.event_id) if same and each.event_id is not None else None,
        mirror=Mirror.ON if each.mirrored else Mirror.OFF,
        wait_pauses=each.wait_pauses,
        locale=each.locale,
        reminded_to=each.starts_at,
        role_ids=frozenset(map(int, each.role_ids)) & here.roles,
    )


def as_of(party: Party, now: datetime) -> Party:
    """The party as it is stored at `now`: what has begun meanwhile is over, and reminders begin anew."""
    party = replace(party, reminded_to=now)
    if party.state is State.LIVE or (party.state in (State.OPEN, State.PLANNED) and party.starts_at <= now):
        return replace(party, state=State.OVER)
    return party
