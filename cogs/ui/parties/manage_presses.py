"""What presses do that plan, change and call off parties."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from discord import ui

from bot.discordpy.codes import UNANSWERED, told
from bot.domain.instants import from_ms
from bot.domain.log_note import LogNote
from bot.domain.party import Party, State
from bot.errors import EtoileError
from bot.services.parties.bringing_back import Lost
from bot.services.parties.values import Edit, Proposal
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.links import jump
from cogs.ui.kit.moderator_log import noting
from cogs.ui.kit.reply import answer, ask, asker_of, begin, must_write, redraw, say, words_of
from cogs.ui.parties.controls import (
    ApplyEditButton,
    CancelButton,
    DiscardButton,
    DraftStartButton,
    DropEditButton,
    EditButton,
    EditStartButton,
    KeepButton,
    ManageButton,
    MirrorButton,
    PostButton,
    ReviveAllButton,
    ReviveButton,
    SeatButton,
    SkipButton,
    UnskipButton,
    UnskipSelect,
    ZoneSelect,
)
from cogs.ui.parties.edit_preview import changes
from cogs.ui.parties.forms import CityForm, EditForm, propose_edit, proposed
from cogs.ui.parties.manage_panel import ALL, ask_cancel, called_off, line, manage, skipped
from cogs.ui.parties.preview import ANOTHER, preview
from cogs.ui.parties.refresh import draw_card
from cogs.ui.parties.seat_form import SeatForm
from cogs.ui.parties.start_question import read_elsewhere
from cogs.ui.parties.text import episodes, host_of

log = logging.getLogger(__name__)


@pressed(PostButton)
async def post_party(interaction: Press, control: PostButton) -> None:
    must_write(interaction)
    app, words = interaction.client.app, words_of(interaction)
    await begin(interaction)
    view = await app.parties.post(asker_of(interaction), control.number("party_id"))
    otherwise = "party-cannot-post"
    try:
        await draw_card(interaction.client, view.party.id, app.clock.now())
    except UNANSWERED as error:  # its job posts it as soon as Discord takes it
        log.warning("the card of party %d has to wait: %s", view.party.id, told(error))
        otherwise = "party-posted-later"
    party = (await app.parties.view(view.party.id)).party
    link = panel.link(words("party-to-card"), jump(party.guild_id, party.channel_id, party.message_id))
    line = words("party-posted" if party.message_id else otherwise, channel=f"<#{party.channel_id}>")
    await redraw(interaction, panel.stack([panel.box(panel.text(line), panel.row(link if party.message_id else None))]))


@pressed(DiscardButton)
async def discard_draft(interaction: Press, control: DiscardButton) -> None:
    await interaction.client.app.parties.discard(asker_of(interaction), control.number("party_id"))
    line = words_of(interaction)("party-discarded")
    await redraw(interaction, panel.stack([panel.box(panel.text(line))]))


@pressed(ZoneSelect)
async def choose_zone(interaction: Press, control: ZoneSelect) -> None:
    app, asker = interaction.client.app, asker_of(interaction)
    if control.values[0] == ANOTHER:
        await ask(interaction, CityForm(control.number("party_id"), words_of(interaction)))
        return
    party = (await app.parties.preview(asker, control.number("party_id"))).view.party
    await read_elsewhere(interaction, party, await app.zones.tell(asker.user_id, control.values[0]))


@pressed(ManageButton)
async def open_management(interaction: Press, control: ManageButton) -> None:
    view = await interaction.client.app.parties.guard(asker_of(interaction), control.number("party_id"))
    await answer(interaction, manage(view, words_of(interaction)))


@pressed(EditButton)
async def open_edit_form(interaction: Press, control: EditButton) -> None:
    app = interaction.client.app
    view = await app.parties.here(asker_of(interaction), control.number("party_id"))
    if view.party.state is not State.DRAFT:
        await app.parties.guard(asker_of(interaction), view.party.id)
    await ask(interaction, EditForm(view, words_of(interaction)))


@pressed(CancelButton)
async def cancel(interaction: Press, control: CancelButton) -> None:
    app, words, party_id = interaction.client.app, words_of(interaction), control.number("party_id")
    scope = control.word("scope")
    if scope == "ask":
        view = await app.parties.guard(asker_of(interaction), party_id)
        await answer(interaction, ask_cancel(view, words))
        return
    async with _noting(interaction, "party-log-cancelled-all" if scope == ALL else "party-log-cancelled") as note:
        party = await app.party_changes.cancel(asker_of(interaction), party_id, following=scope == ALL, note=note)
    key = "party-cancelled-all" if scope == ALL else "party-cancelled-one"
    sentence = words(key, name=episodes(party, words), when=stamp(party.starts_at))
    following = scope == ALL and party.series_id is not None
    await redraw(interaction, called_off(party, sentence, words, following=following))


@pressed(SkipButton)
async def skip(interaction: Press, control: SkipButton) -> None:
    words = words_of(interaction)
    changes, party_id = interaction.client.app.party_changes, control.number("party_id")
    async with _noting(interaction, "party-log-skipped", lambda done: done[0]) as note:
        party, day = await changes.skip(asker_of(interaction), party_id, note)
    await redraw(interaction, skipped(party, day, words("party-skipped", when=stamp(party.starts_at)), words))


@pressed(UnskipButton)
async def unskip(interaction: Press, control: UnskipButton) -> None:
    await _unskip(interaction, control.number("party_id"), control.number("day"), redraw)


@pressed(UnskipSelect)
async def unskip_one(interaction: Press, control: UnskipSelect) -> None:
    await _unskip(interaction, control.number("party_id"), control.numbers[0], redraw)


async def _unskip(
    interaction: Press, party_id: int, day: int, show: Callable[[Press, ui.LayoutView], Awaitable[None]]
) -> None:
    app, words = interaction.client.app, words_of(interaction)
    if not date.min.toordinal() <= day <= date.max.toordinal():
        raise EtoileError("error-button-gone")
    party = (await app.parties.view(party_id)).party
    async with _noting(interaction, "party-log-unskipped", lambda at: replace(party, starts_at=at)) as note:
        at = await app.party_changes.unskip(asker_of(interaction), party_id, date.fromordinal(day), note)
    await show(interaction, line(words("party-unskipped", when=stamp(at))))


@pressed(SeatButton)
async def open_seat_form(interaction: Press, control: SeatButton) -> None:
    view = await interaction.client.app.parties.guard(asker_of(interaction), control.number("party_id"))
    await ask(interaction, SeatForm(view.party, words_of(interaction)))


@pressed(KeepButton)
async def keep(interaction: Press, control: KeepButton) -> None:
    await redraw(interaction, line(words_of(interaction)("party-edit-dropped")))


@pressed(ReviveButton)
async def revive(interaction: Press, control: ReviveButton) -> None:
    await _revive(interaction, control.number("party_id"), redraw)


@pressed(ReviveAllButton)
async def revive_all(interaction: Press, control: ReviveAllButton) -> None:
    await _revive(interaction, control.number("party_id"), redraw, following=True)


async def _revive(
    interaction: Press,
    party_id: int,
    show: Callable[[Press, ui.LayoutView], Awaitable[None]],
    *,
    following: bool = False,
) -> None:
    changes, words = interaction.client.app.party_changes, words_of(interaction)
    async with _noting(interaction, "party-log-revived-all" if following else "party-log-revived") as note:
        party = await changes.revive(asker_of(interaction), party_id, following=following, note=note)
    key = "party-revived-all" if following else "party-revived"
    await show(interaction, line(words(key, when=stamp(party.starts_at))))


async def bring_back(interaction: Press, lost: Lost) -> None:
    """Bring back what was chosen: a party that was called off, or a skipped date of a series. Raises EtoileError."""
    if lost.day is None:
        await _revive(interaction, lost.party.id, answer)
    else:
        await _unskip(interaction, lost.party.id, lost.day.toordinal(), answer)


def _as_it_is(party: Party) -> Party:
    return party


def _noting(
    interaction: Press, key: str, party_of: Callable[[Any], Party] = _as_it_is
) -> AbstractAsyncContextManager[LogNote | None]:
    """Tell the moderators' log who changed what."""
    return noting(interaction, lambda words, done: _sentence(interaction, key, party_of(done), words))


