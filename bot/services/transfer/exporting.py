"""From a server's records to the form of an export."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from datetime import datetime

from bot.domain.club import Club
from bot.domain.own_question import OwnQuestion
from bot.domain.party import Mirror, Party
from bot.domain.poll import Poll, PollState, hidden
from bot.domain.series import Series
from bot.domain.server_note import ServerNote
from bot.domain.tally import Tallies, arc_of
from bot.domain.visibility import LAST_EPISODE
from bot.services.transfer import form
from bot.services.transfer.form import Document
from bot.store.transfer import Stored


def document_of(guild_id: int, found: Stored, now: datetime) -> Document:
    settings = found.settings
    series_ids = {series.id for series in found.series[: form.MOST_SERIES]}
    return Document(
        format=form.FORMAT,
        version=form.VERSION,
        exported_at=now,
        server=form.ServerForm(id=str(guild_id)),
        settings=form.SettingsForm(
            locale=settings.locale,
            zone=settings.zone,
            horizon=settings.horizon,
            titles_shown=settings.titles_shown,
            host_role_ids=tuple(map(str, sorted(settings.host_role_ids))),
            log_channel_id=_text(settings.log_channel_id),
            party_channel_id=_text(settings.party_channel_id),
            poll_channel_id=_text(settings.poll_channel_id),
            announce=settings.announce,
        ),
        horizons=tuple(
            form.HorizonForm(channel_id=str(channel_id), horizon=horizon)
            for channel_id, horizon in list(found.horizons.items())[: form.MOST_HORIZONS]
        ),
        polls=tuple(_poll_form(poll, found.tallies[poll.id]) for poll in found.polls[: form.MOST_POLLS]),
        series=tuple(_series_form(series) for series in found.series[: form.MOST_SERIES]),
        parties=tuple(_party_form(party, found.coming.get(party.id, 0), series_ids) for party in found.parties),
        notes=tuple(map(_note_form, found.notes)),
        questions=tuple(map(_question_form, found.questions)),
        clubs=tuple(_club_form(club) for club in found.clubs if club.series_id in series_ids),
    )


def _text(number: int | None) -> str | None:
    return None if not number else str(number)


def _typeable(text: str) -> str:
    """Members' text without what the form refuses."""
    kept = (
        " " if unicodedata.category(character) in {"Cc", "Cs"} and character != "\n" else character
        for character in text
    )
    return "".join(kept).strip()


def _note_form(note: ServerNote) -> form.NoteForm:
    return form.NoteForm(
        id=str(note.id),
        about=note.about,
        text=_typeable(note.text.to_store()),
        said=note.said,
        level=note.text.level,
        link=note.link,
        until=note.until,
    )


def _question_form(own: OwnQuestion) -> form.QuestionForm:
    return form.QuestionForm(
        id=str(own.id),
        question=_typeable(own.question.to_store()),
        answers=tuple(_typeable(answer.to_store()) for answer in own.answers),
        explanation=None if own.explanation is None else _typeable(own.explanation.to_store()) or None,
        said=own.said,
        level=own.level,
        active=own.active,
    )


def _club_form(club: Club) -> form.ClubForm:
    return form.ClubForm(
        id=str(club.id),
        channel_id=str(club.channel_id),
        host_id=_text(club.host_id),
        series_id=str(club.series_id),
        room_place_id=_text(club.room_place_id),
        locale=club.locale,
        pieces=tuple(sorted(club.pieces)),
    )


def _poll_form(poll: Poll, tallies: Tallies) -> form.PollForm:
    return form.PollForm(
        id=str(poll.id),
        channel_id=str(poll.channel_id),
        parent_id=_text(poll.parent_id),
        message_id=_text(poll.message_id),
        author_id=_text(poll.author_id),
        locale=poll.locale,
        preset_id=poll.preset_id,
        arc=poll.arc,
        question=_typeable(poll.question.to_store()),
        answers=tuple(
            form.AnswerForm(
                label=_typeable(answer.label.to_store()),
                preset=answer.preset,
                side=answer.side,
                added_at=answer.added_at,
            )
            for answer in poll.answers
        ),
        most=min(poll.most, len(poll.answers)),
        results=poll.results,
        anonymous=poll.anonymous,
        gate=poll.gate,
        level=poll.question.level,
        role_ids=tuple(map(str, sorted(poll.role_ids)))[:25],
        opened_at=poll.opened_at,
        closes_at=poll.closes_at,
        closed_at=poll.closed_at,
        tallies=_tally_forms(poll, tallies),
    )


def _tally_forms(poll: Poll, tallies: Tallies) -> tuple[form.TallyForm, ...] | None:
    """The counts that anybody may see: an export is no way around what the poll hides, even from its author."""
    shown = dict(tallies)
    if poll.arc:
        if poll.state == PollState.OPEN and poll.results != "live":
            return None
        shown = {}
        for point in arc_of(tallies, upto=LAST_EPISODE).known:
            if point.newcomers is not None and point.returning is not None:
                shown[point.episode, True], shown[point.episode, False] = point.newcomers, point.returning
            elif point.tally is not None:
                shown[point.episode, False] = point.tally
    else:
        voters = sum(tally.voters for tally in tallies.values())
        if hidden(poll, voted=False, voters=voters, level=LAST_EPISODE) is not None:
            return None
    return tuple(
        form.TallyForm(
            episode=episode, newcomer=newcomer, voters=tally.voters, counts=tally.counts[: len(poll.answers)]
        )
        for (episode, newcomer), tally in sorted(shown.items())
        if tally.voters >= 0
    )


def _series_form(series: Series) -> form.SeriesForm:
    rule = series.rule
    return form.SeriesForm(
        id=str(series.id),
        channel_id=str(series.channel_id),
        host_id=_text(series.host_id),
        zone=rule.zone,
        first_day=rule.first_day,
        at=rule.at,
        every=rule.every,
        step=rule.step,
        weekdays=tuple(sorted(rule.weekdays)),
        nth=rule.nth,
        until=rule.until,
        times=rule.times,
        skips=tuple(sorted(rule.skips))[:200],
        last_episode=series.last_episode,
        per_evening=series.per_evening,
        made=series.made,
        past=series.past,
        sequence=series.sequence,
    )


def _party_form(party: Party, coming: int, series_ids: Collection[int]) -> form.PartyForm:
    series_id = party.series_id if party.series_id in series_ids else None
    return form.PartyForm(
        id=str(party.id),
        channel_id=str(party.channel_id),
        host_id=_text(party.host_id),
        cohost_ids=tuple(map(str, sorted(party.cohost_ids))),
        series_id=_text(series_id),
        occurrence=None if series_id is None else party.occurrence,
        first_episode=party.first_episode,
        last_episode=party.last_episode,
        starts_at=party.starts_at,
        zone=party.zone,
        voice_id=_text(party.voice_id),
        seats=party.seats,
        note=None if party.note is None else _typeable(party.note.to_store()) or None,
        note_level=0 if party.note is None else party.note.level,
        role_ids=tuple(map(str, sorted(party.role_ids))),
        closes_at=party.closes_at,
        minimum=party.minimum,
        minimum_at=party.minimum_at,
        length_minutes=party.length_minutes,
        state=party.state.value,  # pyright: ignore[reportArgumentType]  (drafts are not exported)
        sequence=party.sequence,
        message_id=_text(party.message_id),
        thread_id=_text(party.thread_id),
        event_id=_text(party.event_id),
        mirrored=party.mirror is not Mirror.OFF,
        wait_pauses=party.wait_pauses,
        locale=party.locale,
        coming=coming,
    )