def _sentence(interaction: Press, key: str, party: Party, words: Words) -> str:
    return words(
        key, who=f"<@{interaction.user.id}>", name=episodes(party, words), when=stamp(party.starts_at),
        host=host_of(party, words), channel=f"<#{party.channel_id}>",
    )  # fmt: skip


@pressed(MirrorButton)
async def mirror_again(interaction: Press, control: MirrorButton) -> None:
    await interaction.client.app.party_changes.mirror_again(asker_of(interaction), control.number("party_id"))
    await say(interaction, words_of(interaction)("party-mirrored-again"))


@pressed(DraftStartButton)
async def choose_draft_start(interaction: Press, control: DraftStartButton) -> None:
    app, asker, party_id = interaction.client.app, asker_of(interaction), control.number("party_id")
    party = (await app.parties.preview(asker, party_id)).view.party
    zone = None if party.zone_sure else await app.zones.tell(asker.user_id, party.zone)  # the button named it
    await app.party_changes.amend_draft(asker, party_id, Edit(starts_at=moment_of(control)), zone=zone)
    shown = await app.parties.preview(asker, party_id)
    await redraw(interaction, preview(shown, words_of(interaction), app.clock.now()))


@pressed(EditStartButton)
async def choose_edit_start(interaction: Press, control: EditStartButton) -> None:
    changes = interaction.client.app.party_changes
    proposal = await changes.choose_start(asker_of(interaction), control.number("edit_id"), moment_of(control))
    await redraw(interaction, proposed(proposal, words_of(interaction)))


@pressed(ApplyEditButton)
async def apply_edit(interaction: Press, control: ApplyEditButton) -> None:
    words = words_of(interaction)

    def said(public: Words, proposal: Proposal) -> str | None:
        before, after = proposal.before, proposal.after
        keys = ["party-log-moved"] if after.starts_at != before.starts_at else []
        keys += ["party-log-elsewhere"] if after.channel_id != before.channel_id else []
        return "\n".join(_sentence(interaction, key, after, public) for key in keys) or None

    async with noting(interaction, said) as note:
        edit_id = control.number("edit_id")
        done = await interaction.client.app.party_changes.confirm(asker_of(interaction), edit_id, note)
    key = "party-edited-all" if done.along else "party-edited"
    lines = [words(key, name=episodes(done.before, words)), *changes(done, words)]
    await redraw(interaction, line("\n".join(lines)))


@pressed(DropEditButton)
async def drop_edit(interaction: Press, control: DropEditButton) -> None:
    await interaction.client.app.party_changes.drop(asker_of(interaction), control.number("edit_id"))
    await redraw(interaction, line(words_of(interaction)("party-edit-dropped")))


def moment_of(control: DraftStartButton | EditStartButton) -> datetime:
    """The instant that a button carries. Raises EtoileError for one that no calendar has."""
    try:
        return from_ms(control.number("at"))
    except (OverflowError, ValueError, OSError):
        raise EtoileError("when-too-far") from None


async def change(interaction: Press, party_id: int, when: str | None, edit: Edit, *, following: bool) -> None:
    """What was asked for by options. Nothing was: show what can be done. Raises EtoileError."""
    asker = asker_of(interaction)
    view = await interaction.client.app.parties.guard(asker, party_id)
    if when is None and edit == Edit():
        await answer(interaction, manage(view, words_of(interaction)))
        return
    await propose_edit(interaction, view.party, when, edit, following=following)
